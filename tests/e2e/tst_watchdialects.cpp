// Backends that nobody named a dialect for: found by a person's own files, by what they say, and described anew.
#include "tests/e2e/house.h"
#include "tests/support/webserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;
using afoot::test::WebServer;

namespace {

/// Says these, one event each, and hangs up or stays.
WebServer::Answer saying(const QByteArrayList &messages, bool stays = false)
{
    return [messages, stays](WebServer::Peer &peer, const WebServer::Request &) {
        QByteArray all = afoot::test::streamHead("Connection: close\r\n");
        for (const QByteArray &message : messages)
            all += "event: news\ndata: " + message + "\n\n";
        peer.send(all);
        if (!stays)
            peer.hangUp();
    };
}

const QByteArrayList builds{R"({"build":42,"phase":"COMPILING","done":3,"of":12,"err":null})",
                            R"({"build":42,"phase":"GREEN","done":12,"of":12,"err":null})"};

const QByteArray buildsDialect = R"({"name":"builds","title":"Builds",
    "endpoints":{"stream":{"transport":"sse","path":"/builds/{id}/events"},"pages":["/ui/{id}"]},
    "messages":[{"name":"m","fields":{"id":"/build","kind":{"text":"build"},
        "state":{"at":"/phase","table":{"COMPILING":"running","GREEN":"completed"}}}}],
    "signs":[{"has":["/build","/phase"]}]})";

} // namespace

class TestWatchDialects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<House>(); }

    void aPersonsOwnIsFoundByItsUrls_data();
    void aPersonsOwnIsFoundByItsUrls();
    void whatIsSaidTellsTheDialect();
    void aDialectIsProposedAndThenFollowed();
    void aProposalIsPrinted();
    void whoSaysHowLongIsHeardSoLong();
    void aBadTryDoesNotStandInTheWay();
    void aSocketIsHeardAsWell();
    void aFileIsNeverWrittenOver();
    void whatIsReadAlreadyNeedsForce();
    void whatCannotBeHeardIsSaid();
    void anotherAfootNeedsNone();

private:
    QString folder() const { return m_house->path(u"config/afoot/dialects"_s); }
    void keep(const QString &name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
    }
    static QJsonObject jobIn(const QByteArray &out)
    {
        QJsonObject job;
        for (const QByteArray &line : out.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object[u"type"_s] == u"job"_s)
                job = object[u"job"_s].toObject();
        }
        return job;
    }

    std::unique_ptr<House> m_house{};
};

void TestWatchDialects::aPersonsOwnIsFoundByItsUrls_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the stream") << u"/builds/42/events"_s;
    QTest::newRow("a page") << u"/ui/42"_s;
}

void TestWatchDialects::aPersonsOwnIsFoundByItsUrls()
{
    QFETCH(const QString, path);
    keep(u"builds.json"_s, buildsDialect);
    WebServer server(saying(builds));
    const Ran ran = m_house->afoot({u"watch"_s, u"--json"_s, server.url(path).toString()});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(server.requests().first().path, QByteArray("/builds/42/events"));
    const QJsonObject job = jobIn(ran.out);
    QCOMPARE(job[u"kind"_s].toString(), u"build"_s);
    QCOMPARE(job[u"state"_s].toString(), u"completed"_s);
    QVERIFY2(!ran.err.contains("by its messages"), ran.err.constData());
}

void TestWatchDialects::whatIsSaidTellsTheDialect()
{
    keep(u"builds.json"_s, buildsDialect);
    const QByteArray scan =
        R"({"job_id":"j","status":"completed","submitted_at":"2025-10-30T12:00:00","error":null,)"
        R"("progress":{"phase":"write","percent":95}})";
    for (const auto &[messages, name, kind] : {std::tuple(QByteArrayList{scan}, "scan", u"scan"_s),
                                               std::tuple(builds, "builds", u"build"_s)}) {
        WebServer server(saying(messages));
        const Ran ran =
            m_house->afoot({u"watch"_s, u"--json"_s, server.url(u"/proxy/stream"_s).toString()});
        QCOMPARE(ran.exitCode, 0);
        QCOMPARE(jobIn(ran.out)[u"kind"_s].toString(), kind);
        QCOMPARE(jobIn(ran.out)[u"state"_s].toString(), u"completed"_s);
        QVERIFY2(
            ran.err.contains("speaks the dialect \"" + QByteArray(name) + "\", by its messages"),
            ran.err.constData());
        QVERIFY2(ran.out.contains("\"dialect\":\"" + QByteArray(name) + "\""), ran.out.constData());
    }
}

void TestWatchDialects::aDialectIsProposedAndThenFollowed()
{
    WebServer server(saying(builds));
    const QString url = server.url(u"/builds/42/events"_s).toString();
    const Ran made =
        m_house->afoot({u"dialect"_s, u"new"_s, u"--from"_s, url, u"--name"_s, u"ci"_s});
    QVERIFY2(made.exitCode == 0, made.all().constData());
    const QString path = folder() + u"/ci.json"_s;
    QCOMPARE(made.out.trimmed(), path.toUtf8());
    QVERIFY2(made.err.contains("\"GREEN\"") || made.err.contains("Only the stream was seen"),
             made.err.constData());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    QVERIFY(!(QFileInfo(folder()).permissions() & others));
    QCOMPARE(m_house->afoot({u"dialect"_s, u"check"_s, path}).exitCode, 0);
    const Ran ran = m_house->afoot({u"watch"_s, u"--json"_s, url});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QCOMPARE(jobIn(ran.out)[u"id"_s].toString(), u"42"_s);
    QCOMPARE(jobIn(ran.out)[u"state"_s].toString(), u"completed"_s);
    QCOMPARE(jobIn(ran.out)[u"total"_s].toDouble(), 12.0);
}

void TestWatchDialects::aProposalIsPrinted()
{
    QByteArrayList many;
    for (int i = 0; i < 60; ++i) // enough, so that nobody waits for the stream to end
        many << "{\"run_id\":\"r\",\"state\":\"busy\",\"pct\":" + QByteArray::number(i) + "}";
    WebServer server(saying(many, true));
    const Ran ran = m_house->afoot({u"dialect"_s, u"new"_s, u"--print"_s, u"--from"_s,
                                    server.url(u"/live?token=secret"_s).toString()});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY2(ran.err.contains("Heard 50 messages in 1 s: that is enough; --for SECONDS"),
             ran.err.constData());
    QVERIFY(!ran.out.contains("secret"));
    QVERIFY2(ran.err.contains("such as \"news\""), ran.err.constData());
    const QJsonObject file = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(file[u"endpoints"_s][u"stream"_s][u"path"_s].toString(), u"/live"_s);
    QVERIFY(!QFileInfo::exists(folder()));
}

/// The state moves on only behind what would have been enough.
void TestWatchDialects::whoSaysHowLongIsHeardSoLong()
{
    QByteArrayList many;
    for (int i = 0; i < 120; ++i)
        many << R"({"run_id":"r","lifecycle":"BUSY","pct":)" + QByteArray::number(i / 2) + '}';
    many << R"({"run_id":"r","lifecycle":"ALL_GOOD","pct":100})";
    WebServer server(saying(many));
    const Ran ran = m_house->afoot({u"dialect"_s, u"new"_s, u"--print"_s, u"--for"_s, u"600"_s,
                                    u"--from"_s, server.url(u"/live"_s).toString()});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY2(ran.err.contains("Heard 121 messages in 1 s: the server ended the stream."),
             ran.err.constData());
    QVERIFY2(ran.out.contains("\"ALL_GOOD\""), ran.out.constData());
}

/// An earlier try, which finds its jobs and reads no state.
void TestWatchDialects::aBadTryDoesNotStandInTheWay()
{
    keep(u"try.json"_s, R"({"name":"try","title":"Try",
        "endpoints":{"stream":{"transport":"sse","path":"/builds/{id}/events"}},
        "messages":[{"name":"m","fields":{"id":"/build"}}],"signs":[{"has":["/build"]}]})");
    WebServer server(saying(builds));
    const QString url = server.url(u"/builds/42/events"_s).toString();
    const Ran ran = m_house->afoot({u"dialect"_s, u"new"_s, u"--from"_s, url});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY2(ran.err.contains("try.json is a dialect of yours"), ran.err.constData());
    keep(u"good.json"_s, buildsDialect);
    QVERIFY(QFile::remove(folder() + u"/try.json"_s));
    const Ran known = m_house->afoot({u"dialect"_s, u"new"_s, u"--print"_s, u"--from"_s, url});
    QCOMPARE(known.exitCode, 1);
    QVERIFY2(known.err.contains("reads what is said there already, from "), known.err.constData());
}

void TestWatchDialects::aSocketIsHeardAsWell()
{
    QVERIFY(m_house->startTracker({u"--compat"_s}));
    QCOMPARE(m_house
                 ->ask({.method = u"POST"_s,
                        .path = u"/api/v1/jobs"_s,
                        .body = R"({"id":"a","title":"A","percent":40})"})
                 .status,
             201);
    const QString url = u"ws://127.0.0.1:%1/api/ws/projects/a"_s.arg(m_house->port());
    const QStringList arguments{u"dialect"_s, u"new"_s,    u"--print"_s, u"--for"_s,
                                u"2"_s,       u"--from"_s, url};
    const Ran known = m_house->afoot(arguments);
    QCOMPARE(known.exitCode, 1);
    QVERIFY2(known.err.contains("\"rooms\" reads"), known.err.constData());
    const Ran ran = m_house->afoot(QStringList(arguments) << u"--force"_s);
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    const QJsonValue stream =
        QJsonDocument::fromJson(ran.out).object()[u"endpoints"_s][u"stream"_s];
    QCOMPARE(stream[u"transport"_s].toString(), u"websocket"_s);
    QCOMPARE(stream[u"path"_s].toString(), u"/api/ws/projects/{id}"_s);
}

void TestWatchDialects::aFileIsNeverWrittenOver()
{
    keep(u"ci.json"_s, "mine");
    WebServer server(saying(builds));
    const Ran ran = m_house->afoot({u"dialect"_s, u"new"_s, u"--force"_s, u"--name"_s, u"ci"_s,
                                    u"--from"_s, server.url(u"/x"_s).toString()});
    QCOMPARE(ran.exitCode, 73);
    QVERIFY2(ran.err.contains("is there already"), ran.err.constData());
    QFile file(folder() + u"/ci.json"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    QVERIFY(server.requests().isEmpty());
}

void TestWatchDialects::whatIsReadAlreadyNeedsForce()
{
    const QByteArray usual = R"({"id":"j","status":"running","progress":40})";
    WebServer server(saying({usual}));
    QStringList arguments{u"dialect"_s, u"new"_s, u"--from"_s, server.url(u"/x"_s).toString()};
    const Ran refused = m_house->afoot(arguments);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("\"generic\" reads"), refused.err.constData());
    QVERIFY(!QFileInfo::exists(folder()));
    const Ran forced = m_house->afoot(arguments << u"--force"_s);
    QVERIFY2(forced.exitCode == 0, forced.all().constData());
}

void TestWatchDialects::whatCannotBeHeardIsSaid()
{
    const auto heard = [&](WebServer::Answer answer) {
        WebServer server(std::move(answer));
        return m_house->afoot({u"dialect"_s, u"new"_s, u"--for"_s, u"2"_s, u"--from"_s,
                               server.url(u"/x"_s).toString()});
    };
    const Ran missing = heard([](WebServer::Peer &peer, const WebServer::Request &) {
        peer.send(afoot::test::httpAnswer(404, "no"));
    });
    QCOMPARE(missing.exitCode, 3);
    QVERIFY2(missing.err.contains("404"), missing.err.constData());
    const Ran silent = heard(saying({}, true));
    QCOMPARE(silent.exitCode, 3);
    QVERIFY2(silent.err.contains("no message came in 2 s"), silent.err.constData());
    const Ran status = heard([](WebServer::Peer &peer, const WebServer::Request &) {
        peer.send(afoot::test::httpAnswer(200, R"({"id":"j","status":"running"})",
                                          "Content-Type: application/json\r\n"));
    });
    QCOMPARE(status.exitCode, 3);
    QVERIFY2(status.err.contains("with this path as \"poll\""), status.err.constData());
    const Ran weather = heard(saying({R"({"temperature":21})"}));
    QCOMPARE(weather.exitCode, 65);
    QVERIFY2(weather.err.contains("of a job"), weather.err.constData());
}

void TestWatchDialects::anotherAfootNeedsNone()
{
    QVERIFY(m_house->startTracker());
    const QString host = u"http://127.0.0.1:%1"_s.arg(m_house->port());
    const QStringList begin{u"dialect"_s, u"new"_s, u"--from"_s};
    const Ran stream = m_house->afoot(
        begin + QStringList{host + u"/api/v1/jobs/stream?token="_s + m_house->token()});
    QCOMPARE(stream.exitCode, 1);
    QVERIFY2(stream.err.contains("is another Afoot"), stream.err.constData());
    QVERIFY2(!stream.err.contains(m_house->token().toUtf8()), stream.err.constData());
    const Ran address = m_house->afoot(begin + QStringList{host});
    QCOMPARE(address.exitCode, 3);
    QVERIFY2(address.err.contains("If that is another Afoot"), address.err.constData());
}

QTEST_GUILESS_MAIN(TestWatchDialects)
#include "tst_watchdialects.moc"
