#include "app/cli/sources.h"

#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "app/shared/sourcelist.h"
#include "app/shared/token.h"
#include "core/dialect/dialectfile.h"
#include "core/model/text.h"
#include "core/wire/jsonwrite.h"

#include <algorithm>
#include <iostream>

namespace afoot::cli {

namespace {

bool isDialect(const std::string &name, const Paths &paths)
{
    if (dialect::builtInNamed(name) != nullptr)
        return true;
    const std::vector<OwnDialect> own = ownDialects(paths.dialects());
    return std::any_of(own.begin(), own.end(), [&](const OwnDialect &one) {
        return one.dialect && one.dialect->name == name;
    });
}

int trouble(const Error &error)
{
    complain(error.detail);
    return error.code == Error::Code::BadInput ? exitUsage : exitTrouble;
}

int add(const Paths &paths, SavedSource source, std::vector<SavedSource> list)
{
    if (source.name.empty())
        source.name = freshSourceName(source.url, list);
    if (const auto wrong = checkSource(source, list))
        return trouble(*wrong);
    if (!source.dialect.empty() && !isDialect(source.dialect, paths)) {
        complain("There is no dialect \"" + source.dialect +
                 "\"; \"afoot dialect list\" lists those there are.");
        return exitUsage;
    }
    const std::string name = source.name;
    list.push_back(std::move(source));
    if (const auto failure = writeSources(paths.sources(), list))
        return trouble(*failure);
    std::cout << name << '\n';
    return 0;
}

int remove(const Paths &paths, const std::string &name, std::vector<SavedSource> list)
{
    if (std::erase_if(list, [&](const SavedSource &one) { return one.name == name; }) == 0) {
        complain("There is no source \"" + name + "\"; \"afoot source list\" lists them.");
        return exitUsage;
    }
    const auto failure = writeSources(paths.sources(), list);
    return failure ? trouble(*failure) : 0;
}

/// Never the tokens.
void print(const std::vector<SavedSource> &list, bool json)
{
    for (const SavedSource &source : list) {
        const std::string url = withoutSecrets(source.url);
        if (json) {
            std::string line;
            wire::ObjectWriter object(line);
            object.text("name", source.name);
            object.text("url", url);
            object.textIf("dialect", source.dialect);
            object.boolean("has_token", !source.token.empty());
            object.integer("headers", source.headers.size());
            object.boolean("paused", source.paused);
            object.close();
            std::cout << line << '\n';
        } else {
            std::cout << source.name << "  " << cleanText(url)
                      << (source.dialect.empty() ? "" : "  as " + source.dialect)
                      << (source.paused ? "  (paused)" : "") << '\n';
        }
    }
}

} // namespace

int sources(const Command &command, const std::vector<std::string> &arguments)
{
    std::vector<std::string> words;
    std::optional<std::string> name;
    std::optional<std::string> dialect;
    std::optional<std::string> tokenFile;
    std::optional<std::string> headerFile;
    bool json = false;
    Options options(command);
    options.arguments("add URL | list | remove NAME", words, "what to do", Options::Need::Optional);
    options.value("--name", name, "NAME", "what to call it (default: its host)");
    options.value("--dialect", dialect, "NAME", "how it speaks (default: by its URL)");
    options.value("--token-file", tokenFile, "FILE", "a token to send to it");
    options.value("--header-file", headerFile, "FILE",
                  "header fields to send to it, one \"Name: value\" a line");
    options.flag("--json", json, "list as JSON, one object a line");
    if (const auto done = options.read(arguments))
        return *done;
    const std::string what = words.empty() ? "list" : words[0];
    const std::size_t wanted = what == "list" ? 1 : 2;
    if ((what != "add" && what != "list" && what != "remove") ||
        words.size() != (words.empty() ? 0 : wanted))
        return options.refuse("say add URL, list, or remove NAME.");
    const Paths paths = systemPaths();
    auto list = readSources(paths.sources());
    if (!list)
        return trouble(list.error());
    if (what == "list") {
        print(*list, json);
        return 0;
    }
    if (what == "remove")
        return remove(paths, words[1], std::move(list).value());
    SavedSource source{.name = name.value_or(""), .url = words[1], .dialect = dialect.value_or("")};
    if (tokenFile) {
        Result<std::string> secret = secretFrom(*tokenFile);
        if (!secret)
            return trouble(secret.error());
        source.token = std::move(secret).value();
    }
    if (headerFile) {
        Result<HeaderList> headers = headersIn(*headerFile);
        if (!headers)
            return trouble(headers.error());
        source.headers = std::move(headers).value();
    }
    return add(paths, std::move(source), std::move(list).value());
}

} // namespace afoot::cli
