// What the desktop shows of Afoot beside its window: notifications, the tray, the icon in a dock.
#include "app/desktop/desktop.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDesktopServices>
#include <QSystemTrayIcon>
#include <QTimer>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString desktopEntry = u"io.github.afoot.Afoot"_s;
constexpr qsizetype maxNoted = 200;

QString tagOf(const JobKey &key)
{
    return QString::fromStdString(key.source) + u'\n' + QString::fromStdString(key.id);
}

} // namespace

void Desktop::connectPresence()
{
    m_busThread.setObjectName("bus");
    m_busThread.start();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    m_notifications = new Notifications(bus, u"Afoot"_s, desktopEntry);
    m_trayHost = new TrayHost(bus);
    m_desktopWishes = new DesktopWishes(bus);
    m_sleepWatch = new SleepWatch(QDBusConnection::systemBus());
    m_launcher = new LauncherEntry(bus, desktopEntry);
    for (QObject *object : std::initializer_list<QObject *>{
             m_notifications, m_trayHost, m_desktopWishes, m_sleepWatch, m_launcher}) {
        object->moveToThread(&m_busThread);
        connect(&m_busThread, &QThread::finished, object, &QObject::deleteLater);
    }
    connect(m_notifications, &Notifications::actionInvoked, this, &Desktop::onNotificationAction);
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
    connect(&m_launcherWait, &QTimer::timeout, this, &Desktop::showLauncher);
    connect(&m_window.model(), &ui::JobModel::countsChanged, &m_launcherWait, [this] {
        if (!m_launcherWait.isActive())
            m_launcherWait.start();
    });
    showLauncher();
    connect(m_desktopWishes, &DesktopWishes::said, this, &Desktop::onWishes);
    QMetaObject::invokeMethod(m_desktopWishes, &DesktopWishes::ask);
}

void Desktop::setTray(bool available)
{
    m_window.setTrayAvailable(available);
    qApp->setQuitOnLastWindowClosed(!available);
    if (!available) {
        m_tray.reset();
        if (!m_window.isVisible())
            m_window.raiseWindow(); // without a tray a hidden window would be out of reach
        return;
    }
    if (m_tray)
        return;
    m_tray = std::make_unique<ui::Tray>(m_window.model(), [this] { return m_clock.now(); });
    connect(m_tray.get(), &ui::Tray::openRequested, &m_window, &ui::MainWindow::raiseWindow);
    connect(m_tray.get(), &ui::Tray::jobRequested, &m_window, [this](const JobKey &key) {
        m_window.raiseWindow();
        m_window.selectJob(key);
    });
    connect(m_tray.get(), &ui::Tray::pauseNotificationsRequested, this,
            [this](bool pause) { m_notificationsPaused = pause; });
    connect(m_tray.get(), &ui::Tray::quitRequested, qApp, [] { QCoreApplication::exit(0); });
}

void Desktop::onNews(const ui::News &news, bool shown)
{
    using Kind = ui::News::Kind;
    if (shown || m_notificationsPaused || news.kind == Kind::Started || m_notifications == nullptr)
        return;
    Note note{.tag = news.kind == Kind::Digest ? u"digest"_s : tagOf(news.job),
              .summary = news.title,
              .body = news.text,
              .icon = desktopEntry};
    const bool matters =
        news.kind == Kind::Failed || news.kind == Kind::NeedsYou || news.kind == Kind::Lost;
    note.urgency = matters ? Note::Urgency::Critical : Note::Urgency::Normal;
    note.actions = {{u"default"_s, tr("Show")}};
    if (!news.url.isEmpty())
        note.actions.append({u"open"_s, tr("Open result")});
    if (m_noted.size() >= maxNoted)
        m_noted.erase(m_noted.begin());
    m_noted.insert(note.tag, news);
    QMetaObject::invokeMethod(m_notifications, [n = m_notifications, note] { n->show(note); });
}

void Desktop::onNotificationAction(const QString &tag, const QString &action, const QString &token)
{
    if (!m_noted.contains(tag))
        return;
    const ui::News news = m_noted.value(tag); // ours: raising the window takes it off the list
    if (action == u"open") {
        const QUrl url(news.url);
        if (url.scheme() == u"http" || url.scheme() == u"https" || url.scheme() == u"file")
            QDesktopServices::openUrl(url);
        return;
    }
    raise(token);
    if (news.isOfJob())
        m_window.selectJob(news.job);
}

void Desktop::raise(const QString &activationToken)
{
    // Qt's Wayland plugin takes the token from the environment when a window asks for activation
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window.raiseWindow();
}

void Desktop::showLauncher()
{
    const ui::Overall all = ui::overallOf(m_window.model());
    const LauncherState state{.progress = all.running > 0 ? all.fraction : std::nullopt,
                              .count = all.needsYou + all.failed,
                              .urgent = all.needsYou > 0};
    QMetaObject::invokeMethod(m_launcher, [l = m_launcher, state] { l->show(state); });
}

/// A person has seen to it: what a notification says is no news any more.
void Desktop::withdraw(const JobKey &key)
{
    const QString tag = tagOf(key);
    if (m_notifications != nullptr && m_noted.remove(tag) > 0)
        QMetaObject::invokeMethod(m_notifications, [n = m_notifications, tag] { n->close(tag); });
}

} // namespace afoot
