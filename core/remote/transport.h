#pragma once

#include "core/dialect/dialect.h"
#include "core/follow/link.h"
#include "core/model/result.h"
#include "core/wire/sse.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace afoot::remote {

class Network;

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// What is opened: one attempt, over SSE or a WebSocket.
struct Target
{
    QUrl
        url{}; ///< http, https, ws or wss, as the tracker was named; user:password@ becomes a header
    Headers headers{}; ///< meant for this origin only: a redirect elsewhere does not get them
    std::string lastEventId{}; ///< SSE: the id of the last event that was seen
    std::string hello{};       ///< WebSocket: sent first; empty: nothing is
};

/// One stream from a remote tracker: opened once, and thrown away after its end.
///
/// There is no time-out in it: when it took too long, and when to ping, says the Link. Its failures are sentences for
/// a person that hold no header, password or token.
/// Threads: one with a Qt event loop (links), that of its Network; signals come on it.
/// Owns its connection: deleting it, also inside one of its signals, hangs up without a signal.
/// Errors: failed(), once; nothing follows it.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once in a life.
    virtual void open(const Target &target) = 0;
    /// WebSocket: one text message. Nothing happens over SSE, or while it is not open.
    virtual void send(const std::string & /*text*/) {}
    /// WebSocket: a ping of the protocol; its pong comes as alive(). Nothing happens over SSE.
    virtual void ping() {}
    /// Hangs up; no signal follows.
    virtual void close() = 0;

    /// Of the body, or of messages, also of those that were left out; for counters.
    std::uint64_t bytesReceived() const { return m_bytesReceived; }

Q_SIGNALS:
    /// The server took the request (200 and text/event-stream, or the handshake is done). Once, before the rest.
    void opened();
    /// Bytes came that are no message: comments, pongs.
    void alive();
    /// Once per event. Over a WebSocket the type is "message" and the data the text. Over SSE the data are the
    /// server's bytes, which need not be UTF-8.
    void message(const afoot::wire::SseEvent &event);
    /// Something came in the place of a message and was left out: too large, or no text. It is a sign of life, too.
    void unreadable(const afoot::Error &error);
    /// The server said (SSE's retry field) how long to wait before connecting again.
    void retryHint(std::chrono::milliseconds delay);
    /// It could not be opened, or broke, or ended.
    void failed(const afoot::LinkFailure &failure);

protected:
    std::uint64_t m_bytesReceived = 0;
};

/// @p network must outlive it.
std::unique_ptr<Transport> makeTransport(dialect::Transport kind, Network &network);

} // namespace afoot::remote
