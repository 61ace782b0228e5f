#pragma once

#include "core/model/job.h"

#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// How a wrapped command ended. Neither code nor signal: it is not known.
struct Exit
{
    std::optional<int> code{};
    std::optional<int> signal{};
    bool interrupted = false; ///< the person pressed Ctrl-C, or the wrapper was told to stop it
};

/// "exit code 23", "killed by SIGKILL"; empty when it is not known.
std::string endingOf(const Exit &exit);

/// What becomes of the steps when the job ends as @p state: what ran is completed, failed or, after a cancel,
/// skipped; what never came is skipped once all is completed.
void endSteps(std::vector<Step> &steps, State state);

} // namespace afoot
