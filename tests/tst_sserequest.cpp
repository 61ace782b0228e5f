#include "tests/support/heard.h"
#include "tests/support/webserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

/// What a stream asks for, and what heads of answers mean: headers, types, statuses, redirects.
/// After web-platform-tests' eventsource and LaunchDarkly's sse-contract-tests.
class TestSseRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestIsTheStandards();
    void theLastEventIdIsSentAsItIs();
    void anIdStaysOverAReconnection();
    void whatIsRefusedIsToldFromWhatIsMissing();
    void headersAndPasswordsAreSent();
    void aHeaderThatBreaksTheRequestApartIsRefused();
    void onlyTheTypeOfAnEventStreamOpensIt_data();
    void onlyTheTypeOfAnEventStreamOpensIt();
    void statusesEndItForGoodOrForNow_data();
    void statusesEndItForGoodOrForNow();
    void theServerSaysWhenToComeBack();
    void redirectsAreFollowed_data();
    void redirectsAreFollowed();
    void headersStayWithTheirOrigin();
    void badRedirectsAreFinal_data();
    void badRedirectsAreFinal();

private:
    FakeClock m_clock{};
};

void TestSseRequest::theRequestIsTheStandards()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(u"/jobs/a?b=c%20d"_s)});
    QTRY_COMPARE(heard.opened, 1);
    const Request &request = server.requests().at(0);
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.path, "/jobs/a?b=c%20d");
    QCOMPARE(request.header("Accept"), "text/event-stream");
    QCOMPARE(request.header("Cache-Control"), "no-store");
    QCOMPARE(request.header("Last-Event-ID"), QByteArray());
    QVERIFY(!request.head.toLower().contains("last-event-id"));
    QVERIFY(request.header("User-Agent").startsWith("Afoot/"));
    QVERIFY(request.header("Accept-Encoding").contains("gzip"));
}

void TestSseRequest::theLastEventIdIsSentAsItIs()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(), .lastEventId = "…ü7 8"});
    Heard broken(network, {.url = server.url(), .lastEventId = "a\r\nX-Evil: 1"});
    QTRY_COMPARE(heard.opened + broken.opened, 2);
    QByteArrayList ids;
    for (const Request &request : server.requests()) {
        ids.append(request.header("Last-Event-ID"));
        QVERIFY(!request.head.contains("Evil"));
    }
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, (QByteArrayList{"", "…ü7 8"}));
}

void TestSseRequest::anIdStaysOverAReconnection()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(streamHead() + chunk("\xEF\xBB\xBF"
                                       "data: a\n\nid: 8\ndata: b\n\nid\ndata: c\n\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(), .lastEventId = "7"});
    QTRY_COMPARE(heard.events.size(), 3U);
    QCOMPARE(heard.events[0].lastEventId, "7");
    QCOMPARE(heard.events[1].lastEventId, "8");
    QCOMPARE(heard.events[2].lastEventId, "");
}

void TestSseRequest::whatIsRefusedIsToldFromWhatIsMissing()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(httpAnswer(401, "no")); });
    Network network(m_clock);
    Heard without(network, {.url = server.url()});
    QTRY_VERIFY(without.failed());
    QCOMPARE(without.reason(), "the server answered 401: it wants a token or a password");
    Heard wrong(network, {.url = server.url(), .headers = {{"authorization", "Bearer t"}}});
    QTRY_VERIFY(wrong.failed());
    QCOMPARE(wrong.reason(),
             "the server answered 401: it refuses the token or password that it was sent");
}

void TestSseRequest::headersAndPasswordsAreSent()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(httpAnswer(403, "no")); });
    Network network(m_clock);
    QUrl url = server.url();
    url.setUserInfo(u"ann:p%40ss"_s);
    Heard basic(network, {.url = url, .headers = {{"X-Api-Key", "k"}}});
    QTRY_VERIFY(basic.failed());
    QCOMPARE(server.requests().at(0).header("Authorization"),
             "Basic " + QByteArray("ann:p@ss").toBase64());
    QCOMPARE(server.requests().at(0).header("X-Api-Key"), "k");
    QCOMPARE(server.requests().at(0).path, "/");
    QCOMPARE(basic.reason(), "the server answered 403: it does not allow this");

    Heard bearer(network, {.url = url, .headers = {{"authorization", "Bearer t"}}});
    QTRY_VERIFY(bearer.failed());
    QCOMPARE(server.requests().at(1).header("Authorization"), "Bearer t");
}

void TestSseRequest::aHeaderThatBreaksTheRequestApartIsRefused()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(), .headers = {{"X", "secret\r\nY: 1"}}});
    QCOMPARE(heard.failures.size(), 0U); // nothing is told inside open()
    QTRY_VERIFY(heard.failed());
    QVERIFY(heard.isFinal());
    QVERIFY(!heard.reason().contains("secret"));
    QCOMPARE(server.connections(), 0U);
}

void TestSseRequest::onlyTheTypeOfAnEventStreamOpensIt_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("opens");
    const auto row = [](const char *type, bool opens) {
        QTest::newRow(type) << QByteArray(type) << opens;
    };
    row("text/event-stream", true);
    row("text/event-stream;charset=windows-1252", true);
    row("Text/Event-Stream ; charset=utf-8", true);
    row("text/event-stream;", true);
    row("text/event-stream;x bogus", true);
    row("text/event-stream, bogus", true); // of two headers the last that is a type
    row("text/html, text/event-stream", true);
    row("text/event-stream, text/html", false);
    row("text/event-stream bogus", false);
    row("text/event-streams", false);
    row("x bogus", false);
    row("text/x-bogus", false);
    row("application/json", false);
    row("", false);
}

void TestSseRequest::onlyTheTypeOfAnEventStreamOpensIt()
{
    QFETCH(const QByteArray, type);
    QFETCH(const bool, opens);
    WebServer server([&](Peer &peer, const Request &) {
        const QByteArray header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        peer.send(httpAnswer(200, "data: a\n\n", header));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.opened, opens ? 1 : 0);
    QCOMPARE(heard.events.size(), opens ? 1U : 0U);
    QCOMPARE(heard.isFinal(), !opens);
    QCOMPARE(heard.reason(), opens                        ? "the server ended the stream"
                             : type == "application/json" ? "the answer is JSON and no event stream"
                                                          : "the answer is no event stream");
}

void TestSseRequest::statusesEndItForGoodOrForNow_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    for (const int status :
         {201, 204, 205, 210, 299, 300, 304, 400, 401, 403, 404, 407, 410, 418, 451})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {408, 425, 429, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status << false;
}

void TestSseRequest::statusesEndItForGoodOrForNow()
{
    QFETCH(const int, status);
    QFETCH(const bool, isFinal);
    WebServer server([&](Peer &peer, const Request &) {
        const bool hasBody = status != 204 && status != 304;
        peer.send(hasBody ? httpAnswer(status, "data: x\n\n", "Content-Type: text/event-stream\r\n")
                          : "HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n");
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.isFinal(), isFinal);
    QVERIFY2(heard.reason().contains(QByteArray::number(status)), heard.reason());
    QCOMPARE(heard.opened, 0);
    QCOMPARE(heard.events.size(), 0U);
}

void TestSseRequest::theServerSaysWhenToComeBack()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(httpAnswer(503, "", "Retry-After: 120\r\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.failures[0].retryAfter, std::optional(Millis(120'000)));
    QVERIFY(!heard.isFinal());
}

void TestSseRequest::redirectsAreFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("path");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status)
            << status << QByteArray("/there?x=1") << QByteArray("/there?x=1");
    QTest::newRow("relative") << 302 << QByteArray("there") << QByteArray("/a/there");
    QTest::newRow("query only") << 302 << QByteArray("?t=1") << QByteArray("/a/b?t=1");
}

void TestSseRequest::redirectsAreFollowed()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, location);
    QFETCH(const QByteArray, path);
    WebServer server([&](Peer &peer, const Request &request) {
        if (request.path == "/a/b")
            peer.send(httpAnswer(status, "gone", "Location: " + location + "\r\n"));
        else
            peer.send(streamHead() + chunk("data: there\n\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(u"/a/b"_s),
                          .headers = {{"Authorization", "Bearer t"}},
                          .lastEventId = "7"});
    QTRY_COMPARE(heard.data(), QByteArrayList{"there"});
    QCOMPARE(heard.opened, 1);
    const Request &second = server.requests().at(1);
    QCOMPARE(second.path, path);
    QCOMPARE(second.header("Authorization"), "Bearer t");
    QCOMPARE(second.header("Last-Event-ID"), "7");
    QCOMPARE(second.header("Accept"), "text/event-stream");
}

void TestSseRequest::headersStayWithTheirOrigin()
{
    WebServer other([](Peer &peer, const Request &) { peer.send(streamHead()); });
    WebServer server([&](Peer &peer, const Request &) {
        QUrl to = other.url(u"/x"_s);
        to.setUserInfo(u"eve:pw"_s);
        peer.send(httpAnswer(302, "", "Set-Cookie: a=b\r\nLocation: " + to.toEncoded() + "\r\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url(),
                          .headers = {{"Authorization", "Bearer t"}, {"X-Api-Key", "k"}},
                          .lastEventId = "7"});
    QTRY_COMPARE(heard.opened, 1);
    const Request &second = other.requests().at(0);
    QCOMPARE(second.header("Authorization"), "");
    QCOMPARE(second.header("X-Api-Key"), "");
    QCOMPARE(second.header("Cookie"), "");
    QCOMPARE(second.header("Last-Event-ID"), "7");
    QCOMPARE(second.header("Accept"), "text/event-stream");
}

void TestSseRequest::badRedirectsAreFinal_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("requests");
    QTest::newRow("in a circle") << QByteArray("/") << 21;
    QTest::newRow("nowhere") << QByteArray() << 1;
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << 1;
    QTest::newRow("to a socket") << QByteArray("ws://127.0.0.1/") << 1;
    QTest::newRow("to nonsense") << QByteArray("http://[::zz]/") << 1;
}

void TestSseRequest::badRedirectsAreFinal()
{
    QFETCH(const QByteArray, location);
    QFETCH(const int, requests);
    WebServer server([&](Peer &peer, const Request &) {
        peer.send(httpAnswer(302, "", location.isEmpty() ? "" : "Location: " + location + "\r\n"));
    });
    Network network(m_clock);
    Heard heard(network, {.url = server.url()});
    QTRY_VERIFY(heard.failed());
    QVERIFY(heard.isFinal());
    QCOMPARE(server.requests().size(), requests);
}

QTEST_GUILESS_MAIN(TestSseRequest)
#include "tst_sserequest.moc"
