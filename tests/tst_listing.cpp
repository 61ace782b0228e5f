#include "core/follow/listing.h"

#include <QTest>

using namespace afoot;
using namespace std::chrono_literals;

namespace {

constexpr WallTime now{Millis{1'795'183'200'000}};

Update said(const std::string &id, State state, std::optional<Millis> endedAgo = {})
{
    Update update{.key = {"ci", id}};
    update.state = state;
    if (endedAgo)
        update.finishedAt = now - *endedAgo;
    return update;
}

std::vector<std::string> idsOf(const std::vector<Update> &updates)
{
    std::vector<std::string> ids;
    for (const Update &update : updates)
        ids.push_back(update.key.id);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

/// What a list of jobs is worth beside the streams of the jobs.
class TestListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsGetsAStreamOnce()
    {
        Listing list;
        auto first = list.read({said("1", State::Running), said("2", State::Queued)}, now);
        QCOMPARE(first.open, (Ids{"1", "2"}));
        QCOMPARE(idsOf(first.updates), (Ids{"1", "2"})); // there is something to see at once
        const auto second = list.read({said("1", State::Running), said("3", State::Running)}, now);
        QCOMPARE(second.open, (Ids{"3"}));
        QCOMPARE(idsOf(second.updates), (Ids{"3"})); // what has a stream is told by that
        QCOMPARE(list.streams(), std::size_t(3));
    }

    void anEndCountsWhereverItIsRead()
    {
        Listing list;
        (void)list.read({said("1", State::Running)}, now);
        const auto after = list.read({said("1", State::Failed, 1s)}, now);
        QCOMPARE(idsOf(after.updates), (Ids{"1"}));
        QVERIFY(after.open.empty());
        list.closed("1");
        QCOMPARE(list.streams(), std::size_t(0));
        QVERIFY(list.read({said("1", State::Failed, 2s)}, now).open.empty());
    }

    void whatEndedLongAgoIsNoNews()
    {
        Listing list;
        const auto first =
            list.read({said("old", State::Completed, 2h), said("fresh", State::Completed, 5min),
                       said("no time", State::Completed)},
                      now);
        QCOMPARE(idsOf(first.updates), (Ids{"fresh", "no time"}));
        QVERIFY(first.open.empty());
        QVERIFY(list.read({said("old", State::Completed, 2h)}, now).updates.empty());
        // but one that ended while nobody could reach the list is
        const auto later = list.read({said("missed", State::Failed, 3h)}, now);
        QCOMPARE(idsOf(later.updates), (Ids{"missed"}));
    }

    void aJobThatRunsAgainGetsAStreamAgain()
    {
        Listing list;
        (void)list.read({said("1", State::Running)}, now);
        list.closed("1");
        (void)list.read({said("1", State::Completed, 1s)}, now);
        QCOMPARE(list.read({said("1", State::Running)}, now).open, (Ids{"1"}));
    }

    void aStreamThatWasGivenUpIsNotOpenedAgain()
    {
        Listing list;
        (void)list.read({said("1", State::Running)}, now);
        list.closed("1", true);
        const auto after = list.read({said("1", State::Running)}, now);
        QVERIFY(after.open.empty());
        QCOMPARE(idsOf(after.updates), (Ids{"1"})); // the list tells what it can
    }

    void noMoreStreamsThanAHostBears()
    {
        Listing list;
        std::vector<Update> many;
        for (std::size_t i = 0; i < Listing::mostStreams + 50; ++i)
            many.push_back(said(std::to_string(i), State::Running));
        const auto first = list.read(many, now);
        QCOMPARE(first.open.size(), Listing::mostStreams);
        QCOMPARE(first.updates.size(), many.size());
        list.closed("7");
        const auto second = list.read(many, now);
        QCOMPARE(second.open.size(), std::size_t(1));
        QCOMPARE(second.updates.size(), std::size_t(51)); // the rest by the list alone
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
