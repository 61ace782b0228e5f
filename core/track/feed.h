#pragma once

#include "core/model/delta.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace afoot {

class Tracker;

/// One reader's view of the tracker: a mailbox that conflates (protocol 3.2).
///
/// Holds which jobs changed since the last take(), so its size is bounded by the number of jobs however
/// slow the reader; the end of a run is never conflated away. Log lines have a ring of their own, and
/// what was skipped is counted, for jobs that are gone not for ever. A reader so slow that more than
/// @c maxPast ends of runs and removals pile up is overrun: its next take() is a reset with the whole state.
///
/// Threads: the engine's, like the tracker. Detaches itself when destroyed; the tracker must outlive it.
class Feed
{
public:
    struct Options
    {
        /// Ends and removals that wait beside the latest states: two for each of the most jobs that there may be.
        std::size_t maxPast = 20'000;
        std::size_t maxLogLines = 2000; ///< lines that wait
    };

    /// @p onReady runs when an empty feed gets something, from inside Tracker::apply(): it may only
    /// arrange for a later take().
    Feed(Tracker &tracker, std::function<void()> onReady);
    Feed(Tracker &tracker, std::function<void()> onReady, Options options);
    ~Feed();
    Feed(const Feed &) = delete;
    Feed &operator=(const Feed &) = delete;

    bool empty() const;

    /// Everything not read yet; the feed is empty afterwards.
    Delta take();

    /// Puts the whole state into the feed: its next take() is a reset.
    void askSnapshot();

    /// Only these jobs from now on; empty means all.
    void onlyJobs(std::vector<JobKey> keys);
    /// One more of these, and one less; the last one stays.
    void alsoJob(const JobKey &key);
    void dropJob(const JobKey &key);

    /// Log lines of every job in view (true) or of none but those given to followLog().
    void followLogs(bool all);
    void followLog(const JobKey &key);
    void unfollowLog(const JobKey &key);

private:
    friend class Tracker;

    bool wants(const JobKey &key) const { return m_only.empty() || m_only.contains(key); }
    bool wantsLog(const JobKey &key) const;
    bool isDirty(std::uint32_t slot) const
    {
        return slot < m_isDirty.size() && m_isDirty[slot] != 0;
    }
    void takeWhole(std::vector<Change> &changes);
    void takeOne(std::uint32_t slot, std::vector<Change> &changes);
    void takeMany(std::vector<Change> &changes);
    void takeLogs(std::vector<LogChunk> &logs);
    void markDirty(std::uint32_t slot);
    void clearDirty(std::uint32_t slot);
    void keepPast(Change change);
    void noteTransition(Transition transition);
    void addLog(const JobKey &key, const std::vector<LogLine> &lines);
    void wake(bool wasEmpty);
    void overrun();

    Tracker *m_tracker;
    std::function<void()> m_onReady;
    Options m_options;
    std::vector<std::uint32_t> m_dirty{};  ///< slots, each once
    std::vector<std::uint8_t> m_isDirty{}; ///< by slot
    std::vector<Change> m_past{};          ///< ends and removals that a later state would hide
    std::vector<Transition> m_transitions{};
    std::unordered_map<JobKey, std::size_t, JobKeyHash>
        m_openTransition{}; ///< may still be merged with
    std::deque<std::pair<JobKey, LogLine>> m_log{};
    std::unordered_map<JobKey, std::uint64_t, JobKeyHash> m_logDropped{};
    std::unordered_set<JobKey, JobKeyHash> m_only{};
    std::unordered_set<JobKey, JobKeyHash> m_logsOf{};
    bool m_allLogs = false;
    bool m_reset = false;
};

} // namespace afoot
