#include "tests/support/afootprogram.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using afoot::test::AfootProgram;
using Ran = AfootProgram::Ran;

/// What `afoot serve` is told when it starts, and how its refusals read at the command line.
class TestCliServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_afoot = std::make_unique<AfootProgram>(); }
    void limitsAreListedWithWhatHolds();
    void aLimitComesFromTheFileAndTheCommandLineWins();
    void aWrongLimitIsOneSentence_data();
    void aWrongLimitIsOneSentence();
    void aWrongFileKeepsItFromStarting_data();
    void aWrongFileKeepsItFromStarting();
    void whatCanBeNoHostIsRefused_data();
    void whatCanBeNoHostIsRefused();
    void aRefusalSpeaksOfOptions();
    void theTrackerOfAnotherFolderIsExplained();

private:
    Ran run(const QStringList &arguments) { return m_afoot->run(arguments); }
    QString settings() const { return m_afoot->home() + u"/.config/afoot/tracker.json"_s; }
    void write(const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(settings()).path());
        QFile file(settings());
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<AfootProgram> m_afoot{};
};

void TestCliServe::limitsAreListedWithWhatHolds()
{
    const auto lineOf = [](const QByteArray &list, const QByteArray &name) {
        for (const QByteArray &line : list.split('\n')) {
            if (line.startsWith(name + ' '))
                return line.simplified();
        }
        return QByteArray();
    };
    const Ran plain = run({u"serve"_s, u"--limit"_s, u"help"_s});
    QCOMPARE(plain.code, 0);
    QCOMPARE(plain.err, QByteArray());
    QVERIFY(plain.out.startsWith("NAME "));
    QCOMPARE(lineOf(plain.out, "body"), QByteArray("body 1 MiB 1 KiB 256 MiB body of a request"));
    QVERIFY(!QFile::exists(m_afoot->socket()));
    write("{\"limits\": {\"body\": \"2 MiB\", \"jobs\": 20}}");
    const Ran set =
        run({u"serve"_s, u"--limit=help"_s, u"--limit"_s, u"jobs=7"_s, u"--limit"_s, u"jobs=8"_s});
    QVERIFY(lineOf(set.out, "body").startsWith("body 2 MiB "));
    QVERIFY(lineOf(set.out, "jobs").startsWith("jobs 8 "));
}

void TestCliServe::aLimitComesFromTheFileAndTheCommandLineWins()
{
    const auto begin = [this](int bytes) { return run({u"begin"_s, QString(bytes, u't')}).code; };
    write("{\"limits\": {\"title\": 16, \"steps\": \"1\"}}");
    QVERIFY(m_afoot->serve());
    QCOMPARE(begin(16), 0);
    QCOMPARE(begin(17), 1);
    m_afoot->stopServing();
    QVERIFY(m_afoot->serve({u"--listen"_s, u"none"_s, u"--limit"_s, u"title=20"_s}));
    QCOMPARE(begin(20), 0);
    QCOMPARE(begin(21), 1);
    QCOMPARE(run({u"begin"_s, u"x"_s, u"--steps"_s, u"a,b"_s}).code, 1);
}

void TestCliServe::aWrongLimitIsOneSentence_data()
{
    QTest::addColumn<QString>("limit");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const QString &limit, const char *has) {
        QTest::newRow(qPrintable(limit)) << limit << QByteArray(has);
    };
    row(u"bdoy=1MiB"_s, "did you mean \"body\"?");
    row(u"body"_s, "--limit help lists them");
    row(u"=5"_s, "There is no limit \"\"");
    row(u"body=2"_s, "from 1 KiB to 256 MiB");
    row(u"body=2MB"_s, "64 KiB or 2 MiB");
    row(u"idle-time=10"_s, "10 s or 2 min");
}

void TestCliServe::aWrongLimitIsOneSentence()
{
    QFETCH(const QString, limit);
    QFETCH(const QByteArray, has);
    const Ran ran = run({u"serve"_s, u"--listen"_s, u"none"_s, u"--limit"_s, limit});
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.startsWith("afoot serve: ") && ran.err.contains(has), ran.err.constData());
    QCOMPARE(ran.err.count('\n'), 2);
    QVERIFY(!QFile::exists(m_afoot->socket()));
}

void TestCliServe::aWrongFileKeepsItFromStarting_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const char *name, const QByteArray &text, const char *has) {
        QTest::newRow(name) << text << QByteArray(has);
    };
    row("empty", "", "no JSON object");
    row("no object", "[1]", "no JSON object");
    row("a member that is not known", "{\"limit\":{}}", "no setting \"limit\", only \"limits\"");
    row("limits that are none", "{\"limits\":3}", "limits is an object");
    row("a limit that is none", "{\"limits\":{\"bdoy\":3}}", "did you mean \"body\"?");
    row("a value that is none", "{\"limits\":{\"body\":true}}", "the value of \"body\"");
    row("a value out of range", "{\"limits\":{\"body\":5}}", "from 1 KiB to 256 MiB");
    row("a number below zero", "{\"limits\":{\"jobs\":-5}}", "a whole number such as 500");
    row("a long file", QByteArray(70'000, ' ') + "{}", "too long");
}

void TestCliServe::aWrongFileKeepsItFromStarting()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, has);
    write(text);
    const Ran ran = run({u"serve"_s, u"--listen"_s, u"none"_s});
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains(settings().toUtf8()) && ran.err.contains(has), ran.err.constData());
    QVERIFY(!QFile::exists(m_afoot->socket()));
}

void TestCliServe::whatCanBeNoHostIsRefused_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"a b", "", "http://nas.local", "nas.local/x", "*", "nas.local:port",
                             "nas.local:0", "fd00::5", "n\u00e4s.local"})
        QTest::newRow(host) << QString::fromUtf8(host);
}

void TestCliServe::whatCanBeNoHostIsRefused()
{
    QFETCH(const QString, host);
    const Ran ran = run({u"serve"_s, u"--listen"_s, u"none"_s, u"--host"_s, host});
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains("A host is a name or an address such as nas.local"),
             ran.err.constData());
}

void TestCliServe::aRefusalSpeaksOfOptions()
{
    QVERIFY(m_afoot->serve());
    const QStringList begin{u"begin"_s, u"Backup"_s, u"--id"_s, u"b"_s};
    run(begin);
    run({u"complete"_s, u"b"_s});
    const auto says = [](const Ran &ran, const QByteArray &sentence) {
        const bool isSo = ran.code != 0 && ran.err.contains(sentence) &&
                          !ran.err.contains("GET ") && !ran.err.contains("\": ") &&
                          !ran.err.contains("null");
        if (!isSo)
            qWarning("%d %s", ran.code, ran.err.constData());
        return isSo;
    };
    const QByteArray ended = "Job b is completed; to run it again, begin it with --restart.";
    QVERIFY(says(run(begin), ended));
    QVERIFY(says(run({u"update"_s, u"b"_s, u"-p"_s, u"4"_s}), ended));
    QVERIFY(says(run({u"update"_s, u"nobody"_s, u"-p"_s, u"4"_s}),
                 "There is no job nobody here; \"afoot list --all\" shows those that are."));
    QVERIFY(says(run({u"show"_s, u"nobody"_s}), "\"afoot list --all\" shows those that are."));
    QVERIFY(says(run({u"update"_s, u"b"_s, u"-p"_s, u"400"_s}),
                 "it must be from 0 to 100, or \"unknown\"."));
    QCOMPARE(run(begin + QStringList{u"--restart"_s}).code, 0);
}

void TestCliServe::theTrackerOfAnotherFolderIsExplained()
{
    const QString folder = m_afoot->home() + u"/elsewhere"_s;
    QVERIFY(m_afoot->serve({u"--listen"_s, u"0"_s, u"--data"_s, folder}));
    const auto match = QRegularExpression(u"http://127\\.0\\.0\\.1:\\d+"_s)
                           .match(QString::fromUtf8(m_afoot->said()));
    QVERIFY(match.hasMatch());
    m_afoot->environment().insert(u"AFOOT_TRACKER"_s, match.captured());
    for (const bool hasToken : {false, true}) {
        if (hasToken)
            run({u"token"_s}); // makes one
        const Ran ran = run({u"list"_s});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains("--data") && ran.err.contains("AFOOT_DATA") &&
                     !ran.err.contains("Authorization"),
                 ran.err.constData());
    }
    m_afoot->environment().insert(u"AFOOT_DATA"_s, folder);
    QCOMPARE(run({u"list"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestCliServe)
#include "tst_cliserve.moc"
