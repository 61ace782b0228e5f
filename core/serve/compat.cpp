#include "core/serve/compat.h"

#include "core/serve/query.h"
#include "core/serve/routes.h"

#include <algorithm>

namespace afoot::serve {

using dialect::AskOutcome;
using dialect::Serves;

namespace {

JobKey localKey(std::string id)
{
    JobKey key;
    key.id = std::move(id);
    return key;
}

Ask askOf(Serves what)
{
    switch (what) {
    case Serves::Pause:
        return Ask::Pause;
    case Serves::Resume:
        return Ask::Resume;
    case Serves::Retry:
        return Ask::Retry;
    default:
        return Ask::Cancel;
    }
}

Answer answerWith(dialect::Reply reply)
{
    Answer answer;
    answer.response.status = static_cast<int>(reply.status);
    answer.response.body = std::move(reply.body);
    return answer;
}

Answer show(const dialect::Dialect &dialect, const std::string &id, Api &api)
{
    const JobPtr job = api.tracker.job(localKey(id));
    return answerWith(dialect::jobReply(dialect, id, job.get(), api.compat()));
}

/// The newest first.
Answer list(const dialect::Dialect &dialect, const Request &request, Api &api)
{
    const auto query = Query::parse(request.query());
    if (!query)
        return refused(query.error());
    dialect::ListWish wish;
    const dialect::Endpoints &ends = dialect.endpoints;
    if (!ends.limitBy.empty() && query->value(ends.limitBy)) {
        const auto limit = query->number(ends.limitBy, 0);
        if (!limit)
            return refused(limit.error());
        wish.limit = *limit;
    }
    if (!ends.stateBy.empty())
        wish.state = query->value(ends.stateBy).value_or("");
    std::vector<JobPtr> jobs = api.tracker.jobs();
    const std::string here = localKey({}).source;
    std::erase_if(jobs, [&](const JobPtr &job) { return job->key.source != here; });
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const JobPtr &a, const JobPtr &b) { return a->createdAt > b->createdAt; });
    return answerWith(dialect::listReply(dialect, jobs, api.compat(), wish));
}

Answer act(const dialect::Dialect &dialect, Ask what, const std::string &id, Api &api)
{
    Update update{.op = Update::Op::Ask, .key = localKey(id)};
    update.ask = what;
    const bool isThere = api.tracker.job(update.key) != nullptr;
    const auto done = api.tracker.apply(std::move(update));
    const AskOutcome outcome = done      ? AskOutcome::Done
                               : isThere ? AskOutcome::Refused
                                         : AskOutcome::Missing;
    Answer answer = answerWith(dialect::actionReply(dialect, what, outcome, id, api.compat()));
    answer.isUpdate = done.ok();
    return answer;
}

Answer stream(const dialect::ServedMatch &match, const Request &request)
{
    Answer answer;
    CompatPlan plan{.dialect = match.served->dialect, .id = match.id};
    if (match.served->what == Serves::Socket) {
        auto accepted = acceptedSocket(request);
        if (auto *const no = std::get_if<Answer>(&accepted))
            return std::move(*no);
        plan.accept = std::get<std::string>(std::move(accepted));
    } else {
        answer.response.contentType = "text/event-stream";
    }
    answer.compat = std::move(plan);
    return answer;
}

bool isReading(Method method)
{
    return method == Method::Get || method == Method::Head;
}

} // namespace

bool isCompatReading(const Request &head)
{
    if (!isReading(head.method))
        return false;
    const auto match = dialect::servedAt("GET", head.target);
    return match.ok() && !dialect::isAction(match->served->what);
}

std::optional<Answer> compatAnswer(const Request &request, Api &api)
{
    const std::string_view method = isReading(request.method) ? "GET" : nameOf(request.method);
    const auto match = dialect::servedAt(method, request.target);
    if (!match) {
        if (match.error().name == "method_not_allowed")
            return refused({Error::Code::BadInput, "method_not_allowed", match.error().detail, {}});
        return std::nullopt;
    }
    const dialect::Dialect &dialect = *match->served->dialect;
    switch (match->served->what) {
    case Serves::List:
        return list(dialect, request, api);
    case Serves::Job:
        return show(dialect, match->id, api);
    case Serves::Stream:
    case Serves::Socket:
        return stream(*match, request);
    default:
        return act(dialect, askOf(match->served->what), match->id, api);
    }
}

} // namespace afoot::serve
