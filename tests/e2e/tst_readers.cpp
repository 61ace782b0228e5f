// Readers that others wrote, at the tracker as people have it: curl, Python's websockets, and a Chromium with its
// EventSource and WebSocket.
#include "tests/e2e/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;

namespace {

/// A reader that prints "EVENT DATA" a line, and what it heard.
struct Reader
{
    QString name{};
    std::unique_ptr<QProcess> process{};
    QByteArray rest{};
    QStringList epochs{}; ///< of each hello
    QHash<QString, QStringList> states{};
    QHash<QString, QList<double>> percents{};

    void take(const QByteArray &line)
    {
        const qsizetype space = line.indexOf(' ');
        const QByteArray event = line.left(space);
        const QJsonObject data = QJsonDocument::fromJson(line.mid(space + 1)).object();
        if (event == "hello") {
            epochs << data[u"epoch"_s].toString();
        } else if (event == "job") {
            takeJob(data);
        } else if (event == "snapshot") {
            for (const QJsonValue job : data[u"jobs"_s].toArray())
                takeJob(job.toObject());
        }
    }
    void takeJob(const QJsonObject &job)
    {
        const QString id = job[u"id"_s].toString();
        QStringList &seen = states[id];
        if (const QString state = job[u"state"_s].toString();
            seen.isEmpty() || seen.last() != state)
            seen << state;
        if (job[u"percent"_s].isDouble())
            percents[id] << job[u"percent"_s].toDouble();
    }
    void read()
    {
        rest += process->readAllStandardOutput();
        for (qsizetype end = 0; (end = rest.indexOf('\n')) >= 0; rest.remove(0, end + 1))
            take(rest.left(end));
    }
    bool shows(const QString &id, const QString &state) { return states[id].endsWith(state); }
};

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

QString script(const QString &name)
{
    return QStringLiteral(AFOOT_READERS) + u'/' + name;
}

/// A Python that has the module; an empty string when there is none.
QString pythonWith(const House &house, const QString &module)
{
    for (const QString &python : {u"python3"_s, u"/usr/bin/python3"_s}) {
        if (house.run(python, {u"-c"_s, u"import "_s + module}).exitCode == 0)
            return python;
    }
    return {};
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReaderFollowsToTheEndAcrossARestart_data();
    void everyReaderFollowsToTheEndAcrossARestart();

private:
    void startReaders(House &house, quint16 sse, quint16 webSocket);
    bool all(const std::function<bool(Reader &)> &done);
    std::vector<Reader> m_readers{};
};

void TestReaders::startReaders(House &house, quint16 sse, quint16 webSocket)
{
    const QString tracker = u"127.0.0.1:%1"_s.arg(house.port());
    const QString token = house.path(u"token-of-the-readers"_s);
    QFile file(token);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(house.token().toUtf8());
    file.close();
    m_readers.clear();
    const auto add = [&](const QString &name, const QString &program,
                         const QStringList &arguments) {
        m_readers.push_back({.name = name, .process = house.start(program, arguments)});
    };
    add(u"curl"_s, u"bash"_s,
        {script(u"curl.sh"_s), u"http://%1/api/v1/jobs/stream"_s.arg(tracker), token});
    if (const QString python = pythonWith(house, u"websockets"_s); !python.isEmpty())
        add(u"websockets"_s, python,
            {script(u"websocket.py"_s), u"ws://%1/api/v1/ws"_s.arg(tracker), token});
    else
        qWarning("Python's websockets is not installed: left out");
    if (QString chromium = QStandardPaths::findExecutable(u"chromium"_s); !chromium.isEmpty()) {
        add(u"EventSource"_s, u"python3"_s,
            {script(u"browser.py"_s), tracker, token, QString::number(sse), u"sse"_s, chromium});
        add(u"WebSocket"_s, u"python3"_s,
            {script(u"browser.py"_s), tracker, token, QString::number(webSocket), u"websocket"_s,
             chromium});
    } else {
        qWarning("Chromium is not installed: left out");
    }
}

bool TestReaders::all(const std::function<bool(Reader &)> &done)
{
    const bool isDone = QTest::qWaitFor(
        [&] {
            return std::all_of(m_readers.begin(), m_readers.end(), [&](Reader &reader) {
                reader.read();
                return done(reader);
            });
        },
        60'000);
    for (Reader &reader : m_readers) {
        if (!done(reader))
            qWarning() << reader.name << "has" << reader.states << reader.percents
                       << reader.process->readAllStandardError();
    }
    return isDone;
}

void TestReaders::everyReaderFollowsToTheEndAcrossARestart_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("stopped and started") << false;
    QTest::newRow("killed and started") << true;
}

void TestReaders::everyReaderFollowsToTheEndAcrossARestart()
{
    QFETCH(const bool, killed);
    House house;
    const quint16 sse = freePort();
    const quint16 webSocket = freePort();
    const QStringList origins{u"--origin"_s, u"http://localhost:%1"_s.arg(sse), u"--origin"_s,
                              u"http://localhost:%1"_s.arg(webSocket)};
    QVERIFY(house.startTracker(origins));
    const auto post = [&](const char *path, const QByteArray &body) {
        return house.ask({.method = u"POST"_s, .path = QString::fromLatin1(path), .body = body})
            .status;
    };
    const auto percent = [&](int to) {
        return house
            .ask({.method = u"PATCH"_s,
                  .path = u"/api/v1/jobs/a"_s,
                  .body = R"({"percent":)" + QByteArray::number(to) + '}'})
            .status;
    };
    QCOMPARE(post("/api/v1/jobs", R"({"id":"a","title":"Export <b>now</b> \u05d0"})"), 201);
    QCOMPARE(post("/api/v1/jobs", R"({"id":"b","title":"Second"})"), 201);
    startReaders(house, sse, webSocket);
    QVERIFY(all([](Reader &r) { return r.shows(u"a"_s, u"running"_s); }));
    for (int to = 5; to <= 50; to += 5)
        QCOMPARE(percent(to), 200);
    QVERIFY(all([](Reader &r) { return r.percents[u"a"_s].endsWith(50); }));
    QCOMPARE(post("/api/v1/jobs", R"({"id":"c","title":"Third"})"), 201);
    QCOMPARE(post("/api/v1/jobs/c/fail", R"({"error":"no"})"), 200);

    if (killed)
        house.killTracker();
    else
        QVERIFY(house.stopTracker());
    QVERIFY(house.startTracker(origins));
    // before any of them is back
    QCOMPARE(post("/api/v1/jobs/b/complete", "{}"), 200);
    QVERIFY(all([](Reader &r) {
        return r.shows(u"b"_s, u"completed"_s) && r.shows(u"c"_s, u"failed"_s) &&
               r.epochs.size() >= 2 && r.epochs.first() != r.epochs.last();
    }));
    for (int to = 55; to <= 95; to += 5)
        QCOMPARE(percent(to), 200);
    QVERIFY(all([](Reader &r) { return r.percents[u"a"_s].endsWith(95); }));
    QCOMPARE(post("/api/v1/jobs/a/complete", "{}"), 200);
    QVERIFY(all([](Reader &r) { return r.shows(u"a"_s, u"completed"_s); }));
    for (Reader &reader : m_readers) {
        QCOMPARE(reader.states[u"a"_s], (QStringList{u"running"_s, u"completed"_s}));
        QCOMPARE(reader.states[u"b"_s], (QStringList{u"running"_s, u"completed"_s}));
        const QList<double> &percents = reader.percents[u"a"_s];
        if (!killed) // who is killed may forget the last second of what runs
            QVERIFY(std::is_sorted(percents.begin(), percents.end()));
        reader.process->terminate();
    }
    for (Reader &reader : m_readers)
        reader.process->waitForFinished(5000);
    m_readers.clear();
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
