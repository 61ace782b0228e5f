#include "core/follow/clientsocket.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace afoot {

namespace {

Error unavailable(std::string name, std::string detail)
{
    return {Error::Code::Unavailable, std::move(name), std::move(detail), {}};
}

Error silent()
{
    return unavailable("tracker_silent", "The tracker does not answer in time.");
}

Error systemTrouble(const std::string &what)
{
    return {Error::Code::Internal, "system", what + ": " + std::strerror(errno), {}};
}

Error nobodyAt(const std::string &where, int reason)
{
    if (reason == EACCES || reason == EPERM)
        return {Error::Code::Refused, "no_access", "No access to " + where + ".", {}};
    return unavailable("no_tracker", "No tracker is running at " + where + ".");
}

constexpr int readSomething = POLLIN | POLLHUP | POLLERR | POLLRDHUP;

} // namespace

SocketDeadline::SocketDeadline(Millis from) : m_end(std::chrono::steady_clock::now() + from) {}

int SocketDeadline::left() const
{
    const auto left = std::chrono::ceil<Millis>(m_end - std::chrono::steady_clock::now());
    return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

ClientSocket::~ClientSocket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<ClientSocket> ClientSocket::unixSocket(const std::string &path, SocketDeadline deadline)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return Error{Error::Code::BadInput,
                     "path_too_long",
                     "The path of the tracker's socket is too long: " + path + ".",
                     {}};
    std::memcpy(address.sun_path, path.data(), path.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return systemTrouble("A socket could not be made");
    return connected(fd, &address, sizeof address, deadline, path);
}

Result<ClientSocket> ClientSocket::tcp(const std::string &host, std::uint16_t port,
                                       SocketDeadline deadline)
{
    const std::string where = host + " port " + std::to_string(port);
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    const bool isV6 = host.find(':') != std::string::npos;
    const char *const literal = host == "localhost" ? "127.0.0.1" : host.c_str();
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    const int known = isV6 ? ::inet_pton(AF_INET6, literal, &v6.sin6_addr)
                           : ::inet_pton(AF_INET, literal, &v4.sin_addr);
    if (known != 1)
        return Error{
            Error::Code::BadInput, "bad_address", "\"" + host + "\" is not an address.", {}};
    const int fd =
        ::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return systemTrouble("A socket could not be made");
    const int yes = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return isV6 ? connected(fd, &v6, sizeof v6, deadline, where)
                : connected(fd, &v4, sizeof v4, deadline, where);
}

Result<ClientSocket> ClientSocket::connected(int fd, const void *address, unsigned addressBytes,
                                             SocketDeadline deadline, const std::string &where)
{
    ClientSocket socket(fd);
    while (::connect(fd, static_cast<const sockaddr *>(address), addressBytes) != 0) {
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN) { // a Unix socket whose queue is full: there is nothing to poll for
            if (deadline.left() == 0)
                return silent();
            ::poll(nullptr, 0, std::min(5, deadline.left()));
            continue;
        }
        if (errno != EINPROGRESS && errno != EALREADY)
            return nobodyAt(where, errno);
        pollfd wait{fd, POLLOUT, 0};
        const int ready = ::poll(&wait, 1, deadline.left());
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0)
            return silent();
        int reason = 0;
        socklen_t size = sizeof reason;
        ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &reason, &size);
        if (reason != 0)
            return nobodyAt(where, reason);
        break;
    }
    return socket;
}

bool ClientSocket::isQuiet() const
{
    pollfd look{m_fd, POLLIN | POLLRDHUP, 0};
    return ::poll(&look, 1, 0) == 0;
}

std::optional<Error> ClientSocket::send(std::string_view bytes, SocketDeadline deadline) const
{
    const Error peerClosed = unavailable("peer_closed", "The tracker closed the connection.");
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            return peerClosed;
        pollfd wait{m_fd, POLLOUT | POLLIN, 0};
        const int ready = ::poll(&wait, 1, deadline.left());
        if (ready == 0)
            return silent();
        if (ready > 0 && (wait.revents & POLLOUT) == 0)
            return peerClosed;
    }
    return {};
}

std::optional<Error> ClientSocket::receive(std::string &into, SocketDeadline deadline,
                                           int stopFd) const
{
    while (true) {
        std::array<pollfd, 2> waits{pollfd{m_fd, POLLIN, 0}, pollfd{stopFd, POLLIN, 0}};
        const int ready = ::poll(waits.data(), waits.size(), deadline.left());
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready < 0)
            return systemTrouble("Waiting for the tracker failed");
        if ((waits[1].revents & readSomething) != 0)
            return unavailable("stopped", "Stopped.");
        if (ready == 0)
            return silent();
        const std::size_t before = into.size();
        constexpr std::size_t piece = 64U << 10U;
        into.resize(before + piece);
        const ssize_t got = ::recv(m_fd, into.data() + before, piece, 0);
        into.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got >= 0 || errno == ECONNRESET)
            return {};
        if (errno != EINTR && errno != EAGAIN)
            return systemTrouble("Reading from the tracker failed");
    }
}

} // namespace afoot
