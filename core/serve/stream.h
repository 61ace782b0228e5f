#pragma once

#include "core/serve/channel.h"
#include "core/serve/cursor.h"
#include "core/serve/frames.h"
#include "core/serve/outbox.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <functional>
#include <optional>
#include <vector>

namespace afoot::serve {

/// What a client asked to be told.
struct StreamPlan
{
    std::vector<JobKey> jobs{};    ///< empty: all
    bool logs = false;             ///< their log lines too
    std::optional<Cursor> after{}; ///< what it has seen
    std::optional<JobKey>
        hold{}; ///< it is the reporter of this job, and alive as long as it listens

    friend bool operator==(const StreamPlan &, const StreamPlan &) = default;
};

/// One reader of the event stream: a feed on one side, frames on the other; knows no sockets.
///
/// Threads: the engine's. The tracker and the frames must outlive it. A held job is released when it is destroyed.
class Stream final : public Channel
{
public:
    /// @p onReady as with Feed: it may only arrange for a later drain().
    Stream(Tracker &tracker, Frames &frames, StreamPlan plan, std::function<void()> onReady);
    ~Stream() override;

    /// hello, and what brings the reader up to now: the changes since its cursor, or a snapshot.
    void open(Outbox &out) override;
    void drain(Outbox &out) override;
    void ping(Outbox &out) override;

    bool isEmpty() const override { return m_feed.empty(); }
    /// The held job has ended or is gone, and the outbox has been told.
    bool isOver() const override { return m_isOver; }

private:
    void write(const Change &change, Delta &delta, Outbox &out);
    void noteEnd(const Change &change);
    bool wants(const JobKey &key) const;

    Tracker &m_tracker;
    Frames &m_frames;
    StreamPlan m_plan;
    Feed m_feed;
    bool m_isOver = false;
};

} // namespace afoot::serve
