#pragma once

#include <cstring>
#include <functional>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace afoot::test {

/// Listens on a Unix socket and treats the first connection with the first script, the next with the next, on a thread
/// of its own. What a script leaves open is closed when it returns.
class ScriptedServer
{
public:
    /// Reads one request whole (its body by Content-Length) and gives it back.
    class Peer
    {
    public:
        explicit Peer(int fd) : m_fd(fd) {}
        std::string request()
        {
            while (true) {
                const std::size_t head = m_in.find("\r\n\r\n");
                if (head != std::string::npos) {
                    std::size_t body = 0;
                    const std::size_t at = m_in.find("Content-Length: ");
                    if (at < head)
                        body = std::stoul(m_in.substr(at + 16));
                    if (m_in.size() >= head + 4 + body) {
                        const std::string whole = m_in.substr(0, head + 4 + body);
                        m_in.erase(0, whole.size());
                        return whole;
                    }
                }
                char bytes[4096];
                const ssize_t got = ::recv(m_fd, bytes, sizeof bytes, 0);
                if (got <= 0)
                    return {};
                m_in.append(bytes, static_cast<std::size_t>(got));
            }
        }
        void send(const std::string &bytes) const
        {
            std::size_t at = 0;
            while (at < bytes.size()) {
                const ssize_t put =
                    ::send(m_fd, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
                if (put <= 0)
                    return;
                at += static_cast<std::size_t>(put);
            }
        }
        /// Until the other side hangs up: what a tracker that hangs does.
        void saysNothing() const
        {
            char byte = 0;
            while (::recv(m_fd, &byte, 1, 0) > 0) {
            }
        }

    private:
        int m_fd;
        std::string m_in{};
    };
    using Script = std::function<void(Peer &)>;

    ScriptedServer(const std::string &path, std::vector<Script> scripts)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.data(), path.size());
        m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::unlink(path.c_str());
        ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::listen(m_listener, 16);
        m_thread = std::thread([this, scripts = std::move(scripts)] {
            for (const Script &script : scripts) {
                const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
                if (fd < 0)
                    return;
                Peer peer(fd);
                script(peer);
                ::close(fd);
            }
        });
    }
    ~ScriptedServer()
    {
        ::shutdown(m_listener, SHUT_RDWR); // wakes accept()
        m_thread.join();
        ::close(m_listener);
    }
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

private:
    int m_listener = -1;
    std::thread m_thread{};
};

inline std::string answerOf(int status, const std::string &body)
{
    return "HTTP/1.1 " + std::to_string(status) +
           " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace afoot::test
