#include "core/serve/wsframes.h"
#include "tests/support/heard.h"
#include "tests/support/webserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;
using serve::WsOpcode;

namespace {

QByteArray frame(WsOpcode opcode, const QByteArray &payload)
{
    return QByteArray::fromStdString(serve::wsFrame(opcode, payload.toStdString()));
}

QByteArray text(const QByteArray &payload)
{
    return frame(WsOpcode::Text, payload);
}

/// A frame with more to follow.
QByteArray fragment(WsOpcode opcode, const QByteArray &payload)
{
    QByteArray bytes = frame(opcode, payload);
    bytes[0] = static_cast<char>(opcode);
    return bytes;
}

QByteArray closing(int code, const QByteArray &reason = {})
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
        : server([this, first](Peer &peer, const Request &request) {
            const auto accept = serve::wsAccept(request.header("Sec-WebSocket-Key").toStdString());
            peer.upgrade([this](const QByteArray &bytes) { listen(bytes); });
            peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                      QByteArray::fromStdString(accept.value_or("")) + "\r\n\r\n" + first);
        })
    {
    }
    Peer &peer() { return server.peer(server.connections() - 1); }
    QUrl url() const { return server.url(u"/ws"_s); }

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

constexpr auto webSocket = dialect::Transport::WebSocket;

} // namespace

/// A WebSocket against a server that says each byte; the cases that tell of RFC 6455.
class TestWsTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHandshakeCarriesPathHeadersAndPassword();
    void helloIsSentFirst();
    void messagesGoBothWays();
    void aMessageWithTheHandshakeIsNotLost();
    void framesMayBeCutAnywhere();
    void fragmentsMakeOneMessage();
    void aCharacterCutByFragmentsIsReadOrEndsItForNow();
    void pingsAreAnsweredAndPongsAreSignsOfLife();
    void binaryMessagesAreCountedAndIgnored();
    void largeMessages_data();
    void largeMessages();
    void closesAreFinalOrNot_data();
    void closesAreFinalOrNot();
    void refusedHandshakesAreFinalOrNot_data();
    void refusedHandshakesAreFinalOrNot();
    void troubleHasASentence_data();
    void troubleHasASentence();
    void brokenFramesEndIt_data();
    void brokenFramesEndIt();
    void closingIsSilentAndSaysGoodbye();
    void itMayBeDeletedInAnyOfItsSignals_data();
    void itMayBeDeletedInAnyOfItsSignals();

private:
    FakeClock m_clock{};
};

void TestWsTransport::theHandshakeCarriesPathHeadersAndPassword()
{
    Room room;
    Network network(m_clock);
    QUrl url = room.server.url(u"/ws/p1?api_key=k%20y"_s, u"http"_s);
    url.setUserInfo(u"ann:pw"_s);
    Heard heard(network, {.url = url, .headers = {{"X-Room", "r"}}}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    const Request &request = room.server.requests().at(0);
    QCOMPARE(request.path, "/ws/p1?api_key=k%20y");
    QCOMPARE(request.header("Host"), "127.0.0.1:" + QByteArray::number(room.server.serverPort()));
    QCOMPARE(request.header("X-Room"), "r");
    QCOMPARE(request.header("Authorization"), "Basic " + QByteArray("ann:pw").toBase64());
    QCOMPARE(request.header("Sec-WebSocket-Version"), "13");
    QCOMPARE(request.header("Origin"), "");
    QCOMPARE(request.header("Sec-WebSocket-Protocol"), "");
    QCOMPARE(request.head.count("Authorization"), 1);
}

void TestWsTransport::helloIsSentFirst()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url(), .hello = R"({"type":"init"})"}, webSocket);
    QTRY_COMPARE(room.said, QByteArrayList{"text {\"type\":\"init\"}"});
    QCOMPARE(heard.opened, 1);
}

void TestWsTransport::messagesGoBothWays()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    heard.transport->send("too early");
    QTRY_COMPARE(heard.opened, 1);
    heard.transport->send("ü🚢");
    QTRY_COMPARE(room.said, QByteArrayList{"text ü🚢"});
    room.peer().send(text("{\"a\":\"🚢\"}") + text(""));
    QTRY_COMPARE(heard.events.size(), 2U);
    QCOMPARE(heard.events[0], (wire::SseEvent{"message", "{\"a\":\"🚢\"}", ""}));
    QCOMPARE(heard.events[1].data, "");
    QCOMPARE(heard.transport->bytesReceived(), 12U);
}

void TestWsTransport::aMessageWithTheHandshakeIsNotLost()
{
    Room room(text("welcome"));
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.data(), QByteArrayList{"welcome"});
    QCOMPARE(heard.opened, 1);
}

void TestWsTransport::framesMayBeCutAnywhere()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().trickle(text("ü🚢") + frame(WsOpcode::Ping, "x") + text(QByteArray(200, 'y')) +
                        closing(1000));
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.data(), (QByteArrayList{"ü🚢", QByteArray(200, 'y')}));
    QCOMPARE(heard.reason(), "the server ended the stream");
}

void TestWsTransport::fragmentsMakeOneMessage()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(fragment(WsOpcode::Text, "a🚢") + frame(WsOpcode::Ping, "between") +
                     fragment(WsOpcode::Continuation, "") + frame(WsOpcode::Continuation, "ü"));
    QTRY_COMPARE(heard.data(), QByteArrayList{"a🚢ü"});
    QTRY_COMPARE(room.said, QByteArrayList{"pong between"});
}

/// Qt 6.4 takes it for broken UTF-8; a later one may read it.
void TestWsTransport::aCharacterCutByFragmentsIsReadOrEndsItForNow()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    const QByteArray ship = "🚢";
    room.peer().send(fragment(WsOpcode::Text, ship.left(2)) +
                     frame(WsOpcode::Continuation, ship.mid(2)));
    QTRY_VERIFY(heard.failed() || heard.data() == QByteArrayList{ship});
    QVERIFY(!heard.isFinal());
}

void TestWsTransport::pingsAreAnsweredAndPongsAreSignsOfLife()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    heard.transport->ping(); // too early
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(frame(WsOpcode::Ping, "you?"));
    QTRY_COMPARE(room.said, QByteArrayList{"pong you?"});
    QCOMPARE(heard.alive, 0);
    heard.transport->ping();
    QTRY_COMPARE(room.said.size(), 2);
    QCOMPARE(room.said[1], "ping");
    room.peer().send(frame(WsOpcode::Pong, ""));
    QTRY_COMPARE(heard.alive, 1);
    QCOMPARE(heard.events.size(), 0U);
}

void TestWsTransport::binaryMessagesAreCountedAndIgnored()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(frame(WsOpcode::Binary, "\xff\xfe") + text("a"));
    QTRY_COMPARE(heard.data(), QByteArrayList{"a"});
    QCOMPARE(heard.transport->ignoredMessages(), 1U);
    QCOMPARE(heard.alive, 1);
}

void TestWsTransport::largeMessages_data()
{
    QTest::addColumn<int>("mib");
    QTest::addColumn<bool>("passes");
    QTest::newRow("1 MiB") << 1 << true;
    QTest::newRow("16 MiB") << 16 << true;
    QTest::newRow("17 MiB") << 17 << false;
}

void TestWsTransport::largeMessages()
{
    QFETCH(const int, mib);
    QFETCH(const bool, passes);
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(text(QByteArray(qsizetype(mib) << 20, 'x')));
    QTRY_VERIFY_WITH_TIMEOUT(heard.failed() || !heard.events.empty(), 20'000);
    QCOMPARE(heard.events.size(), passes ? 1U : 0U);
    if (!passes) {
        QCOMPARE(heard.reason(), "a message was too large");
        QVERIFY(heard.isFinal());
    }
}

void TestWsTransport::closesAreFinalOrNot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isFinal");
    const QByteArray ended = "the server ended the stream";
    const auto with = [](int code) {
        return "the stream was closed with " + QByteArray::number(code);
    };
    QTest::newRow("1000") << closing(1000) << ended << false;
    QTest::newRow("1000, words") << closing(1000, "Client reconnected") << ended << false;
    QTest::newRow("1001") << closing(1001) << ended << false;
    QTest::newRow("no code") << frame(WsOpcode::Close, "") << ended << false;
    QTest::newRow("no goodbye") << QByteArray() << ended << false;
    QTest::newRow("1002") << closing(1002) << with(1002) << false;
    QTest::newRow("1011") << closing(1011, "oops") << with(1011) + ": oops" << false;
    QTest::newRow("1012") << closing(1012) << QByteArray("the server closed the stream") << false;
    QTest::newRow("4001") << closing(4001, "red\x1b[31m\n") << with(4001) + ": red" << false;
    for (const int code : {1003, 1010})
        QTest::addRow("%d", code) << closing(code) << with(code) << true;
    QTest::newRow("1007") << closing(1007) << with(1007) << false;
    QTest::newRow("1009") << closing(1009) << QByteArray("a message was too large") << true;
    QTest::newRow("1008") << closing(1008, "Expected init message")
                          << with(1008) + ": Expected init message" << true;
}

void TestWsTransport::closesAreFinalOrNot()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, reason);
    QFETCH(const bool, isFinal);
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(text("last") + bytes);
    if (bytes.isEmpty())
        room.peer().hangUp();
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.data(), QByteArrayList{"last"});
    QCOMPARE(heard.reason(), reason);
    QCOMPARE(heard.isFinal(), isFinal);
    QTRY_COMPARE(room.server.openConnections(), 0U);
    QCOMPARE(heard.failures.size(), 1U);
}

void TestWsTransport::refusedHandshakesAreFinalOrNot_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    for (const int status : {200, 302, 400, 401, 403, 404, 410, 426})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {408, 425, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status << false;
}

void TestWsTransport::refusedHandshakesAreFinalOrNot()
{
    QFETCH(const int, status);
    QFETCH(const bool, isFinal);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(httpAnswer(status, "code: 200", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(), .headers = {{"Authorization", "Bearer t"}}},
                webSocket);
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.reason(), "the server answered " + QByteArray::number(status));
    QCOMPARE(heard.isFinal(), isFinal);
    QCOMPARE(heard.opened, 0);
    QTRY_COMPARE(server.openConnections(), 0U);
    QCOMPARE(heard.failures.size(), 1U);
}

void TestWsTransport::troubleHasASentence_data()
{
    QTest::addColumn<QUrl>("url"); // empty: the server's
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isFinal");
    QTcpServer gone;
    gone.listen(QHostAddress::LocalHost);
    QTest::newRow("refused") << QUrl(u"ws://127.0.0.1:%1/"_s.arg(gone.serverPort())) << QByteArray()
                             << QByteArray("connection refused") << false;
    QTest::newRow("no host") << QUrl(u"ws://nobody.invalid/"_s) << QByteArray()
                             << QByteArray("no such host") << false;
    QTest::newRow("no socket") << QUrl(u"mailto:a@b"_s) << QByteArray()
                               << QByteArray("not an address of http, https, ws or wss") << true;
    QTest::newRow("nothing") << QUrl() << QByteArray()
                             << QByteArray("the server closed the connection") << false;
    QTest::newRow("half a head") << QUrl() << QByteArray("HTTP/1.1 101 Switching Proto\r\nUpgr")
                                 << QByteArray("the server closed the connection") << false;
    QTest::newRow("garbage") << QUrl() << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n")
                             << QByteArray("the answer is no WebSocket") << false;
    QTest::newRow("wrong accept")
        << QUrl()
        << QByteArray("HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: AAAA\r\n\r\n")
        << QByteArray("the answer is no WebSocket") << false;
}

void TestWsTransport::troubleHasASentence()
{
    QFETCH(const QUrl, url);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, reason);
    QFETCH(const bool, isFinal);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(bytes);
        peer.hangUp();
    });
    Network network(m_clock);
    Heard heard(network, {.url = url.isEmpty() ? server.url() : url}, webSocket);
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.reason(), reason);
    QCOMPARE(heard.isFinal(), isFinal);
    QCOMPARE(heard.opened, 0);
}

void TestWsTransport::brokenFramesEndIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("reserved bit") << QByteArray("\xC1\x01"
                                                "a");
    QTest::newRow("reserved opcode") << QByteArray("\x83\x01"
                                                   "a");
    QTest::newRow("continuation of nothing") << QByteArray("\x80\x01"
                                                           "a");
    QTest::newRow("ping of 126 bytes") << frame(WsOpcode::Ping, QByteArray(126, 'a'));
    QTest::newRow("ping in fragments") << QByteArray("\x09\x01"
                                                     "a");
    QTest::newRow("no UTF-8") << text("\xC0\xAF");
    QTest::newRow("surrogate") << text("\xED\xA0\x80");
    QTest::newRow("length of 2^63") << QByteArray::fromHex("817fffffffffffffffff");
    QTest::newRow("close of one byte") << frame(WsOpcode::Close, "x");
    QTest::newRow("close with 1005") << closing(1005);
}

void TestWsTransport::brokenFramesEndIt()
{
    QFETCH(const QByteArray, bytes);
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(text("well") + bytes);
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.data(), QByteArrayList{"well"});
    QVERIFY2(heard.reason().startsWith("the "), heard.reason());
    QVERIFY(!heard.isFinal());
    QTRY_COMPARE(room.server.openConnections(), 0U);
}

void TestWsTransport::closingIsSilentAndSaysGoodbye()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    heard.transport->close();
    QTRY_COMPARE(room.server.openConnections(), 0U);
    QCOMPARE(room.said, QByteArrayList{"close"});
    heard.transport->send("late");
    Heard unanswered(network, {.url = room.url()}, webSocket);
    unanswered.transport->close();
    QTRY_COMPARE(room.server.openConnections(), 0U);
    QVERIFY(!heard.failed());
    QVERIFY(!unanswered.failed());
    QCOMPARE(unanswered.opened, 0);
}

void TestWsTransport::itMayBeDeletedInAnyOfItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *name : {"opened", "alive", "message", "failed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestWsTransport::itMayBeDeletedInAnyOfItsSignals()
{
    QFETCH(const QByteArray, signal);
    Room room(frame(WsOpcode::Pong, "") + text("a") + text("b") + closing(1000));
    Network network(m_clock);
    std::unique_ptr<Transport> transport = makeTransport(webSocket, network);
    int messages = 0;
    const auto drop = [&](const char *name) {
        if (signal == name)
            transport.reset();
    };
    connect(transport.get(), &Transport::opened, this, [&] { drop("opened"); });
    connect(transport.get(), &Transport::alive, this, [&] { drop("alive"); });
    connect(transport.get(), &Transport::message, this, [&] {
        ++messages;
        drop("message");
    });
    connect(transport.get(), &Transport::failed, this, [&] { drop("failed"); });
    transport->open({.url = room.url(), .hello = "hello"});
    QTRY_VERIFY(!transport);
    QTRY_COMPARE(room.server.openConnections(), 0U);
    QVERIFY(messages <= (signal == "failed" ? 2 : 1));
}

QTEST_GUILESS_MAIN(TestWsTransport)
#include "tst_wstransport.moc"
