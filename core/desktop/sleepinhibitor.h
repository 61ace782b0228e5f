#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace afoot {

/// Keeps the machine from going to sleep by itself while it is wanted; a person who puts it to sleep, or closes the lid,
/// still can.
///
/// Asks the session (org.freedesktop.PowerManagement.Inhibit, else the Inhibit portal with "suspend") and logind, whose
/// "idle" is all that counts where no desktop manages power. Both forget it when the process ends.
/// Threads: any with a Qt event loop, one for its life.
class SleepInhibitor : public QObject
{
    Q_OBJECT

public:
    /// What runs for less is over before any machine would sleep.
    static constexpr std::chrono::milliseconds patience{10'000};

    /// @p application: "io.github.afoot.Afoot".
    SleepInhibitor(const QDBusConnection &session, const QDBusConnection &system,
                   const QString &application, std::chrono::milliseconds after = patience,
                   QObject *parent = nullptr);
    ~SleepInhibitor() override;

    /// @p why is shown by the desktop beside the name of the program.
    void want(bool wanted, const QString &why);

Q_SIGNALS:
    /// Somebody has promised to keep it awake, or does no longer.
    void changed(bool isHeld);

private:
    void hold();
    void holdBySession();
    void holdByPortal();
    void holdByLogin();
    void release();
    void tell();
    bool isHeld() const { return m_hasCookie || !m_request.isEmpty() || m_lock.isValid(); }

    QDBusConnection m_session;
    QDBusConnection m_system;
    QString m_application;
    QString m_why{};
    QTimer m_wait;
    quint64 m_turn = 0; ///< answers to what was asked in an earlier one are given back
    bool m_isWanted = false;
    bool m_wasHeld = false; ///< as it was last told
    bool m_hasCookie = false;
    uint m_cookie = 0;
    QString m_request{}; ///< of the portal
    QDBusUnixFileDescriptor m_lock{};
};

} // namespace afoot
