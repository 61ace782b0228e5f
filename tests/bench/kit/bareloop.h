#pragma once

#include <array>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace afoot::bench {

/// One epoll loop over @p listener, for ever. What a connection sent goes to take(fd, bytes), which returns how many of
/// the bytes it used; the rest comes again in front of more. gone(fd) comes before a descriptor is closed.
template <typename Take, typename Gone> void serveBare(int listener, Take take, Gone gone)
{
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    const auto watch = [poll](int fd) {
        epoll_event event = {.events = EPOLLIN, .data = {.fd = fd}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(listener);
    std::vector<std::string> rests;
    std::array<epoll_event, 256> events;
    std::array<char, 65536> buffer;
    for (;;) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int fd = events[static_cast<std::size_t>(i)].data.fd;
            if (fd == listener) {
                const int peer = ::accept4(fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (peer < 0)
                    continue;
                if (rests.size() <= static_cast<std::size_t>(peer))
                    rests.resize(static_cast<std::size_t>(peer) + 1);
                rests[static_cast<std::size_t>(peer)].clear();
                watch(peer);
                continue;
            }
            const auto got = ::recv(fd, buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                gone(fd);
                ::close(fd);
                continue;
            }
            std::string &rest = rests[static_cast<std::size_t>(fd)];
            const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
            if (rest.empty()) {
                rest.assign(bytes.substr(take(fd, bytes)));
            } else {
                rest.append(bytes);
                rest.erase(0, take(fd, std::string_view(rest)));
            }
        }
    }
}

} // namespace afoot::bench
