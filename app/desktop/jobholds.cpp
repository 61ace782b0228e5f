#include "app/desktop/jobholds.h"

#include "core/follow/trackerclient.h"

#include <QLocalSocket>

namespace afoot {

JobHolds::JobHolds(const QString &socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, [this] {
        for (auto &[key, held] : m_held) {
            if (held.socket == nullptr)
                open(key, held);
        }
    });
}

JobHolds::~JobHolds()
{
    for (const auto &[key, held] : m_held) {
        if (held.socket != nullptr)
            held.socket->disconnect(this);
    }
}

void JobHolds::hold(const JobKey &key)
{
    const auto [place, isNew] = m_held.try_emplace(key);
    if (isNew)
        open(key, place->second);
}

void JobHolds::release(const JobKey &key)
{
    const auto found = m_held.find(key);
    if (found == m_held.end())
        return;
    QLocalSocket *socket = found->second.socket;
    m_held.erase(found);
    if (socket != nullptr) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void JobHolds::open(const JobKey &key, Held &held)
{
    auto *socket = new QLocalSocket(this);
    held = {.socket = socket};
    connect(socket, &QLocalSocket::connected, this, [key, socket] {
        std::string request = "GET /api/v1/jobs/stream?hold=1&job=" + percentEncoded(key.id);
        request += " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket->write(QByteArray::fromStdString(request));
    });
    connect(socket, &QLocalSocket::readyRead, this, [this, key, socket] { readFrom(key, socket); });
    const auto gone = [this, key, socket] {
        const auto found = m_held.find(key);
        if (found == m_held.end() || found->second.socket != socket)
            return;
        found->second = {};
        socket->deleteLater();
        m_again.start();
    };
    connect(socket, &QLocalSocket::disconnected, this, gone);
    connect(socket, &QLocalSocket::errorOccurred, this, gone);
    socket->connectToServer(m_socket);
}

/// What it tells of the job is read elsewhere: here its status counts, once.
void JobHolds::readFrom(const JobKey &key, QLocalSocket *socket)
{
    static const QByteArray good("HTTP/1.1 200");
    const auto found = m_held.find(key);
    if (found == m_held.end() || found->second.socket != socket)
        return;
    if (!found->second.isTaken && socket->bytesAvailable() < good.size())
        return;
    const QByteArray said = socket->readAll();
    if (found->second.isTaken || said.startsWith(good))
        found->second.isTaken = true;
    else
        release(key);
}

} // namespace afoot
