#include "core/wire/json.h"
#include "tests/support/wsclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;

/// What somebody who sends something odd is told, so that it is found without reading this program.
class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageOfNothingIsRefused_data();
    void aPageOfNothingIsRefused();
    void fieldsThatNobodyKnowsAreNamed_data();
    void fieldsThatNobodyKnowsAreNamed();
    void whatIsNamedIsCleanAndShort();
    void pagesOfOtherOriginsMaySeeIt();
    void anUnknownOpIsToldAllThatThereAre();
    void aRefusedLineNamesItsJob_data();
    void aRefusedLineNamesItsJob();
    void blankLinesArePassedOver();
    void whatIsWrongIsCalledWhatItIs();
};

namespace {

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

QJsonObject errorIn(const std::string &text)
{
    return json(text)[u"error"_s].toObject();
}

std::vector<std::string> ingest(House &house, const std::string &lines)
{
    RawClient client(house);
    const auto reply =
        client.ask("POST", "/api/v1/ingest", lines, "Content-Type: application/x-ndjson\r\n");
    std::vector<std::string> answers;
    for (const QByteArray &line : QByteArray::fromStdString(reply->body).trimmed().split('\n'))
        answers.push_back(line.toStdString());
    return answers;
}

} // namespace

void TestHints::aPageOfNothingIsRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : {u"jobs"_s, u"changes"_s, u"jobs/a/log"_s, u"history"_s})
        QTest::newRow(qPrintable(path)) << path;
}

void TestHints::aPageOfNothingIsRefused()
{
    QFETCH(const QString, path);
    House house;
    house.begin("a");
    RawClient client(house);
    const auto refused = client.ask("GET", "/api/v1/" + path.toStdString() + "?limit=0");
    QCOMPARE(refused->status, 400);
    QCOMPARE(errorIn(refused->body)[u"field"_s].toString(), u"limit"_s);
    QCOMPARE(errorIn(refused->body)[u"message"_s].toString(),
             u"limit must be a whole number from 1 on, such as limit=100."_s);
    if (path != u"history"_s) // nobody keeps one here
        QCOMPARE(client.ask("GET", "/api/v1/" + path.toStdString() + "?limit=1")->status, 200);
}

void TestHints::fieldsThatNobodyKnowsAreNamed_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("ignored");
    const auto row = [](const char *name, const char *method, const char *path, const char *body,
                        const char *ignored) {
        QTest::newRow(name) << std::string(method) << std::string(path) << std::string(body)
                            << std::string(ignored);
    };
    row("begun", "POST", "/api/v1/jobs", R"({"id":"b","titel":"x"})", "titel");
    row("begun again", "POST", "/api/v1/jobs", R"({"id":"a","persent":4})", "persent");
    row("updated", "PATCH", "/api/v1/jobs/a", R"({"persent":4,"percent":5,"colour":[]})",
        "persent, colour");
    row("ended", "POST", "/api/v1/jobs/a/complete", R"({"result":{"a":1}})", "result");
    row("logged", "POST", "/api/v1/jobs/a/log", R"({"lines":["x"],"percent":5})", "percent");
    row("all known", "PATCH", "/api/v1/jobs/a", R"({"percent":5,"details":{"free":1}})", "");
    row("a line of reports", "PATCH", "/api/v1/jobs/a",
        R"({"op":"update","id":"a","source":"local","percent":5})", "");
    row("nothing", "POST", "/api/v1/jobs/a/complete", "", "");
    row("refused", "PATCH", "/api/v1/jobs/a", R"({"percent":500,"persent":5})", "");
}

void TestHints::fieldsThatNobodyKnowsAreNamed()
{
    QFETCH(const std::string, method);
    QFETCH(const std::string, path);
    QFETCH(const std::string, body);
    QFETCH(const std::string, ignored);
    House house;
    house.begin("a");
    RawClient client(house);
    const auto reply = client.ask(method, path, body);
    QVERIFY(reply);
    QCOMPARE(reply->header("afoot-ignored"), ignored);
}

void TestHints::whatIsNamedIsCleanAndShort()
{
    House house;
    house.begin("a");
    RawClient client(house);
    const auto odd =
        client.ask("PATCH", "/api/v1/jobs/a", "{\"a\\r\\nSet-Cookie: b\":1,\"\xC3\xA4\":2,\"\":3}");
    QCOMPARE(odd->status, 200);
    QCOMPARE(odd->header("afoot-ignored"), std::string("a??Set-Cookie??b, ??, ?"));
    QCOMPARE(odd->header("set-cookie"), std::string());
    std::string many = "{";
    for (int i = 0; i < 200; ++i)
        many += "\"field" + std::to_string(i) + std::string(20, 'x') + "\":0,";
    many += "\"percent\":5}";
    const auto reply = client.ask("PATCH", "/api/v1/jobs/a", many);
    const std::string named = reply->header("afoot-ignored");
    QVERIFY(named.size() <= 200);
    QVERIFY(named.starts_with("field0xx") && named.ends_with(", ..."));
    QCOMPARE(json(reply->body)[u"percent"_s].toDouble(), 5.0);
    const auto one = client.ask("PATCH", "/api/v1/jobs/a", "{\"" + std::string(900, 'x') + "\":1}");
    QCOMPARE(one->header("afoot-ignored"), std::string(60, 'x'));
}

void TestHints::pagesOfOtherOriginsMaySeeIt()
{
    ServerOptions options;
    options.origins = {"https://dash.example"};
    House house(std::move(options));
    house.begin("a");
    RawClient client(house);
    const auto reply =
        client.ask("PATCH", "/api/v1/jobs/a", R"({"persent":4})",
                   "Content-Type: application/json\r\nOrigin: https://dash.example\r\n");
    QCOMPARE(reply->header("access-control-expose-headers"), std::string("ETag, Afoot-Ignored"));
    QCOMPARE(reply->header("afoot-ignored"), std::string("persent"));
}

void TestHints::anUnknownOpIsToldAllThatThereAre()
{
    const QString ops =
        u"op must be one of begin, update, log, complete, fail, ask, see, forget, clear"_s;
    House house;
    const auto answers = ingest(house, "{\"op\":\"explode\",\"id\":\"a\"}\n");
    QCOMPARE(errorIn(answers[0])[u"message"_s].toString(), ops + u'.');
    WsClient client(house, "/api/v1/ws?watch=0");
    client.say(R"({"op":"explode","id":"a"})");
    QCOMPARE(client.event(u"refused"_s)[u"error"_s].toObject()[u"message"_s].toString(),
             ops + u", cancel, pause, resume, retry."_s);
    // and each of them is one
    for (const char *op : {"begin", "update", "log", "complete", "fail", "ask", "see", "forget",
                           "clear", "cancel", "pause", "resume", "retry"}) {
        client.say(std::string("{\"op\":\"") + op + "\",\"ref\":\"" + op + "\"}");
        const QJsonObject error = op == std::string("begin")
                                      ? QJsonObject()
                                      : client.event(u"refused"_s)[u"error"_s].toObject();
        QVERIFY2(error[u"field"_s].toString() != u"op"_s, op);
    }
}

void TestHints::aRefusedLineNamesItsJob_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const char *line, const QString &id) {
        QTest::newRow(name) << std::string(line) << id;
    };
    row("unknown op", R"({"op":"explode","id":"a"})", u"a"_s);
    row("no op", R"({"id":"a"})", u"a"_s);
    row("a wrong value", R"({"op":"update","id":"a","percent":500})", u"a"_s);
    row("a wrong id", R"({"op":"update","id":"","percent":5})", {});
    row("an id that is no text", R"({"op":"update","id":{}})", {});
    row("no id", R"({"op":"update","percent":5})", {});
    row("no JSON", "not JSON", {});
    row("an unknown job", R"({"op":"update","id":"nobody","percent":5})", u"nobody"_s);
}

void TestHints::aRefusedLineNamesItsJob()
{
    QFETCH(const std::string, line);
    QFETCH(const QString, id);
    House house;
    const auto answers = ingest(house, line + "\n");
    QCOMPARE(answers.size(), std::size_t(2));
    QCOMPARE(json(answers[0])[u"line"_s].toInt(), 1);
    QCOMPARE(json(answers[0]).contains(u"id"_s), !id.isEmpty());
    QCOMPARE(json(answers[0])[u"id"_s].toString(), id);
}

void TestHints::blankLinesArePassedOver()
{
    House house;
    const auto answers = ingest(
        house, "\n\r\n  \t \r\n{\"op\":\"begin\",\"id\":\"a\"}\r\n\n\n{\"op\":\"x\"}\n \n\r");
    QCOMPARE(answers.size(), std::size_t(2));
    QCOMPARE(json(answers[0])[u"line"_s].toInt(), 7); // as an editor counts them
    QCOMPARE(QByteArray::fromStdString(answers[1]),
             QByteArray("{\"lines\":2,\"taken\":1,\"refused\":1}"));
}

void TestHints::whatIsWrongIsCalledWhatItIs()
{
    House house;
    for (const char *wrong : {"{", "[]"}) {
        const auto line = ingest(house, std::string(wrong) + "\n");
        QVERIFY2(errorIn(line[0])[u"message"_s].toString().startsWith(u"The line "_s),
                 line[0].c_str());
        RawClient client(house);
        const auto body = client.ask("POST", "/api/v1/jobs", wrong);
        QVERIFY2(errorIn(body->body)[u"message"_s].toString().startsWith(u"The body "_s),
                 body->body.c_str());
        WsClient socket(house, "/api/v1/ws?watch=0");
        socket.say(wrong);
        const QJsonObject error = socket.event(u"refused"_s)[u"error"_s].toObject();
        QVERIFY(error[u"message"_s].toString().startsWith(u"The message "_s));
    }
    const auto end = ingest(house, "{\"op\":\"complete\",\"id\":\"a\",\"state\":\"failed\"}\n");
    QCOMPARE(errorIn(end[0])[u"message"_s].toString(),
             u"state is failed, but complete ends the job as completed; leave it out."_s);
}

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
