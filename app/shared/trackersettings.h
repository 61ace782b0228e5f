#pragma once

#include "core/model/result.h"
#include "core/serve/limits.h"

#include <string>

namespace afoot {

/// What a person wants of the tracker, in Paths::trackerSettings(), read when a tracker starts:
///
///     {"limits": {"body": "2 MiB", "jobs": 20000, "idle-time": "2 min"}}
///
/// The names and values are those of serve::setLimit(); a number is a string of the same digits. Nothing else is in it
/// yet, and what is not known is an error: a setting that is misspelt would be one that is not kept.
///
/// Returns the limits with what the file at @p path sets; the defaults when there is none.
/// Errors: BadInput names the file and what is wrong with it; Internal when it cannot be read.
/// Threads: a free function; it reads the file.
Result<serve::Limits> readTrackerLimits(const std::string &path);

} // namespace afoot
