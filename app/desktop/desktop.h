#pragma once

#include "app/desktop/frameclock.h"
#include "app/desktop/historysource.h"
#include "app/desktop/jobsource.h"
#include "app/desktop/jobviews.h"
#include "app/desktop/remotesources.h"
#include "app/desktop/singleinstance.h"
#include "app/shared/engine.h"
#include "app/shared/paths.h"
#include "app/shared/systemclock.h"
#include "core/desktop/colorscheme.h"
#include "core/desktop/launcherentry.h"
#include "core/desktop/notifications.h"
#include "core/desktop/sleepwatch.h"
#include "core/desktop/trayhost.h"
#include "core/remote/networkwatch.h"
#include "ui/detail/logpane.h"
#include "ui/mainwindow.h"
#include "ui/pages/historypage.h"
#include "ui/presence/tray.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QSettings>
#include <QThread>
#include <QTimer>

#include <map>
#include <memory>

namespace afoot {

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

    /// Shows the window first, then everything that takes time.
    void start();

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
    void onNews(const ui::News &news, bool shown);
    void onNotificationAction(const QString &tag, const QString &action, const QString &token);
    void setTray(bool available);
    void raise(const QString &activationToken);
    void withdraw(const JobKey &key);
    void showLauncher();
    void pace();
    ui::UiOptions windowOptions();
    void choose(const ui::Settings &settings);
    void dressUp();
    bool isAnimated() const;
    void runSample();
    void say(const QString &text);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Paths m_paths;
    SystemClock m_clock{};
    QSettings m_settings;
    ui::Scheme m_desktopScheme;              ///< as it was last said
    std::optional<ui::Scheme> m_askedScheme; ///< until the person chooses anew
    ui::Settings m_chosen;                   ///< what m_settings has of the person's choices
    SingleInstance m_instance;
    FrameClock m_frames{};
    ui::MainWindow m_window;
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
    Notifications *m_notifications = nullptr; ///< lives on m_busThread
    ColorScheme *m_colorScheme = nullptr;     ///< lives on m_busThread
    TrayHost *m_trayHost = nullptr;           ///< lives on m_busThread
    SleepWatch *m_sleepWatch = nullptr;       ///< lives on m_busThread
    LauncherEntry *m_launcher = nullptr;      ///< lives on m_busThread
    std::unique_ptr<JobViews> m_jobViews{};
    QTimer m_launcherWait{}; ///< until it is told what changed
    std::unique_ptr<ui::Tray> m_tray{};
    bool m_notificationsPaused = false;
    QHash<QString, ui::News> m_noted{}; ///< by tag: what its actions are about
};

} // namespace afoot
