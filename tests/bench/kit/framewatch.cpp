#include "tests/bench/kit/framewatch.h"

#include "tests/bench/kit/table.h"

#include <QEvent>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <utility>

namespace afoot::bench {

namespace {

constexpr std::chrono::microseconds pause{50}; ///< between two events: the loop waited

double threadCpuMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

FrameWatch::FrameWatch(int &argc, char **argv) : QApplication(argc, argv) {}

void FrameWatch::begin()
{
    m_walls.clear();
    m_paintedCpus.clear();
    m_wholeCpus.clear();
    m_endedAt = {};
    m_isPainted = false;
    m_cpuMs = 0;
    m_cpuAtBegin = m_cpuAtPainted = threadCpuMs();
}

FrameWatch::Figures FrameWatch::figures() const
{
    Figures seen;
    seen.turns = static_cast<int>(m_walls.size());
    seen.painted = static_cast<int>(m_paintedCpus.size());
    seen.late = static_cast<int>(
        std::count_if(m_walls.begin(), m_walls.end(), [](float ms) { return ms > pictureMs; }));
    seen.longestMs = m_walls.empty() ? 0 : *std::max_element(m_walls.begin(), m_walls.end());
    seen.p50Ms = percentile(m_paintedCpus, 50);
    seen.p99Ms = percentile(m_paintedCpus, 99);
    seen.wholeP50Ms = percentile(m_wholeCpus, 50);
    seen.wholeP99Ms = percentile(m_wholeCpus, 99);
    seen.cpuSeconds = (threadCpuMs() - m_cpuAtBegin) / 1e3;
    return seen;
}

void FrameWatch::endTurn()
{
    if (m_endedAt == Clock::time_point{})
        return;
    m_walls.push_back(std::chrono::duration<float, std::milli>(m_endedAt - m_begunAt).count());
    if (std::exchange(m_isPainted, false)) {
        m_paintedCpus.push_back(static_cast<float>(m_cpuMs));
        m_wholeCpus.push_back(
            static_cast<float>(m_cpuAtEnd - std::exchange(m_cpuAtPainted, m_cpuAtEnd)));
    }
    m_cpuMs = 0;
    m_endedAt = {};
}

bool FrameWatch::isMain() const
{
    return QThread::currentThread() == thread();
}

bool FrameWatch::notify(QObject *receiver, QEvent *event)
{
    // the events of other threads come through here as well
    if (!isMain() || m_depth > 0)
        return QApplication::notify(receiver, event);
    const Clock::time_point now = Clock::now();
    const double cpu = threadCpuMs();
    if (now - m_endedAt > pause)
        endTurn();
    if (m_endedAt == Clock::time_point{})
        m_begunAt = now;
    m_isPainted = m_isPainted || event->type() == QEvent::UpdateRequest;
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    m_cpuAtEnd = threadCpuMs();
    m_cpuMs += m_cpuAtEnd - cpu;
    m_endedAt = Clock::now();
    return taken;
}

} // namespace afoot::bench
