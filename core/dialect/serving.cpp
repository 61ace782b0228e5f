#include "core/dialect/serving.h"

#include "core/dialect/dialectfile.h"
#include "core/dialect/read.h"
#include "core/dialect/urlpattern.h"
#include "core/dialect/values.h"

#include <boost/json.hpp>

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

Serves servesFor(Ask ask)
{
    switch (ask) {
    case Ask::Pause:
        return Serves::Pause;
    case Ask::Resume:
        return Serves::Resume;
    case Ask::Retry:
        return Serves::Retry;
    default:
        return Serves::Cancel;
    }
}

void addPaths(const Dialect &dialect, std::vector<Served> &paths)
{
    const Endpoints &ends = dialect.endpoints;
    const auto add = [&](const std::string &method, const std::string &path, Serves what) {
        if (!path.empty())
            paths.push_back({method, path, &dialect, what});
    };
    add("GET", ends.stream,
        ends.transport == Transport::WebSocket ? Serves::Socket : Serves::Stream);
    add("GET", ends.poll, Serves::Job);
    add("GET", ends.list, Serves::List);
    for (const Action &action : ends.actions) {
        if (action.done)
            add(action.request.method, action.request.path, servesFor(action.ask));
    }
}

/// What @p rule says to @p message: what both of them name, such as the session, is taken from there.
std::string answerBy(const Rule &rule, const json::value &message, const WriteOptions &options)
{
    json::value answer = json::parse(filledJson(rule.skeleton, {}, options));
    auto *const members = answer.if_object();
    const auto *const said = message.if_object();
    if (members == nullptr || said == nullptr)
        return {};
    for (auto &member : *members) {
        const bool names =
            std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition &condition) {
                return condition.at.tokens.size() == 1 &&
                       condition.at.tokens.front() == member.key();
            });
        const json::value *const value = said->if_contains(member.key());
        if (!names && value != nullptr && !value->is_structured())
            member.value() = *value;
    }
    return json::serialize(answer);
}

/// True when all that @p expected has stands in @p message as well: the rest, such as a time, may differ.
bool contains(const json::value &message, std::string_view expected)
{
    const json::value pattern = json::parse(expected);
    const auto *const object = message.if_object();
    const auto *const members = pattern.if_object();
    if (object == nullptr || members == nullptr || members->empty())
        return false;
    return std::all_of(members->begin(), members->end(), [&](const auto &member) {
        const json::value *const value = object->if_contains(member.key());
        return value != nullptr && *value == member.value();
    });
}

Reply filledReply(const Reply &reply, std::string_view id, const WriteOptions &options)
{
    return {.status = reply.status, .body = filledJson(reply.body, id, options)};
}

Reply notFound()
{
    return {.status = 404, .body = R"({"error":"Not found"})"};
}

} // namespace

bool isAction(Serves what)
{
    return what == Serves::Cancel || what == Serves::Pause || what == Serves::Resume ||
           what == Serves::Retry;
}

const std::vector<Served> &servedPaths()
{
    static const std::vector<Served> paths = [] {
        std::vector<Served> all;
        for (const Dialect &dialect : builtInDialects())
            addPaths(dialect, all);
        return all;
    }();
    return paths;
}

Result<ServedMatch> servedAt(std::string_view method, std::string_view target)
{
    bool otherMethod = false;
    for (const Served &served : servedPaths()) {
        auto match = matchPath(served.pattern, target);
        if (!match || !match->atRoot || !match->base.empty())
            continue;
        if (served.method == method)
            return ServedMatch{&served, std::move(match->id)};
        otherMethod = true;
    }
    if (otherMethod) {
        return Error{.code = Error::Code::Refused,
                     .name = "method_not_allowed",
                     .detail = "This path takes other methods than " + std::string(method) + "."};
    }
    return Error{.code = Error::Code::NotFound,
                 .name = "no_such_path",
                 .detail = "No dialect has this path."};
}

Reply jobReply(const Dialect &dialect, std::string_view id, const Job *job,
               const WriteOptions &options)
{
    if (job != nullptr)
        return {.status = 200, .body = messageFor(dialect, Route::Poll, *job, options)};
    return dialect.endpoints.missing ? filledReply(*dialect.endpoints.missing, id, options)
                                     : notFound();
}

Reply listReply(const Dialect &dialect, const std::vector<JobPtr> &jobs,
                const WriteOptions &options, const ListWish &wish)
{
    return {.status = 200, .body = listFor(dialect, jobs, options, wish)};
}

Reply actionReply(const Dialect &dialect, Ask ask, AskOutcome outcome, std::string_view id,
                  const WriteOptions &options)
{
    const Action *const action = dialect.endpoints.find(ask);
    if (action == nullptr || !action->done)
        return notFound();
    if (outcome == AskOutcome::Done)
        return filledReply(*action->done, id, options);
    const auto &reply =
        outcome == AskOutcome::Missing && action->missing ? action->missing : action->refused;
    return reply ? filledReply(*reply, id, options) : notFound();
}

SocketWord answerTo(const Dialect &dialect, std::string_view message, const WriteOptions &options)
{
    SocketWord word;
    boost::system::error_code error;
    if (message.size() > maxMessageBytes)
        return word;
    const json::value value = json::parse(message, error);
    if (error)
        return word;
    const LinkRule &link = dialect.link;
    if (!link.ping.empty() && contains(value, link.ping))
        word.answer = filledJson(link.pong, {}, options);
    for (const Rule &rule : dialect.rules) {
        if (!rule.answers.empty() &&
            std::all_of(rule.answers.begin(), rule.answers.end(),
                        [&](const Condition &condition) { return holds(value, condition); }))
            word.answer = answerBy(rule, value, options);
    }
    for (const Action &action : dialect.endpoints.actions) {
        if (!action.request.send.empty() && contains(value, action.request.send))
            word.ask = action.ask;
    }
    return word;
}

} // namespace afoot::dialect
