// How many updates a second the tracker takes, with 10,000 jobs and one feed that is read every 16 ms' worth,
// against the floor: the same updates written straight into a vector of jobs.
#include "core/track/feed.h"
#include "core/track/tracker.h"
#include "tests/bench/kit/table.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <vector>

using namespace afoot;
using namespace afoot::bench;

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

/// Updates a second of one processor; NaN when one was refused.
double floorRate(std::size_t count)
{
    std::vector<Job> jobs(jobCount);
    double sum = 0;
    const double seconds = secondsOf([&] {
        for (std::size_t i = 0; i < count; ++i) {
            Job &job = jobs[(i * 7919) % jobCount];
            job.current = static_cast<double>(i);
            sum += *job.current;
            ++job.rev;
        }
    });
    return sum > 0 ? static_cast<double>(count) / seconds : std::nan("");
}

double trackerRate(std::size_t count, std::size_t &delivered)
{
    std::vector<JobKey> keys;
    for (std::size_t i = 0; i < jobCount; ++i)
        keys.push_back({.id = "job-" + std::to_string(i)});
    SteadyClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "bench");
    for (const JobKey &key : keys) {
        Update begin{.op = Update::Op::Begin, .key = key};
        begin.title = "Nightly build · main";
        if (!tracker.apply(std::move(begin)))
            return std::nan("");
    }
    Feed feed(tracker, {});
    bool isGood = true;
    const double seconds = secondsOf([&] {
        for (std::size_t i = 0; i < count; ++i) {
            Update update{.key = keys[(i * 7919) % jobCount]};
            update.current = std::optional(static_cast<double>(i));
            isGood = !tracker.put(std::move(update)) && isGood;
            if (i % perLook == 0) {
                clock.advance();
                delivered += feed.take().changes.size();
            }
        }
    });
    return isGood ? static_cast<double>(count) / seconds : std::nan("");
}

} // namespace

int main()
{
    const std::size_t count = isQuick() ? 40'000 : 2'000'000;
    std::vector<double> ours;
    std::vector<double> floor;
    std::size_t delivered = 0;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        delivered = 0;
        floor.push_back(floorRate(count));
        ours.push_back(trackerRate(count, delivered));
    }
    const double rate = median(ours);
    printFigure("Updates in process, 10,000 jobs, one feed",
                words("%.2f M/s  (%.2f of it delivered)", rate / 1e6,
                      static_cast<double>(delivered) / static_cast<double>(count)),
                atLeast(2e6, "≥ 2 M/s"), rate);
    printFigure("Updates in process ÷ fields written in a vector",
                words("%.3f  (%.0f ns ÷ %.0f ns)", medianRatio(ours, floor), 1e9 / rate,
                      1e9 / median(floor)));
    return 0;
}
