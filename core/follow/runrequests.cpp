#include "core/follow/runrequests.h"

#include "core/follow/trackerclient.h"
#include "core/wire/rfc3339.h"

namespace afoot {

namespace {

void add(std::string &target, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    target += target.find('?') == std::string::npos ? '?' : '&';
    target.append(name).append("=").append(percentEncoded(value));
}

void addFilter(std::string &target, const RunQuery &query)
{
    add(target, "kind", query.kind);
    add(target, "q", query.words);
    for (const State state : query.states)
        add(target, "state", nameOf(state));
    for (const std::string &source : query.sources)
        add(target, "source", source);
    for (const std::int64_t number : query.numbers)
        add(target, "run", std::to_string(number));
    if (query.from)
        add(target, "from", wire::toRfc3339(*query.from));
    if (query.to)
        add(target, "to", wire::toRfc3339(*query.to));
}

} // namespace

std::string runsTarget(const RunQuery &query)
{
    std::string target = "/api/v1/history?limit=" + std::to_string(query.limit);
    addFilter(target, query);
    add(target, "after", query.after);
    return target;
}

std::string runCountsTarget(const RunQuery &query)
{
    std::string target = "/api/v1/history/counts";
    addFilter(target, query);
    return target;
}

std::string deleteRunsTarget(const RunQuery &query)
{
    std::string target = "/api/v1/history";
    addFilter(target, query);
    if (isForAll(query))
        add(target, "all", "1");
    return target;
}

std::string runLogTarget(std::int64_t run)
{
    return "/api/v1/history/" + std::to_string(run) + "/log";
}

} // namespace afoot
