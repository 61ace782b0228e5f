#include "core/dialect/dialectfile.h"
#include "core/follow/following.h"
#include "core/follow/habits.h"

#include <QTest>

using namespace afoot;

namespace {

const LinkFailure ended{.reason = "the server ended the stream"};
const LinkFailure json{.reason = "the answer is JSON", .isFinal = true, .isDocument = true};

/// Followed where nobody knows who speaks.
struct World
{
    explicit World(bool keepTrying = false)
        : following(
              {.dialect = &dialect::fallbackDialect(),
               .source = "far",
               .habits = habitsOf(&dialect::fallbackDialect(), wishes(keepTrying)),
               .search = Following::Search{.url = "https://h/x", .wishes = wishes(keepTrying)}},
              [] { return 0.5; })
    {
        (void)following.start(now);
    }
    static HabitWishes wishes(bool keepTrying)
    {
        return {.keepTrying = keepTrying, .canPoll = false};
    }
    /// One connection that says this and ends.
    void hear(std::initializer_list<const char *> messages)
    {
        (void)following.opened(now);
        for (const char *message : messages)
            (void)following.message(now, {.data = message});
        (void)following.failed(now, ended);
        if (const auto next = following.nextDeadline()) {
            now = *next;
            (void)following.due(now);
        }
    }
    Link::State state() const { return following.link().state(); }

    Ticks now{Millis(1'000'000)};
    Following following;
};

constexpr const char *job = R"({"id":"j","status":"running","progress":40})";
constexpr const char *weather = R"({"temperature":21})";
constexpr int attempts = 7; ///< to connect again, of the usual habits

} // namespace

/// What answers, but has nothing to say of jobs, and what has but is no stream.
class TestFruitless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeverSpeaksOfAJobIsGivenUp();
    void whatSpokeOfOneIsNot();
    void whoKeepsTryingGoesOn();
    void jsonInTheStreamsPlaceIsPolled();
    void itsDialectIsFoundAsWell();
    void aListOfJobsIsPolledToo();
    void jsonOfSomethingElseIsGivenUp();
    void whereTheDialectIsKnownNothingIsPolledInstead();
};

void TestFruitless::whatNeverSpeaksOfAJobIsGivenUp()
{
    World w;
    for (int i = 0; i < attempts; ++i) {
        w.hear({R"({"type":"ping"})", weather});
        QCOMPARE(w.state(), Link::State::Reconnecting);
        QCOMPARE(w.following.link().attempt(), unsigned(i + 1));
    }
    w.hear({weather});
    QCOMPARE(w.state(), Link::State::Disconnected);
    QCOMPARE(w.following.link().reason(),
             std::string("the server ended the stream; nothing that it said was about a job"));
}

void TestFruitless::whatSpokeOfOneIsNot()
{
    World w;
    w.hear({job});
    for (int i = 0; i < 3 * attempts; ++i)
        w.hear({R"({"type":"ping"})"});
    QCOMPARE(w.state(), Link::State::Reconnecting);
    QCOMPARE(w.following.link().reason(), ended.reason);
}

void TestFruitless::whoKeepsTryingGoesOn()
{
    World w(true);
    for (int i = 0; i < 3 * attempts; ++i)
        w.hear({weather});
    QCOMPARE(w.state(), Link::State::Reconnecting);
}

void TestFruitless::jsonInTheStreamsPlaceIsPolled()
{
    World w;
    auto outcome = w.following.failed(w.now, json);
    QCOMPARE(w.state(), Link::State::Polling);
    QVERIFY(outcome.orders.poll);
    QVERIFY(w.following.pollsStream());
    outcome = w.following.polled(w.now, 200, job);
    QVERIFY(!outcome.updates.empty());
    QVERIFY(w.following.hasPicture());
    QCOMPARE(w.state(), Link::State::Polling);
    w.now = *w.following.nextDeadline();
    outcome = w.following.due(w.now);
    QVERIFY(outcome.orders.poll && !outcome.orders.open); // there is no stream to probe
    outcome = w.following.polled(w.now, 200, R"({"id":"j","status":"done"})");
    QCOMPARE(outcome.updates.back().op, Update::Op::Complete);
    (void)w.following.polled(w.now, 404, "gone");
    QCOMPARE(w.state(), Link::State::Disconnected);
}

void TestFruitless::itsDialectIsFoundAsWell()
{
    World w;
    (void)w.following.failed(w.now, json);
    const auto outcome = w.following.polled(
        w.now, 200,
        R"({"job_id":"j","status":"running","submitted_at":"2025-10-30T12:00:00","error":null})");
    QVERIFY(w.following.isFound());
    QCOMPARE(w.following.dialect()->name, std::string("scan"));
    QVERIFY(!outcome.updates.empty());
    QCOMPARE(w.state(), Link::State::Polling);
}

void TestFruitless::aListOfJobsIsPolledToo()
{
    World w;
    (void)w.following.failed(w.now, json);
    const auto outcome = w.following.polled(
        w.now, 200, R"( [{"id":"a","status":"running"},{"id":"b","status":"failed"}])");
    QVERIFY(outcome.updates.size() >= 2);
    QCOMPARE(outcome.updates.front().key.id, std::string("a"));
    QCOMPARE(outcome.updates.back().key.id, std::string("b"));
}

void TestFruitless::jsonOfSomethingElseIsGivenUp()
{
    World w;
    (void)w.following.failed(w.now, json);
    (void)w.following.polled(w.now, 200, weather);
    QCOMPARE(w.state(), Link::State::Disconnected);
    QCOMPARE(w.following.link().reason(), std::string("the JSON there says nothing of a job"));
    World patient(true);
    (void)patient.following.failed(patient.now, json);
    (void)patient.following.polled(patient.now, 200, weather);
    QCOMPARE(patient.state(), Link::State::Polling);
}

void TestFruitless::whereTheDialectIsKnownNothingIsPolledInstead()
{
    const dialect::Dialect *const deploy = dialect::builtInNamed("deploy");
    Following following(
        {.dialect = deploy, .source = "far", .habits = habitsOf(deploy, {.canPoll = false})},
        [] { return 0.5; });
    (void)following.start(Ticks());
    (void)following.failed(Ticks(), json);
    QCOMPARE(following.link().state(), Link::State::Disconnected);
    QVERIFY(!following.pollsStream());
}

QTEST_APPLESS_MAIN(TestFruitless)
#include "tst_fruitless.moc"
