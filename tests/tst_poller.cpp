#include "core/remote/network.h"
#include "core/remote/poller.h"
#include "tests/support/fakeclock.h"
#include "tests/support/webserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

namespace {

/// What one answer was: "200 body", "304 not modified", or a failure's sentence.
class Asker
{
public:
    explicit Asker(Network &network, Poller::Options options = {}) : poller(network, options)
    {
        QObject::connect(&poller, &Poller::answered, &poller,
                         [this](int status, const std::string &body, bool notModified) {
                             heard.append(QByteArray::number(status) +
                                          (notModified ? " not modified" : " ") +
                                          QByteArray::fromStdString(body));
                         });
        QObject::connect(&poller, &Poller::failed, &poller, [this](const LinkFailure &failure) {
            heard.append(QByteArray::fromStdString(failure.reason));
            last = failure;
        });
    }
    Poller poller;
    QByteArrayList heard{};
    LinkFailure last{};
};

} // namespace

/// Polls and actions, against a server that says each byte.
class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerBringsStatusAndBody_data();
    void anAnswerBringsStatusAndBody();
    void anUnchangedAnswerIsNotSentAgain();
    void anotherUrlForgetsTheETag();
    void trouble_data();
    void trouble();
    void actionsAreSentAsTheyAre_data();
    void actionsAreSentAsTheyAre();
    void redirectsKeepOrLoseTheBody_data();
    void redirectsKeepOrLoseTheBody();
    void aLostActionIsNotRepeated_data();
    void aLostActionIsNotRepeated();
    void aSilentServerIsLeftAtTheDeadline_data();
    void aSilentServerIsLeftAtTheDeadline();
    void aBodyPastTheLimitIsRefused_data();
    void aBodyPastTheLimitIsRefused();
    void aCompressedBodyIsRead();
    void theNextQuestionDropsTheOneBefore();
    void aDroppedQuestionIsSilent();
    void itMayBeDeletedInsideItsAnswer();

private:
    FakeClock m_clock{};
};

void TestPoller::anAnswerBringsStatusAndBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("heard");
    QTest::newRow("200") << httpAnswer(200, "{\"a\":1}") << QByteArray("200 {\"a\":1}");
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n") +
                                   chunk("ab") + chunk("c") + chunk("")
                            << QByteArray("200 abc");
    QTest::newRow("202") << httpAnswer(202, "") << QByteArray("202 ");
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 X\r\n\r\n") << QByteArray("204 ");
    QTest::newRow("401") << httpAnswer(401, "who?", "WWW-Authenticate: Basic realm=x\r\n")
                         << QByteArray("401 who?");
    QTest::newRow("404") << httpAnswer(404, "{\"error\":\"Session not found\"}")
                         << QByteArray("404 {\"error\":\"Session not found\"}");
    QTest::newRow("409") << httpAnswer(409, "running") << QByteArray("409 running");
    QTest::newRow("redirect to nowhere") << httpAnswer(302, "x") << QByteArray("302 x");
}

void TestPoller::anAnswerBringsStatusAndBody()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, heard);
    WebServer server([&](Peer &peer, const Request &) { peer.send(bytes); });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.get(server.url(), {{"Authorization", "Bearer t"}});
    QTRY_COMPARE(asker.heard, QByteArrayList{heard});
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().at(0).method, "GET");
    QCOMPARE(server.requests().at(0).header("Authorization"), "Bearer t");
}

void TestPoller::anUnchangedAnswerIsNotSentAgain()
{
    WebServer server([](Peer &peer, const Request &request) {
        if (request.header("If-None-Match") == "W/\"1\"")
            peer.send("HTTP/1.1 304 X\r\nETag: W/\"1\"\r\n\r\n");
        else
            peer.send(httpAnswer(200, "a", "ETag: W/\"1\"\r\n"));
    });
    Network network(m_clock);
    Asker asker(network);
    for (const char *expected : {"200 a", "304 not modified", "304 not modified"}) {
        asker.poller.get(server.url(), {});
        QTRY_COMPARE(asker.heard, QByteArrayList{expected});
        asker.heard.clear();
    }
    QCOMPARE(server.connections(), 1U);
    asker.poller.request("POST", server.url(), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 a"});
    QCOMPARE(server.requests().last().header("If-None-Match"), "");
}

void TestPoller::anotherUrlForgetsTheETag()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(httpAnswer(200, "a", "ETag: \"1\"\r\n")); });
    Network network(m_clock);
    Asker asker(network);
    for (const char16_t *path : {u"/a", u"/b", u"/a"}) {
        asker.heard.clear();
        asker.poller.get(server.url(QString::fromUtf16(path)), {});
        QTRY_COMPARE(asker.heard, QByteArrayList{"200 a"});
        QCOMPARE(server.requests().last().header("If-None-Match"), "");
    }
}

void TestPoller::trouble_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<qint64>("retryAfter");
    QTest::newRow("503, seconds") << httpAnswer(503, "x", "Retry-After: 7\r\n")
                                  << QByteArray("the server answered 503") << qint64(7000);
    QTest::newRow("429, date") << httpAnswer(429, "x",
                                             "Retry-After: Fri, 20 Nov 2026 14:00:30 GMT\r\n")
                               << QByteArray("the server answered 429") << qint64(30'000);
    QTest::newRow("500") << httpAnswer(500, "x") << QByteArray("the server answered 500")
                         << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << QByteArray("the server closed the connection")
                             << qint64(-1);
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf")
                                 << QByteArray("the server closed the connection") << qint64(-1);
}

void TestPoller::trouble()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, reason);
    QFETCH(const qint64, retryAfter);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(bytes);
        peer.hangUp();
    });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{reason});
    QCOMPARE(asker.last.retryAfter ? qint64(asker.last.retryAfter->count()) : -1, retryAfter);
    QVERIFY(!asker.last.isFinal);
}

void TestPoller::actionsAreSentAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("POST without body") << QByteArray("POST") << QByteArray();
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("{\"a\":\"ü\"}");
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}");
    QTest::newRow("PATCH") << QByteArray("PATCH") << QByteArray("{}");
    QTest::newRow("DELETE with body") << QByteArray("DELETE") << QByteArray("{}");
}

void TestPoller::actionsAreSentAsTheyAre()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    WebServer server([](Peer &peer, const Request &) { peer.send(httpAnswer(200, "ok")); });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.request(method, server.url(u"/jobs/a"_s), {{"X-Token", "t"}}, body.toStdString());
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 ok"});
    const Request &request = server.requests().at(0);
    QCOMPARE(request.method, method);
    QCOMPARE(request.path, "/jobs/a");
    QCOMPARE(request.body, body);
    QCOMPARE(request.header("X-Token"), "t");
    QCOMPARE(request.header("Content-Type"), body.isEmpty() ? "" : "application/json");
    if (method == "POST")
        QCOMPARE(request.header("Content-Length"), QByteArray::number(body.size()));
}

void TestPoller::redirectsKeepOrLoseTheBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("becomes");
    for (const int status : {301, 302, 303})
        QTest::addRow("POST %d", status) << status << QByteArray("POST") << QByteArray("GET ");
    for (const int status : {307, 308})
        QTest::addRow("POST %d", status) << status << QByteArray("POST") << QByteArray("POST {}");
    QTest::newRow("PUT 302") << 302 << QByteArray("PUT") << QByteArray("PUT {}");
    QTest::newRow("PUT 303") << 303 << QByteArray("PUT") << QByteArray("GET ");
}

void TestPoller::redirectsKeepOrLoseTheBody()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, becomes);
    WebServer server([&](Peer &peer, const Request &request) {
        if (request.path == "/")
            peer.send(httpAnswer(status, "moved", "Location: /there\r\n"));
        else
            peer.send(httpAnswer(200, "there"));
    });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.request(method, server.url(), {}, "{}");
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 there"});
    QCOMPARE(server.requests().last().method + ' ' + server.requests().last().body, becomes);
}

void TestPoller::aLostActionIsNotRepeated_data()
{
    actionsAreSentAsTheyAre_data();
}

/// The server took it and said nothing: it may have done what it was asked for.
void TestPoller::aLostActionIsNotRepeated()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    WebServer server([](Peer &peer, const Request &request) {
        if (request.method == "GET")
            peer.send(httpAnswer(200, "warm"));
        else
            peer.hangUp();
    });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.request(method, server.url(), {}, body.toStdString());
    QTRY_COMPARE(asker.heard, QByteArrayList{"the server closed the connection"});
    QCOMPARE(server.requests().size(), 1);
    asker.heard.clear();
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 warm"}); // a connection that is kept
    asker.heard.clear();
    asker.poller.request(method, server.url(), {}, body.toStdString());
    QTRY_COMPARE(asker.heard, QByteArrayList{"the server closed the connection"});
    QCOMPARE(server.requests().size(), 3);
}

void TestPoller::aSilentServerIsLeftAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("says nothing") << QByteArray();
    QTest::newRow("says half") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf");
}

void TestPoller::aSilentServerIsLeftAtTheDeadline()
{
    QFETCH(const QByteArray, bytes);
    WebServer server([&](Peer &peer, const Request &) { peer.send(bytes); });
    Network network(m_clock);
    Asker asker(network, {.answerWithin = Millis(100)});
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{"no answer came"});
    QVERIFY(!asker.last.isFinal);
    QTRY_COMPARE(server.openConnections(), 0U);
    QCOMPARE(Poller::Options{}.answerWithin, Millis(10'000));
}

void TestPoller::aBodyPastTheLimitIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRefused");
    constexpr qsizetype limit = 16 << 20;
    const QByteArray head = "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("16 MiB") << head + chunk(QByteArray(limit, 'x')) + chunk("") << false;
    QTest::newRow("a byte more") << head + chunk(QByteArray(limit + 1, 'x')) + chunk("") << true;
    QTest::newRow("announced") << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 16777217\r\n\r\n")
                               << true;
}

void TestPoller::aBodyPastTheLimitIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isRefused);
    WebServer server([&](Peer &peer, const Request &) { peer.send(bytes); });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(asker.heard.size(), 1);
    if (isRefused)
        QCOMPARE(asker.heard[0], "the answer is larger than 16 MiB");
    else
        QCOMPARE(asker.heard[0].size(), 4 + (16 << 20));
    QCOMPARE(asker.last.isFinal, isRefused);
}

void TestPoller::aCompressedBodyIsRead()
{
    const QByteArray zipped =
        QByteArray::fromHex("1f8b08000000000002034a492c49b452c8cf4be5e202000000ffff"
                            "4a01334bcaf3b9b800000000ffff0300a20d4a3f16000000");
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(httpAnswer(200, zipped, "Content-Encoding: gzip\r\n"));
    });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 data: one\n\ndata: two\n\n"});
}

void TestPoller::theNextQuestionDropsTheOneBefore()
{
    WebServer server([](Peer &peer, const Request &request) {
        if (request.path == "/second")
            peer.send(httpAnswer(200, "second"));
    });
    Network network(m_clock);
    Asker asker(network);
    asker.poller.get(server.url(u"/first"_s), {});
    QTRY_COMPARE(server.requests().size(), 1);
    asker.poller.get(server.url(u"/second"_s), {});
    QTRY_COMPARE(asker.heard, QByteArrayList{"200 second"});
    server.peer(0).send(httpAnswer(200, "first"));
    QTRY_VERIFY(server.peer(0).isGone());
    QCOMPARE(asker.heard.size(), 1);
}

void TestPoller::aDroppedQuestionIsSilent()
{
    WebServer server([](Peer &, const Request &) {});
    Network network(m_clock);
    Asker asker(network, {.answerWithin = Millis(50)});
    asker.poller.get(server.url(), {});
    QTRY_COMPARE(server.requests().size(), 1);
    asker.poller.drop();
    QTRY_COMPARE(server.openConnections(), 0U);
    QCOMPARE(asker.heard, QByteArrayList());
}

void TestPoller::itMayBeDeletedInsideItsAnswer()
{
    WebServer server([](Peer &peer, const Request &request) {
        peer.send(httpAnswer(request.path == "/" ? 200 : 500, "a"));
    });
    Network network(m_clock);
    for (const char16_t *path : {u"/", u"/x"}) {
        auto poller = std::make_unique<Poller>(network);
        connect(poller.get(), &Poller::answered, this, [&] { poller.reset(); });
        connect(poller.get(), &Poller::failed, this, [&] { poller.reset(); });
        poller->get(server.url(QString::fromUtf16(path)), {});
        QTRY_VERIFY(!poller);
    }
}

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
