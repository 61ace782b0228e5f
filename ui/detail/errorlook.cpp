#include "ui/detail/errorlook.h"

#include <algorithm>
#include <array>

namespace afoot::ui {

namespace {

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(from);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// What stands behind says that there is none.
bool saysNone(std::string_view behind)
{
    behind = trimmed(behind);
    return behind.starts_with("none") ||
           (behind.starts_with('0') && (behind.size() == 1 || !isWord(behind[1])));
}

bool endsWithWord(std::string_view before, std::string_view word)
{
    return before.ends_with(word) &&
           (before.size() == word.size() || !isWord(before[before.size() - word.size() - 1]));
}

/// Before a colon: "error", "fatal", or a class such as ValueError.
bool namesError(std::string_view before)
{
    constexpr std::array words{std::string_view("error"), std::string_view("ERROR"),
                               std::string_view("fatal"), std::string_view("FATAL")};
    const bool isNamed = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return endsWithWord(before, word);
    });
    return (isNamed || before.ends_with("Error")) && !before.ends_with("no error");
}

bool saysFailed(std::string_view line)
{
    constexpr std::string_view word = "FAILED";
    for (std::size_t at = line.find(word); at != std::string_view::npos;
         at = line.find(word, at + 1)) {
        const std::string_view before = line.substr(0, at);
        std::string_view behind = line.substr(at + word.size());
        const bool isWhole =
            (before.empty() || !isWord(before.back())) && (behind.empty() || !isWord(behind[0]));
        while (!behind.empty() && (behind[0] == ':' || behind[0] == '=' || behind[0] == ' '))
            behind.remove_prefix(1);
        if (isWhole && !saysNone(behind) && !endsWithWord(trimmed(before), "0") &&
            !endsWithWord(trimmed(before), "no"))
            return true;
    }
    return false;
}

} // namespace

bool looksLikeError(std::string_view line)
{
    for (std::size_t at = line.find(':'); at != std::string_view::npos;
         at = line.find(':', at + 1)) {
        if (namesError(line.substr(0, at)) && !saysNone(line.substr(at + 1)))
            return true;
    }
    return saysFailed(line) || line.find("panicked at ") != std::string_view::npos ||
           line.find("Traceback (") != std::string_view::npos;
}

} // namespace afoot::ui
