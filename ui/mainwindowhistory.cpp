// What the window shows of runs before those on its list.
#include "ui/detail/detailpane.h"
#include "ui/detail/earlierruns.h"
#include "ui/mainwindow.h"

namespace afoot::ui {

void MainWindow::connectHistory()
{
    connect(this, &MainWindow::logWanted, this, [this](const JobKey &key) {
        m_earlierAsked.reset();
        const JobPtr job = m_model->job(key);
        if (!job || job->kind.empty())
            return;
        m_earlierAsked =
            RunQuery{.kind = job->kind, .to = job->startedAt, .limit = EarlierRuns::weighed};
        Q_EMIT earlierRunsWanted(*m_earlierAsked);
    });
    connect(m_detail->earlier(), &EarlierRuns::allWanted, this, &MainWindow::allRunsWanted);
}

void MainWindow::showEarlierRuns(const RunQuery &asked, const std::vector<EndedRun> &runs)
{
    if (m_chosen && asked == m_earlierAsked)
        m_detail->earlier()->show(runs);
}

} // namespace afoot::ui
