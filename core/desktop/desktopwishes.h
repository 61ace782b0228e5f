#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QMap>
#include <QObject>

namespace afoot {

/// What the desktop wants of every window, for the person who set it so: light or dark, less motion, more contrast.
/// Tells at the start and whenever that changes.
///
/// Spec: XDG desktop portal, org.freedesktop.portal.Settings. Namespace org.freedesktop.appearance: color-scheme (1 dark,
/// 2 light), contrast (1 higher), reduced-motion (1 reduced). Older desktops say the last elsewhere: GNOME by
/// enable-animations of org.gnome.desktop.interface, KDE by AnimationDurationFactor 0 of org.kde.kdeglobals.KDE.
/// Qt 6.4 asks none of it; a desktop without the portal says nothing.
/// Threads: any with a Qt event loop, one for its life.
class DesktopWishes : public QObject
{
    Q_OBJECT

public:
    enum class Colours { None, Dark, Light };
    Q_ENUM(Colours)

    struct Wishes
    {
        Colours colours = Colours::None;
        bool isMotionReduced = false;
        bool isContrastHigh = false;

        friend bool operator==(const Wishes &, const Wishes &) = default;
    };

    explicit DesktopWishes(const QDBusConnection &bus, QObject *parent = nullptr);

    /// said() brings the answers, as far as there are some.
    void ask();

Q_SIGNALS:
    /// All of them; comes when one has changed.
    void said(const afoot::DesktopWishes::Wishes &wishes);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void hear(const QString &name, const QVariant &value);

    QDBusConnection m_bus;
    QMap<QString, QVariant> m_heard{}; ///< by group and key: those that matter, as they were said
    Wishes m_said{};
};

} // namespace afoot
