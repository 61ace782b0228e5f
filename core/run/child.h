#pragma once

#include "core/run/signals.h"

#include <array>
#include <string>
#include <vector>

namespace afoot::run {

/// What a forked child needs to become the command.
struct ChildSetup
{
    std::vector<char *> argv{};                 ///< ends with a null pointer
    std::array<int, 3> descriptors{-1, -1, -1}; ///< what becomes 0, 1, 2; -1 leaves it closed
    int terminal = -1; ///< ≥ 0: own process group, in the foreground of this terminal
    int report = -1;   ///< closes on exec; gets errno as an int when exec failed
    const Signals *signals = nullptr;
};

/// In a forked child: runs the command, as execvp(3) finds it.
[[noreturn]] void becomeCommand(const ChildSetup &setup);

/// What a shell returns for a command that exec refused with @p error: 127 not found, 126 not executable.
int exitCodeOfExec(int error);

/// One sentence for a person.
std::string execTrouble(const std::string &command, int error);

} // namespace afoot::run
