#include "core/dialect/dialectfile.h"
#include "core/dialect/write.h"
#include "core/follow/following.h"
#include "core/follow/habits.h"
#include "core/track/tracker.h"
#include "core/wire/json.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

namespace {

const LinkFailure dropped{.reason = "the connection broke"};

/// A following on a moved clock, its updates applied to a tracker as the program does.
struct World
{
    explicit World(const char *dialectName, const char *id = "p", bool keepTrying = false)
        : dialect(dialectName != nullptr ? dialect::builtInNamed(dialectName) : nullptr)
        , following({.dialect = dialect,
                     .source = "far",
                     .id = id,
                     .habits = dialect != nullptr ? habitsOf(*dialect, keepTrying)
                                                  : afootHabits(keepTrying)},
                    [] { return 0.5; })
    {
    }
    void take(Following::Outcome given)
    {
        outcome = std::move(given);
        for (const Update &update : outcome.updates) {
            if (const auto done = tracker.apply(update); !done)
                refusals.push_back(done.error().name);
        }
        for (const JobKey &key : outcome.removed)
            (void)tracker.apply({.op = Update::Op::Clear, .key = key});
    }
    void start()
    {
        take(following.start(now));
        QVERIFY(outcome.orders.open);
        take(following.opened(now));
    }
    void tell(const char *text) { take(following.message(now, {.data = text})); }
    void tellOwn(const char *event, const std::string &data, const char *id = "")
    {
        take(following.message(now, {.type = event, .data = data, .lastEventId = id}));
    }
    void drop()
    {
        now += Millis(20'000);
        take(following.failed(now, dropped));
    }
    void comeBack()
    {
        for (int i = 0; i < 3 && !outcome.orders.open; ++i) {
            now = *following.link().nextDeadline();
            take(following.due(now));
        }
        QVERIFY(outcome.orders.open);
        take(following.opened(now));
    }
    JobPtr job(const char *id = "p") const { return tracker.job({"far", id}); }
    State state(const char *id = "p") const { return job(id)->state; }
    Link::State link() const { return following.link().state(); }

    const dialect::Dialect *dialect;
    FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    Following following;
    Ticks now{Millis(1'000'000)};
    Following::Outcome outcome{};
    std::vector<std::string> refusals{};
};

std::string jobText(const char *id, State state, double percent, const char *source = "local")
{
    Job job;
    job.key = {source, id};
    job.title = std::string("Job ") + id;
    job.state = state;
    job.percent = percent;
    return wire::toJson(job);
}

} // namespace

class TestFollowing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobIsFollowedToItsEndAndTheLinkStops();
    void anEndMissedWhileAwayIsLookedUp();
    void aJobThatIsNoLongerKnownIsLost();
    void whoStandsBeforeABackendLosesNoJob();
    void aJobThatNeverWasIsMissing();
    void aSessionThatSaysHelloAndGoesIsLookedUp();
    void afterItsAttemptsASnapshotIsPolledToItsEnd();
    void aRoomIsLookedAtWhenItOpens();
    void aRoomThatIsAwayGivesUpAfterFiveAttempts();
    void garbageIsCountedAndChangesNothing();
    void pingsAndPongsAreTheDialects();
    void anotherAfootsJobsComeWhole();
    void anotherAfootThatRestartedTakesItsJobsAlong();
    void jobsThatAnotherAfootFollowsItselfAreLeft();
    void theHabitsAreTheDialectsOwn();
};

void TestFollowing::aJobIsFollowedToItsEndAndTheLinkStops()
{
    World w("snapshot");
    w.start();
    w.tell(R"({"projectId":"p","step":"browsing","stepNumber":2,"totalSteps":6,"progress":20})");
    QCOMPARE(w.state(), State::Running);
    QCOMPARE(w.job()->percent, std::optional(20.0));
    w.tell(
        R"({"projectId":"p","step":"completed","stepNumber":6,"totalSteps":6,"progress":100,"snapshotUrl":"https:\/\/x"})");
    QCOMPARE(w.state(), State::Completed);
    QCOMPARE(w.job()->url, std::string("https://x"));
    QVERIFY(w.following.isOver());
    QVERIFY(w.outcome.orders.close);
    QVERIFY(!w.following.link().nextDeadline());
    w.drop(); // its server hangs up, too
    QVERIFY(!w.outcome.lookUp);
    QVERIFY(w.refusals.empty());
}

void TestFollowing::anEndMissedWhileAwayIsLookedUp()
{
    World w("scan", "7");
    w.start();
    w.tell(R"({"job_id":"7","status":"running","progress":{"phase":"clone","percent":10}})");
    w.drop();
    QVERIFY(w.outcome.orders.poll || w.outcome.lookUp);
    QCOMPARE(w.state("7"), State::Running); // a lost connection is not a failed job
    w.take(w.following.polled(w.now, 200,
                              R"({"job_id":"7","status":"failed","error":"no such branch"})"));
    QCOMPARE(w.state("7"), State::Failed);
    QCOMPARE(w.job("7")->error, std::string("no such branch"));
    QVERIFY(w.following.isOver());
    QVERIFY(w.outcome.orders.dropPoll);
}

void TestFollowing::whoStandsBeforeABackendLosesNoJob()
{
    World w("scan", "7");
    w.start();
    w.tell(R"({"job_id":"7","status":"running","progress":{"phase":"clone","percent":20}})");
    QCOMPARE(w.state("7"), State::Running);
    for (const char *body : {"", "<html>404 Not Found</html>", "404 page not found"}) {
        w.drop();
        w.take(w.following.polled(w.now, 404, body)); // such as of a proxy, while it begins anew
        QCOMPARE(w.state("7"), State::Running);
        QVERIFY(!w.following.isOver());
    }
    w.take(w.following.polled(w.now, 404, R"( {"error":{"message":"Job not found"}} )"));
    QCOMPARE(w.state("7"), State::Lost);
}

void TestFollowing::aJobThatIsNoLongerKnownIsLost()
{
    World w("scan", "7");
    w.start();
    w.tell(R"({"job_id":"7","status":"running","progress":{"phase":"clone","percent":10}})");
    w.drop();
    w.take(w.following.polled(w.now, 404,
                              R"({"error":{"code":"HTTP_ERROR","message":"Job not found"}})"));
    QCOMPARE(w.state("7"), State::Lost);
    QVERIFY(w.following.isOver());
    QVERIFY(!w.following.isMissing());

    World snapshot("snapshot");
    snapshot.start();
    snapshot.tell(R"({"projectId":"p","step":"uploading","totalSteps":6,"progress":95})");
    snapshot.drop();
    QVERIFY(snapshot.outcome.lookUp);
    snapshot.take(snapshot.following.polled(
        snapshot.now, 200, R"({"projectId":"p","step":"idle","totalSteps":6,"progress":0})"));
    QCOMPARE(snapshot.state(), State::Lost);
}

void TestFollowing::aJobThatNeverWasIsMissing()
{
    World w("scan", "7");
    w.start();
    w.drop(); // 200 and nothing
    QVERIFY(w.outcome.lookUp || w.outcome.orders.poll);
    w.take(w.following.polled(w.now, 404, "{}"));
    QVERIFY(w.following.isMissing());
    QVERIFY(w.following.isOver());
    QVERIFY(!w.job("7"));
}

void TestFollowing::aSessionThatSaysHelloAndGoesIsLookedUp()
{
    World w("session", "s");
    w.start();
    w.tell(R"({"type":"connected","session_id":"s"})");
    w.tell(
        R"({"type":"progress","session_id":"s","operation":"Import","status":"starting","percentage":5})");
    w.drop();
    w.comeBack();
    w.tell(R"({"type":"connected","session_id":"s"})");
    w.drop(); // without a word of the session: it has been deleted
    QVERIFY(w.outcome.lookUp);
    w.take(w.following.polled(w.now, 404, R"({"error":"Session not found","success":false})"));
    QCOMPARE(w.state("s"), State::Lost);
    QVERIFY(w.following.isOver());
}

void TestFollowing::afterItsAttemptsASnapshotIsPolledToItsEnd()
{
    World w("snapshot");
    w.start();
    w.take(w.following.failed(w.now, dropped));
    while (w.link() != Link::State::Polling) {
        w.now = *w.following.link().nextDeadline();
        w.take(w.following.due(w.now));
        if (w.outcome.orders.open)
            w.take(w.following.failed(w.now, dropped));
    }
    QVERIFY(w.outcome.orders.poll);
    w.take(w.following.polled(
        w.now, 200,
        R"({"projectId":"p","step":"compressing","stepNumber":4,"totalSteps":6,"progress":66,"message":""})"));
    QCOMPARE(w.job()->percent, std::optional(66.0));
    w.take(w.following.polled(
        w.now, 200, R"({"projectId":"p","step":"browsing","totalSteps":6,"progress":33})"));
    QCOMPARE(w.job()->percent, std::optional(66.0)); // never back
    w.take(w.following.polled(w.now, 304, ""));
    w.take(w.following.polled(
        w.now, 200,
        R"({"projectId":"p","step":"failed","totalSteps":6,"progress":66,"error":"e"})"));
    QCOMPARE(w.state(), State::Failed);
    QCOMPARE(w.following.counters().polls, 4U);
}

void TestFollowing::aRoomIsLookedAtWhenItOpens()
{
    World w("rooms");
    w.start();
    QVERIFY(w.outcome.lookUp);
    w.take(w.following.polled(w.now, 200, R"({"id":"p","name":"Shop","status":"running"})"));
    QCOMPARE(w.job()->title, std::string("Shop"));
    w.tell(R"({"type":"connection","project_id":"p","status":"connected"})");
    w.tell(R"({"type":"status_update","project_id":"p","status":"running","progress":35})");
    w.drop();
    QCOMPARE(w.link(), Link::State::Reconnecting);
    w.comeBack();
    QVERIFY(w.outcome.lookUp); // a completion that was missed is not repeated
    w.take(w.following.polled(w.now, 200, R"({"id":"p","name":"Shop","status":"completed"})"));
    QCOMPARE(w.state(), State::Completed);
    QVERIFY(w.following.isOver());
}

void TestFollowing::aRoomThatIsAwayGivesUpAfterFiveAttempts()
{
    for (const bool keepTrying : {false, true}) {
        World w("rooms", "p", keepTrying);
        w.take(w.following.start(w.now));
        int attempts = 0;
        Millis waited{0};
        while (attempts < 7) {
            w.take(w.following.failed(w.now, dropped));
            const auto next = w.following.link().nextDeadline();
            if (!next || w.link() == Link::State::Polling)
                break;
            waited += *next - w.now;
            w.now = *next;
            w.take(w.following.due(w.now));
            ++attempts;
        }
        QCOMPARE(attempts, 5);
        QCOMPARE(waited, Millis(2000 + 3000 + 4500 + 6750 + 10100));
        QCOMPARE(w.link(), Link::State::Polling); // it has a status to ask for
    }
}

void TestFollowing::garbageIsCountedAndChangesNothing()
{
    World w("snapshot");
    w.start();
    w.tell(R"({"projectId":"p","step":"browsing","totalSteps":6,"progress":20})");
    for (const char *bad :
         {"", "{", "[]", R"({"projectId":"p","step":7e9})", R"({"step":"sleeping"})", "\xff\xfe",
          R"({"projectId":"p","step":"browsing","progress":"many"})"}) {
        w.tell(bad);
        QVERIFY2(w.outcome.bad, bad);
        QVERIFY(w.outcome.updates.empty());
    }
    QCOMPARE(w.following.counters().bad, 7U);
    QCOMPARE(w.following.counters().messages, 8U);
    QCOMPARE(w.link(), Link::State::Connected);
    QCOMPARE(w.job()->percent, std::optional(20.0));
}

void TestFollowing::pingsAndPongsAreTheDialects()
{
    World w("rooms");
    w.start();
    w.tell(R"({"type":"connection","project_id":"p","status":"connected"})");
    w.now = *w.following.link().nextDeadline();
    w.take(w.following.due(w.now));
    QVERIFY(w.outcome.orders.ping);
    QCOMPARE(w.outcome.say, std::string(R"({"type":"ping"})"));
    w.tell(R"({"type":"pong"})");
    World chat("deploy", "");
    chat.start();
    QVERIFY(chat.outcome.say.find("\"init\"") != std::string::npos);
    chat.tell(R"({"type":"ping","timestamp":1})");
    QVERIFY(chat.outcome.say.find("\"pong\"") != std::string::npos);
    QVERIFY(!chat.following.isOver());
}

void TestFollowing::anotherAfootsJobsComeWhole()
{
    World w(nullptr, "");
    w.start();
    w.tellOwn("hello", R"({"protocol":1,"epoch":"e","rev":3,"version":"1"})");
    w.tellOwn("snapshot",
              R"({"jobs":[)" + jobText("a", State::Running, 40) + "," +
                  jobText("b", State::Failed, 70) + "]}",
              "e-3");
    QCOMPARE(w.state("a"), State::Running);
    QCOMPARE(w.state("b"), State::Failed);
    QCOMPARE(w.job("a")->title, std::string("Job a"));
    w.tellOwn("log", R"({"id":"a","lines":[{"n":1,"text":"hello"}],"dropped":0})", "e-3");
    QCOMPARE(w.tracker.log({"far", "a"}, 0, 10)->lines.size(), 1U);
    w.tellOwn("job", jobText("a", State::Completed, 100), "e-4");
    QCOMPARE(w.state("a"), State::Completed);
    w.tellOwn("job", jobText("a", State::Running, 3), "e-5"); // a new run
    QCOMPARE(w.state("a"), State::Running);
    QCOMPARE(w.job("a")->percent, std::optional(3.0));
    w.tellOwn("removed", R"({"id":"b","source":"local"})", "e-6");
    QVERIFY(!w.job("b"));
    QCOMPARE(w.following.cursor(), std::string("e-6"));
    w.tellOwn("job", "{}");
    QVERIFY(w.outcome.bad);
    QVERIFY(w.refusals.empty());
}

void TestFollowing::anotherAfootThatRestartedTakesItsJobsAlong()
{
    World w(nullptr, "");
    w.start();
    w.tellOwn("snapshot", R"({"jobs":[)" + jobText("a", State::Completed, 100) + "]}");
    w.drop();
    QVERIFY(w.outcome.orders.open); // at once
    w.tellOwn("snapshot", R"({"jobs":[)" + jobText("b", State::Running, 1) + "]}");
    QVERIFY(!w.job("a"));
    QCOMPARE(w.state("b"), State::Running);
    QCOMPARE(w.following.counters().reconnects, 1U);
}

void TestFollowing::jobsThatAnotherAfootFollowsItselfAreLeft()
{
    World w(nullptr, "");
    w.start();
    w.tellOwn("job", jobText("a", State::Running, 40, "nas"));
    QVERIFY(!w.job("a"));
}

void TestFollowing::theHabitsAreTheDialectsOwn()
{
    const auto habits = [](const char *name) {
        return habitsOf(*dialect::builtInNamed(name), false);
    };
    QCOMPARE(habits("snapshot").delays.size(), 5U);
    QCOMPARE(habits("snapshot").longest, Millis(30000));
    QCOMPARE(habits("snapshot").attempts, std::optional(5U));
    QCOMPARE(habits("snapshot").pollEvery, std::optional(Millis(1000)));
    QCOMPARE(habits("snapshot").silence, Millis(30000));
    QCOMPARE(habits("scan").attempts, std::optional(0U));
    QCOMPARE(habits("scan").pollEvery, std::optional(Millis(3000)));
    QCOMPARE(habits("rooms").pingEvery, std::optional(Millis(30000)));
    QCOMPARE(habits("deploy").attempts, std::optional(3U));
    QVERIFY(!habits("deploy").pollEvery);
    QVERIFY(!afootHabits(true).attempts);
}

QTEST_APPLESS_MAIN(TestFollowing)
#include "tst_following.moc"
