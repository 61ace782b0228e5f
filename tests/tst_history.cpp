#include "tests/support/historyroom.h"

#include <atomic>
#include <latch>
#include <sys/stat.h>
#include <thread>

using namespace historyjobs;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using afoot::Error;
using afoot::History;
using afoot::Job;

namespace {

/// With a value in every field, and nothing in ASCII that need not be.
Job rich()
{
    Job job = running("ä/1 \"x\"");
    job.key.source = "hütte";
    job.title = "Größe 測試 \U0001F680";
    job.kind = "restic backup ~/docs";
    job.state = afoot::State::NeedsInput;
    job.percent = 33.25;
    job.current = 1e12;
    job.total = 3e12;
    job.unit = "bytes";
    job.rate = 0.5;
    job.etaS = 90;
    job.expectedS = std::pair(1.5, 20.0);
    job.steps = {{.name = "bauen", .state = afoot::StepState::Completed, .startedAt = second(1)},
                 {.name = "los", .label = "Auf geht’s", .percent = 5, .message = "…"}};
    job.message = "it's; DROP TABLE jobs; --";
    job.question = "Weiter?";
    job.details = {{.key = "größe", .value = 1.5}, {.key = "ziel", .value = std::string("ñ")}};
    job.url = "https://example.org/?a=b&c=%20";
    job.error = "keiner";
    job.can.add(afoot::Ask::Cancel);
    job.asked = afoot::Ask::Cancel;
    job.liveness = afoot::Liveness::Stalled;
    job.parent = "vater";
    job.rev = 77;
    return job;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_room.reset(); }
    void aJobComesBackAsItWas();
    void theFileIsPrivate();
    void anotherTrackerIsKeptOut();
    void onlyTheLatestStateIsWritten();
    void aStateIsWrittenThoughNobodyWaits();
    void anEndIsOnDiskWhenItIsAcknowledged();
    void endsThatWaitShareACommit();
    void onlyTheTailOfALogIsKept();
    void aForgottenJobLeavesNothing();
    void manyThreadsLoseNothing();

private:
    std::unique_ptr<HistoryRoom> m_room{};
};

void TestHistory::init()
{
    m_room = std::make_unique<HistoryRoom>();
    m_room->reopen();
}

void TestHistory::aJobComesBackAsItWas()
{
    const Job job = rich();
    m_room->history->put(shared(job), true);
    m_room->history->putLog(job.key, m_room->lines(1, 3, "Zeile ö "));
    m_room->history->put(shared(ended("b")), false);
    m_room->reopen(); // what waits is written
    const auto jobs = m_room->history->load();
    QVERIFY(jobs.ok());
    QCOMPARE(jobs->size(), std::size_t(2));
    QVERIFY(jobs->at(0).job == job);
    QVERIFY(jobs->at(0).held);
    QVERIFY(jobs->at(0).log == m_room->lines(1, 3, "Zeile ö "));
    QVERIFY(jobs->at(1).job == ended("b"));
    QVERIFY(!jobs->at(1).held);
}

void TestHistory::theFileIsPrivate()
{
    m_room->history->put(shared(running("a")), false);
    QVERIFY(!m_room->history->flush());
    struct stat info
    {
    };
    for (const char *file : {"", "-wal", "-shm", ".lock"}) {
        QCOMPARE(::stat((m_room->path + file).c_str(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
    }
    QCOMPARE(::stat(m_room->path.substr(0, m_room->path.rfind('/')).c_str(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0700);
}

void TestHistory::anotherTrackerIsKeptOut()
{
    const auto other = History::open({.path = m_room->path});
    QVERIFY(!other.ok());
    QCOMPARE(other.error().name, std::string("history_busy"));
    QVERIFY(afoot::isTransient(other.error()));
}

void TestHistory::onlyTheLatestStateIsWritten()
{
    for (int i = 1; i <= 100; ++i) {
        Job job = running("a");
        job.percent = i;
        m_room->history->put(shared(job), i < 100);
    }
    QCOMPARE(m_room->history->counters().waiting, std::size_t(1));
    QVERIFY(!m_room->history->flush());
    const auto counters = m_room->history->counters();
    QCOMPARE(counters.puts, std::uint64_t(100));
    QCOMPARE(counters.conflated, std::uint64_t(99));
    QCOMPARE(counters.commits, std::uint64_t(1));
    const auto jobs = m_room->history->load();
    QCOMPARE(jobs->size(), std::size_t(1));
    QCOMPARE(*jobs->at(0).job.percent, 100.0);
    QVERIFY(!jobs->at(0).held);
}

void TestHistory::aStateIsWrittenThoughNobodyWaits()
{
    m_room->reopen({.commitEvery = 5ms});
    m_room->history->put(shared(running("a")), false);
    QTRY_COMPARE(m_room->history->load()->size(), std::size_t(1));
}

void TestHistory::anEndIsOnDiskWhenItIsAcknowledged()
{
    std::promise<std::size_t> seen;
    m_room->history->end(shared(ended("a")), [&](const std::optional<Error> &trouble) {
        auto other =
            afoot::HistoryReader::open(m_room->path); // while nothing else may be committed
        seen.set_value(trouble || !other.ok() ? 0 : other.value().runs({})->runs.size());
    });
    QCOMPARE(seen.get_future().get(), std::size_t(1));
}

void TestHistory::endsThatWaitShareACommit()
{
    constexpr int count = 200;
    std::latch queued(1);
    std::latch answered(count);
    m_room->history->end(shared(ended("first")),
                         [&](const auto &) { queued.wait(); }); // holds the writer
    std::atomic<int> failed = 0;
    for (int i = 0; i < count; ++i) {
        m_room->history->end(shared(ended("j" + std::to_string(i), i)), [&](const auto &trouble) {
            failed += trouble ? 1 : 0;
            answered.count_down();
        });
    }
    queued.count_down();
    answered.wait();
    QVERIFY(!m_room->history->flush());
    QCOMPARE(failed.load(), 0);
    QVERIFY(m_room->history->counters().commits <=
            3); // the first alone or with others, the rest, the flush
    QCOMPARE(m_room->ids({.limit = 1000}).size(), std::size_t(count + 1));
}

void TestHistory::onlyTheTailOfALogIsKept()
{
    m_room->reopen({.commitEvery = HistoryRoom::never, .tailLines = 10});
    m_room->history->put(shared(running("a")), false);
    for (std::uint64_t n = 1; n <= 100; n += 7) {
        m_room->history->putLog({.id = "a"}, m_room->lines(n, n + 6));
        if (n % 2 == 0)
            QVERIFY(!m_room->history->flush());
    }
    QVERIFY(!m_room->history->flush());
    QVERIFY(m_room->history->load()->at(0).log == m_room->lines(96, 105));
}

void TestHistory::aForgottenJobLeavesNothing()
{
    for (const std::string id : {"a", "b"}) {
        m_room->history->put(shared(running(id)), false);
        m_room->history->putLog({.id = id}, m_room->lines(1, 5, "secret of " + id));
        m_room->end(ended(id, 3));
        m_room->history->putLog({.id = id}, m_room->lines(1, 5, "next secret of " + id));
        m_room->history->put(shared(running(id, 4)), false);
    }
    m_room->history->forget({.id = "a"});
    QVERIFY(!m_room->history->flush());
    QCOMPARE(m_room->ids(), std::vector<std::string>{"b"});
    QCOMPARE(m_room->history->load()->size(), std::size_t(1));
    QCOMPARE(m_room->history->load()->at(0).log.size(), std::size_t(5));
    QCOMPARE(m_room->number("SELECT count(*) FROM log WHERE text LIKE '%of a%'"), std::int64_t(0));
    QCOMPARE(m_room->number("SELECT count(*) FROM log"), std::int64_t(10));
}

void TestHistory::manyThreadsLoseNothing()
{
    m_room->reopen({.commitEvery = 1ms});
    std::vector<std::thread> threads;
    for (int w = 0; w < 4; ++w) {
        threads.emplace_back([this, w] {
            for (int i = 0; i < 50; ++i) {
                const std::string id = std::to_string(w) + "-" + std::to_string(i);
                m_room->history->put(shared(running(id)), true);
                m_room->history->putLog({.id = id}, m_room->lines(1, 3));
                (void)m_room->history->runs({.limit = 5});
                (void)endNow(*m_room->history, ended(id, i));
                (void)m_room->history->counters();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(m_room->ids({.limit = 1000}).size(), std::size_t(200));
    QCOMPARE(m_room->history->counters().failures, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
