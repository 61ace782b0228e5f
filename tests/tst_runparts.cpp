#include "core/run/commandname.h"
#include "core/run/samples.h"
#include "core/run/secrets.h"
#include "core/run/signals.h"
#include "core/run/streams.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace afoot;
using namespace afoot::run;
using Heard = Watcher::Heard;
using Words = std::vector<std::string>;

Q_DECLARE_METATYPE(afoot::run::StreamPlan)

namespace {

StreamFacts terminal(std::uint64_t device)
{
    return {.open = true, .terminal = true, .device = device};
}

StreamFacts file(std::uint64_t inode)
{
    return {.open = true, .terminal = false, .device = 1, .inode = inode};
}

} // namespace

/// The pure parts of `afoot run`.
class TestRunParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsHaveATitleAndAKind_data();
    void commandsHaveATitleAndAKind();
    void secretsAreNotShown_data();
    void secretsAreNotShown();
    void aCommandLineCanBeReadByAShell();
    void streamsAreJoinedAsTheyWereGiven_data();
    void streamsAreJoinedAsTheyWereGiven();
    void aSignalThatTheGuardGotTooIsNotPassedOn();
    void aFloodIsSampledAndItsEndKept();
};

void TestRunParts::commandsHaveATitleAndAKind_data()
{
    QTest::addColumn<Words>("argv");
    QTest::addColumn<std::string>("title");
    QTest::addColumn<std::string>("kind");
    const auto row = [](Words argv, const char *title, const char *kind) {
        QTest::newRow(title) << std::move(argv) << std::string(title) << std::string(kind);
    };
    row({"/usr/bin/git", "clone", "https://example.org/group/some/where/very/long/big.git"},
        "git clone https://…/big.git", "git clone");
    row({"git", "-C", "/src", "fetch", "--all"}, "git -C /src fetch --all", "git fetch");
    row({"restic", "-r", "/mnt/b", "backup", "/home/ada/docs"}, "restic -r /mnt/b backup ~/docs",
        "restic backup ~/docs");
    row({"borg", "create", "--stats", "repo::now", "/home/ada"}, "borg create --stats repo::now ~",
        "borg create ~");
    row({"rsync", "-a", "/home/ada/a/", "host:b/"}, "rsync -a ~/a/ host:b/", "rsync");
    row({"sudo", "-u", "root", "apt-get", "-y", "install", "vim"},
        "sudo -u root apt-get -y install vim", "apt-get install");
    row({"env", "A=b", "nice", "-n", "5", "make", "-j8", "all"}, "env A=b nice -n 5 make -j8 all",
        "make all");
    row({"make", "CFLAGS=-g", "check"}, "make CFLAGS=-g check", "make check");
    row({"timeout", "-k", "5", "10", "cargo", "build"}, "timeout -k 5 10 cargo build",
        "cargo build");
    row({"sh", "-c", "git pull && make"}, "git pull && make", "git pull");
    row({"sh", "-c", "cd /tmp && make all"}, "cd /tmp && make all", "make all");
    row({"bash", "-c", "set -e; export A=1\ncargo build"}, "set -e; export A=1 cargo build",
        "cargo build");
    row({"sh", "-c", "for i in 1 2; do make; done"}, "for i in 1 2; do make; done", "sh");
    row({"sh", "-c", "cd /tmp"}, "cd /tmp", "sh");
    row({"bash", "/home/ada/bin/nightly.sh"}, "bash ~/bin/nightly.sh", "nightly.sh");
    row({"python3", "-m", "pip", "install", "x"}, "python3 -m pip install x", "pip install");
    row({"python3", "train.py", "--lr", "1"}, "python3 train.py --lr 1", "train.py");
    row({"docker", "compose", "up", "-d"}, "docker compose up -d", "docker compose up");
    row({"cmake", "--build", "."}, "cmake --build .", "cmake --build");
    row({"sleep", "5"}, "sleep 5", "sleep");
    row({"sudo"}, "sudo", "sudo");
    row({"./x\x1b[31m\x07", "a\nb"}, "x a b", "x");
}

void TestRunParts::commandsHaveATitleAndAKind()
{
    QFETCH(const Words, argv);
    QFETCH(const std::string, title);
    QFETCH(const std::string, kind);
    QCOMPARE(titleOf(argv, "/home/ada"), title);
    QCOMPARE(kindOf(argv, "/home/ada"), kind);
}

void TestRunParts::secretsAreNotShown_data()
{
    QTest::addColumn<Words>("argv");
    QTest::addColumn<std::string>("expected");
    const auto row = [](Words argv, const char *expected) {
        QTest::newRow(expected) << std::move(argv) << std::string(expected);
    };
    row({"tool", "--password=x1", "--user", "ada"}, "tool --password=••• --user ada");
    row({"tool", "--api-key", "x1", "go"}, "tool --api-key ••• go");
    row({"restic", "--password-file", "/x/pw", "backup"}, "restic --password-file /x/pw backup");
    row({"mysqldump", "-uroot", "-px1", "db"}, "mysqldump -uroot -p••• db");
    row({"rsync", "-pogt", "a", "b"}, "rsync -pogt a b");
    row({"sudo", "mysql", "-px1"}, "sudo mysql -p•••");
    row({"sshpass", "-p", "x1", "ssh", "h"}, "sshpass -p ••• ssh h");
    row({"git", "clone", "https://ada:x1@host/r.git"}, "git clone https://ada:•••@host/r.git");
    row({"git", "clone", "https://x1x1@host/r.git"}, "git clone https://•••@host/r.git");
    row({"git", "clone", "ssh://git@host/r.git"}, "git clone ssh://git@host/r.git");
    row({"curl", "-u", "ada:x1", "https://h/?token=x1&a=b#c"},
        "curl -u ada:••• https://h/?token=•••&a=b#c");
    row({"curl", "-H", "Authorization: Bearer x1"}, "curl -H Authorization: Bearer •••");
    row({"curl", "-H", "X-Api-Key: x1"}, "curl -H X-Api-Key: •••");
    row({"curl", "-H", "Accept: text/plain"}, "curl -H Accept: text/plain");
    row({"env", "PGPASSWORD=x1", "psql"}, "env PGPASSWORD=••• psql");
    row({"env", "AWS_SECRET_ACCESS_KEY=x1", "RESTIC_PASSWORD_FILE=/f", "r"},
        "env AWS_SECRET_ACCESS_KEY=••• RESTIC_PASSWORD_FILE=/f r");
    row({"sh", "-c", "GITHUB_TOKEN=x1  gh release --password x1"},
        "sh -c GITHUB_TOKEN=•••  gh release --password •••");
    row({"x", "ghp_x1x1x1x1x1x1x1x1x1"}, "x •••");
    row({"pg_dump", "postgres://ada:x1@h:5/db?sslmode=no"},
        "pg_dump postgres://ada:•••@h:5/db?sslmode=no");
}

void TestRunParts::secretsAreNotShown()
{
    QFETCH(const Words, argv);
    QFETCH(const std::string, expected);
    std::string line;
    for (const std::string &word : withoutSecrets(argv))
        line += (line.empty() ? "" : " ") + word;
    QCOMPARE(line, expected);
    QVERIFY(line.find("x1") == std::string::npos);
    QVERIFY(titleOf(argv, {}).find("x1") == std::string::npos);
    QVERIFY(kindOf(argv, {}).find("x1") == std::string::npos);
}

void TestRunParts::aCommandLineCanBeReadByAShell()
{
    QCOMPARE(commandLine({"echo", "a b", "it's", "", "$x", "plain"}),
             std::string("echo 'a b' 'it'\\''s' '' '$x' plain"));
}

void TestRunParts::streamsAreJoinedAsTheyWereGiven_data()
{
    QTest::addColumn<StreamPlan>("plan");
    QTest::addColumn<StreamPlan>("expected");
    const StreamFacts tty = terminal(5);
    const StreamFacts closed;
    const auto row = [](const char *name, StreamPlan plan, bool session, Way out, Way err) {
        QTest::newRow(name) << plan << StreamPlan{session, out, err};
    };
    row("all one terminal", planStreams(tty, tty, tty, true), true, Way::Terminal, Way::AsOut);
    row("in the background", planStreams(tty, tty, tty, false), false, Way::Terminal, Way::AsOut);
    row("into a pager", planStreams(tty, file(1), tty, true), false, Way::Pipe, Way::Terminal);
    row("errors to a file", planStreams(tty, tty, file(1), true), true, Way::Terminal, Way::Pipe);
    row("input from a pipe", planStreams(file(2), tty, tty, false), false, Way::Terminal,
        Way::AsOut);
    row("no terminal", planStreams(file(1), file(2), file(3), false), false, Way::Pipe, Way::Pipe);
    row("one log for both", planStreams(file(1), file(2), file(2), false), false, Way::Pipe,
        Way::AsOut);
    row("two terminals", planStreams(tty, tty, terminal(6), true), true, Way::Terminal, Way::Pass);
    row("typed elsewhere", planStreams(terminal(6), tty, tty, true), false, Way::Terminal,
        Way::AsOut);
    row("closed", planStreams(closed, closed, closed, false), false, Way::Pass, Way::Pass);
}

void TestRunParts::streamsAreJoinedAsTheyWereGiven()
{
    QFETCH(const StreamPlan, plan);
    QFETCH(const StreamPlan, expected);
    QVERIFY(plan == expected);
}

void TestRunParts::aSignalThatTheGuardGotTooIsNotPassedOn()
{
    test::FakeClock clock;
    Echoes echoes;
    echoes.weGot(SIGTERM, clock.ticks());
    QVERIFY(echoes.due(clock.ticks()).empty());
    echoes.guardGot(SIGTERM, clock.ticks());
    echoes.guardGot(SIGINT, clock.ticks()); // the other way round
    echoes.weGot(SIGINT, clock.ticks());
    clock.advance(Echoes::patience);
    QVERIFY(echoes.due(clock.ticks()).empty());
    QVERIFY(!echoes.nextDue());

    echoes.guardGot(SIGTERM, clock.ticks()); // one that we never got says nothing of a later one
    clock.advance(Echoes::patience * 2);
    echoes.weGot(SIGTERM, clock.ticks());
    QVERIFY(echoes.nextDue());
    clock.advance(Echoes::patience);
    QCOMPARE(echoes.due(clock.ticks()), std::vector<int>{SIGTERM});
    QVERIFY(echoes.due(clock.ticks()).empty());
}

void TestRunParts::aFloodIsSampledAndItsEndKept()
{
    test::FakeClock clock;
    Samples samples;
    const std::string block(256U << 10U, 'x');
    std::uint64_t sent = 0;
    for (int i = 0; i < 4000; ++i) {
        samples.add(block, Heard::Out, clock.ticks());
        sent += block.size();
    }
    samples.add("the last words\n", Heard::Out, clock.ticks());
    sent += 15;
    std::uint64_t seen = 0;
    std::string last;
    std::size_t kept = 0;
    for (const Samples::Piece &piece : samples.take()) {
        seen += piece.skipped + piece.bytes.size();
        kept += piece.bytes.size();
        last = piece.bytes;
    }
    QCOMPARE(seen, sent); // every byte is either there or counted
    QVERIFY(kept <= 2 * Samples::burst);
    QVERIFY(last.ends_with("the last words\n"));
    QVERIFY(samples.empty());

    clock.advance(Millis{5000});
    samples.add("calm again\n", Heard::Out, clock.ticks());
    const std::vector<Samples::Piece> calm = samples.take();
    QCOMPARE(calm, (std::vector<Samples::Piece>{{0, "calm again\n", Heard::Out}}));
}

QTEST_GUILESS_MAIN(TestRunParts)
#include "tst_runparts.moc"
