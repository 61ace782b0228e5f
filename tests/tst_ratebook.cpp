#include "tests/support/sample.h"
#include "ui/detail/ratesection.h"
#include "ui/detail/sparkline.h"
#include "ui/jobs/ratebook.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Job going(const std::string &id, std::optional<double> rate)
{
    Job job{.key = {"local", id}, .title = id, .unit = "files", .rate = rate};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now;
    return job;
}

Job turned(Job job, State state)
{
    job.state = state;
    return job;
}

std::vector<std::optional<double>> ratesOf(const RateLine &line)
{
    std::vector<std::optional<double>> rates;
    for (const RateLine::Point &point : line.points())
        rates.push_back(point.rate);
    return rates;
}

using Rates = std::vector<std::optional<double>>;

} // namespace

/// What is remembered of the rates of jobs, and how little of it.
class tst_ratebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePointASecond();
    void fullLinesKeepTheirTimeInHalfThePoints();
    void theBoundHoldsWhateverComes();
    void averageAndPeakAreOfAllThatWasSaid();
    void aPauseIsAGap_data();
    void aPauseIsAGap();
    void shortGapsLeaveWithTheResolution();
    void jobsWithoutRateCostNothing();
    void anotherRunBeginsAnew();
    void theLineStaysUntilTheJobLeaves();
    void whatEndedMakesRoom();
    void aSourceThatIsAwayIsAGap();
    void aClockThatWasSetBackIsNotDrawn();
    void theNumbersAreSaidWithTheirUnit();
    void takingInCostsLittle();
};

void tst_ratebook::onePointASecond()
{
    RateLine line;
    for (int ms = 0; ms < 5000; ms += 100)
        line.add(sample::now + Millis(ms), 10);
    QCOMPARE(line.size(), std::size_t(5));
    QCOMPARE(line.points().front().at, sample::now);
    QCOMPARE(line.points().back().at, sample::now + 4s);
}

void tst_ratebook::fullLinesKeepTheirTimeInHalfThePoints()
{
    RateLine line;
    for (std::size_t i = 0; i <= RateLine::most; ++i)
        line.add(sample::now + std::chrono::seconds(i), double(i % 2) * 10);
    QCOMPARE(line.spacing(), Millis(2000));
    QCOMPARE(line.size(), RateLine::most / 2 + 1);
    QCOMPARE(line.points().front().at, sample::now);
    QCOMPARE(line.points().back().at, sample::now + std::chrono::seconds(RateLine::most));
    QCOMPARE(*line.points()[3].rate, 5.0); // 0 and 10
}

void tst_ratebook::theBoundHoldsWhateverComes()
{
    RateLine line;
    WallTime at = sample::now;
    for (int i = 0; i < 20'000; ++i) {
        at += std::chrono::seconds(1 + i % 700);
        if (i % 3 == 0)
            line.breakOff(at);
        else
            line.add(at, double(i % 50));
        QVERIFY(line.size() <= RateLine::most);
    }
    const auto points = line.points();
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](const auto &a, const auto &b) { return a.at < b.at; }));
    QVERIFY(points.back().at <= at);
    QVERIFY(points.size() > RateLine::most / 4);
}

void tst_ratebook::averageAndPeakAreOfAllThatWasSaid()
{
    RateLine line;
    line.add(sample::now, 10);
    QCOMPARE(line.average(), 10.0);
    line.add(sample::now + 300ms, 90); // too soon for a point of its own
    line.add(sample::now + 1300ms, 30);
    QCOMPARE(line.peak(), 90.0);
    QCOMPARE(*line.latest(), 30.0);
    QVERIFY(std::abs(line.average() - (0.3 * 10 + 1.0 * 90) / 1.3) < 1e-9);
    line.breakOff(sample::now + 1300ms);
    line.add(sample::now + 100s, 30); // what was in between is nobody's average
    QVERIFY(std::abs(line.average() - (0.3 * 10 + 1.0 * 90) / 1.3) < 1e-9);
}

void tst_ratebook::aPauseIsAGap_data()
{
    QTest::addColumn<Job>("between");
    QTest::newRow("paused") << turned(going("a", 10), State::Paused);
    QTest::newRow("asks") << turned(going("a", 10), State::NeedsInput);
    QTest::newRow("no rate") << going("a", {});
    QTest::newRow("no number") << going("a", std::numeric_limits<double>::quiet_NaN());
    Job stalled = going("a", 10);
    stalled.liveness = Liveness::Stalled;
    QTest::newRow("stalled") << stalled;
}

void tst_ratebook::aPauseIsAGap()
{
    QFETCH(Job, between);
    RateBook book;
    book.apply(sample::changed({going("a", 10)}), sample::now);
    book.apply(sample::changed({going("a", 12)}), sample::now + 1s);
    book.apply(sample::changed({between}), sample::now + 2s);
    QVERIFY(!book.line({"local", "a"})->latest());
    book.apply(sample::changed({between}), sample::now + 3s);
    book.apply(sample::changed({going("a", 14)}), sample::now + 9s);
    QCOMPARE(ratesOf(*book.line({"local", "a"})), (Rates{10, 12, std::nullopt, 14}));
}

void tst_ratebook::shortGapsLeaveWithTheResolution()
{
    RateLine line;
    line.add(sample::now, 10);
    line.breakOff(sample::now + 500ms);
    line.add(sample::now + 1s, 10);
    for (std::size_t i = 2; line.spacing() == Millis(1000); ++i)
        line.add(sample::now + std::chrono::seconds(i), 10);
    const auto rates = ratesOf(line);
    QVERIFY(std::find(rates.begin(), rates.end(), std::nullopt) == rates.end());
}

void tst_ratebook::jobsWithoutRateCostNothing()
{
    RateBook book;
    book.apply(sample::whole({going("a", {}), turned(going("b", 5), State::Queued),
                              turned(going("c", 5), State::Completed), going("d", -1)}),
               sample::now);
    QCOMPARE(book.size(), std::size_t(0));
    QVERIFY(!book.line({"local", "a"}));
}

void tst_ratebook::anotherRunBeginsAnew()
{
    RateBook book;
    book.apply(sample::changed({going("a", 10)}), sample::now);
    book.apply(sample::changed({turned(going("a", 10), State::Failed)}), sample::now + 1s);
    Job again = going("a", 70);
    again.startedAt = sample::now + 2s;
    book.apply(sample::changed({again}), sample::now + 2s);
    QCOMPARE(ratesOf(*book.line({"local", "a"})), (Rates{70}));
    // also where nobody saw the end of the one before
    again.startedAt = sample::now + 60s;
    again.rate = 80;
    book.apply(sample::changed({again}), sample::now + 60s);
    QCOMPARE(ratesOf(*book.line({"local", "a"})), (Rates{80}));
}

void tst_ratebook::theLineStaysUntilTheJobLeaves()
{
    RateBook book;
    book.apply(sample::changed({going("a", 10), going("b", 10)}), sample::now);
    book.apply(sample::changed({turned(going("a", 10), State::Completed)}), sample::now + 1s);
    book.apply(sample::changed({turned(going("a", 10), State::Completed)}), sample::now + 2s);
    QCOMPARE(ratesOf(*book.line({"local", "a"})), (Rates{10, std::nullopt}));
    Delta gone{.rev = 9};
    gone.changes.push_back({{"local", "a"}, nullptr, 9});
    book.apply(gone, sample::now + 3s);
    QVERIFY(!book.line({"local", "a"}));
    // the whole state without it says the same
    book.apply(sample::whole({going("c", 1)}), sample::now + 4s);
    QVERIFY(!book.line({"local", "b"}));
    QVERIFY(book.line({"local", "c"}));
}

void tst_ratebook::whatEndedMakesRoom()
{
    RateBook book;
    const auto name = [](std::size_t i) { return std::to_string(i); };
    for (std::size_t i = 0; i < RateBook::maxJobs; ++i)
        book.apply(sample::changed({going(name(i), 1)}), sample::now);
    book.apply(sample::changed({going("late", 1)}), sample::now);
    QVERIFY(!book.line({"local", "late"}));
    for (std::size_t i = 0; i < 4; ++i)
        book.apply(sample::changed({turned(going(name(i), 1), State::Completed)}),
                   sample::now + std::chrono::seconds(i));
    book.apply(sample::changed({going("late", 1)}), sample::now + 5s);
    QVERIFY(book.line({"local", "late"}));
    QVERIFY(!book.line({"local", "0"}));
    QVERIFY(book.line({"local", "3"}));
    QVERIFY(book.size() <= RateBook::maxJobs);
}

void tst_ratebook::aSourceThatIsAwayIsAGap()
{
    RateBook book;
    Job far = going("a", 10);
    far.key.source = "nas";
    book.apply(sample::changed({far, going("b", 10)}), sample::now);
    book.setAway({u"nas"_s}, sample::now + 5s);
    book.setAway({u"nas"_s}, sample::now + 6s);
    QCOMPARE(ratesOf(*book.line(far.key)), (Rates{10, std::nullopt}));
    QCOMPARE(book.line(far.key)->points().back().at, sample::now + 5s);
    QCOMPARE(ratesOf(*book.line({"local", "b"})), (Rates{10}));
    book.setAway({}, sample::now + 7s);
    book.apply(sample::changed({far}), sample::now + 8s);
    QCOMPARE(ratesOf(*book.line(far.key)), (Rates{10, std::nullopt, 10}));
}

void tst_ratebook::aClockThatWasSetBackIsNotDrawn()
{
    RateLine line;
    line.add(sample::now, 10);
    line.add(sample::now + 10s, 10);
    line.add(sample::now + 9s, 10); // by a little: as if it stood still
    QCOMPARE(line.size(), std::size_t(2));
    line.add(sample::now - 1h, 40);
    QCOMPARE(ratesOf(line), (Rates{40}));
    QCOMPARE(line.points().front().at, sample::now - 1h);
}

void tst_ratebook::theNumbersAreSaidWithTheirUnit()
{
    RateLine line;
    line.add(sample::now, 20e6);
    line.add(sample::now + 10s, 40e6);
    line.add(sample::now + 20s, 10e6);
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(rateText(line, "bytes", locale),
             u"10 MB/s now  ·  average 30 MB/s  ·  peak 40 MB/s"_s);
    QVERIFY(hasLine(line.points()));
    line.breakOff(sample::now + 20s);
    QCOMPARE(rateText(line, "bytes", locale), u"average 30 MB/s  ·  peak 40 MB/s"_s);
    RateLine alone;
    alone.add(sample::now, 1);
    alone.breakOff(sample::now + 1s);
    alone.add(sample::now + 5s, 1);
    QVERIFY(!hasLine(alone.points()));
}

void tst_ratebook::takingInCostsLittle()
{
    std::vector<Job> jobs;
    for (int i = 0; i < 1667; ++i)
        jobs.push_back(going("job-" + std::to_string(i), i));
    const Delta delta = sample::changed(jobs);
    RateBook book;
    book.apply(delta, sample::now);
    QElapsedTimer clock;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 50; ++i) {
        clock.start();
        book.apply(delta, sample::now + Millis(i * 16));
        best = std::min(best, clock.nsecsElapsed());
    }
    qInfo("%.3f ms for 1,667 changes", double(best) / 1e6);
    // a hundred times what it takes in a release build: only a mistake in the order of growth fails here
    QVERIFY(best < 20'000'000);
}

QTEST_GUILESS_MAIN(tst_ratebook)
#include "tst_ratebook.moc"
