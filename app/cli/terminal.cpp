#include "app/cli/terminal.h"

#include "core/model/text.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

std::string_view environment(const char *name)
{
    const char *const value = std::getenv(name);
    return value ? value : "";
}

bool hasUtf8Locale()
{
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const std::string value(environment(name));
        if (value.empty())
            continue;
        return ::strcasestr(value.c_str(), "utf-8") || ::strcasestr(value.c_str(), "utf8");
    }
    return false;
}

int columnsOf(int fd)
{
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const std::string_view given = environment("COLUMNS");
    int columns = 0;
    std::from_chars(given.data(), given.data() + given.size(), columns);
    return columns > 0 ? columns : 80;
}

} // namespace

Terminal terminalOf(int fd)
{
    Terminal terminal;
    terminal.unicode = hasUtf8Locale();
    terminal.isTerminal = ::isatty(fd) == 1;
    if (!terminal.isTerminal)
        return terminal;
    terminal.columns = columnsOf(fd);
    terminal.colour = environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
                      !environment("TERM").empty();
    return terminal;
}

std::string painted(std::string_view text, Paint paint, const Terminal &terminal)
{
    if (!terminal.colour || paint == Paint::Plain || text.empty())
        return std::string(text);
    const char *start = "";
    switch (paint) {
    case Paint::Plain:
        break;
    case Paint::Bold:
        start = "\x1b[1m";
        break;
    case Paint::Dim:
        start = "\x1b[2m";
        break;
    case Paint::Red:
        start = "\x1b[31m";
        break;
    case Paint::Green:
        start = "\x1b[32m";
        break;
    case Paint::Yellow:
        start = "\x1b[33m";
        break;
    case Paint::Blue:
        start = "\x1b[34m";
        break;
    }
    return start + std::string(text) + "\x1b[0m";
}

std::string paintedLog(std::string_view text, Paint paint, const Terminal &terminal)
{
    if (!terminal.colour)
        return plainLogText(text);
    const bool hasOwn = text.find('\x1b') != std::string_view::npos;
    return painted(text, paint, terminal) + (hasOwn && paint == Paint::Plain ? "\x1b[0m" : "");
}

void complain(std::string_view text)
{
    std::cerr << "afoot: " << text << '\n' << std::flush;
}

} // namespace afoot::cli
