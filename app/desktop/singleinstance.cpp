#include "app/desktop/singleinstance.h"

#include <QLocalSocket>

namespace afoot {

namespace {

constexpr int patienceMs = 500;
constexpr qint64 maxMessageBytes = 4096;

} // namespace

SingleInstance::SingleInstance(const QString &socketPath, QObject *parent)
    : QObject(parent), m_socketPath(socketPath)
{
}

bool SingleInstance::raiseOther(const QString &activationToken) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write("raise " + activationToken.toUtf8() + '\n');
    if (!socket.waitForBytesWritten(patienceMs))
        return false;
    // only a window that still turns its event loop answers
    return socket.waitForReadyRead(patienceMs) && socket.readAll().startsWith("ok");
}

bool SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketPath);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        QLocalSocket *peer = m_server->nextPendingConnection();
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
            if (peer->bytesAvailable() > maxMessageBytes) {
                peer->abort();
                return;
            }
            if (!peer->canReadLine())
                return;
            const QByteArray line = peer->readLine().trimmed();
            if (!line.startsWith("raise"))
                return;
            peer->write("ok\n");
            peer->flush();
            Q_EMIT raiseRequested(QString::fromUtf8(line.mid(6)));
        });
    });
    return m_server->listen(m_socketPath);
}

} // namespace afoot
