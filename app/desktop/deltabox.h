#pragma once

#include "core/model/delta.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace afoot {

/// What another tracker told between two looks, conflated as a feed does it: the latest state of each job, every end of
/// a run, log lines within a bound.
///
/// Threads: any; its mutex is held for a few moves.
class DeltaBox
{
public:
    /// True when the box was empty: its reader has to be woken.
    bool putSnapshot(const std::vector<JobPtr> &jobs);
    bool putJob(JobPtr job);
    bool putRemoved(const JobKey &key);
    bool putLog(LogChunk chunk);

    Delta take();

private:
    bool wasEmpty() const { return m_delta.empty(); }
    void noteTransition(const JobPtr &job);

    std::mutex m_mutex{};
    Delta m_delta{};
    std::size_t m_logLines = 0;
    std::unordered_map<JobKey, std::size_t, JobKeyHash> m_latest{}; ///< index into m_delta.changes
    std::unordered_map<JobKey, State, JobKeyHash> m_state{};        ///< as last told
};

} // namespace afoot
