#pragma once

#include "app/shared/paths.h"
#include "core/model/clock.h"
#include "core/model/result.h"
#include "core/serve/server.h"
#include "core/store/spool.h"
#include "core/track/tracker.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace afoot {

/// The tracker of one person, with its server, on a thread of its own: what `afoot serve` and the window both hold.
///
/// Takes in what was spooled, when it starts and whenever something is spooled while it runs.
/// Threads: made, started, stopped and destroyed on one thread; post() from any. Sleeps while nothing happens.
class Engine
{
public:
    struct Options
    {
        Paths paths{};
        std::optional<std::uint16_t> port = 4680; ///< 0: any; unset: the Unix socket only
        bool portIsAMust = false;                 ///< a port in use is an error, not a remark
        serve::TlsOptions tls{};                  ///< trouble with it is an error
        std::vector<std::string> origins{};       ///< of web pages that may talk to it
        std::vector<std::string> hosts{}; ///< other names of this machine that Host may carry
        serve::Limits limits{};           ///< what it takes from anyone
        bool compat = false; ///< serve clients of other backends at those backends' paths
    };

    /// What it listens on.
    struct Info
    {
        std::string socket{};
        std::optional<std::uint16_t> port{};
        std::vector<serve::SocketAddress> tls{};    ///< under TLS, with the ports that were given
        std::optional<WallTime> certificateEnded{}; ///< when, if it has run out
        std::string tokenPath{};
        std::string token{};                   ///< what requests over TCP must carry
        std::optional<Error> tcpTrouble{};     ///< why there is no port, though one was wanted
        Spool::Drained taken{};                ///< from the spool at the start
        std::optional<Error> historyTrouble{}; ///< why nothing is kept beyond this tracker's life
        std::optional<std::string> setAside{}; ///< where a history went that could not be read
    };

    explicit Engine(Options options);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Error "tracker_running", naming the process, when this person has a tracker already.
    Result<Info> start();

    /// Runs @p work on the engine's thread, in order. What is posted once it has stopped is dropped.
    /// Feeds are made and destroyed here, the last of them before stop().
    void post(std::function<void(Tracker &)> work);

    /// Puts a new token in the place of the one in Info::tokenPath; from then on it alone opens, and who came in with the
    /// old one is hung up on. @p answer runs on the engine's thread, with the new one or why all is as it was; not at
    /// all once the engine has stopped.
    void renewToken(std::function<void(const Result<std::string> &)> answer);

    /// Everything posted so far still runs; then hangs up on everyone. Returns when the thread has ended.
    void stop();

private:
    struct Private;
    static void openHistory(Private &d, Info &info);
    std::unique_ptr<Private> m_d;
};

/// The process that listens on the Unix socket @p path.
std::optional<int> listenerOf(const std::string &path);

} // namespace afoot
