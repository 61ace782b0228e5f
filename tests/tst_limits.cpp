#include "tests/support/wsclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <sys/resource.h>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Way = RawClient::Way;

/// What is taken from anybody, and how long it is waited for: each limit as docs/protocol.md has it, on real sockets.
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadMayHave16KiB();
    void aBodyMayHave1MiB();
    void aMessageMayHave1MiB();
    void anUploadedLineMayHave64KiB();
    void aJobMayHave200Steps();
    void aTitleMayHave500Bytes();
    void tenThousandJobsMayRun();
    void aThousandReadersMayListenAndTheNextMayPoll();
    void aHeadThatDripsEndsAtItsDeadline();
    void aBodyThatDripsEndsAtItsDeadline_data();
    void aBodyThatDripsEndsAtItsDeadline();
    void whoSaysNothingIsLetGo_data();
    void whoSaysNothingIsLetGo();
    void whoHangsUpHalfIsLetGo_data();
    void whoHangsUpHalfIsLetGo();
};

namespace {

constexpr const char *asJson = "Content-Type: application/json\r\n";

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

QString errorName(const std::optional<Reply> &reply)
{
    return reply ? json(reply->body)[u"error"_s].toObject()[u"code"_s].toString() : u"no answer"_s;
}

ServerOptions withLimits(Limits limits)
{
    ServerOptions options;
    options.limits = limits;
    return options;
}

/// Both ends of @p count connections and some more; false when the system does not allow it.
bool mayOpen(rlim_t count)
{
    rlimit files = {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::max(files.rlim_cur, std::min(files.rlim_max, 2 * count + 200));
    return ::setrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur >= 2 * count + 200;
}

} // namespace

void TestLimits::aHeadMayHave16KiB()
{
    House house;
    for (const auto &[size, status] : {std::pair{16'384, 200}, {16'385, 431}, {70'000, 431}}) {
        const std::string bare = request("GET", "/healthz", "X: \r\n");
        const std::size_t filler = static_cast<std::size_t>(size) - bare.size();
        RawClient client(house);
        client.send(request("GET", "/healthz", "X: " + std::string(filler, 'x') + "\r\n"));
        const auto reply = client.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QCOMPARE(client.isConnected(), true);
        if (status == 431)
            QVERIFY(client.isHungUp());
    }
}

void TestLimits::aBodyMayHave1MiB()
{
    House house;
    constexpr std::size_t most = 1U << 20U;
    const std::string start = R"({"id":"a"})";
    for (const auto &[size, status] : {std::pair{most, 201}, {most + 1, 413}}) {
        RawClient client(house);
        const auto reply =
            client.ask("POST", "/api/v1/jobs", start + std::string(size - start.size(), ' '));
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        // without a length it is counted as it comes
        RawClient other(house);
        other.send(request("POST", "/api/v1/jobs",
                           std::string(asJson) + "Transfer-Encoding: chunked\r\n"));
        other.send("A\r\n" + start + "\r\n");
        std::size_t left = size - start.size();
        while (left > 0) {
            const std::size_t piece = std::min<std::size_t>(left, 65'536);
            char head[16];
            std::snprintf(head, sizeof head, "%zx\r\n", piece);
            other.send(head + std::string(piece, ' ') + "\r\n");
            left -= piece;
        }
        other.send("0\r\n\r\n");
        QCOMPARE(other.reply()->status, status == 201 ? 200 : 413);
    }
}

void TestLimits::aMessageMayHave1MiB()
{
    House house;
    constexpr std::size_t most = 1U << 20U;
    const std::string start = R"({"op":"begin","id":"a"})";
    WsClient client(house, "/api/v1/ws?watch=0");
    client.say(start + std::string(most - start.size(), ' '));
    QCOMPARE(client.event(u"done"_s)[u"id"_s].toString(), u"a"_s);
    client.say(start + std::string(most + 1 - start.size(), ' '));
    QCOMPARE(client.closed(), 1009U);
    QVERIFY(client.raw().isHungUp());

    WsClient pieces(house, "/api/v1/ws?watch=0");
    pieces.send(clientFrame(0x01, std::string(most, ' ')));
    pieces.send(clientFrame(0x80, " "));
    QCOMPARE(pieces.closed(), 1009U);
}

void TestLimits::anUploadedLineMayHave64KiB()
{
    House house;
    const auto begin = [](const char *id, std::size_t size) {
        const std::string line = std::string(R"({"op":"begin","id":")") + id + "\"}";
        return line + std::string(size - line.size(), ' ') + "\n";
    };
    RawClient client(house);
    const auto reply = client.ask("POST", "/api/v1/ingest",
                                  begin("a", 65'536) + begin("b", 65'537) + begin("c", 30),
                                  "Content-Type: application/x-ndjson\r\n");
    QVERIFY(reply);
    QVERIFY(reply->body.starts_with(R"({"line":2,)"));
    QVERIFY(reply->body.ends_with("{\"lines\":3,\"taken\":2,\"refused\":1}\n"));
    QVERIFY(!house.tracker().job({"local", "b"}));
}

void TestLimits::aJobMayHave200Steps()
{
    House house;
    RawClient client(house);
    const auto begin = [&](const char *id, int count) {
        QJsonArray steps;
        for (int i = 0; i < count; ++i)
            steps << QString::number(i);
        const QJsonObject body{{u"id"_s, QString::fromLatin1(id)}, {u"steps"_s, steps}};
        return client.ask("POST", "/api/v1/jobs", QJsonDocument(body).toJson().toStdString());
    };
    QCOMPARE(begin("a", 200)->status, 201);
    const auto refused = begin("b", 201);
    QVERIFY2(refused->status == 400 || refused->status == 413, refused->body.c_str());
    QCOMPARE(json(refused->body)[u"error"_s].toObject()[u"field"_s].toString(), u"steps"_s);
    QVERIFY(!house.tracker().job({"local", "b"}));
    // nor one by one
    QCOMPARE(client.ask("PATCH", "/api/v1/jobs/a", R"({"step":"7"})")->status, 200);
    const auto another = client.ask("PATCH", "/api/v1/jobs/a", R"({"step":"one more"})");
    QCOMPARE(another->status, 413);
    QCOMPARE(errorName(another), u"too_many_steps"_s);
    QCOMPARE(house.tracker().job({"local", "a"})->steps.size(), std::size_t(200));
}

void TestLimits::aTitleMayHave500Bytes()
{
    House house;
    RawClient client(house);
    const auto begin = [&](const char *id, const QString &title) {
        const QJsonObject body{{u"id"_s, QString::fromLatin1(id)}, {u"title"_s, title}};
        return client.ask("POST", "/api/v1/jobs", QJsonDocument(body).toJson().toStdString());
    };
    QCOMPARE(begin("a", QString(500, u't'))->status, 201);
    QCOMPARE(begin("b", QString(166, u'\u2603'))->status, 201); // 498 bytes
    for (const QString &title :
         {QString(501, u't'), QString(167, u'\u2603'), QString(9999, u't')}) {
        const auto refused = begin("c", title);
        QCOMPARE(refused->status, 400);
        QCOMPARE(errorName(refused), u"too_long"_s);
    }
    QCOMPARE(house.tracker().size(), std::size_t(2));
}

void TestLimits::tenThousandJobsMayRun()
{
    House house;
    std::string lines;
    for (int i = 0; i <= 10'000; ++i)
        lines += R"({"op":"begin","id":"j)" + std::to_string(i) + "\"}\n";
    RawClient client(house);
    const auto reply =
        client.ask("POST", "/api/v1/ingest", lines, "Content-Type: application/x-ndjson\r\n");
    QVERIFY(reply);
    QVERIFY(reply->body.find(R"("line":10001,"id":"j10000","error":{"code":"too_many_jobs")") !=
            std::string::npos);
    QCOMPARE(house.tracker().size(), std::size_t(10'000));
    const auto full = client.ask("POST", "/api/v1/jobs", R"({"id":"late"})");
    QCOMPARE(full->status, 429);
    QVERIFY(!full->header("retry-after").empty());
    QCOMPARE(client.ask("PATCH", "/api/v1/jobs/j1", R"({"percent":5})")->status, 200);
    QCOMPARE(client.ask("POST", "/api/v1/jobs/j1/complete")->status, 200);
    QCOMPARE(client.ask("POST", "/api/v1/jobs", R"({"id":"late"})")->status, 201);
    QCOMPARE(house.tracker().size(), std::size_t(10'000));
}

void TestLimits::aThousandReadersMayListenAndTheNextMayPoll()
{
    if (!mayOpen(1'010))
        QSKIP("the system allows too few open files");
    House house;
    house.begin("a");
    std::vector<std::unique_ptr<RawClient>> readers;
    for (int i = 0; i < 1'000; ++i) {
        readers.push_back(std::make_unique<RawClient>(house, i % 2 ? Way::Tcp : Way::Unix));
        QVERIFY(readers.back()->listen("/api/v1/jobs/stream"));
    }
    QCOMPARE(house.server().counters().subscribers, std::uint64_t(1'000));
    RawClient late(house);
    const auto full = late.ask("GET", "/api/v1/jobs/stream");
    QVERIFY(full);
    QCOMPARE(full->status, 503);
    QCOMPARE(errorName(full), u"too_many_subscribers"_s);
    QVERIFY(!full->header("retry-after").empty());
    WsClient socket(house);
    QCOMPARE(socket.status(), 503);
    // what it could not stream it can poll, on the same connection
    const auto polled = late.ask("GET", "/api/v1/changes");
    QCOMPARE(polled->status, 200);
    const std::string cursor = json(polled->body)[u"cursor"_s].toString().toStdString();
    house.update("a", 70);
    const auto changes = late.ask("GET", "/api/v1/changes?after=" + cursor);
    QCOMPARE(json(changes->body)[u"jobs"_s].toArray()[0].toObject()[u"percent"_s].toDouble(), 70.0);
    for (const auto &reader : readers) // and nobody who is in was harmed
        QVERIFY(reader->events(3).size() == 3);
    readers.pop_back();
    QVERIFY(house.pump([&] { return house.server().counters().subscribers == 999; }));
    QVERIFY(late.listen("/api/v1/jobs/stream"));
}

void TestLimits::aHeadThatDripsEndsAtItsDeadline()
{
    Limits limits;
    limits.headerTimeout = Millis(80);
    House house(withLimits(limits));
    RawClient client(house);
    client.send("GET /healthz HTTP/1.1\r\n");
    QVERIFY(house.pump([&] {
        client.send("X: y\r\n");
        client.readSome();
        return client.raw().starts_with("HTTP/1.1 408 ");
    }));
    QVERIFY(client.isHungUp());
    QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
}

void TestLimits::aBodyThatDripsEndsAtItsDeadline_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with a length") << false;
    QTest::newRow("in chunks") << true;
}

/// Every byte comes in time; all of them together do not.
void TestLimits::aBodyThatDripsEndsAtItsDeadline()
{
    QFETCH(const bool, chunked);
    Limits limits;
    limits.bodyTimeout = Millis(80);
    House house(withLimits(limits));
    RawClient client(house);
    client.send(request("POST", "/api/v1/jobs",
                        std::string(asJson) + (chunked ? "Transfer-Encoding: chunked\r\n"
                                                       : "Content-Length: 1000000\r\n")));
    QVERIFY(house.pump([&] {
        client.send(chunked ? "1\r\n \r\n" : " ");
        client.readSome();
        return client.raw().starts_with("HTTP/1.1 408 ");
    }));
    QVERIFY(client.isHungUp());
    QCOMPARE(house.tracker().size(), std::size_t(0));
}

void TestLimits::whoSaysNothingIsLetGo_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("from the start") << std::string();
    QTest::newRow("after a request") << request("GET", "/healthz");
    QTest::newRow("after empty lines") << std::string("\r\n");
}

void TestLimits::whoSaysNothingIsLetGo()
{
    QFETCH(const std::string, bytes);
    Limits limits;
    limits.idleTimeout = limits.headerTimeout = Millis(60);
    House house(withLimits(limits));
    RawClient client(house);
    client.send(bytes);
    QVERIFY(client.isHungUp());
    client.hangUp();
    QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
}

void TestLimits::whoHangsUpHalfIsLetGo_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("idle") << std::string();
    QTest::newRow("in a head") << std::string("GET /healthz HTT");
    QTest::newRow("in a body") << request("POST", "/api/v1/jobs", "Content-Length: 50\r\n") + "{";
    QTest::newRow("in an upload") << request("POST", "/api/v1/ingest",
                                             "Content-Type: application/x-ndjson\r\n"
                                             "Content-Length: 50\r\n") +
                                         "{";
    QTest::newRow("a stream") << request("GET", "/api/v1/jobs/stream");
    QTest::newRow("a stream that holds a job")
        << request("GET", "/api/v1/jobs/stream?job=a&hold=1");
}

/// A peer that will say nothing more is gone: nothing waits for it until some time-out.
void TestLimits::whoHangsUpHalfIsLetGo()
{
    QFETCH(const std::string, bytes);
    House house;
    house.begin("a");
    RawClient client(house);
    client.send(bytes);
    house.settle();
    client.shutdownWrites();
    QVERIFY(client.isHungUp());
    QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
    QCOMPARE(house.server().counters().subscribers, std::uint64_t(0));
    QCOMPARE(house.tracker().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
