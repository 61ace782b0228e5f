#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QObject>
#include <QString>

namespace afoot {

/// Says when programs leave the bus that something of theirs is kept of.
///
/// Threads: any with a Qt event loop, one for its life.
class PeerWatch : public QObject
{
    Q_OBJECT

public:
    explicit PeerWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    /// One thing more of @p name, a unique name such as ":1.42". Whoever has left by now has left as well.
    void add(const QString &name);
    /// One thing less.
    void remove(const QString &name);
    int count(const QString &name) const { return m_count.value(name); }

Q_SIGNALS:
    /// Nothing of it is counted any more.
    void left(const QString &name);

private:
    void forget(const QString &name);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QHash<QString, int> m_count{};
};

} // namespace afoot
