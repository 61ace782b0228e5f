#include "tests/support/historyroom.h"

#include <QFile>
#include <QRandomGenerator>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace historyjobs;
using afoot::Erased;
using afoot::Job;
using afoot::Result;
using afoot::RunCounts;
using afoot::RunQuery;
using afoot::State;

namespace {

/// A run all of whose words can be found again by @p mark.
Job marked(const std::string &id, const std::string &mark, int at)
{
    Job job = ended(id, at);
    job.kind = "kind " + mark;
    job.title = "title " + mark;
    job.error = "error " + mark;
    job.message = "message " + mark;
    return job;
}

} // namespace

/// Runs that a person deletes: of what is chosen nothing stays, and all else does.
class TestHistoryErase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<HistoryRoom>();
        m_room->reopen();
    }
    void whatIsChosenGoesAndTheRestStays_data();
    void whatIsChosenGoesAndTheRestStays();
    void countsAreOfWhatIsChosen();
    void ofManyKindsTheMostFrequentAreNamed();
    void ofADeletedRunNoWordIsLeftInTheFile_data();
    void ofADeletedRunNoWordIsLeftInTheFile();
    void aForgottenJobIsOverwritten();
    void aJobWhosePresentRunGoesLeavesTheList();
    void anEarlierRunGoesWithoutItsJob();
    void theLinesOfTheNextRunStay();
    void whatRunsIsLeftAlone();
    void numbersGoOnAndTheBoundHolds();

private:
    std::uint64_t erase(const RunQuery &query)
    {
        const Result<Erased> erased = m_room->history->erase(query);
        return erased ? erased->runs : 999;
    }
    /// Everything that is on disk of it.
    QByteArray bytes() const
    {
        QByteArray all;
        for (const QString &ending : {u""_s, u"-wal"_s, u"-journal"_s}) {
            QFile file(QString::fromStdString(m_room->path) + ending);
            if (file.open(QFile::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    std::unique_ptr<HistoryRoom> m_room{};
};

void TestHistoryErase::whatIsChosenGoesAndTheRestStays_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("left");
    QTest::newRow("everything") << u""_s << u""_s;
    QTest::newRow("a kind") << u"kind"_s << u"dc"_s;
    QTest::newRow("words") << u"words"_s << u"dba"_s;
    QTest::newRow("states") << u"states"_s << u"ba"_s;
    QTest::newRow("a source") << u"source"_s << u"cba"_s;
    QTest::newRow("numbers") << u"numbers"_s << u"db"_s;
    QTest::newRow("a time") << u"time"_s << u"da"_s;
    QTest::newRow("several conditions") << u"several"_s << u"dcb"_s;
    QTest::newRow("nothing fits") << u"none"_s << u"dcba"_s;
}

void TestHistoryErase::whatIsChosenGoesAndTheRestStays()
{
    QFETCH(const QString, how);
    QFETCH(const QString, left);
    Job a = ended("a", 1);
    a.kind = "deploy";
    Job b = ended("b", 2);
    b.kind = "deploy";
    Job c = ended("c", 3);
    c.error = "refused";
    c.state = State::Failed;
    Job d = ended("d", 4);
    d.key.source = "nas";
    d.state = State::Lost;
    for (const Job &job : {a, b, c, d}) {
        m_room->history->putLog(job.key, m_room->lines(1, 2));
        m_room->end(job);
    }
    const auto page = m_room->history->runs({});
    RunQuery query;
    if (how == u"kind" || how == u"several")
        query.kind = "deploy";
    if (how == u"words")
        query.words = "REFUSED";
    if (how == u"states")
        query.states = {State::Failed, State::Lost};
    if (how == u"source")
        query.sources = {"nas"};
    if (how == u"numbers")
        query.numbers = {page->runs[1].number, page->runs[3].number};
    if (how == u"time") {
        query.from = second(2);
        query.to = second(4);
    }
    if (how == u"several")
        query.words = "T a";
    if (how == u"none")
        query.kind = "deplo";
    std::string expected;
    for (const std::string &id : m_room->ids(query))
        expected += id;
    QCOMPARE(erase(query), std::uint64_t(4 - left.size()));
    std::string found;
    for (const std::string &id : m_room->ids())
        found += id;
    QCOMPARE(found, left.toStdString());
    QCOMPARE(expected.size() + found.size(), std::size_t(4)); // it is the same that a query finds
    QCOMPARE(m_room->number("SELECT count(*) FROM log"), std::int64_t(2 * left.size()));
    QCOMPARE(m_room->number("SELECT count(*) FROM jobs"), std::int64_t(left.size()));
    m_room->reopen();
    QCOMPARE(m_room->ids().size(), std::size_t(left.size()));
}

void TestHistoryErase::countsAreOfWhatIsChosen()
{
    for (int i = 0; i < 7; ++i) {
        Job job = ended("j" + std::to_string(i), i);
        job.kind = i == 6 ? "" : i < 2 ? "z" : i < 4 ? "b" : "a";
        job.key.source = i == 0 ? "nas" : "local";
        job.state = i % 2 == 0 ? State::Completed : State::Failed;
        m_room->end(job);
    }
    const Result<RunCounts> all = m_room->history->counts({.limit = 1}); // a page is no matter here
    QCOMPARE(all->runs, std::uint64_t(7));
    QVERIFY(all->kinds == (RunCounts::Named{{"a", 2}, {"b", 2}, {"z", 2}}));
    QVERIFY(all->sources == (RunCounts::Named{{"local", 6}, {"nas", 1}}));
    const Result<RunCounts> failed = m_room->history->counts({.states = {State::Failed}});
    QCOMPARE(failed->runs, std::uint64_t(3));
    QVERIFY(failed->sources == (RunCounts::Named{{"local", 3}}));
    QVERIFY(*m_room->history->counts({.kind = "nobody"}) == RunCounts());
}

void TestHistoryErase::ofManyKindsTheMostFrequentAreNamed()
{
    for (std::size_t i = 0; i <= RunCounts::maxKinds; ++i) {
        Job job = ended("j" + std::to_string(i), int(i));
        job.kind = "k" + std::to_string(i);
        m_room->history->end(shared(job), {});
    }
    Job again = ended("again", 5000);
    again.kind = "k700";
    m_room->end(again);
    const Result<RunCounts> counts = m_room->history->counts({});
    QCOMPARE(counts->runs, std::uint64_t(RunCounts::maxKinds + 2));
    QCOMPARE(counts->kinds.size(), RunCounts::maxKinds);
    QCOMPARE(counts->kinds.front().first, std::string("k700"));
}

void TestHistoryErase::ofADeletedRunNoWordIsLeftInTheFile_data()
{
    QTest::addColumn<bool>("isWritten"); // what is in the log of changes is in the file, too
    QTest::newRow("just written") << false;
    QTest::newRow("written long ago") << true;
}

/// Rows are moved from page to page as others come between them, and leave copies.
void TestHistoryErase::ofADeletedRunNoWordIsLeftInTheFile()
{
    QFETCH(const bool, isWritten);
    constexpr int jobs = 40;
    m_room->reopen({.commitEvery = HistoryRoom::never, .tailLines = 30});
    const auto id = [](int i) { return "job" + std::to_string(i); };
    const auto mark = [](int i) { return i % 3 == 0 ? "xyzzy" : "plugh"; };
    QRandomGenerator random(1);
    const auto words = [&](int i) { // of any length
        std::string text;
        for (int n = random.bounded(1, 60); n > 0; --n)
            text += mark(i);
        return text;
    };
    std::map<int, std::uint64_t> lines;
    for (int step = 0; step < 3000; ++step) { // all of them grow at the same time
        const int i = random.bounded(jobs);
        const std::uint64_t n = ++lines[i];
        m_room->history->putLog({.id = id(i)}, m_room->lines(n, n, words(i)));
        Job job = running(id(i));
        job.message = words(i);
        m_room->history->put(shared(job), false);
        if (step % 5 == 0)
            QVERIFY(!m_room->history->flush());
    }
    for (int i = 0; i < jobs; ++i)
        m_room->end(marked(id(i), mark(i), i));
    if (isWritten) {
        m_room->tidy();
        m_room->reopen();
    }
    QVERIFY(bytes().contains("title xyzzy") && bytes().contains("xyzzyxyzzy"));
    QCOMPARE(erase({.words = "xyzzy"}), std::uint64_t(14));
    QVERIFY(!bytes().contains("xyzzy"));
    QVERIFY(bytes().contains("title plugh") && bytes().contains("plughplugh"));
    QCOMPARE(erase({}), std::uint64_t(26));
    QVERIFY(!bytes().contains("plugh"));
    QVERIFY(!bytes().contains("job1"));
    QVERIFY(m_room->history->load()->empty());
}

/// The file is not written anew for it, but where its words stood there are none.
void TestHistoryErase::aForgottenJobIsOverwritten()
{
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 3, "a line of xyzzy "));
    m_room->end(marked("a", "xyzzy", 1));
    m_room->end(marked("b", "plugh", 2));
    m_room->history->forget({.id = "a"});
    QVERIFY(!m_room->history->flush());
    m_room->tidy();
    QVERIFY(!bytes().contains("xyzzy"));
    QVERIFY(bytes().contains("plugh"));
}

void TestHistoryErase::aJobWhosePresentRunGoesLeavesTheList()
{
    Job far = ended("far", 2);
    far.key.source = "nas";
    m_room->end(ended("near", 1));
    m_room->end(far);
    m_room->end(ended("gone", 3));
    m_room->history->drop({.id = "gone"}); // the tracker has it no more
    const Result<Erased> erased = m_room->history->erase({});
    QCOMPARE(erased->runs, std::uint64_t(3));
    QVERIFY(erased->listed == (std::vector<afoot::JobKey>{{"local", "near"}, {"nas", "far"}}));
    QVERIFY(m_room->history->load()->empty());
}

void TestHistoryErase::anEarlierRunGoesWithoutItsJob()
{
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2, "first "));
    m_room->end(ended("a", 1));
    m_room->history->put(shared(running("a", 2)), false);
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2, "second "));
    m_room->end(ended("a", 3, 2));
    const auto page = m_room->history->runs({});
    const Result<Erased> erased = m_room->history->erase({.numbers = {page->runs[1].number}});
    QCOMPARE(erased->runs, std::uint64_t(1));
    QVERIFY(erased->listed.empty());
    QCOMPARE(m_room->ids().size(), std::size_t(1));
    QCOMPARE(m_room->logOf(0), (std::vector<std::string>{"second 1", "second 2"}));
    QCOMPARE(m_room->history->load()->size(), std::size_t(1));
}

void TestHistoryErase::theLinesOfTheNextRunStay()
{
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2, "first "));
    m_room->end(ended("a", 1));
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2, "second "));
    QCOMPARE(erase({}), std::uint64_t(1));
    QVERIFY(m_room->history->load()->empty()); // nobody said that it runs
    m_room->history->put(shared(running("a", 2)), false);
    m_room->end(ended("a", 3, 2));
    QCOMPARE(m_room->logOf(0), (std::vector<std::string>{"second 1", "second 2"}));
}

void TestHistoryErase::whatRunsIsLeftAlone()
{
    m_room->history->put(shared(running("a")), true);
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2));
    m_room->end(ended("b", 1));
    QCOMPARE(erase({}), std::uint64_t(1));
    const auto jobs = m_room->history->load();
    QCOMPARE(jobs->size(), std::size_t(1));
    QCOMPARE(jobs->at(0).log.size(), std::size_t(2));
    QCOMPARE(erase({}), std::uint64_t(0));
}

void TestHistoryErase::numbersGoOnAndTheBoundHolds()
{
    m_room->reopen({.commitEvery = HistoryRoom::never, .maxRuns = 3});
    for (int i = 0; i < 3; ++i)
        m_room->end(ended("a" + std::to_string(i), i));
    const std::int64_t last = m_room->history->runs({})->runs.front().number;
    QCOMPARE(erase({}), std::uint64_t(3));
    for (int i = 0; i < 4; ++i)
        m_room->end(ended("b" + std::to_string(i), i));
    QCOMPARE(m_room->ids(), (std::vector<std::string>{"b3", "b2", "b1"}));
    QVERIFY(m_room->history->runs({})->runs.back().number > last);
}

QTEST_GUILESS_MAIN(TestHistoryErase)
#include "tst_historyerase.moc"
