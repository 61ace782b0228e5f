#pragma once

#include "core/follow/trackerevent.h"
#include "core/model/job.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace afoot::cli {

/// What `afoot watch` knows: the jobs in view, and which of them it has seen running. A value; no clock, no output.
class WatchState
{
public:
    /// @p only: these jobs; empty means all.
    explicit WatchState(std::set<JobKey> only = {}) : m_only(std::move(only)) {}

    /// What one event changed.
    struct Seen
    {
        std::vector<Job> changed{}; ///< now in this state
        std::vector<Job> ended{};   ///< of these, those that were running before
        std::vector<JobKey> gone{}; ///< were running and are no longer known: lost to us
    };
    Seen take(const TrackerEvent &event);
    /// A job that had ended before the watching: in view, and does not count.
    Seen takePast(const Job &job);

    /// In view and not ended, oldest first.
    std::vector<Job> live() const;
    /// Everything in view, oldest first.
    std::vector<Job> all() const;

    /// True once something was seen running (or was asked for by name) and all of that has ended.
    bool isOver() const;
    /// Protocol 6: of the worst end.
    int exitCode() const { return m_exitCode; }

private:
    void takeJob(const Job &job, Seen &seen);
    void lose(const JobKey &key, Seen &seen);

    std::set<JobKey> m_only;
    std::map<JobKey, Job> m_jobs{};
    std::set<JobKey> m_running{};
    std::set<JobKey> m_ended{};
    bool m_sawSnapshot = false;
    int m_exitCode = 0;
};

/// One line of --json, protocol 6: url, error and message are null when unknown, never absent.
std::string watchLine(const Job &job);

/// What the plain output says again only when it changed: state, step, each tenth of the way.
std::string milestoneOf(const Job &job);

} // namespace afoot::cli
