#pragma once

#include "core/dialect/dialect.h"
#include "core/follow/link.h"

namespace afoot {

/// The habits of a link to a tracker that speaks @p dialect: what the dialect says, and Afoot's own where it says
/// nothing. @p keepTrying: never give up (the window, `--keep-trying`).
LinkHabits habitsOf(const dialect::Dialect &dialect, bool keepTrying);

/// Those of a link to another Afoot, which pings every 15 s.
LinkHabits afootHabits(bool keepTrying);

} // namespace afoot
