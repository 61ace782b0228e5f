#include "core/wire/json.h"
#include "core/wire/jsonread.h"
#include "core/wire/jsonwrite.h"

#include <array>

namespace afoot::wire {

namespace {

constexpr double anyNumber = 9e15; ///< whole numbers are exact up to here

struct OpWord
{
    Update::Op op;
    std::string_view name;
};
constexpr std::array opWords{
    OpWord{Update::Op::Begin, "begin"}, OpWord{Update::Op::Change, "update"},
    OpWord{Update::Op::Log, "log"},     OpWord{Update::Op::Complete, "complete"},
    OpWord{Update::Op::Fail, "fail"},   OpWord{Update::Op::Ask, "ask"},
    OpWord{Update::Op::See, "see"},     OpWord{Update::Op::Forget, "forget"},
    OpWord{Update::Op::Clear, "clear"},
};

Error missing(const char *field, std::string detail)
{
    return {.code = Error::Code::BadInput,
            .name = "missing_field",
            .detail = std::move(detail),
            .field = field};
}

/// The fields that a partial job may have.
void readFields(ObjectReader &read, Update &update)
{
    const JobLimits &limits = read.limits();
    update.restart = read.boolean("restart").value_or(false);
    update.title = read.text("title", limits.maxTitleBytes);
    if (update.title && update.title->empty())
        update.title.reset(); // a job without a name would be a blank row
    update.kind = read.text("kind", limits.maxMessageBytes);
    update.state = read.word<State>("state", stateNamed, stateList);
    update.percent = read.number("percent", 0, 100);
    update.current = read.number("current", 0, anyNumber);
    update.total = read.number("total", 0, anyNumber);
    update.unit = read.text("unit", limits.maxTitleBytes);
    update.rate = read.number("rate", 0, anyNumber);
    update.etaS = read.number("eta_s", 0, anyNumber);
    update.steps = read.steps("steps");
    update.step = read.text("step", limits.maxTitleBytes);
    if (update.step && update.step->empty())
        update.step.reset();
    update.message = read.text("message", limits.maxMessageBytes);
    update.question = read.text("question", limits.maxMessageBytes);
    read.details("details", update.details, update.droppedDetails);
    update.url = read.text("url", limits.maxMessageBytes);
    update.error = read.text("error", limits.maxMessageBytes);
    update.can = read.asks("can");
    update.acknowledged = read.word<Ask>("acknowledged", askNamed, askList);
    update.declined = read.declined("declined");
    update.parent = read.text("parent", limits.maxIdBytes);
    update.time = read.time("time");
    update.createdAt = read.time("created_at");
    update.startedAt = read.time("started_at");
    update.finishedAt = read.time("finished_at");
    update.lines = read.lines("lines");
}

std::string_view wordOf(Update::Op op)
{
    for (const OpWord &word : opWords) {
        if (word.op == op)
            return word.name;
    }
    return {};
}

/// All that "op" may say; on a WebSocket the asks have words of their own.
Error badOp(Piece piece)
{
    std::string list;
    for (const OpWord &word : opWords)
        list += (list.empty() ? "" : ", ") + std::string(word.name);
    if (piece == Piece::Message)
        list += ", cancel, pause, resume, retry";
    return {.code = Error::Code::BadInput,
            .name = "bad_value",
            .detail = "op must be one of " + list + ".",
            .field = "op"};
}

Result<Update> fromObject(const boost::json::object &object, Update::Op op, const JobLimits &limits,
                          std::vector<std::string> *ignored = nullptr)
{
    ObjectReader read(object, limits);
    Update update{.op = op};
    if (const auto id = read.id("id"))
        update.key.id = *id;
    if (const auto source = read.text("source", limits.maxIdBytes); source && !source->empty())
        update.key.source = *source;

    if (op == Update::Op::Ask) {
        update.ask = read.word<Ask>("ask", askNamed, askList);
        if (!read.error() && !update.ask)
            return missing("ask", "Say what is asked: cancel, pause, resume or retry.");
    } else if (op == Update::Op::Log) {
        if (read.find("lines") == nullptr && !read.error())
            return missing("lines", "Give the log lines as \"lines\": [\"…\"].");
        update.lines = read.lines("lines");
    } else if (op != Update::Op::See && op != Update::Op::Clear && op != Update::Op::Forget) {
        readFields(read, update);
        const auto implied = op == Update::Op::Complete ? std::optional(State::Completed)
                             : op == Update::Op::Fail   ? std::optional(State::Failed)
                                                        : std::nullopt;
        if (implied && update.state && update.state != implied) {
            read.fail("state", "state is " + std::string(nameOf(*update.state)) + ", but " +
                                   std::string(wordOf(op)) + " ends the job as " +
                                   std::string(nameOf(*implied)) + "; leave it out.");
        }
    }
    if (read.error())
        return *read.error();
    if (ignored != nullptr) {
        read.find("op"); // a line of reports, sent alone: the path says the same
        *ignored = read.unread();
    }
    return update;
}

Result<Update> fromLine(const boost::json::object &object, const JobLimits &limits, Piece piece)
{
    const auto *op = object.if_contains("op");
    for (const OpWord &word : opWords) {
        if (op == nullptr || !op->is_string() || op->get_string() != word.name)
            continue;
        auto update = fromObject(object, word.op, limits);
        if (update && word.op != Update::Op::Begin && update->key.id.empty())
            return missing("id", "Say which job it is about: \"id\".");
        return update;
    }
    return badOp(piece);
}

void appendNumberField(ObjectWriter &object, std::string_view key, const Update::Number &number)
{
    if (number)
        object.numberOrNull(key, *number);
}

void appendDetails(ObjectWriter &object, const Update &update)
{
    if (update.details.empty() && update.droppedDetails.empty())
        return;
    ObjectWriter details(object.raw("details"));
    for (const Detail &detail : update.details)
        appendDetail(details, detail);
    for (const std::string &key : update.droppedDetails)
        details.raw(escaped(key)) += "null";
    details.close();
}

} // namespace

Result<Update> updateFromJson(std::string_view json, Update::Op op, const JobLimits &limits,
                              std::vector<std::string> *ignored)
{
    if (json.empty() && op != Update::Op::Log && op != Update::Op::Begin)
        json = "{}";
    std::array<unsigned char, 4096> buffer{};
    boost::json::monotonic_resource memory(buffer.data(), buffer.size());
    const auto parsed = parseObject(json, &memory);
    if (!parsed)
        return parsed.error();
    return fromObject(parsed->get_object(), op, limits, ignored);
}

Result<Update> updateFromLine(std::string_view json, const JobLimits &limits, std::string *id)
{
    std::array<unsigned char, 4096> buffer{};
    boost::json::monotonic_resource memory(buffer.data(), buffer.size());
    const auto parsed = parseObject(json, &memory, Piece::Line);
    if (!parsed)
        return parsed.error();
    auto update = fromLine(parsed->get_object(), limits, Piece::Line);
    if (!update && id != nullptr)
        *id = ObjectReader(parsed->get_object(), limits).id("id").value_or("");
    return update;
}

Message messageFromJson(std::string_view json, const JobLimits &limits)
{
    std::array<unsigned char, 4096> buffer{};
    boost::json::monotonic_resource memory(buffer.data(), buffer.size());
    const auto parsed = parseObject(json, &memory, Piece::Message);
    if (!parsed)
        return {.ref = {}, .id = {}, .update = parsed.error()};
    const auto &object = parsed->get_object();
    ObjectReader read(object, limits);
    Message message{.ref = read.text("ref", limits.maxIdBytes), .id = {}, .update = Update{}};
    message.id = read.id("id").value_or("");
    if (read.error()) {
        message.update = *read.error();
        return message;
    }
    const auto *op = object.if_contains("op");
    const auto ask = op != nullptr && op->is_string() ? askNamed(op->get_string()) : std::nullopt;
    if (!ask) {
        message.update = fromLine(object, limits, Piece::Message);
        return message;
    }
    message.update = fromObject(object, Update::Op::See, limits);
    if (!message.update)
        return message;
    message.update.value().op = Update::Op::Ask;
    message.update.value().ask = ask;
    if (message.id.empty())
        message.update = missing("id", "Say which job it is about: \"id\".");
    return message;
}

std::string toJson(const Update &update)
{
    std::string out;
    ObjectWriter object(out);
    object.text("op", wordOf(update.op));
    object.textIf("id", update.key.id);
    if (update.key.source != JobKey{}.source)
        object.text("source", update.key.source);
    if (update.restart)
        object.boolean("restart", true);
    const auto text = [&](std::string_view key, const std::optional<std::string> &value) {
        if (value)
            object.text(key, *value);
    };
    text("title", update.title);
    text("kind", update.kind);
    if (update.state)
        object.text("state", nameOf(*update.state));
    appendNumberField(object, "percent", update.percent);
    appendNumberField(object, "current", update.current);
    appendNumberField(object, "total", update.total);
    text("unit", update.unit);
    appendNumberField(object, "rate", update.rate);
    appendNumberField(object, "eta_s", update.etaS);
    if (update.steps)
        appendSteps(object.raw("steps"), *update.steps, Labels::AsGiven);
    text("step", update.step);
    text("message", update.message);
    text("question", update.question);
    appendDetails(object, update);
    text("url", update.url);
    text("error", update.error);
    if (update.can)
        appendAsks(object.raw("can"), *update.can);
    if (update.acknowledged)
        object.text("acknowledged", nameOf(*update.acknowledged));
    if (update.declined)
        appendDeclined(object.raw("declined"), *update.declined);
    text("parent", update.parent);
    if (update.time)
        object.time("time", *update.time);
    if (update.createdAt)
        object.time("created_at", *update.createdAt);
    if (update.startedAt)
        object.time("started_at", *update.startedAt);
    if (update.finishedAt)
        object.time("finished_at", *update.finishedAt);
    if (!update.lines.empty() || update.op == Update::Op::Log)
        appendLines(object.raw("lines"), update.lines);
    if (update.ask)
        object.text("ask", nameOf(*update.ask));
    object.close();
    return out;
}

} // namespace afoot::wire
