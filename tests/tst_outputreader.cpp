#include "core/run/outputreader.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace Qt::StringLiterals;

using Words = std::vector<std::string>;

namespace {

constexpr auto terminal = OutputReader::Stream::Terminal;

OutputReader scriptReader()
{
    return OutputReader(Words{"bash", "job.sh"});
}

std::vector<LogLine> linesOf(OutputReader &reader)
{
    const auto update = reader.take();
    return update ? update->lines : std::vector<LogLine>();
}

} // namespace

class tst_OutputReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oscHasTheLastWord();
    void aNotificationIsAMessage();
    void typedKeysAreNotTheCommandsWords();
    void endsAreToldByTheExit_data();
    void endsAreToldByTheExit();
    void promptsAreQuestions_data();
    void promptsAreQuestions();
    void anAnsweredQuestionIsGone();
    void onlyChangesAreTold();
    void progressStaysOutOfTheLog();
    void linesKeepTheirColoursAndParsersSeeNone_data();
    void linesKeepTheirColoursAndParsersSeeNone();
    void redrawnBlocksLeaveNoBlankLines();
    void errorLinesAreMarked();
    void theLatestErrorOfAScriptCounts();
    void aFloodIsCountedAndResynchronised();
    void longLinesAreCutAndSaySo();
    void theLogBetweenTwoTakesIsBounded();
    void aBarThatStartsAgainIsAStep();
    void aGrowingTotalDoesNotFall();
};

void tst_OutputReader::oscHasTheLastWord()
{
    OutputReader reader(Words{"rsync", "--info=progress2"});
    reader.push("\r  1,000   10%    8.59MB/s    0:00:07  \r\x1b]9;4;1;40\x1b\\", terminal);
    reader.quiet();
    QCOMPARE(reader.reading().percent, std::optional(40.0));
    reader.push("\x1b]9;4;2;100\x07", terminal); // programs fill the bar to show it red
    QCOMPARE(reader.reading().percent, std::optional(40.0));
    reader.push("\x1b]9;4;4;41;\x07", terminal);
    QCOMPARE(reader.reading().percent, std::optional(41.0));
    reader.push("\x1b]9;4;1;250\x07", terminal);
    QCOMPARE(reader.reading().percent, std::optional(100.0));
    reader.push("\x1b]9;4;3\x07", terminal);
    QCOMPARE(reader.reading().percent, std::optional<double>());
    reader.push("\x1b]9;4;0\x07", terminal); // and the tool's own word counts again
    QCOMPARE(reader.reading().percent, std::optional(10.0));
}

void tst_OutputReader::aNotificationIsAMessage()
{
    OutputReader reader = scriptReader();
    reader.push("\x1b]9;Build \x01 done\x07\x1b]0;title 50%\x07", terminal);
    QCOMPARE(reader.reading().message, std::string("Build  done"));
    QVERIFY(!reader.reading().percent);
}

void tst_OutputReader::typedKeysAreNotTheCommandsWords()
{
    OutputReader reader = scriptReader();
    reader.push("working\r\n^Z^C\r\n", terminal);
    QCOMPARE(reader.reading().message, std::string("working"));
    reader.push("^C is what to press\r\n", terminal);
    QCOMPARE(reader.reading().message, std::string("^C is what to press"));
}

void tst_OutputReader::endsAreToldByTheExit_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("interrupted");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &output, int code, int signal,
                        bool interrupted, const QString &state, const QString &error) {
        QTest::newRow(name) << output << code << signal << interrupted << state << error;
    };
    row("success in spite of words", "error: so what\n", 0, 0, false, u"completed"_s, {});
    row("failure at 100 %", "Copying 0%\rCopying 100%\r\n", 1, 0, false, u"failed"_s,
        u"Copying 100% (exit code 1)"_s);
    row("its own words", "a\nerror: no disk\nbye\n", 2, 0, false, u"failed"_s,
        u"error: no disk (exit code 2)"_s);
    row("a traceback", "Traceback:\n  x\nValueError: bad\n", 1, 0, false, u"failed"_s,
        u"ValueError: bad (exit code 1)"_s);
    row("words that hint", "mount failed\nbye\n", 2, 0, false, u"failed"_s,
        u"mount failed (exit code 2)"_s);
    row("the last line", "one\ntwo\n", 3, 0, false, u"failed"_s, u"two (exit code 3)"_s);
    row("no line end", "one\ntwo", 3, 0, false, u"failed"_s, u"two (exit code 3)"_s);
    row("no words at all", "", 3, 0, false, u"failed"_s, u"exit code 3"_s);
    row("killed", "working\n", -1, 9, false, u"failed"_s, u"working (killed by SIGKILL)"_s);
    row("an unknown signal", "", -1, 63, false, u"failed"_s, u"killed by signal 63"_s);
    row("interrupted by a signal", "working\n", -1, 2, true, u"canceled"_s, {});
    row("interrupted with a code", "working\n", 130, 0, true, u"canceled"_s, {});
    row("interrupted, and done all the same", "", 0, 0, true, u"completed"_s, {});
    row("nobody knows", "fine\n", -1, 0, false, u"completed"_s, {});
}

void tst_OutputReader::endsAreToldByTheExit()
{
    QFETCH(QByteArray, output);
    QFETCH(int, code);
    QFETCH(int, signal);
    QFETCH(bool, interrupted);
    QFETCH(QString, state);
    QFETCH(QString, error);
    OutputReader reader = scriptReader();
    reader.push(output.toStdString(), terminal);
    Exit exit;
    if (code >= 0)
        exit.code = code;
    if (signal > 0)
        exit.signal = signal;
    exit.interrupted = interrupted;
    const Update end = reader.finish(exit);
    const QString told = end.op == Update::Op::Complete ? u"completed"_s
                         : end.op == Update::Op::Fail   ? u"failed"_s
                         : end.state == State::Canceled ? u"canceled"_s
                                                        : u"?"_s;
    QCOMPARE(told, state);
    QCOMPARE(QString::fromStdString(end.error.value_or("")), error);
}

void tst_OutputReader::promptsAreQuestions_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<bool>("asks");
    QTest::newRow("restic") << QByteArray("enter password for repository: ") << true;
    QTest::newRow("sudo") << QByteArray("[sudo] password for me: ") << true;
    QTest::newRow("ssh") << QByteArray("Are you sure (yes/no/[fingerprint])? ") << true;
    QTest::newRow("apt") << QByteArray("Do you want to continue? [Y/n] ") << true;
    QTest::newRow("rm") << QByteArray("rm: remove regular file 'a'? ") << true;
    QTest::newRow("with a line end") << QByteArray("enter password: \n") << false;
    QTest::newRow("something that starts") << QByteArray("Hashing: ") << false;
    QTest::newRow("a bar") << QByteArray("Updating files:  50% (1/2)") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_OutputReader::promptsAreQuestions()
{
    QFETCH(QByteArray, output);
    QFETCH(bool, asks);
    OutputReader reader = scriptReader();
    reader.push("hello\n" + output.toStdString(), terminal);
    QVERIFY(reader.reading().question.empty()); // more may come
    reader.quiet();
    QCOMPARE(reader.reading().question, asks ? output.trimmed().toStdString() : std::string());
}

void tst_OutputReader::anAnsweredQuestionIsGone()
{
    OutputReader reader = scriptReader();
    reader.push("Continue? ", terminal);
    reader.quiet();
    QCOMPARE(reader.take()->question, std::optional<std::string>("Continue?"));
    reader.push("y", terminal);
    QCOMPARE(reader.take()->question, std::optional<std::string>(""));
}

void tst_OutputReader::onlyChangesAreTold()
{
    OutputReader reader(Words{"rsync", "--info=progress2"});
    reader.push("\r  1,000   10%    8.00kB/s    0:00:07  \r ", terminal);
    const auto first = reader.take();
    QVERIFY(first && first->percent && first->rate && first->unit);
    QCOMPARE(*first->rate, std::optional(8.0 * 1024));
    QCOMPARE(*first->etaS, std::optional(7.0));
    QVERIFY(!reader.take());
    reader.push("\r  1,000   10%    8.00kB/s    0:00:07  \r ", terminal);
    QVERIFY(!reader.take());
    reader.push("\r  1,100   10%    8.00kB/s    0:00:09 (xfr#1, to-chk=1/2)\r ", terminal);
    const auto next = reader.take();
    QVERIFY(next && !next->percent && !next->rate && !next->unit && next->current);
    QVERIFY(next->etaS && !*next->etaS); // the time is what it took by now
}

void tst_OutputReader::progressStaysOutOfTheLog()
{
    OutputReader reader(Words{"git", "fetch"});
    reader.push("From x\r\nReceiving objects: 100% (2/2), done.\r\n\x1b[32mdone\x1b[0m\tnow\r\n",
                terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].text, std::string("From x"));
    QCOMPARE(lines[1].text, std::string("\x1b[32mdone\x1b[0m now"));
}

void tst_OutputReader::linesKeepTheirColoursAndParsersSeeNone_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QByteArrayList>("lines");
    const auto row = [](const char *name, const char *printed, const QByteArrayList &lines) {
        QTest::newRow(name) << QByteArray(printed) << lines;
    };
    row("in a line", "a\x1b[31mb\x1b[0mc\n", {"a\x1b[31mb\x1b[0mc"});
    row("over lines", "\x1b[1;31mone\ntwo\x1b[0m\nthree\n",
        {"\x1b[1;31mone", "\x1b[1;31mtwo", "three"});
    row("changed between lines", "\x1b[31mone\n\x1b[0m\x1b[32mtwo\n",
        {"\x1b[31mone", "\x1b[32mtwo"});
    row("off by its own code", "\x1b[31mone\x1b[39m\ntwo\n", {"\x1b[31mone", "two"});
    row("blank lines have none", "\x1b[31mone\n\ntwo\n", {"\x1b[31mone", "", "\x1b[31mtwo"});
    row("painted over", "\x1b[31mone\r\x1b[32mtwo\n", {"\x1b[32mtwo"});
    row("painted over in force", "\x1b[31mone\rtwo\n", {"\x1b[31mtwo"});
    row("taken back", "a\x1b[31mbc\b\bd\n", {"a\x1b[31md"});
    row("other sequences", "a\x1b[?25l\x1b[31mb\x1b]0;t\a\x1b[Kc\n", {"a\x1b[31mbc"});
    row("not UTF-8", "\x1b[31m\xff\n", {"\x1b[31m\xef\xbf\xbd"});
}

void tst_OutputReader::linesKeepTheirColoursAndParsersSeeNone()
{
    QFETCH(QByteArray, printed);
    QFETCH(QByteArrayList, lines);
    for (qsizetype cut = 0; cut <= printed.size(); ++cut) {
        OutputReader reader = scriptReader();
        reader.push(printed.left(cut).toStdString(), terminal);
        reader.push(printed.mid(cut).toStdString(), terminal);
        QVERIFY(reader.reading().message.find('\x1b') == std::string::npos);
        QByteArrayList found;
        for (const LogLine &line : linesOf(reader))
            found << QByteArray::fromStdString(line.text);
        QCOMPARE(found, lines);
    }
    OutputReader failing = scriptReader();
    failing.push("\x1b[1;31merror:\x1b[0m no space left\n", terminal);
    const Update end = failing.finish({.code = 1});
    QVERIFY(end.error.value_or("").find("no space left") != std::string::npos);
    QVERIFY(end.error.value_or("\x1b").find('\x1b') == std::string::npos);
    QCOMPARE(end.lines.at(0).level, std::string("error"));
}

void tst_OutputReader::redrawnBlocksLeaveNoBlankLines()
{
    OutputReader reader = scriptReader();
    reader.push("a\r\n\r\nb\r\nx:  12%|#  | 5/40 [00:00<00:00, 42.46it/s]\x1b[A\r\n\r\x1b[2K\r\n",
                terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[1].text, std::string()); // this one was meant
    QCOMPARE(lines[2].text, std::string("b"));
}

void tst_OutputReader::theLatestErrorOfAScriptCounts()
{
    OutputReader reader = scriptReader();
    reader.push(
        "rsync: [sender] link_stat failed (2)\nrsync error: some files (code 23)\ngoing on\n",
        terminal);
    OutputReader other = reader;
    QCOMPARE(other.finish({.code = 1}).error,
             std::optional<std::string>("rsync: [sender] link_stat failed (2) (exit code 1)"));
    reader.push("error: no such host\n", terminal);
    QCOMPARE(reader.finish({.code = 1}).error,
             std::optional<std::string>("error: no such host (exit code 1)"));
}

void tst_OutputReader::errorLinesAreMarked()
{
    OutputReader reader(Words{"rsync", "--info=progress2"});
    reader.push("\r  1,000   10%    8.00kB/s    0:00:07 (xfr#1, to-chk=1/2)rsync: [receiver] write "
                "failed (28)\n"
                "rsync error: error in file IO (code 11)\nbye\n",
                terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0].text,
             std::string("rsync: [receiver] write failed (28)")); // without what it was glued to
    QCOMPARE(lines[0].level, std::string("error"));
    QCOMPARE(lines[1].level, std::string("error"));
    QCOMPARE(lines[2].level, std::string());
    QCOMPARE(reader.finish({.code = 11}).error,
             std::optional<std::string>("rsync: [receiver] write failed (28) (exit code 11)"));
}

void tst_OutputReader::aFloodIsCountedAndResynchronised()
{
    OutputReader reader = scriptReader();
    reader.push("one\nhalf a li", terminal);
    reader.skipped(1000);
    reader.skipped(234);
    reader.push("ne of 50%\ntwo\n", terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0].text, std::string("one"));
    QVERIFY(lines[1].text.find("1234 bytes") != std::string::npos);
    QCOMPARE(lines[2].text, std::string("two"));
}

void tst_OutputReader::longLinesAreCutAndSaySo()
{
    OutputReader reader = scriptReader();
    std::string line;
    for (int i = 0; i < 3000; ++i)
        line += "é";
    reader.push(line + "\n", terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 1U);
    QVERIFY(lines[0].text.size() <= 4096);
    QVERIFY(lines[0].text.ends_with("é…"));
}

void tst_OutputReader::theLogBetweenTwoTakesIsBounded()
{
    OutputReader reader = scriptReader();
    for (int i = 0; i < 12'000; ++i)
        reader.push("line\n", terminal);
    const auto lines = linesOf(reader);
    QCOMPARE(lines.size(), 10'001U);
    QVERIFY(lines[0].text.find("2000 lines") != std::string::npos);
}

void tst_OutputReader::aBarThatStartsAgainIsAStep()
{
    OutputReader reader = scriptReader();
    reader.push("Copying 0%\rCopying 60%\rCopying 100%\r", terminal);
    reader.quiet();
    QCOMPARE(reader.reading().percent, std::optional(100.0));
    reader.push("Copying 2%\r", terminal); // so it was never the whole job
    reader.quiet();
    const Reading now = reader.reading();
    QVERIFY(!now.percent);
    QCOMPARE(now.steps.size(), 1U);
    QCOMPARE(now.steps.front().name, std::string("Copying"));
    QCOMPARE(now.steps.front().percent, std::optional(2.0));
}

void tst_OutputReader::aGrowingTotalDoesNotFall()
{
    OutputReader reader(Words{"restic", "backup"});
    reader.push("[0:01] 30.00%  3 files 3.000 MiB, total 9 files 10.000 MiB, 0 errors ETA 0:03\r"
                "[0:02] 20.00%  4 files 4.000 MiB, total 20 files 20.000 MiB, 0 errors ETA 0:09\r",
                terminal);
    reader.quiet();
    QCOMPARE(reader.reading().percent, std::optional(30.0));
    QCOMPARE(reader.reading().total, std::optional(20.0 * 1024 * 1024));
    QCOMPARE(reader.reading().etaS, std::optional(9.0));
}

QTEST_GUILESS_MAIN(tst_OutputReader)
#include "tst_outputreader.moc"
