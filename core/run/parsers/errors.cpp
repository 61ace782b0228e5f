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

} // namespace

Blame blameOf(std::string_view text)
{
    const std::string_view line = trimmed(text);
    if (line.empty())
        return Blame::None;
    const char first = line.front();
    static constexpr std::string_view initials = "eEfFpPcC[";
    if (initials.find(first) != std::string_view::npos &&
        opensLikeError(line[0] == '[' ? line.substr(1) : line))
        return Blame::Error;
    if (line.find("rror") != std::string_view::npos ||
        line.find("RROR") != std::string_view::npos ||
        line.find("xception") != std::string_view::npos) {
        if (namesError(line))
            return Blame::Error;
        if (line.find("0 errors") == std::string_view::npos &&
            line.find("no errors") == std::string_view::npos)
            return Blame::Hint;
    }
    if (line.find("ailed") != std::string_view::npos ||
        line.find("FAILED") != std::string_view::npos ||
        line.find("annot ") != std::string_view::npos ||
        line.find("not found") != std::string_view::npos ||
        line.find("No such file") != std::string_view::npos)
        return Blame::Hint;
    return Blame::None;
}

} // namespace afoot
