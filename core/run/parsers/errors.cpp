#include "core/run/parsers/errors.h"

#include "core/run/parsers/scan.h"

#include <array>

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

constexpr std::array<std::string_view, 9> fourLetters{"rror", "RROR", "iled", "ILED", "xcep",
                                                      "nnot", "foun", "such", "exce"};
constexpr std::array<bool, 256> lastLetters = [] {
    std::array<bool, 256> table{};
    for (const std::string_view four : fourLetters)
        table[static_cast<unsigned char>(four[3])] = true;
    return table;
}();

/// Most lines of a log have nothing of the kind, and they come fast.
bool mayBlame(std::string_view line)
{
    for (std::size_t at = 3; at < line.size(); ++at) {
        if (!lastLetters[static_cast<unsigned char>(line[at])])
            continue;
        const std::string_view four = line.substr(at - 3, 4);
        for (const std::string_view known : fourLetters) {
            if (four == known)
                return true;
        }
    }
    return false;
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
