#pragma once

#include "core/model/job.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

/// Where the steps of a job lie in time, and which of them have a line of their own. Pure; "now" is an argument.
namespace afoot::ui {

/// One line of the timeline: when a step ran on the axis 0..1 of the whole job.
struct StepSpan
{
    std::optional<double>
        from{}; ///< unset while it has not started, or when nobody said when it did
    double to = 0;
    std::optional<Millis> took{};

    friend bool operator==(const StepSpan &, const StepSpan &) = default;
};

/// The steps of @p job on one common axis from its start (or its first step's) to its end, or to @p now.
std::vector<StepSpan> spansOf(const Job &job, WallTime now);

/// How long that axis is; unset where no step has a bar on it.
std::optional<Millis> axisOf(const Job &job, WallTime now);

/// A mark on an axis of that length.
struct Tick
{
    double at = 0; ///< 0..1
    Millis time{};

    friend bool operator==(const Tick &, const Tick &) = default;
};

/// Marks at round times, the first of them at its start; @p most of them, and at least that first one.
std::vector<Tick> ticksOf(Millis whole, int most);
/// "0", "2 min".
QString nameOf(const Tick &tick, const QLocale &locale);

/// A line of the list of steps: one step, or what stands for several that have none.
struct StepRow
{
    enum class Kind {
        Step,
        Folded, ///< opens all of them
        Fewer,  ///< the last line where all are open
    };
    Kind kind = Kind::Step;
    std::size_t first = 0;
    std::size_t count = 1;

    friend bool operator==(const StepRow &, const StepRow &) = default;
};

/// More steps than this are folded: those that failed or run stay, and those around the one that matters now.
inline constexpr std::size_t mostStepRows = 12;

std::vector<StepRow> rowsOf(const Job &job, bool open);
/// "8 more", "8 more, of which some failed".
QString nameOf(const StepRow &row, const Job &job, const QLocale &locale);

/// It began and was cut short by the end of its job, which is no skipping.
bool wasStopped(const Step &step);
/// "done", "stopped".
QString stateOf(const Step &step);

/// One line for people who listen instead: "Step 3 of 5, Link, running, 46%, 2 min 14 s".
QString spokenStep(const Job &job, std::size_t index, const StepSpan &span, const QLocale &locale);

} // namespace afoot::ui
