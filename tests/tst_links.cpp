#include "core/wire/sourcejson.h"
#include "tests/support/linksworld.h"
#include "tests/support/webserver.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Peer = WebServer::Peer;
using Request = WebServer::Request;
using Shown = ui::SourceState::Link;

/// The remote trackers that the window follows: kept on disk, previewed, paused, looked into.
class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAddedIsFollowedAndKept();
    void whatIsWrongWithADraftIsSaid_data();
    void whatIsWrongWithADraftIsSaid();
    void secretsGoToTheTrackerAndNowhereElse();
    void aPreviewShowsItsJobsAndLeavesNoTrace();
    void anotherPreviewEndsTheOneBefore();
    void aPausedSourceIsNotConnectedAndKeepsItsHistory();
    void whatIsToldOfASourceFitsAReport();
};

void TestLinks::whatIsAddedIsFollowedAndKept()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(eventsHead + scanEvent("7", "running", 20)); });
    LinksWorld world;
    QSignalSpy added(world.links.get(), &Links::added);
    world.links->add({.url = server.url(u"/events/7"_s).toString()});
    QCOMPARE(added.size(), 1);
    QCOMPARE(world.saved().size(), std::size_t(1));
    QTRY_VERIFY(world.isIn(Shown::Connected));
    const ui::SourceState &state = world.states[0];
    QVERIFY(state.isRemote);
    QCOMPARE(state.way, ui::SourceState::Way::Sse);
    QVERIFY(!state.dialect.isEmpty());
    QTRY_VERIFY(!world.applied.empty());
    QCOMPARE(world.applied.back().key.source, added[0][0].toString().toStdString());
    QSignalSpy details(world.links.get(), &Links::details);
    world.links->look(added[0][0].toString().toStdString());
    const auto known = details[0][0].value<ui::SourceDetails>();
    QCOMPARE(known.messages, 1U);
    QVERIFY(known.bytes > 50);
    QVERIFY(known.answer);
    QCOMPARE(known.changes.last().link, Shown::Connected);
}

void TestLinks::whatIsWrongWithADraftIsSaid_data()
{
    QTest::addColumn<ui::SourceDraft>("draft");
    QTest::addColumn<QString>("said");
    QTest::newRow("no URL") << ui::SourceDraft{.url = u"nonsense"_s} << u"http://"_s;
    QTest::newRow("no such dialect")
        << ui::SourceDraft{.url = u"http://h/x"_s, .dialect = u"klingon"_s} << u"klingon"_s;
    QTest::newRow("a header that is none")
        << ui::SourceDraft{.url = u"http://h/x"_s, .headers = u"what"_s} << u"Name: value"_s;
    QTest::newRow("this computer's name")
        << ui::SourceDraft{.name = u"local"_s, .url = u"http://h/x"_s} << u"local"_s;
}

void TestLinks::whatIsWrongWithADraftIsSaid()
{
    QFETCH(const ui::SourceDraft, draft);
    QFETCH(const QString, said);
    LinksWorld world;
    QSignalSpy refused(world.links.get(), &Links::refused);
    QSignalSpy found(world.links.get(), &Links::found);
    world.links->add(draft);
    QCOMPARE(refused.size(), 1);
    QVERIFY2(refused[0][0].toString().contains(said), qPrintable(refused[0][0].toString()));
    QVERIFY(world.saved().empty());
    world.links->preview(draft);
    QVERIFY(found[0][0].value<ui::SourceFinding>().trouble.contains(said));
}

void TestLinks::secretsGoToTheTrackerAndNowhereElse()
{
    QByteArray head;
    WebServer server([&](Peer &peer, const Request &request) {
        head = request.head;
        peer.send(eventsHead);
    });
    LinksWorld world;
    const QUrl url = server.url(u"/events/7?api_key=hidden"_s);
    world.links->add({.name = u"ci"_s,
                      .url = url.toString(),
                      .token = u"s3cret"_s,
                      .headers = u"X-Api-Key: k1"_s});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    QVERIFY(head.contains("Authorization: Bearer s3cret"));
    QVERIFY(head.contains("X-Api-Key: k1"));
    QSignalSpy details(world.links.get(), &Links::details);
    world.links->look("ci");
    const QString report =
        ui::reportOf(world.states[0], details[0][0].value<ui::SourceDetails>(), {}, u"1"_s);
    for (const QString &secret : {u"s3cret"_s, u"k1"_s, u"hidden"_s})
        QVERIFY2(!report.contains(secret), qPrintable(report));
}

void TestLinks::aPreviewShowsItsJobsAndLeavesNoTrace()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(eventsHead + scanEvent("7", "running", 20) + "data: garbage\n\n");
    });
    LinksWorld world;
    QSignalSpy found(world.links.get(), &Links::found);
    QSignalSpy jobs(world.links.get(), &Links::previewChanged);
    world.links->preview({.url = server.url(u"/events/7"_s).toString()});
    QTRY_VERIFY(!jobs.isEmpty());
    const auto delta = jobs[0][0].value<Delta>();
    QCOMPARE(delta.changes.size(), std::size_t(1));
    QCOMPARE(delta.changes[0].job->percent, std::optional(20.0));
    const auto finding = found.last()[0].value<ui::SourceFinding>();
    QCOMPARE(finding.state.link, Shown::Connected);
    QVERIFY(!finding.isGuess);
    QTRY_COMPARE(found.last()[0].value<ui::SourceFinding>().state.badMessages, 1U);
    QVERIFY(world.saved().empty());
    QVERIFY(world.applied.empty());
    QVERIFY(world.states.isEmpty());
}

void TestLinks::anotherPreviewEndsTheOneBefore()
{
    std::vector<Peer *> asked; // Qt may open a connection more, which nothing is asked on
    WebServer server([&](Peer &peer, const Request &) {
        asked.push_back(&peer);
        peer.send(eventsHead);
    });
    LinksWorld world;
    world.links->preview({.url = server.url(u"/events/1"_s).toString()});
    QTRY_COMPARE(asked.size(), std::size_t(1));
    world.links->preview({.url = server.url(u"/events/2"_s).toString()});
    QTRY_COMPARE(asked.size(), std::size_t(2));
    QTRY_VERIFY(asked[0]->isGone());
    QVERIFY(!asked[1]->isGone());
    world.links->endPreview();
    QTRY_VERIFY(asked[1]->isGone());
}

void TestLinks::aPausedSourceIsNotConnectedAndKeepsItsHistory()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(eventsHead + scanEvent("7", "running", 20)); });
    LinksWorld world;
    world.links->add({.name = u"ci"_s, .url = server.url(u"/events/7"_s).toString()});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    QTRY_VERIFY(!world.applied.empty());
    const std::size_t before = world.applied.size();
    world.links->setPaused("ci", true);
    QVERIFY(world.isIn(Shown::Paused));
    QVERIFY(world.saved()[0].paused);
    QTRY_COMPARE(int(server.openConnections()), 0);
    QSignalSpy details(world.links.get(), &Links::details);
    world.links->look("ci");
    auto known = details[0][0].value<ui::SourceDetails>();
    QCOMPARE(known.messages, 1U);
    QCOMPARE(known.changes.last().link, Shown::Paused);
    QVERIFY(known.changes.size() > 1);
    world.links->setPaused("ci", false);
    QTRY_VERIFY(world.isIn(Shown::Connected));
    QTRY_VERIFY(world.applied.size() > before);
    world.links->look("ci");
    known = details.last()[0].value<ui::SourceDetails>();
    QCOMPARE(known.messages, 2U);
    QCOMPARE(known.changes.last().link, Shown::Connected);
}

void TestLinks::whatIsToldOfASourceFitsAReport()
{
    using Told = SourceInfo::State;
    LinksWorld world;
    world.links->add({.name = u"ci"_s, .url = u"http://127.0.0.1:1/events/7?token=hush"_s});
    QTRY_VERIFY(world.isIn(Shown::Reconnecting));
    const std::vector<SourceInfo> infos = infosOf(world.states);
    QCOMPARE(infos[0].name, std::string("ci"));
    QCOMPARE(infos[0].state, Told::Reconnecting);
    QVERIFY(infos[0].since && !infos[0].reason.empty() && !infos[0].dialect.empty());
    QCOMPARE(infos[0].url.find("hush"), std::string::npos);
    ui::SourceState rude = world.states[0];
    rude.reason = QString(2000, u'x') + u"\x1b[31m"_s;
    rude.link = Shown::Polling;
    QList<ui::SourceState> many;
    for (std::size_t i = 0; i < SourceReport::maxSources + 5; ++i) {
        rude.name = QString::number(i);
        many.append(rude);
    }
    const SourceReport report{.sources = infosOf(many)};
    QCOMPARE(report.sources[0].transport, std::string("poll"));
    const auto read = wire::sourcesFromJson(wire::toJson(report));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    world.links->setPaused("ci", true);
    QCOMPARE(infosOf(world.states)[0].state, Told::Paused);
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
