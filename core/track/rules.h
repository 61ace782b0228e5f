#pragma once

#include "core/model/estimate.h"
#include "core/model/job.h"
#include "core/model/limits.h"
#include "core/model/result.h"
#include "core/model/update.h"

#include <optional>

namespace afoot {

/// What the tracker knows of a run beside the job itself.
struct RunFacts
{
    Estimator byCount{};       ///< pace of current
    Estimator byPercent{};     ///< pace of percent, for work whose total nobody tells
    bool percentGiven = false; ///< the reporter tells percent itself: none is derived
    bool rateGiven = false;
    bool etaGiven = false;
};

/// The state machine of protocol 1, section 1. A state may follow itself.
bool mayFollow(State from, State to);

/// Why @p update cannot be applied to @p job as it is; nothing when it can.
std::optional<Error> whyNot(const Job &job, const Update &update, const JobLimits &limits);

/// It only says what becomes of something that was asked: that may be told of an ended job too, of "retry".
bool onlyAnswers(const Update &update);

/// What it says of that. True when the job is different afterwards.
bool answerAsk(Job &job, const Update &update, WallTime now);

/// Applies what whyNot() let through. True when the job is different afterwards; revision and
/// updatedAt are the caller's.
bool changeJob(Job &job, RunFacts &facts, Update &&update, WallTime now, Ticks ticks);

/// Takes @p job back to the beginning of a new run: what the last run left is gone, who it is stays.
void beginRun(Job &job, RunFacts &facts, WallTime now);

} // namespace afoot
