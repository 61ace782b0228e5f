#pragma once

#include "core/dialect/dialect.h"
#include "core/follow/link.h"

namespace afoot {

/// The habits of a link to a tracker that speaks @p dialect: what the dialect says, and Afoot's own where it says
/// nothing. @p keepTrying: never give up (the window, `--keep-trying`).
LinkHabits habitsOf(const dialect::Dialect &dialect, bool keepTrying);

/// What the person who follows wants otherwise than the dialect has it; unset is as the dialect says.
struct HabitWishes
{
    bool keepTrying = false;
    bool canPoll = true; ///< there is a URL to poll
    bool isList = false; ///< and nothing else: it is a list of jobs
    std::optional<Millis> silence{};
    std::optional<Millis> pollEvery{};
    std::optional<unsigned> attempts{};

    friend bool operator==(const HabitWishes &, const HabitWishes &) = default;
};

/// The habits of one link; @p dialect is null for another Afoot.
LinkHabits habitsOf(const dialect::Dialect *dialect, const HabitWishes &wishes);

/// Those of a link to another Afoot, which pings every 15 s.
LinkHabits afootHabits(bool keepTrying);

} // namespace afoot
