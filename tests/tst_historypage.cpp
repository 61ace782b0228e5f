#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/pages/durationplot.h"
#include "ui/pages/filterbox.h"
#include "ui/pages/historypage.h"
#include "ui/pages/runview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Run number @p n ended n minutes after the first; the higher the newer.
EndedRun runOf(std::int64_t n, const std::string &kind = "ninja", State state = State::Completed)
{
    Job job{.key = {"local", "j" + std::to_string(n)}, .title = "Run " + std::to_string(n)};
    job.kind = kind;
    job.state = state;
    job.createdAt = sample::at(2, 0) + std::chrono::minutes(n);
    job.startedAt = job.createdAt;
    job.finishedAt = job.updatedAt = job.createdAt + 30s;
    job.can.add(Ask::Retry);
    return {.number = n, .job = job};
}

/// A tracker's history, as far as a page can tell.
struct Keeper
{
    std::vector<EndedRun> runs{}; ///< newest first
    bool isMute = false;

    bool fits(const EndedRun &run, const RunQuery &query) const
    {
        const bool isKind = query.kind.empty() || run.job.kind == query.kind;
        const bool isState = query.states.empty() || query.states.front() == run.job.state;
        const bool isWord =
            query.words.empty() || run.job.title.find(query.words) != std::string::npos;
        return isKind && isState && isWord;
    }
    std::vector<EndedRun> all(const RunQuery &query) const
    {
        std::vector<EndedRun> found;
        for (const EndedRun &run : runs) {
            if (fits(run, query))
                found.push_back(run);
        }
        return found;
    }
    RunPage page(const RunQuery &query) const
    {
        RunPage page;
        for (const EndedRun &run : all(query)) {
            if (!query.after.empty() && run.number >= std::stoll(query.after))
                continue;
            if (page.runs.size() == query.limit) {
                page.next = std::to_string(page.runs.back().number);
                break;
            }
            page.runs.push_back(run);
        }
        return page;
    }
    RunCounts counts(const RunQuery &query) const
    {
        RunCounts counts;
        std::map<std::string, std::uint64_t> kinds;
        for (const EndedRun &run : all(query)) {
            ++counts.runs;
            ++kinds[run.job.kind];
        }
        counts.kinds.assign(kinds.begin(), kinds.end());
        std::stable_sort(counts.kinds.begin(), counts.kinds.end(),
                         [](const auto &a, const auto &b) { return a.second > b.second; });
        if (counts.runs > 0)
            counts.sources = {{"local", counts.runs}};
        return counts;
    }
};

/// The page in a window of its own, and who answers it.
struct Room
{
    explicit Room(int runs = 0)
    {
        for (int n = runs; n >= 1; --n)
            keeper.runs.push_back(runOf(n));
        QObject::connect(&page, &HistoryPage::runsWanted, &page, [this](const RunQuery &query) {
            asked.push_back(query);
            if (!keeper.isMute)
                page.showRuns(query, keeper.page(query));
        });
        QObject::connect(&page, &HistoryPage::countsWanted, &page, [this](const RunQuery &query) {
            if (!keeper.isMute)
                page.showCounts(query, keeper.counts(query));
        });
        QObject::connect(&page, &HistoryPage::kindWanted, &page, [this](const QString &kind) {
            page.showKind(kind, keeper.all({.kind = kind.toStdString()}));
        });
        page.setConfirm([this](QWidget *, const Question &question) {
            questions.push_back(question);
            return answer;
        });
        page.resize(1000, 700);
    }
    void open()
    {
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    /// The titles of the rows.
    QStringList titles()
    {
        QStringList titles;
        for (int row = 0; row < page.model().rowCount(); ++row)
            titles << page.model().index(row, 0).data().toString();
        return titles;
    }
    FilterBox *box(const QString &name)
    {
        for (FilterBox *box : page.findChildren<FilterBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    Button *button(const QString &text)
    {
        for (Button *button : page.findChildren<Button *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    Keeper keeper{};
    HistoryPage page{[] { return sample::now; }};
    std::vector<RunQuery> asked{};
    std::vector<Question> questions{};
    bool answer = true;
};

} // namespace

/// Ended runs in the window: loaded as one looks, found, chosen, copied, deleted only after a question.
class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedUntilItIsLookedAt();
    void theModelKeepsToTheRulesOfModels();
    void pagesComeAsOneScrolls();
    void whatIsWaitedForNoMoreIsNotTaken();
    void newRunsComeInWhereTheyBelong();
    void aGapIsClosedByBeginningAnew();
    void runsThatWereDeletedElsewhereLeave();
    void typingSearchesOnceAPersonPauses();
    void choicesNarrowTheListAndAreUndone();
    void aKindIsChosenFromOutside();
    void ofNothingItIsSaidWhy();
    void aChosenRunIsShownWithItsLog();
    void theChoiceIsKeptByRunNotByRow();
    void nothingIsAskedOfARunThatIsOver();
    void deletingAsksFirst();
    void deletingManySaysHowMany();
    void deletedRunsLeaveThePage();
    void aRunIsCopiedAsText();
    void theKeyboardDoesItAll();
    void thePlotIsOfTheKindThatIsShown();
    void aRunOfThePlotIsChosenThoughItIsNotLoaded();
};

void TestHistoryPage::nothingIsAskedUntilItIsLookedAt()
{
    Room room(3);
    room.page.noteEnd();
    room.page.askAgain();
    QVERIFY(room.asked.empty());
    room.open();
    QCOMPARE(room.asked.size(), std::size_t(1));
    QCOMPARE(room.titles(), (QStringList{u"Run 3"_s, u"Run 2"_s, u"Run 1"_s}));
    room.page.hide();
    room.keeper.runs.insert(room.keeper.runs.begin(), runOf(4));
    room.page.noteEnd();
    QCOMPARE(room.asked.size(), std::size_t(1));
    room.page.show(); // and then at once
    QCOMPARE(room.titles().first(), u"Run 4"_s);
    room.page.hide();
    room.page.show();
    QCOMPARE(room.asked.size(), std::size_t(2)); // nothing has ended since
}

/// Whatever asks it for more, and whenever.
void TestHistoryPage::theModelKeepsToTheRulesOfModels()
{
    Keeper keeper;
    for (std::int64_t n = 250; n >= 1; --n)
        keeper.runs.push_back(runOf(n));
    RunModel model([] { return sample::now; });
    std::vector<RunQuery> asked;
    connect(&model, &RunModel::pageWanted, &model,
            [&](const RunQuery &query) { asked.push_back(query); });
    const QAbstractItemModelTester tester(&model);
    const auto answerAll = [&] {
        while (!asked.empty()) {
            const RunQuery query = asked.back();
            asked.clear();
            model.take(query, keeper.page(query));
        }
    };
    model.ask({});
    answerAll();
    QCOMPARE(model.rowCount(), 250); // the tester itself asks for more
    keeper.runs.erase(keeper.runs.begin() + 3);
    keeper.runs.insert(keeper.runs.begin(), runOf(251));
    keeper.runs.insert(keeper.runs.begin(), runOf(252));
    model.refresh();
    answerAll();
    QCOMPARE(model.rowCount(), 251);
    model.remove(252);
    model.remove(252);
    QCOMPARE(model.rowCount(), 250);
    model.ask({.kind = "nobody"});
    QCOMPARE(model.rowCount(), 250); // until it is known better
    answerAll();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.data(model.index(0, 0), Qt::DisplayRole).isValid());
}

void TestHistoryPage::pagesComeAsOneScrolls()
{
    Room room(1050);
    room.open();
    QCOMPARE(room.page.model().rowCount(), 100);
    QVERIFY(room.page.model().canFetchMore({}));
    QScrollBar *bar = room.page.list().verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    QCOMPARE(room.page.model().rowCount(), 100);
    for (int i = 0; i < 40 && room.page.model().rowCount() < 1050; ++i)
        bar->setValue(bar->maximum());
    QCOMPARE(room.page.model().rowCount(), 1050);
    QCOMPARE(room.asked.size(), std::size_t(11));
    QCOMPARE(room.titles().last(), u"Run 1"_s);
    QVERIFY(!room.page.model().canFetchMore({}));
}

void TestHistoryPage::whatIsWaitedForNoMoreIsNotTaken()
{
    Room room(3);
    room.keeper.isMute = true;
    room.open();
    room.page.head().search()->setText(u"Run 2"_s);
    QTest::keyClick(room.page.head().search(), Qt::Key_Return);
    QCOMPARE(room.asked.size(), std::size_t(2));
    room.page.showRuns(room.asked[0], room.keeper.page(room.asked[0]));
    QVERIFY(room.titles().isEmpty());
    room.page.showTrouble(room.asked[0], u"away"_s);
    QCOMPARE(room.page.note(), u"Looking …"_s);
    room.page.showRuns(room.asked[1], room.keeper.page(room.asked[1]));
    QCOMPARE(room.titles(), QStringList{u"Run 2"_s});
}

void TestHistoryPage::newRunsComeInWhereTheyBelong()
{
    Room room(250);
    room.open();
    room.page.model().fetchMore({});
    QSignalSpy resets(&room.page.model(), &QAbstractItemModel::modelReset);
    EndedRun late = runOf(251); // of another clock: it ended between two others
    late.job.finishedAt = *runOf(240).job.finishedAt + 1s;
    room.keeper.runs.insert(room.keeper.runs.begin() + 10, late);
    room.keeper.runs.insert(room.keeper.runs.begin(), runOf(252));
    room.page.model().refresh();
    QCOMPARE(room.titles().mid(0, 2), (QStringList{u"Run 252"_s, u"Run 250"_s}));
    QCOMPARE(room.titles().mid(10, 3), (QStringList{u"Run 241"_s, u"Run 251"_s, u"Run 240"_s}));
    QCOMPARE(room.page.model().rowCount(), 202);
    QCOMPARE(resets.size(), 0);
}

void TestHistoryPage::aGapIsClosedByBeginningAnew()
{
    Room room(150);
    room.open();
    for (std::int64_t n = 151; n <= 400; ++n)
        room.keeper.runs.insert(room.keeper.runs.begin(), runOf(n));
    room.page.model().refresh();
    QCOMPARE(room.titles().first(), u"Run 400"_s);
    QCOMPARE(room.page.model().rowCount(), 100);
    room.page.model().fetchMore({});
    QCOMPARE(room.titles().last(), u"Run 201"_s);
}

void TestHistoryPage::runsThatWereDeletedElsewhereLeave()
{
    Room room(150);
    room.open();
    room.page.model().fetchMore({});
    room.keeper.runs.erase(room.keeper.runs.begin() + 5);
    room.page.model().refresh();
    QCOMPARE(room.page.model().rowCount(), 149);
    QVERIFY(!room.titles().contains(u"Run 145"_s));
}

void TestHistoryPage::typingSearchesOnceAPersonPauses()
{
    Room room(30);
    room.open();
    QTest::keyClicks(room.page.head().search(), u"Run 12"_s);
    QCOMPARE(room.asked.size(), std::size_t(1));
    QTRY_COMPARE(room.asked.size(), std::size_t(2));
    QCOMPARE(room.asked.back().words, std::string("Run 12"));
    QCOMPARE(room.titles(), QStringList{u"Run 12"_s});
}

void TestHistoryPage::choicesNarrowTheListAndAreUndone()
{
    Room room(4);
    room.keeper.runs[0] = runOf(4, "rsync", State::Failed);
    room.keeper.runs[1] = runOf(3, "ninja", State::Failed);
    room.open();
    FilterBox *kind = room.box(u"Kind"_s);
    FilterBox *state = room.box(u"State"_s);
    QVERIFY(!room.box(u"Source"_s)->isVisibleTo(&room.page)); // there is but one
    QCOMPARE(kind->count(), 3);
    QCOMPARE(kind->itemText(1), u"ninja"_s); // the most frequent first
    state->setCurrentIndex(state->findText(u"Failed"_s));
    QCOMPARE(room.titles(), (QStringList{u"Run 4"_s, u"Run 3"_s}));
    kind->setCurrentIndex(kind->findText(u"ninja"_s));
    QCOMPARE(room.titles(), QStringList{u"Run 3"_s});
    QCOMPARE(room.asked.back().kind, std::string("ninja"));
    QVERIFY(room.asked.back().states == std::vector{State::Failed});
    QVERIFY(room.button(u"Clear filter"_s)->isVisible());
    room.button(u"Clear filter"_s)->click();
    QCOMPARE(room.titles().size(), 4);
    QVERIFY(!room.button(u"Clear filter"_s)->isVisible());
}

void TestHistoryPage::aKindIsChosenFromOutside()
{
    Room room(2);
    room.keeper.runs[0] = runOf(2, "rsync");
    room.page.chooseKind(u"rsync"_s); // before it was ever looked at
    room.open();
    QCOMPARE(room.titles(), QStringList{u"Run 2"_s});
    room.page.head().search()->setText(u"nobody"_s);
    room.page.chooseKind(u"ninja"_s);
    QCOMPARE(room.titles(), QStringList{u"Run 1"_s});
    room.page.chooseKind(u"gone"_s); // its runs were deleted meanwhile
    QCOMPARE(room.page.note(), u"No run matches"_s);
}

void TestHistoryPage::ofNothingItIsSaidWhy()
{
    Room room;
    room.open();
    QCOMPARE(room.page.note(), u"Nothing has ended yet"_s);
    QVERIFY(!room.button(u"Export …"_s)->isEnabled());
    QVERIFY(!room.button(u"Delete …"_s)->isEnabled());
    QVERIFY(!room.page.plot().isVisible());
    room.keeper.runs = {runOf(1)};
    room.page.askAgain();
    QCOMPARE(room.page.note(), QString());
    QVERIFY(room.button(u"Export …"_s)->isEnabled());
    room.page.head().search()->setText(u"zzz"_s);
    QTest::keyClick(room.page.head().search(), Qt::Key_Return);
    QCOMPARE(room.page.note(), u"No run matches"_s);
    room.keeper.isMute = true;
    room.page.askAgain();
    room.page.showTrouble(room.asked.back(), u"Nobody answers."_s);
    QCOMPARE(room.page.note(), u"The history cannot be read"_s);
    room.keeper.isMute = false;
    room.button(u"Try again"_s)->click();
    QCOMPARE(room.page.note(), u"No run matches"_s);
}

void TestHistoryPage::aChosenRunIsShownWithItsLog()
{
    Room room(3);
    room.open();
    const QSignalSpy wanted(&room.page, &HistoryPage::logWanted);
    QVERIFY(!room.page.detail().isVisible());
    const QRect second = room.page.list().visualRect(room.page.model().index(1, 0));
    QTest::mouseClick(room.page.list().viewport(), Qt::LeftButton, {}, second.center());
    QVERIFY(room.page.detail().isVisible());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toLongLong(), 2);
    room.page.showLog(3, {{1, sample::now, "", "of another"}}, 0);
    QVERIFY(room.page.detail().log()->chosenOrAll().isEmpty());
    room.page.showLog(2, {{1, sample::now, "", "of this one"}}, 0);
    QCOMPARE(room.page.detail().log()->chosenOrAll(), u"of this one"_s);
}

void TestHistoryPage::theChoiceIsKeptByRunNotByRow()
{
    Room room(3);
    room.open();
    QTest::mouseClick(room.page.list().viewport(), Qt::LeftButton, {},
                      room.page.list().visualRect(room.page.model().index(1, 0)).center());
    room.keeper.runs.insert(room.keeper.runs.begin(), runOf(4));
    room.page.model().refresh();
    QCOMPARE(room.page.list().currentIndex().row(), 2);
    room.page.askAgain();
    QCOMPARE(room.page.list().currentIndex().row(), 2);
    QVERIFY(room.page.list().chosen() == 2);
}

void TestHistoryPage::nothingIsAskedOfARunThatIsOver()
{
    const ShownRun run = shown(runOf(1));
    QVERIFY(run.job->can.empty() && run.job->seen);
    Room room(1);
    room.open();
    room.page.list().enterByKey();
    for (const QString &name : {u"Run again"_s, u"Cancel job"_s})
        QVERIFY(!room.button(name)->isVisible());
    QMenu menu;
    room.page.detail().fillMenu(menu, room.page.detail().job());
    QStringList names;
    for (const QAction *action : menu.actions())
        names << action->text();
    QVERIFY(!names.contains(u"Forget"_s) && !names.contains(u"Run again"_s));
    QVERIFY(names.contains(u"Copy run"_s) && names.contains(u"Delete run …"_s));
}

void TestHistoryPage::deletingAsksFirst()
{
    Room room(2);
    room.open();
    const QSignalSpy wanted(&room.page, &HistoryPage::deleteWanted);
    room.page.list().enterByKey();
    room.answer = false;
    QTest::keyClick(&room.page.list(), Qt::Key_Delete);
    QCOMPARE(room.questions.size(), std::size_t(1));
    QCOMPARE(room.questions[0].title, u"Delete this run of “Run 2”?"_s);
    QCOMPARE(wanted.size(), 0);
    room.answer = true;
    QTest::keyClick(&room.page.list(), Qt::Key_Delete);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<RunQuery>() == RunQuery{.numbers = {2}});
    room.answer = false;
    Q_EMIT room.page.head().deleteAllWanted();
    QCOMPARE(room.questions.back().title, u"Delete the whole history?"_s);
    QCOMPARE(wanted.size(), 1);
    room.answer = true;
    Q_EMIT room.page.head().deleteAllWanted();
    QVERIFY(isForAll(wanted[1][0].value<RunQuery>()));
}

void TestHistoryPage::deletingManySaysHowMany()
{
    Room room(12);
    room.open();
    const QSignalSpy wanted(&room.page, &HistoryPage::deleteWanted);
    Q_EMIT room.page.head().deleteShownWanted(); // nothing is filtered: that would be everything
    QVERIFY(room.questions.empty());
    room.page.head().search()->setText(u"Run 1"_s);
    QTest::keyClick(room.page.head().search(), Qt::Key_Return);
    Q_EMIT room.page.head().deleteShownWanted();
    QCOMPARE(room.questions.back().title, u"Delete the 4 runs that match?"_s);
    QCOMPARE(room.questions.back().yes, u"Delete 4 runs"_s);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<RunQuery>() == RunQuery{.words = "Run 1"});
}

void TestHistoryPage::deletedRunsLeaveThePage()
{
    Room room(5);
    room.open();
    room.page.list().enterByKey();
    room.keeper.runs.erase(room.keeper.runs.begin());
    room.page.forget({.numbers = {5}});
    QCOMPARE(room.titles().first(), u"Run 4"_s);
    QVERIFY(!room.page.detail().isVisible());
    QVERIFY(!room.page.list().chosen());
    QCOMPARE(room.page.plot().runs().size(), std::size_t(4));
    room.keeper.runs.clear();
    room.page.forget({});
    QCOMPARE(room.page.note(), u"Nothing has ended yet"_s);
    QVERIFY(!room.page.plot().isVisible());
}

void TestHistoryPage::aRunIsCopiedAsText()
{
    Room room(0);
    Job failed = sample::eight()[5];
    room.keeper.runs = {{.number = 9, .job = failed}};
    room.open();
    room.page.list().enterByKey();
    QTest::keyClick(&room.page.list(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"Deploy staging\nState: Failed\nKind: deploy.sh\nSource: ci\n"));
    QVERIFY(text.contains(u"\nTook: 3 min 41 s\n"));
    QVERIFY(text.contains(u"\nError: Health check timed out after 30 s\n"));
    QVERIFY(text.contains(u"\nStep Rollout: failed\n"));
    QVERIFY(text.contains(u"\nexit code: 2\n"));
}

void TestHistoryPage::theKeyboardDoesItAll()
{
    Room room(5);
    room.open();
    SearchField *search = room.page.head().search();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(room.page.list().hasFocus());
    QVERIFY(room.page.list().chosen() == 5);
    QTest::keyClick(&room.page.list(), Qt::Key_Down);
    QVERIFY(room.page.list().chosen() == 4);
    QVERIFY(room.page.detail().isVisible());
    QTest::keyClick(&room.page.list(), Qt::Key_Escape);
    QVERIFY(!room.page.list().chosen());
    QVERIFY(!room.page.detail().isVisible());

    DurationPlot &plot = room.page.plot();
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.current(), 4); // the newest first
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.current(), 3);
    QCOMPARE(plot.accessibleDescription(), u"Completed · 30 s · 02:04"_s);
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.current(), 0);
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.current(), 0);
    QTest::keyClick(&plot, Qt::Key_Return);
    QVERIFY(room.page.list().chosen() == 1);
    QTest::keyClick(&plot, Qt::Key_Escape);
    QCOMPARE(plot.current(), -1);
    plot.setLayoutDirection(Qt::RightToLeft); // the newest is at the left then
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), 3);
}

void TestHistoryPage::thePlotIsOfTheKindThatIsShown()
{
    Room room(6);
    room.keeper.runs[0] = runOf(6, "rsync");
    room.keeper.runs[1] = runOf(5, "rsync");
    room.open();
    DurationPlot &plot = room.page.plot();
    QCOMPARE(plot.accessibleName(), u"Durations of ninja: 4 runs, median 30 s, longest 30 s"_s);
    room.page.chooseKind(u"rsync"_s);
    QCOMPARE(plot.runs().size(), std::size_t(2));
    QCOMPARE(plot.runs()[0].number, 5); // oldest first
    room.page.head().clearFilters();
    room.page.showKind(u"rsync"_s, {}); // late
    QCOMPARE(plot.runs().size(), std::size_t(4));
    room.page.head().search()->setText(u"Run 6"_s); // one alone is no plot
    QTest::keyClick(room.page.head().search(), Qt::Key_Return);
    QVERIFY(plot.accessibleName().startsWith(u"Durations of rsync"));
}

void TestHistoryPage::aRunOfThePlotIsChosenThoughItIsNotLoaded()
{
    Room room(180);
    room.open();
    const QSignalSpy wanted(&room.page, &HistoryPage::logWanted);
    Q_EMIT room.page.plot().runChosen(7);
    QCOMPARE(room.page.model().rowOf(7), -1);
    QVERIFY(room.page.detail().isVisible());
    QCOMPARE(room.page.detail().job()->title, std::string("Run 7"));
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
