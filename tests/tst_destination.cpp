#include "core/dialect/dialectfile.h"
#include "core/follow/destination.h"
#include "core/follow/trackerurl.h"

#include <QTest>

using namespace afoot;

class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUrlSaysWhereToListen_data();
    void aUrlSaysWhereToListen();
    void whatIsNoTrackerIsRefused_data();
    void whatIsNoTrackerIsRefused();
    void anAddressThatMayBeRightIsLeftAlone_data();
    void anAddressThatMayBeRightIsLeftAlone();
    void aRefusalGivesNoSecretAway();
    void aHostAloneIsNearlyAUrl_data();
    void aHostAloneIsNearlyAUrl();
    void anOriginIsTheSameHoweverItIsWritten_data();
    void anOriginIsTheSameHoweverItIsWritten();
    void aNamedDialectIsSpokenAnywhere();
    void actionsHaveTheirUrls();
};

void TestDestination::aUrlSaysWhereToListen_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("dialect"); ///< empty: another Afoot
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("poll");
    const auto row = [](const char *url, const char *dialect, const char *id, const char *stream,
                        const char *poll) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(dialect) << QByteArray(id)
                           << QByteArray(stream) << QByteArray(poll);
    };
    row("http://h:5001/api/v1/projects/p/progress/stream", "snapshot", "p",
        "http://h:5001/api/v1/projects/p/progress/stream",
        "http://h:5001/api/v1/projects/p/progress");
    row("http://h:5001/api/v1/projects/p/progress", "snapshot", "p",
        "http://h:5001/api/v1/projects/p/progress/stream",
        "http://h:5001/api/v1/projects/p/progress");
    row("https://h/proxy/jobs/7#x", "scan", "7", "https://h/proxy/events/7",
        "https://h/proxy/jobs/7");
    row("https://h/jobs/a%20b/rerun?k=1", "scan", "a b", "https://h/events/a%20b?k=1",
        "https://h/jobs/a%20b?k=1");
    row("http://h/api/progress/cancel/s", "session", "s", "http://h/api/progress/stream/s",
        "http://h/api/progress/status/s");
    row("http://h/api/projects/p1", "rooms", "p1", "http://h/api/ws/projects/p1",
        "http://h/api/projects/p1");
    row("wss://h/ws/chat?api_key=k", "deploy", "", "wss://h/ws/chat?api_key=k", "");
    row("http://h:4680", "", "", "http://h:4680/api/v1/jobs/stream?log=1", "");
    row("http://h:4680/?token=t", "", "", "http://h:4680/api/v1/jobs/stream?token=t&log=1", "");
    row("http://h:4680/api/v1/jobs", "", "", "http://h:4680/api/v1/jobs/stream?log=1", "");
    row("http://h/afoot/api/v1/jobs/a%2Fb", "", "a/b",
        "http://h/afoot/api/v1/jobs/stream?log=1&job=a%2Fb", "");
    row("ws://h:4680/api/v1/ws?token=t", "", "", "http://h:4680/api/v1/jobs/stream?token=t&log=1",
        "");
    row("wss://h/afoot/api/v1/ws", "", "", "https://h/afoot/api/v1/jobs/stream?log=1", "");
    row("http://h/api/v1/ws?job=a", "", "a", "http://h/api/v1/jobs/stream?job=a&log=1", "");
    row("http://h/api/v1/jobs/stream?job=a%20b&log=1", "", "a b",
        "http://h/api/v1/jobs/stream?job=a%20b&log=1&log=1", "");
    row("http://h/api/v1/jobs/stream?job=a&job=b", "", "",
        "http://h/api/v1/jobs/stream?job=a&job=b&log=1", "");
    row("ws://h/api/v1/wsx", "generic", "", "ws://h/api/v1/wsx", "");
    row("http://h/some/where?x=1#y", "generic", "", "http://h/some/where?x=1", "");
    row("ws://h/live", "generic", "", "ws://h/live", "");
}

void TestDestination::aUrlSaysWhereToListen()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, id);
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, poll);
    const auto to = destinationOf(url.toStdString());
    QVERIFY2(to.ok(), to.ok() ? "" : to.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(to->dialect != nullptr ? to->dialect->name : ""), dialect);
    QCOMPARE(QByteArray::fromStdString(to->id), id);
    QCOMPARE(QByteArray::fromStdString(to->stream), stream);
    QCOMPARE(QByteArray::fromStdString(to->poll), poll);
    QCOMPARE(to->isGuess, dialect == "generic");
}

void TestDestination::whatIsNoTrackerIsRefused_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const char *url, const char *has) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(has);
    };
    row("", "missing");
    row("h", "http://, https://, ws:// or wss://.");
    row("ftp://h/jobs/7", "\"ftp\"");
    row("HTTPS://h/jobs/7", "did you mean https://h/jobs/7?");
    row("http://", "no host");
    row("https:///jobs/7", "no host");
    row("http://:80/x", "no host");
    row("http://../x", "\"..\" is the name of no host");
    row("file:///etc", "\"file\"");
    row("javascript:alert(1)", "https://");
    row("mailto:me@host", "https://");
    row("http:/h", "https://");
    row("http://no host/x", "\"no host\"");
    row("http://h:99999/x", "\"99999\" is no port; those are from 1 to 65535");
    row("http://h:0", "\"0\" is no port");
    row("http://h:-1", "\"-1\" is no port");
    row("http://h:8o/x", "\"8o\" is no port");
    row("http://a:b:1", "\"a:b\"");
    row("http://[::1", "bracket");
    row("http://[::1]4680", "colon");
    row("http://[h]:1", "\"[h]\"");
    row("http://h/\n", "control character");
    row("ci.example/x", "did you mean https://ci.example/x?");
    row("ci.example/x?to=http://h", "did you mean https://ci.example/x?to=…?");
    row("nas:4680", "did you mean https://nas:4680?");
    row("localhost:4680", "did you mean http://localhost:4680?");
    row("[::1]:4680/x", "did you mean http://[::1]:4680/x?");
    row("nas:99999", "https://, ws://");
}

void TestDestination::whatIsNoTrackerIsRefused()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, has);
    const auto to = destinationOf(url.toStdString());
    QVERIFY(!to.ok());
    QCOMPARE(to.error().field, std::string("url"));
    QCOMPARE(to.error().code, Error::Code::BadInput);
    QVERIFY2(QByteArray::fromStdString(to.error().detail).contains(has), to.error().detail.c_str());
    QVERIFY(to.error().detail.ends_with('.') || to.error().detail.ends_with('?'));
}

void TestDestination::anAddressThatMayBeRightIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url :
         {"http://h", "http://h:1/x", "http://h:65535", "http://h:/x", "ws://u:p@h:80/x",
          "https://[2001:db8::1]:8443/x", "http://[fe80::1%eth0]/x", "http://127.0.0.1?x=http://y",
          "http://my_host.lan./x",
          "https://b\xC3\xBC"
          "cher.example/x",
          "http://h/a b", "http://h#x"})
        QTest::newRow(url) << QByteArray(url);
}

void TestDestination::anAddressThatMayBeRightIsLeftAlone()
{
    QFETCH(const QByteArray, url);
    const auto trouble = checkTrackerUrl(url.toStdString());
    QVERIFY2(!trouble, trouble ? trouble->detail.c_str() : "");
}

void TestDestination::aRefusalGivesNoSecretAway()
{
    const auto trouble = checkTrackerUrl("http://user:hush@h:99999/x?token=hush");
    QVERIFY(trouble);
    QCOMPARE(trouble->detail.find("hush"), std::string::npos);
    QVERIFY(trouble->detail.find("http://h:99999/x") != std::string::npos);
}

void TestDestination::aHostAloneIsNearlyAUrl_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *text, const char *url) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(url);
    };
    row("ci.example/x", "https://ci.example/x");
    row("ci.example", "https://ci.example");
    row("ci/x?y=1", "https://ci/x?y=1");
    row("nas:4680", "https://nas:4680");
    row("localhost:4680", "http://localhost:4680");
    row("127.0.0.1:4680/jobs/7", "http://127.0.0.1:4680/jobs/7");
    row("nightly", "");
    row("01ARYZ6S41TSV4RRFFQ69G5FAV", "");
    row("a job.", "");
    row("/x", "");
    row("", "");
}

void TestDestination::aHostAloneIsNearlyAUrl()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, url);
    QCOMPARE(QByteArray::fromStdString(urlMeantBy(text.toStdString()).value_or("")), url);
}

void TestDestination::anOriginIsTheSameHoweverItIsWritten_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("origin");
    const auto row = [](const char *url, const char *origin) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(origin);
    };
    row("http://h:4680/x?y=http://z", "http://h:4680");
    row("http://me:pass@H:80", "http://h");
    row("https://h:443/", "https://h");
    row("https://h:80/", "https://h:80");
    row("http://h:?x", "http://h");
    row("wss://h/x", "https://h");
    row("ws://[::1]:80/x", "http://[::1]");
}

void TestDestination::anOriginIsTheSameHoweverItIsWritten()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, origin);
    QCOMPARE(QByteArray::fromStdString(originOf(url.toStdString())), origin);
}

void TestDestination::aNamedDialectIsSpokenAnywhere()
{
    const auto *const scan = dialect::builtInNamed("scan");
    const auto to = destinationOf("http://h/elsewhere", scan);
    QVERIFY(to.ok());
    QCOMPARE(to->stream, std::string("http://h/elsewhere"));
    QVERIFY(to->dialect == scan);
    QVERIFY(!to->isGuess);
    const auto list = destinationOf("http://h/x/jobs?key=k", scan);
    QVERIFY(list.ok() && list->isList && list->stream.empty());
    QCOMPARE(list->poll, std::string("http://h/x/jobs?key=k"));
    QCOMPARE(destinationOf("http://h", scan)->poll, std::string("http://h/jobs"));
    QVERIFY(destinationOf("http://h/jobs")->isList); // the URL says it
    const Destination one = jobAt(*list, "a/b");
    QCOMPARE(one.stream, std::string("http://h/x/events/a%2Fb?key=k"));
    QCOMPARE(one.poll, std::string("http://h/x/jobs/a%2Fb?key=k"));
    QCOMPARE(actionUrl(*list, Ask::Cancel, "7"), std::string("http://h/x/jobs/7"));
    const dialect::Dialect *const snapshot = dialect::builtInNamed("snapshot");
    QVERIFY(!destinationOf("http://h/api/v1/projects", snapshot)->isList); // it has none
}

void TestDestination::actionsHaveTheirUrls()
{
    QCOMPARE(actionUrl(*destinationOf("http://h/jobs/7"), Ask::Cancel, "7"),
             std::string("http://h/jobs/7"));
    QCOMPARE(actionUrl(*destinationOf("http://h/jobs/7"), Ask::Retry, "a b"),
             std::string("http://h/jobs/a%20b/rerun"));
    QCOMPARE(actionUrl(*destinationOf("http://h/jobs/7"), Ask::Pause, "7"), std::string());
    QCOMPARE(actionUrl(*destinationOf("http://h:4680"), Ask::Pause, "x/y"),
             std::string("http://h:4680/api/v1/jobs/x%2Fy/pause"));
}

QTEST_APPLESS_MAIN(TestDestination)
#include "tst_destination.moc"
