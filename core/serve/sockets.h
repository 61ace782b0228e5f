#pragma once

#include "core/model/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace afoot::serve {

/// A file descriptor with an owner.
class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    ~Fd() { reset(); }
    Fd(Fd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd &operator=(Fd &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }

    bool isOpen() const { return m_fd >= 0; }
    int value() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }
    void reset();

private:
    int m_fd = -1;
};

/// What a system call says when there is nothing to do just now.
bool wouldBlock(int number);

/// A listening Unix socket and the right to its path.
struct UnixListener
{
    Fd socket{};
    Fd lock{}; ///< PATH.lock, locked while this tracker lives; a dead one's lock is gone with it
    std::string path{};
    std::uint64_t device =
        0; ///< with @c inode: which file is ours, should another have taken its place
    std::uint64_t inode = 0;
};

/// Listens on @p path with mode 0600, in a directory that it makes with mode 0700 when there is none.
///
/// Errors: a directory of somebody else's or open to others' writing, a path too long for sockaddr_un, a file
/// there that is no socket, and "tracker_running" when another tracker listens there. The socket of a dead
/// one is replaced; the lock keeps two that start at once from each taking the other's for dead.
[[nodiscard]] Result<UnixListener> listenOnUnix(const std::string &path);

/// Takes the socket's file away, if it is still ours.
void removeUnixSocket(const UnixListener &listener);

/// Loopback, both families on one port.
struct TcpListeners
{
    Fd v4{};
    Fd v6{}; ///< not open on a machine without IPv6
    std::uint16_t port = 0;
};

/// An address and a port as numbers: "192.168.1.5" or "fe80::1", without brackets.
struct SocketAddress
{
    std::string host{};
    std::uint16_t port = 0;

    /// As URLs and Host write it: "192.168.1.5:4681", "[2001:db8::1]:4681".
    std::string text() const;
    /// Not one address of this machine but all of them.
    bool isAny() const;

    friend bool operator==(const SocketAddress &, const SocketAddress &) = default;
};

/// Listens on one address; an IPv6 one takes no IPv4. Port 0 in @p address becomes the one given. Errors as below,
/// and "no_such_address" when no interface has it.
[[nodiscard]] Result<Fd> listenOnAddress(SocketAddress &address);

/// Listens on 127.0.0.1 and ::1. Port 0 takes any that is free on both. Error "port_in_use" says by its
/// name that another port would do.
[[nodiscard]] Result<TcpListeners> listenOnLoopback(std::uint16_t port);

} // namespace afoot::serve
