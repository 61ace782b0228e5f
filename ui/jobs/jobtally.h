#pragma once

#include "ui/jobs/jobrow.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace afoot::ui {

/// What there is to say of some jobs in numbers.
struct JobCounts
{
    int total = 0;
    std::array<int, allStates.size()> states{};
    std::array<int, allGroups.size()> groups{};
    int unseen = 0;       ///< ended, and nobody has looked
    int unseenFailed = 0; ///< of those, failed or lost

    int count(State state) const { return states[std::size_t(state)]; }
    int count(Group group) const { return groups[std::size_t(group)]; }
    /// Not ended.
    int active() const { return total - count(Group::Failed) - count(Group::Finished); }
};

/// Counts jobs as they change, so that whoever asks how many there are need not look at each.
///
/// Threads: one at a time. The jobs must outlive their place in here.
class JobTally
{
public:
    /// A job that runs.
    struct Runner
    {
        ListedJob *listed = nullptr;
        std::optional<WallTime> ends{};

        const JobPtr &job() const { return listed->job; }
    };

    /// @p job is new, or is another than it was. It stays where it is in memory until it leaves or the tally is cleared.
    void take(ListedJob &job);
    void leave(ListedJob &job);
    /// Counts none from now on, and expects @p jobs.
    void clear(std::size_t jobs = 0);

    const JobCounts &all() const { return m_all; }
    /// All nought where no job is of it.
    const JobCounts &of(const std::string &source) const;
    /// How many jobs each source has; those that have none are not there.
    const std::map<std::string, int> &sources() const { return m_sources; }
    /// In no order.
    const std::vector<Runner> &running() const { return m_running; }

private:
    void count(const ListedJob &job, int by);
    void stop(ListedJob &job);

    JobCounts m_all{};
    std::map<std::string, JobCounts> m_bySource{};
    std::map<std::string, int> m_sources{};
    std::vector<Runner> m_running{};
};

} // namespace afoot::ui
