#pragma once

#include "ui/jobs/look.h"

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

/// A job as a tally counts it. Its owner leaves it where it is in memory.
struct TalliedJob
{
    std::optional<State> countedAs{}; ///< unset: not at all
    bool isUnseen = false;
    JobCounts *ofSource = nullptr;
    int runs = -1; ///< place among those that run
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
        const JobPtr *job = nullptr;
        std::optional<WallTime> ends{};
        TalliedJob *tallied = nullptr;
    };

    /// @p job is as it is now, new or changed; it stays where it is until it leaves or the tally is cleared.
    void take(TalliedJob &tallied, const JobPtr &job);
    void leave(TalliedJob &tallied, const JobPtr &job);
    void clear();

    const JobCounts &all() const { return m_all; }
    /// All nought where no job is of it.
    const JobCounts &of(const std::string &source) const;
    /// How many jobs each source has; those that have none are not there.
    const std::map<std::string, int> &sources() const { return m_sources; }
    /// In no order.
    const std::vector<Runner> &running() const { return m_running; }

private:
    void count(const TalliedJob &tallied, int by);
    void stop(TalliedJob &tallied);

    JobCounts m_all{};
    std::map<std::string, JobCounts> m_bySource{};
    std::map<std::string, int> m_sources{};
    std::vector<Runner> m_running{};
};

} // namespace afoot::ui
