#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/follow/destination.h"
#include "core/follow/following.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using dialect::Dialect;

namespace {

using Own = std::vector<const Dialect *>;

/// A dialect of a person's own: a build server, found by path or by its message.
Dialect ownDialect(const std::string &name = "builds",
                   const std::string &path = "/builds/{id}/events")
{
    auto made = dialect::dialectFromJson(
        "{\"name\":\"" + name +
        "\",\"title\":\"Ours\",\"endpoints\":{\"stream\":{\"transport\":\"sse\","
        "\"path\":\"" +
        path +
        "\"},\"pages\":[\"/ui/builds/{id}/log\"]},\"messages\":[{\"name\":\"build\","
        "\"fields\":{\"id\":\"/build\",\"kind\":{\"text\":\"build\"},\"state\":{\"at\":\"/"
        "phase\",\"table\":"
        "{\"COMPILING\":\"running\",\"GREEN\":\"completed\"}},\"percent\":\"/done\"}}],"
        "\"signs\":[{\"has\":[\"/build\",\"/phase\"]}]}");
    return made ? std::move(made).value() : Dialect{};
}

Following searching(const Own &own = {}, HabitWishes wishes = {.canPoll = false})
{
    const Dialect &usual = dialect::fallbackDialect();
    return Following(
        {.dialect = &usual,
         .source = "far",
         .habits = habitsOf(&usual, wishes),
         .search =
             Following::Search{.url = "https://h/proxy/stream", .own = own, .wishes = wishes}},
        [] { return 0.5; });
}

constexpr Ticks start{Millis(1'000'000)};

void open(Following &following)
{
    (void)following.start(start);
    (void)following.opened(start);
}

Following::Outcome tell(Following &following, const char *message)
{
    return following.message(start, {.data = message});
}

bool tellsOf(const Following::Outcome &outcome, const char *id)
{
    return std::any_of(outcome.updates.begin(), outcome.updates.end(), [&](const Update &update) {
        return update.key == JobKey{"far", id};
    });
}

} // namespace

/// Who speaks what, where nobody has said it: by a person's own dialects, by pages, by the first messages.
class TestDialectSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonsOwnIsKnownByItsUrl_data();
    void aPersonsOwnIsKnownByItsUrl();
    void aPersonsOwnTakesTheBuiltInsPlace();
    void aPageOfTheJobIsEnough();
    void aPageNamesItsJob();
    void messagesTellTheDialectWhereTheUrlDoesNot_data();
    void messagesTellTheDialectWhereTheUrlDoesNot();
    void anOwnDialectIsToldByItsMessages();
    void whatSaysNothingIsReadByTheUsualNames();
    void aDialectIsFoundAlsoLater();
    void whatWasMadeOfEarlierMessagesIsTakenBack();
    void aJobThatWasReadByTheUsualNamesIsToldAnew();
    void afterManyMessagesNobodyAsksAnyMore();
    void theHabitsAreThoseOfWhatWasFound();
    void wishesOutlastWhatWasFound();
    void onlyTheSocketsActionsAreLeft();
};

void TestDialectSearch::aPersonsOwnIsKnownByItsUrl_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("dialect"); ///< empty: another Afoot
    QTest::addColumn<QByteArray>("stream");
    const auto row = [](const char *url, const char *dialect, const char *stream) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(dialect) << QByteArray(stream);
    };
    row("https://h/builds/42/events", "builds", "https://h/builds/42/events");
    row("https://h/proxy/builds/42/events?k=1", "builds", "https://h/proxy/builds/42/events?k=1");
    row("https://h/ui/builds/42/log", "builds", "https://h/builds/42/events");
    row("https://h/jobs/7", "scan", "https://h/events/7");
    row("https://h:4680", "", "https://h:4680/api/v1/jobs/stream?log=1");
    row("https://h/elsewhere", "generic", "https://h/elsewhere");
}

void TestDialectSearch::aPersonsOwnIsKnownByItsUrl()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, stream);
    const Dialect mine = ownDialect();
    const Own own{&mine};
    const auto to = destinationOf(url.toStdString(), nullptr, own);
    QVERIFY(to.ok());
    QCOMPARE(QByteArray::fromStdString(to->dialect != nullptr ? to->dialect->name : ""), dialect);
    QCOMPARE(QByteArray::fromStdString(to->stream), stream);
    QCOMPARE(to->isGuess, dialect == "generic");
    QCOMPARE(to->dialect == &mine, dialect == "builds");
}

void TestDialectSearch::aPersonsOwnTakesTheBuiltInsPlace()
{
    const Dialect jobs = ownDialect("mine", "/jobs/{id}");
    QVERIFY(dialect::detect("/jobs/7", {}, Own{&jobs}).dialect == &jobs); // both fit as well
    const Dialect scan = ownDialect("scan");
    QVERIFY(dialect::detect("/jobs/7", {}, Own{&scan}).dialect == &dialect::fallbackDialect());
    QVERIFY(dialect::detect("/builds/7/events", {}, Own{&scan}).dialect == &scan);
    const Dialect generic = ownDialect("generic", "/{id}");
    QVERIFY(dialect::detect("/somewhere", {}, Own{&generic}).dialect == &generic);
    QCOMPARE(dialect::detect("/somewhere", {}, Own{&generic}).score, 0);
    const auto fallback = destinationOf("http://h/somewhere", nullptr, Own{&generic});
    QVERIFY(fallback.ok() && fallback->isGuess && fallback->id.empty());
    const Dialect afoot = ownDialect("mine", "/api/v1/jobs/{id}/events");
    const auto to = destinationOf("http://h/api/v1/jobs/7/events", nullptr, Own{&afoot});
    QVERIFY(to.ok() && to->dialect == &afoot);
    const Dialect greedy = ownDialect("mine", "/{id}");
    QVERIFY(destinationOf("http://h/api/v1/jobs", nullptr, Own{&greedy})->dialect == nullptr);
}

void TestDialectSearch::aPageOfTheJobIsEnough()
{
    const auto to = destinationOf("https://h/proxy/reports/a%20b?tab=2#top");
    QVERIFY(to.ok());
    QVERIFY(to->dialect == dialect::builtInNamed("scan"));
    QCOMPARE(to->id, std::string("a b"));
    QCOMPARE(to->stream, std::string("https://h/proxy/events/a%20b?tab=2"));
    QVERIFY(!to->isGuess);
}

void TestDialectSearch::aPageNamesItsJob()
{
    const char *file =
        "{\"name\":\"x\",\"title\":\"x\",\"endpoints\":{\"poll\":{\"path\":\"/p/{id}\"},"
        "\"pages\":[\"/all\",7]},\"messages\":[{\"name\":\"m\"}]}";
    const auto problems = dialect::problemsIn(file);
    QVERIFY(!problems.empty());
    QCOMPARE(problems.front().field, std::string("/endpoints/pages/0"));
    QCOMPARE(problems.back().field, std::string("/endpoints/pages/1"));
}

void TestDialectSearch::messagesTellTheDialectWhereTheUrlDoesNot_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *name, const char *message, const char *id) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(message) << QByteArray(id);
    };
    row("snapshot",
        R"({"projectId":"p","step":"browsing","stepNumber":2,"totalSteps":6,"progress":20})", "p");
    row("scan",
        R"({"job_id":"j","status":"running","submitted_at":"2025-10-30T12:00:00","error":null})",
        "j");
    row("session",
        R"({"type":"progress","session_id":"s","operation":"o","status":"starting","percentage":5})",
        "s");
    row("rooms", R"({"type":"status_update","project_id":"r","status":"running","progress":35})",
        "r");
    row("deploy",
        R"({"type":"deployment_progress","deployment_id":"d","stage":"repo_clone","status":"in-progress","message":"m"})",
        "d");
}

void TestDialectSearch::messagesTellTheDialectWhereTheUrlDoesNot()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, id);
    Following following = searching();
    open(following);
    QVERIFY(!following.isFound());
    const auto outcome = tell(following, message.constData());
    QVERIFY(following.isFound());
    QCOMPARE(QByteArray::fromStdString(following.dialect()->name), name);
    QVERIFY(!outcome.bad);
    QVERIFY(tellsOf(outcome, id.constData()));
    QVERIFY(outcome.removed.empty());
    // and so it stays, whatever comes
    (void)tell(following, R"({"id":"x","status":"running"})");
    QCOMPARE(QByteArray::fromStdString(following.dialect()->name), name);
}

void TestDialectSearch::anOwnDialectIsToldByItsMessages()
{
    const Dialect mine = ownDialect();
    Following following = searching({&mine});
    open(following);
    const auto outcome = tell(following, R"({"build":42,"phase":"COMPILING","done":30})");
    QVERIFY(following.dialect() == &mine);
    QVERIFY(tellsOf(outcome, "42"));
    QCOMPARE(outcome.updates.front().kind, std::optional<std::string>("build"));
}

void TestDialectSearch::whatSaysNothingIsReadByTheUsualNames()
{
    Following following = searching();
    open(following);
    const auto outcome = tell(following, R"({"id":"x","status":"running","progress":40})");
    QVERIFY(!following.isFound());
    QVERIFY(following.dialect() == &dialect::fallbackDialect());
    QVERIFY(tellsOf(outcome, "x"));
    QVERIFY(tell(following, "{").bad);
}

void TestDialectSearch::aDialectIsFoundAlsoLater()
{
    Following following = searching();
    open(following);
    (void)tell(following, R"({"type":"ping","timestamp":1})");
    QVERIFY(!following.isFound());
    const auto outcome = tell(following, R"({"type":"deployment_started","deployment_id":"d"})");
    QCOMPARE(following.dialect()->name, std::string("deploy"));
    QVERIFY(tellsOf(outcome, "d"));
    const auto pong = tell(following, R"({"type":"ping","timestamp":1})");
    QVERIFY(pong.say.find("pong") != std::string::npos);
    // a later connection begins as the dialect wants it
    (void)following.failed(start, {.reason = "dropped"});
    QVERIFY(following.opened(start).say.find("init") != std::string::npos);
}

void TestDialectSearch::whatWasMadeOfEarlierMessagesIsTakenBack()
{
    const Dialect mine = ownDialect();
    Following following = searching({&mine});
    open(following);
    QVERIFY(tellsOf(tell(following, R"({"id":"7","status":"running"})"), "7"));
    QVERIFY(tellsOf(tell(following, R"({"id":"8","status":"completed"})"), "8"));
    QVERIFY(tellsOf(tell(following, R"({"id":"42","status":"running"})"), "42"));
    const auto outcome = tell(following, R"({"build":42,"phase":"COMPILING","id":"7"})");
    QCOMPARE(outcome.removed, (std::vector<JobKey>{{"far", "7"}}));
    QVERIFY(tellsOf(outcome, "42"));
    QCOMPARE(outcome.updates.front().op, Update::Op::Begin);
}

void TestDialectSearch::aJobThatWasReadByTheUsualNamesIsToldAnew()
{
    const Dialect mine = ownDialect();
    test::FakeClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "here");
    Following following = searching({&mine});
    open(following);
    for (const char *message : {R"({"id":"42","status":"running","progress":70})",
                                R"({"build":42,"phase":"COMPILING","done":30})"}) {
        for (const Update &update : tell(following, message).updates)
            QVERIFY(tracker.apply(update).ok());
    }
    const JobPtr job = tracker.job({"far", "42"});
    QCOMPARE(job->kind, std::string("build"));
    QCOMPARE(job->state, State::Running);
}

void TestDialectSearch::afterManyMessagesNobodyAsksAnyMore()
{
    Following following = searching();
    open(following);
    for (int i = 0; i < Following::maxSearched; ++i)
        (void)tell(following, R"({"id":"x","status":"running"})");
    (void)tell(following, R"({"type":"deployment_started","deployment_id":"d"})");
    QVERIFY(!following.isFound());
}

void TestDialectSearch::theHabitsAreThoseOfWhatWasFound()
{
    Following following = searching();
    open(following);
    const Ticks usual = *following.link().nextDeadline();
    (void)tell(following, R"({"type":"connection","project_id":"r","status":"connected"})");
    const LinkHabits &habits = following.link().habits();
    QCOMPARE(habits.delays.front(), Millis(2000));
    QCOMPARE(habits.attempts, std::optional(5U));
    QVERIFY(!habits.pollEvery); // nobody knows where
    QVERIFY(*following.link().nextDeadline() < usual);
    const auto due = following.due(*following.link().nextDeadline());
    QVERIFY(due.orders.ping);
    QCOMPARE(due.say, std::string(R"({"type":"ping"})"));

    Following scan = searching();
    open(scan);
    (void)tell(scan, R"({"job_id":"j","status":"queued","submitted_at":"x"})");
    QVERIFY(scan.link().habits().attempts != 0U); // there is no status to ask for instead
}

void TestDialectSearch::wishesOutlastWhatWasFound()
{
    Following following = searching(
        {}, {.keepTrying = true, .silence = Millis(5000), .pollEvery = Millis(700), .attempts = 9});
    open(following);
    (void)tell(following, R"({"type":"connection","project_id":"r","status":"connected"})");
    const LinkHabits &habits = following.link().habits();
    QVERIFY(habits.keepTrying);
    QCOMPARE(habits.silence, Millis(5000));
    QCOMPARE(habits.attempts, std::optional(9U));
    QCOMPARE(habits.pollEvery, std::optional(Millis(700)));
    QCOMPARE(following.link().nextDeadline(), std::optional(start + Millis(5000)));
}

void TestDialectSearch::onlyTheSocketsActionsAreLeft()
{
    const auto canOf = [](const char *message) {
        Following following = searching();
        open(following);
        return tell(following, message).updates.front().can.value_or(AskSet{});
    };
    QVERIFY(canOf(R"({"type":"deployment_started","deployment_id":"d"})").has(Ask::Cancel));
    QVERIFY(canOf(R"({"job_id":"j","status":"queued","submitted_at":"x"})").empty());
}

QTEST_APPLESS_MAIN(TestDialectSearch)
#include "tst_dialectsearch.moc"
