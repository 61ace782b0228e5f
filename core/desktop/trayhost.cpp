#include "core/desktop/trayhost.h"

#include <QDBusServiceWatcher>

namespace afoot {

using namespace Qt::StringLiterals;

TrayHost::TrayHost(const QDBusConnection &bus, QObject *parent) : QObject(parent)
{
    if (!bus.isConnected())
        return;
    auto *watcher = new QDBusServiceWatcher(u"org.kde.StatusNotifierWatcher"_s, bus,
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) {
                Q_EMIT changed(!newOwner.isEmpty());
            });
}

} // namespace afoot
