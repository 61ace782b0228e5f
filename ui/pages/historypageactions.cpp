// What is done about runs on the page of the history: copying, and deleting once the person has said so.
#include "ui/pages/historyhead.h"
#include "ui/pages/historypage.h"
#include "ui/pages/runmodel.h"
#include "ui/pages/runtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace afoot::ui {

void HistoryPage::fillMenu(QMenu &menu)
{
    if (!m_chosen)
        return;
    menu.addAction(tr("Copy run"), this, [this, run = m_chosen->number] { copyRun(run); });
    menu.addSeparator();
    menu.addAction(tr("Delete run …"), this, [this, run = m_chosen->number] { deleteRun(run); });
}

void HistoryPage::copyRun(std::int64_t number) const
{
    if (const JobPtr job = jobOf(number))
        QGuiApplication::clipboard()->setText(text::plainRun(*job, m_now(), QLocale()));
}

void HistoryPage::deleteRun(std::int64_t number)
{
    const JobPtr job = jobOf(number);
    if (!job || number == 0)
        return;
    const QString title = text::of(job->title.empty() ? job->key.id : job->title);
    if (m_confirm(this, {.title = tr("Delete this run of “%1”?").arg(title),
                         .text = tr("It leaves the history with its log, for good."),
                         .yes = tr("Delete run"),
                         .no = tr("Keep it")}))
        Q_EMIT deleteWanted({.numbers = {number}});
}

void HistoryPage::deleteShown()
{
    const RunQuery query = m_head->query();
    if (!m_matching || m_matching->runs == 0 || isForAll(query))
        return;
    const int runs = int(std::min<std::uint64_t>(m_matching->runs, 1 << 30));
    const QString number = QLocale().toString(runs);
    if (m_confirm(
            this,
            {.title = runs == 1 ? tr("Delete the run that matches?")
                                : tr("Delete the %1 runs that match?", nullptr, runs).arg(number),
             .text = tr("What the filter leaves goes, with its logs, for good."),
             .yes = runs == 1 ? tr("Delete run") : tr("Delete %1 runs", nullptr, runs).arg(number),
             .no = tr("Keep them")}))
        Q_EMIT deleteWanted(query);
}

void HistoryPage::deleteAll()
{
    if (m_confirm(this, {.title = tr("Delete the whole history?"),
                         .text = tr("Every run that has ended leaves it with its log, for good. "
                                    "Ended jobs leave the list, too."),
                         .yes = tr("Delete everything"),
                         .no = tr("Keep it")}))
        Q_EMIT deleteWanted({});
}

} // namespace afoot::ui
