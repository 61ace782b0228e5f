#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <memory>

namespace afoot {

/// One window per user: the first one listens on a local socket, the next one asks it to come to the front.
///
/// Threads: main.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// @p socketPath lies in a directory that only this user can enter.
    explicit SingleInstance(const QString &socketPath, QObject *parent = nullptr);

    /// True when another window answered and will come to the front; this one should leave then.
    /// Waits at most a second: called before there is a window.
    bool raiseOther(const QString &activationToken) const;

    /// Starts to listen; what a window that crashed left behind is replaced.
    bool listen();

Q_SIGNALS:
    void raiseRequested(const QString &activationToken);

private:
    QString m_socketPath;
    std::unique_ptr<QLocalServer> m_server{};
};

} // namespace afoot
