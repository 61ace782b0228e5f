#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/read.h"
#include "core/dialect/serving.h"
#include "core/dialect/stepline.h"
#include "core/dialect/write.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::dialect;

namespace {

using Random = std::mt19937;

int upTo(Random &random, int most)
{
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
}

const Dialect &named(const char *name)
{
    return *builtInNamed(name);
}

QJsonObject object(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

/// Work half-way: what is over, what runs, what is to come.
std::vector<Step> randomSteps(const StepsRule &rule, Random &random)
{
    std::vector<Step> steps = firstSteps(rule);
    for (int i = upTo(random, 4); rule.open && rule.list.empty() && i > 0; --i)
        steps.push_back({.name = "agent " + std::to_string(i)});
    if (steps.empty())
        return steps;
    const auto here = static_cast<std::size_t>(upTo(random, static_cast<int>(steps.size()) - 1));
    for (std::size_t i = 0; i < here; ++i)
        steps[i].state = StepState::Completed;
    steps[here].state = StepState::Running;
    if (rule.list.empty()) // agents are heard of when they start
        steps.resize(here + 1);
    return steps;
}

Job randomJob(const Dialect &dialect, Random &random)
{
    Job job;
    job.key.id = "id/" + std::to_string(random()) + " ü";
    job.title = "Title " + std::to_string(random());
    job.state = allStates[static_cast<std::size_t>(upTo(random, 7))];
    if (upTo(random, 4) > 0)
        job.percent = upTo(random, 1000) / 10.0;
    job.message = upTo(random, 3) > 0 ? "message\n<b>& \"quoted\" 📝" : "";
    if (job.state == State::Failed)
        job.error = "why: é";
    if (dialect.steps.knownBy == StepsRule::KnownBy::Name)
        job.steps = randomSteps(dialect.steps, random);
    job.details = {{"files", double(upTo(random, 9000))}, {"size", 2576980378.0}, {"name", "v"}};
    job.updatedAt = job.createdAt = WallTime(Millis(1'760'000'000'123));
    return job;
}

/// The state that the dialect has for it.
State nearest(const std::string &dialect, State state)
{
    const bool waits = dialect == "scan" || dialect == "rooms";
    switch (state) {
    case State::Queued:
        return waits ? State::Queued : State::Running;
    case State::Paused:
    case State::NeedsInput:
        return State::Running;
    case State::Canceled:
        return dialect == "snapshot" ? State::Failed : State::Canceled;
    case State::Lost:
        return State::Failed;
    default:
        return state;
    }
}

/// The percent that the dialect has for it: rounded down, and for snapshot 0 is not known.
std::optional<double> nearest(const std::string &dialect, const std::optional<double> &percent)
{
    if (dialect == "deploy")
        return std::nullopt;
    if (dialect == "session") // has a decimal, and says 0 until it knows better
        return percent.value_or(0);
    if (!percent || (dialect == "snapshot" && *percent < 1))
        return std::nullopt;
    return std::floor(*percent);
}

struct Heard
{
    State state = State::Running;
    std::optional<double> percent{};
    std::vector<Step> steps{};
    std::string message{};
    std::string id{};
};

void hear(Heard &heard, const std::vector<Update> &updates)
{
    for (const Update &update : updates) {
        heard.id = update.key.id;
        heard.state = update.op == Update::Op::Complete ? State::Completed
                      : update.op == Update::Op::Fail   ? State::Failed
                                                        : update.state.value_or(heard.state);
        heard.percent = update.percent.value_or(heard.percent);
        heard.steps = update.steps.value_or(heard.steps);
        heard.message = update.message.value_or(heard.message);
    }
}

} // namespace

class TestDialectWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void mangledMessagesChangeNothing_data();
    void mangledMessagesChangeNothing();
    void anEventLooksAsTheBackendsDo();
    void onlyWhatChangedIsToldOfSteps();
    void linesOfTheLogAreTold();
    void foreignStepsAreToldByPercent();
    void aFractionIsReadAndWritten();
};

void TestDialectWrite::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Route>("route");
    for (const Dialect &dialect : builtInDialects()) {
        const auto name = QByteArray::fromStdString(dialect.name);
        QTest::addRow("%s, stream", name.constData()) << name << Route::Stream;
        if (!dialect.endpoints.poll.empty())
            QTest::addRow("%s, poll", name.constData()) << name << Route::Poll;
        if (!dialect.endpoints.list.empty())
            QTest::addRow("%s, list", name.constData()) << name << Route::List;
    }
}

void TestDialectWrite::whatIsWrittenIsReadBack()
{
    QFETCH(QByteArray, name);
    QFETCH(Route, route);
    const Dialect &dialect = named(name);
    Random random(4711);
    for (int round = 0; round < 500; ++round) {
        const Job job = randomJob(dialect, random);
        // an end is heard by those who have heard of the job
        Job running = job;
        if (isFinal(job.state))
            running.state = State::Running;
        Context context{.id = job.key.id};
        Heard heard;
        const auto tell = [&](const Job &now, const Job *before) {
            std::vector<std::string> messages;
            if (route == Route::Stream)
                messages = messagesFor(dialect, now, before);
            else if (route == Route::Poll)
                messages = {messageFor(dialect, route, now)};
            else
                messages = {listFor(dialect, {std::make_shared<const Job>(now)})};
            for (const std::string &message : messages) {
                const auto updates = updatesFrom(dialect, route, message, context);
                QVERIFY2(updates.ok(), message.c_str());
                hear(heard, *updates);
            }
        };
        tell(running, nullptr);
        if (isFinal(job.state))
            tell(job, &running);
        const State state = nearest(dialect.name, job.state);
        QCOMPARE(heard.id, job.key.id);
        QCOMPARE(heard.state, state);
        const auto percent = state == State::Completed && dialect.name != "deploy"
                                 ? std::optional(100.0)
                                 : nearest(dialect.name, job.percent);
        QVERIFY2(
            heard.percent == percent,
            qPrintable(
                u"%1 instead of %2"_s.arg(heard.percent.value_or(-1)).arg(percent.value_or(-1))));
        if (dialect.name == "rooms" && route == Route::Poll)
            continue; // the project's status says nothing of its agents
        std::vector<Step> steps = job.steps;
        if (dialect.steps.knownBy == StepsRule::KnownBy::Percent) {
            steps = firstSteps(dialect.steps);
            tellPercent(steps, dialect.steps, nearest(dialect.name, running.state),
                        nearest(dialect.name, job.percent));
        }
        if (isFinal(state))
            closeSteps(steps, state);
        QCOMPARE(heard.steps.size(), steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(heard.steps[i].name, steps[i].name);
            QCOMPARE(nameOf(heard.steps[i].state), nameOf(steps[i].state));
        }
        if (!job.message.empty() && job.error.empty() && dialect.name != "deploy")
            QCOMPARE(heard.message, std::string("message <b>& \"quoted\" 📝"));
    }
}

void TestDialectWrite::mangledMessagesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const Dialect &dialect : builtInDialects())
        QTest::newRow(dialect.name.c_str()) << QByteArray::fromStdString(dialect.name);
}

/// Bytes of real messages changed, taken away and doubled at random: read, or refused without a trace.
void TestDialectWrite::mangledMessagesChangeNothing()
{
    QFETCH(QByteArray, name);
    const Dialect &dialect = named(name);
    Random random(42);
    Context context;
    for (int round = 0; round < 300; ++round) {
        for (std::string message : messagesFor(dialect, randomJob(dialect, random))) {
            for (int i = upTo(random, 3); i >= 0; --i) {
                const auto at = static_cast<std::size_t>(upTo(random, int(message.size()) - 1));
                const auto count = static_cast<std::size_t>(upTo(random, 6));
                if (upTo(random, 2) == 0)
                    message[at] = static_cast<char>(upTo(random, 255));
                else if (upTo(random, 1) == 0)
                    message.erase(at, count);
                else
                    message.insert(at, message.substr(at / 2, count));
                if (message.empty())
                    message = "{}";
            }
            const Context before = context;
            const auto read = readMessage(dialect, Route::Stream, message, context);
            QVERIFY(read.ok() || context == before);
            static_cast<void>(answerTo(dialect, message));
            static_cast<void>(detect({}, message));
        }
    }
}

void TestDialectWrite::anEventLooksAsTheBackendsDo()
{
    const Dialect &dialect = named("snapshot");
    Job job{.key = {"local", "proj-123"}, .percent = 75.9};
    job.steps = firstSteps(dialect.steps);
    job.steps[2].state = StepState::Running;
    job.message = "Processing";
    job.details = {{"files", 1234.0}, {"size", 2576980378.0}};
    job.updatedAt = WallTime(Millis(1'763'647'402'118));
    const auto messages = messagesFor(dialect, job);
    QCOMPARE(messages.size(), 1U);
    QCOMPARE(
        framed(dialect, messages[0]),
        std::string(
            R"(data: {"projectId":"proj-123","step":"compressing","stepNumber":4,"totalSteps":6,"progress":75,"fileCount":1234,"totalSize":2576980378,"message":"Processing","timestamp":"2025-11-20T14:03:22.118Z"})") +
            "\n\n");
    job.state = State::Failed;
    job.error = "no disk";
    const QJsonObject failed = object(messagesFor(dialect, job).back());
    QCOMPARE(failed[u"step"], u"failed"_s);
    QCOMPARE(failed[u"stepNumber"], 0);
    QCOMPARE(failed[u"error"], u"no disk"_s);

    Job scan{.key = {"local", "53ae"}, .percent = 46};
    scan.startedAt = WallTime(Millis(1'761'818'401'004));
    const QJsonObject event =
        object(messagesFor(named("scan"), scan, nullptr, {.localOffset = std::chrono::minutes(120)})
                   .back());
    QCOMPARE(event[u"started_at"], u"2025-10-30T12:00:01.004000"_s);
    QCOMPARE(event[u"finished_at"], QJsonValue(QJsonValue::Null));
    QCOMPARE(event[u"progress"].toObject()[u"percent"], 46);

    Job room{.key = {"local", "p1"}, .state = State::Failed, .error = "boom"};
    const QJsonObject end = object(messagesFor(named("rooms"), room).back());
    QCOMPARE(end[u"type"], u"completion"_s);
    QCOMPARE(end[u"success"], false);
    QCOMPARE(end[u"error"], u"boom"_s);
    QCOMPARE(framed(named("rooms"), "{}"), std::string("{}"));
    const QJsonObject welcome = object(openingFor(named("rooms"), "p \"1\"").front());
    QCOMPARE(welcome[u"message"], u"Connected to project p \"1\""_s);

    const auto session = messagesFor(
        named("session"), Job{.key = {"local", "s"}, .state = State::Canceled, .percent = 33.3});
    QCOMPARE(session.size(), 2U);
    QCOMPARE(object(session[0])[u"type"], u"progress"_s);
    QCOMPARE(object(session[1])[u"type"], u"complete"_s);
    QCOMPARE(object(session[1])[u"status"], u"cancelled"_s);
    QCOMPARE(object(session[1])[u"percentage"], 33.3);
    QCOMPARE(object(session[1])[u"current_step"], 33);
}

void TestDialectWrite::onlyWhatChangedIsToldOfSteps()
{
    const Dialect &dialect = named("deploy");
    Job before{.key = {"local", "d"}};
    before.steps = firstSteps(dialect.steps);
    before.steps[0].state = StepState::Completed;
    before.steps[2].state = StepState::Running;
    Job now = before;
    now.steps[2].percent = 45;
    QCOMPARE(messagesFor(dialect, before).size(), 8U);
    const auto messages = messagesFor(dialect, now, &before);
    QCOMPARE(messages.size(), 1U);
    QCOMPARE(object(messages[0])[u"stage"], u"code_analysis"_s);
    QCOMPARE(object(messages[0])[u"progress"], 45);
}

void TestDialectWrite::linesOfTheLogAreTold()
{
    const LogLine line{.time = WallTime(Millis(1'000)), .level = "warning", .text = "\x1b[34mcold"};
    const auto room = messagesFor(named("rooms"), JobKey{"local", "p"}, line);
    QCOMPARE(room.size(), 1U);
    QCOMPARE(object(room[0])[u"level"], u"warning"_s);
    const auto chat = messagesFor(named("deploy"), JobKey{"local", "d"}, line);
    QCOMPARE(object(chat.at(0))[u"data"].toObject()[u"content"], u"cold"_s);
    QVERIFY(messagesFor(named("scan"), JobKey{"local", "s"}, line).empty());
}

void TestDialectWrite::foreignStepsAreToldByPercent()
{
    Job job{.key = {"local", "x"},
            .percent = 80,
            .steps = {{.name = "link", .state = StepState::Running}}};
    QCOMPARE(object(messagesFor(named("snapshot"), job).front())[u"step"], u"compressing"_s);
    const QJsonObject stage = object(messagesFor(named("deploy"), job).front());
    QCOMPARE(stage[u"stage"], u"container_build"_s);
    QCOMPARE(stage[u"progress"], 80);
    job.state = State::Completed;
    QCOMPARE(object(messagesFor(named("deploy"), job).back())[u"stage"], u"cloud_deployment"_s);
    job.state = State::Lost;
    QCOMPARE(object(messagesFor(named("deploy"), job).back())[u"status"], u"error"_s);
}

void TestDialectWrite::aFractionIsReadAndWritten()
{
    const auto dialect = dialectFromJson("{\"name\":\"x\",\"title\":\"x\",\"endpoints\":{"
                                         "\"stream\":{\"transport\":\"sse\",\"path\":\"/{id}\"}},"
                                         "\"messages\":[{\"name\":\"m\",\"fields\":{\"id\":\"/"
                                         "id\",\"percent\":{\"at\":\"/p\",\"as\":\"fraction\"}},"
                                         "\"write\":{\"sent\":\"job\"}}]}");
    QVERIFY(dialect.ok());
    for (const auto &[said, percent] : {std::pair("0.07", 7.0), std::pair("1", 100.0),
                                        std::pair("1.2", 100.0), std::pair("\"0.5\"", 50.0)}) {
        Context context;
        const std::string message = std::string("{\"id\":\"a\",\"p\":") + said + "}";
        QVERIFY(readMessage(*dialect, Route::Stream, message, context).ok());
        QCOMPARE(context.jobs.at("a").percent, std::optional(percent));
    }
    Job job;
    job.key.id = "a";
    job.state = State::Running;
    job.percent = 31;
    const auto written = messagesFor(*dialect, job);
    QCOMPARE(written.size(), 1U);
    Context context;
    QVERIFY(readMessage(*dialect, Route::Stream, written.front(), context).ok());
    QCOMPARE(context.jobs.at("a").percent, std::optional(31.0));
    QVERIFY2(written.front().find("0.31") != std::string::npos ||
                 written.front().find("3.1E-1") != std::string::npos,
             written.front().c_str());
}

QTEST_APPLESS_MAIN(TestDialectWrite)
#include "tst_dialectwrite.moc"
