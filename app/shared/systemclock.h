#pragma once

#include "core/model/clock.h"

namespace afoot {

/// The machine's clocks. Threads: any.
class SystemClock : public Clock
{
public:
    WallTime now() const override;
    Ticks ticks() const override;
};

} // namespace afoot
