#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/mainwindow.h"
#include "ui/notice.h"
#include "ui/presence/focusface.h"
#include "ui/presence/focuswindows.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

JobPtr shared(Job job)
{
    return std::make_shared<const Job>(std::move(job));
}

Job inState(State state, const std::string &id = "j1")
{
    Job job{.key = {"local", id}, .title = "Deploy " + id, .kind = "deploy", .state = state};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now - 10s;
    job.can.add(Ask::Cancel);
    if (isFinal(state))
        job.finishedAt = sample::now;
    return job;
}

/// A job that has just come to @p job.state.
Delta begun(const Job &job, std::optional<State> before = {})
{
    Delta delta = sample::changed({job});
    delta.transitions.push_back({shared(job), before});
    return delta;
}

Button *button(const QWidget &window, const QString &text)
{
    for (Button *button : window.findChildren<Button *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

bool says(const QWidget &window, const QString &words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == words && label->isVisibleTo(&window);
    });
}

struct Room
{
    JobModel model{[] { return sample::now; }};
    bool confirmed = true;
    FocusWindows windows;

    explicit Room(Millis lingers = 60s)
        : windows(model, {.now = [] { return sample::now; },
                          .animated = false,
                          .lingers = lingers,
                          .confirm = [this](QWidget *, const Question &) { return confirmed; }})
    {
    }

    void take(const Delta &delta)
    {
        model.apply(delta);
        windows.take(delta);
    }
    FocusWindow *open(const Job &job)
    {
        take(sample::changed({job}));
        windows.open(job.key);
        return windows.window(job.key);
    }
};

} // namespace

/// One job in a window of its own: when it comes, what it says, when it goes.
class tst_focuswindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterSuccessItClosesItself();
    void theTimeUntilThenIsSaid();
    void whatWasOverBeforeStays();
    void afterAnythingElseItStays_data();
    void afterAnythingElseItStays();
    void underThePointerItStays();
    void onceTouchedItStays_data();
    void onceTouchedItStays();
    void thatItRunsAgainEndsTheCountdown();
    void noJobHasTwo();
    void aKindOpensItWithoutTakingTheFocus();
    void onlyWhatHasJustBegunOpensIt_data();
    void onlyWhatHasJustBegunOpensIt();
    void aHundredJobsAreNoHundredWindows();
    void cancelIsAskedOnlyAfterConfirmation();
    void aQuestionIsRead();
    void aSourceThatIsAwayIsSaid();
    void theLogIsInTheMainWindow();
    void anEndIsSeenOnce();
    void whatItShowsIsInView();
    void theSizeIsKept();
    void whatLeavesTheListLeaves();
    void nothingTicksOnceItIsOver();
};

void tst_focuswindow::afterSuccessItClosesItself()
{
    Room room(10ms);
    const QPointer<FocusWindow> window = room.open(inState(State::Running));
    QVERIFY(window && window->isVisible());
    room.take(sample::changed({inState(State::Completed)}));
    QVERIFY(window->isClosing());
    QTRY_VERIFY(!window);
    QCOMPARE(room.windows.count(), std::size_t(0));
}

void tst_focuswindow::theTimeUntilThenIsSaid()
{
    Room room(2s);
    const FocusWindow *window = room.open(inState(State::Running));
    room.take(sample::changed({inState(State::Completed)}));
    // a slow machine may have needed the first of them for the window itself
    QVERIFY(says(*window, u"Closes in 2 s"_s) || says(*window, u"Closes in 1 s"_s));
}

void tst_focuswindow::whatWasOverBeforeStays()
{
    Room room(0ms);
    const FocusWindow *window = room.open(inState(State::Completed));
    QVERIFY(!window->isClosing());
}

void tst_focuswindow::afterAnythingElseItStays_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("said");
    QTest::newRow("failed") << State::Failed << u"Disk full"_s;
    QTest::newRow("canceled") << State::Canceled << QString();
    QTest::newRow("lost") << State::Lost << u"Whoever ran it ended without a word."_s;
}

void tst_focuswindow::afterAnythingElseItStays()
{
    QFETCH(State, state);
    QFETCH(QString, said);
    Room room(0ms);
    FocusWindow *window = room.open(inState(State::Running));
    Job ended = inState(state);
    if (state == State::Failed)
        ended.error = "Disk full";
    room.take(sample::changed({ended}));
    QVERIFY(!window->isClosing());
    QVERIFY(window->isVisible());
    QCOMPARE(window->findChild<Notice *>()->text(), said);
    QVERIFY(button(*window, u"Show log"_s));
}

void tst_focuswindow::underThePointerItStays()
{
    Room room;
    FocusWindow *window = room.open(inState(State::Running));
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(window, &enter);
    room.take(sample::changed({inState(State::Completed)}));
    QVERIFY(!window->isClosing());
    QApplication::sendEvent(window, &leave);
    QVERIFY(window->isClosing());
    QApplication::sendEvent(window, &enter);
    QVERIFY(!window->isClosing());
}

void tst_focuswindow::onceTouchedItStays_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("a click") << Qt::Key(0);
    QTest::newRow("a letter") << Qt::Key_A;
    QTest::newRow("the next button") << Qt::Key_Tab;
}

void tst_focuswindow::onceTouchedItStays()
{
    QFETCH(Qt::Key, key);
    Room room;
    FocusWindow *window = room.open(inState(State::Running));
    room.take(sample::changed({inState(State::Completed)}));
    QVERIFY(window->isClosing());
    if (key == Qt::Key(0))
        QTest::mouseClick(window, Qt::LeftButton, {}, {10, 10});
    else
        QTest::keyClick(window, key);
    QVERIFY(!window->isClosing());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(window, &leave);
    QVERIFY(!window->isClosing());
}

void tst_focuswindow::thatItRunsAgainEndsTheCountdown()
{
    Room room;
    const FocusWindow *window = room.open(inState(State::Running));
    room.take(sample::changed({inState(State::Completed)}));
    QVERIFY(window->isClosing());
    room.take(sample::changed({inState(State::Running)}));
    QVERIFY(!window->isClosing());
}

void tst_focuswindow::noJobHasTwo()
{
    Room room;
    const FocusWindow *window = room.open(inState(State::Running));
    room.windows.open({"local", "j1"});
    QCOMPARE(room.windows.count(), std::size_t(1));
    QCOMPARE(room.windows.window({"local", "j1"}), window);
    room.windows.setKinds({u"deploy"_s});
    room.take(begun(inState(State::Running)));
    QCOMPARE(room.windows.count(), std::size_t(1));
    room.open(inState(State::Running, "j2"));
    QCOMPARE(room.windows.count(), std::size_t(2));
    room.windows.open({"local", "nobody"});
    QCOMPARE(room.windows.count(), std::size_t(2));
}

void tst_focuswindow::aKindOpensItWithoutTakingTheFocus()
{
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    Room room;
    room.windows.setKinds({u"deploy"_s});
    room.take(begun(inState(State::Running)));
    FocusWindow *window = room.windows.window({"local", "j1"});
    QVERIFY(window && window->isVisible());
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QVERIFY(window->testAttribute(Qt::WA_ShowWithoutActivating));
    QVERIFY(!window->isActiveWindow());
    QVERIFY(other.isActiveWindow());
    // whom the person calls gets it
    room.windows.open({"local", "j1"});
    QVERIFY(QTest::qWaitForWindowActive(window));
}

void tst_focuswindow::onlyWhatHasJustBegunOpensIt_data()
{
    QTest::addColumn<Delta>("delta");
    QTest::addColumn<bool>("opens");
    QTest::newRow("new") << begun(inState(State::Running)) << true;
    QTest::newRow("out of the queue") << begun(inState(State::Running), State::Queued) << true;
    QTest::newRow("again") << begun(inState(State::Running), State::Failed) << true;
    QTest::newRow("after a pause") << begun(inState(State::Running), State::Paused) << false;
    QTest::newRow("queued") << begun(inState(State::Queued)) << false;
    Job old = inState(State::Running);
    old.startedAt = sample::now - 1h;
    QTest::newRow("ran long before") << begun(old) << false;
    Job other = inState(State::Running);
    other.kind = "build";
    QTest::newRow("another kind") << begun(other) << false;
    Delta known = begun(inState(State::Running));
    known.reset = true;
    QTest::newRow("known when the window came") << known << false;
    Delta brief = begun(inState(State::Running));
    brief.changes = {sample::change(inState(State::Completed))};
    QTest::newRow("over already") << brief << false;
}

void tst_focuswindow::onlyWhatHasJustBegunOpensIt()
{
    QFETCH(Delta, delta);
    QFETCH(bool, opens);
    Room room;
    room.windows.setKinds({u"deploy"_s});
    room.take(delta);
    QCOMPARE(room.windows.count(), std::size_t(opens ? 1 : 0));
}

void tst_focuswindow::aHundredJobsAreNoHundredWindows()
{
    Room room;
    room.windows.setKinds({u"deploy"_s});
    room.open(inState(State::Running, "mine"));
    for (int i = 0; i < 100; ++i)
        room.take(begun(inState(State::Running, std::to_string(i))));
    QCOMPARE(std::ptrdiff_t(room.windows.count()), 1 + FocusWindows::mostByRule);
}

void tst_focuswindow::cancelIsAskedOnlyAfterConfirmation()
{
    Room room;
    FocusWindow *window = room.open(inState(State::Running));
    QSignalSpy asked(&room.windows, &FocusWindows::askRequested);
    room.confirmed = false;
    button(*window, u"Cancel job"_s)->click();
    QCOMPARE(asked.size(), 0);
    room.confirmed = true;
    button(*window, u"Cancel job"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(1).value<Ask>(), Ask::Cancel);
    Job deaf = inState(State::Running);
    deaf.can = {};
    room.take(sample::changed({deaf}));
    QVERIFY(!button(*window, u"Cancel job"_s));
}

void tst_focuswindow::aQuestionIsRead()
{
    Room room;
    Job job = inState(State::NeedsInput);
    job.question = "Overwrite <b>it</b>?";
    const FocusWindow *window = room.open(job);
    QVERIFY(says(*window, u"Overwrite <b>it</b>?"_s));
    QCOMPARE(window->findChild<FocusFace *>()->look().chip, u"Needs you"_s);
}

void tst_focuswindow::aSourceThatIsAwayIsSaid()
{
    Room room;
    Job job = inState(State::Running);
    job.percent = 40;
    const FocusWindow *window = room.open(job);
    QCOMPARE(window->findChild<FocusFace *>()->look().bar.kind, Bar::Kind::Part);
    room.model.setAway({u"local"_s});
    room.windows.refresh();
    QCOMPARE(window->findChild<FocusFace *>()->look().bar.kind, Bar::Kind::Stale);
    QCOMPARE(window->findChild<FocusFace *>()->look().chip, u"Stale"_s);
}

void tst_focuswindow::theLogIsInTheMainWindow()
{
    MainWindow main(UiOptions{.now = [] { return sample::now; }, .animated = false});
    main.apply(sample::whole({inState(State::Failed), inState(State::Running, "j2")}));
    main.show();
    main.focusWindows().open({"local", "j1"});
    QSignalSpy wanted(&main, &MainWindow::logWanted);
    QSignalSpy raised(&main, &MainWindow::raised);
    button(*main.focusWindows().window({"local", "j1"}), u"Show log"_s)->click();
    QCOMPARE(raised.size(), 1);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<JobKey>().id, std::string("j1"));
}

void tst_focuswindow::anEndIsSeenOnce()
{
    Room room;
    FocusWindow *window = room.open(inState(State::Running));
    QVERIFY(QTest::qWaitForWindowActive(window));
    QSignalSpy seen(&room.windows, &FocusWindows::seenRequested);
    room.take(sample::changed({inState(State::Failed)}));
    Job more = inState(State::Failed);
    more.message = "more of it";
    room.take(sample::changed({more}));
    QCOMPARE(seen.size(), 1);
}

void tst_focuswindow::whatItShowsIsInView()
{
    MainWindow main(UiOptions{.now = [] { return sample::now; }, .animated = false});
    main.apply(sample::whole({inState(State::Running)}));
    QVERIFY(!main.inView());
    main.focusWindows().open({"local", "j1"});
    QVERIFY(QTest::qWaitForWindowActive(main.focusWindows().window({"local", "j1"})));
    QCOMPARE(main.inView()->id, std::string("j1"));
}

void tst_focuswindow::theSizeIsKept()
{
    MainWindow first(UiOptions{.now = [] { return sample::now; }});
    first.apply(sample::whole({inState(State::Running)}));
    first.focusWindows().open({"local", "j1"});
    first.focusWindows().window({"local", "j1"})->resize(610, 420);
    first.focusWindows().window({"local", "j1"})->close();
    MainWindow second(UiOptions{.now = [] { return sample::now; }});
    QVERIFY(second.restoreWindows(first.saveWindows()));
    second.apply(sample::whole({inState(State::Running)}));
    second.focusWindows().open({"local", "j1"});
    QCOMPARE(second.focusWindows().window({"local", "j1"})->size(), QSize(610, 420));
    QVERIFY(!second.restoreWindows("something else"));
    QVERIFY(!second.restoreWindows({}));
}

void tst_focuswindow::whatLeavesTheListLeaves()
{
    Room room;
    room.open(inState(State::Failed));
    Delta gone{.rev = 9};
    gone.changes.push_back({{"local", "j1"}, nullptr, 9});
    room.take(gone);
    QCOMPARE(room.windows.count(), std::size_t(0));
}

void tst_focuswindow::nothingTicksOnceItIsOver()
{
    Room room;
    const FocusWindow *window = room.open(inState(State::Running));
    QTRY_VERIFY(window->isTicking());
    room.take(sample::changed({inState(State::Failed)}));
    QVERIFY(!window->isTicking());
    room.take(sample::changed({inState(State::Queued)}));
    QVERIFY(!window->isTicking());
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
    // out of the way: a window under the pointer does not close itself
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight());
    tst_focuswindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_focuswindow.moc"
