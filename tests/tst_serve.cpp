#include "core/serve/outbox.h"
#include "core/serve/sockets.h"
#include "tests/support/house.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <random>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Way = RawClient::Way;

namespace {

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

QString errorName(const std::optional<Reply> &reply)
{
    return reply ? json(reply->body)["error"_L1].toObject()["code"_L1].toString() : u"no answer"_s;
}

ServerOptions withLimits(Limits limits)
{
    ServerOptions options;
    options.limits = limits;
    return options;
}

QStringList types(const std::vector<wire::SseEvent> &events)
{
    QStringList out;
    for (const wire::SseEvent &event : events)
        out << QString::fromStdString(event.type);
    return out;
}

double percentIn(const wire::SseEvent &event)
{
    return json(event.data)["percent"_L1].toDouble(-1);
}

unsigned modeOf(const std::string &path)
{
    struct stat info = {};
    return ::lstat(path.c_str(), &info) == 0 ? info.st_mode & 07777U : 0U;
}

int openFiles()
{
    int count = 0;
    for (int fd = 0; fd < 4096; ++fd)
        count += ::fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
    return count;
}

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDoorAnswers_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("unix") << static_cast<int>(Way::Unix);
        QTest::newRow("127.0.0.1") << static_cast<int>(Way::Tcp);
        QTest::newRow("::1") << static_cast<int>(Way::Tcp6);
    }

    void everyDoorAnswers()
    {
        QFETCH(int, way);
        House house;
        RawClient client(house, static_cast<Way>(way));
        if (!client.isConnected() && static_cast<Way>(way) == Way::Tcp6)
            QSKIP("no IPv6 on this machine");
        QVERIFY(client.isConnected());
        const auto made = client.ask("POST", "/api/v1/jobs", R"({"id":"a","title":"Über"})");
        QVERIFY(made);
        QCOMPARE(made->status, 201);
        QCOMPARE(made->header("content-type"), std::string("application/json"));
        QCOMPARE(made->header("cache-control"), std::string("no-store"));
        QCOMPARE(made->header("x-content-type-options"), std::string("nosniff"));
        QVERIFY(!made->header("content-security-policy").empty());
        QCOMPARE(made->header("date"), std::string("Fri, 20 Nov 2026 14:00:00 GMT"));
        QCOMPARE(json(made->body)["title"_L1].toString(), u"Über"_s);
        // the same connection goes on
        const auto shown = client.ask("GET", "/api/v1/jobs/a");
        QVERIFY(shown && shown->status == 200);
        const auto head = client.ask("HEAD", "/api/v1/jobs/a");
        QVERIFY(head && head->status == 200);
        QCOMPARE(head->header("content-length"), std::to_string(shown->body.size()));
        const auto ended = client.ask("POST", "/api/v1/jobs/a/complete");
        QVERIFY(ended && ended->status == 200);
        const auto gone = client.ask("DELETE", "/api/v1/jobs/a");
        QVERIFY(gone && gone->status == 204);
        QVERIFY(gone->header("content-length").empty());
        QCOMPARE(client.ask("GET", "/api/v1/jobs/a")->status, 404);
        QCOMPARE(house.server().counters().connections, std::uint64_t{1});
        QCOMPARE(house.server().counters().updates, std::uint64_t{3});
    }

    void overTcpEveryRequestNeedsTheToken()
    {
        House house;
        for (const char *path : {"/healthz", "/api/v1/jobs", "/api/v1/jobs/stream", "/nothing"}) {
            RawClient client(house);
            client.send(std::string("GET ") + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            const auto reply = client.reply();
            QVERIFY(reply);
            QCOMPARE(reply->status, 401);
            QVERIFY(reply->header("www-authenticate").starts_with("Bearer"));
            QVERIFY(reply->body.find(token) == std::string::npos);
        }
        QCOMPARE(house.server().counters().refused, std::uint64_t{4});
        RawClient browser(house);
        browser.send(std::string("GET /healthz?token=") + token +
                     " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(browser.reply()->status, 200);
        RawClient own(house, Way::Unix);
        own.send("GET /healthz HTTP/1.1\r\nHost: afoot\r\n\r\n");
        QCOMPARE(own.reply()->status, 200);
    }

    void foreignersAreTurnedAway()
    {
        House house;
        RawClient rebound(house);
        rebound.send(
            std::string("GET /healthz HTTP/1.1\r\nHost: evil.com\r\nAuthorization: Bearer ") +
            token + "\r\n\r\n");
        auto reply = rebound.reply();
        QCOMPARE(reply->status, 403);
        QCOMPARE(errorName(reply), u"foreign_host"_s);
        QVERIFY(rebound.isHungUp());
        RawClient page(house);
        reply = page.ask("GET", "/healthz", {}, "Origin: http://evil.com\r\n");
        QCOMPARE(reply->status, 403);
        QCOMPARE(errorName(reply), u"foreign_origin"_s);
        QVERIFY(reply->header("access-control-allow-origin").empty());
        RawClient unixPage(house, Way::Unix);
        QCOMPARE(unixPage.ask("GET", "/healthz", {}, "Origin: null\r\n")->status, 403);
    }

    void configuredOriginsGetCorsForThemselvesAlone()
    {
        ServerOptions options;
        options.origins = {"https://dash.example"};
        House house(options);
        RawClient page(house);
        auto reply = page.ask("GET", "/healthz", {}, "Origin: https://dash.example\r\n");
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->header("access-control-allow-origin"), std::string("https://dash.example"));
        QCOMPARE(reply->header("vary"), std::string("Origin"));
        page.send(
            "OPTIONS /api/v1/jobs/a HTTP/1.1\r\nHost: localhost\r\nOrigin: https://dash.example\r\n"
            "Access-Control-Request-Method: PATCH\r\n\r\n");
        reply = page.reply();
        QCOMPARE(reply->status, 204);
        QCOMPARE(reply->header("access-control-allow-origin"), std::string("https://dash.example"));
        QVERIFY(reply->header("access-control-allow-methods").find("PATCH") != std::string::npos);
        QVERIFY(reply->header("access-control-allow-headers").find("If-None-Match") !=
                std::string::npos);
        QVERIFY(reply->header("access-control-allow-headers").find("Authorization") !=
                std::string::npos);
        QVERIFY(reply->header("access-control-allow-credentials").empty());
        const auto plain = page.ask("GET", "/healthz");
        QVERIFY(plain->header("access-control-allow-origin").empty());
        QCOMPARE(plain->header("vary"), std::string("Origin"));
        QVERIFY(page.listen("/api/v1/jobs/stream", "Origin: https://dash.example\r\n"));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        House house;
        house.begin("a");
        RawClient client(house);
        std::string all;
        for (int i = 0; i < 3000; ++i) {
            all += request("PATCH", "/api/v1/jobs/a", "Content-Type: application/json\r\n",
                           "{\"current\":" + std::to_string(i) + "}");
        }
        client.send(all);
        for (int i = 0; i < 3000; ++i) {
            const auto reply = client.reply();
            QVERIFY(reply && reply->status == 200);
            QCOMPARE(json(reply->body)["current"_L1].toInt(-1), i);
        }
    }

    void aClientThatPipelinesAndNeverReadsIsHeldBack()
    {
        Limits limits;
        limits.maxUnsentBytes = 32 << 10;
        House house(withLimits(limits));
        for (int i = 0; i < 500; ++i)
            house.begin(std::to_string(i), std::string(400, 't'));
        RawClient client(house);
        client.readNothing(true);
        const std::string one = request("GET", "/api/v1/jobs");
        std::string all;
        for (int i = 0; i < 200; ++i)
            all += one; // 200 answers of some 400 KB each
        client.send(all);
        house.settle();
        QVERIFY(house.server().counters().requests < 100);
        RawClient other(house);
        QCOMPARE(other.ask("GET", "/healthz")->status, 200);
        client.readNothing(false);
        for (int i = 0; i < 200; ++i)
            QVERIFY(client.reply()->status == 200);
    }

    void connectionsStayOpenAsHttpSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("stays");
        QTest::newRow("1.1") << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::newRow("1.1 close")
            << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << false;
        QTest::newRow("1.0") << QByteArray("GET /healthz HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0 keep-alive")
            << QByteArray("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
    }

    void connectionsStayOpenAsHttpSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, stays);
        House house;
        RawClient client(house, Way::Unix);
        client.send(bytes.toStdString());
        const auto reply = client.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->header("connection"), std::string(stays ? "keep-alive" : "close"));
        if (stays) {
            client.send(bytes.toStdString());
            QVERIFY(client.reply());
        } else {
            QVERIFY(client.isHungUp());
        }
    }

    void malformedRequestsAreAnsweredAndEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray start =
            "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
            QByteArray(token) + "\r\nContent-Type: application/json\r\n";
        QTest::newRow("two lengths")
            << start + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" << 400;
        QTest::newRow("length and chunks")
            << start + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("unknown coding") << start + "Transfer-Encoding: br\r\n\r\n" << 400;
        QTest::newRow("bad chunk") << start + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n" << 400;
        QTest::newRow("long head") << start + "X: " + QByteArray(20'000, 'x') + "\r\n\r\n" << 431;
        QTest::newRow("long body announced") << start + "Content-Length: 2000000\r\n\r\n{" << 413;
        QTest::newRow("long body sent")
            << start + "Content-Length: 1100000\r\n\r\n" + QByteArray(1'100'000, ' ') << 413;
        QTest::newRow("long body in chunks")
            << start + "Transfer-Encoding: chunked\r\n\r\n" +
                   ("10000\r\n" + QByteArray(65536, ' ') + "\r\n").repeated(20)
            << 413;
        QTest::newRow("unknown expectation")
            << start + "Expect: miracles\r\nContent-Length: 2\r\n\r\n{}" << 417;
        QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << 400;
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
                                           15)
                             << 400;
    }

    void malformedRequestsAreAnsweredAndEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        House house;
        RawClient client(house);
        client.send(bytes.toStdString());
        const auto reply = client.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QVERIFY(!errorName(reply).isEmpty());
        QCOMPARE(reply->header("connection"), std::string("close"));
        QVERIFY(client.isHungUp());
        QCOMPARE(house.tracker().size(), std::size_t{0});
    }

    void chunkedBodiesAreTaken()
    {
        House house;
        RawClient client(house);
        client.send(request("POST", "/api/v1/jobs",
                            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"));
        for (const char *chunk : {"6\r\n{\"id\":\r\n", "4\r\n\"a\"}\r\n", "0\r\n\r\n"}) {
            client.send(chunk);
            house.settle();
        }
        QCOMPARE(client.reply()->status, 201);
        QVERIFY(house.tracker().job({"local", "a"}));
    }

    void whoAsksFirstIsToldToContinue()
    {
        House house;
        RawClient client(house);
        const std::string head =
            request("POST", "/api/v1/jobs",
                    "Content-Type: application/json\r\nExpect: 100-continue\r\n"
                    "Content-Length: 10\r\n");
        client.send(head);
        const auto go = client.reply();
        QVERIFY(go);
        QCOMPARE(go->status, 100);
        client.send(R"({"id":"a"})");
        QCOMPARE(client.reply()->status, 201);
        // who may not come in need not send the body
        RawClient stranger(house);
        stranger.send("POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                      "Content-Length: 10\r\n\r\n");
        QCOMPARE(stranger.reply()->status, 401);
    }

    void slowRequestsAreCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("head") << QByteArray("GET /healthz HTTP/1.1\r\nHost: loc") << 408;
        QTest::newRow("body") << QByteArray("POST /api/v1/jobs HTTP/1.1\r\nHost: a\r\n"
                                            "Content-Length: 10\r\n\r\n{")
                              << 408;
        QTest::newRow("nothing at all") << QByteArray() << 0;
        QTest::newRow("between requests")
            << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n") << 200;
    }

    void slowRequestsAreCutOff()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Limits limits;
        limits.headerTimeout = limits.bodyTimeout = limits.idleTimeout = Millis(60);
        House house(withLimits(limits));
        RawClient client(house, Way::Unix);
        client.send(bytes.toStdString());
        if (status != 0)
            QCOMPARE(client.reply()->status, status);
        QVERIFY(client.isHungUp());
        QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
    }

    void aHeadThatDripsIsCutOffAllTheSame()
    {
        Limits limits;
        limits.headerTimeout = Millis(80);
        House house(withLimits(limits));
        RawClient client(house, Way::Unix);
        QElapsedTimer clock;
        clock.start();
        client.send("GET /healthz HTTP/1.1\r\n");
        const bool isOver = house.pump([&] {
            client.send("X: y\r\n");
            client.readSome();
            return client.raw().find("408") != std::string::npos;
        });
        QVERIFY(isOver);
        QVERIFY(clock.elapsed() >= 70);
    }

    void aStreamBeginsWithHelloAndTheWholeState()
    {
        House house;
        house.begin("a", "First");
        house.begin("b", "Second");
        RawClient client(house);
        QVERIFY(client.listen("/api/v1/jobs/stream"));
        auto events = client.events(2);
        QCOMPARE(types(events), (QStringList{u"hello"_s, u"snapshot"_s}));
        const QJsonObject hello = json(events[0].data);
        QCOMPARE(hello["protocol"_L1].toInt(), 1);
        QCOMPARE(hello["epoch"_L1].toString(), u"epoch"_s);
        QCOMPARE(hello["rev"_L1].toInt(), 2);
        QCOMPARE(hello["retry_ms"_L1].toInt(), 1000);
        QCOMPARE(hello["version"_L1].toString(), u"1.2.3"_s);
        QVERIFY(events[0].lastEventId.empty()); // cut off here, it has seen nothing
        QCOMPARE(events[1].lastEventId, std::string("epoch-2"));
        QCOMPARE(json(events[1].data)["jobs"_L1].toArray().size(), 2);
        house.update("a", 10);
        house.end("b");
        house.tracker().apply({.op = Update::Op::Forget, .key = {"local", "b"}}).ok();
        events = client.events(5);
        QCOMPARE(types(events).mid(2), (QStringList{u"job"_s, u"job"_s, u"removed"_s}));
        QCOMPARE(percentIn(events[2]), 10.0);
        QCOMPARE(events[2].lastEventId, std::string("epoch-3"));
        QCOMPARE(json(events[3].data)["state"_L1].toString(), u"completed"_s);
        QCOMPARE(json(events[4].data), (QJsonObject{{u"id"_s, u"b"_s}, {u"source"_s, u"local"_s}}));
        QCOMPARE(events[4].lastEventId, std::string("epoch-5"));
    }

    void whoComesBackGetsWhatWasMissed_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *query, const char *header,
                            const char *events) {
            QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(header)
                                << QString::fromLatin1(events);
        };
        row("header", "", "Last-Event-ID: epoch-2\r\n", "hello@epoch-2 job@epoch-3 job@epoch-4");
        row("query", "?after=epoch-3", "", "hello@epoch-3 job@epoch-4");
        row("header wins", "?after=epoch-1", "Last-Event-ID: epoch-3\r\n",
            "hello@epoch-3 job@epoch-4");
        row("nothing missed", "?after=epoch-4", "", "hello@epoch-4");
        row("only that job", "?after=epoch-2&job=b", "", "hello@epoch-2 job@epoch-4");
        row("other epoch", "?after=older-2", "", "hello@ snapshot@epoch-4");
        row("from the future", "?after=epoch-5", "", "hello@ snapshot@epoch-4");
        row("rubbish", "", "Last-Event-ID: x\r\n", "hello@ snapshot@epoch-4");
    }

    void whoComesBackGetsWhatWasMissed()
    {
        QFETCH(QString, query);
        QFETCH(QString, headers);
        QFETCH(QString, expected);
        House house;
        house.begin("a");
        house.begin("b");
        house.update("a", 10);
        house.update("b", 20);
        RawClient client(house);
        QVERIFY(client.listen("/api/v1/jobs/stream" + query.toStdString(), headers.toStdString()));
        QStringList got;
        const auto wanted = static_cast<std::size_t>(expected.count(u' ') + 1);
        client.events(wanted);
        house.settle();
        client.readSome();
        for (const wire::SseEvent &event : client.seen())
            got << QString::fromStdString(event.type + "@" + event.lastEventId);
        QCOMPARE(got.join(u' '), expected);
        // and what comes now comes too
        house.update("b", 30);
        QCOMPARE(percentIn(client.events(wanted + 1).back()), 30.0);
    }

    void aStreamOfSomeJobsIsSilentAboutOthers()
    {
        House house;
        house.begin("a");
        house.begin("b");
        RawClient client(house);
        QVERIFY(client.listen("/api/v1/jobs/stream?job=b&job=c&log=1"));
        QCOMPARE(json(client.events(2)[1].data)["jobs"_L1].toArray().size(), 1);
        house.update("a", 1);
        house.update("b", 2);
        house.begin("c");
        Update log{.op = Update::Op::Log, .key = {"local", "c"}};
        log.lines = {LogLine{.text = "last words"}};
        QVERIFY(house.tracker().apply(log).ok());
        log.key.id = "a";
        QVERIFY(house.tracker().apply(log).ok());
        house.end("c");
        const auto events = client.events(5);
        QCOMPARE(types(events).mid(2), (QStringList{u"job"_s, u"log"_s, u"job"_s}));
        QCOMPARE(percentIn(events[2]), 2.0);
        const QJsonObject chunk = json(events[3].data);
        QCOMPARE(chunk["id"_L1].toString(), u"c"_s);
        QCOMPARE(chunk["lines"_L1].toArray()[0].toObject()["text"_L1].toString(), u"last words"_s);
        QCOMPARE(json(events[4].data)["state"_L1].toString(), u"completed"_s);
    }

    void silenceIsFilledWithPings()
    {
        Limits limits;
        limits.pingEvery = Millis(40);
        House house(withLimits(limits));
        house.begin("a");
        RawClient client(house);
        QVERIFY(client.listen("/api/v1/jobs/stream"));
        QElapsedTimer clock;
        clock.start();
        const auto events = client.events(4);
        QCOMPARE(types(events).mid(2), (QStringList{u"ping"_s, u"ping"_s}));
        QCOMPARE(events[3].data, std::string("{}"));
        QCOMPARE(events[3].lastEventId, std::string("epoch-1"));
        QVERIFY(clock.elapsed() >= 75);
    }

    void aReaderThatStopsReadingGetsTheLatestAndEveryEnd()
    {
        House house;
        for (int i = 0; i < 50; ++i)
            house.begin("job" + std::to_string(i), std::string(400, 't'));
        RawClient client(house, Way::Unix);
        client.takeLittle();
        QVERIFY(client.listen("/api/v1/jobs/stream"));
        client.events(2);
        client.readNothing(true);
        constexpr int rounds = 400;
        for (int round = 1; round <= rounds; ++round) {
            for (int i = 0; i < 50; ++i)
                house.update("job" + std::to_string(i), 100.0 * round / (rounds + 1));
            house.settle();
        }
        house.end("job7", Update::Op::Fail);
        Update again{.op = Update::Op::Begin, .key = {"local", "job7"}};
        again.restart = true;
        QVERIFY(house.tracker().apply(again).ok());
        house.settle();
        const std::uint64_t sent = house.server().counters().bytesSent;
        client.readNothing(false);
        const std::string last = "epoch-" + std::to_string(house.tracker().rev());
        QVERIFY(house.pump([&] {
            client.readSome();
            return client.seen().back().lastEventId == last;
        }));
        QVERIFY2(client.seen().size() < 50 * rounds / 4, "states in between are skipped");
        QVERIFY(house.server().counters().bytesSent > sent);
        QMap<QString, QJsonObject> latest;
        int ends = 0;
        std::uint64_t rev = 0;
        for (std::size_t i = 2; i < client.seen().size(); ++i) {
            const QJsonObject job = json(client.seen()[i].data);
            latest[job["id"_L1].toString()] = job;
            ends += job["state"_L1].toString() == u"failed"_s ? 1 : 0;
            const auto next = static_cast<std::uint64_t>(job["rev"_L1].toDouble());
            QVERIFY2(next > rev, "revisions only grow");
            rev = next;
        }
        QCOMPARE(ends, 1);
        for (int i = 0; i < 50; ++i) {
            const std::string id = "job" + std::to_string(i);
            QCOMPARE(latest[QString::fromStdString(id)]["rev"_L1].toDouble(),
                     static_cast<double>(house.tracker().job({"local", id})->rev));
        }
    }

    void aReaderThatTakesNothingIsLetGo()
    {
        Limits limits;
        limits.stallTimeout = Millis(80);
        House house(withLimits(limits));
        for (int i = 0; i < 2000; ++i)
            house.begin(std::to_string(i), std::string(400, 't'));
        RawClient client(house, Way::Unix);
        client.send(request("GET", "/api/v1/jobs/stream"));
        client.readNothing(true);
        QVERIFY(house.pump([&] { return house.server().counters().slowReaders == 1; }));
        QCOMPARE(house.server().counters().connections, std::uint64_t{0});
        QCOMPARE(house.server().counters().subscribers, std::uint64_t{0});
    }

    void aReporterThatVanishesLosesItsJobAfterTheGrace()
    {
        House house;
        house.begin("a");
        {
            RawClient reporter(house, Way::Unix);
            QVERIFY(reporter.listen("/api/v1/jobs/stream?job=a&hold=1"));
            reporter.events(2);
            house.clock.advance(Millis(3'600'000));
            house.server().checkTime();
            QCOMPARE(house.tracker().job({"local", "a"})->state, State::Running);
        }
        QVERIFY(house.pump([&] { return house.server().counters().subscribers == 0; }));
        house.clock.advance(Millis(9'999));
        house.server().checkTime();
        QCOMPARE(house.tracker().job({"local", "a"})->state, State::Running);
        RawClient watcher(house);
        QVERIFY(watcher.listen("/api/v1/jobs/stream"));
        house.clock.advance(Millis(1));
        house.server().checkTime();
        QCOMPARE(house.tracker().job({"local", "a"})->state, State::Lost);
        QCOMPARE(json(watcher.events(3)[2].data)["state"_L1].toString(), u"lost"_s);
    }

    void theServerWakesTheTrackerByItself()
    {
        Tracker::Options options;
        options.lostGrace = Millis(30);
        House house({}, options);
        house.begin("a");
        {
            RawClient reporter(house);
            QVERIFY(reporter.listen("/api/v1/jobs/stream?job=a&hold=1"));
        }
        QVERIFY(house.pump([&] { return house.server().counters().subscribers == 0; }));
        house.clock.advance(Millis(30)); // the timer that is armed already finds it due
        QVERIFY(house.pump([&] {
            return house.tracker().job({"local", "a"})->state == State::Lost;
        }));
    }

    void aReporterThatComesBackInTimeKeepsItsJob()
    {
        House house;
        house.begin("a");
        {
            RawClient reporter(house);
            QVERIFY(reporter.listen("/api/v1/jobs/stream?job=a&hold=1"));
        }
        QVERIFY(house.pump([&] { return house.server().counters().subscribers == 0; }));
        RawClient again(house);
        QVERIFY(again.listen("/api/v1/jobs/stream?job=a&hold=1"));
        house.clock.advance(Millis(60'000));
        house.server().checkTime();
        QCOMPARE(house.tracker().job({"local", "a"})->state, State::Running);
    }

    void theStreamOfAHeldJobEndsWithTheJob_data()
    {
        QTest::addColumn<bool>("endsBefore");
        QTest::newRow("while listening") << false;
        QTest::newRow("before") << true;
    }

    void theStreamOfAHeldJobEndsWithTheJob()
    {
        QFETCH(bool, endsBefore);
        House house;
        house.begin("a");
        if (endsBefore)
            house.end("a");
        RawClient reporter(house);
        QVERIFY(reporter.listen("/api/v1/jobs/stream?job=a&hold=1"));
        if (!endsBefore) {
            reporter.events(2);
            house.end("a");
        }
        QVERIFY(reporter.isHungUp());
        const auto &last = reporter.seen().back();
        QVERIFY(last.data.find("\"completed\"") != std::string::npos);
        reporter.hangUp();
        QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
        QCOMPARE(house.tracker().job({"local", "a"})->state, State::Completed);
    }

    void aHoldEndsWithItsResumedJobToo()
    {
        House house;
        house.begin("a");
        house.end("a");
        RawClient reporter(house);
        QVERIFY(reporter.listen("/api/v1/jobs/stream?job=a&hold=1&after=epoch-2"));
        QVERIFY(reporter.isHungUp());
    }

    void twoHundredReadersShareOneFrame()
    {
        House house;
        house.begin("a");
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 200; ++i) {
            clients.push_back(std::make_unique<RawClient>(house));
            QVERIFY(clients.back()->listen("/api/v1/jobs/stream"));
        }
        QCOMPARE(house.server().counters().subscribers, std::uint64_t{200});
        for (const auto &client : clients)
            client->events(2);
        const std::uint64_t before = house.server().counters().framesMade;
        for (int i = 1; i <= 10; ++i) {
            house.update("a", i);
            house.settle();
        }
        for (const auto &client : clients) {
            const auto events = client->events(12);
            QCOMPARE(events.size(), std::size_t{12});
            QCOMPARE(percentIn(events.back()), 10.0);
        }
        QCOMPARE(house.server().counters().framesMade - before, std::uint64_t{10});
        clients.clear();
        QVERIFY(house.pump([&] { return house.server().counters().connections == 0; }));
        QCOMPARE(house.server().counters().subscribers, std::uint64_t{0});
    }

    void whatOneTurnBringsConflatesToOneEvent()
    {
        House house;
        house.begin("a");
        RawClient client(house);
        QVERIFY(client.listen("/api/v1/jobs/stream"));
        client.events(2);
        for (int i = 1; i <= 90; ++i)
            house.update("a", i);
        const auto events = client.events(3);
        QCOMPARE(percentIn(events[2]), 90.0);
        house.settle();
        client.readSome();
        QCOMPARE(client.seen().size(), std::size_t{3});
    }

    void streamsAndConnectionsHaveLimits()
    {
        Limits limits;
        limits.maxSubscribers = 2;
        limits.maxConnections = 4;
        House house(withLimits(limits));
        RawClient one(house);
        RawClient two(house);
        RawClient three(house);
        QVERIFY(one.listen("/api/v1/jobs/stream"));
        QVERIFY(two.listen("/api/v1/jobs/stream"));
        const auto full = three.ask("GET", "/api/v1/jobs/stream");
        QCOMPARE(full->status, 503);
        QCOMPARE(errorName(full), u"too_many_subscribers"_s);
        QVERIFY(!full->header("retry-after").empty());
        QCOMPARE(three.ask("GET", "/healthz")->status, 200);
        RawClient four(house);
        QCOMPARE(four.ask("GET", "/healthz")->status, 200);
        RawClient five(house);
        const auto refused = five.reply();
        QCOMPARE(refused->status, 503);
        QCOMPARE(errorName(refused), u"too_many_connections"_s);
        one.hangUp();
        QVERIFY(house.pump([&] { return house.server().counters().subscribers == 1; }));
        QVERIFY(three.listen("/api/v1/jobs/stream"));
    }

    void whoKnocksWithoutAWordLeavesPlacesForTheSocket()
    {
        Limits limits;
        limits.maxConnections = 40;
        House house(withLimits(limits));
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int i = 0; i < 45; ++i)
            silent.push_back(std::make_unique<RawClient>(house));
        RawClient refused(house);
        QCOMPARE(refused.reply()->status, 503);
        RawClient own(house, RawClient::Way::Unix);
        QCOMPARE(own.ask("GET", "/healthz")->status, 200);
    }

    void headOfAStreamIsOnlyAHead()
    {
        House house;
        RawClient client(house);
        const auto head = client.ask("HEAD", "/api/v1/jobs/stream");
        QCOMPARE(head->status, 200);
        QCOMPARE(head->header("content-type"), std::string("text/event-stream"));
        QVERIFY(client.isHungUp());
        QVERIFY(client.raw().empty());
        QCOMPARE(house.server().counters().subscribers, std::uint64_t{0});
    }

    void anEndIsAnsweredOnlyWhenItIsSafe()
    {
        House house;
        std::vector<std::pair<JobPtr, std::function<void(std::optional<Error>)>>> waiting;
        house.server().keepEndsWith(
            [&](const JobPtr &job, std::function<void(std::optional<Error>)> answer) {
                waiting.emplace_back(job, std::move(answer));
            });
        house.begin("a");
        house.begin("b");
        RawClient client(house);
        client.send(request("PATCH", "/api/v1/jobs/a", "Content-Type: application/json\r\n",
                            R"({"percent":3})") +
                    request("POST", "/api/v1/jobs/a/complete") +
                    request("POST", "/api/v1/jobs/b/fail") + request("GET", "/healthz"));
        QCOMPARE(client.reply()->status, 200); // not an end: at once
        QVERIFY(house.pump([&] { return waiting.size() == 1; }));
        house.settle();
        client.readSome();
        QVERIFY(client.raw().empty());
        QCOMPARE(waiting[0].first->state, State::Completed);
        waiting[0].second(std::nullopt);
        const auto ended = client.reply();
        QCOMPARE(ended->status, 200);
        QCOMPARE(json(ended->body)["state"_L1].toString(), u"completed"_s);
        QVERIFY(house.pump([&] { return waiting.size() == 2; }));
        waiting[1].second(Error{Error::Code::Internal, "disk_full", "The disk is full.", {}});
        QCOMPARE(client.reply()->status, 500);
        QCOMPARE(json(client.reply()->body)["status"_L1].toString(), u"ok"_s);
        waiting[1].second(std::nullopt); // twice: nothing happens
        // a reporter that has gone meanwhile
        house.begin("c");
        {
            RawClient gone(house);
            gone.send(request("POST", "/api/v1/jobs/c/complete"));
            QVERIFY(house.pump([&] { return waiting.size() == 3; }));
        }
        waiting[2].second(std::nullopt);
        house.settle();
        // one who answers at once
        house.server().keepEndsWith(
            [](const JobPtr &, const std::function<void(std::optional<Error>)> &answer) {
                answer(std::nullopt);
            });
        client.send(request("POST", "/api/v1/jobs/c/seen") +
                    request("POST", "/api/v1/jobs", {}, {}) + request("GET", "/healthz"));
        QCOMPARE(client.reply()->status, 200);
        QCOMPARE(client.reply()->status, 400);
        QCOMPARE(client.reply()->status, 200);
        house.begin("d");
        client.send(request("POST", "/api/v1/jobs/d/complete") + request("GET", "/healthz"));
        QCOMPARE(client.reply()->status, 200);
        QCOMPARE(json(client.reply()->body)["status"_L1].toString(), u"ok"_s);
    }

    void theUnixSocketIsForItsOwnerAlone()
    {
        House house;
        QCOMPARE(modeOf(house.unixPath()), 0600U);
        QCOMPARE(modeOf(house.unixPath().substr(0, house.unixPath().rfind('/'))), 0700U);
        const std::string path = house.unixPath();
        house.stopServer();
        QCOMPARE(modeOf(path), 0U);
    }

    void aSecondTrackerIsToldOfTheFirst()
    {
        House house;
        const auto second = listenOnUnix(house.unixPath());
        QVERIFY(!second);
        QCOMPARE(second.error().name, std::string("tracker_running"));
        QVERIFY(second.error().detail.find(house.unixPath()) != std::string::npos);
        RawClient client(house, Way::Unix);
        QCOMPARE(client.ask("GET", "/healthz")->status, 200);
    }

    void aLiveSocketWithoutALockIsLeftAlone()
    {
        QTemporaryDir dir;
        const std::string path = dir.filePath(u"s"_s).toStdString();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        path.copy(static_cast<char *>(address.sun_path), path.size());
        Fd other(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::bind(other.value(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::listen(other.value(), 1), 0);
        const auto refused = listenOnUnix(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().name, std::string("tracker_running"));
        // dead now, its file still there
        other.reset();
        const auto taken = listenOnUnix(path);
        QVERIFY2(taken.ok(), taken ? "" : taken.error().detail.c_str());
        QCOMPARE(modeOf(path), 0600U);
    }

    void placesThatAreNotSafeAreRefused()
    {
        QTemporaryDir dir;
        const std::string folder = dir.path().toStdString();
        const auto nameOfTrouble = [](const std::string &path) {
            const auto result = listenOnUnix(path);
            return result ? std::string("fine") : result.error().name;
        };
        QCOMPARE(nameOfTrouble(folder + "/" + std::string(120, 'x')), std::string("bad_path"));
        QCOMPARE(nameOfTrouble(""), std::string("bad_path"));
        QCOMPARE(nameOfTrouble(folder + "/none/none/s"), std::string("system"));
        QVERIFY(QFile(dir.filePath(u"file"_s)).open(QIODevice::WriteOnly));
        QCOMPARE(nameOfTrouble(folder + "/file"), std::string("not_a_socket"));
        QVERIFY(QFile::exists(dir.filePath(u"file"_s)));
        QCOMPARE(nameOfTrouble(folder + "/file/s"), std::string("unsafe_folder"));
        QVERIFY(QFile::link(dir.path(), dir.filePath(u"link"_s)));
        QCOMPARE(nameOfTrouble(folder + "/link/s"), std::string("unsafe_folder"));
        QCOMPARE(::mkdir((folder + "/open").c_str(), 0700), 0);
        QCOMPARE(::chmod((folder + "/open").c_str(), 0770), 0);
        QCOMPARE(nameOfTrouble(folder + "/open/s"), std::string("unsafe_folder"));
        QCOMPARE(nameOfTrouble(folder + "/made/s"), std::string("fine"));
        QCOMPARE(modeOf(folder + "/made"), 0700U);
    }

    void aPortInUseIsSaidByItsNumber()
    {
        House first;
        const auto taken = listenOnLoopback(first.server().port());
        QVERIFY(!taken);
        QCOMPARE(taken.error().name, std::string("port_in_use"));
        QVERIFY(taken.error().detail.find(std::to_string(first.server().port())) !=
                std::string::npos);
        const auto free = listenOnLoopback(0);
        QVERIFY(free.ok());
        QVERIFY(free->port != 0 && free->port != first.server().port());
    }

    void nothingIsLeftBehind()
    {
        const int before = openFiles();
        {
            House house;
            house.begin("a");
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 30; ++i) {
                clients.push_back(std::make_unique<RawClient>(house));
                if (i % 3 == 0)
                    QVERIFY(clients.back()->listen("/api/v1/jobs/stream?job=a&hold=1"));
                else if (i % 3 == 1)
                    clients.back()->send("GET /he");
            }
            house.settle();
            house.stopServer(); // with everyone still there
            QVERIFY(house.tracker().nextDeadline().has_value());
            house.update("a", 1);
        }
        QCOMPARE(openFiles(), before);
    }

    void garbageHurtsNobody()
    {
        Limits limits;
        limits.headerTimeout = limits.bodyTimeout = Millis(200);
        House house(withLimits(limits));
        house.begin("a");
        RawClient reader(house);
        QVERIFY(reader.listen("/api/v1/jobs/stream"));
        std::mt19937 random(4680); // NOLINT(cert-msc51-cpp): the same garbage each time
        const std::string sound = request("PATCH", "/api/v1/jobs/a?source=local",
                                          "Content-Type: application/json\r\n", R"({"percent":1})");
        for (int round = 0; round < 2000; ++round) {
            std::string bytes = sound + request("GET", "/api/v1/jobs?state=running&limit=1");
            for (int i = 0; i < 4; ++i) {
                const std::size_t at = random() % bytes.size();
                if (random() % 2 == 0)
                    bytes[at] = static_cast<char>(random());
                else
                    bytes.erase(at, random() % 20);
            }
            RawClient client(house, Way::Unix);
            client.send(bytes);
            house.settle();
        }
        RawClient client(house);
        QCOMPARE(client.ask("GET", "/healthz")->status, 200);
        house.update("a", 77);
        QVERIFY(house.pump([&] {
            reader.readSome();
            return percentIn(reader.seen().back()) == 77.0;
        }));
    }

    void theOutboxGivesEveryByteOnceAndInOrder()
    {
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp)
        for (int round = 0; round < 200; ++round) {
            Outbox box;
            std::string wanted;
            std::string got;
            for (int step = 0; step < 60; ++step) {
                std::string piece((random() % 8 == 0 ? 9000 : random() % 300),
                                  static_cast<char>('a' + step % 26));
                wanted += piece;
                if (random() % 4 == 0)
                    box.add(std::move(piece));
                else
                    box.add(std::make_shared<const std::string>(std::move(piece)));
                QCOMPARE(box.bytes(), wanted.size() - got.size());
                if (random() % 3 == 0) {
                    Outbox::Spans spans;
                    const std::size_t count = box.front(spans);
                    std::string next;
                    for (std::size_t i = 0; i < count; ++i)
                        next += spans[i];
                    const std::size_t part = next.empty() ? 0 : random() % (next.size() + 1);
                    got += next.substr(0, part);
                    box.drop(part);
                }
            }
            while (!box.empty()) {
                Outbox::Spans spans;
                QVERIFY(box.front(spans) > 0);
                got += spans[0];
                box.drop(spans[0].size());
            }
            QVERIFY(got == wanted);
        }
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
