#include "core/dialect/dialectfile.h"
#include "core/follow/destination.h"
#include "core/follow/urlcheck.h"

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
    void theSentenceNamesTheAddress();
    void aHostAloneIsNearlyAUrl_data();
    void aHostAloneIsNearlyAUrl();
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
    for (const char *url :
         {"", "h", "ftp://h/jobs/7", "http://", "https:///jobs/7", "file:///etc",
          "javascript:alert(1)", "http:/h", "http://h:99999/jobs/7", "http://h:0/", "http://h:x/",
          "http://no host/", "http://a:b:1/", "http://[::1", "http://[h]/", "http://u:p@/x",
          "http://a..b/", "http://h%20/"})
        QTest::newRow(url) << QByteArray(url);
}

void TestDestination::whatIsNoTrackerIsRefused()
{
    QFETCH(const QByteArray, url);
    const auto to = destinationOf(url.toStdString());
    QVERIFY(!to.ok());
    QCOMPARE(to.error().field, std::string("url"));
    QVERIFY(to.error().detail.ends_with('.'));
}

void TestDestination::theSentenceNamesTheAddress()
{
    const auto sentence = [](std::string_view url) {
        const auto trouble = urlTrouble(url);
        return trouble ? QByteArray::fromStdString(trouble->detail) : QByteArray();
    };
    QCOMPARE(sentence("http://h:99999/jobs/7"),
             QByteArray("http://h:99999/jobs/7 is no address: \"99999\" is no port; those are 1 to "
                        "65535."));
    QCOMPARE(sentence("http://no host/"),
             QByteArray("http://no host/ is no address: \"no host\" is no host."));
    QVERIFY(sentence("bah").startsWith("\"bah\" is no URL"));
    for (const char *secret : {"ftp://u:pass@h/x?token=t", "http://u:pass@h:0/x?token=t"}) {
        QVERIFY2(sentence(secret).contains("h"), secret);
        QVERIFY2(!sentence(secret).contains("pass"), secret);
        QVERIFY2(!sentence(secret).contains("token"), secret);
    }
    for (const char *fine :
         {"http://h", "https://h:65535/x", "ws://[::1]:80/x", "http://[fe80::1%25eth0]/",
          "http://u:p@h_x.example./", "http://bücher.example/ü", "http://h:/"})
        QVERIFY2(sentence(fine).isEmpty(), fine);
}

void TestDestination::aHostAloneIsNearlyAUrl_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *text, const char *url) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(url);
    };
    row("ci.example/x", "https://ci.example/x");
    row("ci.example", "https://ci.example/");
    row("ci/x?y=1", "https://ci/x?y=1");
    row("nas:4680", "https://nas:4680/");
    row("localhost:4680", "http://localhost:4680/");
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
