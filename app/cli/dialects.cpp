#include "app/cli/dialects.h"

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "core/dialect/dialectfile.h"
#include "core/model/text.h"

#include <algorithm>
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

} // namespace

int dialects(const Command &command, const std::vector<std::string> &arguments)
{
    std::string action;
    std::string file;
    Options options(command);
    options.argument("check|list", action, "the word \"check\" or \"list\"");
    options.argument("FILE", file, "the dialect file to check", Options::Need::Optional);
    if (const auto done = options.read(arguments))
        return *done;
    if (action == "list")
        return file.empty() ? list() : options.refuse("list takes no file.");
    if (action != "check")
        return options.refuse("there is no \"" + action + "\", only \"check\" and \"list\".");
    if (file.empty())
        return options.refuse("say which file to check.");
    return check(file);
}

} // namespace afoot::cli
