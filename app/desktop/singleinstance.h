#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace afoot {

/// What a start of the program wants of the window, its own or the one that is there.
struct Summons
{
    bool raise = true;         ///< the window comes to the front
    QString activationToken{}; ///< may be empty
    QStringList links{};       ///< as they were given: not to be trusted
    QString action{};          ///< one of the desktop entry; empty: none

    friend bool operator==(const Summons &, const Summons &) = default;
};

/// One window per user: the first one listens on a local socket, the next one passes on what it was started for.
///
/// The message is one line, a JSON object, answered by "ok".
/// Threads: main.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxLinks = 16;
    static constexpr qsizetype maxLink = 4096; ///< characters; longer ones are left out
    static constexpr qint64 maxMessageBytes = 512 * 1024;

    /// @p socketPath lies in a directory that only this user can enter.
    explicit SingleInstance(const QString &socketPath, QObject *parent = nullptr);

    /// True when another window answered and will see to it; this one should leave then.
    /// Waits at most a second and a half: called before there is a window.
    bool passOn(const Summons &summons) const;

    /// Starts to listen; what a window that crashed left behind is replaced.
    bool listen();

    /// The line without its end, and back; unset for anything else.
    static QByteArray written(const Summons &summons);
    static std::optional<Summons> read(const QByteArray &line);

Q_SIGNALS:
    void summoned(const afoot::Summons &summons);

private:
    QString m_socketPath;
    std::unique_ptr<QLocalServer> m_server{};
};

} // namespace afoot
