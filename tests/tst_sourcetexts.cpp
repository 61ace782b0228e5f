#include "tests/support/sources.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/frame.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/pages/addsource.h"
#include "ui/pages/emptypage.h"
#include "ui/pages/sourcebar.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"
#include "ui/sourcemark.h"
#include "ui/summary.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Link = SourceState::Link;

namespace {

SourceState named(const char *name, SourceState source)
{
    source.name = QString::fromLatin1(name);
    return source;
}

SideEntry *entryOf(const MainWindow &window, const QString &name)
{
    for (SideEntry *entry : window.findChildren<SideEntry *>()) {
        if (entry->text() == name)
            return entry;
    }
    return nullptr;
}

QStringList wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    return words;
}

} // namespace

/// What a person reads of sources, and of their jobs in the light of that.
class TestSourceTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateIsSaidInWords_data();
    void theStateIsSaidInWords();
    void whatHasNoStreamIsFineWhileItIsPolled();
    void theBannerNamesThem_data();
    void theBannerNamesThem();
    void whatWasNeverReachedIsNotLost();
    void theBannerLeavesOutWholeSentences();
    void theHeadingIsOfTheSourceThatIsLookedAt();
    void aSourceWithoutJobsSaysSo();
    void whoLooksAtASourceLeavesAJobOfAnother();
    void aGuessIsNotSaidToBeFine();
    void whatIsCopiedIsSaid();
    void aSourceIsEditedAndItsSecretsStayUnseen();
};

void TestSourceTexts::theStateIsSaidInWords_data()
{
    QTest::addColumn<SourceState>("source");
    QTest::addColumn<QString>("said");
    QTest::newRow("connected") << remote() << u"Connected over SSE"_s;
    SourceState source = remote();
    source.way = SourceState::Way::WebSocket;
    QTest::newRow("a WebSocket") << source << u"Connected over WebSocket"_s;
    QTest::newRow("connecting") << remote(Link::Connecting) << u"Connecting"_s;
    QTest::newRow("paused") << remote(Link::Paused) << u"Paused"_s;
    QTest::newRow("over") << remote(Link::Over) << u"Its job has ended"_s;
    source = remote(Link::Over);
    source.pollEvery = 30s;
    QTest::newRow("resting") << source
                             << u"Its job has ended. Looks every 30 s whether it runs again"_s;
    source = remote();
    QTest::newRow("reconnecting") << away()
                                  << u"Reconnecting in 4 s, attempt 2: connection refused"_s;
    source = away();
    source.nextAttempt.reset();
    source.attempt = 1;
    QTest::newRow("at it") << source << u"Reconnecting: connection refused"_s;
    source = remote(Link::Polling);
    source.pollEvery = 3s;
    QTest::newRow("polling") << source << u"Polling every 3 s"_s;
    source.streams = 1;
    QTest::newRow("a list with a job") << source << u"Polling every 3 s, one stream open"_s;
    source.streams = 12;
    QTest::newRow("a list") << source << u"Polling every 3 s, 12 streams open"_s;
    source = away();
    source.link = Link::Disconnected;
    source.since = sample::at(14, 2);
    QTest::newRow("away") << source << u"Away since 14:02: connection refused"_s;
    source.since.reset();
    source.reason.clear();
    QTest::newRow("offline") << source << u"Away"_s;
}

void TestSourceTexts::theStateIsSaidInWords()
{
    QFETCH(const SourceState, source);
    QFETCH(const QString, said);
    QCOMPARE(stateText(source, sample::now, QLocale::c()), said);
}

void TestSourceTexts::whatHasNoStreamIsFineWhileItIsPolled()
{
    SourceState list = remote(Link::Polling);
    QVERIFY(isFine(list));
    QCOMPARE(toneOf(list, sample::now), Tone::Ok);
    list.isFallback = true;
    QVERIFY(!isFine(list));
    QCOMPARE(toneOf(list, sample::now), Tone::Idle);
}

void TestSourceTexts::theBannerNamesThem_data()
{
    QTest::addColumn<QList<SourceState>>("sources");
    QTest::addColumn<QString>("lead");
    const SourceState nas = named("nas", away());
    const SourceState ci = named("ci", away());
    QTest::newRow("one") << QList{nas, remote()} << u"Lost contact with nas"_s;
    QTest::newRow("two") << QList{nas, ci} << u"Lost contact with nas and ci"_s;
    QTest::newRow("four") << QList{nas, ci, named("x", away()), named("y", away())}
                          << u"Lost contact with nas, ci and 2 more"_s;
}

void TestSourceTexts::theBannerNamesThem()
{
    QFETCH(const QList<SourceState>, sources);
    QFETCH(const QString, lead);
    QCOMPARE(awayText(sources, 0, sample::now).lead, lead);
}

void TestSourceTexts::whatWasNeverReachedIsNotLost()
{
    SourceState ci = away();
    ci.wasReached = false;
    ci.link = Link::Disconnected;
    ci.nextAttempt.reset();
    const AwayText said = awayText({ci}, 0, sample::now);
    QCOMPARE(said.lead, u"Cannot reach ci"_s);
    QVERIFY2(said.rest.contains(u"Connection refused."_s), qPrintable(said.rest.join(u'|')));
}

void TestSourceTexts::theBannerLeavesOutWholeSentences()
{
    Banner banner;
    banner.setText({.lead = u"Lost contact with nas"_s,
                    .rest = {u"Away since 14:18."_s, u"Trying again in 4 s."_s,
                             u"One job may be out of date."_s}});
    banner.resize(1200, banner.height());
    banner.show();
    QVERIFY(wordsOf(banner).contains(
        u"Away since 14:18. Trying again in 4 s. One job may be out of date."_s));
    banner.resize(600, banner.height());
    QTRY_VERIFY(wordsOf(banner).contains(u"One job may be out of date."_s));
}

void TestSourceTexts::theHeadingIsOfTheSourceThatIsLookedAt()
{
    JobModel model([] { return sample::now; });
    model.apply(sample::whole(sample::eight()));
    QVERIFY(summaryOf(model, {}, QLocale::c()).contains(u"running"_s));
    int here = 0;
    for (const Job &job : sample::eight())
        here += job.key.source == "nas-01" && job.state == State::Running;
    QCOMPARE(model.tally("nas-01").running, here);
    QVERIFY(summaryOf(model, "nas-01", QLocale::c()).startsWith(u"%1 running"_s.arg(here)));
    QCOMPARE(summaryOf(model, "nowhere", QLocale::c()), QString());
}

void TestSourceTexts::aSourceWithoutJobsSaysSo()
{
    MainWindow window({.now = [] { return sample::now; }, .animated = false});
    window.apply(sample::whole(sample::eight()));
    window.setSources({named("empty", remote())});
    window.show();
    entryOf(window, u"empty"_s)->click();
    QVERIFY(wordsOf(window).contains(u"No jobs from here"_s));
    QVERIFY(!wordsOf(window).contains(u"No job matches"_s));
}

void TestSourceTexts::whoLooksAtASourceLeavesAJobOfAnother()
{
    MainWindow window({.now = [] { return sample::now; }, .animated = false});
    window.apply(sample::whole(sample::eight()));
    window.show();
    const JobKey nas{"nas-01", "y1"};
    window.selectJob(nas);
    QVERIFY(window.detail().isVisible());
    entryOf(window, u"nas-01"_s)->click();
    QVERIFY(window.detail().isVisible());
    entryOf(window, u"This computer"_s)->click();
    QVERIFY(window.detail().isHidden());
}

void TestSourceTexts::aGuessIsNotSaidToBeFine()
{
    AddSourceDialog dialog([] { return sample::now; }, {}, nullptr);
    dialog.show();
    auto *address = dialog.findChild<Field *>();
    QTest::keyClicks(address, u"http://ci.example/x"_s);
    QTRY_VERIFY(!dialog.draft().url.isEmpty());
    QSignalSpy asked(&dialog, &AddSourceDialog::previewRequested);
    QTRY_COMPARE(asked.size(), 1);
    const auto inkOf = [&](bool isGuess) {
        dialog.showFinding({.name = u"ci"_s, .state = remote(), .isGuess = isGuess});
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(u"Scan jobs"_s))
                return label->palette().color(QPalette::WindowText);
        }
        return QColor();
    };
    SourceState unread = remote();
    unread.badMessages = 3;
    dialog.showFinding({.name = u"ci"_s, .state = unread, .isGuess = true});
    QVERIFY(wordsOf(dialog).join(u'|').contains(u"afoot dialect new"_s));
    const Theme &theme = themeOf(dialog.palette());
    QCOMPARE(inkOf(false), theme.of(Tone::Ok));
    QCOMPARE(inkOf(true), theme.of(Tone::Idle));
}

void TestSourceTexts::whatIsCopiedIsSaid()
{
    CopyButton button(u"Copy"_s, Button::Kind::Link, [] { return u"the text"_s; });
    button.show();
    button.click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"the text"_s);
    QCOMPARE(button.text(), u"Copied"_s);
    QTRY_COMPARE(button.text(), u"Copy"_s);
}

void TestSourceTexts::aSourceIsEditedAndItsSecretsStayUnseen()
{
    MainWindow window({.now = [] { return sample::now; }, .animated = false});
    SourceState source = remote();
    source.wish = u"scan"_s;
    source.hasToken = true;
    SourceControl &control = window.sources();
    control.setDialects({{u"deploy"_s, u"Deployment chat"_s}, {u"scan"_s, u"Scan server"_s}});
    window.setSources({source});
    window.show();
    control.look(u"ci"_s);
    QSignalSpy asked(&control, &SourceControl::previewRequested);
    QSignalSpy kept(&control, &SourceControl::keepRequested);
    buttonOf(*control.bar(), u"Edit"_s)->click();
    auto *dialog = window.findChild<AddSourceDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(asked.size(), 1); // what is there is looked at at once
    SourceDraft draft = asked[0][0].value<SourceDraft>();
    QCOMPARE(
        draft,
        (SourceDraft{.of = u"ci"_s, .name = u"ci"_s, .url = source.address, .dialect = u"scan"_s}));
    control.showFinding({.name = u"ci"_s, .state = source});
    buttonOf(*dialog, u"Forget"_s)->click();
    QTRY_COMPARE(asked.size(), 2);
    control.showFinding({.name = u"ci"_s, .state = source});
    buttonOf(*dialog, u"Save"_s)->click();
    QCOMPARE(kept.size(), 1);
    draft = kept[0][0].value<SourceDraft>();
    QVERIFY(draft.dropToken && !draft.dropHeaders && draft.token.isEmpty());
    control.kept(u"ci"_s);
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestSourceTexts)
#include "tst_sourcetexts.moc"
