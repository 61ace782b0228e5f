#include "app/desktop/frameclock.h"

#include <algorithm>

namespace afoot {

FrameClock::FrameClock(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_last = Clock::now();
        Q_EMIT frame();
    });
}

void FrameClock::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (m_timer.isActive()) {
        m_timer.stop();
        request();
    }
}

void FrameClock::request()
{
    if (m_timer.isActive())
        return;
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_last);
    m_timer.start(std::max(std::chrono::milliseconds(0), m_interval - since));
}

} // namespace afoot
