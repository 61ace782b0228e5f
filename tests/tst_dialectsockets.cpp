#include "tests/support/dialectwatch.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

// A message with a link stands in a variable: moc takes the slashes in a macro's argument for a comment.

class TestDialectSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deploymentsShareASocket();
    void aLaterStageImpliesTheEarlier();
    void aDeploymentFailsWithItsStage();
    void aCancelOfADeploymentNamesNone();
    void chatAndThoughtsAreTheLog();
    void aRoomIsReadWhereverItsFieldsStand();
    void aCompletionIsJudged_data();
    void aCompletionIsJudged();
    void percentNeverFallsAndAnEndIsAnEnd();
    void garbageChangesNothing_data();
    void garbageChangesNothing();
};

void TestDialectSockets::deploymentsShareASocket()
{
    Watched w("deploy");
    QVERIFY(w.tell(R"({"type":"connected","session_id":"s","message":"Hello"})"));
    QVERIFY(w.reading.opened);
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"deploy-1a2b3c4d","stage":"container_build","status":"in-progress","message":"Building 45%","timestamp":"2025-01-10T14:30:22.120001","progress":45})"));
    QVERIFY(!w.job.percent);
    QCOMPARE(w.job.steps.at(6).percent, std::optional(45.0));
    QCOMPARE(w.job.steps.at(6).state, StepState::Running);
    QVERIFY(w.job.can.has(Ask::Cancel));
    QVERIFY(w.tell(
        R"j({"type":"deployment_progress","deployment_id":"other","stage":"repo_clone","status":"success","message":"Repository cloned (157 files)","timestamp":"...","details":{"files":157,"size":"3.2 MB","duration":"4.1s"}})j"));
    QCOMPARE(w.job.key.id, std::string("other"));
    QCOMPARE(w.context.jobs.size(), 2U);
    QVERIFY(w.job.details == (std::vector<Detail>{{"files", 157.0}, {"size", "3.2 MB"}}));
    for (const char *other : {R"({"type":"typing"})", R"({"type":"identity_verified"})",
                              R"({"type":"whatever","deployment_id":4})", R"({"no":"type"})"}) {
        QVERIFY(w.tell(other));
        QVERIFY(w.reading.updates.empty());
    }
    QVERIFY(w.tell(R"({"type":"ping","timestamp":1736519422.1})"));
    QVERIFY(w.reading.asksPong);
}

void TestDialectSockets::aLaterStageImpliesTheEarlier()
{
    Watched w("deploy");
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"code_analysis","status":"success","message":"m"})"));
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"env_vars","status":"waiting","message":"m"})"));
    QVERIFY(w.steps().contains("code_analysis:completed dockerfile_generation:pending"));
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"container_build","status":"in-progress","message":"m","progress":5})"));
    QVERIFY(w.steps().contains("security_scan:completed container_build:running"));
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"code_analysis","status":"in-progress","message":"late"})"));
    QVERIFY(w.steps().contains("code_analysis:completed"));
    const char *link2 =
        R"({"type":"deployment_progress","deployment_id":"d","stage":"cloud_deployment","status":"success","message":"Live","details":{"url":"https://app"}})";
    QVERIFY(w.tell(link2));
    QCOMPARE(w.job.state, State::Completed);
    QCOMPARE(w.job.url, std::string("https://app"));
    QVERIFY(!w.job.percent);
    const Context before = w.context;
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"env_vars","status":"success","message":"Completed"})"));
    QVERIFY(w.reading.updates.empty());
    QVERIFY(w.context == before);
}

void TestDialectSockets::aDeploymentFailsWithItsStage()
{
    Watched w("deploy");
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"container_build","status":"error","message":"Build failed","details":{"errors":["no base image","exit 1"]}})"));
    QCOMPARE(w.job.state, State::Failed);
    QCOMPARE(w.job.error, std::string("no base image; exit 1"));
    QVERIFY(w.steps().contains("container_build:failed cloud_deployment:pending"));
}

void TestDialectSockets::aCancelOfADeploymentNamesNone()
{
    Watched w("deploy");
    const char *abort =
        R"({"type":"deployment_complete","success":false,"error":" **Operation Cancelled.**","timestamp":"2025-01-10T14:30:22"})";
    QVERIFY(w.tell(abort));
    QVERIFY(w.reading.updates.empty());
    QVERIFY(w.tell(
        R"({"type":"deployment_progress","deployment_id":"d","stage":"repo_clone","status":"in-progress","message":"m"})"));
    QVERIFY(w.tell(abort));
    QCOMPARE(w.job.key.id, std::string("d"));
    QCOMPARE(w.job.state, State::Canceled);
    QVERIFY(w.steps().contains("repo_clone:skipped"));
}

void TestDialectSockets::chatAndThoughtsAreTheLog()
{
    Watched w("deploy");
    const char *chat =
        R"({"type":"message","data":{"content":"Reading )"
        "\\"
        R"(u001b[1mfiles","metadata":{"type":"progress"}},"timestamp":"2025-01-10T14:30:22"})";
    QVERIFY(w.tell(chat));
    QVERIFY(w.reading.updates.empty());
    QVERIFY(w.tell(
        R"({"type":"ai_thought","deployment_id":"d","message":"Hmm","level":"warning","stage_id":null,"timestamp":"2025-01-10T14:30:22"})"));
    QVERIFY(w.tell(chat));
    QCOMPARE(w.lines.size(), 2U);
    QCOMPARE(w.lines[0].level, std::string("warning"));
    QCOMPARE(w.lines[1].text, std::string("Reading \x1b[1mfiles"));
    QVERIFY(w.lines[1].time == WallTime(Millis(1'736'519'422'000)));
    const char *link3 =
        R"({"type":"message","data":{"content":"Live!","metadata":{"type":"deployment_complete","status":"success"},"deployment_url":"https://app"}})";
    QVERIFY(w.tell(link3));
    QCOMPARE(w.job.state, State::Completed);
    QCOMPARE(w.job.url, std::string("https://app"));
}

void TestDialectSockets::aRoomIsReadWhereverItsFieldsStand()
{
    Watched w("rooms", "p1");
    QVERIFY(w.tell(
        R"({"type":"connection","project_id":"p1","status":"connected","message":"Connected to project p1","timestamp":"2025-01-10T14:30:22Z"})"));
    QVERIFY(w.reading.opened && w.reading.updates.empty());
    QVERIFY(w.tell(
        R"({"type":"status_update","project_id":"p1","status":"running","progress":35,"message":"On it","timestamp":"2025-01-10T14:30:22Z"})"));
    QCOMPARE(w.job.percent, std::optional(35.0));
    QVERIFY(w.tell(
        R"({"type":"agent_update","project_id":"p1","agent_name":"architect","status":"started","message":"Starting architect agent","timestamp":"..."})"));
    QVERIFY(w.tell(
        R"({"type":"agent_update","project_id":"p1","data":{"agent_name":"architect","status":"completed","message":"Completed architect agent in 3.2s"},"timestamp":"..."})"));
    QVERIFY(w.tell(R"({"type":"agent_update","data":{"agent_name":"coder","status":"started"}})"));
    QCOMPARE(w.steps(), QByteArray("architect:completed coder:running"));
    QCOMPARE(w.job.steps.front().message, std::string("Completed architect agent in 3.2s"));
    QVERIFY(w.tell(
        R"({"type":"log","project_id":"p1","level":"info","message":"line","timestamp":"2025-01-10T14:30:22Z"})"));
    QCOMPARE(w.lines.size(), 1U);
    QVERIFY(w.tell(R"({"type":"pong"})"));
    QVERIFY(w.reading.pong);
    QVERIFY(w.tell(
        R"({"type":"completion","project_id":"p1","status":"failed","success":false,"message":"m","error":"boom","timestamp":"..."})"));
    QCOMPARE(w.job.state, State::Failed);
    QCOMPARE(w.job.error, std::string("boom"));
    QCOMPARE(w.job.percent, std::optional(35.0));
    QCOMPARE(w.steps(), QByteArray("architect:completed coder:failed"));
}

void TestDialectSockets::aCompletionIsJudged_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<State>("state");
    QTest::newRow("completed") << QByteArray(R"("status":"completed","success":true)")
                               << State::Completed;
    QTest::newRow("bare") << QByteArray(R"("message":"done")") << State::Completed;
    QTest::newRow("success false") << QByteArray(R"("success":false)") << State::Failed;
    QTest::newRow("failed") << QByteArray(R"("status":"failed")") << State::Failed;
    QTest::newRow("error") << QByteArray(R"("error":"x")") << State::Failed;
    QTest::newRow("no error") << QByteArray(R"("error":null)") << State::Completed;
    QTest::newRow("cancelled") << QByteArray(R"("status":"cancelled","success":false)")
                               << State::Canceled;
    QTest::newRow("in data") << QByteArray(R"("data":{"success":false})") << State::Failed;
}

void TestDialectSockets::aCompletionIsJudged()
{
    QFETCH(QByteArray, fields);
    QFETCH(State, state);
    Watched w("rooms", "p1");
    QVERIFY(w.tell(R"({"type":"completion","project_id":"p1",)" + fields + "}"));
    QCOMPARE(w.job.state, state);
    QCOMPARE(w.job.percent.has_value(), state == State::Completed);
}

void TestDialectSockets::percentNeverFallsAndAnEndIsAnEnd()
{
    Watched w("rooms", "p");
    QVERIFY(w.tell(R"({"type":"status_update","status":"running","progress":60})"));
    QVERIFY(w.tell(R"({"type":"status_update","status":"pending","progress":10})"));
    QCOMPARE(w.job.percent, std::optional(60.0));
    QCOMPARE(w.job.state, State::Running);
    QVERIFY(w.tell(R"({"type":"status_update","status":"cancelled","progress":0})"));
    QCOMPARE(w.job.percent, std::optional(60.0));
    QCOMPARE(w.job.state, State::Canceled);
    QVERIFY(w.tell(R"({"type":"completion","status":"completed"})"));
    QVERIFY(w.tell(R"({"type":"log","message":"late"})"));
    QVERIFY(w.reading.updates.empty());
    QCOMPARE(w.job.state, State::Canceled);
}

void TestDialectSockets::garbageChangesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("field");
    const QByteArray good =
        R"({"job_id":"j","status":"running","progress":{"phase":"p","percent":5}})";
    for (qsizetype cut = 0; cut < good.size(); cut += 7)
        QTest::addRow("cut at %d", int(cut))
            << QByteArray("scan") << good.left(cut) << QByteArray();
    const auto row = [](const char *what, const char *name, const QByteArray &message,
                        const char *field) {
        QTest::newRow(what) << QByteArray(name) << message << QByteArray(field);
    };
    row("a list", "scan", "[]", "");
    row("a number", "session", "7", "");
    row("deep nesting", "snapshot", QByteArray(5000, '[') + QByteArray(5000, ']'), "");
    row("deep objects", "rooms",
        R"({"type":"log","a":)" + QByteArray(R"({"a":)").repeated(100) + "1" + QByteArray(101, '}'),
        "");
    row("over 1 MiB", "snapshot",
        R"({"projectId":"p","step":"browsing","message":")" + QByteArray(1 << 20, 'x') + "\"}", "");
    row("not UTF-8", "snapshot", "{\"projectId\":\"p\",\"step\":\"browsing\",\"message\":\xff\xfe}",
        "");
    row("an id that is not UTF-8", "snapshot", "{\"projectId\":\"caf\xe9\",\"step\":\"browsing\"}",
        "/projectId");
    row("a lone surrogate's bytes", "snapshot",
        "{\"projectId\":\"\xed\xa0\x80\",\"step\":\"browsing\"}", "/projectId");
    row("half a character as an id", "snapshot", R"({"projectId":"\ud83d","step":"browsing"})",
        "/projectId");
    row("status a list", "scan", R"({"job_id":"j","status":[{}]})", "/status");
    row("status an object", "scan", R"({"job_id":"j","status":{}})", "/status");
    row("percent a word", "scan",
        R"({"job_id":"j","status":"running","progress":{"percent":"half"}})", "/progress/percent");
    row("percent an object", "snapshot", R"({"projectId":"p","step":"browsing","progress":{}})",
        "/progress");
    row("message an object", "snapshot", R"({"projectId":"p","step":"browsing","message":{}})",
        "/message");
    row("id a list", "scan", R"({"job_id":["j"],"status":"running"})", "/job_id");
    row("id too long", "scan", R"({"job_id":")" + QByteArray(201, 'x') + R"(","status":"running"})",
        "/job_id");
    row("id with a control character", "scan", R"({"job_id":"a\u0007","status":"running"})",
        "/job_id");
    row("no id", "scan", R"({"status":"running"})", "/job_id");
    row("another kind of message", "session", R"({"type":"news"})", "");
    row("stage's state", "deploy",
        R"({"type":"deployment_progress","deployment_id":"d","stage":"env_vars","status":"odd"})",
        "/status");
    row("agent's state", "rooms",
        R"({"type":"agent_update","project_id":"p","agent_name":"a","status":"odd"})", "/status");
}

void TestDialectSockets::garbageChangesNothing()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, field);
    Context context;
    const auto read =
        readMessage(named(name), Route::Stream,
                    std::string_view(message.constData(), size_t(message.size())), context);
    QVERIFY(!read.ok());
    QCOMPARE(bytes(read.error().field), field);
    QVERIFY(!read.error().detail.empty());
    QVERIFY(context == Context{});
}

QTEST_APPLESS_MAIN(TestDialectSockets)
#include "tst_dialectsockets.moc"
