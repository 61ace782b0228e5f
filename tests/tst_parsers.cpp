#include "core/run/outputreader.h"
#include "core/run/parsers/all.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <set>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString dataFolder = QStringLiteral(AFOOT_TEST_DATA "/tools");

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One recorded run: what came on the stream that shows progress, what on the other, and what to make of it.
struct Recording
{
    QString name{};
    std::string command{};
    QList<QByteArray> reads{};
    QByteArray other{};
    OutputReader::Stream stream = OutputReader::Stream::Terminal;
    OutputReader::Stream otherStream = OutputReader::Stream::Err;
    QJsonObject expected{};

    QByteArray bytes() const { return reads.join(); }
    OutputReader reader() const
    {
        return OutputReader(std::vector<std::string>{"sh", "-c", command});
    }
};

std::optional<Recording> recordingIn(const QString &folder, bool terminal)
{
    const QJsonObject all =
        QJsonDocument::fromJson(fileBytes(folder + u"/expected.json"_s)).object();
    Recording run;
    run.name = QDir(dataFolder).relativeFilePath(folder) +
               (terminal ? u" on a terminal"_s : u" in pipes"_s);
    run.command = fileBytes(folder + u"/cmd.txt"_s).trimmed().toStdString();
    run.expected = all[terminal ? u"pty"_s : u"pipe"_s].toObject();
    if (terminal) {
        for (const QByteArray &line : fileBytes(folder + u"/pty.jsonl"_s).split('\n')) {
            const QJsonArray read = QJsonDocument::fromJson(line).array();
            if (!read.isEmpty())
                run.reads << QByteArray::fromBase64(read[1].toString().toLatin1());
        }
    } else {
        const bool onOut = run.expected[u"progress_stream"_s].toString() == u"stdout"_s;
        run.reads << fileBytes(folder + (onOut ? u"/stdout.raw"_s : u"/stderr.raw"_s));
        run.other = fileBytes(folder + (onOut ? u"/stderr.raw"_s : u"/stdout.raw"_s));
        run.stream = onOut ? OutputReader::Stream::Out : OutputReader::Stream::Err;
        run.otherStream = onOut ? OutputReader::Stream::Err : OutputReader::Stream::Out;
    }
    return run;
}

QList<Recording> recordings()
{
    QList<Recording> all;
    QDirIterator it(dataFolder, {u"expected.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        for (const bool terminal : {true, false}) {
            if (auto run = recordingIn(it.fileInfo().path(), terminal))
                all << *run;
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Recording &a, const Recording &b) { return a.name < b.name; });
    return all;
}

/// All that a person could have seen, byte by byte.
struct Seen
{
    std::vector<double> percents{};
    std::set<std::string> steps{};
    bool jobPercentFell = false;
    bool completedStepHasPercent = false;
    std::string log{};
    Update end{};
};

void note(Seen &seen, const Update &update, std::optional<double> &jobPercent)
{
    std::optional<double> percent = update.percent.value_or(std::nullopt);
    if (percent) {
        seen.jobPercentFell = seen.jobPercentFell || (jobPercent && *percent < *jobPercent);
        jobPercent = percent;
    }
    for (const Step &step : update.steps.value_or(std::vector<Step>())) {
        if (step.state != StepState::Pending && step.state != StepState::Skipped)
            seen.steps.insert(step.name);
        if (step.state == StepState::Completed && step.percent)
            seen.completedStepHasPercent = true;
        if (!percent && step.percent)
            percent = step.percent;
    }
    if (percent)
        seen.percents.push_back(*percent);
    for (const LogLine &line : update.lines)
        seen.log += line.text + '\n';
}

Exit exitOf(const QJsonObject &expected)
{
    Exit exit;
    if (expected[u"exit_code"_s].isDouble())
        exit.code = expected[u"exit_code"_s].toInt();
    if (expected[u"signal"_s].isDouble())
        exit.signal = expected[u"signal"_s].toInt();
    exit.interrupted = expected[u"final_state"_s] == u"cancelled"_s;
    return exit;
}

Seen watch(const Recording &run)
{
    Seen seen;
    std::optional<double> jobPercent;
    OutputReader reader = run.reader();
    const QByteArray bytes = run.bytes();
    for (const char &byte : bytes) {
        reader.push(std::string_view(&byte, 1), run.stream);
        if (const auto update = reader.take())
            note(seen, *update, jobPercent);
    }
    reader.quiet();
    if (const auto update = reader.take())
        note(seen, *update, jobPercent);
    reader.push(run.other.toStdString(), run.otherStream);
    Seen rest;
    seen.end = reader.finish(exitOf(run.expected));
    note(rest, seen.end, jobPercent);
    seen.log += rest.log;
    return seen;
}

/// A reading and the log so far, to compare.
std::pair<Reading, std::string> stateOf(OutputReader &reader)
{
    std::string log;
    if (const auto update = reader.take()) {
        for (const LogLine &line : update->lines)
            log += line.level + ' ' + line.text + '\n';
    }
    return {reader.reading(), log};
}

} // namespace

class tst_Parsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedRunsAreReadAsExpected_data() { rows(); }
    void recordedRunsAreReadAsExpected();
    void cutsChangeNothing_data() { rows(); }
    void cutsChangeNothing();
    void aCloneTellsItsPhasesInAdvance();
    void phasesThatNeverCameAreSkipped();
    void perFileTransfersTellTheFileAsTheStep();
    void toolsInOneScriptAreSteps();

private:
    static void rows()
    {
        QTest::addColumn<Recording>("run");
        for (const Recording &run : recordings())
            QTest::newRow(qPrintable(run.name)) << run;
    }
};

Q_DECLARE_METATYPE(Recording)

void tst_Parsers::recordedRunsAreReadAsExpected()
{
    QFETCH(Recording, run);
    const QJsonObject &expected = run.expected;
    const Seen seen = watch(run);
    std::set<int> whole;
    for (const double percent : seen.percents) {
        QVERIFY(percent >= 0 && percent <= 100);
        whole.insert(static_cast<int>(percent));
    }

    if (!expected[u"percent_known"_s].toBool())
        QVERIFY2(seen.percents.empty(), "a percent where there is none");
    QVERIFY(static_cast<int>(whole.size()) >= expected[u"min_distinct_percents"_s].toInt());
    if (expected[u"max_percent_printed"_s].isDouble() && !seen.percents.empty()) {
        QVERIFY(*std::max_element(seen.percents.begin(), seen.percents.end()) <=
                expected[u"max_percent_printed"_s].toDouble() + 0.001);
    }
    if (expected[u"percent_known"_s].toBool()) {
        QVERIFY(!seen.percents.empty());
        QVERIFY(std::abs(seen.percents.back() - expected[u"final_percent"_s].toDouble()) <= 0.6);
    }
    for (const QJsonValue &sample : expected[u"samples"_s].toArray()) {
        const QJsonValue percent = sample[u"parsed"_s][u"percent"_s];
        if (!percent.isDouble() || sample[u"raw"_s].toString().contains(u"ir-chk"_s))
            continue; // while rsync's list grows its percent falls, and what was shown is held
        const bool shown = std::any_of(seen.percents.begin(), seen.percents.end(), [&](double p) {
            return std::abs(p - percent.toDouble()) <= 0.6;
        });
        QVERIFY2(shown, qPrintable(u"never %1"_s.arg(percent.toDouble())));
    }
    QVERIFY(!seen.jobPercentFell);
    QVERIFY(!seen.completedStepHasPercent);
    for (const QJsonValue &phase : expected[u"phases"_s].toArray())
        QVERIFY2(seen.steps.contains(phase.toString().toStdString()), qPrintable(phase.toString()));

    const QString end = expected[u"final_state"_s].toString();
    QCOMPARE(seen.end.op == Update::Op::Complete, end == u"succeeded"_s);
    QCOMPARE(seen.end.op == Update::Op::Fail, end == u"failed"_s);
    QCOMPARE(seen.end.state == State::Canceled, end == u"cancelled"_s);
    const QJsonArray words = expected[u"error_any_of"_s].toArray();
    if (!words.isEmpty()) {
        const QString error = QString::fromStdString(seen.end.error.value_or(""));
        QVERIFY2(std::any_of(words.begin(), words.end(),
                             [&](const QJsonValue &any) { return error.contains(any.toString()); }),
                 qPrintable(error));
    }
}

void tst_Parsers::cutsChangeNothing()
{
    QFETCH(Recording, run);
    const std::string bytes = run.bytes().toStdString();
    const std::string_view text = bytes;

    OutputReader whole = run.reader();
    whole.push(text, run.stream);
    const auto expected = stateOf(whole);
    OutputReader asRead = run.reader();
    for (const QByteArray &read : run.reads)
        asRead.push(std::string_view(read.data(), static_cast<std::size_t>(read.size())),
                    run.stream);
    QVERIFY(stateOf(asRead) == expected);

    constexpr std::size_t every = 8192;
    constexpr std::size_t more = 1000;
    constexpr std::size_t ahead = 160;
    const std::size_t stride = text.size() > every ? (text.size() - every) / more + 1 : 1;
    OutputReader head = run.reader(); // everything before the cut, a byte at a time
    OutputReader checkpoint = head;   // a little earlier, in one piece from there
    std::size_t checkpointAt = 0;
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
        if (cut < every || cut % stride == 0) {
            OutputReader inTwo = head;
            inTwo.push(text.substr(cut, ahead), run.stream);
            OutputReader inOne = checkpoint;
            inOne.push(text.substr(checkpointAt, cut - checkpointAt + ahead), run.stream);
            QVERIFY2(stateOf(inTwo) == stateOf(inOne), qPrintable(u"cut at %1"_s.arg(cut)));
        }
        head.push(text.substr(cut, 1), run.stream);
        if (cut % 512 == 511) {
            (void)head.take();
            checkpoint = head;
            checkpointAt = cut + 1;
        }
    }
    QVERIFY(head.reading() == expected.first);
}

void tst_Parsers::aCloneTellsItsPhasesInAdvance()
{
    OutputReader reader(
        std::vector<std::string>{"sudo", "-u", "me", "/usr/bin/git", "-C", "x", "clone", "a"});
    const auto first = reader.take();
    QVERIFY(first && first->steps);
    QCOMPARE(first->steps->size(), 5U);
    QCOMPARE(first->steps->front().name, std::string("Counting objects"));
    QVERIFY(std::all_of(first->steps->begin(), first->steps->end(),
                        [](const Step &step) { return step.state == StepState::Pending; }));
    reader.push("remote: Counting objects:  50% (5/10)\x1b[K\r", OutputReader::Stream::Terminal);
    reader.push("Receiving objects:  12% (4/33), 1.20 MiB | 2.00 MiB/s\r",
                OutputReader::Stream::Terminal);
    reader.quiet();
    const auto update = reader.take();
    QVERIFY(update && update->steps && !update->percent);
    QCOMPARE(update->steps->at(0).state, StepState::Completed);
    QCOMPARE(update->steps->at(1).state, StepState::Skipped);
    QCOMPARE(update->steps->at(2).state, StepState::Running);
    QCOMPARE(update->steps->at(2).percent, std::optional(12.0));
    QCOMPARE(update->steps->at(2).message, std::string("1.20 MiB | 2.00 MiB/s"));
    QCOMPARE(update->steps->at(3).state, StepState::Pending);
    QCOMPARE(*update->current, std::optional(4.0));
    QCOMPARE(*update->total, std::optional(33.0));
    QCOMPARE(*update->unit, std::string("objects"));
}

void tst_Parsers::phasesThatNeverCameAreSkipped()
{
    OutputReader reader(std::vector<std::string>{"git", "clone", "a"});
    reader.push("Empfange Objekte:  50% (1/2)\r",
                OutputReader::Stream::Terminal); // another language
    const Update end = reader.finish({.code = 0});
    QCOMPARE(end.op, Update::Op::Complete);
    QVERIFY(end.steps);
    QCOMPARE(end.steps->size(), 6U);
    QCOMPARE(end.steps->at(0).state, StepState::Skipped);
    QCOMPARE(end.steps->back().name, std::string("Empfange Objekte"));
    QCOMPARE(end.steps->back().state, StepState::Completed);
}

void tst_Parsers::perFileTransfersTellTheFileAsTheStep()
{
    OutputReader reader(std::vector<std::string>{"rsync", "-aP", "a", "b"});
    reader.push("big.iso\n\r  9.000.000  45%    8,59MB/s    0:00:07  \r",
                OutputReader::Stream::Out);
    reader.quiet();
    const Reading first = reader.reading();
    QVERIFY(!first.percent);
    QCOMPARE(first.steps.at(0).label, std::string("big.iso"));
    QCOMPARE(first.steps.at(0).percent, std::optional(45.0));
    reader.push("\r  20,000,000 100%    8.59MB/s    0:00:02 (xfr#1, to-chk=3/4)\n",
                OutputReader::Stream::Out);
    QCOMPARE(reader.reading().percent, std::optional(25.0));
    QCOMPARE(reader.reading().unit, std::string("files"));
}

void tst_Parsers::toolsInOneScriptAreSteps()
{
    OutputReader reader(std::vector<std::string>{"bash", "all.sh"});
    reader.push("Receiving objects:  50% (1/2)\rReceiving objects: 100% (2/2), done.\n",
                OutputReader::Stream::Out);
    reader.push("\r  1,000   10%    8.59MB/s    0:00:07 (xfr#1, to-chk=3/4)\r",
                OutputReader::Stream::Out);
    reader.push("\r  2,000   20%    8.59MB/s    0:00:07  \r", OutputReader::Stream::Out);
    reader.quiet();
    const Reading now = reader.reading();
    QVERIFY(!now.percent); // neither speaks for the script
    QCOMPARE(now.steps.size(), 2U);
    QCOMPARE(now.steps.at(0).name, std::string("Receiving objects"));
    QCOMPARE(now.steps.at(0).state, StepState::Completed);
    QCOMPARE(now.steps.at(1).name, std::string("rsync"));
    QCOMPARE(now.steps.at(1).percent, std::optional(20.0));
}

QTEST_GUILESS_MAIN(tst_Parsers)
#include "tst_parsers.moc"
