#include "core/follow/trackerclient.h"
#include "core/wire/sourcejson.h"
#include "tests/support/afootprogram.h"
#include "tests/support/ptyjob.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace afoot;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Ran = AfootProgram::Ran;

/// Sources and their jobs by the real command line, beside a real tracker.
class TestCliSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_afoot = std::make_unique<AfootProgram>(); }
    void aWrongAddressIsRefusedAndNothingIsWritten_data();
    void aWrongAddressIsRefusedAndNothingIsWritten();
    void aWrongFileOfSecretsIsNamed();
    void aPersonsOwnDialectIsKnown();
    void aListChangedByHandIsCheckedToo();
    void aSourceIsChangedPausedAndRemoved();
    void whatIsNoChangeIsRefused_data();
    void whatIsNoChangeIsRefused();
    void eachHelpIsItsOwn();
    void aPersonIsToldThatThereIsNone();
    void whatWasAskedInVainIsShown();
    void withoutAWindowTheStateIsUnknown();
    void whatAWindowSaysIsShown();
    void whoWaitsHearsThatASourceIsAway();
    void oneIdInTwoSourcesIsToldApart();
    void jobsOfAnotherSourceAreReportedThere_data();
    void jobsOfAnotherSourceAreReportedThere();
    void jobsOfAnotherSourceAreWaitedForAndTailed();

private:
    Ran run(const QString &line) { return m_afoot->run(line.split(u' ')); }
    Ran add(const QString &more = {})
    {
        return run(u"source add --name far http://127.0.0.1:1/jobs/7"_s + more);
    }
    QJsonObject listed()
    {
        return QJsonDocument::fromJson(run(u"source list --json"_s).out).object();
    }
    QString file(const QString &name, const QByteArray &content)
    {
        QFile out(m_afoot->home() + u'/' + name);
        if (!out.open(QFile::WriteOnly | QFile::Truncate))
            return {};
        out.write(content);
        out.close();
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return out.fileName();
    }
    QString sourcesFile() const { return m_afoot->home() + u"/.local/share/afoot/sources.json"_s; }
    int ask(std::string_view method, const std::string &target, const std::string &body)
    {
        TrackerClient client(TrackerAddress{.unixPath = m_afoot->socket().toStdString()});
        const auto answer = client.request(method, target, body);
        return answer ? answer->status : 0;
    }
    void follow(SourceInfo::State state, const std::string &reason = {})
    {
        const SourceInfo far{.name = "far",
                             .url = "http://127.0.0.1:1/jobs/7",
                             .state = state,
                             .transport = "sse",
                             .reason = reason};
        QCOMPARE(ask("PUT", "/api/v1/sources", wire::toJson(SourceReport{.sources = {far}})), 200);
    }

    std::unique_ptr<AfootProgram> m_afoot{};
};

void TestCliSources::aWrongAddressIsRefusedAndNothingIsWritten_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("host") << u"http://no host/x"_s << QByteArray("\"no host\"");
    QTest::newRow("port") << u"http://h:99999/x"_s << QByteArray("\"99999\" is no port");
    QTest::newRow("no scheme") << u"ci.example/x"_s
                               << QByteArray("did you mean https://ci.example/x?");
    QTest::newRow("scheme") << u"ftp://h/x"_s << QByteArray("\"ftp\"");
}

void TestCliSources::aWrongAddressIsRefusedAndNothingIsWritten()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, has);
    const Ran ran = m_afoot->run({u"source"_s, u"add"_s, url});
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains(has) && ran.err.contains('"' + url.toUtf8() + '"'),
             ran.err.constData());
    QVERIFY(!QFile::exists(sourcesFile()));
}

void TestCliSources::aWrongFileOfSecretsIsNamed()
{
    const Ran folder = add(u" --token-file "_s + m_afoot->home());
    QCOMPARE(folder.code, 64);
    QVERIFY2(folder.err.contains(m_afoot->home().toUtf8() + " is a folder"),
             folder.err.constData());
    const Ran none = add(u" --header-file /nowhere/at/all"_s);
    QVERIFY(none.code != 0 && none.err.contains("/nowhere/at/all"));
    QVERIFY(!QFile::exists(sourcesFile()));
}

void TestCliSources::aPersonsOwnDialectIsKnown()
{
    QCOMPARE(add(u" --dialect mine"_s).code, 64);
    const QString folder = m_afoot->home() + u"/.config/afoot/dialects"_s;
    QVERIFY(QDir().mkpath(folder));
    file(u".config/afoot/dialects/mine.json"_s,
         "{\"name\":\"mine\",\"title\":\"Mine\","
         "\"endpoints\":{\"stream\":{\"transport\":\"sse\",\"path\":\"/s/{id}\"}},"
         "\"messages\":[{\"name\":\"m\",\"fields\":{\"id\":\"/id\"}}]}");
    QCOMPARE(m_afoot->run({u"dialect"_s, u"check"_s, folder + u"/mine.json"_s}).code, 0);
    const Ran ran = add(u" --dialect mine"_s);
    QVERIFY2(ran.code == 0, ran.err.constData());
}

void TestCliSources::aListChangedByHandIsCheckedToo()
{
    QCOMPARE(add().code, 0);
    file(u".local/share/afoot/sources.json"_s, R"([{"name":"far","url":"http://h:99999/x"}])");
    const Ran ran = run(u"source list"_s);
    QCOMPARE(ran.code, 64);
    for (const QByteArray &word :
         {sourcesFile().toUtf8(), QByteArray("source \"far\""), QByteArray("\"99999\" is no port")})
        QVERIFY2(ran.err.contains(word), ran.err.constData());
}

void TestCliSources::aSourceIsChangedPausedAndRemoved()
{
    const QString token = file(u"token"_s, "s3cret\n");
    QCOMPARE(add(u" --token-file "_s + token).code, 0);
    QVERIFY(listed()[u"has_token"_s].toBool());
    QCOMPARE(
        run(u"source change far --url http://127.0.0.1:2/jobs/7 --name near --dialect scan"_s).code,
        0);
    QJsonObject now = listed();
    QCOMPARE(now[u"name"_s].toString(), u"near"_s);
    QCOMPARE(now[u"url"_s].toString(), u"http://127.0.0.1:2/jobs/7"_s);
    QCOMPARE(now[u"dialect"_s].toString(), u"scan"_s);
    QVERIFY(now[u"has_token"_s].toBool()); // what is not said stays
    QCOMPARE(run(u"source change near --no-token --header-file "_s +
                 file(u"headers"_s, "X-Api-Key: k1\n"))
                 .code,
             0);
    QVERIFY(!listed()[u"has_token"_s].toBool());
    QCOMPARE(listed()[u"headers"_s].toInt(), 1);
    QCOMPARE(run(u"source change near --no-headers"_s).code, 0);
    QCOMPARE(listed()[u"headers"_s].toInt(), 0);
    QCOMPARE(run(u"source pause near"_s).code, 0);
    QVERIFY(listed()[u"paused"_s].toBool());
    QVERIFY(run(u"source list"_s).out.contains("(paused)"));
    QCOMPARE(run(u"source resume near"_s).code, 0);
    QVERIFY(!listed()[u"paused"_s].toBool());
    QCOMPARE(run(u"source remove near"_s).code, 0);
    QCOMPARE(run(u"source list"_s).out, QByteArray());
}

void TestCliSources::whatIsNoChangeIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const char *name, const QString &line, const char *has) {
        QTest::newRow(name) << line << QByteArray(has);
    };
    row("what", u"source eat far"_s, "say list, add, change");
    row("nobody", u"source change"_s, "NAME is missing");
    row("nothing", u"source change far"_s, "say what");
    row("another one", u"source change for --name x"_s, "There is no source \"for\"");
    row("a taken name", u"source change far --name ci"_s, "a source \"ci\" already");
    row("this computer's", u"source change far --name local"_s, "local");
    row("a wrong URL", u"source change far --url h"_s, "http://");
    row("a wrong dialect", u"source change far --dialect klingon"_s, "klingon");
    row("both", u"source change far --no-token --token-file x"_s, "not both");
    row("pause nobody", u"source pause"_s, "NAME is missing");
    row("pause another one", u"source pause for"_s, "There is no source \"for\"");
    row("remove two", u"source remove far ci"_s, "no place for \"ci\"");
    row("list one", u"source list far"_s, "no place for \"far\"");
}

void TestCliSources::whatIsNoChangeIsRefused()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, has);
    QCOMPARE(add().code, 0);
    QCOMPARE(run(u"source add --name ci http://127.0.0.1:1/jobs/8"_s).code, 0);
    const QByteArray before = run(u"source list"_s).out;
    const Ran ran = run(line);
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains(has), ran.err.constData());
    QCOMPARE(run(u"source list"_s).out, before);
}

void TestCliSources::eachHelpIsItsOwn()
{
    for (const QString &word : {u"remove"_s, u"pause"_s, u"resume"_s, u"change"_s}) {
        const Ran ran = run(u"source %1 --help"_s.arg(word));
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains("\n  NAME   "), ran.out.constData());
        QVERIFY(!ran.out.contains("NAME..."));
    }
    QVERIFY(run(u"source add --help"_s).out.contains("\n  URL   "));
    QVERIFY(run(u"source --help"_s).out.contains("remove NAME"));
}

void TestCliSources::aPersonIsToldThatThereIsNone()
{
    QCOMPARE(run(u"source list"_s).out, QByteArray()); // a script is not
    std::vector<std::string> words{"/usr/bin/env"};
    for (const QString &variable : m_afoot->environment().toStringList())
        words.push_back(variable.toStdString());
    words.insert(words.end(), {AFOOT_PROGRAM, "source", "list"});
    PtyJob terminal(words);
    QCOMPARE(terminal.end().value_or(-1), 0);
    QVERIFY2(terminal.shows("No sources. \"afoot source add URL\" adds one."),
             terminal.screen().c_str());
}

/// Also where nobody declined, since nobody could be asked.
void TestCliSources::whatWasAskedInVainIsShown()
{
    QVERIFY(m_afoot->serve());
    QCOMPARE(ask("POST", "/api/v1/jobs?source=far", R"({"id":"a","can":["cancel"]})"), 201);
    QCOMPARE(ask("POST", "/api/v1/jobs/a/cancel?source=far", "{}"), 200);
    QCOMPARE(ask("PATCH", "/api/v1/jobs/a?source=far",
                 R"({"declined":{"ask":"cancel","reason":"connection refused"}})"),
             200);
    const QByteArray shown = run(u"show far/a"_s).out;
    QVERIFY2(shown.contains("\n  asked      in vain: could not cancel: connection refused\n"),
             shown.constData());
}

void TestCliSources::withoutAWindowTheStateIsUnknown()
{
    QCOMPARE(add().code, 0);
    const QByteArray nobody("far  http://127.0.0.1:1/jobs/7  (not followed now: the window is not "
                            "open)\n");
    QCOMPARE(run(u"source list"_s).out, nobody); // no tracker either
    QVERIFY(m_afoot->serve());
    QCOMPARE(run(u"source"_s).out, nobody);
    QVERIFY(listed()[u"state"_s].isNull());
    QVERIFY(!listed()[u"followed"_s].toBool());
    QCOMPARE(ask("POST", "/api/v1/jobs?source=far", R"({"id":"a"})"), 201);
    QVERIFY(run(u"list"_s).out.contains("\n  far (not followed now: the window is not open): "));
}

void TestCliSources::whatAWindowSaysIsShown()
{
    QVERIFY(m_afoot->serve());
    QCOMPARE(add().code, 0);
    QCOMPARE(ask("POST", "/api/v1/jobs?source=far", R"({"id":"a","title":"Export"})"), 201);
    follow(SourceInfo::State::Connected);
    QVERIFY(run(u"source list"_s).out.contains("(connected over SSE)"));
    QByteArray list = run(u"list"_s).out;
    QVERIFY(list.startsWith("ID  SOURCE"));
    QVERIFY(!list.contains("out of date"));
    follow(SourceInfo::State::Disconnected, "gone \x1b[31mfor good");
    list = run(u"list"_s).out;
    QVERIFY2(list.endsWith("  far (away: gone for good): its jobs may be out of date.\n"),
             list.constData());
    QVERIFY(run(u"show a"_s).out.contains("  source     far (away: gone for good)\n"));
    const QJsonObject source = listed();
    QCOMPARE(source[u"state"_s].toString(), u"disconnected"_s);
    QCOMPARE(source[u"reason"_s].toString(), u"gone for good"_s);
    QVERIFY(source[u"followed"_s].toBool());
    const Ran json = run(u"list --json"_s); // jobs and nothing else
    QCOMPARE(json.out.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(json.out).object()[u"id"_s].toString(), u"a"_s);
}

void TestCliSources::whoWaitsHearsThatASourceIsAway()
{
    QVERIFY(m_afoot->serve());
    QCOMPARE(add().code, 0);
    for (const char *body : {R"({"id":"a"})", R"({"id":"b"})"})
        QCOMPARE(ask("POST", "/api/v1/jobs?source=far", body), 201);
    follow(SourceInfo::State::Paused);
    const QByteArray doubt = "afoot: far (paused): its jobs may be out of date.\n";
    QCOMPARE(run(u"watch --once"_s).err, doubt);
    const auto watch = m_afoot->start({u"watch"_s});
    const auto wait = m_afoot->start({u"wait"_s, u"a"_s, u"b"_s});
    QByteArray watchSaid;
    QByteArray waitSaid;
    QTRY_VERIFY((watchSaid += watch->readAllStandardError()).endsWith(doubt));
    QTRY_VERIFY((waitSaid += wait->readAllStandardError()).endsWith(doubt));
    for (const char *id : {"a", "b"})
        QCOMPARE(ask("POST", std::string("/api/v1/jobs/") + id + "/complete?source=far", "{}"),
                 200);
    QCOMPARE(AfootProgram::ended(*watch).err, QByteArray()); // once
    QCOMPARE(AfootProgram::ended(*wait).err, QByteArray());
    follow(SourceInfo::State::Connected);
    QCOMPARE(run(u"watch --once"_s).err, QByteArray());
}

void TestCliSources::oneIdInTwoSourcesIsToldApart()
{
    QVERIFY(m_afoot->serve());
    for (const char *source : {"local", "far", "near"}) {
        const std::string name(source);
        QCOMPARE(ask("POST", "/api/v1/jobs?source=" + name,
                     R"({"id":"nightly","title":"of )" + name + R"("})"),
                 201);
    }
    for (const QString &command : {u"show"_s, u"tail"_s, u"cancel"_s}) {
        const Ran ran = run(command + u" nightly"_s);
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains("local/nightly") && ran.err.contains("far/nightly") &&
                     ran.err.contains("near/nightly"),
                 ran.err.constData());
    }
    QCOMPARE(run(u"wait nightly"_s).code, 64);
    QCOMPARE(run(u"watch --once nightly"_s).code, 64);
    QVERIFY(run(u"show far/nightly"_s).out.contains("of far"));
    QVERIFY(run(u"show --source local nightly"_s).out.contains("of local"));
    QVERIFY(run(u"watch --once --source near nightly"_s).out.contains("of near (near)"));
    QVERIFY(run(u"watch --once local/nightly"_s).out.startsWith("running: of local\n"));
    const QList<QByteArray> rows = run(u"list"_s).out.split('\n');
    int found = 0;
    for (const QByteArray &row : rows.mid(1)) {
        const QString id = QString::fromUtf8(row.left(row.indexOf(' ')));
        if (id.isEmpty())
            continue;
        ++found;
        QCOMPARE(run(u"show "_s + id).code, 0);
    }
    QCOMPARE(found, 3);
}

void TestCliSources::jobsOfAnotherSourceAreReportedThere_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"update nas/twin -p 5", "log nas/twin hello", "complete nas/twin",
                             "fail nas/twin --error no", "update twin -p 5"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliSources::jobsOfAnotherSourceAreReportedThere()
{
    QFETCH(const QString, line);
    QVERIFY(m_afoot->serve());
    QCOMPARE(ask("POST", "/api/v1/jobs?source=nas", R"({"id":"twin","title":"Twin"})"), 201);
    const Ran ran = run(line);
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains("is a job of the source nas"), ran.err.constData());
    QVERIFY(run(u"show nas/twin"_s).out.contains("running"));
    QVERIFY(run(u"update twice -p 5"_s).err.contains("There is no job twice here"));
}

void TestCliSources::jobsOfAnotherSourceAreWaitedForAndTailed()
{
    QVERIFY(m_afoot->serve());
    for (const char *target : {"/api/v1/jobs", "/api/v1/jobs?source=far"})
        QCOMPARE(ask("POST", target, R"({"id":"a"})"), 201);
    QCOMPARE(ask("POST", "/api/v1/jobs/a/log?source=far", R"({"lines":["of far"]})"), 200);
    QCOMPARE(run(u"tail far/a"_s).out, QByteArray("of far\n"));
    const auto tail = m_afoot->start({u"tail"_s, u"-f"_s, u"far/a"_s});
    const auto wait = m_afoot->start({u"wait"_s, u"far/a"_s, u"local/a"_s});
    QByteArray said;
    QTRY_VERIFY((said += tail->readAllStandardOutput()).contains("of far"));
    QCOMPARE(ask("POST", "/api/v1/jobs/a/complete", "{}"), 200);
    QTRY_VERIFY((tail->waitForReadyRead(1), wait->waitForReadyRead(1), wait->bytesAvailable() > 0));
    QCOMPARE(wait->state(), QProcess::Running);
    QCOMPARE(tail->state(), QProcess::Running);
    QCOMPARE(ask("POST", "/api/v1/jobs/a/fail?source=far", R"({"error":"disk full"})"), 200);
    QCOMPARE(AfootProgram::ended(*wait).code, 1);
    QCOMPARE(AfootProgram::ended(*tail).code, 0);
}

QTEST_GUILESS_MAIN(TestCliSources)
#include "tst_clisources.moc"
