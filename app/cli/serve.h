#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

int serve(const Command &command, const std::vector<std::string> &arguments);
int token(const Command &command, const std::vector<std::string> &arguments);

/// Replaces this process by the window; returns only with an exit code, after saying why it could not.
int openWindow();

} // namespace afoot::cli
