#include "app/shared/recorder.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace afoot {

namespace {

/// States that come within this are gathered; a crash may cost as much of a running job's progress, and no end.
constexpr Millis gatherFor{200};

} // namespace

Recorder::Recorder(boost::asio::io_context &io, Tracker &tracker, History &history)
    : m_io(io), m_tracker(tracker), m_history(history), m_timer(io), m_feed(tracker, [this] {
        wake();
    })
{
    m_feed.followLogs(true);
}

std::optional<Error> Recorder::restore(History &history, Tracker &tracker)
{
    Result<std::vector<StoredJob>> stored = history.load();
    if (!stored)
        return stored.error();
    std::vector<StoredJob> jobs = std::move(stored).value();
    std::sort(jobs.begin(), jobs.end(),
              [](const StoredJob &a, const StoredJob &b) { return a.job.rev < b.job.rev; });
    for (StoredJob &kept : jobs)
        tracker.restore(std::move(kept.job), std::move(kept.log), kept.held);
    return std::nullopt;
}

void Recorder::wake()
{
    if (m_isFinished)
        return;
    m_timer.expires_after(gatherFor);
    m_timer.async_wait(
        [this, life = std::weak_ptr<int>(m_life)](const boost::system::error_code &ec) {
            if (!ec && !life.expired())
                drain();
        });
}

void Recorder::drain()
{
    const Delta delta = m_feed.take();
    for (const LogChunk &chunk : delta.logs)
        m_history.putLog(chunk.key, chunk.lines);
    for (const Change &change : delta.changes)
        record(change);
}

void Recorder::record(const Change &change)
{
    if (!change.job) {
        change.forgotten ? m_history.forget(change.key) : m_history.drop(change.key);
        return;
    }
    if (!isFinal(change.job->state)) {
        m_history.put(change.job, m_tracker.isHeld(change.key));
        return;
    }
    const bool isAwaited = m_awaited && m_awaited->key == change.key &&
                           m_awaited->finishedAt == change.job->finishedAt;
    m_history.end(change.job, isAwaited ? std::exchange(m_awaitedDone, nullptr) : History::Done{});
    if (isAwaited)
        m_awaited.reset();
}

void Recorder::keepEnd(const JobPtr &job, std::function<void(std::optional<Error>)> done)
{
    m_awaited = job;
    m_awaitedDone = [io = &m_io, done = std::move(done)](std::optional<Error> trouble) {
        boost::asio::post(*io, [done, trouble = std::move(trouble)] { done(trouble); });
    };
    drain();                               // its last lines come before it
    if (std::exchange(m_awaited, nullptr)) // it was handed over before: its reporter asks again
        m_history.end(job, std::exchange(m_awaitedDone, nullptr));
}

void Recorder::finish()
{
    m_isFinished = true;
    m_timer.cancel();
    drain();
}

std::optional<Error> Recorder::flush()
{
    drain();
    return m_history.flush();
}

} // namespace afoot
