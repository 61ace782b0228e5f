#pragma once

#include "core/track/joblog.h"
#include "core/track/pulse.h"
#include "core/track/rules.h"
#include "core/track/tracker.h"

namespace afoot {

/// One job's place in the tracker. Only the tracker's own files include this one.
struct Tracker::Slot
{
    Job job{};
    mutable JobPtr snapshot{}; ///< of @c job; null while it is out of date
    RunFacts facts{};
    JobLog log{};
    Pulse pulse{};
    int holds = 0;
    bool used = false;
};

} // namespace afoot
