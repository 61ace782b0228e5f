#include "core/serve/trackertimer.h"

#include <algorithm>

namespace afoot::serve {

TrackerTimer::TrackerTimer(boost::asio::io_context &io, Tracker &tracker, const Clock &clock)
    : m_timer(io), m_tracker(tracker), m_clock(clock)
{
}

void TrackerTimer::check()
{
    if (m_isStopped)
        return;
    auto due = m_tracker.nextDeadline();
    if (due && *due <= m_clock.ticks()) {
        m_tracker.expire();
        due = m_tracker.nextDeadline();
    }
    // one that is armed too early finds nothing due and comes back here: cheaper than arming it for each update
    if (due && (!m_armedFor || *due < *m_armedFor))
        wait(*due);
}

void TrackerTimer::wait(Ticks due)
{
    m_armedFor = due;
    m_timer.expires_after(std::max(due - m_clock.ticks(), Millis(1)));
    m_timer.async_wait(
        [this, life = std::weak_ptr<int>(m_life)](const boost::system::error_code &ec) {
            if (ec || life.expired())
                return; // armed anew, or this is gone
            m_armedFor.reset();
            check();
        });
}

void TrackerTimer::stop()
{
    m_isStopped = true;
    m_armedFor.reset();
    m_timer.cancel();
}

} // namespace afoot::serve
