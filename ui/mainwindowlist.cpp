// What the window does with the list as a whole.
#include "ui/frame.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QMenu>

namespace afoot::ui {

/// What can be done with all jobs of the list.
void MainWindow::fillMenu(QMenu &menu)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction *seen = menu.addAction(tr("Mark all as seen"), this, &MainWindow::markAllSeen);
    for (const Shortcut &shortcut : shortcuts()) {
        if (shortcut.command == Command::MarkAllSeen)
            seen->setShortcuts(shortcut.keys);
    }
    seen->setEnabled(m_model->tallied().all().unseen > 0);
}

void MainWindow::markAllSeen()
{
    std::vector<JobKey> keys;
    m_model->forEach([&](const JobPtr &job) {
        if (isFinal(job->state) && !job->seen)
            keys.push_back(job->key);
    });
    for (const JobKey &key : keys)
        Q_EMIT seenRequested(key);
}

void MainWindow::setGrouping(Grouping grouping)
{
    m_model->setGrouping(grouping);
    m_header->setGrouping(grouping);
}

} // namespace afoot::ui
