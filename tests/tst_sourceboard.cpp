#include "core/serve/routes.h"
#include "core/track/sourceboard.h"
#include "core/wire/sourcejson.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace std::chrono_literals;
using Reporter = SourceBoard::Reporter;
using Is = SourceInfo::State;

namespace {

SourceInfo away()
{
    return {.name = "nas",
            .url = "https://nas:4680",
            .dialect = "Afoot",
            .state = Is::Reconnecting,
            .transport = "sse",
            .since = WallTime(Millis(1'700'000'000'000)),
            .attempt = 3,
            .nextAttempt = WallTime(Millis(1'700'000'004'250)),
            .reason = "connection refused",
            .badMessages = 2};
}

/// A tracker as it is asked over HTTP.
struct Desk
{
    serve::Answer ask(serve::Method method, std::string body = {})
    {
        serve::Request request{
            .method = method, .target = "/api/v1/sources", .body = std::move(body)};
        if (!request.body.empty())
            request.headers.emplace_back("content-type", "application/json");
        return answer(request, api);
    }
    SourceReport asked() { return *wire::sourcesFromJson(ask(serve::Method::Get).response.body); }

    test::FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{1}; }, "life"};
    serve::Limits limits{};
    serve::Api api{tracker, limits, "1"};
};

QByteArray listOf(const char *entry)
{
    return QByteArray("{\"sources\":[") + entry + "]}";
}

} // namespace

/// What a tracker knows of the sources that whoever follows them reports.
class TestSourceBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordOfAStateIsReadBack()
    {
        for (const Is state : {Is::Connecting, Is::Connected, Is::Reconnecting, Is::Polling,
                               Is::Disconnected, Is::Paused, Is::Over})
            QCOMPARE(sourceStateNamed(nameOf(state)), std::optional(state));
        QVERIFY(!sourceStateNamed("asleep"));
    }

    void aReportComesBackAsItWasWritten()
    {
        SourceInfo calm{.name = "ci", .url = "http://ci", .state = Is::Connected};
        const SourceReport report{.sources = {away(), calm}, .reportedAt = WallTime(Millis(5))};
        const auto read = wire::sourcesFromJson(wire::toJson(report));
        QVERIFY(read.ok());
        QVERIFY(*read == report);
        QVERIFY(read->find("ci") != nullptr && read->find("cd") == nullptr);
        QVERIFY(*wire::sourcesFromJson(wire::toJson(SourceReport())) == SourceReport());
    }

    void nobodyFollowsUntilSomebodySaysSo()
    {
        test::FakeClock clock;
        SourceBoard board(clock);
        QVERIFY(!board.report().reportedAt);
        QVERIFY(!board.put({away()}, Reporter::AnotherProcess));
        QCOMPARE(board.report().reportedAt, std::optional(clock.now()));
        QVERIFY(board.report().sources == std::vector{away()});
        QVERIFY(!board.put({}, Reporter::AnotherProcess));
        QVERIFY(board.report() == SourceReport());
    }

    void whatAnotherProcessSaidIsForgottenInTime()
    {
        test::FakeClock clock;
        SourceBoard board(clock);
        QVERIFY(!board.put({away()}, Reporter::AnotherProcess));
        clock.advance(SourceBoard::validFor - 1ms);
        QCOMPARE(board.report().sources.size(), std::size_t(1));
        QVERIFY(!board.put({away()}, Reporter::AnotherProcess)); // said again, it holds again
        clock.advance(SourceBoard::validFor - 1ms);
        QCOMPARE(board.report().sources.size(), std::size_t(1));
        clock.advance(1ms);
        QVERIFY(board.report() == SourceReport());
    }

    void whatItsOwnProcessSaidStaysAndIsNotOverwritten()
    {
        test::FakeClock clock;
        SourceBoard board(clock);
        QVERIFY(!board.put({away()}, Reporter::ThisProcess));
        clock.advance(SourceBoard::validFor * 3);
        QVERIFY(board.report().sources == std::vector{away()});
        const auto no = board.put({}, Reporter::AnotherProcess);
        QVERIFY(no && no->code == Error::Code::Conflict);
        QVERIFY(board.report().sources == std::vector{away()});
        QVERIFY(!board.put({}, Reporter::ThisProcess));
        QVERIFY(!board.put({away()}, Reporter::AnotherProcess));
    }

    void whatIsPutIsGiven()
    {
        Desk desk;
        QVERIFY(desk.asked() == SourceReport());
        const serve::Answer put =
            desk.ask(serve::Method::Put, wire::toJson(SourceReport{.sources = {away()}}));
        QCOMPARE(put.response.status, 200);
        const SourceReport report = desk.asked();
        QVERIFY(report.sources == std::vector{away()});
        QCOMPARE(report.reportedAt, std::optional(desk.clock.now())); // not what the client says
        QCOMPARE(desk.ask(serve::Method::Put, R"({"sources":[]})").response.status, 200);
        QVERIFY(desk.asked() == SourceReport());
        QCOMPARE(desk.ask(serve::Method::Post, "{}").response.status, 405);
    }

    void aProgramThatIsNotAskedIsRefused()
    {
        Desk desk;
        QVERIFY(!desk.tracker.sources().put({away()}, Reporter::ThisProcess));
        QCOMPARE(desk.ask(serve::Method::Put, R"({"sources":[]})").response.status, 409);
    }

    void textFromOutsideIsCleaned()
    {
        Desk desk;
        const auto put = desk.ask(
            serve::Method::Put,
            listOf(
                "{\"name\":\"n\",\"state\":\"over\",\"reason\":\"a\\u001b[31mb\\nc\",\"more\":1}")
                .toStdString());
        QCOMPARE(put.response.status, 200);
        QCOMPARE(desk.asked().sources[0].reason, std::string("ab c"));
    }

    void aListThatIsWrongChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{half") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]") << QByteArray();
        QTest::newRow("no sources") << QByteArray("{}") << QByteArray("sources");
        QTest::newRow("an object") << QByteArray(R"({"sources":{}})") << QByteArray("sources");
        QTest::newRow("a word in it") << listOf("\"nas\"") << QByteArray("sources[0]");
        QTest::newRow("no name") << listOf(R"({"state":"over"})") << QByteArray("sources[0].name");
        QTest::newRow("this computer")
            << listOf(R"({"name":"local","state":"over"})") << QByteArray("sources[0].name");
        QTest::newRow("a long name")
            << listOf(("{\"name\":\"" + QByteArray(61, 'n') + "\",\"state\":\"over\"}").constData())
            << QByteArray("sources[0].name");
        QTest::newRow("no state") << listOf(R"({"name":"n"})") << QByteArray("sources[0].state");
        QTest::newRow("another state")
            << listOf(R"({"name":"n","state":"asleep"})") << QByteArray("sources[0].state");
        QTest::newRow("another transport")
            << listOf(R"({"name":"n","state":"over","transport":"pigeon"})")
            << QByteArray("sources[0].transport");
        QTest::newRow("no time") << listOf(R"({"name":"n","state":"over","since":"today"})")
                                 << QByteArray("sources[0].since");
        QTest::newRow("less than none") << listOf(R"({"name":"n","state":"over","attempt":-1})")
                                        << QByteArray("sources[0].attempt");
        QTest::newRow("a long reason")
            << listOf(("{\"name\":\"n\",\"state\":\"over\",\"reason\":\"" + QByteArray(501, 'r') +
                       "\"}")
                          .constData())
            << QByteArray("sources[0].reason");
        QTest::newRow("one twice")
            << listOf(R"({"name":"n","state":"over"},{"name":"n","state":"over"})")
            << QByteArray("sources[1].name");
        QByteArray many("{\"name\":\"0\",\"state\":\"over\"}");
        for (std::size_t i = 1; i <= SourceReport::maxSources; ++i)
            many += ",{\"name\":\"" + QByteArray::number(qulonglong(i)) + "\",\"state\":\"over\"}";
        QTest::newRow("too many") << listOf(many.constData()) << QByteArray("sources");
    }

    void aListThatIsWrongChangesNothing()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, field);
        Desk desk;
        QVERIFY(!desk.tracker.sources().put({away()}, Reporter::AnotherProcess));
        const auto put = desk.ask(serve::Method::Put, body.toStdString());
        QCOMPARE(put.response.status, 400);
        const auto read = wire::sourcesFromJson(body.toStdString());
        QVERIFY(!read.ok());
        QCOMPARE(QByteArray::fromStdString(read.error().field), field);
        QVERIFY(read.error().detail.ends_with('.'));
        QVERIFY(desk.asked().sources == std::vector{away()});
    }
};

QTEST_APPLESS_MAIN(TestSourceBoard)
#include "tst_sourceboard.moc"
