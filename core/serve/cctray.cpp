#include "core/serve/cctray.h"

#include "core/wire/rfc3339.h"

#include <map>
#include <string_view>

namespace afoot::serve {

namespace {

/// What is known of one kind.
struct Project
{
    JobPtr latest{};
    JobPtr ended{}; ///< the latest that is over
};

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c; // XML 1.0 has no others
        }
    }
    return out;
}

std::string_view statusOf(const JobPtr &ended)
{
    if (!ended)
        return "Unknown";
    switch (ended->state) {
    case State::Completed:
        return "Success";
    case State::Failed:
        return "Failure";
    case State::Lost:
        return "Exception";
    default:
        return "Unknown";
    }
}

bool isLater(const JobPtr &a, const JobPtr &b)
{
    return !b || a->createdAt > b->createdAt || (a->createdAt == b->createdAt && a->rev > b->rev);
}

} // namespace

std::string cctrayXml(const std::vector<JobPtr> &jobs)
{
    std::map<std::string_view, Project> projects;
    for (const JobPtr &job : jobs) {
        if (job->kind.empty())
            continue;
        Project &project = projects[job->kind];
        if (isLater(job, project.latest))
            project.latest = job;
        if (isFinal(job->state) && isLater(job, project.ended))
            project.ended = job;
    }
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Projects>\n";
    const auto attribute = [&](std::string_view name, std::string_view value) {
        xml.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
    };
    for (const auto &[kind, project] : projects) {
        const Job &latest = *project.latest;
        const Job &shown = project.ended ? *project.ended : latest;
        const State state = latest.state;
        xml += "  <Project";
        attribute("name", kind);
        attribute("activity", isFinal(state)           ? "Sleeping"
                              : state == State::Queued ? "CheckingModifications"
                                                       : "Building");
        attribute("lastBuildStatus", statusOf(project.ended));
        attribute("lastBuildLabel", shown.key.id);
        attribute("lastBuildTime", wire::toRfc3339(shown.finishedAt.value_or(shown.createdAt)));
        attribute("webUrl", shown.url);
        xml += "/>\n";
    }
    return xml += "</Projects>\n";
}

} // namespace afoot::serve
