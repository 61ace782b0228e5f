#include "app/desktop/afooturl.h"
#include "app/desktop/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace afoot;
using namespace Qt::StringLiterals;

/// What links may say, and how a second start passes them on.
class tst_afooturl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkLeadsToItsPlace_data();
    void aLinkLeadsToItsPlace();
    void anythingElseLeadsNowhere_data();
    void anythingElseLeadsNowhere();
    void aSecondStartPassesOnWhatItWasStartedFor();
    void withoutAWindowNobodyTakesIt();
    void whatIsNoSummonsIsIgnored_data();
    void whatIsNoSummonsIsIgnored();
    void linksArePassedOnWithinBounds();
};

void tst_afooturl::aLinkLeadsToItsPlace_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<AfootUrl>("place");
    const auto row = [](const char *link, const AfootUrl &place) {
        QTest::newRow(link) << QString::fromUtf8(link) << place;
    };
    row("afoot://job/01J9ZK", LinkToJob{.id = u"01J9ZK"_s});
    row("AFOOT://JOB/01J9ZK", LinkToJob{.id = u"01J9ZK"_s});
    row("afoot://job/nas/build-7", LinkToJob{.source = u"nas"_s, .id = u"build-7"_s});
    row("afoot://job/nas/a%2Fb%20c", LinkToJob{.source = u"nas"_s, .id = u"a/b c"_s});
    row("afoot://job/%C3%BC", LinkToJob{.id = u"ü"_s});
    row("afoot://job/a?url=http://h/", LinkToJob{.id = u"a"_s});
    row("afoot://add", LinkToAdd{});
    row("afoot://add?url=https://nas:4680/stream", LinkToAdd{.url = u"https://nas:4680/stream"_s});
    row("afoot://add?url=wss%3A%2F%2Fnas%2Fws%3Fa%3Db", LinkToAdd{.url = u"wss://nas/ws?a=b"_s});
    row("afoot://add?token=x&url=http://nas", LinkToAdd{.url = u"http://nas"_s});
    row("afoot://history", LinkToHistory{});
    row("afoot://history?kind=deploy%20now", LinkToHistory{.kind = u"deploy now"_s});
    row("afoot://settings", LinkToSettings{});
    row("afoot://settings/", LinkToSettings{});
    row("afoot://settings/notifications", LinkToSettings{.section = u"notifications"_s});
}

void tst_afooturl::aLinkLeadsToItsPlace()
{
    QFETCH(QString, link);
    QFETCH(AfootUrl, place);
    const auto read = readAfootUrl(link);
    QVERIFY(read);
    QVERIFY(*read == place);
}

void tst_afooturl::anythingElseLeadsNowhere_data()
{
    QTest::addColumn<QString>("link");
    for (const char *link : {"",
                             "afoot",
                             "afoot:",
                             "afoot://",
                             "afoot:job/a",
                             "afoot:/job/a",
                             "job/a",
                             "http://job/a",
                             "file:///etc/passwd",
                             "javascript:alert(1)",
                             "--action",
                             "quit",
                             "afoot://quit",
                             "afoot://action/quit",
                             "afoot://pause-notifications",
                             "afoot://run/ls",
                             "afoot://job",
                             "afoot://job/",
                             "afoot://job//a",
                             "afoot://job/a/",
                             "afoot://job/a/b/c",
                             "afoot://job/%00",
                             "afoot://job/a%0Ab",
                             "afoot://job/%FF",
                             "afoot://job/%E2%80%AEa",
                             "afoot://job/a#b",
                             "afoot://user@job/a",
                             "afoot://job:80/a",
                             "afoot://job.evil/a",
                             "afoot://add/now",
                             "afoot://add?url=file:///etc/passwd",
                             "afoot://add?url=javascript:alert(1)",
                             "afoot://add?url=afoot://add",
                             "afoot://add?url=http://",
                             "afoot://add?url=nas:4680",
                             "afoot://add?url=/etc/passwd",
                             "afoot://add?url=http://good.example@evil.example/",
                             "afoot://add?url=http://a/&url=http://b/",
                             "afoot://add?url=http://a/%0D%0AHost:b",
                             "afoot://add?url=http://a/%E2%80%AE",
                             "afoot://history/deploy",
                             "afoot://history?kind=a%1B[2J",
                             "afoot://history?kind=a&kind=b",
                             "afoot://settings/a/b",
                             "afoot://settings/../x",
                             "afoot://settings/Tracker",
                             "afoot://settings/%2e%2e"})
        QTest::newRow(*link != '\0' ? link : "nothing") << QString::fromUtf8(link);
    QTest::newRow("a long id") << u"afoot://job/"_s + QString(300, u'a');
    QTest::newRow("a long address") << u"afoot://add?url=http://a/"_s + QString(3000, u'a');
    QTest::newRow("a long link") << u"afoot://history?x="_s + QString(5000, u'a');
    QTest::newRow("a long section") << u"afoot://settings/"_s + QString(50, u'a');
}

void tst_afooturl::anythingElseLeadsNowhere()
{
    QFETCH(QString, link);
    QVERIFY(!readAfootUrl(link));
}

void tst_afooturl::aSecondStartPassesOnWhatItWasStartedFor()
{
    const QTemporaryDir room;
    const QString path = room.filePath(u"window.sock"_s);
    SingleInstance first(path);
    QVERIFY(first.listen());
    QSignalSpy summoned(&first, &SingleInstance::summoned);
    const Summons summons{.raise = false,
                          .activationToken = u"token 1\n"_s,
                          .links = {u"afoot://job/a b"_s, u"\u202e\n"_s},
                          .action = u"new-source"_s};
    // it waits for the answer, which comes from this thread's event loop
    bool isTaken = false;
    const std::unique_ptr<QThread> second(
        QThread::create([&] { isTaken = SingleInstance(path).passOn(summons); }));
    second->start();
    QTRY_COMPARE(summoned.size(), 1);
    QVERIFY(second->wait());
    QVERIFY(isTaken);
    QCOMPARE(summoned[0][0].value<Summons>(), summons);
}

void tst_afooturl::withoutAWindowNobodyTakesIt()
{
    const QTemporaryDir room;
    QVERIFY(!SingleInstance(room.filePath(u"window.sock"_s)).passOn({}));
}

void tst_afooturl::whatIsNoSummonsIsIgnored_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"", "raise", "{", "[]", "\"raise\"", "null"})
        QTest::newRow(*line != '\0' ? line : "nothing") << QByteArray(line);
}

void tst_afooturl::whatIsNoSummonsIsIgnored()
{
    QFETCH(QByteArray, line);
    QVERIFY(!SingleInstance::read(line));
}

void tst_afooturl::linksArePassedOnWithinBounds()
{
    Summons summons;
    for (int i = 0; i < 100; ++i)
        summons.links.append(QString(i == 3 ? 5000 : 4000, u'\u00e4'));
    const QByteArray line = SingleInstance::written(summons);
    QVERIFY(line.size() < SingleInstance::maxMessageBytes);
    QVERIFY(!line.contains('\n'));
    const auto read = SingleInstance::read(line);
    QCOMPARE(read->links.size(), SingleInstance::maxLinks);
    QCOMPARE(read->links[3].size(), 4000);
}

QTEST_GUILESS_MAIN(tst_afooturl)
#include "tst_afooturl.moc"
