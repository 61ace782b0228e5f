#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace afoot {

/// Says when the next frame may be made: at once when nothing was made lately, then at most once an interval.
/// Nothing ticks while nothing is requested.
///
/// Threads: main.
class FrameClock : public QObject
{
    Q_OBJECT

public:
    explicit FrameClock(QObject *parent = nullptr);

    /// 16 ms for a window that is worked in, 33 ms for one that is only seen, 1 s for none.
    void setInterval(std::chrono::milliseconds interval);

    /// Something is to be shown. Any number of requests make one frame.
    void request();

Q_SIGNALS:
    void frame();

private:
    using Clock = std::chrono::steady_clock;

    QTimer m_timer{};
    std::chrono::milliseconds m_interval{16};
    Clock::time_point m_last{};
};

} // namespace afoot
