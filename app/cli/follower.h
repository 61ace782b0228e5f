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
    enum class Phase { Connecting, Connected, Reconnecting, Polling, Disconnected };
    Phase phase = Phase::Connecting;
    int attempt = 0;            ///< failures in a row so far
    Millis retryIn{0};          ///< Reconnecting only
    std::optional<Error> why{}; ///< Reconnecting and Disconnected
    std::string transport = "sse";
    std::string url{}; ///< of a remote tracker, as it may be shown; empty: the one of this machine
    std::string dialect{}; ///< that its messages told; empty when nobody had to ask them
};
std::string_view nameOf(LinkNews::Phase phase);

/// What a transport dispatched, before any dialect.
struct RawNews
{
    wire::SseEvent event{};
};

/// One message could not be read; what it was is lost.
struct BadNews
{
    std::string source{}; ///< that its jobs would have
    std::string url{};
    std::string why{};
};

/// A job that had ended before anybody looked.
struct PastNews
{
    Job job{};
};

/// Nothing more will come.
struct EndNews
{
    bool gaveUp = false; ///< on a tracker whose job had not ended, or that knows no such job
    std::vector<std::string> missing{}; ///< URLs of trackers that know no such job
};

using News = std::variant<LinkNews, TrackerEvent, PastNews, RawNews, BadNews, EndNews>;

/// Where news comes from.
class NewsSource
{
public:
    NewsSource() = default;
    virtual ~NewsSource() = default;
    NewsSource(const NewsSource &) = delete;
    NewsSource &operator=(const NewsSource &) = delete;

    /// Readable while there is news.
    virtual int fd() const = 0;
    virtual std::vector<News> take() = 0;
    /// It says by EndNews when all is over; else what was seen says it.
    virtual bool saysItsEnd() const { return false; }
};

/// How long to wait before the next try: at once, then 1, 2, 4, 8, 15 and 30 s, ±20 % by @p jitter (0..1).
Millis retryDelay(int failures, double jitter);

/// Follows a tracker's stream on a thread of its own and comes back after every interruption.
///
/// Threads: made, asked and destroyed on one thread; news cross in a bounded queue, and while it is full the
/// stream waits. Ends with Disconnected: the tracker refused, or was away for @c maxFailures tries in a row.
class Follower : public NewsSource
{
public:
    struct Options
    {
        int maxFailures = 6;     ///< half a minute
        bool keepTrying = false; ///< also when there is no tracker to begin with
    };
    Follower(TrackerAddress address, std::string target, Options options);
    ~Follower() override;

    int fd() const override { return m_news; }
    std::vector<News> take() override;

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
