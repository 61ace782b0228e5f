#include "tests/support/ptyjob.h"
#include "tests/support/runroom.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>

using namespace Qt::StringLiterals;
using namespace afoot::test;

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.isValid()); }
    void cleanup();

    void isNotNoticedInAPipeline_data();
    void isNotNoticedInAPipeline();
    void saysWhyACommandCannotRun_data();
    void saysWhyACommandCannotRun();
    void aSlowReaderSlowsTheCommandDown();
    void aBackgroundProcessIsNeitherWaitedForNorBroken_data();
    void aBackgroundProcessIsNeitherWaitedForNorBroken();
    void aDaemonOutlivesTheTerminalOfItsCommand();
    void aFloodPassesWhole();
    void killingUsDoesNotKillTheCommand_data();
    void killingUsDoesNotKillTheCommand();
    void aHangingTrackerHoldsNobodyUp();
    void withoutATrackerTheRunIsNoted();
    void oneThatMakesProcessesIsPausedWhole_data();
    void oneThatMakesProcessesIsPausedWhole();
    void theTrackerHearsOfItAndMayStopIt_data();
    void theTrackerHearsOfItAndMayStopIt();

private:
    /// What waits in the spool.
    QByteArray noted() const
    {
        QFile spool(m_room.path(u"afoot/spool.ndjson"_s));
        return spool.open(QFile::ReadOnly) ? spool.readAll() : QByteArray();
    }

    RunRoom m_room{};
};

void TestRun::cleanup()
{
    QFile::remove(m_room.path(u"afoot/spool.ndjson"_s));
}

void TestRun::isNotNoticedInAPipeline_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("all bytes") << u"$RUN cat bytes"_s;
    QTest::newRow("all bytes from standard input") << u"$RUN cat"_s;
    QTest::newRow("all bytes to standard error") << u"$RUN sh -c 'cat bytes >&2'"_s;
    QTest::newRow("exit 0") << u"$RUN true"_s;
    QTest::newRow("exit 1") << u"$RUN false"_s;
    QTest::newRow("exit 3") << u"$RUN sh -c 'exit 3'"_s;
    QTest::newRow("exit 255") << u"$RUN sh -c 'exit 255'"_s;
    QTest::newRow("two streams") << u"$RUN sh -c 'echo out; echo err >&2'"_s;
    QTest::newRow("one file for both, in order")
        << u"$RUN sh -c 'for i in 1 2 3 4 5 6 7 8 9; do echo o$i; echo e$i >&2; done' > log 2>&1; cat log"_s;
    QTest::newRow("one pipe for both, in order")
        << u"$RUN sh -c 'for i in 1 2 3 4 5 6 7 8 9; do echo o$i; echo e$i >&2; done' 2>&1 | cat"_s;
    QTest::newRow("appending")
        << u"echo first > log; $RUN echo second >> log; echo third >> log; cat log"_s;
    QTest::newRow("standard input closed") << u"$RUN sh -c 'cat 2>/dev/null; echo $?' <&-"_s;
    QTest::newRow("standard output closed")
        << u"$RUN sh -c 'echo x 2>/dev/null || echo no >&2' >&-"_s;
    QTest::newRow("all closed") << u"$RUN sh -c 'exit 5' <&- >&- 2>&-; echo $?"_s;
    QTest::newRow("another descriptor") << u"$RUN sh -c 'echo nine >&9' 9>nine; cat nine"_s;
    QTest::newRow("a reader that leaves") << u"$RUN yes | head -1; echo ${PIPESTATUS[@]}"_s;
    QTest::newRow("a reader that leaves, by its error")
        << u"$RUN sh -c 'trap \"\" PIPE; while echo y; do :; done 2>/dev/null; exit 7' | head -1; echo ${PIPESTATUS[@]}"_s;
    QTest::newRow("a full disk")
        << u"$RUN sh -c 'cat bytes' > /dev/full 2>/dev/null; test $? -ne 0; echo $?"_s;
    QTest::newRow("ignored signals stay ignored")
        << u"trap '' INT HUP PIPE; $RUN grep SigIgn /proc/self/status"_s;
    QTest::newRow("blocked signals stay blocked") << u"$RUN grep SigBlk /proc/self/status"_s;
    QTest::newRow("no descriptor of ours is left") << u"$RUN sh -c 'ls /proc/self/fd | wc -l'"_s;
    QTest::newRow("a script without a first line")
        << u"echo 'echo plain $1' > plain; chmod +x plain; $RUN ./plain word"_s;
    QTest::newRow("words with blanks") << u"$RUN printf '<%s>' 'a b' '' \"c'd\""_s;
    QTest::newRow("the group is the shell's")
        << u"$RUN sh -c 'test $(ps -o pgid= $$) = $(ps -o pgid= '$$')'"_s;
    QTest::newRow("within a substitution") << u"x=$($RUN echo inner); echo \"[$x]\""_s;
    QTest::newRow("within itself") << u"$RUN $RUN sh -c 'echo deep; exit 4'"_s;
}

void TestRun::isNotNoticedInAPipeline()
{
    QFETCH(const QString, script);
    const Outcome bare = outcome(script, false, allBytes());
    const Outcome watched = outcome(script, true, allBytes());
    QCOMPARE(watched.out, bare.out);
    QCOMPARE(watched.err, bare.err);
    QCOMPARE(watched.code, bare.code);
}

void TestRun::saysWhyACommandCannotRun_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("unknown") << u"no-such-command-here"_s << 127 << "no such command in PATH"_ba;
    QTest::newRow("no file") << u"./no/such/file"_s << 127 << "no such file"_ba;
    QTest::newRow("not executable") << u"./bytes"_s << 126 << "not an executable file"_ba;
    QTest::newRow("a folder") << u"/etc"_s << 126 << "not an executable file"_ba;
    QTest::newRow("no command") << QString() << 64 << "no command to run"_ba;
}

void TestRun::saysWhyACommandCannotRun()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    QFETCH(const QByteArray, words);
    const Outcome watched = outcome(u"$RUN "_s + command, true);
    QCOMPARE(watched.code, code);
    QVERIFY2(watched.err.contains(words), watched.err.constData());
    QVERIFY(watched.err.count('\n') <= 2);
    QVERIFY(watched.out.isEmpty());
}

/// How much lies in a pipe.
static int bytesWaiting(int fd)
{
    int bytes = 0;
    return ::ioctl(fd, FIONREAD, &bytes) == 0 ? bytes : -1;
}

void TestRun::aSlowReaderSlowsTheCommandDown()
{
    int ends[2];
    QVERIFY(::pipe2(ends, O_CLOEXEC) == 0);
    // 8 MiB into a pipe that nobody empties: the command must still be at it, and can be ended
    PtyJob job(wrapped(shell("head -c 8388608 /dev/zero; echo written >&2")),
               {.in = -1, .out = ends[1], .err = -1});
    ::close(ends[1]);
    QTRY_COMPARE(bytesWaiting(ends[0]), ::fcntl(ends[0], F_GETPIPE_SZ));
    QVERIFY(!job.shows("written"));
    QCOMPARE(job.status(), std::nullopt);
    qint64 total = 0;
    char bytes[65536];
    ssize_t n = 0;
    while ((n = ::read(ends[0], bytes, sizeof bytes)) > 0)
        total += n;
    ::close(ends[0]);
    QCOMPARE(total, qint64(8388608));
    QCOMPARE(job.end(), std::optional<int>(0));
    QVERIFY(job.shows("written"));

    // and a Ctrl-C must get through, though not one byte does
    QVERIFY(::pipe2(ends, O_CLOEXEC) == 0);
    PtyJob stuck(wrapped({"cat", "/dev/zero"}), {.in = -1, .out = ends[1], .err = -1});
    ::close(ends[1]);
    const int pipeBytes = ::fcntl(ends[0], F_GETPIPE_SZ);
    QTRY_COMPARE(bytesWaiting(ends[0]), pipeBytes);
    QTest::qWait(100); // behind the full pipe the wrapper's own fills up, which nobody can see
    stuck.type("\x03");
    const std::optional<int> status = stuck.end();
    QVERIFY(status);
    // what the command had written by then is not lost all the same
    qint64 late = 0;
    while ((n = ::read(ends[0], bytes, sizeof bytes)) > 0)
        late += n;
    ::close(ends[0]);
    QVERIFY(late > pipeBytes);
    QVERIFY(WIFSIGNALED(*status));
    QCOMPARE(WTERMSIG(*status), SIGINT);
}

void TestRun::aBackgroundProcessIsNeitherWaitedForNorBroken_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::newRow("pipe") << false;
    QTest::newRow("terminal") << true;
}

void TestRun::aBackgroundProcessIsNeitherWaitedForNorBroken()
{
    QFETCH(const bool, terminal);
    QFile::remove(u"later"_s);
    const Words command = wrapped(
        shell("(while test ! -e later; do sleep 0.05; done; echo later; echo more >&2) & echo hi"));
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly));
    PtyJob job(command,
               terminal ? PtyJob::Streams{} : PtyJob::Streams{-1, log.handle(), log.handle()});
    QCOMPARE(job.end(), std::optional<int>(0)); // while the other still waits
    const auto written = [&] {
        QFile file(u"log"_s);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    if (terminal)
        QCOMPARE(job.screen(), std::string("hi\r\n"));
    else
        QCOMPARE(written(), "hi\n"_ba);
    QFile later(u"later"_s);
    QVERIFY(later.open(QFile::WriteOnly));
    if (terminal)
        QTRY_COMPARE(QByteArray::fromStdString(job.screen()), "hi\r\nlater\r\nmore\r\n"_ba);
    else
        QTRY_COMPARE(written(), "hi\nlater\nmore\n"_ba);
}

void TestRun::aDaemonOutlivesTheTerminalOfItsCommand()
{
    QFile::remove(u"go"_s);
    QFile::remove(u"went"_s);
    PtyJob job(wrapped(shell(
        "(while test ! -e go; do sleep 0.05; done; echo > went) </dev/null >/dev/null 2>&1 &")));
    QCOMPARE(job.end(), std::optional<int>(0));
    QFile go(u"go"_s);
    QVERIFY(go.open(QFile::WriteOnly));
    QTRY_VERIFY(QFile::exists(u"went"_s));
}

void TestRun::aFloodPassesWhole()
{
    const Outcome watched =
        outcome(u"$RUN head -c 209715200 /dev/urandom | tee >(sha256sum >sum) | wc -c; "_s
                u"$RUN sh -c 'seq 1 3000000' | sha256sum; seq 1 3000000 | sha256sum"_s,
                true);
    const QList<QByteArray> lines = watched.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), "209715200"_ba);
    QCOMPARE(lines.at(1), lines.at(2));
}

void TestRun::killingUsDoesNotKillTheCommand_data()
{
    aBackgroundProcessIsNeitherWaitedForNorBroken_data();
}

void TestRun::killingUsDoesNotKillTheCommand()
{
    QFETCH(const bool, terminal);
    QFile::remove(u"go"_s);
    QFile::remove(u"went"_s);
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly | QFile::Truncate));
    PtyJob job(wrapped(shell("echo ready >&2; while test ! -e go; do sleep 0.05; done; echo still "
                             "here >&2; echo > went")),
               terminal ? PtyJob::Streams{} : PtyJob::Streams{-1, log.handle(), -1});
    QTRY_VERIFY(job.shows("ready"));
    if (terminal)
        QTRY_VERIFY((job.localModes() & ICANON) == 0);
    ::kill(job.pid(), SIGKILL);
    const std::optional<int> status = job.end();
    QVERIFY(status);
    QVERIFY(WIFSIGNALED(*status));
    QTRY_VERIFY(job.modesAreBack());
    QFile go(u"go"_s);
    QVERIFY(go.open(QFile::WriteOnly));
    QTRY_VERIFY(QFile::exists(u"went"_s));
    QTRY_VERIFY(job.shows("still here"));
}

void TestRun::aHangingTrackerHoldsNobodyUp()
{
    QVERIFY(QDir().mkpath(m_room.path(u"afoot"_s)));
    QVERIFY(QFile::setPermissions(m_room.path(u"afoot"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = QFile::encodeName(m_room.path(u"afoot/tracker.sock"_s));
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    QVERIFY(static_cast<std::size_t>(path.size()) < sizeof address.sun_path);
    std::copy(path.begin(), path.end(), address.sun_path);
    QVERIFY(::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    QVERIFY(::listen(listener, 8) == 0);

    QElapsedTimer timer;
    timer.start();
    const Outcome watched = outcome(u"$RUN sh -c 'echo through; exit 2'"_s, true);
    // that tracker never answers: whoever waited for it would wait much longer
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(watched.out, "through\n"_ba);
    QCOMPARE(watched.err, QByteArray());
    QCOMPARE(watched.code, 2);
    ::close(listener);
    QVERIFY(QFile::remove(QFile::decodeName(path)));
    QTRY_VERIFY(noted().contains("\"fail\""));
}

void TestRun::withoutATrackerTheRunIsNoted()
{
    const Outcome watched = outcome(u"$RUN sh -c 'echo one; echo two; exit 0'"_s, true);
    QCOMPARE(watched.err, QByteArray());
    QTRY_COMPARE(noted().count('\n'), 3);
    const QList<QByteArray> lines = noted().trimmed().split('\n');
    QVERIFY2(lines.at(0).contains("\"begin\"") && lines.at(0).contains("echo one"),
             lines.at(0).constData());
    QVERIFY2(lines.at(1).contains("\"two\""), lines.at(1).constData());
    QVERIFY2(lines.at(2).contains("\"complete\"") && lines.at(2).contains("exit code"),
             lines.at(2).constData());
}

void TestRun::theTrackerHearsOfItAndMayStopIt_data()
{
    aBackgroundProcessIsNeitherWaitedForNorBroken_data();
}

void TestRun::oneThatMakesProcessesIsPausedWhole_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::newRow("pipe") << false;
    QTest::newRow("terminal") << true;
}

void TestRun::oneThatMakesProcessesIsPausedWhole()
{
    QFETCH(const bool, terminal);
    const QString afoot = QStringLiteral(AFOOT_PROGRAM);
    QProcess tracker;
    tracker.start(afoot, {u"serve"_s});
    QTRY_VERIFY(QFile::exists(m_room.path(u"afoot/tracker.sock"_s)));
    const auto said = [&](const QStringList &words) {
        QProcess asking;
        asking.start(afoot, words);
        asking.waitForFinished();
        return asking.readAllStandardOutput();
    };
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly | QFile::Truncate));
    PtyJob job(wrapped({AFOOT_VFORKER}),
               terminal ? PtyJob::Streams{} : PtyJob::Streams{-1, log.handle(), log.handle()});
    const QStringList list{u"list"_s, u"--json"_s};
    QTRY_VERIFY(said(list).contains("vforker"));
    const QJsonObject first = QJsonDocument::fromJson(said(list).split('\n').first()).object();
    const QString id = first[u"id"_s].toString();
    for (int round = 0; round < 3; ++round) {
        said({u"pause"_s, id});
        QTRY_VERIFY(said(list).contains("\"paused\""));
        said({u"resume"_s, id});
        QTRY_VERIFY(said(list).contains("\"running\""));
    }
    said({u"cancel"_s, id});
    QVERIFY(job.end());
    tracker.terminate();
    QVERIFY(tracker.waitForFinished());
}

void TestRun::theTrackerHearsOfItAndMayStopIt()
{
    QFETCH(const bool, terminal);
    const QString afoot = QStringLiteral(AFOOT_PROGRAM);
    QProcess tracker;
    tracker.start(afoot, {u"serve"_s});
    QTRY_VERIFY(QFile::exists(m_room.path(u"afoot/tracker.sock"_s)));
    const auto jobs = [&] {
        QProcess list;
        list.start(afoot, {u"list"_s, u"--all"_s, u"--json"_s});
        list.waitForFinished();
        return list.readAllStandardOutput();
    };
    const auto ask = [&](const QString &what, const QByteArray &id) {
        QProcess asking;
        asking.start(afoot, {what, QString::fromLatin1(id), u"--json"_s});
        asking.waitForFinished();
    };
    QFile::remove(u"id"_s);
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly | QFile::Truncate));
    PtyJob job(
        wrapped(shell("trap 'echo caught; exit 130' INT; echo $AFOOT_JOB >id.new; mv id.new id; "
                      "while :; do sleep 0.05; done")),
        terminal ? PtyJob::Streams{} : PtyJob::Streams{-1, log.handle(), log.handle()});
    QTRY_VERIFY(QFile::exists(u"id"_s));
    QFile file(u"id"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray id = file.readAll().trimmed();
    QTRY_VERIFY(jobs().contains(id));
    ask(u"pause"_s, id);
    QTRY_VERIFY2(jobs().contains("\"paused\""), jobs().constData());
    QCOMPARE(job.status(), std::nullopt); // the shell does not see that: it could not answer resume
    ask(u"resume"_s, id);
    QTRY_VERIFY(jobs().contains("\"running\""));
    ask(u"cancel"_s, id);
    const std::optional<int> status = job.end();
    QVERIFY(status);
    QVERIFY(WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 130);
    QVERIFY2(jobs().contains("\"canceled\""), jobs().constData()); // it was told before we left
    QVERIFY(!QFile::exists(m_room.path(u"afoot/spool.ndjson"_s)));
    tracker.terminate();
    QVERIFY(tracker.waitForFinished());
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
