#pragma once

#include "core/model/job.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace afoot {

/// A run of a job that has ended, as the history keeps it.
struct EndedRun
{
    std::int64_t number =
        0;     ///< rises; what its log is asked by and what deletes it. 0: none is known
    Job job{}; ///< as it was at the end

    friend bool operator==(const EndedRun &, const EndedRun &) = default;
};

/// Which ended runs are wanted; what is unset or empty leaves nothing out.
struct RunQuery
{
    std::string kind{};          ///< exactly this one
    std::string words{};         ///< each of them in title, kind, error or message; A–Z as a–z
    std::vector<State> states{}; ///< any of these
    std::vector<std::string> sources{};  ///< any of these
    std::vector<std::int64_t> numbers{}; ///< any of these
    std::optional<WallTime> from{};      ///< ended then or later
    std::optional<WallTime> to{};        ///< ended before
    std::size_t limit = 100;             ///< 1..1000; what is outside counts as the nearest
    std::string after{};                 ///< RunPage::next of the page before

    friend bool operator==(const RunQuery &, const RunQuery &) = default;
};

/// True when @p query leaves out nothing that is there, whatever page it is about.
bool isForAll(const RunQuery &query);

struct RunPage
{
    std::vector<EndedRun> runs{}; ///< newest end first
    std::string next{};           ///< empty when there are no more

    friend bool operator==(const RunPage &, const RunPage &) = default;
};

/// How many runs there are of what a RunQuery wants.
struct RunCounts
{
    using Named = std::vector<std::pair<std::string, std::uint64_t>>;
    static constexpr std::size_t maxKinds = 1000;

    std::uint64_t runs = 0;
    Named
        kinds{}; ///< most frequent first, then by name; without those that have none; maxKinds at most
    Named sources{}; ///< the same, all of them

    friend bool operator==(const RunCounts &, const RunCounts &) = default;
};

} // namespace afoot
