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

/// How far this machine's clock on the wall is ahead of UTC at @p time; none when that is not known.
std::chrono::minutes localOffset(WallTime time);

} // namespace afoot
