#include "core/track/pulse.h"

#include <algorithm>

namespace afoot {

namespace {

constexpr Millis leastPatience{30'000};
constexpr double gaps = 4;
constexpr int untilStalled = 10;
constexpr double weight = 0.2; ///< of the latest gap
constexpr double mostGapMs = 24.0 * 3600 * 1000;

} // namespace

void Pulse::heard(Ticks now)
{
    if (m_last && now > *m_last) {
        const auto gap = std::min(static_cast<double>((now - *m_last).count()), mostGapMs);
        m_gapMs = m_gapMs ? *m_gapMs + weight * (gap - *m_gapMs) : gap;
    }
    m_last = now;
}

Millis Pulse::patience() const
{
    return std::max(leastPatience, Millis(static_cast<Millis::rep>(gaps * m_gapMs.value_or(0))));
}

Liveness Pulse::at(Ticks now, bool held) const
{
    if (!m_last || now - *m_last < patience())
        return Liveness::Live;
    return !held && now - *m_last >= untilStalled * patience() ? Liveness::Stalled
                                                               : Liveness::Quiet;
}

std::optional<Ticks> Pulse::nextChange(Ticks now, bool held) const
{
    if (!m_last)
        return std::nullopt;
    const Ticks quiet = *m_last + patience();
    if (now < quiet)
        return quiet;
    const Ticks stalled = *m_last + untilStalled * patience();
    return held || now >= stalled ? std::nullopt : std::optional(stalled);
}

} // namespace afoot
