#include "tests/support/afootprogram.h"
#include "tests/support/scriptedserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using afoot::test::AfootProgram;
using afoot::test::ScriptedServer;
using Ran = AfootProgram::Ran;

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_afoot = std::make_unique<AfootProgram>(); }
    void helpIsPrinted_data();
    void helpIsPrinted();
    void theVersionIsPrinted();
    void badUsageIsOneSentence_data();
    void badUsageIsOneSentence();
    void withoutADisplayTheWindowSaysSo();
    void withoutATrackerAReportIsNoted();
    void strictReportsFailWithoutATracker();
    void whatWasNotedIsDeliveredInOrderWithItsTimes();
    void whatIsNotedWhileItServesIsTakenIn();
    void aReportDeliversWhatWaitsFirst();
    void aHangingTrackerDoesNotStopAScript();
    void aRefusalIsAnError();
    void aJobMakesItsRound();
    void aLogComesFromAPipe();
    void aRefusedLogReadsOnToTheEnd();
    void shortIdsWork();
    void tailFollowsToTheEnd();
    void waitReturnsTheWorst();
    void waitLosesATrackerThatGoes();
    void watchPrintsJsonLines();
    void watchPrintsPlainLinesToAPipe();
    void watchPaintsInATerminal();
    void watchSurvivesARestart();
    void watchDiesOfItsSignal();
    void aStoppingTrackerHangsUpOnItsReaders();
    void whatBeginsInsideARunIsItsPart();
    void aWrappedCommandIsShown_data();
    void aWrappedCommandIsShown();
    void historyOutlivesItsTracker();
    void historyIsChosenFromAndDeleted();
    void asksAreAnswered();
    void theTokenIsPrivateAndLetsOneIn();
    void aSecondTrackerNamesTheFirst();
    void aPortInUseIsSaidAndSurvived();
    void aKilledTrackerLeavesNothingInTheWay();
    void anAddressOfOthersIsRefused();
    void dialectsAreListed();
    void aSoundDialectIsSummedUp();
    void aWrongDialectNamesEachPlace();
    void anUnreadableDialectIsSaid();
    void aFullOutputIsAnError();

private:
    Ran run(const QStringList &arguments, const QByteArray &input = {})
    {
        return m_afoot->run(arguments, input);
    }
    QString begin(const QString &title, const QStringList &more = {})
    {
        const Ran ran = run(QStringList{u"begin"_s, title} + more);
        return QString::fromUtf8(ran.out).trimmed();
    }
    QJsonObject job(const QString &id)
    {
        return QJsonDocument::fromJson(run({u"show"_s, id, u"--json"_s}).out).object();
    }

    std::unique_ptr<AfootProgram> m_afoot{};
};

void TestCli::helpIsPrinted_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("all") << QStringList{u"--help"_s} << QByteArray("Usage: afoot");
    QTest::newRow("help") << QStringList{u"help"_s} << QByteArray("Report a job of your own:");
    QTest::newRow("help of one") << QStringList{u"help"_s, u"update"_s}
                                 << QByteArray("Usage: afoot update ID");
    for (const char *name :
         {"begin", "update", "log", "complete", "fail", "list", "show", "tail", "wait", "watch",
          "cancel", "pause", "resume", "retry", "serve", "token", "parser", "run", "dialect"}) {
        QTest::newRow(name) << QStringList{QString::fromLatin1(name), u"--help"_s}
                            << QByteArray("Usage: afoot ") + name;
    }
    QTest::newRow("with an argument")
        << QStringList{u"show"_s, u"x"_s, u"-h"_s} << QByteArray("Usage: afoot show");
}

void TestCli::helpIsPrinted()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, has);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(has), ran.out.constData());
    QCOMPARE(ran.err, QByteArray());
}

void TestCli::theVersionIsPrinted()
{
    for (const QString &option : {u"--version"_s, u"-V"_s}) {
        const Ran ran = run({option});
        QCOMPARE(ran.code, 0);
        QVERIFY(QRegularExpression(u"^afoot \\d+\\.\\d+\\.\\d+\\n$"_s)
                    .match(QString::fromUtf8(ran.out))
                    .hasMatch());
    }
}

void TestCli::badUsageIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const char *name, const QString &line, const char *has) {
        QTest::newRow(name) << line.split(u' ') << QByteArray(has);
    };
    row("unknown command", u"updat x"_s, "did you mean \"update\"?");
    row("unknown and far", u"banana"_s, "There is no command \"banana\".");
    row("unknown option at the top", u"--verison"_s, "did you mean \"--version\"?");
    row("unknown option", u"update x --persent 3"_s, "did you mean \"--percent\"?");
    row("missing id", u"update"_s, "ID is missing");
    row("missing title", u"begin"_s, "TITLE is missing");
    row("missing value", u"update x --percent"_s, "--percent needs a value");
    row("too many", u"show x y"_s, "no place for \"y\"");
    row("nothing to say", u"update x"_s, "nothing to say");
    row("percent 200", u"update x --percent 200"_s, "percent is 200; it must be from 0 to 100");
    row("percent abc", u"update x --percent abc"_s, "wants a number, not \"abc\"");
    row("percent and current", u"update x --percent 1 --current 2"_s, "not both");
    row("no error", u"fail x"_s, "--error is missing");
    row("detail", u"update x --detail novalue"_s, "KEY=VALUE");
    row("detail before the id", u"update --detail novalue x"_s, "KEY=VALUE");
    row("level", u"log x --level loud y"_s, "info, warning or error");
    row("an id and a URL", u"watch x http://example.org/api"_s, "not both");
    row("listen on all", u"serve --listen 0.0.0.0:4680"_s, "reached from other machines");
    row("listen on nonsense", u"serve --listen banana"_s, "not an address to listen on");
    row("tail lines", u"tail x -n many"_s, "whole number");
    row("wait for nobody", u"wait"_s, "ID is missing");
    row("no command", u"run"_s, "no command to run");
    row("no command behind the dashes", u"run --title x --"_s, "no command to run");
    row("wrong option of run", u"run --titel x -- ls"_s, "did you mean \"--title\"?");
    row("parser what", u"parser eat"_s, "only \"try\"");
    row("dialect what", u"dialect eat"_s, "only \"check\", \"list\" and \"new\"");
    row("dialect new of what", u"dialect new"_s, "--from");
    row("dialect new for how long", u"dialect new --from http://h/x --for ever"_s, "seconds");
    row("dialect check with options", u"dialect check x --print"_s, "about \"new\"");
    row("dialect new of no URL", u"dialect new --from h"_s, "http://");
    row("dialect new of a wrong name", u"dialect new --from http://h/x --name ../x"_s,
        "small letters");
    row("dialect check what", u"dialect check"_s, "which file");
    row("dialect list what", u"dialect list x"_s, "takes no file");
    QTest::newRow("id too long") << QStringList{u"update"_s, QString(201, u'x'), u"-p"_s, u"1"_s}
                                 << QByteArray("200 bytes");
    QTest::newRow("empty title") << QStringList{u"begin"_s, u""_s} << QByteArray("TITLE is");
}

void TestCli::badUsageIsOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, has);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains(has), ran.err.constData());
    QVERIFY(ran.err.startsWith("afoot"));
    QVERIFY2(ran.err.count('\n') <= 2, ran.err.constData());
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(!QFile::exists(m_afoot->spool()));
}

void TestCli::withoutADisplayTheWindowSaysSo()
{
    const Ran ran = run({});
    QCOMPARE(ran.code, 69);
    QVERIFY(ran.err.contains("no display"));
}

void TestCli::withoutATrackerAReportIsNoted()
{
    const Ran ran = run({u"begin"_s, u"Backup"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.size(), 27); // a ULID
    QCOMPARE(ran.err.count('\n'), 1);
    QVERIFY(ran.err.contains("noted"));
    const QString id = QString::fromUtf8(ran.out).trimmed();
    QCOMPARE(run({u"update"_s, id, u"-p"_s, u"3"_s}).code, 0);
    const Ran log = run({u"log"_s, id}, QByteArray("a\n").repeated(5000));
    QCOMPARE(log.code, 0);
    QCOMPARE(log.err,
             QByteArray()); // it was said already, and a loop would say it a thousand times
    QVERIFY(QFile::exists(m_afoot->spool()));
    QElapsedTimer passed;
    passed.start();
    const Ran watch = run({u"watch"_s});
    QCOMPARE(watch.code, 3);
    QVERIFY(watch.err.contains("afoot serve"));
    QVERIFY(passed.elapsed() < 10'000); // it is not waited for half a minute
    const Ran list = run({u"list"_s});
    QCOMPARE(list.code, 69);
    QVERIFY(list.err.contains("afoot serve"));
}

void TestCli::strictReportsFailWithoutATracker()
{
    QCOMPARE(run({u"begin"_s, u"Backup"_s, u"--strict"_s}).code, 69);
    QCOMPARE(run({u"update"_s, u"x"_s, u"-p"_s, u"1"_s, u"--strict"_s}).code, 69);
    QVERIFY(!QFile::exists(m_afoot->spool()));
}

void TestCli::whatWasNotedIsDeliveredInOrderWithItsTimes()
{
    const QString id = begin(u"Backup"_s, {u"--steps"_s, u"dump,upload"_s});
    run({u"update"_s, id, u"--step"_s, u"upload"_s, u"--message"_s, u"half way"_s});
    run({u"log"_s, id, u"one"_s, u"two"_s});
    run({u"fail"_s, id, u"--error"_s, u"disk full"_s});
    QTest::qWait(1100); // so that a time made up at the delivery would show
    QVERIFY(m_afoot->serve());
    QVERIFY(m_afoot->said().contains("Took in 4 reports"));
    const QJsonObject shown = job(id);
    QCOMPARE(shown[u"state"_s].toString(), u"failed"_s);
    QCOMPARE(shown[u"error"_s].toString(), u"disk full"_s);
    QCOMPARE(shown[u"message"_s].toString(), u"half way"_s);
    const auto time = [&](const QString &field) {
        return QDateTime::fromString(shown[field].toString(), Qt::ISODateWithMs);
    };
    QVERIFY(time(u"started_at"_s) <= time(u"finished_at"_s));
    const QJsonObject step = shown[u"steps"_s].toArray()[1].toObject();
    const QString begun = step[u"started_at"_s].toString();
    QVERIFY2(begun <= shown[u"finished_at"_s].toString(),
             qPrintable(begun)); // RFC 3339 sorts as text
    QVERIFY(time(u"finished_at"_s).msecsTo(QDateTime::currentDateTimeUtc()) >= 1100);
    QCOMPARE(run({u"tail"_s, id}).out, QByteArray("one\ntwo\n"));
    QCOMPARE(QFile(m_afoot->spool()).size(), 0);
}

void TestCli::whatIsNotedWhileItServesIsTakenIn()
{
    QVERIFY(m_afoot->serve());
    QDir().mkpath(QFileInfo(m_afoot->spool()).path());
    QFile spool(m_afoot->spool());
    QVERIFY(spool.open(QIODevice::Append));
    spool.write("{\"op\":\"begin\",\"id\":\"late\",\"title\":\"Late\"}\n");
    spool.close();
    QTRY_COMPARE(job(u"late"_s)[u"title"_s].toString(), u"Late"_s);
    QTRY_COMPARE(QFile(m_afoot->spool()).size(), 0);
}

void TestCli::aReportDeliversWhatWaitsFirst()
{
    QStringList asked;
    QDir().mkpath(QFileInfo(m_afoot->socket()).path());
    const QString id = begin(u"Backup"_s);
    {
        const ScriptedServer tracker(
            m_afoot->socket().toStdString(), {[&](ScriptedServer::Peer &peer) {
                for (int i = 0; i < 2; ++i) {
                    const std::string request = peer.request();
                    asked << QString::fromStdString(request.substr(0, request.find("\r\n")));
                    peer.send(afoot::test::answerOf(200, "{\"id\":\"x\"}"));
                }
            }});
        const Ran ran = run({u"update"_s, id, u"-p"_s, u"3"_s});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, QByteArray());
    }
    QCOMPARE(asked, (QStringList{u"POST /api/v1/jobs HTTP/1.1"_s,
                                 u"PATCH /api/v1/jobs/"_s + id + u" HTTP/1.1"_s}));
}

void TestCli::aHangingTrackerDoesNotStopAScript()
{
    QDir().mkpath(QFileInfo(m_afoot->socket()).path());
    const ScriptedServer tracker(m_afoot->socket().toStdString(),
                                 {[](ScriptedServer::Peer &peer) { peer.saysNothing(); }});
    QElapsedTimer timer;
    timer.start();
    const Ran ran = run({u"begin"_s, u"Backup"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.contains("does not answer in time; noted"));
    QVERIFY(timer.elapsed() < 15'000);
}

void TestCli::aRefusalIsAnError()
{
    QVERIFY(m_afoot->serve());
    const Ran unknown = run({u"update"_s, u"nobody"_s, u"-p"_s, u"1"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains("nobody"));
    const QString id = begin(u"Backup"_s);
    QCOMPARE(run({u"complete"_s, id}).code, 0);
    const Ran late = run({u"update"_s, id, u"-p"_s, u"1"_s});
    QCOMPARE(late.code, 1);
    QVERIFY(late.err.contains("completed"));
    QCOMPARE(run({u"begin"_s, u"Backup"_s, u"--id"_s, id}).code, 1);
    QCOMPARE(run({u"begin"_s, u"Backup"_s, u"--id"_s, id, u"--restart"_s}).code, 0);
    QVERIFY(!QFile::exists(m_afoot->spool()));
}

void TestCli::aJobMakesItsRound()
{
    QVERIFY(m_afoot->serve());
    const Ran begun = run({u"begin"_s, u"Bäckup \u202Eevil"_s, u"--id"_s, u"nightly/1"_s,
                           u"--kind"_s, u"restic"_s, u"--steps"_s, u"dump,upload"_s, u"--total"_s,
                           u"86100000000"_s, u"--unit"_s, u"bytes"_s});
    QCOMPARE(begun.code, 0);
    QCOMPARE(begun.out, QByteArray("nightly/1\n"));
    const QString id = u"nightly/1"_s;
    QCOMPARE(run({u"update"_s, id, u"--current"_s, u"61400000000"_s, u"--step"_s, u"upload"_s,
                  u"-m"_s, u"hello"_s, u"-d"_s, u"Host=web1"_s, u"-d"_s, u"Files=12"_s})
                 .code,
             0);
    const Ran list = run({u"list"_s});
    QCOMPARE(list.code, 0);
    QVERIFY(list.out.startsWith("ID "));
    QVERIFY2(list.out.contains("nightly/1  running  71 %     Bäckup evil"), list.out.constData());
    QVERIFY(!list.out.contains('\x1b'));
    const Ran shown = run({u"show"_s, id});
    for (const char *text : {"61.4 / 86.1 GB", "hello", "Host", "web1", "● upload", "restic"})
        QVERIFY2(shown.out.contains(text), shown.out.constData());
    QCOMPARE(run({u"complete"_s, id, u"--url"_s, u"https://example.org/r"_s}).code, 0);
    const QJsonObject done = job(id);
    QCOMPARE(done[u"state"_s].toString(), u"completed"_s);
    QCOMPARE(done[u"url"_s].toString(), u"https://example.org/r"_s);
    QCOMPARE(done[u"details"_s].toObject()[u"Files"_s].toString(), u"12"_s);
    const Ran json = run({u"list"_s, u"--all"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out).object()[u"id"_s].toString(), id);
    QCOMPARE(m_afoot->stopServing().code, 0);
    QVERIFY(!QFile::exists(m_afoot->socket()));
}

void TestCli::aLogComesFromAPipe()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const auto logger = m_afoot->start({u"log"_s, id});
    logger->write("first\nsec");
    QTRY_COMPARE(run({u"tail"_s, id}).out, QByteArray("first\n")); // while the pipe is still open
    logger->write("ond\r\n10 %\r20 %\n\x1b[31mred\x1b[0m\nno end");
    logger->closeWriteChannel();
    QCOMPARE(AfootProgram::ended(*logger).code, 0);
    QCOMPARE(run({u"tail"_s, id}).out, QByteArray("first\nsecond\n20 %\nred\nno end\n"));
    QCOMPARE(run({u"tail"_s, id, u"-n"_s, u"2"_s}).out, QByteArray("red\nno end\n"));
    QByteArray many;
    for (int i = 0; i < 5000; ++i)
        many += QByteArray::number(i) + '\n';
    QCOMPARE(run({u"log"_s, id}, many).code, 0);
    const QByteArray all = run({u"tail"_s, id}).out;
    QVERIFY(all.endsWith(many));
    const Ran json = run({u"tail"_s, id, u"-n"_s, u"1"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out).object()[u"text"_s].toString(), u"4999"_s);
}

void TestCli::aRefusedLogReadsOnToTheEnd()
{
    QVERIFY(m_afoot->serve());
    const Ran ran =
        run({u"log"_s, u"nobody"_s}, QByteArray(2'000'000, 'x') + '\n'); // more than a pipe holds
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.err.count('\n'), 1);
}

void TestCli::shortIdsWork()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Backup"_s);
    const QByteArray list = run({u"list"_s}).out;
    const QString ending = id.right(6);
    QVERIFY(list.contains('\n' + ending.toUtf8() + ' '));
    QCOMPARE(job(ending)[u"id"_s].toString(), id);
    QCOMPARE(job(ending.toLower())[u"id"_s].toString(), id);
    QCOMPARE(run({u"show"_s, id.right(3)}).code, 1); // too short to mean anything
}

void TestCli::tailFollowsToTheEnd()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    run({u"log"_s, id, u"before"_s});
    const auto tail = m_afoot->start({u"tail"_s, u"-f"_s, id});
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        tail->waitForReadyRead(50);
        seen += tail->readAllStandardOutput();
        return seen.contains(text);
    };
    QTRY_VERIFY(sees("before\n"));
    run({u"log"_s, id, u"during"_s});
    QTRY_VERIFY(sees("during\n"));
    run({u"log"_s, id, u"last"_s});
    run({u"complete"_s, id});
    const Ran ran = AfootProgram::ended(*tail);
    QCOMPARE(ran.code, 0);
    QCOMPARE(seen + ran.out, QByteArray("before\nduring\nlast\n"));
    QCOMPARE(run({u"tail"_s, u"-f"_s, id}).out, QByteArray("before\nduring\nlast\n"));
}

void TestCli::waitReturnsTheWorst()
{
    QVERIFY(m_afoot->serve());
    const QString good = begin(u"Good"_s);
    const QString bad = begin(u"Bad"_s);
    const auto both = m_afoot->start({u"wait"_s, good, bad});
    const auto one = m_afoot->start({u"wait"_s, u"--quiet"_s, good});
    run({u"complete"_s, good});
    const Ran first = AfootProgram::ended(*one);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.out, QByteArray());
    run({u"fail"_s, bad, u"--error"_s, u"why"_s});
    const Ran ran = AfootProgram::ended(*both);
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains("done: Good"));
    QVERIFY(ran.out.contains(": why\n"));
    QCOMPARE(run({u"wait"_s, bad, good}).code, 1); // when it is all over already
    QCOMPARE(run({u"wait"_s, u"nobody"_s}).code, 64);
}

void TestCli::waitLosesATrackerThatGoes()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const auto waiting = m_afoot->start({u"wait"_s, id});
    const auto sees = m_afoot->start({u"tail"_s, u"-f"_s, id});
    QVERIFY(sees->waitForStarted());
    const auto isConnected = [](const QProcess &process) {
        const QString fds = u"/proc/%1/fd"_s.arg(process.processId());
        const QStringList open = QDir(fds).entryList(QDir::AllEntries | QDir::System);
        const bool hasSocket = std::any_of(open.begin(), open.end(), [&](const QString &fd) {
            std::array<char, 64> target{};
            const QByteArray link = (fds + u'/' + fd).toLocal8Bit();
            return ::readlink(link.constData(), target.data(), target.size() - 1) > 0 &&
                   QByteArray(target.data()).startsWith("socket:");
        });
        QFile stat(u"/proc/%1/stat"_s.arg(process.processId()));
        return hasSocket && stat.open(QFile::ReadOnly) && stat.readAll().contains(") S ");
    };
    QTRY_VERIFY(isConnected(*waiting));
    QCOMPARE(run({u"list"_s}).code, 0); // answered behind the question of the one that waits
    QTRY_VERIFY(isConnected(*waiting));
    m_afoot->killServing();
    QVERIFY(m_afoot->serve()); // one that knows nothing of the job
    const Ran ran = AfootProgram::ended(*waiting);
    QCOMPARE(ran.code, 3);
    sees->kill();
    sees->waitForFinished();
}

void TestCli::watchPrintsJsonLines()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const auto watch = m_afoot->start({u"watch"_s, u"--json"_s});
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        watch->waitForReadyRead(50);
        seen += watch->readAllStandardOutput();
        return seen.contains(text);
    };
    QTRY_VERIFY(sees(id.toUtf8()));
    run({u"log"_s, id, u"a line"_s});
    run({u"update"_s, id, u"-p"_s, u"40"_s});
    QTRY_VERIFY(sees("\"percent\":40"));
    run({u"fail"_s, id, u"--error"_s, u"why"_s});
    const Ran ran = AfootProgram::ended(*watch);
    QCOMPARE(ran.code, 1);
    seen += ran.out;
    QStringList kinds;
    for (const QByteArray &line : seen.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString kind = object[u"type"_s].toString();
        QVERIFY2(!kind.isEmpty(), line.constData());
        kinds << kind;
        if (kind == u"link"_s) {
            QVERIFY(object.contains(u"attempt"_s));
            QVERIFY(object.contains(u"retry_in_ms"_s));
            QVERIFY(object[u"reason"_s].isNull());
        }
    }
    QCOMPARE(kinds.mid(0, 3), (QStringList{u"link"_s, u"link"_s, u"job"_s}));
    QVERIFY(kinds.contains(u"log"_s));
    const Ran once = run({u"watch"_s, u"--once"_s, u"--json"_s});
    QCOMPARE(once.code, 0);
    QCOMPARE(QJsonDocument::fromJson(once.out).object()[u"job"_s].toObject()[u"id"_s].toString(),
             id);
}

void TestCli::watchPrintsPlainLinesToAPipe()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const auto watch = m_afoot->start({u"watch"_s});
    QVERIFY(watch->waitForReadyRead());
    run({u"update"_s, id, u"-p"_s, u"40"_s});
    run({u"complete"_s, id});
    const Ran ran = AfootProgram::ended(*watch);
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith("running: Build"));
    QVERIFY(ran.out.contains("done: Build"));
    QVERIFY(!ran.out.contains('\x1b'));
}

void TestCli::watchPaintsInATerminal()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    int master = -1;
    winsize size{.ws_row = 10, .ws_col = 60, .ws_xpixel = 0, .ws_ypixel = 0};
    const pid_t child = ::forkpty(&master, nullptr, nullptr, &size);
    QVERIFY(child >= 0);
    if (child == 0) {
        ::clearenv();
        const QProcessEnvironment &environment = m_afoot->environment();
        for (const QString &name : environment.keys())
            qputenv(name.toLatin1().constData(), environment.value(name).toUtf8());
        qputenv("TERM", "xterm-256color");
        ::execl(AFOOT_PROGRAM, "afoot", "watch", nullptr);
        ::_exit(127);
    }
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        pollfd look{master, POLLIN, 0};
        char bytes[4096];
        if (::poll(&look, 1, 50) > 0) {
            const ssize_t got = ::read(master, bytes, sizeof bytes);
            if (got > 0)
                seen.append(bytes, got);
        }
        return seen.contains(text);
    };
    QTRY_VERIFY(sees("Build"));
    QVERIFY(seen.contains("\x1b[?25l"));
    run({u"update"_s, id, u"-p"_s, u"40"_s});
    QTRY_VERIFY(sees("40 %"));
    size.ws_col = 20;
    ::ioctl(master, TIOCSWINSZ, &size);
    run({u"complete"_s, id});
    QTRY_VERIFY(sees("done"));
    QTRY_VERIFY(sees("\x1b[?25h"));
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    ::close(master);
}

void TestCli::watchSurvivesARestart()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const auto watch = m_afoot->start({u"watch"_s, u"--json"_s, u"--keep-trying"_s});
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        watch->waitForReadyRead(50);
        seen += watch->readAllStandardOutput();
        return seen.contains(text);
    };
    QTRY_VERIFY(sees(id.toUtf8()));
    m_afoot->killServing();
    QTRY_VERIFY(sees("\"reconnecting\""));
    QTRY_VERIFY(sees("\"reason\":\""));
    seen.clear();
    begin(u"Build"_s, {u"--id"_s, id}); // its reporter says again what it has, as afoot run does
    QVERIFY(m_afoot->serve());
    QTRY_VERIFY_WITH_TIMEOUT(sees("\"connected\""), 10'000);
    run({u"complete"_s, id});
    QCOMPARE(AfootProgram::ended(*watch).code, 0);
}

void TestCli::watchDiesOfItsSignal()
{
    QVERIFY(m_afoot->serve());
    begin(u"Build"_s);
    const auto watch = m_afoot->start({u"watch"_s});
    QVERIFY(watch->waitForReadyRead());
    watch->terminate();
    QVERIFY(watch->waitForFinished());
    QCOMPARE(watch->exitStatus(), QProcess::CrashExit); // as its shell expects
}

void TestCli::aStoppingTrackerHangsUpOnItsReaders()
{
    QVERIFY(m_afoot->serve());
    begin(u"Build"_s);
    const auto watch = m_afoot->start({u"watch"_s});
    QVERIFY(watch->waitForReadyRead());
    QCOMPARE(m_afoot->stopServing().code, 0);
    QVERIFY(!QFile::exists(m_afoot->socket()));
    QCOMPARE(watch->state(), QProcess::Running); // it waits for the next one
    watch->terminate();
    QVERIFY(watch->waitForFinished());
}

void TestCli::whatBeginsInsideARunIsItsPart()
{
    QVERIFY(m_afoot->serve());
    const QString outer = begin(u"Outer"_s);
    m_afoot->environment().insert(u"AFOOT_JOB"_s, outer);
    QCOMPARE(job(begin(u"Inner"_s))[u"parent"_s].toString(), outer);
    begin(u"Outer"_s, {u"--id"_s, outer});
    QVERIFY(!job(outer).contains(u"parent"_s));
}

void TestCli::aWrappedCommandIsShown_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList command{u"sh"_s, u"-c"_s, u"echo \"$0 $1\"; exit 3"_s, u"--help"_s, u"--"_s};
    QTest::newRow("behind dashes")
        << QStringList{u"run"_s, u"--title"_s, u"Mine"_s, u"--"_s} + command;
    QTest::newRow("without dashes") << QStringList{u"run"_s, u"--title"_s, u"Mine"_s} + command;
}

void TestCli::aWrappedCommandIsShown()
{
    QFETCH(QStringList, arguments);
    QVERIFY(m_afoot->serve());
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.out, QByteArray("--help --\n"));
    QTRY_VERIFY(run({u"list"_s}).out.contains("failed"));
    QVERIFY(run({u"list"_s}).out.contains("Mine"));
}

void TestCli::historyOutlivesItsTracker()
{
    QVERIFY(m_afoot->serve());
    const QString good = begin(u"=Backup"_s, {u"--kind"_s, u"nightly"_s});
    run({u"complete"_s, good});
    const QString bad = begin(u"Deploy"_s, {u"--kind"_s, u"deploy"_s});
    run({u"fail"_s, bad, u"--error"_s, u"no route, to \"host\""_s});
    const QString open = begin(u"Goes on"_s);
    m_afoot->stopServing();
    QVERIFY(m_afoot->serve());
    QCOMPARE(run({u"update"_s, open, u"-p"_s, u"40"_s}).code, 0); // its script noticed nothing
    QCOMPARE(job(open)[u"percent"_s].toDouble(), 40.0);
    const Ran table = run({u"history"_s});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("Deploy · no route"));
    QVERIFY(!table.out.contains("Goes on"));
    const QList<QByteArray> csv = run({u"history"_s, u"--csv"_s}).out.split('\n');
    QCOMPARE(csv.size(), 4);
    QVERIFY(csv[1].contains(",Deploy,failed,"));
    QVERIFY(csv[1].contains(",\"no route, to \"\"host\"\"\",local,"));
    QVERIFY(csv[2].contains(",'=Backup,")); // no formula for a spreadsheet
    QCOMPARE(run({u"history"_s, u"-k"_s, u"deploy"_s, u"--json"_s}).out.count('\n'), 1);
    QCOMPARE(run({u"history"_s, u"-q"_s, u"nobody"_s}).out, QByteArray());
    QCOMPARE(run({u"history"_s, u"-n"_s, u"1"_s, u"--json"_s}).out.count('\n'), 1);
    QCOMPARE(run({u"history"_s, u"-n"_s, u"0"_s}).code, 64);
    QCOMPARE(run({u"history"_s, u"--json"_s, u"--csv"_s}).code, 64);
    QCOMPARE(run({u"history"_s, u"--from"_s, u"yesterday"_s}).code, 64);
}

void TestCli::historyIsChosenFromAndDeleted()
{
    QVERIFY(m_afoot->serve());
    for (int i = 0; i < 3; ++i)
        run({u"complete"_s, begin(u"Backup"_s, {u"--kind"_s, u"nightly"_s})});
    run({u"fail"_s, begin(u"Deploy"_s, {u"--kind"_s, u"deploy"_s}), u"--error"_s, u"no"_s});
    const auto lines = [this](const QStringList &options) {
        return run(QStringList{u"history"_s, u"--json"_s} + options).out.count('\n');
    };
    QCOMPARE(lines({u"--state"_s, u"failed"_s}), 1);
    QCOMPARE(lines({u"--state"_s, u"failed"_s, u"--state"_s, u"completed"_s}), 4);
    QCOMPARE(lines({u"--source"_s, u"elsewhere"_s}), 0);
    QCOMPARE(lines({u"--all"_s}), 4);
    const QByteArray first = run({u"history"_s, u"-n"_s, u"1"_s, u"--json"_s}).out;
    const int number = QJsonDocument::fromJson(first).object()[u"run"_s].toInt();
    QVERIFY(number > 0);
    for (const QStringList &wrong :
         {QStringList{u"--delete"_s}, QStringList{u"--delete"_s, u"-k"_s, u"a"_s, u"--all"_s},
          QStringList{u"--delete"_s, u"--all"_s, u"-n"_s, u"1"_s},
          QStringList{u"--state"_s, u"running"_s}, QStringList{u"--run"_s, u"x"_s}})
        QCOMPARE(run(QStringList{u"history"_s} + wrong).code, 64);
    QCOMPARE(lines({u"--all"_s}), 4);
    QCOMPARE(run({u"history"_s, u"--delete"_s, u"--run"_s, QString::number(number)}).out,
             QByteArray("1 run is deleted.\n"));
    QVERIFY(!run({u"list"_s, u"--all"_s}).out.contains("Deploy")); // nor is it on the list
    QCOMPARE(run({u"history"_s, u"--delete"_s, u"-k"_s, u"nightly"_s}).out,
             QByteArray("3 runs are deleted.\n"));
    QCOMPARE(lines({u"--all"_s}), 0);
}

void TestCli::asksAreAnswered()
{
    QVERIFY(m_afoot->serve());
    const QString id = begin(u"Build"_s);
    const Ran refused = run({u"cancel"_s, id});
    QVERIFY(refused.code == 0 || refused.code == 1);
    QVERIFY(!(refused.out + refused.err).isEmpty());
    QCOMPARE(run({u"cancel"_s, u"nobody"_s}).code, 1);
    // a script hears of it with its next report
    QCOMPARE(run({u"update"_s, id, u"-p"_s, u"5"_s}).out, QByteArray("cancel\n"));
    QCOMPARE(run({u"update"_s, begin(u"Other"_s), u"-p"_s, u"5"_s}).out, QByteArray());
}

void TestCli::theTokenIsPrivateAndLetsOneIn()
{
    QVERIFY(m_afoot->serve({u"--listen"_s, u"0"_s}));
    const QString path = m_afoot->home() + u"/.local/share/afoot/token"_s;
    struct stat info
    {
    };
    QCOMPARE(::stat(path.toUtf8().constData(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0600);
    QVERIFY(m_afoot->said().contains(path.toUtf8()));
    const QString token = QString::fromUtf8(run({u"token"_s}).out).trimmed();
    QCOMPARE(token.size(), 64);
    const auto match = QRegularExpression(u"http://127\\.0\\.0\\.1:\\d+"_s)
                           .match(QString::fromUtf8(m_afoot->said()));
    QVERIFY(match.hasMatch());
    m_afoot->environment().insert(u"AFOOT_TRACKER"_s, match.captured());
    QCOMPARE(run({u"begin"_s, u"Over TCP"_s}).code, 0); // with the token on disk
    m_afoot->environment().insert(u"AFOOT_TOKEN"_s, token);
    QVERIFY(run({u"list"_s}).out.contains("Over TCP"));
    m_afoot->environment().insert(u"AFOOT_TOKEN"_s, u"wrong"_s);
    QCOMPARE(run({u"list"_s}).code, 1);
    m_afoot->environment().insert(u"AFOOT_TRACKER"_s, u"http://example.org"_s);
    QCOMPARE(run({u"list"_s}).code, 64);
}

void TestCli::aSecondTrackerNamesTheFirst()
{
    QVERIFY(m_afoot->serve());
    begin(u"Build"_s);
    const Ran second = run({u"serve"_s, u"--listen"_s, u"none"_s});
    QCOMPARE(second.code, 69);
    QVERIFY2(second.err.contains("Process " + QByteArray::number(m_afoot->servePid())),
             second.err.constData());
    QVERIFY(run({u"list"_s}).out.contains("Build")); // the first goes on
}

void TestCli::aPortInUseIsSaidAndSurvived()
{
    const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::bind(other, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(::listen(other, 1), 0);
    socklen_t size = sizeof address;
    QCOMPARE(::getsockname(other, reinterpret_cast<sockaddr *>(&address), &size), 0);
    const QString port = QString::number(ntohs(address.sin_port));
    for (const QString &bad : {u"dash.example"_s, u"https://dash.example/path"_s, u"https://*"_s})
        QCOMPARE(run({u"serve"_s, u"--origin"_s, bad}).code, 64);
    const Ran asked = run({u"serve"_s, u"--listen"_s, port}); // asked for by name: an error
    ::close(other);
    QCOMPARE(asked.code, 74);
    QVERIFY2(asked.err.contains(port.toUtf8()), asked.err.constData());
    QVERIFY(m_afoot->serve({})); // 4680 may be anyone's: it serves either way
    QCOMPARE(run({u"list"_s}).code, 0);
}

void TestCli::aKilledTrackerLeavesNothingInTheWay()
{
    QVERIFY(m_afoot->serve());
    m_afoot->killServing();
    QVERIFY(QFile::exists(m_afoot->socket()));
    const QString id = begin(u"Build"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_afoot->serve());
    QCOMPARE(job(id)[u"title"_s].toString(), u"Build"_s);
}

void TestCli::anAddressOfOthersIsRefused()
{
    const Ran ran = run({u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s});
    QCOMPARE(ran.code, 64);
    QVERIFY(ran.err.contains("TLS"));
    QVERIFY(!QFile::exists(m_afoot->socket()));
}

void TestCli::aFullOutputIsAnError()
{
    const auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_afoot->environment());
    process->setStandardOutputFile(u"/dev/full"_s);
    process->start(QStringLiteral(AFOOT_PROGRAM), {u"--help"_s});
    QCOMPARE(AfootProgram::ended(*process).code, 74);
}

namespace {

/// Writes a file and the folders that it needs.
QString written(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

const QByteArray soundDialect = R"({"name":"mine","title":"My builds",
    "endpoints":{"stream":{"transport":"sse","path":"/s/{id}"}},
    "messages":[{"name":"m","fields":{"id":"/id"}}]})";

} // namespace

void TestCli::dialectsAreListed()
{
    const QString folder = m_afoot->home() + u"/.config/afoot/dialects/"_s;
    written(folder + u"mine.json"_s, soundDialect);
    written(folder + u"odd.json"_s, "{}");
    written(folder + u"notes.txt"_s, "{}");
    const Ran ran = run({u"dialect"_s, u"list"_s});
    QCOMPARE(ran.code, 0);
    const QByteArrayList lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 9);
    QVERIFY2(lines[1].startsWith("mine ") && lines[1].contains("My builds") &&
                 lines[1].contains("mine.json"),
             lines[1].constData());
    QVERIFY2(lines[2].contains("odd.json") && lines[2].contains("not usable"),
             lines[2].constData());
    QVERIFY2(lines[3].startsWith("snapshot ") && lines[3].endsWith("built in"),
             lines[3].constData());
    QVERIFY2(lines[8].startsWith("generic "), lines[8].constData());
}

void TestCli::aSoundDialectIsSummedUp()
{
    const QString path = written(m_afoot->home() + u"/mine.json"_s, soundDialect);
    const Ran ran = run({u"dialect"_s, u"check"_s, path});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY2(ran.out.contains("mine: My builds") && ran.out.contains("/s/{id}"),
             ran.out.constData());
}

void TestCli::aWrongDialectNamesEachPlace()
{
    const QString path = written(
        m_afoot->home() + u"/odd.json"_s,
        R"({"name":"Mine","title":"t","endpoints":{"poll":{"path":"x"}},"messages":[{"name":"m"}]})");
    const Ran ran = run({u"dialect"_s, u"check"_s, path});
    QCOMPARE(ran.code, 65);
    QCOMPARE(ran.err.trimmed().split('\n').size(), 2);
    QVERIFY2(ran.err.contains("/name: ") && ran.err.contains("/endpoints/poll/path: "),
             ran.err.constData());
}

void TestCli::anUnreadableDialectIsSaid()
{
    for (const QString &path : {m_afoot->home() + u"/nothing.json"_s, m_afoot->home()}) {
        const Ran ran = run({u"dialect"_s, u"check"_s, path});
        QCOMPARE(ran.code, 66);
        QVERIFY2(ran.err.contains("cannot be read"), ran.err.constData());
    }
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
