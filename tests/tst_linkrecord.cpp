#include "core/follow/linkrecord.h"

#include <QTest>

using namespace afoot;
using State = Link::State;

namespace {

/// A link on a clock that is moved, and what is recorded of it.
struct World
{
    explicit World(LinkHabits habits = {}) : link(std::move(habits), [] { return 0.5; }) {}
    void note() { record.note(WallTime{now.time_since_epoch()}, now, link); }
    void start()
    {
        (void)link.start(now);
        note();
    }
    void good()
    {
        link.opened(now);
        (void)link.message(now);
        note();
    }
    void fail(const std::string &reason = "connection refused")
    {
        (void)link.failed(now, {.reason = reason});
        note();
    }
    void wait()
    {
        now = *link.nextDeadline();
        (void)link.due(now);
        note();
    }
    std::vector<State> states() const
    {
        std::vector<State> states;
        for (const LinkRecord::Change &change : record.changes())
            states.push_back(change.state);
        return states;
    }

    Link link;
    LinkRecord record{};
    Ticks now{Millis(1'000'000)};
};

} // namespace

/// What a person can look up of a connection.
class TestLinkRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreKeptWithTheirReason()
    {
        World world;
        world.start();
        world.good();
        world.good();
        world.now += Millis(5000);
        world.fail("the server closed the connection"); // and tries again at once
        world.good();
        QCOMPARE(world.states(), (std::vector{State::Connecting, State::Connected,
                                              State::Reconnecting, State::Connected}));
        const auto &changes = world.record.changes();
        QCOMPARE(changes[2].reason, std::string("the server closed the connection"));
        QCOMPARE(changes[2].at, WallTime(Millis(1'005'000)));
        QCOMPARE(changes[3].reason, std::string());
    }

    void attemptsThatComeToTheSameAreOneChange()
    {
        World world;
        world.start();
        for (int attempt = 0; attempt < 6; ++attempt) {
            world.fail();
            world.wait();
        }
        world.fail("no such host");
        QCOMPARE(world.states(),
                 (std::vector{State::Connecting, State::Reconnecting, State::Reconnecting}));
        QCOMPARE(world.record.changes()[1].times, 6U);
        QCOMPARE(world.record.changes()[2].reason, std::string("no such host"));
        QCOMPARE(world.record.changes()[2].times, 1U);
    }

    void theLatestFiftyAreKept()
    {
        World world;
        world.start();
        for (int i = 0; i < 40; ++i) {
            world.good();
            world.fail(std::to_string(i));
            world.wait();
        }
        QCOMPARE(world.record.changes().size(), LinkRecord::most);
        QCOMPARE(world.record.changes().back().reason, std::string("39"));
    }

    void theTimeToTheFallbackIsMeasuredFromTheLoss()
    {
        World world(
            {.delays = {Millis(1000), Millis(2000)}, .attempts = 2, .pollEvery = Millis(3000)});
        world.start();
        world.good();
        QVERIFY(!world.record.timeToFallback());
        for (int attempt = 0; attempt < 2; ++attempt) {
            world.fail();
            world.wait();
        }
        world.fail();
        QCOMPARE(world.states().back(), State::Polling);
        QCOMPARE(world.record.timeToFallback(), std::optional(Millis(3000)));
    }
};

QTEST_GUILESS_MAIN(TestLinkRecord)
#include "tst_linkrecord.moc"
