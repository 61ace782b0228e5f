#include "tests/bench/kit/sockets.h"

#include <array>
#include <charconv>
#include <chrono>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace afoot::bench {

namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool connectTo(int fd, const Address &to)
{
    if (to.path.empty()) {
        const sockaddr_in address = loopback(to.port);
        return ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    to.path.copy(static_cast<char *>(address.sun_path), sizeof address.sun_path - 1);
    return ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

} // namespace

int dial(const Address &address, int receiveBytes)
{
    const int fd =
        ::socket(address.path.empty() ? AF_INET : AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBytes > 0)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof receiveBytes);
    if (!connectTo(fd, address)) {
        ::close(fd);
        return -1;
    }
    const int on = 1;
    if (address.path.empty())
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

bool awaitListener(const Address &address, double seconds)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < end) {
        if (const int fd = dial(address); fd >= 0) {
            ::close(fd);
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

int listenTcp(std::uint16_t &port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(fd, 1024) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        ::close(fd);
        return -1;
    }
    port = ntohs(address.sin_port);
    return fd;
}

std::uint16_t freePort()
{
    std::uint16_t port = 0;
    ::close(listenTcp(port));
    return port;
}

bool sendAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::size_t answerBytes(std::string_view bytes)
{
    const std::size_t head = bytes.find("\r\n\r\n");
    if (head == std::string_view::npos)
        return 0;
    std::size_t length = 0;
    constexpr std::string_view name = "\r\ncontent-length: ";
    for (std::size_t at = 0; at + name.size() < head; at = bytes.find("\r\n", at + 1)) {
        std::size_t same = 0;
        while (same < name.size() && (bytes[at + same] | 0x20) == (name[same] | 0x20))
            ++same;
        if (same == name.size()) {
            std::from_chars(bytes.data() + at + same, bytes.data() + head, length);
            break;
        }
    }
    const std::size_t whole = head + 4 + length;
    return bytes.size() < whole ? 0 : whole;
}

std::string readAnswer(int fd)
{
    std::string bytes;
    std::array<char, 16384> buffer;
    while (answerBytes(bytes) == 0) {
        const auto count = ::recv(fd, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return {};
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return bytes.substr(bytes.find("\r\n\r\n") + 4);
}

void raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace afoot::bench
