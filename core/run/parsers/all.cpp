#include "core/run/parsers/all.h"

#include "core/run/parsers/command.h"

#include <array>

namespace afoot {

namespace {

constexpr std::array<const Parser *, 6> table{
    &gitParser, &rsyncParser, &resticParser, &tqdmParser, &richParser, &genericParser,
};

} // namespace

std::span<const Parser *const> allParsers()
{
    return table;
}

const Parser *parserNamed(std::string_view name)
{
    for (const Parser *parser : table) {
        if (parser->name == name)
            return parser;
    }
    return nullptr;
}

Choice chooseParser(const std::vector<std::string> &argv)
{
    Choice choice;
    choice.argv = innerCommand(argv);
    if (choice.argv.empty())
        return choice;
    for (const Parser *parser : table) {
        if (parser->claims && parser->claims(choice.argv)) {
            choice.parser = parser;
            break;
        }
    }
    return choice;
}

} // namespace afoot
