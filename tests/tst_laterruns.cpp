#include "core/dialect/dialectfile.h"
#include "core/follow/following.h"
#include "core/follow/habits.h"
#include "core/track/tracker.h"
#include "core/wire/json.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

namespace {

/// A project's snapshots, followed as the window does, on a moved clock.
struct World
{
    explicit World(const char *dialect = "snapshot", bool staysOn = true)
        : following({.dialect = dialect::builtInNamed(dialect),
                     .source = "far",
                     .id = "p",
                     .habits = habitsOf(*dialect::builtInNamed(dialect), true),
                     .staysOn = staysOn},
                    [] { return 0.5; })
    {
        take(following.start(now));
        take(following.opened(now));
    }
    void take(Following::Outcome given)
    {
        outcome = std::move(given);
        for (const Update &update : outcome.updates)
            (void)tracker.put(update);
    }
    void tell(const char *text) { take(following.message(now, {.data = text})); }
    void look(const char *body, int status = 200) { take(following.polled(now, status, body)); }
    /// Goes to the next deadline and does what is due.
    void wait()
    {
        const Millis gone = std::chrono::duration_cast<Millis>(*following.nextDeadline() - now);
        now += gone;
        clock.advance(gone);
        take(following.due(now));
    }
    JobPtr job() const { return tracker.job({"far", "p"}); }

    FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    Following following;
    Following::Outcome outcome{};
    Ticks now{Millis(1'000'000)};
};

constexpr const char *compressing =
    R"({"projectId":"p","step":"compressing","stepNumber":4,"totalSteps":6,"progress":66})";
constexpr const char *completed =
    R"({"projectId":"p","step":"completed","stepNumber":6,"totalSteps":6,"progress":100})";
constexpr const char *browsing =
    R"({"projectId":"p","step":"browsing","stepNumber":1,"totalSteps":6,"progress":16})";
/// What another Afoot says of it.
std::string counting(State state, double done, WallTime begun, WallTime now)
{
    Job job;
    job.key.id = "p";
    job.title = "Export";
    job.state = state;
    job.current = done;
    job.total = 1000;
    job.createdAt = begun;
    job.startedAt = begun;
    if (isFinal(state))
        job.finishedAt = now;
    return wire::toJson(job);
}

constexpr const char *idle =
    R"({"projectId":"p","step":"idle","stepNumber":0,"totalSteps":6,"progress":0})";

} // namespace

/// A source of one job, in the window, once that has ended.
class TestLaterRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndedRunIsRestedBehind()
    {
        World world;
        world.tell(compressing);
        world.tell(completed);
        QCOMPARE(world.job()->state, State::Completed);
        QVERIFY(world.following.isResting());
        QVERIFY(!world.following.isOver());
        QVERIFY(world.outcome.orders.close);
        QCOMPARE(world.following.link().state(), Link::State::Idle);
        const Ticks ended = world.now;
        for (int look = 1; look <= 3; ++look) {
            world.wait();
            QVERIFY(world.outcome.lookUp);
            QCOMPARE(std::chrono::duration_cast<Millis>(world.now - ended),
                     look * Following::restEvery);
            world.look(look == 2 ? idle : completed);
            QVERIFY(world.outcome.updates.empty());
            QVERIFY(!world.outcome.orders.open);
        }
        QCOMPARE(world.job()->state, State::Completed);
    }

    void theNextRunIsSeenAndFollowed()
    {
        World world;
        world.tell(compressing);
        world.tell(completed);
        world.wait();
        world.look(browsing);
        QVERIFY(!world.following.isResting());
        QVERIFY(world.outcome.orders.open);
        QCOMPARE(world.job()->state, State::Running);
        QCOMPARE(world.job()->percent, std::optional(16.0)); // not held up by the run before
        world.take(world.following.opened(world.now));
        world.tell(compressing);
        QCOMPARE(world.job()->percent, std::optional(66.0));
        world.tell(completed);
        QVERIFY(world.following.isResting());
    }

    /// Over and over within one stream of another Afoot, each run at another pace.
    void aRunBegunAnewKeepsNoPaceOfTheOneBefore()
    {
        FakeClock clock;
        Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
        Following following({.source = "far", .habits = afootHabits(true)}, [] { return 0.5; });
        (void)following.start(clock.ticks());
        (void)following.opened(clock.ticks());
        WallTime begun{};
        const auto tell = [&](State state, double done) {
            const auto outcome = following.message(
                clock.ticks(), {.type = "job", .data = counting(state, done, begun, clock.now())});
            for (const Update &update : outcome.updates)
                QVERIFY(!tracker.put(update));
        };
        const auto job = [&] { return tracker.job({"far", "p"}); };
        for (const int pace : {100, 1, 10}) { // seconds for each tenth
            begun = clock.now();
            tell(State::Running, 0);
            QCOMPARE(job()->state, State::Running);
            QVERIFY(!job()->etaS);
            QVERIFY(!job()->rate);
            QVERIFY(job()->startedAt == begun);
            for (int i = 1; i <= 5; ++i) {
                clock.advance(Millis(1000 * pace));
                tell(State::Running, 100 * i);
            }
            QVERIFY(job()->etaS && *job()->etaS > 4 * pace && *job()->etaS < 6 * pace);
            tell(State::Completed, 1000);
            QVERIFY(!job()->etaS);
            QVERIFY(*job()->finishedAt - *job()->startedAt == Millis(5000 * pace));
            clock.advance(Millis(3'600'000)); // the pause is of no run
        }
    }

    void aPersonNeedNotWait()
    {
        World world;
        world.tell(compressing);
        world.tell(completed);
        world.take(world.following.retryNow(world.now));
        QVERIFY(world.outcome.lookUp);
        world.take(world.following.wokeUp(world.now));
        QVERIFY(world.outcome.lookUp);
    }

    void whatCannotBeReadOrReachedChangesNothing()
    {
        World world;
        world.tell(compressing);
        world.tell(completed);
        world.look("garbage");
        world.look("gone", 404);
        world.look("no", 500);
        world.take(world.following.pollFailed(world.now, {.reason = "connection refused"}));
        QVERIFY(world.following.isResting());
        QCOMPARE(world.job()->state, State::Completed);
        QVERIFY(world.following.nextDeadline());
    }

    void whoseIdsAreUsedOnceIsOver_data()
    {
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<bool>("staysOn");
        QTest::newRow("a scan") << QByteArray("scan") << true;
        QTest::newRow("for the terminal") << QByteArray("snapshot") << false;
    }
    void whoseIdsAreUsedOnceIsOver()
    {
        QFETCH(const QByteArray, dialect);
        QFETCH(const bool, staysOn);
        World world(dialect.constData(), staysOn);
        if (dialect == "scan")
            world.tell(R"({"job_id":"p","status":"completed"})");
        else
            world.tell(completed);
        QVERIFY(world.following.isOver());
        QVERIFY(!world.following.isResting());
        QVERIFY(!world.following.nextDeadline());
    }

    void stoppingEndsTheRest()
    {
        World world;
        world.tell(compressing);
        world.tell(completed);
        world.take(world.following.stop(world.now));
        QVERIFY(!world.following.nextDeadline());
    }
};

QTEST_GUILESS_MAIN(TestLaterRuns)
#include "tst_laterruns.moc"
