#pragma once

#include "core/dialect/dialect.h"

namespace afoot::dialect {

/// What messages make of a job's steps. Steps only go forward: a completed one never changes again, and
/// what runs or has run implies that all before it is over, since a message can be missed.
/// Threads: free functions on the caller's values.

/// The steps that the dialect knows, all pending.
std::vector<Step> firstSteps(const StepsRule &rule);

/// One step as a message has it. A name that is not among @p steps is added when the list is open, and ignored else.
void tellStep(std::vector<Step> &steps, const StepsRule &rule, const Step &told);

/// Steps known by percent; unknown leaves the first of those with an "up_to" running.
void tellPercent(std::vector<Step> &steps, const StepsRule &rule, State state,
                 const std::optional<double> &percent);

/// A completed job leaves no step pending, running or failed; an ended one leaves none running.
void closeSteps(std::vector<Step> &steps, State outcome);

/// The step that the job is in, for dialects that tell one at a time: the running one, else by percent, else the
/// first; empty when the dialect knows none.
std::string currentStep(const StepsRule &rule, const Job &job);

/// The steps of @p job as a stream tells them one by one: those that the dialect has names for, or its stand-in.
std::vector<Step> toldSteps(const StepsRule &rule, const Job &job);

} // namespace afoot::dialect
