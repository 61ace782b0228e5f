#pragma once

#include "core/serve/wsframes.h"
#include "tests/support/webserver.h"

namespace afoot::test {

using serve::WsOpcode;

inline QByteArray frame(WsOpcode opcode, const QByteArray &payload)
{
    return QByteArray::fromStdString(serve::wsFrame(opcode, payload.toStdString()));
}

inline QByteArray text(const QByteArray &payload)
{
    return frame(WsOpcode::Text, payload);
}

/// A frame with more to follow.
inline QByteArray fragment(WsOpcode opcode, const QByteArray &payload)
{
    QByteArray bytes = frame(opcode, payload);
    bytes[0] = static_cast<char>(opcode);
    return bytes;
}

inline QByteArray closing(int code, const QByteArray &reason = {})
{
    QByteArray payload;
    payload.append(static_cast<char>(code >> 8)).append(static_cast<char>(code & 0xff));
    return frame(WsOpcode::Close, payload + reason);
}

/// A WebSocket server that accepts everybody and writes down what they say, as "text hello".
class Room
{
public:
    explicit Room(QByteArray first = {})
        : server([this, first](WebServer::Peer &peer, const WebServer::Request &request) {
            const auto accept = serve::wsAccept(request.header("Sec-WebSocket-Key").toStdString());
            peer.upgrade([this](const QByteArray &bytes) { listen(bytes); });
            peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                      QByteArray::fromStdString(accept.value_or("")) + "\r\n\r\n" + first);
        })
    {
    }
    WebServer::Peer &peer() { return server.peer(server.connections() - 1); }
    QUrl url() const { return server.url(QStringLiteral("/ws")); }

    WebServer server;
    QByteArrayList said{};

private:
    void listen(const QByteArray &bytes)
    {
        m_decoder.push(bytes.toStdString(), [this](const serve::WsMessage &message) {
            const QByteArray data(message.data.data(), qsizetype(message.data.size()));
            switch (message.kind) {
            case WsOpcode::Text:
                said.append("text " + data);
                break;
            case WsOpcode::Ping:
                said.append("ping");
                break;
            case WsOpcode::Pong:
                said.append("pong " + data);
                break;
            case WsOpcode::Close:
                said.append("close");
                break;
            default:
                said.append("?");
                break;
            }
            return true;
        });
    }
    serve::WsDecoder m_decoder{64U << 20U};
};

} // namespace afoot::test
