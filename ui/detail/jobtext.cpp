#include "ui/detail/jobtext.h"

#include "ui/detail/stepaxis.h"
#include "ui/jobs/look.h"

#include <QCoreApplication>
#include <QDateTime>

namespace afoot::ui::text {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::text)
};

} // namespace

QString whole(const Job &job, WallTime now, const QLocale &locale)
{
    QStringList lines;
    const auto line = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << Words::tr("%1: %2", "name and value").arg(name, value);
    };
    const RowLook look = lookOf(job, false, now, locale);
    lines << look.title;
    line(Words::tr("State"), state(job.state));
    line(Words::tr("Progress"), joined(look.percent, amount(job, locale), separator));
    line(Words::tr("Kind"), of(job.kind));
    line(Words::tr("Source"), of(job.key.source));
    line(Words::tr("Id"), of(job.key.id));
    const auto when = [&](WallTime time) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()),
                               QLocale::ShortFormat);
    };
    if (job.startedAt)
        line(Words::tr("Started"), when(*job.startedAt));
    if (job.finishedAt)
        line(Words::tr("Ended"), when(*job.finishedAt));
    if (const auto ran = ranFor(job, now))
        line(Words::tr("Took"), duration(*ran, locale));
    line(Words::tr("Message"), of(job.message).trimmed());
    line(Words::tr("Error"), of(job.error).trimmed());
    line(Words::tr("Result"), of(job.url));
    const auto spans = spansOf(job, now);
    for (std::size_t i = 0; i < job.steps.size(); ++i)
        lines << spokenStep(job, i, spans[i], locale);
    for (const Detail &entry : job.details)
        line(of(entry.key), detail(entry, locale));
    return lines.join(u'\n') + u'\n';
}

QString notice(const Job &job)
{
    if (job.state == State::NeedsInput && !job.question.empty())
        return of(job.question);
    if (!job.error.empty())
        return of(job.error);
    return job.state == State::Lost ? Words::tr("Whoever ran it ended without a word.") : QString();
}

} // namespace afoot::ui::text
