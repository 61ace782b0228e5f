#pragma once

#include "app/cli/commands.h"

#include <string>
#include <vector>

namespace afoot::cli {

/// Ended runs, as a table, as JSON or as CSV; or deletes them.
int history(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
