#include "ui/detail/stepaxis.h"

#include "ui/jobs/look.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::Timeline)
};

std::optional<WallTime> startOf(const Job &job)
{
    std::optional<WallTime> start = job.startedAt;
    for (const Step &step : job.steps) {
        if (step.startedAt && (!start || *step.startedAt < *start))
            start = step.startedAt;
    }
    return start;
}

WallTime endOf(const Job &job, WallTime now)
{
    return isFinal(job.state) ? job.finishedAt.value_or(job.updatedAt) : now;
}

/// Whether it can be said from when to when @p step ran.
bool isTimed(const Step &step)
{
    return step.startedAt && (step.finishedAt || step.state == StepState::Running);
}

bool matters(StepState state)
{
    return state == StepState::Failed || state == StepState::Running;
}

} // namespace

std::vector<StepSpan> spansOf(const Job &job, WallTime now)
{
    const WallTime end = endOf(job, now);
    const std::optional<WallTime> start = startOf(job);
    std::vector<StepSpan> spans(job.steps.size());
    if (!start)
        return spans;
    const double whole = std::max(1.0, double((end - *start).count()));
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Step &step = job.steps[i];
        if (!isTimed(step))
            continue;
        // a step that was running when the job ended, ended with it
        const WallTime until = std::max(*step.startedAt, step.finishedAt.value_or(end));
        const auto at = [&](WallTime time) {
            return std::clamp(double((time - *start).count()) / whole, 0.0, 1.0);
        };
        spans[i] = {at(*step.startedAt), at(until), until - *step.startedAt};
    }
    return spans;
}

std::optional<Millis> axisOf(const Job &job, WallTime now)
{
    if (std::none_of(job.steps.begin(), job.steps.end(), isTimed))
        return {};
    return std::max(Millis(1), endOf(job, now) - *startOf(job));
}

std::vector<Tick> ticksOf(Millis whole, int most)
{
    constexpr std::array<Millis, 21> round{1s,   2s,   5s,    10s,   15s,   30s,  1min,
                                           2min, 5min, 10min, 15min, 30min, 1h,   2h,
                                           3h,   6h,   12h,   24h,   48h,   120h, 240h};
    const auto fits = [&](Millis step) { return whole.count() / step.count() < most; };
    Millis step = round.back();
    if (const auto it = std::find_if(round.begin(), round.end(), fits); it != round.end())
        step = *it;
    while (!fits(step) && most > 1)
        step *= 2;
    std::vector<Tick> ticks{{}};
    for (Millis time = step; time <= whole && int(ticks.size()) < most; time += step)
        ticks.push_back({double(time.count()) / double(whole.count()), time});
    return ticks;
}

QString nameOf(const Tick &tick, const QLocale &locale)
{
    return tick.time.count() == 0 ? locale.toString(0) : text::duration(tick.time, locale);
}

std::vector<StepRow> rowsOf(const Job &job, bool open)
{
    const std::size_t steps = job.steps.size();
    std::vector<StepRow> rows;
    if (open || steps <= mostStepRows) {
        for (std::size_t i = 0; i < steps; ++i)
            rows.push_back({.first = i});
        if (steps > mostStepRows)
            rows.push_back({StepRow::Kind::Fewer, 0, steps});
        return rows;
    }
    // two lines are left for what is folded before and behind
    std::size_t room = mostStepRows - 2;
    std::vector<bool> shown(steps, false);
    const auto show = [&](std::size_t i) {
        if (room == 0 || shown[i])
            return;
        shown[i] = true;
        --room;
    };
    const std::size_t centre = currentStep(job).value_or(0);
    show(centre);
    for (std::size_t i = 0; i < steps; ++i) {
        if (matters(job.steps[i].state))
            show(i);
    }
    // what comes next is worth more than what is over
    for (std::size_t by = 1; room > 0 && by < steps; ++by) {
        for (const std::size_t ahead : {2 * by - 1, 2 * by}) {
            if (centre + ahead < steps)
                show(centre + ahead);
        }
        if (centre >= by)
            show(centre - by);
    }
    for (std::size_t i = 0; i < steps; ++i) {
        const bool joins = !rows.empty() && rows.back().kind == StepRow::Kind::Folded;
        if (shown[i])
            rows.push_back({.first = i});
        else if (joins)
            ++rows.back().count;
        else
            rows.push_back({StepRow::Kind::Folded, i, 1});
    }
    for (StepRow &row : rows) {
        // a line that says "1 more" may as well be that one
        if (row.kind == StepRow::Kind::Folded && row.count == 1)
            row.kind = StepRow::Kind::Step;
    }
    return rows;
}

QString nameOf(const StepRow &row, const Job &job, const QLocale &locale)
{
    if (row.kind == StepRow::Kind::Fewer)
        return Words::tr("Show fewer");
    const auto first = job.steps.begin() + std::ptrdiff_t(row.first);
    const auto has = [&](StepState state) {
        return std::any_of(first, first + std::ptrdiff_t(row.count),
                           [&](const Step &step) { return step.state == state; });
    };
    const int n = int(row.count);
    const QString number = locale.toString(n);
    if (has(StepState::Failed))
        return Words::tr("%1 more, of which some failed", nullptr, n).arg(number);
    if (has(StepState::Running))
        return Words::tr("%1 more, of which some run", nullptr, n).arg(number);
    return Words::tr("%1 more", nullptr, n).arg(number);
}

bool wasStopped(const Step &step)
{
    return step.state == StepState::Skipped && step.startedAt.has_value();
}

QString stateOf(const Step &step)
{
    return wasStopped(step) ? Words::tr("stopped") : text::stepState(step.state);
}

QString spokenStep(const Job &job, std::size_t index, const StepSpan &span, const QLocale &locale)
{
    const Step &step = job.steps[index];
    const auto number = [&](std::size_t n) { return locale.toString(qulonglong(n)); };
    QStringList parts{Words::tr("Step %1 of %2").arg(number(index + 1), number(job.steps.size())),
                      text::step(step), stateOf(step)};
    if (step.percent && step.state == StepState::Running)
        parts << text::percent(*step.percent, locale);
    if (span.took)
        parts << text::duration(*span.took, locale);
    parts << text::of(step.message).trimmed();
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace afoot::ui
