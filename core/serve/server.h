#pragma once

#include "core/model/clock.h"
#include "core/model/job.h"
#include "core/model/result.h"
#include "core/model/run.h"
#include "core/serve/limits.h"
#include "core/serve/sockets.h"
#include "core/track/tracker.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace afoot::serve {

/// What a client wants of the history.
struct HistoryAsk
{
    enum class What {
        Runs,   ///< {"runs":[…],"next"?}
        Counts, ///< {"runs":N,"kinds":[…],"sources":[…]}
        Log,    ///< {"lines":[…],"dropped":N} of the run that the query numbers
        Erase,  ///< {"deleted":N}
    };
    What what = What::Runs;
    RunQuery query{};

    friend bool operator==(const HistoryAsk &, const HistoryAsk &) = default;
};

/// What keeps a tracker from doing all of its work.
struct Ailment
{
    Error error{};
    bool refusesEnds = false; ///< not less than that: reporters hear 500
};

/// How other machines may come in: under TLS, with the token.
struct TlsOptions
{
    std::vector<SocketAddress> addresses{}; ///< port 0 takes any
    std::string certificate{};              ///< a PEM file, with what vouches for it behind it
    std::string key{};                      ///< a PEM file that its owner alone may read
};

struct ServerOptions
{
    std::string unixPath{};              ///< empty: no Unix socket
    std::optional<std::uint16_t> port{}; ///< on loopback; 0 takes any, unset listens on none
    TlsOptions tls{};
    std::string token{};                ///< what every request over TCP must carry, at first
    std::vector<std::string> origins{}; ///< pages that may ask, such as "https://dash.example"
    std::vector<std::string> hosts{};   ///< other names of this machine that Host may carry
    bool compat = false; ///< answer at the dialects' paths too, as their backends do (compat.h)
    /// How far the clocks on the wall are ahead of UTC then, for dialects that write no zone; unset: not at all.
    std::function<std::chrono::minutes(WallTime)> localOffset{};
    Limits limits{};
    std::string version{};
};

/// This tracker seen from outside: protocol 1 over HTTP/1.1 and SSE, on a Unix socket, on loopback TCP and, with a
/// certificate, under TLS on any address.
///
/// Threads: the engine's, the one that runs the io_context; every call and every callback is there. No lock.
/// Needed for life: the io_context, the tracker and the clock must outlive the server.
/// Errors: trouble with a client ends that client's connection and nothing else.
class Server
{
public:
    /// Keeps the end of a job safe and then calls @p answer once, with the trouble if there was any (the
    /// reporter hears 500 then). May call it at once or later, on this thread. An end that is safe
    /// already must be answered too: a reporter that lost our answer asks again.
    using KeepEnd =
        std::function<void(const JobPtr &ended, std::function<void(std::optional<Error>)> answer)>;

    /// Does what is asked of the ended runs, elsewhere, and calls @p answer on this thread, now or later, with the
    /// body of the answer.
    using AskHistory =
        std::function<void(HistoryAsk ask, std::function<void(Result<std::string>)> answer)>;

    /// Drops all runs of a job that is on the list no more, elsewhere, and calls @p answer on this thread: true when
    /// there were any.
    using ForgetRuns =
        std::function<void(const JobKey &key, std::function<void(Result<bool>)> answer)>;

    /// Finds the run of each kind that ended last, elsewhere, and calls @p answer on this thread.
    using AskLatest = std::function<void(std::function<void(Result<std::vector<JobPtr>>)> answer)>;

    struct Counters
    {
        std::uint64_t connections = 0; ///< open now
        std::uint64_t subscribers = 0; ///< of these, streams
        std::uint64_t accepted = 0;    ///< connections since the start
        std::uint64_t requests = 0;
        std::uint64_t refused = 0; ///< turned away by the doorkeeper
        std::uint64_t updates = 0; ///< that changed or confirmed a job
        std::uint64_t framesMade = 0;
        std::uint64_t bytesSent = 0;
        std::uint64_t slowReaders = 0; ///< closed because they took nothing for too long
    };

    Server(boost::asio::io_context &io, Tracker &tracker, const Clock &clock,
           ServerOptions options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Listens on the Unix socket. Error "tracker_running" when another tracker has it.
    [[nodiscard]] std::optional<Error> listenUnix();
    /// Listens on loopback. Error "port_in_use" when another program has the port; the Unix socket goes on.
    [[nodiscard]] std::optional<Error> listenTcp();
    /// The port in use, also when any was asked for; 0 while there is none.
    std::uint16_t port() const;
    /// Listens under TLS on all addresses of the options, or on none. Errors of TlsContext::load() and
    /// listenOnAddress().
    [[nodiscard]] std::optional<Error> listenTls();
    /// Those that it listens on under TLS, with the ports that were given.
    const std::vector<SocketAddress> &tlsAddresses() const;
    /// When the certificate runs out; unset without one.
    std::optional<WallTime> certificateExpires() const;

    /// Without one, ends are answered at once.
    void keepEndsWith(KeepEnd keeper);
    /// Without one, history is answered with 503.
    void askHistoryOf(AskHistory historian);
    /// Without one, DELETE knows the jobs on the list alone.
    void forgetRunsWith(ForgetRuns forget);
    /// Without one, cctray.xml knows the jobs on the list alone.
    void askLatestOf(AskLatest historian);
    /// What GET /healthz tells; without one, nothing ails the tracker. Called on this thread, must not wait.
    void askHealthOf(std::function<std::optional<Ailment>()> ailment);

    /// From now on this one alone opens, and whoever came in by another door than the Unix socket is hung up on: they
    /// showed the old one.
    void setToken(std::string token);

    /// To be called when the tracker was changed by others than this server, and when the clock jumped (waking from
    /// sleep): does what is due and sets the timer for what is due next.
    void checkTime();

    Counters counters() const;

    /// Stops listening, hangs up on everyone and takes the socket's file away. Held jobs get their grace.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace afoot::serve
