#pragma once

#include "core/run/parser.h"

namespace afoot {

/// Steps of a reading, for tools that work in phases.

/// The step of that name; appended as pending when there is none. Null once there are too many.
Step *stepNamed(Reading &reading, std::string_view name);

/// @p name runs now, at @p percent: the steps before it that ran are completed and those that never did are
/// skipped; a phase that runs a second time begins anew, and so do those behind it.
/// A completed step carries no percent.
Step *runStep(Reading &reading, std::string_view name, std::optional<double> percent);

void completeStep(Step &step);

} // namespace afoot
