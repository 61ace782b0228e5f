#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/jsonpointer.h"
#include "core/dialect/urlpattern.h"
#include "core/dialect/values.h"

#include <QTest>

#include <boost/json.hpp>

using namespace afoot;
using namespace afoot::dialect;

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

/// A small dialect with one thing in it replaced.
std::string fileWith(const char *pointer, const char *value)
{
    boost::json::value file = boost::json::parse(R"({
        "name": "mine", "title": "Mine",
        "endpoints": {"stream": {"transport": "sse", "path": "/s/{id}"},
                      "actions": {"cancel": {"method": "POST", "path": "/c/{id}"}}},
        "link": {"delays_ms": [1000]},
        "messages": [{"name": "m", "when": {"/type": "x"},
                      "fields": {"id": "/id", "state": {"at": "/s", "table": {"ok": "completed"}}},
                      "write": {"sent": "job"}}],
        "steps": {"list": [{"name": "a", "up_to": 5}, {"name": "b", "up_to": 9}]},
        "toasts": {"completed": {"title": "Done"}}
    })");
    put(file, *pointerFrom(pointer), boost::json::parse(value));
    return boost::json::serialize(file);
}

} // namespace

class TestDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointersAreThoseOfTheSpecification_data();
    void pointersAreThoseOfTheSpecification();
    void whatIsNoPointerIsRefused_data();
    void whatIsNoPointerIsRefused();
    void whatIsMissingIsMadeInWriting();
    void ourDialectsAreSound();
    void aFileSaysWhatItIsMadeOf();
    void aWrongFileNamesThePlace_data();
    void aWrongFileNamesThePlace();
    void everyProblemIsFound();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void aDialectIsKnownByItsUrl_data();
    void aDialectIsKnownByItsUrl();
    void aDialectIsKnownByItsFirstMessage_data();
    void aDialectIsKnownByItsFirstMessage();
    void nothingKnownFallsBack();
    void sizesAreBytes_data();
    void sizesAreBytes();
    void tablesPreferExactWords();
};

void TestDialect::pointersAreThoseOfTheSpecification_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *pointer, const char *value) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value);
    };
    // RFC 6901, section 5
    row("/foo", R"(["bar","baz"])");
    row("/foo/0", R"("bar")");
    row("/", "0");
    row("/a~1b", "1");
    row("/c%d", "2");
    row("/e^f", "3");
    row("/g|h", "4");
    row("/i\\j", "5");
    row("/k\"l", "6");
    row("/ ", "7");
    row("/m~0n", "8");
    // what is not there, by section 4
    for (const char *absent : {"/foo/2", "/foo/-", "/foo/01", "/foo/+1", "/foo/-1", "/foo/0/x",
                               "/nothing", "/foo/99999999999999999999", "/foo/", "//"})
        row(absent, "");
}

void TestDialect::pointersAreThoseOfTheSpecification()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    const auto document = boost::json::parse(
        R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8})");
    const auto parsed = pointerFrom(pointer.toStdString());
    QVERIFY(parsed.ok());
    QCOMPARE(bytes(toString(*parsed)), pointer);
    const auto *const found = at(document, *parsed);
    QCOMPARE(found == nullptr ? QByteArray() : bytes(boost::json::serialize(*found)), value);
    QCOMPARE(at(document, Pointer{}), &document);
}

void TestDialect::whatIsNoPointerIsRefused_data()
{
    QTest::addColumn<QByteArray>("pointer");
    for (const char *pointer : {"a", "~0", "/~", "/~2", "/a~", "#/a"})
        QTest::newRow(pointer) << QByteArray(pointer);
}

void TestDialect::whatIsNoPointerIsRefused()
{
    QFETCH(QByteArray, pointer);
    const auto parsed = pointerFrom(pointer.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(bytes(parsed.error().name), QByteArray("bad_pointer"));
}

void TestDialect::whatIsMissingIsMadeInWriting()
{
    boost::json::value value;
    QVERIFY(put(value, *pointerFrom("/a/b~1c"), 1));
    QVERIFY(put(value, *pointerFrom("/a/d"), boost::json::array{1}));
    QVERIFY(put(value, *pointerFrom("/a/d/-"), 2));
    QVERIFY(put(value, *pointerFrom("/a/d/0"), 0));
    const auto before = value;
    QVERIFY(!put(value, *pointerFrom("/a/d/7"), 2));
    QVERIFY(!put(value, *pointerFrom("/a/d/0/x"), 2));
    QVERIFY(!put(value, *pointerFrom("/a/b~1c/x/y"), 2));
    QVERIFY(value == before);
    QCOMPARE(bytes(boost::json::serialize(value)), QByteArray(R"({"a":{"b/c":1,"d":[0,2]}})"));
}

void TestDialect::ourDialectsAreSound()
{
    std::vector<std::string> names;
    for (const Dialect &dialect : builtInDialects())
        names.push_back(dialect.name);
    QVERIFY(names == (std::vector<std::string>{"snapshot", "scan", "session", "rooms", "deploy"}));
    QCOMPARE(fallbackDialect().name, std::string("generic"));
    QVERIFY(builtInNamed("scan") == &builtInDialects()[1]);
    QVERIFY(builtInNamed("nobody") == nullptr);
    const LinkRule &rooms = builtInNamed("rooms")->link;
    QVERIFY(rooms.delays == (std::vector<Millis>{Millis(2000), Millis(3000), Millis(4500),
                                                 Millis(6750), Millis(10100)}));
    QVERIFY(rooms.attempts == 5U && rooms.pingEvery == Millis(30'000) &&
            rooms.maxDelay == Millis(30'000));
    QVERIFY(builtInNamed("snapshot")->link.pollEvery == Millis(1000));
    QVERIFY(builtInNamed("scan")->link.pollEvery == Millis(3000));
    QCOMPARE(builtInNamed("scan")->toasts.front().duration, Millis(3000));
    QCOMPARE(builtInNamed("scan")->endpoints.find(Ask::Cancel)->request.method,
             std::string("DELETE"));
    QCOMPARE(bytes(builtInNamed("deploy")->endpoints.find(Ask::Cancel)->request.send),
             QByteArray(R"({"type":"abort_deployment"})"));
}

void TestDialect::aFileSaysWhatItIsMadeOf()
{
    const auto dialect = dialectFromJson(fileWith("/link/attempts", "4"));
    QVERIFY2(dialect.ok(), dialect.ok() ? "" : dialect.error().detail.c_str());
    QCOMPARE(dialect->name, std::string("mine"));
    QVERIFY(dialect->link.attempts == 4U);
    QCOMPARE(dialect->rules.size(), 1U);
    QCOMPARE(dialect->rules[0].roots.size(), 1U);
    QVERIFY(!dialect->ignoresOthers);
}

void TestDialect::aWrongFileNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *pointer, const QByteArray &value, const char *name) {
        QTest::addRow("%s = %.40s", pointer, value.constData())
            << QByteArray(pointer) << value << QByteArray(name);
    };
    row("/script", "1", "unknown_key");
    row("/name", "3", "wrong_type");
    row("/name", R"("Mine!")", "bad_value");
    row("/title", "null", "wrong_type");
    row("/title", "\"" + QByteArray(5000, 'x') + "\"", "too_long");
    row("/endpoints", "[]", "wrong_type");
    row("/endpoints", "{}", "missing_key");
    row("/endpoints/stream/transport", R"("carrier pigeon")", "bad_value");
    row("/endpoints/stream/path", R"("s")", "bad_value");
    row("/endpoints/stream/port", "80", "unknown_key");
    row("/endpoints/actions/explode", "{}", "unknown_key");
    row("/endpoints/actions/cancel/method", R"("SHOUT")", "bad_value");
    row("/endpoints/actions/cancel/done", R"({"status":200.5,"body":{}})", "wrong_type");
    row("/link/delays_ms", "1000", "wrong_type");
    row("/link/delays_ms/0", "0", "out_of_range");
    row("/link/delays_ms/0", "1.5", "wrong_type");
    row("/link/poll_ms", R"("1s")", "wrong_type");
    row("/link/attempts", "-1", "out_of_range");
    row("/link/ends_itself", "1", "wrong_type");
    row("/link/repeats", "\"yes\"", "wrong_type");
    row("/messages", "{}", "wrong_type");
    row("/messages", "[]", "missing_key");
    row("/messages/0/on", R"(["radio"])", "bad_value");
    row("/messages/0/does", R"("eval")", "bad_value");
    row("/messages/0/when/type", R"("x")", "bad_pointer");
    row("/messages/0/when/~1type", "[]", "missing_key");
    row("/messages/0/when/~1type", "{}", "wrong_type");
    row("/messages/0/roots", R"(["data"])", "bad_pointer");
    row("/messages/0/fields/colour", R"("/c")", "unknown_key");
    row("/messages/0/fields/id", R"("id")", "bad_pointer");
    row("/messages/0/fields/id", "7", "wrong_type");
    row("/messages/0/fields/id", "{}", "missing_key");
    row("/messages/0/fields/state/at", R"("/a~2")", "bad_pointer");
    row("/messages/0/fields/state/text", R"("completed")", "bad_value");
    row("/messages/0/fields/state/table/odd", R"("exploded")", "unknown_state");
    row("/messages/0/fields/state/table/odd", "1", "wrong_type");
    row("/messages/0/fields/percent", R"({"at":"/p","expression":"x*100"})", "unknown_key");
    row("/messages/0/fields/percent", R"({"at":"/p","decimals":9})", "out_of_range");
    row("/messages/0/write/sent", R"("twice")", "bad_value");
    row("/messages/0/write/states", R"(["gone"])", "unknown_state");
    row("/messages/0/write/skeleton", "[]", "wrong_type");
    row("/messages/0/write/beside", R"([{"put":"/a"}])", "missing_key");
    row("/other_messages", R"("guess")", "bad_value");
    row("/steps/known_by", R"("magic")", "bad_value");
    row("/steps/list/1/up_to", "4", "out_of_range");
    row("/steps/list/1/during", R"("soon")", "unknown_state");
    row("/steps/ends_with", R"("z")", "bad_value");
    row("/toasts/exploded", R"({"title":"x"})", "unknown_state");
    row("/toasts/completed/duration_ms", "-1", "out_of_range");
    row("/signs", R"([{"has":["x"]}])", "bad_pointer");
}

void TestDialect::aWrongFileNamesThePlace()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, name);
    const auto dialect = dialectFromJson(fileWith(pointer, value));
    QVERIFY(!dialect.ok());
    // a missing or nested culprit stands below what was replaced
    QVERIFY2(bytes(dialect.error().field).startsWith(pointer), dialect.error().field.c_str());
    QCOMPARE(bytes(dialect.error().name), name);
    QVERIFY(dialect.error().detail.ends_with('.'));
}

void TestDialect::everyProblemIsFound()
{
    const auto problems =
        problemsIn(R"({"name":"a b","title":1,"endpoints":{},"messages":[{}],"x":1})");
    QByteArrayList places;
    for (const Error &problem : problems)
        places.append(bytes(problem.field));
    QCOMPARE(places, QByteArrayList({"/x", "/name", "/title", "/endpoints", "/messages/0/name"}));
}

void TestDialect::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray() << QByteArray("bad_json");
    QTest::newRow("cut") << QByteArray(R"({"name":"x")") << QByteArray("bad_json");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("wrong_type");
    QTest::newRow("deep") << QByteArray(9999, '[') << QByteArray("bad_json");
    QTest::newRow("not UTF-8") << QByteArray("{\"name\":\"\xff\"}") << QByteArray("bad_json");
    QTest::newRow("huge") << QByteArray(1 << 20, ' ') << QByteArray("too_large");
}

void TestDialect::brokenFilesAreRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, name);
    const auto dialect = dialectFromJson(file.toStdString());
    QVERIFY(!dialect.ok());
    QCOMPARE(bytes(dialect.error().name), name);
}

void TestDialect::aDialectIsKnownByItsUrl_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *url, const char *name, const char *base, const char *id) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(name) << QByteArray(base)
                           << QByteArray(id);
    };
    row("http://h:5001/api/v1/projects/p-1/progress/stream", "snapshot", "http://h:5001", "p-1");
    row("http://h/api/v1/projects/p%2F1/progress?x=1", "snapshot", "http://h", "p/1");
    row("https://h/events/53ae", "scan", "https://h", "53ae");
    row("https://h/proxy/jobs/53ae/", "scan", "https://h/proxy", "53ae");
    row("https://h/jobs", "scan", "https://h", "");
    row("/api/progress/stream/s", "session", "", "s");
    row("http://h/api/progress/status/s#x", "session", "http://h", "s");
    row("ws://h/api/ws/projects/p1", "rooms", "ws://h", "p1");
    row("http://h/api/projects/p1", "rooms", "http://h", "p1");
    row("wss://h/ws/chat?api_key=k", "deploy", "wss://h", "");
    row("http://h/events/", "generic", "", "");
    row("http://h/events/%zz", "generic", "", "");
    row("http://events", "generic", "", "");
    row("", "generic", "", "");
}

void TestDialect::aDialectIsKnownByItsUrl()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, id);
    const Guess guess = detect(url.toStdString());
    QCOMPARE(bytes(guess.dialect->name), name);
    QCOMPARE(bytes(guess.base), base);
    QCOMPARE(bytes(guess.id), id);
    QCOMPARE(guess.score > 0, name != "generic");
}

void TestDialect::aDialectIsKnownByItsFirstMessage_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *name, const char *message) {
        QTest::addRow("%s: %s", name, message) << QByteArray(message) << QByteArray(name);
    };
    row("snapshot", R"({"projectId":"p","step":"","stepNumber":0,"totalSteps":6,"progress":0})");
    row("scan", R"({"job_id":"j","status":"queued","submitted_at":"x"})");
    row("scan", R"({"jobs":[{"job_id":"j","submitted_at":"x"}],"total":1})");
    row("session", R"({"type":"connected","session_id":"s"})");
    row("session", R"({"type":"progress","session_id":"s","operation":"o","percentage":0.0})");
    row("rooms", R"({"type":"connection","project_id":"p1","status":"connected"})");
    row("rooms", R"({"type":"completion","project_id":"p1"})");
    row("deploy", R"({"type":"connected","session_id":"s","message":"m"})");
    row("deploy", R"({"type":"deployment_progress","deployment_id":"d"})");
    row("deploy", R"({"type":"message","data":{"content":"c"}})");
    row("generic", R"({"id":1,"status":"running"})");
    row("generic", "[1,2]");
    row("generic", "{");
}

void TestDialect::aDialectIsKnownByItsFirstMessage()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, name);
    QCOMPARE(bytes(detect({}, message.toStdString()).dialect->name), name);
    // a path that says nothing does not take it back
    QCOMPARE(bytes(detect("http:\x2f/h/my/own", message.toStdString()).dialect->name), name);
}

void TestDialect::nothingKnownFallsBack()
{
    const Guess guess = detect({}, {});
    QVERIFY(guess.dialect == &fallbackDialect());
    QCOMPARE(guess.score, 0);
    const Guess both =
        detect("/events/j", R"({"job_id":"j","status":"queued","submitted_at":"x"})");
    QVERIFY(both.score > detect("/events/j").score && both.score <= 100);
    const char *foreign = R"({"id":"7","status":"running","progress":{"done":3}})";
    QVERIFY(detect("/jobs/7", foreign).dialect == &fallbackDialect());
    QVERIFY(detect("/jobs/7", "{").dialect == builtInNamed("scan"));
    QCOMPARE(bytes(fillPath("/jobs/{id}/rerun", "a/b c")), QByteArray("/jobs/a%2Fb%20c/rerun"));
}

void TestDialect::sizesAreBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("count");
    QTest::newRow("number") << QByteArray("1234") << 1234.0;
    QTest::newRow("text") << QByteArray(R"("1234")") << 1234.0;
    QTest::newRow("GB") << QByteArray(R"("1.2 GB")") << 1288490188.0;
    QTest::newRow("comma") << QByteArray(R"("1,5 MB")") << 1572864.0;
    QTest::newRow("KiB") << QByteArray(R"("512KiB")") << 524288.0;
    QTest::newRow("kB") << QByteArray(R"("2 kB")") << 2000.0;
    QTest::newRow("bytes") << QByteArray(R"("7 bytes")") << 7.0;
    QTest::newRow("words") << QByteArray(R"("many")") << -1.0;
    QTest::newRow("parrots") << QByteArray(R"("3 parrots")") << -1.0;
    QTest::newRow("two points") << QByteArray(R"("1.2.3 GB")") << -1.0;
    QTest::newRow("nothing") << QByteArray(R"("")") << -1.0;
    QTest::newRow("a list") << QByteArray("[]") << -1.0;
}

void TestDialect::sizesAreBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(double, count);
    QCOMPARE(bytesFrom(boost::json::parse(text.toStdString())).value_or(-1), count);
}

void TestDialect::tablesPreferExactWords()
{
    const Table table{
        {"*", "running"}, {"done*", "completed"}, {"*ed", "failed"}, {"done now", "lost"}};
    QCOMPARE(lookUp(table, "done now")->means, std::optional<std::string>("lost"));
    QCOMPARE(lookUp(table, "xed")->means, std::optional<std::string>("running"));
    QVERIFY(wordFor(table, "completed") == std::nullopt);
    QVERIFY(fits("*mid*", "amidst") && !fits("*mid", "amidst") && fits("a*", "amidst"));
}

QTEST_APPLESS_MAIN(TestDialect)
#include "tst_dialect.moc"
