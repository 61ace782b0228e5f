#include "core/track/feed.h"
#include "core/track/pulse.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;
using namespace std::chrono_literals;

namespace {

struct World
{
    FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "e"};

    void begin(State state = State::Running)
    {
        Update update{.op = Update::Op::Begin, .key = {.id = "x"}};
        update.state = state;
        QVERIFY(tracker.apply(update).ok());
    }
    void say(double percent)
    {
        Update update{.key = {.id = "x"}};
        update.percent = percent;
        QVERIFY(tracker.apply(update).ok());
    }
    void become(State state)
    {
        Update update{.key = {.id = "x"}};
        update.state = state;
        QVERIFY(tracker.apply(update).ok());
    }
    void pass(Millis time)
    {
        clock.advance(time);
        tracker.expire();
    }
    Liveness liveness() const { return tracker.job({.id = "x"})->liveness; }
    /// The moments, in seconds from now, at which something happens by itself.
    std::vector<double> moments()
    {
        std::vector<double> found;
        const Ticks from = clock.ticks();
        while (const auto next = tracker.nextDeadline()) {
            pass(*next - clock.ticks());
            found.push_back(std::chrono::duration<double>(*next - from).count());
        }
        return found;
    }
};

} // namespace

/// Protocol 5: quiet, stalled, and what brings a job back.
class tst_Liveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobThatFallsSilentIsQuietThenStalled()
    {
        World world;
        world.begin();
        world.pass(29'999ms);
        QCOMPARE(world.liveness(), Liveness::Live);
        world.pass(1ms);
        QCOMPARE(world.liveness(), Liveness::Quiet);
        world.pass(269'999ms);
        QCOMPARE(world.liveness(), Liveness::Quiet);
        world.pass(1ms);
        QCOMPARE(world.liveness(), Liveness::Stalled);
        QVERIFY(!world.tracker.nextDeadline()); // and nothing wakes anybody any more
    }
    void patienceIsFourTimesTheUsualGap()
    {
        World world;
        world.begin();
        for (int i = 1; i <= 20; ++i) {
            world.pass(60s);
            world.say(i);
            QCOMPARE(world.liveness(), Liveness::Live);
        }
        world.pass(239s);
        QCOMPARE(world.liveness(), Liveness::Live);
        world.pass(1s);
        QCOMPARE(world.liveness(), Liveness::Quiet);
        world.pass(2160s);
        QCOMPARE(world.liveness(), Liveness::Stalled);
    }
    void anyWordBringsItBack()
    {
        World world;
        world.begin();
        world.say(5);
        world.pass(300s);
        QCOMPARE(world.liveness(), Liveness::Stalled);
        const std::uint64_t rev = world.tracker.rev();
        world.say(5); // nothing new but that it lives
        QCOMPARE(world.liveness(), Liveness::Live);
        QCOMPARE(world.tracker.rev(), rev + 1);
        world.pass(4000s);
        QVERIFY(world.liveness() != Liveness::Live);
        Update line{.op = Update::Op::Log, .key = {.id = "x"}};
        line.lines = {LogLine{.text = "still here"}};
        QVERIFY(world.tracker.apply(line).ok());
        QCOMPARE(world.liveness(), Liveness::Live);
    }
    void silenceIsNoUpdate()
    {
        World world;
        world.begin();
        const WallTime said = world.tracker.job({.id = "x"})->updatedAt;
        const std::uint64_t rev = world.tracker.rev();
        world.pass(31s);
        QCOMPARE(world.tracker.job({.id = "x"})->updatedAt, said);
        QCOMPARE(world.tracker.rev(), rev + 1);
    }
    void readersHearOfIt()
    {
        World world;
        world.begin();
        int woken = 0;
        Feed feed(world.tracker, [&] { ++woken; });
        world.pass(31s);
        QCOMPARE(woken, 1);
        QCOMPARE(feed.take().changes.at(0).job->liveness, Liveness::Quiet);
    }
    void whoWaitsIsNotExpectedToSpeak_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("queued") << State::Queued;
        QTest::newRow("paused") << State::Paused;
        QTest::newRow("waits for a person") << State::NeedsInput;
    }
    void whoWaitsIsNotExpectedToSpeak()
    {
        QFETCH(State, state);
        World world;
        world.begin(state == State::Queued ? State::Queued : State::Running);
        if (state != State::Queued)
            world.become(state);
        QVERIFY(!world.tracker.nextDeadline());
        world.pass(10'000s);
        QCOMPARE(world.liveness(), Liveness::Live);
        world.become(State::Running);
        QCOMPARE(world.moments(), (std::vector<double>{30, 300})); // a long wait is no usual gap
    }
    void anEndedJobIsWatchedNoMore()
    {
        World world;
        world.begin();
        world.pass(31s);
        world.become(State::Failed);
        QCOMPARE(world.liveness(), Liveness::Live);
        QVERIFY(!world.tracker.nextDeadline());
    }
    void aReporterThatHoldsOnIsNeverStalled()
    {
        World world;
        world.begin();
        world.tracker.hold({.id = "x"});
        QCOMPARE(world.moments(), std::vector<double>{30});
        world.pass(10'000s);
        QCOMPARE(world.liveness(), Liveness::Quiet);
        world.tracker.release({.id = "x"});
        QCOMPARE(world.liveness(), Liveness::Stalled);
        world.pass(10s);
        QCOMPARE(world.tracker.job({.id = "x"})->state, State::Lost);
    }
    void aRestoredJobIsAsItWas()
    {
        World before;
        before.begin();
        before.say(40);
        Update line{.op = Update::Op::Log, .key = {.id = "x"}};
        line.lines = {LogLine{.text = "one"}, LogLine{.text = "two"}};
        QVERIFY(before.tracker.apply(line).ok());
        before.pass(31s);
        const Job kept = *before.tracker.job({.id = "x"});

        World after;
        after.clock.advance(3600s);
        after.tracker.restore(kept, before.tracker.log({.id = "x"}, 0, 9)->lines, false);
        Job expected = kept;
        expected.liveness = Liveness::Live; // it has just been asked about
        expected.rev = after.tracker.rev();
        expected.rate.reset();
        expected.etaS.reset();
        QCOMPARE(*after.tracker.job({.id = "x"}), expected);
        QVERIFY(after.tracker.apply(line).ok());
        QCOMPARE(after.tracker.log({.id = "x"}, 0, 9)->lines.back().n, std::uint64_t(4));
        QCOMPARE(after.moments(), (std::vector<double>{30, 300})); // and never lost
    }
    void aRestoredJobWhoseReporterDoesNotComeBackIsLost()
    {
        Job kept{.key = {.id = "x"}, .title = "X", .state = State::Running};
        World world;
        world.tracker.restore(kept, {}, true);
        QVERIFY(world.tracker.isHeld({.id = "x"}));
        world.pass(9'999ms);
        QCOMPARE(world.tracker.job({.id = "x"})->state, State::Running);
        world.pass(1ms);
        QCOMPARE(world.tracker.job({.id = "x"})->state, State::Lost);

        World better;
        better.tracker.restore(kept, {}, true);
        better.tracker.hold({.id = "x"});
        better.pass(60s);
        QCOMPARE(better.tracker.job({.id = "x"})->state, State::Running);
    }
    void whatIsThereIsNotOverwrittenByWhatWasKept()
    {
        World world;
        world.begin();
        world.say(70);
        world.tracker.restore(Job{.key = {.id = "x"}, .state = State::Failed}, {}, false);
        QCOMPARE(world.tracker.job({.id = "x"})->percent, std::optional(70.0));
    }
    void aClearedJobIsToldFromAForgottenOne()
    {
        for (const bool forgotten : {false, true}) {
            World world;
            world.begin();
            world.become(State::Completed);
            Feed feed(world.tracker, {});
            const auto op = forgotten ? Update::Op::Forget : Update::Op::Clear;
            QVERIFY(world.tracker.apply({.op = op, .key = {.id = "x"}}).ok());
            QCOMPARE(feed.take().changes.back().forgotten, forgotten);
        }
    }
    void manyUpdatesWakeNobodyForEach()
    {
        World world;
        world.begin();
        const auto due = world.tracker.nextDeadline();
        for (int i = 0; i < 1000; ++i) {
            world.clock.advance(10ms);
            world.say(i / 10.0);
        }
        QCOMPARE(world.tracker.nextDeadline(), due);
        world.pass(20s); // it is looked at, and was heard of since
        QCOMPARE(world.liveness(), Liveness::Live);
        QCOMPARE(world.moments(), (std::vector<double>{10, 280}));
    }
};

QTEST_GUILESS_MAIN(tst_Liveness)
#include "tst_liveness.moc"
