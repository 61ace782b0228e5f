#pragma once

#include "core/model/clock.h"
#include "core/track/tracker.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <optional>

namespace afoot::serve {

/// Wakes the tracker when something is due there, and never otherwise.
///
/// Threads: the engine's. The tracker and the clock must outlive it.
class TrackerTimer
{
public:
    TrackerTimer(boost::asio::io_context &io, Tracker &tracker, const Clock &clock);
    ~TrackerTimer() { stop(); }
    TrackerTimer(const TrackerTimer &) = delete;
    TrackerTimer &operator=(const TrackerTimer &) = delete;

    /// Does what is due and waits for what is due next. Cheap when nothing changed.
    void check();
    /// For good: what still calls check() then wakes nothing, and nothing is waited for.
    void stop();

private:
    void wait(Ticks due);

    boost::asio::steady_timer m_timer;
    Tracker &m_tracker;
    const Clock &m_clock;
    std::optional<Ticks> m_armedFor{};
    bool m_isStopped = false;
    std::shared_ptr<int> m_life = std::make_shared<
        int>(); ///< shared with nobody: a wait that is already over looks whether it is gone
};

} // namespace afoot::serve
