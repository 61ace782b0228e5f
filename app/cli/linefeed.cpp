#include "app/cli/linefeed.h"

#include "core/model/limits.h"
#include "core/model/text.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace afoot::cli {

void LineCutter::push(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t stop = std::min(bytes.find_first_of("\r\n"), bytes.size());
        if (stop > 0) {
            if (m_afterReturn)
                m_line.clear();
            m_afterReturn = false;
            m_line += bytes.substr(0, std::min(stop, maxLineBytes - m_line.size()));
        }
        if (stop == bytes.size())
            return;
        if (bytes[stop] == '\n')
            endLine();
        else
            m_afterReturn = true;
        bytes.remove_prefix(stop + 1);
    }
}

void LineCutter::finish()
{
    if (!m_line.empty())
        endLine();
}

void LineCutter::endLine()
{
    m_lines.push_back(std::exchange(m_line, {}));
    m_afterReturn = false;
}

std::vector<std::string> LineCutter::take()
{
    std::vector<std::string> batch;
    std::size_t bytes = 0;
    while (!m_lines.empty() && batch.size() < maxBatchLines && bytes < maxBatchBytes) {
        bytes += m_lines.front().size();
        batch.push_back(std::move(m_lines.front()));
        m_lines.pop_front();
    }
    return batch;
}

void eachBatch(int fd, const Clock &clock,
               const std::function<void(const std::vector<std::string> &)> &onLines)
{
    constexpr Millis pause{100};
    LineCutter cutter;
    const auto sendAll = [&] {
        for (std::vector<std::string> lines = cutter.take(); !lines.empty(); lines = cutter.take())
            onLines(lines);
    };
    bool waiting = false; // lines are there, due at @c due
    Ticks due{};
    std::optional<Ticks> last;
    std::string bytes(64U << 10U, '\0');
    while (true) {
        const Millis wait = waiting ? std::max<Millis>(due - clock.ticks(), Millis{0}) : Millis{-1};
        pollfd look{fd, POLLIN, 0};
        const int ready = ::poll(&look, 1, static_cast<int>(wait.count()));
        if (ready < 0 && errno != EINTR)
            break;
        if (ready > 0) {
            const ssize_t got = ::read(fd, bytes.data(), bytes.size());
            if (got < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (got <= 0)
                break;
            cutter.push({bytes.data(), static_cast<std::size_t>(got)});
            if (!waiting)
                due = last ? *last + pause : clock.ticks();
            waiting = true;
        }
        if (waiting && (cutter.full() || clock.ticks() >= due)) {
            waiting = false;
            sendAll();
            last = clock.ticks();
        }
    }
    cutter.finish();
    sendAll();
}

LogLine logLine(std::string_view text, std::string level, WallTime time)
{
    return {.n = 0,
            .time = time,
            .level = std::move(level),
            .text = cutLogText(cleanLogText(text), JobLimits{}.maxLogLineBytes)};
}

} // namespace afoot::cli
