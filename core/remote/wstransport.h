#pragma once

#include "core/remote/transport.h"

#include <QAbstractSocket>
#include <QPointer>

class QWebSocket;

namespace afoot::remote {

/// A WebSocket: text messages, of at most 16 MiB.
///
/// Spec: RFC 6455 as Qt speaks it; no extensions or subprotocols. A handshake that is refused is final with most of
/// 4xx; a close by the server is final with 1003, 1007, 1008, 1009 and 1010, which say that we would do the same again.
/// What Qt keeps to itself: a server's own pings (they are answered, but are no alive()), and Retry-After.
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
    std::string m_tlsTrouble{};
    bool m_isOpen = false;
};

} // namespace afoot::remote
