#pragma once

#include "core/serve/server.h"
#include "core/track/tracker.h"
#include "core/wire/sse.h"
#include "tests/support/fakeclock.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afoot::test {

inline constexpr char token[] = "s3cret-token-of-this-test";

/// A tracker with its server, on real sockets, run by the test itself: nothing happens but inside pump().
class House
{
public:
    explicit House(serve::ServerOptions options = {}, Tracker::Options trackerOptions = {});
    ~House();

    /// Lets the server work until @p done or a few real seconds are over; false then.
    bool pump(const std::function<bool()> &done);
    /// Lets it work until nothing more is to be done at once.
    void settle();

    std::string unixPath() const { return m_folder + "/afoot/tracker.sock"; }
    serve::Server &server() { return *m_server; }
    Tracker &tracker() { return *m_tracker; }
    FakeClock clock{};

    JobPtr begin(const std::string &id, const std::string &title = "T");
    void update(const std::string &id, double percent);
    void end(const std::string &id, Update::Op op = Update::Op::Complete);
    void stopServer() { m_server.reset(); }

private:
    struct Engine;
    std::string m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Tracker> m_tracker;
    std::unique_ptr<serve::Server> m_server;
};

/// One answer as the client got it.
struct Reply
{
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers{}; ///< names in lower case
    std::string body{};

    std::string header(std::string_view name) const;
};

/// How a client's bytes get into and out of its socket: as they are, unless somebody does better.
class Wire
{
public:
    Wire() = default;
    virtual ~Wire() = default;
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    /// Like send(2) and recv(2), without blocking.
    virtual std::ptrdiff_t send(int fd, std::string_view bytes);
    virtual std::ptrdiff_t receive(int fd, char *into, std::size_t size);
    /// Before the client closes its socket.
    virtual void end() {}
};

/// A client that sends what it is told, byte for byte.
class RawClient
{
public:
    enum class Way { Unix, Tcp, Tcp6, Tls };

    explicit RawClient(House &house, Way way = Way::Tcp,
                       std::unique_ptr<Wire> wire = std::make_unique<Wire>());
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool isConnected() const { return m_fd >= 0; }
    void send(std::string_view bytes);
    void shutdownWrites();
    void hangUp();
    /// Makes what the system keeps for this reader small, so that it counts as slow soon.
    void takeLittle(int bytes = 4096);

    /// The next answer with a Content-Length (or without a body); nullopt when none came.
    std::optional<Reply> reply(bool isHead = false);
    /// Sends a request with the right token and gives the answer.
    std::optional<Reply> ask(std::string_view method, std::string_view path,
                             std::string_view body = {},
                             std::string_view headers = "Content-Type: application/json\r\n");

    /// Asks for an event stream; true once its head is here.
    bool listen(std::string_view path, std::string_view headers = {});
    /// Waits until @p count events in all are here, and gives all.
    const std::vector<wire::SseEvent> &events(std::size_t count);
    const std::vector<wire::SseEvent> &seen() const { return m_events; }
    /// Reads what is there without waiting for the server.
    void readSome();
    void readNothing(bool stopped) { m_isStopped = stopped; }

    /// Reads until @p done; false when the server hung up or took too long before that.
    bool pumpUntil(const std::function<bool()> &done);
    /// True once the server has hung up.
    bool isHungUp();
    const std::string &raw() const { return m_in; }

private:
    House &m_house;
    std::unique_ptr<Wire> m_wire;
    int m_fd = -1;
    bool m_isEnded = false;
    bool m_isStopped = false;
    bool m_isStream = false;
    std::string m_in{};
    wire::SseParser m_parser{};
    std::vector<wire::SseEvent> m_events{};
};

/// The lines of one request, with Host and token as they should be.
std::string request(std::string_view method, std::string_view path, std::string_view headers = {},
                    std::string_view body = {});

} // namespace afoot::test
