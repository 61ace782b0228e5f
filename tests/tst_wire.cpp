#include "core/wire/json.h"
#include "core/wire/rfc3339.h"
#include "core/wire/sse.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace afoot;
using namespace afoot::wire;

namespace {

Job fullJob()
{
    Job job;
    job.key = {"buildbox", "b/1 \"x\""};
    job.title = "Nightly build · main \\ \"quoted\"";
    job.kind = "ninja";
    job.state = State::NeedsInput;
    job.percent = 62.4;
    job.current = 1871;
    job.total = 2998;
    job.unit = "targets";
    job.rate = 38.2;
    job.etaS = 134;
    job.expectedS = std::pair(100.0, 250.5);
    job.steps = {{.name = "link",
                  .label = "Link",
                  .state = StepState::Running,
                  .percent = 12.5,
                  .message = "m",
                  .startedAt = WallTime(Millis(1000)),
                  .finishedAt = WallTime(Millis(2000))}};
    job.message = "linking";
    job.question = "Continue?";
    job.details = {{"host", "buildbox"}, {"jobs", 8.0}, {"q\"", "v"}};
    job.url = "https://ci/1";
    job.error = "none yet";
    job.can.add(Ask::Cancel);
    job.can.add(Ask::Retry);
    job.asked = Ask::Cancel;
    job.acknowledged = true;
    job.liveness = Liveness::Quiet;
    job.seen = true;
    job.parent = "p";
    job.createdAt = WallTime(Millis(1'795'183'200'123));
    job.startedAt = WallTime(Millis(1'795'183'201'000));
    job.updatedAt = WallTime(Millis(1'795'183'202'000));
    job.finishedAt = WallTime(Millis(1'795'183'203'000));
    job.rev = 42;
    return job;
}

using Events = QList<QStringList>;

Events parseInPieces(const QByteArray &bytes, qsizetype cut)
{
    SseParser parser;
    Events events;
    const auto take = [&](const SseEvent &event) {
        events.append({QString::fromStdString(event.type), QString::fromStdString(event.data),
                       QString::fromStdString(event.lastEventId)});
    };
    const auto all = bytes.toStdString();
    const auto at = static_cast<std::size_t>(cut);
    if (!parser.push(std::string_view(all).substr(0, at), take))
        return {};
    if (!parser.push(std::string_view(all).substr(at), take))
        return {};
    return events;
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobComesBackAsItWas()
    {
        const Job job = fullJob();
        const auto read = jobFromJson(toJson(job));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
        QVERIFY(*read == job);
        QCOMPARE(QString::fromStdString(toJson(*read)), QString::fromStdString(toJson(job)));
    }

    void aJobIsOneLineOfValidJson()
    {
        Job job = fullJob();
        job.message = std::string("line\nbreak \x01 and \xff latin1");
        const std::string json = toJson(job);
        QVERIFY(json.find('\n') == std::string::npos);
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(document[QStringLiteral("id")].toString(), QStringLiteral("b/1 \"x\""));
        QCOMPARE(document[QStringLiteral("percent")].toDouble(), 62.4);
    }

    void whatIsUnknownIsNull()
    {
        Job job;
        job.key.id = "x";
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(job)));
        for (const char *field : {"percent", "current", "total", "rate", "eta_s", "finished_at"})
            QVERIFY2(document[QLatin1String(field)].isNull(), field);
        QVERIFY(*jobFromJson(toJson(job)) == job);
    }

    void anUpdateComesBackAsItWas()
    {
        Update update{.op = Update::Op::Begin, .key = {.id = "a"}};
        update.restart = true;
        update.title = "T";
        update.state = State::Paused;
        update.percent = std::optional<double>();
        update.current = std::optional(12.0);
        update.etaS = std::optional(1.5);
        update.steps =
            std::vector<Step>{{.name = "a", .label = "A", .state = StepState::Completed}};
        update.step = "b";
        update.question = "";
        update.details = {{"k", "v"}, {"n", 1.0}};
        update.droppedDetails = {"gone"};
        update.can = AskSet();
        update.startedAt = WallTime(Millis(5));
        update.lines = {{.level = "error", .text = "boom"}};
        const auto read = updateFromLine(toJson(update));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
        QVERIFY(*read == update);
    }

    void badInputNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *json, const char *field, const char *code) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(field) << QByteArray(code);
        };
        row(R"({"percent":200})", "percent", "out_of_range");
        row(R"({"percent":-1})", "percent", "out_of_range");
        row(R"({"percent":"50"})", "percent", "bad_value");
        row(R"({"percent":1e999})", "percent", "bad_value");
        row(R"({"state":"done"})", "state", "bad_value");
        row(R"({"state":3})", "state", "bad_value");
        row(R"({"title":3})", "title", "bad_value");
        row(R"({"id":""})", "id", "bad_id");
        row(R"({"id":"a\u0007"})", "id", "bad_id");
        row(R"({"steps":{}})", "steps", "bad_value");
        row(R"({"steps":[{"label":"x"}]})", "steps", "bad_value");
        row(R"({"steps":["a","b",{"name":"a"}]})", "steps", "bad_value");
        row(R"({"steps":[{"name":"x","percent":101}]})", "steps[0].percent", "out_of_range");
        row(R"({"details":{"a":[]}})", "details", "bad_value");
        row(R"({"can":["explode"]})", "can", "bad_value");
        row(R"({"started_at":"yesterday"})", "started_at", "bad_value");
        row(R"({"current":-5})", "current", "out_of_range");
        row(R"({"restart":"yes"})", "restart", "bad_value");
        row(R"({"percent":50)", "", "bad_json");
        row(R"([1])", "", "bad_json");
        row("", "", "bad_json");
        row("{\"a\":"
            "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}",
            "", "bad_json");
    }
    void badInputNamesTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, code);
        const auto update = updateFromJson(json.toStdString(), Update::Op::Begin);
        QVERIFY(!update.ok());
        QCOMPARE(QByteArray::fromStdString(update.error().field), field);
        QCOMPARE(QByteArray::fromStdString(update.error().name), code);
        QVERIFY(update.error().detail.size() > 10);
        QVERIFY(update.error().code == Error::Code::BadInput);
    }

    void textLongerThanItsLimitIsRefused()
    {
        const std::string body = "{\"title\":\"" + std::string(501, 'x') + "\"}";
        const auto update = updateFromJson(body, Update::Op::Begin);
        QVERIFY(!update.ok());
        QCOMPARE(update.error().name, std::string("too_long"));
    }

    void unknownFieldsAreLetThrough()
    {
        QVERIFY(updateFromJson(R"({"title":"x","colour":"blue"})", Update::Op::Begin).ok());
    }

    void anEndThatContradictsItselfIsRefused()
    {
        QVERIFY(updateFromJson("", Update::Op::Complete).ok());
        const auto update = updateFromJson(R"({"state":"failed"})", Update::Op::Complete);
        QVERIFY(!update.ok());
        QCOMPARE(update.error().field, std::string("state"));
    }

    void anErrorComesBackAsItWas()
    {
        const Error error{.name = "job_finished", .detail = "It is over.", .field = "id"};
        QCOMPARE(QString::fromStdString(toJson(error)),
                 QStringLiteral(
                     R"({"error":{"code":"job_finished","message":"It is over.","field":"id"}})"));
        QVERIFY(errorFromJson(toJson(error)) == error);
        QVERIFY(!errorFromJson("{}"));
        QVERIFY(!errorFromJson("<html>"));
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("epoch") << QStringLiteral("1970-01-01T00:00:00Z") << qint64(0);
        QTest::newRow("ms") << QStringLiteral("2026-11-20T14:08:03.250Z")
                            << qint64(1'795'183'683'250);
        QTest::newRow("nanoseconds")
            << QStringLiteral("2026-11-20T14:08:03.250999999Z") << qint64(1'795'183'683'250);
        QTest::newRow("offset") << QStringLiteral("2026-11-20T16:08:03.25+02:00")
                                << qint64(1'795'183'683'250);
        QTest::newRow("lower case")
            << QStringLiteral("2026-11-20t14:08:03z") << qint64(1'795'183'683'000);
        QTest::newRow("before 1970")
            << QStringLiteral("0001-01-01T00:00:00Z") << qint64(-62'135'596'800'000);
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto time = fromRfc3339(text.toStdString());
        QVERIFY(time);
        QCOMPARE(qint64(time->time_since_epoch().count()), ms);
        QCOMPARE(fromRfc3339(toRfc3339(*time)), time);
    }

    void noSuchTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "2026", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z",
              "2026-01-01T00:00:00", "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00.Z",
              "2026-01-01T00:00:00+2:00"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void noSuchTime()
    {
        QFETCH(QString, text);
        QVERIFY(!fromRfc3339(text.toStdString()));
    }

    /// Rows from WHATWG HTML 9.2.6 and web-platform-tests eventsource/.
    void anEventStreamIsReadAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Events>("events");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const auto m = [&](const char *data, const char *id = "") {
            return QStringList{s("message"), s(data), s(id)};
        };
        QTest::newRow("one line") << QByteArray("data: x\n\n") << Events{m("x")};
        QTest::newRow("two lines") << QByteArray("data: x\ndata: y\n\n") << Events{m("x\ny")};
        QTest::newRow("CR") << QByteArray("data: x\rdata: y\r\r") << Events{m("x\ny")};
        QTest::newRow("CRLF") << QByteArray("data: x\r\ndata: y\r\n\r\n") << Events{m("x\ny")};
        QTest::newRow("lone CR, then LF")
            << QByteArray("data: a\rdata: b\n\n") << Events{m("a\nb")};
        QTest::newRow("one space only") << QByteArray("data:  x\n\n") << Events{m(" x")};
        QTest::newRow("no space") << QByteArray("data:x\n\n") << Events{m("x")};
        QTest::newRow("no colon") << QByteArray("data\n\n") << Events{m("")};
        QTest::newRow("two empty data") << QByteArray("data\ndata\n\n") << Events{m("\n")};
        QTest::newRow("no data, no event")
            << QByteArray("event: x\n\ndata: y\n\n") << Events{m("y")};
        QTest::newRow("comment") << QByteArray(": x\ndata: y\n:\n\n") << Events{m("y")};
        QTest::newRow("event name")
            << QByteArray("event: ping\ndata: {}\n\n") << Events{{s("ping"), s("{}"), s("")}};
        QTest::newRow("empty event name") << QByteArray("event:\ndata: x\n\n") << Events{m("x")};
        QTest::newRow("id stays") << QByteArray("id: 7\ndata: x\n\ndata: y\n\n")
                                  << Events{m("x", "7"), m("y", "7")};
        QTest::newRow("id reset") << QByteArray("id: 7\ndata: x\n\nid\ndata: y\n\n")
                                  << Events{m("x", "7"), m("y")};
        QTest::newRow("id with NUL") << QByteArray("id: a\0b\ndata: x\n\n", 18) << Events{m("x")};
        QTest::newRow("unfinished") << QByteArray("data: x\n\ndata: y\n") << Events{m("x")};
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF"
                                           "data: x\n\n")
                             << Events{m("x")};
        QTest::newRow("two BOMs") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                                "data: x\n\ndata: y\n\n")
                                  << Events{m("y")};
        QTest::newRow("case matters") << QByteArray("Data: x\ndata: y\n\n") << Events{m("y")};
        QTest::newRow("field in front") << QByteArray(" data: x\ndata: y\n\n") << Events{m("y")};
        QTest::newRow("UTF-8") << QByteArray("data: ok…\n\n") << Events{m("ok…")};
    }
    void anEventStreamIsReadAsTheStandardSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, events);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
            QCOMPARE(parseInPieces(bytes, cut), events);
    }

    void onlyDigitsAreARetryTime()
    {
        SseParser parser;
        const auto ignore = [](const SseEvent &) {};
        QVERIFY(parser.push("retry: 03000\n", ignore));
        QCOMPARE(parser.retryMs(), std::optional(3000UL));
        QVERIFY(parser.push("retry: 1000x\nretry:\nretry: -1\nretry: 99999999999999999999999\n",
                            ignore));
        QCOMPARE(parser.retryMs(), std::optional(3000UL));
    }

    void anEventTooLargeIsLeftOutAndTheNextIsRead()
    {
        const std::string large(200, 'x');
        const std::string small = "data: small\n\n";
        // in one line, in many lines, among other lines
        for (const std::string &event :
             {"id: 7\ndata: " + large + "\nevent: x\n\n", "data: " + large + "\r\n\r\n",
              "data:\ndata: " + large.substr(0, 90) + "\ndata: " + large.substr(0, 90) +
                  "\ndata: x\n\n"}) {
            const std::string bytes = small + event + small;
            for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
                SseParser parser(100);
                int events = 0;
                int losses = 0;
                const auto count = [&events](const SseEvent &one) {
                    events += one.data == "small" && one.type == "message" ? 1 : 100;
                };
                losses += parser.push(bytes.substr(0, cut), count) ? 0 : 1;
                losses += parser.push(bytes.substr(cut), count) ? 0 : 1;
                QCOMPARE(events, 2);
                QCOMPARE(losses, 1);
            }
        }
    }

    void anEventWithoutEndKeepsNoMemory()
    {
        SseParser parser(100);
        int losses = 0;
        for (int i = 0; i < 1000; ++i)
            losses += parser.push(std::string(1000, 'x'), [](const SseEvent &) {}) ? 0 : 1;
        QCOMPARE(losses, 1);
    }

    void anIdTooLongIsIgnored()
    {
        SseParser parser;
        std::string last;
        const auto note = [&last](const SseEvent &event) { last = event.lastEventId; };
        QVERIFY(parser.push("id: 5\ndata\n\nid: " + std::string(5000, '6') + "\ndata\n\n", note));
        QCOMPARE(last, std::string("5"));
        QCOMPARE(parser.lastEventId(), std::string("5"));
    }

    void whatIsWrittenIsRead()
    {
        const std::string frame = sseFrame("job", "{\"a\":1}", "e-5");
        QCOMPARE(
            parseInPieces(QByteArray::fromStdString(frame), 3),
            (Events{{QStringLiteral("job"), QStringLiteral("{\"a\":1}"), QStringLiteral("e-5")}}));
        QCOMPARE(parseInPieces(QByteArray::fromStdString(sseFrame("", "a\nb\r\nc")), 3),
                 (Events{{QStringLiteral("message"), QStringLiteral("a\nb\nc"), QString()}}));
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
