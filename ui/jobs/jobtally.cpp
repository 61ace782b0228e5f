#include "ui/jobs/jobtally.h"

#include <cmath>
#include <utility>

namespace afoot::ui {

namespace {

void countIn(JobCounts &counts, const TalliedJob &job, int by)
{
    const State state = *job.countedAs;
    counts.total += by;
    counts.states[std::size_t(state)] += by;
    counts.groups[std::size_t(Group::All)] += by;
    counts.groups[std::size_t(groupOf(state))] += by;
    if (job.isUnseen) {
        counts.unseen += by;
        counts.unseenFailed += groupOf(state) == Group::Failed ? by : 0;
    }
}

} // namespace

void JobTally::count(const TalliedJob &tallied, int by)
{
    countIn(m_all, tallied, by);
    countIn(*tallied.ofSource, tallied, by);
}

void JobTally::take(TalliedJob &tallied, const JobPtr &job)
{
    const bool isUnseen = isFinal(job->state) && !job->seen;
    if (!tallied.countedAs) {
        tallied.ofSource = &m_bySource[job->key.source];
        ++m_sources[job->key.source];
    }
    if (tallied.countedAs != job->state || tallied.isUnseen != isUnseen) {
        if (tallied.countedAs)
            count(tallied, -1);
        tallied.countedAs = job->state;
        tallied.isUnseen = isUnseen;
        count(tallied, 1);
    }
    if (job->state != State::Running) {
        stop(tallied);
        return;
    }
    if (tallied.runs < 0) {
        tallied.runs = int(m_running.size());
        m_running.push_back({.tallied = &tallied});
    }
    Runner &runner = m_running[std::size_t(tallied.runs)];
    runner.job = &job;
    const auto left = text::secondsLeft(*job, job->updatedAt);
    runner.ends = left ? std::optional(job->updatedAt + Millis(std::llround(*left * 1000)))
                       : std::nullopt;
}

void JobTally::leave(TalliedJob &tallied, const JobPtr &job)
{
    stop(tallied);
    count(tallied, -1);
    const auto source = m_sources.find(job->key.source);
    if (--source->second == 0) {
        m_bySource.erase(source->first);
        m_sources.erase(source);
    }
    tallied = {};
}

void JobTally::stop(TalliedJob &tallied)
{
    if (tallied.runs < 0)
        return;
    const auto place = std::size_t(std::exchange(tallied.runs, -1));
    m_running[place] = m_running.back();
    m_running.pop_back();
    if (place < m_running.size())
        m_running[place].tallied->runs = int(place);
}

void JobTally::clear()
{
    m_all = {};
    m_bySource.clear();
    m_sources.clear();
    m_running.clear();
}

const JobCounts &JobTally::of(const std::string &source) const
{
    static const JobCounts none;
    const auto at = m_bySource.find(source);
    return at == m_bySource.end() ? none : at->second;
}

} // namespace afoot::ui
