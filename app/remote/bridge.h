#pragma once

#include "app/remote/request.h"
#include "app/shared/owndialects.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <QObject>

#include <memory>
#include <set>
#include <vector>

namespace afoot {

/// The remote trackers of one request, followed, and what becomes of their jobs, a line of JSON each on standard
/// output: {"event":NAME,"data":…} with the events of protocol 1, and
///
///   link  {"state","transport","attempt","retry_in_ms","url","reason","dialect"}; the reason while it is not connected
///         and one is known, the dialect when the messages told it
///   past  a job, as "job" has it, that had ended before it was looked at: of all that another Afoot or a list has
///   raw   {"event","data","id","url"}
///   bad   {"source","url","message"} one message that could not be read
///   over  {"url","missing","given_up"} nothing more will come from there; after the last one the program ends
///
/// Of one look (once) each tracker is over with the first that it says of its jobs, with the first failure, unless the
/// person gave it attempts, or after onceWithin; who keeps trying has no end but the first.
/// Threads: the one that made it, with a Qt event loop.
class Bridge : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis onceWithin{10'000};

    Bridge(RemoteRequest request, const Clock &clock, QObject *parent = nullptr);
    ~Bridge() override;

    /// Error "bad_url" and the like; nothing is opened then.
    std::optional<Error> start();

Q_SIGNALS:
    void finished();

private:
    Result<remote::Source::Config> configFor(const RemoteUrl &wanted, std::size_t number) const;
    void add(remote::Source::Config config, const std::string &url);
    enum class Ended { Now, Before };
    /// @p ended: what jobs that are over are to whoever looks.
    void apply(const std::vector<Update> &updates, const std::vector<JobKey> &removed, Ended ended);
    bool isHistory(const remote::Source &source) const;
    void connectOnce(remote::Source &source, const std::string &url);
    void tellLink(const remote::Source &source, const std::string &url);
    void giveUp(remote::Source &source, const std::string &url, const std::string &why);
    void sayLink(const remote::Source &source, const std::string &url, std::string_view state,
                 const std::string &reason);
    void end(remote::Source &source, const std::string &url, bool gaveUp);
    bool isOver(const remote::Source &source) const;
    bool hasEnded(const std::string &sourceName) const;
    void say(std::string_view event, std::string_view data);
    void flush();

    RemoteRequest m_request;
    const Clock &m_clock;
    remote::Network m_network;
    Tracker m_tracker;
    Feed m_feed;
    std::vector<OwnDialect> m_dialects; ///< their sources point into it
    std::vector<std::unique_ptr<remote::Source>> m_sources{};
    std::vector<const remote::Source *> m_over{};
    std::set<const remote::Source *> m_pictured{}; ///< have told how all of their jobs are
    std::set<JobKey> m_past{};                     ///< had ended before
    std::string m_out{};
};

} // namespace afoot
