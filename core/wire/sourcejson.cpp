#include "core/wire/sourcejson.h"

#include "core/wire/jsonread.h"
#include "core/wire/jsonwrite.h"

#include <algorithm>

namespace afoot::wire {

namespace json = boost::json;

namespace {

constexpr std::string_view stateWords =
    "connecting, connected, reconnecting, polling, disconnected, paused, over";
constexpr double mostCount = 9e15; ///< whole numbers are exact up to here

/// "sse", "websocket" and "poll" are all there are.
std::optional<std::string> transportNamed(std::string_view name)
{
    if (name == "sse" || name == "websocket" || name == "poll")
        return std::string(name);
    return std::nullopt;
}

std::uint64_t count(ObjectReader &read, std::string_view key, double most)
{
    return static_cast<std::uint64_t>(read.number(key, 0, most).value_or(std::nullopt).value_or(0));
}

SourceInfo sourceIn(ObjectReader &read)
{
    SourceInfo source;
    const auto text = [&](std::string_view key) {
        return read.text(key, SourceInfo::maxTextBytes).value_or("");
    };
    source.name = read.text("name", SourceInfo::maxNameBytes).value_or("");
    if (source.name.empty() || source.name == "local")
        read.fail("name", "A source needs a name of its own, which is not \"local\".");
    source.url = text("url");
    source.dialect = text("dialect");
    const auto state = read.word<SourceInfo::State>("state", sourceStateNamed, stateWords);
    if (!state)
        read.fail("state", "state must be one of " + std::string(stateWords) + ".");
    source.state = state.value_or(SourceInfo::State::Connecting);
    source.transport =
        read.word<std::string>("transport", transportNamed, "sse, websocket, poll").value_or("");
    source.since = read.time("since");
    source.attempt = static_cast<unsigned>(count(read, "attempt", 1e9));
    source.nextAttempt = read.time("next_attempt_at");
    source.reason = text("reason");
    source.badMessages = count(read, "bad_messages", mostCount);
    return source;
}

} // namespace

void appendStanding(ObjectWriter &object, const SourceInfo &source)
{
    object.text("state", nameOf(source.state));
    object.textIf("transport", source.transport);
    object.timeOrNull("since", source.since);
    object.integer("attempt", source.attempt);
    object.timeOrNull("next_attempt_at", source.nextAttempt);
    object.textIf("reason", source.reason);
    object.integer("bad_messages", source.badMessages);
}

std::string toJson(const SourceReport &report)
{
    std::string out;
    ObjectWriter all(out);
    std::string &list = all.raw("sources");
    list += '[';
    for (const SourceInfo &source : report.sources) {
        if (&source != &report.sources.front())
            list += ',';
        ObjectWriter object(list);
        object.text("name", source.name);
        object.text("url", source.url);
        object.textIf("dialect", source.dialect);
        appendStanding(object, source);
        object.close();
    }
    list += ']';
    all.timeOrNull("reported_at", report.reportedAt);
    all.close();
    return out;
}

Result<SourceReport> sourcesFromJson(std::string_view text)
{
    const auto parsed = parseObject(text, {});
    if (!parsed)
        return parsed.error();
    const JobLimits limits;
    ObjectReader read(parsed->get_object(), limits);
    SourceReport report;
    report.reportedAt = read.time("reported_at");
    const json::value *const list = read.find("sources");
    if (list == nullptr || !list->is_array()) {
        read.fail("sources", "sources must be an array of sources; an empty one says that none is "
                             "followed.");
    } else if (list->get_array().size() > SourceReport::maxSources) {
        read.fail("sources",
                  "sources has " + std::to_string(list->get_array().size()) + " entries; at most " +
                      std::to_string(SourceReport::maxSources) + " are allowed.",
                  "too_many_sources");
    }
    if (read.error())
        return *read.error();
    for (const json::value &entry : list->get_array()) {
        const std::string place = "sources[" + std::to_string(report.sources.size()) + "]";
        const json::object *const object = entry.if_object();
        if (object == nullptr) {
            read.fail(place, place + " must be an object with a name and a state.");
            return *read.error();
        }
        ObjectReader inside(*object, limits, place + ".");
        SourceInfo source = sourceIn(inside);
        if (report.find(source.name) != nullptr)
            inside.fail("name", "sources names \"" + source.name + "\" twice.");
        if (inside.error())
            return *inside.error();
        report.sources.push_back(std::move(source));
    }
    return report;
}

} // namespace afoot::wire
