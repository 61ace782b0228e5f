#include "app/cli/options.h"

#include "app/cli/terminal.h"
#include "core/model/nearest.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace afoot::cli {

namespace {

struct Row
{
    std::string left{};
    std::string what{};
};

struct Positional
{
    std::string name{};
    CLI::Option *option = nullptr;
    bool required = true;
};

void appendRows(std::string &text, std::string_view title, const std::vector<Row> &rows)
{
    if (rows.empty())
        return;
    std::size_t widest = 0;
    for (const Row &row : rows)
        widest = std::max(widest, row.left.size());
    text.append("\n").append(title).append(":\n");
    for (const Row &row : rows) {
        text.append("  ").append(row.left).append(widest - row.left.size() + 3, ' ');
        text.append(row.what).append("\n");
    }
}

/// "-t,--title" as people write it: "-t, --title".
std::string shown(const std::string &names)
{
    std::string text;
    for (const char c : names) {
        text += c;
        if (c == ',')
            text += ' ';
    }
    return names.starts_with("--") ? "    " + text : text;
}

std::string quotedWord(const std::string &word)
{
    return '"' + word + '"';
}

} // namespace

struct Options::Inside
{
    CLI::App app{};
    std::vector<Row> options{};
    std::vector<Row> arguments{};
    std::vector<Positional> positionals{};
    std::vector<std::string> longNames{"--help"};
    std::vector<std::string> *commandLine = nullptr;
    bool wantsHelp = false;

    void remember(const std::string &names)
    {
        if (const std::size_t at = names.find("--"); at != std::string::npos)
            longNames.push_back(names.substr(at));
    }
};

Options::Options(const Command &command) : m_command(&command), m_inside(std::make_unique<Inside>())
{
    m_inside->app.set_help_flag();
    m_inside->app.add_flag("-h,--help", m_inside->wantsHelp);
}

Options::~Options() = default;

void Options::flag(const std::string &names, bool &into, std::string_view what)
{
    m_inside->app.add_flag(names, into);
    m_inside->options.push_back({shown(names), std::string(what)});
    m_inside->remember(names);
}

void Options::value(const std::string &names, std::optional<std::string> &into,
                    std::string_view placeholder, std::string_view what)
{
    m_inside->app
        .add_option_function<std::string>(names, [&into](const std::string &text) { into = text; })
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    m_inside->options.push_back({shown(names) + ' ' + std::string(placeholder), std::string(what)});
    m_inside->remember(names);
}

void Options::values(const std::string &names, std::vector<std::string> &into,
                     std::string_view placeholder, std::string_view what)
{
    m_inside->app.add_option(names, into)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false); // one each time: what comes behind it may be an argument
    m_inside->options.push_back({shown(names) + ' ' + std::string(placeholder), std::string(what)});
    m_inside->remember(names);
}

void Options::argument(const std::string &name, std::string &into, std::string_view what, Need need)
{
    CLI::Option *const option = m_inside->app.add_option(name, into);
    m_inside->positionals.push_back({name, option, need == Need::Required});
    m_inside->arguments.push_back({name, std::string(what)});
}

void Options::arguments(const std::string &name, std::vector<std::string> &into,
                        std::string_view what, Need need)
{
    CLI::Option *const option = m_inside->app.add_option(name, into);
    m_inside->positionals.push_back({name, option, need == Need::Required});
    m_inside->arguments.push_back({name + "...", std::string(what)});
}

void Options::commandLine(std::vector<std::string> &into)
{
    m_inside->commandLine = &into;
    m_inside->app.prefix_command();
}

std::optional<int> Options::read(std::vector<std::string> arguments)
{
    CLI::App &app = m_inside->app;
    std::vector<std::string> behindDashes;
    if (m_inside->commandLine) {
        const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
        behindDashes.assign(dashes, arguments.end());
        arguments.erase(dashes, arguments.end());
    }
    std::reverse(arguments.begin(), arguments.end()); // the order that CLI11 wants
    try {
        app.parse(arguments);
    } catch (const CLI::ExtrasError &) {
        const std::vector<std::string> extras = app.remaining();
        const std::string word = extras.empty() ? "" : extras.front();
        if (m_inside->wantsHelp) {
            std::cout << help();
            return 0;
        }
        if (!word.starts_with('-') || word.size() < 2)
            return refuse("there is no place for " + quotedWord(word) + ".");
        return refuseOption(word);
    } catch (const CLI::ArgumentMismatch &error) {
        const std::string text = error.what();
        const std::string name = text.substr(0, text.find_first_of(":, "));
        return refuse(name + " needs a value.");
    } catch (const CLI::ParseError &error) {
        return refuse(std::string(error.what()) + ".");
    }
    if (m_inside->wantsHelp) {
        std::cout << help();
        return 0;
    }
    for (const Positional &positional : m_inside->positionals) {
        if (positional.required && positional.option->count() == 0)
            return refuse(positional.name + " is missing.");
    }
    if (m_inside->commandLine) {
        std::vector<std::string> &words = *m_inside->commandLine;
        words = app.remaining();
        if (words.empty() && !behindDashes.empty())
            behindDashes.erase(behindDashes.begin()); // the dashes that end our own options
        else if (!words.empty() && words.front().starts_with('-') && words.front().size() > 1)
            return refuseOption(words.front());
        words.insert(words.end(), behindDashes.begin(), behindDashes.end());
    }
    return {};
}

int Options::refuseOption(const std::string &word) const
{
    const std::string name = word.substr(0, word.find('='));
    const std::string meant = nearest(name, m_inside->longNames);
    return refuse("there is no option " + quotedWord(name) +
                  (meant.empty() ? "." : "; did you mean " + quotedWord(meant) + "?"));
}

int Options::refuse(std::string_view sentence) const
{
    const std::string name(m_command->name);
    std::cerr << "afoot " << name << ": " << sentence << "\nTry \"afoot " << name << " --help\".\n";
    return exitUsage;
}

std::string Options::help() const
{
    std::string text(m_command->summary);
    text.append("\n\nUsage: afoot ").append(m_command->name);
    if (!m_command->usage.empty())
        text.append(" ").append(m_command->usage);
    text += '\n';
    if (!m_command->more.empty())
        text.append("\n").append(m_command->more).append("\n");
    appendRows(text, "Arguments", m_inside->arguments);
    std::vector<Row> options = m_inside->options;
    options.push_back({"-h, --help", "print this help"});
    appendRows(text, "Options", options);
    if (!m_command->examples.empty()) {
        text += "\nExamples:\n";
        std::string_view rest = m_command->examples;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            text.append("  ").append(rest.substr(0, end)).append("\n");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return text;
}

} // namespace afoot::cli
