#include "tests/support/heard.h"
#include "tests/support/webserver.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

/// Bytes of a stream that is open, wherever they are cut, and its ends; how lines are read is tst_wire's.
/// After web-platform-tests' eventsource and LaunchDarkly's sse-contract-tests.
class TestSseTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesMayBeCutAnywhere_data();
    void bytesMayBeCutAnywhere();
    void eachEventComesAtOnce_data();
    void eachEventComesAtOnce();
    void anEndIsToldOnce_data();
    void anEndIsToldOnce();
    void aCommentIsASignOfLife();
    void theServersDelayIsTold();
    void troubleHasASentence_data();
    void troubleHasASentence();
    void aRefusalWithABodyIsLeftQuietly_data();
    void aRefusalWithABodyIsLeftQuietly();
    void closingIsSilentAndHangsUp();
    void itMayBeDeletedInAnyOfItsSignals_data();
    void itMayBeDeletedInAnyOfItsSignals();

private:
    FakeClock m_clock{};
};

void TestSseTransport::bytesMayBeCutAnywhere_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("chunks") << true;
    QTest::newRow("until the connection ends") << false;
}

void TestSseTransport::bytesMayBeCutAnywhere()
{
    QFETCH(const bool, isChunked);
    const QByteArray body("\xEF\xBB\xBF: c\r\nid: 1\rdata: ü\ndata: 🚢\r\n\r\nevent:x\ndata\n\n"
                          "retry: 7\ndata: unfinished");
    const QByteArray whole =
        isChunked ? streamHead() + chunk(body.left(9)) + chunk(body.mid(9)) + "0\r\n\r\n"
                  : streamHead("") + body;
    // one connection for each cut, and one on which each byte comes alone
    qsizetype cut = 0;
    WebServer server([&](Peer &peer, const Request &) {
        if (cut == whole.size()) {
            peer.trickle(whole);
            return;
        }
        peer.send(whole.left(cut));
        QTimer::singleShot(0, &server, [&peer, rest = whole.mid(cut), isChunked] {
            peer.send(rest);
            if (!isChunked)
                peer.hangUp();
        });
    });
    const std::vector<wire::SseEvent> expected{{"message", "ü\n🚢", "1"}, {"x", "", "1"}};
    Network network(m_clock);
    for (; cut <= whole.size(); ++cut) {
        if (cut == whole.size() && !isChunked)
            break; // nobody hangs up on that one
        Heard heard(network, {.url = server.url()});
        QVERIFY2(heard.ends(), QByteArray::number(cut));
        QCOMPARE(heard.reason(), "the server ended the stream");
        QVERIFY2(heard.events == expected, QByteArray::number(cut));
        QCOMPARE(heard.retries, std::vector<Millis>{Millis(7)});
        QCOMPARE(heard.transport->bytesReceived(), static_cast<std::uint64_t>(body.size()));
    }
}

void TestSseTransport::eachEventComesAtOnce_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArrayList>("pieces"); // an event each, but for the last
    const QByteArrayList plain{"data: one\n\n", "data: two\n\n", ""};
    QByteArrayList chunked;
    for (const QByteArray &piece : plain)
        chunked.append(chunk(piece));
    // as zlib writes them with Z_SYNC_FLUSH after each event
    const QByteArrayList zipped{
        QByteArray::fromHex("1f8b08000000000002034a492c49b452c8cf4be5e202000000ffff"),
        QByteArray::fromHex("4a01334bcaf3b9b800000000ffff"),
        QByteArray::fromHex("0300a20d4a3f16000000")};
    QByteArrayList zippedChunks;
    for (const QByteArray &piece : zipped)
        zippedChunks.append(chunk(piece));
    zippedChunks.last() += chunk("");
    QTest::newRow("plain") << QByteArray() << plain;
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << chunked;
    QTest::newRow("gzip") << QByteArray("Content-Encoding: gzip\r\n") << zipped;
    QTest::newRow("gzip, chunked")
        << QByteArray("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") << zippedChunks;
}

void TestSseTransport::eachEventComesAtOnce()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArrayList, pieces);
    WebServer server([&](Peer &peer, const Request &) { peer.send(streamHead(headers)); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_COMPARE(heard.opened, 1); // before any byte of the body
    server.peer(0).send(pieces[0]);
    QTRY_COMPARE(heard.data(), QByteArrayList{"one"});
    server.peer(0).send(pieces[1]); // only now: nothing waits for what is behind it
    QTRY_COMPARE(heard.data(), (QByteArrayList{"one", "two"}));
    QVERIFY(!heard.failed());
    server.peer(0).send(pieces[2]);
    server.peer(0).hangUp();
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.reason(), "the server ended the stream");
}

void TestSseTransport::anEndIsToldOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hangsUp");
    const QByteArray event = "data: a\n\ndata: lost";
    QTest::newRow("last chunk, kept alive") << streamHead() + chunk(event) + "0\r\n\r\n" << false;
    QTest::newRow("all of its length, kept alive")
        << streamHead("Content-Length: " + QByteArray::number(event.size()) + "\r\n") + event
        << false;
    QTest::newRow("closed") << streamHead("") + event << true;
    QTest::newRow("closed behind the last chunk") << streamHead() + chunk(event) + "0\r\n\r\n"
                                                  << true;
    QTest::newRow("closed between chunks") << streamHead() + chunk(event) << true;
    QTest::newRow("closed within a chunk") << streamHead() + chunk(event) + "5\r\nda" << true;
    QTest::newRow("closed before its length")
        << streamHead("Content-Length: 1000\r\n") + event << true;
}

void TestSseTransport::anEndIsToldOnce()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, hangsUp);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(bytes);
        if (hangsUp)
            peer.hangUp();
    });
    Network network(m_clock);
    for (std::size_t round = 1; round <= 2;
         ++round) { // the second may find the first one's connection
        Heard heard(network, {.url = server.url()});
        QTRY_VERIFY(heard.failed());
        QCOMPARE(heard.data(), QByteArrayList{"a"});
        QVERIFY(!heard.isFinal());
        QVERIFY2(heard.reason() == "the server ended the stream" ||
                     heard.reason() == "the server closed the connection",
                 heard.reason());
        QCoreApplication::processEvents();
        QCOMPARE(heard.failures.size(), 1U);
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestSseTransport::aCommentIsASignOfLife()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_COMPARE(heard.opened, 1);
    QCOMPARE(heard.alive, 0);
    server.peer(0).send(chunk(": ping\n\n"));
    QTRY_COMPARE(heard.alive, 1);
    server.peer(0).send(chunk("data: a\n\n"));
    QTRY_COMPARE(heard.events.size(), 1U);
    QCOMPARE(heard.alive, 1);
}

void TestSseTransport::theServersDelayIsTold()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(streamHead() + chunk("retry: 03000\n\nretry: 1000x\nretry\n\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_COMPARE(heard.alive, 1);
    QCOMPARE(heard.retries, std::vector<Millis>{Millis(3000)});
    server.peer(0).send(chunk("retry: 99999999999999999\n\n"));
    QTRY_COMPARE(heard.retries.size(), 2U);
    QCOMPARE(heard.retries[1], Millis(std::chrono::hours(24)));
}

void TestSseTransport::troubleHasASentence_data()
{
    QTest::addColumn<QUrl>("url"); // empty: the server's
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isFinal");
    const QByteArray none;
    QTcpServer gone;
    gone.listen(QHostAddress::LocalHost);
    QUrl refused(u"http://ann:hunter2@127.0.0.1:%1/"_s.arg(gone.serverPort()));
    QTest::newRow("refused") << refused << none << QByteArray("connection refused") << false;
    QTest::newRow("no host") << QUrl(u"http://nobody.invalid/"_s) << none
                             << QByteArray("no such host") << false;
    QTest::newRow("no http") << QUrl(u"ftp://127.0.0.1/"_s) << none
                             << QByteArray("not an address of http, https, ws or wss") << true;
    QTest::newRow("no address") << QUrl(u"http:///x"_s) << none << QByteArray("not a valid address")
                                << true;
    QTest::newRow("nothing") << QUrl() << none << QByteArray("the server closed the connection")
                             << false;
    QTest::newRow("half a head") << QUrl() << QByteArray("HTTP/1.1 200 OK\r\nContent-Ty")
                                 << QByteArray("the server closed the connection") << false;
    QTest::newRow("garbage") << QUrl() << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n")
                             << QByteArray("the server closed the connection") << false;
    QTest::newRow("broken gzip") << QUrl()
                                 << streamHead("Content-Encoding: gzip\r\n") + "this is no gzip"
                                 << QByteArray("the answer is broken") << false;
}

void TestSseTransport::troubleHasASentence()
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
    Heard heard(network, {.url = url.isEmpty() ? server.url() : url});
    QTRY_VERIFY_WITH_TIMEOUT(heard.failed(), 20000);
    QCOMPARE(heard.reason(), reason);
    QCOMPARE(heard.isFinal(), isFinal);
    QCOMPARE(heard.events.size(), 0U);
}

void TestSseTransport::aRefusalWithABodyIsLeftQuietly_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("500") << httpAnswer(500, "oh dear");
    QTest::newRow("500, then closed") << httpAnswer(500, "oh dear", "Connection: close\r\n");
    QTest::newRow("401") << httpAnswer(401, "{}", "WWW-Authenticate: Bearer\r\n");
    QTest::newRow("404") << httpAnswer(404, "nothing");
}

/// Qt notes the error and the end in another thread: we may leave between the two, now and then.
void TestSseTransport::aRefusalWithABodyIsLeftQuietly()
{
    QFETCH(const QByteArray, answer);
    QTest::failOnWarning(QRegularExpression(u"only be called once"_s));
    WebServer server([&](Peer &peer, const Request &) { peer.send(answer); });
    Network network(m_clock);
    for (int i = 0; i < 300; ++i) {
        Heard heard(network, {.url = server.url()});
        QVERIFY(heard.ends());
    }
}

void TestSseTransport::closingIsSilentAndHangsUp()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(streamHead() + chunk("data: a\n\n")); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_COMPARE(heard.events.size(), 1U);
    heard.transport->close();
    QTRY_COMPARE(server.openConnections(), 0U);
    Heard unanswered(network, {.url = server.url()});
    unanswered.transport->close();
    QTRY_COMPARE(server.openConnections(), 0U);
    QVERIFY(!heard.failed());
    QVERIFY(!unanswered.failed());
    QCOMPARE(unanswered.opened, 0);
}

void TestSseTransport::itMayBeDeletedInAnyOfItsSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *name : {"opened", "alive", "message", "unreadable", "retryHint", "failed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSseTransport::itMayBeDeletedInAnyOfItsSignals()
{
    QFETCH(const QByteArray, signal);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(streamHead() + chunk(": c\n") + chunk("retry: 5\ndata: a\n\ndata: b\n\n"));
        if (signal == "unreadable")
            peer.send(chunk("data: " + QByteArray(17 << 20, 'x')));
        peer.send("0\r\n\r\n");
    });
    Network network(m_clock);
    std::unique_ptr<Transport> transport = makeTransport(dialect::Transport::Sse, network);
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
    connect(transport.get(), &Transport::retryHint, this, [&] { drop("retryHint"); });
    connect(transport.get(), &Transport::failed, this, [&] { drop("failed"); });
    transport->open({.url = server.url()});
    if (signal == "alive") // both chunks may come as one
        QTRY_VERIFY(!transport || messages == 2);
    else
        QTRY_VERIFY(!transport);
    if (signal == "message")
        QCOMPARE(messages, 1);
}

QTEST_GUILESS_MAIN(TestSseTransport)
#include "tst_ssetransport.moc"
