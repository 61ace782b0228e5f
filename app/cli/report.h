#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

/// What a script says of its job.
int begin(const Command &command, const std::vector<std::string> &arguments);
int update(const Command &command, const std::vector<std::string> &arguments);
int log(const Command &command, const std::vector<std::string> &arguments);
int complete(const Command &command, const std::vector<std::string> &arguments);
int fail(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
