#include "core/follow/following.h"
#include "core/follow/habits.h"
#include "core/model/merge.h"
#include "core/track/tracker.h"
#include "core/wire/json.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;
using Op = Update::Op;

namespace {

const JobKey key{.id = "a"};

/// One tracker with one job, "a".
struct World
{
    World() { tell({.op = Op::Begin, .key = key, .title = "Export"}); }
    void tell(Update update)
    {
        update.key = key;
        const auto done = tracker.apply(std::move(update));
        refusal = done ? std::string() : done.error().name;
    }
    void ask(Ask what) { tell({.op = Op::Ask, .ask = what}); }
    void decline(Ask what, std::string why = {})
    {
        Update update;
        update.declined = Declined{.ask = what, .why = std::move(why)};
        tell(std::move(update));
    }
    JobPtr job() const { return tracker.job(key); }

    FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "epoch"};
    std::string refusal{};
};

} // namespace

/// What becomes of an ask that whoever runs the job will not follow.
class TestDeclined : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAskedNoLongerAndTheReasonStands()
    {
        World world;
        world.ask(Ask::Cancel);
        world.decline(Ask::Cancel, "it is too late");
        QVERIFY(!world.job()->asked);
        QVERIFY(!world.job()->acknowledged);
        QVERIFY(world.job()->declined.has_value());
        QCOMPARE(world.job()->declined->why, std::string("it is too late"));
        QCOMPARE(world.job()->declined->at, world.clock.now());
        world.tell({.percent = Update::Number(5.0)});
        QVERIFY(world.job()->declined.has_value());
    }

    void whatWasHeardCanBeDeclinedYet()
    {
        World world;
        world.ask(Ask::Pause);
        Update heard;
        heard.acknowledged = Ask::Pause;
        world.tell(heard);
        world.decline(Ask::Pause);
        QVERIFY(!world.job()->asked && world.job()->declined);
    }

    void anotherAskStandsWhateverWasDeclinedBefore()
    {
        World world;
        world.ask(Ask::Cancel);
        world.decline(Ask::Pause);
        QCOMPARE(world.job()->asked, std::optional(Ask::Cancel));
        QVERIFY(!world.job()->declined);
    }

    void itMayBeAskedAgain()
    {
        World world;
        world.ask(Ask::Cancel);
        world.decline(Ask::Cancel);
        world.ask(Ask::Cancel);
        QCOMPARE(world.job()->asked, std::optional(Ask::Cancel));
        QVERIFY(!world.job()->declined);
    }

    void theEndTakesItAway()
    {
        World world;
        world.ask(Ask::Cancel);
        world.decline(Ask::Cancel);
        world.tell({.op = Op::Complete});
        QVERIFY(!world.job()->declined);
    }

    void anEndedJobCanHearAndDeclineToRunAgain()
    {
        World world;
        AskSet can;
        can.add(Ask::Retry);
        world.tell({.can = can});
        world.tell({.op = Op::Complete});
        world.ask(Ask::Retry);
        Update heard;
        heard.acknowledged = Ask::Retry;
        world.tell(heard);
        QCOMPARE(world.refusal, std::string());
        QVERIFY(world.job()->acknowledged);
        world.decline(Ask::Retry, "the branch is gone");
        QCOMPARE(world.refusal, std::string());
        QCOMPARE(world.job()->declined->why, std::string("the branch is gone"));
        QCOMPARE(world.job()->state, State::Completed);
        Update more;
        more.declined = Declined{.ask = Ask::Retry};
        more.message = "and this";
        world.tell(more); // that would be news of a run that is over
        QCOMPARE(world.refusal, std::string("job_finished"));
    }

    void whatNobodyOffersCannotBeRunAgain()
    {
        World world;
        world.tell({.op = Op::Complete});
        world.ask(Ask::Retry);
        QCOMPARE(world.refusal, std::string("not_offered"));
        QVERIFY(!world.job()->asked);
    }

    void aReaderSeesItAndAReporterSaysIt()
    {
        World world;
        const auto update = wire::updateFromJson(
            R"({"declined":{"ask":"cancel","reason":"too\u0007 late"}})", Op::Change);
        QVERIFY2(update.ok(), update ? "" : update.error().detail.c_str());
        world.ask(Ask::Cancel);
        world.tell(*update);
        const auto read = wire::jobFromJson(wire::toJson(*world.job()));
        QVERIFY(read.ok());
        QCOMPARE(read->declined, world.job()->declined);
        QCOMPARE(read->declined->why, std::string("too late"));
        Update sent;
        sent.declined = world.job()->declined;
        const auto back = wire::updateFromJson(wire::toJson(sent), Op::Change);
        QVERIFY(back.ok());
        QCOMPARE(back->declined, sent.declined);
    }

    void wrongOnesAreRefusedWithTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("a word") << QByteArray(R"({"declined":"cancel"})") << QByteArray("declined");
        QTest::newRow("no ask") << QByteArray(R"({"declined":{}})") << QByteArray("declined.ask");
        QTest::newRow("another ask")
            << QByteArray(R"({"declined":{"ask":"fly"}})") << QByteArray("declined.ask");
        QTest::newRow("a number for a reason")
            << QByteArray(R"({"declined":{"ask":"cancel","reason":5}})")
            << QByteArray("declined.reason");
    }
    void wrongOnesAreRefusedWithTheField()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, field);
        const auto update = wire::updateFromJson(json.toStdString(), Op::Change);
        QVERIFY(!update.ok());
        QCOMPARE(QByteArray::fromStdString(update.error().field), field);
    }

    void theLaterOfTwoWordsCounts()
    {
        Update heard;
        heard.acknowledged = Ask::Cancel;
        Update declined;
        declined.declined = Declined{.ask = Ask::Cancel};
        Update whole = heard;
        merge(whole, declined);
        QVERIFY(whole.declined && !whole.acknowledged);
        merge(whole, heard);
        QVERIFY(!whole.declined && whole.acknowledged);
    }

    void whatAnotherAfootDeclinesIsDeclinedHereOnce()
    {
        World world;
        Following following({.source = key.source, .habits = afootHabits(false)},
                            [] { return 0.5; });
        (void)following.start(Ticks{});
        (void)following.opened(Ticks{});
        Job there{.key = key, .title = "Export"};
        const auto tell = [&] {
            const auto told =
                following.message(Ticks{}, {.type = "job", .data = wire::toJson(there)});
            for (const Update &update : told.updates)
                world.tell(update);
        };
        world.ask(Ask::Cancel);
        there.declined = Declined{.ask = Ask::Cancel, .why = "no", .at = WallTime(Millis(1))};
        tell();
        QVERIFY(world.job()->declined && !world.job()->asked);
        world.ask(Ask::Cancel); // and before that is heard there:
        there.percent = 10;
        tell();
        QCOMPARE(world.job()->asked, std::optional(Ask::Cancel));
        there.declined->at = WallTime(Millis(2)); // the same answer to the second
        tell();
        QVERIFY(!world.job()->asked);
        QCOMPARE(world.job()->declined->why, std::string("no"));
    }
};

QTEST_GUILESS_MAIN(TestDeclined)
#include "tst_declined.moc"
