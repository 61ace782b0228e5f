#include "core/serve/tls.h"
#include "tests/support/tlshouse.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;

namespace {

QString errorName(const std::optional<Reply> &reply)
{
    return reply ? QJsonDocument::fromJson(QByteArray::fromStdString(reply->body))
                       .object()["error"_L1]
                       .toObject()["code"_L1]
                       .toString()
                 : u"no answer"_s;
}

} // namespace

/// Who is let in under TLS, and what certificates it takes.
class TestTlsDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
    } // the client's side writes as OpenSSL does

    void everyRequestNeedsTheToken()
    {
        TlsHouse room;
        const auto statusOf = [&](const std::string &path, const std::string &line) {
            TlsClient client(room);
            client.raw.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + line + "\r\n");
            const auto reply = client.raw.reply();
            return reply ? reply->status : 0;
        };
        for (const char *path : {"/healthz", "/api/v1/jobs", "/api/v1/jobs/stream", "/nothing"}) {
            QCOMPARE(statusOf(path, ""), 401);
            QCOMPARE(statusOf(path, "Authorization: Bearer wrong\r\n"), 401);
        }
        QCOMPARE(statusOf("/healthz?token=wrong", ""), 401);
        QCOMPARE(statusOf(std::string("/healthz?token=") + token, ""), 200);
    }

    void clientsOfOtherBackendsNeedItAsWell()
    {
        TlsHouse room({}, TlsHouse::Compat::Yes);
        room.house.begin("a");
        for (const char *path : {"/jobs/a", "/events/a", "/api/ws/projects/a"}) {
            const std::string head =
                std::string("GET ") + path + " HTTP/1.1\r\nHost: localhost\r\n";
            TlsClient client(room);
            client.raw.send(head + "\r\n");
            QCOMPARE(client.raw.reply()->status, 401);
        }
        TlsClient client(room);
        QCOMPARE(client.raw.ask("GET", "/jobs/a")->status, 200);
        RawClient plain(room.house); // on loopback reading needs none
        plain.send("GET /jobs/a HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(plain.reply()->status, 200);
    }

    void onlyOwnNamesPass_data()
    {
        QTest::addColumn<QString>("host"); // PORT stands for the port
        QTest::addColumn<int>("status");
        for (const char *host : {"127.0.0.1:PORT", "127.0.0.1", "localhost:PORT",
                                 "Tracker.Example:PORT", "box.lan:PORT"})
            QTest::newRow(host) << QString::fromLatin1(host) << 200;
        for (const char *host : {"evil.com:PORT", "tracker.example:1", "[::1]:PORT",
                                 "127.0.0.2:PORT", "x.tracker.example", ""})
            QTest::newRow(host[0] == '\0' ? "none" : host) << QString::fromLatin1(host) << 403;
    }

    void onlyOwnNamesPass()
    {
        QFETCH(QString, host);
        QFETCH(const int, status);
        TlsHouse room;
        host.replace(u"PORT"_s, QString::fromStdString(room.port()));
        TlsClient client(room);
        client.raw.send("GET /healthz HTTP/1.1\r\nHost: " + host.toStdString() +
                        "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        const auto reply = client.raw.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        if (status == 403)
            QCOMPARE(errorName(reply), u"foreign_host"_s);
    }

    void pagesOfOthersAreTurnedAway()
    {
        TlsHouse room;
        const auto statusOf = [&](const std::string &host, const std::string &origin) {
            TlsClient client(room);
            client.raw.send("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin +
                            "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            const auto reply = client.raw.reply();
            return reply ? reply->status : 0;
        };
        const std::string own = "localhost:" + room.port();
        QCOMPARE(statusOf(own, "https://" + own), 200);
        QCOMPARE(statusOf(own, "http://" + own), 403);
        QCOMPARE(statusOf(own, "https://localhost"), 403);
        QCOMPARE(statusOf(own, "https://evil.com:" + room.port()), 403);
        QCOMPARE(statusOf(own, "null"), 403);
    }

    void theChainIsSent()
    {
        const Certificate root({.names = {}, .isAuthority = true});
        const Certificate middle({.names = {}, .issuer = &root, .isAuthority = true});
        const Certificate own({.issuer = &middle});
        const QTemporaryDir folder;
        const std::string base = folder.path().toStdString();
        ServerOptions options;
        options.tls = {.addresses = {{"127.0.0.1", 0}, {"127.0.0.1", 0}},
                       .certificate = written(base + "/chain.pem", own.pem() + middle.pem()),
                       .key = written(base + "/key.pem", own.keyPem())};
        House house(options);
        QCOMPARE(house.server().tlsAddresses().size(), std::size_t{2});
        TlsClient client(house, std::make_unique<TlsWire>(root)); // knows nothing of the middle
        const auto reply = client.raw.ask("GET", "/healthz");
        QVERIFY2(reply, client.wire->trouble().c_str());
        QCOMPARE(reply->status, 200);
    }

    void whatIsWrongWithTheFilesIsSaid_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *title, const char *certificate, const char *key,
                            const char *name, const char *said) {
            QTest::newRow(title) << QString::fromLatin1(certificate) << QString::fromLatin1(key)
                                 << QString::fromLatin1(name) << QString::fromLatin1(said);
        };
        row("no certificate there", "none", "key", "bad_certificate", "No such file");
        row("no key there", "cert", "none", "bad_key", "No such file");
        row("a folder", ".", "key", "bad_certificate", "Is a directory");
        row("text", "text", "key", "bad_certificate", "no certificate in PEM form");
        row("nothing in it", "empty", "key", "bad_certificate", "no certificate in PEM form");
        row("a damaged one", "damaged", "key", "bad_certificate", "damaged");
        row("text as a key", "cert", "text", "bad_key", "no private key in PEM form");
        row("the two swapped", "key", "cert", "bad_certificate", "no certificate in PEM form");
        row("a key with a passphrase", "cert", "locked", "bad_key", "passphrase");
        row("another's key", "cert", "otherkey", "bad_key", "does not belong");
        row("a key for everyone", "cert", "shown", "key_exposed", "chmod 600");
        row("too large", "large", "key", "bad_certificate", "too large");
    }

    void whatIsWrongWithTheFilesIsSaid()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, name);
        QFETCH(const QString, said);
        const QTemporaryDir folder;
        const std::string base = folder.path().toStdString() + '/';
        const Certificate own;
        std::string damaged = own.pem();
        damaged[damaged.size() / 2] = '!';
        written(base + "cert", own.pem());
        written(base + "key", own.keyPem());
        written(base + "otherkey", Certificate().keyPem());
        written(base + "locked", own.keyPem("secret"));
        written(base + "shown", own.keyPem(), 0604);
        written(base + "damaged", damaged);
        written(base + "text", "hello\n");
        written(base + "empty", "");
        written(base + "large", std::string(2'000'000, '\n'));
        const auto context =
            TlsContext::load(base + certificate.toStdString(), base + key.toStdString());
        QVERIFY(!context);
        QCOMPARE(QString::fromStdString(context.error().name), name);
        const QString detail = QString::fromStdString(context.error().detail);
        QVERIFY2(detail.contains(said), qPrintable(detail));
        QVERIFY2(detail.endsWith(u'.') && !detail.contains(u"-----END"_s), qPrintable(detail));
    }

    void namesAndExpiryAreRead()
    {
        const QTemporaryDir folder;
        const std::string base = folder.path().toStdString() + '/';
        const Certificate own(
            {.names = "DNS:a.example,DNS:*.b.example,email:x@c.example,IP:192.0.2.1,IP:2001:db8::1",
             .lasts = std::chrono::hours(-2)});
        const auto context = TlsContext::load(written(base + "cert", own.pem()),
                                              written(base + "key", own.keyPem()));
        QVERIFY(context.ok());
        QCOMPARE(context->names(),
                 (std::vector<std::string>{"a.example", "192.0.2.1", "[2001:db8::1]"}));
        const auto gone = std::chrono::system_clock::now() - context->expires();
        QVERIFY(gone > std::chrono::minutes(110) && gone < std::chrono::minutes(130));
        const Certificate nameless({.names = {}});
        const auto other = TlsContext::load(written(base + "cert", nameless.pem()),
                                            written(base + "key", nameless.keyPem()));
        QVERIFY(other.ok() && other->names().empty());
    }

    void anAddressThatIsTakenOrForeignIsSaid()
    {
        TlsHouse room;
        SocketAddress taken = room.house.server().tlsAddresses().at(0);
        const auto second = listenOnAddress(taken);
        QVERIFY(!second);
        QCOMPARE(second.error().name, std::string("port_in_use"));
        SocketAddress foreign{"192.0.2.1", 0}; // for documents (RFC 5737): nobody has it
        QCOMPARE(listenOnAddress(foreign).error().name, std::string("no_such_address"));
        SocketAddress all{"0.0.0.0", 0};
        QVERIFY(listenOnAddress(all).ok());
        QVERIFY(all.port != 0);
    }
};

QTEST_GUILESS_MAIN(TestTlsDoor)
#include "tst_tlsdoor.moc"
