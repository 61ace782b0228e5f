#include "app/cli/report.h"

#include "app/cli/delivery.h"
#include "app/cli/jobfields.h"
#include "app/cli/linefeed.h"
#include "app/cli/options.h"
#include "app/cli/sentences.h"
#include "app/cli/terminal.h"
#include "app/shared/random.h"
#include "core/wire/json.h"

#include <iostream>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr std::string_view strictText =
    "fail (exit 69) when no tracker is running, instead of noting it";

/// The update of @p fields for job @p id, or the exit code for what is wrong with it.
struct Prepared
{
    Update update{};
    std::optional<int> exitCode{};
};

Prepared prepared(const Options &options, JobFields &fields, Update::Op op,
                  const std::optional<std::string> &id)
{
    fields.text("id", id);
    Result<Update> update = fields.update(op);
    if (!update)
        return {{}, options.refuse(sentenceOf(update.error()))};
    if (id && update->key.id.empty())
        return {{}, options.refuse("ID is empty.")};
    return {std::move(update).value(), {}};
}

int ended(const Command &command, const std::vector<std::string> &arguments, Update::Op op)
{
    std::string id;
    std::optional<std::string> url;
    std::optional<std::string> message;
    std::optional<std::string> error;
    bool strict = false;
    Options options(command);
    options.argument("ID", id, "the job, as begin printed it");
    if (op == Update::Op::Fail)
        options.value("-e,--error", error, "TEXT", "why it failed");
    else
        options.value("--url", url, "URL", "where the result is");
    options.value("-m,--message", message, "TEXT", "the last line for a person");
    options.flag("--strict", strict, strictText);
    if (const auto done = options.read(arguments))
        return *done;
    if (op == Update::Op::Fail && !error)
        return options.refuse("--error is missing: say why it failed.");
    JobFields fields;
    fields.text("url", url);
    fields.text("error", error);
    fields.text("message", message);
    Prepared made = prepared(options, fields, op, id);
    if (made.exitCode)
        return *made.exitCode;
    made.update.finishedAt = SystemClock().now();
    return Delivery(strict).send(made.update).value_or(0);
}

} // namespace

int begin(const Command &command, const std::vector<std::string> &arguments)
{
    std::string title;
    std::optional<std::string> id;
    std::optional<std::string> kind;
    std::optional<std::string> steps;
    std::optional<std::string> total;
    std::optional<std::string> unit;
    std::optional<std::string> message;
    std::optional<std::string> parent;
    std::vector<std::string> details;
    bool restart = false;
    bool strict = false;
    Options options(command);
    options.argument("TITLE", title, "what a person calls the job");
    options.value("--id", id, "ID", "a name of your own instead of a new one");
    options.value("--kind", kind, "KIND", "what runs of the same work have in common");
    options.value("--steps", steps, "A,B,C", "the stages, in order");
    options.value("--total", total, "N", "how much there is to do");
    options.value("--unit", unit, "U", "of what: bytes, files, items or any word");
    options.value("-m,--message", message, "TEXT", "the latest line for a person");
    options.value("--parent", parent, "ID",
                  "the job that this one is a part of (default: $AFOOT_JOB)");
    options.values("--detail", details, "KEY=VALUE", "a row of the job's table; may be repeated");
    options.flag("--restart", restart, "with --id: a new run, if that job has ended");
    options.flag("--strict", strict, strictText);
    if (const auto done = options.read(arguments))
        return *done;
    const WallTime now = SystemClock().now();
    if (!id)
        id = freshId(now);
    JobFields fields;
    fields.text("title", title);
    fields.text("kind", kind);
    fields.steps(steps);
    fields.number("total", "--total", total);
    fields.text("unit", unit);
    fields.text("message", message);
    if (!parent) { // inside afoot run
        parent = environmentValue("AFOOT_JOB");
        if (parent == id)
            parent.reset();
    }
    fields.text("parent", parent);
    fields.details(details);
    fields.yes("restart", restart);
    Prepared made = prepared(options, fields, Update::Op::Begin, id);
    if (made.exitCode)
        return *made.exitCode;
    if (made.update.title.value_or("").empty())
        return options.refuse("TITLE is empty.");
    made.update.createdAt = now;
    made.update.startedAt = now;
    if (const auto trouble = Delivery(strict).send(made.update))
        return *trouble;
    std::cout << made.update.key.id << '\n';
    return 0;
}

int update(const Command &command, const std::vector<std::string> &arguments)
{
    std::string id;
    std::optional<std::string> percent;
    std::optional<std::string> current;
    std::optional<std::string> total;
    std::optional<std::string> unit;
    std::optional<std::string> step;
    std::optional<std::string> message;
    std::vector<std::string> details;
    std::optional<std::string> acknowledged;
    std::optional<std::string> declined;
    std::optional<std::string> reason;
    bool strict = false;
    Options options(command);
    options.argument("ID", id, "the job, as begin printed it");
    options.value("-p,--percent", percent, "P", "0 to 100, or \"unknown\"");
    options.value("-c,--current", current, "N", "how much is done");
    options.value("-t,--total", total, "N", "how much there is to do, or \"unknown\"");
    options.value("--unit", unit, "U", "of what: bytes, files, items or any word");
    options.value("-s,--step", step, "NAME", "the stage that runs now; those before it are over");
    options.value("-m,--message", message, "TEXT", "the latest line for a person");
    options.values("-d,--detail", details, "KEY=VALUE",
                   "a row of the job's table; may be repeated");
    options.value("--acknowledge", acknowledged, "ASK",
                  "say that you heard cancel, pause, resume or retry and are at it");
    options.value("--decline", declined, "ASK",
                  "say that you will not cancel, pause, resume or retry");
    options.value("--reason", reason, "TEXT", "why, with --decline");
    options.flag("--strict", strict, strictText);
    if (const auto done = options.read(arguments))
        return *done;
    if (percent && current)
        return options.refuse("give --percent or --current, not both.");
    if (reason && !declined)
        return options.refuse("--reason says why something is declined: give --decline too.");
    JobFields fields;
    fields.number("percent", "--percent", percent);
    fields.number("current", "--current", current);
    fields.number("total", "--total", total);
    fields.text("unit", unit);
    fields.text("step", step);
    fields.text("message", message);
    fields.text("acknowledged", acknowledged);
    fields.declined(declined, reason);
    fields.details(details);
    if (fields.empty())
        return options.refuse("there is nothing to say: give --percent, --step or --message.");
    const Prepared made = prepared(options, fields, Update::Op::Change, id);
    if (made.exitCode)
        return *made.exitCode;
    Delivery delivery(strict);
    if (const auto trouble = delivery.send(made.update))
        return *trouble;
    // a script may look at it and act
    if (const Result<Job> job = wire::jobFromJson(delivery.answer()); job && job->asked)
        std::cout << nameOf(*job->asked) << '\n';
    return 0;
}

int complete(const Command &command, const std::vector<std::string> &arguments)
{
    return ended(command, arguments, Update::Op::Complete);
}

int fail(const Command &command, const std::vector<std::string> &arguments)
{
    return ended(command, arguments, Update::Op::Fail);
}

int log(const Command &command, const std::vector<std::string> &arguments)
{
    std::string id;
    std::vector<std::string> lines;
    std::optional<std::string> level;
    bool strict = false;
    Options options(command);
    options.argument("ID", id, "the job, as begin printed it");
    options.arguments("LINE", lines, "what to log; standard input when there is none",
                      Options::Need::Optional);
    options.value("--level", level, "LEVEL", "info, warning or error");
    options.flag("--strict", strict, strictText);
    if (const auto done = options.read(arguments))
        return *done;
    if (level && *level != "info" && *level != "warning" && *level != "error")
        return options.refuse("--level is info, warning or error, not \"" + *level + "\".");
    if (id.empty())
        return options.refuse("ID is empty.");

    Delivery delivery(strict);
    const SystemClock clock;
    std::optional<int> refused;
    const auto send = [&](const std::vector<std::string> &texts) {
        if (refused || texts.empty())
            return;
        Update say{.op = Update::Op::Log};
        say.key.id = id;
        for (const std::string &text : texts)
            say.lines.push_back(logLine(text, level.value_or(""), clock.now()));
        refused = delivery.send(say);
    };
    if (!lines.empty()) {
        send(lines);
        return refused.value_or(0);
    }
    // After a refusal the rest is still read: closing the pipe would kill the program that writes.
    eachBatch(STDIN_FILENO, clock, send);
    return refused.value_or(0);
}

} // namespace afoot::cli
