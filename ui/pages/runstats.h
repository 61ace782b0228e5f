#pragma once

#include "core/model/run.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace afoot::ui {

/// How long runs of a kind took. Everything here is pure.

/// One that began and ended; of others nobody knows how long they took.
struct TimedRun
{
    std::int64_t number = 0;
    WallTime ended{};
    Millis took{};
    State state = State::Completed;

    friend bool operator==(const TimedRun &, const TimedRun &) = default;
};

/// Those of @p runs that are timed, oldest first, the newest @p most of them.
std::vector<TimedRun> timed(const std::vector<EndedRun> &runs, std::size_t most);

/// The one in the middle, or what lies halfway between the two; unset of none.
std::optional<Millis> median(const std::vector<TimedRun> &runs);
/// How long a run takes that completes: the median of those. What failed may have done so at once.
std::optional<Millis> usually(const std::vector<TimedRun> &runs);
std::optional<Millis> longest(const std::vector<TimedRun> &runs);

/// An axis of durations: from nought evenly on; or, where one run took so much longer than the others that these would
/// lie on one line, by powers.
struct TimeAxis
{
    Millis begin{}; ///< above nought: by powers
    Millis end{};
    std::vector<Millis> marks{}; ///< at most six, each a span that people count in

    /// Where @p span lies, 0 at the begin and 1 at the end.
    double placeOf(Millis span) const;

    friend bool operator==(const TimeAxis &, const TimeAxis &) = default;
};
TimeAxis axisFor(const std::vector<TimedRun> &runs);

/// "200 ms", "1.5 s", "10 min", "1 h 30 min": a mark of such an axis.
QString markText(Millis span, const QLocale &locale);

/// A duration where short ones are compared: "880 ms", "1.4 s", "3 min 12 s".
QString fineText(Millis span, const QLocale &locale);

/// "1,234 runs".
QString runsText(std::uint64_t runs, const QLocale &locale);

/// "42 runs, median 3 min 12 s, longest 12 min"; "No run is timed" of none.
QString summaryOf(const std::vector<TimedRun> &runs, const QLocale &locale);

} // namespace afoot::ui
