// Garbage, floods and messages without measure as bytes, over each of the transports.
#include "app/desktop/links.h"
#include "app/shared/systemclock.h"
#include "core/dialect/dialectfile.h"
#include "core/follow/habits.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/heap.h"
#include "tests/support/wsroom.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

namespace {

constexpr qsizetype mib = 1 << 20;

/// What a project's room says of it.
QByteArray status(const char *state, int percent, qsizetype padding = 0)
{
    return QByteArray(R"({"type":"status_update","project_id":"p","status":")") + state +
           R"(","progress":)" + QByteArray::number(percent) + R"(,"message":")" +
           QByteArray(padding, 'x') + "\"}";
}

/// One message as its transport writes it.
QByteArray said(bool isSocket, const QByteArray &data)
{
    return isSocket ? text(data) : chunk("data: " + data + "\n\n");
}

/// A source in the room of project p, over SSE or a WebSocket, and the tracker that hears of it.
struct Watcher
{
    Watcher(bool isSocket, Millis pollEvery = Millis(0))
        : server([this, isSocket](Peer &peer, const Request &request) {
            if (request.path == "/poll")
                peer.send(polls.size() > 1 ? polls.takeFirst() : polls.value(0));
            else if (isSocket)
                accept(peer, request);
            else
                peer.send(pollsOnly ? httpAnswer(404, "") : streamHead());
        })
        , pollsOnly(pollEvery > Millis(0))
        , dialect(*dialect::builtInNamed("rooms"))
    {
        dialect.endpoints.transport =
            isSocket ? dialect::Transport::WebSocket : dialect::Transport::Sse;
        Source::Config config{.name = "far", .habits = {.delays = {Millis(0)}, .keepTrying = true}};
        config.destination = {
            .dialect = &dialect,
            .id = "p",
            .stream = server.url(u"/"_s, isSocket ? u"ws"_s : u"http"_s).toEncoded().toStdString()};
        if (pollsOnly) {
            config.destination.poll = server.url(u"/poll"_s).toEncoded().toStdString();
            config.habits.pollEvery = pollEvery;
        }
        source = std::make_unique<Source>(
            config, network, pollsOnly ? static_cast<const Clock &>(systemClock) : clock,
            [] { return 0.5; });
        QObject::connect(source.get(), &Source::told, source.get(),
                         [this](const std::vector<Update> &updates) {
                             for (const Update &update : updates)
                                 (void)tracker.put(update);
                         });
        source->start();
    }
    void accept(Peer &peer, const Request &request)
    {
        const auto key = serve::wsAccept(request.header("Sec-WebSocket-Key").toStdString());
        peer.upgrade([](const QByteArray &) {});
        peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                  "Upgrade\r\nSec-WebSocket-Accept: " +
                  QByteArray::fromStdString(key.value_or("")) + "\r\n\r\n");
    }
    bool isUp() const { return source->link().state() == Link::State::Connected; }
    Peer &peer() { return server.peer(server.connections() - 1); }
    QByteArray state() const
    {
        const JobPtr job = tracker.job({"far", "p"});
        return job ? QByteArray::fromStdString(std::string(nameOf(job->state))) : QByteArray();
    }
    double percent() const
    {
        const JobPtr job = tracker.job({"far", "p"});
        return job ? job->percent.value_or(-1) : -1;
    }
    std::uint64_t bad() const { return source->counters().bad; }

    QByteArrayList polls{};
    WebServer server;
    bool pollsOnly;
    dialect::Dialect dialect;
    SystemClock systemClock{};
    FakeClock clock{}; ///< stands still for all but polls
    Network network{clock};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    std::unique_ptr<Source> source{};
};

} // namespace

class TestRoughSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodMessagesAreReadAmongGarbage_data() { transports(); }
    void goodMessagesAreReadAmongGarbage();
    void aLargeMessageEndsNothing_data() { transports(); }
    void aLargeMessageEndsNothing();
    void whatIsNoUtf8OverAWebSocketCostsOneConnection();
    void anEventWithoutEndKeepsNoMemory();
    void pollsMayBeRoughToo();
    void aFloodIsHandedOnInBatchesAndEndsRight_data() { transports(); }
    void aFloodIsHandedOnInBatchesAndEndsRight();

private:
    static void transports()
    {
        QTest::addColumn<bool>("isSocket");
        QTest::newRow("SSE") << false;
        QTest::newRow("WebSocket") << true;
    }
};

void TestRoughSockets::goodMessagesAreReadAmongGarbage()
{
    QFETCH(const bool, isSocket);
    Watcher w(isSocket);
    QTRY_VERIFY(w.isUp());
    QByteArray bytes = said(isSocket, status("running", 10));
    const QByteArrayList garbage{"Traceback (most recent call last):",
                                 "{\"type\":\"status_upd",
                                 "[]",
                                 "7",
                                 R"({"type":"status_update","project_id":["p"],"status":"failed"})",
                                 R"({"type":"status_update","project_id":"p","progress":"NaN%"})"};
    for (const QByteArray &one : garbage)
        bytes += said(isSocket, one) + said(isSocket, R"({"type":"something","else":1})");
    if (isSocket)
        bytes += frame(WsOpcode::Binary, QByteArray("\0\xff\x1f\x8b", 4));
    else
        bytes += chunk(QByteArray("\0\0\xff\xfe\n\x1b[2J\ndata: \0\n\n", 19));
    bytes += said(isSocket, status("running", 20));
    w.peer().send(bytes);
    QTRY_COMPARE(w.percent(), 20.0);
    QCOMPARE(w.bad(), std::uint64_t(garbage.size()) + 1);
    QVERIFY(w.source->lastBad());
    w.peer().trickle(said(isSocket, "]") + said(isSocket, status("failed", 0)));
    QTRY_COMPARE(w.state(), "failed");
    QCOMPARE(w.server.connections(), 1U);
}

void TestRoughSockets::aLargeMessageEndsNothing()
{
    QFETCH(const bool, isSocket);
    Watcher w(isSocket);
    QTRY_VERIFY(w.isUp());
    w.peer().send(said(isSocket, status("running", 10, mib - 200)));
    QTRY_COMPARE_WITH_TIMEOUT(w.percent(), 10.0, 20'000);
    QCOMPARE(w.bad(), 0U);
    w.peer().send(said(isSocket, status("running", 20, mib)) +
                  said(isSocket, status("running", 30)));
    QTRY_COMPARE_WITH_TIMEOUT(w.percent(), 30.0, 20'000);
    QCOMPARE(w.bad(), 1U);
    QCOMPARE(w.server.connections(), 1U);
    w.clock.advance(Millis(5000)); // so that it connects again at once
    w.peer().send(said(isSocket, status("running", 40, 17 * mib)));
    QTRY_COMPARE_WITH_TIMEOUT(w.bad(), 2U, 20'000);
    QCOMPARE(w.source->lastBad()->code, Error::Code::TooLarge);
    QTRY_COMPARE_WITH_TIMEOUT(w.server.connections(), isSocket ? 2U : 1U, 20'000);
    QTRY_VERIFY(w.isUp());
    w.peer().send(said(isSocket, status("completed", 100)));
    QTRY_COMPARE_WITH_TIMEOUT(w.state(), "completed", 20'000);
    QVERIFY(w.percent() == 100);
}

void TestRoughSockets::whatIsNoUtf8OverAWebSocketCostsOneConnection()
{
    Watcher w(true);
    QTRY_VERIFY(w.isUp());
    w.clock.advance(Millis(5000));
    w.peer().send(text(status("running", 10)) + text("caf\xe9"));
    QTRY_COMPARE(w.server.connections(), 2U);
    QTRY_VERIFY(w.isUp());
    QCOMPARE(w.bad(), 1U);
    w.peer().send(text(status("completed", 100)));
    QTRY_COMPARE(w.state(), "completed");
}

void TestRoughSockets::anEventWithoutEndKeepsNoMemory()
{
    Watcher w(false);
    QTRY_VERIFY(w.isUp());
    w.peer().send(said(false, status("running", 10)));
    QTRY_COMPARE(w.percent(), 10.0);
    const std::size_t before = heapBytes();
    const QByteArray piece = chunk(QByteArray(mib, 'x'));
    w.peer().send(chunk("data: "));
    for (int i = 1; i <= 40; ++i) {
        w.peer().send(piece);
        QTRY_VERIFY_WITH_TIMEOUT(w.source->bytesReceived() > std::uint64_t(i) * mib, 20'000);
    }
    QVERIFY2(heapBytes() < before + 8 * std::size_t(mib),
             QByteArray::number(qulonglong(heapBytes() - before)));
    QCOMPARE(w.bad(), 1U);
    w.peer().send(chunk("\n\n") + said(false, status("completed", 100)));
    QTRY_COMPARE(w.state(), "completed");
}

void TestRoughSockets::pollsMayBeRoughToo()
{
    Watcher w(false, Millis(50));
    const auto project = [](const char *state) {
        return httpAnswer(200, QByteArray(R"({"id":"p","status":")") + state + "\"}");
    };
    w.polls = {project("running"),
               httpAnswer(200, "<html>Please log in</html>", "Content-Type: text/html\r\n"),
               httpAnswer(200, ""),
               httpAnswer(200, QByteArray("\xff\0{", 3)),
               httpAnswer(502, "Bad Gateway"),
               httpAnswer(403, "no"),
               httpAnswer(200, QByteArray(2 * mib, '{')),
               "HTTP/1.1 200 X\r\nContent-Length: 99999999999\r\n\r\n{",
               project("sleeping"),
               project("failed")};
    QTRY_COMPARE_WITH_TIMEOUT(w.state(), "failed", 20'000);
    QCOMPARE(w.bad(), 4U);
    QVERIFY(w.source->lastBad()->detail.size() < 300);
    QCOMPARE(w.polls.size(), 1);
}

/// Five thousand messages in one second, and the end: all of it within the second that they take to be sent.
void TestRoughSockets::aFloodIsHandedOnInBatchesAndEndsRight()
{
    QFETCH(const bool, isSocket);
    Room room;
    WebServer streams([](Peer &peer, const Request &) { peer.send(streamHead()); });
    WebServer &server = isSocket ? room.server : streams;
    FakeClock clock;
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    UpdateBox box;
    Links links({}, clock, box);
    int words = 0;
    std::size_t updates = 0;
    std::size_t most = 0;
    connect(&links, &Links::learned, this, [&] {
        ++words;
        std::vector<Update> all = box.take();
        updates += all.size();
        most = std::max(most, all.size());
        for (Update &update : all)
            (void)tracker.put(std::move(update));
    });
    links.follow(
        {{.name = "far",
          .url = server.url(isSocket ? u"/api/ws/projects/p"_s : u"/api/progress/stream/p"_s)
                     .toEncoded()
                     .toStdString(),
          .dialect = isSocket ? "rooms" : "session"}});
    QTRY_COMPARE(server.connections(), 1U);
    const auto job = [&] { return tracker.job({"far", "p"}); };
    const auto message = [&](int i, const char *kind, const char *state) {
        const QByteArray number = QByteArray::number(i / 50.0);
        return said(isSocket, isSocket ? status(state, i / 50)
                                       : QByteArray(R"({"type":")") + kind +
                                             R"(","session_id":"p","status":")" + state +
                                             R"(","percentage":)" + number + "}");
    };
    int sent = 0;
    QTimer flood;
    connect(&flood, &QTimer::timeout, this, [&] {
        clock.advance(Millis(10));
        QByteArray bytes;
        for (int i = 0; i < 50; ++i)
            bytes += message(sent++, "progress", "starting");
        if (sent == 5000) {
            bytes += message(sent, "complete", isSocket ? "completed" : "complete");
            flood.stop();
        }
        server.peer(0).send(bytes);
    });
    QElapsedTimer took;
    took.start();
    flood.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(job() && isFinal(job()->state), 20'000);
    QCOMPARE(job()->state, State::Completed);
    QVERIFY2(words <= took.elapsed() / Links::gap.count() + 2, QByteArray::number(words));
    QVERIFY2(most <= 5, QByteArray::number(qulonglong(most)));
    QVERIFY(updates < 500);
}

QTEST_GUILESS_MAIN(TestRoughSockets)
#include "tst_roughsockets.moc"
