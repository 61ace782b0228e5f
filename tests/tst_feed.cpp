#include "core/track/feed.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/heap.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace afoot::test;

/// What a mailbox keeps for a reader that never comes, and what it may not forget.
class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandJobsMayEndAndLeaveUnseen();
    void linesOfJobsThatAreGoneAreNotCountedForEver();
    void jobsThatComeAndGoCostAReaderNothing();
};

namespace {

struct World
{
    FakeClock clock{};
    Tracker tracker{
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "epoch", {.maxPast = 100}};

    void say(const std::string &id, Update::Op op, std::vector<LogLine> lines = {})
    {
        Update update{.op = op, .key = {"local", id}};
        update.lines = std::move(lines);
        QVERIFY(!tracker.put(std::move(update)));
    }
    /// A short life: it speaks, ends and is forgotten.
    void live(const std::string &id)
    {
        say(id, Update::Op::Begin);
        say(id, Update::Op::Log, {{.text = "a"}, {.text = "b"}});
        say(id, Update::Op::Complete);
        say(id, Update::Op::Forget);
    }
};

} // namespace

void TestFeed::tenThousandJobsMayEndAndLeaveUnseen()
{
    World world;
    Feed feed(world.tracker, {});
    for (int i = 0; i < 10'000; ++i)
        world.live(std::to_string(i));
    const Delta delta = feed.take();
    QVERIFY(!delta.reset);
    const auto ends =
        std::count_if(delta.changes.begin(), delta.changes.end(), [](const Change &change) {
            return change.job && change.job->state == State::Completed;
        });
    QCOMPARE(ends, 10'000);
    QCOMPARE(delta.changes.size(), std::size_t(20'000));
}

void TestFeed::linesOfJobsThatAreGoneAreNotCountedForEver()
{
    World world;
    Feed feed(world.tracker, {}, {.maxLogLines = 10});
    feed.followLogs(true);
    world.say("stays", Update::Op::Begin);
    world.say("stays", Update::Op::Log, {{.text = "first"}});
    for (int i = 0; i < 5'000; ++i)
        world.live(std::to_string(i));
    const Delta delta = feed.take();
    QVERIFY(delta.logs.size() < 50);
    const auto stays = std::find_if(delta.logs.begin(), delta.logs.end(),
                                    [](const LogChunk &chunk) { return chunk.key.id == "stays"; });
    QVERIFY(stays != delta.logs.end());
    QCOMPARE(stays->dropped, std::uint64_t(1));
}

void TestFeed::jobsThatComeAndGoCostAReaderNothing()
{
    World world;
    Feed feed(world.tracker, {}, {.maxPast = 100, .maxLogLines = 10});
    feed.followLogs(true);
    constexpr int most = 20'000;
    std::size_t early = 0;
    for (int i = 0; i < most; ++i) {
        world.live("job" + std::to_string(i));
        if (i == most / 10)
            early = heapBytes();
    }
    QVERIFY(heapBytes() < early + 64'000);
    QVERIFY(feed.take().reset);
}

QTEST_APPLESS_MAIN(TestFeed)
#include "tst_feed.moc"
