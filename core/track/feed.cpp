#include "core/track/feed.h"

#include "core/track/tracker.h"

#include <algorithm>
#include <utility>

namespace afoot {

Feed::Feed(Tracker &tracker, std::function<void()> onReady)
    : Feed(tracker, std::move(onReady), Options{})
{
}

Feed::Feed(Tracker &tracker, std::function<void()> onReady, Options options)
    : m_tracker(&tracker), m_onReady(std::move(onReady)), m_options(options)
{
    tracker.m_feeds.push_back(this);
}

Feed::~Feed()
{
    if (m_tracker != nullptr)
        std::erase(m_tracker->m_feeds, this);
}

bool Feed::empty() const
{
    return !m_reset && m_dirty.empty() && m_past.empty() && m_transitions.empty() &&
           m_log.empty() && m_logDropped.empty();
}

Delta Feed::take()
{
    Delta delta;
    if (m_tracker == nullptr)
        return delta;
    delta.rev = m_tracker->rev();
    delta.reset = std::exchange(m_reset, false);
    if (delta.reset)
        takeWhole(delta.changes);
    else if (m_dirty.size() == 1 && m_past.empty()) // how it is with a reader that keeps up
        takeOne(m_dirty.front(), delta.changes);
    else
        takeMany(delta.changes);
    m_dirty.clear();
    m_past.clear();
    if (!m_transitions.empty()) {
        std::erase_if(m_transitions, [](const Transition &t) { return t.job == nullptr; });
        delta.transitions = std::move(m_transitions);
        m_transitions.clear();
        m_openTransition.clear();
    }
    if (!m_log.empty() || !m_logDropped.empty())
        takeLogs(delta.logs);
    return delta;
}

void Feed::takeWhole(std::vector<Change> &changes)
{
    for (JobPtr &job : m_tracker->jobs()) {
        if (wants(job->key))
            changes.push_back({.key = job->key, .job = job, .rev = job->rev});
    }
    std::fill(m_isDirty.begin(), m_isDirty.end(), std::uint8_t{0});
}

void Feed::takeOne(std::uint32_t slot, std::vector<Change> &changes)
{
    if (!isDirty(slot))
        return; // removed meanwhile, or listed twice
    m_isDirty[slot] = 0;
    JobPtr job = m_tracker->snapshot(slot);
    const JobKey &key = job->key;
    const std::uint64_t rev = job->rev;
    changes.push_back({.key = key, .job = std::move(job), .rev = rev});
}

void Feed::takeMany(std::vector<Change> &changes)
{
    // numbers are sorted, since changes are heavy
    std::vector<std::pair<std::uint64_t, std::uint32_t>> present;
    present.reserve(m_dirty.size());
    for (const std::uint32_t slot : m_dirty) {
        if (isDirty(slot))
            present.emplace_back(m_tracker->revOf(slot), slot);
    }
    std::sort(present.begin(), present.end());
    changes = std::move(m_past);
    const auto byRev = [](const Change &a, const Change &b) { return a.rev < b.rev; };
    const auto past = static_cast<std::ptrdiff_t>(changes.size());
    std::sort(changes.begin(), changes.end(), byRev);
    changes.reserve(changes.size() + present.size());
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (i + 2 < present.size())
            m_tracker->fetchAhead(present[i + 2].second);
        takeOne(present[i].second, changes);
    }
    std::inplace_merge(changes.begin(), changes.begin() + past, changes.end(), byRev);
}

void Feed::takeLogs(std::vector<LogChunk> &logs)
{
    std::unordered_map<JobKey, std::size_t, JobKeyHash> chunkOf;
    const auto chunk = [&](const JobKey &key) -> LogChunk & {
        const auto [at, isNew] = chunkOf.try_emplace(key, logs.size());
        if (isNew)
            logs.push_back({.key = key});
        return logs[at->second];
    };
    for (const auto &[key, dropped] : m_logDropped)
        chunk(key).dropped = dropped;
    for (auto &[key, line] : m_log)
        chunk(key).lines.push_back(std::move(line));
    m_log.clear();
    m_logDropped.clear();
}

void Feed::askSnapshot()
{
    const bool wasEmpty = empty();
    m_reset = true;
    wake(wasEmpty);
}

void Feed::onlyJobs(std::vector<JobKey> keys)
{
    m_only = {std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end())};
}

void Feed::alsoJob(const JobKey &key)
{
    if (!m_only.empty())
        m_only.insert(key);
}

void Feed::dropJob(const JobKey &key)
{
    if (m_only.size() > 1)
        m_only.erase(key);
}

void Feed::followLogs(bool all)
{
    m_allLogs = all;
}

void Feed::followLog(const JobKey &key)
{
    m_logsOf.insert(key);
}

void Feed::unfollowLog(const JobKey &key)
{
    m_logsOf.erase(key);
}

bool Feed::wantsLog(const JobKey &key) const
{
    return (m_allLogs && wants(key)) || m_logsOf.contains(key);
}

void Feed::markDirty(std::uint32_t slot)
{
    if (m_reset)
        return; // the whole state comes anyway
    if (slot >= m_isDirty.size())
        m_isDirty.resize(slot + 1);
    if (m_isDirty[slot] == 0) {
        m_isDirty[slot] = 1;
        m_dirty.push_back(slot);
    }
}

void Feed::clearDirty(std::uint32_t slot)
{
    if (isDirty(slot))
        m_isDirty[slot] = 0;
}

void Feed::keepPast(Change change)
{
    if (m_reset)
        return; // the whole state comes anyway
    m_past.push_back(std::move(change));
    if (m_past.size() > m_options.maxPast)
        overrun();
}

void Feed::overrun()
{
    m_reset = true;
    m_past.clear();
    m_dirty.clear();
    std::fill(m_isDirty.begin(), m_isDirty.end(), std::uint8_t{0});
    m_transitions.clear();
    m_openTransition.clear();
}

void Feed::noteTransition(Transition transition)
{
    const JobKey &key = transition.job->key;
    const auto open = m_openTransition.find(key);
    if (open != m_openTransition.end() && m_transitions[open->second].job) {
        Transition &pending = m_transitions[open->second];
        if (!isFinal(pending.job->state)) {
            pending.job = std::move(transition.job);
            if (pending.before == pending.job->state) {
                // there and back again before anyone looked: nothing to tell
                pending.job.reset();
                m_openTransition.erase(open);
            }
            return;
        }
    }
    m_openTransition[key] = m_transitions.size();
    m_transitions.push_back(std::move(transition));
    if (m_transitions.size() > 2 * m_options.maxPast + m_tracker->size())
        overrun();
}

void Feed::addLog(const JobKey &key, const std::vector<LogLine> &lines)
{
    for (const LogLine &line : lines)
        m_log.emplace_back(key, line);
    while (m_log.size() > m_options.maxLogLines) {
        ++m_logDropped[m_log.front().first];
        m_log.pop_front();
    }
    // jobs come and go: those that are gone are not counted for ever
    if (m_logDropped.size() > std::max(m_options.maxLogLines, 2 * m_tracker->size()))
        std::erase_if(m_logDropped, [this](const auto &counted) {
            return !m_tracker->m_slotOf.find(counted.first);
        });
}

void Feed::wake(bool wasEmpty)
{
    if (wasEmpty && m_onReady)
        m_onReady();
}

} // namespace afoot
