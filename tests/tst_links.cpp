#include "app/desktop/links.h"
#include "core/wire/sourcejson.h"
#include "tests/support/fakeclock.h"
#include "tests/support/webserver.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Peer = WebServer::Peer;
using Request = WebServer::Request;
using Shown = ui::SourceState::Link;

namespace {

const QByteArray eventsHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

QByteArray scanEvent(const QByteArray &id, const QByteArray &status, int percent)
{
    return "data: {\"job_id\": \"" + id + "\", \"status\": \"" + status +
           "\", \"progress\": {\"phase\": \"clone\", \"percent\": " + QByteArray::number(percent) +
           "}}\n\n";
}

/// The links of a person with a folder of their own, in the test's own thread.
struct World
{
    World()
    {
        paths.data = folder.filePath(u"data"_s).toStdString();
        paths.config = folder.filePath(u"config"_s).toStdString();
        links = std::make_unique<Links>(paths, clock, box);
        QObject::connect(links.get(), &Links::learned, links.get(), [this] {
            for (Update &update : box.take())
                applied.push_back(std::move(update));
        });
        QObject::connect(links.get(), &Links::changed, links.get(),
                         [this](const QList<ui::SourceState> &now) { states = now; });
        links->reload();
    }
    std::vector<SavedSource> saved() const { return *readSources(paths.sources()); }
    bool isIn(Shown link) const { return states.size() == 1 && states[0].link == link; }

    QTemporaryDir folder{};
    Paths paths{};
    FakeClock clock{};
    UpdateBox box{};
    std::vector<Update> applied{};
    QList<ui::SourceState> states{};
    std::unique_ptr<Links> links{};
};

} // namespace

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
    void removingTellsWhoseJobsGo();
    void aChangeKeepsTheSecretsThatAreNotSaid();
    void aDialectThatCameLaterIsKnown();
    void aRenamedSourceIsAnotherOne();
    void aWrongChangeLeavesAllAsItIs();
    void whatIsToldOfASourceFitsAReport();
    void aListThatCannotBeReadStaysAsItIs();
    void aChangeOfTheListLeavesTheOthersConnected();
};

void TestLinks::whatIsAddedIsFollowedAndKept()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(eventsHead + scanEvent("7", "running", 20)); });
    World world;
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
    World world;
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
    World world;
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
    World world;
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
    World world;
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
    World world;
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

void TestLinks::removingTellsWhoseJobsGo()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(eventsHead); });
    World world;
    world.links->add({.name = u"ci"_s, .url = server.url(u"/events/7"_s).toString()});
    QTRY_COMPARE(int(server.openConnections()), 1);
    QSignalSpy removed(world.links.get(), &Links::removed);
    world.links->remove("ci");
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toString(), u"ci"_s);
    QVERIFY(world.saved().empty());
    QVERIFY(world.states.isEmpty());
    QTRY_COMPARE(int(server.openConnections()), 0);
}

void TestLinks::aChangeKeepsTheSecretsThatAreNotSaid()
{
    std::vector<QByteArray> heads;
    WebServer server([&](Peer &peer, const Request &request) {
        heads.push_back(request.head);
        peer.send(eventsHead);
    });
    World world;
    const QString url = server.url(u"/events/7?key=hidden"_s).toString();
    world.links->add({.name = u"ci"_s,
                      .url = url,
                      .dialect = u"scan"_s,
                      .token = u"s3cret"_s,
                      .headers = u"X-Api-Key: k1"_s});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    QCOMPARE(world.states[0].wish, u"scan"_s);
    QVERIFY(world.states[0].hasToken && world.states[0].hasHeaders);
    QSignalSpy edited(world.links.get(), &Links::edited);
    // as a page would: with the address that it was shown
    world.links->change({.of = u"ci"_s, .name = u"ci"_s, .url = world.states[0].address});
    QCOMPARE(edited.size(), 1);
    SavedSource saved = world.saved()[0];
    QCOMPARE(saved.url, url.toStdString());
    QCOMPARE(saved.token, std::string("s3cret"));
    QCOMPARE(saved.headers.size(), std::size_t(1));
    QVERIFY(saved.dialect.empty());
    QTRY_COMPARE(heads.size(), std::size_t(2)); // it is followed as it is now
    QVERIFY(heads[1].contains("Bearer s3cret") && heads[1].contains("X-Api-Key: k1"));
    world.links->change({.of = u"ci"_s, .token = u"other"_s, .dropHeaders = true});
    QTRY_COMPARE(heads.size(), std::size_t(3));
    QVERIFY(heads[2].contains("Bearer other") && !heads[2].contains("X-Api-Key"));
    world.links->change({.of = u"ci"_s, .dropToken = true});
    QTRY_COMPARE(heads.size(), std::size_t(4));
    QVERIFY(!heads[3].contains("Bearer"));
    QVERIFY(!world.states[0].hasToken && !world.states[0].hasHeaders);
}

void TestLinks::aDialectThatCameLaterIsKnown()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(eventsHead + "data: {\"build\": \"7\", \"part\": 40}\n\n");
    });
    World world;
    const ui::SourceDraft draft{
        .name = u"ci"_s, .url = server.url(u"/builds/7"_s).toString(), .dialect = u"mine"_s};
    QSignalSpy refused(world.links.get(), &Links::refused);
    QSignalSpy dialects(world.links.get(), &Links::dialects);
    world.links->add(draft);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!writeSources(world.paths.sources(),
                          {{.name = "ci", .url = draft.url.toStdString(), .dialect = "mine"}}));
    world.links->reload();
    QVERIFY(world.isIn(Shown::Disconnected));
    const QString folder = QString::fromStdString(world.paths.dialects());
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/mine.json"_s);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(
        "{\"name\": \"mine\", \"title\": \"Mine\", \"endpoints\": {\"stream\": {\"transport\": "
        "\"sse\", \"path\": \"/builds/{id}\"}}, \"messages\": [{\"name\": \"m\", \"fields\": "
        "{\"id\": \"/build\", \"percent\": \"/part\"}}]}");
    file.close();
    world.links->reload(); // as for any change in the folder of the list
    QCOMPARE(dialects.size(), 1);
    const auto names = dialects[0][0].value<QList<QPair<QString, QString>>>();
    QCOMPARE(names.last().first, u"mine"_s);
    QTRY_VERIFY(!world.applied.empty());
    QCOMPARE(world.applied.back().percent, std::optional(std::optional(40.0)));
    QCOMPARE(world.states[0].dialect, u"Mine"_s);
}

void TestLinks::aRenamedSourceIsAnotherOne()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(eventsHead + scanEvent("7", "running", 20)); });
    World world;
    world.links->add({.name = u"ci"_s, .url = server.url(u"/events/7"_s).toString()});
    QTRY_VERIFY(!world.applied.empty());
    QSignalSpy removed(world.links.get(), &Links::removed);
    QSignalSpy edited(world.links.get(), &Links::edited);
    world.links->change({.of = u"ci"_s, .name = u"builds"_s});
    QCOMPARE(removed[0][0].toString(), u"ci"_s);
    QCOMPARE(edited[0][0].toString(), u"builds"_s);
    QTRY_COMPARE(world.applied.back().key.source, std::string("builds"));
    QCOMPARE(world.states.size(), 1);
    QCOMPARE(world.saved()[0].name, std::string("builds"));
}

void TestLinks::aWrongChangeLeavesAllAsItIs()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(eventsHead); });
    World world;
    world.links->add({.name = u"ci"_s, .url = server.url(u"/events/7"_s).toString()});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    const auto before = world.saved();
    QSignalSpy refused(world.links.get(), &Links::refused);
    world.links->change({.of = u"ci"_s, .url = u"http://h:99999"_s});
    world.links->change({.of = u"ci"_s, .dialect = u"klingon"_s});
    world.links->change({.of = u"ci"_s, .headers = u"what"_s});
    world.links->change({.of = u"ci"_s, .name = u"local"_s});
    world.links->change({.of = u"cd"_s, .name = u"x"_s});
    QCOMPARE(refused.size(), 5);
    QVERIFY(refused[0][0].toString().contains(u"99999"_s));
    QVERIFY(world.saved() == before);
    QCOMPARE(int(server.openConnections()), 1);
}

void TestLinks::whatIsToldOfASourceFitsAReport()
{
    using Told = SourceInfo::State;
    World world;
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

void TestLinks::aListThatCannotBeReadStaysAsItIs()
{
    World world;
    QVERIFY(QDir().mkpath(QString::fromStdString(world.paths.data)));
    QFile file(QString::fromStdString(world.paths.sources()));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("{ half");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QSignalSpy refused(world.links.get(), &Links::refused);
    QSignalSpy said(world.links.get(), &Links::said);
    world.links->add({.name = u"ci"_s, .url = u"http://127.0.0.1:1/events/7"_s});
    QCOMPARE(refused.size(), 1);
    world.links->setPaused("ci", true);
    world.links->reload();
    QCOMPARE(said.size(), 2);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ half"));
}

void TestLinks::aChangeOfTheListLeavesTheOthersConnected()
{
    std::vector<Peer *> asked;
    WebServer server([&](Peer &peer, const Request &) {
        asked.push_back(&peer);
        peer.send(eventsHead);
    });
    World world;
    world.links->add({.name = u"a"_s, .url = server.url(u"/events/1"_s).toString()});
    QTRY_COMPARE(asked.size(), std::size_t(1));
    world.links->add({.name = u"b"_s, .url = server.url(u"/events/2"_s).toString()});
    QTRY_COMPARE(asked.size(), std::size_t(2));
    world.links->reload();
    world.links->setPaused("b", true);
    world.links->setPaused("b", false);
    QTRY_COMPARE(asked.size(), std::size_t(3));
    QVERIFY(!asked[0]->isGone());
    QTRY_VERIFY(asked[1]->isGone());
    QVERIFY(!asked[2]->isGone());
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
