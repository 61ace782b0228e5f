#include "app/cli/jobsheet.h"
#include "app/cli/sourcewords.h"
#include "app/cli/trackeraccess.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::cli;
using namespace Qt::StringLiterals;
using Standing = SourceInfo::State;

namespace {

const WallTime two = test::FakeClock().now(); // 14:00 UTC
constexpr char ulid[] = "01M7XNDED92SEGC071SVHM0979";

Job jobOf(const std::string &source, const std::string &id, State state = State::Running)
{
    Job job;
    job.key = {source, id};
    job.title = id;
    job.state = state;
    job.createdAt = two;
    return job;
}

/// Who is meant, or the sentence that asks.
std::string found(const std::vector<Job> &jobs, std::string_view words,
                  const std::optional<std::string> &source = {})
{
    const auto job = jobFitting(jobs, words, source);
    return job ? job->key.source + " " + job->key.id : job.error().detail;
}

SourceInfo nas(Standing state)
{
    return {.name = "nas", .url = "http://nas", .state = state, .transport = "sse"};
}

} // namespace

/// Jobs of several sources on the command line: which one is meant, and whether what is known of it is up to date.
class TestSourceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void oneIdInTwoSourcesIsAskedAbout()
    {
        const std::vector<Job> jobs{jobOf("local", "a"), jobOf("ci", "a"), jobOf("ci", "b")};
        const auto no = jobFitting(jobs, "a", {});
        QVERIFY(!no.ok());
        QCOMPARE(no.error().name, std::string("ambiguous_id"));
        QCOMPARE(no.error().detail, std::string("\"a\" fits 2 jobs; say which: local/a, ci/a."));
        QCOMPARE(found(jobs, "b"), std::string("ci b"));
        QCOMPARE(found(jobs, "ci/a"), std::string("ci a"));
        QCOMPARE(found(jobs, "local/a"), std::string("local a"));
        QCOMPARE(found(jobs, "a", "ci"), std::string("ci a"));
        QCOMPARE(found(jobs, "a", "local"), std::string("local a"));
        QCOMPARE(jobFitting(jobs, "b", "local").error().code, Error::Code::NotFound);
        QCOMPARE(jobFitting(jobs, "ci/a", "ci").error().code, Error::Code::NotFound);
        QCOMPARE(jobFitting(jobs, "nas/a", {}).error().code, Error::Code::NotFound);
    }

    void anIdWithASlashGoesBeforeASource()
    {
        const std::vector<Job> jobs{jobOf("local", "ci/a"), jobOf("ci", "a"), jobOf("a/b", "c")};
        QCOMPARE(found(jobs, "ci/a"), std::string("local ci/a"));
        QCOMPARE(found(jobs, "a"), std::string("ci a"));
        QCOMPARE(found(jobs, "a/b/c"), std::string("a/b c")); // so may a source
        QCOMPARE(found(jobs, "local/ci/a"), std::string("local ci/a"));
    }

    void endingsAreOfOneJobAloneToo()
    {
        const std::vector<Job> jobs{jobOf("local", ulid), jobOf("ci", ulid),
                                    jobOf("ci", "01M7XNDED92SEGC071SVHM0111")};
        QVERIFY(found(jobs, "HM0979").find("ci/" + std::string(ulid)) != std::string::npos);
        QCOMPARE(found(jobs, "ci/hm0979"), "ci " + std::string(ulid));
        QCOMPARE(found(jobs, "HM0979", "local"), "local " + std::string(ulid));
        QCOMPARE(found(jobs, "ci/979").substr(0, 12), std::string("There is no ")); // too short
        QCOMPARE(found(jobs, "HM0111").substr(0, 3), std::string("ci "));
    }

    void whatListPrintsIsFound_data()
    {
        QTest::addColumn<std::vector<Job>>("jobs");
        QTest::newRow("one id twice")
            << std::vector<Job>{jobOf("local", "a"), jobOf("ci", "a"), jobOf("nas", "b")};
        QTest::newRow("ULIDs") << std::vector<Job>{jobOf("local", ulid), jobOf("ci", ulid),
                                                   jobOf("ci", "01M7XNDED92SEGC071AVHM0979"),
                                                   jobOf("nas", "01M7XNDED92SEGC071SVHM0111")};
        QTest::newRow("an ending that is an id")
            << std::vector<Job>{jobOf("local", ulid), jobOf("ci", "HM0979")};
        QTest::newRow("capitals") << std::vector<Job>{jobOf("local", ulid),
                                                      jobOf("ci", "01m7xnded92segc071svhm0979")};
    }

    void whatListPrintsIsFound()
    {
        QFETCH(const std::vector<Job>, jobs);
        const std::vector<std::string> ids = shortIds(jobs);
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const auto job = jobFitting(jobs, ids[i], {});
            QVERIFY2(job.ok(), ids[i].c_str());
            QVERIFY(job->key == jobs[i].key);
        }
    }

    void aStreamIsOfOneSourceOrOfAll()
    {
        QCOMPARE(streamTarget({{"local", "a"}, {"local", "b/c"}}, true),
                 std::string("/api/v1/jobs/stream?job=a&job=b%2Fc&log=1"));
        QCOMPARE(streamTarget({{"ci:1", "a"}}, false),
                 std::string("/api/v1/jobs/stream?job=a&source=ci%3A1"));
        QCOMPARE(streamTarget({{"local", "a"}, {"ci", "a"}}, false),
                 std::string("/api/v1/jobs/stream"));
    }

    void theTableHasAColumnOfSourcesWhereThereAreSome()
    {
        const std::vector<Job> here{jobOf("local", "a")};
        QVERIFY(jobTable(here, shortIds(here), {}, two)[0].starts_with("ID  STATE"));
        const std::vector<Job> both{jobOf("local", "a"), jobOf("ci", "b")};
        const auto lines = jobTable(both, shortIds(both), {}, two);
        QVERIFY(lines[0].starts_with("ID  SOURCE  STATE"));
        QVERIFY(lines[2].starts_with("b   ci      running"));
        Terminal narrow{.isTerminal = true, .columns = 60};
        const std::vector<Job> wide{jobOf(std::string(60, 's'), "b")};
        for (const std::string &line : jobTable(wide, shortIds(wide), narrow, two))
            QVERIFY2(line.size() <= 60 + 2, line.c_str()); // "…" has three bytes
    }

    void theSheetSaysHowTheSourceIs()
    {
        const auto lines = jobSheet(jobOf("nas", "a"), "paused", {}, two);
        QCOMPARE(lines.back(), std::string("  source     nas (paused)"));
        QCOMPARE(jobSheet(jobOf("nas", "a"), "", {}, two).back(), std::string("  source     nas"));
    }

    void eachStateHasItsWords_data()
    {
        QTest::addColumn<SourceInfo>("source");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("connected") << nas(Standing::Connected) << QByteArray("connected over SSE");
        QTest::newRow("connecting") << nas(Standing::Connecting) << QByteArray("connecting");
        QTest::newRow("polling") << nas(Standing::Polling) << QByteArray("polling");
        QTest::newRow("paused") << nas(Standing::Paused) << QByteArray("paused");
        QTest::newRow("over") << nas(Standing::Over) << QByteArray("its job has ended");
        SourceInfo away = nas(Standing::Reconnecting);
        QTest::newRow("away") << away << QByteArray("away");
        away.since = two - std::chrono::minutes(58);
        away.reason = "connection refused";
        QTest::newRow("away, and why")
            << away << QByteArray("away since 13:02: connection refused");
        away.state = Standing::Disconnected;
        away.since = two - std::chrono::hours(20);
        QTest::newRow("yesterday")
            << away << QByteArray("away since 2026-11-19 18:00: connection refused");
    }

    void eachStateHasItsWords()
    {
        QFETCH(const SourceInfo, source);
        QFETCH(const QByteArray, words);
        QCOMPARE(QByteArray::fromStdString(wordsFor(source, two)), words);
    }

    void whatMayBeOutOfDateIsSaidOfEachSourceOnce()
    {
        const std::vector<Job> jobs{jobOf("nas", "a"), jobOf("nas", "b"), jobOf("local", "c"),
                                    jobOf("ci", "d"), jobOf("script", "e")};
        const auto lines = [&](std::vector<SourceInfo> sources) {
            SourceReport report{.sources = std::move(sources), .reportedAt = two};
            return doubts(jobs, SourceKnowledge(report, {"nas", "ci"}), two);
        };
        SourceInfo ci = nas(Standing::Polling);
        ci.name = "ci";
        QCOMPARE(lines({nas(Standing::Connected), ci}), std::vector<std::string>());
        QCOMPARE(lines({nas(Standing::Paused), ci}),
                 std::vector<std::string>{"nas (paused): its jobs may be out of date."});
        QCOMPARE(lines({nas(Standing::Connected)}),
                 std::vector<std::string>{"ci (not followed yet): its jobs may be out of date."});
    }

    void withoutAWindowNobodyKnows()
    {
        const SourceKnowledge nobody(SourceReport(), {"nas"});
        QCOMPARE(nobody.wordsAbout("nas", two),
                 std::string("not followed now: the window is not open"));
        QVERIFY(nobody.isDoubtful("nas"));
        QVERIFY(nobody.wordsAbout("script", two).empty()); // reported here, under a name of its own
        QVERIFY(!nobody.isDoubtful("script"));
        QCOMPARE(doubts({jobOf("nas", "a", State::Completed)}, nobody, two).size(), std::size_t(0));
        QCOMPARE(doubts({jobOf("nas", "a")}, nobody, two).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestSourceWords)
#include "tst_sourcewords.moc"
