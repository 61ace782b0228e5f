#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace afoot {

/// How the desktop starts Afoot, opens its links and runs its actions over D-Bus.
///
/// Spec: Desktop Entry Specification 1.5, "D-Bus Activation": org.freedesktop.Application at the path that the name
/// gives; activation-token or desktop-startup-id of the platform data let a window come to the front.
/// Threads: any with a Qt event loop, one for its life. Anybody on the session bus may call.
class Application : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    static constexpr qsizetype maxUris = 16;
    static constexpr qsizetype maxUri = 4096; ///< characters; longer ones are left out

    /// @p name: "io.github.afoot.Afoot", also that of the desktop file.
    Application(const QDBusConnection &bus, const QString &name, QObject *parent = nullptr);

    /// Takes the name on the bus. False without a bus, or where somebody else has it.
    bool start();

    /// "/io/github/afoot/Afoot": dots are slashes, dashes are underscores.
    static QString pathOf(const QString &name);

public Q_SLOTS:
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);
    Q_SCRIPTABLE void ActivateAction(const QString &action, const QVariantList &parameter,
                                     const QVariantMap &platformData);

Q_SIGNALS:
    void activated(const QString &activationToken);
    void openRequested(const QStringList &uris, const QString &activationToken);
    void actionRequested(const QString &action, const QString &activationToken);

private:
    QDBusConnection m_bus;
    QString m_name;
};

} // namespace afoot
