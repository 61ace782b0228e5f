#include "tests/bench/kit/readers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace afoot::bench {

namespace {

constexpr std::size_t markerBytes = 9; ///< '#' and eight digits

std::int64_t nanoseconds(Moment moment)
{
    return std::chrono::nanoseconds(moment.time_since_epoch()).count();
}

} // namespace

void SendTimes::note(long number, Moment when)
{
    m_times[static_cast<std::size_t>(number - m_first)] = nanoseconds(when);
}

double SendTimes::sinceSent(long number, Moment when) const
{
    const long at = number - m_first;
    if (at < 0 || at >= static_cast<long>(m_times.size()))
        return -1;
    const std::int64_t sent = m_times[static_cast<std::size_t>(at)];
    return sent == 0 ? -1 : static_cast<double>(nanoseconds(when) - sent) * 1e-6;
}

Readers::Readers(const Address &address, const std::string &request, int count)
    : m_poll(::epoll_create1(EPOLL_CLOEXEC))
{
    for (int i = 0; i < count; ++i) {
        const int fd = dial(address);
        if (fd < 0 || !sendAll(fd, request) || ::recv(fd, m_buffer.data(), 1, MSG_PEEK) != 1) {
            m_areAllThere = false;
            if (fd >= 0)
                ::close(fd);
            return;
        }
        m_fds.push_back(fd);
        epoll_event event = {.events = EPOLLIN, .data = {.fd = fd}};
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, fd, &event);
    }
    if (!m_fds.empty())
        m_tails.resize(static_cast<std::size_t>(*std::max_element(m_fds.begin(), m_fds.end())) + 1);
}

Readers::~Readers()
{
    if (m_thread.joinable())
        stop(std::chrono::milliseconds(0));
    for (const int fd : m_fds)
        ::close(fd);
    ::close(m_poll);
}

void Readers::settle(std::chrono::milliseconds silence)
{
    std::array<epoll_event, 256> events;
    for (;;) {
        const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()),
                                       static_cast<int>(silence.count()));
        if (count <= 0)
            return;
        for (int i = 0; i < count; ++i) {
            const int fd = events[static_cast<std::size_t>(i)].data.fd;
            if (::recv(fd, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT) == 0) {
                m_areAllThere = false;
                ::epoll_ctl(m_poll, EPOLL_CTL_DEL, fd, nullptr);
            }
        }
    }
}

void Readers::listen(const SendTimes *times)
{
    m_times = times;
    m_latencies.clear();
    if (times)
        m_latencies.reserve(1 << 20);
    m_delivered = 0;
    m_silenceMs = -1;
    m_thread = std::thread([this] { run(); });
}

void Readers::stop(std::chrono::milliseconds silence)
{
    m_silenceMs = silence.count();
    m_thread.join();
}

void Readers::run()
{
    std::array<epoll_event, 256> events;
    for (;;) {
        const auto silence = static_cast<int>(m_silenceMs.load());
        const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()),
                                       silence < 0 ? 20 : silence);
        if (count <= 0 && silence >= 0)
            return;
        for (int i = 0; i < count; ++i)
            takeFrom(events[static_cast<std::size_t>(i)].data.fd);
    }
}

void Readers::takeFrom(int fd)
{
    std::string &tail = m_tails[static_cast<std::size_t>(fd)];
    tail.copy(m_buffer.data(), tail.size());
    const auto got =
        ::recv(fd, m_buffer.data() + tail.size(), m_buffer.size() - tail.size(), MSG_DONTWAIT);
    if (got == 0) {
        m_areAllThere = false;
        ::epoll_ctl(m_poll, EPOLL_CTL_DEL, fd, nullptr);
    }
    if (got <= 0)
        return;
    const char *at = m_buffer.data();
    const char *const end = at + tail.size() + static_cast<std::size_t>(got);
    tail.clear();
    if (!m_times) {
        m_delivered += static_cast<std::uint64_t>(std::count(at, end, '#'));
        return;
    }
    const Moment now = std::chrono::steady_clock::now();
    while ((at = static_cast<const char *>(
                std::memchr(at, '#', static_cast<std::size_t>(end - at)))) != nullptr) {
        if (static_cast<std::size_t>(end - at) < markerBytes) {
            tail.assign(at, end);
            return;
        }
        std::array<char, markerBytes> digits{};
        std::memcpy(digits.data(), at + 1, markerBytes - 1);
        const double ms = m_times->sinceSent(std::strtol(digits.data(), nullptr, 10), now);
        if (ms >= 0) {
            ++m_delivered;
            m_latencies.push_back(static_cast<float>(ms));
        }
        at += markerBytes;
    }
}

} // namespace afoot::bench
