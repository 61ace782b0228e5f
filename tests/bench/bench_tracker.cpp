// How many updates a second the tracker takes, with 10,000 jobs and one feed that is read every 16 ms' worth,
// against the floor: the same updates written straight into a vector of jobs.
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace afoot;

namespace {

class SteadyClock : public Clock
{
public:
    WallTime now() const override { return WallTime(m_ms); }
    Ticks ticks() const override { return Ticks(m_ms); }
    void advance() { ++m_ms; }

private:
    Millis m_ms{1'795'183'200'000};
};

constexpr std::size_t jobCount = 10'000;
constexpr std::size_t updateCount = 4'000'000;
constexpr std::size_t perLook = 32'000; // what 2 M/s bring in 16 ms

/// Of one processor: what else the machine does counts less so.
double cpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double secondsOf(const std::function<void()> &body)
{
    const double start = cpuSeconds();
    body();
    return cpuSeconds() - start;
}

} // namespace

int main()
{
    std::vector<JobKey> keys;
    for (std::size_t i = 0; i < jobCount; ++i)
        keys.push_back({.id = "job-" + std::to_string(i)});

    std::vector<Job> floor(jobCount);
    double sum = 0;
    const double floorSeconds = secondsOf([&] {
        for (std::size_t i = 0; i < updateCount; ++i) {
            Job &job = floor[(i * 7919) % jobCount];
            job.current = static_cast<double>(i);
            sum += *job.current;
            ++job.rev;
        }
    });

    SteadyClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "bench");
    for (const JobKey &key : keys) {
        Update begin{.op = Update::Op::Begin, .key = key};
        begin.title = "Nightly build · main";
        if (!tracker.apply(std::move(begin)))
            return 1;
    }
    Feed feed(tracker, {});
    std::size_t delivered = 0;
    const double trackerSeconds = secondsOf([&] {
        for (std::size_t i = 0; i < updateCount; ++i) {
            Update update{.key = keys[(i * 7919) % jobCount]};
            update.current = std::optional(static_cast<double>(i));
            if (tracker.put(std::move(update)))
                std::abort();
            if (i % perLook == 0) {
                clock.advance();
                delivered += feed.take().changes.size();
            }
        }
    });

    std::printf("tracker, %zu jobs, one feed\n", jobCount);
    std::printf("  floor (fields written in a vector)  %8.2f M updates/s   (%g)\n",
                static_cast<double>(updateCount) / floorSeconds / 1e6, sum > 0 ? 1.0 : 0.0);
    std::printf("  tracker                             %8.2f M updates/s   %.1f x the floor's "
                "time, %zu delivered\n",
                static_cast<double>(updateCount) / trackerSeconds / 1e6,
                trackerSeconds / floorSeconds, delivered);
    return 0;
}
