#include "tests/support/ptyjob.h"
#include "tests/support/runroom.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <termios.h>

using namespace Qt::StringLiterals;
using namespace std::string_literals;
using namespace afoot::test;

class TestRunTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_room.isValid()); }

    void diesOfTheSignalThatTheCommandDiedOf();
    void isNotNoticedOnATerminal_data();
    void isNotNoticedOnATerminal();
    void controlCInterruptsTheCommand();
    void controlCAtTheVeryStartIsNotLost();
    void aSignalAtTheVeryStartIsNotLost();
    void controlCReachesTheCommandOfAPipeline();
    void controlZStopsTheWholeJobAndFgContinuesIt_data();
    void controlZStopsTheWholeJobAndFgContinuesIt();
    void aJobInTheBackgroundLeavesTheTerminalAlone();
    void theWindowSizeFollows_data();
    void theWindowSizeFollows();
    void aPasswordIsNotEchoed();
    void keysReachAFullScreenProgram();
    void whatWasTypedBeforeReachesTheCommand_data();
    void whatWasTypedBeforeReachesTheCommand();
    void terminationIsPassedOn_data();
    void terminationIsPassedOn();
    void aSignalForTheGroupArrivesOnce();

private:
    RunRoom m_room{};
};

void TestRunTerminal::diesOfTheSignalThatTheCommandDiedOf()
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

void TestRunTerminal::isNotNoticedOnATerminal_data()
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

void TestRunTerminal::isNotNoticedOnATerminal()
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

void TestRunTerminal::controlCInterruptsTheCommand()
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

void TestRunTerminal::controlCAtTheVeryStartIsNotLost()
{
    for (int round = 0; round < 40; ++round) {
        PtyJob job(wrapped({"sleep", "30"}));
        while ((job.localModes() & ICANON) != 0) {
        }
        job.type("\x03");
        const std::optional<int> death = job.end();
        QVERIFY(death && WIFSIGNALED(*death));
        QCOMPARE(WTERMSIG(*death), SIGINT);
    }
}

void TestRunTerminal::aSignalAtTheVeryStartIsNotLost()
{
    for (int round = 0; round < 40; ++round) {
        PtyJob job(wrapped({"sleep", "30"}));
        while ((job.localModes() & ICANON) != 0) {
        }
        ::kill(job.pid(), SIGTERM);
        const std::optional<int> death = job.end();
        QVERIFY(death && WIFSIGNALED(*death));
        QCOMPARE(WTERMSIG(*death), SIGTERM);
    }
}

void TestRunTerminal::controlCReachesTheCommandOfAPipeline()
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

void TestRunTerminal::controlZStopsTheWholeJobAndFgContinuesIt_data()
{
    QTest::addColumn<bool>("piped");
    QTest::newRow("on a terminal") << false;
    QTest::newRow("with its output in a file") << true;
}

void TestRunTerminal::controlZStopsTheWholeJobAndFgContinuesIt()
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

void TestRunTerminal::aJobInTheBackgroundLeavesTheTerminalAlone()
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

void TestRunTerminal::theWindowSizeFollows_data()
{
    QTest::addColumn<bool>("keyboard");
    QTest::newRow("on a terminal") << true;
    QTest::newRow("with standard input from elsewhere") << false;
}

void TestRunTerminal::theWindowSizeFollows()
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

void TestRunTerminal::aPasswordIsNotEchoed()
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

void TestRunTerminal::keysReachAFullScreenProgram()
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

void TestRunTerminal::whatWasTypedBeforeReachesTheCommand_data()
{
    QTest::addColumn<std::string>("typed");
    QTest::addColumn<std::string>("echoed");
    QTest::addColumn<std::string>("read");
    QTest::newRow("lines and an end") << "one\ntwo\n\x04"s
                                      << "two"s
                                      << "<one><two>end"s;
    QTest::newRow("an end within a line") << "one\n\x04more\n"s
                                          << "more"s
                                          << "<one>end"s;
    QTest::newRow("an end behind half a line") << "one\nhal\x04\x04x\n"s
                                               << "hal"s
                                               << "<one><hal>end"s;
}

/// Ctrl-D typed while the shell still had the terminal is an end of input, not a NUL.
void TestRunTerminal::whatWasTypedBeforeReachesTheCommand()
{
    QFETCH(const std::string, typed);
    QFETCH(const std::string, echoed);
    QFETCH(const std::string, read);
    QFile::remove(u"go"_s);
    std::vector<std::string> command{
        "sh", "-c", "echo shell; while [ ! -e go ]; do sleep 0.01; done; exec \"$@\"", "sh"};
    for (const std::string &word : wrapped({"bash", "-c",
                                            "while IFS= read -r l; do a=\"$a<$l>\"; done; "
                                            "[ -z \"$l\" ] || a=\"$a<$l>\"; echo \"${a}end\""}))
        command.push_back(word);
    PtyJob job(command);
    QTRY_VERIFY(job.shows("shell"));
    job.type(typed);
    QTRY_VERIFY(job.shows(echoed));
    QFile go(u"go"_s);
    QVERIFY(go.open(QFile::WriteOnly));
    QCOMPARE(job.end(), std::optional<int>(0));
    QVERIFY2(job.shows(read), job.screen().c_str());
    QVERIFY(job.modesAreBack());
}

void TestRunTerminal::terminationIsPassedOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("terminal");
    for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGQUIT}) {
        QTest::addRow("signal %d, terminal", signal) << signal << true;
        QTest::addRow("signal %d, pipe", signal) << signal << false;
    }
}

void TestRunTerminal::terminationIsPassedOn()
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

void TestRunTerminal::aSignalForTheGroupArrivesOnce()
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

QTEST_GUILESS_MAIN(TestRunTerminal)
#include "tst_runterminal.moc"
