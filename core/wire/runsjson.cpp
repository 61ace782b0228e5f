#include "core/wire/runsjson.h"

#include "core/wire/json.h"
#include "core/wire/jsonread.h"
#include "core/wire/jsonwrite.h"

namespace afoot::wire {

namespace json = boost::json;

namespace {

constexpr double anyNumber = 9e15; ///< whole numbers are exact up to here

Error notUnderstood(const std::string &what)
{
    return {Error::Code::BadInput,
            "bad_answer",
            "The tracker sent " + what + " that is not understood.",
            {}};
}

std::uint64_t countIn(ObjectReader &read, std::string_view key)
{
    return static_cast<std::uint64_t>(
        read.number(key, 0, anyNumber).value_or(std::nullopt).value_or(0));
}

void appendNamed(std::string &out, std::string_view nameKey, const RunCounts::Named &list)
{
    out += '[';
    for (const auto &[name, runs] : list) {
        if (out.back() != '[')
            out += ',';
        ObjectWriter object(out);
        object.text(nameKey, name);
        object.integer("runs", runs);
        object.close();
    }
    out += ']';
}

/// False when it is no such list.
bool readNamed(ObjectReader &read, std::string_view key, std::string_view nameKey,
               RunCounts::Named &list)
{
    const json::value *const entries = read.find(key);
    if (entries == nullptr || !entries->is_array())
        return false;
    for (const json::value &entry : entries->get_array()) {
        if (!entry.is_object())
            return false;
        const JobLimits limits;
        ObjectReader inside(entry.get_object(), limits);
        auto name = inside.text(nameKey, std::string::npos);
        const std::uint64_t runs = countIn(inside, "runs");
        if (!name || inside.error())
            return false;
        list.emplace_back(std::move(*name), runs);
    }
    return true;
}

} // namespace

std::string toJson(const EndedRun &run)
{
    std::string out = toJson(run.job);
    if (run.number > 0)
        out.insert(1, "\"run\":" + std::to_string(run.number) + ',');
    return out;
}

std::string toJson(const RunPage &page)
{
    std::string out;
    ObjectWriter object(out);
    std::string &list = object.raw("runs");
    list += '[';
    for (const EndedRun &run : page.runs) {
        if (list.back() != '[')
            list += ',';
        list += toJson(run);
    }
    list += ']';
    object.textIf("next", page.next);
    object.close();
    return out;
}

Result<RunPage> runsFromJson(std::string_view text)
{
    const auto parsed = parseObject(text, {});
    if (!parsed)
        return notUnderstood("a list of runs");
    const JobLimits limits;
    ObjectReader read(parsed->get_object(), limits);
    const json::value *const list = read.find("runs");
    if (list == nullptr || !list->is_array())
        return notUnderstood("a list of runs");
    RunPage page;
    page.runs.reserve(list->get_array().size());
    for (const json::value &entry : list->get_array()) {
        if (!entry.is_object())
            return notUnderstood("a run");
        Result<Job> job = jobFromJson(json::serialize(entry));
        if (!job)
            return job.error();
        ObjectReader inside(entry.get_object(), limits);
        const auto number = static_cast<std::int64_t>(countIn(inside, "run"));
        page.runs.push_back({.number = number, .job = std::move(job).value()});
    }
    page.next = read.text("next", std::string::npos).value_or("");
    return page;
}

std::string toJson(const RunCounts &counts)
{
    std::string out;
    ObjectWriter object(out);
    object.integer("runs", counts.runs);
    appendNamed(object.raw("kinds"), "kind", counts.kinds);
    appendNamed(object.raw("sources"), "source", counts.sources);
    object.close();
    return out;
}

Result<RunCounts> runCountsFromJson(std::string_view text)
{
    const auto parsed = parseObject(text, {});
    if (!parsed)
        return notUnderstood("a count of runs");
    const JobLimits limits;
    ObjectReader read(parsed->get_object(), limits);
    RunCounts counts;
    counts.runs = countIn(read, "runs");
    if (!readNamed(read, "kinds", "kind", counts.kinds) ||
        !readNamed(read, "sources", "source", counts.sources) || read.error())
        return notUnderstood("a count of runs");
    return counts;
}

std::string deletedJson(std::uint64_t runs)
{
    std::string out;
    ObjectWriter object(out);
    object.integer("deleted", runs);
    object.close();
    return out;
}

Result<std::uint64_t> deletedFromJson(std::string_view text)
{
    const auto parsed = parseObject(text, {});
    if (!parsed)
        return notUnderstood("an answer");
    const JobLimits limits;
    ObjectReader read(parsed->get_object(), limits);
    if (read.find("deleted") == nullptr)
        return notUnderstood("an answer");
    return countIn(read, "deleted");
}

} // namespace afoot::wire
