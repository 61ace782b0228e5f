#pragma once

#include <QDBusConnection>
#include <QObject>

namespace afoot {

/// Says when a tray appears or goes: the owner of org.kde.StatusNotifierWatcher on the session bus.
///
/// Qt decides once, at its first tray icon, how to show one; whoever wants a tray icon creates it only when a
/// tray is there, and asks QSystemTrayIcon::isSystemTrayAvailable() again when changed() comes.
/// Threads: any with a Qt event loop, one for its life.
class TrayHost : public QObject
{
    Q_OBJECT

public:
    explicit TrayHost(const QDBusConnection &bus, QObject *parent = nullptr);

Q_SIGNALS:
    /// The watcher came or went.
    void changed(bool present);
};

} // namespace afoot
