#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/jobs/ratebook.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
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

Job inState(State state)
{
    Job job{.key = {"local", "j1"}, .title = "A job", .state = state};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now - 60s;
    if (isFinal(state))
        job.finishedAt = sample::now;
    return job;
}

/// What can be read in the pane beside what its head paints.
QStringList wordsIn(const QWidget &pane)
{
    QCoreApplication::processEvents(); // a label that came into a layout is shown a turn later
    QStringList words;
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            words << label->text();
    }
    return words;
}

QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

/// What the pane says of a job, and that it says it once.
class tst_Detail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void detailsLeaveWithTheirJob();
    void aQuestionIsReadWhateverWasAsked();
    void anErrorIsReadWhateverWasAsked();
    void whatWasAskedIsToldWhereNothingElseIs();
    void whatWasDeclinedIsSaidWithItsReason();
    void whatWasAskedForCanStillBeCanceled();
    void aMessageThatTheErrorRepeatsIsLeftOut();
    void messageAndNoticeKeepADistance();
    void theLogsTitleKeepsItsDistance();
    void forgettingIsConfirmed();
    void whatHasNoRoomIsInTheMenu();
    void allOfItCanBeCopied();
    void itOpensInAWindowOfItsOwn();
    void theRateIsShownWhereItIsKnown();
    void nothingTicksWhereNothingMoves();
    void anotherRunHasALogOfItsOwn();

private:
    std::unique_ptr<DetailPane> m_pane{};
};

void tst_Detail::init()
{
    m_pane = std::make_unique<DetailPane>([] { return sample::now; });
    m_pane->resize(420, 700);
    m_pane->QWidget::show();
}

void tst_Detail::detailsLeaveWithTheirJob()
{
    m_pane->show(shared(sample::eight()[0]), false);
    QVERIFY(wordsIn(*m_pane).contains(u"/srv/build/main"_s));
    m_pane->show(shared(inState(State::Running)), false);
    QVERIFY(!wordsIn(*m_pane).contains(u"/srv/build/main"_s));
    QVERIFY(!wordsIn(*m_pane).contains(u"Details"_s));
    m_pane->show(shared(sample::eight()[0]), false);
    QVERIFY(wordsIn(*m_pane).contains(u"/srv/build/main"_s));
}

void tst_Detail::aQuestionIsReadWhateverWasAsked()
{
    Job job = inState(State::NeedsInput);
    job.question = "Overwrite it?";
    job.asked = Ask::Pause;
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Overwrite it?"_s));
    QVERIFY(wordsIn(*m_pane).contains(u"Asked to pause, waiting for the job to answer."_s));
}

void tst_Detail::anErrorIsReadWhateverWasAsked()
{
    Job job = inState(State::Failed);
    job.error = "Disk full";
    job.asked = Ask::Retry;
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Disk full"_s));
    QVERIFY(wordsIn(*m_pane).contains(u"Asked to run again, waiting for the job to answer."_s));
}

void tst_Detail::whatWasAskedIsToldWhereNothingElseIs()
{
    Job job = inState(State::Running);
    job.asked = Ask::Cancel;
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Asked to cancel, waiting for the job to answer."_s));
    job.acknowledged = true;
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Canceling … Whoever runs it has heard."_s));
    job.asked.reset();
    m_pane->show(shared(job), false);
    QCOMPARE(wordsIn(*m_pane).filter(u"Asked"_s), QStringList());
}

void tst_Detail::whatWasDeclinedIsSaidWithItsReason()
{
    Job job = inState(State::Running);
    job.can.add(Ask::Cancel);
    job.declined = Declined{.ask = Ask::Cancel, .why = "the server answered <b>500</b>"};
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Could not cancel: the server answered <b>500</b>"_s));
    job = inState(State::Completed);
    job.declined = Declined{.ask = Ask::Retry};
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Could not run again"_s));
}

void tst_Detail::whatWasAskedForCanStillBeCanceled()
{
    Job job = inState(State::Running);
    job.can.add(Ask::Cancel);
    job.can.add(Ask::Pause);
    const auto offered = [&] {
        m_pane->show(shared(job), false);
        QCoreApplication::processEvents();
        QStringList names;
        for (const Button *button : m_pane->findChildren<Button *>())
            if (button->isVisible() &&
                (button->text() == u"Cancel job"_s || button->text() == u"Pause"_s))
                names << button->text();
        names.sort();
        return names;
    };
    QCOMPARE(offered(), (QStringList{u"Cancel job"_s, u"Pause"_s}));
    job.asked = Ask::Pause;
    QCOMPARE(offered(), QStringList{u"Cancel job"_s});
    job.asked = Ask::Cancel;
    QCOMPARE(offered(), QStringList());
}

void tst_Detail::aMessageThatTheErrorRepeatsIsLeftOut()
{
    Job job = inState(State::Failed);
    job.message = "red error";
    job.error = "Red error (exit code 3)";
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Red error (exit code 3)"_s));
    QVERIFY(!wordsIn(*m_pane).contains(u"red error"_s));
    job.error = "Exit code 3";
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"red error"_s));
}

void tst_Detail::messageAndNoticeKeepADistance()
{
    Job job = inState(State::Failed);
    job.message = "Linking";
    job.error = "Disk full";
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"Linking"_s));
    const auto labels = m_pane->findChildren<QLabel *>();
    const auto saying = [&](const QString &words) {
        const auto it = std::find_if(labels.begin(), labels.end(),
                                     [&](const QLabel *label) { return label->text() == words; });
        return it == labels.end() ? nullptr : *it;
    };
    const QLabel *message = saying(u"Linking"_s);
    const QLabel *error = saying(u"Disk full"_s);
    QVERIFY(message && error);
    QVERIFY(error->parentWidget()->geometry().top() - message->geometry().bottom() >= 8);
}

void tst_Detail::theLogsTitleKeepsItsDistance()
{
    m_pane->show(shared(inState(State::Running)), false);
    QCoreApplication::processEvents();
    const auto *title = m_pane->log()->findChild<QLabel *>();
    const auto *field = m_pane->log()->findChild<SearchField *>();
    QCOMPARE(title->text(), u"Log"_s);
    QVERIFY(field->geometry().left() - title->geometry().right() > 12);
}

void tst_Detail::forgettingIsConfirmed()
{
    bool means = false;
    QString text;
    m_pane->setConfirm([&](QWidget *, const Question &question) {
        text = question.text;
        return means;
    });
    QSignalSpy forgotten(m_pane.get(), &DetailPane::forgetRequested);
    QMenu menu;
    m_pane->fillMenu(menu, shared(inState(State::Failed)));
    entry(menu, u"Forget …"_s)->trigger();
    QCOMPARE(forgotten.size(), 0);
    QVERIFY(text.contains(u"history"_s));
    means = true;
    entry(menu, u"Forget …"_s)->trigger();
    QCOMPARE(forgotten.size(), 1);
    QMenu running;
    m_pane->fillMenu(running, shared(inState(State::Running)));
    QVERIFY(!entry(running, u"Forget …"_s));
}

void tst_Detail::whatHasNoRoomIsInTheMenu()
{
    Job job = inState(State::Running);
    job.can.add(Ask::Cancel);
    job.can.add(Ask::Pause);
    job.url = "https://example.org/";
    const auto shown = [&] {
        QStringList names;
        QCoreApplication::processEvents();
        for (const Button *button :
             m_pane->findChildren<JobActions *>().first()->findChildren<Button *>()) {
            if (button->isVisible())
                names << button->text();
        }
        names.sort();
        return names;
    };
    m_pane->resize(600, 700);
    m_pane->show(shared(job), false);
    QCOMPARE(shown(), (QStringList{u"Cancel job"_s, u"More"_s, u"Open result"_s, u"Pause"_s}));
    m_pane->resize(330, 700);
    QCOMPARE(shown(), (QStringList{u"Cancel job"_s, u"More"_s, u"Open result"_s}));
    QMenu menu;
    m_pane->fillMenu(menu, shared(job));
    QVERIFY(entry(menu, u"Pause"_s));
}

void tst_Detail::allOfItCanBeCopied()
{
    QMenu menu;
    Job job = sample::eight()[5];
    job.details.push_back({"region", std::string("eu-1")});
    m_pane->fillMenu(menu, shared(job));
    entry(menu, u"Copy all as text"_s)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"Deploy staging\nState: Failed\n"_s));
    QVERIFY(text.contains(u"Error: Health check timed out after 30 s\n"_s));
    QVERIFY(text.contains(u"Step 3 of 4, Rollout, failed"_s));
    QVERIFY(text.contains(u"\nregion: eu-1\n"_s));
    entry(menu, u"Copy id"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), text::of(job.key.id));
}

void tst_Detail::itOpensInAWindowOfItsOwn()
{
    QSignalSpy wanted(m_pane.get(), &DetailPane::windowRequested);
    m_pane->show(shared(inState(State::Running)), false);
    for (IconButton *button : m_pane->findChildren<IconButton *>()) {
        if (button->accessibleName() == u"Open in its own window"_s)
            button->click();
    }
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<JobKey>().id, std::string("j1"));
}

void tst_Detail::theRateIsShownWhereItIsKnown()
{
    RateBook book;
    m_pane->setRates(&book);
    Job job = inState(State::Running);
    job.unit = "files";
    job.rate = 4;
    book.apply(sample::changed({job}), sample::now - 10s);
    m_pane->show(shared(job), false);
    QVERIFY(!wordsIn(*m_pane).contains(u"Rate"_s)); // one point is no line
    job.rate = 6;
    book.apply(sample::changed({job}), sample::now);
    m_pane->show(shared(job), false);
    QVERIFY(wordsIn(*m_pane).contains(u"6 files/s now  ·  average 4 files/s  ·  peak 6 files/s"_s));
    m_pane->show(shared(inState(State::Queued)), false);
    job.key.id = "other";
    m_pane->show(shared(job), false);
    QVERIFY(!wordsIn(*m_pane).contains(u"Rate"_s));
}

void tst_Detail::nothingTicksWhereNothingMoves()
{
    const auto ticks = [&] {
        QCoreApplication::processEvents();
        return m_pane->isTicking();
    };
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->show(shared(inState(State::Running)), false);
    QVERIFY(ticks());
    for (const State state : {State::Queued, State::Completed}) {
        m_pane->show(shared(inState(State::Running)), false);
        m_pane->show(shared(inState(state)), false);
        QVERIFY(!ticks());
    }
    m_pane->show(shared(inState(State::Running)), false);
    m_pane->hide();
    QVERIFY(!ticks());
}

void tst_Detail::anotherRunHasALogOfItsOwn()
{
    m_pane->show(shared(inState(State::Running)), false);
    m_pane->log()->add({{7, sample::now, "", "old"}}, 0, true);
    m_pane->show(shared(inState(State::Failed)), false);
    QCOMPARE(m_pane->log()->view()->wholeText(), u"old"_s);
    m_pane->show(shared(inState(State::Running)), false);
    m_pane->log()->add({{1, sample::now, "", "new"}}, 0, false); // its lines are counted anew
    QCOMPARE(m_pane->log()->view()->wholeText(), u"new"_s);
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dress(app, Scheme::Light);
    tst_Detail test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_detail.moc"
