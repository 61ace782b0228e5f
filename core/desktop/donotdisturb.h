#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <array>

namespace afoot {

/// Whether the desktop has been told not to disturb, and when that changes, as far as its notification service says so:
/// the property Inhibited of org.freedesktop.Notifications (Plasma), or paused of org.dunstproject.cmd0 (dunst). GNOME
/// keeps that to itself, and shows no banners then; a service that is not running is not started for it.
///
/// Threads: any with a Qt event loop, one for its life.
class DoNotDisturb : public QObject
{
    Q_OBJECT

public:
    explicit DoNotDisturb(const QDBusConnection &bus, QObject *parent = nullptr);

    /// changed() brings the answer where it is yes, and whatever comes later.
    void start();

Q_SIGNALS:
    void changed(bool isOn);

private Q_SLOTS:
    void onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                             const QStringList &invalidated);

private:
    void ask();
    void set(std::size_t way, bool isOn);

    QDBusConnection m_bus;
    std::array<bool, 2> m_isOn{}; ///< by each of the ways to say it
};

} // namespace afoot
