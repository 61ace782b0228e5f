#include "core/serve/cctray.h"
#include "core/serve/ingest.h"
#include "tests/support/house.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

/// Reports in bulk, and reading without a stream.
class tst_Ingest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreTakenHoweverTheyAreCut_data();
    void linesAreTakenHoweverTheyAreCut();
    void whatIsRefusedIsAnsweredByItsLine();
    void anUploadMayBeLongerThanAnyBody();
    void manyRefusalsLeaveBeforeTheEnd();
    void anUploadThatBreaksOffKeepsWhatItSaid();
    void uploadsAreTurnedAwayByTheirHead_data();
    void uploadsAreTurnedAwayByTheirHead();
    void theAnswerWaitsUntilEveryEndIsSafe();
    void whatFollowsAnUploadIsAnswered();
    void pollingBringsWhatTheStreamWould();
    void nothingNewIsNotModified();
    void theLatestRunOfEachKindIsAProject();
    void textIsNoMarkup();
};

namespace {

constexpr std::string_view ndjson = "Content-Type: application/x-ndjson\r\n";

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

QList<QJsonObject> linesOf(const std::string &text)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n')) {
        if (!line.isEmpty())
            lines << QJsonDocument::fromJson(line).object();
    }
    return lines;
}

JobPtr ran(const std::string &id, const std::string &kind, State state, int minute,
           const std::string &url = {})
{
    Job job{.key = {.id = id}};
    job.kind = kind;
    job.state = state;
    job.url = url;
    job.createdAt = WallTime{} + std::chrono::minutes(minute);
    if (isFinal(state))
        job.finishedAt = job.createdAt + std::chrono::seconds(30);
    return std::make_shared<const Job>(std::move(job));
}

QList<QHash<QString, QString>> projectsIn(const std::string &xml)
{
    QList<QHash<QString, QString>> found;
    QXmlStreamReader reader(QByteArray::fromStdString(xml));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"Project"_s)
            continue;
        QHash<QString, QString> project;
        for (const auto &attribute : reader.attributes())
            project[attribute.name().toString()] = attribute.value().toString();
        found << project;
    }
    return reader.hasError() ? QList<QHash<QString, QString>>{} : found;
}

} // namespace

void tst_Ingest::linesAreTakenHoweverTheyAreCut_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with a length") << false;
    QTest::newRow("in chunks") << true;
}

void tst_Ingest::linesAreTakenHoweverTheyAreCut()
{
    QFETCH(const bool, chunked);
    const std::string lines = "{\"op\":\"begin\",\"id\":\"a\",\"title\":\"A\"}\n"
                              "\r\n"
                              "{\"op\":\"update\",\"id\":\"a\",\"percent\":40}\r\n"
                              "{\"op\":\"log\",\"id\":\"a\",\"lines\":[\"x\",\"y\"]}\n"
                              "{\"op\":\"update\",\"id\":\"a\",\"percent\":60}"; // no line end
    for (std::size_t cut = 1; cut < lines.size(); cut += 7) {
        House house;
        RawClient client(house);
        if (chunked) {
            client.send(request("POST", "/api/v1/ingest",
                                std::string(ndjson) + "Transfer-Encoding: chunked\r\n"));
            for (const std::string &part : {lines.substr(0, cut), lines.substr(cut)}) {
                char size[16];
                std::snprintf(size, sizeof size, "%zx\r\n", part.size());
                client.send(size + part + "\r\n");
                house.settle();
            }
            client.send("0\r\n\r\n");
        } else {
            const std::string whole = request("POST", "/api/v1/ingest", ndjson, lines);
            const std::size_t at = whole.size() - lines.size() + cut;
            client.send(std::string_view(whole).substr(0, at));
            house.settle();
            client.send(std::string_view(whole).substr(at));
        }
        const auto reply = client.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->header("content-type"), "application/x-ndjson"s);
        QCOMPARE(reply->body, "{\"lines\":4,\"taken\":4,\"refused\":0}\n"s);
        QCOMPARE(house.tracker().job({"local", "a"})->percent, std::optional(60.0));
        QCOMPARE(house.tracker().log({"local", "a"}, 0, 9)->lines.size(), std::size_t(2));
    }
}

void tst_Ingest::whatIsRefusedIsAnsweredByItsLine()
{
    House house;
    RawClient client(house);
    const std::string longLine =
        "{\"op\":\"log\",\"id\":\"a\",\"lines\":[\"" + std::string(70'000, 'x') + "\"]}\n";
    const auto reply = client.ask("POST", "/api/v1/ingest",
                                  "{\"op\":\"begin\",\"id\":\"a\"}\n"
                                  "\n"
                                  "{\"op\":\"update\",\"id\":\"a\",\"percent\":200}\n" +
                                      longLine +
                                      "not JSON\n"
                                      "{\"op\":\"update\",\"id\":\"nobody\",\"percent\":1}\n"
                                      "{\"op\":\"complete\",\"id\":\"a\"}\n",
                                  ndjson);
    QVERIFY(reply);
    const auto lines = linesOf(reply->body);
    QCOMPARE(lines.size(), 5);
    const auto check = [&](int at, int line, const QString &code) {
        QCOMPARE(lines[at][u"line"_s].toInt(), line);
        QCOMPARE(lines[at][u"error"_s].toObject()[u"code"_s].toString(), code);
        QVERIFY(!lines[at][u"error"_s].toObject()[u"message"_s].toString().isEmpty());
    };
    check(0, 3, u"out_of_range"_s);
    check(1, 4, u"too_large"_s);
    check(2, 5, u"bad_json"_s);
    check(3, 6, u"no_such_job"_s);
    QCOMPARE(lines[3][u"id"_s].toString(), u"nobody"_s);
    QCOMPARE(lines[4][u"taken"_s].toInt(), 2);
    QCOMPARE(lines[4][u"refused"_s].toInt(), 4);
    QCOMPARE(house.tracker().job({"local", "a"})->state, State::Completed);
}

void tst_Ingest::anUploadMayBeLongerThanAnyBody()
{
    House house;
    house.begin("a");
    std::string lines;
    int count = 0;
    while (lines.size() < (5U << 20U)) {
        lines += "{\"op\":\"update\",\"id\":\"a\",\"current\":" + std::to_string(++count) + "}\n";
    }
    RawClient client(house);
    const auto reply = client.ask("POST", "/api/v1/ingest", lines, ndjson);
    QVERIFY(reply);
    QCOMPARE(json(reply->body)[u"taken"_s].toInt(), count);
    QCOMPARE(house.tracker().job({"local", "a"})->current, std::optional(double(count)));
    const auto still = client.ask("POST", "/api/v1/jobs", std::string(2U << 20U, ' '));
    QVERIFY(still);
    QCOMPARE(still->status, 413); // other bodies have their limit
}

void tst_Ingest::manyRefusalsLeaveBeforeTheEnd()
{
    House house;
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += "nonsense\n";
    RawClient client(house);
    client.send(request("POST", "/api/v1/ingest", ndjson, lines));
    QVERIFY(client.isHungUp());
    const std::string raw = client.raw();
    QVERIFY(raw.starts_with("HTTP/1.1 200 "));
    const auto answers = linesOf(raw.substr(raw.find("\r\n\r\n") + 4));
    QCOMPARE(answers.size(), 20'001);
    QCOMPARE(answers.last()[u"refused"_s].toInt(), 20'000);
}

void tst_Ingest::anUploadThatBreaksOffKeepsWhatItSaid()
{
    House house;
    {
        RawClient client(house);
        client.send(
            request("POST", "/api/v1/ingest", std::string(ndjson) + "Content-Length: 9999\r\n") +
            "{\"op\":\"begin\",\"id\":\"a\"}\n{\"op\":\"begin\",\"id\":\"b\"");
        QVERIFY(house.pump([&] { return house.tracker().size() == 1; }));
    }
    QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
    QCOMPARE(house.tracker().size(), std::size_t(1)); // half a line is none
}

void tst_Ingest::uploadsAreTurnedAwayByTheirHead_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("JSON") << "POST"s
                          << "Content-Type: application/json\r\n"s << 415;
    QTest::newRow("a form") << "POST"s
                            << "Content-Type: application/x-www-form-urlencoded\r\n"s << 415;
    QTest::newRow("no type") << "POST"s
                             << ""s << 415;
    QTest::newRow("PUT") << "PATCH"s << std::string(ndjson) << 405;
    QTest::newRow("with parameters")
        << "POST"s
        << "Content-Type: application/x-ndjson; charset=utf-8\r\n"s << 200;
}

void tst_Ingest::uploadsAreTurnedAwayByTheirHead()
{
    QFETCH(const std::string, method);
    QFETCH(const std::string, headers);
    QFETCH(const int, status);
    House house;
    RawClient client(house);
    const auto reply =
        client.ask(method, "/api/v1/ingest", "{\"op\":\"begin\",\"id\":\"a\"}\n", headers);
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(house.tracker().size(), std::size_t(status == 200 ? 1 : 0));
}

void tst_Ingest::theAnswerWaitsUntilEveryEndIsSafe()
{
    House house;
    std::vector<std::function<void(std::optional<Error>)>> waiting;
    house.server().keepEndsWith(
        [&](const JobPtr &, std::function<void(std::optional<Error>)> answer) {
            waiting.push_back(std::move(answer));
        });
    RawClient client(house);
    client.send(request("POST", "/api/v1/ingest", ndjson,
                        "{\"op\":\"begin\",\"id\":\"a\"}\n{\"op\":\"begin\",\"id\":\"b\"}\n"
                        "{\"op\":\"fail\",\"id\":\"a\",\"error\":\"x\"}\n"
                        "{\"op\":\"complete\",\"id\":\"b\"}\n"));
    QVERIFY(house.pump([&] { return waiting.size() == 2; }));
    waiting[1](std::nullopt);
    house.settle();
    client.readSome();
    QCOMPARE(client.raw(), std::string());
    waiting[0](Error{Error::Code::Internal, "disk_full", "The disk is full.", {}});
    const auto reply = client.reply();
    QVERIFY(reply);
    const auto lines = linesOf(reply->body);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][u"line"_s].toInt(), 3);
    QCOMPARE(lines[1][u"taken"_s].toInt(), 3);
}

void tst_Ingest::whatFollowsAnUploadIsAnswered()
{
    House house;
    RawClient client(house);
    client.send(request("POST", "/api/v1/ingest", ndjson, "{\"op\":\"begin\",\"id\":\"a\"}\n") +
                request("POST", "/api/v1/ingest", std::string(ndjson) + "Content-Length: 0\r\n") +
                request("GET", "/api/v1/jobs/a"));
    QCOMPARE(json(client.reply()->body)[u"taken"_s].toInt(), 1);
    QCOMPARE(json(client.reply()->body)[u"lines"_s].toInt(-1), 0);
    QCOMPARE(json(client.reply()->body)[u"id"_s].toString(), u"a"_s);
}

void tst_Ingest::pollingBringsWhatTheStreamWould()
{
    House house;
    RawClient client(house);
    house.begin("a");
    house.begin("b");
    const QJsonObject first = json(client.ask("GET", "/api/v1/changes")->body);
    QVERIFY(first[u"reset"_s].toBool());
    QCOMPARE(first[u"jobs"_s].toArray().size(), 2);
    const std::string cursor = first[u"cursor"_s].toString().toStdString();
    house.update("b", 50);
    house.end("a");
    QVERIFY(house.tracker().apply({.op = Update::Op::Forget, .key = {"local", "a"}}).ok());
    const QJsonObject next = json(client.ask("GET", "/api/v1/changes?after=" + cursor)->body);
    QVERIFY(!next.contains(u"reset"_s));
    // the end of a job that is gone again is not kept from anybody
    QCOMPARE(next[u"jobs"_s].toArray().size(), 2);
    QCOMPARE(next[u"removed"_s].toArray().size(), 1);
    const QJsonObject one = json(client.ask("GET", "/api/v1/changes?job=b&after=" + cursor)->body);
    QCOMPARE(one[u"jobs"_s].toArray().size(), 1);
    QVERIFY(!one.contains(u"removed"_s));
    QVERIFY(json(client.ask("GET", "/api/v1/changes?after=other-3")->body)[u"reset"_s].toBool());
    QCOMPARE(client.ask("GET", "/api/v1/changes?after=nonsense%20")->status, 400);
}

void tst_Ingest::nothingNewIsNotModified()
{
    House house;
    RawClient client(house);
    house.begin("a");
    const auto first = client.ask("GET", "/api/v1/changes");
    const std::string tag = first->header("etag");
    QVERIFY(!tag.empty());
    const std::string condition = "If-None-Match: " + tag + "\r\n";
    const auto same = client.ask("GET", "/api/v1/changes", {}, condition);
    QCOMPARE(same->status, 304);
    QCOMPARE(same->body, std::string());
    QCOMPARE(client.ask("GET", "/api/v1/changes", {}, "If-None-Match: W/" + tag + "\r\n")->status,
             304); // a cache on the way made it weak
    house.update("a", 5);
    QCOMPARE(client.ask("GET", "/api/v1/changes", {}, condition)->status, 200);
}

void tst_Ingest::theLatestRunOfEachKindIsAProject()
{
    const auto projects = projectsIn(cctrayXml({
        ran("1", "build", State::Completed, 1, "https://ci.example/1"),
        ran("2", "build", State::Failed, 5),
        ran("3", "build", State::Running, 9),
        ran("4", "deploy", State::Lost, 2),
        ran("5", "deploy", State::Completed, 1),
        ran("6", "queue", State::Queued, 1),
        ran("7", "", State::Failed, 3),
    }));
    QCOMPARE(projects.size(), 3);
    QCOMPARE(projects[0][u"name"_s], u"build"_s);
    QCOMPARE(projects[0][u"activity"_s], u"Building"_s);
    QCOMPARE(projects[0][u"lastBuildStatus"_s], u"Failure"_s); // not hidden by the run that is on
    QCOMPARE(projects[0][u"lastBuildLabel"_s], u"2"_s);
    QCOMPARE(projects[0][u"lastBuildTime"_s], u"1970-01-01T00:05:30.000Z"_s);
    QCOMPARE(projects[1][u"activity"_s], u"Sleeping"_s);
    QCOMPARE(projects[1][u"lastBuildStatus"_s], u"Exception"_s);
    QCOMPARE(projects[2][u"lastBuildStatus"_s], u"Unknown"_s);

    House house;
    RawClient client(house);
    const auto reply = client.ask("GET", "/cctray.xml");
    QCOMPARE(reply->status, 200);
    QVERIFY(reply->header("content-type").starts_with("application/xml"));
    QVERIFY(reply->body.find("<Projects>") != std::string::npos);
}

void tst_Ingest::textIsNoMarkup()
{
    const std::string kind = "a\"/><x>&'\x01";
    const auto projects = projectsIn(cctrayXml({ran("<1>", kind, State::Failed, 1)}));
    QCOMPARE(projects.size(), 1);
    QCOMPARE(projects[0][u"name"_s], u"a\"/><x>&' "_s);
    QCOMPARE(projects[0][u"lastBuildLabel"_s], u"<1>"_s);
}

QTEST_GUILESS_MAIN(tst_Ingest)
#include "tst_ingest.moc"
