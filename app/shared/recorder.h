#pragma once

#include "core/model/result.h"
#include "core/serve/server.h"
#include "core/store/history.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace afoot {

/// Carries what happens in the tracker to the history on disk, and what was there back into a new tracker.
///
/// States and log lines follow within a moment, gathered; the end of a run goes at once when its reporter waits for it.
/// Threads: the engine's. The io_context, the tracker and the history must outlive it.
class Recorder
{
public:
    Recorder(boost::asio::io_context &io, Tracker &tracker, History &history);

    /// Puts the jobs that the last tracker had into this one. Before anything else is said to it.
    static std::optional<Error> restore(History &history, Tracker &tracker);

    /// Hands over all that is new.
    void drain();
    /// Hands over all that is new, and calls @p done on this thread once the end of @p job is safe.
    void keepEnd(const JobPtr &job, std::function<void(std::optional<Error>)> done);
    /// Hands over all that is new, and from now on gathers nothing: what comes later must be drained. Nothing of this
    /// keeps the io_context running then.
    void finish();
    /// Everything is on disk when this returns without trouble. Waits for the disk.
    std::optional<Error> flush();

private:
    void wake();
    void record(const Change &change);

    boost::asio::io_context &m_io;
    Tracker &m_tracker;
    History &m_history;
    boost::asio::steady_timer m_timer;
    std::shared_ptr<int> m_life =
        std::make_shared<int>(0); ///< a wait that is over looks whether this is gone
    JobPtr m_awaited{};           ///< an end, while it is being handed over
    History::Done m_awaitedDone{};
    bool m_isFinished = false;
    Feed m_feed; ///< last: it wakes the rest
};

} // namespace afoot
