#include "tests/support/heard.h"
#include "tests/support/wsroom.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

namespace {

constexpr auto webSocket = dialect::Transport::WebSocket;

} // namespace

/// How a WebSocket does not come to be, and how it ends: what is said of it, and whether it is worth another try.
class TestWsEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAreFinalOrNot_data();
    void closesAreFinalOrNot();
    void refusedHandshakesAreFinalOrNot_data();
    void refusedHandshakesAreFinalOrNot();
    void troubleHasASentence_data();
    void troubleHasASentence();
    void brokenFramesEndIt_data();
    void brokenFramesEndIt();

private:
    FakeClock m_clock{};
};

void TestWsEnds::closesAreFinalOrNot_data()
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
    QTest::newRow("1009") << closing(1009) << QByteArray("a message was too large") << false;
    QTest::newRow("1008") << closing(1008, "Expected init message")
                          << with(1008) + ": Expected init message" << true;
}

void TestWsEnds::closesAreFinalOrNot()
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

void TestWsEnds::refusedHandshakesAreFinalOrNot_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    for (const int status : {200, 302, 400, 401, 403, 404, 410, 426})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {408, 425, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status << false;
}

void TestWsEnds::refusedHandshakesAreFinalOrNot()
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
    QVERIFY(heard.reason().startsWith("the server answered " + QByteArray::number(status)));
    QCOMPARE(heard.isFinal(), isFinal);
    QCOMPARE(heard.opened, 0);
    QTRY_COMPARE(server.openConnections(), 0U);
    QCOMPARE(heard.failures.size(), 1U);
}

void TestWsEnds::troubleHasASentence_data()
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

void TestWsEnds::troubleHasASentence()
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

void TestWsEnds::brokenFramesEndIt_data()
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

void TestWsEnds::brokenFramesEndIt()
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

QTEST_GUILESS_MAIN(TestWsEnds)
#include "tst_wsends.moc"
