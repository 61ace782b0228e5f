#include "core/run/relay.h"

#include <cerrno>
#include <sys/ioctl.h>

namespace afoot::run {

namespace {

/// Small enough to stay in a core's cache between read and write: four times this costs half of the speed.
constexpr std::size_t bufferBytes = 64U << 10U;

} // namespace

Relay::Relay(Fd fd, Source source, int to, Tap tap)
    : m_source(std::move(fd))
    , m_kind(source)
    , m_sink(to)
    , m_tap(std::move(tap))
    , m_buffer(std::make_unique_for_overwrite<char[]>(bufferBytes))
{
}

std::size_t Relay::pump(std::size_t maxBytes)
{
    m_idle = false;
    flush();
    std::size_t copied = 0;
    while (open() && !pending() && copied < maxBytes) {
        const ssize_t n = ::read(m_source.number(), m_buffer.get(), bufferBytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            m_idle = true;
            return copied;
        }
        if (n <= 0) { // EIO: the last opener of the terminal closed it
            m_source.reset();
            return copied;
        }
        copied += static_cast<std::size_t>(n);
        m_from = 0;
        m_to = static_cast<std::size_t>(n);
        flush();
        if (m_tap)
            m_tap({m_buffer.get(), static_cast<std::size_t>(n)});
    }
    return copied;
}

void Relay::flush()
{
    if (!pending())
        return;
    if (m_discard) {
        m_from = m_to;
        return;
    }
    const Sink::Wrote wrote = m_sink.write({m_buffer.get() + m_from, m_to - m_from});
    m_from += wrote.bytes;
    if (wrote.state == Sink::State::Gone || wrote.state == Sink::State::Broken)
        refuse(wrote.state, wrote.error);
}

void Relay::refuse(Sink::State state, int error)
{
    m_from = m_to;
    if (m_kind == Source::Terminal) {
        m_discard = true;
        return;
    }
    if (state == Sink::State::Broken)
        m_trouble = error;
    m_refused = true;
    m_source.reset();
}

std::size_t Relay::waiting() const
{
    int bytes = 0;
    if (!open() || ::ioctl(m_source.number(), FIONREAD, &bytes) != 0 || bytes < 0)
        return 0;
    return static_cast<std::size_t>(bytes);
}

void Relay::abandon()
{
    m_from = m_to;
    m_source.reset();
}

} // namespace afoot::run
