#pragma once

#include "core/model/job.h"

#include <string_view>
#include <vector>

namespace afoot {

/// The list that a reporter sends, taking over what it left out: steps of the same name keep the times
/// that are known, and get @p now where they start or end with this update.
std::vector<Step> mergeSteps(const std::vector<Step> &before, std::vector<Step> after,
                             WallTime now);

/// Step @p name runs now: what ran before it is completed, what was passed over is skipped. A name that is
/// not in the list is appended.
void runStep(std::vector<Step> &steps, std::string_view name, WallTime now);

/// The run is over: no step stays running, and a completed run leaves none pending.
void endSteps(std::vector<Step> &steps, State end, WallTime now);

/// True when a running step tells its own percent: counts at job level are about that step then.
bool aStepCounts(const std::vector<Step> &steps);

} // namespace afoot
