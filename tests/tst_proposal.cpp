#include "core/dialect/dialectfile.h"
#include "core/dialect/propose.h"

#include <QTest>

using namespace afoot;
using namespace afoot::dialect;

/// When a dialect is proposed, and what it is called. What is in it: tst_propose.
class TestProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSpeaksOfNoJobIsRefused_data();
    void whatSpeaksOfNoJobIsRefused();
    void whoReadsItAlreadyIsKnown_data();
    void whoReadsItAlreadyIsKnown();
    void anOwnDialectReadsIt();
    void namesComeFromTheHost_data();
    void namesComeFromTheHost();
};

void TestProposal::whatSpeaksOfNoJobIsRefused_data()
{
    QTest::addColumn<QByteArrayList>("messages");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("nothing") << QByteArrayList{} << QByteArray("no_objects");
    QTest::newRow("no JSON") << QByteArrayList{"hello", "[]", "7", ""} << QByteArray("no_objects");
    QTest::newRow("weather") << QByteArrayList{R"({"temperature":21.5,"wind":"NW"})"}
                             << QByteArray("no_job");
    QTest::newRow("only pings") << QByteArrayList{R"({"type":"ping"})"} << QByteArray("no_job");
    QTest::newRow("empty") << QByteArrayList{"{}"} << QByteArray("no_job");
}

void TestProposal::whatSpeaksOfNoJobIsRefused()
{
    QFETCH(const QByteArrayList, messages);
    QFETCH(const QByteArray, name);
    const auto made =
        propose({.url = "http://h/x", .messages = {messages.begin(), messages.end()}});
    QVERIFY(!made.ok());
    QCOMPARE(QByteArray::fromStdString(made.error().name), name);
    QVERIFY(made.error().detail.ends_with('.'));
}

void TestProposal::whoReadsItAlreadyIsKnown_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("name"); ///< empty: nobody
    const auto row = [](const char *url, const char *message, const char *name) {
        QTest::addRow("%s %s", url, message)
            << QByteArray(url) << QByteArray(message) << QByteArray(name);
    };
    row("http://h/jobs/j", R"({"job_id":"j","status":"queued","submitted_at":"x"})", "scan");
    row("http://h/live", R"({"job_id":"j","status":"queued","submitted_at":"x"})", "scan");
    row("http://h/live", R"({"id":"j","status":"running","progress":40})", "generic");
    row("http://h/live", R"({"id":"j","status":"running","progress":0.4})", "");
    row("http://h/live", R"({"id":"j","status":"running","stage":"one","progress":40})", "");
    row("http://h/live", R"({"build":"j","phase":"running","progress":40})", "");
    row("http://h/live", R"({"id":"j","status":"frobnicating","progress":40})", "");
}

void TestProposal::whoReadsItAlreadyIsKnown()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, name);
    const Overheard heard{.url = url.toStdString(), .messages = {message.toStdString()}};
    const auto made = propose(heard);
    QVERIFY(made.ok());
    const Dialect *const reader = readerOf(heard, *made);
    QCOMPARE(QByteArray::fromStdString(reader != nullptr ? reader->name : ""), name);
}

void TestProposal::anOwnDialectReadsIt()
{
    const Overheard heard{.url = "http://h/builds/42/events",
                          .messages = {R"({"build":42,"phase":"COMPILING","done":31,"of":120})"}};
    const auto made = propose(heard);
    QVERIFY(made.ok());
    QVERIFY(readerOf(heard, *made) == nullptr);
    const auto mine = dialectFromJson(made->text);
    QVERIFY(mine.ok());
    const std::vector<const Dialect *> own{&*mine};
    QVERIFY(readerOf(heard, *made, own) == &*mine);
}

void TestProposal::namesComeFromTheHost_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *url, const char *name) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(name);
    };
    row("https://CI.Example.org/builds/7?k=1", "ci-example-org");
    row("http://127.0.0.1:8080/x", "127-0-0-1-8080");
    row("ws://me:secret@[::1]:5/", "1-5");
    row("http://scan/x", "scan-own");
    row("http://_/x", "mine");
    row("", "mine");
}

void TestProposal::namesComeFromTheHost()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(dialectNameFor(url.toStdString())), name);
}

QTEST_APPLESS_MAIN(TestProposal)
#include "tst_proposal.moc"
