#include "app/cli/badmessages.h"
#include "app/cli/commands.h"
#include "app/cli/follower.h"
#include "app/cli/humanize.h"
#include "app/cli/jobfields.h"
#include "app/cli/jobsheet.h"
#include "app/cli/linefeed.h"
#include "app/cli/linkwords.h"
#include "app/cli/listenaddress.h"
#include "app/cli/painter.h"
#include "app/cli/sourcenames.h"
#include "app/cli/termview.h"
#include "app/cli/textwidth.h"
#include "app/cli/trackeraccess.h"
#include "app/cli/watchstate.h"
#include "app/shared/paths.h"
#include "app/shared/token.h"
#include "core/model/nearest.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace afoot::cli;
using afoot::Job;
using afoot::Millis;
using afoot::nearest;
using afoot::State;
using afoot::WallTime;

namespace {

const WallTime noon = afoot::test::FakeClock().now();

Job jobNamed(const std::string &id, State state = State::Running)
{
    Job job;
    job.key.id = id;
    job.title = "Job " + id;
    job.state = state;
    job.createdAt = noon - Millis{60'000};
    job.startedAt = job.createdAt;
    job.updatedAt = noon;
    return job;
}

} // namespace

class TestCliText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durationsReadWell_data();
    void durationsReadWell();
    void bytesReadWell_data();
    void bytesReadWell();
    void countsAndRates();
    void aHundredPercentIsForTheEnd();
    void timeLeftCountsDownAndNeverShowsZero();
    void widthsFollowTheTerminal_data();
    void widthsFollowTheTerminal();
    void nothingIsEverWiderThanTheTerminal();
    void cutsKeepBothEndsAndWholeCharacters();
    void barsAreFullOnlyAtTheEnd();
    void jobLinesSayWhatMatters();
    void plainLinesHaveNoEscapes();
    void aLogShowsItsColoursOnATerminalOnly();
    void endLinesSayWhy();
    void erasingCountsBrokenLines();
    void tooManyLinesAreCounted();
    void tablesShowShortIds();
    void watchEndsWithTheWorst();
    void watchIgnoresWhatHadEndedBefore();
    void watchLosesWhatTheTrackerForgot();
    void watchLinesAlwaysCarryTheirFields();
    void whatCannotBeReadIsCounted();
    void severalSourcesAreToldApart();
    void milestonesComeByTens();
    void linesAreCutAnywhere();
    void repaintedLinesKeepTheirLastState();
    void longLinesAreCutNotKept();
    void batchesAreBounded();
    void fieldsAreCheckedLikeTheServerDoes();
    void nearMissesAreFound();
    void whatIsListenedOnIsUnderstood_data();
    void whatIsListenedOnIsUnderstood();
    void retriesSlowDown();
    void aLinkIsToldInWords();
    void pathsFollowXdg();
    void foreignFoldersAreNotTrusted();
    void theTokenIsMadeOnceAndPrivate();
};

void TestCliText::durationsReadWell_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"less than 1 s"_s;
    QTest::newRow("half") << 0.5 << u"less than 1 s"_s;
    QTest::newRow("seconds") << 59.9 << u"59 s"_s;
    QTest::newRow("minute") << 60.0 << u"1 min"_s;
    QTest::newRow("minutes") << 134.0 << u"2 min 14 s"_s;
    QTest::newRow("hours") << 11'100.0 << u"3 h 5 min"_s;
    QTest::newRow("hour and seconds") << 3610.0 << u"1 h"_s;
    QTest::newRow("days") << 352'800.0 << u"4 d 2 h"_s;
    QTest::newRow("negative") << -1.0 << u""_s;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << u""_s;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << u""_s;
}

void TestCliText::durationsReadWell()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(duration(seconds)), text);
}

void TestCliText::bytesReadWell_data()
{
    QTest::addColumn<double>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0.0 << u"0 B"_s;
    QTest::newRow("999") << 999.0 << u"999 B"_s;
    QTest::newRow("1000") << 1000.0 << u"1.0 kB"_s;
    QTest::newRow("just below a MB") << 999'960.0 << u"1.0 MB"_s;
    QTest::newRow("61.4") << 61.4e6 << u"61.4 MB"_s;
    QTest::newRow("hundreds") << 861.4e6 << u"861 MB"_s;
    QTest::newRow("TB") << 1.25e12 << u"1.2 TB"_s;
}

void TestCliText::bytesReadWell()
{
    QFETCH(double, count);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(bytes(count)), text);
}

void TestCliText::countsAndRates()
{
    Job job = jobNamed("a");
    QCOMPARE(counts(job), std::string());
    job.current = 61.4e9;
    job.total = 86.1e9;
    job.unit = "bytes";
    QCOMPARE(counts(job), std::string("61.4 / 86.1 GB"));
    job.total = 50e9; // went past it
    QCOMPARE(counts(job), std::string("61.4 GB"));
    job.unit = "files";
    job.current = 1204;
    job.total = 12'000;
    QCOMPARE(counts(job), std::string("1,204 / 12,000 files"));
    QCOMPARE(rate(job), std::string());
    job.rate = 0;
    QCOMPARE(rate(job), std::string());
    job.rate = 4.52;
    QCOMPARE(rate(job), std::string("4.5 files/s"));
    job.rate = 0.05;
    QCOMPARE(rate(job), std::string("3 files/min"));
    job.rate = 0.01;
    QCOMPARE(rate(job), std::string("36 files/h"));
    job.unit = "bytes";
    job.rate = 12.3e6;
    QCOMPARE(rate(job), std::string("12.3 MB/s"));
}

void TestCliText::aHundredPercentIsForTheEnd()
{
    Job job = jobNamed("a");
    QCOMPARE(percent(job), std::string());
    job.percent = 100;
    QCOMPARE(percent(job), std::string("99 %"));
    job.state = State::Completed;
    QCOMPARE(percent(job), std::string("100 %"));
}

void TestCliText::timeLeftCountsDownAndNeverShowsZero()
{
    Job job = jobNamed("a");
    QVERIFY(!secondsLeft(job, noon));
    job.etaS = 10;
    QCOMPARE(*secondsLeft(job, noon + Millis{4000}), 6.0);
    QVERIFY(!secondsLeft(job, noon + Millis{10'000}));
    QVERIFY(!secondsLeft(job, noon + Millis{60'000}));
    job.state = State::Paused;
    QVERIFY(!secondsLeft(job, noon));
}

void TestCliText::widthsFollowTheTerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("latin") << u"Über"_s << 4;
    QTest::newRow("combining") << u"e\u0301a"_s << 2;
    QTest::newRow("chinese") << u"部署"_s << 4;
    QTest::newRow("hangul") << u"한글"_s << 4;
    QTest::newRow("hebrew with points") << u"שָׁלוֹם"_s << 4;
    QTest::newRow("emoji") << u"🚀x"_s << 3;
    QTest::newRow("selector") << u"✔\uFE0F"_s << 1;
    QTest::newRow("joiner") << u"a\u200Db"_s << 2;
    QTest::newRow("bar") << u"█░"_s << 2;
}

void TestCliText::widthsFollowTheTerminal()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QCOMPARE(widthOf(text.toStdString()), columns);
}

void TestCliText::nothingIsEverWiderThanTheTerminal()
{
    Job job = jobNamed("a");
    job.title = "Deploy 部署 🚀 web שָׁלוֹם to production, the long way round";
    job.percent = 61;
    job.current = 61.4e9;
    job.total = 86.1e9;
    job.unit = "bytes";
    job.rate = 12.3e6;
    job.etaS = 134;
    job.message = "a message that goes on and on, 部署部署部署部署";
    job.error = "an error that goes on and on and on and on";
    for (const State state : afoot::allStates) {
        job.state = state;
        for (int columns = 1; columns < 140; ++columns) {
            const Terminal terminal{
                .isTerminal = true, .colour = false, .unicode = true, .columns = columns};
            for (const std::string &line : jobLines(job, terminal, noon))
                QVERIFY2(widthOf(line) <= columns, line.c_str());
        }
    }
}

void TestCliText::cutsKeepBothEndsAndWholeCharacters()
{
    QCOMPARE(fitted("abcdefghij", 10, CutAt::Middle), std::string("abcdefghij"));
    QCOMPARE(fitted("abcdefghij", 5, CutAt::Middle), std::string("ab…ij"));
    QCOMPARE(fitted("abcdefghij", 5, CutAt::End), std::string("abcd…"));
    QCOMPARE(fitted("abcdefghij", 7, CutAt::Middle, false), std::string("ab...ij"));
    QCOMPARE(fitted("部署部署", 6, CutAt::End), std::string("部署…"));
    QCOMPARE(fitted("部署部署", 4, CutAt::Middle), std::string("部…"));
    QCOMPARE(fitted("ae\u0301", 1, CutAt::End), std::string("…"));
    QCOMPARE(fitted("abc", 0, CutAt::End), std::string());
    QCOMPARE(padded("ab", 4, CutAt::End), std::string("ab  "));
}

void TestCliText::barsAreFullOnlyAtTheEnd()
{
    QCOMPARE(bar(0.0, 4, false), std::string("...."));
    QCOMPARE(bar(1.0, 4, false), std::string("#..."));
    QCOMPARE(bar(50.0, 4, false), std::string("##.."));
    QCOMPARE(bar(99.9, 4, false), std::string("###."));
    QCOMPARE(bar(100.0, 4, false), std::string("####"));
    QCOMPARE(bar(std::nullopt, 2, true), std::string("░░"));
}

void TestCliText::jobLinesSayWhatMatters()
{
    const Terminal terminal{.isTerminal = true, .colour = false, .unicode = true, .columns = 100};
    Job job = jobNamed("a");
    job.title = "Deploy web";
    job.steps = {{.name = "build", .state = afoot::StepState::Completed},
                 {.name = "link", .label = "Link", .state = afoot::StepState::Running}};
    job.percent = 50;
    job.current = 12;
    job.total = 24;
    job.unit = "files";
    job.rate = 2;
    job.etaS = 134;
    auto lines = jobLines(job, terminal, noon);
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], std::string("● running  Deploy web  2/2 Link"));
    QVERIFY(lines[1].find("░  50 %  12 / 24 files  2 files/s  2 min 14 s left") !=
            std::string::npos);
    job.state = State::NeedsInput;
    job.question = "Overwrite?";
    QCOMPARE(jobLines(job, terminal, noon)[0], std::string("? needs you  Deploy web  Overwrite?"));
    job.state = State::Queued;
    QCOMPARE(jobLines(job, terminal, noon).size(), std::size_t(1));
    job = jobNamed("b");
    job.startedAt.reset();
    QCOMPARE(jobLines(job, terminal, noon).size(), std::size_t(1)); // nothing known: no empty bar
}

void TestCliText::plainLinesHaveNoEscapes()
{
    Job job = jobNamed("a");
    job.percent = 40;
    QCOMPARE(plainLine(job, noon), std::string("running: Job a, 40 %"));
    job.state = State::Failed;
    job.finishedAt = noon;
    job.error = "No space";
    QCOMPARE(plainLine(job, noon), std::string("failed: Job a, in 1 min: No space"));
    QCOMPARE(painted("x", Paint::Red, Terminal{}), std::string("x"));
}

void TestCliText::aLogShowsItsColoursOnATerminalOnly()
{
    const Terminal colours{.isTerminal = true, .colour = true};
    const std::string line = "\x1b[32mgreen\x1b[0m and \x1b[1mbold";
    QCOMPARE(paintedLog(line, Paint::Plain, Terminal{}), std::string("green and bold"));
    QCOMPARE(paintedLog(line, Paint::Red, Terminal{.isTerminal = true}),
             std::string("green and bold"));
    QCOMPARE(paintedLog(line, Paint::Plain, colours), line + "\x1b[0m");
    QCOMPARE(paintedLog(line, Paint::Red, colours), "\x1b[31m" + line + "\x1b[0m");
    QCOMPARE(paintedLog("plain", Paint::Plain, colours), std::string("plain"));
}

void TestCliText::endLinesSayWhy()
{
    const Terminal terminal{.isTerminal = true, .colour = false, .unicode = false, .columns = 60};
    Job job = jobNamed("a", State::Failed);
    job.finishedAt = noon;
    job.error = "No space left";
    QCOMPARE(endLine(job, terminal, noon), std::string("x failed  Job a  in 1 min: No space left"));
    job.state = State::Completed;
    QCOMPARE(endLine(job, terminal, noon), std::string("+ done  Job a  in 1 min"));
}

void TestCliText::erasingCountsBrokenLines()
{
    QCOMPARE(erasing({}, 80), std::string());
    QCOMPARE(erasing({"abc", ""}, 80), std::string("\r\x1b[2A\x1b[J"));
    QCOMPARE(erasing({std::string(81, 'x')}, 40), std::string("\r\x1b[3A\x1b[J"));
    QCOMPARE(erasing({"\x1b[1m" + std::string(40, 'x') + "\x1b[0m"}, 40),
             std::string("\r\x1b[1A\x1b[J"));
}

void TestCliText::tooManyLinesAreCounted()
{
    QCOMPARE(fittingRows({"a", "b"}, 2).size(), std::size_t(2));
    const auto lines = fittingRows({"a", "b", "c", "d"}, 3);
    QCOMPARE(lines.size(), std::size_t(3));
    QCOMPARE(lines.back(), std::string("  and 2 more lines"));
}

void TestCliText::tablesShowShortIds()
{
    const std::vector<Job> jobs{jobNamed("01M7XNDED92SEGC071SVHM0979"),
                                jobNamed("01M7XNDED92SEGC071AVHM0979"),
                                jobNamed("01M7XNDED92SEGC071AVHM0111"), jobNamed("nightly")};
    QCOMPARE(shortIds(jobs),
             (std::vector<std::string>{"SVHM0979", "AVHM0979", "HM0111", "nightly"}));
    const auto lines = jobTable(jobs, shortIds(jobs), Terminal{}, noon);
    QCOMPARE(lines.size(), std::size_t(5));
    QVERIFY(lines[0].starts_with("ID        STATE    PERCENT  TITLE"));
    QVERIFY(lines[4].ends_with("for 1 min"));
}

void TestCliText::watchEndsWithTheWorst()
{
    WatchState state;
    state.take(afoot::SnapshotEvent{{jobNamed("a"), jobNamed("b"), jobNamed("c")}});
    QVERIFY(!state.isOver());
    state.take(afoot::JobEvent{jobNamed("a", State::Canceled)});
    QCOMPARE(state.exitCode(), 2);
    state.take(afoot::JobEvent{jobNamed("b", State::Failed)});
    QCOMPARE(state.exitCode(), 1); // a failure says more than a cancellation
    QVERIFY(!state.isOver());
    const auto seen = state.take(afoot::JobEvent{jobNamed("c", State::Completed)});
    QCOMPARE(seen.ended.size(), std::size_t(1));
    QVERIFY(state.isOver());
    QCOMPARE(state.exitCode(), 1);
}

void TestCliText::watchIgnoresWhatHadEndedBefore()
{
    WatchState state;
    state.take(afoot::SnapshotEvent{{jobNamed("a", State::Failed)}});
    QVERIFY(!state.isOver());
    QCOMPARE(state.exitCode(), 0);
    state.take(afoot::JobEvent{jobNamed("b", State::Completed)}); // came and went between two looks
    QVERIFY(state.isOver());
    QCOMPARE(state.exitCode(), 0);

    WatchState remote;
    remote.take(afoot::SnapshotEvent{});
    QCOMPARE(remote.takePast(jobNamed("a", State::Failed)).changed.size(), std::size_t(1));
    remote.take(afoot::JobEvent{jobNamed("a", State::Failed)});
    QVERIFY(!remote.isOver());
    QCOMPARE(remote.exitCode(), 0);

    WatchState named({jobNamed("a").key}); // asked for by name, it counts
    named.take(afoot::SnapshotEvent{{jobNamed("a", State::Failed), jobNamed("b")}});
    QVERIFY(named.isOver());
    QCOMPARE(named.exitCode(), 1);
}

void TestCliText::watchLosesWhatTheTrackerForgot()
{
    WatchState state;
    state.take(afoot::SnapshotEvent{{jobNamed("a")}});
    const auto seen = state.take(afoot::SnapshotEvent{}); // a tracker that was restarted
    QCOMPARE(seen.gone.size(), std::size_t(1));
    QVERIFY(state.isOver());
    QCOMPARE(state.exitCode(), 3);
}

void TestCliText::watchLinesAlwaysCarryTheirFields()
{
    Job job = jobNamed("a");
    job.details.push_back({"message", std::string()});
    const QJsonObject line =
        QJsonDocument::fromJson(QByteArray::fromStdString(watchLine(job))).object();
    QCOMPARE(line[u"type"_s].toString(), u"job"_s);
    const QJsonObject shown = line[u"job"_s].toObject();
    for (const auto *field :
         {"id", "title", "state", "percent", "message", "error", "url", "steps", "details"})
        QVERIFY2(shown.contains(QLatin1StringView(field)), field);
    QVERIFY(shown[u"message"_s].isNull());
    QVERIFY(shown[u"error"_s].isNull());
    QVERIFY(shown[u"percent"_s].isNull());
    QCOMPARE(shown[u"details"_s].toObject()[u"message"_s].toString(), u""_s);
    job.message = "m";
    job.error = "e";
    const QJsonObject full = QJsonDocument::fromJson(QByteArray::fromStdString(watchLine(job)))
                                 .object()[u"job"_s]
                                 .toObject();
    QCOMPARE(full[u"message"_s].toString(), u"m"_s);
    QCOMPARE(full[u"error"_s].toString(), u"e"_s);
}

void TestCliText::whatCannotBeReadIsCounted()
{
    BadMessages bad;
    QVERIFY(bad.summary().empty());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bad.note({"remote-1", "http://h/x", "no job."}).value_or(""),
                 std::string("A message of http://h/x could not be read: no job."));
    QVERIFY(!bad.note({"remote-1", "http://h/x", "no job."}));
    QCOMPARE(bad.summary().front(), std::string("1 more message could not be read."));
    QVERIFY(!bad.note({"remote-2", "http://h/y", "no job."}));
    bad.sawJob("remote-1");
    const auto said = bad.summary();
    QCOMPARE(said.size(), std::size_t(2));
    QCOMPARE(said[0], std::string("2 more messages could not be read."));
    QVERIFY(said[1].find("\"afoot dialect new --from http://h/y\"") != std::string::npos);
}

void TestCliText::severalSourcesAreToldApart()
{
    const std::vector<std::string> urls{"http://NAS:4680/?token=t", "https://me:pw@ci/jobs/7",
                                        "https://ci/jobs/8?key=k#x"};
    QCOMPARE(namesOfUrls(urls),
             (std::vector<std::string>{"nas:4680", "ci/jobs/7", "ci/jobs/8?key=…"}));
    Job job = jobNamed("a");
    job.title = "Export";
    QCOMPARE(withSource(job).title, std::string("Export"));
    job.key.source = "far";
    QCOMPARE(withSource(job).title, std::string("Export (far)"));
    QCOMPARE(withSource(job, {{"far", "nas:4680"}}).title, std::string("Export (nas:4680)"));
    QCOMPARE(withSource(job, {{"far", ""}}).title, std::string("Export"));
}

void TestCliText::milestonesComeByTens()
{
    Job job = jobNamed("a");
    job.percent = 41;
    const std::string first = milestoneOf(job);
    job.percent = 49.9;
    QCOMPARE(milestoneOf(job), first);
    job.percent = 50;
    QVERIFY(milestoneOf(job) != first);
}

void TestCliText::linesAreCutAnywhere()
{
    const std::string bytes = "one\r\ntwo\n\nü\nlast";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        LineCutter cutter;
        cutter.push(std::string_view(bytes).substr(0, cut));
        cutter.push(std::string_view(bytes).substr(cut));
        cutter.finish();
        QCOMPARE(cutter.take(), (std::vector<std::string>{"one", "two", "", "ü", "last"}));
        QVERIFY(cutter.take().empty());
    }
}

void TestCliText::repaintedLinesKeepTheirLastState()
{
    LineCutter cutter;
    cutter.push("1 %\r2 %\r");
    cutter.push("3 %\r\r\n");
    QCOMPARE(cutter.take(), (std::vector<std::string>{"3 %"}));
}

void TestCliText::longLinesAreCutNotKept()
{
    LineCutter cutter;
    for (int i = 0; i < 100; ++i)
        cutter.push(std::string(10'000, 'x'));
    cutter.push("\nnext\n");
    const auto lines = cutter.take();
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0].size(), LineCutter::maxLineBytes);
    QVERIFY(logLine(lines[0], {}, noon).text.size() <= afoot::JobLimits{}.maxLogLineBytes);
    QCOMPARE(logLine("a\x1b[31mb\xff", {}, noon).text, std::string("a\x1b[31mb\xEF\xBF\xBD"));
}

void TestCliText::batchesAreBounded()
{
    LineCutter cutter;
    for (int i = 0; i < 2500; ++i)
        cutter.push("x\n");
    QVERIFY(cutter.full());
    QCOMPARE(cutter.take().size(), LineCutter::maxBatchLines);
    QCOMPARE(cutter.take().size(), LineCutter::maxBatchLines);
    QCOMPARE(cutter.take().size(), std::size_t(500));
    for (int i = 0; i < 100; ++i)
        cutter.push(std::string(4000, 'x') + '\n');
    QVERIFY(cutter.take().size() < 40);
}

void TestCliText::fieldsAreCheckedLikeTheServerDoes()
{
    using Op = afoot::Update::Op;
    const auto of = [](const std::string &percent) {
        JobFields fields;
        fields.number("percent", "--percent", percent);
        return fields.update(Op::Change);
    };
    QCOMPARE(**of("40")->percent, 40.0);
    QCOMPARE(**of("40.5%")->percent, 40.5);
    QVERIFY(!of("unknown")->percent->has_value());
    for (const char *wrong :
         {"200", "-1", "abc", "", "1e999", "nan", "inf", "0x10", "4 0", "100.01"})
        QVERIFY2(!of(wrong).ok(), wrong);
    JobFields fields;
    fields.text("message", std::string("a\x1b[31mb\xff\""));
    fields.details({"A=1", "B=", "C=x=y"});
    fields.steps(std::string("build, test,,"));
    const auto update = fields.update(Op::Change);
    QVERIFY(update.ok());
    QCOMPARE(*update->message, std::string("ab\xEF\xBF\xBD\""));
    QCOMPARE(update->details.size(), std::size_t(2));
    QCOMPARE(std::get<std::string>(update->details[1].value), std::string("x=y"));
    QCOMPARE(update->droppedDetails, std::vector<std::string>{"B"});
    QCOMPARE(update->steps->size(), std::size_t(2));
    JobFields bad;
    bad.details({"novalue"});
    QVERIFY(!bad.update(Op::Change).ok());
}

void TestCliText::nearMissesAreFound()
{
    const std::vector<std::string> known{"update", "complete", "list", "--percent"};
    QCOMPARE(nearest("updat", known), std::string("update"));
    QCOMPARE(nearest("lsit", known), std::string("list"));
    QCOMPARE(nearest("--precent", known), std::string("--percent"));
    QCOMPARE(nearest("comp", known), std::string("complete"));
    QCOMPARE(nearest("banana", known), std::string());
    QCOMPARE(nearest(std::string(100'000, 'x'), known), std::string());
}

void TestCliText::whatIsListenedOnIsUnderstood_data()
{
    QTest::addColumn<QString>("asked"); // words
    QTest::addColumn<bool>("withCertificate");
    QTest::addColumn<QString>(
        "heard"); // the port of loopback, or -, and the others; or the name of the refusal
    const auto row = [](const char *asked, bool withCertificate, const char *heard) {
        const QByteArray name = QByteArray(asked) + (withCertificate ? " with a certificate" : "");
        QTest::newRow(name.constData())
            << QString::fromLatin1(asked) << withCertificate << QString::fromLatin1(heard);
    };
    for (const bool withCertificate : {false, true}) {
        row("", withCertificate, "4680");
        row("4680", withCertificate, "4680 asked");
        row("0", withCertificate, "0 asked");
        row("none", withCertificate, "-");
        row("127.0.0.1:5", withCertificate, "5 asked");
        row("[::1]:5", withCertificate, "5 asked");
        row("localhost:5 127.0.0.1:5", withCertificate, "5 asked");
        row("5 6", withCertificate, "contradiction");
        row("5 none", withCertificate, "contradiction");
        row(":5", withCertificate, "bad_address");
        row("::1:5", withCertificate, "bad_address");
        row("[::1]", withCertificate, "bad_address");
        row("localhost.example.org:5", withCertificate, "bad_address");
        row("127.0.0.2:5", withCertificate, "bad_address");
        row("[::ffff:10.0.0.1]:5", withCertificate, "bad_address");
        row("10.0.0.1", withCertificate, "bad_address");
        row("10.1:5", withCertificate, "bad_address");
        row("65536", withCertificate, "bad_address");
        row("5x", withCertificate, "bad_address");
        row("-1", withCertificate, "bad_address");
        row("banana", withCertificate, "bad_address");
    }
    row("0.0.0.0:5", false, "not_loopback");
    row("[::]:5", false, "not_loopback");
    row("10.0.0.1:5", false, "not_loopback");
    row("4680 10.0.0.1:5", false, "not_loopback");
    row("10.0.0.1:5", true, "4680 10.0.0.1:5");
    row("10.0.0.1:4680", true, "4680 10.0.0.1:4680");
    row("[2001:DB8:0::1]:5 10.0.0.1:5", true, "4680 [2001:db8::1]:5 10.0.0.1:5");
    row("10.0.0.1:5 10.0.0.1:5", true, "4680 10.0.0.1:5");
    row("none 10.0.0.1:5", true, "- 10.0.0.1:5");
    row("7 10.0.0.1:5", true, "7 asked 10.0.0.1:5");
    row("0.0.0.0:5", true, "4680 0.0.0.0:5");
    row("0.0.0.0:4680", true, "- 0.0.0.0:4680");
    row("[::]:4680", true, "- [::]:4680");
    row("5 0.0.0.0:5", true, "contradiction");
    row("0 0.0.0.0:0", true, "0 asked 0.0.0.0:0");
}

void TestCliText::whatIsListenedOnIsUnderstood()
{
    QFETCH(QString, asked);
    QFETCH(bool, withCertificate);
    QFETCH(QString, heard);
    std::vector<std::string> words;
    for (const QString &word : asked.split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    const auto result =
        listeningOn(words, withCertificate ? HasCertificate::Yes : HasCertificate::No);
    if (!result) {
        QCOMPARE(QString::fromStdString(result.error().name), heard);
        QVERIFY(result.error().detail.ends_with('.'));
        return;
    }
    QString got = result->loopback ? QString::number(*result->loopback) : u"-"_s;
    if (result->isLoopbackAsked)
        got += u" asked"_s;
    for (const afoot::serve::SocketAddress &address : result->others)
        got += u' ' + QString::fromStdString(address.text());
    QCOMPARE(got, heard);
}

void TestCliText::aLinkIsToldInWords()
{
    using Phase = LinkNews::Phase;
    const auto line = [](const LinkNews &news, int ageMs = 0) {
        return QString::fromStdString(linkLine(news, Millis(ageMs)));
    };
    const afoot::Error refused{.code = afoot::Error::Code::Unavailable,
                               .detail = "connection refused"};
    LinkNews news{.phase = Phase::Connecting, .url = "http://h/x"};
    QCOMPARE(line(news), u"Connecting to http://h/x…"_s);
    news = {.phase = Phase::Reconnecting,
            .attempt = 1,
            .retryIn = Millis(4000),
            .why = refused,
            .url = "http://h/x"};
    QCOMPARE(line(news), u"http://h/x: connection refused; trying again in 4 s (attempt 2)"_s);
    QCOMPARE(line(news, 1500),
             u"http://h/x: connection refused; trying again in 3 s (attempt 2)"_s);
    QCOMPARE(line(news, 9000), u"http://h/x: connection refused; trying again (attempt 2)"_s);
    QCOMPARE(linkSentence(news), std::string("http://h/x: connection refused; trying again"));
    news.phase = Phase::Polling;
    QCOMPARE(line(news), u"http://h/x: connection refused; polling"_s);
    news.why.reset();
    QCOMPARE(line(news), u"http://h/x: polling"_s);
    news.phase = Phase::Connected;
    QVERIFY(line(news).isEmpty());
    const LinkNews here{.phase = Phase::Reconnecting,
                        .attempt = 2,
                        .why = afoot::Error{.detail = "It hung up."},
                        .url = {}};
    QCOMPARE(line(here), u"The tracker: It hung up; trying again (attempt 3)"_s);
}

void TestCliText::retriesSlowDown()
{
    QCOMPARE(retryDelay(1, 0.5), Millis{0});
    QCOMPARE(retryDelay(2, 0.5), Millis{1000});
    QCOMPARE(retryDelay(6, 0.5), Millis{15'000});
    QCOMPARE(retryDelay(7, 0.0), Millis{24'000});
    QCOMPARE(retryDelay(700, 1.0), Millis{36'000});
}

void TestCliText::pathsFollowXdg()
{
    std::map<std::string, std::string> values;
    const auto paths = [&] {
        return afoot::pathsFrom(
            [&](const char *name) -> std::optional<std::string> {
                const auto found = values.find(name);
                return found == values.end() ? std::nullopt : std::optional(found->second);
            },
            "/home/account", 1000);
    };
    QCOMPARE(paths().data, std::string("/home/account/.local/share/afoot"));
    QCOMPARE(paths().runtime, std::string("/tmp/afoot-1000"));
    QVERIFY(paths().ownRuntime);
    values = {
        {"HOME", "/home/me/"}, {"XDG_RUNTIME_DIR", "/run/user/1000"}, {"XDG_STATE_HOME", "/s"}};
    QCOMPARE(paths().config, std::string("/home/me/.config/afoot"));
    QCOMPARE(paths().socket(), std::string("/run/user/1000/afoot/tracker.sock"));
    QCOMPARE(paths().spool(), std::string("/s/afoot/spool.ndjson"));
    QVERIFY(!paths().ownRuntime);
    values["XDG_STATE_HOME"] = "relative"; // the specification: ignore it
    values["AFOOT_DATA"] = "/data";
    QCOMPARE(paths().spool(), std::string("/home/me/.local/state/afoot/spool.ndjson"));
    QCOMPARE(paths().token(), std::string("/data/token"));
}

void TestCliText::foreignFoldersAreNotTrusted()
{
    const QTemporaryDir folder;
    const std::string base = folder.path().toStdString();
    QVERIFY(!afoot::checkPrivateFolder(base + "/none"));
    QVERIFY(!afoot::securePrivateFolder(base + "/own"));
    QVERIFY(!afoot::checkPrivateFolder(base + "/own"));
    ::chmod((base + "/own").c_str(), 0777);
    QVERIFY(afoot::checkPrivateFolder(base + "/own"));
    QCOMPARE(::symlink("/", (base + "/link").c_str()), 0);
    QVERIFY(afoot::checkPrivateFolder(base + "/link"));
}

void TestCliText::theTokenIsMadeOnceAndPrivate()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/data/token";
    const auto token = afoot::tokenIn(path);
    QVERIFY(token.ok());
    QCOMPARE(token->size(), std::size_t(64));
    QCOMPARE(*afoot::tokenIn(path), *token);
    struct stat info
    {
    };
    QCOMPARE(::stat(path.c_str(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0600);
    ::chmod(path.c_str(), 0644);
    QCOMPARE(afoot::tokenIn(path).error().name, std::string("token_exposed"));
    QCOMPARE(QDir(folder.path() + u"/data"_s).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_clitext.moc"
