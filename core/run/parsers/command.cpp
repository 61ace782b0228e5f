#include "core/run/parsers/command.h"

#include "core/run/parsers/scan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace afoot {

namespace {

/// A program that starts the rest of its command line. @c valued: its options that take the next word.
struct Wrapper
{
    std::string_view name;
    std::string_view valued;
    int operands; ///< words of its own before the command, such as a duration
};
constexpr std::array wrappers{
    Wrapper{"sudo", "-u -g -h -p -C -D -R -T -U --user --group", 0},
    Wrapper{"doas", "-u -C", 0},
    Wrapper{"env", "-u -C -S --unset --chdir", 0},
    Wrapper{"nice", "-n --adjustment", 0},
    Wrapper{"ionice", "-c -n -p -P -u --class --classdata", 0},
    Wrapper{"chrt", "-T -P -D", 1},
    Wrapper{"taskset", "", 1},
    Wrapper{"time", "-f -o --format --output", 0},
    Wrapper{"timeout", "-k -s --kill-after --signal", 1},
    Wrapper{"stdbuf", "-i -o -e --input --output --error", 0},
    Wrapper{"nohup", "", 0},
    Wrapper{"setsid", "", 0},
    Wrapper{"unbuffer", "", 0},
    Wrapper{"caffeinate", "-t -w", 0},
    Wrapper{"systemd-inhibit", "", 0},
    Wrapper{"chronic", "", 0},
    Wrapper{"exec", "-a", 0},
    Wrapper{"command", "", 0},
};
constexpr std::array<std::string_view, 6> shells{"sh", "bash", "dash", "zsh", "ksh", "fish"};

std::string_view fileName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool isAssignment(std::string_view word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0 || isDigit(word.front()))
        return false;
    return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                       [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
}

/// True when @p list, words separated by blanks, holds @p word.
bool listed(std::string_view list, std::string_view word)
{
    for (std::size_t at = list.find(word); at != std::string_view::npos;
         at = list.find(word, at + 1)) {
        const bool starts = at == 0 || list[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (starts && (end == list.size() || list[end] == ' '))
            return true;
    }
    return false;
}

void drop(std::vector<std::string> &argv, std::size_t count)
{
    argv.erase(argv.begin(),
               argv.begin() + static_cast<std::ptrdiff_t>(std::min(count, argv.size())));
}

void dropWrapper(std::vector<std::string> &argv, const Wrapper &wrapper)
{
    std::size_t at = 1;
    int operands = wrapper.operands;
    while (at < argv.size()) {
        const std::string &word = argv[at];
        if (word == "--") {
            ++at;
            break;
        }
        if (word.size() > 1 && word.front() == '-')
            at += listed(wrapper.valued, word) ? 2 : 1;
        else if (isAssignment(word) || operands-- > 0)
            ++at;
        else
            break;
    }
    drop(argv, at);
}

/// The text after -c, also in `bash -lc`; nothing when the shell reads a script.
std::optional<std::string> shellText(const std::vector<std::string> &argv)
{
    for (std::size_t i = 1; i + 1 < argv.size(); ++i) {
        const std::string &word = argv[i];
        if (word.size() < 2 || word.front() != '-')
            return std::nullopt;
        if (word[1] != '-' && word.find('c') != std::string::npos)
            return argv[i + 1];
    }
    return std::nullopt;
}

} // namespace

ShellLine splitShell(std::string_view line)
{
    ShellLine result;
    std::string word;
    bool inWord = false;
    char quote = 0;
    const auto finish = [&] {
        if (inWord)
            result.words.push_back(std::move(word));
        word.clear();
        inWord = false;
    };
    const std::string_view text = line.substr(0, line.find_last_not_of(" \t\r\n;") + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote)
                quote = 0;
            else if (c == '\\' && quote == '"' && i + 1 < text.size())
                word += text[++i];
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (c == '\\' && i + 1 < text.size()) {
            if (text[++i] != '\n') {
                word += text[i];
                inWord = true;
            }
        } else if (c == ' ' || c == '\t') {
            finish();
        } else {
            if (c == ';' || c == '|' || c == '\n' || c == '(' || c == '`' ||
                (c == '&' && !word.ends_with('>')))
                result.simple = false;
            word += c;
            inWord = true;
        }
    }
    finish();
    return result;
}

std::vector<std::string> innerCommand(std::vector<std::string> argv)
{
    for (int depth = 0; depth < 16 && !argv.empty(); ++depth) {
        if (isAssignment(argv.front())) {
            drop(argv, 1);
            continue;
        }
        const std::string name(fileName(argv.front()));
        const auto wrapper = std::find_if(wrappers.begin(), wrappers.end(),
                                          [&](const Wrapper &known) { return known.name == name; });
        if (wrapper != wrappers.end()) {
            dropWrapper(argv, *wrapper);
            continue;
        }
        if (std::find(shells.begin(), shells.end(), name) != shells.end()) {
            const auto text = shellText(argv);
            if (!text)
                return {};
            ShellLine line = splitShell(*text);
            if (!line.simple)
                return {};
            argv = std::move(line.words);
            continue;
        }
        argv.front() = name;
        return argv;
    }
    return {};
}

} // namespace afoot
