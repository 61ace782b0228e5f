// The history on disk: how many ends of runs it makes safe a second (a commit that survives a power cut is shared by
// those that wait together), and what a page out of 100,000 runs takes.
#include "core/store/history.h"
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

using namespace afoot;
using namespace afoot::bench;

namespace {

Job endedJob(long number)
{
    const WallTime at{Millis{1'795'183'200'000 + number}};
    return {.key = {.id = "run-" + std::to_string(number)},
            .title = "Nightly build of the web shop " + std::to_string(number),
            .kind = number % 7 == 0 ? "backup" : "build",
            .state = State::Completed,
            .message = "copied 12,345 files",
            .createdAt = at,
            .startedAt = at,
            .updatedAt = at,
            .finishedAt = at};
}

double secondsSince(Moment start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Keeps @p waiting ends under way until @p seconds are over or @p most are done; ends a second.
double endsPerSecond(History &history, long &number, int waiting, double seconds, long most)
{
    std::mutex mutex;
    std::condition_variable wake;
    long underWay = 0;
    long safe = 0;
    const long first = number;
    const Moment start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex);
    while (secondsSince(start) < seconds && number - first < most) {
        wake.wait(lock, [&] { return underWay < waiting; });
        for (; underWay < waiting; ++underWay) {
            history.end(std::make_shared<const Job>(endedJob(number++)),
                        [&](const std::optional<Error> &trouble) {
                            const std::lock_guard inside(mutex);
                            --underWay;
                            safe += trouble ? 0 : 1;
                            wake.notify_one();
                        });
        }
    }
    wake.wait(lock, [&] { return underWay == 0; });
    return static_cast<double>(safe) / secondsSince(start);
}

/// One page of this disk: written and made safe, a second. What a commit cannot beat.
double syncsPerSecond(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::string page(4096, 'x');
    const Moment start = std::chrono::steady_clock::now();
    int count = 0;
    while (secondsSince(start) < lasting(0.7)) {
        if (::pwrite(fd, page.data(), page.size(), count * 4096L) < 0 || ::fdatasync(fd) != 0)
            break;
        ++count;
    }
    ::close(fd);
    return count / secondsSince(start);
}

double pageMilliseconds(const History &history, const RunQuery &query, std::size_t &runs)
{
    std::vector<double> times;
    for (int i = 0; i < (isQuick() ? 2 : 30); ++i) {
        const Moment start = std::chrono::steady_clock::now();
        const auto page = history.runs(query);
        times.push_back(secondsSince(start) * 1e3);
        runs = page ? page->runs.size() : 0;
    }
    return median(times);
}

} // namespace

int main()
{
    const Room room;
    const long whole = isQuick() ? 500 : 100'000;
    auto opened = History::open({.path = room.path() + "/history.db",
                                 .now = WallTime{Millis{1'795'183'200'000}},
                                 .maxRuns = 1'000'000});
    if (!opened) {
        printUnknown("History", opened.error().detail);
        return 1;
    }
    History &history = **opened;
    long number = 0;
    std::vector<double> one;
    std::vector<double> many;
    std::vector<double> syncs;
    std::vector<double> each;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        syncs.push_back(syncsPerSecond(room.path() + "/sync"));
        one.push_back(endsPerSecond(history, number, 1, lasting(0.7), whole));
        const auto before = history.counters();
        many.push_back(endsPerSecond(history, number, 64, lasting(0.7), whole));
        const auto after = history.counters();
        each.push_back(
            static_cast<double>(after.ends - before.ends) /
            static_cast<double>(std::max<std::uint64_t>(1, after.commits - before.commits)));
    }
    printFigure("History, ends made safe, one waiting at a time",
                words("%.0f /s  (this disk syncs %.0f pages/s)", median(one), median(syncs)));
    printFigure("History, ends made safe, 64 waiting",
                words("%.0f /s  (%.0f to a commit)", median(many), median(each)));
    endsPerSecond(history, number, 4096, 120, std::max(0L, whole - number));
    std::size_t runs = 0;
    const double newest = pageMilliseconds(history, {.limit = 100}, runs);
    printFigure(words("History, newest 100 of %ld runs", number),
                words("%.2f ms  (%zu runs)", newest, runs));
    const double ofKind = pageMilliseconds(history, {.kind = "backup", .limit = 100}, runs);
    printFigure(words("History, newest 100 of one kind"),
                words("%.2f ms  (%zu runs)", ofKind, runs));
    const double nowhere = pageMilliseconds(history, {.words = "nowhere", .limit = 100}, runs);
    printFigure("History, words that no run holds", words("%.2f ms  (%zu runs)", nowhere, runs));
    return 0;
}
