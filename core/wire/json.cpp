#include "core/wire/json.h"

#include "core/wire/jsonread.h"
#include "core/wire/jsonwrite.h"

namespace afoot::wire {

namespace {

constexpr double anyNumber = 9e15; ///< whole numbers are exact up to here

} // namespace

std::string toJson(const Job &job)
{
    std::string out;
    out.reserve(512);
    ObjectWriter object(out);
    object.text("id", job.key.id);
    object.text("source", job.key.source);
    object.text("title", job.title);
    object.textIf("kind", job.kind);
    object.text("state", nameOf(job.state));
    object.numberOrNull("percent", job.percent);
    object.numberOrNull("current", job.current);
    object.numberOrNull("total", job.total);
    object.textIf("unit", job.unit);
    object.numberOrNull("rate", job.rate);
    object.numberOrNull("eta_s", job.etaS);
    if (job.expectedS) {
        std::string &range = object.raw("expected_s");
        range += '[';
        appendNumber(range, job.expectedS->first);
        range += ',';
        appendNumber(range, job.expectedS->second);
        range += ']';
    }
    appendSteps(object.raw("steps"), job.steps, Labels::Always);
    object.text("message", job.message);
    object.textIf("question", job.question);
    ObjectWriter details(object.raw("details"));
    for (const Detail &detail : job.details)
        appendDetail(details, detail);
    details.close();
    object.textIf("url", job.url);
    object.textIf("error", job.error);
    appendAsks(object.raw("can"), job.can);
    if (job.asked)
        object.text("asked", nameOf(*job.asked));
    if (job.asked && job.acknowledged)
        object.text("acknowledged", nameOf(*job.asked));
    if (job.declined)
        appendDeclined(object.raw("declined"), *job.declined);
    object.text("liveness", nameOf(job.liveness));
    object.boolean("seen", job.seen);
    object.textIf("parent", job.parent);
    object.time("created_at", job.createdAt);
    object.timeOrNull("started_at", job.startedAt);
    object.time("updated_at", job.updatedAt);
    object.timeOrNull("finished_at", job.finishedAt);
    object.integer("rev", job.rev);
    object.close();
    return out;
}

Result<Job> jobFromJson(std::string_view json)
{
    const auto parsed = parseObject(json, {});
    if (!parsed)
        return parsed.error();
    static constexpr JobLimits limits{.maxTitleBytes = std::string::npos,
                                      .maxMessageBytes = std::string::npos,
                                      .maxSteps = std::string::npos,
                                      .maxDetails = std::string::npos};
    ObjectReader read(parsed->get_object(), limits);
    Job job;
    const auto text = [&](std::string_view key) {
        return read.text(key, std::string::npos).value_or("");
    };
    const auto number = [&](std::string_view key) {
        return read.number(key, -anyNumber, anyNumber).value_or(std::nullopt);
    };
    job.key.id = read.id("id").value_or("");
    if (job.key.id.empty())
        read.fail("id", "A job needs an id.");
    job.key.source = read.text("source", std::string::npos).value_or("local");
    job.title = text("title");
    job.kind = text("kind");
    job.state = read.word<State>("state", stateNamed, stateList).value_or(State::Running);
    job.percent = read.number("percent", 0, 100).value_or(std::nullopt);
    job.current = number("current");
    job.total = number("total");
    job.unit = text("unit");
    job.rate = number("rate");
    job.etaS = number("eta_s");
    if (const auto *range = read.find("expected_s");
        range != nullptr && range->is_array() && range->get_array().size() == 2) {
        boost::system::error_code low;
        boost::system::error_code high;
        const double first = range->get_array()[0].to_number<double>(low);
        const double second = range->get_array()[1].to_number<double>(high);
        if (!low && !high)
            job.expectedS = std::pair(first, second);
    }
    job.steps = read.steps("steps").value_or(std::vector<Step>{});
    job.message = text("message");
    job.question = text("question");
    std::vector<std::string> dropped;
    read.details("details", job.details, dropped);
    job.url = text("url");
    job.error = text("error");
    job.can = read.asks("can").value_or(AskSet{});
    job.asked = read.word<Ask>("asked", askNamed, askList);
    job.acknowledged = job.asked && read.word<Ask>("acknowledged", askNamed, askList) == job.asked;
    job.declined = read.declined("declined");
    job.liveness = read.word<Liveness>("liveness", livenessNamed, "live, quiet, stalled")
                       .value_or(Liveness::Live);
    job.seen = read.boolean("seen").value_or(false);
    job.parent = text("parent");
    job.createdAt = read.time("created_at").value_or(WallTime{});
    job.startedAt = read.time("started_at");
    job.updatedAt = read.time("updated_at").value_or(job.createdAt);
    job.finishedAt = read.time("finished_at");
    job.rev = static_cast<std::uint64_t>(
        read.number("rev", 0, anyNumber).value_or(std::nullopt).value_or(0));
    if (read.error())
        return *read.error();
    return job;
}

std::string toJson(const Error &error)
{
    std::string out;
    ObjectWriter body(out);
    ObjectWriter object(body.raw("error"));
    object.text("code", error.name);
    object.text("message", error.detail);
    object.textIf("field", error.field);
    object.close();
    body.close();
    return out;
}

std::optional<Error> errorFromJson(std::string_view json)
{
    const auto parsed = parseObject(json, {});
    if (!parsed)
        return std::nullopt;
    const auto *error = parsed->get_object().if_contains("error");
    if (error == nullptr || !error->is_object())
        return std::nullopt;
    const JobLimits limits;
    ObjectReader read(error->get_object(), limits);
    Error result;
    result.name = read.text("code", std::string::npos).value_or("");
    result.detail = read.text("message", std::string::npos).value_or("");
    result.field = read.text("field", std::string::npos).value_or("");
    return result;
}

std::string toJson(const LogLine &line)
{
    std::string out;
    appendLine(out, line);
    return out;
}

std::string logJson(const std::vector<LogLine> &lines, std::uint64_t dropped)
{
    std::string out;
    ObjectWriter object(out);
    appendLines(object.raw("lines"), lines);
    object.integer("dropped", dropped);
    object.close();
    return out;
}

Result<LogPage> logFromJson(std::string_view json)
{
    const auto parsed = parseObject(json, {});
    if (!parsed)
        return parsed.error();
    static constexpr JobLimits limits{.maxTitleBytes = std::string::npos,
                                      .maxLogLineBytes = std::string::npos};
    ObjectReader read(parsed->get_object(), limits);
    LogPage page;
    page.lines = read.lines("lines");
    page.dropped = static_cast<std::uint64_t>(
        read.number("dropped", 0, anyNumber).value_or(std::nullopt).value_or(0));
    if (read.error())
        return *read.error();
    return page;
}

std::string quoted(std::string_view text)
{
    std::string out;
    appendQuoted(out, text);
    return out;
}

} // namespace afoot::wire
