#include "app/desktop/singleinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString &socketPath, QObject *parent)
    : QObject(parent), m_socketPath(socketPath)
{
}

QByteArray SingleInstance::written(const Summons &summons)
{
    QJsonArray links;
    for (const QString &link : summons.links) {
        if (link.size() <= maxLink && links.size() < maxLinks)
            links.append(link);
    }
    const QJsonObject object{{u"raise"_s, summons.raise},
                             {u"token"_s, summons.activationToken},
                             {u"links"_s, links},
                             {u"action"_s, summons.action}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Summons> SingleInstance::read(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    Summons summons{.raise = object[u"raise"_s].toBool(),
                    .activationToken = object[u"token"_s].toString(),
                    .action = object[u"action"_s].toString()};
    const QJsonArray links = object[u"links"_s].toArray();
    for (const QJsonValue &link : links) {
        if (summons.links.size() < maxLinks)
            summons.links.append(link.toString());
    }
    return summons;
}

bool SingleInstance::passOn(const Summons &summons) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(written(summons) + '\n');
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
            const auto summons = read(peer->readLine().trimmed());
            if (!summons)
                return;
            peer->write("ok\n");
            peer->flush();
            Q_EMIT summoned(*summons);
        });
    });
    return m_server->listen(m_socketPath);
}

} // namespace afoot
