#pragma once

#include "core/model/run.h"

#include <string>

namespace afoot {

/// What a tracker is asked about its history (protocol 1): targets of requests.

/// GET: a page of runs. "/api/v1/history?limit=100&kind=ninja".
std::string runsTarget(const RunQuery &query);
/// GET: how many there are of what @p query wants, whatever its page.
std::string runCountsTarget(const RunQuery &query);
/// DELETE: all that @p query wants, whatever its page.
std::string deleteRunsTarget(const RunQuery &query);
/// GET: the log of an ended run.
std::string runLogTarget(std::int64_t run);

} // namespace afoot
