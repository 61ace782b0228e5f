#include "ui/shortcuts.h"

#include "ui/jobs/jobmodel.h"

#include <QCoreApplication>

namespace afoot::ui {

namespace {

/// The texts of this file, for translators.
struct Keys
{
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

} // namespace

QList<Shortcut> allShortcuts()
{
    using C = Command;
    using G = ShortcutGroup;
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    QList<Shortcut> all;
    for (const Group group : allGroups) {
        const int index = int(group);
        all.append({Command(int(C::ShowAll) + index),
                    G::Show,
                    {ctrl(Qt::Key(Qt::Key_1 + index))},
                    nameOf(group)});
    }
    all += {
        {C::PreviousEntry,
         G::Show,
         {ctrl(Qt::Key_PageUp)},
         Keys::tr("Entry before in the side bar")},
        {C::NextEntry, G::Show, {ctrl(Qt::Key_PageDown)}, Keys::tr("Next entry in the side bar")},
        {C::ShowHistory, G::Show, {ctrl(Qt::Key_H)}, Keys::tr("History")},
        {C::ShowSettings, G::Show, {ctrl(Qt::Key_Comma)}, Keys::tr("Settings")},

        {C::Filter, G::List, {QKeySequence(Qt::Key_Slash)}, Keys::tr("Filter the jobs")},
        {C::Find,
         G::List,
         {ctrl(Qt::Key_F)},
         Keys::tr("Find: in the list, or in the log you are in")},
        {C::ChangeGrouping, G::List, {ctrl(Qt::Key_G)}, Keys::tr("Group the jobs another way")},
        {C::MarkAllSeen, G::List, {shifted(Qt::Key_M)}, Keys::tr("Mark all jobs as seen")},
        {C::ClearFinished, G::List, {shifted(Qt::Key_Delete)}, Keys::tr("Clear finished jobs")},
        {C::AddSource, G::List, {ctrl(Qt::Key_N)}, Keys::tr("Add a source")},
        {C::RetrySources,
         G::List,
         {QKeySequence(Qt::Key_F5)},
         Keys::tr("Retry sources that are away")},

        {C::CloseDetail,
         G::Job,
         {QKeySequence(Qt::Key_Escape)},
         Keys::tr("Close the job, or go back to the list")},
        {C::PauseOrResume, G::Job, {ctrl(Qt::Key_P)}, Keys::tr("Pause or resume")},
        {C::Cancel, G::Job, {ctrl(Qt::Key_K)}, Keys::tr("Cancel")},
        {C::Retry, G::Job, {ctrl(Qt::Key_R)}, Keys::tr("Run again")},
        {C::OpenResult, G::Job, {ctrl(Qt::Key_O)}, Keys::tr("Open the result")},
        {C::CopyTitle, G::Job, {ctrl(Qt::Key_C)}, Keys::tr("Copy the title")},
        {C::Forget, G::Job, {QKeySequence(Qt::Key_Delete)}, Keys::tr("Forget, once it has ended")},
        {C::OpenFocusWindow,
         G::Job,
         {ctrl(Qt::Key_Return), QKeySequence(Qt::Key_F11)},
         Keys::tr("Show in a window of its own")},

        {C::SearchLog, G::Log, {shifted(Qt::Key_F)}, Keys::tr("Search the log")},
        {C::NextHit, G::Log, {QKeySequence(Qt::Key_F3)}, Keys::tr("Next hit")},
        {C::PreviousHit, G::Log, {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, Keys::tr("Previous hit")},
        {C::FollowLog, G::Log, {shifted(Qt::Key_E)}, Keys::tr("Follow its end")},
        {C::FirstError, G::Log, {ctrl(Qt::Key_E)}, Keys::tr("Go to the first error")},
        {C::SaveLog, G::Log, {ctrl(Qt::Key_S)}, Keys::tr("Save it to a file")},

        {C::ToggleCompact, G::Window, {ctrl(Qt::Key_M)}, Keys::tr("Compact strip and back")},
        {C::ShowShortcuts,
         G::Window,
         {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)},
         Keys::tr("These shortcuts")},
        {C::CloseWindow, G::Window, {ctrl(Qt::Key_W)}, Keys::tr("Close the window")},
        {C::Quit, G::Window, {ctrl(Qt::Key_Q)}, Keys::tr("Quit")},
    };
    return all;
}

QString nameOf(ShortcutGroup group)
{
    switch (group) {
    case ShortcutGroup::Show:
        return Keys::tr("Show");
    case ShortcutGroup::List:
        return Keys::tr("List");
    case ShortcutGroup::Job:
        return Keys::tr("Chosen job");
    case ShortcutGroup::Log:
        return Keys::tr("Its log");
    case ShortcutGroup::Window:
        return Keys::tr("Window");
    }
    return {};
}

} // namespace afoot::ui
