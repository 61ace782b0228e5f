#include "tests/support/ptyjob.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>

using namespace Qt::StringLiterals;
using afoot::test::PtyJob;

namespace {

using Words = std::vector<std::string>;

Words wrapped(const Words &command)
{
    Words words{AFOOT_PROGRAM, "run", "--"};
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

Words shell(const std::string &script)
{
    return {"sh", "-c", script};
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

/// What a plain pipeline shows: exit code as the shell sees it, standard output, standard error.
struct Outcome
{
    int code = -1;
    QByteArray out{};
    QByteArray err{};

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// @p script for sh, in which $RUN is `afoot run --`, or nothing at all.
Outcome outcome(const QString &script, bool watched, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUN"_s, watched ? QStringLiteral(AFOOT_PROGRAM " run --") : QString());
    process.setProcessEnvironment(environment);
    process.start(u"bash"_s, {u"-c"_s, script});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void isNotNoticedInAPipeline_data();
    void isNotNoticedInAPipeline();
    void saysWhyACommandCannotRun_data();
    void saysWhyACommandCannotRun();
    void diesOfTheSignalThatTheCommandDiedOf();
    void isNotNoticedOnATerminal_data();
    void isNotNoticedOnATerminal();
    void controlCInterruptsTheCommand();
    void controlCReachesTheCommandOfAPipeline();
    void controlZStopsTheWholeJobAndFgContinuesIt_data();
    void controlZStopsTheWholeJobAndFgContinuesIt();
    void aJobInTheBackgroundLeavesTheTerminalAlone();
    void theWindowSizeFollows_data();
    void theWindowSizeFollows();
    void aPasswordIsNotEchoed();
    void keysReachAFullScreenProgram();
    void aSlowReaderSlowsTheCommandDown();
    void aBackgroundProcessIsNeitherWaitedForNorBroken_data();
    void aBackgroundProcessIsNeitherWaitedForNorBroken();
    void aDaemonOutlivesTheTerminalOfItsCommand();
    void terminationIsPassedOn_data();
    void terminationIsPassedOn();
    void aSignalForTheGroupArrivesOnce();
    void aFloodPassesWhole();
    void killingUsDoesNotKillTheCommand_data();
    void killingUsDoesNotKillTheCommand();
    void aHangingTrackerHoldsNobodyUp();
    void withoutATrackerTheRunIsNoted();
    void theTrackerHearsOfItAndMayStopIt_data();
    void theTrackerHearsOfItAndMayStopIt();

private:
    QTemporaryDir m_home{};
};

void TestRun::initTestCase()
{
    QVERIFY(m_home.isValid());
    const QByteArray home = QFile::encodeName(m_home.path());
    for (const char *name :
         {"HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(name, home);
    qunsetenv("AFOOT_TRACKER");
    qunsetenv("AFOOT_DATA");
    qputenv("LC_ALL", "C.UTF-8");
    ::signal(SIGPIPE, SIG_DFL);
    QFile bytes(m_home.filePath(u"bytes"_s));
    QVERIFY(bytes.open(QFile::WriteOnly));
    for (int i = 0; i < 1000; ++i)
        bytes.write(allBytes());
    QDir::setCurrent(m_home.path());
}

void TestRun::cleanup()
{
    QFile::remove(m_home.filePath(u"afoot/spool.ndjson"_s));
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

void TestRun::diesOfTheSignalThatTheCommandDiedOf()
{
    for (const int signal : {SIGTERM, SIGINT, SIGKILL, SIGSEGV, SIGHUP}) {
        PtyJob job(wrapped(shell("kill -" + std::to_string(signal) + " $$")));
        const std::optional<int> status = job.end();
        QVERIFY(status);
        QVERIFY(WIFSIGNALED(*status));
        QCOMPARE(WTERMSIG(*status), signal);
        QVERIFY(!WCOREDUMP(*status));
        QVERIFY(job.modesAreBack());
    }
}

void TestRun::isNotNoticedOnATerminal_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("lines and colours")
        << u"printf '\\033[31mred\\033[0m\\none\\ntwo\\r\\tthree\\n'"_s;
    QTest::newRow("all bytes") << u"cat bytes"_s;
    QTest::newRow("its own raw mode") << u"stty -opost; cat bytes; stty opost"_s;
    QTest::newRow("all three are terminals") << u"for i in 0 1 2; do test -t $i && echo $i; done"_s;
    QTest::newRow("modes and size") << u"stty -a | grep -v '^speed'; stty size"_s;
    QTest::newRow("the terminal is the controlling one")
        << u"echo hidden >/dev/null; echo seen >/dev/tty; test \"$(ps -o tty= $$)\" = '?' || echo has one"_s;
    QTest::newRow("it is in the foreground")
        << u"test $(ps -o tpgid= $$) = $(ps -o pgid= $$) && echo yes"_s;
    QTest::newRow("its group is not orphaned") << u"kill -TSTP $$ & echo asked"_s;
    QTest::newRow("exit code") << u"exit 9"_s;
    QTest::newRow("modes that it leaves behind stay") << u"stty -echo"_s;
}

void TestRun::isNotNoticedOnATerminal()
{
    QFETCH(const QString, script);
    if (QByteArray(QTest::currentDataTag()) == "its group is not orphaned") {
        PtyJob watched(wrapped(shell("kill -TSTP $$; echo back")));
        QCOMPARE(watched.stop(), std::optional<int>(SIGTSTP));
        watched.foreground();
        QCOMPARE(watched.end(), std::optional<int>(0));
        QVERIFY(watched.shows("back"));
        return;
    }
    PtyJob bare(shell(script.toStdString()));
    PtyJob watched(wrapped(shell(script.toStdString())));
    const std::optional<int> expected = bare.end();
    QVERIFY(expected);
    QCOMPARE(watched.end(), expected);
    QCOMPARE(QByteArray::fromStdString(watched.screen()), QByteArray::fromStdString(bare.screen()));
    QCOMPARE(watched.modesAreBack(), bare.modesAreBack());
}

void TestRun::controlCInterruptsTheCommand()
{
    PtyJob job(wrapped(
        shell("trap 'echo caught; exit 130' INT; echo ready; while :; do sleep 0.05; done")));
    QTRY_VERIFY(job.shows("ready"));
    QTRY_VERIFY((job.localModes() & ICANON) == 0);
    job.type("\x03");
    const std::optional<int> status = job.end();
    QVERIFY(status);
    QVERIFY(WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 130);
    QVERIFY(job.shows("caught"));
    QVERIFY(job.modesAreBack());

    PtyJob plain(wrapped({"sleep", "30"}));
    QTRY_VERIFY((plain.localModes() & ICANON) == 0);
    plain.type("\x03");
    const std::optional<int> death = plain.end();
    QVERIFY(death);
    QVERIFY(WIFSIGNALED(*death));
    QCOMPARE(WTERMSIG(*death), SIGINT);
}

void TestRun::controlCReachesTheCommandOfAPipeline()
{
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly));
    PtyJob job(
        wrapped(shell(
            "trap 'echo caught; exit 130' INT; echo ready >&2; while :; do sleep 0.05; done")),
        {.in = -1, .out = log.handle(), .err = -1});
    QTRY_VERIFY(job.shows("ready"));
    job.type("\x03");
    const std::optional<int> status = job.end();
    QVERIFY(status);
    QVERIFY(WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 130);
    QFile written(u"log"_s);
    QVERIFY(written.open(QFile::ReadOnly));
    QCOMPARE(written.readAll(), "caught\n"_ba); // once: it is not passed on on top
}

void TestRun::controlZStopsTheWholeJobAndFgContinuesIt_data()
{
    QTest::addColumn<bool>("piped");
    QTest::newRow("on a terminal") << false;
    QTest::newRow("with its output in a file") << true;
}

void TestRun::controlZStopsTheWholeJobAndFgContinuesIt()
{
    QFETCH(const bool, piped);
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly));
    PtyJob job(wrapped(shell("echo ready >&2; read line; echo got $line >&2; exit 6")),
               {.in = -1, .out = piped ? log.handle() : -1, .err = -1});
    QTRY_VERIFY(job.shows("ready"));
    if (!piped)
        QTRY_VERIFY((job.localModes() & ICANON) == 0);
    for (int round = 0; round < 3; ++round) {
        job.type("\x1a");
        QCOMPARE(job.stop(), std::optional<int>(SIGTSTP));
        QVERIFY((job.localModes() & ICANON) != 0);
        job.foreground();
        if (!piped)
            QTRY_VERIFY((job.localModes() & ICANON) == 0);
    }
    job.type("hello\n");
    const std::optional<int> end = job.end();
    QVERIFY(end);
    QVERIFY(WIFEXITED(*end));
    QCOMPARE(WEXITSTATUS(*end), 6);
    QVERIFY(job.shows("got hello"));
    QVERIFY(job.modesAreBack());
}

void TestRun::aJobInTheBackgroundLeavesTheTerminalAlone()
{
    PtyJob job(wrapped(shell("echo working; sleep 0.2; echo done")), {}, true);
    QTRY_VERIFY(job.shows("working"));
    QVERIFY(job.modesAreBack());
    QCOMPARE(job.end(), std::optional<int>(0));
    QVERIFY(job.shows("done\r\n"));

    // one that asks for a key is stopped, as any job in the background
    PtyJob asking(wrapped(shell("read line; echo got $line")), {}, true);
    QCOMPARE(asking.stop(), std::optional<int>(SIGTTIN));
    asking.foreground();
    asking.type("yes\n");
    QCOMPARE(asking.end(), std::optional<int>(0));
    QVERIFY(asking.shows("got yes"));
}

void TestRun::theWindowSizeFollows_data()
{
    QTest::addColumn<bool>("keyboard");
    QTest::newRow("on a terminal") << true;
    QTest::newRow("with standard input from elsewhere") << false;
}

void TestRun::theWindowSizeFollows()
{
    QFETCH(const bool, keyboard);
    QFile null(u"/dev/null"_s);
    QVERIFY(null.open(QFile::ReadOnly));
    PtyJob job(
        wrapped(shell(
            "trap 'stty size <&2; exit 0' WINCH; stty size <&2; while :; do sleep 0.05; done")),
        {.in = keyboard ? -1 : null.handle(), .out = -1, .err = -1});
    QTRY_VERIFY(job.shows("30 120"));
    job.resize(45, 133);
    QCOMPARE(job.end(), std::optional<int>(0));
    QVERIFY2(job.shows("45 133"), job.screen().c_str());
}

void TestRun::aPasswordIsNotEchoed()
{
    // as sudo, ssh and restic ask: on /dev/tty, even with all three streams elsewhere
    const std::string ask =
        "stty -echo </dev/tty; printf 'password: ' >/dev/tty; read word </dev/tty; "
        "stty echo </dev/tty; test \"$word\" = secret";
    QFile null(u"/dev/null"_s);
    QVERIFY(null.open(QFile::ReadWrite));
    for (const PtyJob::Streams streams :
         {PtyJob::Streams{}, PtyJob::Streams{-1, null.handle(), -1},
          PtyJob::Streams{null.handle(), null.handle(), null.handle()}}) {
        PtyJob job(wrapped(shell(ask)), streams);
        QTRY_VERIFY(job.shows("password: "));
        job.type("secret\n");
        QCOMPARE(job.end(), std::optional<int>(0));
        QVERIFY(!job.shows("secret"));
        QVERIFY(job.modesAreBack());
    }
}

void TestRun::keysReachAFullScreenProgram()
{
    // the answer of a terminal to ESC[6n comes in as keys; a program in raw mode waits for it
    PtyJob job(wrapped({"bash", "-c",
                        "stty raw -echo; printf '\\033[6n'; IFS= read -r -d R reply; stty sane; "
                        "printf 'at %s\\n' \"${reply#*[}\""}));
    QTRY_VERIFY(job.shows("\x1b[6n"));
    job.type("\x1b[12;34R");
    QCOMPARE(job.end(), std::optional<int>(0));
    QVERIFY2(job.shows("at 12;34"), job.screen().c_str());
}

void TestRun::aSlowReaderSlowsTheCommandDown()
{
    int ends[2];
    QVERIFY(::pipe2(ends, O_CLOEXEC) == 0);
    // 8 MiB into a pipe that nobody empties: the command must still be at it, and can be ended
    PtyJob job(wrapped(shell("head -c 8388608 /dev/zero; echo written >&2")),
               {.in = -1, .out = ends[1], .err = -1});
    ::close(ends[1]);
    QTest::qWait(300);
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
    QTest::qWait(100);
    stuck.type("\x03");
    const std::optional<int> status = stuck.end();
    QVERIFY(status);
    // what the command had written by then is not lost all the same
    const int pipeBytes = ::fcntl(ends[0], F_GETPIPE_SZ);
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
        QTRY_COMPARE(job.screen(), std::string("hi\r\nlater\r\nmore\r\n"));
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

void TestRun::terminationIsPassedOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("terminal");
    for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGQUIT}) {
        QTest::addRow("signal %d, terminal", signal) << signal << true;
        QTest::addRow("signal %d, pipe", signal) << signal << false;
    }
}

void TestRun::terminationIsPassedOn()
{
    QFETCH(const int, signal);
    QFETCH(const bool, terminal);
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly | QFile::Truncate));
    const std::string number = std::to_string(signal);
    PtyJob job(wrapped(shell("trap 'echo got; exit 42' " + number +
                             "; echo ready >&2; while :; do sleep 0.02; done")),
               terminal ? PtyJob::Streams{} : PtyJob::Streams{-1, log.handle(), -1});
    QTRY_VERIFY(job.shows("ready"));
    ::kill(job.pid(), signal);
    const std::optional<int> status = job.end();
    QVERIFY(status);
    QVERIFY(WIFEXITED(*status));
    QCOMPARE(WEXITSTATUS(*status), 42);
}

void TestRun::aSignalForTheGroupArrivesOnce()
{
    // `kill %1` and `timeout` send to the whole group: the command got it, we got it, and must not pass it on
    QFile log(u"log"_s);
    QVERIFY(log.open(QFile::WriteOnly | QFile::Truncate));
    PtyJob job(wrapped({"bash", "-c",
                        "n=0; trap 'n=$((n+1))' USR1; trap 'echo $n; exit 0' USR2; echo ready >&2; "
                        "while :; do sleep 0.01; done"}),
               {.in = -1, .out = log.handle(), .err = -1});
    QTRY_VERIFY(job.shows("ready"));
    // sleep dies of USR1, which bash does not mind
    ::kill(-job.pid(), SIGUSR1);
    QTest::qWait(60);
    ::kill(job.pid(), SIGUSR1);
    QTest::qWait(60);
    ::kill(job.pid(), SIGUSR2);
    QCOMPARE(job.end(), std::optional<int>(0));
    QFile written(u"log"_s);
    QVERIFY(written.open(QFile::ReadOnly));
    QCOMPARE(written.readAll().trimmed(), "2"_ba);
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
    QVERIFY(QDir().mkpath(m_home.filePath(u"afoot"_s)));
    QVERIFY(QFile::setPermissions(m_home.filePath(u"afoot"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = QFile::encodeName(m_home.filePath(u"afoot/tracker.sock"_s));
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
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(watched.out, "through\n"_ba);
    QCOMPARE(watched.err, QByteArray());
    QCOMPARE(watched.code, 2);
    ::close(listener);
    QVERIFY(QFile::remove(QFile::decodeName(path)));
    QFile spool(m_home.filePath(u"afoot/spool.ndjson"_s));
    QVERIFY(spool.open(QFile::ReadOnly));
    const QByteArray noted = spool.readAll();
    QVERIFY2(noted.contains("\"fail\""), noted.constData());
}

void TestRun::withoutATrackerTheRunIsNoted()
{
    const Outcome watched = outcome(u"$RUN sh -c 'echo one; echo two; exit 0'"_s, true);
    QCOMPARE(watched.err, QByteArray());
    QFile spool(m_home.filePath(u"afoot/spool.ndjson"_s));
    QVERIFY(spool.open(QFile::ReadOnly));
    const QList<QByteArray> lines = spool.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
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

void TestRun::theTrackerHearsOfItAndMayStopIt()
{
    QFETCH(const bool, terminal);
    const QString afoot = QStringLiteral(AFOOT_PROGRAM);
    QProcess tracker;
    tracker.start(afoot, {u"serve"_s});
    QTRY_VERIFY(QFile::exists(m_home.filePath(u"afoot/tracker.sock"_s)));
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
    QVERIFY(!QFile::exists(m_home.filePath(u"afoot/spool.ndjson"_s)));
    tracker.terminate();
    QVERIFY(tracker.waitForFinished());
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
