#pragma once

#include "core/model/result.h"
#include "core/model/run.h"

#include <string>
#include <string_view>

namespace afoot::wire {

/// Ended runs as JSON: answers of /api/v1/history.

/// The job as it was at the end, with "run", its number.
std::string toJson(const EndedRun &run);
/// {"runs":[…],"next"?}
std::string toJson(const RunPage &page);
Result<RunPage> runsFromJson(std::string_view json);

/// {"runs":N,"kinds":[{"kind","runs"}],"sources":[{"source","runs"}]}
std::string toJson(const RunCounts &counts);
Result<RunCounts> runCountsFromJson(std::string_view json);

/// {"deleted":N}
std::string deletedJson(std::uint64_t runs);
Result<std::uint64_t> deletedFromJson(std::string_view json);

} // namespace afoot::wire
