#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/mainwindow.h"
#include "ui/pages/shortcutsheet.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSet>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

Job job(const std::string &id, State state)
{
    Job made{.key = {"local", id}, .title = "Job " + id, .state = state};
    made.createdAt = made.updatedAt = sample::now;
    if (isFinal(state))
        made.finishedAt = sample::now;
    for (const Ask ask : {Ask::Cancel, Ask::Pause, Ask::Resume, Ask::Retry})
        made.can.add(ask);
    return made;
}

/// The window with a job that runs, one that is paused and one that failed.
struct Room
{
    Room()
    {
        Job failed = job("failed", State::Failed);
        failed.url = "https://ci.example/7";
        window.apply(
            sample::whole({job("runs", State::Running), job("paused", State::Paused), failed}));
        window.detail().setConfirm([](QWidget *, const Question &) { return true; });
        window.show();
        window.activateWindow();
        isReady = QTest::qWaitForWindowActive(&window);
    }
    void press(QKeyCombination keys)
    {
        QWidget *focus = window.focusWidget();
        QTest::keyClick(focus ? focus : &window, keys.key(), keys.keyboardModifiers());
    }

    MainWindow window{UiOptions{.now = [] { return sample::now; }, .animated = false}};
    bool isReady = false;
};

} // namespace

Q_DECLARE_METATYPE(afoot::Ask)

/// What is done by keys: one table says it, the window does it, and a sheet lists it.
class tst_shortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyDoesTwoThings();
    void everyCommandIsInTheTableOnce();
    void theKeysOfTheWindowAreThoseOfTheTable();
    void theSheetListsWhatTheKeysDoAndNoMore();
    void theSheetIsOpenedByKey_data();
    void theSheetIsOpenedByKey();
    void whatJoinsLaterHasItsKeysFromThen();
    void theGroupsAreReachedByNumber();
    void theSideBarIsWalkedThrough();
    void whatIsDoneAboutAJobIsAsked_data();
    void whatIsDoneAboutAJobIsAsked();
    void theRestOfAJobHasKeysToo();
    void whatDoesNotFitAsksForNothing();
    void aJobThatIsNotInSightIsLeftAlone();
    void escapeGoesBackStepByStep();
    void theLogIsReachedByKey();
    void aPlaceIsLeftForTheFilter();
};

void tst_shortcuts::noKeyDoesTwoThings()
{
    QSet<QKeySequence> keys;
    for (const Shortcut &shortcut : allShortcuts()) {
        QVERIFY(!shortcut.keys.isEmpty());
        for (const QKeySequence &key : shortcut.keys) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    }
}

void tst_shortcuts::everyCommandIsInTheTableOnce()
{
    QSet<int> commands;
    for (const Shortcut &shortcut : allShortcuts()) {
        QVERIFY(!commands.contains(int(shortcut.command)));
        commands.insert(int(shortcut.command));
        QVERIFY(!shortcut.text.isEmpty());
    }
    QCOMPARE(commands.size(), int(Command::Quit) + 1);
}

void tst_shortcuts::theKeysOfTheWindowAreThoseOfTheTable()
{
    Room room;
    QSet<QKeySequence> wanted;
    for (const Shortcut &shortcut : room.window.shortcuts())
        wanted += QSet<QKeySequence>(shortcut.keys.begin(), shortcut.keys.end());
    QSet<QKeySequence> had;
    for (const QShortcut *shortcut : room.window.findChildren<QShortcut *>()) {
        QVERIFY(!had.contains(shortcut->key()));
        had.insert(shortcut->key());
    }
    QCOMPARE(had, wanted);
}

void tst_shortcuts::theSheetListsWhatTheKeysDoAndNoMore()
{
    Room room;
    const QList<Shortcut> shortcuts = room.window.shortcuts();
    const ShortcutSheet sheet(shortcuts, &room.window);
    QStringList listed;
    for (const QLabel *label : sheet.findChildren<QLabel *>()) {
        if (label->buddy())
            listed << label->text() + u": "_s + label->buddy()->accessibleName();
    }
    QStringList wanted;
    for (const Shortcut &shortcut : shortcuts) {
        QStringList keys;
        for (const QKeySequence &key : shortcut.keys)
            keys << key.toString(QKeySequence::NativeText);
        wanted << shortcut.text + u": "_s + keys.join(u", "_s);
    }
    listed.sort();
    wanted.sort();
    QCOMPARE(listed, wanted);
}

void tst_shortcuts::theSheetIsOpenedByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("F1") << Qt::Key_F1;
    QTest::newRow("?") << Qt::Key_Question;
}

void tst_shortcuts::theSheetIsOpenedByKey()
{
    QFETCH(Qt::Key, key);
    Room room;
    QVERIFY(room.isReady);
    room.press(key);
    auto *sheet = room.window.findChild<ShortcutSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void tst_shortcuts::whatJoinsLaterHasItsKeysFromThen()
{
    Room room;
    const auto knows = [&] {
        const QList<Shortcut> all = room.window.shortcuts();
        return std::any_of(all.begin(), all.end(), [](const Shortcut &shortcut) {
            return shortcut.command == Command::ShowSettings;
        });
    };
    QVERIFY(!knows());
    auto *page = new QLabel(u"page"_s);
    room.window.addPlace(page, u"Settings"_s, Icon::List, Command::ShowSettings);
    QVERIFY(knows());
    room.press(Qt::CTRL | Qt::Key_Comma);
    QCOMPARE(room.window.place(), page);
}

void tst_shortcuts::theGroupsAreReachedByNumber()
{
    Room room;
    for (const Group group : allGroups) {
        room.press(Qt::CTRL | Qt::Key(Qt::Key_1 + int(group)));
        QCOMPARE(room.window.model().filter().group, group);
    }
}

void tst_shortcuts::theSideBarIsWalkedThrough()
{
    Room room;
    auto *page = new QLabel(u"page"_s);
    room.window.addPlace(page, u"History"_s, Icon::Clock);
    room.press(Qt::CTRL | Qt::Key_PageUp);
    QCOMPARE(room.window.place(), page);
    room.press(Qt::CTRL | Qt::Key_PageUp); // a source stands above
    QCOMPARE(room.window.model().filter().source, std::optional<std::string>("local"));
    room.press(Qt::CTRL | Qt::Key_PageDown);
    room.press(Qt::CTRL | Qt::Key_PageDown);
    QCOMPARE(room.window.place(), nullptr);
    QCOMPARE(room.window.model().filter().group, Group::All);
    room.press(Qt::CTRL | Qt::Key_PageDown);
    QCOMPARE(room.window.model().filter().group, Group::Running);
}

void tst_shortcuts::whatIsDoneAboutAJobIsAsked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QKeyCombination>("keys");
    QTest::addColumn<Ask>("ask");
    QTest::newRow("pause") << u"runs"_s << (Qt::CTRL | Qt::Key_P) << Ask::Pause;
    QTest::newRow("resume") << u"paused"_s << (Qt::CTRL | Qt::Key_P) << Ask::Resume;
    QTest::newRow("cancel") << u"runs"_s << (Qt::CTRL | Qt::Key_K) << Ask::Cancel;
    QTest::newRow("run again") << u"failed"_s << (Qt::CTRL | Qt::Key_R) << Ask::Retry;
}

void tst_shortcuts::whatIsDoneAboutAJobIsAsked()
{
    QFETCH(QString, id);
    QFETCH(QKeyCombination, keys);
    QFETCH(Ask, ask);
    Room room;
    const JobKey key{"local", id.toStdString()};
    room.window.selectJob(key);
    const QSignalSpy asked(&room.window, &MainWindow::askRequested);
    room.press(keys);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<JobKey>(), key);
    QCOMPARE(asked[0][1].value<Ask>(), ask);
}

void tst_shortcuts::theRestOfAJobHasKeysToo()
{
    Room room;
    const JobKey key{"local", "failed"};
    room.window.selectJob(key);
    const QSignalSpy opened(&room.window, &MainWindow::urlRequested);
    const QSignalSpy forgotten(&room.window, &MainWindow::forgetRequested);
    room.press(Qt::CTRL | Qt::Key_O);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toUrl(), QUrl(u"https://ci.example/7"_s));
    room.press(Qt::CTRL | Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Job failed"_s);
    room.press(QKeyCombination(Qt::Key_Delete));
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][0].value<JobKey>(), key);
}

void tst_shortcuts::whatDoesNotFitAsksForNothing()
{
    Room room;
    room.window.selectJob({"local", "runs"});
    const QSignalSpy asked(&room.window, &MainWindow::askRequested);
    const QSignalSpy forgotten(&room.window, &MainWindow::forgetRequested);
    room.press(Qt::CTRL | Qt::Key_R);
    room.press(QKeyCombination(Qt::Key_Delete));
    QCOMPARE(asked.size(), 0);
    QCOMPARE(forgotten.size(), 0);
}

void tst_shortcuts::aJobThatIsNotInSightIsLeftAlone()
{
    Room room;
    const int place = room.window.addPlace(new QLabel(u"page"_s), u"Page"_s, Icon::List);
    room.window.selectJob({"local", "runs"});
    room.window.showPlace(place);
    const QSignalSpy asked(&room.window, &MainWindow::askRequested);
    room.press(Qt::CTRL | Qt::Key_K);
    QCOMPARE(asked.size(), 0);
    room.window.showJobs();
    room.press(Qt::CTRL | Qt::Key_K);
    QCOMPARE(asked.size(), 1);
}

void tst_shortcuts::escapeGoesBackStepByStep()
{
    Room room;
    const int place = room.window.addPlace(new QLabel(u"page"_s), u"Page"_s, Icon::List);
    room.window.selectJob({"local", "runs"});
    room.press(QKeyCombination(Qt::Key_Slash));
    auto *field = room.window.findChild<SearchField *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"job"_s);
    room.window.showPlace(place);
    room.press(QKeyCombination(Qt::Key_Escape));
    QCOMPARE(room.window.place(), nullptr);
    QVERIFY(room.window.detail().isVisible());
    room.press(QKeyCombination(Qt::Key_Slash));
    room.press(QKeyCombination(Qt::Key_Escape)); // the field's own: empties it
    QCOMPARE(field->text(), QString());
    QVERIFY(room.window.detail().isVisible());
    room.press(QKeyCombination(Qt::Key_Escape)); // gives up the focus
    QVERIFY(!field->hasFocus());
    QVERIFY(room.window.detail().isVisible());
    room.press(QKeyCombination(Qt::Key_Escape));
    QVERIFY(!room.window.detail().isVisible());
}

void tst_shortcuts::theLogIsReachedByKey()
{
    Room room;
    room.window.selectJob({"local", "runs"});
    room.press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    LogPane *log = room.window.detail().log();
    const QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus && log->isAncestorOf(focus));
    // and is where Ctrl+F looks from then on
    log->view()->setFocus();
    room.press(Qt::CTRL | Qt::Key_F);
    QVERIFY(log->isAncestorOf(QApplication::focusWidget()));
}

void tst_shortcuts::aPlaceIsLeftForTheFilter()
{
    Room room;
    room.window.showPlace(room.window.addPlace(new QLabel(u"page"_s), u"Page"_s, Icon::List));
    room.press(Qt::CTRL | Qt::Key_F);
    QCOMPARE(room.window.place(), nullptr);
    QVERIFY(room.window.findChild<SearchField *>()->hasFocus());
}

QTEST_MAIN(tst_shortcuts)
#include "tst_shortcuts.moc"
