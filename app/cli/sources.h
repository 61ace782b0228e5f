#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

/// `afoot source list|add|change|pause|resume|remove`: the remote trackers that the window follows.
int sources(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
