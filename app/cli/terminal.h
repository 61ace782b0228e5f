#pragma once

#include <string>
#include <string_view>

namespace afoot::cli {

/// What an output can show. Plain when it is not a terminal; NO_COLOR (no-color.org) and TERM=dumb are respected.
struct Terminal
{
    bool isTerminal = false;
    bool colour = false;
    bool unicode = true; ///< the locale's characters are UTF-8
    int columns = 80;
};

Terminal terminalOf(int fd);

enum class Paint { Plain, Bold, Dim, Red, Green, Yellow, Blue };

/// @p text in a colour, if @p terminal shows colours.
std::string painted(std::string_view text, Paint paint, const Terminal &terminal);

/// The text of a line of a log, with its own colours on top of @p paint where @p terminal shows colours, without any
/// elsewhere. They end with the line.
std::string paintedLog(std::string_view text, Paint paint, const Terminal &terminal);

/// "afoot: TEXT" on standard error.
void complain(std::string_view text);

/// Exit codes: sysexits.h where it has one.
inline constexpr int exitRefused = 1;      ///< the tracker said no
inline constexpr int exitLost = 3;         ///< protocol 6: lost or given up
inline constexpr int exitUsage = 64;       ///< EX_USAGE
inline constexpr int exitUnavailable = 69; ///< EX_UNAVAILABLE: no tracker
inline constexpr int exitTrouble = 74;     ///< EX_IOERR

} // namespace afoot::cli
