// `afoot watch URL` as people use it: each dialect against a tracker that speaks it, and what goes wrong on the way.
#include "tests/e2e/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace e2e;

namespace {

struct Spoken
{
    const char *dialect;
    const char *path;
    bool canCancel = true;
};
constexpr std::array spoken{
    Spoken{"snapshot", "http://H/api/v1/projects/a/progress", false},
    Spoken{"scan", "http://H/jobs/a"},
    Spoken{"session", "http://H/api/progress/stream/a"},
    Spoken{"rooms", "ws://H/api/ws/projects/a"},
    Spoken{"deploy", "http://H/ws/chat"},
};

/// `afoot watch` under way, and the lines that it has printed.
struct Watching
{
    Watching(House &house, const QStringList &arguments)
        : process(house.start(QStringLiteral(AFOOT_BINARY), QStringList{u"watch"_s} + arguments))
    {
    }
    void read()
    {
        rest += process->readAllStandardOutput();
        for (qsizetype end = 0; (end = rest.indexOf('\n')) >= 0; rest.remove(0, end + 1))
            lines << QJsonDocument::fromJson(rest.left(end)).object();
    }
    QJsonObject latestJob() const
    {
        for (qsizetype i = lines.size(); i > 0; --i) {
            if (lines[i - 1][u"type"_s] == u"job"_s)
                return lines[i - 1][u"job"_s].toObject();
        }
        return {};
    }
    QStringList links() const
    {
        QStringList states;
        for (const QJsonObject &line : lines) {
            if (line[u"type"_s] == u"link"_s)
                states << line[u"state"_s].toString();
        }
        return states;
    }
    bool until(const std::function<bool(const Watching &)> &done)
    {
        const bool isDone = QTest::qWaitFor(
            [&] {
                read();
                return done(*this);
            },
            30'000);
        if (!isDone)
            qWarning() << lines << process->readAllStandardError();
        return isDone;
    }
    bool untilState(const QString &state)
    {
        return until([&](const Watching &w) { return w.latestJob()[u"state"_s] == state; });
    }
    int exitCode()
    {
        const Ran ran = House::finish(*process, 30'000);
        rest += ran.out;
        read();
        return ran.exitCode;
    }

    std::unique_ptr<QProcess> process;
    QByteArray rest{};
    QList<QJsonObject> lines{};
};

} // namespace

class TestWatchRemote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<House>();
        QVERIFY(m_house->startTracker({u"--compat"_s}));
    }

    void everyDialectIsFollowedToItsEnd_data();
    void everyDialectIsFollowedToItsEnd();
    void whoDropsIsFollowedAgain_data();
    void whoDropsIsFollowedAgain();
    void anotherAfootIsFollowed();
    void anotherAfootsPastDoesNotCount();
    void severalAtOnceEndWithTheWorst();
    void aJobThatIsNotThereEndsWithThree();
    void aTrackerThatIsNotThereEndsWithThree();
    void whatIsSentIsPrintedRaw();
    void badUsageIsRefused_data();
    void badUsageIsRefused();

private:
    QString url(const QString &pattern) const
    {
        return QString(pattern).replace(u"H"_s, u"127.0.0.1:%1"_s.arg(m_house->port()));
    }
    int post(const QString &path, const QByteArray &body)
    {
        return m_house->ask({.method = u"POST"_s, .path = path, .body = body}).status;
    }
    int patch(const QByteArray &body)
    {
        return m_house->ask({.method = u"PATCH"_s, .path = u"/api/v1/jobs/a"_s, .body = body})
            .status;
    }

    std::unique_ptr<House> m_house{};
};

void TestWatchRemote::everyDialectIsFollowedToItsEnd_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("exitCode");
    for (const Spoken &one : spoken) {
        const auto row = [&](const char *state, int code) {
            QTest::addRow("%s %s", one.dialect, state)
                << QString::fromLatin1(one.path) << QString::fromLatin1(state) << code;
        };
        row("completed", 0);
        row("failed", 1);
        if (one.canCancel)
            row("canceled", 2);
    }
}

void TestWatchRemote::everyDialectIsFollowedToItsEnd()
{
    QFETCH(const QString, url);
    QFETCH(const QString, state);
    QFETCH(const int, exitCode);
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"Export"})"), 201);
    Watching watching(*m_house, {u"--json"_s, this->url(url)});
    QVERIFY(watching.untilState(u"running"_s));
    QCOMPARE(patch(R"({"percent":40,"message":"half <b>way</b>"})"), 200);
    QVERIFY(watching.until([](const Watching &w) {
        const QJsonObject job = w.latestJob();
        if (job[u"percent"_s].toDouble() == 40)
            return true;
        for (const QJsonValue step : job[u"steps"_s].toArray()) {
            if (step[u"percent"_s].toDouble() == 40)
                return true;
        }
        return false;
    }));
    QCOMPARE(patch(R"({"state":")" + state.toLatin1() + R"(","error":"disk full"})"), 200);
    QCOMPARE(watching.exitCode(), exitCode);
    const QJsonObject job = watching.latestJob();
    QCOMPARE(job[u"state"_s].toString(), state);
    for (const char *key :
         {"id", "title", "state", "percent", "message", "error", "url", "steps", "details"})
        QVERIFY2(job.contains(QLatin1String(key)), key);
    if (state == u"failed"_s)
        QVERIFY(job[u"error"_s].toString().contains(u"disk full"_s));
    for (const QJsonValue step : job[u"steps"_s].toArray())
        QVERIFY(step[u"state"_s] != u"running"_s);
}

void TestWatchRemote::whoDropsIsFollowedAgain_data()
{
    QTest::addColumn<QString>("url");
    for (const Spoken &one : spoken)
        QTest::addRow("%s", one.dialect) << QString::fromLatin1(one.path);
}

/// The tracker is killed, the job ends while nobody listens, and the tracker comes back.
void TestWatchRemote::whoDropsIsFollowedAgain()
{
    QFETCH(const QString, url);
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"Export"})"), 201);
    QCOMPARE(patch(R"({"percent":40})"), 200);
    Watching watching(*m_house, {u"--json"_s, this->url(url)});
    QVERIFY(watching.untilState(u"running"_s));
    QVERIFY(m_house->stopTracker());
    QVERIFY(watching.until([](const Watching &w) {
        return w.links().contains(u"reconnecting"_s) || w.links().contains(u"polling"_s);
    }));
    QCOMPARE(watching.latestJob()[u"state"_s].toString(), u"running"_s);
    QVERIFY(m_house->startTracker({u"--compat"_s}));
    if (!url.contains(u"chat"_s)) { // an end that was missed there is not repeated
        QCOMPARE(post(u"/api/v1/jobs/a/complete"_s, "{}"), 200);
    } else {
        QVERIFY(watching.until([](const Watching &w) {
            return w.links().last() == u"connected"_s && w.links().size() > 2;
        }));
        QCOMPARE(post(u"/api/v1/jobs/a/complete"_s, "{}"), 200);
    }
    QCOMPARE(watching.exitCode(), 0);
    QCOMPARE(watching.latestJob()[u"state"_s].toString(), u"completed"_s);
}

void TestWatchRemote::anotherAfootIsFollowed()
{
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"Export","percent":10})"), 201);
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"b","title":"Import"})"), 201);
    QFile token(m_house->path(u"secret"_s));
    QVERIFY(token.open(QFile::WriteOnly));
    token.write(m_house->token().toUtf8());
    token.close();
    const QString address = url(u"http://H"_s);
    QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QCOMPARE(m_house->afoot({u"watch"_s, u"--token-file"_s, token.fileName(), address}).exitCode,
             64); // others may read it
    QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    Watching one(*m_house,
                 {u"--json"_s, u"--token-file"_s, token.fileName(), address + u"/api/v1/jobs/a"_s});
    Watching all(*m_house, {u"--json"_s, u"--token-file"_s, token.fileName(), address});
    QVERIFY(one.untilState(u"running"_s));
    QVERIFY(all.untilState(u"running"_s));
    QCOMPARE(m_house
                 ->ask({.method = u"POST"_s,
                        .path = u"/api/v1/jobs/a/log"_s,
                        .body = R"({"lines":["a line"]})"})
                 .status,
             200);
    QVERIFY(one.until([](const Watching &w) {
        return !w.lines.isEmpty() && w.lines.last()[u"line"_s] == u"a line"_s;
    }));
    QCOMPARE(post(u"/api/v1/jobs/a/complete"_s, "{}"), 200);
    QCOMPARE(one.exitCode(), 0);
    QCOMPARE(all.process->state(), QProcess::Running);
    QCOMPARE(post(u"/api/v1/jobs/b/fail"_s, R"({"error":"no"})"), 200);
    QCOMPARE(all.exitCode(), 1);
    for (const QString &stream :
         {u"ws://H/api/v1/ws?token="_s, u"http://H/api/v1/jobs/stream?token="_s}) {
        const Ran ended =
            m_house->afoot({u"watch"_s, url(stream) + m_house->token() + u"&job=b"_s});
        QVERIFY2(ended.exitCode == 1, ended.all().constData());
        QVERIFY2(ended.out.contains("failed: Import"), ended.out.constData());
    }
    const Ran refused = m_house->afoot({u"watch"_s, address});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("401"), refused.err.constData());
}

/// As with the jobs of this machine: it waits for what comes, and that alone is counted.
void TestWatchRemote::anotherAfootsPastDoesNotCount()
{
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"old","title":"Old"})"), 201);
    QCOMPARE(post(u"/api/v1/jobs/old/fail"_s, R"({"error":"no"})"), 200);
    const QString token = m_house->path(u"secret"_s);
    QFile file(token);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(m_house->token().toUtf8());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const QString address = url(u"http://H"_s);
    const auto plain = m_house->start(QStringLiteral(AFOOT_BINARY),
                                      {u"watch"_s, u"--token-file"_s, token, address});
    Watching all(*m_house, {u"--json"_s, u"--token-file"_s, token, address});
    QVERIFY(all.untilState(u"failed"_s));
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"Export"})"), 201);
    QVERIFY(all.untilState(u"running"_s));
    QVERIFY(QTest::qWaitFor([&] { return plain->bytesAvailable() > 0; }));
    QCOMPARE(post(u"/api/v1/jobs/a/complete"_s, "{}"), 200);
    QCOMPARE(all.exitCode(), 0);
    const Ran ran = House::finish(*plain, 30'000);
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(!ran.out.contains("Old"), ran.out.constData());
    QVERIFY2(ran.out.contains("done: Export"), ran.out.constData());
    const Ran job =
        m_house->afoot({u"watch"_s, u"--token-file"_s, token, address + u"/api/v1/jobs/old"_s});
    QCOMPARE(job.exitCode, 1);
    QVERIFY2(job.out.contains("failed: Old"), job.out.constData());
}

void TestWatchRemote::severalAtOnceEndWithTheWorst()
{
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"A"})"), 201);
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"b","title":"B"})"), 201);
    Watching watching(*m_house, {u"--json"_s, url(u"http://H/jobs/a"_s),
                                 url(u"http://H/api/progress/status/b"_s)});
    QVERIFY(watching.until([](const Watching &w) {
        QSet<QString> ids;
        for (const QJsonObject &line : w.lines)
            ids << line[u"job"_s][u"id"_s].toString();
        return ids.contains(u"a"_s) && ids.contains(u"b"_s);
    }));
    QCOMPARE(post(u"/api/v1/jobs/a/fail"_s, R"({"error":"no"})"), 200);
    QCOMPARE(post(u"/api/v1/jobs/b/complete"_s, "{}"), 200);
    QCOMPARE(watching.exitCode(), 1);
}

void TestWatchRemote::aJobThatIsNotThereEndsWithThree()
{
    for (const QString &path : {u"http://H/jobs/none"_s, u"http://H/api/progress/stream/none"_s}) {
        const Ran ran = m_house->afoot({u"watch"_s, url(path)});
        QCOMPARE(ran.exitCode, 3);
        QVERIFY2(ran.err.contains("knows no such job"), ran.err.constData());
    }
}

void TestWatchRemote::aTrackerThatIsNotThereEndsWithThree()
{
    const QString address = url(u"ws://H/ws/chat"_s);
    QVERIFY(m_house->stopTracker());
    const Ran ran = m_house->afoot({u"watch"_s, u"--max-failures"_s, u"1"_s, address});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("/ws/chat: "), ran.err.constData());
}

void TestWatchRemote::whatIsSentIsPrintedRaw()
{
    QCOMPARE(post(u"/api/v1/jobs"_s, R"({"id":"a","title":"A"})"), 201);
    Watching watching(*m_house, {u"--raw"_s, url(u"http://H/events/a"_s)});
    QVERIFY(watching.until([](const Watching &w) { return !w.lines.isEmpty(); }));
    QCOMPARE(post(u"/api/v1/jobs/a/complete"_s, "{}"), 200);
    QCOMPARE(watching.exitCode(), 0);
    for (const QJsonObject &line : watching.lines) {
        QCOMPARE(line.keys(), (QStringList{u"data"_s, u"event"_s, u"id"_s}));
        QCOMPARE(QJsonDocument::fromJson(line[u"data"_s].toString().toUtf8())[u"job_id"_s], u"a"_s);
    }
}

void TestWatchRemote::badUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const QString url = u"http://127.0.0.1:1/jobs/a"_s;
    QTest::newRow("no such dialect")
        << QStringList{u"--dialect"_s, u"klingon"_s, url} << QByteArray("klingon");
    QTest::newRow("no such scheme")
        << QStringList{u"ftp://h/jobs/a"_s} << QByteArray("ftp://h/jobs/a");
    QTest::newRow("an id and a URL") << QStringList{u"a"_s, url} << QByteArray("not both.");
    QTest::newRow("two ways") << QStringList{u"--json"_s, u"--raw"_s, url}
                              << QByteArray("not both");
    QTest::newRow("no number") << QStringList{u"--poll-ms"_s, u"often"_s, url}
                               << QByteArray("\"often\"");
    QTest::newRow("polls without a pause")
        << QStringList{u"--poll-ms"_s, u"0"_s, url} << QByteArray("--poll-ms takes");
    QTest::newRow("no patience") << QStringList{u"--idle-ms"_s, u"0"_s, url}
                                 << QByteArray("--idle-ms takes");
    QTest::newRow("no address to poll")
        << QStringList{u"--poll-url"_s, u"bah"_s, url} << QByteArray("--poll-url: \"bah\"");
    QTest::newRow("no such port") << QStringList{u"http://h:99999/x"_s} << QByteArray("99999");
    QTest::newRow("no host") << QStringList{u"http://no host/"_s} << QByteArray("\"no host\"");
    QTest::newRow("no scheme") << QStringList{u"ci.example/x"_s}
                               << QByteArray("Did you mean https://ci.example/x?");
    QTest::newRow("no scheme, and options of a tracker")
        << QStringList{u"127.0.0.1:5781"_s, u"--once"_s, u"--token-file"_s, u"f"_s}
        << QByteArray("Did you mean http://127.0.0.1:5781?");
    QTest::newRow("one without a scheme")
        << QStringList{u"ci.example/x"_s, url} << QByteArray("did you mean https://ci.example/x?");
    QTest::newRow("raw of this machine")
        << QStringList{u"--raw"_s} << QByteArray("give the URL of one");
}

void TestWatchRemote::badUsageIsRefused()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    const Ran ran = m_house->afoot(QStringList{u"watch"_s} + arguments);
    QCOMPARE(ran.exitCode, 64);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestWatchRemote)
#include "tst_watchremote.moc"
