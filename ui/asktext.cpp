#include "ui/asktext.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace afoot::ui::text {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::text)
};

} // namespace

QString ask(const Job &job)
{
    if (job.acknowledged) {
        switch (job.asked.value_or(Ask::Cancel)) {
        case Ask::Cancel:
            return Words::tr("Canceling …");
        case Ask::Pause:
            return Words::tr("Pausing …");
        case Ask::Resume:
            return Words::tr("Resuming …");
        case Ask::Retry:
            return Words::tr("Running it again …");
        }
    }
    return ask(job.asked.value_or(Ask::Cancel));
}

QString declined(const Job &job)
{
    const QString what = couldNot(job.declined->ask);
    return job.declined->why.empty() ? what : Words::tr("%1: %2").arg(what, of(job.declined->why));
}

QString couldNot(Ask ask)
{
    switch (ask) {
    case Ask::Cancel:
        return Words::tr("Could not cancel");
    case Ask::Pause:
        return Words::tr("Could not pause");
    case Ask::Resume:
        return Words::tr("Could not resume");
    case Ask::Retry:
        return Words::tr("Could not run again");
    }
    return {};
}

QString ask(Ask ask)
{
    switch (ask) {
    case Ask::Cancel:
        return Words::tr("Asked to cancel");
    case Ask::Pause:
        return Words::tr("Asked to pause");
    case Ask::Resume:
        return Words::tr("Asked to resume");
    case Ask::Retry:
        return Words::tr("Asked to run again");
    }
    return {};
}

} // namespace afoot::ui::text
