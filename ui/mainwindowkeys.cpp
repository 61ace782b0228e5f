// What the window does by key: the table of ui/shortcuts.h, joined with what the window can do.
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/frame.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/pages/shortcutsheet.h"
#include "ui/presence/focuswindows.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"

#include <QApplication>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {
const QString searchName = u"search"_s;

LogPane *focusedLog()
{
    for (QWidget *focus = QApplication::focusWidget(); focus; focus = focus->parentWidget()) {
        if (auto *log = qobject_cast<LogPane *>(focus))
            return log;
    }
    return nullptr;
}
} // namespace

void MainWindow::setAction(Command command, std::function<void()> action)
{
    const auto [known, isNew] = m_actions.insert_or_assign(command, std::move(action));
    if (!isNew)
        return;
    for (const Shortcut &shortcut : allShortcuts()) {
        if (shortcut.command != command)
            continue;
        for (const QKeySequence &key : shortcut.keys)
            connect(new QShortcut(key, this), &QShortcut::activated, this,
                    [this, command] { m_actions.at(command)(); });
    }
}

QList<Shortcut> MainWindow::shortcuts() const
{
    QList<Shortcut> working = allShortcuts();
    working.removeIf([this](const Shortcut &s) { return !m_actions.contains(s.command); });
    return working;
}

void MainWindow::addShortcuts()
{
    for (const Group group : allGroups)
        setAction(Command(int(Command::ShowAll) + int(group)),
                  [this, group] { m_side->enter(group); });
    setAction(Command::PreviousEntry, [this] { m_side->step(-1); });
    setAction(Command::NextEntry, [this] { m_side->step(1); });
    // each page has its own field
    const auto filter = [this] {
        SearchField *field = m_header->filter();
        if (const QWidget *page = place(); page && page->findChild<SearchField *>(searchName))
            field = page->findChild<SearchField *>(searchName);
        else
            showJobs();
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    };
    setAction(Command::Filter, filter);
    setAction(Command::Find, [filter] {
        if (LogPane *log = focusedLog())
            log->focusSearch();
        else
            filter();
    });
    setAction(Command::ClearFinished, [this] { clearFinished(); });
    setAction(Command::AddSource, [this] { m_control->add(); });
    setAction(Command::RetrySources, [this] { Q_EMIT retrySourceRequested({}); });
    addJobShortcuts();
    setAction(Command::ShowShortcuts, [this] {
        auto *sheet = new ShortcutSheet(shortcuts(), this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    setAction(Command::CloseWindow, [this] { close(); });
    setAction(Command::Quit, [this] { Q_EMIT quitRequested(); });
}

/// What is done about the chosen job, while it is in sight.
void MainWindow::addJobShortcuts()
{
    setAction(Command::CloseDetail, [this] {
        if (place() != nullptr) {
            showJobs();
            m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        } else if (m_chosen) {
            letGo();
            m_list->setFocus(Qt::ShortcutFocusReason);
        }
    });
    const auto onJob = [this](Command command, auto action) {
        setAction(command, [this, action] {
            if (place() == nullptr && m_detail->isVisible())
                action(*m_detail);
        });
    };
    onJob(Command::PauseOrResume, [](DetailPane &detail) {
        detail.actions().ask(Ask::Pause); // what does not fit the job's state asks for nothing
        detail.actions().ask(Ask::Resume);
    });
    onJob(Command::Cancel, [](DetailPane &detail) { detail.actions().ask(Ask::Cancel); });
    onJob(Command::Retry, [](DetailPane &detail) { detail.actions().ask(Ask::Retry); });
    onJob(Command::OpenResult, [](DetailPane &detail) { detail.actions().openResult(); });
    onJob(Command::CopyTitle, [](DetailPane &detail) { detail.actions().copyTitle(); });
    onJob(Command::Forget, [](DetailPane &detail) { detail.actions().forgetIt(); });
    // of the log that one is in, on whatever page, else of the chosen job's
    const auto onLog = [this](Command command, void (LogPane::*action)()) {
        setAction(command, [this, action] {
            LogPane *log = focusedLog();
            if (log == nullptr && place() == nullptr && m_detail->isVisible())
                log = m_detail->log();
            if (log != nullptr)
                (log->*action)();
        });
    };
    onLog(Command::SearchLog, &LogPane::focusSearch);
    onLog(Command::NextHit, &LogPane::findNext);
    onLog(Command::PreviousHit, &LogPane::findPrevious);
    onLog(Command::FollowLog, &LogPane::follow);
    onLog(Command::FirstError, &LogPane::showFirstError);
    onLog(Command::SaveLog, &LogPane::save);
    setAction(Command::OpenFocusWindow, [this] {
        if (m_chosen)
            m_focused->open(*m_chosen);
    });
    setAction(Command::ToggleCompact, [this] { setCompact(true); });
}

} // namespace afoot::ui
