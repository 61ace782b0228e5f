#include "core/run/commandname.h"

#include "core/model/text.h"
#include "core/run/secrets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace afoot::run {

namespace {

using Words = std::span<const std::string>;

constexpr std::size_t titleBytes = 100;
constexpr std::size_t wordBytes = 40; ///< a longer path or URL is cut in the middle

std::string_view baseName(std::string_view path)
{
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string withTilde(const std::string &path, std::string_view home)
{
    if (home.size() > 1 && path.starts_with(home) &&
        (path.size() == home.size() || path[home.size()] == '/'))
        return std::string("~").append(path, home.size());
    return path;
}

std::string shortened(const std::string &word)
{
    if (word.size() <= wordBytes || word.find(' ') != std::string::npos)
        return word;
    const std::string_view last = baseName(word);
    if (last.size() + 1 >= word.size())
        return word;
    const std::size_t scheme = word.find("://");
    if (scheme != std::string::npos && scheme < 12)
        return word.substr(0, scheme + 3) + "…/" + std::string(last);
    return word.find('/') == std::string::npos ? word : "…/" + std::string(last);
}

bool oneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isAssignment(std::string_view word)
{
    const std::size_t equal = word.find('=');
    return equal != std::string_view::npos && equal > 0 && word.front() != '-' &&
           word.substr(0, equal).find('/') == std::string_view::npos;
}

/// Options of @p tool that take the next word as their value, so that it is not mistaken for a subcommand.
bool takesValue(std::string_view tool, std::string_view option)
{
    if (tool == "git")
        return oneOf(option, {"-C", "-c", "--git-dir", "--work-tree"});
    if (tool == "restic")
        return oneOf(option, {"-r", "--repo", "-p", "--password-file", "--cache-dir", "-o", "--tag",
                              "-e", "--exclude", "--exclude-file", "--host", "-H", "--limit-upload",
                              "--limit-download"});
    if (tool == "borg")
        return oneOf(option, {"-r", "--repo", "-C", "--compression", "-e", "--exclude",
                              "--exclude-from", "--rsh"});
    if (oneOf(tool, {"kubectl", "helm"}))
        return oneOf(option, {"-n", "--namespace", "--context", "--kubeconfig", "-f"});
    if (oneOf(tool, {"docker", "podman"}))
        return oneOf(option, {"-H", "--host", "--context", "-f", "--file", "-p", "--project-name",
                              "--config"});
    if (oneOf(tool, {"make", "ninja", "gmake"}))
        return oneOf(option, {"-C", "-f", "--directory", "--file"});
    if (tool == "sudo")
        return oneOf(option, {"-u", "-g", "-h", "-p", "-C", "-D", "-T", "-U"});
    if (oneOf(tool, {"nice", "ionice"}))
        return oneOf(option, {"-n", "-c", "-p"});
    if (tool == "stdbuf")
        return oneOf(option, {"-i", "-o", "-e"});
    if (tool == "timeout")
        return oneOf(option, {"-k", "-s"});
    if (tool == "env")
        return oneOf(option, {"-u", "-C", "-S"});
    return false;
}

/// The first word from @p at on that is no option of @p tool.
std::size_t positional(Words words, std::size_t at, std::string_view tool)
{
    while (at < words.size() && words[at].size() > 1 && words[at].front() == '-') {
        if (words[at] == "--")
            return at + 1;
        at += takesValue(tool, words[at]) ? 2 : 1;
    }
    return at;
}

/// How many words after the tool say what it does: `git clone`, `docker compose up`.
int subcommands(std::string_view tool)
{
    static constexpr std::array<std::string_view, 46> one{
        "git",    "restic", "borg",      "docker", "podman",    "kubectl", "helm",     "cargo",
        "rustup", "npm",    "pnpm",      "yarn",   "apt",       "apt-get", "aptitude", "dnf",
        "yum",    "zypper", "pacman",    "brew",   "snap",      "flatpak", "pip",      "pip3",
        "uv",     "poetry", "conda",     "go",     "terraform", "tofu",    "rclone",   "make",
        "gmake",  "ninja",  "systemctl", "dotnet", "mvn",       "gradle",  "gradlew",  "bazel",
        "meson",  "zfs",    "zpool",     "kopia",  "hf",        "just"};
    if (oneOf(tool, {"aws", "gcloud", "az", "btrfs", "gh"}))
        return 2;
    return std::find(one.begin(), one.end(), tool) != one.end() ? 1 : 0;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = text.find_first_not_of(" \t", at);
        if (from == std::string_view::npos || text[from] == '\n' || text[from] == ';' ||
            text[from] == '|' || text[from] == '&')
            break;
        const std::size_t to = std::min(text.find_first_of(" \t\n;|&", from), text.size());
        words.emplace_back(text.substr(from, to - from));
        at = to;
    }
    return words;
}

std::string kindOfWords(Words words, std::string_view home, int depth);

/// The first command of a script that does its work: `cd x && make all` is a make. None where the shell's
/// own language begins it.
std::vector<std::string> firstCommand(std::string_view script)
{
    while (true) {
        std::vector<std::string> words = split(script);
        if (words.empty())
            return {};
        const std::string_view first = words.front();
        if (first.front() == '(' || oneOf(first, {"for", "while", "until", "if", "case", "select",
                                                  "function", "{", "[[", "[", "!", "test"}))
            return {};
        if (!oneOf(first, {"cd", "set", "export", "umask", "ulimit", "trap", "source", ".", "pushd",
                           ":", "unset", "shopt"}))
            return words;
        const std::size_t end = script.find_first_of("\n;&", script.find(first));
        const std::size_t next =
            end == std::string_view::npos ? end : script.find_first_not_of("\n;& \t", end);
        if (next == std::string_view::npos)
            return {};
        script.remove_prefix(next);
    }
}

std::string kindOfInterpreter(Words words, std::string_view tool, std::string_view home, int depth)
{
    const bool python = tool.starts_with("python");
    for (std::size_t at = 1; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word.size() > 1 && word.front() == '-') {
            if (at + 1 < words.size() && python && word == "-m")
                return kindOfWords(words.subspan(at + 1), home, depth + 1);
            const bool script = word[1] != '-' && word.back() == 'c';
            if (at + 1 < words.size() && script) {
                if (python)
                    break;
                const std::vector<std::string> inner = firstCommand(words[at + 1]);
                return inner.empty() ? std::string(tool) : kindOfWords(inner, home, depth + 1);
            }
            continue;
        }
        return std::string(baseName(word));
    }
    return std::string(tool);
}

std::string backupKind(Words words, std::string_view tool, std::size_t at, std::string_view home)
{
    std::string kind = std::string(tool) + " " + words[at];
    std::size_t path = positional(words, at + 1, tool);
    if (tool == "borg") // REPOSITORY::ARCHIVE comes first
        path = positional(words, path + 1, tool);
    if (path < words.size())
        kind.append(" ").append(withTilde(words[path], home));
    return kind;
}

std::string kindOfWords(Words words, std::string_view home, int depth)
{
    while (!words.empty() && isAssignment(words.front()))
        words = words.subspan(1);
    if (words.empty())
        return {};
    const std::string_view tool = baseName(words.front());
    if (depth > 8)
        return std::string(tool);
    if (oneOf(tool, {"sudo", "doas", "env", "nice", "ionice", "time", "stdbuf", "nohup", "timeout",
                     "setsid", "chrt", "command", "exec", "systemd-inhibit"})) {
        std::size_t at = positional(words, 1, tool);
        if (tool == "timeout")
            at = positional(words, at + 1, tool);
        std::string inner =
            at < words.size() ? kindOfWords(words.subspan(at), home, depth + 1) : "";
        return inner.empty() ? std::string(tool) : inner;
    }
    if (oneOf(tool, {"sh", "bash", "dash", "zsh", "fish", "ksh", "node", "perl", "ruby", "php",
                     "python"}) ||
        tool.starts_with("python3"))
        return kindOfInterpreter(words, tool, home, depth);
    std::string kind(tool);
    if (tool == "cmake")
        return words.size() > 1 && words[1] == "--build" ? "cmake --build" : kind;
    const int count = subcommands(tool);
    std::size_t at = 1;
    for (int i = 0; i < count; ++i) {
        at = positional(words, at, tool);
        while (at < words.size() && isAssignment(words[at])) // make CFLAGS=-g all
            at = positional(words, at + 1, tool);
        if (at >= words.size())
            return kind;
        if ((tool == "restic" && words[at] == "backup") ||
            (tool == "borg" && words[at] == "create"))
            return backupKind(words, tool, at, home);
        kind += " " + words[at];
        const bool more = i == 0 && oneOf(kind, {"docker compose", "npm run", "yarn run",
                                                 "pnpm run", "git submodule", "docker buildx"});
        if (more && (at = positional(words, at + 1, tool)) < words.size())
            kind += " " + words[at];
        ++at;
    }
    return kind;
}

bool plainForShell(std::string_view word)
{
    return !word.empty() &&
           word.find_first_of(" \t\n'\"\\$`!*?[]{}()<>|&;#~") == std::string_view::npos;
}

} // namespace

std::string titleOf(const std::vector<std::string> &argv, std::string_view home)
{
    std::vector<std::string> words = withoutSecrets(argv);
    if (words.empty())
        return {};
    words.front() = baseName(words.front());
    if (words.size() == 3 && oneOf(words.front(), {"sh", "bash", "dash", "zsh"}) &&
        words[1].ends_with("c") && words[1].starts_with("-"))
        return cutText(cleanText(words[2]), titleBytes);
    std::string title;
    for (const std::string &word : words) {
        title += title.empty() ? "" : " ";
        title += shortened(withTilde(word, home));
    }
    return cutText(cleanText(title), titleBytes);
}

std::string kindOf(const std::vector<std::string> &argv, std::string_view home)
{
    return cutText(cleanText(kindOfWords(withoutSecrets(argv), home, 0)), titleBytes);
}

std::string commandLine(const std::vector<std::string> &argv)
{
    std::string line;
    for (const std::string &word : withoutSecrets(argv)) {
        line += line.empty() ? "" : " ";
        if (plainForShell(word)) {
            line += word;
            continue;
        }
        line += '\'';
        for (const char c : word)
            line += c == '\'' ? std::string("'\\''") : std::string(1, c);
        line += '\'';
    }
    return line;
}

} // namespace afoot::run
