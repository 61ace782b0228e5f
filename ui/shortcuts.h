#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace afoot::ui {

/// What the window can be told by a key.
enum class Command {
    ShowAll, ///< this and the next five: the groups, in their order
    ShowRunning,
    ShowNeedsYou,
    ShowQueued,
    ShowFailed,
    ShowFinished,
    PreviousEntry, ///< of the side bar
    NextEntry,
    ShowHistory,
    ShowSettings,
    Filter,
    Find, ///< in the log where that has the focus, else in the list
    ChangeGrouping,
    MarkAllSeen,
    ClearFinished,
    AddSource,
    RetrySources,
    CloseDetail,
    PauseOrResume,
    Cancel,
    Retry,
    OpenResult,
    CopyTitle,
    Forget,
    OpenFocusWindow,
    SearchLog,
    NextHit,
    PreviousHit,
    FollowLog,
    FirstError,
    SaveLog,
    ToggleCompact,
    ShowShortcuts,
    CloseWindow,
    Quit,
};

enum class ShortcutGroup { Show, List, Job, Log, Window };

struct Shortcut
{
    Command command{};
    ShortcutGroup group{};
    QList<QKeySequence> keys{}; ///< each of them alone does it
    QString text{};             ///< what it does, for a person
};

/// The table that keys and their sheet are made from: each command once, those of a group together.
QList<Shortcut> allShortcuts();

QString nameOf(ShortcutGroup group);

} // namespace afoot::ui
