#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/frame.h"
#include "ui/mainwindow.h"
#include "ui/presence/compactstrip.h"
#include "ui/presence/focuswindows.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Job named(const std::string &id, State state, std::chrono::seconds ago = 60s)
{
    Job job{.key = {"local", id}, .title = "Job " + id, .state = state};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now - ago;
    if (isFinal(state))
        job.finishedAt = sample::now;
    return job;
}

QStringList shownIn(const StripState &state)
{
    QStringList ids;
    for (const StripState::Line &line : state.lines)
        ids << text::of(line.key.id);
    return ids;
}

struct Room
{
    MainWindow window{UiOptions{.now = [] { return sample::now; }, .animated = false}};

    explicit Room(const std::vector<Job> &jobs)
    {
        window.apply(sample::whole(jobs));
        window.show();
    }
    StripLine *line(int number) { return window.strip().findChildren<StripLine *>().value(number); }
};

} // namespace

/// The strip of what runs: what is in it, and the ways in and out.
class tst_compact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsAPersonComesFirst();
    void whatIsBeyondItsLinesIsCounted();
    void anEmptyOneSaysSo();
    void whatFailedIsSaid();
    void itFollowsTheModel();
    void itIsAsHighAsItsLines();
    void itTakesThePlaceOfTheWindow();
    void withATrayTheWindowHides();
    void aDoubleClickGoesBackToTheJob();
    void theKeyboardReachesAll();
    void closingItGoesBack();
    void thePlaceIsKept();
    void aPlaceThatIsGoneIsNotUsed();
    void nothingTicksWhereNothingMoves();
};

void tst_compact::whatNeedsAPersonComesFirst()
{
    JobModel model([] { return sample::now; });
    model.apply(sample::whole({named("old", State::Running, 90s), named("new", State::Running, 5s),
                               named("held", State::Paused, 1s), named("asks", State::NeedsInput),
                               named("waits", State::Queued), named("over", State::Completed)}));
    const StripState state = stripStateOf(model, sample::now, QLocale(), 5);
    QCOMPARE(shownIn(state), (QStringList{u"asks"_s, u"new"_s, u"old"_s, u"held"_s}));
    QCOMPARE(state.more, 0);
}

void tst_compact::whatIsBeyondItsLinesIsCounted()
{
    JobModel model([] { return sample::now; });
    std::vector<Job> jobs;
    for (int i = 0; i < 8; ++i)
        jobs.push_back(named(std::to_string(i), State::Running, std::chrono::seconds(i)));
    model.apply(sample::whole(jobs));
    const StripState state = stripStateOf(model, sample::now, QLocale(), 5);
    QCOMPARE(shownIn(state), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(state.more, 3);
}

void tst_compact::anEmptyOneSaysSo()
{
    JobModel model([] { return sample::now; });
    model.apply(sample::whole({named("over", State::Completed), named("waits", State::Queued)}));
    const StripState state = stripStateOf(model, sample::now, QLocale(), 5);
    QVERIFY(state.lines.empty());
    QCOMPARE(state.summary, u"Nothing runs"_s);
}

void tst_compact::whatFailedIsSaid()
{
    JobModel model([] { return sample::now; });
    Job seen = named("seen", State::Failed);
    seen.seen = true;
    model.apply(sample::whole({named("a", State::Failed), named("b", State::Lost), seen}));
    QCOMPARE(stripStateOf(model, sample::now, QLocale(), 5).failed, u"2 failed"_s);
}

void tst_compact::itFollowsTheModel()
{
    Room room({named("a", State::Running)});
    room.window.setCompact(true);
    QCOMPARE(shownIn(room.window.strip().state()), QStringList{u"a"_s});
    room.window.apply(sample::changed({named("b", State::NeedsInput)}));
    QTRY_COMPARE(shownIn(room.window.strip().state()), (QStringList{u"b"_s, u"a"_s}));
    QVERIFY(room.line(0)->accessibleName().startsWith(u"Job b, Needs you"_s));
    room.window.apply(
        sample::changed({named("a", State::Completed), named("b", State::Completed)}));
    QTRY_VERIFY(room.window.strip().state().lines.empty());
    QVERIFY(room.line(0)->isHidden());
}

void tst_compact::itIsAsHighAsItsLines()
{
    Room room({named("a", State::Running)});
    room.window.setCompact(true);
    const int one = room.window.strip().height();
    room.window.apply(sample::changed({named("b", State::Running)}));
    QTRY_COMPARE(room.window.strip().height(), one + room.line(0)->height());
    QVERIFY(room.line(1)->geometry().bottom() < room.window.strip().height());
}

void tst_compact::itTakesThePlaceOfTheWindow()
{
    Room room({named("a", State::Running)});
    QVERIFY(QTest::qWaitForWindowActive(&room.window));
    QTest::keyClick(&room.window, Qt::Key_M, Qt::ControlModifier);
    QVERIFY(room.window.isCompact());
    QVERIFY(room.window.isMinimized());
    QVERIFY(room.window.strip().windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    room.window.setCompact(false);
    QVERIFY(!room.window.isCompact());
    QVERIFY(room.window.isVisible() && !room.window.isMinimized());
    // fetched from the task bar
    room.window.setCompact(true);
    room.window.showNormal();
    QTRY_VERIFY(!room.window.isCompact());
    // and by the button under the list
    for (IconButton *button : room.window.findChild<StatusLine *>()->findChildren<IconButton *>())
        button->click();
    QVERIFY(room.window.isCompact());
}

void tst_compact::withATrayTheWindowHides()
{
    Room room({named("a", State::Running)});
    room.window.setTrayAvailable(true);
    room.window.setCompact(true);
    QVERIFY(room.window.isHidden());
    room.window.raiseWindow();
    QVERIFY(!room.window.isCompact());
    QVERIFY(room.window.isVisible());
}

void tst_compact::aDoubleClickGoesBackToTheJob()
{
    Room room({named("a", State::Running, 5s), named("b", State::Running, 60s)});
    room.window.setCompact(true);
    QSignalSpy wanted(&room.window, &MainWindow::logWanted);
    QTest::mouseDClick(room.line(1), Qt::LeftButton);
    QVERIFY(!room.window.isCompact());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<JobKey>().id, std::string("b"));
}

void tst_compact::theKeyboardReachesAll()
{
    Room room({named("a", State::Running, 5s), named("b", State::Running, 60s)});
    room.window.setCompact(true);
    CompactStrip &strip = room.window.strip();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    room.line(0)->setFocus();
    QTest::keyClick(room.line(0), Qt::Key_Down);
    QVERIFY(room.line(1)->hasFocus());
    QTest::keyClick(room.line(1), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.window.focusWindows().window({"local", "b"}));
    QVERIFY(room.window.isCompact());
    QSignalSpy wanted(&room.window, &MainWindow::logWanted);
    QTest::keyClick(room.line(1), Qt::Key_Return);
    QVERIFY(!room.window.isCompact());
    QCOMPARE(wanted.size(), 1);
    room.window.setCompact(true);
    QTest::keyClick(&strip, Qt::Key_Escape);
    QVERIFY(!room.window.isCompact());
}

void tst_compact::closingItGoesBack()
{
    Room room({named("a", State::Running)});
    room.window.setTrayAvailable(true);
    room.window.setCompact(true);
    room.window.strip().close();
    QVERIFY(!room.window.isCompact());
    QVERIFY(room.window.isVisible());
}

void tst_compact::thePlaceIsKept()
{
    Room room({named("a", State::Running)});
    room.window.setCompact(true);
    room.window.strip().move(40, 60);
    room.window.setCompact(false);
    MainWindow second(UiOptions{.now = [] { return sample::now; }});
    QVERIFY(second.restoreWindows(room.window.saveWindows()));
    second.setCompact(true);
    QCOMPARE(second.strip().pos(), QPoint(40, 60));
}

void tst_compact::aPlaceThatIsGoneIsNotUsed()
{
    Room room({named("a", State::Running)});
    CompactStrip &strip = room.window.strip();
    strip.place(QPoint(90'000, 90'000));
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(strip.geometry()));
}

void tst_compact::nothingTicksWhereNothingMoves()
{
    Job timed = named("a", State::Running);
    timed.etaS = 100;
    Room room({timed});
    CompactStrip &strip = room.window.strip();
    QVERIFY(!strip.isTicking());
    room.window.setCompact(true);
    QTRY_VERIFY(strip.isTicking());
    room.window.apply(sample::changed({named("a", State::Completed)}));
    QTRY_VERIFY(!strip.isTicking());
    room.window.apply(sample::changed({timed}));
    QTRY_VERIFY(strip.isTicking());
    room.window.setCompact(false);
    QVERIFY(!strip.isTicking());
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(app, Scheme::Light);
    tst_compact test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_compact.moc"
