#include "ui/jobs/jobtally.h"

#include <cmath>
#include <utility>

namespace afoot::ui {

namespace {

void countIn(JobCounts &counts, const ListedJob &job, int by)
{
    const State state = job.talliedAs;
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

void JobTally::count(const ListedJob &job, int by)
{
    countIn(m_all, job, by);
    countIn(m_bySource[job.job->key.source], job, by);
}

void JobTally::take(ListedJob &job)
{
    const Job &now = *job.job;
    const bool isUnseen = isFinal(now.state) && !now.seen;
    if (!job.isTallied || job.talliedAs != now.state || job.isUnseen != isUnseen) {
        if (job.isTallied)
            count(job, -1);
        else
            ++m_sources[now.key.source];
        job.isTallied = true;
        job.talliedAs = now.state;
        job.isUnseen = isUnseen;
        count(job, 1);
    }
    if (now.state != State::Running) {
        stop(job);
        return;
    }
    if (job.runs < 0) {
        job.runs = int(m_running.size());
        m_running.push_back({.listed = &job});
    }
    const auto left = text::secondsLeft(now, now.updatedAt);
    m_running[std::size_t(job.runs)].ends =
        left ? std::optional(now.updatedAt + Millis(std::llround(*left * 1000))) : std::nullopt;
}

void JobTally::leave(ListedJob &job)
{
    stop(job);
    count(job, -1);
    job.isTallied = false;
    const auto source = m_sources.find(job.job->key.source);
    if (--source->second == 0) {
        m_bySource.erase(source->first);
        m_sources.erase(source);
    }
}

void JobTally::stop(ListedJob &job)
{
    if (job.runs < 0)
        return;
    const auto place = std::size_t(std::exchange(job.runs, -1));
    m_running[place] = m_running.back();
    m_running.pop_back();
    if (place < m_running.size())
        m_running[place].listed->runs = int(place);
}

void JobTally::clear(std::size_t jobs)
{
    m_all = {};
    m_bySource.clear();
    m_sources.clear();
    m_running.clear();
    m_running.reserve(jobs);
}

const JobCounts &JobTally::of(const std::string &source) const
{
    static const JobCounts none;
    const auto at = m_bySource.find(source);
    return at == m_bySource.end() ? none : at->second;
}

} // namespace afoot::ui
