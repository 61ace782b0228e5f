#pragma once

#include "core/model/job.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace afoot::ui::text {

/// Words and numbers as people read them. Everything here is pure; the locale and "now" are arguments.
/// Numbers that are not finite give an empty text.

QString of(std::string_view utf8);

/// "12,204", "1.5": separators of the locale, at most two decimals.
QString count(double value, const QLocale &locale);

/// "86.1 GB": decimal prefixes, three figures.
QString bytes(double value, const QLocale &locale);

/// "61.4 / 86.1 GB", "1,871 / 2,998 targets", "18,204 items so far"; empty when nothing is known.
QString amount(const Job &job, const QLocale &locale);

/// "94 MB/s", "38.2 targets/s", "4 files/min" for what is slower than one in ten seconds.
QString rate(double perSecond, std::string_view unit, const QLocale &locale);

/// "62%": rounded down, so that 100 is said only of what is whole. Clamped to 0..100.
QString percent(double value, const QLocale &locale);

/// Rough drops what does not matter at that size ("18 min"), Exact keeps it ("18 min 50 s").
enum class Precision { Rough, Exact };
/// "under 1 s", "41 s", "2 min 14 s", "3 h 5 min", "2 days".
QString duration(Millis span, const QLocale &locale, Precision precision = Precision::Exact);

/// "14:08", "yesterday 14:08", "Mon 14:08", "12 Nov 14:08", in local time.
QString moment(WallTime when, WallTime now, const QLocale &locale);

/// "started 14:08", "finished yesterday 14:08", "queued 14:11": when @p job came to where it is.
QString since(const Job &job, WallTime now, const QLocale &locale);
/// The same where the state stands beside it in words: "14:06" after "Failed", "started 14:08" after "Running".
QString sinceBesideState(const Job &job, WallTime now, const QLocale &locale);
/// How long it took to the end, for one that ended badly: "after 3 min 41 s", "in under 1 s".
enum class Case { Lower, Upper };
QString after(Millis span, const QLocale &locale, Case first);

/// "Running", "Needs you", ….
QString state(State state);
QString step(const Step &step);
QString stepState(StepState state);

/// "3 jobs".
QString jobs(qsizetype number, const QLocale &locale);

/// How long the job ran or has been running; unset before it started.
std::optional<Millis> ranFor(const Job &job, WallTime now);

/// Seconds left as of @p now, counted down from when the job said so; below zero when it is overdue.
std::optional<double> secondsLeft(const Job &job, WallTime now);

/// "2 min 14 s left", "Almost done", "Longer than estimated".
QString timeLeft(double seconds, const QLocale &locale);

/// The exit code that a reporter noted among the details.
std::optional<int> exitCode(const Job &job);

/// The command line that a reporter noted among the details.
QString command(const Job &job);

/// A detail's value as text.
QString detail(const Detail &detail, const QLocale &locale);

} // namespace afoot::ui::text
