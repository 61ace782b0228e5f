#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

/// `afoot run`: ends as the command ends.
int runCommand(const Command &command, const std::vector<std::string> &arguments);

/// `afoot parser try`: what the readers of output make of a tool.
int parser(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
