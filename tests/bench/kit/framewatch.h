#pragma once

#include <QApplication>

#include <chrono>
#include <vector>

namespace afoot::bench {

/// An application that measures for how long its main thread is busy at a time: events that follow each other without
/// a pause are one turn. Whatever a person does meanwhile waits that long, and so does a frame.
///
/// Threads: main.
class FrameWatch : public QApplication
{
public:
    struct Figures
    {
        int turns = 0;   ///< of the event loop
        int painted = 0; ///< of them, those in which a window was painted
        int late =
            0; ///< took longer than a picture of a screen of 60 Hz stands, by the clock on the wall
        double longestMs = 0; ///< on the wall
        double p50Ms = 0;     ///< CPU time of the main thread, of turns that painted
        double p99Ms = 0;
        double wholeP50Ms =
            0; ///< all CPU time of the main thread from one painted turn to the next
        double wholeP99Ms = 0;
        double cpuSeconds = 0; ///< of the main thread, since begin()
    };
    static constexpr double pictureMs = 1000.0 / 60;

    FrameWatch(int &argc, char **argv);

    void begin();
    Figures figures() const;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    bool isMain() const;
    void endTurn();

    int m_depth = 0;
    bool m_isPainted = false;
    double m_cpuMs = 0; ///< of this turn
    Clock::time_point m_begunAt{};
    Clock::time_point m_endedAt{};      ///< the last event of it
    std::vector<float> m_walls{};       ///< of all turns, in milliseconds
    std::vector<float> m_paintedCpus{}; ///< of those that painted
    std::vector<float> m_wholeCpus{};   ///< from one that painted to the next
    double m_cpuAtBegin = 0;
    double m_cpuAtEnd = 0;     ///< of the last event
    double m_cpuAtPainted = 0; ///< at the end of the last turn that painted
};

} // namespace afoot::bench
