#include "core/track/joblog.h"

#include <algorithm>

namespace afoot {

void JobLog::append(std::vector<LogLine> &lines, WallTime now, const JobLimits &limits)
{
    for (LogLine &line : lines) {
        line.n = m_next++;
        if (line.time == WallTime{})
            line.time = now;
        m_bytes += line.text.size();
    }
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    while (m_lines.size() > limits.maxLogLinesPerJob ||
           (m_bytes > limits.maxLogBytesPerJob && m_lines.size() > 1)) {
        m_bytes -= m_lines.front().text.size();
        m_lines.pop_front();
    }
}

void JobLog::restore(std::vector<LogLine> lines)
{
    if (lines.empty())
        return;
    m_next = lines.back().n + 1;
    for (LogLine &line : lines) {
        m_bytes += line.text.size();
        m_lines.push_back(std::move(line));
    }
}

LogView JobLog::after(std::uint64_t n, std::size_t limit) const
{
    LogView view;
    const std::uint64_t firstKept = m_next - m_lines.size();
    if (n + 1 < firstKept)
        view.dropped = firstKept - n - 1;
    const auto from =
        std::upper_bound(m_lines.begin(), m_lines.end(), n,
                         [](std::uint64_t number, const LogLine &line) { return number < line.n; });
    const auto count = std::min(limit, static_cast<std::size_t>(m_lines.end() - from));
    view.lines.assign(from, from + static_cast<std::ptrdiff_t>(count));
    return view;
}

} // namespace afoot
