#include "tests/support/tlshouse.h"
#include "tests/support/wsclient.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

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

constexpr const char *jsonType = "Content-Type: application/json\r\n";

} // namespace

/// The server under TLS, on real sockets, with certificates made here.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
    } // the client's side writes as OpenSSL does

    void requestsAreAnswered_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
    }

    void requestsAreAnswered()
    {
        QFETCH(const int, version);
        TlsHouse room;
        TlsClient client(room, {.lowest = version, .highest = version});
        const auto made =
            client.raw.ask("POST", "/api/v1/jobs", R"({"id":"a","title":"Über"})", jsonType);
        QVERIFY2(made, client.wire->trouble().c_str());
        QCOMPARE(made->status, 201);
        QCOMPARE(SSL_version(client.wire->ssl()), version);
        const auto shown = client.raw.ask("GET", "/api/v1/jobs/a");
        QCOMPARE(json(shown->body)["title"_L1].toString(), u"Über"_s);
        QCOMPARE(room.house.server().counters().connections, std::uint64_t{1});
    }

    void theOtherDoorsStayAsTheyAre()
    {
        TlsHouse room;
        RawClient plain(room.house, Way::Tcp);
        QCOMPARE(plain.ask("GET", "/healthz")->status, 200);
        RawClient own(room.house, Way::Unix);
        own.send("GET /healthz HTTP/1.1\r\nHost: afoot\r\n\r\n");
        QCOMPARE(own.reply()->status, 200);
    }

    void aStreamBringsEventsAndItsEnd()
    {
        TlsHouse room;
        room.house.begin("a");
        TlsClient client(room);
        QVERIFY(client.raw.listen("/api/v1/jobs/stream"));
        QCOMPARE(client.raw.events(2).back().type, std::string("snapshot"));
        room.house.update("a", 40);
        QCOMPARE(json(client.raw.events(3).back().data)["percent"_L1].toDouble(), 40.0);
        room.house.end("a");
        QCOMPARE(json(client.raw.events(4).back().data)["state"_L1].toString(), u"completed"_s);
        room.house.stopServer();
        QVERIFY(client.raw.isHungUp());
        QVERIFY(client.wire->wasToldTheEnd()); // cut off would look like an attack
    }

    void aStreamThatEndsSaysSo()
    {
        TlsHouse room;
        room.house.begin("a");
        TlsClient client(room);
        QVERIFY(client.raw.listen("/api/v1/jobs/stream?job=a&hold=1"));
        room.house.end("a");
        QVERIFY(client.raw.isHungUp());
        QVERIFY(client.wire->wasToldTheEnd());
        client.raw.hangUp();
        QVERIFY(isEmptied(room.house));
    }

    void aWebSocketCarriesBothDirections()
    {
        TlsHouse room;
        WsClient client(room.house, "/api/v1/ws", Way::Tls, room.wire());
        QCOMPARE(client.status(), 101);
        client.say(R"({"op":"begin","id":"a","title":"Deploy","ref":"one"})");
        QCOMPARE(client.event(u"done"_s)[u"id"_s].toString(), u"a"_s);
        QCOMPARE(client.event(u"job"_s)[u"title"_s].toString(), u"Deploy"_s);
        room.house.update("a", 30);
        QCOMPARE(client.event(u"job"_s)[u"percent"_s].toDouble(), 30.0);
        // a message of many records
        client.say("{\"op\":\"log\",\"id\":\"a\",\"ref\":\"two\",\"lines\":[\"" +
                   std::string(200'000, 'x') + "\"]}");
        QCOMPARE(client.event(u"done"_s)[u"ref"_s].toString(), u"two"_s);
    }

    void aLargeUploadIsTaken()
    {
        TlsHouse room;
        std::string lines = "{\"op\":\"begin\",\"id\":\"a\"}\n";
        constexpr int count = 40'000;
        for (int i = 1; i < count; ++i)
            lines += "{\"op\":\"update\",\"id\":\"a\",\"current\":" + std::to_string(i) + "}\n";
        TlsClient client(room);
        const auto reply = client.raw.ask("POST", "/api/v1/ingest", lines,
                                          "Content-Type: application/x-ndjson\r\n");
        QVERIFY2(reply, client.wire->trouble().c_str());
        QCOMPARE(json(reply->body)["taken"_L1].toInt(), count);
        QCOMPARE(room.house.tracker().job({"local", "a"})->current,
                 std::optional(double(count - 1)));
    }

    void aLargeAnswerArrivesWholeAtASlowReader()
    {
        TlsHouse room;
        const std::string title(400, 'x');
        for (int i = 0; i < 8000; ++i)
            room.house.begin("job-" + std::to_string(i), title + std::to_string(i));
        TlsClient client(room);
        client.raw.takeLittle(64 << 10);
        client.raw.send(request("GET", "/api/v1/jobs?limit=10000"));
        client.raw.readNothing(true); // more than the system keeps for it
        QVERIFY(room.house.pump([&] { return room.house.server().counters().bytesSent > 0; }));
        room.house.settle();
        client.raw.readNothing(false);
        const auto reply = client.raw.reply();
        QVERIFY2(reply, client.wire->trouble().c_str());
        QVERIFY(reply->body.size() > 5'000'000);
        QCOMPARE(json(reply->body)["jobs"_L1].toArray().size(), 8000);
    }

    void aReaderThatStopsGetsTheLatestLater()
    {
        TlsHouse room;
        const std::string text(2000, 'm');
        for (int i = 0; i < 200; ++i)
            room.house.begin("job-" + std::to_string(i));
        TlsClient client(room);
        client.raw.takeLittle(64 << 10);
        QVERIFY(client.raw.listen("/api/v1/jobs/stream"));
        client.raw.events(2);
        client.raw.readNothing(true);
        for (int round = 1; round <= 50; ++round) {
            for (int i = 0; i < 200; ++i) {
                Update update{.op = Update::Op::Change,
                              .key = {"local", "job-" + std::to_string(i)}};
                update.percent = round;
                update.message = text;
                QVERIFY(room.house.tracker().apply(std::move(update)).ok());
            }
            room.house.settle();
        }
        client.raw.readNothing(false);
        const bool isLatestHere = client.raw.pumpUntil([&] {
            return std::count_if(client.raw.seen().begin(), client.raw.seen().end(),
                                 [](const wire::SseEvent &event) {
                                     return json(event.data)["percent"_L1].toDouble() == 50.0;
                                 }) == 200;
        });
        QVERIFY(isLatestHere);
        QVERIFY(client.raw.seen().size() < 10'000); // conflated meanwhile
    }

    void requestsInOneRecordAreAllAnswered()
    {
        TlsHouse room;
        room.house.begin("a");
        TlsClient client(room);
        std::string all;
        constexpr int count = 3000; // far more than is read at once
        for (int i = 0; i < count; ++i)
            all += request("PATCH", "/api/v1/jobs/a", jsonType,
                           "{\"current\":" + std::to_string(i) + "}");
        client.raw.send(all);
        for (int i = 0; i < count; ++i) {
            const auto reply = client.raw.reply();
            QVERIFY2(reply, qPrintable(QString::number(i)));
            QCOMPARE(json(reply->body)["current"_L1].toInt(), i);
        }
    }

    void aRequestMayComeByteByByte()
    {
        TlsHouse room;
        TlsClient client(room);
        for (const char byte : request("GET", "/healthz"))
            client.raw.send({&byte, 1}); // a record each
        QCOMPARE(client.raw.reply()->status, 200);
    }

    void freshKeysDoNotDisturb()
    {
        TlsHouse room;
        room.house.begin("a");
        TlsClient client(room, {.lowest = TLS1_3_VERSION});
        QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(SSL_key_update(client.wire->ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
            QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        }
    }

    void otherMachinesNeverTakeAllPlaces()
    {
        Limits limits;
        limits.maxTlsConnections = 2;
        TlsHouse room(limits);
        TlsClient one(room);
        TlsClient two(room);
        QCOMPARE(one.raw.ask("GET", "/healthz")->status, 200);
        QCOMPARE(two.raw.ask("GET", "/healthz")->status, 200);
        {
            TlsClient three(room);
            QVERIFY(!three.raw.ask("GET", "/healthz"));
        }
        RawClient plain(room.house, Way::Tcp);
        QCOMPARE(plain.ask("GET", "/healthz")->status, 200);
        one.raw.hangUp();
        QVERIFY(room.house.pump([&] { return room.house.server().counters().connections == 2; }));
        TlsClient four(room);
        QCOMPARE(four.raw.ask("GET", "/healthz")->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
