#include "core/follow/answerparser.h"
#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"
#include "tests/support/scriptedserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <sys/eventfd.h>

using namespace Qt::StringLiterals;
using afoot::Millis;
using afoot::TrackerClient;
using afoot::test::answerOf;
using afoot::test::ScriptedServer;
using Peer = ScriptedServer::Peer;

class TestFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsReadOrRefused_data();
    void anAddressIsReadOrRefused();
    void aRequestBringsStatusAndBody();
    void oneConnectionServesManyRequests();
    void aConnectionClosedWhileIdleIsReplacedUnseen();
    void aLostUpdateIsSentOnceMore();
    void aLostPostIsNotRepeated();
    void chunksAreReadWhereverTheyAreCut();
    void aBodyWithoutLengthEndsWithTheConnection();
    void nobodyThereIsSaidAtOnce();
    void aTrackerThatHangsIsLeftAtTheDeadline();
    void trouble_data();
    void trouble();
    void anEarlyRefusalOfALargeBodyIsRead();
    void refusalsKeepTheirSentenceAndGetTheirCode();
    void aStreamBringsEventsUntilToldToStop();
    void aStreamRefusedIsAnError();
    void aSilentStreamIsGivenUp();
    void aStreamStopsWhenAsked();
    void theLastEventIdIsSent();
    void eventsBecomeValues();
    void brokenEventsAreErrors_data();
    void brokenEventsAreErrors();
    void eachOpHasItsRequest_data();
    void eachOpHasItsRequest();
    void anIdIsPercentEncoded();

private:
    TrackerClient client(Millis answer = Millis{5000}) const
    {
        afoot::TrackerAddress address;
        address.unixPath = m_path;
        return TrackerClient(address, {.answerWithin = answer});
    }

    QTemporaryDir m_folder{};
    std::string m_path = (m_folder.path() + u"/t.sock"_s).toStdString();
};

void TestFollow::anAddressIsReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host"); // empty: refused
    QTest::addColumn<int>("port");
    QTest::newRow("plain") << QByteArray("http://127.0.0.1:5000") << QByteArray("127.0.0.1")
                           << 5000;
    QTest::newRow("slash") << QByteArray("http://localhost:5000/") << QByteArray("localhost")
                           << 5000;
    QTest::newRow("no port") << QByteArray("http://127.0.0.1") << QByteArray("127.0.0.1") << 4680;
    QTest::newRow("v6") << QByteArray("http://[::1]:7") << QByteArray("::1") << 7;
    QTest::newRow("elsewhere") << QByteArray("http://example.org:4680") << QByteArray() << 0;
    QTest::newRow("look-alike") << QByteArray("http://localhost.example.org") << QByteArray() << 0;
    QTest::newRow("https") << QByteArray("https://127.0.0.1") << QByteArray() << 0;
    QTest::newRow("port 0") << QByteArray("http://127.0.0.1:0") << QByteArray() << 0;
    QTest::newRow("port too large") << QByteArray("http://127.0.0.1:65536") << QByteArray() << 0;
    QTest::newRow("port no number") << QByteArray("http://127.0.0.1:x") << QByteArray() << 0;
    QTest::newRow("open bracket") << QByteArray("http://[::1:80") << QByteArray() << 0;
    QTest::newRow("relative socket") << QByteArray("unix:tracker.sock") << QByteArray() << 0;
    QTest::newRow("empty") << QByteArray() << QByteArray() << 0;
}

void TestFollow::anAddressIsReadOrRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    const auto address = afoot::trackerAddressFrom(text.toStdString());
    QCOMPARE(address.ok(), !host.isEmpty());
    if (address.ok()) {
        QCOMPARE(address->host, host.toStdString());
        QCOMPARE(int(address->port), port);
    }
}

void TestFollow::aRequestBringsStatusAndBody()
{
    std::string asked;
    const ScriptedServer server(m_path, {[&](Peer &peer) {
                                    asked = peer.request();
                                    peer.send(answerOf(201, "{\"id\":\"a\"}"));
                                }});
    auto tracker = client();
    const auto answer = tracker.request("POST", "/api/v1/jobs", "{}");
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, 201);
    QCOMPARE(answer->body, std::string("{\"id\":\"a\"}"));
    QVERIFY(asked.starts_with("POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\n"));
    QVERIFY(asked.find("Content-Type: application/json\r\n") != std::string::npos);
    QVERIFY(asked.ends_with("\r\n\r\n{}"));
}

void TestFollow::oneConnectionServesManyRequests()
{
    const ScriptedServer server(m_path, {[](Peer &peer) { // a second connection would find nobody
                                    for (int i = 0; i < 3; ++i) {
                                        peer.request();
                                        peer.send(answerOf(200, std::to_string(i)));
                                    }
                                }});
    auto tracker = client(Millis{1000});
    for (int i = 0; i < 3; ++i) {
        const auto answer = tracker.request("POST", "/x", "{}");
        QVERIFY(answer.ok());
        QCOMPARE(answer->body, std::to_string(i));
    }
}

void TestFollow::aConnectionClosedWhileIdleIsReplacedUnseen()
{
    std::atomic<bool> closed = false;
    const ScriptedServer server(m_path, {[](Peer &peer) {
                                             peer.request();
                                             peer.send(answerOf(200, "1"));
                                         },
                                         [&](Peer &peer) {
                                             closed = true;
                                             peer.request();
                                             peer.send(answerOf(200, "2"));
                                         }});
    auto tracker = client();
    QVERIFY(tracker.request("POST", "/x", "{}").ok());
    for (int i = 0; i < 20;
         ++i) { // the end may still be on its way for the first tries; PATCH would retry anyway
        const auto answer = tracker.request("PATCH", "/x", "{}");
        QVERIFY(answer.ok());
        if (closed)
            break;
    }
    QVERIFY(closed);
}

void TestFollow::aLostUpdateIsSentOnceMore()
{
    const ScriptedServer server(m_path, {[](Peer &peer) {
                                             peer.request();
                                             peer.send(answerOf(200, "1"));
                                             peer.request(); // read, and then dead without a word
                                         },
                                         [](Peer &peer) {
                                             peer.request();
                                             peer.send(answerOf(200, "again"));
                                         }});
    auto tracker = client();
    QVERIFY(tracker.request("GET", "/x").ok());
    const auto answer = tracker.request("PATCH", "/x", "{}");
    QVERIFY(answer.ok());
    QCOMPARE(answer->body, std::string("again"));
}

void TestFollow::aLostPostIsNotRepeated()
{
    const ScriptedServer server(m_path, {[](Peer &peer) {
                                             peer.request();
                                             peer.send(answerOf(200, "1"));
                                             peer.request();
                                         },
                                         [](Peer &peer) {
                                             peer.request();
                                             peer.send(answerOf(200, "twice"));
                                         }});
    auto tracker = client();
    QVERIFY(tracker.request("GET", "/x").ok());
    const auto answer = tracker.request("POST", "/x", "{}");
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().name, std::string("connection_lost"));
    QVERIFY(isTransient(answer.error()));
}

void TestFollow::chunksAreReadWhereverTheyAreCut()
{
    const std::string bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        std::string body;
        afoot::AnswerParser parser(1000, [&](std::string_view piece) { body += piece; });
        std::string unread = bytes.substr(0, cut);
        auto used = parser.push(unread);
        QVERIFY(used);
        unread.erase(0, *used);
        unread += bytes.substr(cut);
        used = parser.push(unread);
        QVERIFY(used);
        QVERIFY(parser.isDone());
        QCOMPARE(body, std::string("abc0123456789"));
        QCOMPARE(parser.status(), 200);
    }
}

void TestFollow::aBodyWithoutLengthEndsWithTheConnection()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end");
        }});
    const auto answer = client().request("GET", "/x");
    QVERIFY(answer.ok());
    QCOMPARE(answer->body, std::string("until the end"));
}

void TestFollow::nobodyThereIsSaidAtOnce()
{
    QElapsedTimer timer;
    timer.start();
    ::unlink(m_path.c_str());
    const auto missing = client().request("GET", "/x");
    QCOMPARE(missing.error().name, std::string("no_tracker"));
    { // a socket file that a dead tracker left
        const ScriptedServer server(m_path, {});
    }
    const auto dead = client().request("GET", "/x");
    QCOMPARE(dead.error().name, std::string("no_tracker"));
    QVERIFY(timer.elapsed() < 2000);
}

void TestFollow::aTrackerThatHangsIsLeftAtTheDeadline()
{
    const ScriptedServer server(m_path, {[](Peer &peer) { peer.saysNothing(); }});
    QElapsedTimer timer;
    timer.start();
    const auto answer = client(Millis{150}).request("GET", "/x");
    QCOMPARE(answer.error().name, std::string("tracker_silent"));
    QVERIFY(timer.elapsed() >= 150);
    QVERIFY(timer.elapsed() < 3000);
}

void TestFollow::trouble_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("nothing") << QByteArray() << QByteArray("connection_lost");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 O") << QByteArray("connection_lost");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
                                 << QByteArray("connection_lost");
    QTest::newRow("half a chunk")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
        << QByteArray("connection_lost");
    QTest::newRow("another protocol")
        << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QByteArray("bad_answer");
    QTest::newRow("bad chunk") << QByteArray(
                                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                               << QByteArray("bad_answer");
    QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(100'000, 'a')
                                  << QByteArray("bad_answer");
}

void TestFollow::trouble()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    const ScriptedServer server(m_path, {[&](Peer &peer) {
                                    peer.request();
                                    peer.send(bytes.toStdString());
                                }});
    const auto answer = client().request("GET", "/x");
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().name, name.toStdString());
}

void TestFollow::anEarlyRefusalOfALargeBodyIsRead()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.send(
                answerOf(413, "{\"error\":{\"code\":\"too_large\",\"message\":\"Too large.\"}}"));
        }});
    const auto answer = client().request("POST", "/x", std::string(8U << 20U, 'x'));
    // The tracker hangs up on the rest; whether its words arrive before the reset is the kernel's to say.
    if (answer.ok())
        QCOMPARE(answer->status, 413);
    else
        QCOMPARE(answer.error().name, std::string("connection_lost"));
}

void TestFollow::refusalsKeepTheirSentenceAndGetTheirCode()
{
    using Code = afoot::Error::Code;
    const auto code = [](int status) {
        return afoot::refusalIn({status, "{\"error\":{\"code\":\"x\",\"message\":\"Why.\"}}"});
    };
    QVERIFY(!code(200));
    QCOMPARE(code(409)->detail, std::string("Why."));
    QVERIFY(code(409)->code == Code::Conflict);
    QVERIFY(code(404)->code == Code::NotFound);
    QVERIFY(code(400)->code == Code::BadInput);
    QVERIFY(code(403)->code == Code::Refused);
    QVERIFY(isTransient(*code(503)));
    QVERIFY(isTransient(*code(429)));
    QVERIFY(!isTransient(*code(413)));
    QVERIFY(!afoot::refusalIn({500, "<html>"})->detail.empty());
}

void TestFollow::aStreamBringsEventsUntilToldToStop()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: "
                      "text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            peer.send("1b\r\nevent: job\nid: e-1\ndata: "
                      "1\n\r\n1\r\n\n\r\n"); // cut in the middle of an event's end
            peer.send("9\r\ndata: 2\n\n\r\n");
            peer.saysNothing();
        }});
    std::vector<std::string> seen;
    const auto trouble = client().stream("/s", {}, [&](const afoot::wire::SseEvent &event) {
        seen.push_back(event.type + '=' + event.data);
        return seen.size() < 2;
    });
    QVERIFY(!trouble);
    QCOMPARE(seen, (std::vector<std::string>{"job=1", "message=2"}));
}

void TestFollow::aStreamRefusedIsAnError()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.request();
            peer.send(answerOf(
                503, "{\"error\":{\"code\":\"too_many_subscribers\",\"message\":\"Full.\"}}"));
        }});
    const auto trouble = client().stream("/s", {}, [](const auto &) { return true; });
    QVERIFY(trouble);
    QCOMPARE(trouble->name, std::string("too_many_subscribers"));
    QVERIFY(isTransient(*trouble));
}

void TestFollow::aSilentStreamIsGivenUp()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
            peer.saysNothing();
        }});
    int events = 0;
    const auto trouble = client().stream(
        "/s", {.lastEventId = {}, .stopFd = -1, .silence = Millis{100}}, [&](const auto &) {
            ++events;
            return true;
        });
    QVERIFY(trouble);
    QCOMPARE(trouble->name, std::string("tracker_silent"));
    QCOMPARE(events, 1);
}

void TestFollow::aStreamStopsWhenAsked()
{
    const ScriptedServer server(
        m_path, {[](Peer &peer) {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
            peer.saysNothing();
        }});
    const int stop = ::eventfd(0, EFD_CLOEXEC);
    const auto trouble = client().stream(
        "/s", {.lastEventId = {}, .stopFd = stop, .silence = Millis{45'000}}, [&](const auto &) {
            ::eventfd_write(stop, 1);
            return true;
        });
    ::close(stop);
    QVERIFY(trouble);
    QCOMPARE(trouble->name, std::string("stopped"));
}

void TestFollow::theLastEventIdIsSent()
{
    std::string asked;
    const ScriptedServer server(m_path, {[&](Peer &peer) {
                                    asked = peer.request();
                                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                                }});
    const auto trouble =
        client().stream("/s", {.lastEventId = "abc-7", .stopFd = -1, .silence = Millis{45'000}},
                        [](const auto &) { return true; });
    QCOMPARE(trouble->name, std::string("stream_ended"));
    QVERIFY(asked.find("\r\nLast-Event-ID: abc-7\r\n") != std::string::npos);
}

void TestFollow::eventsBecomeValues()
{
    const auto from = [](const char *type, const char *data) {
        return afoot::trackerEventFrom({type, data, {}}).value();
    };
    const auto hello = std::get<afoot::HelloEvent>(
        from("hello", R"({"protocol":1,"epoch":"e","rev":7,"retry_ms":500,"version":"1"})"));
    QCOMPARE(hello.epoch, std::string("e"));
    QCOMPARE(hello.rev, std::uint64_t(7));
    QVERIFY(hello.retry == Millis{500});
    const auto job =
        std::get<afoot::JobEvent>(from("job", R"({"id":"a","title":"T","state":"paused"})"));
    QVERIFY(job.job.state == afoot::State::Paused);
    const auto all =
        std::get<afoot::SnapshotEvent>(from("snapshot", R"({"jobs":[{"id":"a"},{"id":"b"}]})"));
    QCOMPARE(all.jobs.size(), std::size_t(2));
    const auto gone =
        std::get<afoot::RemovedEvent>(from("removed", R"({"id":"a","source":"web"})"));
    QVERIFY((gone.key == afoot::JobKey{"web", "a"}));
    const auto log = std::get<afoot::LogEvent>(from(
        "log",
        R"({"id":"a","lines":[{"n":3,"t":"2026-11-20T14:00:00.000Z","text":"x"}],"dropped":2})"));
    QVERIFY((log.key == afoot::JobKey{"local", "a"}));
    QCOMPARE(log.page.dropped, std::uint64_t(2));
    QCOMPARE(log.page.lines.at(0).n, std::uint64_t(3));
    QVERIFY(std::holds_alternative<afoot::PingEvent>(from("ping", "{}")));
    QVERIFY(std::holds_alternative<afoot::PingEvent>(from("of a later protocol", "not JSON")));
}

void TestFollow::brokenEventsAreErrors_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    for (const char *type : {"hello", "snapshot", "job", "removed", "log"}) {
        QTest::addRow("%s: not JSON", type) << QByteArray(type) << QByteArray("{\"jobs\":[");
        QTest::addRow("%s: an array", type) << QByteArray(type) << QByteArray("[]");
    }
    QTest::newRow("a job without an id") << QByteArray("job") << QByteArray("{}");
    QTest::newRow("a number for a job") << QByteArray("snapshot") << QByteArray("{\"jobs\":[1]}");
}

void TestFollow::brokenEventsAreErrors()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    QVERIFY(!afoot::trackerEventFrom({type.toStdString(), data.toStdString(), {}}).ok());
}

void TestFollow::eachOpHasItsRequest_data()
{
    using Op = afoot::Update::Op;
    QTest::addColumn<int>("op");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("begin") << int(Op::Begin) << QByteArray("POST /api/v1/jobs");
    QTest::newRow("update") << int(Op::Change) << QByteArray("PATCH /api/v1/jobs/a%2Fb");
    QTest::newRow("log") << int(Op::Log) << QByteArray("POST /api/v1/jobs/a%2Fb/log");
    QTest::newRow("complete") << int(Op::Complete)
                              << QByteArray("POST /api/v1/jobs/a%2Fb/complete");
    QTest::newRow("fail") << int(Op::Fail) << QByteArray("POST /api/v1/jobs/a%2Fb/fail");
    QTest::newRow("ask") << int(Op::Ask) << QByteArray("POST /api/v1/jobs/a%2Fb/pause");
    QTest::newRow("see") << int(Op::See) << QByteArray("POST /api/v1/jobs/a%2Fb/seen");
    QTest::newRow("forget") << int(Op::Forget) << QByteArray("DELETE /api/v1/jobs/a%2Fb");
}

void TestFollow::eachOpHasItsRequest()
{
    QFETCH(int, op);
    QFETCH(QByteArray, request);
    afoot::Update update{.op = static_cast<afoot::Update::Op>(op)};
    update.key.id = "a/b";
    update.ask = afoot::Ask::Pause;
    const afoot::ReportRequest made = afoot::requestFor(update);
    QCOMPARE(QByteArray::fromStdString(std::string(made.method) + ' ' + made.target), request);
    update.key.source = "web 1";
    if (update.op != afoot::Update::Op::Begin)
        QVERIFY(afoot::requestFor(update).target.ends_with("?source=web%201"));
}

void TestFollow::anIdIsPercentEncoded()
{
    QCOMPARE(afoot::percentEncoded("aZ09-._~"), std::string("aZ09-._~"));
    QCOMPARE(afoot::percentEncoded("a/b c?ü%"), std::string("a%2Fb%20c%3F%C3%BC%25"));
}

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
