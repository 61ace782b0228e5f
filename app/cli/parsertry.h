#pragma once

#include <iosfwd>
#include <optional>
#include <string>

namespace afoot {

struct ParserTryOptions
{
    std::optional<std::string> as{};          ///< the parser's name
    std::optional<std::string> commandLine{}; ///< chooses the parser as `afoot run` would
    std::optional<std::string> file{};        ///< standard input when unset or "-"
};

/// `afoot parser try`: reads a tool's raw output as `afoot run` would and writes one JSON update a line for every
/// change, none of them coalesced, then the final one. How the tool ended is not in its output: the
/// final update is a failure only when the tool itself said that it could not go on.
/// Returns 0; 64 for an unknown parser, 66 for a file that cannot be read (sysexits.h), with the reason on
/// standard error.
int parserTry(const ParserTryOptions &options, std::istream &in, std::ostream &out);

} // namespace afoot
