#include "tests/bench/kit/producer.h"

#include <array>
#include <utility>

namespace afoot::bench {

namespace {

WallTime now()
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

Job jobNumbered(int number)
{
    constexpr std::array kinds{"ninja", "rsync", "ffmpeg", "pytest", "restic", "train.py"};
    Job job{.key = {"local", "job-" + std::to_string(number)}};
    job.title = "Nightly build of component " + std::to_string(number);
    job.kind = kinds[static_cast<std::size_t>(number) % kinds.size()];
    job.createdAt = now() - std::chrono::seconds(number);
    job.startedAt = job.createdAt;
    job.updatedAt = now();
    job.total = 4000;
    job.current = number % 4000;
    job.percent = *job.current / 40;
    job.unit = "targets";
    job.rate = 38;
    job.etaS = 134;
    if (number % 4 == 0) {
        for (const char *name : {"Configure", "Compile", "Link", "Test", "Package"})
            job.steps.push_back({.name = name});
        job.steps[0].state = StepState::Completed;
        job.steps[1].state = StepState::Running;
    }
    return job;
}

} // namespace

Producer::Producer(int jobs, int perSecond)
    : m_isDirty(static_cast<std::size_t>(jobs)), m_perMs(perSecond / 1000.0)
{
    m_jobs.reserve(static_cast<std::size_t>(jobs));
    for (int i = 0; i < jobs; ++i)
        m_jobs.push_back(jobNumbered(i));
    m_worker.moveToThread(&m_thread);
}

Producer::~Producer()
{
    stop();
}

std::vector<JobPtr> Producer::snapshots(int count) const
{
    std::vector<JobPtr> jobs;
    for (int i = 0; i < count; ++i)
        jobs.push_back(std::make_shared<const Job>(m_jobs[static_cast<std::size_t>(i)]));
    return jobs;
}

Delta Producer::jobs(int count)
{
    Delta delta{.rev = 1, .reset = true};
    delta.changes.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto job = std::make_shared<const Job>(jobNumbered(i));
        delta.changes.push_back({job->key, job, 1});
    }
    return delta;
}

Delta Producer::whole()
{
    Delta delta{.rev = ++m_rev, .reset = true};
    for (const Job &job : m_jobs)
        delta.changes.push_back({job.key, std::make_shared<const Job>(job), m_rev});
    return delta;
}

void Producer::start(QObject *context, std::function<void()> onReady)
{
    m_onReady = [context, onReady = std::move(onReady)] {
        QMetaObject::invokeMethod(context, onReady, Qt::QueuedConnection);
    };
    m_thread.start();
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_last = std::chrono::steady_clock::now();
        m_tick = new QTimer(&m_worker);
        m_tick->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_tick, &QTimer::timeout, &m_worker, [this] { tick(); });
        m_tick->start(1);
    });
}

void Producer::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &m_worker,
        [this] {
            delete std::exchange(m_tick, nullptr);
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void Producer::tick()
{
    const auto at = std::chrono::steady_clock::now();
    m_due += std::chrono::duration<double, std::milli>(at - m_last).count() * m_perMs;
    m_last = at;
    for (; m_due >= 1; m_due -= 1)
        update(m_random() % m_jobs.size());
    if (!m_dirty.empty() && !std::exchange(m_isTold, true))
        m_onReady();
}

void Producer::update(std::size_t which)
{
    Job &job = m_jobs[which];
    job.updatedAt = now();
    if (m_random() % 100 == 0) {
        constexpr std::array states{State::Running, State::Paused,    State::NeedsInput,
                                    State::Queued,  State::Completed, State::Failed};
        job.state = states[m_random() % states.size()];
        job.finishedAt = isFinal(job.state) ? std::optional(job.updatedAt) : std::nullopt;
        job.seen = false;
    } else {
        job.current = static_cast<double>((static_cast<int>(*job.current) + 7) % 4000);
        job.percent = *job.current / 40;
        job.rate = 30 + static_cast<double>(m_random() % 160) / 10;
        job.etaS = (4000 - *job.current) / *job.rate;
    }
    ++m_rev;
    if (!std::exchange(m_isDirty[which], char(1)))
        m_dirty.push_back(static_cast<std::uint32_t>(which));
}

Delta Producer::made()
{
    Delta delta{.rev = m_rev};
    delta.changes.reserve(m_dirty.size());
    for (const std::uint32_t which : m_dirty) {
        const Job &job = m_jobs[which];
        delta.changes.push_back({job.key, std::make_shared<const Job>(job), m_rev});
        m_isDirty[which] = 0;
    }
    m_dirty.clear();
    m_isTold = false;
    return delta;
}

void Producer::take(QObject *context, std::function<void(const Delta &)> onTaken)
{
    QMetaObject::invokeMethod(&m_worker, [this, context, onTaken = std::move(onTaken)] {
        QMetaObject::invokeMethod(
            context, [onTaken, delta = made()] { onTaken(delta); }, Qt::QueuedConnection);
    });
}

} // namespace afoot::bench
