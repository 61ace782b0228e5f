// What the desktop shows of Afoot beside its window: notifications, the tray, the icon in a dock; and what it is kept from.
#include "app/desktop/desktop.h"
#include "core/desktop/autostart.h"
#include "ui/presence/awake.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSystemTrayIcon>
#include <QTimer>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString desktopEntry = u"io.github.afoot.Afoot"_s;

/// Of the session; the folder of Afoot lies in it.
Autostart autostartOf(const Paths &paths)
{
    return {QFileInfo(QString::fromStdString(paths.config)).path(), desktopEntry};
}

} // namespace

void Desktop::connectPresence()
{
    m_busThread.setObjectName("bus");
    m_busThread.start();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    m_trayHost = new TrayHost(bus);
    m_desktopWishes = new DesktopWishes(bus);
    m_sleepWatch = new SleepWatch(QDBusConnection::systemBus());
    m_launcher = new LauncherEntry(bus, desktopEntry);
    m_inhibitor = new SleepInhibitor(bus, QDBusConnection::systemBus(), desktopEntry);
    for (QObject *object : std::initializer_list<QObject *>{
             m_trayHost, m_desktopWishes, m_sleepWatch, m_launcher, m_inhibitor}) {
        object->moveToThread(&m_busThread);
        connect(&m_busThread, &QThread::finished, object, &QObject::deleteLater);
    }
    m_notices.start(bus, m_busThread);
    connectNotices();
    connectActivation(bus);
    connect(m_sleepWatch, &SleepWatch::wokeUp, this, &Desktop::wakeUp);
    m_networkWatch = std::make_unique<remote::NetworkWatch>();
    connect(m_networkWatch.get(), &remote::NetworkWatch::changed, this, &Desktop::wakeUp);
    connect(m_trayHost, &TrayHost::changed, this, [this](bool) {
        // Qt looks for the host itself, a turn of the loop after its watcher came
        QTimer::singleShot(0, this, [this] { setTray(QSystemTrayIcon::isSystemTrayAvailable()); });
    });
    setTray(QSystemTrayIcon::isSystemTrayAvailable());
    m_launcherWait.setSingleShot(true);
    m_launcherWait.setInterval(std::chrono::seconds(1));
    m_launcherWait.setTimerType(Qt::CoarseTimer);
    connect(&m_launcherWait, &QTimer::timeout, this, [this] {
        showLauncher();
        stayAwake();
    });
    connect(m_inhibitor, &SleepInhibitor::changed, this, [this](bool isHeld) {
        m_isKeptAwake = isHeld;
        stayAwake();
    });
    connect(&m_window.model(), &ui::JobModel::countsChanged, &m_launcherWait, [this] {
        if (!m_launcherWait.isActive())
            m_launcherWait.start();
    });
    showLauncher();
    connect(m_desktopWishes, &DesktopWishes::said, this, &Desktop::onWishes);
    QMetaObject::invokeMethod(m_desktopWishes, &DesktopWishes::ask);
    readAutostart();
}

void Desktop::connectNotices()
{
    m_notices.setRules(m_chosen.notifications);
    m_window.setRules(m_chosen.notifications);
    connect(&m_window, &ui::MainWindow::newsReady, &m_notices,
            [this](const ui::News &news, bool atWindow) {
                m_notices.tell(news, atWindow, m_window.inView());
            });
    connect(&m_notices, &Notices::jobRequested, this,
            [this](const JobKey &job, const QString &token) {
                raise(token);
                m_window.selectJob(job);
            });
    connect(&m_notices, &Notices::retryRequested, &m_window,
            [this](const JobKey &job) { Q_EMIT m_window.askRequested(job, Ask::Retry); });
    connect(&m_notices, &Notices::urlRequested, &m_window, &ui::MainWindow::urlRequested);
    connect(&m_notices, &Notices::alertWanted, &m_window,
            [this] { QApplication::alert(&m_window); });
    connect(&m_notices, &Notices::pauseChanged, this, [this] {
        if (m_tray)
            m_tray->setPause(m_notices.pause(), m_notices.pausedUntil());
    });
}

void Desktop::setTray(bool available)
{
    m_window.setTrayAvailable(available);
    qApp->setQuitOnLastWindowClosed(!available);
    if (!available) {
        m_tray.reset();
        // without a tray a hidden window would be out of reach
        const bool isOut = !m_window.isVisible() && !m_window.isCompact();
        if (isOut && m_startsHidden)
            m_window.showMinimized();
        else if (isOut)
            m_window.raiseWindow();
        return;
    }
    if (m_startsHidden && m_window.isMinimized())
        m_window.hide(); // the tray came after us, as it does when a session begins
    if (!m_tray)
        makeTray();
}

void Desktop::makeTray()
{
    m_tray = std::make_unique<ui::Tray>(m_window.model(), [this] { return m_clock.now(); });
    m_tray->setPause(m_notices.pause(), m_notices.pausedUntil());
    m_tray->setKeptAwakeBy(m_isKeptAwake ? m_keptAwakeBy : 0);
    connect(m_tray.get(), &ui::Tray::openRequested, this, [this] { raise({}); });
    connect(m_tray.get(), &ui::Tray::compactRequested, &m_window,
            [this] { m_window.setCompact(true); });
    connect(m_tray.get(), &ui::Tray::jobRequested, this, [this](const JobKey &key) {
        raise({});
        m_window.selectJob(key);
    });
    connect(m_tray.get(), &ui::Tray::pauseRequested, &m_notices, &Notices::setPause);
    connect(m_tray.get(), &ui::Tray::quitRequested, qApp, [] { QCoreApplication::exit(0); });
}

void Desktop::showLauncher()
{
    const ui::Overall all = ui::overallOf(m_window.model());
    const LauncherState state{.progress = all.running > 0 ? all.fraction : std::nullopt,
                              .count = all.needsYou + all.unseen,
                              .urgent = all.needsYou > 0};
    QMetaObject::invokeMethod(m_launcher, [l = m_launcher, state] { l->show(state); });
}

/// While what runs here wants it; the tray says so once somebody has promised it.
void Desktop::stayAwake()
{
    if (m_inhibitor == nullptr)
        return;
    const int jobs = ui::keepsAwake(m_window.model(), m_chosen);
    if ((jobs > 0) != (m_keptAwakeBy > 0)) {
        QMetaObject::invokeMethod(m_inhibitor,
                                  [i = m_inhibitor, wanted = jobs > 0,
                                   why = tr("Jobs are running")] { i->want(wanted, why); });
    }
    m_keptAwakeBy = jobs;
    if (m_tray)
        m_tray->setKeptAwakeBy(m_isKeptAwake ? jobs : 0);
}

/// What the person chose anew, of all that is around the window.
void Desktop::applyPresence(const ui::Settings &before)
{
    if (m_chosen.notifications != before.notifications) {
        m_notices.setRules(m_chosen.notifications);
        m_window.setRules(m_chosen.notifications);
    }
    if (m_chosen.keepAwake != before.keepAwake || m_chosen.keepAwakeKinds != before.keepAwakeKinds)
        stayAwake();
    if (m_chosen.autostart == before.autostart)
        return;
    const QString command =
        Autostart::commandOf(QCoreApplication::applicationFilePath(), u"--hidden"_s);
    if (const auto trouble = autostartOf(m_paths).set(m_chosen.autostart, command)) {
        say(tr("Afoot could not be set to start with the session: %1")
                .arg(QString::fromStdString(trouble->detail)));
        readAutostart();
    }
}

/// As the desktop has it, whatever was chosen here: its own settings can switch it, too.
void Desktop::readAutostart()
{
    m_chosen.autostart = autostartOf(m_paths).isOn();
}

} // namespace afoot
