#include "core/run/outputreader.h"
#include "core/run/parsers/all.h"

#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;

using Words = std::vector<std::string>;
Q_DECLARE_METATYPE(Words)

namespace {

constexpr auto terminal = OutputReader::Stream::Terminal;

/// Segments as text: the end as a letter, then the text.
QStringList segmentsOf(const QByteArray &bytes, qsizetype cut)
{
    QStringList found;
    const auto sink = [&](const Segment &segment) {
        const bool osc = segment.kind == Segment::Kind::Osc;
        const QString end = osc                                   ? u"osc "_s
                            : segment.end == Segment::End::Line   ? u"line "_s
                            : segment.end == Segment::End::Redraw ? u"redraw "_s
                                                                  : u"open "_s;
        found << end + QString::fromUtf8(segment.text.data(),
                                         static_cast<qsizetype>(segment.text.size()));
    };
    Segments segments;
    segments.push(bytes.left(cut).toStdString(), sink);
    segments.push(bytes.mid(cut).toStdString(), sink);
    segments.flush(sink);
    return found;
}

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

/// What is recognised in bytes, command lines and text, and what is not.
class tst_Recognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesBecomeSegments_data();
    void bytesBecomeSegments();
    void commandsFindTheirParser_data();
    void commandsFindTheirParser();
    void percentsThatAreNoProgress_data();
    void percentsThatAreNoProgress();
    void progressOfUnknownTools_data();
    void progressOfUnknownTools();
    void rudeInputChangesNothingElse_data();
    void rudeInputChangesNothingElse();
};

void tst_Recognition::bytesBecomeSegments_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("segments");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &segments) {
        QTest::newRow(name) << bytes << segments;
    };
    row("LF", "a\nb\n", {u"line a"_s, u"line b"_s});
    row("CR LF", "a\r\nb\r\n", {u"line a"_s, u"line b"_s});
    row("CR CR LF", "a\r\r\nb", {u"line a"_s, u"open b"_s});
    row("empty lines", "\n\r\na\n", {u"line "_s, u"line "_s, u"line a"_s});
    row("lone CR", "1%\r2%\r", {u"redraw 1%"_s, u"redraw 2%"_s});
    row("CR in front", "\r1%\r2%", {u"redraw 1%"_s, u"open 2%"_s});
    row("backspaces", "H: 1%\b\b 2%\b\b\bok\n",
        {u"redraw H: 1%"_s, u"redraw H:  2%"_s, u"line H: ok"_s});
    row("backspaces over UTF-8", "aé\b\bx\n", {u"redraw aé"_s, u"line x"_s});
    row("cursor left", "H: 10%\x1b[3D\x1b[K20%\n", {u"redraw H: 10%"_s, u"line H: 20%"_s});
    row("SGR is nothing", "\x1b[1;31m4\x1b[0m2%\n", {u"line 42%"_s});
    row("erase to the end is nothing", "a\x1b[K\r\n", {u"line a"_s});
    row("erase the line", "ETA 1s\x1b[2K\x1b[1G23\n", {u"redraw ETA 1s"_s, u"line 23"_s});
    row("cursor up", "a\x1b[1Ab\n", {u"redraw a"_s, u"line b"_s});
    row("save and restore",
        "a\x1b"
        "7\x1b[30;0fb\x1b"
        "8c\n",
        {u"redraw a"_s, u"redraw b"_s, u"line c"_s});
    row("modes are nothing", "\x1b[?25la\x1b[?2004h\n", {u"line a"_s});
    row("charset", "\x1b(Ba\n", {u"line a"_s});
    row("OSC with BEL",
        "a\x1b]9;4;1;5\x07"
        "b\n",
        {u"osc 9;4;1;5"_s, u"line ab"_s});
    row("OSC with ST", "\x1b]9;4;1;5\x1b\\b\n", {u"osc 9;4;1;5"_s, u"line b"_s});
    row("OSC of C1",
        "\x9d"
        "9;4;1;5\x9c"
        "b\n",
        {u"osc 9;4;1;5"_s, u"line b"_s});
    row("a quote is not C1",
        "\xe2\x80\x9d"
        "b\n",
        {u"line ”b"_s});
    row("OSC through tmux", "\x1bPtmux;\x1b\x1b]9;4;1;50\x1b\x1b\\\x1b\\b\n",
        {u"osc 9;4;1;50"_s, u"line b"_s});
    row("OSC never ended", "\x1b]9;4;1;5\nb\n", {u"line "_s, u"line b"_s});
    row("other strings", "\x1bPq#0\x1b\\a\x1b_x\x1b\\b\n", {u"line ab"_s});
    row("controls draw nothing",
        QByteArray("a\0b\x07\x0e\x0f"
                   "c\n",
                   8),
        {u"line abc"_s});
    row("tabs stay", "a\tb\n", {u"line a\tb"_s});
    row("ESC at the end", "a\x1b", {u"open a"_s});
    row("broken CSI", "\x1b[1\nb\n", {u"line "_s, u"line b"_s});
}

void tst_Recognition::bytesBecomeSegments()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, segments);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
        QCOMPARE(segmentsOf(bytes, cut), segments);
}

void tst_Recognition::commandsFindTheirParser_data()
{
    QTest::addColumn<Words>("argv");
    QTest::addColumn<QString>("parser");
    const auto row = [](const Words &argv, const QString &parser) {
        QString name;
        for (const std::string &word : argv)
            name += QString::fromStdString(word) + u' ';
        QTest::newRow(qPrintable(name)) << argv << parser;
    };
    row({"git", "clone", "x"}, u"git"_s);
    row({"/usr/lib/git", "fetch"}, u"git"_s);
    row({"sudo", "-u", "root", "rsync", "-a"}, u"rsync"_s);
    row({"env", "-u", "X", "A=b", "restic", "backup"}, u"restic"_s);
    row({"nice", "-n", "19", "ionice", "-c3", "restic"}, u"restic"_s);
    row({"timeout", "-k", "5", "1h", "rsync"}, u"rsync"_s);
    row({"time", "-f", "%e", "git", "gc"}, u"git"_s);
    row({"stdbuf", "-oL", "--", "git"}, u"git"_s);
    row({"sh", "-c", "A=1 git clone 'a; b'"}, u"git"_s);
    row({"bash", "-lc", "exec rsync -a x y"}, u"rsync"_s);
    row({"sh", "-c", "git pull; make"}, QString());
    row({"sh", "-c", "git log | cat"}, QString());
    row({"bash", "git"}, QString());
    row({"make"}, QString());
    row({"sudo"}, QString());
    row({"env", "A=b"}, QString());
    row({"sh", "-c", ""}, QString());
    row({}, QString());
}

void tst_Recognition::commandsFindTheirParser()
{
    QFETCH(Words, argv);
    QFETCH(QString, parser);
    const Choice choice = chooseParser(argv);
    QCOMPARE(choice.parser ? QString::fromUtf8(choice.parser->name.data(),
                                               static_cast<qsizetype>(choice.parser->name.size()))
                           : QString(),
             parser);
}

void tst_Recognition::percentsThatAreNoProgress_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("ratios of zstd")
        << QByteArray("f : 10% => x\r ==> 10%\r ==> 20%\r ==> 30%\r ==> 40%\r");
    QTest::newRow("results") << QByteArray(
        "10% tests passed\n20% tests passed\n30% tests passed\n40% tests passed\n");
    QTest::newRow("of what was tried")
        << QByteArray("10% of 50 tests failed\n20% of them\n30% of 5\n40% of 6 Bugs\n");
    QTest::newRow("one full disk") << QByteArray(
        "/dev/sda1 252G 21G 76G 22% /\ntmpfs 24G 20K 24G 23% /x\n/dev/b 1G 1G 1G 24% /y\n");
    QTest::newRow("sizes by folder")
        << QByteArray(" 3.1% d00/\n 4.1% d01/\n 5.3% d02/\n 6.2% d03/\n 7.3% d04/\n 8.3% d05/\n");
    QTest::newRow("measures") << QByteArray("cpu 10%\ncpu 20%\ncpu 30%\ncpu 40%\ncpu 50%\n");
    QTest::newRow("accuracy") << QByteArray("Epoch 1 accuracy 71.2%\nEpoch 2 accuracy 75%\nEpoch 3 "
                                            "accuracy 80%\nEpoch 4 accuracy 82%\n");
    QTest::newRow("postfix") << QByteArray("step acc=1%\rstep acc=2%\rstep acc=3%\rstep acc=4%\r");
    QTest::newRow("coverage table") << QByteArray("a.c  10%\nb.c  20%\nc.c  30%\nd.c  40%\n");
    QTest::newRow("numbered files") << QByteArray("f1.c  10%\nf2.c  20%\nf3.c  30%\nf4.c  40%\n");
    QTest::newRow("names") << QByteArray(
        "100% done.txt\n50% off (3 of 9).jpg\n60% off (4 of 9).jpg\n70% off (5 of 9).jpg\n");
    QTest::newRow("dates") << QByteArray(
        "on 1/12/2026\non 2/12/2026\non 3/12/2026\non 4/12/2026\n");
    QTest::newRow("paths") << QByteArray("a/1/20/x\na/2/20/x\na/3/20/x\na/4/20/x\n");
    QTest::newRow("falling") << QByteArray("at 40%\nat 30%\nat 20%\nat 10%\n");
    QTest::newRow("twice is not often") << QByteArray("at 40%\nat 50%\n");
    QTest::newRow("attempts") << QByteArray(
        "Attempt 1/3 failed\nAttempt 2/3 failed\nAttempt 3/3 failed\n");
    QTest::newRow("more than all") << QByteArray("x 101%\rx 150%\rx 250%\rx 999%\r");
    QTest::newRow("5/0") << QByteArray("5/0\r6/0\r7/0\r8/0\r");
    QTest::newRow("9/3") << QByteArray("[9/3] a\n[10/3] a\n[11/3] a\n[12/3] a\n");
    QTest::newRow("format strings") << QByteArray("1%s\r2%s\r3%s\r4%s\r");
    QTest::newRow("JSON of others")
        << QByteArray("{\"p\": 10%}\n{\"p\": 20%}\n{\"p\": 30%}\n{\"p\": 40%}\n");
    QTest::newRow("rsync's look, but not it")
        << QByteArray("  1,000  10%  of  it\n  2,000  20%  of  it\n  3,000  30%  of  it\n");
}

void tst_Recognition::percentsThatAreNoProgress()
{
    QFETCH(QByteArray, output);
    OutputReader reader = scriptReader();
    for (const char &byte : output) {
        reader.push(std::string_view(&byte, 1), terminal);
        const Reading now = reader.reading();
        QVERIFY(!now.percent && now.steps.empty());
    }
}

void tst_Recognition::progressOfUnknownTools_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<double>("percent");
    QTest::newRow("redrawn, from the start") << QByteArray("Copying 0%\r") << 0.0;
    QTest::newRow("redrawn, later") << QByteArray("Copying 7%\rCopying 8%\rCopying 9%\r") << 9.0;
    QTest::newRow("a bar") << QByteArray("[=   ] 25%\r[==  ] 50%\r[=== ] 75%\r") << 75.0;
    QTest::newRow("lines with time stamps")
        << QByteArray("12:01 at 10%\n12:02 at 20%\n12:03 at 30%\n") << 30.0;
    QTest::newRow("steps") << QByteArray("Step 1/4: a\n") << 25.0;
    QTest::newRow("files of") << QByteArray("file 1 of 4\nfile 2 of 4\n") << 50.0;
    QTest::newRow("ninja") << QByteArray("[1/8] CXX a\n[2/8] CXX b\n") << 25.0;
    QTest::newRow("sizes") << QByteArray("got 1.0/4.0 MB\rgot 2.0/4.0 MB\rgot 3.0/4.0 MB\r")
                           << 75.0;
    QTest::newRow("of a size")
        << QByteArray("[x]  12.5% of 10.00MiB at 1MiB/s\r[x]  25.0% of ~ 10.00MiB at 1MiB/s\r"
                      "[x]  50.0% of 10 MB\r")
        << 50.0;
    QTest::newRow("decimal comma") << QByteArray("x 1,5%\rx 2,5%\rx 3,5%\r") << 3.5;
}

void tst_Recognition::progressOfUnknownTools()
{
    QFETCH(QByteArray, output);
    QFETCH(double, percent);
    OutputReader reader = scriptReader();
    reader.push(output.toStdString(), terminal);
    reader.quiet();
    QCOMPARE(reader.reading().percent, std::optional(percent));
}

void tst_Recognition::rudeInputChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("rude");
    QTest::newRow("a megabyte without a line end") << QByteArray(1 << 20, 'x') + "\n";
    QTest::newRow("a megabyte of digits") << QByteArray(1 << 20, '9') + "%\n";
    QTest::newRow("endless JSON") << "{\"message_type\":\"status\"," + QByteArray(2 << 20, 'x') +
                                         "\n";
    QTest::newRow("deep JSON") << "{\"message_type\":" + QByteArray(100'000, '[') + "\n";
    QTest::newRow("NULs") << QByteArray(10'000, '\0');
    QTest::newRow("half UTF-8") << QByteArray("\xe2\x96\xff\xc3\xf0\x9f\n");
    QTest::newRow("OSC never ended") << "\x1b]9;4;1;" + QByteArray(100'000, '5') + "\n";
    QTest::newRow("CSI never ended") << "\x1b[" + QByteArray(100'000, ';') + "\n";
    QTest::newRow("backspaces") << QByteArray(100'000, '\b');
    QTest::newRow("far left") << QByteArray("\x1b[99999999999999D\x1b[D");
    QTest::newRow("percent 250") << QByteArray(
        "\x1b]9;4;1;\x07\x1b]9;4;7;5\x07Copy: 250% (5/2)\rx: 5% (1/0)\r\n");
    QTest::newRow("huge numbers") << QByteArray(
        "Copy: 99999999999999999999% (99999999999999999999999/1)\r\n");
    QTest::newRow("restic without sense")
        << QByteArray("{\"message_type\":\"status\",\"percent_done\":\"x\",\"total_bytes\":[],"
                      "\"current_files\":[1]}\n");
    QTest::newRow("empty lines") << QByteArray(1000, '\n');
}

void tst_Recognition::rudeInputChangesNothingElse()
{
    QFETCH(QByteArray, rude);
    OutputReader reader = scriptReader();
    reader.push("Copying 0%\rCopying 10%\rCopying 11%\n", terminal);
    reader.push(rude.toStdString(), terminal);
    QCOMPARE(reader.reading().percent, std::optional(11.0));
    for (const LogLine &line : linesOf(reader))
        QVERIFY(line.text.size() <= 4096);
    reader.push("\nCopying 12%\n", terminal);
    QCOMPARE(reader.reading().percent, std::optional(12.0));
}

QTEST_GUILESS_MAIN(tst_Recognition)
#include "tst_recognition.moc"
