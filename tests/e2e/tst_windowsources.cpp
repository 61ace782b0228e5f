// The window follows trackers elsewhere: another person's Afoot, as itself and in the place of other backends.
#include "tests/e2e/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;

class TestWindowSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_elsewhere = std::make_unique<House>();
        QVERIFY(m_elsewhere->startTracker({u"--compat"_s}));
        QCOMPARE(
            there(u"POST"_s, u"/api/v1/jobs"_s, R"({"id":"a","title":"Export","can":["cancel"]})"),
            201);
        m_house = std::make_unique<House>();
        for (const char *name : {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM"})
            m_house->set(QString::fromLatin1(name), qEnvironmentVariable(name));
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 20'000);
    }
    void cleanup()
    {
        if (m_window && m_window->state() != QProcess::NotRunning)
            (void)endWindow();
        m_window.reset();
        m_house.reset();
        m_elsewhere.reset();
    }

    void aSourceIsFollowedFromTheMomentItIsAdded_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("scan") << u"/jobs/a"_s;
        QTest::newRow("snapshot") << u"/api/v1/projects/a/progress"_s;
        QTest::newRow("rooms") << u"/api/ws/projects/a"_s;
        QTest::newRow("deploy") << u"/ws/chat"_s;
    }

    void aSourceIsFollowedFromTheMomentItIsAdded()
    {
        QFETCH(const QString, path);
        add(path);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        QCOMPARE(there(u"POST"_s, u"/api/v1/jobs/a/fail"_s, R"({"error":"disk full"})"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"failed"_s, 20'000);
        QVERIFY(job()[u"error"_s].toString().contains(u"disk full"_s));
    }

    void aLostConnectionIsNoFailedJobAndTheEndIsFoundOut()
    {
        add(u"/jobs/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        QVERIFY(m_elsewhere->stopTracker());
        QCOMPARE(state(), u"running"_s); // and what has failed could not be completed below
        QVERIFY(m_elsewhere->startTracker({u"--compat"_s}));
        QCOMPARE(there(u"POST"_s, u"/api/v1/jobs/a/complete"_s, "{}"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"completed"_s, 30'000);
    }

    void whatIsAskedHereIsAskedThere()
    {
        QFile token(m_house->path(u"secret"_s));
        QVERIFY(token.open(QFile::WriteOnly));
        token.write(m_elsewhere->token().toUtf8());
        token.close();
        QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        add(u""_s, {u"--token-file"_s, token.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        const Answer answer =
            m_house->ask({.method = u"POST"_s, .path = u"/api/v1/jobs/a/cancel?source=far"_s});
        QCOMPARE(answer.status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(m_elsewhere->job(u"a"_s)[u"asked"_s].toString(), u"cancel"_s,
                                  20'000);
        QTRY_COMPARE_WITH_TIMEOUT(job()[u"acknowledged"_s].toString(), u"cancel"_s, 20'000);
        QCOMPARE(there(u"PATCH"_s, u"/api/v1/jobs/a"_s, R"({"state":"canceled"})"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"canceled"_s, 20'000);
        // the token is kept where only its owner reads
        const Ran list = m_house->afoot({u"source"_s, u"list"_s, u"--json"_s});
        QVERIFY(!list.out.contains(m_elsewhere->token().toUtf8()));
        QVERIFY(list.out.contains("\"has_token\":true"));
    }

    void whatTheBackendDeclinesIsAskedNoLongerAndIsSaid()
    {
        add(u"/jobs/a"_s); // its cancel wants a token, and there is none
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        const Ran ran = m_house->afoot({u"cancel"_s, u"a"_s});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains("could not cancel") && ran.err.contains("token"),
                 ran.err.constData());
        QVERIFY2(!ran.err.contains("afoot token"), ran.err.constData()); // that would be ours
        QVERIFY2(!ran.err.contains(".."), ran.err.constData());
        QVERIFY(!job().contains(u"asked"_s));
        QCOMPARE(job()[u"declined"_s][u"ask"_s].toString(), u"cancel"_s);
        QCOMPARE(state(), u"running"_s);
    }

    void aRemovedSourceIsFollowedNoMore()
    {
        add(u"/jobs/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        QCOMPARE(m_house->afoot({u"source"_s, u"remove"_s, u"far"_s}).exitCode, 0);
        QCOMPARE(m_house->afoot({u"source"_s, u"remove"_s, u"far"_s}).exitCode, 64);
        QCOMPARE(m_house->afoot({u"source"_s, u"list"_s}).out, QByteArray());
    }

    void theCommandLineKnowsHowTheConnectionIs()
    {
        add(u"/jobs/a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(link(), u"connected"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"running"_s, 20'000);
        QVERIFY(!m_house->afoot({u"list"_s}).out.contains("out of date"));
        m_elsewhere->killTracker();
        QTRY_COMPARE_WITH_TIMEOUT(link(), u"reconnecting"_s, 20'000);
        const QByteArray list = m_house->afoot({u"list"_s}).out;
        QVERIFY2(list.contains("\n  far (away since "), list.constData());
        QVERIFY(m_house->afoot({u"show"_s, u"far/a"_s}).out.contains("far (away since "));
        QCOMPARE(m_house->afoot({u"source"_s, u"pause"_s, u"far"_s}).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT(link(), u"paused"_s, 20'000);
        QCOMPARE(state(), u"running"_s);
        const Answer put = m_house->ask(
            {.method = u"PUT"_s, .path = u"/api/v1/sources"_s, .body = R"({"sources":[]})"});
        QCOMPARE(put.status, 409); // the window knows better
    }

    void aTrackerBesideTheWindowHearsItToo()
    {
        endWindow();
        QVERIFY(m_house->startTracker());
        add(u"/jobs/a"_s);
        QCOMPARE(link(), QString());
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(link(), u"connected"_s, 20'000);
        m_elsewhere->killTracker();
        QTRY_COMPARE_WITH_TIMEOUT(link(), u"reconnecting"_s, 20'000);
        QCOMPARE(endWindow(), 0);
        QCOMPARE(link(), QString()); // taken back at the end
        QVERIFY(m_house->afoot({u"source"_s, u"list"_s}).out.contains("not followed now"));
    }

    void aWrongSourceIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("scheme") << QStringList{u"ftp://h/jobs/a"_s};
        QTest::newRow("dialect") << QStringList{u"--dialect"_s, u"klingon"_s, u"http://h/jobs/a"_s};
        QTest::newRow("name") << QStringList{u"--name"_s, u"local"_s, u"http://h/jobs/a"_s};
        QTest::newRow("nothing") << QStringList{};
    }

    void aWrongSourceIsRefused()
    {
        QFETCH(const QStringList, arguments);
        const Ran ran = m_house->afoot(QStringList{u"source"_s, u"add"_s} + arguments);
        QCOMPARE(ran.exitCode, 64);
        QVERIFY(!ran.err.isEmpty());
        QCOMPARE(m_house->afoot({u"source"_s, u"list"_s}).out, QByteArray());
    }

private:
    /// Its exit code; -1 when it did not end by itself.
    int endWindow()
    {
        m_window->terminate();
        const bool ended = m_window->waitForFinished(20'000);
        return ended && m_window->exitStatus() == QProcess::NormalExit ? m_window->exitCode() : -1;
    }
    /// How the connection is, as the command line says; empty when nobody follows.
    QString link() const
    {
        const Ran ran = m_house->afoot({u"source"_s, u"list"_s, u"--json"_s});
        return QJsonDocument::fromJson(ran.out).object()[u"state"_s].toString();
    }
    int there(const QString &method, const QString &path, const QByteArray &body)
    {
        return m_elsewhere->ask({.method = method, .path = path, .body = body}).status;
    }
    void add(const QString &path, const QStringList &more = {})
    {
        const Ran ran =
            m_house->afoot(QStringList{u"source"_s, u"add"_s, u"--name"_s, u"far"_s,
                                       u"http://127.0.0.1:%1"_s.arg(m_elsewhere->port()) + path} +
                           more);
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(ran.out, QByteArray("far\n"));
    }
    QJsonObject job() const
    {
        return m_house->ask({.method = u"GET"_s, .path = u"/api/v1/jobs/a?source=far"_s}).json();
    }
    QString state() const { return job()[u"state"_s].toString(); }

    std::unique_ptr<House> m_house{};
    std::unique_ptr<House> m_elsewhere{};
    std::unique_ptr<QProcess> m_window{};
};

QTEST_GUILESS_MAIN(TestWindowSources)
#include "tst_windowsources.moc"
