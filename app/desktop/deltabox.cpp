#include "app/desktop/deltabox.h"

namespace afoot {

namespace {

constexpr std::size_t maxLogLines = 20'000;

} // namespace

bool DeltaBox::putSnapshot(const std::vector<JobPtr> &jobs)
{
    const std::scoped_lock lock(m_mutex);
    const bool first = wasEmpty();
    m_delta.changes.clear();
    m_delta.logs.clear();
    m_logLines = 0;
    m_latest.clear();
    m_delta.reset = true;
    const auto known = std::move(m_state);
    m_state.clear();
    for (const JobPtr &job : jobs) {
        // what ended while nobody was listening is news; what was never seen running is not
        const auto before = known.find(job->key);
        if (before != known.end() && before->second != job->state)
            m_delta.transitions.push_back({.job = job, .before = before->second});
        m_state[job->key] = job->state;
        m_latest[job->key] = m_delta.changes.size();
        m_delta.changes.push_back({.key = job->key, .job = job, .rev = job->rev});
    }
    return first;
}

bool DeltaBox::putJob(JobPtr job)
{
    const std::scoped_lock lock(m_mutex);
    const bool first = wasEmpty();
    noteTransition(job);
    const auto known = m_latest.find(job->key);
    if (known != m_latest.end()) {
        Change &pending = m_delta.changes[known->second];
        const bool hidesAnEnd =
            pending.job && isFinal(pending.job->state) && pending.job->createdAt != job->createdAt;
        if (pending.job && !hidesAnEnd) {
            pending.rev = job->rev;
            pending.job = std::move(job);
            return first;
        }
    }
    m_latest[job->key] = m_delta.changes.size();
    m_delta.changes.push_back({.key = job->key, .job = job, .rev = job->rev});
    return first;
}

bool DeltaBox::putRemoved(const JobKey &key)
{
    const std::scoped_lock lock(m_mutex);
    const bool first = wasEmpty();
    m_state.erase(key);
    m_latest.erase(key);
    m_delta.changes.push_back({.key = key});
    return first;
}

bool DeltaBox::putLog(LogChunk chunk)
{
    const std::scoped_lock lock(m_mutex);
    const bool first = wasEmpty();
    m_logLines += chunk.lines.size();
    m_delta.logs.push_back(std::move(chunk));
    while (m_logLines > maxLogLines && m_delta.logs.size() > 1) {
        // the next chunk of that job says how much is missing before it
        const LogChunk oldest = std::move(m_delta.logs.front());
        m_delta.logs.erase(m_delta.logs.begin());
        m_logLines -= oldest.lines.size();
        m_delta.logs.front().dropped += oldest.dropped + oldest.lines.size();
    }
    return first;
}

Delta DeltaBox::take()
{
    const std::scoped_lock lock(m_mutex);
    Delta delta = std::move(m_delta);
    m_delta = {};
    m_latest.clear();
    m_logLines = 0;
    if (!delta.changes.empty())
        delta.rev = delta.changes.back().rev;
    return delta;
}

void DeltaBox::noteTransition(const JobPtr &job)
{
    const auto known = m_state.find(job->key);
    if (known != m_state.end() && known->second == job->state)
        return;
    const auto before = known == m_state.end() ? std::nullopt : std::optional(known->second);
    m_delta.transitions.push_back({.job = job, .before = before});
    m_state[job->key] = job->state;
}

} // namespace afoot
