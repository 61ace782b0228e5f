#include "core/serve/sockets.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace afoot::serve {

namespace {

Error systemError(const std::string &what, int number)
{
    return {Error::Code::Internal, "system", what + ": " + std::strerror(number) + ".", {}};
}

Error trackerRunning(const std::string &path)
{
    return {Error::Code::Unavailable,
            "tracker_running",
            "Another tracker is listening on " + path + ".",
            {}};
}

/// Makes the folder of the socket, or makes sure that nobody else can put a socket there.
std::optional<Error> prepareFolder(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "."
                               : slash == 0               ? "/"
                                                          : path.substr(0, slash);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("Cannot make the folder " + folder, errno);
    struct stat info = {};
    if (::lstat(folder.c_str(), &info) != 0)
        return systemError("Cannot look at the folder " + folder, errno);
    if (!S_ISDIR(info.st_mode) || info.st_uid != ::geteuid())
        return Error{Error::Code::Refused,
                     "unsafe_folder",
                     folder + " is not a folder of your own; choose another place for the socket.",
                     {}};
    if ((info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Error{Error::Code::Refused,
                     "unsafe_folder",
                     "Others may write to " + folder + "; run chmod 700 on it.",
                     {}};
    return std::nullopt;
}

Result<Fd> takeLock(const std::string &path)
{
    const std::string name = path + ".lock";
    Fd lock(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.isOpen())
        return systemError("Cannot open " + name, errno);
    if (::flock(lock.value(), LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? trackerRunning(path)
                                    : systemError("Cannot lock " + name, errno);
    return lock;
}

/// Does anybody answer there?
bool isAlive(const sockaddr_un &address)
{
    const Fd probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return probe.isOpen() && (::connect(probe.value(), reinterpret_cast<const sockaddr *>(&address),
                                        sizeof address) == 0 ||
                              errno == EAGAIN);
}

/// Clears the way for bind(): the socket of a dead tracker goes, anything else stays.
std::optional<Error> clearPath(const std::string &path, const sockaddr_un &address)
{
    struct stat info = {};
    if (::lstat(path.c_str(), &info) != 0)
        return errno == ENOENT ? std::nullopt
                               : std::optional(systemError("Cannot look at " + path, errno));
    if (!S_ISSOCK(info.st_mode))
        return Error{Error::Code::Conflict,
                     "not_a_socket",
                     path + " is there and is no socket; move it away or choose another path.",
                     {}};
    if (isAlive(address))
        return trackerRunning(path);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return systemError("Cannot remove the socket of a dead tracker at " + path, errno);
    return std::nullopt;
}

/// Binds and listens; the error number when it cannot.
int bindAndListen(int fd, const sockaddr *address, socklen_t size)
{
    if (::bind(fd, address, size) != 0 || ::listen(fd, SOMAXCONN) != 0)
        return errno;
    return 0;
}

struct Bound
{
    Fd fd{};
    int trouble = 0; ///< errno
};

Bound listenOn(const sockaddr *address, socklen_t size)
{
    Bound bound{Fd(::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), 0};
    if (!bound.fd.isOpen())
        return {Fd(), errno};
    const int on = 1;
    ::setsockopt(bound.fd.value(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address->sa_family == AF_INET6)
        ::setsockopt(bound.fd.value(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    bound.trouble = bindAndListen(bound.fd.value(), address, size);
    return bound;
}

Bound listenOn4(in_addr host, std::uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr = host;
    return listenOn(reinterpret_cast<sockaddr *>(&address), sizeof address);
}

Bound listenOn6(const in6_addr &host, std::uint16_t port)
{
    sockaddr_in6 address = {};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    address.sin6_addr = host;
    return listenOn(reinterpret_cast<sockaddr *>(&address), sizeof address);
}

std::uint16_t portOf(int fd)
{
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

Error cannotListen(const std::string &where, int number)
{
    if (number == EADDRINUSE)
        return {Error::Code::Unavailable,
                "port_in_use",
                "Another program is listening on " + where + "; stop it or choose another port.",
                {}};
    if (number == EACCES)
        return {Error::Code::Refused,
                "port_refused",
                "The system does not let this program listen on " + where +
                    "; choose a port from 1024 on.",
                {}};
    if (number == EADDRNOTAVAIL)
        return {Error::Code::BadInput,
                "no_such_address",
                "Cannot listen on " + where +
                    ": no interface of this machine has that address; \"ip address\" lists them.",
                {}};
    return systemError("Cannot listen on " + where, number);
}

} // namespace

void Fd::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

bool wouldBlock(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK || number == EINTR;
}

Result<UnixListener> listenOnUnix(const std::string &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return Error{Error::Code::BadInput,
                     "bad_path",
                     "The path of a Unix socket has 1 to " +
                         std::to_string(sizeof address.sun_path - 1) + " bytes; this one has " +
                         std::to_string(path.size()) + ": " + path,
                     {}};
    path.copy(static_cast<char *>(address.sun_path), path.size());

    if (auto trouble = prepareFolder(path))
        return std::move(*trouble);
    auto lock = takeLock(path);
    if (!lock)
        return lock.error();
    if (auto trouble = clearPath(path, address))
        return std::move(*trouble);

    UnixListener listener{Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)),
                          std::move(lock).value(), path, 0, 0};
    if (!listener.socket.isOpen())
        return systemError("Cannot make a socket", errno);
    // Linux gives the file the mode of the unbound socket: it is never open to others, not for a moment
    ::fchmod(listener.socket.value(), 0600);
    if (const int trouble = bindAndListen(
            listener.socket.value(), reinterpret_cast<const sockaddr *>(&address), sizeof address))
        return systemError("Cannot listen on " + path, trouble);
    struct stat info = {};
    if (::chmod(path.c_str(), 0600) != 0 || ::lstat(path.c_str(), &info) != 0)
        return systemError("Cannot keep others away from " + path, errno);
    listener.device = info.st_dev;
    listener.inode = info.st_ino;
    return listener;
}

void removeUnixSocket(const UnixListener &listener)
{
    struct stat info = {};
    if (!listener.path.empty() && ::lstat(listener.path.c_str(), &info) == 0 &&
        info.st_dev == listener.device && info.st_ino == listener.inode)
        ::unlink(listener.path.c_str());
}

std::string SocketAddress::text() const
{
    const bool isV6 = host.find(':') != std::string::npos;
    return (isV6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

bool SocketAddress::isAny() const
{
    return host == "0.0.0.0" || host == "::";
}

Result<Fd> listenOnAddress(SocketAddress &address)
{
    in_addr v4 = {};
    in6_addr v6 = {};
    Bound bound{Fd(), EINVAL};
    if (::inet_pton(AF_INET, address.host.c_str(), &v4) == 1)
        bound = listenOn4(v4, address.port);
    else if (::inet_pton(AF_INET6, address.host.c_str(), &v6) == 1)
        bound = listenOn6(v6, address.port);
    if (bound.trouble != 0)
        return cannotListen(address.text(), bound.trouble);
    address.port = portOf(bound.fd.value());
    return std::move(bound.fd);
}

Result<TcpListeners> listenOnLoopback(std::uint16_t port)
{
    constexpr int maxTries = 16;
    for (int attempt = 1;; ++attempt) {
        Bound v4 = listenOn4({htonl(INADDR_LOOPBACK)}, port);
        if (v4.trouble != 0)
            return cannotListen("127.0.0.1:" + std::to_string(port), v4.trouble);
        const std::uint16_t given = portOf(v4.fd.value());
        Bound v6 = listenOn6(in6addr_loopback, given);
        if (v6.trouble == EADDRINUSE && port == 0 && attempt < maxTries)
            continue;
        if (v6.trouble == EADDRINUSE) // whoever has it would be taken for us
            return cannotListen("[::1]:" + std::to_string(given), v6.trouble);
        if (v6.trouble != 0)
            v6.fd.reset();
        return TcpListeners{std::move(v4.fd), std::move(v6.fd), given};
    }
}

} // namespace afoot::serve
