#include "core/desktop/peerwatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace afoot {

using namespace Qt::StringLiterals;

PeerWatch::PeerWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus), m_watcher(this)
{
    m_watcher.setConnection(bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &PeerWatch::forget);
}

void PeerWatch::add(const QString &name)
{
    if (++m_count[name] > 1)
        return;
    m_watcher.addWatchedService(name);
    // it may have left before the bus heard that we want to know
    QDBusMessage ask =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    ask << name;
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, name, asked] {
        asked->deleteLater();
        const QDBusPendingReply<bool> here = *asked;
        if (!here.isError() && !here.value())
            forget(name);
    });
}

void PeerWatch::remove(const QString &name)
{
    const auto found = m_count.find(name);
    if (found == m_count.end() || --*found > 0)
        return;
    m_count.erase(found);
    m_watcher.removeWatchedService(name);
}

void PeerWatch::forget(const QString &name)
{
    if (m_count.remove(name) == 0)
        return;
    m_watcher.removeWatchedService(name);
    Q_EMIT left(name);
}

} // namespace afoot
