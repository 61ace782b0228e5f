// Real tools under the real `afoot run`, reported to a real `afoot serve`, watched with `curl -N`.
#include "tests/e2e/house.h"
#include "tests/e2e/stream.h"
#include "tests/e2e/tools.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace e2e;

namespace {

const QStringList finalStates{u"completed"_s, u"failed"_s, u"canceled"_s, u"lost"_s};

QString stateOf(const QJsonObject &job)
{
    return job["state"_L1].toString();
}

bool isFinal(const QJsonObject &job)
{
    return finalStates.contains(stateOf(job));
}

QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text.toLower()) {
        if (c.isLetter())
            letters.append(c);
    }
    return letters;
}

bool hasStepLike(const QJsonObject &job, const QString &phase)
{
    for (const auto &step : job["steps"_L1].toArray()) {
        const QString text = step["label"_L1].toString() + u'|' + step["name"_L1].toString();
        if (lettersOf(text).contains(lettersOf(phase)))
            return true;
    }
    return false;
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &tool :
             {u"git"_s, u"rsync"_s, u"restic"_s, u"curl"_s, u"script"_s, u"python3"_s})
            QVERIFY2(House().run(tool, {u"--version"_s}).exitCode != 127, qPrintable(tool));
    }

    void toolsSideBySideAreShownAsTheyAre_data()
    {
        QTest::addColumn<bool>("terminal");
        QTest::newRow("each under a terminal") << true;
        QTest::newRow("each through pipes") << false;
    }
    void toolsSideBySideAreShownAsTheyAre()
    {
        QFETCH(const bool, terminal);
        House house;
        house.set(u"RESTIC_PASSWORD"_s, u"secret"_s);
        QVERIFY(makeRepository(house) && makeFiles(house) && makeBackup(house));
        QVERIFY(house.startTracker());
        Stream stream(house);
        QCOMPARE(stream.events().first(), u"hello"_s);

        const QList<Wrapped> wanted{gitClone(house, u"clone"_s), rsyncCopy(house, u"copy"_s),
                                    resticBackup(house, !terminal)};
        std::vector<std::unique_ptr<QProcess>> running;
        for (const auto &what : wanted)
            running.push_back(startWrapped(house, what, terminal));
        QList<QByteArray> printed;
        for (const auto &process : running) {
            const Ran ran = House::finish(*process);
            QVERIFY2(ran.exitCode == 0, ran.all());
            printed.append(ran.all());
        }
        for (const auto &what : wanted)
            QTRY_VERIFY_WITH_TIMEOUT(isFinal(stream.latest(what.title)), 10'000);
        QCOMPARE(stream.mostRunning(), 3);

        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const auto course = stream.course(wanted[i].title);
            const auto told = highestPercent(printed[i]);
            double highest = 0;
            for (qsizetype n = 0; n < course.size(); ++n) {
                const QJsonObject &job = course[n];
                QCOMPARE(isFinal(job), n == course.size() - 1);
                QCOMPARE(job["id"_L1], course.first()["id"_L1]);
                const QJsonValue percent = job["percent"_L1];
                if (percent.isDouble()) {
                    QVERIFY2(told, "a percent that the tool never printed");
                    QVERIFY2(percent.toDouble() >= highest, "a percent fell");
                    // Of a job that completed, all is done, whether or not the tool got round to saying so.
                    const double most = isFinal(job) ? 100 : *told + 0.5;
                    QVERIFY2(percent.toDouble() <= most,
                             qPrintable(u"%1 shows %2, the tool never said more than %3: %4"_s
                                            .arg(wanted[i].title)
                                            .arg(percent.toDouble())
                                            .arg(*told)
                                            .arg(stateOf(job))));
                    highest = percent.toDouble();
                }
            }
            const QJsonObject end = course.last();
            QCOMPARE(stateOf(end), u"completed"_s);
            QCOMPARE(end["source"_L1].toString(), u"local"_s);
            QVERIFY(!end["kind"_L1].toString().isEmpty());
            QVERIFY(end["started_at"_L1].toString() < end["finished_at"_L1].toString());
            QVERIFY2(end["error"_L1].toString().isEmpty(), qPrintable(end["error"_L1].toString()));
        }

        const QJsonObject copy = stream.latest(wanted[1].title);
        QCOMPARE(copy["percent"_L1].toDouble(-1), 100.0);
        QVERIFY2(stream.course(wanted[1].title).size() >= 4, "rsync moved unseen");

        const QJsonObject clone = stream.latest(wanted[0].title);
        const QStringList phases{u"Receiving objects"_s, u"Resolving deltas"_s};
        for (const QString &phase : phases) {
            QVERIFY2(printed[0].contains(phase.toUtf8()), qPrintable(phase));
            QVERIFY2(hasStepLike(clone, phase), qPrintable(phase));
        }
        for (const auto &step : clone["steps"_L1].toArray()) {
            QVERIFY(step["percent"_L1].toDouble() <= 100);
            QVERIFY2(step["state"_L1].toString() == "completed"_L1 ||
                         step["state"_L1].toString() == "skipped"_L1,
                     qPrintable(step["name"_L1].toString() + u' ' + step["state"_L1].toString()));
        }
        QVERIFY(QFile::exists(house.path(u"clone/picture.bin"_s)));
        QVERIFY(QFile::exists(house.path(u"copy/59.dat"_s)));
        QVERIFY(house.stopTracker());
    }

    void exitCodesPassThrough_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("states");
        const QStringList failed{u"failed"_s};
        QTest::newRow("0") << u"exit 0"_s << 0 << QStringList{u"completed"_s};
        QTest::newRow("1") << u"exit 1"_s << 1 << failed;
        QTest::newRow("41") << u"exit 41"_s << 41 << failed;
        QTest::newRow("64, which is also ours") << u"exit 64"_s << 64 << failed;
        QTest::newRow("255") << u"exit 255"_s << 255 << failed;
        QTest::newRow("a signal") << u"kill -TERM $$"_s << 143
                                  << QStringList{u"failed"_s, u"canceled"_s};
        QTest::newRow("a crash") << u"kill -SEGV $$"_s << 139 << failed;
    }
    void exitCodesPassThrough()
    {
        QFETCH(const QString, script);
        QFETCH(const int, code);
        QFETCH(const QStringList, states);
        House house;
        QVERIFY(house.startTracker());
        for (const bool terminal : {false, true}) {
            const QString title = terminal ? u"in a terminal"_s : u"in a pipe"_s;
            const auto process = startWrapped(
                house, {title, u"sh"_s, {u"-c"_s, u"echo out; echo err >&2; "_s + script}},
                terminal);
            const Ran ran = House::finish(*process);
            QCOMPARE(ran.exitCode, code);
            if (terminal) {
                QCOMPARE(ran.out, "out\r\nerr\r\n"_ba);
            } else {
                QCOMPARE(ran.out, "out\n"_ba);
                QCOMPARE(ran.err, "err\n"_ba);
            }
            QTRY_VERIFY2_WITH_TIMEOUT(states.contains(stateOf(house.jobTitled(title))),
                                      qPrintable(stateOf(house.jobTitled(title))), 5'000);
        }
    }

    void aFailureShowsItsReason_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("restic, wrong password")
            << u"restic"_s << QStringList{u"backup"_s, u"-r"_s, u"@/backup"_s, u"@/files"_s} << 1
            << u"wrong password"_s;
        QTest::newRow("git, no such repository")
            << u"git"_s << QStringList{u"clone"_s, u"file://@/nowhere"_s, u"@/out"_s} << 128
            << u"does not appear to be a git repository|Could not read from remote repository"_s;
        QTest::newRow("dd, a full device")
            << u"dd"_s
            << QStringList{u"if=/dev/zero"_s, u"of=/dev/full"_s, u"bs=64k"_s, u"count=4"_s} << 1
            << u"No space left on device"_s;
        QTest::newRow("rsync, a full disk")
            << u"unshare"_s
            << QStringList{u"-Urm"_s, u"sh"_s, u"-c"_s,
                           u"mount -t tmpfs -o size=2m none '@/tiny' && "
                           "exec rsync -a --info=progress2 '@/files/' '@/tiny/'"_s}
            << 11 << u"No space left on device"_s;
        QTest::newRow("rsync, a file too large")
            << u"rsync"_s << QStringList{u"-a"_s, u"@/files/"_s, u"@/limited/"_s} << 11
            << u"File too large"_s;
        QTest::newRow("no such program")
            << u"no-such-program"_s << QStringList{} << 127 << u"no-such-program"_s;
    }
    void aFailureShowsItsReason()
    {
        QFETCH(const QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QString, reason);
        const QString limits =
            reason == "File too large"_L1
                ? u"ulimit -f 512; trap '' XFSZ; "_s // 256 KiB; a disk is as small
                : QString();
        House house;
        house.set(u"RESTIC_PASSWORD"_s, u"secret"_s);
        QVERIFY(makeFiles(house) && makeBackup(house));
        house.set(u"RESTIC_PASSWORD"_s, u"not it"_s);
        QVERIFY(QDir().mkpath(house.path(u"tiny"_s)));
        arguments.replaceInStrings(u"@"_s, house.path());
        if (program == "unshare"_L1 &&
            house.run(program, {u"-Urm"_s, u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s,
                                house.path(u"tiny"_s)})
                    .exitCode != 0)
            QSKIP("this system lets nobody mount a small disk");
        QVERIFY(house.startTracker());

        const QString title = u"bound to fail"_s;
        const QString line =
            shellLine(QStringLiteral(AFOOT_BINARY),
                      QStringList{u"run"_s, u"--title"_s, title, u"--"_s, program} + arguments);
        const Ran ran = house.run(u"sh"_s, {u"-c"_s, limits + u"exec "_s + line});
        QVERIFY2(ran.exitCode == code, ran.all());
        QTRY_COMPARE(stateOf(house.jobTitled(title)), u"failed"_s);
        const QJsonObject job = house.jobTitled(title);
        const QString error = job["error"_L1].toString();
        bool named = false;
        for (const QString &text : reason.split(u'|'))
            named = named || error.contains(text);
        QVERIFY2(named, qPrintable(u"error: "_s + error));
        QVERIFY(job["percent"_L1].toDouble() < 100);
    }

    void aKilledWrapperIsLostAndNotCompleted()
    {
        House house;
        QVERIFY(house.startTracker());
        Stream stream(house);
        const QString title = u"killed"_s;
        const QString pidFile = house.path(u"pid"_s);
        const auto process = startWrapped(
            house,
            {title, u"sh"_s, {u"-c"_s, u"sleep 1; echo $$ >'%1'; exec sleep 600"_s.arg(pidFile)}},
            false);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(stream.latest(title)), u"running"_s, 5'000);
        // By then it also holds its job at the tracker, which it does not do for commands of a moment.
        QTRY_VERIFY(QFile::exists(pidFile));
        process->kill();
        process->waitForFinished();

        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(stream.latest(title)), u"lost"_s, 30'000);
        QVERIFY2(since.elapsed() >= 8'000, "no grace");
        for (const auto &job : stream.course(title))
            QVERIFY(stateOf(job) == "running"_L1 || stateOf(job) == "lost"_L1 ||
                    stateOf(job) == "queued"_L1);

        QFile file(pidFile);
        QVERIFY(file.open(QFile::ReadOnly));
        ::kill(file.readAll().trimmed().toInt(),
               SIGKILL); // the orphan, where it outlived its wrapper
    }

    void aTrackerThatDiesTakesNoJobWithIt()
    {
        House house;
        QVERIFY(house.startTracker());
        const QString title = u"outlives the tracker"_s;
        const auto process = startWrapped(
            house,
            {title,
             u"sh"_s,
             {u"-c"_s,
              u"while [ ! -e '%1' ]; do sleep 0.1; done; exit 3"_s.arg(house.path(u"go"_s))}},
            false);
        QTRY_COMPARE(stateOf(house.jobTitled(title)), u"running"_s);
        house.killTracker();
        QFile go(house.path(u"go"_s));
        QVERIFY(go.open(QFile::WriteOnly));
        QCOMPARE(House::finish(*process).exitCode, 3);
        QVERIFY(house.startTracker());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house.jobTitled(title)), u"failed"_s, 10'000);
    }

    void whatRanWithoutATrackerIsShownLater()
    {
        House house;
        const Ran ran = House::finish(*startWrapped(
            house, {u"before anyone looked"_s, u"sh"_s, {u"-c"_s, u"echo out; exit 5"_s}}, false));
        QCOMPARE(ran.exitCode, 5);
        QCOMPARE(ran.out, "out\n"_ba);
        QVERIFY(house.startTracker());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house.jobTitled(u"before anyone looked"_s)), u"failed"_s,
                                  10'000);
    }

    void aScriptReportsWithThreeCommands()
    {
        House house;
        QVERIFY(house.startTracker());
        Stream stream(house);
        const Ran begun =
            house.afoot({u"begin"_s, u"Deploy web"_s, u"--kind"_s, u"deploy"_s, u"--steps"_s,
                         u"build,copy,restart"_s, u"--total"_s, u"30"_s, u"--unit"_s, u"files"_s});
        QVERIFY2(begun.exitCode == 0, begun.all());
        const QString id = QString::fromUtf8(begun.out).trimmed();
        QVERIFY(!id.isEmpty() && !id.contains(u'\n'));
        QCOMPARE(house.afoot({u"update"_s, id, u"--step"_s, u"build"_s}).exitCode, 0);
        QCOMPARE(house
                     .afoot({u"update"_s, id, u"--step"_s, u"copy"_s, u"--current"_s, u"12"_s,
                             u"--message"_s, u"<b>12</b> \x1b[31mof 30"_s, u"--detail"_s,
                             u"host=web1"_s})
                     .exitCode,
                 0);
        const QJsonObject job = house.job(id);
        QCOMPARE(job["current"_L1].toDouble(), 12.0);
        QCOMPARE(job["message"_L1].toString(), u"<b>12</b> of 30"_s);
        QCOMPARE(job["details"_L1]["host"_L1].toString(), u"web1"_s);
        const auto steps = job["steps"_L1].toArray();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[0]["state"_L1].toString(), u"completed"_s);
        QCOMPARE(steps[1]["state"_L1].toString(), u"running"_s);
        QCOMPARE(steps[2]["state"_L1].toString(), u"pending"_s);
        const auto waiting = house.start(QStringLiteral(AFOOT_BINARY), {u"wait"_s, id});
        QCOMPARE(house.afoot({u"complete"_s, id, u"--url"_s, u"https://example.org/"_s}).exitCode,
                 0);
        QCOMPARE(House::finish(*waiting, 10'000).exitCode, 0);
        QTRY_COMPARE(stateOf(stream.latest(u"Deploy web"_s)), u"completed"_s);
        QCOMPARE(house.afoot({u"wait"_s, id}).exitCode, 0);

        const QString other =
            QString::fromUtf8(house.afoot({u"begin"_s, u"Other"_s}).out).trimmed();
        QCOMPARE(house.afoot({u"fail"_s, other, u"--error"_s, u"it rained"_s}).exitCode, 0);
        QCOMPARE(house.job(other)["error"_L1].toString(), u"it rained"_s);
        QCOMPARE(house.afoot({u"wait"_s, other}).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_e2e.moc"
