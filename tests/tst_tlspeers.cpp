#include "tests/support/tlshouse.h"

#include <QJsonDocument>
#include <QJsonObject>
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

QString errorName(const std::optional<Reply> &reply)
{
    return reply ? json(reply->body)["error"_L1].toObject()["code"_L1].toString() : u"no answer"_s;
}

constexpr const char *jsonType = "Content-Type: application/json\r\n";

/// Versions of OpenSSL begin the sentence differently.
bool failedFor(const TlsClient &client, std::string_view alert)
{
    return client.wire->trouble().ends_with(alert);
}

} // namespace

/// Peers under TLS that are too old, stall, break off, or speak something else.
class TestTlsPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
    } // the client's side writes as OpenSSL does

    void http11IsNegotiated_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("http/1.1") << QByteArray("\x08http/1.1") << true;
        QTest::newRow("after h2") << QByteArray("\x02h2\x08http/1.1") << true;
        QTest::newRow("h2 alone") << QByteArray("\x02h2") << false;
    }

    void http11IsNegotiated()
    {
        QFETCH(const QByteArray, offered);
        QFETCH(const bool, isTaken);
        TlsHouse room;
        TlsClient client(room, {.protocols = offered.toStdString()});
        const auto reply = client.raw.ask("GET", "/healthz");
        QCOMPARE(reply.has_value(), isTaken);
        if (isTaken)
            QCOMPARE(client.wire->protocol(), std::string("http/1.1"));
        else
            QVERIFY2(failedFor(client, "no application protocol"), client.wire->trouble().c_str());
    }

    void oldVersionsAreRefused()
    {
        TlsHouse room;
        TlsClient client(room, {.lowest = TLS1_VERSION, .highest = TLS1_1_VERSION});
        QVERIFY(!client.raw.ask("GET", "/healthz"));
        QVERIFY2(failedFor(client, "protocol version"), client.wire->trouble().c_str());
        QVERIFY(isEmptied(room.house));
    }

    void aPeerMayNotNegotiateAnew()
    {
        TlsHouse room;
        TlsClient client(room, {.highest = TLS1_2_VERSION});
        QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        QCOMPARE(SSL_renegotiate(client.wire->ssl()), 1);
        QVERIFY(!client.raw.ask("GET", "/healthz"));
        QCOMPARE(client.wire->trouble(), std::string("no renegotiation"));
    }

    void aStalledHandshakeIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("\x16\x03\x01");
        QTest::newRow("half a hello")
            << QByteArray("\x16\x03\x01\x01\x00\x01\x00\x00\xfc\x03\x03", 11);
    }

    void aStalledHandshakeIsCutOff()
    {
        QFETCH(const QByteArray, said);
        Limits limits;
        limits.headerTimeout = Millis(60);
        TlsHouse room(limits);
        RawClient client(room.house, Way::Tls);
        client.send(said.toStdString());
        QVERIFY(client.isHungUp());
        QVERIFY(client.raw().empty());
        QVERIFY(isEmptied(room.house));
    }

    void afterTheHandshakeTheOrdinaryPatienceHolds()
    {
        Limits limits;
        limits.headerTimeout = Millis(60);
        TlsHouse room(limits);
        TlsClient client(room);
        QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        client.raw.send("GET /healthz HTTP/1.1\r\n");
        const auto late = client.raw.reply();
        QVERIFY(late);
        QCOMPARE(late->status, 408);
    }

    void garbageEndsNothingButItsConnection_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QTest::newRow("zeros") << QByteArray(4000, '\0');
        QTest::newRow("a record that is none")
            << QByteArray("\x16\x03\x01\xff\xff") + QByteArray(70'000, 'x');
        QTest::newRow("a hello of nonsense")
            << QByteArray("\x16\x03\x01\x00\x20\x01\x00\x00\x1c", 9) + QByteArray(40, 'x');
        QTest::newRow("data before the handshake") << QByteArray("\x17\x03\x03\x00\x05hello", 10);
        QTest::newRow("ssh") << QByteArray("\x53\x53\x48-2.0-x\r\n");
        QTest::newRow("an alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7);
    }

    void garbageEndsNothingButItsConnection()
    {
        QFETCH(const QByteArray, garbage);
        TlsHouse room;
        TlsClient other(room);
        QCOMPARE(other.raw.ask("GET", "/healthz")->status, 200);
        RawClient client(room.house, Way::Tls);
        client.send(garbage.toStdString());
        QVERIFY(client.isHungUp());
        QCOMPARE(other.raw.ask("GET", "/healthz")->status, 200);
    }

    void damageUnderWayEndsTheConnection()
    {
        TlsHouse room;
        TlsClient client(room);
        QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        const int fd = SSL_get_fd(client.wire->ssl());
        const std::string forged =
            "\x17\x03\x03" + std::string(1, '\0') + std::string(1, '\x20') + std::string(32, 'f');
        QCOMPARE(::write(fd, forged.data(), forged.size()), static_cast<ssize_t>(forged.size()));
        QVERIFY(client.raw.isHungUp());
        QVERIFY2(failedFor(client, "bad record mac"), client.wire->trouble().c_str());
        QVERIFY(isEmptied(room.house));
    }

    void plainHttpIsToldToUseTls_data()
    {
        QTest::addColumn<std::string>("method");
        for (const char *method : {"GET", "PATCH", "OPTIONS"})
            QTest::newRow(method) << std::string(method);
    }

    void plainHttpIsToldToUseTls()
    {
        QFETCH(const std::string, method);
        TlsHouse room;
        RawClient client(room.house, Way::Tls);
        const auto reply = client.ask(method, "/api/v1/jobs", "{}", jsonType);
        QVERIFY(reply);
        QCOMPARE(reply->status, 400);
        QCOMPARE(errorName(reply), u"https_only"_s);
        QVERIFY(reply->body.find("https://") != std::string::npos);
        QVERIFY(client.isHungUp());
        client.hangUp();
        QVERIFY(isEmptied(room.house));
        QCOMPARE(room.house.server().counters().requests, std::uint64_t{0});
    }

    void whoeverVanishesIsForgotten_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::addColumn<bool>("isHalf");
        QTest::newRow("within a request") << false << false;
        QTest::newRow("within a request, half") << false << true;
        QTest::newRow("within a stream") << true << false;
        QTest::newRow("within a stream, half") << true << true;
    }

    void whoeverVanishesIsForgotten()
    {
        QFETCH(const bool, isStream);
        QFETCH(const bool, isHalf);
        TlsHouse room;
        TlsClient client(room);
        if (isStream)
            QVERIFY(client.raw.listen("/api/v1/jobs/stream"));
        else
            QCOMPARE(client.raw.ask("GET", "/healthz")->status, 200);
        client.raw.send("POST /api/v1/jobs HTTP/1.1\r\n");
        if (isHalf)
            client.raw.shutdownWrites();
        else
            client.raw.hangUp(); // without a word
        QVERIFY(isEmptied(room.house));
        QCOMPARE(room.house.server().counters().subscribers, std::uint64_t{0});
    }

    void whoeverVanishesWithinTheHandshakeIsForgotten()
    {
        TlsHouse room;
        for (const char *said : {"", "\x16\x03\x01"}) {
            RawClient client(room.house, Way::Tls);
            client.send(said);
            QVERIFY(
                room.house.pump([&] { return room.house.server().counters().connections == 1; }));
            client.hangUp();
            QVERIFY(isEmptied(room.house));
        }
    }
};

QTEST_GUILESS_MAIN(TestTlsPeers)
#include "tst_tlspeers.moc"
