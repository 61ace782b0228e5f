#pragma once

#include "app/cli/commands.h"

namespace afoot::cli {

/// What a person asks of the tracker.
int list(const Command &command, const std::vector<std::string> &arguments);
int show(const Command &command, const std::vector<std::string> &arguments);
int tail(const Command &command, const std::vector<std::string> &arguments);
int wait(const Command &command, const std::vector<std::string> &arguments);
/// cancel, pause, resume, retry: by the command's name.
int ask(const Command &command, const std::vector<std::string> &arguments);

} // namespace afoot::cli
