#pragma once

#include "core/model/job.h"
#include "core/model/limits.h"
#include "core/model/result.h"

#include <optional>

/// Why the tracker says no, each with the sentence that the sender reads.
namespace afoot::refuse {

Error unknownJob(const JobKey &key);
Error tooManyJobs(std::size_t limit);
Error stillRunning(const Job &job);
std::optional<Error> badId(const JobKey &key, const JobLimits &limits);
/// Nothing when @p ask may be asked of @p job. A running job that lists nothing in "can" may be asked for
/// anything: its reporter may answer or not.
std::optional<Error> ask(const Job &job, Ask ask);

} // namespace afoot::refuse
