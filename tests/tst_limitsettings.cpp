#include "core/serve/limitsettings.h"
#include "tests/support/wsclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Way = RawClient::Way;

/// Each limit can be set by its name, and what is set is what holds.
class TestLimitSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsReadWithItsUnit_data();
    void aValueIsReadWithItsUnit();
    void aWrongValueIsOneSentence_data();
    void aWrongValueIsOneSentence();
    void eachLimitCanBeSetToItsEndsAndNoOtherMoves();
    void theDefaultsAreWhatTheProtocolLists();
    void aRequestPastALimitIsRefused_data();
    void aRequestPastALimitIsRefused();
    void aLogKeepsWhatItIsTold();
    void aMessageOnAWebSocketPastItsLimitEndsIt();
    void connectionsPastTheirLimitAreTurnedAway();
    void subscribersPastTheirLimitAreTurnedAway();
    void whoTakesTooLongIsRefused_data();
    void whoTakesTooLongIsRefused();
    void whoReadsNothingIsLetGo_data();
    void whoReadsNothingIsLetGo();
    void aStreamIsToldWhenToPingAndToComeBack();
    void whoAsksAndDoesNotReadWaitsSooner();
};

namespace {

Limits with(std::initializer_list<std::pair<const char *, const char *>> settings)
{
    Limits limits;
    for (const auto &[name, value] : settings) {
        if (const auto trouble = setLimit(limits, name, value))
            qFatal("%s", trouble->detail.c_str());
    }
    return limits;
}

/// A house where these hold, as `afoot serve` makes one.
std::unique_ptr<House>
houseWith(std::initializer_list<std::pair<const char *, const char *>> settings)
{
    const Limits limits = with(settings);
    ServerOptions options;
    options.limits = limits;
    return std::make_unique<House>(std::move(options), Tracker::Options{.limits = limits.jobs});
}

std::map<std::string, std::string> valuesOf(const Limits &limits)
{
    std::map<std::string, std::string> values;
    for (const LimitRow &row : limitRows(limits))
        values[row.name] = row.value;
    return values;
}

QJsonObject errorIn(const std::string &body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object()[u"error"_s].toObject();
}

} // namespace

void TestLimitSettings::aValueIsReadWithItsUnit_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *text, const char *value) {
        QTest::addRow("%s=%s", name, text)
            << QByteArray(name) << QByteArray(text) << QByteArray(value);
    };
    row("body", "2 MiB", "2 MiB");
    row("body", "2MiB", "2 MiB");
    row("body", "2mib", "2 MiB");
    row("body", "2048 KiB", "2 MiB");
    row("body", " 1500 ", "1500 bytes");
    row("body", "1500 bytes", "1500 bytes");
    row("jobs", "20", "20");
    row("idle-time", "90 s", "90 s");
    row("idle-time", "120s", "2 min");
    row("idle-time", "250 ms", "250 ms");
    row("stall-time", "48 h", "48 h");
}

void TestLimitSettings::aValueIsReadWithItsUnit()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    Limits limits;
    const auto trouble = setLimit(limits, name.toStdString(), text.toStdString());
    QVERIFY2(!trouble, trouble ? trouble->detail.c_str() : "");
    QCOMPARE(valuesOf(limits)[name.toStdString()], value.toStdString());
}

void TestLimitSettings::aWrongValueIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char *name, const char *text, const char *sentence) {
        QTest::addRow("%s=%s", name, text)
            << QByteArray(name) << QByteArray(text) << QByteArray(sentence);
    };
    row("bdoy", "1", "There is no limit \"bdoy\"; did you mean \"body\"?");
    row("banana", "1", "There is no limit \"banana\".");
    row("", "1", "There is no limit \"\".");
    row("body", "2", "body is \"2\"; it must be from 1 KiB to 256 MiB.");
    row("body", "257 MiB", "body is \"257 MiB\"; it must be from 1 KiB to 256 MiB.");
    row("body", "99999999999999999999 MiB",
        "body is \"99999999999999999999 MiB\"; it must be from 1 KiB to 256 MiB.");
    row("body", "18446744073709551615 MiB",
        "body is \"18446744073709551615 MiB\"; it must be from 1 KiB to 256 MiB.");
    row("line", "0", "line is \"0\"; it must be from 256 bytes to 16 MiB.");
    row("body", "2 MB", "body wants a size such as 500, 64 KiB or 2 MiB, not \"2 MB\".");
    row("body", "", "body wants a size such as 500, 64 KiB or 2 MiB, not \"\".");
    row("body", "-1", "body wants a size such as 500, 64 KiB or 2 MiB, not \"-1\".");
    row("body", "1.5 MiB", "body wants a size such as 500, 64 KiB or 2 MiB, not \"1.5 MiB\".");
    row("body", "much\x1b[31m", "body wants a size such as 500, 64 KiB or 2 MiB, not \"much\".");
    row("jobs", "5 KiB", "jobs wants a whole number such as 500, not \"5 KiB\".");
    row("jobs", "0", "jobs is \"0\"; it must be from 1 to 1000000.");
    row("idle-time", "10", "idle-time wants a time such as 500 ms, 10 s or 2 min, not \"10\".");
    row("idle-time", "5 ms", "idle-time is \"5 ms\"; it must be from 10 ms to 24 h.");
    row("idle-time", "25 h", "idle-time is \"25 h\"; it must be from 10 ms to 24 h.");
}

void TestLimitSettings::aWrongValueIsOneSentence()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, sentence);
    Limits limits;
    const auto trouble = setLimit(limits, name.toStdString(), text.toStdString());
    QVERIFY(trouble);
    QCOMPARE(QByteArray::fromStdString(trouble->detail), sentence);
    QCOMPARE(trouble->code, Error::Code::BadInput);
    QCOMPARE(valuesOf(limits), valuesOf(Limits{}));
}

void TestLimitSettings::eachLimitCanBeSetToItsEndsAndNoOtherMoves()
{
    const auto before = valuesOf(Limits{});
    for (const LimitRow &row : limitRows(Limits{})) {
        for (const std::string &end : {row.least, row.most}) {
            Limits limits;
            QVERIFY2(!setLimit(limits, row.name, end), row.name.c_str());
            auto after = valuesOf(limits);
            QCOMPARE(after[row.name], end);
            after[row.name] = row.value;
            QCOMPARE(after, before);
        }
    }
}

/// The table of docs/protocol.md, row by row.
void TestLimitSettings::theDefaultsAreWhatTheProtocolLists()
{
    QFile file(QStringLiteral(AFOOT_TEST_DATA "/../../docs/protocol.md"));
    QVERIFY(file.open(QFile::ReadOnly));
    const std::string text = file.readAll().toStdString();
    for (const LimitRow &row : limitRows(Limits{})) {
        const std::string line =
            "\n| `" + row.name + "` | " + row.value + " | " + row.least + " – " + row.most + " | ";
        QVERIFY2(text.find(line) != std::string::npos, line.c_str());
    }
}

void TestLimitSettings::aRequestPastALimitIsRefused_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *limit, const char *value, const QByteArray &path,
                        const QByteArray &body, int status, const char *field) {
        QTest::newRow(limit) << QByteArray(limit) << QByteArray(value) << path << body << status
                             << QByteArray(field);
    };
    const QByteArray jobs = "/api/v1/jobs";
    const auto text = [](const char *key, qsizetype size) {
        return QByteArray("{\"") + key + "\":\"" + QByteArray(size, 'x') + "\"}";
    };
    row("header", "1 KiB", "/api/v1/jobs?q=", text("id", 3), 431, "");
    row("body", "1 KiB", jobs, "{\"id\":\"a\"}" + QByteArray(1100, ' '), 413, "");
    row("id", "26", jobs, text("id", 27), 400, "id");
    row("title", "16", jobs, text("title", 17), 400, "title");
    row("message", "16", jobs, text("message", 17), 400, "message");
    row("steps", "1", jobs, "{\"steps\":[\"a\",\"b\"]}", 400, "steps");
    row("details", "1", jobs, "{\"details\":{\"a\":1,\"b\":2}}", 400, "details");
    row("jobs", "1", jobs, "{\"id\":\"second\"}", 429, "");
}

void TestLimitSettings::aRequestPastALimitIsRefused()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QByteArray, field);
    const std::string filler = limit == "header" ? std::string(1100, 'x') : std::string();
    for (const bool isSet : {false, true}) {
        auto house = isSet ? houseWith({{limit.constData(), value.constData()}}) : houseWith({});
        house->begin("first");
        RawClient client(*house);
        const auto reply = client.ask("POST", path.toStdString() + filler, body.toStdString());
        QVERIFY(reply);
        QCOMPARE(reply->status, isSet ? status : 201);
        if (isSet)
            QCOMPARE(errorIn(reply->body)[u"field"_s].toString().toUtf8(), field);
    }
    // and a line of an upload as much
    auto house = houseWith({{"line", "256"}});
    RawClient client(*house);
    const auto reply = client.ask("POST", "/api/v1/ingest",
                                  "{\"op\":\"begin\",\"id\":\"a\"}" + std::string(300, ' ') + "\n",
                                  "Content-Type: application/x-ndjson\r\n");
    QVERIFY(reply->body.find("The line passes 256 bytes.") != std::string::npos);
}

void TestLimitSettings::aLogKeepsWhatItIsTold()
{
    const auto kept = [](const char *limit, const char *value) {
        auto house = houseWith({{limit, value}});
        house->begin("a");
        RawClient client(*house);
        const std::string line(100, 'x');
        std::string lines;
        for (int i = 0; i < 30; ++i)
            lines += line + '\n';
        client.ask("POST", "/api/v1/jobs/a/log", lines, "Content-Type: text/plain\r\n");
        const auto page = client.ask("GET", "/api/v1/jobs/a/log");
        return QJsonDocument::fromJson(QByteArray::fromStdString(page->body)).object();
    };
    QCOMPARE(kept("log-lines", "2")[u"lines"_s].toArray().size(), 2);
    QCOMPARE(kept("log-lines", "2")[u"dropped"_s].toInt(), 28);
    QVERIFY(kept("log", "1 KiB")[u"dropped"_s].toInt() > 15);
    const QJsonObject first = kept("log-line", "80")[u"lines"_s].toArray()[0].toObject();
    QCOMPARE(first[u"text"_s].toString().toUtf8().size(), 80);
}

void TestLimitSettings::aMessageOnAWebSocketPastItsLimitEndsIt()
{
    auto house = houseWith({{"websocket", "256"}});
    WsClient client(*house, "/api/v1/ws?watch=0");
    client.say(R"({"op":"begin","id":"a"})" + std::string(300, ' '));
    QCOMPARE(client.closed(), 1009U);
}

void TestLimitSettings::connectionsPastTheirLimitAreTurnedAway()
{
    auto house = houseWith({{"connections", "1"}});
    RawClient first(*house, Way::Unix);
    QCOMPARE(first.ask("GET", "/healthz")->status, 200);
    RawClient second(*house, Way::Unix);
    QVERIFY(second.pumpUntil([&] { return second.raw().starts_with("HTTP/1.1 503 "); }));
    QCOMPARE(with({{"tls-connections", "7"}}).maxTlsConnections, std::size_t(7));
}

void TestLimitSettings::subscribersPastTheirLimitAreTurnedAway()
{
    auto house = houseWith({{"subscribers", "1"}});
    RawClient first(*house);
    QVERIFY(first.listen("/api/v1/jobs/stream"));
    RawClient second(*house);
    QCOMPARE(second.ask("GET", "/api/v1/jobs/stream")->status, 503);
}

void TestLimitSettings::whoTakesTooLongIsRefused_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("header-time") << QByteArray("header-time")
                                 << QByteArray("GET /healthz HTTP/1.1\r\n")
                                 << QByteArray("HTTP/1.1 408 ");
    QTest::newRow("body-time") << QByteArray("body-time")
                               << QByteArray::fromStdString(request(
                                      "POST", "/api/v1/jobs",
                                      "Content-Type: application/json\r\nContent-Length: 9\r\n"))
                               << QByteArray("HTTP/1.1 408 ");
    QTest::newRow("idle-time") << QByteArray("idle-time") << QByteArray() << QByteArray();
}

void TestLimitSettings::whoTakesTooLongIsRefused()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, answer);
    auto house = houseWith({{limit.constData(), "30 ms"}});
    RawClient client(*house);
    client.send(bytes.toStdString());
    QVERIFY(client.isHungUp());
    QVERIFY(client.raw().starts_with(answer.toStdString()));
}

void TestLimitSettings::whoReadsNothingIsLetGo_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("write-time") << QByteArray("write-time") << QByteArray("/api/v1/jobs");
    QTest::newRow("stall-time") << QByteArray("stall-time") << QByteArray("/api/v1/jobs/stream");
}

void TestLimitSettings::whoReadsNothingIsLetGo()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QByteArray, path);
    auto house = houseWith({{limit.constData(), "30 ms"}});
    for (int i = 0; i < 5'000; ++i) // more than the system takes for a reader
        house->begin("j" + std::to_string(i), std::string(400, 't'));
    RawClient client(*house, Way::Unix);
    client.readNothing(true);
    client.send(request("GET", path.toStdString()));
    QVERIFY(house->pump([&] { return house->server().counters().slowReaders == 1; }));
}

void TestLimitSettings::aStreamIsToldWhenToPingAndToComeBack()
{
    auto house = houseWith({{"ping", "30 ms"}, {"retry", "2 s"}});
    RawClient client(*house);
    QVERIFY(client.listen("/api/v1/jobs/stream"));
    const auto &events = client.events(3);
    QCOMPARE(events.size(), std::size_t(3));
    QVERIFY(events[0].data.find("\"retry_ms\":2000") != std::string::npos);
    QCOMPARE(events[2].type, std::string("ping"));
}

void TestLimitSettings::whoAsksAndDoesNotReadWaitsSooner()
{
    const auto answered = [](const char *value) {
        auto house = houseWith({{"unsent", value}});
        for (int i = 0; i < 1'000; ++i)
            house->begin("j" + std::to_string(i));
        RawClient client(*house, Way::Unix);
        client.readNothing(true);
        std::string requests;
        for (int i = 0; i < 20; ++i)
            requests += request("GET", "/api/v1/jobs");
        client.send(requests);
        house->settle();
        return house->server().counters().requests;
    };
    QCOMPARE(answered("256 MiB"), std::uint64_t(20));
    QVERIFY(answered("1 KiB") < 20);
}

QTEST_GUILESS_MAIN(TestLimitSettings)
#include "tst_limitsettings.moc"
