// What a POST costs and what one event to one reader costs, over real sockets, with client and server in one process on
// two threads. Floor for the posts: the same bytes through a bare socket that answers at once.
#include "core/serve/server.h"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace afoot;

namespace {

class SystemClock : public Clock
{
public:
    WallTime now() const override
    {
        return std::chrono::floor<Millis>(std::chrono::system_clock::now());
    }
    Ticks ticks() const override
    {
        return std::chrono::floor<Millis>(std::chrono::steady_clock::now());
    }
};

double cpuOfThisThread()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

int dial(const std::string &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    path.copy(static_cast<char *>(address.sun_path), sizeof address.sun_path - 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        std::perror("connect");
    return fd;
}

/// One loop of 16 keep-alive connections that each post, wait and post again.
double postsPerSecond(const std::string &path, const std::string &request, int connections,
                      int total)
{
    std::vector<pollfd> peers;
    for (int i = 0; i < connections; ++i)
        peers.push_back({dial(path), POLLIN, 0});
    const auto send = [&](int fd) {
        return ::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
    };
    const auto start = std::chrono::steady_clock::now();
    for (const pollfd &peer : peers)
        send(peer.fd);
    char buffer[65536];
    int done = 0;
    while (done < total) {
        ::poll(peers.data(), peers.size(), -1);
        for (const pollfd &peer : peers) {
            if (peer.revents == 0)
                continue;
            if (::recv(peer.fd, buffer, sizeof buffer, 0) <= 0)
                return 0;
            ++done;
            send(peer.fd);
        }
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    for (const pollfd &peer : peers)
        ::close(peer.fd);
    return total / seconds;
}

struct Engine
{
    explicit Engine(std::string path)
        : tracker(
              clock, [] { return std::array<std::uint8_t, 10>{}; }, "bench")
        , server(io, tracker, clock, options(std::move(path)))
    {
    }
    static serve::ServerOptions options(std::string path)
    {
        serve::ServerOptions options;
        options.unixPath = std::move(path);
        return options;
    }

    SystemClock clock{};
    boost::asio::io_context io{1};
    Tracker tracker;
    serve::Server server;
};

/// CPU microseconds of the engine for each event that a reader gets.
double microsecondsPerEvent(const std::string &path, int readers, int eventsPerSecond,
                            double seconds)
{
    Engine engine(path);
    if (const auto trouble = engine.server.listenUnix())
        std::puts(trouble->detail.c_str());
    Update begin{.op = Update::Op::Begin, .key = {"local", "job"}};
    begin.title = "A job with a title of the usual length";
    engine.tracker.apply(begin).ok();

    std::atomic<bool> isOver{false};
    std::thread client([&] {
        std::vector<pollfd> peers;
        const std::string ask = "GET /api/v1/jobs/stream HTTP/1.1\r\nHost: afoot\r\n\r\n";
        for (int i = 0; i < readers; ++i) {
            peers.push_back({dial(path), POLLIN, 0});
            ::send(peers.back().fd, ask.data(), ask.size(), MSG_NOSIGNAL);
        }
        std::vector<char> buffer(1 << 20);
        while (!isOver) {
            ::poll(peers.data(), peers.size(), 50);
            for (const pollfd &peer : peers) {
                if (peer.revents != 0)
                    ::recv(peer.fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
            }
        }
        for (const pollfd &peer : peers)
            ::close(peer.fd);
    });
    while (engine.server.counters().subscribers < static_cast<std::uint64_t>(readers))
        engine.io.run_for(std::chrono::milliseconds(5));
    engine.io.run_for(std::chrono::milliseconds(100));
    const double before = cpuOfThisThread();
    const int events = static_cast<int>(eventsPerSecond * seconds);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 1; i <= events; ++i) {
        Update update{.op = Update::Op::Change, .key = {"local", "job"}};
        update.current = i;
        engine.tracker.apply(std::move(update)).ok();
        const auto next = start + std::chrono::nanoseconds(1'000'000'000LL * i / eventsPerSecond);
        engine.io.run_until(next);
    }
    const double cpu = cpuOfThisThread() - before;
    isOver = true;
    client.join();
    engine.server.stop();
    engine.io.run_for(std::chrono::milliseconds(20));
    return cpu * 1e6 / (static_cast<double>(events) * readers);
}

/// The bare socket; returns the CPU seconds it took.
double runFloor(int listener, const std::string &answer, const std::atomic<bool> &isOver)
{
    std::vector<pollfd> peers{{listener, POLLIN, 0}};
    char buffer[65536];
    while (!isOver) {
        ::poll(peers.data(), peers.size(), 50);
        for (std::size_t i = 0; i < peers.size(); ++i) {
            if (peers[i].revents == 0)
                continue;
            if (i == 0)
                peers.push_back({::accept(listener, nullptr, nullptr), POLLIN, 0});
            else if (::recv(peers[i].fd, buffer, sizeof buffer, 0) > 0)
                ::send(peers[i].fd, answer.data(), answer.size(), MSG_NOSIGNAL);
            else
                peers[i].events = 0;
        }
    }
    return cpuOfThisThread();
}

struct Cost
{
    double perSecond = 0;
    double microseconds = 0; ///< of the server's CPU for each request
};

Cost floorOf(const std::string &path, const std::string &request, int total)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    path.copy(static_cast<char *>(address.sun_path), sizeof address.sun_path - 1);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 64) != 0)
        std::perror("bind");
    std::atomic<bool> isOver{false};
    double cpu = 0;
    std::thread server([&] { cpu = runFloor(listener, std::string(900, 'x'), isOver); });
    const double rate = postsPerSecond(path, request, 16, total);
    isOver = true;
    server.join();
    ::close(listener);
    return {rate, cpu * 1e6 / total};
}

} // namespace

int main()
{
    std::string folder = (std::filesystem::temp_directory_path() / "afoot-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return 1;
    const std::string body =
        R"({"percent":42.5,"current":425,"total":1000,"message":"Copying files"})";
    const std::string request = "PATCH /api/v1/jobs/job HTTP/1.1\r\nHost: afoot\r\n"
                                "Content-Type: application/json\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body;
    constexpr int posts = 300'000;
    const Cost floor = floorOf(folder + "/floor", request, posts);
    std::printf("bare socket, 16 connections: %.0f requests/s, %.2f us of CPU each\n",
                floor.perSecond, floor.microseconds);
    {
        Engine engine(folder + "/posts");
        if (const auto trouble = engine.server.listenUnix())
            std::puts(trouble->detail.c_str());
        engine.tracker.apply({.op = Update::Op::Begin, .key = {"local", "job"}}).ok();
        double cpu = 0;
        std::thread runner([&] {
            engine.io.run();
            cpu = cpuOfThisThread();
        });
        const double rate = postsPerSecond(folder + "/posts", request, 16, posts);
        engine.io.stop();
        runner.join();
        std::printf("updates by PATCH, 16 connections: %.0f requests/s, %.2f us of CPU each\n",
                    rate, cpu * 1e6 / posts);
    }
    for (const auto &[readers, events] :
         {std::pair{100, 200}, std::pair{100, 2000}, std::pair{400, 50}})
        std::printf("%d readers, %d events/s: %.2f us of the engine's CPU an event and reader\n",
                    readers, events, microsecondsPerEvent(folder + "/readers", readers, events, 3));
    std::filesystem::remove_all(folder);
    return 0;
}
