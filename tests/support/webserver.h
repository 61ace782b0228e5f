#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace afoot::test {

/// A web server on a port of its own that says byte for byte what a test lets it say. It lives in the test's own event
/// loop, takes any number of connections, and requests one after the other on each.
class WebServer : public QTcpServer
{
public:
    struct Request
    {
        QByteArray method{};
        QByteArray path{};
        QByteArray head{}; ///< all of it
        QByteArray body{};

        /// Empty when there is none.
        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                const qsizetype colon = line.indexOf(':');
                if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
                    return line.mid(colon + 1).trimmed();
            }
            return {};
        }
    };

    /// One connection. Lives as long as the server.
    class Peer
    {
    public:
        explicit Peer(QTcpSocket *socket) : m_socket(socket) {}

        void send(const QByteArray &bytes)
        {
            m_socket->write(bytes);
            m_socket->flush();
        }
        /// One byte with each turn of the event loop.
        void trickle(const QByteArray &bytes)
        {
            m_slowly += bytes;
            if (m_slowly.size() == bytes.size())
                turn();
        }
        void hangUp() { m_socket->disconnectFromHost(); }
        /// From now on bytes go to @p sink instead of being read as requests.
        void upgrade(std::function<void(const QByteArray &)> sink) { m_sink = std::move(sink); }
        bool isGone() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }

    private:
        friend class WebServer;
        void turn()
        {
            if (m_slowly.isEmpty())
                return;
            send(m_slowly.left(1));
            m_slowly.remove(0, 1);
            QTimer::singleShot(0, m_socket, [this] { turn(); });
        }

        QTcpSocket *m_socket;
        QByteArray m_in{};
        QByteArray m_slowly{};
        std::function<void(const QByteArray &)> m_sink{};
    };
    using Answer = std::function<void(Peer &, const Request &)>;

    /// @p answer is called for each request. With @p tls the server speaks https.
    explicit WebServer(Answer answer, std::optional<QSslConfiguration> tls = {})
        : m_answer(std::move(answer)), m_tls(std::move(tls))
    {
        listen(QHostAddress::LocalHost);
    }
    ~WebServer() override
    {
        for (const auto &peer : m_peers)
            peer->m_socket->disconnect(this);
    }
    WebServer(const WebServer &) = delete;
    WebServer &operator=(const WebServer &) = delete;

    QUrl url(const QString &path = QStringLiteral("/"),
             const QString &scheme = QStringLiteral("http")) const
    {
        return {scheme + QStringLiteral("://127.0.0.1:") + QString::number(serverPort()) + path};
    }
    const QList<Request> &requests() const { return m_requests; }
    std::size_t connections() const { return m_peers.size(); }
    Peer &peer(std::size_t at) { return *m_peers.at(at); }
    std::size_t openConnections() const
    {
        std::size_t open = 0;
        for (const auto &peer : m_peers)
            open += peer->isGone() ? 0 : 1;
        return open;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_peers.push_back(std::make_unique<Peer>(socket));
        Peer *peer = m_peers.back().get();
        connect(socket, &QIODevice::readyRead, this, [this, peer] { read(*peer); });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void read(Peer &peer)
    {
        peer.m_in += peer.m_socket->readAll();
        while (!peer.m_in.isEmpty()) {
            if (peer.m_sink) {
                peer.m_sink(std::exchange(peer.m_in, {}));
                return;
            }
            const qsizetype head = peer.m_in.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            Request request{.head = peer.m_in.left(head)};
            const qsizetype length = request.header("Content-Length").toLongLong();
            if (peer.m_in.size() < head + 4 + length)
                return;
            request.body = peer.m_in.mid(head + 4, length);
            peer.m_in.remove(0, head + 4 + length);
            const QList<QByteArray> words =
                request.head.left(request.head.indexOf('\r')).split(' ');
            request.method = words.value(0);
            request.path = words.value(1);
            m_requests.append(request);
            m_answer(peer, request);
        }
    }

    Answer m_answer;
    std::optional<QSslConfiguration> m_tls;
    std::vector<std::unique_ptr<Peer>> m_peers{};
    QList<Request> m_requests{};
};

inline QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// How a stream begins that goes on until one side hangs up.
inline QByteArray streamHead(const QByteArray &headers = "Transfer-Encoding: chunked\r\n")
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + headers + "\r\n";
}

} // namespace afoot::test
