#include "tests/support/dialectwatch.h"

#include <QFile>
#include <QTest>

using namespace afoot;
using namespace afoot::test;

// A message with a link stands in a variable: moc takes the slashes in a macro's argument for a comment.

class TestDialectRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotIsRead();
    void aSnapshotThatIsGoneIsLostAfterALookAtItsStatus();
    void aFailedSnapshotKeepsItsPercent();
    void anIdleSnapshotIsNoJob();
    void aScanIsRead();
    void aScanFallsIntoStepsByItsPercent_data();
    void aScanFallsIntoStepsByItsPercent();
    void aBadJobInAListHidesNoOther();
    void timesWithoutAZoneAreLocal();
    void aSessionIsRead();
    void aSessionEndsAsItsStatusSays_data();
    void aSessionEndsAsItsStatusSays();
    void anUnknownStateIsNamed();
    void unknownBackendsAreReadByTheUsualNames_data();
    void unknownBackendsAreReadByTheUsualNames();
    void theExampleOfTheDocsWorks();
};

void TestDialectRead::aSnapshotIsRead()
{
    Watched w("snapshot", "proj-123");
    QVERIFY(w.tell(
        R"({"projectId":"proj-123","step":"compressing","stepNumber":4,"totalSteps":6,"progress":75,"fileCount":1234,"totalSize":2576980378,"message":"Processing 1234 files (2.4 GB total)...","timestamp":"2025-11-20T14:03:22.118273645Z"})"));
    QCOMPARE(w.updates.size(), 2U);
    QCOMPARE(w.updates[0].op, Update::Op::Begin);
    QCOMPARE(w.job.state, State::Running);
    QCOMPARE(w.job.percent, std::optional(75.0));
    QCOMPARE(
        w.steps(),
        QByteArray("waiting:completed browsing:completed compressing:running uploading:pending"));
    QCOMPARE(w.job.title, std::string("Snapshot of proj-123"));
    QCOMPARE(w.job.message, std::string("Processing 1234 files (2.4 GB total)..."));
    QVERIFY(w.job.details == (std::vector<Detail>{{"files", 1234.0}, {"size", 2576980378.0}}));
    QVERIFY(w.updates.back().time == WallTime(Millis(1'763'647'402'118)));

    // polled: a smaller percent, no message, and the size as a text
    QVERIFY(w.tell(
        R"({"projectId":"proj-123","step":"compressing","stepNumber":4,"totalSteps":6,"progress":66,"fileCount":1234,"totalSize":"2.4 GB","message":"","timestamp":"2025-11-20T14:03:23Z"})",
        Route::Poll));
    QCOMPARE(w.job.percent, std::optional(75.0));
    QCOMPARE(w.job.message, std::string("Processing 1234 files (2.4 GB total)..."));
    QVERIFY(w.job.details.back().value == (std::variant<double, std::string>(2576980377.0)));

    const char *link1 =
        R"({"projectId":"proj-123","step":"completed","stepNumber":6,"totalSteps":6,"progress":100,"fileCount":1234,"totalSize":2576980378,"message":"Done","snapshotUrl":"https://x/?a=1\u0026b=2","timestamp":"2025-11-20T14:04:22Z"})";
    QVERIFY(w.tell(link1));
    QCOMPARE(w.updates.back().op, Update::Op::Complete);
    QCOMPARE(w.job.percent, std::optional(100.0));
    QCOMPARE(w.job.url, std::string("https://x/?a=1&b=2"));
    QCOMPARE(w.steps(), QByteArray("waiting:completed browsing:completed compressing:completed "
                                   "uploading:completed"));
}

void TestDialectRead::aSnapshotThatIsGoneIsLostAfterALookAtItsStatus()
{
    Watched w("snapshot", "p");
    QVERIFY(w.tell(R"({"projectId":"p","step":"browsing","progress":20,"message":"m"})"));
    QVERIFY(w.tell(R"({"projectId":"p","step":"","progress":0,"message":""})"));
    QVERIFY(w.reading.updates.empty());
    QVERIFY(w.reading.lookUp);
    const char *idle =
        R"({"projectId":"p","step":"idle","progress":0,"message":"No snapshot generation in progress","timestamp":"0001-01-01T00:00:00Z"})";
    QVERIFY(w.tell(idle, Route::Poll));
    QCOMPARE(w.job.state, State::Lost);
    QCOMPARE(w.job.percent, std::optional(20.0));
    QVERIFY(w.tell(idle, Route::Poll));
    QVERIFY(w.reading.updates.empty());
}

void TestDialectRead::aFailedSnapshotKeepsItsPercent()
{
    Watched w("snapshot", "p");
    QVERIFY(w.tell(R"({"projectId":"p","step":"uploading","progress":95,"message":"Uploading"})"));
    QVERIFY(w.tell(
        R"({"projectId":"p","step":"failed","stepNumber":0,"progress":0,"error":"no disk","message":"Snapshot generation failed: no disk"})"));
    QCOMPARE(w.job.state, State::Failed);
    QCOMPARE(w.job.percent, std::optional(95.0));
    QCOMPARE(w.job.error, std::string("no disk"));
    QVERIFY(w.steps().endsWith("uploading:failed"));
}

void TestDialectRead::anIdleSnapshotIsNoJob()
{
    Watched w("snapshot", "p");
    QVERIFY(w.tell(R"({"projectId":"p","step":"idle","progress":0,"message":"No"})", Route::Poll));
    QVERIFY(w.reading.updates.empty());
    QVERIFY(w.reading.missing);
}

void TestDialectRead::aScanIsRead()
{
    Watched w("scan", "53ae1234-aaaa");
    QVERIFY(w.tell(
        R"({"job_id": "53ae1234-aaaa", "status": "queued", "submitted_at": "2025-10-30T12:00:00.123456", "started_at": null, "finished_at": null, "error": null})"));
    QCOMPARE(w.job.state, State::Queued);
    QVERIFY(!w.job.percent);
    QCOMPARE(w.job.title, std::string("Scan 53ae1234"));
    QVERIFY(w.job.can.has(Ask::Cancel));
    Watched timed("scan", "01ARYZ6S41TSV4RRFFQ69G5FAV"); // others of the same hour begin alike
    QVERIFY(timed.tell(R"({"job_id":"01ARYZ6S41TSV4RRFFQ69G5FAV","status":"queued"})"));
    QCOMPARE(timed.job.title, std::string("Scan 9G5FAV"));
    QVERIFY(w.tell(
        R"({"job_id": "53ae1234-aaaa", "status": "running", "submitted_at": "2025-10-30T12:00:00.123456", "started_at": "2025-10-30T12:00:01.004211", "finished_at": null, "error": null, "progress": {"phase": "analyze:semgrep", "percent": 46}})"));
    QCOMPARE(w.job.state, State::Running);
    QCOMPARE(w.job.percent, std::optional(46.0));
    QCOMPARE(w.job.message, std::string("analyze:semgrep"));
    QVERIFY(w.tell(
        R"({"job_id":"53ae1234-aaaa","status":"completed","progress":{"phase":"write","percent":95},"submitted_at":"2025-10-30T12:00:00","started_at":"2025-10-30T12:00:01","finished_at":"2025-10-30T12:01:00","error":null})",
        Route::Poll));
    QCOMPARE(w.updates.back().op, Update::Op::Complete);
    QCOMPARE(w.job.percent, std::optional(100.0));
    QVERIFY(w.job.can.has(Ask::Retry) && !w.job.can.has(Ask::Cancel));
    QCOMPARE(w.steps(),
             QByteArray(
                 "initializing:completed cloning:completed analyzing:completed report:completed"));
}

void TestDialectRead::aScanFallsIntoStepsByItsPercent_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("running");
    const auto row = [](const char *name, const char *status, const char *progress,
                        const char *step) {
        QTest::newRow(name) << QByteArray(R"({"job_id":"j","status":")") + status +
                                   R"(","progress":)" + progress + "}"
                            << QByteArray(step);
    };
    row("queued", "queued", "null", "initializing:running");
    row("no percent", "running", "null", "initializing:completed cloning:running");
    row("0", "running", R"({"percent":0})", "initializing:completed cloning:running");
    row("25", "running", R"({"percent":25})", "cloning:running");
    row("26", "running", R"({"percent":26})", "cloning:completed analyzing:running");
    row("75", "running", R"({"percent":75})", "analyzing:running report:pending");
    row("76", "running", R"({"percent":76})", "analyzing:completed report:running");
    row("failed", "failed", R"({"percent":76})", "report:pending");
}

void TestDialectRead::aScanFallsIntoStepsByItsPercent()
{
    QFETCH(QByteArray, job);
    QFETCH(QByteArray, running);
    Watched w("scan", "j");
    QVERIFY(w.tell(job, Route::Poll));
    QVERIFY2(w.steps().contains(running), w.steps());
}

void TestDialectRead::aBadJobInAListHidesNoOther()
{
    Watched w("scan");
    QVERIFY(w.tell(
        R"({"jobs":[{"job_id":"a","status":"running"},{"job_id":"b","status":"queued"}],"total":2,"limit":100})",
        Route::List));
    QCOMPARE(w.context.jobs.size(), 2U);
    const auto reading = readMessage(
        w.dialect, Route::List,
        R"({"jobs":[{"job_id":"b","status":"odd"},{"job_id":"c","status":"running"},7]})",
        w.context);
    QVERIFY(reading.ok());
    QVERIFY(reading->fault);
    QCOMPARE(bytes(reading->fault->field), QByteArray("/jobs/2"));
    QVERIFY(w.context.jobs.contains("c"));
    QCOMPARE(w.context.jobs.at("b").state, State::Queued);
    const Context before = w.context;
    QVERIFY(!w.tell(R"({"jobs":7})", Route::List));
    QVERIFY(w.context == before);
}

void TestDialectRead::timesWithoutAZoneAreLocal()
{
    Watched w("scan", "j");
    w.context.localOffset = std::chrono::minutes(120);
    QVERIFY(
        w.tell(R"({"job_id":"j","status":"running","started_at":"2025-10-30T12:00:01.004211"})"));
    QVERIFY(w.job.startedAt == WallTime(Millis(1'761'818'401'004)));
    QVERIFY(w.tell(R"({"job_id":"j","status":"running","started_at":"yesterday"})"));
}

void TestDialectRead::aSessionIsRead()
{
    Watched w("session", "70e6");
    QVERIFY(w.tell(R"({"type": "connected", "session_id": "70e6"})"));
    QVERIFY(w.reading.opened && w.reading.updates.empty());
    QVERIFY(w.tell(
        R"({"type": "progress", "session_id": "70e6", "operation": "Bulk Import @natgeo", "status": "starting", "message": "\ud83d\udcdd Imported 4 of 20 posts...", "current_step": 34, "total_steps": 100, "percentage": 34.0, "elapsed_time": 2.5, "details": {"imported": 4, "total": 20, "errors": 1}})"));
    QCOMPARE(w.job.state, State::Running);
    QCOMPARE(w.job.percent, std::optional(34.0));
    QCOMPARE(w.job.title, std::string("Bulk Import @natgeo"));
    QCOMPARE(w.job.message, std::string("📝 Imported 4 of 20 posts..."));
    QCOMPARE(w.job.current, std::optional(4.0));
    QCOMPARE(w.job.total, std::optional(20.0));
    QVERIFY(w.job.details == (std::vector<Detail>{{"errors", 1.0}}));
    QVERIFY(w.tell(R"({"type": "error", "session_id": "70e6", "error": "generator"})"));
    QVERIFY(w.reading.lookUp && w.reading.updates.empty());
    QVERIFY(w.tell(
        R"({"progress":{"session_id":"70e6","operation":"x","status":"other","percentage":33.3},"success":true})",
        Route::Poll));
    QCOMPARE(w.job.percent, std::optional(34.0));
    QCOMPARE(w.job.title, std::string("x"));
}

void TestDialectRead::aSessionEndsAsItsStatusSays_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<State>("state");
    QTest::newRow("complete") << QByteArray("complete") << State::Completed;
    QTest::newRow("error") << QByteArray("error") << State::Failed;
    QTest::newRow("cancelled") << QByteArray("cancelled") << State::Canceled;
}

void TestDialectRead::aSessionEndsAsItsStatusSays()
{
    QFETCH(QByteArray, status);
    QFETCH(State, state);
    Watched w("session", "s");
    QVERIFY(w.tell(
        R"({"type":"progress","session_id":"s","operation":"o","status":"starting","percentage":33.3})"));
    QVERIFY(
        w.tell(R"({"type":"complete","session_id":"s","operation":"o","message":"Oh","status":")" +
               status + R"(","percentage":40})"));
    QCOMPARE(w.job.state, state);
    QCOMPARE(w.job.percent, std::optional(state == State::Completed ? 100 : 33.3));
    QCOMPARE(w.job.error, std::string(state == State::Failed ? "Oh" : ""));
}

void TestDialectRead::anUnknownStateIsNamed()
{
    Watched w("scan", "j");
    QVERIFY(!w.tell(R"({"job_id":"j","status":"exploded"})"));
    QCOMPARE(bytes(w.error.field), QByteArray("/status"));
    QVERIFY(w.error.detail.find("exploded") != std::string::npos);
    QVERIFY(w.context.jobs.empty());
}

void TestDialectRead::unknownBackendsAreReadByTheUsualNames_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<State>("state");
    QTest::addColumn<double>("percent");
    QTest::newRow("id status progress")
        << QByteArray(R"({"id":7,"status":"running","progress":45})") << State::Running << 45.0;
    QTest::newRow("job_id state percent")
        << QByteArray(R"({"job_id":"7","state":"IN_PROGRESS","percent":"45%"})") << State::Running
        << 45.0;
    QTest::newRow("task_id percentage")
        << QByteArray(R"({"task_id":"7","status":"SUCCESS","percentage":45})") << State::Completed
        << 100.0;
    QTest::newRow("error") << QByteArray(R"({"data":{"id":"7","status":"error","error":"x"}})")
                           << State::Failed << -1.0;
    QTest::newRow("unknown word") << QByteArray(R"({"id":"7","status":"crunching","progress":3})")
                                  << State::Running << 3.0;
    QTest::newRow("progress is an object")
        << QByteArray(R"({"id":"7","status":"running","progress":{"done":3}})") << State::Running
        << -1.0;
    QTest::newRow("no percent") << QByteArray(R"({"id":"7","status":"done?"})") << State::Running
                                << -1.0;
}

void TestDialectRead::unknownBackendsAreReadByTheUsualNames()
{
    QFETCH(QByteArray, message);
    QFETCH(State, state);
    QFETCH(double, percent);
    Watched w("generic", "");
    QVERIFY2(w.tell(message), w.error.detail.c_str());
    QCOMPARE(bytes(w.job.key.id), QByteArray("7"));
    QCOMPARE(w.job.state, state);
    QCOMPARE(w.job.percent.value_or(-1), percent);
}

void TestDialectRead::theExampleOfTheDocsWorks()
{
    QFile file(QStringLiteral(AFOOT_TEST_DATA "/../../docs/dialects.md"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray page = file.readAll();
    const QByteArray start = "```json\n";
    const auto from = page.indexOf(start) + start.size();
    const auto example =
        dialectFromJson(page.mid(from, page.indexOf("```", from) - from).toStdString());
    QVERIFY2(example.ok(), example.ok() ? "" : example.error().detail.c_str());
    Watched w("generic", "42");
    w.dialect = *example;
    int messages = 0;
    for (const QByteArray &line : page.split('\n')) {
        const QByteArray event = line.trimmed();
        if (!event.startsWith("data: "))
            continue;
        ++messages;
        QVERIFY2(w.tell(event.mid(6)), w.error.detail.c_str());
        if (messages == 1) {
            QCOMPARE(w.steps(), QByteArray("compile:running test:pending"));
            QCOMPARE(w.job.total, std::optional(120.0));
            QCOMPARE(w.job.title, std::string("Build 42"));
        }
    }
    QCOMPARE(messages, 2);
    QCOMPARE(w.job.state, State::Failed);
    QCOMPARE(w.job.error, std::string("2 tests failed"));
    QVERIFY(!w.job.percent);
}

QTEST_APPLESS_MAIN(TestDialectRead)
#include "tst_dialectread.moc"
