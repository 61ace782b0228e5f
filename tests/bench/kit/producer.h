#pragma once

#include "core/model/delta.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>
#include <random>
#include <vector>

namespace afoot::bench {

/// Jobs that report all the time, on a thread of their own, as the engine is one: each update changes a job in place and
/// marks it, and whoever takes gets one snapshot of each that is marked. One update in a hundred changes a state.
///
/// Threads: made and asked on main; works on its own.
class Producer
{
public:
    Producer(int jobs, int perSecond);
    ~Producer();
    Producer(const Producer &) = delete;
    Producer &operator=(const Producer &) = delete;

    /// So many, as a reset.
    static Delta jobs(int count);
    /// Its own. Before start() only.
    Delta whole();
    /// @p onReady runs on the thread of @p context: there is something to take; once until it was taken.
    void start(QObject *context, std::function<void()> onReady);
    /// @p onTaken runs on the thread of @p context, soon.
    void take(QObject *context, std::function<void(const Delta &)> onTaken);
    /// No more updates from now on.
    void stop();

    /// A snapshot of every one of the first @p count jobs.
    std::vector<JobPtr> snapshots(int count) const;

private:
    void tick();
    void update(std::size_t which);
    Delta made();

    std::vector<Job> m_jobs;
    std::vector<std::uint32_t> m_dirty{};
    std::vector<char> m_isDirty;
    double m_perMs;
    double m_due = 0;
    std::chrono::steady_clock::time_point m_last{};
    std::uint64_t m_rev = 0;
    bool m_isTold = false;
    std::mt19937 m_random{1};
    std::function<void()> m_onReady{};
    QThread m_thread{};
    QObject m_worker{}; ///< lives on m_thread
    QTimer *m_tick = nullptr;
};

} // namespace afoot::bench
