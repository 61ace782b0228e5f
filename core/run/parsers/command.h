#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// A shell line, split into words as sh(1) quotes them; nothing is expanded. @c simple is false when it holds
/// more than one command: `;`, `&`, `|`, a line break, a subshell, a redirection's target.
struct ShellLine
{
    std::vector<std::string> words{};
    bool simple = true;
};
ShellLine splitShell(std::string_view line);

/// The command that does the work: behind sudo, env, nice, time, stdbuf, `sh -c "one command"` and the like,
/// with argv[0] cut down to its file name. Empty for scripts and lines of several commands.
std::vector<std::string> innerCommand(std::vector<std::string> argv);

} // namespace afoot
