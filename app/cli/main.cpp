#include "app/cli/commands.h"
#include "app/cli/serve.h"
#include "app/cli/terminal.h"
#include "core/model/nearest.h"

#include <afoot/version.h>
#include <iostream>

namespace afoot::cli {

namespace {

int unknownWord(const std::string &word)
{
    std::vector<std::string> known{"help", "--help", "--version"};
    for (const Command &command : allCommands())
        known.emplace_back(command.name);
    const std::string meant = nearest(word, known);
    const std::string what = word.starts_with('-') ? "option" : "command";
    std::string sentence = "There is no " + what + " \"" + word + '"';
    sentence += meant.empty() ? "." : "; did you mean \"" + meant + "\"?";
    complain(sentence + " Try \"afoot --help\".");
    return exitUsage;
}

int run(std::vector<std::string> words)
{
    if (words.empty())
        return openWindow();
    std::string first = words.front();
    words.erase(words.begin());
    if (first == "--version" || first == "-V") {
        std::cout << "afoot " << version << '\n';
        return 0;
    }
    if (first == "--help" || first == "-h" || (first == "help" && words.empty())) {
        std::cout << overview();
        return 0;
    }
    if (first == "help") {
        first = words.front();
        words = {"--help"};
    }
    const Command *const command = commandNamed(first);
    return command ? command->main(*command, words) : unknownWord(first);
}

} // namespace

} // namespace afoot::cli

int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    const int code = afoot::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc});
    if (!std::cout.flush()) {
        afoot::cli::complain("The output could not be written.");
        return code == 0 ? afoot::cli::exitTrouble : code;
    }
    return code;
}
