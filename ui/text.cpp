#include "ui/text.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace afoot::ui::text {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::text)
};

QString few(double value, const QLocale &locale)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || value == std::floor(value) ? 0 : size >= 0.995 ? 1 : 2;
    return locale.toString(value, 'f', decimals);
}

struct Prefix
{
    double factor = 1;
    QString unit{};
};

Prefix prefixFor(double value)
{
    const std::array<QString, 6> units{Words::tr("bytes"), Words::tr("kB"), Words::tr("MB"),
                                       Words::tr("GB"),    Words::tr("TB"), Words::tr("PB")};
    double factor = 1;
    std::size_t index = 0;
    // 999.5 rather than 1000, so that no "1000 kB" is shown
    while (index + 1 < units.size() && std::abs(value) >= factor * (index == 0 ? 1000 : 999.5)) {
        factor *= 1000;
        ++index;
    }
    return {factor, units[index]};
}

QDateTime local(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

bool isBytes(std::string_view unit)
{
    return unit == "bytes" || unit == "byte" || unit == "B";
}

/// The one or two largest units, such as (3 h, 5 min).
QString pair(const QString &large, qint64 rest, const QString &small)
{
    return rest == 0 ? large : large + QChar(u' ') + small;
}

} // namespace

QString of(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString count(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    if (std::abs(value) < 9e15 && value == std::floor(value))
        return locale.toString(qlonglong(value));
    return locale.toString(value, 'f', std::abs(value) >= 100 ? 1 : 2);
}

QString bytes(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    const Prefix prefix = prefixFor(value);
    return Words::tr("%1 %2", "number and unit")
        .arg(few(value / prefix.factor, locale), prefix.unit);
}

QString amount(const Job &job, const QLocale &locale)
{
    const auto finite = [](std::optional<double> n) { return n && std::isfinite(*n); };
    const bool sized = isBytes(job.unit);
    const QString unit = of(job.unit);
    const auto withUnit = [&](const QString &number) {
        return unit.isEmpty() ? number : Words::tr("%1 %2", "number and unit").arg(number, unit);
    };
    if (finite(job.current) && finite(job.total) && *job.total > 0) {
        if (sized) {
            // one unit for both, that of the larger
            const Prefix prefix = prefixFor(std::max(*job.current, *job.total));
            return Words::tr("%1 / %2 %3", "done, total, unit")
                .arg(few(*job.current / prefix.factor, locale),
                     few(*job.total / prefix.factor, locale), prefix.unit);
        }
        return withUnit(Words::tr("%1 / %2", "done, total")
                            .arg(count(*job.current, locale), count(*job.total, locale)));
    }
    if (finite(job.current) && *job.current > 0) {
        const QString number =
            sized ? bytes(*job.current, locale) : withUnit(count(*job.current, locale));
        return isFinal(job.state) ? number : Words::tr("%1 so far").arg(number);
    }
    if (!finite(job.total) || *job.total <= 0)
        return {};
    const QString all = sized ? bytes(*job.total, locale) : withUnit(count(*job.total, locale));
    if (job.state != State::Completed)
        return Words::tr("of %1", "a total of which nobody said how much is done").arg(all);
    // all of it is done; a number that says of what it is none would be a riddle
    return unit.isEmpty() ? QString() : all;
}

QString rate(double perSecond, std::string_view unit, const QLocale &locale)
{
    if (!std::isfinite(perSecond) || perSecond <= 0)
        return {};
    if (isBytes(unit))
        return Words::tr("%1/s").arg(bytes(std::max(1.0, std::round(perSecond)), locale));
    const bool slow = perSecond < 0.1;
    const double shown = slow ? perSecond * 60 : perSecond;
    if (shown < 0.01)
        return {};
    const QString number = shown >= 1000 ? count(std::round(shown), locale) : few(shown, locale);
    const QString name = unit.empty() ? QString() : QChar(u' ') + of(unit);
    return slow ? Words::tr("%1%2/min", "number, unit").arg(number, name)
                : Words::tr("%1%2/s", "number, unit").arg(number, name);
}

QString percent(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    // a hair above, so that 29 / 100 * 100 is still 29
    const double whole = std::floor(std::clamp(value, 0.0, 100.0) + 1e-9);
    return Words::tr("%1%", "percent").arg(locale.toString(int(whole)));
}

QString duration(Millis span, const QLocale &locale, Precision precision)
{
    const qint64 seconds = span.count() / 1000;
    const auto n = [&](qint64 value) { return locale.toString(value); };
    if (seconds < 1)
        return Words::tr("under 1 s");
    if (seconds < 60)
        return Words::tr("%1 s").arg(n(seconds));
    const qint64 minutes = seconds / 60;
    const bool rough = precision == Precision::Rough;
    if (minutes < 60) {
        const qint64 rest = rough && minutes >= 10 ? 0 : seconds % 60;
        const QString padded = rest < 10 ? n(0) + n(rest) : n(rest);
        return pair(Words::tr("%1 min").arg(n(minutes)), rest, Words::tr("%1 s").arg(padded));
    }
    const qint64 hours = minutes / 60;
    if (hours < 48) {
        const qint64 rest = rough && hours >= 10 ? 0 : minutes % 60;
        return pair(Words::tr("%1 h").arg(n(hours)), rest, Words::tr("%1 min").arg(n(rest)));
    }
    const qint64 days = hours / 24;
    const qint64 rest = rough ? 0 : hours % 24;
    return pair(Words::tr("%Ln days", nullptr, int(std::min<qint64>(days, 1'000'000))), rest,
                Words::tr("%1 h").arg(n(rest)));
}

QString moment(WallTime when, WallTime now, const QLocale &locale)
{
    const QDateTime then = local(when);
    const QDateTime today = local(now);
    QString time = locale.toString(then.time(), Words::tr("HH:mm", "time of day"));
    const qint64 days = then.date().daysTo(today.date());
    if (days == 0)
        return time;
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    if (days > 1 && days < 7)
        return Words::tr("%1 %2", "weekday, time")
            .arg(locale.toString(then.date(), u"ddd"_s), time);
    const bool sameYear = then.date().year() == today.date().year();
    return Words::tr("%1 %2", "date, time")
        .arg(locale.toString(then.date(), sameYear ? Words::tr("d MMM") : Words::tr("d MMM yyyy")),
             time);
}

QString since(const Job &job, WallTime now, const QLocale &locale)
{
    const QString begun = moment(job.startedAt.value_or(job.createdAt), now, locale);
    const QString ended = moment(job.finishedAt.value_or(job.updatedAt), now, locale);
    switch (job.state) {
    case State::Queued:
        return Words::tr("queued %1").arg(moment(job.createdAt, now, locale));
    case State::Running:
    case State::Paused:
    case State::NeedsInput:
        return Words::tr("started %1").arg(begun);
    case State::Completed:
        return Words::tr("finished %1").arg(ended);
    case State::Failed:
        return Words::tr("failed %1").arg(ended);
    case State::Canceled:
        return Words::tr("canceled %1").arg(ended);
    case State::Lost:
        return Words::tr("lost %1").arg(ended);
    }
    return {};
}

QString sinceBesideState(const Job &job, WallTime now, const QLocale &locale)
{
    if (job.state == State::Queued)
        return moment(job.createdAt, now, locale);
    if (isFinal(job.state))
        return moment(job.finishedAt.value_or(job.updatedAt), now, locale);
    return since(job, now, locale);
}

QString after(Millis span, const QLocale &locale, Case first)
{
    const bool upper = first == Case::Upper;
    if (span.count() < 1000)
        return upper ? Words::tr("In under 1 s") : Words::tr("in under 1 s");
    return (upper ? Words::tr("After %1") : Words::tr("after %1")).arg(duration(span, locale));
}

QString state(State state)
{
    switch (state) {
    case State::Queued:
        return Words::tr("Queued");
    case State::Running:
        return Words::tr("Running");
    case State::Paused:
        return Words::tr("Paused");
    case State::NeedsInput:
        return Words::tr("Needs you");
    case State::Completed:
        return Words::tr("Completed");
    case State::Failed:
        return Words::tr("Failed");
    case State::Canceled:
        return Words::tr("Canceled");
    case State::Lost:
        return Words::tr("Lost");
    }
    return {};
}

QString step(const Step &step)
{
    return of(step.label.empty() ? step.name : step.label);
}

QString stepState(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return Words::tr("to come");
    case StepState::Running:
        return Words::tr("running");
    case StepState::Completed:
        return Words::tr("done");
    case StepState::Failed:
        return Words::tr("failed");
    case StepState::Skipped:
        return Words::tr("skipped");
    }
    return {};
}

QString jobs(qsizetype number, const QLocale &locale)
{
    return (number == 1 ? Words::tr("%1 job", nullptr, int(number))
                        : Words::tr("%1 jobs", nullptr, int(number)))
        .arg(locale.toString(number));
}

std::optional<Millis> ranFor(const Job &job, WallTime now)
{
    if (!job.startedAt)
        return {};
    const WallTime end = isFinal(job.state) ? job.finishedAt.value_or(job.updatedAt) : now;
    return std::max(Millis(0), end - *job.startedAt);
}

std::optional<double> secondsLeft(const Job &job, WallTime now)
{
    if (job.state != State::Running || !job.etaS || !std::isfinite(*job.etaS) || *job.etaS < 0)
        return {};
    if (*job.etaS > 100.0 * 24 * 3600)
        return {};
    const double passed = double((now - job.updatedAt).count()) / 1000;
    return *job.etaS - std::max(0.0, passed);
}

QString timeLeft(double seconds, const QLocale &locale)
{
    if (seconds < -10)
        return Words::tr("Longer than estimated");
    if (seconds < 1)
        return Words::tr("Almost done");
    const Millis span(qint64(seconds * 1000));
    return Words::tr("%1 left").arg(duration(span, locale, Precision::Rough));
}

std::optional<int> exitCode(const Job &job)
{
    for (const Detail &entry : job.details) {
        const QString key = of(entry.key).toLower().replace(u'_', u' ');
        if (key != "exit code"_L1 && key != "exit"_L1 && key != "exitcode"_L1)
            continue;
        if (const auto *number = std::get_if<double>(&entry.value)) {
            if (std::abs(*number) < 1e9)
                return int(*number);
            return {};
        }
        bool whole = false;
        const int code = of(std::get<std::string>(entry.value)).toInt(&whole);
        if (whole)
            return code;
    }
    return {};
}

QString command(const Job &job)
{
    for (const Detail &entry : job.details) {
        const auto *value = std::get_if<std::string>(&entry.value);
        if (value && of(entry.key).compare("command"_L1, Qt::CaseInsensitive) == 0)
            return of(*value);
    }
    return {};
}

QString detail(const Detail &detail, const QLocale &locale)
{
    if (const auto *number = std::get_if<double>(&detail.value)) {
        if (!std::isfinite(*number))
            return {};
        if (*number != std::floor(*number) || std::abs(*number) >= 9e15)
            return locale.toString(*number, 'g', 6);
        // ids, ports and codes are numbers too: no separators
        return QString::number(qlonglong(*number));
    }
    return of(std::get<std::string>(detail.value));
}

} // namespace afoot::ui::text
