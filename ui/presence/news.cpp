#include "ui/presence/news.h"

#include "ui/asktext.h"

#include <array>
#include <numeric>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::News)
};

Millis staysFor(News::Kind kind)
{
    switch (kind) {
    case News::Kind::Started:
        return 3s;
    case News::Kind::Completed:
        return 5s;
    case News::Kind::Failed:
    case News::Kind::Lost:
    case News::Kind::Declined:
        return 7s;
    case News::Kind::Canceled:
        return 4s;
    case News::Kind::Digest:
        return 5s;
    case News::Kind::SourceAway:
    case News::Kind::SourceBack:
        return 4s;
    case News::Kind::NeedsYou:
        return 0s;
    }
    return 0s;
}

std::optional<News::Kind> kindOf(const Transition &change, bool already)
{
    switch (change.job->state) {
    case State::Running:
        if (already ||
            (change.before && *change.before != State::Queued && !isFinal(*change.before)))
            return {};
        return News::Kind::Started;
    case State::NeedsInput:
        return News::Kind::NeedsYou;
    case State::Completed:
        return News::Kind::Completed;
    case State::Failed:
        return News::Kind::Failed;
    case State::Canceled:
        return News::Kind::Canceled;
    case State::Lost:
        return News::Kind::Lost;
    case State::Queued:
    case State::Paused:
        return {};
    }
    return {};
}

QString sentence(News::Kind kind, const QString &title)
{
    switch (kind) {
    case News::Kind::Started:
        return Words::tr("%1 started").arg(title);
    case News::Kind::Completed:
        return Words::tr("%1 completed").arg(title);
    case News::Kind::Failed:
        return Words::tr("%1 failed").arg(title);
    case News::Kind::Canceled:
        return Words::tr("%1 was canceled").arg(title);
    case News::Kind::NeedsYou:
        return Words::tr("%1 needs you").arg(title);
    case News::Kind::Lost:
        return Words::tr("%1 was lost").arg(title);
    case News::Kind::SourceAway:
        return Words::tr("Lost contact with %1").arg(title);
    case News::Kind::SourceBack:
        return Words::tr("Back in contact with %1").arg(title);
    case News::Kind::Digest:
    case News::Kind::Declined:
        break;
    }
    return title;
}

QString body(News::Kind kind, const Job &job, const QLocale &locale)
{
    const auto ran = text::ranFor(job, job.updatedAt);
    const QString span = ran ? text::duration(*ran, locale) : QString();
    QString message = text::of(job.message);
    switch (kind) {
    case News::Kind::Started:
        return message.isEmpty() ? text::of(job.kind) : message;
    case News::Kind::Completed: {
        // what was done, not what there was to do
        const QString amount =
            text::amount(Job{.state = job.state, .current = job.current, .unit = job.unit}, locale);
        if (!amount.isEmpty() && !span.isEmpty())
            return Words::tr("%1 in %2", "48 GB in 6 min").arg(amount, span);
        if (!span.isEmpty())
            return Words::tr("It took %1.").arg(span);
        return message;
    }
    case News::Kind::Failed: {
        if (!job.error.empty())
            return text::of(job.error);
        const auto code = text::exitCode(job);
        return code ? Words::tr("Exit code %1").arg(*code) : message;
    }
    case News::Kind::Canceled:
        return ran ? Words::tr("%1.", "a sentence: After 6 min")
                         .arg(text::after(*ran, locale, text::Case::Upper))
                   : QString();
    case News::Kind::NeedsYou:
        return job.question.empty() ? message : text::of(job.question);
    case News::Kind::Lost:
        return Words::tr("Whoever ran it ended without a word.");
    case News::Kind::Digest:
    case News::Kind::SourceAway:
    case News::Kind::SourceBack:
    case News::Kind::Declined:
        break;
    }
    return {};
}

QString countsText(const NewsCounts &counts, const QLocale &locale)
{
    using Kind = News::Kind;
    QStringList parts;
    const auto add = [&](Kind kind, auto words) {
        const auto found = counts.find(kind);
        if (found != counts.end() && found->second > 0)
            parts << words(found->second).arg(locale.toString(found->second));
    };
    add(Kind::NeedsYou, [](int n) { return Words::tr("%1 need you", nullptr, n); });
    add(Kind::Failed, [](int n) { return Words::tr("%1 failed", "a number of jobs", n); });
    add(Kind::Lost, [](int n) { return Words::tr("%1 lost", nullptr, n); });
    add(Kind::Completed, [](int n) { return Words::tr("%1 completed", "a number of jobs", n); });
    add(Kind::Canceled, [](int n) { return Words::tr("%1 canceled", nullptr, n); });
    add(Kind::Started, [](int n) { return Words::tr("%1 started", "a number of jobs", n); });
    return parts.join(u", "_s);
}

} // namespace

Icon iconOf(News::Kind kind)
{
    constexpr std::array icons{Icon::Play, Icon::Check, Icon::Bang,  Icon::Cross, Icon::Question,
                               Icon::Lost, Icon::List,  Icon::Stale, Icon::Check, Icon::Bang};
    return icons[std::size_t(kind)];
}

Tone toneOf(News::Kind kind)
{
    constexpr std::array tones{Tone::Accent, Tone::Ok,     Tone::Bad,  Tone::Idle, Tone::Warn,
                               Tone::Bad,    Tone::Accent, Tone::Warn, Tone::Ok,   Tone::Warn};
    return tones[std::size_t(kind)];
}

std::optional<News> newsOf(const Transition &transition, bool already, const QLocale &locale)
{
    if (!transition.job || transition.before == transition.job->state)
        return {};
    const auto kind = kindOf(transition, already);
    if (!kind)
        return {};
    const Job &job = *transition.job;
    const QString title = job.title.empty() ? text::of(job.key.id) : text::of(job.title);
    return News{.kind = *kind,
                .title = sentence(*kind, title),
                .text = body(*kind, job, locale),
                .job = job.key,
                .stays = staysFor(*kind),
                .url = text::of(job.url),
                .kindOfJob = text::of(job.kind),
                .ran = text::ranFor(job, job.updatedAt),
                .canRetry = isFinal(job.state) && job.can.has(Ask::Retry)};
}

bool isOld(const Transition &transition, WallTime now)
{
    const JobPtr &job = transition.job;
    if (!job || transition.before || job->key.source == "local")
        return false;
    if (isFinal(job->state))
        return job->finishedAt && now - *job->finishedAt > 60s;
    return job->startedAt && now - *job->startedAt > 15s;
}

News newsOfSource(const SourceState &source, bool back, WallTime now, const QLocale &locale)
{
    const News::Kind kind = back ? News::Kind::SourceBack : News::Kind::SourceAway;
    const QString name =
        source.name == "local"_L1 ? Words::tr("the tracker of this computer") : source.name;
    QString text = back ? QString() : source.reason;
    if (back && source.since)
        text = Words::tr("It was away for %1.")
                   .arg(text::duration(now - *source.since, locale, text::Precision::Rough));
    return {.kind = kind,
            .title = sentence(kind, name),
            .text = text,
            .job = {source.name.toStdString(), {}},
            .stays = staysFor(kind)};
}

News newsOfDeclined(const Job &job)
{
    return {.kind = News::Kind::Declined,
            .title = job.title.empty() ? text::of(job.key.id) : text::of(job.title),
            .text = text::declined(job),
            .job = job.key,
            .stays = staysFor(News::Kind::Declined)};
}

News digestOf(const NewsCounts &counts, const QLocale &locale)
{
    const auto total =
        std::accumulate(counts.begin(), counts.end(), qsizetype(0),
                        [](qsizetype sum, const auto &entry) { return sum + entry.second; });
    return {.kind = News::Kind::Digest,
            .title = Words::tr("News of %1").arg(text::jobs(total, locale)),
            .text = countsText(counts, locale),
            .stays = staysFor(News::Kind::Digest)};
}

News digestOf(const std::vector<News> &news, const QLocale &locale)
{
    NewsCounts counts;
    for (const News &one : news)
        ++counts[one.kind];
    return digestOf(counts, locale);
}

News missedOf(const NewsCounts &counts, const QLocale &locale)
{
    News news = digestOf(counts, locale);
    news.title = Words::tr("While you were away");
    return news;
}

} // namespace afoot::ui
