#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace afoot {

/// One notification as a person is to see it. A tag has at most one on the screen: the next replaces it.
struct Note
{
    enum class Urgency { Low = 0, Normal = 1, Critical = 2 };
    struct Action
    {
        QString key{}; ///< "default" is the click on the notification itself
        QString label{};
        friend bool operator==(const Action &, const Action &) = default;
    };

    QString tag{};
    QString summary{}; ///< plain text
    QString body{};    ///< plain text; escaped for services that read markup
    QString icon{};    ///< a name of the icon theme
    Urgency urgency = Urgency::Normal;
    QList<Action> actions{};
    QString sound{};    ///< a name of the XDG Sound Naming Specification; empty: silence
    int timeoutMs = -1; ///< -1: as the service likes; 0: until closed

    friend bool operator==(const Note &, const Note &) = default;
};

/// Shows notes through the desktop's notification service.
///
/// Spec: Desktop Notifications Specification 1.2 (org.freedesktop.Notifications). Calls are asynchronous and the
/// service is started by the bus when it is needed. While the answer to a Notify is awaited, a newer note of that tag
/// waits, so that a slow service shows one notification and not two.
/// Threads: any with a Qt event loop, one for its life.
/// Errors: a service that does not answer, or no session bus, is reported once by failed().
class Notifications : public QObject
{
    Q_OBJECT

public:
    /// @p desktopEntry is the desktop file's name without ".desktop".
    Notifications(const QDBusConnection &bus, const QString &appName, const QString &desktopEntry,
                  QObject *parent = nullptr);
    /// Takes back what would stay for ever: nobody is there any more to do so.
    ~Notifications() override;

    void show(const afoot::Note &note);
    void close(const QString &tag);

Q_SIGNALS:
    /// A person pressed an action. @p activationToken (may be empty) lets a Wayland window come to the front.
    void actionInvoked(const QString &tag, const QString &action, const QString &activationToken);
    /// A note could not be shown; @p note can be shown in another way. @p why is for the log.
    void failed(const afoot::Note &note, const QString &why);
    /// A note is shown, and the service plays no sounds: somebody else has to.
    void soundWanted(const QString &sound);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

    void onOwnerChanged();

private:
    struct Shown
    {
        uint id = 0;          ///< 0 until the service has answered
        bool pending = false; ///< a Notify is under way
        bool lasts = false;   ///< until it is closed
        bool closeNext = false;
        QList<Note> next{}; ///< at most one: shown when the answer comes
    };

    void notify(const Note &note, Shown &shown);
    void answered(const Note &note, uint id, const QString &error);
    void askCapabilities();
    void hear(const QStringList &capabilities);
    void soundOf(const Note &note);
    QString tagOf(uint id) const;

    QDBusConnection m_bus;
    QString m_appName;
    QString m_desktopEntry;
    bool m_bodyIsMarkup = true; ///< until the service says otherwise: escaping is the safe side
    bool m_hasActions = true;
    bool m_hasAsked = false;          ///< this service, what it can do
    std::optional<bool> m_hasSound{}; ///< unset until it says
    QString m_unheard{};              ///< of a note that it showed before
    QHash<QString, Shown> m_shown{};
    QHash<uint, QString> m_tokens{};
};

} // namespace afoot
