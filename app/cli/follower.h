#pragma once

#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace afoot::cli {

/// How the connection to the tracker fares.
struct LinkNews
{
    enum class Phase { Connecting, Connected, Reconnecting, Disconnected };
    Phase phase = Phase::Connecting;
    int attempt = 0;            ///< failures in a row so far
    Millis retryIn{0};          ///< Reconnecting only
    std::optional<Error> why{}; ///< Reconnecting and Disconnected
};
std::string_view nameOf(LinkNews::Phase phase);

using News = std::variant<LinkNews, TrackerEvent>;

/// How long to wait before the next try: at once, then 1, 2, 4, 8, 15 and 30 s, ±20 % by @p jitter (0..1).
Millis retryDelay(int failures, double jitter);

/// Follows a tracker's stream on a thread of its own and comes back after every interruption.
///
/// Threads: made, asked and destroyed on one thread; news cross in a bounded queue, and while it is full the
/// stream waits. Ends with Disconnected: the tracker refused, or was away for @c maxFailures tries in a row.
class Follower
{
public:
    struct Options
    {
        int maxFailures = 6;     ///< half a minute
        bool keepTrying = false; ///< also when there is no tracker to begin with
    };
    Follower(TrackerAddress address, std::string target, Options options);
    ~Follower();
    Follower(const Follower &) = delete;
    Follower &operator=(const Follower &) = delete;

    /// Readable while there is news.
    int fd() const { return m_news; }
    std::vector<News> take();

private:
    void run();
    std::optional<Error> followOnce(TrackerClient &client, std::string &lastEventId, bool &greeted);
    bool give(News news);
    bool pause(Millis delay) const;

    TrackerAddress m_address;
    std::string m_target;
    Options m_options;
    int m_news = -1; ///< eventfd
    int m_stop = -1; ///< eventfd
    std::mutex m_mutex{};
    std::condition_variable m_taken{};
    std::vector<News> m_queue{};
    bool m_stopping = false;
    std::thread m_thread{};
};

} // namespace afoot::cli
