#include "tests/bench/kit/backends.h"

#include "core/serve/wsframes.h"
#include "tests/bench/kit/sockets.h"
#include "tests/bench/kit/table.h"

#include <array>
#include <chrono>
#include <map>
#include <new>
#include <string_view>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace afoot::bench {

namespace {

using Time = std::chrono::steady_clock;
constexpr std::chrono::milliseconds period{1000};

std::string chunked(const std::string &bytes)
{
    return words("%zx\r\n", bytes.size()) + bytes + "\r\n";
}

std::string valueOf(std::string_view head, std::string_view name)
{
    const auto at = head.find(name);
    if (at == std::string_view::npos)
        return {};
    const auto from = at + name.size();
    return std::string(head.substr(from, head.find('\r', from) - from));
}

/// One epoll loop for all of it, for ever.
class Loop
{
public:
    Loop(const std::vector<int> &listeners, Notes &notes, std::size_t streams)
        : m_notes(notes), m_streams(streams), m_poll(::epoll_create1(EPOLL_CLOEXEC))
    {
        for (const int fd : listeners)
            watch(fd, Peer{.isListener = true});
    }

    void run()
    {
        std::array<epoll_event, 256> events;
        for (;;) {
            const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()),
                                           m_notes.isSilent ? 100 : 2);
            for (int i = 0; i < count; ++i)
                hear(events[static_cast<std::size_t>(i)].data.fd);
            if (!m_notes.isSilent)
                tell(Time::now());
        }
    }

private:
    struct Peer
    {
        bool isListener = false;
        bool isStream = false;
        bool isWebSocket = false;
        std::string in{};
        std::string id{};
        Time::time_point due{};
        int told = 0;
    };

    void watch(int fd, Peer peer)
    {
        epoll_event event = {.events = EPOLLIN, .data = {.fd = fd}};
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, fd, &event);
        m_peers[fd] = std::move(peer);
    }

    void hear(int fd)
    {
        Peer &peer = m_peers[fd];
        if (peer.isListener) {
            if (const int caller = ::accept4(fd, nullptr, nullptr, SOCK_CLOEXEC); caller >= 0)
                watch(caller, {});
            return;
        }
        std::array<char, 4096> buffer;
        const auto got = ::recv(fd, buffer.data(), buffer.size(), 0);
        if (got <= 0) {
            m_notes.open -= peer.isStream ? 1 : 0;
            m_peers.erase(fd);
            ::close(fd);
            return;
        }
        if (peer.isStream)
            return; // its pings
        peer.in.append(buffer.data(), static_cast<std::size_t>(got));
        if (const auto end = peer.in.find("\r\n\r\n"); end != std::string::npos) {
            const std::string head = peer.in.substr(0, end + 2);
            peer.in.erase(0, end + 4);
            answer(fd, peer, head);
        }
    }

    void answer(int fd, Peer &peer, const std::string &head)
    {
        const std::string path = head.substr(4, head.find(' ', 4) - 4);
        peer.id = path.substr(path.rfind('/') + 1);
        const std::string key = valueOf(head, "Sec-WebSocket-Key: ");
        if (!key.empty()) {
            peer.isWebSocket = true;
            sendAll(fd, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                        "Upgrade\r\nSec-WebSocket-Accept: " +
                            serve::wsAccept(key).value_or("") + "\r\n\r\n");
        } else if (path.find("/projects/") != std::string::npos) {
            const std::string body = R"({"id":")" + peer.id + R"(","status":"running"})";
            sendAll(fd, words("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: %zu\r\n\r\n",
                              body.size()) +
                            body);
            return;
        } else {
            sendAll(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n");
        }
        peer.isStream = true;
        // one after the other, spread over the period
        const auto nth = static_cast<std::size_t>(m_notes.open++) % m_streams;
        const auto now = Time::now();
        peer.due = now - (now.time_since_epoch() % period) + period + period * nth / m_streams;
    }

    void tell(Time::time_point now)
    {
        for (auto &[fd, peer] : m_peers) {
            if (!peer.isStream || peer.due > now)
                continue;
            while (peer.due <= now)
                peer.due += period;
            ++peer.told;
            sendAll(fd, message(peer));
            ++m_notes.sent;
        }
    }

    static std::string message(const Peer &peer)
    {
        const int n = peer.told;
        if (peer.isWebSocket)
            return serve::wsFrame(
                serve::WsOpcode::Text,
                words(
                    R"({"type":"status_update","project_id":"%s","status":"running","progress":%d,)"
                    R"("message":"Agent architect is at file %d of the project, and goes on with )"
                    R"(the next one","timestamp":"2026-11-21T12:%02d:%02d.120001"})",
                    peer.id.c_str(), n / 10 % 100, n, n / 60 % 60, n % 60));
        return chunked(
            words(R"(data: {"type": "progress", "session_id": "%s", "operation": "Import of the )"
                  R"(night", "status": "starting", "message": "Imported %d of 2000 posts...", )"
                  R"("current_step": %d, "total_steps": 2000, "percentage": %.1f, )"
                  R"("elapsed_time": %d.5, "details": {"imported": %d, "total": 2000}})"
                  "\n\n",
                  peer.id.c_str(), n, n, n / 20.0, n, n));
    }

    Notes &m_notes;
    std::size_t m_streams;
    int m_poll;
    std::map<int, Peer> m_peers{};
};

Notes *sharedNotes()
{
    void *const page =
        ::mmap(nullptr, sizeof(Notes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return new (page) Notes;
}

} // namespace

void Backends::Unmap::operator()(Notes *notes) const
{
    ::munmap(notes, sizeof(Notes));
}

Backends::Backends(int streamsOfOneHost, int hosts) : m_notes(sharedNotes())
{
    std::vector<int> listeners;
    std::uint16_t port = 0;
    listeners.push_back(listenTcp(port));
    for (int i = 0; i < streamsOfOneHost; ++i)
        m_streams.push_back({port, false, words("/api/progress/stream/job%d", i), "session"});
    for (int i = 0; i < hosts; ++i) {
        listeners.push_back(listenTcp(port));
        const bool isWebSocket = i % 2 == 0;
        m_streams.push_back(
            {port, isWebSocket,
             words(isWebSocket ? "/api/ws/projects/p%d" : "/api/progress/stream/s%d", i),
             isWebSocket ? "rooms" : "session"});
    }
    m_server.push_back(Process::copy([&] { Loop(listeners, *m_notes, m_streams.size()).run(); }));
    for (const int fd : listeners)
        ::close(fd);
}

std::string Backends::request(const BackendStream &stream)
{
    std::string head = "GET " + stream.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    head += stream.isWebSocket
                ? "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
                  "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                : "Accept: text/event-stream\r\n\r\n";
    return head;
}

} // namespace afoot::bench
