#pragma once

#include "core/model/job.h"
#include "core/model/limits.h"

#include <deque>
#include <vector>

namespace afoot {

/// Lines with what is missing before them.
struct LogView
{
    std::vector<LogLine> lines{}; ///< oldest first
    std::uint64_t dropped = 0;    ///< lines asked for that are gone
};

/// The log of one run: numbers its lines from 1 and keeps the newest, within bounds of number and bytes.
///
/// Threads: a value; the engine's.
class JobLog
{
public:
    /// Gives @p lines their numbers, and @p now where they have no time, and keeps a copy.
    void append(std::vector<LogLine> &lines, WallTime now, const JobLimits &limits);

    /// What was kept of a log before this program: lines with their numbers, oldest first, in an empty log.
    void restore(std::vector<LogLine> lines);

    /// Lines with n > @p after, at most @p limit.
    LogView after(std::uint64_t n, std::size_t limit) const;

private:
    std::deque<LogLine> m_lines{};
    std::size_t m_bytes = 0;
    std::uint64_t m_next = 1;
};

} // namespace afoot
