#pragma once

#include <chrono>

namespace afoot {

using Millis = std::chrono::milliseconds;

/// A moment of the calendar in UTC; what people see and what goes over the wire.
using WallTime = std::chrono::sys_time<Millis>;

/// A moment of a clock that never goes back; what delays and rates are measured with.
using Ticks = std::chrono::time_point<std::chrono::steady_clock, Millis>;

/// Where core asks for the time, so that tests can move it. Nothing in core/ asks the system.
///
/// Threads: implementations answer from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual WallTime now() const = 0;
    virtual Ticks ticks() const = 0;
};

} // namespace afoot
