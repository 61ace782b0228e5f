#include "app/shared/runcsv.h"
#include "core/follow/runrequests.h"
#include "core/serve/routes.h"
#include "core/wire/json.h"
#include "core/wire/runsjson.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::serve;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    Answer ask(Method method, const std::string &target)
    {
        return answer({.method = method, .target = target}, api);
    }
    /// The name and the field of a refusal.
    std::string refusal(Method method, const std::string &target)
    {
        const Answer said = ask(method, target);
        const auto error = wire::errorFromJson(said.response.body);
        return said.history || !error ? "none" : error->name + ' ' + error->field;
    }

    test::FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "life", {}};
    Limits limits{};
    Api api{tracker, limits, "1.2.3"};
};

WallTime second(int n)
{
    return WallTime{Millis{1'795'183'200'000 + n * 1000LL}};
}

EndedRun run(std::string title)
{
    Job job{.key = {"nas", "id 1"}, .title = std::move(title), .kind = "restic"};
    job.state = State::Failed;
    job.error = "no \"route\"";
    job.steps = {{.name = "scan", .label = "Scan", .state = StepState::Failed}};
    job.createdAt = job.updatedAt = second(0);
    job.startedAt = second(0);
    job.finishedAt = second(90) + Millis(500);
    return {.number = 7, .job = job};
}

using Method::Delete;
using Method::Get;
using What = HistoryAsk::What;

} // namespace

/// Ended runs between the tracker and whoever asks: what is asked, what is answered, and rows for spreadsheets.
class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedArrives_data()
    {
        QTest::addColumn<RunQuery>("query");
        QTest::newRow("everything") << RunQuery{};
        QTest::newRow("a page") << RunQuery{.limit = 7, .after = "17.4"};
        QTest::newRow("words") << RunQuery{.words = "100% a+b & \"ü\" =1"};
        QTest::newRow("all of it") << RunQuery{.kind = "restic backup ~/Documents",
                                               .words = "x",
                                               .states = {State::Failed, State::Lost},
                                               .sources = {"local", "nas 1"},
                                               .numbers = {1, 9'007'199'254'740'993},
                                               .from = second(1),
                                               .to = second(2)};
    }
    void whatIsAskedArrives()
    {
        QFETCH(RunQuery, query);
        Desk desk;
        QVERIFY(desk.ask(Get, runsTarget(query)).history == (HistoryAsk{What::Runs, query}));
        // of the rest the page is no matter
        query.limit = RunQuery{}.limit;
        query.after.clear();
        QVERIFY(desk.ask(Get, runCountsTarget(query)).history == (HistoryAsk{What::Counts, query}));
        QVERIFY(desk.ask(Delete, deleteRunsTarget(query)).history ==
                (HistoryAsk{What::Erase, query}));
        QVERIFY(desk.ask(Get, runLogTarget(17)).history ==
                (HistoryAsk{What::Log, {.numbers = {17}}}));
    }

    void whatIsWrongIsRefused()
    {
        Desk desk;
        QCOMPARE(desk.refusal(Get, "/api/v1/history?state=running"),
                 std::string("bad_value state"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history?state="), std::string("bad_value state"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history?run=0"), std::string("bad_value run"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history?from=now"), std::string("bad_value from"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history?limit=0"), std::string("bad_value limit"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history/x/log"), std::string("bad_value run"));
        QCOMPARE(desk.refusal(Get, "/api/v1/history/counts?to=now"), std::string("bad_value to"));
    }

    /// Whoever deletes says what, in words that are known.
    void nothingIsDeletedByMistake()
    {
        Desk desk;
        const std::string path = "/api/v1/history";
        QCOMPARE(desk.refusal(Delete, path), std::string("bad_value all"));
        QCOMPARE(desk.refusal(Delete, path + "?kind="), std::string("bad_value all"));
        QCOMPARE(desk.refusal(Delete, path + "?all=0"), std::string("bad_value all"));
        QCOMPARE(desk.refusal(Delete, path + "?kind=a&all=1"), std::string("bad_value all"));
        QCOMPARE(desk.refusal(Delete, path + "?kind=a&stat=failed"), std::string("bad_value stat"));
        QCOMPARE(desk.refusal(Delete, path + "?all=1&limit=5"), std::string("bad_value limit"));
        QVERIFY(desk.ask(Delete, path + "?all=1&token=abc").history.has_value());
        QVERIFY(!desk.ask(Delete, "/api/v1/history/7").history.has_value());
    }

    void pagesAndCountsAreReadAsWritten()
    {
        const RunPage page{.runs = {run("Back up"), run("日本")}, .next = "17.4"};
        const Result<RunPage> read = wire::runsFromJson(wire::toJson(page));
        QVERIFY(read.ok());
        QCOMPARE(wire::toJson(*read), wire::toJson(page));
        QVERIFY(*read == page);
        const RunPage none;
        QVERIFY(*wire::runsFromJson(wire::toJson(none)) == none);
        // whoever knows only jobs reads a run as one
        QVERIFY(*wire::jobFromJson(wire::toJson(page.runs[0])) == page.runs[0].job);
        const RunCounts counts{
            .runs = 9, .kinds = {{"\"q\"", 6}, {"", 2}}, .sources = {{"nas", 9}}};
        const Result<RunCounts> readCounts = wire::runCountsFromJson(wire::toJson(counts));
        QVERIFY(readCounts && *readCounts == counts);
        QCOMPARE(*wire::deletedFromJson(wire::deletedJson(41)), std::uint64_t(41));
    }

    void aRunWithoutANumberHasNone()
    {
        EndedRun other = run("x");
        other.number = 0;
        QCOMPARE(wire::toJson(other).find("\"run\":"), std::string::npos);
        QVERIFY(*wire::runsFromJson("{\"runs\":[" + wire::toJson(other) + "]}") ==
                RunPage{.runs = {other}});
    }

    void whatIsNoAnswerIsTold()
    {
        for (const char *text :
             {"", "[]", "{}", "{\"runs\":7}", "{\"runs\":[7]}", "{\"runs\":[{}]}"})
            QVERIFY2(!wire::runsFromJson(text), text);
        for (const char *text : {"", "{}", "{\"runs\":1,\"kinds\":[],\"sources\":7}",
                                 "{\"runs\":1,\"kinds\":[7],\"sources\":[]}",
                                 "{\"runs\":1,\"kinds\":[{}],\"sources\":[]}",
                                 "{\"runs\":-1,\"kinds\":[],\"sources\":[]}"})
            QVERIFY2(!wire::runCountsFromJson(text), text);
        QVERIFY(!wire::deletedFromJson("{}"));
    }

    void aRowForSpreadsheets()
    {
        EndedRun over = run("Back up");
        over.job.error += ",\r\nto host";
        QCOMPARE(QString::fromStdString(csvRow(over)),
                 u"id 1,restic,Back up,failed,2026-11-20T14:00:00.000Z,2026-11-20T14:01:30.500Z,"
                 "90.5,\"no \"\"route\"\",\r\nto host\",nas,7"_s);
        const std::string heading = csvHeading();
        QCOMPARE(std::count(heading.begin(), heading.end(), ','), std::ptrdiff_t(9));
    }

    void noFieldIsAFormula_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("field");
        QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
        QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("line break") << u"\n=1"_s << u"\"'\n=1\""_s;
        QTest::newRow("with a comma") << u"=A1,B1"_s << u"\"'=A1,B1\""_s;
        QTest::newRow("inside") << u"a=1"_s << u"a=1"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }
    void noFieldIsAFormula()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, field);
        EndedRun only{.job = {.key = {.id = "i"}, .title = title.toStdString()}};
        only.job.state = State::Completed;
        QCOMPARE(QString::fromStdString(csvRow(only)),
                 u"i,,"_s + field + u",completed,,,,,local,"_s);
    }
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
