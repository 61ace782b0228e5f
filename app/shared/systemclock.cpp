#include "app/shared/systemclock.h"

#include <ctime>
namespace afoot {

WallTime SystemClock::now() const
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Ticks SystemClock::ticks() const
{
    return std::chrono::floor<Millis>(std::chrono::steady_clock::now());
}

std::chrono::minutes localOffset(WallTime time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr)
        return {};
    return std::chrono::minutes(local.tm_gmtoff / 60);
}

} // namespace afoot
