#include "ui/pages/runtext.h"

#include "ui/jobs/look.h"
#include "ui/sources.h"
#include "ui/text.h"

#include <QStringList>

namespace afoot::ui::text {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::RunText)
};

} // namespace

QString plainRun(const Job &job, WallTime now, const QLocale &locale)
{
    QStringList lines;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << Words::tr("%1: %2", "name and value").arg(name, value);
    };
    lines << (job.title.empty() ? of(job.key.id) : of(job.title));
    add(Words::tr("State"), state(job.state));
    add(Words::tr("Kind"), of(job.kind));
    add(Words::tr("Source"), sourceName(of(job.key.source)));
    if (job.startedAt)
        add(Words::tr("Started"), moment(*job.startedAt, now, locale));
    add(Words::tr("Ended"), moment(job.finishedAt.value_or(job.updatedAt), now, locale));
    if (const auto ran = ranFor(job, now))
        add(Words::tr("Took"), duration(*ran, locale));
    add(Words::tr("Done"), amount(job, locale));
    add(Words::tr("Message"), of(job.message));
    add(Words::tr("Error"), of(job.error));
    add(Words::tr("Result"), of(job.url));
    add(Words::tr("Id"), of(job.key.id));
    for (const Step &each : job.steps) {
        const bool isTimed = each.startedAt && each.finishedAt;
        const QString took =
            isTimed ? duration(std::max(Millis(0), *each.finishedAt - *each.startedAt), locale)
                    : QString();
        add(Words::tr("Step %1", "name of a step").arg(step(each)),
            joined(stepState(each.state), took, QStringLiteral(", ")));
    }
    for (const Detail &each : job.details)
        add(of(each.key), detail(each, locale));
    return lines.join(QChar(u'\n')) + QChar(u'\n');
}

} // namespace afoot::ui::text
