#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afoot {

/// A point in time until which a socket may take; starts to run when it is made.
class SocketDeadline
{
public:
    explicit SocketDeadline(Millis from);
    /// Milliseconds for poll(2), rounded up; 0 once it is over.
    int left() const;

private:
    std::chrono::steady_clock::time_point m_end;
};

/// A connected stream socket that never blocks beyond a deadline and raises no SIGPIPE.
///
/// Owns: its descriptor (close-on-exec). Errors: those of TrackerClient.
class ClientSocket
{
public:
    static Result<ClientSocket> unixSocket(const std::string &path, SocketDeadline deadline);
    /// @p host is 127.x.y.z, ::1 or localhost; no name service is asked.
    static Result<ClientSocket> tcp(const std::string &host, std::uint16_t port,
                                    SocketDeadline deadline);

    ~ClientSocket();
    ClientSocket(ClientSocket &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    ClientSocket &operator=(ClientSocket &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    /// True while nothing is there to read, not even the end.
    bool isQuiet() const;

    /// Error "peer_closed" when the other side hung up or answered before everything was sent.
    std::optional<Error> send(std::string_view bytes, SocketDeadline deadline) const;

    /// Appends what is there; waits for it. Nothing appended without an error: the other side closed.
    std::optional<Error> receive(std::string &into, SocketDeadline deadline, int stopFd) const;

private:
    explicit ClientSocket(int fd) : m_fd(fd) {}
    static Result<ClientSocket> connected(int fd, const void *address, unsigned addressBytes,
                                          SocketDeadline deadline, const std::string &where);

    int m_fd;
};

} // namespace afoot
