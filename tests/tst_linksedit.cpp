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

namespace {

/// One of the person's own, "mine", for /builds/{id}.
void writeDialect(const LinksWorld &world)
{
    const QString folder = QString::fromStdString(world.paths.dialects());
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/mine.json"_s);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(
        "{\"name\": \"mine\", \"title\": \"Mine\", \"endpoints\": {\"stream\": {\"transport\": "
        "\"sse\", \"path\": \"/builds/{id}\"}}, \"messages\": [{\"name\": \"m\", \"fields\": "
        "{\"id\": \"/build\", \"percent\": \"/part\"}}]}");
    file.close();
}

} // namespace

/// What becomes of the sources that are followed when their list is changed, by the person or on disk.
class TestLinksEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removingTellsWhoseJobsGo();
    void aChangeKeepsTheSecretsThatAreNotSaid();
    void aDialectThatCameLaterIsKnown();
    void whatWasNotUnderstoodIsReadByADialectThatCameLater();
    void aRenamedSourceIsAnotherOne();
    void aWrongChangeLeavesAllAsItIs();
    void aListThatCannotBeReadStaysAsItIs();
    void aChangeOfTheListLeavesTheOthersConnected();
    void aChangeIsPreviewedWithTheSecretsThatAreKept();
    void whatIsHiddenOfAnAddressIsPutBack_data();
    void whatIsHiddenOfAnAddressIsPutBack();
    void whatIsAskedOfAPausedSourceIsDeclined();
};

void TestLinksEdit::removingTellsWhoseJobsGo()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(eventsHead); });
    LinksWorld world;
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

void TestLinksEdit::aChangeKeepsTheSecretsThatAreNotSaid()
{
    std::vector<QByteArray> heads;
    WebServer server([&](Peer &peer, const Request &request) {
        heads.push_back(request.head);
        peer.send(eventsHead);
    });
    LinksWorld world;
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

void TestLinksEdit::aDialectThatCameLaterIsKnown()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(eventsHead + "data: {\"build\": \"7\", \"part\": 40}\n\n");
    });
    LinksWorld world;
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
    writeDialect(world);
    world.links->reload(); // as for any change in the folder of the list
    QCOMPARE(dialects.size(), 1);
    const auto names = dialects[0][0].value<QList<QPair<QString, QString>>>();
    QCOMPARE(names.last().first, u"mine"_s);
    QTRY_VERIFY(!world.applied.empty());
    QCOMPARE(world.applied.back().percent, std::optional(std::optional(40.0)));
    QCOMPARE(world.states[0].dialect, u"Mine"_s);
}

void TestLinksEdit::whatWasNotUnderstoodIsReadByADialectThatCameLater()
{
    WebServer server([](Peer &peer, const Request &) {
        peer.send(eventsHead + "data: {\"build\": \"7\", \"part\": 40}\n\n");
    });
    LinksWorld world;
    world.links->add({.name = u"ci"_s, .url = server.url(u"/builds/7"_s).toString()});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    QTRY_VERIFY(world.states[0].badMessages > 0 || !world.applied.empty());
    world.applied.clear();
    writeDialect(world);
    world.links->reload();
    QTRY_VERIFY(!world.applied.empty() &&
                world.applied.back().percent == std::optional(std::optional(40.0)));
    QCOMPARE(world.states[0].dialect, u"Mine"_s);
}

void TestLinksEdit::aRenamedSourceIsAnotherOne()
{
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(eventsHead + scanEvent("7", "running", 20)); });
    LinksWorld world;
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

void TestLinksEdit::aWrongChangeLeavesAllAsItIs()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(eventsHead); });
    LinksWorld world;
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

void TestLinksEdit::aListThatCannotBeReadStaysAsItIs()
{
    LinksWorld world;
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

void TestLinksEdit::aChangeOfTheListLeavesTheOthersConnected()
{
    std::vector<Peer *> asked;
    WebServer server([&](Peer &peer, const Request &) {
        asked.push_back(&peer);
        peer.send(eventsHead);
    });
    LinksWorld world;
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

void TestLinksEdit::aChangeIsPreviewedWithTheSecretsThatAreKept()
{
    QByteArrayList heads;
    WebServer server([&](Peer &peer, const Request &request) {
        heads.append(request.path + ' ' + request.header("Authorization"));
        peer.send(eventsHead + scanEvent("7", "running", 20));
    });
    LinksWorld world;
    world.links->add(
        {.name = u"ci"_s, .url = server.url(u"/events/7"_s).toString(), .token = u"s3cret"_s});
    QTRY_VERIFY(world.isIn(Shown::Connected));
    heads.clear();
    QSignalSpy found(world.links.get(), &Links::found);
    world.links->preview({.of = u"ci"_s, .url = server.url(u"/events/8"_s).toString()});
    QTRY_COMPARE(heads, QByteArrayList{"/events/8 Bearer s3cret"});
    world.links->preview({.of = u"ci"_s, .name = u"ci"_s, .dropToken = true});
    QTRY_COMPARE(heads, (QByteArrayList{"/events/8 Bearer s3cret", "/events/7 "}));
    world.links->preview({.of = u"nobody"_s, .name = u"x"_s});
    QTRY_VERIFY(!found.isEmpty() && !found.last()[0].value<ui::SourceFinding>().trouble.isEmpty());
    QCOMPARE(world.saved().size(), std::size_t(1));
    QCOMPARE(world.saved()[0].token, std::string("s3cret"));
}

void TestLinksEdit::whatIsHiddenOfAnAddressIsPutBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept"); ///< empty: refused
    const auto row = [](const char *name, const QString &typed, const QString &kept) {
        QTest::newRow(name) << typed << kept;
    };
    row("another path", u"http://h:1/second?token=…&x=…"_s,
        u"http://me:pw@h:1/second?token=SECRET&x=1"_s);
    row("a value of one's own", u"http://h:1/first?token=…&x=2"_s,
        u"http://me:pw@h:1/first?token=SECRET&x=2"_s);
    row("one less", u"http://h:1/first?x=…"_s, u"http://me:pw@h:1/first?x=1"_s);
    row("another user", u"http://you:too@h:1/first"_s, u"http://you:too@h:1/first"_s);
    row("none was kept", u"http://h:1/first?key=…"_s, QString());
    row("another host", u"http://evil:1/first?token=…"_s, QString());
    row("another host, nothing hidden", u"http://other:1/first"_s, u"http://other:1/first"_s);
}

void TestLinksEdit::whatIsHiddenOfAnAddressIsPutBack()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, kept);
    LinksWorld world;
    const QString first = u"http://me:pw@h:1/first?token=SECRET&x=1"_s;
    world.links->add({.name = u"ci"_s, .url = first});
    world.links->setPaused("ci", true);
    QSignalSpy refused(world.links.get(), &Links::refused);
    world.links->change({.of = u"ci"_s, .url = typed});
    QCOMPARE(refused.size(), kept.isEmpty() ? 1 : 0);
    QCOMPARE(QString::fromStdString(world.saved()[0].url), kept.isEmpty() ? first : kept);
}

void TestLinksEdit::whatIsAskedOfAPausedSourceIsDeclined()
{
    LinksWorld world;
    world.links->add({.name = u"ci"_s, .url = u"http://127.0.0.1:9/events/7"_s});
    world.links->setPaused("ci", true);
    world.applied.clear();
    world.links->ask({"ci", "7"}, Ask::Cancel);
    QTRY_COMPARE(world.applied.size(), std::size_t(1));
    QVERIFY(world.applied[0].declined.has_value());
    QCOMPARE(world.applied[0].declined->ask, Ask::Cancel);
    QVERIFY(world.applied[0].declined->why.find("paused") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestLinksEdit)
#include "tst_linksedit.moc"
