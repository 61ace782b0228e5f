#pragma once

#include "app/cli/commands.h"
#include "core/model/job.h"

#include <string>

namespace afoot::cli {

/// Ended runs, as a table, as JSON or as CSV.
int history(const Command &command, const std::vector<std::string> &arguments);

/// One row of RFC 4180 without its line end: id, kind, title, state, started, finished, seconds, error. Text that a
/// spreadsheet would take for a formula gets an apostrophe in front. Pure.
std::string csvRow(const Job &run);

} // namespace afoot::cli
