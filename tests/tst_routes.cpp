#include "core/serve/routes.h"
#include "core/wire/json.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace afoot;
using namespace afoot::serve;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    explicit Desk(Tracker::Options options = {})
        : tracker(
              clock, [n = std::uint8_t{0}]() mutable { return std::array<std::uint8_t, 10>{++n}; },
              "life", options)
    {
    }

    Answer ask(Method method, std::string target, std::string body = {},
               std::string type = "application/json", std::string lastId = {})
    {
        Request request{.method = method, .target = std::move(target), .body = std::move(body)};
        if (!request.body.empty() && !type.empty())
            request.headers.emplace_back("content-type", std::move(type));
        if (!lastId.empty())
            request.headers.emplace_back("last-event-id", std::move(lastId));
        return answer(request, api);
    }

    test::FakeClock clock{};
    Tracker tracker;
    Limits limits{};
    Api api{tracker, limits, "1.2.3"};
};

QJsonObject json(const Answer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.response.body)).object();
}

QString errorName(const Answer &answer)
{
    return json(answer)["error"_L1].toObject()["code"_L1].toString();
}

QStringList ids(const Answer &answer)
{
    QStringList out;
    const QJsonArray jobs = json(answer)["jobs"_L1].toArray();
    for (const QJsonValue &job : jobs)
        out << job.toObject()["id"_L1].toString();
    return out;
}

std::string cursor(const Answer &answer)
{
    return json(answer)["cursor"_L1].toString().toStdString();
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReporterThatPromisesAHoldAndDiesBeforeItIsLost()
    {
        Desk desk;
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs?hold=1", R"({"id":"a"})").response.status,
                 201);
        QVERIFY(desk.tracker.nextDeadline());
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"b"})").response.status, 201);
        desk.clock.advance(Millis(10'000));
        desk.tracker.expire();
        QCOMPARE(desk.tracker.job({.id = "a"})->state, State::Lost);
        QCOMPARE(desk.tracker.job({.id = "b"})->state, State::Running);
    }

    void aJobIsBegunOnceAndKnownAfterwards()
    {
        Desk desk;
        const Answer first =
            desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","title":"Build"})");
        QCOMPARE(first.response.status, 201);
        QCOMPARE(json(first)["title"_L1].toString(), u"Build"_s);
        QCOMPARE(json(first)["state"_L1].toString(), u"running"_s);
        const Answer again = desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","percent":5})");
        QCOMPARE(again.response.status, 200);
        QCOMPARE(json(again)["percent"_L1].toDouble(), 5.0);
        const Answer nameless = desk.ask(Method::Post, "/api/v1/jobs", R"({"title":"No id"})");
        QCOMPARE(nameless.response.status, 201);
        QCOMPARE(json(nameless)["id"_L1].toString().size(), 26);
    }

    void aFinishedJobRefusesUpdatesButForARestart()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const Answer end = desk.ask(Method::Post, "/api/v1/jobs/a/complete");
        QCOMPARE(end.response.status, 200);
        QVERIFY(end.ended && end.ended->state == State::Completed);
        const Answer late = desk.ask(Method::Patch, "/api/v1/jobs/a", R"({"percent":5})");
        QCOMPARE(late.response.status, 409);
        QCOMPARE(errorName(late), u"job_finished"_s);
        QVERIFY(!late.ended);
        const Answer anew = desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","restart":true})");
        QCOMPARE(anew.response.status, 201);
        QVERIFY(!anew.ended);
    }

    void everyEndIsHandedOverToBeKept()
    {
        Desk desk;
        const auto endedBy = [&](Method method, const std::string &path, const std::string &body) {
            desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","restart":true})");
            const Answer answer = desk.ask(method, path, body);
            return answer.ended ? QString::fromLatin1(nameOf(answer.ended->state).data())
                                : QString::fromStdString(answer.response.body);
        };
        QCOMPARE(endedBy(Method::Post, "/api/v1/jobs/a/complete", ""), u"completed"_s);
        QCOMPARE(endedBy(Method::Post, "/api/v1/jobs/a/fail", R"({"error":"disk full"})"),
                 u"failed"_s);
        QCOMPARE(endedBy(Method::Patch, "/api/v1/jobs/a", R"({"state":"canceled"})"),
                 u"canceled"_s);
        // merely looking at it does not report it
        QVERIFY(!desk.ask(Method::Post, "/api/v1/jobs/a/seen").ended);
    }

    void whatIsAskedComesBackToTheReporter()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","can":["cancel","pause"]})");
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/cancel").response.status, 200);
        const Answer answer = desk.ask(Method::Patch, "/api/v1/jobs/a", R"({"percent":1})");
        QCOMPARE(json(answer)["asked"_L1].toString(), u"cancel"_s);
        const Answer late = desk.ask(Method::Post, "/api/v1/jobs/a/pause");
        QCOMPARE(late.response.status, 409);
        QCOMPARE(errorName(late), u"cancel_asked"_s);
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/cancel").response.status, 200);
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/retry").response.status, 409);
    }

    void aJobThatNobodyFollowsAnyMoreLeavesInWhateverState()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/clear").response.status, 409);
        const Answer left = desk.ask(Method::Post, "/api/v1/jobs/a/leave");
        QCOMPARE(left.response.status, 204);
        QVERIFY(!left.ended); // how it ended nobody knows
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a").response.status, 404);
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/leave").response.status, 404);
    }

    void anEndedJobCanBeForgotten()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        QCOMPARE(desk.ask(Method::Delete, "/api/v1/jobs/a").response.status, 409);
        desk.ask(Method::Post, "/api/v1/jobs/a/fail");
        const Answer gone = desk.ask(Method::Delete, "/api/v1/jobs/a");
        QCOMPARE(gone.response.status, 204);
        QVERIFY(gone.response.body.empty());
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a").response.status, 404);
        QCOMPARE(desk.ask(Method::Delete, "/api/v1/jobs/a").response.status, 404);
    }

    void logLinesComeAsTextOrJson()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const Answer text =
            desk.ask(Method::Post, "/api/v1/jobs/a/log",
                     "one\r\n1%\r\x1b[31mtwo\x1b[0m\x1b[5n\n\nfour", "text/plain; charset=utf-8");
        QCOMPARE(text.response.status, 200);
        QCOMPARE(json(text)["id"_L1].toString(), u"a"_s);
        desk.ask(Method::Post, "/api/v1/jobs/a/log",
                 R"({"lines":[{"text":"five","level":"error"},"six"]})");
        const QJsonObject log = json(desk.ask(Method::Get, "/api/v1/jobs/a/log?after=1&limit=4"));
        QStringList lines;
        for (const QJsonValue &line : log["lines"_L1].toArray())
            lines << line.toObject()["text"_L1].toString();
        QCOMPARE(lines, (QStringList{u"\x1b[31mtwo\x1b[0m"_s, QString(), u"four"_s, u"five"_s}));
        QCOMPARE(log["dropped"_L1].toInt(), 0);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/b/log").response.status, 404);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a/log?after=x").response.status, 400);
    }

    void anIdIsDecodedAfterThePathIsSplit()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a/b c%"})");
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"stream"})");
        QCOMPARE(json(desk.ask(Method::Get, "/api/v1/jobs/a%2Fb%20c%25"))["id"_L1].toString(),
                 u"a/b c%"_s);
        QCOMPARE(json(desk.ask(Method::Get, "/api/v1/jobs/%73tream"))["id"_L1].toString(),
                 u"stream"_s);
        QVERIFY(desk.ask(Method::Get, "/api/v1/jobs/stream").stream);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a%2").response.status, 400);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a%zz").response.status, 400);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/a?x=%").response.status, 400);
    }

    void anotherSourceIsAnotherJob()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a","title":"here"})");
        desk.ask(Method::Post, "/api/v1/jobs?source=ci", R"({"id":"a","title":"there"})");
        QCOMPARE(json(desk.ask(Method::Get, "/api/v1/jobs/a"))["title"_L1].toString(), u"here"_s);
        QCOMPARE(json(desk.ask(Method::Get, "/api/v1/jobs/a?source=ci"))["title"_L1].toString(),
                 u"there"_s);
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs/a/complete?source=ci").response.status, 200);
        QCOMPARE(desk.ask(Method::Delete, "/api/v1/jobs/a").response.status, 409);
        QCOMPARE(desk.ask(Method::Delete, "/api/v1/jobs/a?source=ci").response.status, 204);
    }

    void theListIsFiltered_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *query, const char *expected) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(expected);
        };
        row("", "build,deploy,backup,sync");
        row("?state=running", "build,sync");
        row("?state=failed&state=completed", "deploy,backup");
        row("?source=ci", "sync");
        row("?source=ci&source=local", "build,deploy,backup,sync");
        row("?q=WEB", "deploy");
        row("?q=nightly+run", "backup");
        row("?q=uil", "build");
        row("?q=nothing", "");
        row("?state=running&q=sync", "sync");
        row("?limit=2", "build,deploy");
        row("?limit=0", "");
        row("?token=s&unknown=1", "build,deploy,backup,sync");
    }

    void theListIsFiltered()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"build"})");
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"deploy","kind":"deploy Web"})");
        desk.ask(Method::Post, "/api/v1/jobs/deploy/fail");
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"backup","title":"Nightly Run"})");
        desk.ask(Method::Post, "/api/v1/jobs/backup/complete");
        desk.ask(Method::Post, "/api/v1/jobs?source=ci", R"({"id":"sync"})");
        QCOMPARE(ids(desk.ask(Method::Get, "/api/v1/jobs" + query.toStdString())).join(u','),
                 expected);
    }

    void aBadFilterNamesItsField_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        QTest::newRow("state") << u"?state=done"_s << u"state"_s;
        QTest::newRow("limit") << u"?limit=many"_s << u"limit"_s;
        QTest::newRow("negative") << u"?limit=-1"_s << u"limit"_s;
        QTest::newRow("cursor") << u"?after=yesterday"_s << u"after"_s;
    }

    void aBadFilterNamesItsField()
    {
        QFETCH(QString, query);
        QFETCH(QString, field);
        Desk desk;
        const Answer answer = desk.ask(Method::Get, "/api/v1/jobs" + query.toStdString());
        QCOMPARE(answer.response.status, 400);
        QCOMPARE(json(answer)["error"_L1].toObject()["field"_L1].toString(), field);
    }

    void aCursorGivesWhatChangedSince()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"b"})");
        const std::string now = cursor(desk.ask(Method::Get, "/api/v1/jobs"));
        QCOMPARE(now, std::string("life-2"));
        QCOMPARE(ids(desk.ask(Method::Get, "/api/v1/jobs?after=" + now)), QStringList());
        desk.ask(Method::Patch, "/api/v1/jobs/a", R"({"percent":50})");
        desk.ask(Method::Post, "/api/v1/jobs/b/complete");
        desk.ask(Method::Delete, "/api/v1/jobs/b");
        const Answer news = desk.ask(Method::Get, "/api/v1/jobs?after=" + now);
        QCOMPARE(ids(news), (QStringList{u"a"_s, u"b"_s}));
        const QJsonArray removed = json(news)["removed"_L1].toArray();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0].toObject()["id"_L1].toString(), u"b"_s);
        QVERIFY(!json(news).contains("reset"_L1));
    }

    void anUnknownCursorGivesEverythingAndSaysSo()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        for (const char *other : {"death-1", "life-99"}) {
            const Answer all = desk.ask(Method::Get, std::string("/api/v1/jobs?after=") + other);
            QCOMPARE(ids(all), QStringList{u"a"_s});
            QVERIFY(json(all)["reset"_L1].toBool());
        }
    }

    void pagesLeaveNothingOutAndTellNothingTwice()
    {
        Desk desk;
        for (int i = 0; i < 25; ++i)
            desk.ask(Method::Post, "/api/v1/jobs", "{\"id\":\"" + std::to_string(i) + "\"}");
        QStringList all;
        Answer page = desk.ask(Method::Get, "/api/v1/jobs?limit=10");
        all += ids(page);
        int pages = 1;
        while (json(page)["more"_L1].toBool() && pages < 10) {
            page = desk.ask(Method::Get, "/api/v1/jobs?limit=10&after=" + cursor(page));
            all += ids(page);
            ++pages;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 25);
        all.removeDuplicates();
        QCOMPARE(all.size(), 25);
    }

    void aStreamIsPlannedFromItsQuery()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const auto plan = [&](const std::string &query, const std::string &lastId = {}) {
            return desk.ask(Method::Get, "/api/v1/jobs/stream" + query, {}, {}, lastId).stream;
        };
        QCOMPARE(*plan(""), StreamPlan{});
        QCOMPARE(*plan("?job=a&job=b&source=ci&log=1"),
                 (StreamPlan{.jobs = {{"ci", "a"}, {"ci", "b"}}, .logs = true}));
        QCOMPARE(*plan("?after=life-3"), (StreamPlan{.after = Cursor{"life", 3}}));
        QCOMPARE(*plan("?after=life-3", "life-7"), (StreamPlan{.after = Cursor{"life", 7}}));
        QCOMPARE(*plan("?after=rubbish"), StreamPlan{});
        QCOMPARE(*plan("?job=a&hold=1"),
                 (StreamPlan{.jobs = {{"local", "a"}}, .hold = JobKey{"local", "a"}}));
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/stream?hold=1").response.status, 400);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/stream?job=a&job=b&hold=1").response.status,
                 400);
        QCOMPARE(desk.ask(Method::Get, "/api/v1/jobs/stream?job=x&hold=1").response.status, 404);
    }

    void bodiesSayWhatTheyAre_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("status");
        QTest::newRow("json") << u"/api/v1/jobs/a/complete"_s << u"application/json"_s << 200;
        QTest::newRow("charset") << u"/api/v1/jobs/a/complete"_s
                                 << u"Application/JSON ; charset=utf-8"_s << 200;
        QTest::newRow("text") << u"/api/v1/jobs/a/complete"_s << u"text/plain"_s << 415;
        QTest::newRow("form") << u"/api/v1/jobs/a/complete"_s
                              << u"application/x-www-form-urlencoded"_s << 415;
        QTest::newRow("multipart")
            << u"/api/v1/jobs/a/complete"_s << u"multipart/form-data"_s << 415;
        QTest::newRow("look-alike")
            << u"/api/v1/jobs/a/complete"_s << u"application/jsonx"_s << 415;
        QTest::newRow("none") << u"/api/v1/jobs/a/complete"_s << QString() << 415;
        QTest::newRow("cancel") << u"/api/v1/jobs/a/cancel"_s << u"text/plain"_s << 415;
        QTest::newRow("log as form")
            << u"/api/v1/jobs/a/log"_s << u"application/x-www-form-urlencoded"_s << 415;
        QTest::newRow("log as text") << u"/api/v1/jobs/a/log"_s << u"TEXT/plain"_s << 200;
    }

    void bodiesSayWhatTheyAre()
    {
        QFETCH(QString, path);
        QFETCH(QString, type);
        QFETCH(int, status);
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const Answer answer = desk.ask(Method::Post, path.toStdString(), "{}", type.toStdString());
        QCOMPARE(answer.response.status, status);
        if (status == 415)
            QCOMPARE(errorName(answer), u"content_type"_s);
    }

    void wrongMethodsAreToldTheRightOnes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("allow");
        QTest::newRow("jobs") << u"/api/v1/jobs"_s << u"GET, HEAD, POST"_s;
        QTest::newRow("job") << u"/api/v1/jobs/a"_s << u"GET, HEAD, PATCH, DELETE"_s;
        QTest::newRow("log") << u"/api/v1/jobs/a/log"_s << u"GET, HEAD, POST"_s;
        QTest::newRow("complete") << u"/api/v1/jobs/a/complete"_s << u"POST"_s;
        QTest::newRow("healthz") << u"/healthz"_s << u"GET, HEAD"_s;
    }

    void wrongMethodsAreToldTheRightOnes()
    {
        QFETCH(QString, path);
        QFETCH(QString, allow);
        Desk desk;
        for (const Method method : {Method::Put, Method::Other, Method::Options}) {
            const Answer answer = desk.ask(method, path.toStdString());
            QCOMPARE(answer.response.status, 405);
            QCOMPARE(errorName(answer), u"method_not_allowed"_s);
            QCOMPARE(answer.response.headers.back(),
                     (std::pair<std::string, std::string>{"Allow", allow.toStdString()}));
        }
    }

    void unknownPathsAreNotFound_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"/", "/api", "/api/v1", "/api/v1/jobs/", "/api/v1/jobs/a/", "/api/v1/jobs/a/b",
              "/api/v1/jobs/a/log/", "/api/v1/jobs//log", "/api/v1/job", "/api/v2/jobs",
              "/healthz/", "/HEALTHZ", "*", "/api/v1/jobs/a/complete/now", "/../etc/passwd"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void unknownPathsAreNotFound()
    {
        QFETCH(QString, path);
        Desk desk;
        for (const Method method : {Method::Get, Method::Post, Method::Delete}) {
            const Answer answer = desk.ask(method, path.toStdString());
            QCOMPARE(answer.response.status, 404);
            QVERIFY(!errorName(answer).isEmpty());
        }
    }

    void healthSaysVersionAndNumberOfJobs()
    {
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const Answer answer = desk.ask(Method::Get, "/healthz");
        QCOMPARE(json(answer),
                 (QJsonObject{{u"status"_s, u"ok"_s}, {u"version"_s, u"1.2.3"_s}, {u"jobs"_s, 1}}));
    }

    void healthSaysWhatTheTrackerCannotDo()
    {
        Desk desk;
        serve::Ailment ailment{
            .error = {Error::Code::Internal, "disk_full", "The disk is \"full\".", {}}};
        desk.api.ailment = [&] { return ailment; };
        Answer answer = desk.ask(Method::Get, "/healthz");
        QCOMPARE(answer.response.status, 200);
        QCOMPARE(json(answer)[u"status"_s], u"degraded"_s);
        QCOMPARE(json(answer)[u"error"_s], u"disk_full"_s);
        QCOMPARE(json(answer)[u"detail"_s], u"The disk is \"full\"."_s);
        ailment.refusesEnds = true;
        answer = desk.ask(Method::Get, "/healthz");
        QCOMPARE(answer.response.status, 503);
        QCOMPARE(json(answer)[u"status"_s], u"failing"_s);
    }

    void badBodiesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"{", "[]", "null", "\"a\"", "{\"percent\":101}", "{\"percent\":\"5\"}",
              "{\"state\":\"done\"}", "{\"title\":5}", "{} {}", "{\"percent\":1e999}", "\xff\xfe",
              "{\"message\":\"\xff\"}"})
            QTest::newRow(QByteArray(body).toPercentEncoding().constData()) << QByteArray(body);
        QTest::newRow("deep") << "{\"details\":" + QByteArray(5000, '[') + QByteArray(5000, ']') +
                                     "}";
    }

    void badBodiesChangeNothing()
    {
        QFETCH(QByteArray, body);
        Desk desk;
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        const std::uint64_t rev = desk.tracker.rev();
        for (const char *path : {"/api/v1/jobs", "/api/v1/jobs/a/complete", "/api/v1/jobs/a/log"}) {
            const Answer answer = desk.ask(Method::Post, path, body.toStdString());
            QCOMPARE(answer.response.status, 400);
            QVERIFY(!json(answer)["error"_L1].toObject()["message"_L1].toString().isEmpty());
        }
        QCOMPARE(desk.ask(Method::Patch, "/api/v1/jobs/a", body.toStdString()).response.status,
                 400);
        QCOMPARE(desk.tracker.rev(), rev);
        QCOMPARE(desk.tracker.size(), std::size_t{1});
    }

    void tooManyJobsAreRefusedForNow()
    {
        Tracker::Options options;
        options.limits.maxActiveJobs = 1;
        Desk desk(options);
        desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"a"})");
        QCOMPARE(desk.ask(Method::Post, "/api/v1/jobs", R"({"id":"b"})").response.status, 429);
    }

    void everyErrorHasItsStatus_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        const auto row = [](Error::Code code, const char *name, int status) {
            QTest::addRow("%d %s", status, name)
                << static_cast<int>(code) << QString::fromLatin1(name) << status;
        };
        row(Error::Code::BadInput, "bad_value", 400);
        row(Error::Code::Refused, "unauthorized", 401);
        row(Error::Code::Refused, "foreign_host", 403);
        row(Error::Code::NotFound, "no_such_job", 404);
        row(Error::Code::BadInput, "method_not_allowed", 405);
        row(Error::Code::BadInput, "timeout", 408);
        row(Error::Code::Conflict, "job_finished", 409);
        row(Error::Code::TooLarge, "too_large", 413);
        row(Error::Code::BadInput, "content_type", 415);
        row(Error::Code::TooMany, "too_many_jobs", 429);
        row(Error::Code::TooLarge, "header_too_large", 431);
        row(Error::Code::Internal, "disk", 500);
        row(Error::Code::Unavailable, "too_many_subscribers", 503);
    }

    void everyErrorHasItsStatus()
    {
        QFETCH(int, code);
        QFETCH(QString, name);
        QFETCH(int, status);
        const Error error{static_cast<Error::Code>(code), name.toStdString(), "why", {}};
        const Response response = answerWith(error);
        QCOMPARE(response.status, status);
        const std::string bytes = serialized(response, "D", BodyFraming::Length, true);
        QVERIFY(bytes.find("Cache-Control: no-store\r\n") != std::string::npos);
        QVERIFY(bytes.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
        QVERIFY(
            bytes.find("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n") !=
            std::string::npos);
        QCOMPARE(bytes.find("WWW-Authenticate: Bearer") != std::string::npos, status == 401);
    }

    void datesAreWrittenAsHttpWantsThem()
    {
        QCOMPARE(httpDate(WallTime{Millis{784'111'777'123}}),
                 std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(httpDate(WallTime{}), std::string("Thu, 01 Jan 1970 00:00:00 GMT"));
    }
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
