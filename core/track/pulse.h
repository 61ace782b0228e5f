#pragma once

#include "core/model/clock.h"
#include "core/model/job.h"

#include <optional>

namespace afoot {

/// How often a job is heard of, and what its silence means (protocol 5): `quiet` after max(30 s, 4 × the usual gap
/// between its updates), `stalled` after ten times that.
///
/// A reporter that holds a connection is known to be alive: its silence is quiet and never stalled. A command that
/// prints nothing for an hour is no reason for alarm.
/// Threads: a value; the caller's.
class Pulse
{
public:
    void heard(Ticks now);
    /// From @p now on as if just heard of, but not as a gap between updates: it begins to run, or runs on.
    void wake(Ticks now) { m_last = now; }

    Liveness at(Ticks now, bool held) const;
    /// When at() is another than at @p now, if nothing is heard until then; unset: never.
    std::optional<Ticks> nextChange(Ticks now, bool held) const;

private:
    Millis patience() const;

    std::optional<Ticks> m_last{};
    std::optional<double> m_gapMs{}; ///< smoothed over the last few updates
};

} // namespace afoot
