#pragma once

#include <cstddef>

namespace afoot {

/// Protocol 1, section 4: what a job may hold. Each is a setting.
struct JobLimits
{
    std::size_t maxIdBytes = 200;
    std::size_t maxTitleBytes = 500;
    std::size_t maxMessageBytes = 4096; ///< also error, question, url, kind and a detail's value
    std::size_t maxSteps = 200;
    std::size_t maxDetails = 200;
    double maxCount = 9e15; ///< current and total; beyond it a double cannot count
    std::size_t maxActiveJobs = 10'000;
    std::size_t maxLogLineBytes = 4096;     ///< a longer line is cut, and says so
    std::size_t maxLogLinesPerJob = 10'000; ///< the oldest leave first
    std::size_t maxLogBytesPerJob = 2U << 20U;
};

} // namespace afoot
