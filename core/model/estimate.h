#pragma once

#include "core/model/clock.h"

#include <optional>

namespace afoot {

/// How fast a job goes, and how long it will take.
///
/// Exponential weighting by time, applied twice and corrected for the start, so that a sample counts
/// one tenth after 15 s and a pause shows at once as a falling rate; work already done when the first
/// sample came (a resumed download) does not count. A counter that goes back begins anew.
/// No estimate is given before three samples and two seconds: unknown is unknown.
///
/// Threads: a value; the caller's.
class Estimator
{
public:
    /// @p done so far, in any unit, at @p now.
    void record(double done, Ticks now);

    /// Units a second; unset while too little is known or nothing has moved.
    std::optional<double> rate(Ticks now) const;

    /// Seconds until @p total at that rate; unset when unknown, and beyond 100 days.
    std::optional<double> secondsLeft(double total, Ticks now) const;

private:
    struct Smoothed
    {
        double once = 0;
        double twice = 0;
    };
    Smoothed smoothedAt(Ticks now) const;

    int m_samples = 0;
    Ticks m_start{};
    Ticks m_last{};
    double m_done = 0;
    Smoothed m_smoothed{};
};

} // namespace afoot
