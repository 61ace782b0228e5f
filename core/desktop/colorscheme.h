#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace afoot {

/// Whether the desktop wants light or dark windows, and when that changes.
///
/// Spec: XDG desktop portal, org.freedesktop.portal.Settings, namespace org.freedesktop.appearance, key color-scheme:
/// 0 no preference, 1 dark, 2 light. Qt 6.4 does not ask it; a desktop without the portal says nothing.
/// Threads: any with a Qt event loop, one for its life.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    enum class Wish { None, Dark, Light };
    Q_ENUM(Wish)

    explicit ColorScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    /// said() brings the answer, if there is one.
    void ask();

Q_SIGNALS:
    void said(afoot::ColorScheme::Wish wish);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

} // namespace afoot
