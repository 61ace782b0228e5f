#pragma once

#include "core/model/job.h"
#include "core/model/run.h"

#include <cstdint>
#include <vector>

namespace afoot {

/// A job as the last tracker left it.
struct StoredJob
{
    Job job{};
    bool held = false;          ///< a reporter kept a connection open for it
    std::vector<LogLine> log{}; ///< the newest lines of its present run, oldest first
};

/// What came of deleting runs.
struct Erased
{
    std::uint64_t runs = 0;
    std::vector<JobKey> listed{}; ///< jobs that the tracker has, whose present run is deleted
};

} // namespace afoot
