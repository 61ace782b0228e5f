#include "core/run/sink.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace afoot::run {

namespace {

/// A pipe that polls writable takes this much without waiting (pipe(7)).
constexpr std::size_t carefulBytes = 4096;

} // namespace

Sink::Sink(int fd) : m_fd(fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return;
    if (S_ISSOCK(status.st_mode)) {
        m_kind = Kind::Socket;
    } else if (S_ISFIFO(status.st_mode) || ::isatty(fd) == 1) {
        char path[32];
        std::snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        m_own.reset(::open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
        if (!m_own)
            m_kind = Kind::Careful;
    }
}

Sink::Wrote Sink::write(std::string_view bytes)
{
    Wrote wrote;
    while (wrote.bytes < bytes.size()) {
        const std::string_view rest = bytes.substr(wrote.bytes);
        ssize_t n = 0;
        if (m_kind == Kind::Socket) {
            n = ::send(m_fd, rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        } else if (m_kind == Kind::Careful) {
            pollfd ready{m_fd, POLLOUT, 0};
            if (::poll(&ready, 1, 0) == 0) {
                wrote.state = State::Full;
                return wrote;
            }
            n = ::write(m_fd, rest.data(), std::min(rest.size(), carefulBytes));
        } else {
            n = ::write(fd(), rest.data(), rest.size());
        }
        if (n > 0) {
            wrote.bytes += static_cast<std::size_t>(n);
            continue;
        }
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0 || errno == EAGAIN || errno == EWOULDBLOCK) {
            wrote.state = State::Full;
        } else {
            wrote.error = errno;
            wrote.state = errno == EPIPE ? State::Gone : State::Broken;
        }
        return wrote;
    }
    return wrote;
}

} // namespace afoot::run
