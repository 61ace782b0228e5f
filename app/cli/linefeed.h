#pragma once

#include "core/model/clock.h"
#include "core/model/job.h"

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// Cuts bytes into lines, in batches that one request carries.
///
/// A line ends at LF; of a line that was painted over with carriage returns the last state stays. Of a line
/// longer than @c maxLineBytes only the start is kept: a job's log holds less than that.
class LineCutter
{
public:
    static constexpr std::size_t maxLineBytes = 8U << 10U;
    static constexpr std::size_t maxBatchLines = 1000;
    static constexpr std::size_t maxBatchBytes = 128U << 10U;

    void push(std::string_view bytes);
    /// What is left at the end is a line too.
    void finish();
    /// The next batch; empty when there is no whole line.
    std::vector<std::string> take();
    bool full() const { return m_lines.size() >= maxBatchLines; }

private:
    void endLine();

    std::string m_line{};
    bool m_afterReturn = false;
    std::deque<std::string> m_lines{};
};

/// Reads @p fd to its end and hands on its lines: the first at once, then at most ten batches a second.
void eachBatch(int fd, const Clock &clock,
               const std::function<void(const std::vector<std::string> &)> &onLines);

/// A line as a job's log takes it: cleaned, cut to the limit.
LogLine logLine(std::string_view text, std::string level, WallTime time);

} // namespace afoot::cli
