// `afoot watch URL` while the connection is not as it should be: what is said of it, and when it ends.
#include "tests/e2e/house.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;
using afoot::test::httpAnswer;
using afoot::test::streamHead;
using afoot::test::WebServer;
using Peer = WebServer::Peer;
using Asked = WebServer::Request;

namespace {

const QByteArray running = R"({"id":"j","status":"running","progress":40})";
const QByteArray done = R"({"id":"j","status":"done","progress":100})";

QByteArray dataOf(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

QByteArray jsonAnswer(const QByteArray &body)
{
    return httpAnswer(200, body, "Content-Type: application/json\r\n");
}

} // namespace

class TestWatchLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<House>(); }

    void aReasonIsSaidOnceAndThatItIsBack();
    void jsonLinesHaveTheReason();
    void aStreamWithoutJobsIsGivenUp();
    void whatCannotBeReadIsCountedAtTheEnd();
    void jsonIsPolledToItsEnd();
    void jsonOfSomethingElseIsRefused();
    void onceIsOneLook_data();
    void onceIsOneLook();
    void onceEndsWithTheReason_data();
    void onceEndsWithTheReason();
    void onceOfAnEmptyTrackerIsNothing();

private:
    Ran watch(const WebServer &server, const QStringList &options,
              const QString &path = u"/x"_s) const
    {
        return m_house->afoot(QStringList{u"watch"_s} + options << server.url(path).toString());
    }

    std::unique_ptr<House> m_house{};
};

/// It ends three times without a word, then says how the job is.
void TestWatchLinks::aReasonIsSaidOnceAndThatItIsBack()
{
    int rounds = 0;
    WebServer server([&](Peer &peer, const Asked &) {
        peer.send(streamHead("Connection: close\r\n") + (++rounds == 1 ? dataOf(running)
                                                         : rounds == 4
                                                             ? dataOf(running) + dataOf(done)
                                                             : QByteArray()));
        peer.hangUp();
    });
    const Ran ran = watch(server, {});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    const QByteArray url = server.url(u"/x"_s).toString().toUtf8();
    QCOMPARE(ran.err, "afoot: " + url + ": the server ended the stream; trying again.\nafoot: " +
                          "Connected to " + url + " again.\n");
    QVERIFY2(ran.out.contains("done: j"), ran.out.constData());
}

void TestWatchLinks::jsonLinesHaveTheReason()
{
    WebServer server([&](Peer &peer, const Asked &) { peer.send(httpAnswer(503, "not now")); });
    const Ran ran = watch(server, {u"--json"_s, u"--max-failures"_s, u"1"_s});
    QCOMPARE(ran.exitCode, 3);
    QStringList said;
    for (const QByteArray &line : ran.out.trimmed().split('\n')) {
        const QJsonObject link = QJsonDocument::fromJson(line).object();
        QVERIFY2(link.contains(u"reason"_s), line.constData());
        said << link[u"state"_s].toString() + u' ' + link[u"reason"_s].toString(u"null"_s);
    }
    QCOMPARE(said.first(), u"connecting null"_s);
    QCOMPARE(said.last(), u"disconnected the server answered 503"_s);
    QVERIFY(said.contains(u"reconnecting the server answered 503"_s));
}

void TestWatchLinks::aStreamWithoutJobsIsGivenUp()
{
    WebServer server([&](Peer &peer, const Asked &) {
        peer.send(streamHead("Connection: close\r\n") + dataOf(R"({"temperature":21})"));
        peer.hangUp();
    });
    const Ran ran = watch(server, {u"--max-failures"_s, u"2"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(server.requests().size(), 3);
    QVERIFY2(ran.err.contains("nothing that it said was about a job."), ran.err.constData());
}

void TestWatchLinks::whatCannotBeReadIsCountedAtTheEnd()
{
    QByteArray messages;
    for (int i = 0; i < 60; ++i)
        messages += dataOf(R"({"level":)" + QByteArray::number(i));
    WebServer server([&](Peer &peer, const Asked &) {
        peer.send(streamHead("") + messages);
        peer.hangUp();
    });
    const Ran ran = watch(server, {u"--max-failures"_s, u"0"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(ran.err.count("A message of "), 3);
    QVERIFY2(ran.err.contains("57 more messages could not be read."), ran.err.constData());
    QVERIFY2(ran.err.contains("afoot dialect new --from " + server.url(u"/x"_s).toEncoded()),
             ran.err.constData());
}

void TestWatchLinks::jsonIsPolledToItsEnd()
{
    int asked = 0;
    WebServer server([&](Peer &peer, const Asked &) {
        peer.send(jsonAnswer(++asked < 4 ? running : done)); // the first was meant as a stream
    });
    const Ran ran = watch(server, {u"--poll-ms"_s, u"20"_s});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QCOMPARE(asked, 4);
    QVERIFY2(ran.out.contains("done: j"), ran.out.constData());
    QVERIFY2(ran.err.contains("the answer is JSON and no event stream; polling."),
             ran.err.constData());
}

void TestWatchLinks::jsonOfSomethingElseIsRefused()
{
    WebServer server(
        [&](Peer &peer, const Asked &) { peer.send(jsonAnswer(R"({"temperature":21})")); });
    const Ran ran = watch(server, {});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("the JSON there says nothing of a job."), ran.err.constData());
    QCOMPARE(server.requests().size(), 2);
}

void TestWatchLinks::onceIsOneLook_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("a stream that stays") << streamHead("") + dataOf(running);
    QTest::newRow("after what says nothing")
        << streamHead("") + dataOf(R"({"type":"ping"})") + dataOf(running);
    QTest::newRow("JSON") << jsonAnswer(running);
    QTest::newRow("a list") << jsonAnswer('[' + running + ']');
}

void TestWatchLinks::onceIsOneLook()
{
    QFETCH(const QByteArray, stream);
    WebServer server([&](Peer &peer, const Asked &) { peer.send(stream); });
    const Ran ran = watch(server, {u"--once"_s});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QCOMPARE(ran.out, QByteArray("running: j, 40 %\n"));
}

void TestWatchLinks::onceEndsWithTheReason_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("503") << httpAnswer(503, "no") << u"/x"_s << QByteArray("answered 503");
    QTest::newRow("503, and when polled")
        << httpAnswer(503, "no") << u"/jobs/7"_s << QByteArray("answered 503");
    QTest::newRow("ended")
        << QByteArray(
               "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 0\r\n\r\n")
        << u"/x"_s << QByteArray("the server ended the stream");
    QTest::newRow("silence") << streamHead() << u"/x"_s
                             << QByteArray("no word of a job came within 10 s");
}

void TestWatchLinks::onceEndsWithTheReason()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, reason);
    WebServer server([&](Peer &peer, const Asked &) { peer.send(stream); });
    const Ran ran = watch(server, {u"--once"_s}, path);
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains(reason), ran.err.constData());
}

void TestWatchLinks::onceOfAnEmptyTrackerIsNothing()
{
    WebServer server([&](Peer &peer, const Asked &) {
        peer.send(streamHead("") + "event: snapshot\ndata: {\"rev\":1,\"jobs\":[]}\n\n");
    });
    const Ran ran = watch(server, {u"--once"_s}, u""_s);
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY(ran.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestWatchLinks)
#include "tst_watchlinks.moc"
