#include "app/cli/sourcewords.h"

#include "app/shared/sourcelist.h"
#include "core/wire/rfc3339.h"

#include <array>
#include <ctime>

namespace afoot::cli {

namespace {

using Standing = SourceInfo::State;

/// "14:02", with the day when that is another one than today.
std::string clockTime(WallTime time, WallTime now)
{
    const auto local = [](WallTime at) {
        const std::time_t seconds = WallTime::clock::to_time_t(at);
        std::tm parts = {};
        ::localtime_r(&seconds, &parts);
        return parts;
    };
    const std::tm then = local(time);
    const std::tm today = local(now);
    const bool isToday = then.tm_year == today.tm_year && then.tm_yday == today.tm_yday;
    std::array<char, 32> text{};
    if (std::strftime(text.data(), text.size(), isToday ? "%H:%M" : "%Y-%m-%d %H:%M", &then) == 0)
        return wire::toRfc3339(time);
    return text.data();
}

std::string away(const SourceInfo &source, WallTime now)
{
    std::string text = "away";
    if (source.since)
        text += " since " + clockTime(*source.since, now);
    return source.reason.empty() ? text : text + ": " + source.reason;
}

} // namespace

std::string wordsFor(const SourceInfo &source, WallTime now)
{
    switch (source.state) {
    case Standing::Connecting:
        return "connecting";
    case Standing::Connected:
        return source.transport == "sse"         ? "connected over SSE"
               : source.transport == "websocket" ? "connected over WebSocket"
                                                 : "connected";
    case Standing::Polling:
        return "polling";
    case Standing::Paused:
        return "paused";
    case Standing::Over:
        return "its job has ended";
    case Standing::Reconnecting:
    case Standing::Disconnected:
        break;
    }
    return away(source, now);
}

std::string notFollowedText(const SourceReport &report)
{
    return report.reportedAt ? "not followed yet" : "not followed now: the window is not open";
}

SourceKnowledge SourceKnowledge::of(TrackerAccess &tracker)
{
    SourceReport report;
    if (const Result<SourceReport> told = tracker.sources())
        report = *told;
    std::set<std::string> followed;
    // the list is of this machine; a tracker that was named may be another's
    if (!environmentValue("AFOOT_TRACKER")) {
        if (const auto list = readSources(systemPaths().sources())) {
            for (const SavedSource &source : *list)
                followed.insert(source.name);
        }
    }
    return {std::move(report), std::move(followed)};
}

std::string SourceKnowledge::wordsAbout(const std::string &name, WallTime now) const
{
    if (const SourceInfo *const source = m_report.find(name))
        return wordsFor(*source, now);
    return m_followed.contains(name) ? notFollowedText(m_report) : std::string();
}

bool SourceKnowledge::isDoubtful(const std::string &name) const
{
    const SourceInfo *const source = m_report.find(name);
    return source != nullptr ? isOutOfReach(source->state) : m_followed.contains(name);
}

std::vector<std::string> doubts(const std::vector<Job> &jobs, const SourceKnowledge &sources,
                                WallTime now)
{
    std::vector<std::string> lines;
    std::set<std::string> said;
    for (const Job &job : jobs) {
        const std::string &name = job.key.source;
        if (isFinal(job.state) || !sources.isDoubtful(name) || !said.insert(name).second)
            continue;
        lines.push_back(name + " (" + sources.wordsAbout(name, now) +
                        "): its jobs may be out of date.");
    }
    return lines;
}

std::vector<std::string> FirstDoubts::about(const std::vector<Job> &jobs, WallTime now)
{
    std::vector<Job> fresh;
    for (const Job &job : jobs) {
        if (!isFinal(job.state) && job.key.source != JobKey{}.source &&
            m_asked.insert(job.key.source).second)
            fresh.push_back(job);
    }
    return fresh.empty() ? std::vector<std::string>()
                         : doubts(fresh, SourceKnowledge::of(*m_tracker), now);
}

} // namespace afoot::cli
