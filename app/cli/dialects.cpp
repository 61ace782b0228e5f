#include "app/cli/dialects.h"

#include "app/cli/newdialect.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "app/shared/token.h"
#include "core/dialect/dialectfile.h"
#include "core/model/text.h"

#include <algorithm>
#include <charconv>
#include <iostream>

namespace afoot::cli {

namespace {

using dialect::Dialect;

constexpr int exitData = 65;    ///< EX_DATAERR
constexpr int exitNoInput = 66; ///< EX_NOINPUT

std::string padded(std::string text, std::size_t width)
{
    if (text.size() < width)
        text.append(width - text.size(), ' ');
    return text;
}

void sumUp(const Dialect &dialect)
{
    const auto row = [](const char *what, const std::string &text) {
        if (!text.empty())
            std::cout << "  " << padded(what, 10) << cleanText(text) << '\n';
    };
    const dialect::Endpoints &ends = dialect.endpoints;
    std::cout << dialect.name << ": " << cleanText(dialect.title) << '\n';
    const bool sse = ends.transport == dialect::Transport::Sse;
    row("stream", ends.stream.empty() ? "" : (sse ? "SSE " : "WebSocket ") + ends.stream);
    row("poll", ends.poll);
    row("list", ends.list);
    for (const dialect::Action &action : ends.actions) {
        const dialect::Request &request = action.request;
        row(std::string(nameOf(action.ask)).c_str(),
            request.send.empty() ? request.method + ' ' + request.path : request.send);
    }
    std::string messages;
    for (const dialect::Rule &rule : dialect.rules)
        messages.append(messages.empty() ? "" : ", ").append(rule.name);
    row("messages", messages);
    std::string steps;
    for (const dialect::StepRule &step : dialect.steps.list)
        steps.append(steps.empty() ? "" : ", ").append(step.name);
    row("steps", steps);
}

int check(const std::string &path)
{
    const auto text = readDialectFile(path);
    if (!text) {
        complain(path + ": " + text.error().detail);
        return text.error().code == Error::Code::TooLarge ? exitData : exitNoInput;
    }
    const auto problems = dialect::problemsIn(*text);
    for (const Error &problem : problems)
        complain(path + ": " + cleanText(problem.field) + (problem.field.empty() ? "" : ": ") +
                 cleanText(problem.detail));
    if (!problems.empty())
        return exitData;
    if (const auto dialect = dialect::dialectFromJson(*text))
        sumUp(*dialect);
    return 0;
}

int list()
{
    struct Row
    {
        std::string name{};
        std::string title{};
        std::string from{};
    };
    std::vector<Row> rows{{"NAME", "WHAT IT IS", "FROM"}};
    const auto own = ownDialects(systemPaths().dialects());
    for (const OwnDialect &file : own) {
        if (file.dialect)
            rows.push_back({file.dialect->name, cleanText(file.dialect->title), file.path});
        else
            rows.push_back({"-", "not usable; see \"afoot dialect check\"", file.path});
    }
    const auto add = [&](const Dialect &dialect) {
        const bool replaced = std::any_of(own.begin(), own.end(), [&](const OwnDialect &file) {
            return file.dialect && file.dialect->name == dialect.name;
        });
        rows.push_back({dialect.name, dialect.title,
                        replaced ? "built in, replaced by your own" : "built in"});
    };
    for (const Dialect &dialect : dialect::builtInDialects())
        add(dialect);
    add(dialect::fallbackDialect());

    std::size_t names = 0;
    std::size_t titles = 0;
    for (const Row &row : rows) {
        names = std::max(names, row.name.size());
        titles = std::max(titles, row.title.size());
    }
    for (const Row &row : rows)
        std::cout << padded(row.name, names + 2) << padded(row.title, titles + 2) << row.from
                  << '\n';
    return 0;
}

/// Up to an hour; nothing for what is no number of seconds.
std::optional<int> secondsFrom(const std::string &text)
{
    constexpr int most = 3600;
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && seconds >= 1 && seconds <= most ? std::optional(seconds) : std::nullopt;
}

} // namespace

int dialects(const Command &command, const std::vector<std::string> &arguments)
{
    std::string action;
    std::string file;
    NewDialect wanted;
    std::optional<std::string> from;
    std::optional<std::string> name;
    std::optional<std::string> tokenFile;
    std::optional<std::string> headerFile;
    std::optional<std::string> seconds;
    Options options(command);
    options.argument("check|list|new", action, "the word \"check\", \"list\" or \"new\"");
    options.argument("FILE", file, "the dialect file to check", Options::Need::Optional);
    options.value("--from", from, "URL", "new: the stream to listen to");
    options.value("--name", name, "NAME", "new: what to call it (default: by its URL)");
    options.value("--token-file", tokenFile, "FILE", "new: a token to send along");
    options.value("--header-file", headerFile, "FILE",
                  "new: header fields to send along, one \"Name: value\" a line");
    options.value("--for", seconds, "SECONDS", "new: listen so long (default: 10, or 50 messages)");
    options.flag("--print", wanted.print, "new: print it instead of keeping it");
    options.flag("--force", wanted.force, "new: also where a dialect reads it already");
    if (const auto done = options.read(arguments))
        return *done;
    const bool isAboutNew =
        from || name || tokenFile || headerFile || seconds || wanted.print || wanted.force;
    if (action != "new" && isAboutNew)
        return options.refuse("these options are about \"new\".");
    if (action == "new") {
        if (!from || !file.empty())
            return options.refuse("say with --from which URL to listen to.");
        const auto span = secondsFrom(seconds.value_or("10"));
        if (!span)
            return options.refuse("--for takes seconds from 1 to 3600, not \"" + *seconds + "\".");
        if (tokenFile) {
            const Result<std::string> secret = secretFrom(*tokenFile);
            if (!secret)
                return sayTrouble(secret.error(), exitUsage);
            wanted.token = *secret;
        }
        if (headerFile) {
            Result<HeaderList> headers = headersIn(*headerFile);
            if (!headers)
                return sayTrouble(headers.error(), exitUsage);
            wanted.headers = std::move(headers).value();
        }
        wanted.url = *from;
        wanted.name = name.value_or("");
        wanted.seconds = *span;
        wanted.isPatient = seconds.has_value();
        return newDialect(wanted);
    }
    if (action == "list")
        return file.empty() ? list() : options.refuse("list takes no file.");
    if (action != "check")
        return options.refuse("there is no \"" + action +
                              "\", only \"check\", \"list\" and \"new\".");
    if (file.empty())
        return options.refuse("say which file to check.");
    return check(file);
}

} // namespace afoot::cli
