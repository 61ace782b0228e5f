#include "app/shared/systemclock.h"

namespace afoot {

WallTime SystemClock::now() const
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Ticks SystemClock::ticks() const
{
    return std::chrono::floor<Millis>(std::chrono::steady_clock::now());
}

} // namespace afoot
