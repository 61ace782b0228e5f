#pragma once

#include "app/cli/terminal.h"
#include "core/model/job.h"

#include <string>
#include <vector>

namespace afoot::cli {

/// One job as it shows in a terminal, at most @c terminal.columns wide a line: what it is and its state, and
/// under it, for one that has begun and not ended, its bar, counts, rate and time left. Pure.
std::vector<std::string> jobLines(const Job &job, const Terminal &terminal, WallTime now);

/// The one line that stays of a job that ended: how it ended, in what time, and why it failed.
std::string endLine(const Job &job, const Terminal &terminal, WallTime now);

/// One line without colours or bars for an output that is not a terminal: said on each change that matters.
std::string plainLine(const Job &job, WallTime now);

/// "████████░░░░" of @p columns; @p percent unset: an empty bar.
std::string bar(std::optional<double> percent, int columns, bool unicode);

/// "●" and the like, one column; a letter where there is no Unicode.
std::string_view glyphFor(State state, bool unicode);
Paint paintFor(State state);

} // namespace afoot::cli
