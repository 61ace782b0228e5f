#include "core/run/secrets.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace afoot::run {

namespace {

constexpr std::string_view hidden = "•••";
constexpr std::string_view blanks = " \t\n";

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// "--db-password", "PGPASSWORD", "api_key": the name of something secret itself, not of where it is kept.
bool namesSecret(std::string_view name)
{
    std::string plain;
    for (const char c : lower(name))
        if (c != '-' && c != '_')
            plain += c;
    for (const std::string_view place : {"file", "path", "command", "cmd", "stdin", "fd", "env",
                                         "prompt", "name", "id", "type", "count"})
        if (plain.ends_with(place))
            return false;
    static constexpr std::array words{"password", "passwd",    "passphrase", "secret", "token",
                                      "apikey",   "accesskey", "credential", "authkey"};
    return plain == "pass" || plain == "pw" || plain == "pwd" || plain == "auth" ||
           std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return plain.find(word) != std::string::npos; });
}

bool isTool(std::string_view tool, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), tool) != names.end();
}

bool looksLikeToken(std::string_view word)
{
    static constexpr std::array<std::string_view, 11> prefixes{
        "ghp_",  "gho_", "ghs_",  "github_pat_", "glpat-", "xoxb-",
        "xoxp-", "npm_", "pypi-", "sk-",         "AKIA"};
    return word.size() >= 16 && std::any_of(prefixes.begin(), prefixes.end(),
                                            [&](auto prefix) { return word.starts_with(prefix); });
}

/// https://user:PASS@host/?token=SECRET, wherever it stands in @p word.
std::string maskUrl(std::string word)
{
    for (std::size_t at = word.find("://"); at != std::string::npos;
         at = word.find("://", at + 3)) {
        const std::size_t start = at + 3;
        const std::size_t end = std::min(word.find_first_of("/?# \t\n'\"", start), word.size());
        const std::size_t login = word.rfind('@', end == 0 ? 0 : end - 1);
        if (login == std::string::npos || login < start)
            continue;
        const std::size_t colon = word.find(':', start);
        const bool http = at >= 4 && (word.substr(at - 4, 4) == "http" ||
                                      (at >= 5 && word.substr(at - 5, 5) == "https"));
        if (colon < login)
            word.replace(colon + 1, login - colon - 1, hidden);
        else if (http) // a lone name before a web host is a token
            word.replace(start, login - start, hidden);
    }
    for (std::size_t at = word.find_first_of("?&"); at != std::string::npos;
         at = word.find_first_of("?&", at + 1)) {
        const std::size_t equal = word.find('=', at);
        if (equal == std::string::npos)
            break;
        const std::size_t end = std::min(word.find_first_of("&# \t\n'\"", equal), word.size());
        if (equal > at && namesSecret(std::string_view(word).substr(at + 1, equal - at - 1)))
            word.replace(equal + 1, end - equal - 1, hidden);
    }
    return word;
}

/// "Authorization: Bearer SECRET" keeps the scheme, all else after the colon goes.
std::string maskHeader(const std::string &word)
{
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos)
        return word;
    const std::string name = lower(std::string_view(word).substr(0, colon));
    if (name != "authorization" && name != "proxy-authorization" && name != "cookie" &&
        !namesSecret(name.starts_with("x-") ? name.substr(2) : name))
        return word;
    const std::size_t text = word.find_first_not_of(' ', colon + 1);
    const std::size_t space = text == std::string::npos ? text : word.find(' ', text);
    const bool scheme = name.ends_with("authorization") && space != std::string::npos;
    return word.substr(0, scheme ? space : colon + 1) + ' ' + std::string(hidden);
}

/// Walks over the words of one command line.
class Masker
{
public:
    std::string word(const std::string &text);

private:
    std::string plainWord(const std::string &text);
    std::string option(const std::string &text);

    std::string m_tool{};
    enum class Next { Plain, Secret, Login, Header };
    Next m_next = Next::Plain;
};

std::string Masker::word(const std::string &text)
{
    const Next now = std::exchange(m_next, Next::Plain);
    if (now == Next::Secret)
        return std::string(hidden);
    if (now == Next::Login) {
        const std::size_t colon = text.find(':');
        return colon == std::string::npos ? text : text.substr(0, colon + 1) + std::string(hidden);
    }
    if (now == Next::Header)
        return maskHeader(text);
    if (text.find_first_of(blanks) == std::string::npos)
        return plainWord(text);
    Masker inner;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = std::min(text.find_first_not_of(blanks, at), text.size());
        const std::size_t to = std::min(text.find_first_of(blanks, from), text.size());
        out += text.substr(at, from - at);
        if (to > from)
            out += inner.word(text.substr(from, to - from));
        at = to;
    }
    return out;
}

std::string Masker::plainWord(const std::string &text)
{
    if (text.size() > 1 && text.front() == '-')
        return option(text);
    if (looksLikeToken(text))
        return std::string(hidden);
    const std::size_t equal = text.find('=');
    if (equal != std::string::npos && text.find("://") > equal &&
        namesSecret(std::string_view(text).substr(0, equal)))
        return text.substr(0, equal + 1) + std::string(hidden);
    static constexpr std::array<std::string_view, 6> runners{"sudo", "env",   "nice",
                                                             "time", "nohup", "timeout"};
    const std::string name = text.substr(text.rfind('/') + 1);
    if (m_tool.empty() && equal == std::string::npos &&
        std::find(runners.begin(), runners.end(), name) == runners.end())
        m_tool = name;
    return maskUrl(text);
}

std::string Masker::option(const std::string &text)
{
    const std::size_t equal = text.find('=');
    const std::string name = text.substr(0, equal);
    const bool mysql = m_tool.starts_with("mysql") || m_tool.starts_with("mariadb");
    if (text.size() > 2 && text.starts_with("-p") &&
        (mysql || isTool(m_tool, {"sshpass", "7z", "7za", "7zz", "7zr"})))
        return "-p" + std::string(hidden);
    const bool curl = m_tool == "curl";
    if ((text == "-p" && m_tool == "sshpass") || (text == "-a" && m_tool == "redis-cli")) {
        m_next = Next::Secret;
    } else if (curl && isTool(name, {"-u", "-U", "--user", "--proxy-user"})) {
        m_next = Next::Login;
    } else if (isTool(name, {"-H", "--header"})) {
        m_next = Next::Header;
    } else if (name.starts_with("--") && namesSecret(name.substr(2))) {
        if (equal != std::string::npos)
            return name + "=" + std::string(hidden);
        m_next = Next::Secret;
    }
    return equal == std::string::npos ? text : name + "=" + maskUrl(text.substr(equal + 1));
}

} // namespace

std::vector<std::string> withoutSecrets(const std::vector<std::string> &argv)
{
    Masker masker;
    std::vector<std::string> out;
    out.reserve(argv.size());
    for (const std::string &text : argv)
        out.push_back(masker.word(text));
    return out;
}

} // namespace afoot::run
