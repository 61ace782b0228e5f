#pragma once

#include "core/model/job.h"

namespace afoot {

/// One job as it is now, or the news that it is gone (@c job null).
struct Change
{
    JobKey key{};
    JobPtr job{};
    std::uint64_t rev = 0;
    bool forgotten = false; ///< gone because somebody wants nothing of it kept
};

/// A change of state, with both sides: toasts and history read these.
struct Transition
{
    JobPtr job{};                  ///< as it is after
    std::optional<State> before{}; ///< unset for a job that is new
};

/// New log lines of one job. @c dropped lines before them were skipped for this reader.
struct LogChunk
{
    JobKey key{};
    std::vector<LogLine> lines{};
    std::uint64_t dropped = 0;
};

/// What the tracker made of everything that one reader has not read yet.
///
/// @c changes go in order of revision; a job stands there once, with its latest state, and before
/// that once for each end of a run that would otherwise be skipped.
struct Delta
{
    std::uint64_t rev = 0; ///< of the last change in here
    bool reset = false;    ///< forget everything known before: @c changes is the whole state
    std::vector<Change> changes{};
    std::vector<Transition> transitions{};
    std::vector<LogChunk> logs{};

    bool empty() const { return !reset && changes.empty() && transitions.empty() && logs.empty(); }
};

} // namespace afoot
