// Backends that repeat themselves, tell things late, speak of several jobs, or just started again.
#include "core/wire/json.h"
#include "tests/support/far.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

namespace {

std::string snapshotAt(int percent, const char *time, const char *message)
{
    return R"({"projectId":"p","step":"uploading","totalSteps":6,"progress":)" +
           std::to_string(percent) + R"(,"message":")" + message + R"(","timestamp":")" + time +
           "\"}";
}

std::string ownJob(const std::string &id, State state)
{
    Job job;
    job.key = {"local", id};
    job.title = id;
    job.state = state;
    return wire::toJson(job);
}

} // namespace

class TestRoughFollowing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageThatComesTwiceChangesNothing();
    void progressThatGoesBackIsNotShown();
    void whatComesLateTakesNothingBack();
    void aClockThatWasSetBackIsBelieved();
    void afterItsEndAJobStaysAsItIs();
    void endlessDetailsDoNotHideTheEnd();
    void aRunAfterAnEarlierOneIsShown();
    void anEndDuringARestartIsFoundOut_data();
    void anEndDuringARestartIsFoundOut();
    void aDeploymentGoesOnWhereItsSocketComesBack();
    void anotherAfootThatRestartedTellsTheEnd();
    void anotherAfootTellsFromTheCursorOnWhatWasMissed();
    void aLookWithoutAnswerIsRepeatedUntilThereIsOne();
    void jobsOnOneSocketStayApart();
    void anAbortWithoutAnIdEndsTheJobSpokenOf();
    void fiveThousandMessagesEndInTheRightState();
    void anotherAfootTellsOfNoMoreJobsThanATrackerHas();
};

void TestRoughFollowing::aMessageThatComesTwiceChangesNothing()
{
    Far far("snapshot");
    far.tell(browsing);
    const JobPtr once = far.job();
    for (int i = 0; i < 3; ++i)
        far.tell(browsing);
    QCOMPARE(far.job()->rev, once->rev);
    QVERIFY(far.refusals.empty());
}

void TestRoughFollowing::progressThatGoesBackIsNotShown()
{
    Far far("rooms");
    double most = 0;
    for (const int percent : {10, 40, 20, 0, 41}) {
        far.tell(R"({"type":"status_update","project_id":"p","status":"running","progress":)" +
                 std::to_string(percent) + "}");
        most = std::max(most, double(percent));
        QCOMPARE(far.job()->percent, std::optional(most));
    }
}

void TestRoughFollowing::whatComesLateTakesNothingBack()
{
    Far far("snapshot");
    far.tell(snapshotAt(95, "2026-11-20T13:00:30Z", "new"));
    far.tell(snapshotAt(96, "2026-11-20T13:00:10.5Z", "old"));
    QCOMPARE(far.job()->message, "new");
    QCOMPARE(far.job()->percent, std::optional(96.0));
    far.tell(snapshotAt(97, "2026-11-20T13:00:31Z", "newer"));
    QCOMPARE(far.job()->message, "newer");
    // an end is never too late
    far.tell(
        R"({"projectId":"p","step":"failed","error":"disk full","timestamp":"2026-11-20T13:00:01Z"})");
    QCOMPARE(far.state(), "failed");
    QCOMPARE(far.job()->error, "disk full");
}

void TestRoughFollowing::aClockThatWasSetBackIsBelieved()
{
    Far far("snapshot");
    far.tell(snapshotAt(20, "2026-11-20T13:00:30Z", "summer"));
    far.tell(snapshotAt(21, "2026-11-20T12:00:31Z", "winter"));
    QCOMPARE(far.job()->message, "winter");
    far.tell(snapshotAt(22, "2026-11-20T12:00:32Z", "later"));
    QCOMPARE(far.job()->message, "later");
    far.tell(snapshotAt(23, "yesterday", "no time"));
    QCOMPARE(far.job()->message, "no time");
}

void TestRoughFollowing::afterItsEndAJobStaysAsItIs()
{
    Far far("deploy", "");
    const auto say = [&](const char *stage, const char *status) {
        far.tell(R"({"type":"deployment_progress","deployment_id":"p","stage":")" +
                 std::string(stage) + R"(","status":")" + status + "\",\"message\":\"m\"}");
    };
    say("repo_clone", "in-progress");
    say("cloud_deployment", "success");
    QCOMPARE(far.state(), "completed");
    const JobPtr end = far.job();
    say("repo_clone", "in-progress");
    say("container_build", "error");
    say("cloud_deployment", "success");
    far.tell(R"({"type":"deployment_started","deployment_id":"p","message":"again"})");
    far.tell(R"({"type":"ai_thought","deployment_id":"p","message":"hm"})");
    QCOMPARE(*far.job(), *end);
    QCOMPARE(far.bad(), 0U);
    QVERIFY(far.outcome.updates.empty());
}

void TestRoughFollowing::endlessDetailsDoNotHideTheEnd()
{
    Far far("session");
    for (int i = 0; i < 500; ++i)
        far.tell(R"({"type":"progress","session_id":"p","status":"starting","details":{"key)" +
                 std::to_string(i) + R"(":1,"same":)" + std::to_string(i) + "}}");
    QVERIFY(far.refusals.empty());
    QCOMPARE(far.job()->details.size(), JobLimits{}.maxDetails);
    QCOMPARE(std::get<double>(far.job()->details[1].value), 499.0);
    far.tell(R"({"type":"complete","session_id":"p","status":"complete","details":{"a":1,"b":2}})");
    QCOMPARE(far.state(), "completed");
}

void TestRoughFollowing::aRunAfterAnEarlierOneIsShown()
{
    Far far("snapshot");
    const JobKey key{"far", "p"};
    QVERIFY(!far.tracker.put({.op = Update::Op::Begin, .key = key, .title = "Snapshot"}));
    QVERIFY(!far.tracker.put({.op = Update::Op::Fail, .key = key}));
    far.tell(browsing);
    QCOMPARE(far.state(), "running");
    Far ended("snapshot"); // whereas the end of a run that is known is no new one
    QVERIFY(!ended.tracker.put({.op = Update::Op::Begin, .key = key, .title = "Snapshot"}));
    QVERIFY(!ended.tracker.put({.op = Update::Op::Fail, .key = key, .error = "e"}));
    const auto rev = ended.job()->rev;
    ended.tell(R"({"projectId":"p","step":"failed","error":"e"})");
    QCOMPARE(ended.job()->rev, rev);
}

void TestRoughFollowing::anEndDuringARestartIsFoundOut_data()
{
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QByteArray>("running");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char *what, const char *dialect, const char *running, int status,
                        const char *body, const char *state) {
        QTest::newRow(what) << QByteArray(dialect) << QByteArray(running) << status
                            << QByteArray(body) << QByteArray(state);
    };
    row("snapshot, kept", "snapshot", browsing.c_str(), 200,
        R"({"projectId":"p","step":"completed","totalSteps":6,"progress":100})", "completed");
    row("snapshot, forgotten", "snapshot", browsing.c_str(), 200,
        R"({"projectId":"p","step":"idle","totalSteps":6,"progress":0})", "lost");
    const char *const scan = R"({"job_id":"p","status":"running","progress":{"percent":10}})";
    row("scan, kept", "scan", scan, 200, R"({"job_id":"p","status":"completed"})", "completed");
    row("scan, forgotten", "scan", scan, 404, "{}", "lost");
    const char *const session =
        R"({"type":"progress","session_id":"p","status":"starting","percentage":5})";
    row("session, kept", "session", session, 200,
        R"({"progress":{"session_id":"p","status":"error","message":"m"},"success":true})",
        "failed");
    row("session, forgotten", "session", session, 404, R"({"success":false})", "lost");
    const char *const rooms = R"({"type":"status_update","project_id":"p","status":"running"})";
    row("rooms, kept", "rooms", rooms, 200, R"({"id":"p","status":"failed","error":"e"})",
        "failed");
    row("rooms, gone", "rooms", rooms, 404, R"({"detail":"Project not found"})", "lost");
    row("rooms, idle", "rooms", rooms, 200, R"({"id":"p","status":"idle"})", "lost");
}

void TestRoughFollowing::anEndDuringARestartIsFoundOut()
{
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, running);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, state);
    Far far(dialect.constData());
    far.tell(running.toStdString());
    QCOMPARE(far.state(), "running");
    // it goes away, and nothing answers while it starts
    far.breakOff();
    QVERIFY(far.outcome.lookUp || far.outcome.orders.poll);
    far.take(far.following.pollFailed(far.now, dropped));
    QCOMPARE(far.state(), "running");
    for (int i = 0; i < 3; ++i) {
        far.now = *far.following.nextDeadline();
        far.take(far.following.due(far.now));
        if (far.outcome.orders.open)
            far.take(far.following.failed(far.now, dropped));
        if (far.outcome.orders.poll)
            far.take(far.following.pollFailed(far.now, dropped));
    }
    // now it is back: the stream, a look at the status, or the next poll
    bool isAsked = false;
    for (int i = 0; i < 20 && !isAsked; ++i) {
        far.now = *far.following.nextDeadline();
        far.take(far.following.due(far.now));
        isAsked = far.outcome.orders.poll;
        if (!isAsked && far.outcome.orders.open) {
            far.take(far.following.opened(far.now));
            isAsked = far.outcome.lookUp;
            if (!isAsked && dialect == "snapshot" && status == 200) {
                far.tell(body.toStdString().find("idle") == std::string::npos
                             ? body.toStdString()
                             : R"({"projectId":"p","step":"","totalSteps":6,"progress":0})");
                isAsked = far.outcome.lookUp || far.state() != "running";
            } else if (!isAsked) {
                if (dialect == "session")
                    far.tell(R"({"type":"connected","session_id":"p"})");
                far.breakOff();
                isAsked = far.outcome.lookUp || far.outcome.orders.poll;
            }
        }
    }
    QVERIFY(isAsked);
    far.poll(status, body.constData());
    QCOMPARE(QByteArray::fromStdString(far.state()), state);
    QVERIFY(far.following.isOver());
    QVERIFY(!far.following.nextDeadline());
}

/// That backend has no status to ask for and replays nothing: a later stage says that the earlier ones are over.
void TestRoughFollowing::aDeploymentGoesOnWhereItsSocketComesBack()
{
    Far far("deploy", "");
    const auto say = [&](const char *stage, const char *status) {
        far.tell(R"({"type":"deployment_progress","deployment_id":"p","stage":")" +
                 std::string(stage) + R"(","status":")" + status + "\"}");
    };
    say("repo_clone", "in-progress");
    far.breakOff();
    QVERIFY(!far.outcome.lookUp);
    QCOMPARE(far.state(), "running");
    far.comeBack();
    QVERIFY(far.outcome.say.find("init") != std::string::npos);
    QCOMPARE(far.state(), "running");
    say("container_build", "in-progress");
    QCOMPARE(far.job()->steps[1].state, StepState::Completed);
    say("cloud_deployment", "success");
    QCOMPARE(far.state(), "completed");
}

void TestRoughFollowing::anotherAfootTellsFromTheCursorOnWhatWasMissed()
{
    Far far(nullptr, "a");
    far.tellOwn("snapshot", R"({"jobs":[)" + ownJob("a", State::Running) + "]}", "e-3");
    far.tellOwn("job", "{", "e-4"); // what cannot be read is not asked for again
    QCOMPARE(far.bad(), 1U);
    far.breakOff();
    QCOMPARE(far.following.cursor(), "e-4");
    far.tellOwn("job", ownJob("b", State::Running), "e-5");
    far.tellOwn("job", ownJob("a", State::Canceled), "e-6");
    QCOMPARE(far.state("a"), "canceled");
    QCOMPARE(far.state("b"), "none"); // not asked for
    QVERIFY(far.following.isOver());
}

void TestRoughFollowing::anotherAfootThatRestartedTellsTheEnd()
{
    Far far(nullptr, "");
    far.tellOwn("snapshot", R"({"jobs":[)" + ownJob("kept", State::Running) + "," +
                                ownJob("gone", State::Running) + "]}");
    QCOMPARE(far.state("kept"), "running");
    far.breakOff();
    far.tellOwn("snapshot", R"({"jobs":[)" + ownJob("kept", State::Completed) + "]}");
    QCOMPARE(far.state("kept"), "completed");
    QVERIFY2(far.state("gone") == "none" || far.state("gone") == "lost", far.state("gone").c_str());
    QCOMPARE(far.bad(), 0U);
    Far one(nullptr, "gone");
    one.tellOwn("snapshot", R"({"jobs":[)" + ownJob("gone", State::Running) + "]}");
    one.tellOwn("snapshot", R"({"jobs":[]})");
    QVERIFY(one.following.isOver());
    QVERIFY(one.state("gone") != "running");
}

void TestRoughFollowing::aLookWithoutAnswerIsRepeatedUntilThereIsOne()
{
    Far far("rooms");
    far.tell(R"({"type":"status_update","project_id":"p","status":"running"})");
    far.breakOff();
    far.comeBack();
    QVERIFY(far.outcome.lookUp);
    const Ticks back = far.now;
    int looks = 0;
    far.take(far.following.pollFailed(far.now, {.reason = "502"}));
    while (far.now < back + Millis(60'000)) {
        far.now = *far.following.nextDeadline();
        far.take(far.following.due(far.now));
        if (!far.outcome.lookUp) {
            far.take(far.following.message(far.now, {.data = R"({"type":"pong"})"}));
            continue;
        }
        ++looks;
        far.take(far.following.pollFailed(far.now, {.reason = "502"}));
    }
    QVERIFY2(looks >= 3 && looks <= 6, QByteArray::number(looks)); // 3, 6, 12, 24 s apart
    far.poll(200, R"({"id":"p","status":"completed"})");
    QCOMPARE(far.state(), "completed");
    QVERIFY(far.following.isOver());
}

void TestRoughFollowing::jobsOnOneSocketStayApart()
{
    Far far("deploy", "");
    for (int i = 0; i < 50; ++i) {
        const char *const id = i % 2 == 0 ? "a" : "b";
        far.tell(R"({"type":"deployment_progress","deployment_id":")" + std::string(id) +
                 R"(","stage":"container_build","status":"in-progress","message":")" + id +
                 std::to_string(i) + R"(","progress":)" + std::to_string(i) + "}");
        far.tell("{}");
    }
    far.tell(
        R"({"type":"deployment_progress","deployment_id":"a","stage":"container_build","status":"error","message":"a broke"})");
    QCOMPARE(far.state("a"), "failed");
    QCOMPARE(far.job("a")->error, "a broke");
    QCOMPARE(far.state("b"), "running");
    QCOMPARE(far.job("b")->message, "b49");
    QVERIFY(!far.following.isOver());
    // a room that speaks of another project does not end this one
    Far room("rooms");
    room.tell(R"({"type":"status_update","project_id":"p","status":"running"})");
    room.tell(R"({"type":"completion","project_id":"q","status":"completed"})");
    QCOMPARE(room.state("p"), "running");
    QVERIFY(!room.following.isOver());
}

void TestRoughFollowing::anAbortWithoutAnIdEndsTheJobSpokenOf()
{
    Far far("deploy", "");
    for (const char *id : {"a", "b"})
        far.tell(R"({"type":"deployment_progress","deployment_id":")" + std::string(id) +
                 R"(","stage":"repo_clone","status":"in-progress","message":"m"})");
    far.tell(
        R"({"type":"deployment_complete","success":false,"error":" **Operation Cancelled.**"})");
    QCOMPARE(far.state("a"), "running");
    QCOMPARE(far.state("b"), "canceled");
}

void TestRoughFollowing::fiveThousandMessagesEndInTheRightState()
{
    Far far("session");
    for (int i = 0; i < 5000; ++i)
        far.tell(R"({"type":"progress","session_id":"p","status":"starting","message":")" +
                 std::to_string(i) + R"(","percentage":)" + std::to_string(i / 50.0) + "}");
    QCOMPARE(far.job()->message, "4999");
    far.tell(R"({"type":"complete","session_id":"p","status":"complete","message":"done"})");
    QCOMPARE(far.state(), "completed");
    QCOMPARE(far.following.counters().messages, 5001U);
    QCOMPARE(far.bad(), 0U);
    QVERIFY(far.refusals.empty());
}

void TestRoughFollowing::anotherAfootTellsOfNoMoreJobsThanATrackerHas()
{
    Far far(nullptr, "");
    const std::size_t most = JobLimits{}.maxActiveJobs;
    for (std::size_t i = 0; i < most + 10; ++i)
        far.tellOwn("job", ownJob("j" + std::to_string(i), State::Running));
    QCOMPARE(far.bad(), 10U);
    QCOMPARE(far.badName(), "too_many_jobs");
    far.tellOwn("job", ownJob("j0", State::Completed));
    QCOMPARE(far.state("j0"), "completed");
}

QTEST_APPLESS_MAIN(TestRoughFollowing)
#include "tst_roughfollowing.moc"
