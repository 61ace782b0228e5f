#include "tests/support/sample.h"
#include "ui/detail/timeline.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

JobPtr shared(Job job)
{
    return std::make_shared<const Job>(std::move(job));
}

Job withSteps(std::size_t number, std::size_t running)
{
    Job job{.key = {"local", "many"}, .title = "Many steps"};
    job.startedAt = job.createdAt = sample::now - 200s;
    job.updatedAt = sample::now;
    for (std::size_t i = 0; i < number; ++i) {
        Step step =
            sample::step("Stage " + std::to_string(i + 1), i < running    ? StepState::Completed
                                                           : i == running ? StepState::Running
                                                                          : StepState::Pending);
        if (i <= running)
            step.startedAt = *job.startedAt + std::chrono::seconds(i);
        if (i < running)
            step.finishedAt = *job.startedAt + std::chrono::seconds(i + 1);
        job.steps.push_back(step);
    }
    return job;
}

std::vector<std::size_t> shownSteps(const std::vector<StepRow> &rows)
{
    std::vector<std::size_t> shown;
    for (const StepRow &row : rows) {
        if (row.kind == StepRow::Kind::Step)
            shown.push_back(row.first);
    }
    return shown;
}

std::size_t stepsIn(const std::vector<StepRow> &rows)
{
    std::size_t all = 0;
    for (const StepRow &row : rows)
        all += row.kind == StepRow::Kind::Fewer ? 0 : row.count;
    return all;
}

/// How many pixels of @p ink the line of @p row has.
int inked(Timeline &line, int row, const QColor &ink)
{
    const QImage image = line.grab(line.rectOf(row)).toImage();
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += image.pixelColor(x, y) == ink;
    }
    return pixels;
}

} // namespace

/// When steps ran, which of them are shown, and that nothing is shown that nobody said.
class tst_timeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsThatRunTogetherLieTogether();
    void withoutTimesThereIsNoAxis();
    void aStepThatTheEndCutShortIsNotSkipped();
    void marksAreAtRoundTimes_data();
    void marksAreAtRoundTimes();
    void manyStepsAreFolded_data();
    void manyStepsAreFolded();
    void whatFailedIsNeverFolded();
    void foldedStepsOpen();
    void theArrowsTellEachStep();
    void assistiveToolsFindEachStep();
    void aMessageOfWhatFailedIsShownOnce();
    void aStepToComeHasNoBar();
    void fromRightToLeftItIsMirrored();
};

void tst_timeline::stepsThatRunTogetherLieTogether()
{
    Job job = withSteps(2, 1);
    job.steps[0].startedAt = *job.startedAt;
    job.steps[0].finishedAt = *job.startedAt + 150s;
    job.steps[1].startedAt = *job.startedAt + 50s;
    const auto spans = spansOf(job, sample::now);
    QCOMPARE(*spans[0].from, 0.0);
    QCOMPARE(spans[0].to, 0.75);
    QCOMPARE(*spans[1].from, 0.25);
    QCOMPARE(spans[1].to, 1.0);
    QCOMPARE(*axisOf(job, sample::now), Millis(200'000));
}

void tst_timeline::withoutTimesThereIsNoAxis()
{
    Job job = withSteps(3, 1);
    for (Step &step : job.steps) {
        step.startedAt.reset();
        step.finishedAt.reset();
    }
    QVERIFY(!axisOf(job, sample::now));
    Timeline plain;
    plain.show(shared(job), sample::now);
    Timeline timed;
    timed.show(shared(withSteps(3, 1)), sample::now);
    QVERIFY(plain.sizeHint().height() < timed.sizeHint().height());
    QCOMPARE(plain.rectOf(0).top(), 0);
}

void tst_timeline::aStepThatTheEndCutShortIsNotSkipped()
{
    Step step = sample::step("Link", StepState::Skipped);
    QCOMPARE(stateOf(step), u"skipped"_s);
    step.startedAt = sample::now;
    QCOMPARE(stateOf(step), u"stopped"_s);
}

void tst_timeline::marksAreAtRoundTimes_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing yet") << qint64(1) << 5 << QStringList{u"0"_s};
    QTest::newRow("seconds") << qint64(4500) << 6
                             << QStringList{u"0"_s, u"1 s"_s, u"2 s"_s, u"3 s"_s, u"4 s"_s};
    QTest::newRow("minutes") << qint64(150'000) << 4 << QStringList{u"0"_s, u"1 min"_s, u"2 min"_s};
    QTest::newRow("hours") << qint64(7 * 3'600'000) << 4
                           << QStringList{u"0"_s, u"2 h"_s, u"4 h"_s, u"6 h"_s};
    QTest::newRow("months") << qint64(100) * 86'400'000 << 4
                            << QStringList{u"0"_s, u"40 days"_s, u"80 days"_s};
}

void tst_timeline::marksAreAtRoundTimes()
{
    QFETCH(qint64, ms);
    QFETCH(int, most);
    QStringList names;
    for (const Tick &tick : ticksOf(Millis(ms), most)) {
        names << nameOf(tick, QLocale());
        QCOMPARE(tick.at, double(tick.time.count()) / double(ms));
        QVERIFY(tick.at <= 1);
    }
    QTEST(names, "names");
}

void tst_timeline::manyStepsAreFolded_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("running");
    QTest::newRow("at the beginning") << 20 << 0;
    QTest::newRow("in the middle") << 200 << 90;
    QTest::newRow("at the end") << 200 << 199;
    QTest::newRow("one too many") << 13 << 6;
}

void tst_timeline::manyStepsAreFolded()
{
    QFETCH(int, number);
    QFETCH(int, running);
    const Job job = withSteps(std::size_t(number), std::size_t(running));
    const auto rows = rowsOf(job, false);
    QVERIFY(rows.size() <= mostStepRows);
    QCOMPARE(stepsIn(rows), std::size_t(number));
    const auto shown = shownSteps(rows);
    QVERIFY(std::find(shown.begin(), shown.end(), std::size_t(running)) != shown.end());
    QVERIFY(std::is_sorted(shown.begin(), shown.end()));
    QCOMPARE(rowsOf(job, true).size(), std::size_t(number + 1));
    QCOMPARE(rowsOf(withSteps(mostStepRows, 3), false).size(), mostStepRows);
}

void tst_timeline::whatFailedIsNeverFolded()
{
    Job job = withSteps(100, 99);
    job.steps[3].state = StepState::Failed;
    auto shown = shownSteps(rowsOf(job, false));
    QVERIFY(std::find(shown.begin(), shown.end(), std::size_t(3)) != shown.end());
    // more of them than there are lines: what is folded says that some are among it
    for (Step &step : job.steps)
        step.state = StepState::Failed;
    const auto rows = rowsOf(job, false);
    QVERIFY(rows.size() <= mostStepRows);
    const auto folded = std::find_if(rows.begin(), rows.end(), [](const StepRow &row) {
        return row.kind == StepRow::Kind::Folded;
    });
    QVERIFY(folded != rows.end());
    QCOMPARE(nameOf(*folded, job, QLocale()), u"90 more, of which some failed"_s);
}

void tst_timeline::foldedStepsOpen()
{
    Timeline line;
    line.resize(400, 400);
    line.show(shared(withSteps(30, 0)), sample::now);
    const int folded = line.rowCount();
    QTest::mouseClick(&line, Qt::LeftButton, {}, line.rectOf(folded - 1).center());
    QCOMPARE(line.rowCount(), 31);
    QTest::keyClick(&line, Qt::Key_End);
    QTest::keyClick(&line, Qt::Key_Return);
    QCOMPARE(line.rowCount(), folded);
    // what one job opened is not open for the next
    line.activate(line.rowCount() - 1);
    Job other = withSteps(30, 0);
    other.key.id = "other";
    line.show(shared(other), sample::now);
    QCOMPARE(line.rowCount(), folded);
}

void tst_timeline::theArrowsTellEachStep()
{
    Timeline line;
    line.show(shared(sample::eight()[0]), sample::now);
    QSignalSpy entered(&line, &Timeline::rowEntered);
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Down);
    QCOMPARE(entered.size(), 2);
    QCOMPARE(entered.last().first().toRect(), line.rectOf(2));
    QCOMPARE(line.spoken(line.currentRow()), u"Step 3 of 5, Link, running, 2 min 32 s"_s);
    QTest::keyClick(&line, Qt::Key_End);
    QTest::keyClick(&line, Qt::Key_Down);
    QCOMPARE(line.spoken(line.currentRow()), u"Step 5 of 5, Package, to come"_s);
}

void tst_timeline::assistiveToolsFindEachStep()
{
    auto line = std::make_unique<Timeline>();
    line->show(shared(sample::eight()[0]), sample::now);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(line.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 5);
    QAccessibleInterface *second = list->child(1);
    QVERIFY(second && second->isValid());
    QCOMPARE(second->text(QAccessible::Name), u"Step 2 of 5, Compile, done, 6 min 30 s"_s);
    QCOMPARE(list->indexOfChild(second), 1);
    QCOMPARE(second->parent(), list);
    QCOMPARE(list->child(5), nullptr);
    line->show(shared(withSteps(1, 0)), sample::now);
    QVERIFY(!second->isValid());
    QCOMPARE(second->text(QAccessible::Name), QString());
}

void tst_timeline::aMessageOfWhatFailedIsShownOnce()
{
    Job job = sample::eight()[5];
    const auto failed = std::find_if(job.steps.begin(), job.steps.end(), [](const Step &step) {
        return step.state == StepState::Failed;
    });
    QVERIFY(failed != job.steps.end());
    const int row = int(failed - job.steps.begin());
    Timeline line;
    failed->message = "3 of 5 pods are not ready";
    line.show(shared(job), sample::now);
    QVERIFY(line.rectOf(row).height() > line.rectOf(row - 1).height());
    failed->message = job.error;
    line.show(shared(job), sample::now);
    QCOMPARE(line.rectOf(row).height(), line.rectOf(row - 1).height());
}

void tst_timeline::aStepToComeHasNoBar()
{
    Timeline line;
    line.resize(500, 200);
    line.show(shared(sample::eight()[0]), sample::now);
    const Theme &colours = theme(Scheme::Light);
    QVERIFY(inked(line, 1, colours.of(Tone::Ok)) > 400);
    QVERIFY(inked(line, 2, colours.of(Tone::Accent)) > 400);
    for (const Tone tone : {Tone::Ok, Tone::Bad})
        QVERIFY(inked(line, 3, colours.of(tone)) < 10);
    // one pixel of each line of "now"
    QVERIFY(inked(line, 3, colours.of(Tone::Accent)) < 40);
    line.show(shared(sample::eight()[0]), sample::now, Timeline::Clock::Stands);
    QCOMPARE(inked(line, 3, colours.of(Tone::Accent)), 0);
}

void tst_timeline::fromRightToLeftItIsMirrored()
{
    const auto firstInk = [](Qt::LayoutDirection direction) {
        Timeline line;
        line.setLayoutDirection(direction);
        line.resize(500, 200);
        line.show(shared(sample::eight()[0]), sample::now);
        const QImage image = line.grab(line.rectOf(0)).toImage();
        int first = -1;
        for (int x = 30; x < image.width() - 30 && first < 0; ++x) {
            if (image.pixelColor(x, 13) == theme(Scheme::Light).of(Tone::Ok))
                first = x;
        }
        return first;
    };
    // the first step lies where the axis begins
    QVERIFY(firstInk(Qt::LeftToRight) < 250);
    QVERIFY(firstInk(Qt::RightToLeft) > 250);
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(app, Scheme::Light);
    tst_timeline test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_timeline.moc"
