#include "tests/support/historyroom.h"

using namespace historyjobs;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using afoot::Error;
using afoot::History;
using afoot::Job;

class TestHistoryRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_room.reset(); }
    void endingTwiceMakesOneRun();
    void eachRunHasItsOwnLog_data();
    void eachRunHasItsOwnLog();
    void oldRunsLoseTheirLogFirst();
    void aDroppedJobStaysInHistory();
    void pagesStayStableWhileRunsAreAdded();
    void queriesFilter_data();
    void queriesFilter();
    void aBadCursorIsTheCallersMistake();
    void theOldestRunsLeave();

private:
    std::unique_ptr<HistoryRoom> m_room{};
};

void TestHistoryRuns::init()
{
    m_room = std::make_unique<HistoryRoom>();
    m_room->reopen();
}

void TestHistoryRuns::endingTwiceMakesOneRun()
{
    m_room->end(ended("a", 5));
    m_room->end(ended("a", 5));
    QCOMPARE(m_room->ids(), std::vector<std::string>{"a"});
    m_room->end(ended("a", 9, 6));
    m_room->end(ended("a", 5)); // said again late
    QCOMPARE(m_room->ids(), (std::vector<std::string>{"a", "a"}));
    QVERIFY(m_room->history->load()->at(0).job == ended("a", 9, 6));
    Job canceled = ended("b", 3);
    canceled.startedAt.reset(); // never began
    m_room->end(canceled);
    m_room->end(canceled);
    QCOMPARE(m_room->ids().size(), std::size_t(3));
    m_room->reopen();
    m_room->end(ended("a", 5));
    QCOMPARE(m_room->ids().size(), std::size_t(3));
}

void TestHistoryRuns::eachRunHasItsOwnLog_data()
{
    QTest::addColumn<QString>("order"); // p: job, l: lines of this run, e: end, n: the next run
    QTest::newRow("as it happens") << u"plenple"_s;
    QTest::newRow("lines before the job") << u"lpenlpe"_s;
    QTest::newRow("lines after the end") << u"pelnpel"_s;
    QTest::newRow("the next run's lines before its state") << u"plenlpe"_s;
    QTest::newRow("ends only") << u"lenle"_s;
    QTest::newRow("the end as a state first") << u"plEenplEe"_s;
}

void TestHistoryRuns::eachRunHasItsOwnLog()
{
    QFETCH(const QString, order);
    for (const bool flushed : {false, true}) {
        int run = 0;
        const std::string id = flushed ? "flushed" : "waiting";
        for (const QChar step : order) {
            const Job over = ended(id, 10 * run + 5, 10 * run);
            if (step == u'p')
                m_room->history->put(shared(running(id, 10 * run)), false);
            else if (step == u'l')
                m_room->history->putLog({.id = id},
                                        m_room->lines(1, 2, "run" + std::to_string(run) + "-"));
            else if (step == u'E')
                m_room->history->put(shared(over), false);
            else if (step == u'e')
                m_room->history->end(shared(over), {});
            else
                ++run;
            if (flushed)
                QVERIFY(!m_room->history->flush());
        }
        QVERIFY(!m_room->history->flush());
        QCOMPARE(m_room->ids(), (std::vector<std::string>{id, id}));
        QCOMPARE(m_room->logOf(0), (std::vector<std::string>{"run1-1", "run1-2"}));
        QCOMPARE(m_room->logOf(1), (std::vector<std::string>{"run0-1", "run0-2"}));
        const auto jobs = m_room->history->load();
        QCOMPARE(jobs->size(), std::size_t(1));
        QVERIFY(jobs->at(0).log == m_room->lines(1, 2, "run1-"));
        m_room->history->forget({.id = id});
    }
}

void TestHistoryRuns::oldRunsLoseTheirLogFirst()
{
    m_room->reopen({.commitEvery = HistoryRoom::never, .maxLogs = 3});
    m_room->history->put(shared(running("long")), false); // outlives the others, and keeps its log
    m_room->history->putLog({.id = "long"}, m_room->lines(1, 1));
    for (int i = 0; i < 6; ++i) {
        const std::string id = "j" + std::to_string(i);
        m_room->history->putLog({.id = id}, m_room->lines(1, 1));
        m_room->end(ended(id, i));
        m_room->history->drop({.id = id});
    }
    m_room->end(ended("long", 9));
    QCOMPARE(m_room->ids().size(), std::size_t(7));
    QCOMPARE(m_room->logOf(0).size(), std::size_t(1));
    for (std::size_t run = 1; run < 7; ++run)
        QCOMPARE(m_room->logOf(run).size(), std::size_t(run <= 3 ? 1 : 0));
    m_room->history->drop({.id = "long"});
    QVERIFY(!m_room->history->flush());
    QCOMPARE(m_room->logOf(0).size(), std::size_t(0));
}

void TestHistoryRuns::aDroppedJobStaysInHistory()
{
    m_room->history->putLog({.id = "a"}, m_room->lines(1, 2));
    m_room->end(ended("a"));
    m_room->history->put(shared(running("b")), false);
    m_room->history->putLog({.id = "b"}, m_room->lines(1, 2));
    m_room->history->drop({.id = "a"});
    m_room->history->drop({.id = "b"});
    m_room->history->drop({.id = "unknown"});
    QVERIFY(!m_room->history->flush());
    QVERIFY(m_room->history->load()->empty());
    QCOMPARE(m_room->ids(), std::vector<std::string>{"a"});
    QCOMPARE(m_room->logOf(0).size(), std::size_t(2));
}

void TestHistoryRuns::pagesStayStableWhileRunsAreAdded()
{
    for (int i = 0; i < 25; ++i)
        m_room->end(ended("j" + std::to_string(i), i / 5)); // five each at the same moment
    std::vector<std::string> all;
    afoot::RunQuery query{.limit = 4};
    int pages = 0;
    do {
        const auto page = m_room->history->runs(query);
        QVERIFY(page.ok());
        for (const auto &run : page->runs)
            all.push_back(run.job.key.id);
        query.after = page->next;
        m_room->end(ended("later" + std::to_string(pages), 100 + pages));
        ++pages;
    } while (!query.after.empty());
    QCOMPARE(pages, 7);
    QCOMPARE(all.size(), std::size_t(25));
    for (int i = 0; i < 25; ++i)
        QCOMPARE(all[std::size_t(i)], "j" + std::to_string(24 - i));
    QVERIFY(m_room->history->runs({.limit = 32})->next.empty()); // all of them: no page after it
}

void TestHistoryRuns::queriesFilter_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("found");
    QTest::newRow("all") << u""_s << u""_s << -1 << -1 << u"dcba"_s;
    QTest::newRow("kind") << u"deploy"_s << u""_s << -1 << -1 << u"ba"_s;
    QTest::newRow("not a part of a kind") << u"deplo"_s << u""_s << -1 << -1 << u""_s;
    QTest::newRow("from") << u""_s << u""_s << 2 << -1 << u"dcb"_s;
    QTest::newRow("to") << u""_s << u""_s << -1 << 2 << u"a"_s;
    QTest::newRow("from, to and kind") << u"deploy"_s << u""_s << 2 << 4 << u"b"_s;
    QTest::newRow("title") << u""_s << u"T c"_s << -1 << -1 << u"c"_s;
    QTest::newRow("any case") << u""_s << u"DEPLOY"_s << -1 << -1 << u"ba"_s;
    QTest::newRow("error") << u""_s << u"refused"_s << -1 << -1 << u"c"_s;
    QTest::newRow("message, all words") << u""_s << u" 100%   done "_s << -1 << -1 << u"a"_s;
    QTest::newRow("one word is missing") << u""_s << u"100% absent"_s << -1 << -1 << u""_s;
    QTest::newRow("percent is a percent") << u""_s << u"1%d"_s << -1 << -1 << u""_s;
    QTest::newRow("underscore") << u""_s << u"a_b"_s << -1 << -1 << u"b"_s;
    QTest::newRow("backslash") << u""_s << u"\\x"_s << -1 << -1 << u"d"_s;
    QTest::newRow("a quote") << u""_s << u"'; DROP"_s << -1 << -1 << u""_s;
    QTest::newRow("beyond ASCII") << u""_s << u"größe"_s << -1 << -1 << u"d"_s;
}

void TestHistoryRuns::queriesFilter()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const QString, found);
    Job a = ended("a", 1);
    a.kind = "deploy";
    a.message = "100% done";
    Job b = ended("b", 2);
    b.kind = "deploy";
    b.message = "a_b";
    Job c = ended("c", 3);
    c.error = "connection refused, axb";
    Job d = ended("d", 4);
    d.title = "größe \\x";
    for (const Job &job : {a, b, c, d})
        m_room->end(job);
    afoot::RunQuery query{.kind = kind.toStdString(), .words = words.toStdString()};
    if (from >= 0)
        query.from = second(from);
    if (to >= 0)
        query.to = second(to);
    std::string all;
    for (const std::string &id : m_room->ids(query))
        all += id;
    QCOMPARE(all, found.toStdString());
}

void TestHistoryRuns::aBadCursorIsTheCallersMistake()
{
    for (const std::string cursor : {"x", "1", "1.", ".1", "1.2x", "99999999999999999999.1"}) {
        const auto page = m_room->history->runs({.after = cursor});
        QVERIFY2(!page.ok(), cursor.c_str());
        QCOMPARE(page.error().name, std::string("bad_cursor"));
        QCOMPARE(page.error().field, std::string("after"));
    }
}

void TestHistoryRuns::theOldestRunsLeave()
{
    m_room->reopen({.commitEvery = HistoryRoom::never, .maxRuns = 5});
    for (const int i : {3, 1, 4, 0, 5, 9, 2, 6, 8, 7}) {
        m_room->history->putLog({.id = "j" + std::to_string(i)}, m_room->lines(1, 1));
        m_room->end(ended("j" + std::to_string(i), i));
        m_room->history->drop({.id = "j" + std::to_string(i)});
    }
    QVERIFY(!m_room->history->flush());
    QCOMPARE(m_room->ids(), (std::vector<std::string>{"j9", "j8", "j7", "j6", "j5"}));
    QCOMPARE(m_room->number("SELECT count(*) FROM log"), std::int64_t(5));
    m_room->reopen({.maxRuns = 2});
    m_room->end(ended("j10", 10));
    QCOMPARE(m_room->ids(), (std::vector<std::string>{"j10", "j9"}));
}

QTEST_GUILESS_MAIN(TestHistoryRuns)
#include "tst_historyruns.moc"
