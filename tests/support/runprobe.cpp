// `afoot run` without the rest of the command line: runprobe [--quiet] [--title T] [--kind K] -- CMD…
#include "app/cli/run.h"

#include <string_view>

int main(int argc, char **argv)
{
    afoot::cli::RunOptions options;
    int i = 1;
    for (; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--") {
            ++i;
            break;
        }
        if (word == "--quiet")
            options.quiet = true;
        else if (word == "--title" && i + 1 < argc)
            options.title = argv[++i];
        else if (word == "--kind" && i + 1 < argc)
            options.kind = argv[++i];
    }
    options.command.assign(argv + i, argv + argc);
    return afoot::cli::run(options);
}
