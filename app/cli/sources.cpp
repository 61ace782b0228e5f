#include "app/cli/sources.h"

#include "app/cli/options.h"
#include "app/cli/sourcewords.h"
#include "app/cli/terminal.h"
#include "app/cli/textwidth.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "app/shared/sourceedit.h"
#include "app/shared/systemclock.h"
#include "app/shared/token.h"
#include "core/model/text.h"
#include "core/wire/jsonwrite.h"
#include "core/wire/sourcejson.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iostream>

namespace afoot::cli {

namespace {

constexpr std::string_view nameText = "what list calls it";
constexpr std::string_view dialectText = "how it speaks";
constexpr std::string_view tokenText = "a token to send to it";
constexpr std::string_view headerText = "header fields to send to it, one \"Name: value\" a line";

int trouble(const Error &error)
{
    complain(error.detail);
    return error.code == Error::Code::BadInput || error.code == Error::Code::NotFound ? exitUsage
                                                                                      : exitTrouble;
}

/// Reads the list, has it changed and keeps it. The exit code.
int edit(const std::function<std::optional<Error>(std::vector<SavedSource> &list)> &change)
{
    const std::string path = systemPaths().sources();
    auto list = readSources(path);
    if (!list)
        return trouble(list.error());
    if (const auto wrong = change(list.value()))
        return trouble(*wrong);
    const auto failure = writeSources(path, *list);
    return failure ? trouble(*failure) : 0;
}

/// The secrets in the files that were named; an error names the file.
std::optional<Error> readSecrets(const std::optional<std::string> &tokenFile,
                                 const std::optional<std::string> &headerFile,
                                 std::optional<std::string> &token,
                                 std::optional<HeaderList> &headers)
{
    if (tokenFile) {
        Result<std::string> secret = secretFrom(*tokenFile);
        if (!secret)
            return secret.error();
        token = std::move(secret).value();
    }
    if (headerFile) {
        Result<HeaderList> fields = headersIn(*headerFile);
        if (!fields)
            return fields.error();
        headers = std::move(fields).value();
    }
    return std::nullopt;
}

int add(const Command &command, const std::vector<std::string> &arguments)
{
    std::string url;
    std::optional<std::string> name;
    std::optional<std::string> dialect;
    std::optional<std::string> tokenFile;
    std::optional<std::string> headerFile;
    Options options(command);
    options.argument("URL", url, "of its stream, of one of its jobs, or of another Afoot");
    options.value("--name", name, "NAME", "what to call it (default: its host)");
    options.value("--dialect", dialect, "NAME", "how it speaks (default: by its URL)");
    options.value("--token-file", tokenFile, "FILE", tokenText);
    options.value("--header-file", headerFile, "FILE", headerText);
    if (const auto done = options.read(arguments))
        return *done;
    std::optional<std::string> token;
    std::optional<HeaderList> headers;
    if (const auto wrong = readSecrets(tokenFile, headerFile, token, headers))
        return trouble(*wrong);
    SavedSource source{.name = name.value_or(""),
                       .url = url,
                       .dialect = dialect.value_or(""),
                       .token = token.value_or(""),
                       .headers = headers.value_or(HeaderList())};
    const int code = edit([&](std::vector<SavedSource> &list) {
        if (!name)
            source.name = freshSourceName(source.url, list);
        return addSource(list, source, ownDialects(systemPaths().dialects()));
    });
    if (code == 0)
        std::cout << source.name << '\n';
    return code;
}

int change(const Command &command, const std::vector<std::string> &arguments)
{
    std::string which;
    SourceChange wanted;
    std::optional<std::string> tokenFile;
    std::optional<std::string> headerFile;
    bool noToken = false;
    bool noHeaders = false;
    Options options(command);
    options.argument("NAME", which, nameText);
    options.value("--url", wanted.url, "URL", "where it is now; token and headers go there too");
    options.value("--name", wanted.name, "NEW", "what to call it from now on");
    options.value("--dialect", wanted.dialect, "NAME", "how it speaks; \"\": by its URL");
    options.value("--token-file", tokenFile, "FILE", tokenText);
    options.flag("--no-token", noToken, "send no token any more");
    options.value("--header-file", headerFile, "FILE",
                  "header fields to send to it in the place of those before");
    options.flag("--no-headers", noHeaders, "send none of them any more");
    if (const auto done = options.read(arguments))
        return *done;
    if (tokenFile && noToken)
        return options.refuse("give --token-file or --no-token, not both.");
    if (headerFile && noHeaders)
        return options.refuse("give --header-file or --no-headers, not both.");
    if (noToken)
        wanted.token.emplace();
    if (noHeaders)
        wanted.headers.emplace();
    if (const auto wrong = readSecrets(tokenFile, headerFile, wanted.token, wanted.headers))
        return trouble(*wrong);
    if (wanted == SourceChange())
        return options.refuse("say what is to be another about it.");
    return edit([&](std::vector<SavedSource> &list) {
        return changeSource(list, which, wanted, ownDialects(systemPaths().dialects()));
    });
}

/// What takes the name of one source and nothing else.
int withName(const Command &command, const std::vector<std::string> &arguments,
             std::optional<Error> (*change)(std::vector<SavedSource> &list, std::string_view name))
{
    std::string name;
    Options options(command);
    options.argument("NAME", name, nameText);
    if (const auto done = options.read(arguments))
        return *done;
    return edit([&](std::vector<SavedSource> &list) { return change(list, name); });
}

int pause(const Command &command, const std::vector<std::string> &arguments)
{
    return withName(command, arguments, [](std::vector<SavedSource> &list, std::string_view name) {
        return pauseSource(list, name, true);
    });
}

int resume(const Command &command, const std::vector<std::string> &arguments)
{
    return withName(command, arguments, [](std::vector<SavedSource> &list, std::string_view name) {
        return pauseSource(list, name, false);
    });
}

int remove(const Command &command, const std::vector<std::string> &arguments)
{
    return withName(command, arguments, removeSource);
}

/// Never the tokens. @p said: null when nobody says how it is.
std::string jsonOf(const SavedSource &source, const SourceInfo *said)
{
    std::string line;
    wire::ObjectWriter object(line);
    object.text("name", source.name);
    object.text("url", withoutSecrets(source.url));
    object.textIf("dialect", source.dialect);
    object.boolean("has_token", !source.token.empty());
    object.integer("headers", source.headers.size());
    object.boolean("paused", source.paused);
    object.boolean("followed", said != nullptr);
    if (said != nullptr)
        wire::appendStanding(object, *said);
    else
        object.raw("state") += "null";
    object.close();
    return line;
}

std::string lineOf(const SavedSource &source, int nameColumns, const std::string &standing)
{
    std::string line =
        padded(source.name, nameColumns, CutAt::End) + "  " + cleanText(withoutSecrets(source.url));
    if (!source.dialect.empty())
        line += "  as " + source.dialect;
    return line + "  (" + standing + ')';
}

int list(const Command &command, const std::vector<std::string> &arguments)
{
    bool json = false;
    Options options(command);
    options.flag("--json", json, "print JSON, one object a line");
    if (const auto done = options.read(arguments))
        return *done;
    const auto sources = readSources(systemPaths().sources());
    if (!sources)
        return trouble(sources.error());
    TrackerAccess tracker;
    const Result<SourceReport> asked =
        sources->empty() ? Result<SourceReport>(SourceReport()) : tracker.sources();
    const SourceReport report = asked ? *asked : SourceReport();
    const bool isUnknown = !asked && asked.error().name != "no_tracker";
    if (isUnknown)
        complain("How they are is not known: " + asked.error().detail);
    if (sources->empty() && !json && terminalOf(STDOUT_FILENO).isTerminal)
        std::cout << "No sources. \"afoot source add URL\" adds one.\n";
    int widest = 0;
    for (const SavedSource &source : *sources)
        widest = std::max(widest, widthOf(source.name));
    const WallTime now = SystemClock().now();
    for (const SavedSource &source : *sources) {
        const SourceInfo *const said = report.find(source.name);
        const std::string standing = source.paused ? "paused"
                                     : said        ? wordsFor(*said, now)
                                     : isUnknown   ? "state unknown"
                                                   : notFollowedText(report);
        std::cout << (json ? jsonOf(source, said) : lineOf(source, widest, standing)) << '\n';
    }
    return 0;
}

constexpr std::string_view atOnce = "The window takes the change up at once.";

constexpr std::array actions{
    Command{"source list",
            {},
            "[--json]",
            "List the remote trackers that the window follows",
            "Each with how the connection is, as the window says. Tokens and header fields are not "
            "shown.",
            "afoot source list",
            list},
    Command{"source add",
            {},
            "URL [--name NAME] [--dialect NAME] [--token-file FILE]...",
            "Have the window follow a remote tracker",
            "Prints its name. Tokens are kept in a file that only you can read.",
            "afoot source add https://ci.example/jobs/7\n"
            "afoot source add --token-file nas.token --name nas https://nas:4680",
            add},
    Command{
        "source change",
        {},
        "NAME [--url URL] [--name NEW] [--dialect NAME]...",
        "Change how a remote tracker is followed",
        "What is not said stays as it is. Under a new name it is another source: the jobs of the "
        "old name leave the list.",
        "afoot source change nas --url https://nas.lan:4680\n"
        "afoot source change nas --name attic --token-file attic.token",
        change},
    Command{"source pause",
            {},
            "NAME",
            "Leave a remote tracker alone for now",
            atOnce,
            "afoot source pause nas",
            pause},
    Command{"source resume",
            {},
            "NAME",
            "Follow a paused remote tracker again",
            atOnce,
            "afoot source resume nas",
            resume},
    Command{
        "source remove",
        {},
        "NAME",
        "Follow a remote tracker no more",
        "The window takes the change up at once: its jobs leave the list, and what ended of them "
        "stays in the history.",
        "afoot source remove nas",
        remove},
};

} // namespace

int sources(const Command &command, const std::vector<std::string> &arguments)
{
    const auto isHelp = [](const std::string &word) { return word == "-h" || word == "--help"; };
    if (!arguments.empty() && !arguments.front().starts_with('-')) {
        const std::string name = std::string(command.name) + ' ' + arguments.front();
        const auto action = std::find_if(actions.begin(), actions.end(),
                                         [&](const Command &one) { return one.name == name; });
        if (action == actions.end())
            return Options(command).refuse(
                quotedBriefly(arguments.front()) +
                " is nothing to do: say list, add, change, pause, resume or remove.");
        return action->main(*action, {arguments.begin() + 1, arguments.end()});
    }
    if (std::any_of(arguments.begin(), arguments.end(), isHelp))
        return Options(command).read({"--help"}).value_or(0);
    return list(actions.front(), arguments);
}

} // namespace afoot::cli
