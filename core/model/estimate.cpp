#include "core/model/estimate.h"

#include <cmath>

namespace afoot {

namespace {

constexpr double tenthAfterSeconds = 15.0;
constexpr int minSamples = 3;
constexpr Millis minAge{2000};
constexpr double maxSecondsLeft = 100.0 * 24 * 3600;

double seconds(Millis span)
{
    return std::chrono::duration<double>(span).count();
}

double weightAfter(double age)
{
    return std::pow(0.1, age / tenthAfterSeconds);
}

} // namespace

void Estimator::record(double done, Ticks now)
{
    if (m_samples == 0 || done < m_done || now < m_last) {
        *this = {};
        m_samples = 1;
        m_start = m_last = now;
        m_done = done;
        return;
    }
    const double span = seconds(now - m_last);
    if (span <= 0) {
        // two reports in one millisecond: their work belongs to the next span
        return;
    }
    const double speed = (done - m_done) / span;
    const double weight = weightAfter(span);
    m_smoothed.once = m_smoothed.once * weight + speed * (1 - weight);
    // the once-smoothed value starts at 0: without the correction the beginning would look slow
    const double corrected = m_smoothed.once / (1 - weightAfter(seconds(now - m_start)));
    m_smoothed.twice = m_smoothed.twice * weight + corrected * (1 - weight);
    m_done = done;
    m_last = now;
    ++m_samples;
}

Estimator::Smoothed Estimator::smoothedAt(Ticks now) const
{
    // the time since the last report counts as time without progress
    const double silence = seconds(now - m_last);
    if (silence <= 0)
        return m_smoothed;
    const double weight = weightAfter(silence);
    Smoothed s = m_smoothed;
    s.once *= weight;
    const double corrected = s.once / (1 - weightAfter(seconds(now - m_start)));
    s.twice = s.twice * weight + corrected * (1 - weight);
    return s;
}

std::optional<double> Estimator::rate(Ticks now) const
{
    if (m_samples < minSamples || now - m_start < minAge)
        return std::nullopt;
    const double rate = smoothedAt(now).twice / (1 - weightAfter(seconds(now - m_start)));
    if (!(rate > 1e-9) || !std::isfinite(rate))
        return std::nullopt;
    return rate;
}

std::optional<double> Estimator::secondsLeft(double total, Ticks now) const
{
    const auto speed = rate(now);
    if (!speed || !(total > m_done))
        return std::nullopt;
    const double left = (total - m_done) / *speed;
    if (!(left < maxSecondsLeft))
        return std::nullopt;
    return left;
}

} // namespace afoot
