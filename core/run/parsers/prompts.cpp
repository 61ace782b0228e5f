#include "core/run/parsers/prompts.h"

#include "core/run/parsers/scan.h"

namespace afoot {

bool looksLikeQuestion(std::string_view text)
{
    if (text.size() < 4 || text.size() > 500 || text.back() != ' ')
        return false;
    const std::string_view line = trimmed(text);
    if (line.ends_with('?'))
        return true;
    for (const std::string_view choice :
         {std::string_view("[y/n]"), std::string_view("(y/n)"), std::string_view("[yes/no]"),
          std::string_view("(yes/no)"), std::string_view("(yes/no/[fingerprint])?")}) {
        const std::size_t at = findIgnoringCase(line, choice);
        if (at != std::string_view::npos && line.size() - at <= choice.size() + 1)
            return true;
    }
    if (!line.ends_with(':') || text.ends_with("  "))
        return false;
    for (const std::string_view word :
         {std::string_view("password"), std::string_view("passphrase"), std::string_view("pin for"),
          std::string_view("username"), std::string_view("verification code"),
          std::string_view("passwort")}) {
        if (findIgnoringCase(line, word) != std::string_view::npos)
            return true;
    }
    return false;
}

bool isKeyEcho(std::string_view words)
{
    const bool isNothing = words.empty();
    while (words.size() >= 2 && words[0] == '^' &&
           std::string_view("CZ\\D").find(words[1]) != std::string_view::npos)
        words.remove_prefix(2);
    return words.empty() && !isNothing;
}

} // namespace afoot
