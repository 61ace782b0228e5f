#include "core/dialect/dialectfile.h"
#include "core/remote/source.h"
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

/// A WebSocket against a server that says each byte; the cases that tell of RFC 6455.
class TestWsTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHandshakeCarriesPathHeadersAndPassword();
    void whoWritesWsIsHeardOverASocket();
    void helloIsSentFirst();
    void messagesGoBothWays();
    void aMessageWithTheHandshakeIsNotLost();
    void framesMayBeCutAnywhere();
    void fragmentsMakeOneMessage();
    void aCharacterCutByFragmentsIsReadOrEndsItForNow();
    void pingsAreAnsweredAndPongsAreSignsOfLife();
    void binaryMessagesAreToldAndLeftOut();
    void largeMessages_data();
    void largeMessages();
    void whatIsNoUtf8IsToldAndEndsItForNow();
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

/// The dialect says SSE; the person who wrote the address knows better.
void TestWsTransport::whoWritesWsIsHeardOverASocket()
{
    Room room(text(R"({"job_id":"7","status":"running"})"));
    Network network(m_clock);
    const std::string url = room.server.url(u"/odd"_s, u"ws"_s).toString().toStdString();
    auto to = destinationOf(url, dialect::builtInNamed("scan"));
    QVERIFY(to.ok());
    Source source({.name = "far", .destination = *to, .habits = habitsOf(*to->dialect, false)},
                  network, m_clock, [] { return 0.5; });
    std::vector<Update> told;
    connect(&source, &Source::told, this,
            [&](const std::vector<Update> &updates) { told = updates; });
    source.start();
    QTRY_VERIFY(!told.empty());
    QCOMPARE(told[0].key.id, std::string("7"));
    QVERIFY(source.way() == Source::Way::WebSocket);
    QCOMPARE(room.server.requests().at(0).header("Upgrade").toLower(), QByteArray("websocket"));
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

void TestWsTransport::binaryMessagesAreToldAndLeftOut()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(frame(WsOpcode::Binary, "\xff\xfe") + text("a"));
    QTRY_COMPARE(heard.data(), QByteArrayList{"a"});
    QCOMPARE(heard.unreadable.size(), 1U);
    QCOMPARE(heard.unreadable[0].detail, "A binary message of 2 bytes came; messages are texts.");
    QVERIFY(!heard.failed());
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
        QVERIFY(!heard.isFinal()); // the next one may be well
        QCOMPARE(heard.unreadable.size(), 1U);
        QCOMPARE(heard.unreadable[0].code, Error::Code::TooLarge);
    }
}

void TestWsTransport::whatIsNoUtf8IsToldAndEndsItForNow()
{
    Room room;
    Network network(m_clock);
    Heard heard(network, {.url = room.url()}, webSocket);
    QTRY_COMPARE(heard.opened, 1);
    room.peer().send(text("a") + text("caf\xe9"));
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.data(), QByteArrayList{"a"});
    QVERIFY(!heard.isFinal());
    QCOMPARE(heard.unreadable.size(), 1U);
    QCOMPARE(heard.unreadable[0].detail, "A message was no UTF-8.");
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
    for (const char *name : {"opened", "alive", "message", "unreadable", "failed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestWsTransport::itMayBeDeletedInAnyOfItsSignals()
{
    QFETCH(const QByteArray, signal);
    Room room(frame(WsOpcode::Pong, "") + text("a") + text("b") + frame(WsOpcode::Binary, "c") +
              closing(signal == "unreadable" ? 1009 : 1000));
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
    connect(transport.get(), &Transport::unreadable, this, [&] { drop("unreadable"); });
    connect(transport.get(), &Transport::failed, this, [&] { drop("failed"); });
    transport->open({.url = room.url(), .hello = "hello"});
    QTRY_VERIFY(!transport);
    QTRY_COMPARE(room.server.openConnections(), 0U);
    QVERIFY(messages <= (signal == "failed" || signal == "unreadable" ? 2 : 1));
}

QTEST_GUILESS_MAIN(TestWsTransport)
#include "tst_wstransport.moc"
