#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

/// `afoot dialect check FILE`: 0 and a summary, 65 (EX_DATAERR) and each problem with its JSON Pointer, or 66
/// (EX_NOINPUT) for a file that cannot be read. `afoot dialect list`: the built-in ones and the person's own.
/// `afoot dialect new --from URL`: newdialect.h.
int dialects(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
