#include "core/serve/jobroutes.h"

#include "core/model/text.h"
#include "core/track/refusals.h"
#include "core/wire/json.h"
#include "core/wire/sourcejson.h"

#include <algorithm>

namespace afoot::serve {

namespace {

Answer answerWithJob(const JobPtr &job, int status = 200)
{
    Answer answer;
    answer.response.status = status;
    if (job)
        answer.response.body = wire::toJson(*job);
    else
        answer.response.status = 204;
    return answer;
}

/// Names that a client sent and nobody knows, fit for a header: cleaned, and of bounded length.
std::string headerList(const std::vector<std::string> &names)
{
    constexpr std::size_t maxBytes = 200;
    constexpr std::size_t maxName = 60;
    constexpr std::string_view more = ", ...";
    std::string list;
    for (const std::string &name : names) {
        std::string item = list.empty() ? "" : ", ";
        for (const char c : std::string_view(name).substr(0, maxName)) {
            const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                 (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
            item += isPlain ? c : '?';
        }
        if (name.empty())
            item += '?';
        if (list.size() + item.size() + more.size() > maxBytes)
            return list += more;
        list += item;
    }
    return list;
}

/// Who misspells a field should not have to guess why nothing comes of it.
Answer sayingIgnored(Answer answer, const std::vector<std::string> &ignored)
{
    if (!ignored.empty() && answer.isUpdate)
        answer.response.headers.emplace_back("Afoot-Ignored", headerList(ignored));
    return answer;
}

/// Applies what was said by whoever runs the job, or is asked of it.
Answer applied(const Call &call, Update update)
{
    using Op = Update::Op;
    const Op op = update.op;
    const auto done = call.api.tracker.apply(std::move(update));
    if (!done)
        return refused(done.error());
    Answer answer = answerWithJob(done->job, op == Op::Begin && done->created ? 201 : 200);
    answer.isUpdate = true;
    if (op == Op::Begin)
        answer.begun = done->job;
    const bool isReport =
        op == Op::Begin || op == Op::Change || op == Op::Complete || op == Op::Fail;
    if (isReport && done->job && isFinal(done->job->state))
        answer.ended = done->job;
    return answer;
}

Answer report(const Call &call, Update::Op op)
{
    std::vector<std::string> ignored;
    auto update = wire::updateFromJson(call.request.body, op, call.api.limits.jobs, &ignored);
    if (!update)
        return refused(update.error());
    update.value().key = call.key;
    return sayingIgnored(applied(call, std::move(update).value()), ignored);
}

Answer ask(const Call &call, Ask what)
{
    Update update{.op = Update::Op::Ask, .key = call.key};
    update.ask = what;
    return applied(call, std::move(update));
}

std::vector<LogLine> linesOf(std::string_view text, const JobLimits &limits)
{
    std::vector<LogLine> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        LogLine clean;
        clean.text = cutLogText(cleanLogText(line), limits.maxLogLineBytes);
        lines.push_back(std::move(clean));
    }
    return lines;
}

} // namespace

Answer beginJob(const Call &call)
{
    std::vector<std::string> ignored;
    auto update =
        wire::updateFromJson(call.request.body, Update::Op::Begin, call.api.limits.jobs, &ignored);
    if (!update)
        return refused(update.error());
    if (call.query.value("source"))
        update.value().key.source = call.key.source;
    Answer answer = sayingIgnored(applied(call, std::move(update).value()), ignored);
    const auto hold = call.query.value("hold");
    if (hold && *hold == "1" && answer.begun) {
        // a hold is promised: who dies before it comes is lost as one that dropped it
        call.api.tracker.hold(answer.begun->key);
        call.api.tracker.release(answer.begun->key);
    }
    return answer;
}

Answer showJob(const Call &call)
{
    const JobPtr job = call.api.tracker.job(call.key);
    return job ? answerWithJob(job) : refused(refuse::unknownJob(call.key));
}

Answer updateJob(const Call &call)
{
    return report(call, Update::Op::Change);
}

Answer completeJob(const Call &call)
{
    return report(call, Update::Op::Complete);
}

Answer failJob(const Call &call)
{
    return report(call, Update::Op::Fail);
}

Answer askCancel(const Call &call)
{
    return ask(call, Ask::Cancel);
}

Answer askPause(const Call &call)
{
    return ask(call, Ask::Pause);
}

Answer askResume(const Call &call)
{
    return ask(call, Ask::Resume);
}

Answer askRetry(const Call &call)
{
    return ask(call, Ask::Retry);
}

Answer markSeen(const Call &call)
{
    return applied(call, Update{.op = Update::Op::See, .key = call.key});
}

Answer forgetJob(const Call &call)
{
    const bool isListed = call.api.tracker.job(call.key) != nullptr;
    Answer answer = applied(call, Update{.op = Update::Op::Forget, .key = call.key});
    if (!isListed)
        answer.forget = call.key;
    return answer;
}

Answer clearJob(const Call &call)
{
    return applied(call, Update{.op = Update::Op::Clear, .key = call.key});
}

Answer leaveJob(const Call &call)
{
    return applied(call, Update{.op = Update::Op::Leave, .key = call.key});
}

Answer appendLog(const Call &call)
{
    const std::string_view type = call.request.header("content-type").value_or("");
    if (call.request.body.empty() || equalsIgnoringCase(type.substr(0, 10), "text/plain")) {
        Update update{.op = Update::Op::Log, .key = call.key};
        update.lines = linesOf(call.request.body, call.api.limits.jobs);
        return applied(call, std::move(update));
    }
    return report(call, Update::Op::Log);
}

Answer putSources(const Call &call)
{
    auto said = wire::sourcesFromJson(call.request.body);
    if (!said)
        return refused(said.error());
    SourceBoard &board = call.api.tracker.sources();
    if (const auto trouble =
            board.put(std::move(said).value().sources, SourceBoard::Reporter::AnotherProcess))
        return refused(*trouble);
    Answer answer;
    answer.response.body = wire::toJson(board.report());
    return answer;
}

Answer showLog(const Call &call)
{
    const auto after = call.query.number("after", 0);
    if (!after)
        return refused(after.error());
    const auto limit = call.query.number("limit", 1000, 1);
    if (!limit)
        return refused(limit.error());
    const auto view = call.api.tracker.log(
        call.key, *after, std::min<std::uint64_t>(*limit, call.api.limits.jobs.maxLogLinesPerJob));
    if (!view)
        return refused(refuse::unknownJob(call.key));
    Answer answer;
    answer.response.body = wire::logJson(view->lines, view->dropped);
    return answer;
}

} // namespace afoot::serve
