#include "core/follow/link.h"

#include <QTest>

using namespace afoot;
using State = Link::State;

namespace {

const LinkFailure refused{.reason = "connection refused"};

/// A link on a clock that is moved, with chance at its middle: no jitter.
struct World
{
    explicit World(LinkHabits habits = {}, double chance = 0.5)
        : link(std::move(habits), [chance] { return chance; })
    {
    }
    void advance(Millis by) { now += by; }
    /// Goes to the next deadline and does what is due; how long that took.
    Millis wait()
    {
        const auto next = link.nextDeadline();
        if (!next)
            return Millis(-1);
        const Millis gone = *next - now;
        now = *next;
        orders = link.due(now);
        return gone;
    }
    void fail(const LinkFailure &failure = refused) { orders = link.failed(now, failure); }
    void good()
    {
        link.opened(now);
        orders = link.message(now);
    }

    Link link;
    Ticks now{Millis(1'000'000)};
    Link::Orders orders{};
};

LinkHabits snapshotHabits()
{
    return {.delays = {Millis(1000), Millis(2000), Millis(4000), Millis(8000), Millis(15000)},
            .longest = Millis(30000),
            .attempts = 5,
            .pollEvery = Millis(1000),
            .silence = Millis(30000)};
}

LinkHabits roomsHabits()
{
    return {.delays = {Millis(2000), Millis(3000), Millis(4500), Millis(6750), Millis(10100)},
            .longest = Millis(30000),
            .attempts = 5,
            .silence = Millis(90000),
            .pingEvery = Millis(30000)};
}

} // namespace

class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDelaysAreTheDialectsOwn();
    void jitterIsAFifth();
    void afterTheAttemptsItPolls();
    void withNothingToPollItGivesUp();
    void whoKeepsTryingGoesOnAtTheLongestDelay();
    void aStreamThatComesBackEndsThePolling();
    void aProbeThatSaysNothingGoesOnPolling();
    void attemptsBeginAnewWithAMessageAlone();
    void whoLivedForAMinuteBeginsAnew();
    void afootTriesAtOnceButNotInALoop();
    void silenceIsADeadLink();
    void whoDoesNotAnswerIsLeft();
    void pingsGoOutWhileItIsOpen();
    void whatIsFinalIsNotTriedAgain();
    void whoKeepsTryingOutlivesAWrongAnswer();
    void aServersDelayIsKept();
    void aHintIsTheFirstDelay();
    void wakingUpTriesAtOnce();
    void aStoppedLinkDoesNothing();
    void lateNewsOfAClosedStreamAreIgnored();
    void chaosKeepsItsPromises();
};

void TestLink::theDelaysAreTheDialectsOwn()
{
    World w(roomsHabits());
    QVERIFY(w.link.start(w.now).open);
    QCOMPARE(w.link.state(), State::Connecting);
    w.good();
    QCOMPARE(w.link.state(), State::Connected);
    w.advance(Millis(60000));
    w.fail();
    unsigned attempt = 0;
    for (const int ms : {2000, 3000, 4500, 6750, 10100}) {
        QCOMPARE(w.link.state(), State::Reconnecting);
        QCOMPARE(w.link.attempt(), ++attempt);
        QCOMPARE(*w.link.retryAt() - w.now, Millis(ms));
        QCOMPARE(w.wait(), Millis(ms));
        QVERIFY(w.orders.open);
        w.fail();
    }
    QCOMPARE(w.link.state(), State::Disconnected);
}

void TestLink::jitterIsAFifth()
{
    for (const auto &[chance, ms] : {std::pair(0.0, 800), std::pair(0.999999, 1199)}) {
        World w(snapshotHabits(), chance);
        (void)w.link.start(w.now);
        w.advance(Millis(5000));
        w.fail();
        QCOMPARE(w.wait(), Millis(ms));
    }
}

void TestLink::afterTheAttemptsItPolls()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    w.fail();
    for (const int ms : {1000, 2000, 4000, 8000, 15000}) {
        QCOMPARE(w.link.state(), State::Reconnecting);
        QCOMPARE(w.wait(), Millis(ms));
        w.fail();
    }
    QCOMPARE(w.link.state(), State::Polling);
    QVERIFY(w.orders.poll);
    w.link.polled(w.now);
    QVERIFY(!w.link.awaySince());
    int polls = 0;
    while (!w.orders.open) {
        QCOMPARE(w.wait(), Millis(1000));
        polls += w.orders.poll ? 1 : 0;
        if (polls == 7) {
            (void)w.link.pollFailed(w.now, refused); // and goes on
            QVERIFY(w.link.awaySince());
        } else {
            w.link.polled(w.now);
        }
    }
    QCOMPARE(polls, 30); // for the thirty seconds until it looks for the stream
}

void TestLink::withNothingToPollItGivesUp()
{
    World w({.delays = {Millis(1000)}, .longest = Millis(1000), .attempts = 2});
    (void)w.link.start(w.now);
    w.fail();
    w.wait();
    w.fail();
    w.wait();
    w.fail();
    QCOMPARE(w.link.state(), State::Disconnected);
    QVERIFY(!w.link.nextDeadline());
    QCOMPARE(w.link.reason(), std::string("connection refused"));
    QVERIFY(w.link.retryNow(w.now).open); // a person may still want it
    QCOMPARE(w.link.state(), State::Reconnecting);
}

void TestLink::whoKeepsTryingGoesOnAtTheLongestDelay()
{
    LinkHabits habits = roomsHabits();
    habits.keepTrying = true;
    World w(habits);
    (void)w.link.start(w.now);
    w.fail();
    for (int i = 0; i < 5; ++i) {
        w.wait();
        w.fail();
    }
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(w.wait(), Millis(30000));
        w.fail();
    }
    QCOMPARE(w.link.attempt(), 9U);
}

void TestLink::aStreamThatComesBackEndsThePolling()
{
    LinkHabits habits = snapshotHabits();
    habits.attempts = 0;
    World w(habits);
    (void)w.link.start(w.now);
    w.fail();
    QCOMPARE(w.link.state(), State::Polling);
    while (!w.orders.open)
        w.wait();
    w.good();
    QCOMPARE(w.link.state(), State::Connected);
    QVERIFY(w.orders.dropPoll);
    w.link.polled(w.now); // too late, and changes nothing
    QCOMPARE(w.link.state(), State::Connected);
    QCOMPARE(*w.link.nextDeadline() - w.now,
             Millis(30000)); // nothing but the silence is waited for
}

void TestLink::aProbeThatSaysNothingGoesOnPolling()
{
    LinkHabits habits = snapshotHabits();
    habits.attempts = 0;
    World w(habits);
    (void)w.link.start(w.now);
    w.fail();
    while (!w.orders.open)
        w.wait();
    w.link.opened(w.now);
    QCOMPARE(w.link.state(), State::Polling);
    w.wait();
    QVERIFY(w.orders.poll);
    w.fail({.reason = "ended"});
    QCOMPARE(w.link.state(), State::Polling);
}

void TestLink::attemptsBeginAnewWithAMessageAlone()
{
    World w(roomsHabits());
    (void)w.link.start(w.now);
    w.fail();
    w.wait();
    w.link.opened(w.now); // it takes us and lets go again
    w.advance(Millis(3000));
    w.fail();
    QCOMPARE(w.link.attempt(), 2U);
    QCOMPARE(w.wait(), Millis(3000));
    w.good();
    QCOMPARE(w.link.attempt(), 0U);
    w.advance(Millis(3000));
    w.fail();
    QCOMPARE(w.wait(), Millis(2000));
}

void TestLink::whoLivedForAMinuteBeginsAnew()
{
    World w(roomsHabits());
    (void)w.link.start(w.now);
    w.fail();
    w.wait();
    w.link.opened(w.now);
    w.advance(Millis(60'000));
    w.link.alive(w.now); // a comment, now and then
    w.fail();
    QCOMPARE(w.link.attempt(), 1U);
    w.wait();
    w.link.opened(w.now);
    w.link.alive(w.now); // and this one was not heard of again
    w.advance(Millis(80'000));
    w.fail();
    QCOMPARE(w.link.attempt(), 2U);
}

void TestLink::afootTriesAtOnceButNotInALoop()
{
    World w;
    (void)w.link.start(w.now);
    w.good();
    w.advance(Millis(60000));
    w.fail();
    QVERIFY(w.orders.open);
    for (const int ms : {1000, 2000, 4000, 8000, 15000, 30000, 30000}) {
        w.fail();
        QCOMPARE(w.wait(), Millis(ms));
    }
    w.good(); // one that says hello and hangs up
    w.fail();
    QVERIFY(!w.orders.open);
    QCOMPARE(w.wait(), Millis(1000));
}

void TestLink::silenceIsADeadLink()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    w.good();
    w.advance(Millis(29999));
    w.link.alive(w.now);
    QCOMPARE(w.wait(), Millis(30000));
    QVERIFY(w.orders.close);
    QCOMPARE(w.link.state(), State::Reconnecting);
    QVERIFY(w.link.awaySince() == w.now);
}

void TestLink::whoDoesNotAnswerIsLeft()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    QCOMPARE(w.wait(), Millis(15000));
    QVERIFY(w.orders.close);
    QCOMPARE(w.link.reason(), std::string("no answer came"));
}

void TestLink::pingsGoOutWhileItIsOpen()
{
    World w(roomsHabits());
    (void)w.link.start(w.now);
    w.good();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(w.wait(), Millis(30000));
        QVERIFY(w.orders.ping);
    }
    QCOMPARE(w.wait(), Millis(30000)); // three without an answer
    QVERIFY(w.orders.close);
    QVERIFY(!w.orders.ping);
}

void TestLink::whatIsFinalIsNotTriedAgain()
{
    LinkHabits habits = roomsHabits();
    habits.keepTrying = true;
    World w(habits);
    (void)w.link.start(w.now);
    w.fail({.reason = "204", .isFinal = true, .isEnd = true});
    QCOMPARE(w.link.state(), State::Disconnected);
    World gives(roomsHabits());
    (void)gives.link.start(gives.now);
    gives.fail({.reason = "404 Not Found", .isFinal = true});
    QCOMPARE(gives.link.state(), State::Disconnected);
    World polls(snapshotHabits());
    (void)polls.link.start(polls.now);
    polls.fail({.reason = "500 Streaming not supported", .isFinal = true});
    QCOMPARE(polls.link.state(), State::Polling);
    QVERIFY(polls.orders.poll);
}

void TestLink::whoKeepsTryingOutlivesAWrongAnswer()
{
    LinkHabits habits = roomsHabits();
    habits.keepTrying = true;
    World w(habits);
    (void)w.link.start(w.now);
    w.good();
    for (int i = 0; i < 3; ++i) { // such as of a proxy before a backend that begins anew
        w.fail({.reason = "404 Not Found", .isFinal = true});
        QCOMPARE(w.link.state(), State::Reconnecting);
        QCOMPARE(w.wait(), std::max(habits.longest, Millis(30'000)));
        QVERIFY(w.orders.open);
    }
    w.good();
    QCOMPARE(w.link.state(), State::Connected);
}

void TestLink::aServersDelayIsKept()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    w.fail({.reason = "503", .retryAfter = Millis(7000)});
    QCOMPARE(w.wait(), Millis(7000));
    w.fail({.reason = "503", .retryAfter = std::chrono::hours(1000)});
    QCOMPARE(w.wait(), Millis(std::chrono::hours(1)));
    w.fail({.reason = "503", .retryAfter = Millis(1)});
    QCOMPARE(w.wait(), Millis(4000));
}

void TestLink::aHintIsTheFirstDelay()
{
    World w;
    (void)w.link.start(w.now);
    w.good();
    w.link.retryHint(Millis(5000));
    w.advance(Millis(60000));
    w.fail();
    QCOMPARE(w.wait(), Millis(5000));
    w.fail();
    QCOMPARE(w.wait(), Millis(5000));
    w.fail();
    w.wait();
    w.fail();
    QCOMPARE(w.wait(), Millis(5000)); // of four seconds
    w.fail();
    QCOMPARE(w.wait(), Millis(8000));
}

void TestLink::wakingUpTriesAtOnce()
{
    World w(roomsHabits());
    (void)w.link.start(w.now);
    w.fail();
    w.advance(Millis(100));
    QVERIFY(w.link.wokeUp(w.now).open);
    w.good();
    w.advance(Millis(100));
    const Link::Orders orders = w.link.wokeUp(w.now); // it may be dead by now
    QVERIFY(orders.close && orders.open);
    World idle;
    QVERIFY(idle.link.wokeUp(idle.now) == Link::Orders{});
}

void TestLink::aStoppedLinkDoesNothing()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    w.good();
    QVERIFY(w.link.stop(w.now).close);
    QCOMPARE(w.link.state(), State::Idle);
    QVERIFY(!w.link.nextDeadline());
    w.fail();
    QCOMPARE(w.link.state(), State::Idle);
}

void TestLink::lateNewsOfAClosedStreamAreIgnored()
{
    World w(snapshotHabits());
    (void)w.link.start(w.now);
    w.fail();
    QVERIFY(w.link.message(w.now) == Link::Orders{});
    w.link.opened(w.now);
    w.fail();
    QCOMPARE(w.link.attempt(), 1U);
    QCOMPARE(w.link.state(), State::Reconnecting);
}

/// Whatever happens in whatever order: never two streams, never a poll beside a stream that speaks, delays within
/// their bounds, and something is always waited for while it has not given up.
void TestLink::chaosKeepsItsPromises()
{
    std::uint32_t seed = 7;
    const auto next = [&seed] {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8U) % 1000U;
    };
    for (int run = 0; run < 300; ++run) {
        LinkHabits habits = run % 3 == 0   ? snapshotHabits()
                            : run % 3 == 1 ? roomsHabits()
                                           : LinkHabits{};
        habits.keepTrying = run % 2 == 0;
        Link link(habits, [&] { return next() / 1000.0; });
        Ticks now{Millis(0)};
        bool up = false;
        const auto obey = [&](const Link::Orders &orders) {
            if (orders.close)
                up = false;
            if (orders.open) {
                QVERIFY2(!up, "two streams");
                up = true;
            }
            QVERIFY(!orders.ping || up);
            QVERIFY(!orders.poll || link.state() == State::Polling);
        };
        obey(link.start(now));
        for (int step = 0; step < 400; ++step) {
            const auto deadline = link.nextDeadline();
            if (link.state() == State::Disconnected) {
                QVERIFY(!habits.keepTrying || !habits.attempts);
                obey(link.retryNow(now));
                continue;
            }
            QVERIFY(deadline);
            QVERIFY(*deadline >= now);
            QVERIFY(*deadline - now <= std::max(habits.silence, Millis(36000)));
            switch (next() % 7) {
            case 0:
                if (up)
                    link.opened(now);
                break;
            case 1:
                if (up)
                    obey(link.message(now));
                QVERIFY(!up || link.state() == State::Connected);
                break;
            case 2:
            case 3:
                if (std::exchange(up, false))
                    obey(link.failed(now, refused));
                break;
            case 4:
                obey(link.wokeUp(now));
                break;
            case 5:
                link.polled(now);
                break;
            default:
                now = *deadline;
                obey(link.due(now));
            }
            now += Millis(next() % 50);
            if (const auto late = link.nextDeadline(); late && *late < now)
                now = *late;
        }
    }
}

QTEST_APPLESS_MAIN(TestLink)
#include "tst_link.moc"
