#include "tests/support/contrast.h"
#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/detail/timeline.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/presence/toasts.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UiOptions options(bool animated = false)
{
    UiOptions made;
    made.now = [] { return sample::now; };
    made.animated = animated;
    return made;
}

Transition turned(Job job, std::optional<State> before)
{
    return {std::make_shared<const Job>(std::move(job)), before};
}

Job named(const std::string &id, State state)
{
    Job job{.key = {"local", id}, .title = "Job " + id, .state = state};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now - 60s;
    if (isFinal(state))
        job.finishedAt = sample::now;
    return job;
}

News news(const std::string &id, News::Kind kind)
{
    return {.kind = kind, .title = text::of(id), .job = {"local", id}, .stays = 5s};
}

} // namespace

class tst_ui : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void aRowSaysWhatItKnows_data();
    void aRowSaysWhatItKnows();
    void aQuestionKeepsItsPlaceWhateverWasAsked();
    void aRowSaysItsStateOnce_data();
    void aRowSaysItsStateOnce();
    void ofIsSaidOnlyWhenMoreIsKnown();
    void manyStepsShareTheirDots();
    void theBarShowsTheStepWhereTheJobKnowsNoPercent();
    void whatIsNews_data();
    void whatIsNews();
    void moreThanFiveNewsBecomeOne();
    void whoNeedsAnAnswerKeepsItsToast();
    void aToastDoesNotTakeTheFocus();
    void whatIsMutedHasNoToast();
    void anAnsweredQuestionTakesItsToastAway();
    void jobsThatRanBeforeAreNotAnnounced();
    void nothingIsChosenForThePerson();
    void choosingAJobAsksForItsLog();
    void anEndedJobThatIsLookedAtIsSeenOnce();
    void cancelIsAskedOnlyAfterConfirmation();
    void onlySafeLinksOpen_data();
    void onlySafeLinksOpen();
    void stepsLieOnOneAxis();
    void nothingTicksWhereNothingMoves();
    void rowsAreReadAloud();
    void theFilterIsReachedByKey();
    void anEmptyListSaysWhatToDo();
    void aSourceThatIsAwayIsTold();
    void aDialectThatMessagesToldIsSaid();
    void anEmptyListOfASourceThatIsAwayClaimsNothing();
    void aTakenPortIsNamed();
    void closingWithoutTrayNeverHides();
};

void tst_ui::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(*qApp, Scheme::Light);
}

void tst_ui::everyTextCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Theme &colours = theme(scheme);
        const QByteArray name = scheme == Scheme::Dark ? "dark " : "light ";
        const auto row = [&](const QByteArray &what, const QColor &ink, const QColor &ground,
                             double least) {
            QTest::newRow((name + what).constData()) << ink << ground << least;
        };
        for (const QColor &ground :
             {colours.ground, colours.side, colours.foot, colours.selected, colours.raised}) {
            row("text on " + ground.name().toLatin1(), colours.text, ground, 4.5);
            row("secondary on " + ground.name().toLatin1(), colours.secondary, ground, 4.5);
        }
        for (int i = 0; i < 5; ++i) {
            const QByteArray tone = "tone " + QByteArray::number(i);
            row(tone, colours.of(Tone(i)), colours.ground, 4.5);
            row(tone + " on its tint", colours.of(Tone(i)), colours.tint(Tone(i)), 4.5);
            row(tone + " on the side", colours.of(Tone(i)), colours.side, 4.5);
            if (Tone(i) != Tone::Idle)
                row(tone + " against the track", colours.of(Tone(i)), colours.track, 3);
        }
        row("primary button", colours.onAccent, colours.of(Tone::Accent), 4.5);
        row("pending dot", colours.pending, colours.ground, 3);
        row("stopped bar", colours.stopped, colours.ground, 3);
    }
}

void tst_ui::everyTextCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
}

void tst_ui::aRowSaysWhatItKnows_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("away");
    QTest::addColumn<QString>("about");
    QTest::addColumn<QString>("percent");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("chip");
    const auto row = [](const char *name, int index, bool away) -> QTestData & {
        return QTest::newRow(name) << index << away;
    };
    row("running", 0, false) << u"buildbox-02  ·  ninja  ·  started 14:08"_s << u"62%"_s
                             << u"1,871 / 2,998 targets"_s << u"2 min 14 s left"_s
                             << u"38.2 targets/s"_s << u"Running"_s;
    row("no total", 2, false) << u"indexer  ·  started 14:15"_s << QString()
                              << u"18,204 items so far"_s << u"No estimate yet"_s
                              << u"412 items/s"_s << u"Running"_s;
    row("away", 3, true) << u"nas-01  ·  rsync  ·  last update 12 s ago"_s << u"71%"_s
                         << u"61.4 / 86.1 GB"_s << u"Reconnecting"_s << u"was 94 MB/s"_s
                         << u"Stale"_s;
    row("queued", 4, false) << u"gpu-03  ·  train.py  ·  queued 14:11"_s << QString()
                            << u"Second in line"_s << QString() << QString() << u"Queued"_s;
    row("failed", 5, false) << u"ci  ·  deploy.sh  ·  failed 14:06"_s << u"55%"_s
                            << u"Health check timed out after 30 s"_s << u"Exit code 2"_s
                            << u"after 3 min 41 s"_s << u"Failed"_s;
    row("completed", 6, false) << u"restic  ·  finished 14:02"_s << u"100%"_s
                               << u"48.2 GB  ·  12,930 files"_s << u"6 min 03 s"_s << u"133 MB/s"_s
                               << u"Completed"_s;
    row("canceled", 7, false) << u"wget  ·  canceled 13:47"_s << u"43%"_s << u"1.6 / 3.7 GB"_s
                              << u"After 1 min 12 s"_s << QString() << u"Canceled"_s;
}

void tst_ui::aRowSaysWhatItKnows()
{
    QFETCH(int, index);
    QFETCH(bool, away);
    const RowLook look = lookOf(sample::eight()[std::size_t(index)], away, sample::now, QLocale());
    QTEST(look.about, "about");
    QTEST(look.percent, "percent");
    QTEST(look.amount, "amount");
    QTEST(look.time, "time");
    QTEST(look.rate, "rate");
    QTEST(look.chip, "chip");
}

void tst_ui::aQuestionKeepsItsPlaceWhateverWasAsked()
{
    Job job = named("asks", State::NeedsInput);
    job.question = "Overwrite it?";
    job.asked = Ask::Pause;
    const RowLook look = lookOf(job, false, sample::now, QLocale());
    QCOMPARE(look.amount, u"Overwrite it?"_s);
    QCOMPARE(look.time, QString()); // the chip says that it waits, the question for what
    QCOMPARE(look.rate, u"Asked to pause"_s);
}

void tst_ui::aRowSaysItsStateOnce_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("sinceBesideChip");
    QTest::newRow("paused") << State::Paused << QString() << u"started 14:17"_s;
    QTest::newRow("canceled") << State::Canceled << u"After 1 min"_s << u"14:18"_s;
    QTest::newRow("failed") << State::Failed << u"After 1 min"_s << u"14:18"_s;
    QTest::newRow("completed") << State::Completed << u"1 min"_s << u"14:18"_s;
    QTest::newRow("queued") << State::Queued << QString() << u"14:18"_s;
    QTest::newRow("running") << State::Running << u"No estimate yet"_s << u"started 14:17"_s;
}

void tst_ui::aRowSaysItsStateOnce()
{
    QFETCH(State, state);
    const RowLook look = lookOf(named("a", state), false, sample::now, QLocale());
    QTEST(look.time, "time");
    QTEST(look.sinceBesideChip, "sinceBesideChip");
    QVERIFY(look.time != look.chip && look.rate != look.chip);
}

void tst_ui::ofIsSaidOnlyWhenMoreIsKnown()
{
    Job job{.steps = {sample::step("Fetch", StepState::Completed),
                      sample::step("Build", StepState::Running)}};
    QCOMPARE(stepText(job, QLocale()).place, u"Step 2"_s);
    job.steps.push_back(sample::step("Test", StepState::Pending));
    QCOMPARE(stepText(job, QLocale()).place, u"Step 2 of 3"_s);
    QCOMPARE(stepText(job, QLocale()).name, u"Build"_s);
}

void tst_ui::manyStepsShareTheirDots()
{
    std::vector<StepState> steps(200, StepState::Pending);
    std::fill_n(steps.begin(), 90, StepState::Completed);
    steps[90] = StepState::Running;
    const auto dots = gathered(steps, 20);
    QCOMPARE(dots.size(), std::size_t(20));
    QCOMPARE(dots[0], StepState::Completed);
    QCOMPARE(dots[9], StepState::Running);
    QCOMPARE(dots[19], StepState::Pending);
    steps[150] = StepState::Failed;
    QCOMPARE(gathered(steps, 20)[15], StepState::Failed);
    QCOMPARE(gathered({StepState::Running}, 20).size(), std::size_t(1));
}

void tst_ui::theBarShowsTheStepWhereTheJobKnowsNoPercent()
{
    Job job{.steps = {sample::step("Receiving objects", StepState::Running)}};
    job.steps[0].percent = 51.9;
    const RowLook look = lookOf(job, false, sample::now, QLocale());
    QCOMPARE(look.percent, u"51%"_s);
    QCOMPARE(look.amount, u"of Receiving objects"_s);
    QCOMPARE(look.bar.kind, Bar::Kind::Part);
    QCOMPARE(look.bar.fraction, 0.519);
    // a message that repeats the step is not shown beside it
    job.message = "Receiving objects";
    job.current = 12;
    job.total = 30;
    job.unit = "objects";
    QCOMPARE(lookOf(job, false, sample::now, QLocale()).amount, u"12 / 30 objects"_s);
    job.message = "Receiving objects, 4.2 MiB";
    QCOMPARE(lookOf(job, false, sample::now, QLocale()).amount, u"12 / 30 objects  ·  4.2 MiB"_s);
    // a completed job fills its bar, and invents no number
    const Job done{.state = State::Completed};
    QCOMPARE(barOf(done, false).fraction, 1.0);
    QCOMPARE(percentOf(done, QLocale()).percent, QString());
}

void tst_ui::whatIsNews_data()
{
    using Before = std::optional<State>;
    QTest::addColumn<Before>("before");
    QTest::addColumn<State>("after");
    QTest::addColumn<bool>("already");
    QTest::addColumn<int>("kind"); // -1: none
    const auto row = [](const char *name, Before before, State after, bool already, int kind) {
        QTest::newRow(name) << before << after << already << kind;
    };
    using Kind = News::Kind;
    row("new", {}, State::Running, false, int(Kind::Started));
    row("ran before", {}, State::Running, true, -1);
    row("its turn", State::Queued, State::Running, false, int(Kind::Started));
    row("goes on", State::Paused, State::Running, false, -1);
    row("answered", State::NeedsInput, State::Running, false, -1);
    row("again", State::Failed, State::Running, false, int(Kind::Started));
    row("waits", State::Running, State::NeedsInput, false, int(Kind::NeedsYou));
    row("done", State::Running, State::Completed, false, int(Kind::Completed));
    row("failed", State::Running, State::Failed, false, int(Kind::Failed));
    row("canceled", State::Running, State::Canceled, false, int(Kind::Canceled));
    row("lost", State::Running, State::Lost, false, int(Kind::Lost));
    row("queued", {}, State::Queued, false, -1);
    row("the same", State::Running, State::Running, false, -1);
}

void tst_ui::whatIsNews()
{
    QFETCH(std::optional<State>, before);
    QFETCH(State, after);
    QFETCH(bool, already);
    const auto said = newsOf(turned(named("a", after), before), already, QLocale());
    QTEST(said ? int(said->kind) : -1, "kind");
}

void tst_ui::moreThanFiveNewsBecomeOne()
{
    QWidget host;
    host.resize(1000, 800);
    ToastStack stack(&host, 40);
    for (int i = 0; i < 3; ++i)
        stack.show(news("j" + std::to_string(i), News::Kind::Completed));
    QCOMPARE(stack.toasts().size(), 3);
    for (int i = 3; i < 12; ++i)
        stack.show(news("j" + std::to_string(i), News::Kind::Completed));
    QCOMPARE(stack.toasts().size(), 1);
    QCOMPARE(stack.toasts().first()->news().kind, News::Kind::Digest);
    QCOMPARE(stack.toasts().first()->news().text, u"12 completed"_s);
}

void tst_ui::whoNeedsAnAnswerKeepsItsToast()
{
    QWidget host;
    host.resize(1000, 800);
    ToastStack stack(&host, 40);
    News asks = news("asks", News::Kind::NeedsYou);
    asks.stays = 0s;
    stack.show(asks);
    for (int i = 0; i < 12; ++i)
        stack.show(news("j" + std::to_string(i), News::Kind::Started));
    QCOMPARE(stack.toasts().size(), 2);
    QCOMPARE(stack.toasts().first()->news().job.id, std::string("asks"));
    // the job's next news replaces what was said of it before
    stack.show(news("asks", News::Kind::Canceled));
    for (const Toast *toast : stack.toasts())
        QVERIFY(toast->news().kind != News::Kind::NeedsYou || toast->news().job.id != "asks");
}

void tst_ui::aToastDoesNotTakeTheFocus()
{
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *field = window.findChild<SearchField *>();
    field->setFocus();
    Delta delta{.rev = 100, .changes = {sample::change(named("new", State::Running))}};
    delta.transitions = {turned(named("new", State::Running), {})};
    window.apply(delta);
    QCOMPARE(window.toasts().toasts().size(), 1);
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_A);
    QCOMPARE(field->text(), u"a"_s);
}

void tst_ui::whatIsMutedHasNoToast()
{
    MainWindow window(options());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy told(&window, &MainWindow::newsReady);
    Job job = named("a", State::Failed);
    job.kind = "ninja";
    NotificationRules rules;
    rules.mutedKinds = {u"ninja"_s};
    window.setRules(rules);
    Delta delta{.rev = 100, .changes = {sample::change(job)}};
    delta.transitions = {turned(job, State::Running)};
    window.apply(delta);
    QCOMPARE(window.toasts().toasts().size(), 0);
    window.setRules({});
    window.apply(delta);
    QCOMPARE(window.toasts().toasts().size(), 1);
    QCOMPARE(told.size(), 2);
    const auto first = told[0][0].value<News>();
    QCOMPARE(first.kindOfJob, u"ninja"_s);
    QCOMPARE(first.ran, std::optional<Millis>(60s));
    QVERIFY(!first.canRetry);
    QVERIFY(!window.inView());
    window.selectJob(job.key);
    QCOMPARE(window.inView(), std::optional<JobKey>(job.key));
}

void tst_ui::anAnsweredQuestionTakesItsToastAway()
{
    MainWindow window(options());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto turn = [&](State from, State to) {
        Delta delta{.rev = 100, .changes = {sample::change(named("a", to))}};
        delta.transitions = {turned(named("a", to), from)};
        window.apply(delta);
    };
    turn(State::Running, State::NeedsInput);
    QCOMPARE(window.toasts().toasts().size(), 1);
    turn(State::NeedsInput, State::Running);
    QCOMPARE(window.toasts().toasts().size(), 0);
}

void tst_ui::jobsThatRanBeforeAreNotAnnounced()
{
    MainWindow window(options());
    QSignalSpy told(&window, &MainWindow::newsReady);
    Delta delta = sample::whole(sample::eight());
    for (const Job &job : sample::eight()) {
        if (job.state == State::Running)
            delta.transitions.push_back(turned(job, {}));
    }
    window.apply(delta);
    QCOMPARE(told.size(), 0);
}

void tst_ui::nothingIsChosenForThePerson()
{
    MainWindow window(options());
    QSignalSpy wanted(&window, &MainWindow::logWanted);
    window.apply(sample::whole(sample::eight()));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(window.list().hasFocus());
    QCOMPARE(wanted.size(), 0);
    QVERIFY(window.detail().isHidden());
    QTest::keyClick(&window.list(), Qt::Key_Down);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(window.detail().isVisible());
    QTest::keyClick(&window.list(), Qt::Key_Escape);
    QVERIFY(window.detail().isHidden());
    QTest::mouseClick(window.list().viewport(), Qt::LeftButton, {},
                      QPoint(200, 3 * jobRowHeight + 20));
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][0].value<JobKey>(), window.model().jobAt(3)->key);
}

void tst_ui::choosingAJobAsksForItsLog()
{
    MainWindow window(options());
    window.resize(1200, 760);
    window.apply(sample::whole(sample::eight()));
    window.show();
    QSignalSpy wanted(&window, &MainWindow::logWanted);
    QSignalSpy unwanted(&window, &MainWindow::logUnwanted);
    const JobKey build{"buildbox-02", "b1"};
    const JobKey scan{"local", "s1"};
    window.selectJob(build);
    window.selectJob(scan);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(unwanted.size(), 1);
    QCOMPARE(unwanted[0][0].value<JobKey>(), build);
    window.showLog(build, {{1, sample::now, "", "not mine"}}, 0, false);
    window.showLog(scan, {{1, sample::now, "", "mine"}}, 0, false);
    QCOMPARE(window.detail().log()->view()->wholeText(), u"mine"_s);
    Delta gone{.rev = 99, .changes = {{scan, nullptr, 99}}};
    window.apply(gone);
    QCOMPARE(unwanted.size(), 2);
    QVERIFY(window.detail().isHidden());
}

void tst_ui::anEndedJobThatIsLookedAtIsSeenOnce()
{
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy seen(&window, &MainWindow::seenRequested);
    window.selectJob({"buildbox-02", "b1"});
    QCOMPARE(seen.size(), 0);
    window.selectJob({"local", "r1"});
    QCOMPARE(seen.size(), 1);
    window.apply(sample::changed({sample::eight()[6]}));
    QCOMPARE(seen.size(), 1);
}

void tst_ui::cancelIsAskedOnlyAfterConfirmation()
{
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    window.show();
    window.selectJob({"buildbox-02", "b1"});
    QSignalSpy asked(&window, &MainWindow::askRequested);
    const auto press = [&](const QString &name) {
        for (Button *button : window.detail().findChildren<Button *>()) {
            if (button->text() == name && button->isVisible())
                button->click();
        }
    };
    bool answer = false;
    QString kept;
    window.detail().setConfirm([&](QWidget *, const Question &question) {
        kept = question.no;
        return answer;
    });
    press(u"Cancel job"_s);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(kept, u"Let it run"_s);
    answer = true;
    press(u"Cancel job"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][1].value<Ask>(), Ask::Cancel);
    press(u"Pause"_s);
    QCOMPARE(asked.size(), 2);
    press(u"Resume"_s); // not offered while it runs
    QCOMPARE(asked.size(), 2);
    Job paused = sample::eight()[0];
    paused.state = State::Paused;
    window.apply(sample::changed({paused}));
    answer = false;
    press(u"Cancel job"_s);
    QCOMPARE(kept, u"Keep it"_s);
}

void tst_ui::onlySafeLinksOpen_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://example.org/build/7"_s << true;
    QTest::newRow("file") << u"file:///home/me/result.txt"_s << true;
    QTest::newRow("another machine's file") << u"file://server/share/x.exe"_s << false;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("program") << u"ssh://host/"_s << false;
    QTest::newRow("no host") << u"http:///x"_s << false;
    QTest::newRow("relative") << u"result.txt"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void tst_ui::onlySafeLinksOpen()
{
    QFETCH(QString, url);
    QTEST(isOpenable(QUrl(url, QUrl::StrictMode)), "opens");
}

void tst_ui::stepsLieOnOneAxis()
{
    Job job = sample::eight()[0];
    const auto spans = spansOf(job, *job.startedAt + 10min);
    QCOMPARE(spans.size(), std::size_t(5));
    QCOMPARE(*spans[0].from, 0.0);
    QCOMPARE(spans[0].to, 70.0 / 600);
    QCOMPARE(*spans[1].from, spans[0].to);
    QCOMPARE(spans[2].to, 1.0);
    QCOMPARE(*spans[2].took, Millis(140'000));
    QVERIFY(!spans[3].from);
}

void tst_ui::nothingTicksWhereNothingMoves()
{
    MainWindow window(options(true));
    Delta ended = sample::whole({sample::eight()[5], sample::eight()[7]});
    window.apply(ended);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(!window.list().isTicking());
    QVERIFY(!window.list().isMoving());
    window.apply(sample::whole({sample::eight()[0], sample::eight()[2]}));
    QTRY_VERIFY(window.list().isTicking());
    QTRY_VERIFY(window.list().isMoving());
    window.apply(ended);
    QTRY_VERIFY(!window.list().isMoving());
    QTRY_VERIFY(!window.list().isTicking());
}

void tst_ui::rowsAreReadAloud()
{
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    const QModelIndex row =
        window.list().model()->index(window.model().rowOf({"buildbox-02", "b1"}), 0);
    const QString said = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY(said.startsWith(u"Nightly build · main, Running, 62%"_s));
    QVERIFY(said.contains(u"Step 3 of 5 Link"_s));
    QVERIFY(said.contains(u"2 min 14 s left"_s));
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&window.list());
    QVERIFY(table);
    QCOMPARE(table->text(QAccessible::Name), u"Jobs"_s);
    QVERIFY(table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), 8);
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        QAccessibleInterface *face =
            QAccessible::queryAccessibleInterface(const_cast<QAbstractButton *>(button));
        QVERIFY(!face->text(QAccessible::Name).isEmpty() || !button->isVisible());
    }
}

void tst_ui::theFilterIsReachedByKey()
{
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *field = window.findChild<SearchField *>();
    QVERIFY(window.list().hasFocus());
    QTest::keyClick(&window.list(), Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"ffmpeg"_s);
    QCOMPARE(window.model().rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(window.model().rowCount(), 8);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(window.list().hasFocus());
    QTest::keyClick(&window.list(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
}

void tst_ui::anEmptyListSaysWhatToDo()
{
    UiOptions made = options();
    made.curl = u"curl http://127.0.0.1:4680/"_s;
    MainWindow window(made);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy sample(&window, &MainWindow::sampleRequested);
    for (Button *button : window.findChildren<Button *>()) {
        if (button->isVisible() && button->text() == u"Run a sample job"_s)
            button->click();
    }
    QCOMPARE(sample.size(), 1);
    window.apply(sample::whole(sample::eight()));
    QVERIFY(window.list().isVisible());
    window.findChild<SearchField *>()->setText(u"zzz"_s);
    QVERIFY(!window.list().isVisible());
    for (Button *button : window.findChildren<Button *>()) {
        if (button->isVisible() && button->text() == u"Show all jobs"_s)
            button->click();
    }
    QVERIFY(window.list().isVisible());
}

void tst_ui::aSourceThatIsAwayIsTold()
{
    const SourceState nas{.name = u"nas-01"_s,
                          .link = SourceState::Link::Reconnecting,
                          .since = sample::now - 12s,
                          .nextAttempt = sample::now + 4s};
    SourceState known = nas;
    known.wasReached = true;
    QCOMPARE(awayText({known}, 1, sample::now).lead, u"Lost contact with nas-01"_s);
    QCOMPARE(awayText({nas}, 1, sample::now).rest.join(u' '),
             u"Away since 14:18. Trying again in 4 s. One job may be out of date."_s);
    SourceState here = nas;
    here.name = u"local"_s;
    QCOMPARE(awayText({here}, 0, sample::now).lead,
             u"Lost contact with the tracker of this computer"_s);
    QVERIFY(!isAway(nas, sample::now - 10s)); // a hiccup of two seconds is nobody's business
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    QSignalSpy retry(&window, &MainWindow::retrySourceRequested);
    window.setSources({nas});
    window.show();
    for (Button *button : window.findChildren<Button *>()) {
        if (button->isVisible() && button->text() == u"Retry now"_s)
            button->click();
    }
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry[0][0].toString(), u"nas-01"_s);
    const JobPtr job = window.model().job({"nas-01", "y1"});
    QVERIFY(window.model().isAway(*job));
    QCOMPARE(barOf(*job, true).kind, Bar::Kind::Stale);
}

void tst_ui::aDialectThatMessagesToldIsSaid()
{
    SourceState far{.name = u"far"_s};
    far.address = u"https://h/stream"_s;
    QCOMPARE(addressText(far), u"https://h/stream"_s);
    far.dialect = u"Scans"_s;
    QCOMPARE(addressText(far), u"Scans · https://h/stream"_s);
    far.isDialectFound = true;
    QCOMPARE(addressText(far), u"Scans, by its messages · https://h/stream"_s);
}

void tst_ui::anEmptyListOfASourceThatIsAwayClaimsNothing()
{
    MainWindow window(options());
    window.show();
    const auto reads = [&](const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        const auto buttons = window.findChildren<Button *>();
        const auto says = [&](const auto *widget) {
            return widget->isVisible() && widget->text() == words;
        };
        return std::any_of(labels.begin(), labels.end(), says) ||
               std::any_of(buttons.begin(), buttons.end(), says);
    };
    SourceState source{.name = u"local"_s};
    window.setSources({source});
    QVERIFY(reads(u"Nothing is afoot yet"_s));
    source.link = SourceState::Link::Reconnecting;
    source.since = sample::now - 12s;
    window.setSources({source});
    QVERIFY(reads(u"The jobs are not known right now"_s));
    QVERIFY(!reads(u"Run a sample job"_s));
    QVERIFY(!reads(u"Show all jobs"_s));
    window.setSources({source, {.name = u"nas-01"_s}});
    QVERIFY(reads(u"Nothing is afoot yet"_s));
    window.setSources({{.name = u"local"_s}});
    QVERIFY(reads(u"Run a sample job"_s));
}

void tst_ui::aTakenPortIsNamed()
{
    const QString path = u"/run/user/1000/afoot/tracker.sock"_s;
    QCOMPARE(listeningText(path, 4680, {}).text, u"Listening on 127.0.0.1:4680"_s);
    QCOMPARE(listeningText(path, {}, {}).text, u"Listening on its socket only"_s);
    const Listening taken = listeningText(path, {}, 4680);
    QCOMPARE(taken.text, u"Port 4680 is taken; listening on its socket only"_s);
    QVERIFY(taken.tip.contains(path));
    MainWindow window(options());
    window.setListening(taken, true);
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == taken.text && label->toolTip().contains(path);
    }));
}

void tst_ui::closingWithoutTrayNeverHides()
{
    MainWindow window(options());
    QSignalSpy quit(&window, &MainWindow::quitRequested);
    window.show();
    window.close();
    QCOMPARE(quit.size(), 1);
    window.apply(sample::whole(sample::eight()));
    window.close();
    QCOMPARE(quit.size(), 1);
    QVERIFY(!window.isHidden());
    QVERIFY(window.isMinimized());
    window.setTrayAvailable(true);
    window.close();
    QVERIFY(window.isHidden());
    window.raiseWindow();
    QVERIFY(window.isVisible() && !window.isMinimized());
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    // on a desk as in a build without one: a window of the test may not depend on who looks
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    tst_ui test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui.moc"
