#include "app/cli/wrap.h"

#include "app/cli/options.h"
#include "app/cli/parsertry.h"
#include "app/cli/run.h"

#include <iostream>

namespace afoot::cli {

int runCommand(const Command &command, const std::vector<std::string> &arguments)
{
    RunOptions chosen;
    Options options(command);
    options.value("--title", chosen.title, "T",
                  "what a person calls the job (default: the command line)");
    options.value("--kind", chosen.kind, "K", "what runs of the same work have in common");
    options.flag("-q,--quiet", chosen.quiet, "say nothing of our own");
    options.commandLine(chosen.command);
    if (const auto done = options.read(arguments))
        return *done;
    if (chosen.command.empty())
        return options.refuse(
            "there is no command to run; write it behind --, as in afoot run -- make.");
    return run(chosen);
}

int parser(const Command &command, const std::vector<std::string> &arguments)
{
    std::string action;
    ParserTryOptions chosen;
    std::string file;
    Options options(command);
    options.argument("try", action, "the word \"try\"");
    options.value("--as", chosen.as, "TOOL", "the parser to use, by its name");
    options.value("--command", chosen.commandLine, "LINE",
                  "the command line that \"afoot run\" would choose by");
    options.argument("FILE", file, "the tool's raw output; standard input when there is none",
                     Options::Need::Optional);
    if (const auto done = options.read(arguments))
        return *done;
    if (action != "try")
        return options.refuse("there is no \"" + action + "\", only \"try\".");
    if (chosen.as && chosen.commandLine)
        return options.refuse("give --as or --command, not both.");
    if (!file.empty())
        chosen.file = file;
    return parserTry(chosen, std::cin, std::cout);
}

} // namespace afoot::cli
