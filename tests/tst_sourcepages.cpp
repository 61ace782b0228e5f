#include "tests/support/sources.h"
#include "ui/controls.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/pages/addsource.h"
#include "ui/pages/sourcebar.h"
#include "ui/pages/sourcedetails.h"
#include "ui/presence/news.h"
#include "ui/presence/toasts.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Link = SourceState::Link;

namespace {

UiOptions options()
{
    return {.now = [] { return sample::now; }, .animated = false};
}

} // namespace

/// What a person sees of the sources of jobs, and does about them.
class TestSourcePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBarOffersWhatFits();
    void thisComputerIsFirst();
    void onlyRemoteSourcesHaveABarAndAMenu();
    void removingIsConfirmed();
    void whatIsTypedIsLookedAtOnceAndAfterAPause();
    void ofWhatALinkFilledInNothingIsAskedByItself();
    void aLinkLeavesWhatIsTypedAlone();
    void whatCannotBeFollowedIsNotAdded();
    void aFindingOfWhatStoodThereBeforeIsPassedOver();
    void itsJobsAreShownBeforeItIsKept();
    void theReportHasAllOfItAndNoMarkup();
    void changesAreListedLatestFirst();
    void thatASourceIsAwayOrBackIsToldOnce();
    void whatASourceHadBehindItIsNoNews();
    void aPausedSourceIsNoTrouble();
};

void TestSourcePages::theBarOffersWhatFits()
{
    SourceBar bar;
    QSignalSpy pause(&bar, &SourceBar::pauseRequested);
    bar.show(remote(), sample::now);
    QVERIFY(!buttonOf(bar, u"Retry now"_s));
    buttonOf(bar, u"Pause"_s)->click();
    QCOMPARE(pause.takeFirst(), (QVariantList{u"ci"_s, true}));
    bar.show(remote(Link::Paused), sample::now);
    QVERIFY(!buttonOf(bar, u"Retry now"_s));
    buttonOf(bar, u"Resume"_s)->click();
    QCOMPARE(pause.takeFirst(), (QVariantList{u"ci"_s, false}));
    QSignalSpy retry(&bar, &SourceBar::retryRequested);
    bar.show(away(), sample::now);
    buttonOf(bar, u"Retry now"_s)->click();
    QCOMPARE(retry.size(), 1);
    SourceState bad = remote();
    bad.badMessages = 1;
    bar.show(bad, sample::now);
    QVERIFY(bar.accessibleName().contains(u"One message could not be read"_s));
}

void TestSourcePages::thisComputerIsFirst()
{
    SideBar side;
    SourceState here{.name = u"local"_s};
    SourceState zoo = remote();
    zoo.name = u"zoo"_s;
    SourceState apple = remote();
    apple.name = u"Apple"_s;
    side.setSources({zoo, apple, here}, {{"build", 2}}, sample::now);
    side.show();
    QList<SideEntry *> entries;
    for (SideEntry *entry : side.findChildren<SideEntry *>()) {
        if (entry->parentWidget() != &side)
            entries << entry;
    }
    std::sort(entries.begin(), entries.end(),
              [](const SideEntry *a, const SideEntry *b) { return a->y() < b->y(); });
    QStringList names;
    for (const SideEntry *entry : entries)
        names << entry->text();
    QCOMPARE(names, (QStringList{u"This computer"_s, u"Apple"_s, u"build"_s, u"zoo"_s}));
}

void TestSourcePages::onlyRemoteSourcesHaveABarAndAMenu()
{
    MainWindow window(options());
    window.setSources({{.name = u"local"_s}, remote()});
    window.show();
    SourceControl &control = window.sources();
    control.look(u"local"_s);
    QVERIFY(!control.bar()->isVisible());
    control.look(u"ci"_s);
    QVERIFY(control.bar()->isVisible());
    control.look({});
    QVERIFY(!control.bar()->isVisible());
    QMenu menu;
    control.fillMenu(menu, u"local"_s);
    QVERIFY(menu.isEmpty());
    control.fillMenu(menu, u"ci"_s);
    QVERIFY(!menu.isEmpty());
}

void TestSourcePages::removingIsConfirmed()
{
    MainWindow window(options());
    window.setSources({remote()});
    window.show();
    SourceControl &control = window.sources();
    control.look(u"ci"_s);
    QSignalSpy removed(&control, &SourceControl::removeRequested);
    bool answer = false;
    QString asked;
    control.setConfirm([&](QWidget *, const Question &question) {
        asked = question.title;
        return answer;
    });
    buttonOf(*control.bar(), u"Remove"_s)->click();
    QCOMPARE(removed.size(), 0);
    QVERIFY(asked.contains(u"ci"_s));
    answer = true;
    buttonOf(*control.bar(), u"Remove"_s)->click();
    QCOMPARE(removed.size(), 1);
}

void TestSourcePages::whatIsTypedIsLookedAtOnceAndAfterAPause()
{
    AddSourceDialog dialog(options().now, {{u"scan"_s, u"Scan jobs"_s}}, nullptr);
    QSignalSpy previews(&dialog, &AddSourceDialog::previewRequested);
    QSignalSpy ended(&dialog, &AddSourceDialog::previewEnded);
    dialog.show();
    Field *url = dialog.findChild<Field *>();
    QTest::keyClicks(url, u"http://ci/events/7"_s);
    QCOMPARE(previews.size(), 0); // not with each letter
    QVERIFY(ended.size() >= 1);
    QTRY_COMPARE(previews.size(), 1);
    const auto draft = previews[0][0].value<SourceDraft>();
    QCOMPARE(draft.url, u"http://ci/events/7"_s);
    QVERIFY(draft.dialect.isEmpty() && draft.token.isEmpty());
    url->clear();
    QTest::qWait(600); // an empty address is not asked about
    QCOMPARE(previews.size(), 1);
}

void TestSourcePages::ofWhatALinkFilledInNothingIsAskedByItself()
{
    AddSourceDialog dialog(options().now, {}, nullptr);
    AddSourceDialog later(options().now, {}, nullptr);
    QSignalSpy previews(&dialog, &AddSourceDialog::previewRequested);
    QSignalSpy previewsOfLater(&later, &AddSourceDialog::previewRequested);
    dialog.show();
    dialog.suggest(u"http://ci/events/7"_s);
    later.findChild<Field *>()->setText(u"http://ci/events/8"_s);
    QTRY_COMPARE(previewsOfLater.size(), 1); // by then it would have been, too
    QCOMPARE(previews.size(), 0);
    QVERIFY(!buttonOf(dialog, u"Add source"_s)->isEnabled());
    Button *look = buttonOf(dialog, u"See what it has"_s);
    QVERIFY(look != nullptr);
    look->click();
    QVERIFY(!look->isVisible());
    QTRY_COMPARE(previews.size(), 1);
    QCOMPARE(previews[0][0].value<SourceDraft>().url, u"http://ci/events/7"_s);
}

void TestSourcePages::aLinkLeavesWhatIsTypedAlone()
{
    MainWindow window(options());
    window.show();
    SourceControl &control = window.sources();
    control.suggest(u"http://ci/events/7"_s);
    auto *url = window.findChild<AddSourceDialog *>()->findChild<Field *>();
    QCOMPARE(url->text(), u"http://ci/events/7"_s);
    url->setText(u"http://mine/"_s);
    control.suggest(u"http://other/"_s);
    QCOMPARE(window.findChildren<AddSourceDialog *>().size(), 1);
    QCOMPARE(url->text(), u"http://mine/"_s);
}

void TestSourcePages::whatCannotBeFollowedIsNotAdded()
{
    AddSourceDialog dialog(options().now, {}, nullptr);
    dialog.show();
    QSignalSpy added(&dialog, &AddSourceDialog::keepRequested);
    QSignalSpy previews(&dialog, &AddSourceDialog::previewRequested);
    Button *add = buttonOf(dialog, u"Add source"_s);
    QVERIFY(!add->isEnabled());
    dialog.findChild<Field *>()->setText(u"nonsense"_s);
    QTRY_COMPARE(previews.size(), 1);
    dialog.showFinding({.trouble = u"A tracker has a <b>URL</b>."_s});
    QVERIFY(!add->isEnabled());
    dialog.findChild<Field *>()->setText(u"http://ci/events/7"_s);
    QTRY_COMPARE(previews.size(), 2);
    dialog.showFinding({.name = u"ci"_s, .state = remote()});
    QVERIFY(add->isEnabled());
    add->click();
    QCOMPARE(added.size(), 1);
    QVERIFY(dialog.isVisible()); // until it is kept
    dialog.refuse(u"There is a source \"ci\" already."_s);
    QVERIFY(dialog.isVisible());
    QVERIFY(add->isEnabled());
}

void TestSourcePages::aFindingOfWhatStoodThereBeforeIsPassedOver()
{
    AddSourceDialog dialog(options().now, {}, nullptr);
    dialog.show();
    dialog.findChild<Field *>()->setText(u"http://ci/events/7"_s);
    dialog.showFinding({.name = u"old"_s, .state = remote()});
    QVERIFY(!buttonOf(dialog, u"Add source"_s)->isEnabled());
}

void TestSourcePages::itsJobsAreShownBeforeItIsKept()
{
    MainWindow window(options());
    window.show();
    SourceControl &control = window.sources();
    QSignalSpy previews(&control, &SourceControl::previewRequested);
    QSignalSpy ended(&control, &SourceControl::previewEnded);
    control.add();
    auto *dialog = window.findChild<AddSourceDialog *>();
    QVERIFY(dialog != nullptr);
    control.add(); // the same once more
    QCOMPARE(window.findChildren<AddSourceDialog *>().size(), 1);
    dialog->findChild<Field *>()->setText(u"http://ci/events/7"_s);
    QTRY_COMPARE(previews.size(), 1);
    control.showFinding({.name = u"ci"_s, .state = remote()});
    control.showPreview(sample::whole(sample::eight()));
    auto *list = dialog->findChild<JobView *>();
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), 8);
    QCOMPARE(window.model().total(), 0); // and nowhere else
    ended.clear();
    control.kept(u"ci"_s);
    QTRY_VERIFY(window.findChildren<AddSourceDialog *>().isEmpty());
    QVERIFY(ended.size() >= 1);
}

void TestSourcePages::theReportHasAllOfItAndNoMarkup()
{
    SourceDetails details{.name = u"ci"_s, .messages = 1234, .bytes = 99, .polls = 2};
    details.fallback = 3100ms;
    details.lastBad = u"no JSON: <b>x</b>"_s;
    details.changes = {
        {.at = sample::at(14, 2), .link = Link::Connected},
        {.at = sample::at(14, 3), .link = Link::Reconnecting, .reason = u"refused"_s, .times = 3}};
    const QString report = reportOf(away(), details, sample::now, u"1.2"_s);
    for (const QString &line :
         {u"Afoot 1.2, source \"ci\""_s, u"address: https://ci.example/events/7"_s,
          u"messages: 1234"_s, u"time to fallback: 3100 ms, answer after: not known"_s,
          u"2026-03-17T14:03:00.000Z reconnecting: refused (3 times)"_s,
          u"last message that was not readable: no JSON: <b>x</b>"_s})
        QVERIFY2(report.contains(line), qPrintable(line + u"\n"_s + report));
}

void TestSourcePages::changesAreListedLatestFirst()
{
    MainWindow window(options());
    window.setSources({away()});
    window.show();
    SourceControl &control = window.sources();
    QSignalSpy wanted(&control, &SourceControl::detailsRequested);
    control.look(u"ci"_s);
    buttonOf(*control.bar(), u"Details"_s)->click();
    QCOMPARE(wanted.size(), 1);
    SourceDetails details{.name = u"ci"_s};
    details.changes = {{.at = sample::at(14, 2), .link = Link::Connected},
                       {.at = sample::at(14, 18), .link = Link::Reconnecting}};
    control.showDetails(details);
    auto *dialog = window.findChild<SourceDetailsDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const auto *model = dialog->findChild<QAbstractItemView *>()->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 1).data().toString(), u"Reconnecting"_s);
    QCOMPARE(model->index(1, 1).data().toString(), u"Connected"_s);
    buttonOf(*dialog, u"Copy for a bug report"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Afoot "_s));
    QTRY_VERIFY(wanted.size() >= 2); // it keeps up while it is looked at
}

void TestSourcePages::thatASourceIsAwayOrBackIsToldOnce()
{
    MainWindow window(options());
    window.show();
    QSignalSpy news(&window, &MainWindow::newsReady);
    window.setSources({remote()});
    SourceState hiccup = away();
    hiccup.since = sample::now - 1s;
    window.setSources({hiccup});
    window.setSources({remote()});
    QCOMPARE(news.size(), 0);
    window.setSources({away()});
    window.setSources({away()});
    QCOMPARE(news.size(), 1);
    QCOMPARE(news[0][0].value<News>().title, u"Lost contact with ci"_s);
    QCOMPARE(news[0][0].value<News>().text, u"connection refused"_s);
    window.setSources({remote(Link::Connecting)});
    QCOMPARE(news.size(), 1);
    window.setSources({remote()});
    window.setSources({remote()});
    QCOMPARE(news.size(), 2);
    QCOMPARE(news[1][0].value<News>().title, u"Back in contact with ci"_s);
    window.setSources({away()});
    window.setSources({});
    window.setSources({remote()}); // added anew
    QCOMPARE(news.size(), 3);
}

void TestSourcePages::whatASourceHadBehindItIsNoNews()
{
    Job job{.key = {"ci", "1"}, .state = State::Running};
    job.startedAt = sample::now - 60s;
    const auto isOldNow = [](const Job &of, std::optional<State> before = {}) {
        return isOld({.job = std::make_shared<const Job>(of), .before = before}, sample::now);
    };
    QVERIFY(isOldNow(job));
    QVERIFY(!isOldNow(job, State::Queued));
    job.startedAt = sample::now - 2s;
    QVERIFY(!isOldNow(job));
    job.state = State::Failed;
    job.finishedAt = sample::now - 3600s;
    QVERIFY(isOldNow(job));
    QVERIFY(!isOldNow(job, State::Running)); // it ended while it was followed, or away
    job.key.source = "local";
    QVERIFY(!isOldNow(job));
}

void TestSourcePages::aPausedSourceIsNoTrouble()
{
    MainWindow window(options());
    Job job{.key = {"ci", "1"}, .title = "T", .state = State::Running};
    job.updatedAt = sample::now - 60s;
    window.apply(sample::whole({job}));
    window.setSources({remote(Link::Paused)});
    window.show();
    QVERIFY(!buttonOf(window, u"Retry now"_s));
    QVERIFY(window.model().isPaused(job));
    QCOMPARE(lookOf(job, true, sample::now, QLocale(), true).time, u"Not followed now"_s);
}

QTEST_MAIN(TestSourcePages)
#include "tst_sourcepages.moc"
