#include "ui/jobs/look.h"

#include "ui/asktext.h"

#include <algorithm>
#include <cmath>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::Look)
};

std::optional<double> known(std::optional<double> value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<double> jobPercent(const Job &job)
{
    if (known(job.percent))
        return std::clamp(*job.percent, 0.0, 100.0);
    if (known(job.current) && known(job.total) && *job.total > 0)
        return std::clamp(*job.current / *job.total * 100, 0.0, 100.0);
    return {};
}

const Step *runningStep(const Job &job)
{
    const auto it = std::find_if(job.steps.begin(), job.steps.end(),
                                 [](const Step &step) { return step.state == StepState::Running; });
    return it == job.steps.end() ? nullptr : &*it;
}

bool stale(const Job &job, bool away)
{
    return !isFinal(job.state) && job.state != State::Queued &&
           (away || job.liveness == Liveness::Stalled);
}

QString silence(const Job &job, WallTime now, const QLocale &locale)
{
    return Words::tr("last update %1 ago")
        .arg(text::duration(std::max(Millis(0), now - job.updatedAt), locale,
                            text::Precision::Rough));
}

constexpr Millis declinedFor{
    20'000}; ///< its row says so that long; the pane beside the list always does

/// The column of time left, for a job that has not ended.
void sayAhead(RowLook &look, const Job &job, bool away, WallTime now, const QLocale &locale)
{
    const auto coloured = [&](const QString &what, Tone tone) {
        look.time = what;
        look.timeTone = tone;
        look.timeTakesTone = true;
    };
    const QString rate = known(job.rate) ? text::rate(*job.rate, job.unit, locale) : QString();
    if (stale(job, away)) {
        coloured(away ? Words::tr("Reconnecting") : Words::tr("No word for a while"), Tone::Warn);
        look.rate = rate.isEmpty() ? QString() : Words::tr("was %1").arg(rate);
    } else if (job.state == State::Running) {
        look.rate = rate;
        if (const auto left = text::secondsLeft(job, now)) {
            look.time = text::timeLeft(*left, locale);
        } else if (job.expectedS && std::isfinite(job.expectedS->first) &&
                   std::isfinite(job.expectedS->second) && job.expectedS->second >= 1) {
            const auto span = [&](double s) {
                return text::duration(Millis(qint64(s * 1000)), locale, text::Precision::Rough);
            };
            const QString low = span(job.expectedS->first);
            const QString high = span(job.expectedS->second);
            look.time = low == high ? Words::tr("Usually %1").arg(low)
                                    : Words::tr("Usually %1 to %2").arg(low, high);
        } else {
            look.time = Words::tr("No estimate yet");
        }
    }
    const bool isNews = job.declined && now - job.declined->at < declinedFor;
    if (isNews && job.state != State::NeedsInput) {
        look.rate = look.time;
        coloured(text::couldNot(job.declined->ask), Tone::Warn);
    } else if (job.asked && job.state == State::NeedsInput) {
        // the answer is still the person's to give, and the job still waits for that first
        look.rate = text::ask(job);
    } else if (job.asked) {
        look.rate = look.time;
        coloured(text::ask(job), Tone::Warn);
    }
}

/// The same column for one that has.
void sayBehind(RowLook &look, const Job &job, WallTime now, const QLocale &locale)
{
    const auto ran = text::ranFor(job, now);
    look.timeStrong = false;
    if (job.state == State::Completed) {
        look.time = !ran                  ? QString()
                    : *ran < Millis(1000) ? Words::tr("Under 1 s")
                                          : text::duration(*ran, locale);
        const double seconds = ran ? double(ran->count()) / 1000 : 0;
        if (known(job.current) && *job.current > 0 && seconds >= 1)
            look.rate = text::rate(*job.current / seconds, job.unit, locale);
        return;
    }
    // the chip has the state's name: beside it stands only what that does not say
    const auto code = job.state == State::Failed ? text::exitCode(job) : std::nullopt;
    if (code)
        look.time = Words::tr("Exit code %1").arg(*code);
    else if (job.state == State::Lost)
        look.time = Words::tr("Ended without a word");
    const bool alone = look.time.isEmpty();
    if (!alone) {
        look.timeTone = Tone::Bad;
        look.timeTakesTone = true;
    }
    if (ran)
        (alone ? look.time : look.rate) =
            text::after(*ran, locale, alone ? text::Case::Upper : text::Case::Lower);
}

/// The message without the name of the step that runs: that stands below it.
QString messageOf(const Job &job)
{
    QString message = text::of(job.message);
    for (const Step &step : job.steps) {
        const QString name = text::of(step.label.empty() ? step.name : step.label);
        if (step.state != StepState::Running || name.isEmpty() || !message.startsWith(name))
            continue;
        if (message.size() == name.size())
            return {};
        if (message.mid(name.size()).startsWith(u", "))
            return message.mid(name.size() + 2);
    }
    return message;
}

void sayAmount(RowLook &look, const Job &job, const QLocale &locale)
{
    const QString amount = text::amount(job, locale);
    const QString message = messageOf(job);
    switch (job.state) {
    case State::NeedsInput:
        look.amount = job.question.empty() ? message : text::of(job.question);
        look.amountTakesTone = true;
        return;
    case State::Failed:
    case State::Lost:
        look.amount = job.error.empty() ? joined(amount, message, separator) : text::of(job.error);
        return;
    case State::Queued:
        look.amount = message.isEmpty() ? Words::tr("Waiting to start") : message;
        return;
    default:
        look.amount = joined(amount, message, separator);
    }
}

} // namespace

QString joined(const QString &a, const QString &b, const QString &between)
{
    return a.isEmpty() ? b : b.isEmpty() ? a : a + between + b;
}

Group groupOf(State state)
{
    switch (state) {
    case State::Queued:
        return Group::Queued;
    case State::Running:
    case State::Paused:
        return Group::Running;
    case State::NeedsInput:
        return Group::NeedsYou;
    case State::Failed:
    case State::Lost:
        return Group::Failed;
    case State::Completed:
    case State::Canceled:
        return Group::Finished;
    }
    return Group::Running;
}

QString nameOf(Group group)
{
    switch (group) {
    case Group::All:
        return Words::tr("All jobs");
    case Group::Running:
        return Words::tr("Running");
    case Group::NeedsYou:
        return Words::tr("Needs you");
    case Group::Queued:
        return Words::tr("Queued");
    case Group::Failed:
        return Words::tr("Failed");
    case Group::Finished:
        return Words::tr("Finished");
    }
    return {};
}

Icon iconOf(Group group)
{
    constexpr std::array icons{Icon::List,  Icon::Play, Icon::Question,
                               Icon::Clock, Icon::Bang, Icon::Check};
    return icons[std::size_t(group)];
}

Tone toneOf(Group group)
{
    constexpr std::array tones{Tone::Accent, Tone::Accent, Tone::Warn,
                               Tone::Idle,   Tone::Bad,    Tone::Ok};
    return tones[std::size_t(group)];
}

Icon iconOf(const Job &job, bool away)
{
    if (stale(job, away))
        return Icon::Stale;
    switch (job.state) {
    case State::Queued:
        return Icon::Clock;
    case State::Running:
        return barOf(job, away).kind == Bar::Kind::Busy ? Icon::Busy : Icon::Play;
    case State::Paused:
        return Icon::Pause;
    case State::NeedsInput:
        return Icon::Question;
    case State::Completed:
        return Icon::Check;
    case State::Failed:
        return Icon::Bang;
    case State::Canceled:
        return Icon::Cross;
    case State::Lost:
        return Icon::Lost;
    }
    return Icon::None;
}

Tone toneOf(const Job &job, bool away)
{
    if (stale(job, away))
        return Tone::Warn;
    switch (job.state) {
    case State::Running:
        return Tone::Accent;
    case State::NeedsInput:
        return Tone::Warn;
    case State::Completed:
        return Tone::Ok;
    case State::Failed:
    case State::Lost:
        return Tone::Bad;
    case State::Queued:
    case State::Paused:
    case State::Canceled:
        return Tone::Idle;
    }
    return Tone::Idle;
}

Bar barOf(const Job &job, bool away)
{
    Bar bar{.tone = toneOf(job, away)};
    std::optional<double> percent = jobPercent(job);
    if (const Step *step = percent ? nullptr : runningStep(job); step && known(step->percent))
        percent = std::clamp(*step->percent, 0.0, 100.0);
    if (job.state == State::Completed) {
        bar.kind = Bar::Kind::Part;
        bar.fraction = 1;
    } else if (stale(job, away)) {
        bar.kind = percent ? Bar::Kind::Stale : Bar::Kind::Empty;
        bar.fraction = percent.value_or(0) / 100;
    } else if (percent) {
        bar.kind = Bar::Kind::Part;
        bar.fraction = *percent / 100;
    } else if (job.state == State::Running) {
        bar.kind = Bar::Kind::Busy;
    }
    return bar;
}

PercentText percentOf(const Job &job, const QLocale &locale)
{
    if (job.state == State::Queued)
        return {};
    if (const auto percent = jobPercent(job))
        return {text::percent(*percent, locale), {}};
    const Step *step = runningStep(job);
    if (step && known(step->percent) && !isFinal(job.state))
        return {text::percent(*step->percent, locale), Words::tr("of %1").arg(text::step(*step))};
    return {};
}

std::optional<std::size_t> currentStep(const Job &job)
{
    std::optional<std::size_t> over;
    for (std::size_t i = 0; i < job.steps.size(); ++i) {
        const StepState state = job.steps[i].state;
        if (state == StepState::Running || state == StepState::Failed)
            return i;
        if (state == StepState::Completed)
            over = i;
    }
    return over;
}

StepText stepText(const Job &job, const QLocale &locale)
{
    if (job.steps.empty())
        return {};
    const auto number = [&](std::size_t n) { return locale.toString(qulonglong(n)); };
    const QString all =
        job.steps.size() == 1
            ? Words::tr("1 step")
            : Words::tr("%1 steps", nullptr, int(job.steps.size())).arg(number(job.steps.size()));
    const auto current = currentStep(job);
    if (!current || job.state == State::Queued || job.state == State::Completed)
        return {all, {}};
    const Step &step = job.steps[*current];
    const bool more = *current + 1 < job.steps.size();
    const QString place =
        more ? Words::tr("Step %1 of %2").arg(number(*current + 1), number(job.steps.size()))
             : Words::tr("Step %1").arg(number(*current + 1));
    return {place, text::step(step), step.state == StepState::Failed};
}

RowLook lookOf(const Job &job, bool away, WallTime now, const QLocale &locale, bool paused)
{
    RowLook look;
    look.icon = iconOf(job, away);
    look.tone = toneOf(job, away);
    look.unseen = isFinal(job.state) && !job.seen;
    look.title = job.title.empty() ? text::of(job.key.id) : text::of(job.title);
    const bool old = stale(job, away);
    // most jobs are of this computer: only another place is worth the room
    const QString from = job.key.source == "local" ? QString() : text::of(job.key.source);
    look.what = joined(from, text::of(job.kind), separator);
    look.since = old ? silence(job, now, locale) : text::since(job, now, locale);
    look.sinceBesideChip = old ? look.since : text::sinceBesideState(job, now, locale);
    look.about = joined(look.what, look.since, separator);
    look.bar = barOf(job, away);
    const PercentText percent = percentOf(job, locale);
    look.percent = percent.percent;
    sayAmount(look, job, locale);
    look.amount = joined(percent.of, look.amount, separator);
    look.step = stepText(job, locale);
    look.dots.reserve(job.steps.size());
    for (const Step &step : job.steps)
        look.dots.push_back(step.state);
    if (isFinal(job.state))
        sayBehind(look, job, now, locale);
    else
        sayAhead(look, job, away, now, locale);
    if (old && paused)
        look.time = Words::tr("Not followed now");
    look.chip = !old ? text::state(job.state) : away ? Words::tr("Stale") : Words::tr("Stalled");
    look.chipTone = look.tone;
    look.ticks = old || text::secondsLeft(job, now).has_value();
    return look;
}

QColor inkOfTime(const RowLook &look, const Theme &theme)
{
    if (look.timeTakesTone)
        return theme.of(look.timeTone);
    return look.timeStrong ? theme.text : theme.secondary;
}

QString spoken(const RowLook &look)
{
    QStringList parts{look.title, look.chip, look.percent, look.amount};
    parts << joined(look.step.place, look.step.name, u" "_s) << look.time << look.about;
    if (look.unseen)
        parts << Words::tr("not seen yet");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace afoot::ui
