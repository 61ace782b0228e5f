#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/propose.h"
#include "core/dialect/read.h"
#include "core/dialect/urlpattern.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace afoot::dialect;

namespace {

using Messages = std::vector<std::string>;

/// A proposal that was taken as a file, and the messages that it was made from, read with it.
struct Read
{
    explicit Read(const std::string &url, const Messages &messages)
        : heard{.url = url, .messages = messages}, proposal(propose(heard))
    {
        if (!proposal)
            return;
        auto made = dialectFromJson(proposal->text);
        if (!made)
            return;
        dialect = std::move(made).value();
        if (const auto match = matchPath(dialect.endpoints.stream, url))
            context.id = match->id;
        for (const std::string &message : messages) {
            auto reading = readMessage(dialect, Route::Stream, message, context);
            if (!reading)
                ++unread;
            else
                updates.insert(updates.end(), reading->updates.begin(), reading->updates.end());
        }
    }
    bool says(const char *part) const
    {
        const bool isSaid = std::any_of(
            proposal->unsure.begin(), proposal->unsure.end(),
            [&](const auto &sentence) { return sentence.find(part) != std::string::npos; });
        if (!isSaid) {
            for (const std::string &sentence : proposal->unsure)
                qWarning("%s", sentence.c_str());
        }
        return isSaid;
    }
    const Known &job(const char *id) const
    {
        static const Known none;
        const auto found = context.jobs.find(id);
        return found != context.jobs.end() ? found->second : none;
    }

    Overheard heard;
    Result<Proposal> proposal;
    Dialect dialect{};
    Context context{};
    std::vector<Update> updates{};
    int unread = 0;
};

const Messages builds{
    R"({"build": 42, "phase": "COMPILING", "done": 31, "of": 120, "text": "sse.cpp", "err": null})",
    R"({"build": 42, "phase": "TESTING", "done": 60, "of": 120, "text": "x", "err": null})",
    R"({"build": 42, "phase": "BROKEN", "done": 90, "of": 120, "text": "", "err": "2 tests failed"})"};

const Messages wrapped{
    R"({"type":"hello","version":1})",
    R"({"type":"job_update","data":{"jobId":"a-1","status":"In Progress","progress":0.25,"msg":"copying"}})",
    R"({"type":"log","data":{"jobId":"a-1","level":"warn","line":"careful"}})",
    R"({"type":"heartbeat"})",
    R"({"type":"metrics","cpu":0.3})",
    R"({"type":"job_update","data":{"jobId":"a-1","status":"In Progress","progress":0.5,"msg":"copying"}})",
    R"({"type":"job_update","data":{"jobId":"b-2","status":"Done","progress":1,"msg":"copied"}})"};

} // namespace

class TestPropose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItReadsIsWhatWasSaid_data();
    void whatItReadsIsWhatWasSaid();
    void countsHaveNamesOfTheirOwn_data();
    void countsHaveNamesOfTheirOwn();
    void aFewBadValuesHideNoPercent();
    void aPhaseIsStateAndStep();
    void aStateIsFoundByWhatItSays_data();
    void aStateIsFoundByWhatItSays();
    void ofManyMessagesTheLastCount();
    void typesTellMessagesApart();
    void typesMayTellTheState();
    void stepsHaveMessagesOfTheirOwn();
    void aJobThatGoesOnAfterAnEndHasStepsThatEnd();
    void aStepMayTellTheEnd();
    void theUrlNamesTheJobWhereNoFieldDoes();
    void whereNothingNamesTheJobThereIsOne();
    void theIdOfAMessageIsNotThatOfItsJob();
    void wrappedAndBareMessagesAreBothRead();
    void noWordHasWhatATerminalActsOn();
    void strangeWordsAreSaid();
    void wordsThatNobodySawAreSaid();
    void whatWasNotSeenIsLeftOut();
    void otherMessagesOfAnUntypedStreamAreKeptApart();
};

void TestPropose::whatItReadsIsWhatWasSaid_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArrayList>("messages");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<double>("percent"); ///< -1: none
    const auto row = [](const char *name, const char *url, QByteArrayList messages,
                        const char *path, const char *id, const char *state, double percent) {
        QTest::newRow(name) << QByteArray(url) << messages << QByteArray(path) << QByteArray(id)
                            << QByteArray(state) << percent;
    };
    row("percent", "https://h/runs/7/live",
        {R"({"runId":7,"state":"ACTIVE","pct":12.5})", R"({"runId":7,"state":"ACTIVE","pct":40})"},
        "/runs/{id}/live", "7", "running", 40);
    row("a text with %", "https://h/live",
        {R"({"task_id":"t","status":"running","progress":"45%"})"}, "/live", "t", "running", 45);
    row("a part of 1", "https://h/live",
        {R"({"task_id":"t","status":"running","progress":0.1})",
         R"({"task_id":"t","status":"running","progress":0.31})"},
        "/live", "t", "running", 31);
    row("a small percent", "https://h/live",
        {R"({"task_id":"t","status":"running","percent":0.4})"}, "/live", "t", "running", 0.4);
    row("an end", "wss://h/live",
        {R"({"uuid":"t","jobStatus":"running","percentage":50})",
         R"({"uuid":"t","jobStatus":"succeeded","percentage":100})"},
        "/live", "t", "completed", 100);
    row("deep", "https://h/live",
        {R"({"payload":{"job":{"id":"j","status":"error","error":{"message":"no space"}},"progress":{"percent":9}}})"},
        "/live", "j", "failed", 9);
    row("true or false", "https://h/live",
        {R"({"upload_id":"u","percent":60,"done":false})",
         R"({"upload_id":"u","percent":99,"done":true})"},
        "/live", "u", "completed", 100);
    row("unknown for now", "https://h/live",
        {R"({"job":"u","status":"waiting","percent":null})",
         R"({"job":"u","status":"running","percent":3})"},
        "/live", "u", "running", 3);
    row("odd names", "https://h/live",
        {R"({"render_id":"r","overall~status":"x","a/b":{"status":"running","percent":3}})"},
        "/live", "r", "running", 3);
    row("only a state", "https://h/a%20b/live", {R"({"exportId":"a b","status":"paused"})"},
        "/{id}/live", "a b", "paused", -1);
}

void TestPropose::whatItReadsIsWhatWasSaid()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArrayList, messages);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, id);
    QFETCH(const QByteArray, state);
    QFETCH(const double, percent);
    const Read read(url.toStdString(), Messages(messages.begin(), messages.end()));
    QVERIFY2(read.proposal.ok(), read.proposal ? "" : read.proposal.error().detail.c_str());
    QVERIFY2(problemsIn(read.proposal->text).empty(), read.proposal->text.c_str());
    QCOMPARE(read.unread, 0);
    QCOMPARE(QByteArray::fromStdString(read.dialect.endpoints.stream), path);
    QCOMPARE(read.dialect.endpoints.transport,
             url.startsWith("ws") ? Transport::WebSocket : Transport::Sse);
    QVERIFY2(read.context.jobs.contains(id.toStdString()), read.proposal->text.c_str());
    const Known &job = read.job(id.constData());
    QCOMPARE(QByteArray::fromStdString(std::string(nameOf(job.state))), state);
    QCOMPARE(job.percent.value_or(-1), percent);
    QVERIFY(!read.proposal->unsure.empty());
}

void TestPropose::countsHaveNamesOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("current");
    QTest::addColumn<QByteArray>("total");
    for (const auto &[current, total] :
         {std::pair("framesDone", "framesTotal"), std::pair("frames_done", "frames_total"),
          std::pair("doneTiles", "totalTiles"), std::pair("pages", "totalPages"),
          std::pair("processedRows", "rowCount")})
        QTest::newRow(current) << QByteArray(current) << QByteArray(total);
}

void TestPropose::countsHaveNamesOfTheirOwn()
{
    QFETCH(const QByteArray, current);
    QFETCH(const QByteArray, total);
    Messages messages;
    for (const char *done : {"10", "20", "50"})
        messages.push_back(R"({"id":"a","status":"running",")" + current.toStdString() +
                           "\":" + done + ",\"" + total.toStdString() + "\":200}");
    const Read read("http://h/events/a", messages);
    QVERIFY2(read.proposal.ok(), read.proposal.ok() ? "" : read.proposal.error().detail.c_str());
    QCOMPARE(read.updates.back().current, Update::Number(50.0));
    QCOMPARE(read.updates.back().total, Update::Number(200.0));
    messages.push_back(R"({"id":"a","status":"running",")" + current.toStdString() + "\":300,\"" +
                       total.toStdString() + "\":200}");
    const Read beyond("http://h/events/a", messages);
    QVERIFY(beyond.proposal.ok());
    QVERIFY(!beyond.updates.back().total.has_value());
}

void TestPropose::aFewBadValuesHideNoPercent()
{
    Messages messages;
    for (int i = 0; i < 12; ++i)
        messages.push_back(R"({"id":"a","status":"running","progress":)" + std::to_string(i * 5) +
                           '}');
    messages.insert(messages.begin() + 6, R"({"id":"a","status":"running","progress":"lots"})");
    messages.insert(messages.begin() + 3, R"({"id":"a","status":"running","progress":-5})");
    const Read read("http://h/events/a", messages);
    QVERIFY2(read.proposal.ok(), read.proposal.ok() ? "" : read.proposal.error().detail.c_str());
    QCOMPARE(read.job("a").percent, std::optional(55.0));
    QVERIFY(read.says("/progress is taken as the percent, though a few of its values are none"));
    for (const std::string &sentence : read.proposal->unsure)
        QVERIFY2(sentence.find("went down") == std::string::npos, sentence.c_str());
}

void TestPropose::aPhaseIsStateAndStep()
{
    const Read read("http://h/builds/42/events?token=t", builds);
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.dialect.endpoints.stream, std::string("/builds/{id}/events"));
    QCOMPARE(read.job("42").state, State::Failed);
    QVERIFY(!read.job("42").percent); // none was told
    QCOMPARE(read.job("42").steps.size(), 2U);
    QCOMPARE(read.job("42").steps.back().name, std::string("TESTING"));
    QCOMPARE(read.updates.back().error, std::optional<std::string>("2 tests failed"));
    QCOMPARE(read.updates.back().current, std::optional(90.0));
    QCOMPARE(read.updates.back().total, std::optional(120.0));
    QVERIFY(read.says("query"));
    QVERIFY(read.proposal->text.find("token=") == std::string::npos);
    const Guess guess =
        detect("http://h/elsewhere", builds.front(), std::vector<const Dialect *>{&read.dialect});
    QVERIFY(guess.dialect == &read.dialect); // its sign is enough
}

void TestPropose::aStateIsFoundByWhatItSays_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<QByteArray>>("words"); // of one that waits, runs and ends
    const QList<QByteArray> upper{"PENDING", "IN_PROGRESS", "SUCCEEDED"};
    for (const char *key :
         {"lifecycle", "taskState", "job_status", "phase", "currentJobStage", "x"})
        QTest::addRow("%s", key) << QByteArray(key) << upper;
    QTest::newRow("words of any shape")
        << QByteArray("workState") << QList<QByteArray>{"On Hold", "InProgress", "Timed-Out"};
    QTest::newRow("busy") << QByteArray("lifecycle")
                          << QList<QByteArray>{"BUSY", "BUSY", "FINISHED"};
    QTest::newRow("by how it moves")
        << QByteArray("zustand") << QList<QByteArray>{"wartet", "rechnet", "fertig"};
}

void TestPropose::aStateIsFoundByWhatItSays()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QList<QByteArray>, words);
    Messages messages;
    for (const QByteArray &word : words) {
        for (int i = 0; i < 2; ++i)
            messages.push_back((R"({"jobId":"j7","host":"build-)" + QByteArray::number(i) +
                                R"(",")" + key + R"(":")" + word + R"(","percent":)" +
                                QByteArray::number(int(messages.size())) + "}")
                                   .toStdString());
    }
    const Read read("https://h/x", messages);
    QVERIFY(read.proposal);
    QVERIFY2(read.proposal->text.find("\"/" + key.toStdString() + '"') != std::string::npos,
             read.proposal->text.c_str());
    QCOMPARE(read.unread, 0);
    if (key != "zustand") // whose words say nothing to us
        QVERIFY(isFinal(read.job("j7").state) || words.last() == "FINISHED");
}

void TestPropose::ofManyMessagesTheLastCount()
{
    Messages messages;
    for (int i = 0; i < 3000; ++i)
        messages.push_back(R"({"id":"j","status":"running","percent":)" + std::to_string(i / 30) +
                           "}");
    messages.push_back(R"({"id":"j","status":"kaputt","percent":99})");
    const Read read("https://h/x", messages);
    QVERIFY(read.proposal);
    QVERIFY(read.proposal->text.find("\"kaputt\"") != std::string::npos);
}

void TestPropose::typesTellMessagesApart()
{
    const Read read("ws://h:81/live", wrapped);
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.job("a-1").percent, std::optional(50.0));
    QCOMPARE(read.job("a-1").state, State::Running);
    QCOMPARE(read.job("b-2").state, State::Completed);
    const auto log =
        std::find_if(read.updates.begin(), read.updates.end(),
                     [](const Update &update) { return update.op == Update::Op::Log; });
    QVERIFY(log != read.updates.end());
    QCOMPARE(log->lines.front().text, std::string("careful"));
    QCOMPARE(log->lines.front().level, std::string("warning"));
    QVERIFY(read.says("\"metrics\""));
    QVERIFY(read.says("part of 1"));
    Context context;
    const auto hello = readMessage(read.dialect, Route::Stream, wrapped.front(), context);
    QVERIFY(hello.ok() && hello->opened);
    const auto later = readMessage(read.dialect, Route::Stream, R"({"type":"news"})", context);
    QVERIFY(later.ok() && later->updates.empty());
}

void TestPropose::typesMayTellTheState()
{
    const Read read("http://h/api/t1/sse",
                    {R"({"event":"start","task":"t1"})",
                     R"({"event":"progress","task":"t1","percent":12})",
                     R"({"event":"failed","task":"t1","reason":"no disk"})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.job("t1").state, State::Failed);
    QCOMPARE(read.job("t1").percent, std::optional(12.0));
    QCOMPARE(read.updates.back().error, std::optional<std::string>("no disk"));
    QVERIFY(read.says("\"failed\" are taken as the end"));
    const Read endless("http://h/sse", {R"({"event":"progress","task":"t1","percent":12})"});
    QVERIFY(endless.says("never end"));
}

void TestPropose::stepsHaveMessagesOfTheirOwn()
{
    const Read read(
        "ws://h/live",
        {R"({"type":"status_update","room_id":"r","status":"running","progress":5})",
         R"({"type":"agent_update","room_id":"r","agent_name":"plan","status":"completed"})",
         R"({"type":"agent_update","room_id":"r","agent_name":"build","status":"started"})",
         R"({"type":"status_update","room_id":"r","status":"running","progress":20})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.job("r").state, State::Running); // not completed with its first step
    QCOMPARE(read.job("r").percent, std::optional(20.0));
    QCOMPARE(read.job("r").steps.size(), 2U);
    QCOMPARE(read.job("r").steps[0].state, StepState::Completed);
    QCOMPARE(read.job("r").steps[1].state, StepState::Running);
}

void TestPropose::aJobThatGoesOnAfterAnEndHasStepsThatEnd()
{
    const Read read("ws://h/live",
                    {R"({"deploy_id":"d","stage":"clone","status":"in-progress","progress":90})",
                     R"({"deploy_id":"d","stage":"clone","status":"success"})",
                     R"({"deploy_id":"d","stage":"build","status":"in-progress","progress":5})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.job("d").state, State::Running);
    QVERIFY(!read.job("d").percent);
    QCOMPARE(read.job("d").steps.size(), 2U);
    QCOMPARE(read.job("d").steps[0].state, StepState::Completed);
    QCOMPARE(read.job("d").steps[1].percent, std::optional(5.0));
    QVERIFY(read.says("state of a step"));
    QVERIFY(read.says("the step's state only because they are usual"));
    QVERIFY(read.says("went down"));
}

void TestPropose::aStepMayTellTheEnd()
{
    const Read read("http://h/live", {R"({"projectId":"p","step":"browsing","progress":20})",
                                      R"({"projectId":"p","step":"uploading","progress":95})",
                                      R"({"projectId":"p","step":"completed","progress":100})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.job("p").state, State::Completed);
    QCOMPARE(read.job("p").steps.size(), 2U);
    const Read unfinished("http://h/live", {R"({"projectId":"p","step":"browsing"})"});
    QVERIFY(unfinished.says("perhaps /step tells the end"));
}

void TestPropose::theUrlNamesTheJobWhereNoFieldDoes()
{
    const Read read("http://h/exports/1234/events", {R"({"status":"running","percent":3})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.dialect.endpoints.stream, std::string("/exports/{id}/events"));
    QCOMPARE(read.job("1234").percent, std::optional(3.0));
    QVERIFY(read.says("\"1234\" in the URL"));
}

void TestPropose::whereNothingNamesTheJobThereIsOne()
{
    const Read read("http://print.example:631/live", {R"({"status":"running","percent":3})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.job("print-example-631").percent, std::optional(3.0));
    QVERIFY(read.says("as one job"));
}

void TestPropose::theIdOfAMessageIsNotThatOfItsJob()
{
    Messages messages;
    for (int i = 0; i < 5; ++i)
        messages.push_back("{\"id\":" + std::to_string(i) +
                           ",\"task\":\"t\",\"status\":\"running\"}");
    const Read read("http://h/live", messages);
    QVERIFY(read.proposal.ok());
    QVERIFY(read.context.jobs.contains("t"));
    QCOMPARE(read.context.jobs.size(), 1U);
}

void TestPropose::wrappedAndBareMessagesAreBothRead()
{
    const Read read("http://h/live", {R"({"scan_id":"s","status":"running","percent":3})",
                                      R"({"data":{"scan_id":"s","status":"done","percent":99}})"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 0);
    QCOMPARE(read.job("s").state, State::Completed);
}

void TestPropose::noWordHasWhatATerminalActsOn()
{
    const Read read(
        "http://h/live",
        {"{\"job\":\"j\",\"status\":\"run\\u009b31m\",\"state\":\"running\",\"percent\":3}",
         "{\"job\":\"j\",\"state\":\"done\",\"per\\u202ecent\":3}"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.job("j").state, State::Completed);
    QVERIFY(read.proposal->text.find("31m") == std::string::npos);
}

void TestPropose::strangeWordsAreSaid()
{
    const Read read("http://h/live", {R"({"job":"j","status":"frobnicating","percent":3})"});
    QCOMPARE(read.proposal->guessedWords, (Messages{"frobnicating"}));
    QVERIFY(read.says("\"frobnicating\""));
    QCOMPARE(read.job("j").state, State::Running);
}

void TestPropose::wordsThatNobodySawAreSaid()
{
    const Read read("http://h/live", {R"({"job":"j","status":"RUNNING","percent":3})"});
    QVERIFY(read.says("\"FAILED\""));
    Context context;
    const auto end =
        readMessage(read.dialect, Route::Stream, R"({"job":"j","status":"FAILED"})", context);
    QVERIFY(end.ok());
    QCOMPARE(context.jobs.at("j").state, State::Failed);
    QVERIFY(!readMessage(read.dialect, Route::Stream, R"({"job":"j","status":"x"})", context).ok());
}

void TestPropose::whatWasNotSeenIsLeftOut()
{
    const Read read("http://h/live", {R"({"job":"j","status":"running"})"});
    QVERIFY(read.proposal.ok());
    QVERIFY(read.dialect.endpoints.poll.empty());
    QVERIFY(read.dialect.endpoints.actions.empty());
    QCOMPARE(read.dialect.link, LinkRule{});
    for (const Field field : {Field::Percent, Field::Total, Field::Error, Field::Step, Field::Url})
        QVERIFY(read.dialect.rules.back().find(field) == nullptr);
    QVERIFY(read.says("No progress was seen"));
    QVERIFY(read.says("reason of a failure"));
    QVERIFY(read.says("Only the stream was seen"));
}

void TestPropose::otherMessagesOfAnUntypedStreamAreKeptApart()
{
    const Read read("http://h/jobs/j1/live",
                    {R"({"motd":"welcome","name":"server"})",
                     R"({"job":"j1","phase":"done","x":1})", "nonsense", "[1]"});
    QVERIFY(read.proposal.ok());
    QCOMPARE(read.unread, 2); // what is no object
    QVERIFY(read.says("1 came"));
    QCOMPARE(read.job("j1").state, State::Completed);
    QVERIFY(read.says("2 messages were no JSON object"));
}

QTEST_APPLESS_MAIN(TestPropose)
#include "tst_propose.moc"
