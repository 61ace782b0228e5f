#pragma once

#include "core/follow/answerfailure.h"
#include "core/remote/transport.h"

#include <QAbstractSocket>
#include <QPointer>

class QWebSocket;

namespace afoot::remote {

/// A WebSocket: text messages, of at most 16 MiB.
///
/// Spec: RFC 6455 as Qt speaks it; no extensions or subprotocols. A handshake that is refused is final with most
/// statuses; a close is final with 1003, 1008 and 1010, which say that the same would come of it again. What is larger than
/// 16 MiB, or no UTF-8, ends the connection, as the RFC has it; that is not final, since the next message may be well.
/// What Qt 6.4 cannot: a server's own pings are answered, but are no alive(); Retry-After is not seen; masked frames
/// are taken; a text of several frames that are cut inside a character ends the connection.
/// Threads, Owns, Errors: as Transport says.
class WsTransport : public Transport
{
    Q_OBJECT

public:
    static constexpr std::uint64_t maxMessageBytes = 16U << 20U;

    explicit WsTransport(Network &network, QObject *parent = nullptr);
    ~WsTransport() override;

    void open(const Target &target) override;
    void send(const std::string &text) override;
    void ping() override;
    void close() override;

private:
    void onConnected();
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void onText(const QString &text);
    void fail(const LinkFailure &failure);
    void letGo();

    Network &m_network;
    QPointer<QWebSocket> m_socket{};
    std::string m_hello{};
    Credentials m_credentials = Credentials::None;
    std::string m_tlsTrouble{};
    bool m_isOpen = false;
};

} // namespace afoot::remote
