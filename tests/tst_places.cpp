#include "tests/support/sample.h"
#include "ui/mainwindow.h"
#include "ui/sidebar.h"

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
    void whoIsShownAJobIsBackAtTheList();
    void theListComesBackAsItWasLeft();
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

QTEST_MAIN(tst_places)
#include "tst_places.moc"
