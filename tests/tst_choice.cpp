#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

UiOptions options()
{
    UiOptions made;
    made.now = [] { return sample::now; };
    made.animated = false;
    return made;
}

Delta without(const std::vector<JobKey> &keys)
{
    Delta delta{.rev = 200};
    for (const JobKey &key : keys)
        delta.changes.push_back({key, nullptr, 200});
    return delta;
}

const JobKey completed{"local", "r1"};
const JobKey running{"buildbox-02", "b1"};

} // namespace

/// Which job is chosen, and how it comes to be and to be no more.
class tst_Choice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aChosenJobThatIsClearedLeavesNothingChosen();
    void aChosenJobThatIsForgottenLeavesNothingChosen();
    void aChosenJobThatARestartForgotLeavesNothingChosen();
    void aChosenJobThatTheListHidesIsStillChosen();
    void aChosenJobStaysChosenWhereOthersLeave();
    void whoAnswersTheWindowsQuestionHasItInView();
    void aRefusalIsNewsOnceAndItsRowSaysItForAWhile();
    void theFilterLeadsIntoTheList_data();
    void theFilterLeadsIntoTheList();
    void theFilterKeepsTheFocusWhereNothingMatches();
    void escapeClearsTheFilterThenLeavesIt();

private:
    bool nothingIsChosen();

    std::unique_ptr<MainWindow> m_window{};
};

void tst_Choice::init()
{
    m_window = std::make_unique<MainWindow>(options());
    m_window->apply(sample::whole(sample::eight()));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

bool tst_Choice::nothingIsChosen()
{
    const JobView &list = m_window->list();
    return !list.selected() && !list.currentIndex().isValid() &&
           list.selectionModel()->selectedIndexes().isEmpty() && m_window->detail().isHidden();
}

void tst_Choice::aChosenJobThatIsClearedLeavesNothingChosen()
{
    connect(m_window.get(), &MainWindow::clearRequested, m_window.get(),
            [this](const std::vector<JobKey> &keys) { m_window->apply(without(keys)); });
    m_window->selectJob(completed);
    QVERIFY(!nothingIsChosen());
    for (Button *button : m_window->findChildren<Button *>()) {
        if (button->text() == u"Clear finished"_s)
            button->click();
    }
    QVERIFY(!m_window->model().job(completed));
    QVERIFY(nothingIsChosen());
}

void tst_Choice::aChosenJobThatIsForgottenLeavesNothingChosen()
{
    m_window->selectJob(running);
    m_window->apply(without({running}));
    QVERIFY(nothingIsChosen());
}

void tst_Choice::aChosenJobThatARestartForgotLeavesNothingChosen()
{
    m_window->selectJob(running);
    m_window->apply(sample::whole({sample::eight()[5], sample::eight()[6]}));
    QVERIFY(nothingIsChosen());
}

void tst_Choice::aChosenJobThatTheListHidesIsStillChosen()
{
    auto *field = m_window->findChild<SearchField *>();
    m_window->selectJob(running);
    field->setText(u"ffmpeg"_s);
    QVERIFY(!m_window->list().currentIndex().isValid());
    QVERIFY(m_window->detail().isVisible());
    field->clear();
    QCOMPARE(m_window->list().currentIndex().row(), m_window->model().rowOf(running));
    // what it becomes may hide it as well
    field->setText(u"Running"_s);
    Job done = sample::eight()[0];
    done.state = State::Completed;
    m_window->apply(sample::changed({done}));
    QCOMPARE(m_window->model().rowOf(running), -1);
    QVERIFY(!m_window->list().currentIndex().isValid());
    QVERIFY(m_window->list().selectionModel()->selectedIndexes().isEmpty());
    QVERIFY(m_window->detail().isVisible());
}

void tst_Choice::aChosenJobStaysChosenWhereOthersLeave()
{
    m_window->selectJob(completed);
    const JobKey above = m_window->model().jobAt(1)->key;
    QVERIFY(above != completed);
    m_window->apply(without({m_window->model().jobAt(0)->key, above}));
    QCOMPARE(m_window->list().currentIndex().row(), m_window->model().rowOf(completed));
    QVERIFY(m_window->list().selectionModel()->isRowSelected(m_window->model().rowOf(completed)));
}

void tst_Choice::whoAnswersTheWindowsQuestionHasItInView()
{
    QSignalSpy told(m_window.get(), &MainWindow::newsReady);
    Job failed = sample::eight()[2];
    failed.state = State::Failed;
    Delta delta = sample::changed({failed});
    delta.transitions = {{std::make_shared<const Job>(failed), State::Running}};
    m_window->selectJob(running);
    bool inside = false;
    QTimer::singleShot(0, m_window.get(), [&] {
        QWidget *question = QApplication::activeModalWidget();
        QVERIFY(question);
        QVERIFY(QTest::qWaitForWindowActive(question));
        inside = true;
        m_window->apply(delta);
        question->close();
    });
    for (Button *button : m_window->detail().findChildren<Button *>()) {
        if (button->isVisible() && button->text() == u"Cancel job"_s)
            button->click();
    }
    QVERIFY(inside);
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][1].toBool());
    // a window of somebody else's is another matter
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_window->apply(delta);
    QCOMPARE(told.size(), 2);
    QVERIFY(!told[1][1].toBool());
}

void tst_Choice::aRefusalIsNewsOnceAndItsRowSaysItForAWhile()
{
    using namespace std::chrono_literals;
    QSignalSpy told(m_window.get(), &MainWindow::newsReady);
    Job job = sample::eight()[2];
    job.state = State::Running;
    job.declined = Declined{.ask = Ask::Pause, .why = "not now", .at = sample::now - 1s};
    m_window->apply(sample::changed({job}));
    m_window->apply(sample::changed({job}));
    QCOMPARE(told.size(), 1);
    const auto news = told[0][0].value<News>();
    QCOMPARE(news.kind, News::Kind::Declined);
    QCOMPARE(news.text, u"Could not pause: not now"_s);
    QCOMPARE(lookOf(job, false, sample::now, QLocale()).time, u"Could not pause"_s);
    QVERIFY(lookOf(job, false, sample::now + 1min, QLocale()).time != u"Could not pause"_s);
}

void tst_Choice::theFilterLeadsIntoTheList_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("down") << Qt::Key_Down;
    QTest::newRow("return") << Qt::Key_Return;
    QTest::newRow("enter") << Qt::Key_Enter;
}

void tst_Choice::theFilterLeadsIntoTheList()
{
    QFETCH(Qt::Key, key);
    auto *field = m_window->findChild<SearchField *>();
    QTest::keyClick(&m_window->list(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(field, u"e"_s);
    QVERIFY(m_window->model().rowCount() > 1);
    QTest::keyClick(field, key);
    const JobView &list = m_window->list();
    QVERIFY(list.hasFocus());
    QVERIFY(showsFocus(list));
    QCOMPARE(list.currentIndex().row(), 0);
    QCOMPARE(list.selected(), std::optional(m_window->model().jobAt(0)->key));
    QVERIFY(m_window->detail().isVisible());
    QCOMPARE(m_window->detail().job(), m_window->model().jobAt(0));
    QTest::keyClick(&m_window->list(), Qt::Key_Down);
    QCOMPARE(m_window->detail().job(), m_window->model().jobAt(1));
}

void tst_Choice::theFilterKeepsTheFocusWhereNothingMatches()
{
    auto *field = m_window->findChild<SearchField *>();
    field->setFocus();
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->hasFocus());
    QVERIFY(nothingIsChosen());
}

void tst_Choice::escapeClearsTheFilterThenLeavesIt()
{
    auto *field = m_window->findChild<SearchField *>();
    QTest::keyClick(&m_window->list(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->hasFocus());
    QCOMPARE(field->text(), QString());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(m_window->list().hasFocus());
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(app, Scheme::Light);
    tst_Choice test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_choice.moc"
