#include "core/dialect/dialectfile.h"
#include "core/follow/habits.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "tests/support/fakeclock.h"
#include "tests/support/webserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

namespace {

QByteArray info(const QByteArray &id, const QByteArray &status, int percent)
{
    return "{\"job_id\":\"" + id + "\",\"status\":\"" + status +
           "\",\"progress\":{\"phase\":\"clone\",\"percent\":" + QByteArray::number(percent) + "}}";
}

/// A backend of scans: a list, a stream for each, a status for each.
struct Backend
{
    explicit Backend()
        : server([this](Peer &peer, const Request &request) { answer(peer, request); })
    {
    }
    void answer(Peer &peer, const Request &request)
    {
        paths << request.path;
        if (request.path.startsWith("/jobs?") || request.path == "/jobs") {
            if (listStatus != 200) {
                peer.send(httpAnswer(listStatus, "no"));
                return;
            }
            peer.send(httpAnswer(200, "{\"jobs\":[" + list.join(',') + "],\"total\":0}",
                                 "Content-Type: application/json\r\n"));
        } else if (request.path.startsWith("/jobs/")) {
            peer.send(httpAnswer(200, state.value(request.path.mid(6)),
                                 "Content-Type: application/json\r\n"));
        } else {
            streams[request.path.mid(8)] = &peer;
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: " +
                      state.value(request.path.mid(8)) + "\n\n");
        }
    }

    QByteArrayList list{};
    QHash<QByteArray, QByteArray> state{};
    QHash<QByteArray, Peer *> streams{};
    QByteArrayList paths{};
    int listStatus = 200;
    WebServer server;
};

/// One who follows it, and the state of each job as told last.
struct World
{
    explicit World(const Backend &backend, const QString &path = u"/jobs"_s, bool keepTrying = true)
    {
        auto to = destinationOf(backend.server.url(path).toString().toStdString());
        if (!to)
            qFatal("%s", to.error().detail.c_str());
        Source::Config config;
        config.name = "ci";
        config.destination = *to;
        config.habits = habitsOf(to->dialect, {.keepTrying = keepTrying, .isList = to->isList});
        config.habits.pollEvery = Millis(50);
        source.emplace(std::move(config), network, clock, [] { return 0.5; });
        QObject::connect(&*source, &Source::told, &*source,
                         [this](const std::vector<Update> &updates, const std::vector<JobKey> &) {
                             ++words;
                             for (const Update &update : updates) {
                                 if (update.op == Update::Op::Complete)
                                     state[update.key.id] = State::Completed;
                                 else if (update.op == Update::Op::Fail)
                                     state[update.key.id] = State::Failed;
                                 else if (update.state)
                                     state[update.key.id] = *update.state;
                                 if (update.percent && *update.percent)
                                     percent[update.key.id] = **update.percent;
                             }
                         });
        pace.start(20);
        QObject::connect(&pace, &QTimer::timeout, &pace, [this] { clock.advance(Millis(20)); });
        source->start();
    }

    FakeClock clock{};
    Network network{clock};
    std::optional<Source> source{};
    std::map<std::string, State> state{};
    std::map<std::string, double> percent{};
    int words = 0;
    QTimer pace{};
};

} // namespace

/// A list of jobs that is followed: a stream for each job that runs.
class TestBranches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachJobThatRunsHasAStream()
    {
        Backend backend;
        backend.list = {info("1", "running", 10), info("2", "queued", 0),
                        info("3", "completed", 95)};
        backend.state = {{"1", info("1", "running", 20)}, {"2", info("2", "running", 5)}};
        World world(backend);
        QVERIFY(world.source->config().destination.isList);
        QTRY_COMPARE(world.source->streams(), std::size_t(2));
        QTRY_COMPARE(world.percent["1"], 20.0);
        QCOMPARE(world.state["3"], State::Completed);
        QVERIFY(!backend.streams.contains("3"));
        QCOMPARE(world.source->way(), Source::Way::Poll);
        backend.streams["1"]->send("data: " + info("1", "running", 60) + "\n\n");
        QTRY_COMPARE(world.percent["1"], 60.0);
        QTest::qWait(120); // the list still says 10, and that is old
        QCOMPARE(world.percent["1"], 60.0);
        backend.list = {info("2", "queued", 0)};
        backend.streams["1"]->send("data: " + info("1", "failed", 60) + "\n\n");
        QTRY_COMPARE(world.state["1"], State::Failed);
        QTRY_COMPARE(world.source->streams(), std::size_t(1));
        QVERIFY(world.source->counters().messages >= 4);
    }

    void aJobThatComesLaterIsFound()
    {
        Backend backend;
        World world(backend);
        QTRY_COMPARE(world.words, 1); // that there is none is an answer
        backend.state["9"] = info("9", "running", 1);
        backend.list = {info("9", "running", 0)};
        QTRY_COMPARE(world.source->streams(), std::size_t(1));
        QTRY_COMPARE(world.percent["9"], 1.0);
    }

    void anEndThatTheStreamMissedIsInTheList()
    {
        Backend backend;
        backend.list = {info("1", "running", 10)};
        backend.state["1"] = info("1", "running", 10);
        World world(backend);
        QTRY_COMPARE(world.source->streams(), std::size_t(1));
        backend.list = {info("1", "completed", 95)};
        QTRY_COMPARE(world.state["1"], State::Completed);
    }

    void oneBadJobInTheListDoesNotHideTheOthers()
    {
        Backend backend;
        backend.list = {"7", "{\"job_id\":[]}", info("1", "running", 10)};
        backend.state["1"] = info("1", "running", 10);
        World world(backend);
        QTRY_COMPARE(world.source->streams(), std::size_t(1));
        QVERIFY(world.source->counters().bad >= 1);
    }

    void aListThatCannotBeHadIsTriedAsOftenAsAStream()
    {
        Backend backend;
        backend.listStatus = 503;
        World world(backend, u"/jobs"_s, false);
        QTRY_COMPARE(world.source->link().state(), Link::State::Disconnected);
        QVERIFY(backend.paths.size() >= 2);
        QVERIFY(world.source->link().reason().find("503") != std::string::npos);
    }

    void whoKeepsTryingFindsItAgain()
    {
        Backend backend;
        backend.listStatus = 503;
        World world(backend);
        QTRY_VERIFY(backend.paths.size() >= 2);
        QVERIFY(world.source->link().awaySince());
        backend.listStatus = 200;
        world.source->retryNow();
        QTRY_VERIFY(!world.source->link().awaySince());
    }

    void aTokenGoesToListAndStreams()
    {
        Backend backend;
        backend.list = {info("1", "running", 10)};
        World world(backend, u"/jobs?key=s3cret"_s);
        QTRY_COMPARE(world.source->streams(), std::size_t(1));
        QTRY_VERIFY(backend.paths.contains("/events/1?key=s3cret"));
    }

    void stoppingHangsUpOnAll()
    {
        Backend backend;
        backend.list = {info("1", "running", 10), info("2", "running", 10)};
        World world(backend);
        QTRY_COMPARE(backend.streams.size(), 2);
        world.source->stop();
        QCOMPARE(world.source->streams(), std::size_t(0));
        QTRY_VERIFY(backend.streams["1"]->isGone() && backend.streams["2"]->isGone());
    }
};

QTEST_GUILESS_MAIN(TestBranches)
#include "tst_branches.moc"
