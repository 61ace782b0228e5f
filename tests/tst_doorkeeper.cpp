#include "core/serve/doorkeeper.h"

#include <QTest>

using namespace afoot;
using namespace afoot::serve;

namespace {

HouseRules rules()
{
    return {.token = "right",
            .origins = {"https://dash.example", "http://pi.lan:8080"},
            .hosts = {"pi.lan", "box.lan:9000"},
            .port = 4680};
}

Request head(std::vector<std::pair<std::string, std::string>> headers, std::string target = "/x",
             Method method = Method::Get)
{
    return {.method = method, .target = std::move(target), .headers = std::move(headers)};
}

/// "ok", or the name of the refusal.
QString verdict(const Result<Admission> &result)
{
    return result ? QStringLiteral("ok") : QString::fromStdString(result.error().name);
}

const std::pair<std::string, std::string> goodToken{"authorization", "Bearer right"};
const std::pair<std::string, std::string> goodHost{"host", "localhost:4680"};

} // namespace

class TestDoorkeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameThatAHostCanSayMayBeConfigured()
    {
        for (const char *host : {"nas", "nas.local", "nas.local.", "my_box-2.lan:9000",
                                 "192.168.1.5", "[fd00::5]", "[fd00::5]:4680", "xn--ns-yka.local"})
            QVERIFY2(!checkHostName(host), host);
        const std::string label(64, 'a');
        const std::string name = std::string(63, 'a') + "." + std::string(63, 'b') + "." +
                                 std::string(63, 'c') + "." + std::string(63, 'd');
        for (const std::string &host :
             {std::string(), std::string("a b"), std::string("a..b"), std::string("."),
              std::string("-a"), std::string("a-"), std::string("a:"), std::string("a:65536"),
              std::string("[::1"), std::string("[a]"), std::string("a\nb"), label, name})
            QVERIFY2(checkHostName(host), host.c_str());
    }

    void onlyNamesOfThisMachinePass_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("expected");
        const char *own[] = {"127.0.0.1",      "127.0.0.1:4680", "localhost",
                             "LocalHost:4680", "[::1]",          "[::1]:4680",
                             "pi.lan",         "PI.lan:4680",    "box.lan:9000"};
        for (const char *host : own)
            QTest::newRow(host) << QString::fromLatin1(host) << QStringLiteral("ok");
        const char *foreign[] = {"",
                                 "localhost.evil.com",
                                 "127.0.0.1.nip.io",
                                 "0.0.0.0",
                                 "0.0.0.0:4680",
                                 "127.0.0.1:80",
                                 "localhost:4681",
                                 "localhost:",
                                 "localhost:04680",
                                 "localhost:4680:4680",
                                 "user@localhost",
                                 "localhost@evil.com",
                                 "localhost.",
                                 "127.1",
                                 "2130706433",
                                 "::1",
                                 "[::1",
                                 "[::1]x",
                                 "[::]",
                                 "evil.com",
                                 "box.lan",
                                 "pi.lan:81",
                                 "127.0.0.2",
                                 "http://localhost",
                                 " localhost"};
        for (const char *host : foreign)
            QTest::newRow(qPrintable(QStringLiteral("foreign ") + QString::fromLatin1(host)))
                << QString::fromLatin1(host) << QStringLiteral("foreign_host");
    }

    void onlyNamesOfThisMachinePass()
    {
        QFETCH(QString, host);
        QFETCH(QString, expected);
        const auto result =
            admit(Door::Tcp, head({{"host", host.toStdString()}, goodToken}), rules());
        QCOMPARE(verdict(result), expected);
    }

    void underTlsOtherNamesAreOwn_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isOwn");    // 192.0.2.1 and [2001:db8::1] are listened on
        QTest::addColumn<bool>("isOwnAny"); // and 0.0.0.0
        const auto row = [](const char *host, bool isOwn, bool isOwnAny) {
            QTest::newRow(host[0] == '\0' ? "none" : host)
                << QString::fromLatin1(host) << isOwn << isOwnAny;
        };
        for (const char *host :
             {"cert.example", "CERT.example:4681", "192.0.2.1", "192.0.2.1:4682",
              "[2001:db8::1]:4682", "[2001:DB8:0:0::1]", "pi.lan:4681", "box.lan:9000"})
            row(host, true, true);
        for (const char *host : {"203.0.113.9:4681", "127.0.0.1", "[::1]:4681", "[fe80::1]"})
            row(host, false, true);
        for (const char *host :
             {"", "localhost", "localhost:4680", "evil.com:4681", "192.0.2.1:80",
              "cert.example:4680", "x.cert.example", "cert.example.", "192.0.2.1.nip.io", "192.0.2",
              "3221225985", "[192.0.2.1]", "2001:db8::1", "[2001:db8::1", "[2001:db8::1%eth0]",
              "[]", "[]:4681", "0xc0.0.2.1"})
            row(host, false, false);
    }

    void underTlsOtherNamesAreOwn()
    {
        QFETCH(QString, host);
        QFETCH(bool, isOwn);
        QFETCH(bool, isOwnAny);
        HouseRules house = rules();
        house.tls.names = {"cert.example"};
        house.tls.add("192.0.2.1", 4681);
        house.tls.add("2001:db8::1", 4682);
        const Request asks = head({{"host", host.toStdString()}, goodToken});
        const auto expected = [](bool own) {
            return own ? QStringLiteral("ok") : QStringLiteral("foreign_host");
        };
        QCOMPARE(verdict(admit(Door::Tls, asks, house)), expected(isOwn));
        house.tls.add("0.0.0.0", 4681);
        QCOMPARE(verdict(admit(Door::Tls, asks, house)), expected(isOwnAny));
        QCOMPARE(verdict(admit(Door::Tls, head({{"host", host.toStdString()}}), house)),
                 isOwnAny ? QStringLiteral("unauthorized") : QStringLiteral("foreign_host"));
    }

    void underTlsAPageIsOwnByTheNameThatItAsksFor()
    {
        HouseRules house = rules();
        house.tls.add("0.0.0.0", 4681);
        const auto asked = [&](const char *host, const char *origin) {
            return verdict(
                admit(Door::Tls, head({{"host", host}, {"origin", origin}, goodToken}), house));
        };
        const QString ok = QStringLiteral("ok");
        const QString foreign = QStringLiteral("foreign_origin");
        QCOMPARE(asked("192.0.2.1:4681", "https://192.0.2.1:4681"), ok);
        QCOMPARE(asked("pi.lan:4681", "https://PI.lan:4681"), ok);
        QCOMPARE(asked("192.0.2.1:4681", "https://dash.example"), ok); // configured
        QCOMPARE(asked("192.0.2.1:4681", "http://192.0.2.1:4681"), foreign);
        // any address is a Host of ours here, but somebody else's page stays somebody else's
        QCOMPARE(asked("192.0.2.1:4681", "https://203.0.113.9:4681"), foreign);
        QCOMPARE(asked("192.0.2.1:4681", "https://localhost:4680"), foreign);
        QCOMPARE(asked("192.0.2.1:4681", "https://"), foreign);
        QCOMPARE(asked("192.0.2.1:4681", "null"), foreign);
    }

    void aMissingHostIsForeign()
    {
        QCOMPARE(verdict(admit(Door::Tcp, head({goodToken}), rules())),
                 QStringLiteral("foreign_host"));
    }

    void aWholeUrlIsForeignAtEveryDoor()
    {
        for (const Door door : {Door::Tcp, Door::Unix}) {
            for (const char *target : {"http://localhost:4680/x", "http://evil.com/", "", "x"}) {
                const auto result = admit(door, head({goodHost, goodToken}, target), rules());
                QCOMPARE(verdict(result), QStringLiteral("foreign_host"));
            }
        }
    }

    void onlyOurOwnOriginsPass_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("cors");
        const char *own[] = {"http://localhost:4680", "http://127.0.0.1:4680", "https://[::1]:4680",
                             "HTTP://LOCALHOST:4680"};
        for (const char *origin : own)
            QTest::newRow(origin) << QString::fromLatin1(origin) << QStringLiteral("ok")
                                  << QString();
        QTest::newRow("configured")
            << QStringLiteral("https://Dash.example") << QStringLiteral("ok")
            << QStringLiteral("https://dash.example");
        const char *foreign[] = {"null",
                                 "",
                                 "http://localhost",
                                 "http://localhost:3000",
                                 "http://localhost:46800",
                                 "http://localhost:4680.evil.com",
                                 "http://localhost.evil.com:4680",
                                 "http://evil.com",
                                 "http://evil.com:4680",
                                 "http://user@localhost:4680",
                                 "file://",
                                 "chrome-extension://abcdef",
                                 "ftp://localhost:4680",
                                 "https://dash.example.evil.com",
                                 "http://dash.example",
                                 "localhost:4680"};
        for (const char *origin : foreign)
            QTest::newRow(qPrintable(QStringLiteral("foreign ") + QString::fromLatin1(origin)))
                << QString::fromLatin1(origin) << QStringLiteral("foreign_origin") << QString();
    }

    void onlyOurOwnOriginsPass()
    {
        QFETCH(QString, origin);
        QFETCH(QString, expected);
        QFETCH(QString, cors);
        for (const Door door : {Door::Tcp, Door::Unix}) {
            const auto result =
                admit(door, head({goodHost, goodToken, {"origin", origin.toStdString()}}), rules());
            QCOMPARE(verdict(result), expected);
            if (result)
                QCOMPARE(QString::fromStdString(result->corsOrigin), cors);
        }
    }

    void twoOriginsAreForeign()
    {
        const auto result = admit(Door::Tcp,
                                  head({goodHost,
                                        goodToken,
                                        {"origin", "http://localhost:4680"},
                                        {"origin", "http://localhost:4680"}}),
                                  rules());
        QCOMPARE(verdict(result), QStringLiteral("foreign_origin"));
    }

    void crossSiteRequestsNeedAConfiguredOrigin()
    {
        const std::pair<std::string, std::string> cross{"sec-fetch-site", "cross-site"};
        QCOMPARE(verdict(admit(Door::Tcp, head({goodHost, goodToken, cross}), rules())),
                 QStringLiteral("foreign_origin"));
        QCOMPARE(
            verdict(admit(Door::Tcp,
                          head({goodHost, goodToken, cross, {"origin", "https://dash.example"}}),
                          rules())),
            QStringLiteral("ok"));
        QCOMPARE(
            verdict(admit(Door::Tcp, head({goodHost, goodToken, {"sec-fetch-site", "same-origin"}}),
                          rules())),
            QStringLiteral("ok"));
    }

    void theTokenMustBeRight_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *header, const char *target, bool ok) {
            QTest::newRow(name) << QString::fromLatin1(header) << QString::fromLatin1(target)
                                << (ok ? QStringLiteral("ok") : QStringLiteral("unauthorized"));
        };
        row("header", "Bearer right", "/x", true);
        row("scheme in any case", "bEARER   right", "/x", true);
        row("query", "", "/x?token=right", true);
        row("query, encoded", "", "/x?a=b&token=%72ight", true);
        row("none", "", "/x", false);
        row("wrong", "Bearer wrong", "/x", false);
        row("longer", "Bearer rightright", "/x", false);
        row("shorter", "Bearer righ", "/x", false);
        row("empty", "Bearer ", "/x", false);
        row("other scheme", "Basic right", "/x", false);
        row("wrong header beside a right query", "Bearer wrong", "/x?token=right", false);
        row("empty query", "", "/x?token=", false);
        row("broken query", "", "/x?token=right&b=%zz", false);
    }

    void theTokenMustBeRight()
    {
        QFETCH(QString, header);
        QFETCH(QString, target);
        QFETCH(QString, expected);
        Request request = head({goodHost}, target.toStdString());
        if (!header.isEmpty())
            request.headers.emplace_back("authorization", header.toStdString());
        const auto result = admit(Door::Tcp, request, rules());
        QCOMPARE(verdict(result), expected);
        if (!result)
            QVERIFY(result.error().detail.find("wrong") == std::string::npos);
        QCOMPARE(verdict(admit(Door::Unix, request, rules())), QStringLiteral("ok"));
    }

    void anEmptyTokenAdmitsNobody()
    {
        HouseRules open = rules();
        open.token.clear();
        for (const char *line : {"Bearer ", "Bearer x", "Bearer"})
            QCOMPARE(verdict(admit(Door::Tcp, head({goodHost, {"authorization", line}}), open)),
                     QStringLiteral("unauthorized"));
        QCOMPARE(verdict(admit(Door::Tcp, head({goodHost}, "/x?token="), open)),
                 QStringLiteral("unauthorized"));
    }

    void thePersonsOwnSocketAsksForNoNameAndNoToken()
    {
        for (const char *host : {"afoot", "localhost", "anything.at.all"})
            QCOMPARE(verdict(admit(Door::Unix, head({{"host", host}}), rules())),
                     QStringLiteral("ok"));
    }

    void onlyConfiguredOriginsAskInAdvance()
    {
        const std::pair<std::string, std::string> wants{"access-control-request-method", "PATCH"};
        const auto ours = admit(
            Door::Tcp,
            head({goodHost, wants, {"origin", "https://dash.example"}}, "/x", Method::Options),
            rules());
        QVERIFY(ours && ours->isPreflight);
        QCOMPARE(verdict(admit(
                     Door::Tcp,
                     head({goodHost, wants, {"origin", "https://evil.com"}}, "/x", Method::Options),
                     rules())),
                 QStringLiteral("foreign_origin"));
        // no question in advance: an ordinary request, which needs the token
        QCOMPARE(verdict(admit(
                     Door::Tcp,
                     head({goodHost, {"origin", "https://dash.example"}}, "/x", Method::Options),
                     rules())),
                 QStringLiteral("unauthorized"));
        QCOMPARE(verdict(admit(Door::Tcp, head({goodHost, wants}, "/x", Method::Options), rules())),
                 QStringLiteral("unauthorized"));
    }
};

QTEST_GUILESS_MAIN(TestDoorkeeper)
#include "tst_doorkeeper.moc"
