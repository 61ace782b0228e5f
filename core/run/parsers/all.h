#pragma once

#include "core/run/parser.h"

#include <span>

/// One more tool is one more file beside these, defining a Parser, with its line below, in the table of all.cpp
/// and in core/run/CMakeLists.txt; and its recordings in tests/data/tools/NAME/CASE, which the tests
/// find by listing.

namespace afoot {

extern const Parser gitParser;
extern const Parser rsyncParser;
extern const Parser resticParser;
extern const Parser tqdmParser;
extern const Parser richParser;

/// What is left when no tool is recognised: percents and counts that keep rising.
extern const Parser genericParser;

/// All of them, in the order in which they are asked; the generic one is last.
std::span<const Parser *const> allParsers();

/// The one of that name; null when there is none.
const Parser *parserNamed(std::string_view name);

/// The one that reads the output of @p argv, with the command line it claimed; null for scripts and commands
/// that nobody claims, whose output has to be recognised as it comes.
struct Choice
{
    const Parser *parser = nullptr;
    std::vector<std::string> argv{};
};
Choice chooseParser(const std::vector<std::string> &argv);

} // namespace afoot
