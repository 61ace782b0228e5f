#include "app/desktop/jobviews.h"

#include "app/shared/random.h"
#include "core/desktop/desktopfile.h"
#include "core/desktop/jobviewclient.h"
#include "core/desktop/jobviewserver.h"
#include "core/desktop/launcherwatch.h"

#include <QLocale>
#include <QStandardPaths>

#include <memory>

namespace afoot {

JobViews::JobViews(const QDBusConnection &bus, QThread &thread, const QString &desktopEntry,
                   const Clock &clock, Report report, QObject *parent)
    : QObject(parent), m_thread(&thread), m_report(std::move(report))
{
    const auto newId = [&clock] { return freshId(clock.now()); };
    // shared by the two that ask it, on the thread of the bus; whichever of them ends last takes it along
    auto names = std::make_shared<DesktopNames>(
        QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation), QLocale().name());
    const auto nameOf = [names](const QString &application) { return names->nameOf(application); };
    m_server = new JobViewServer(bus, newId, nameOf);
    m_watch = new LauncherWatch(bus, newId, nameOf);
    m_client = new JobViewClient(bus, desktopEntry);
    connect(m_server, &JobViewServer::reportersChanged, m_watch, &LauncherWatch::setReporters);
    const auto put = [this](std::vector<Update> updates) { take(std::move(updates)); };
    connect(m_server, &JobViewServer::updates, m_server, put);
    connect(m_watch, &LauncherWatch::updates, m_watch, put);
    connect(m_client, &JobViewClient::asked, this, &JobViews::asked);
    for (QObject *part : std::initializer_list<QObject *>{m_server, m_watch, m_client})
        part->moveToThread(m_thread);
}

JobViews::~JobViews()
{
    Q_ASSERT(m_thread->isRunning());
    const auto end = [this] {
        m_server->stop(); // its last updates are in the box then
        m_watch->stop();
        for (QObject *part : std::initializer_list<QObject *>{m_server, m_watch, m_client}) {
            part->disconnect();
            part->deleteLater();
        }
    };
    QMetaObject::invokeMethod(m_watch, end, Qt::BlockingQueuedConnection);
    passOn();
}

void JobViews::setOptions(JobViewsOptions options)
{
    if (options.view != m_options.view) {
        QMetaObject::invokeMethod(
            m_server, [s = m_server, on = options.view] { on ? s->start() : s->stop(); });
        QMetaObject::invokeMethod(
            m_watch, [w = m_watch, on = options.view] { on ? w->start() : w->stop(); });
    }
    if (options.report != m_options.report)
        QMetaObject::invokeMethod(m_client, [c = m_client, on = options.report] { c->setOn(on); });
    m_options = options;
}

/// On the thread of the bus.
void JobViews::take(std::vector<Update> updates)
{
    if (m_box.put(std::move(updates)))
        QMetaObject::invokeMethod(this, &JobViews::passOn, Qt::QueuedConnection);
}

void JobViews::passOn()
{
    std::vector<Update> updates = m_box.take();
    for (const Update &update : updates) {
        if (update.op == Update::Op::Begin)
            m_viewed.insert(update.key);
    }
    if (!updates.empty())
        m_report(std::move(updates));
}

void JobViews::show(const Delta &delta)
{
    Delta ours{.reset = delta.reset};
    for (const Change &change : delta.changes) {
        const bool isTheirs = m_viewed.contains(change.key);
        if (isTheirs && !change.job)
            m_viewed.erase(change.key);
        if (!isTheirs && change.key.source == JobKey{}.source)
            ours.changes.push_back(change);
    }
    if (!ours.empty())
        QMetaObject::invokeMethod(m_client,
                                  [c = m_client, ours = std::move(ours)] { c->show(ours); });
}

void JobViews::ask(const JobKey &key, Ask what)
{
    if (m_viewed.contains(key))
        QMetaObject::invokeMethod(m_server, [s = m_server, key, what] { s->ask(key, what); });
}

void JobViews::sayAll()
{
    QMetaObject::invokeMethod(m_server, &JobViewServer::sayAll);
    QMetaObject::invokeMethod(m_watch, &LauncherWatch::sayAll);
}

} // namespace afoot
