#include "core/dialect/dialectfile.h"

#include "core/dialect/builtin.h"
#include "core/dialect/filenode.h"

#include <algorithm>
#include <stdexcept>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

std::string pathFrom(const FileNode &node)
{
    std::string path = node.text();
    if (node.isString() && !path.starts_with('/'))
        node.complain("A path begins with \"/\".");
    return path;
}

std::optional<Reply> replyFrom(const FileNode &node)
{
    if (!node.object({"status", "body"}))
        return std::nullopt;
    Reply reply;
    if (const auto status = node["status"].whole(200, 599))
        reply.status = static_cast<unsigned>(*status);
    reply.body = node.need("body").objectText();
    return reply;
}

Action actionFrom(const FileNode &node, Ask ask)
{
    Action action{.ask = ask};
    if (!node.object({"method", "path", "send", "done", "refused", "missing"}))
        return action;
    if (node["send"]) {
        action.request.method.clear();
        action.request.send = node["send"].objectText();
        if (node["path"])
            node["path"].complain("Give \"path\" or \"send\", not both.");
    } else {
        action.request.path = pathFrom(node.need("path"));
        action.request.method = node.need("method").word<std::string>({{"POST", "POST"},
                                                                       {"DELETE", "DELETE"},
                                                                       {"PUT", "PUT"},
                                                                       {"PATCH", "PATCH"},
                                                                       {"GET", "GET"}});
    }
    action.done = replyFrom(node["done"]);
    action.refused = replyFrom(node["refused"]);
    action.missing = replyFrom(node["missing"]);
    return action;
}

Endpoints endpointsFrom(const FileNode &node)
{
    Endpoints endpoints;
    if (!node.object({"stream", "poll", "list", "actions", "pages"}))
        return endpoints;
    if (const FileNode stream = node["stream"]; stream.object({"transport", "path", "missing"})) {
        endpoints.transport =
            stream.need("transport")
                .word<Transport>({{"sse", Transport::Sse}, {"websocket", Transport::WebSocket}});
        endpoints.stream = pathFrom(stream.need("path"));
        endpoints.absent = stream["missing"].objectText();
    }
    if (const FileNode poll = node["poll"]; poll.object({"path", "missing"})) {
        endpoints.poll = pathFrom(poll.need("path"));
        endpoints.missing = replyFrom(poll["missing"]);
    }
    if (const FileNode list = node["list"];
        list.object({"path", "items", "count", "limit", "state", "skeleton"})) {
        endpoints.list = pathFrom(list.need("path"));
        endpoints.items = list.need("items").pointer().value_or(Pointer{});
        endpoints.count = list["count"].pointer();
        endpoints.listSkeleton = list["skeleton"].objectText();
        if (const FileNode limit = list["limit"]; limit.object({"query", "at"})) {
            endpoints.limitBy = limit.need("query").text();
            endpoints.limitAt = limit["at"].pointer();
        }
        if (const FileNode state = list["state"]; state.object({"query"}))
            endpoints.stateBy = state.need("query").text();
    }
    node["actions"].eachMember([&](std::string_view key, const FileNode &member) {
        if (const auto ask = askNamed(key))
            endpoints.actions.push_back(actionFrom(member, *ask));
        else
            member.complain("One can ask for cancel, pause, resume and retry, not for \"" +
                                std::string(key) + "\".",
                            "unknown_key");
    });
    node["pages"].each([&](const FileNode &item) {
        endpoints.pages.push_back(pathFrom(item));
        if (item.isString() && endpoints.pages.back().find("{id}") == std::string::npos)
            item.complain("A page is about one job: its path has \"{id}\".");
    });
    if (node.isObject() && endpoints.stream.empty() && endpoints.poll.empty() && !node["stream"] &&
        !node["poll"])
        node.complain("Give \"stream\", \"poll\" or both; there is nothing to follow else.",
                      "missing_key");
    return endpoints;
}

LinkRule linkFrom(const FileNode &node)
{
    LinkRule link;
    if (!node.object({"delays_ms", "max_delay_ms", "attempts", "poll_ms", "silence_ms", "ping_ms",
                      "ping", "pong", "hello", "ends_itself", "empty_means_gone"}))
        return link;
    node["delays_ms"].each([&](const FileNode &item) {
        if (const auto delay = item.millis())
            link.delays.push_back(*delay);
    });
    link.maxDelay = node["max_delay_ms"].millis();
    if (const auto attempts = node["attempts"].whole(0, 1000))
        link.attempts = static_cast<unsigned>(*attempts);
    link.pollEvery = node["poll_ms"].millis();
    link.silence = node["silence_ms"].millis();
    link.pingEvery = node["ping_ms"].millis();
    link.ping = node["ping"].objectText();
    link.pong = node["pong"].objectText();
    link.hello = node["hello"].objectText();
    link.endsItself = node["ends_itself"].boolean(true);
    link.emptyMeansGone = node["empty_means_gone"].boolean(false);
    if (link.pingEvery && !node["ping"])
        node["ping"].complain("Say what is sent every \"ping_ms\".", "missing_key");
    return link;
}

StepsRule stepsFrom(const FileNode &node)
{
    StepsRule steps;
    if (!node.object({"known_by", "list", "open", "ends_with", "error_fails", "stand_in"}))
        return steps;
    if (node["known_by"]) {
        steps.knownBy = node["known_by"].word<StepsRule::KnownBy>(
            {{"name", StepsRule::KnownBy::Name}, {"percent", StepsRule::KnownBy::Percent}});
    }
    node["list"].each([&](const FileNode &item) {
        if (!item.object({"name", "label", "up_to", "during"}))
            return;
        StepRule step{.name = item.need("name").text(), .label = item["label"].text()};
        step.upTo = item["up_to"].number(0, 100);
        if (item["during"])
            step.during = stateFrom(item["during"]);
        if (step.upTo && !steps.list.empty() && steps.list.back().upTo &&
            *steps.list.back().upTo >= *step.upTo)
            item["up_to"].complain("This must be more than that of the step before it.",
                                   "out_of_range");
        steps.list.push_back(std::move(step));
    });
    const auto knows = [&](const std::string &name) {
        return std::any_of(steps.list.begin(), steps.list.end(),
                           [&](const StepRule &step) { return step.name == name; });
    };
    steps.open = node["open"].boolean(false);
    steps.errorFails = node["error_fails"].boolean(false);
    steps.endsWith = node["ends_with"].text();
    steps.standIn = node["stand_in"].text();
    for (const char *key : {"ends_with", "stand_in"}) {
        if (node[key].isString() && !knows(node[key].text()))
            node[key].complain("There is no step of this name in \"list\".");
    }
    if (steps.knownBy == StepsRule::KnownBy::Percent && steps.list.empty())
        node["list"].complain("Steps known by percent need a \"list\" with \"up_to\".",
                              "missing_key");
    return steps;
}

std::vector<ToastRule> toastsFrom(const FileNode &node)
{
    std::vector<ToastRule> toasts;
    node.eachMember([&](std::string_view key, const FileNode &member) {
        ToastRule toast;
        if (const auto state = stateNamed(key))
            toast.state = *state;
        else
            member.complain("\"" + std::string(key) + "\" is no state of a job.", "unknown_state");
        if (!member.object({"title", "text", "otherwise", "duration_ms", "alarming"}))
            return;
        toast.title = member.need("title").text();
        toast.text = member["text"].text();
        toast.otherwise = member["otherwise"].text();
        toast.duration = member["duration_ms"].millis().value_or(Millis(0));
        toast.alarming = member["alarming"].boolean(false);
        toasts.push_back(std::move(toast));
    });
    return toasts;
}

std::vector<Sign> signsFrom(const FileNode &node)
{
    std::vector<Sign> signs;
    node.each([&](const FileNode &item) {
        if (!item.object({"has", "when"}))
            return;
        Sign sign;
        item["has"].each([&](const FileNode &place) {
            if (auto pointer = place.pointer())
                sign.has.push_back(std::move(*pointer));
        });
        sign.when = conditionsFrom(item["when"]);
        signs.push_back(std::move(sign));
    });
    return signs;
}

Dialect dialectFrom(const FileNode &node)
{
    Dialect dialect;
    if (!node.object({"$schema", "name", "title", "endpoints", "link", "messages", "other_messages",
                      "steps", "toasts", "signs"}))
        return dialect;
    dialect.name = node.need("name").text();
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (node["name"].isString() &&
        (dialect.name.empty() || dialect.name.find_first_not_of(letters) != std::string::npos))
        node["name"].complain("A name has small letters, digits and \"-\" only.");
    dialect.title = node.need("title").text();
    dialect.endpoints = endpointsFrom(node.need("endpoints"));
    dialect.link = linkFrom(node["link"]);
    dialect.rules = rulesFrom(node.need("messages"));
    if (node["other_messages"]) {
        dialect.ignoresOthers =
            node["other_messages"].word<bool>({{"error", false}, {"ignore", true}});
    }
    dialect.steps = stepsFrom(node["steps"]);
    dialect.toasts = toastsFrom(node["toasts"]);
    dialect.signs = signsFrom(node["signs"]);
    return dialect;
}

Dialect readFile(std::string_view text, std::vector<Error> &problems)
{
    const auto refuse = [&](const char *name, std::string detail) {
        problems.push_back(
            {.code = Error::Code::BadInput, .name = name, .detail = std::move(detail)});
        return Dialect{};
    };
    if (text.size() > maxFileBytes)
        return refuse("too_large", "A dialect file has at most 256 KiB.");
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = 32;
    const json::value file = json::parse(text, error, {}, options);
    if (error)
        return refuse("bad_json", "The file is not valid JSON: " + error.message() + ".");
    return dialectFrom(FileNode(&file, "", problems));
}

/// Ours are checked by the tests; a program that was built with a broken one has nothing to go on with.
Dialect builtIn(std::string_view text)
{
    auto dialect = dialectFromJson(text);
    if (!dialect)
        throw std::logic_error(dialect.error().field + ": " + dialect.error().detail);
    return std::move(dialect).value();
}

} // namespace

Result<Dialect> dialectFromJson(std::string_view text)
{
    std::vector<Error> problems;
    Dialect dialect = readFile(text, problems);
    if (!problems.empty())
        return problems.front();
    return dialect;
}

std::vector<Error> problemsIn(std::string_view text)
{
    std::vector<Error> problems;
    readFile(text, problems);
    return problems;
}

const std::vector<Dialect> &builtInDialects()
{
    static const std::vector<Dialect> dialects = [] {
        std::vector<Dialect> all;
        for (const BuiltIn &file : builtInFiles()) {
            if (file.name != "generic")
                all.push_back(builtIn(file.text));
        }
        return all;
    }();
    return dialects;
}

const Dialect &fallbackDialect()
{
    static const Dialect dialect = [] {
        const auto files = builtInFiles();
        const auto found = std::find_if(files.begin(), files.end(),
                                        [](const BuiltIn &file) { return file.name == "generic"; });
        return builtIn(found->text);
    }();
    return dialect;
}

const Dialect *builtInNamed(std::string_view name)
{
    for (const Dialect &dialect : builtInDialects()) {
        if (dialect.name == name)
            return &dialect;
    }
    return name == fallbackDialect().name ? &fallbackDialect() : nullptr;
}

} // namespace afoot::dialect
