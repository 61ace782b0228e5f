// Streams that are refused, the polls in their place, and the way back: for each dialect, over real sockets.
#include "app/shared/systemclock.h"
#include "core/dialect/dialectfile.h"
#include "core/follow/habits.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "core/track/tracker.h"
#include "tests/support/wsroom.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

namespace {

/// How a backend says that its job p is at some percent, or has completed.
struct Speech
{
    const char *dialect = nullptr;
    QString stream{};
    QByteArray poll{}; ///< path
    std::function<QByteArray(int percent)> streamed{};
    std::function<QByteArray(int percent)> polled{};
};

QByteArray number(int percent)
{
    return QByteArray::number(percent);
}

QByteArray snapshotSays(int percent)
{
    return QByteArray("{\"projectId\":\"p\",\"step\":\"") +
           (percent == 100 ? "completed" : "compressing") +
           "\",\"stepNumber\":" + (percent == 100 ? "6" : "4") +
           ",\"totalSteps\":6,\"progress\":" + number(percent) + "}";
}

QByteArray scanSays(int percent)
{
    return QByteArray("{\"job_id\":\"p\",\"status\":\"") +
           (percent == 100 ? "completed" : "running") +
           "\",\"progress\":{\"phase\":\"clone\",\"percent\":" + number(percent) + "}}";
}

QByteArray sessionSays(int percent)
{
    return QByteArray("{\"type\":\"") + (percent == 100 ? "complete" : "progress") +
           "\",\"session_id\":\"p\",\"status\":\"" + (percent == 100 ? "complete" : "starting") +
           "\",\"percentage\":" + number(percent) + "}";
}

QByteArray roomSays(int percent)
{
    return QByteArray("{\"type\":\"status_update\",\"project_id\":\"p\",\"status\":\"") +
           (percent == 100 ? "completed" : "running") + "\",\"progress\":" + number(percent) + "}";
}

QByteArray projectSays(int percent)
{
    return QByteArray("{\"id\":\"p\",\"status\":\"") + (percent == 100 ? "completed" : "running") +
           "\",\"progress\":" + number(percent) + "}";
}

const std::vector<Speech> &speeches()
{
    static const std::vector<Speech> all{
        {"snapshot", u"/api/v1/projects/p/progress/stream"_s, "/api/v1/projects/p/progress",
         snapshotSays, snapshotSays},
        {"scan", u"/events/p"_s, "/jobs/p", scanSays, scanSays},
        {"session", u"/api/progress/stream/p"_s, "/api/progress/status/p", sessionSays,
         [](int percent) {
             return "{\"progress\":" + sessionSays(percent) + ",\"success\":true}";
         }},
        {"rooms", u"/api/ws/projects/p"_s, "/api/projects/p", roomSays, projectSays},
    };
    return all;
}

/// The dialect's own habits at a fiftieth of their length, so that a test need not take minutes.
LinkHabits hurried(LinkHabits habits)
{
    constexpr int factor = 50;
    for (Millis &delay : habits.delays)
        delay /= factor;
    habits.longest /= factor;
    habits.probeEvery /= factor;
    if (habits.pollEvery)
        *habits.pollEvery /= factor;
    return habits;
}

/// A backend whose stream can be refused, and one who follows it as the window does.
struct World
{
    explicit World(const Speech &how)
        : speech(how)
        , isSocket(how.stream.startsWith("/api/ws"_L1))
        , server([this](Peer &peer, const Request &request) { answer(peer, request); })
    {
        const QUrl url = server.url(speech.stream, isSocket ? u"ws"_s : u"http"_s);
        auto to =
            destinationOf(url.toString().toStdString(), dialect::builtInNamed(speech.dialect));
        Source::Config config{.name = "far"};
        config.habits =
            hurried(habitsOf(to->dialect, {.keepTrying = true, .canPoll = !to->poll.empty()}));
        attempts = config.habits.attempts.value_or(99);
        config.destination = std::move(to).value();
        source = std::make_unique<Source>(config, network, clock, [] { return 0.5; });
        QObject::connect(source.get(), &Source::told, source.get(),
                         [this](const std::vector<Update> &updates) {
                             for (const Update &update : updates)
                                 (void)tracker.put(update);
                         });
        source->start();
    }
    void answer(Peer &peer, const Request &request)
    {
        if (request.path == speech.poll) {
            ++polls;
            peer.send(
                httpAnswer(200, speech.polled(percent), "Content-Type: application/json\r\n"));
            return;
        }
        ++streams;
        if (isRefused) {
            peer.send(httpAnswer(503, "not now"));
            return;
        }
        up = &peer;
        if (isSocket) {
            const auto key = serve::wsAccept(request.header("Sec-WebSocket-Key").toStdString());
            peer.upgrade([](const QByteArray &) {});
            peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                      QByteArray::fromStdString(key.value_or("")) + "\r\n\r\n");
        } else {
            peer.send(streamHead());
        }
        say(percent);
    }
    void say(int now)
    {
        const QByteArray data = speech.streamed(now);
        up->send(isSocket ? text(data) : chunk("data: " + data + "\n\n"));
    }
    JobPtr job() const { return tracker.job({"far", "p"}); }
    double shown() const { return job() ? job()->percent.value_or(-1) : -1; }
    Link::State state() const { return source->link().state(); }

    const Speech &speech;
    bool isSocket;
    bool isRefused = true;
    int percent = 30;
    unsigned attempts = 0;
    unsigned streams = 0;
    int polls = 0;
    Peer *up = nullptr;
    WebServer server;
    SystemClock clock{};
    Network network{clock};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    std::unique_ptr<Source> source{};
};

} // namespace

class TestFallback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedStreamIsPolledAndComesBack_data() { dialects(); }
    void aRefusedStreamIsPolledAndComesBack()
    {
        QFETCH(const int, index);
        World world(speeches().at(std::size_t(index)));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), Link::State::Polling, 30'000);
        QCOMPARE(world.streams, world.attempts + 1); // the dialect's own number
        QTRY_VERIFY(world.polls > 0);
        QTRY_COMPARE(world.shown(), 30.0);
        QVERIFY(world.source->record().timeToFallback());
        world.percent = 40;
        QTRY_COMPARE(world.shown(), 40.0);
        world.isRefused = false;
        world.percent = 50;
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), Link::State::Connected, 10'000);
        QTRY_COMPARE(world.shown(), 50.0);
        const int polls = world.polls;
        world.say(70);
        QTRY_COMPARE(world.shown(), 70.0);
        QVERIFY(world.polls <= polls + 1); // one may have been under way
        world.say(100);
        QTRY_VERIFY(world.job() && world.job()->state == State::Completed);
    }

    void anEndThatOnlyPollsTellCounts_data() { dialects(); }
    void anEndThatOnlyPollsTellCounts()
    {
        QFETCH(const int, index);
        World world(speeches().at(std::size_t(index)));
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), Link::State::Polling, 30'000);
        world.percent = 100;
        QTRY_VERIFY(world.job() && world.job()->state == State::Completed);
        QTRY_COMPARE(world.state(), Link::State::Idle); // there is nothing more to come
    }

    /// A deployment's socket has nothing to poll: in the window it is tried for ever.
    void withoutAnythingToPollItKeepsTrying()
    {
        static const Speech deploy{"deploy", u"/ws/chat"_s, "/none", roomSays, roomSays};
        World world(deploy);
        QTRY_VERIFY_WITH_TIMEOUT(world.streams > world.attempts + 2, 30'000);
        QCOMPARE(world.state(), Link::State::Reconnecting);
        QCOMPARE(world.polls, 0);
    }

private:
    static void dialects()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < speeches().size(); ++i)
            QTest::newRow(speeches()[i].dialect) << int(i);
    }
};

QTEST_GUILESS_MAIN(TestFallback)
#include "tst_fallback.moc"
