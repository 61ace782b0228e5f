#include "core/serve/stream.h"

#include <algorithm>

namespace afoot::serve {

Stream::Stream(Tracker &tracker, Frames &frames, StreamPlan plan, std::function<void()> onReady)
    : m_tracker(tracker)
    , m_frames(frames)
    , m_plan(std::move(plan))
    , m_feed(tracker, std::move(onReady))
{
    m_feed.onlyJobs(m_plan.jobs);
    m_feed.followLogs(m_plan.logs);
    if (m_plan.hold)
        m_tracker.hold(*m_plan.hold);
}

Stream::~Stream()
{
    if (m_plan.hold)
        m_tracker.release(*m_plan.hold);
}

bool Stream::wants(const JobKey &key) const
{
    return m_plan.jobs.empty() ||
           std::find(m_plan.jobs.begin(), m_plan.jobs.end(), key) != m_plan.jobs.end();
}

void Stream::open(Outbox &out)
{
    std::optional<std::vector<Change>> missed;
    if (m_plan.after && m_plan.after->epoch == m_tracker.epoch())
        missed = m_tracker.since(m_plan.after->rev);
    out.add(m_frames.hello(m_tracker.rev(), missed ? m_plan.after : std::nullopt));
    if (!missed) {
        m_feed.askSnapshot();
        drain(out);
        return;
    }
    for (const Change &change : *missed) {
        if (!wants(change.key))
            continue;
        noteEnd(change);
        out.add(m_frames.change(change));
    }
    // a job that ended before the cursor is in no change, and nothing will follow
    if (m_plan.hold) {
        if (const JobPtr job = m_tracker.job(*m_plan.hold))
            noteEnd({.key = job->key, .job = job, .rev = job->rev});
    }
}

void Stream::drain(Outbox &out)
{
    Delta delta = m_feed.take();
    if (delta.reset) {
        for (const Change &change : delta.changes)
            noteEnd(change);
        out.add(m_frames.snapshot(delta.changes, delta.rev, m_plan.jobs.empty()));
    } else {
        for (const Change &change : delta.changes)
            write(change, delta, out);
    }
    for (const LogChunk &chunk : delta.logs)
        out.add(m_frames.log(chunk));
}

void Stream::write(const Change &change, Delta &delta, Outbox &out)
{
    // the last words come before the end: who waits for the end hangs up on it
    if (change.job && isFinal(change.job->state)) {
        const auto chunk = std::find_if(delta.logs.begin(), delta.logs.end(),
                                        [&](const LogChunk &c) { return c.key == change.key; });
        if (chunk != delta.logs.end()) {
            out.add(m_frames.log(*chunk));
            delta.logs.erase(chunk);
        }
    }
    noteEnd(change);
    out.add(m_frames.change(change));
}

void Stream::noteEnd(const Change &change)
{
    if (m_plan.hold && change.key == *m_plan.hold && (!change.job || isFinal(change.job->state)))
        m_isOver = true;
}

void Stream::ping(Outbox &out)
{
    out.add(m_frames.ping(m_tracker.rev()));
}

} // namespace afoot::serve
