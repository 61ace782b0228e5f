#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>

namespace afoot::ui {

/// What a person wants to be told of, and how. Sounds are names of the XDG Sound Naming Specification ("complete",
/// "dialog-error"); an empty one is silence.
struct NotificationRules
{
    bool wanted = true; ///< false: nothing beyond the window
    /// Ends of jobs that took less are not told; zero: all are. Failures, too, but never what needs an answer.
    std::chrono::seconds longerThan{10};
    bool started = false;
    bool completed = true;
    bool failed = true; ///< also those that were lost
    bool canceled = true;
    bool needsYou = true;
    bool sources = true;          ///< that a source is away, or back
    QSet<QString> mutedKinds{};   ///< nothing is told of jobs of these kinds
    QSet<QString> mutedSources{}; ///< by the name that the tracker knows them by
    bool respectDoNotDisturb = true;
    QString completedSound{};
    QString failedSound{};
    QString needsYouSound{};

    friend bool operator==(const NotificationRules &, const NotificationRules &) = default;
};

/// What a person has chosen, of all that can be. Read once at the start and kept by app/desktop/settingsfile.
struct Settings
{
    enum class Colours { Desktop, Light, Dark };
    enum class Motion { Desktop, Full, Reduced };
    /// While what runs the machine is kept from going to sleep by itself.
    enum class KeepAwake { Never, AnyJob, ChosenKinds };

    // general
    bool autostart = false; ///< with the person's session, in the tray where there is one
    KeepAwake keepAwake = KeepAwake::Never;
    QSet<QString> keepAwakeKinds{};
    QSet<QString> focusKinds{}; ///< a job of these kinds gets a window of its own when it starts
    bool viewDesktopJobs =
        true; ///< show file copies and downloads of KDE applications, where no one else does
    bool reportToDesktop = true; ///< and where someone does, tell it of ours
    QString language{};          ///< "de", "zh_CN"; empty: the desktop's

    NotificationRules notifications{};

    // tracker; what changes here counts from the next start
    int port = 4680;       ///< 0: any
    QStringList origins{}; ///< of web pages that may talk to it
    QStringList hosts{};   ///< other names of this machine that Host may carry
    bool isCompat = false; ///< serve clients of other backends at those backends' paths

    // appearance
    Colours colours = Colours::Desktop;
    Motion motion = Motion::Desktop;
    bool isHighContrast = false;

    friend bool operator==(const Settings &, const Settings &) = default;
};

} // namespace afoot::ui
