#pragma once

#include "app/desktop/afooturl.h"
#include "app/desktop/frameclock.h"
#include "app/desktop/historysource.h"
#include "app/desktop/jobsource.h"
#include "app/desktop/jobviews.h"
#include "app/desktop/notices.h"
#include "app/desktop/remotesources.h"
#include "app/desktop/singleinstance.h"
#include "app/shared/engine.h"
#include "app/shared/paths.h"
#include "app/shared/systemclock.h"
#include "core/desktop/application.h"
#include "core/desktop/desktopwishes.h"
#include "core/desktop/launcherentry.h"
#include "core/desktop/sleepinhibitor.h"
#include "core/desktop/sleepwatch.h"
#include "core/desktop/trayhost.h"
#include "core/remote/networkwatch.h"
#include "ui/detail/logpane.h"
#include "ui/mainwindow.h"
#include "ui/pages/historypage.h"
#include "ui/presence/tray.h"
#include "ui/settings.h"
#include "ui/settingsfacts.h"
#include "ui/theme.h"

#include <QSettings>
#include <QThread>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace afoot {

namespace ui {
class SettingsPage;
}

class EmbeddedSource;

/// The window and what is around it: where its jobs come from, the tray, notifications, kept settings.
///
/// Threads: main; owns the engine's thread and the one for D-Bus, and ends both.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// @p desktops: light or dark as the desktop has it at the start; @p asked: what the command line wants instead, of
    /// this start alone.
    Desktop(Paths paths, ui::Scheme desktops, std::optional<ui::Scheme> asked);
    ~Desktop() override;

    /// Shows the window first, if it is to be raised, then everything that takes time.
    void start(const Summons &summons);

private:
    void openTracker();
    std::optional<Error> embed();
    void follow(const Error &running);
    void takeOver();
    void connectSource();
    void connectWindow();
    void saveLog(const QString &name, const ui::TextProducer &text);
    void connectHistory();
    void connectDeleting();
    void exportRuns(const RunQuery &query, ui::RunFormat format);
    void writeRuns(const RunQuery &query, ui::RunFormat format, const QString &path);
    void connectPresence();
    void followRemote();
    void connectJobViews();
    void connectControl(ui::SourceControl &control);
    void wakeUp();
    void dropSource(const QString &name);
    void applyRemote(std::vector<Update> updates);
    void passAsks(const Delta &delta);
    void onLink(const JobSource::Link &link);
    void showSources();
    void reportSources();
    void connectNotices();
    void connectActivation(const QDBusConnection &bus);
    void setTray(bool available);
    void makeTray();
    void raise(const QString &activationToken);
    void answer(const Summons &summons);
    void runAction(const QString &action, const QString &activationToken);
    void openLink(const QString &link);
    void go(const LinkToJob &link);
    void go(const LinkToAdd &link);
    void go(const LinkToHistory &link);
    void go(const LinkToSettings &link);
    void lookForWanted();
    void showLauncher();
    void stayAwake();
    void applyPresence(const ui::Settings &before);
    void readAutostart();
    void pace();
    ui::UiOptions windowOptions();
    void choose(const ui::Settings &settings);
    void addPages();
    void welcome();
    void showKnown();
    void setTrackerFacts(const ui::TrackerFacts &facts);
    void renewToken();
    void onWishes(const DesktopWishes::Wishes &wishes);
    void dressUp();
    bool isAnimated() const;
    void runSample();
    void say(const QString &text);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Paths m_paths;
    SystemClock m_clock{};
    QSettings m_settings;
    ui::Scheme m_desktopScheme;              ///< as it was last said
    DesktopWishes::Wishes m_wishes{};        ///< as they were last said
    std::optional<ui::Scheme> m_askedScheme; ///< until the person chooses anew
    ui::Settings m_chosen;                   ///< what m_settings has of the person's choices
    SingleInstance m_instance;
    FrameClock m_frames{};
    ui::MainWindow m_window;
    ui::SettingsPage *m_settingsPage = nullptr; ///< the window's
    ui::TrackerFacts m_trackerFacts{};
    std::unique_ptr<Engine> m_engine{};
    std::unique_ptr<JobSource> m_source{};
    EmbeddedSource *m_embedded = nullptr; ///< m_source, when the tracker is in this process
    HistorySource m_history;
    ui::HistoryPage *m_historyPage = nullptr; ///< the window's
    std::unique_ptr<RemoteSources> m_remote{};
    std::unique_ptr<remote::NetworkWatch> m_networkWatch{};
    ui::SourceState m_here{.name = QStringLiteral("local")};
    QList<ui::SourceState> m_elsewhere{};
    std::map<JobKey, Ask> m_passed{}; ///< asks of remote jobs that were passed on
    QTimer m_takeOver{};              ///< runs while the tracker that we follow is away
    QTimer m_report{};                ///< until the tracker hears how the sources are
    QThread m_busThread{};
    DesktopWishes *m_desktopWishes = nullptr; ///< lives on m_busThread
    TrayHost *m_trayHost = nullptr;           ///< lives on m_busThread
    SleepWatch *m_sleepWatch = nullptr;       ///< lives on m_busThread
    LauncherEntry *m_launcher = nullptr;      ///< lives on m_busThread
    Application *m_application = nullptr;     ///< lives on m_busThread
    SleepInhibitor *m_inhibitor = nullptr;    ///< lives on m_busThread
    std::unique_ptr<JobViews> m_jobViews{};
    QTimer m_launcherWait{}; ///< until it is told what changed
    std::unique_ptr<ui::Tray> m_tray{};
    Notices m_notices;
    bool m_startsHidden = false;            ///< until the person wants to see the window
    int m_keptAwakeBy = 0;                  ///< jobs; what the inhibitor was asked for
    bool m_isKeptAwake = false;             ///< and has got
    std::optional<LinkToJob> m_wantedJob{}; ///< that a link leads to, and has not come yet
    QTimer m_wantedWait{};
    /// Where links lead to, as far as there are such places.
    std::function<void(const QString &kind)> m_openHistory{};
    std::function<void(const QString &section)> m_openSettings{};
};

} // namespace afoot
