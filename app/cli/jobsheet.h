#pragma once

#include "app/cli/terminal.h"
#include "core/model/job.h"

#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// ID STATE PERCENT TITLE WHEN, with a heading; the title gives way to a narrow terminal. Behind ID stands SOURCE where
/// one of them is not local. Pure.
std::vector<std::string> jobTable(const std::vector<Job> &jobs, const std::vector<std::string> &ids,
                                  const Terminal &terminal, WallTime now);

/// STATE ENDED TOOK TITLE of ended runs, with a heading, and why one failed. Pure but for the time zone.
std::vector<std::string> runTable(const std::vector<Job> &runs, const Terminal &terminal,
                                  WallTime now);

/// Everything that is known of one job, for a person. @p standing: how the connection to its source is, in a clause;
/// empty when there is nothing to say of it. Pure.
std::vector<std::string> jobSheet(const Job &job, std::string_view standing,
                                  const Terminal &terminal, WallTime now);

} // namespace afoot::cli
