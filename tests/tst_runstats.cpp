#include "tests/support/sample.h"
#include "ui/detail/earlierruns.h"
#include "ui/pages/durationplot.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EndedRun took(std::int64_t number, Millis span, State state = State::Completed)
{
    Job job{.key = {.id = "j" + std::to_string(number)}, .kind = "ninja", .state = state};
    job.createdAt = sample::at(1, 0) + std::chrono::minutes(number);
    job.startedAt = job.createdAt;
    job.finishedAt = job.updatedAt = *job.startedAt + span;
    return {.number = number, .job = job};
}

/// One that took each of these, newest first.
std::vector<EndedRun> tookEach(const std::vector<Millis> &spans)
{
    std::vector<EndedRun> runs;
    for (std::size_t i = spans.size(); i > 0; --i)
        runs.push_back(took(std::int64_t(i), spans[i - 1]));
    return runs;
}

QStringList marksOf(const TimeAxis &axis)
{
    QStringList texts;
    for (const Millis mark : axis.marks)
        texts << markText(mark, QLocale());
    return texts;
}

} // namespace

/// How long runs took: what is worked out of it, where it lies in the plot, and what is said beside a job.
class TestRunStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void onlyWhatBeganAndEndedIsTimed()
    {
        std::vector<EndedRun> runs = tookEach({1s, 2s, 3s, 4s});
        runs[0].job.startedAt.reset();
        runs[1].job.finishedAt = *runs[1].job.startedAt - 1s; // a clock that was set back
        const std::vector<TimedRun> found = timed(runs, 10);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].number, 1); // oldest first
        QCOMPARE(found[1].took, Millis(2s));
        QCOMPARE(timed(tookEach({1s, 2s, 3s}), 2).front().number, 2); // the newest stay
    }

    void theMedianIsInTheMiddle()
    {
        QVERIFY(!median({}));
        QCOMPARE(*median(timed(tookEach({7s}), 9)), Millis(7s));
        QCOMPARE(*median(timed(tookEach({9s, 1s, 2s}), 9)), Millis(2s));
        QCOMPARE(*median(timed(tookEach({4s, 1s, 100s, 2s}), 9)), Millis(3s));
        QCOMPARE(*longest(timed(tookEach({4s, 100s, 2s}), 9)), Millis(100s));
    }

    void whatFailedSaysNothingOfWhatIsUsual()
    {
        const std::vector<EndedRun> runs{took(3, 1s, State::Failed), took(2, 60s),
                                         took(1, 2s, State::Canceled)};
        QCOMPARE(*usually(timed(runs, 9)), Millis(60s));
        QVERIFY(!usually(timed({took(1, 1s, State::Failed)}, 9)));
    }

    void marksAreWhatPeopleCountIn_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("marks");
        QTest::newRow("none took any time") << 0 << u"1 ms"_s;
        QTest::newRow("8 ms") << 8 << u"2 ms,4 ms,6 ms,8 ms"_s;
        QTest::newRow("1.4 s") << 1'400 << u"500 ms,1 s,1.5 s"_s;
        QTest::newRow("70 s") << 70'000 << u"15 s,30 s,45 s,1 min,1 min 15 s"_s;
        QTest::newRow("8 min") << 480'000 << u"2 min,4 min,6 min,8 min"_s;
        QTest::newRow("50 min") << 3'000'000 << u"10 min,20 min,30 min,40 min,50 min"_s;
        QTest::newRow("11 h") << 39'600'000 << u"3 h,6 h,9 h,12 h"_s;
        QTest::newRow("3 days") << 259'200'000 << u"24 h,2 days,3 days"_s;
    }
    void marksAreWhatPeopleCountIn()
    {
        QFETCH(const int, ms);
        QFETCH(const QString, marks);
        const TimeAxis axis = axisFor(timed(tookEach({Millis(ms), Millis(ms)}), 9));
        QCOMPARE(marksOf(axis).join(u','), marks);
        QVERIFY(axis.end >= Millis(ms) && axis.end >= axis.marks.back());
        QCOMPARE(axis.begin, Millis(0));
    }

    void noDurationIsTooLongForAnAxis()
    {
        for (qint64 ms = 1; ms < 40'000'000'000'000; ms = ms * 3 / 2 + 1) {
            for (const auto &runs : {tookEach({Millis(ms)}), tookEach({1ms, 1ms, Millis(ms)})}) {
                const TimeAxis axis = axisFor(timed(runs, 9));
                QVERIFY2(!axis.marks.empty() && axis.marks.size() <= 6,
                         qPrintable(QString::number(ms)));
                QVERIFY(axis.placeOf(Millis(ms)) <= 1.0 && axis.placeOf(Millis(ms)) >= 0.1);
                QVERIFY(axis.placeOf(axis.marks.back()) <= 1.0);
                QVERIFY(axis.placeOf(Millis(0)) >= 0);
            }
        }
    }

    /// One that took an hour does not press the others to the ground.
    void whatLiesFarApartLiesOnAnAxisByPowers()
    {
        const TimeAxis axis = axisFor(timed(tookEach({2s, 3s, 2500ms, 3600s}), 9));
        QCOMPARE(marksOf(axis).join(u','), u"1 s,10 s,1 min,10 min,1 h"_s);
        QVERIFY(axis.placeOf(2s) > 0.05 && axis.placeOf(3s) - axis.placeOf(2s) > 0.04);
        QCOMPARE(axis.placeOf(1s), 0.0);
        QCOMPARE(axis.placeOf(3600s), 1.0);
    }

    void eachRunHasItsPlace()
    {
        const auto runs = timed(tookEach({10s, 20s, 40s}), 9);
        const PlotPlaces places = placesOf(runs, axisFor(runs), QRectF(50, 10, 400, 100));
        QCOMPARE(places.points.size(), std::size_t(3));
        QVERIFY(places.points[0].x() < places.points[1].x());
        QCOMPARE(places.points[1].x() - places.points[0].x(),
                 places.points[2].x() - places.points[1].x());
        QVERIFY(places.points[2].x() <= 450);                 // the newest at the end
        QVERIFY(places.points[2].y() < places.points[0].y()); // the longest on top
        QCOMPARE(places.points[1].y(), places.median);
        QCOMPARE(places.marks.size(), axisFor(runs).marks.size());
        // two hundred have room in the narrowest window
        const auto many = timed(tookEach(std::vector<Millis>(200, 1s)), 200);
        const PlotPlaces narrow = placesOf(many, axisFor(many), QRectF(50, 10, 180, 100));
        QVERIFY(narrow.points.front().x() >= 50 && narrow.points.back().x() <= 230);
        QVERIFY(placesOf({}, axisFor({}), QRectF(0, 0, 10, 10)).points.empty());
    }

    void theSumIsSaidInWords()
    {
        const QLocale locale;
        QCOMPARE(summaryOf({}, locale), u"No run is timed"_s);
        QCOMPARE(summaryOf(timed(tookEach({250ms}), 9), locale), u"1 run, 250 ms"_s);
        QCOMPARE(summaryOf(timed(tookEach({1400ms, 192s, 720s}), 9), locale),
                 u"3 runs, median 3 min 12 s, longest 12 min"_s);
        QCOMPARE(runsText(1, locale), u"1 run"_s);
        QCOMPARE(runsText(50'000, locale), u"50,000 runs"_s);
    }

    void thePlaceOfARunIsSaidOnlyWhereItIsKnown()
    {
        const QLocale locale;
        const auto earlier = tookEach({170s, 180s, 200s});
        Job running = took(9, 1s).job;
        running.state = State::Running;
        running.finishedAt.reset();
        QCOMPARE(placeAmong(running, earlier, locale), u"Usually 3 min"_s);
        QCOMPARE(placeAmong(running, {}, locale), QString());
        QCOMPARE(placeAmong(running, {took(1, 5s, State::Failed)}, locale), QString());
        QCOMPARE(placeAmong(took(9, 540s).job, earlier, locale),
                 u"This one took 9 min, usually it is 3 min"_s);
        // how long a failure took says nothing of how long it takes
        QCOMPARE(placeAmong(took(9, 1s, State::Failed).job, earlier, locale), u"Usually 3 min"_s);
    }

    void fiveEarlierRunsStandBesideAJob()
    {
        QWidget window;
        auto *earlier = new EarlierRuns([] { return sample::now; }, &window);
        const auto job = std::make_shared<const Job>(took(20, 1s).job);
        earlier->setJob(job);
        QVERIFY(earlier->isHidden());
        earlier->show(tookEach({1s, 2s, 3s, 4s, 5s, 6s, 7s}));
        QVERIFY(!earlier->isHidden());
        QCOMPARE(earlier->listed().size(), EarlierRuns::most);
        QCOMPARE(earlier->listed().front().number, 7);
        earlier->setJob(std::make_shared<const Job>(took(20, 9s).job)); // the same, further on
        QVERIFY(!earlier->isHidden());
        const QSignalSpy wanted(earlier, &EarlierRuns::allWanted);
        earlier->findChild<QAbstractButton *>()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"ninja"_s);
        earlier->setJob(std::make_shared<const Job>(took(21, 1s).job));
        QVERIFY(earlier->isHidden()); // nothing is known of this one yet
    }
};

QTEST_MAIN(TestRunStats)
#include "tst_runstats.moc"
