#include "tests/support/sample.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/earlierruns.h"
#include "ui/frame.h"
#include "ui/mainwindow.h"
#include "ui/pages/historypage.h"
#include "ui/sidebar.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

struct Room
{
    MainWindow window{UiOptions{.now = [] { return sample::now; }, .animated = false}};
    QLabel *page = new QLabel(u"page"_s);
    int number = window.addPlace(page, u"History"_s, Icon::Clock);

    SideEntry *entry(const QString &name)
    {
        for (SideEntry *entry : window.findChildren<SideEntry *>()) {
            if (entry->text() == name)
                return entry;
        }
        return nullptr;
    }
};

} // namespace

/// The pages beside the list: reached by the side bar, left by it and by whatever shows a job.
class tst_places : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceIsReachedAndLeft();
    void anEntryIsSpokenOfAsOneOfMany();
    void whoIsShownAJobIsBackAtTheList();
    void theListComesBackAsItWasLeft();
    void whoSearchesSearchesThePage();
    void aJobThatIsChosenAsksForEarlierRuns();
};

void tst_places::aPlaceIsReachedAndLeft()
{
    Room room;
    const QSignalSpy shown(&room.window, &MainWindow::placeShown);
    QCOMPARE(room.window.place(), nullptr);
    QVERIFY(room.entry(u"History"_s));
    room.entry(u"History"_s)->click();
    QCOMPARE(room.window.place(), room.page);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toInt(), room.number);
    room.entry(u"History"_s)->click();
    QCOMPARE(shown.size(), 1);
    room.entry(nameOf(Group::Failed))->click();
    QCOMPARE(room.window.place(), nullptr);
    QVERIFY(!room.entry(u"History"_s)->isChecked());
}

void tst_places::anEntryIsSpokenOfAsOneOfMany()
{
    Room room;
    for (SideEntry *entry : room.window.findChildren<SideEntry *>()) {
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(entry);
        QVERIFY(spoken);
        QCOMPARE(spoken->role(), QAccessible::RadioButton);
        QVERIFY(!spoken->text(QAccessible::Name).isEmpty());
        QCOMPARE(spoken->state().checked != 0, entry->isChecked());
    }
}

void tst_places::whoIsShownAJobIsBackAtTheList()
{
    Room room;
    Delta delta{.rev = 1, .reset = true};
    const auto job = std::make_shared<const Job>(Job{
        .key = {"local", "a"}, .title = "A", .createdAt = sample::now, .updatedAt = sample::now});
    delta.changes = {{job->key, job, 1}};
    room.window.apply(delta);
    room.window.showPlace(room.number);
    room.window.selectJob({"local", "none"});
    QCOMPARE(room.window.place(), room.page);
    room.window.selectJob(job->key);
    QCOMPARE(room.window.place(), nullptr);
}

void tst_places::theListComesBackAsItWasLeft()
{
    Room room;
    room.entry(nameOf(Group::Failed))->click();
    room.window.showPlace(room.number);
    QVERIFY(room.entry(u"History"_s)->isChecked());
    room.window.showJobs();
    QVERIFY(room.entry(nameOf(Group::Failed))->isChecked());
    QCOMPARE(room.window.model().filter().group, Group::Failed);
}

void tst_places::whoSearchesSearchesThePage()
{
    MainWindow window(UiOptions{.now = [] { return sample::now; }, .animated = false});
    auto *page = new HistoryPage([] { return sample::now; });
    const int history = window.addPlace(page, u"History"_s, Icon::History);
    const int plain = window.addPlace(new QLabel(u"page"_s), u"Plain"_s, Icon::Clock);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *jobs = window.findChild<Header *>()->filter();
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(jobs->hasFocus());
    window.showPlace(history);
    QTest::keyClick(&window, Qt::Key_Slash);
    QVERIFY(page->head().search()->hasFocus());
    window.showPlace(plain); // which has nothing to search
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(jobs->hasFocus()); // back at the list
    QCOMPARE(window.place(), nullptr);
}

void tst_places::aJobThatIsChosenAsksForEarlierRuns()
{
    MainWindow window(UiOptions{.now = [] { return sample::now; }, .animated = false});
    const std::vector<Job> jobs = sample::eight();
    window.apply(sample::whole(jobs));
    const QSignalSpy wanted(&window, &MainWindow::earlierRunsWanted);
    const QSignalSpy all(&window, &MainWindow::allRunsWanted);
    window.selectJob(jobs[6].key); // restic
    QCOMPARE(wanted.size(), 1);
    const auto query = wanted[0][0].value<RunQuery>();
    QCOMPARE(query.kind, std::string("restic"));
    QVERIFY(query.to == jobs[6].startedAt); // what ended later is no earlier run
    EndedRun run{.number = 3, .job = jobs[6]};
    run.job.key.id = "before";
    window.showEarlierRuns(RunQuery{.kind = "ninja"}, {run}); // somebody else's answer
    QVERIFY(window.detail().earlier()->listed().empty());
    window.showEarlierRuns(query, {run});
    QCOMPARE(window.detail().earlier()->listed().size(), std::size_t(1));
    Q_EMIT window.detail().earlier()->allWanted(u"restic"_s);
    QCOMPARE(all.size(), 1);
    window.selectJob(jobs[5].key);
    QVERIFY(window.detail().earlier()->listed().empty());
    QCOMPARE(wanted.size(), 2);
}

QTEST_MAIN(tst_places)
#include "tst_places.moc"
