#include "core/follow/trackerevent.h"

#include "core/follow/trackerclient.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace afoot {

namespace json = boost::json;

namespace {

Error notUnderstood(const std::string &what)
{
    return {Error::Code::BadInput,
            "bad_event",
            "The tracker sent " + what + " that is not understood.",
            {}};
}

std::optional<json::object> objectFrom(std::string_view text)
{
    json::error_code trouble;
    json::value value = json::parse({text.data(), text.size()}, trouble);
    if (trouble || !value.is_object())
        return {};
    return std::move(value.as_object());
}

std::string textAt(const json::object &object, const char *key)
{
    const json::value *const value = object.if_contains(key);
    if (!value || !value->is_string())
        return {};
    return {value->get_string().data(), value->get_string().size()};
}

std::optional<std::uint64_t> countAt(const json::object &object, const char *key)
{
    const json::value *const value = object.if_contains(key);
    if (!value || !value->is_number())
        return {};
    json::error_code trouble;
    const auto number = value->to_number<std::uint64_t>(trouble);
    if (trouble)
        return {};
    return number;
}

JobKey keyIn(const json::object &object)
{
    JobKey key;
    key.id = textAt(object, "id");
    if (std::string source = textAt(object, "source"); !source.empty())
        key.source = std::move(source);
    return key;
}

std::string_view actionOf(const Update &update)
{
    switch (update.op) {
    case Update::Op::Log:
        return "/log";
    case Update::Op::Complete:
        return "/complete";
    case Update::Op::Fail:
        return "/fail";
    case Update::Op::See:
        return "/seen";
    case Update::Op::Clear:
        return "/clear";
    case Update::Op::Leave:
        return "/leave";
    case Update::Op::Ask:
        return nameOf(update.ask.value_or(Ask::Cancel));
    case Update::Op::Begin:
    case Update::Op::Change:
    case Update::Op::Forget:
        break;
    }
    return {};
}

Result<std::vector<Job>> jobsIn(const json::object &object, std::string_view name)
{
    const json::value *const list = object.if_contains(name);
    if (!list || !list->is_array())
        return notUnderstood("a list of jobs");
    std::vector<Job> jobs;
    jobs.reserve(list->get_array().size());
    for (const json::value &entry : list->get_array()) {
        Result<Job> job = wire::jobFromJson(json::serialize(entry));
        if (!job)
            return job.error();
        jobs.push_back(std::move(job).value());
    }
    return jobs;
}

} // namespace

Result<std::vector<Job>> jobsFromJson(std::string_view text)
{
    const std::optional<json::object> object = objectFrom(text);
    return object ? jobsIn(*object, "jobs") : notUnderstood("a list of jobs");
}

Result<TrackerEvent> trackerEventFrom(const wire::SseEvent &event)
{
    if (event.type == "job") {
        Result<Job> job = wire::jobFromJson(event.data);
        if (!job)
            return job.error();
        return TrackerEvent{JobEvent{std::move(job).value()}};
    }
    if (event.type == "snapshot") {
        Result<std::vector<Job>> jobs = jobsFromJson(event.data);
        if (!jobs)
            return jobs.error();
        return TrackerEvent{SnapshotEvent{std::move(jobs).value()}};
    }
    if (event.type != "hello" && event.type != "removed" && event.type != "log")
        return TrackerEvent{};
    const std::optional<json::object> object = objectFrom(event.data);
    if (!object)
        return notUnderstood("an event \"" + event.type + "\"");
    if (event.type == "removed")
        return TrackerEvent{RemovedEvent{keyIn(*object)}};
    if (event.type == "log") {
        Result<wire::LogPage> page = wire::logFromJson(event.data);
        if (!page)
            return page.error();
        return TrackerEvent{LogEvent{keyIn(*object), std::move(page).value()}};
    }
    HelloEvent hello;
    hello.epoch = textAt(*object, "epoch");
    hello.version = textAt(*object, "version");
    hello.rev = countAt(*object, "rev").value_or(0);
    if (const auto retry = countAt(*object, "retry_ms"); retry && *retry < 3'600'000)
        hello.retry = Millis{static_cast<Millis::rep>(*retry)};
    return TrackerEvent{std::move(hello)};
}

ReportRequest requestFor(const Update &update)
{
    ReportRequest request;
    if (update.op == Update::Op::Begin) {
        request.target = "/api/v1/jobs";
    } else {
        request.target = jobTarget(update.key.id);
        const std::string_view action = actionOf(update);
        if (update.op == Update::Op::Ask)
            request.target += '/';
        request.target += action;
        if (update.key.source != JobKey{}.source)
            request.target += "?source=" + percentEncoded(update.key.source);
    }
    if (update.op == Update::Op::Change)
        request.method = "PATCH";
    if (update.op == Update::Op::Forget)
        request.method = "DELETE";
    const bool speaks = update.op != Update::Op::Forget && update.op != Update::Op::Clear &&
                        update.op != Update::Op::Leave && update.op != Update::Op::Ask &&
                        update.op != Update::Op::See;
    if (speaks)
        request.body = wire::toJson(update);
    return request;
}

} // namespace afoot
