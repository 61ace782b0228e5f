#include "ui/pages/runstats.h"

#include "ui/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace afoot::ui {

using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::RunStats)
};

constexpr int mostMarks = 5;

/// Distances between marks, as clocks and calendars have them.
constexpr std::array<Millis, 34> spans{1ms,   2ms,   5ms,   10ms, 20ms, 50ms,  100ms, 200ms, 500ms,
                                       1s,    2s,    5s,    10s,  15s,  30s,   1min,  2min,  5min,
                                       10min, 15min, 30min, 1h,   2h,   3h,    6h,    12h,   24h,
                                       48h,   96h,   168h,  336h, 720h, 1440h, 4320h};

constexpr int tooFar = 12; ///< times the median: the others would be a line at the bottom
constexpr std::array<Millis, 12> powers{1ms,   10ms, 100ms, 1s,  10s,  1min,
                                        10min, 1h,   10h,   96h, 960h, 9600h};

TimeAxis evenlyUpTo(Millis most)
{
    const auto fits = [&](Millis span) { return most <= span * mostMarks; };
    Millis step = spans.back();
    if (const auto *first = std::find_if(spans.begin(), spans.end(), fits); first != spans.end())
        step = *first;
    while (!fits(step)) // years
        step *= 2;
    TimeAxis axis;
    for (Millis mark = step; mark <= most; mark += step)
        axis.marks.push_back(mark);
    const Millis last = axis.marks.empty() ? Millis(0) : axis.marks.back();
    if (most - last > step / 2 || axis.marks.empty())
        axis.marks.push_back(last + step);
    axis.end = std::max(most + most / 20, axis.marks.back());
    return axis;
}

TimeAxis powersUpTo(Millis most, const std::vector<TimedRun> &runs)
{
    Millis least = most;
    for (const TimedRun &run : runs)
        least = std::min(least, run.took);
    const auto *first = std::upper_bound(powers.begin() + 1, powers.end(), least) - 1;
    const auto *last = std::lower_bound(first + 1, powers.end() - 1, most);
    TimeAxis axis{.begin = *first, .end = std::max(*last, most)};
    const auto stride = (last - first) / mostMarks + 1;
    for (const auto *mark = last; mark >= first; mark -= stride) {
        axis.marks.insert(axis.marks.begin(), *mark);
        if (mark - first < stride)
            break;
    }
    return axis;
}

} // namespace

std::vector<TimedRun> timed(const std::vector<EndedRun> &runs, std::size_t most)
{
    std::vector<TimedRun> found;
    for (const EndedRun &run : runs) {
        const Job &job = run.job;
        if (job.startedAt && job.finishedAt && *job.finishedAt >= *job.startedAt)
            found.push_back(
                {run.number, *job.finishedAt, *job.finishedAt - *job.startedAt, job.state});
    }
    std::sort(found.begin(), found.end(), [](const TimedRun &a, const TimedRun &b) {
        return a.ended != b.ended ? a.ended < b.ended : a.number < b.number;
    });
    if (found.size() > most)
        found.erase(found.begin(), found.end() - std::ptrdiff_t(most));
    return found;
}

std::optional<Millis> median(const std::vector<TimedRun> &runs)
{
    if (runs.empty())
        return {};
    std::vector<Millis> values;
    for (const TimedRun &run : runs)
        values.push_back(run.took);
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

std::optional<Millis> usually(const std::vector<TimedRun> &runs)
{
    std::vector<TimedRun> completed;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(completed),
                 [](const TimedRun &run) { return run.state == State::Completed; });
    return median(completed);
}

std::optional<Millis> longest(const std::vector<TimedRun> &runs)
{
    if (runs.empty())
        return {};
    return std::max_element(runs.begin(), runs.end(),
                            [](const TimedRun &a, const TimedRun &b) { return a.took < b.took; })
        ->took;
}

double TimeAxis::placeOf(Millis span) const
{
    if (begin.count() == 0)
        return double(span.count()) / std::max(1.0, double(end.count()));
    const auto power = [](Millis at) { return std::log(std::max(1.0, double(at.count()))); };
    return std::clamp((power(span) - power(begin)) / (power(end) - power(begin)), 0.0, 1.0);
}

TimeAxis axisFor(const std::vector<TimedRun> &runs)
{
    const Millis most = std::max(longest(runs).value_or(Millis(0)), spans.front());
    const Millis middle = std::max(median(runs).value_or(Millis(0)), spans.front());
    return most > middle * tooFar ? powersUpTo(most, runs) : evenlyUpTo(most);
}

QString markText(Millis span, const QLocale &locale)
{
    if (span < 1s)
        return Words::tr("%1 ms").arg(locale.toString(qint64(span.count())));
    if (span < 1min)
        return Words::tr("%1 s").arg(locale.toString(double(span.count()) / 1000, 'g', 4));
    return text::duration(span, locale);
}

QString fineText(Millis span, const QLocale &locale)
{
    if (span < 1s)
        return Words::tr("%1 ms").arg(locale.toString(qint64(span.count())));
    if (span < 10s)
        return Words::tr("%1 s").arg(locale.toString(double(span.count()) / 1000, 'f', 1));
    return text::duration(span, locale);
}

QString runsText(std::uint64_t runs, const QLocale &locale)
{
    return (runs == 1 ? Words::tr("%1 run", nullptr, 1)
                      : Words::tr("%1 runs", nullptr, int(std::min<std::uint64_t>(runs, 1 << 30))))
        .arg(locale.toString(qulonglong(runs)));
}

QString summaryOf(const std::vector<TimedRun> &runs, const QLocale &locale)
{
    const auto middle = median(runs);
    if (!middle)
        return Words::tr("No run is timed");
    const auto say = [&](Millis span) { return fineText(span, locale); };
    if (runs.size() == 1)
        return Words::tr("1 run, %1").arg(say(*middle));
    return Words::tr("%1 runs, median %2, longest %3", nullptr, int(runs.size()))
        .arg(locale.toString(qulonglong(runs.size())), say(*middle), say(*longest(runs)));
}

} // namespace afoot::ui
