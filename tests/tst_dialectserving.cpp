#include "core/dialect/dialectfile.h"
#include "core/dialect/serving.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::dialect;

namespace {

const Dialect &named(const char *name)
{
    return *builtInNamed(name);
}

QJsonObject object(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

class TestDialectServing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreServed_data();
    void pathsAreServed();
    void otherPathsAreNot_data();
    void otherPathsAreNot();
    void aJobThatIsNotThereIsSaidAsTheBackendDoes();
    void asksAreAnswered();
    void socketsAreAnswered_data();
    void socketsAreAnswered();
    void aListHoldsItsJobs();
};

void TestDialectServing::pathsAreServed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<Serves>("what");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *method, const char *target, const char *dialect, Serves what,
                        const char *id) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target)
                                               << QByteArray(dialect) << what << QByteArray(id);
    };
    row("GET", "/api/v1/projects/p/progress", "snapshot", Serves::Job, "p");
    row("GET", "/api/v1/projects/p/progress/stream", "snapshot", Serves::Stream, "p");
    row("GET", "/jobs?limit=100&status=running", "scan", Serves::List, "");
    row("GET", "/jobs/a%20b", "scan", Serves::Job, "a b");
    row("DELETE", "/jobs/7", "scan", Serves::Cancel, "7");
    row("POST", "/jobs/7/rerun", "scan", Serves::Retry, "7");
    row("GET", "/events/7", "scan", Serves::Stream, "7");
    row("GET", "/api/progress/stream/s", "session", Serves::Stream, "s");
    row("GET", "/api/progress/status/s", "session", Serves::Job, "s");
    row("POST", "/api/progress/cancel/s", "session", Serves::Cancel, "s");
    row("GET", "/api/ws/projects/p1", "rooms", Serves::Socket, "p1");
    row("GET", "/api/projects/p1", "rooms", Serves::Job, "p1");
    row("GET", "/ws/chat?api_key=k", "deploy", Serves::Socket, "");
}

void TestDialectServing::pathsAreServed()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, dialect);
    QFETCH(Serves, what);
    QFETCH(QByteArray, id);
    const auto match = servedAt(method.toStdString(), target.toStdString());
    QVERIFY(match.ok());
    QCOMPARE(QByteArray::fromStdString(match->served->dialect->name), dialect);
    QVERIFY(match->served->what == what);
    QCOMPARE(QByteArray::fromStdString(match->id), id);
    QCOMPARE(isAction(what), method != "GET");
}

void TestDialectServing::otherPathsAreNot_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *method, const char *target, const char *name) {
        QTest::addRow("%s %s", method, target)
            << QByteArray(method) << QByteArray(target) << QByteArray(name);
    };
    row("GET", "/", "no_such_path");
    row("GET", "", "no_such_path");
    row("GET", "/api/v1/jobs", "no_such_path");
    row("GET", "/api/v1/jobs/7", "no_such_path");
    row("GET", "/x/jobs/7", "no_such_path");
    row("GET", "/events/", "no_such_path");
    row("GET", "/events/a/b", "no_such_path");
    row("GET", "/jobs/%2", "no_such_path");
    row("POST", "/jobs/7", "method_not_allowed");
    row("POST", "/api/v1/projects/p/snapshot", "no_such_path");
}

void TestDialectServing::otherPathsAreNot()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, name);
    const auto match = servedAt(method.toStdString(), target.toStdString());
    QVERIFY(!match.ok());
    QCOMPARE(QByteArray::fromStdString(match.error().name), name);
}

void TestDialectServing::aJobThatIsNotThereIsSaidAsTheBackendDoes()
{
    const Reply idle = jobReply(named("snapshot"), "p\"", nullptr);
    QCOMPARE(idle.status, 200U);
    QCOMPARE(object(idle.body)[u"step"], u"idle"_s);
    QCOMPARE(object(idle.body)[u"projectId"], u"p\""_s);
    QCOMPARE(jobReply(named("scan"), "j", nullptr).status, 404U);
    QCOMPARE(object(jobReply(named("session"), "s", nullptr).body)[u"error"],
             u"Session not found"_s);
    const Job job{.key = {"local", "s"}, .percent = 5};
    QCOMPARE(
        object(jobReply(named("session"), "s", &job).body)[u"progress"].toObject()[u"percentage"],
        5);
}

void TestDialectServing::asksAreAnswered()
{
    const Dialect &scan = named("scan");
    const Reply done = actionReply(scan, Ask::Cancel, AskOutcome::Done, "j");
    QCOMPARE(done.body, std::string(R"({"job_id":"j","status":"canceling"})"));
    QCOMPARE(actionReply(scan, Ask::Cancel, AskOutcome::Refused, "j").status, 409U);
    QCOMPARE(actionReply(scan, Ask::Cancel, AskOutcome::Missing, "j").status, 404U);
    QCOMPARE(actionReply(scan, Ask::Pause, AskOutcome::Done, "j").status, 404U);
    QCOMPARE(actionReply(named("session"), Ask::Cancel, AskOutcome::Refused, "j").status, 404U);
}

void TestDialectServing::socketsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("cancels");
    const auto row = [](const char *dialect, const char *message, const char *answer,
                        bool cancels) {
        QTest::addRow("%s: %s", dialect, message)
            << QByteArray(dialect) << QByteArray(message) << QByteArray(answer) << cancels;
    };
    row("rooms", R"({"type":"ping"})", R"({"type":"pong"})", false);
    row("deploy", R"({"type":"ping","timestamp":1})",
        R"({"type":"pong","timestamp":"1970-01-01T00:00:00.000Z"})", false);
    row("deploy", R"({"type":"abort_deployment"})", "", true);
    row("rooms", R"({"type":"abort_deployment"})", "", false);
    row("rooms", R"({"type":["ping"]})", "", false);
    row("rooms", "[", "", false);
    row("rooms", "", "", false);
    row("scan", "{}", "", false);
}

void TestDialectServing::socketsAreAnswered()
{
    QFETCH(QByteArray, dialect);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, answer);
    QFETCH(bool, cancels);
    const SocketWord word = answerTo(named(dialect), message.toStdString());
    QCOMPARE(QByteArray::fromStdString(word.answer), answer);
    QCOMPARE(word.ask == Ask::Cancel, cancels);
}

void TestDialectServing::aListHoldsItsJobs()
{
    const std::vector<JobPtr> jobs{std::make_shared<const Job>(Job{.key = {"local", "a"}}),
                                   std::make_shared<const Job>(Job{.key = {"local", "b"}})};
    const QJsonObject list = object(listReply(named("scan"), jobs).body);
    QCOMPARE(list[u"total"], 2);
    QCOMPARE(list[u"limit"], 100);
    QCOMPARE(list[u"jobs"].toArray().at(1).toObject()[u"job_id"], u"b"_s);
    QVERIFY(listFor(named("rooms"), jobs).empty());
}

QTEST_APPLESS_MAIN(TestDialectServing)
#include "tst_dialectserving.moc"
