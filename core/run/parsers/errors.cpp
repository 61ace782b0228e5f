#include "core/run/parsers/errors.h"

#include "core/run/parsers/scan.h"

#include <array>
#include <cstdint>

namespace afoot {

namespace {

/// What stands at the start of an error message, before one of ":", "[", " ", "!".
constexpr std::array<std::string_view, 8> openers{"error", "fatal", "panic",     "critical",
                                                  "err!",  "e:",    "exception", "fatal error"};

bool opensLikeError(std::string_view line)
{
    for (const std::string_view opener : openers) {
        if (!startsIgnoringCase(line, opener))
            continue;
        if (opener.back() == ':' || opener.back() == '!')
            return true;
        const std::string_view rest = line.substr(opener.size());
        if (rest.starts_with(':') || rest.starts_with('[') || rest.starts_with('!') ||
            rest.starts_with(" - "))
            return true;
    }
    return false;
}

/// `RuntimeError: …`, `java.io.IOException: …`, `main.c:3:5: error: …`, `tool: error: …`
bool namesError(std::string_view line)
{
    for (const std::string_view mark :
         {std::string_view("Error: "), std::string_view("Exception: "),
          std::string_view(" error: "), std::string_view(" fatal error: "),
          std::string_view(" ERROR: "), std::string_view("[ERROR]")}) {
        if (line.find(mark) != std::string_view::npos)
            return true;
    }
    return line.ends_with("Error") && line.find(' ') == std::string_view::npos;
}

/// Four letters that are in every line to be blamed, folded into a table: most lines of a log have none of
/// them, they come fast, and this costs one look at each byte.
constexpr std::array<std::string_view, 8> tellingLetters{"rror", "RROR", "xcep", "iled",
                                                         "ILED", "nnot", "foun", "such"};

constexpr std::size_t slotOf(std::uint32_t fourLetters)
{
    return fourLetters * 0x9E3779B1U >> 19U;
}

constexpr std::array<bool, 8192> telling = [] {
    std::array<bool, 8192> table{};
    for (const std::string_view letters : tellingLetters) {
        std::uint32_t window = 0;
        for (const char c : letters)
            window = window << 8U | static_cast<unsigned char>(c);
        table[slotOf(window)] = true;
    }
    return table;
}();

/// May say true too often, never too seldom.
bool mayBlame(std::string_view line)
{
    std::uint32_t window = 0;
    bool found = false;
    for (const char c : line) {
        window = window << 8U | static_cast<unsigned char>(c);
        found |= telling[slotOf(window)];
    }
    return found;
}

} // namespace

Blame blameOf(std::string_view text)
{
    const std::string_view line = trimmed(text);
    if (line.empty())
        return Blame::None;
    const char first = line.front();
    static constexpr std::string_view initials = "eEfFpPcC[";
    if (initials.find(first) != std::string_view::npos &&
        opensLikeError(first == '[' ? line.substr(1) : line))
        return Blame::Error;
    if (!mayBlame(line))
        return Blame::None;
    const auto has = [&](std::string_view words) {
        return line.find(words) != std::string_view::npos;
    };
    if (has("rror") || has("RROR") || has("xception")) {
        if (namesError(line))
            return Blame::Error;
        if (!has("0 errors") && !has("no errors"))
            return Blame::Hint;
    }
    for (const std::string_view hint :
         {std::string_view("ailed"), std::string_view("FAILED"), std::string_view("annot "),
          std::string_view("not found"), std::string_view("o such file")}) {
        if (has(hint))
            return Blame::Hint;
    }
    return Blame::None;
}

} // namespace afoot
