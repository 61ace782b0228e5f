#include "core/track/feed.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <map>
#include <random>

using namespace afoot;

Q_DECLARE_METATYPE(afoot::State)

namespace {

RandomBytes countingRandom()
{
    return [n = std::uint8_t{0}]() mutable {
        std::array<std::uint8_t, 10> bytes{};
        bytes[9] = n++;
        return bytes;
    };
}

struct World
{
    test::FakeClock clock{};
    Tracker tracker;

    explicit World(Tracker::Options options = {}) : tracker(clock, countingRandom(), "e1", options)
    {
    }

    JobPtr begin(const std::string &id, State state = State::Running)
    {
        const auto applied = tracker.apply(
            {.op = Update::Op::Begin, .key = {.id = id}, .title = id, .state = state});
        return applied ? applied->job : nullptr;
    }
    Result<Tracker::Applied> change(const std::string &id, State state)
    {
        return tracker.apply({.key = {.id = id}, .state = state});
    }
    JobPtr job(const std::string &id) const { return tracker.job({.id = id}); }
};

/// Brings job "x" into @p state by the ways that the state machine allows.
void reach(World &world, State state)
{
    world.begin("x", state == State::Queued ? State::Queued : State::Running);
    if (state != State::Queued && state != State::Running)
        QVERIFY(world.change("x", state).ok());
    QCOMPARE(world.job("x")->state, state);
}

QByteArray word(State state)
{
    return QByteArray::fromStdString(std::string(nameOf(state)));
}

} // namespace

class TestTrack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every state × every state that an update may ask for. Protocol 1, section 1.
    void everyStateTakesJustWhatTheProtocolAllows_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<State>("to");
        QTest::addColumn<bool>("allowed");
        const std::map<State, std::set<State>> next{
            {State::Queued, {State::Running}},
            {State::Running, {State::Paused, State::NeedsInput}},
            {State::Paused, {State::Running}},
            {State::NeedsInput, {State::Running}},
        };
        for (const State from : allStates) {
            for (const State to : allStates) {
                const bool open = next.contains(from);
                const bool allowed =
                    open && (from == to || isFinal(to) || next.at(from).contains(to));
                QTest::newRow(word(from) + " -> " + word(to)) << from << to << allowed;
            }
        }
    }
    void everyStateTakesJustWhatTheProtocolAllows()
    {
        QFETCH(State, from);
        QFETCH(State, to);
        QFETCH(bool, allowed);
        World world;
        reach(world, from);
        const auto rev = world.tracker.rev();
        const JobPtr before = world.job("x");
        const auto applied = world.change("x", to);
        QCOMPARE(applied.ok(), allowed);
        if (!allowed) {
            QCOMPARE(world.tracker.rev(), rev);
            QVERIFY(*world.job("x") == *before);
            QVERIFY(applied.error().code == Error::Code::Conflict);
            QCOMPARE(applied.error().name,
                     std::string(isFinal(from) ? "job_finished" : "bad_transition"));
        } else {
            QCOMPARE(world.job("x")->state, to);
            QCOMPARE(world.job("x")->finishedAt.has_value(), isFinal(to));
            QCOMPARE(world.tracker.rev() > rev, from != to);
        }
    }

    void everyEventOnEveryState_data()
    {
        QTest::addColumn<State>("state");
        for (const State state : allStates)
            QTest::newRow(word(state)) << state;
    }
    void everyEventOnEveryState()
    {
        QFETCH(State, state);
        const bool over = isFinal(state);
        const auto on = [&](Update update) {
            World world;
            reach(world, state);
            update.key.id = "x";
            return world.tracker.apply(std::move(update)).ok();
        };
        QCOMPARE(on({.op = Update::Op::Begin}), !over);
        QCOMPARE(on({.op = Update::Op::Begin, .restart = true}), true);
        QCOMPARE(on({.op = Update::Op::Change, .message = "m"}), !over);
        QCOMPARE(on({.op = Update::Op::Change, .restart = true}), true);
        QCOMPARE(on({.op = Update::Op::Log, .lines = {{.text = "l"}}}), !over);
        QCOMPARE(on({.op = Update::Op::Complete}), !over);
        QCOMPARE(on({.op = Update::Op::Fail, .error = "e"}), !over);
        QCOMPARE(on({.op = Update::Op::Ask, .ask = Ask::Cancel}), !over);
        QCOMPARE(on({.op = Update::Op::Ask, .ask = Ask::Retry}), !over); // nobody offers it
        QCOMPARE(on({.op = Update::Op::See}), true);
        QCOMPARE(on({.op = Update::Op::Forget}), over);
    }

    void anUnknownJobIsNotFoundAndNothingChanges()
    {
        World world;
        for (const auto op :
             {Update::Op::Change, Update::Op::Log, Update::Op::Complete, Update::Op::Fail,
              Update::Op::Ask, Update::Op::See, Update::Op::Forget}) {
            const auto applied =
                world.tracker.apply({.op = op, .key = {.id = "nobody"}, .ask = Ask::Cancel});
            QVERIFY(!applied.ok());
            QVERIFY(applied.error().code == Error::Code::NotFound);
        }
        QCOMPARE(world.tracker.rev(), 0U);
    }

    void beginningTwiceIsTheSameJob()
    {
        World world;
        const Update update{.op = Update::Op::Begin, .key = {.id = "x"}, .title = "T"};
        QVERIFY(world.tracker.apply(update)->created);
        const auto again = world.tracker.apply(update);
        QVERIFY(again.ok());
        QVERIFY(!again->created);
        QVERIFY(!again->changed);
        QCOMPARE(world.tracker.rev(), 1U);
    }

    void aJobWithoutIdGetsOne()
    {
        World world;
        const auto one = world.tracker.apply({.op = Update::Op::Begin, .title = "a"});
        const auto two = world.tracker.apply({.op = Update::Op::Begin, .title = "b"});
        QCOMPARE(one->job->key.id.size(), std::size_t(26));
        QVERIFY(one->job->key.id != two->job->key.id);
    }

    void theSameIdFromAnotherSourceIsAnotherJob()
    {
        World world;
        world.begin("x");
        QVERIFY(world.tracker.apply({.op = Update::Op::Begin, .key = {"nas", "x"}})->created);
        QCOMPARE(world.tracker.size(), std::size_t(2));
    }

    void aRestartIsANewRunThatKeepsWhoItIs()
    {
        World world;
        world.tracker
            .apply({.op = Update::Op::Begin,
                    .key = {.id = "x"},
                    .title = "Deploy",
                    .percent = {{40.0}},
                    .steps = {{{.name = "a"}}},
                    .message = "old"})
            .ok();
        world.tracker.apply({.op = Update::Op::Fail, .key = {.id = "x"}, .error = "boom"}).ok();
        world.clock.advance(Millis(5000));
        const auto applied =
            world.tracker.apply({.op = Update::Op::Begin, .key = {.id = "x"}, .restart = true});
        QVERIFY(applied->created);
        const Job &job = *applied->job;
        QCOMPARE(job.title, std::string("Deploy"));
        QCOMPARE(job.state, State::Running);
        QVERIFY(!job.percent && job.error.empty() && job.message.empty() && job.steps.empty());
        QVERIFY(!job.finishedAt);
        QVERIFY(job.startedAt == world.clock.now());
        QCOMPARE(world.tracker.log({.id = "x"}, 0, 10)->lines.size(), std::size_t(0));
    }

    void percentComesFromCountsAndAGrowingTotalDoesNotTakeItBack()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .current = {{50.0}}, .total = {{100.0}}}).ok();
        QCOMPARE(world.job("x")->percent, std::optional(50.0));
        world.tracker.apply({.key = {.id = "x"}, .total = {{400.0}}}).ok();
        QCOMPARE(world.job("x")->percent, std::optional(50.0));
        QCOMPARE(world.job("x")->total, std::optional(400.0));
        world.tracker.apply({.key = {.id = "x"}, .current = {{300.0}}}).ok();
        QCOMPARE(world.job("x")->percent, std::optional(75.0));
    }

    void anOvershootIsKeptAndItsPercentIsNot()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .current = {{150.0}}, .total = {{100.0}}}).ok();
        QCOMPARE(world.job("x")->current, std::optional(150.0));
        QCOMPARE(world.job("x")->percent, std::optional(100.0));
    }

    void aTotalOfZeroGivesNoPercent()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .current = {{0.0}}, .total = {{0.0}}}).ok();
        QVERIFY(!world.job("x")->percent);
    }

    void aReporterMayTakeItsPercentBack()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .percent = {{60.0}}}).ok();
        world.tracker.apply({.key = {.id = "x"}, .percent = {{20.0}}}).ok();
        QCOMPARE(world.job("x")->percent, std::optional(20.0));
        world.tracker.apply({.key = {.id = "x"}, .percent = std::optional<double>()}).ok();
        QVERIFY(!world.job("x")->percent);
    }

    void countsOfAStepAreNotAPercentOfTheJob()
    {
        World world;
        world.begin("x");
        Step step{.name = "receive", .state = StepState::Running, .percent = 90.0};
        world.tracker
            .apply({.key = {.id = "x"}, .current = {{90.0}}, .total = {{100.0}}, .steps = {{step}}})
            .ok();
        QVERIFY(!world.job("x")->percent);
        QVERIFY(!world.job("x")->etaS);
    }

    void timeLeftComesFromThePaceAndStopsWithThePause()
    {
        World world;
        world.begin("x");
        for (int i = 0; i <= 10; ++i) {
            world.tracker.apply({.key = {.id = "x"}, .current = {{i * 10.0}}, .total = {{200.0}}})
                .ok();
            world.clock.advance(Millis(1000));
        }
        QVERIFY(std::abs(*world.job("x")->rate - 10) < 0.01);
        QVERIFY(std::abs(*world.job("x")->etaS - 10) < 0.1);
        world.change("x", State::Paused).ok();
        QVERIFY(!world.job("x")->etaS);
        world.change("x", State::Running).ok();
        QVERIFY(!world.job("x")->etaS);
    }

    void timeLeftComesFromThePercentWhereNobodyTellsATotal()
    {
        World world;
        world.begin("x");
        for (int i = 0; i <= 10; ++i) {
            world.tracker
                .apply({.key = {.id = "x"}, .percent = {{i * 5.0}}, .current = {{i * 1000.0}}})
                .ok();
            world.clock.advance(Millis(1000));
        }
        QVERIFY(std::abs(*world.job("x")->rate - 1000) < 1);
        QVERIFY(std::abs(*world.job("x")->etaS - 10) < 0.1);
    }

    void whatTheReporterSaysOfItsPaceStands()
    {
        World world;
        world.begin("x");
        world.tracker
            .apply({.key = {.id = "x"}, .current = {{50.0}}, .total = {{100.0}}, .rate = {{5.0}}})
            .ok();
        QCOMPARE(world.job("x")->etaS, std::optional(10.0));
        world.tracker.apply({.key = {.id = "x"}, .etaS = {{99.0}}}).ok();
        QCOMPARE(world.job("x")->etaS, std::optional(99.0));
    }

    void aReportThatComesLateKeepsItsTime()
    {
        World world;
        const WallTime begun = world.clock.now();
        Update begin{.op = Update::Op::Begin, .key = {"local", "x"}};
        begin.steps = std::vector<Step>{{.name = "a"}, {.name = "b"}};
        QVERIFY(world.tracker.apply(begin));
        world.clock.advance(Millis{60'000});
        const auto stepBegins = [&](const char *name, std::optional<WallTime> time) {
            Update update{.key = {"local", "x"}};
            update.step = name;
            update.time = time;
            const JobPtr job = world.tracker.apply(update)->job;
            for (const Step &step : job->steps) {
                if (step.name == name)
                    return *step.startedAt;
            }
            return WallTime{};
        };
        QCOMPARE(stepBegins("a", begun + Millis{5'000}), begun + Millis{5'000});
        QCOMPARE(stepBegins("b", begun + Millis{900'000}),
                 world.clock.now());                             // not from the future
        QCOMPARE(stepBegins("c", begun - Millis{1'000}), begun); // and not from before the job
        QCOMPARE(world.job("x")->updatedAt, world.clock.now());
    }
    void anEndLeavesNoStepRunning_data()
    {
        QTest::addColumn<State>("end");
        QTest::addColumn<QByteArray>("running");
        QTest::addColumn<QByteArray>("pending");
        QTest::newRow("completed")
            << State::Completed << QByteArray("completed") << QByteArray("skipped");
        QTest::newRow("failed") << State::Failed << QByteArray("failed") << QByteArray("pending");
        QTest::newRow("canceled") << State::Canceled << QByteArray("skipped")
                                  << QByteArray("pending");
        QTest::newRow("lost") << State::Lost << QByteArray("skipped") << QByteArray("pending");
    }
    void anEndLeavesNoStepRunning()
    {
        QFETCH(State, end);
        QFETCH(QByteArray, running);
        QFETCH(QByteArray, pending);
        World world;
        world.begin("x");
        world.tracker
            .apply({.key = {.id = "x"}, .steps = {{{.name = "a"}, {.name = "b"}, {.name = "c"}}}})
            .ok();
        world.tracker.apply({.key = {.id = "x"}, .step = "a"}).ok();
        world.clock.advance(Millis(3000));
        world.tracker.apply({.key = {.id = "x"}, .step = "b"}).ok();
        world.clock.advance(Millis(2000));
        world.change("x", end).ok();
        const auto &steps = world.job("x")->steps;
        QCOMPARE(nameOf(steps[0].state), std::string_view("completed"));
        QCOMPARE(*steps[0].finishedAt - *steps[0].startedAt, Millis(3000));
        QCOMPARE(QByteArray::fromStdString(std::string(nameOf(steps[1].state))), running);
        QCOMPARE(*steps[1].finishedAt - *steps[1].startedAt, Millis(2000));
        QCOMPARE(QByteArray::fromStdString(std::string(nameOf(steps[2].state))), pending);
    }

    void aCompletedJobIsAtAHundredOnlyIfItEverHadAPercent()
    {
        World world;
        world.begin("known");
        world.begin("unknown");
        world.tracker.apply({.key = {.id = "known"}, .percent = {{97.0}}}).ok();
        world.change("known", State::Completed).ok();
        world.change("unknown", State::Completed).ok();
        QCOMPARE(world.job("known")->percent, std::optional(100.0));
        QVERIFY(!world.job("unknown")->percent);
    }

    void aFailedJobKeepsItsPercent()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .percent = {{55.0}}}).ok();
        world.change("x", State::Failed).ok();
        QCOMPARE(world.job("x")->percent, std::optional(55.0));
    }

    void whatIsAskedIsRecordedAndGoneWhenDone()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = Ask::Pause}).ok();
        QCOMPARE(world.job("x")->asked, std::optional(Ask::Pause));
        QCOMPARE(world.job("x")->state, State::Running);
        world.change("x", State::Paused).ok();
        QVERIFY(!world.job("x")->asked);
    }

    void nobodyKnowsWhenAJobBeganThatWasOverWhenItWasHeardOf()
    {
        World world;
        const auto end = [&](const char *id, std::optional<WallTime> startedAt) {
            world.tracker
                .apply({.op = Update::Op::Begin,
                        .key = {.id = id},
                        .state = State::Completed,
                        .startedAt = startedAt})
                .ok();
            return world.job(id)->startedAt;
        };
        QVERIFY(!end("x", {}));
        const WallTime known(Millis(1000));
        QCOMPARE(end("y", known), std::optional(known));
        world.begin("z");
        world.change("z", State::Completed).ok();
        QVERIFY(world.job("z")->startedAt);
    }

    void whatIsAskedIsAcknowledgedAndDone()
    {
        World world;
        world.begin("x");
        const auto acknowledge = [&](Ask ask) {
            world.tracker.apply({.key = {.id = "x"}, .acknowledged = ask}).ok();
        };
        acknowledge(Ask::Cancel); // of what nobody asked
        QVERIFY(!world.job("x")->acknowledged);
        world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = Ask::Pause}).ok();
        acknowledge(Ask::Cancel); // of something else
        QVERIFY(!world.job("x")->acknowledged);
        acknowledge(Ask::Pause);
        QVERIFY(world.job("x")->acknowledged);
        QCOMPARE(world.job("x")->asked, std::optional(Ask::Pause));
        world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = Ask::Cancel}).ok();
        QVERIFY(!world.job("x")->acknowledged); // another question
        acknowledge(Ask::Cancel);
        QVERIFY(world.job("x")->acknowledged);
        world.change("x", State::Canceled).ok();
        QVERIFY(!world.job("x")->acknowledged);
        QVERIFY(!world.job("x")->asked);
    }

    void whatIsSoAlreadyIsNotAsked()
    {
        World world;
        world.begin("x");
        const auto ask = [&](Ask what) {
            world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = what}).ok();
        };
        ask(Ask::Resume);
        QVERIFY(!world.job("x")->asked);
        ask(Ask::Pause);
        ask(Ask::Resume); // not so fast
        QCOMPARE(world.job("x")->asked, std::optional(Ask::Resume));
        world.change("x", State::Paused).ok();
        world.change("x", State::Running).ok();
        QVERIFY(!world.job("x")->asked);
        world.change("x", State::Paused).ok();
        ask(Ask::Pause);
        QVERIFY(!world.job("x")->asked);
    }

    void aSourceThatNobodyFollowsLeavesWithItsJobs()
    {
        World world;
        const auto begin = [&](const char *source, const char *id) {
            world.tracker.apply({.op = Update::Op::Begin, .key = {source, id}}).ok();
        };
        begin("ci", "running");
        begin("ci", "ended");
        begin("local", "running");
        world.tracker.apply({.op = Update::Op::Complete, .key = {"ci", "ended"}}).ok();
        Feed feed(world.tracker, [] {});
        const std::uint64_t rev = world.tracker.rev();
        world.tracker.dropSource("ci");
        QCOMPARE(world.tracker.size(), std::size_t(1));
        QVERIFY(world.tracker.job({"local", "running"}));
        const Delta delta = feed.take();
        QCOMPARE(delta.changes.size(), std::size_t(2));
        for (const Change &change : delta.changes) {
            QVERIFY(!change.job);
            QVERIFY(!change.forgotten); // its history stays
        }
        QCOMPARE(world.tracker.since(rev)->size(), std::size_t(2));
        world.tracker.dropSource("ci");
        world.tracker.dropSource("");
        QCOMPARE(world.tracker.size(), std::size_t(1));
        begin("ci", "running"); // and may come back
        QCOMPARE(world.tracker.size(), std::size_t(2));
    }

    void aJobThatNobodyFollowsLeavesInAnyState()
    {
        World world;
        for (const State state : {State::Running, State::Completed}) {
            world.begin("x");
            world.change("x", state).ok();
            QVERIFY(world.tracker.apply({.op = Update::Op::Leave, .key = {.id = "x"}}).ok());
            QVERIFY(!world.job("x"));
        }
        QVERIFY(!world.tracker.apply({.op = Update::Op::Leave, .key = {.id = "x"}}).ok());
    }

    void nothingTakesThePlaceOfACancel()
    {
        World world;
        world.begin("x");
        const auto ask = [&](Ask what) {
            return world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = what});
        };
        QVERIFY(ask(Ask::Pause).ok());
        QVERIFY(ask(Ask::Cancel).ok()); // nobody waits for a pause who wants it to end
        const std::uint64_t rev = world.tracker.rev();
        for (const Ask other : {Ask::Pause, Ask::Resume, Ask::Retry}) {
            const auto refused = ask(other);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().name, std::string("cancel_asked"));
            QCOMPARE(refused.error().code, Error::Code::Conflict);
        }
        QVERIFY(ask(Ask::Cancel).ok());
        QCOMPARE(world.tracker.rev(), rev);
        QCOMPARE(world.job("x")->asked, std::optional(Ask::Cancel));
        AskSet can;
        can.add(Ask::Retry);
        world.tracker.apply({.key = {.id = "x"}, .state = State::Canceled, .can = can}).ok();
        QVERIFY(ask(Ask::Retry).ok());
    }

    void whatAReporterDoesNotOfferIsNotAsked()
    {
        World world;
        world.begin("x");
        AskSet can;
        can.add(Ask::Cancel);
        world.tracker.apply({.key = {.id = "x"}, .can = can}).ok();
        const auto refused =
            world.tracker.apply({.op = Update::Op::Ask, .key = {.id = "x"}, .ask = Ask::Pause});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().name, std::string("not_offered"));
    }

    void aDroppedReporterIsLostAfterTheGraceAndNotBefore()
    {
        World world;
        world.begin("x");
        world.tracker.hold({.id = "x"});
        world.tracker.release({.id = "x"});
        QVERIFY(world.tracker.nextDeadline() == world.clock.ticks() + Millis(10'000));
        world.clock.advance(Millis(9999));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Running);
        world.clock.advance(Millis(1));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Lost);
        QVERIFY(!world.job("x")->error.empty());
        QVERIFY(!world.tracker.nextDeadline());
    }

    void aReporterThatComesBackIsNotLost()
    {
        World world;
        world.begin("x");
        world.tracker.hold({.id = "x"});
        world.tracker.release({.id = "x"});
        world.clock.advance(Millis(5000));
        world.tracker.hold({.id = "x"});
        world.clock.advance(Millis(60'000));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Running);
    }

    void aReporterThatDroppedItsHoldAndStillSpeaksHasItsGraceAnew()
    {
        World world;
        world.begin("x");
        world.tracker.hold({.id = "x"});
        world.tracker.release({.id = "x"});
        world.clock.advance(Millis(9000));
        world.tracker.apply({.key = {.id = "x"}, .message = "still here"}).ok();
        world.clock.advance(Millis(9000));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Running);
        world.clock.advance(Millis(1000));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Lost);
    }

    void aReporterThatNeverHeldIsNotLost()
    {
        World world;
        world.begin("x");
        world.tracker.apply({.key = {.id = "x"}, .message = "from a script"}).ok();
        while (const auto next = world.tracker.nextDeadline()) {
            world.clock.advance(*next - world.clock.ticks());
            world.tracker.expire();
        }
        QCOMPARE(world.job("x")->state, State::Running);
    }

    void aReporterThatEndedItsJobIsNotLost()
    {
        World world;
        world.begin("x");
        world.tracker.hold({.id = "x"});
        world.change("x", State::Completed).ok();
        world.tracker.release({.id = "x"});
        world.clock.advance(Millis(60'000));
        world.tracker.expire();
        QCOMPARE(world.job("x")->state, State::Completed);
    }

    void whenFullTheOldestFinishedLeavesFirstThenItRefuses()
    {
        Tracker::Options options;
        options.limits.maxActiveJobs = 3;
        World world(options);
        world.begin("a");
        world.begin("b");
        world.begin("c");
        world.change("b", State::Completed).ok();
        world.change("a", State::Failed).ok();
        QVERIFY(world.begin("d"));
        QVERIFY(!world.job("b"));
        QVERIFY(world.begin("e"));
        QVERIFY(!world.job("a"));
        const auto refused = world.tracker.apply({.op = Update::Op::Begin, .key = {.id = "f"}});
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == Error::Code::TooMany);
        QCOMPARE(world.tracker.size(), std::size_t(3));
    }

    void theLogIsNumberedAndBounded()
    {
        Tracker::Options options;
        options.limits.maxLogLinesPerJob = 3;
        World world(options);
        world.begin("x");
        for (int i = 1; i <= 5; ++i)
            world.tracker
                .apply({.op = Update::Op::Log,
                        .key = {.id = "x"},
                        .lines = {{.text = std::to_string(i)}}})
                .ok();
        const auto all = world.tracker.log({.id = "x"}, 0, 100);
        QCOMPARE(all->dropped, std::uint64_t(2));
        QCOMPARE(all->lines.size(), std::size_t(3));
        QCOMPARE(all->lines.front().text, std::string("3"));
        QCOMPARE(all->lines.front().n, std::uint64_t(3));
        const auto tail = world.tracker.log({.id = "x"}, 4, 100);
        QCOMPARE(tail->dropped, std::uint64_t(0));
        QCOMPARE(tail->lines.size(), std::size_t(1));
    }

    void aFeedWakesOnceUntilItIsRead()
    {
        World world;
        int wakes = 0;
        Feed feed(world.tracker, [&] { ++wakes; });
        world.begin("x");
        for (int i = 0; i < 10; ++i)
            world.tracker.apply({.key = {.id = "x"}, .percent = {{i * 10.0}}}).ok();
        QCOMPARE(wakes, 1);
        const Delta delta = feed.take();
        QCOMPARE(delta.changes.size(), std::size_t(1));
        QCOMPARE(delta.changes[0].job->percent, std::optional(90.0));
        QVERIFY(feed.empty());
        QVERIFY(feed.take().empty());
        world.change("x", State::Completed).ok();
        QCOMPARE(wakes, 2);
    }

    void anUpdateThatSaysNothingNewWakesNobody()
    {
        World world;
        world.begin("x");
        Feed feed(world.tracker, {});
        world.tracker.apply({.key = {.id = "x"}, .title = "x"}).ok();
        QVERIFY(feed.empty());
        QCOMPARE(world.tracker.rev(), 1U);
    }

    void anEndIsSeenEvenWhenTheJobRunsAgainBeforeTheReaderLooks()
    {
        World world;
        Feed feed(world.tracker, {});
        world.begin("x");
        world.change("x", State::Failed).ok();
        world.tracker.apply({.op = Update::Op::Begin, .key = {.id = "x"}, .restart = true}).ok();
        const Delta delta = feed.take();
        QCOMPARE(delta.changes.size(), std::size_t(2));
        QCOMPARE(delta.changes[0].job->state, State::Failed);
        QCOMPARE(delta.changes[1].job->state, State::Running);
    }

    void anEndIsSeenEvenWhenTheJobIsForgottenBeforeTheReaderLooks()
    {
        World world;
        Feed feed(world.tracker, {});
        world.begin("x");
        world.change("x", State::Completed).ok();
        world.tracker.apply({.op = Update::Op::Forget, .key = {.id = "x"}}).ok();
        world.begin("y"); // takes the place of x
        const Delta delta = feed.take();
        QCOMPARE(delta.changes.size(), std::size_t(3));
        QCOMPARE(delta.changes[0].job->state, State::Completed);
        QVERIFY(!delta.changes[1].job);
        QCOMPARE(delta.changes[1].key.id, std::string("x"));
        QCOMPARE(delta.changes[2].key.id, std::string("y"));
    }

    void transitionsTellBothSidesAndSkipThereAndBackAgain()
    {
        World world;
        Feed feed(world.tracker, {});
        world.begin("x");
        QVERIFY(!feed.take().transitions.at(0).before);
        world.change("x", State::Paused).ok();
        world.change("x", State::Running).ok();
        QVERIFY(feed.take().transitions.empty());
        world.change("x", State::Paused).ok();
        world.change("x", State::Canceled).ok();
        const Delta delta = feed.take();
        QCOMPARE(delta.transitions.size(), std::size_t(1));
        QCOMPARE(delta.transitions[0].before, std::optional(State::Running));
        QCOMPARE(delta.transitions[0].job->state, State::Canceled);
    }

    void aReaderThatIsFarTooSlowGetsTheWholeState()
    {
        World world;
        Feed feed(world.tracker, {}, {.maxPast = 10});
        world.begin("stays");
        for (int i = 0; i < 100; ++i) {
            world.begin("x");
            world.change("x", State::Completed).ok();
            world.tracker.apply({.op = Update::Op::Forget, .key = {.id = "x"}}).ok();
        }
        const Delta delta = feed.take();
        QVERIFY(delta.reset);
        QCOMPARE(delta.changes.size(), std::size_t(1));
        QCOMPARE(delta.changes[0].key.id, std::string("stays"));
    }

    void logLinesAreBoundedAndWhatWasSkippedIsCounted()
    {
        World world;
        world.begin("x");
        Feed feed(world.tracker, {}, {.maxLogLines = 3});
        feed.followLog({.id = "x"});
        for (int i = 1; i <= 5; ++i)
            world.tracker
                .apply({.op = Update::Op::Log,
                        .key = {.id = "x"},
                        .lines = {{.text = std::to_string(i)}}})
                .ok();
        const Delta delta = feed.take();
        QCOMPARE(delta.logs.size(), std::size_t(1));
        QCOMPARE(delta.logs[0].dropped, std::uint64_t(2));
        QCOMPARE(delta.logs[0].lines.front().text, std::string("3"));
        QCOMPARE(feed.take().logs.size(), std::size_t(0));
    }

    void aFeedOfOneJobHearsOfNoOther()
    {
        World world;
        Feed feed(world.tracker, {});
        feed.onlyJobs({{.id = "x"}});
        world.begin("y");
        QVERIFY(feed.empty());
        world.begin("x");
        QCOMPARE(feed.take().changes.size(), std::size_t(1));
        feed.askSnapshot();
        QCOMPARE(feed.take().changes.size(), std::size_t(1));
    }

    void aCursorBringsJustWhatCameAfterIt()
    {
        World world;
        world.begin("a");
        world.begin("b");
        const auto cursor = world.tracker.rev();
        QVERIFY(world.tracker.since(cursor)->empty());
        world.change("b", State::Completed).ok();
        world.tracker.apply({.op = Update::Op::Begin, .key = {.id = "b"}, .restart = true}).ok();
        world.begin("c");
        world.change("c", State::Failed).ok();
        world.tracker.apply({.op = Update::Op::Forget, .key = {.id = "c"}}).ok();
        const auto changes = world.tracker.since(cursor);
        QStringList told;
        for (const Change &change : *changes) {
            told << QString::fromStdString(change.key.id) + QLatin1Char(' ') +
                        (change.job ? QString::fromLatin1(word(change.job->state))
                                    : QStringLiteral("gone"));
        }
        QCOMPARE(told, (QStringList{QStringLiteral("b completed"), QStringLiteral("b running"),
                                    QStringLiteral("c failed"), QStringLiteral("c gone")}));
    }

    void aCursorFromTheFutureOrTooOldIsUnknown()
    {
        Tracker::Options options;
        options.maxPast = 4;
        World world(options);
        world.begin("a");
        QVERIFY(!world.tracker.since(99));
        for (int i = 0; i < 10; ++i) {
            world.begin("x");
            world.change("x", State::Completed).ok();
            world.tracker.apply({.op = Update::Op::Forget, .key = {.id = "x"}}).ok();
        }
        QVERIFY(!world.tracker.since(1));
        QVERIFY(world.tracker.since(world.tracker.rev()));
    }

    void aFeedMayDieBeforeOrAfterItsTracker()
    {
        auto world = std::make_unique<World>();
        Feed outlives(world->tracker, {});
        {
            Feed dies(world->tracker, {});
        }
        world->begin("x");
        world.reset();
        QVERIFY(outlives.take().empty());
    }

    /// Random updates, readers of random slowness: each ends with the tracker's own state, hears of
    /// revisions in order, and misses no end of a run.
    void everyReaderEndsWithTheTrackersState_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyReaderEndsWithTheTrackersState();
};

namespace {

struct Reader
{
    std::unique_ptr<Feed> feed{};
    int patience = 1; ///< looks after so many updates
    std::map<JobKey, JobPtr> known{};
    std::map<JobKey, int> ends{};
    bool wasReset = false;

    void look()
    {
        const Delta delta = feed->take();
        if (delta.reset) {
            known.clear();
            wasReset = true;
        }
        std::uint64_t last = 0;
        for (const Change &change : delta.changes) {
            if (!delta.reset) {
                QVERIFY(change.rev > last);
                last = change.rev;
            }
            if (!change.job) {
                known.erase(change.key);
                continue;
            }
            JobPtr &slot = known[change.key];
            QVERIFY(!slot || slot->rev <= change.job->rev);
            // a run is known by when it began: the end of another run may follow an end directly
            if (isFinal(change.job->state) &&
                (!slot || !isFinal(slot->state) || slot->createdAt != change.job->createdAt))
                ++ends[change.key];
            slot = change.job;
        }
    }
};

} // namespace

void TestTrack::everyReaderEndsWithTheTrackersState()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    World world;
    std::vector<Reader> readers(4);
    for (Reader &reader : readers) {
        reader.feed = std::make_unique<Feed>(world.tracker, std::function<void()>{});
        reader.patience = 1 + upTo(200);
    }
    std::map<JobKey, int> ends;
    std::uint64_t cursor = 0;
    std::map<JobKey, JobPtr> byCursor;
    for (int i = 0; i < 3000; ++i) {
        world.clock.advance(Millis(1 + upTo(500)));
        Update update{.key = {.id = std::to_string(upTo(12))}};
        update.op = static_cast<Update::Op>(upTo(8));
        update.restart = upTo(4) == 0;
        update.ask = Ask::Cancel;
        if (upTo(2) == 0)
            update.percent = std::optional(static_cast<double>(upTo(101)));
        if (upTo(6) == 0)
            update.state = allStates[static_cast<std::size_t>(upTo(8))];
        const JobPtr before = world.tracker.job(update.key);
        const auto rev = world.tracker.rev();
        const JobKey key = update.key;
        const auto applied = world.tracker.apply(std::move(update));
        const JobPtr after = world.tracker.job(key);
        if (!applied)
            QCOMPARE(world.tracker.rev(), rev);
        else if (after && isFinal(after->state) &&
                 (applied->created || !before || !isFinal(before->state)))
            ++ends[key];
        for (Reader &reader : readers) {
            if (i % reader.patience == 0)
                reader.look();
        }
        if (upTo(50) == 0) {
            const auto changes = world.tracker.since(cursor);
            QVERIFY(changes);
            for (const Change &change : *changes) {
                if (change.job)
                    byCursor[change.key] = change.job;
                else
                    byCursor.erase(change.key);
            }
            cursor = world.tracker.rev();
        }
    }
    const auto all = world.tracker.jobs();
    for (Reader &reader : readers) {
        reader.look();
        QVERIFY(!reader.wasReset);
        QCOMPARE(reader.known.size(), all.size());
        for (const JobPtr &job : all)
            QVERIFY(*reader.known.at(job->key) == *job);
        for (const auto &[key, count] : ends)
            QCOMPARE(reader.ends[key], count);
    }
    const auto rest = world.tracker.since(cursor);
    QVERIFY(rest);
    for (const Change &change : *rest) {
        if (change.job)
            byCursor[change.key] = change.job;
        else
            byCursor.erase(change.key);
    }
    QCOMPARE(byCursor.size(), all.size());
    for (const JobPtr &job : all)
        QVERIFY(*byCursor.at(job->key) == *job);
}

QTEST_GUILESS_MAIN(TestTrack)
#include "tst_track.moc"
