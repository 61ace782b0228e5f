#pragma once

#include "core/model/clock.h"

namespace afoot::test {

/// A clock that stands still until it is moved. 2026-11-20T14:00:00Z at the start.
class FakeClock : public Clock
{
public:
    WallTime now() const override { return m_now; }
    Ticks ticks() const override { return m_ticks; }
    void advance(Millis by)
    {
        m_now += by;
        m_ticks += by;
    }

private:
    WallTime m_now{Millis{1'795'183'200'000}};
    Ticks m_ticks{Millis{1'000'000}};
};

} // namespace afoot::test
