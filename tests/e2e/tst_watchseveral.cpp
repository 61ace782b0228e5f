// `afoot watch URL…` of several trackers at once: what goes to which, and what comes from which.
#include "tests/e2e/house.h"
#include "tests/support/webserver.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;
using afoot::test::httpAnswer;
using afoot::test::WebServer;
using Peer = WebServer::Peer;
using Asked = WebServer::Request;

namespace {

/// Each of its answers is a job that is done.
WebServer::Answer doneJob(QList<QByteArray> &asked, const QByteArray &field)
{
    return [&asked, field](Peer &peer, const Asked &request) {
        asked << request.header(field);
        peer.send(httpAnswer(200, R"({"id":"j","title":"Export","status":"done"})",
                             "Content-Type: application/json\r\n"));
    };
}

} // namespace

class TestWatchSeveral : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<House>(); }

    void aSecretGoesToItsOriginAlone_data();
    void aSecretGoesToItsOriginAlone();
    void eachLineSaysWhereItsJobIs();
    void aSecretThatSaysNotWhereIsRefused_data();
    void aSecretThatSaysNotWhereIsRefused();

private:
    QString file(const QString &name, const QByteArray &text) const
    {
        QFile file(m_house->path(name));
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("no file");
        return file.fileName();
    }

    std::unique_ptr<House> m_house{};
};

void TestWatchSeveral::aSecretGoesToItsOriginAlone_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("token") << u"--token-file"_s << QByteArray("T1\n") << QByteArray("Authorization")
                           << QByteArray("Bearer T1");
    QTest::newRow("header") << u"--header-file"_s << QByteArray("X-Key: K1\n")
                            << QByteArray("X-Key") << QByteArray("K1");
}

void TestWatchSeveral::aSecretGoesToItsOriginAlone()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    QList<QByteArray> toOne;
    QList<QByteArray> toOther;
    WebServer one(doneJob(toOne, field));
    WebServer other(doneJob(toOther, field));
    const QString secret = file(u"secret"_s, text);
    const Ran ran =
        m_house->afoot({u"watch"_s, u"--once"_s, option, one.url(u""_s).toString() + u'=' + secret,
                        one.url(u"/x"_s).toString(), other.url(u"/x"_s).toString()});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY(!toOne.isEmpty());
    QVERIFY(!toOther.isEmpty());
    for (const QByteArray &asked : toOne)
        QCOMPARE(asked, value);
    for (const QByteArray &asked : toOther)
        QCOMPARE(asked, QByteArray());
}

void TestWatchSeveral::eachLineSaysWhereItsJobIs()
{
    QList<QByteArray> asked;
    WebServer one(doneJob(asked, "Host"));
    WebServer other(doneJob(asked, "Host"));
    const QString first = one.url(u"/x"_s).toString();
    const Ran both =
        m_house->afoot({u"watch"_s, u"--once"_s, first, other.url(u"/x"_s).toString()});
    QVERIFY2(both.exitCode == 0, both.all().constData());
    for (const WebServer *server : {&one, &other})
        QVERIFY2(both.out.contains(
                     "done: Export (127.0.0.1:" + QByteArray::number(server->serverPort()) + ")"),
                 both.out.constData());
    QVERIFY(m_house->afoot({u"watch"_s, u"--once"_s, first}).out.startsWith("done: Export, in"));
}

void TestWatchSeveral::aSecretThatSaysNotWhereIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments"); ///< F: the file
    QTest::addColumn<QByteArray>("said");
    const QString a = u"http://127.0.0.1:1/a"_s;
    const QString b = u"http://127.0.0.1:2/b"_s;
    QTest::newRow("two origins") << QStringList{u"--token-file"_s, u"F"_s, a, b}
                                 << QByteArray("--token-file http://127.0.0.1:1=F");
    QTest::newRow("header fields") << QStringList{u"--header-file"_s, u"F"_s, a, b}
                                   << QByteArray("--header-file http://127.0.0.1:1=F");
    QTest::newRow("somewhere else")
        << QStringList{u"--token-file"_s, u"http://127.0.0.1:3=F"_s, a, b}
        << QByteArray("none of the URLs is at http://127.0.0.1:3");
    QTest::newRow("no host") << QStringList{u"--token-file"_s, u"http://:3=F"_s, a}
                             << QByteArray("names no host");
    QTest::newRow("twice") << QStringList{u"--token-file"_s, u"http://127.0.0.1:1=F"_s,
                                          u"--token-file"_s, u"F"_s, a}
                           << QByteArray("twice for http://127.0.0.1:1");
    QTest::newRow("polled elsewhere")
        << QStringList{u"--token-file"_s, u"F"_s, u"--poll-url"_s, b, a}
        << QByteArray("would go to http://127.0.0.1:2");
}

void TestWatchSeveral::aSecretThatSaysNotWhereIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const QString secret = file(u"secret"_s, "X-Key: T1\n");
    arguments.replaceInStrings(QRegularExpression(u"F$"_s), secret);
    said.replace("=F", "=" + secret.toUtf8());
    const Ran ran = m_house->afoot(QStringList{u"watch"_s} + arguments);
    QCOMPARE(ran.exitCode, 64);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QVERIFY2(!ran.err.contains("T1"), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestWatchSeveral)
#include "tst_watchseveral.moc"
