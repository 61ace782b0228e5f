#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

int watch(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
