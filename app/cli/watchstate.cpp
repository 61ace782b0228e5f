#include "app/cli/watchstate.h"

#include "app/cli/humanize.h"
#include "app/cli/trackeraccess.h"

#include <algorithm>
#include <cmath>

namespace afoot::cli {

WatchState::Seen WatchState::take(const TrackerEvent &event)
{
    Seen seen;
    if (const auto *one = std::get_if<JobEvent>(&event)) {
        takeJob(one->job, seen);
    } else if (const auto *gone = std::get_if<RemovedEvent>(&event)) {
        lose(gone->key, seen);
    } else if (const auto *all = std::get_if<SnapshotEvent>(&event)) {
        std::set<JobKey> present;
        for (const Job &job : all->jobs)
            present.insert(job.key);
        std::vector<JobKey> missing;
        for (const auto &[key, job] : m_jobs) {
            if (!present.contains(key))
                missing.push_back(key);
        }
        for (const JobKey &key : m_only) {
            if (!present.contains(key) && !m_jobs.contains(key))
                missing.push_back(key);
        }
        for (const JobKey &key : missing)
            lose(key, seen);
        for (const Job &job : all->jobs)
            takeJob(job, seen);
        m_sawSnapshot = true;
    }
    return seen;
}

WatchState::Seen WatchState::takePast(const Job &job)
{
    m_jobs.insert_or_assign(job.key, job);
    return {.changed = {job}};
}

void WatchState::takeJob(const Job &job, Seen &seen)
{
    if (!m_only.empty() && !m_only.contains(job.key))
        return;
    const auto known = m_jobs.find(job.key);
    if (known != m_jobs.end() && known->second == job)
        return;
    const bool isNew = known == m_jobs.end();
    m_jobs.insert_or_assign(job.key, job);
    seen.changed.push_back(job);
    if (!isFinal(job.state)) {
        m_running.insert(job.key);
        m_ended.erase(job.key);
        return;
    }
    // One that came and ended between two looks counts, unless it is history from before the watching.
    const bool counts =
        m_running.erase(job.key) > 0 || m_only.contains(job.key) || (isNew && m_sawSnapshot);
    if (counts && m_ended.insert(job.key).second) {
        m_exitCode = worst(m_exitCode, exitCodeFor(job.state));
        seen.ended.push_back(job);
    }
}

void WatchState::lose(const JobKey &key, Seen &seen)
{
    m_jobs.erase(key);
    const bool wanted = m_only.contains(key) && !m_ended.contains(key);
    if (m_running.erase(key) == 0 && !wanted)
        return;
    m_ended.insert(key);
    m_exitCode = worst(m_exitCode, exitCodeFor(State::Lost));
    seen.gone.push_back(key);
}

std::vector<Job> WatchState::all() const
{
    std::vector<Job> jobs;
    for (const auto &[key, job] : m_jobs)
        jobs.push_back(job);
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const Job &a, const Job &b) { return a.createdAt < b.createdAt; });
    return jobs;
}

std::vector<Job> WatchState::live() const
{
    std::vector<Job> jobs = all();
    std::erase_if(jobs, [](const Job &job) { return isFinal(job.state); });
    return jobs;
}

bool WatchState::isOver() const
{
    return m_running.empty() && !m_ended.empty() && m_ended.size() >= m_only.size();
}

std::string watchLine(const Job &job)
{
    std::string json = wire::toJson(job);
    if (job.message.empty()) {
        // the first of that name is the job's own: a step without a message has none
        constexpr std::string_view empty = R"("message":"")";
        if (const std::size_t at = json.find(empty); at != std::string::npos)
            json.replace(at, empty.size(), R"("message":null)");
    }
    json.pop_back();
    if (job.url.empty())
        json += R"(,"url":null)";
    if (job.error.empty())
        json += R"(,"error":null)";
    return R"({"type":"job","job":)" + json + "}}";
}

std::string milestoneOf(const Job &job)
{
    std::string key(nameOf(job.state));
    if (isFinal(job.state))
        return key;
    for (const Step &step : job.steps) {
        if (step.state == StepState::Running)
            key += '/' + step.name;
    }
    if (job.percent)
        key += '/' + std::to_string(static_cast<int>(std::floor(*job.percent / 10)));
    if (job.asked)
        key += '/' + askedText(job);
    return key;
}

} // namespace afoot::cli
