#include "core/serve/cctray.h"
#include "core/serve/ingest.h"
#include "core/serve/jobroutes.h"
#include "core/wire/json.h"
#include "core/wire/sourcejson.h"

#include <algorithm>

namespace afoot::serve {

namespace {

bool containsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return lowered(text).find(lowerCase) != std::string::npos;
}

/// What ?state=, ?source= and ?q= leave over.
struct Filter
{
    std::vector<State> states{};
    std::vector<std::string_view> sources{};
    std::vector<std::string_view> ids{};
    std::string words{}; ///< in lower case

    bool names(const JobKey &key) const
    {
        return ids.empty() || std::find(ids.begin(), ids.end(), key.id) != ids.end();
    }
    bool passes(const Job &job) const
    {
        if (!names(job.key))
            return false;
        if (!states.empty() && std::find(states.begin(), states.end(), job.state) == states.end())
            return false;
        if (!sources.empty() &&
            std::find(sources.begin(), sources.end(), job.key.source) == sources.end())
            return false;
        return words.empty() || containsIgnoringCase(job.title, words) ||
               containsIgnoringCase(job.kind, words) || containsIgnoringCase(job.key.id, words) ||
               containsIgnoringCase(job.message, words);
    }
};

Result<Filter> filterOf(const Query &query)
{
    Filter filter;
    for (const std::string_view name : query.values("state")) {
        const auto state = stateNamed(name);
        if (!state)
            return Error{Error::Code::BadInput, "bad_value",
                         "state is one of queued, running, paused, needs_input, completed, failed, "
                         "canceled and lost; repeat it for several.",
                         "state"};
        filter.states.push_back(*state);
    }
    filter.sources = query.values("source");
    filter.words = lowered(query.value("q").value_or(""));
    return filter;
}

Result<std::optional<Cursor>> cursorOf(std::string_view text)
{
    auto cursor = cursorFrom(text);
    if (!cursor)
        return Error{Error::Code::BadInput, "bad_value",
                     "after takes the \"cursor\" of an earlier answer as it is.", "after"};
    return std::optional<Cursor>(std::move(cursor));
}

void addTo(std::string &list, const std::string &item)
{
    if (!list.empty())
        list += ',';
    list += item;
}

std::string keyJson(const JobKey &key)
{
    return "{\"id\":" + wire::quoted(key.id) + ",\"source\":" + wire::quoted(key.source) + "}";
}

/// The whole state as changes, in order of revision.
std::vector<Change> wholeState(const Tracker &tracker)
{
    std::vector<Change> changes;
    for (JobPtr &job : tracker.jobs())
        changes.push_back({.key = job->key, .job = job, .rev = job->rev});
    std::sort(changes.begin(), changes.end(),
              [](const Change &a, const Change &b) { return a.rev < b.rev; });
    return changes;
}

/// The state, or what came after the cursor, as one page.
Answer answerWithChanges(const Call &call, const Filter &filter, bool isReset)
{
    const Tracker &tracker = call.api.tracker;
    const auto limit = call.query.number("limit", UINT64_MAX, 1);
    if (!limit)
        return refused(limit.error());
    std::optional<Cursor> after;
    if (const auto text = call.query.value("after"); text && !text->empty()) {
        auto cursor = cursorOf(*text);
        if (!cursor)
            return refused(cursor.error());
        after = *cursor;
    }

    std::optional<std::vector<Change>> changes;
    if (after && after->epoch == tracker.epoch())
        changes = tracker.since(after->rev);
    isReset = (isReset || after) && !changes;
    if (!changes)
        changes = wholeState(tracker);

    std::string jobs;
    std::string removed;
    std::uint64_t given = 0;
    std::uint64_t rev = tracker.rev();
    bool more = false;
    for (const Change &change : *changes) {
        const bool isListed =
            change.job ? filter.passes(*change.job) : after && filter.names(change.key);
        if (!isListed)
            continue;
        if (given == *limit) {
            // the cursor stops before what did not fit
            more = true;
            rev = change.rev - 1;
            break;
        }
        ++given;
        if (change.job)
            addTo(jobs, wire::toJson(*change.job));
        else
            addTo(removed, keyJson(change.key));
    }

    const std::string cursor = cursorText(tracker.epoch(), rev);
    Answer answer;
    answer.response.headers.emplace_back("ETag", '"' + cursor + '"');
    std::string_view known = call.request.header("if-none-match").value_or("");
    if (known.starts_with("W/")) // compared weakly (RFC 9110, section 13.1.2)
        known.remove_prefix(2);
    if (!more && known == '"' + cursor + '"') {
        answer.response.status = 304;
        return answer;
    }
    std::string &body = answer.response.body;
    body = "{\"jobs\":[" + jobs + "]";
    if (!removed.empty())
        body += ",\"removed\":[" + removed + "]";
    if (isReset)
        body += ",\"reset\":true";
    if (more)
        body += ",\"more\":true";
    body += ",\"cursor\":" + wire::quoted(cursor) + "}";
    return answer;
}

} // namespace

namespace {

StreamPlan planOf(const Call &call)
{
    StreamPlan plan;
    for (const std::string_view id : call.query.values("job"))
        plan.jobs.push_back({call.key.source, std::string(id)});
    plan.logs = call.query.isOn("log");

    // the header is what the last event said; the URL of an EventSource is as old as the page
    std::string_view text = call.request.header("last-event-id").value_or("");
    if (text.empty())
        text = call.query.value("after").value_or("");
    // one that is not ours is an unknown cursor, not an error: the snapshot mends it
    plan.after = cursorFrom(text);
    return plan;
}

/// Whether the comma-separated list in @p field names @p token (RFC 9110, section 5.6.1).
bool hasToken(const Request &request, std::string_view field, std::string_view token)
{
    std::string_view list = request.header(field).value_or("");
    while (!list.empty()) {
        const std::size_t end = list.find(',');
        std::string_view item = list.substr(0, end);
        list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
        while (!item.empty() && (item.front() == ' ' || item.front() == '\t'))
            item.remove_prefix(1);
        while (!item.empty() && (item.back() == ' ' || item.back() == '\t'))
            item.remove_suffix(1);
        if (equalsIgnoringCase(item, token))
            return true;
    }
    return false;
}

} // namespace

Answer listJobs(const Call &call)
{
    const auto filter = filterOf(call.query);
    if (!filter)
        return refused(filter.error());
    return answerWithChanges(call, *filter, false);
}

Answer listChanges(const Call &call)
{
    Filter filter;
    for (const std::string_view id : call.query.values("job"))
        filter.ids.push_back(id);
    return answerWithChanges(call, filter, true);
}

Answer listSources(const Call &call)
{
    Answer answer;
    answer.response.body = wire::toJson(call.api.tracker.sources().report());
    return answer;
}

Answer showCctray(const Call &call)
{
    Answer answer;
    answer.response.contentType = cctrayType;
    answer.response.body = cctrayXml(call.api.tracker.jobs());
    answer.latest = true;
    return answer;
}

Answer ingestNothing(const Call &call)
{
    Answer answer;
    answer.response.contentType = "application/x-ndjson";
    answer.response.body = Ingest(call.api.tracker, call.api.limits, {}).summary();
    return answer;
}

std::variant<std::string, Answer> acceptedSocket(const Request &request)
{
    const auto no = [](const char *name, const char *detail) {
        return refused({Error::Code::BadInput, name, detail, {}});
    };
    if (request.method != Method::Get || !hasToken(request, "upgrade", "websocket") ||
        !hasToken(request, "connection", "upgrade"))
        return no("upgrade_required", "This path speaks WebSocket alone.");
    if (request.header("sec-websocket-version") != "13") {
        Answer answer =
            no("upgrade_required", "Only version 13 of WebSocket (RFC 6455) is spoken.");
        answer.response.headers.emplace_back("Sec-WebSocket-Version", "13");
        return answer;
    }
    auto accept = wsAccept(request.header("sec-websocket-key").value_or(""));
    if (!accept || request.countOf("sec-websocket-key") != 1)
        return no("bad_handshake", "Sec-WebSocket-Key takes 16 bytes in base64, once.");
    return std::move(*accept);
}

Answer openSocket(const Call &call)
{
    auto accepted = acceptedSocket(call.request);
    if (auto *const no = std::get_if<Answer>(&accepted))
        return std::move(*no);
    Answer answer;
    answer.socket = WsPlan{.accept = std::get<std::string>(std::move(accepted)),
                           .watch = call.query.value("watch").value_or("1") != "0",
                           .batch = call.query.isOn("batch"),
                           .events = planOf(call)};
    return answer;
}

Answer streamJobs(const Call &call)
{
    StreamPlan plan = planOf(call);
    if (call.query.isOn("hold")) {
        if (plan.jobs.size() != 1)
            return refused({Error::Code::BadInput, "bad_value",
                            "A connection holds one job: name it, as in ?job=ID&hold=1.", "job"});
        if (!call.api.tracker.job(plan.jobs.front()))
            return refused({Error::Code::NotFound, "no_such_job",
                            "There is no such job to hold; begin it first with POST /api/v1/jobs.",
                            "job"});
        plan.hold = plan.jobs.front();
    }

    Answer answer;
    answer.response.contentType = "text/event-stream";
    answer.stream = std::move(plan);
    return answer;
}

} // namespace afoot::serve
