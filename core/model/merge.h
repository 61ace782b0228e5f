#pragma once

#include "core/model/update.h"

namespace afoot {

/// @p change on top of @p whole, as if they were one report of a job that runs. Log lines are left out.
/// Threads: a free function.
void merge(Update &whole, const Update &change);

} // namespace afoot
