#include "core/serve/routes.h"
#include "tests/support/house.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Way = RawClient::Way;

/// What a page in somebody's browser and a program on this machine may try, over real sockets: see
/// docs/resistance.md, which has a line for each.
class TestResistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyLoopbackIsListenedOn();
    void aForeignHostIsTurnedAwayFromEverything_data();
    void aForeignHostIsTurnedAwayFromEverything();
    void ourOwnNamesAreLetInToEverything_data();
    void ourOwnNamesAreLetInToEverything();
    void aWholeUrlIsTurnedAway_data();
    void aWholeUrlIsTurnedAway();
    void aForeignOriginIsTurnedAwayFromEverything_data();
    void aForeignOriginIsTurnedAwayFromEverything();
    void ourOwnOriginIsLetInToEverything();
    void aPageOfAnotherSiteIsTurnedAwayFromEverything();
    void everyRouteNeedsTheToken();
    void onlyTheTokenItselfWillDo_data();
    void onlyTheTokenItselfWillDo();
    void whatWritesTakesNothingThatAFormCanSend_data();
    void whatWritesTakesNothingThatAFormCanSend();
    void noOtherOriginIsAllowedAnything();
    void everyAnswerIsKeptFromSniffingFramesAndCaches();
    void nothingThatAJobNamesIsOpened();
};

namespace {

/// One way to ask for something, with everything right but what a test changes.
struct Try
{
    const char *name;
    const char *method;
    const char *path;
    const char *headers = "";
    const char *body = "";
    int status = 200;
};

constexpr const char *upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

const std::vector<Try> &everything()
{
    static const std::vector<Try> tries{
        {"GET", "GET", "/api/v1/jobs"},
        {"HEAD", "HEAD", "/api/v1/jobs"},
        {"health", "GET", "/healthz"},
        {"begin", "POST", "/api/v1/jobs", "Content-Type: application/json\r\n", R"({"id":"x"})",
         201},
        {"upload", "POST", "/api/v1/ingest", "Content-Type: application/x-ndjson\r\n",
         "{\"op\":\"begin\",\"id\":\"x\"}\n"},
        {"stream", "GET", "/api/v1/jobs/stream", "Accept: text/event-stream\r\n"},
        {"WebSocket", "GET", "/api/v1/ws", upgrade, "", 101},
    };
    return tries;
}

std::string tokenLine()
{
    return std::string("Authorization: Bearer ") + token + "\r\n";
}

std::string bytesOf(const Try &one, const std::string &host, const std::string &more)
{
    std::string out = std::string(one.method) + " " + one.path + " HTTP/1.1\r\n";
    out += "Host: " + host + "\r\n" + one.headers + more;
    const std::string body = one.body;
    if (!body.empty())
        out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return out + "\r\n" + body;
}

/// "{port}" in @p text is the house's.
std::string withPort(const QString &text, House &house)
{
    return QString(text).replace(u"{port}"_s, QString::number(house.server().port())).toStdString();
}

/// Its path, for the job "a".
std::string pathOf(const Route &route)
{
    std::string path(route.pattern);
    if (const std::size_t hole = path.find("{id}"); hole != std::string::npos)
        path.replace(hole, 4, "a");
    return path;
}

QString errorName(const Reply &reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body))
        .object()[u"error"_s]
        .toObject()[u"code"_s]
        .toString();
}

bool isGenerous(const Reply &reply)
{
    return std::any_of(reply.headers.begin(), reply.headers.end(), [](const auto &header) {
        return header.first.starts_with("access-control-");
    });
}

/// Tries everything; each attempt is answered with @p status, hung up on, and changes nothing.
void turnedAway(House &house, Way way, const std::string &host, const std::string &more, int status,
                const QString &name)
{
    for (const Try &one : everything()) {
        RawClient client(house, way);
        client.send(bytesOf(one, host, more));
        const auto reply = client.reply(std::string_view(one.method) == "HEAD");
        QVERIFY2(reply, one.name);
        QVERIFY2(reply->status == status, one.name);
        if (std::string_view(one.method) != "HEAD")
            QCOMPARE(errorName(*reply), name);
        QVERIFY(!isGenerous(*reply));
        QVERIFY(reply->body.find(token) == std::string::npos);
        QVERIFY2(client.isHungUp(), one.name);
    }
    QCOMPARE(house.tracker().size(), std::size_t(0));
    QCOMPARE(house.server().counters().subscribers, std::uint64_t(0));
}

void letIn(House &house, const std::string &host, const std::string &more)
{
    for (const Try &one : everything()) {
        RawClient client(house);
        client.send(bytesOf(one, host, more + tokenLine()));
        const auto reply = client.reply(std::string_view(one.method) == "HEAD");
        QVERIFY2(reply, one.name);
        const bool again = reply->status == 200 && one.status == 201; // the job is there already
        QVERIFY2(reply->status == one.status || again, one.name);
        QVERIFY(!isGenerous(*reply));
    }
}

void rows(std::initializer_list<const char *> texts)
{
    QTest::addColumn<QString>("text");
    for (const char *text : texts)
        QTest::newRow(*text == '\0' ? "(empty)"
                                    : qPrintable(QString::fromLatin1(text).simplified()))
            << QString::fromLatin1(text);
}

} // namespace

void TestResistance::onlyLoopbackIsListenedOn()
{
    House house;
    const auto troubleAt = [&](const char *address) {
        sockaddr_in where = {};
        where.sin_family = AF_INET;
        where.sin_port = htons(house.server().port());
        ::inet_pton(AF_INET, address, &where.sin_addr);
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool connected =
            ::connect(fd, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0;
        const int trouble = connected ? 0 : errno;
        ::close(fd);
        return trouble;
    };
    QCOMPARE(troubleAt("127.0.0.1"), 0);
    QCOMPARE(troubleAt("127.0.0.2"), ECONNREFUSED); // this machine too, but not what we listen on
}

void TestResistance::aForeignHostIsTurnedAwayFromEverything_data()
{
    rows({"evil.com", "evil.com:{port}", "0.0.0.0", "0.0.0.0:{port}", "[::]:{port}",
          "localhost.evil.com:{port}", "127.0.0.1.nip.io:{port}", "user@localhost:{port}",
          "localhost:{port}@evil.com", "localhost:1", "127.0.0.1:80", "localhost.:{port}",
          "127.0.0.2:{port}", "2130706433:{port}", "127.1", "localhost:{port}, evil.com", ""});
}

void TestResistance::aForeignHostIsTurnedAwayFromEverything()
{
    QFETCH(QString, text);
    House house;
    turnedAway(house, Way::Tcp, withPort(text, house), tokenLine(), 403, u"foreign_host"_s);
}

void TestResistance::ourOwnNamesAreLetInToEverything_data()
{
    rows({"localhost", "LOCALHOST:{port}", "127.0.0.1:{port}", "[::1]:{port}"});
}

void TestResistance::ourOwnNamesAreLetInToEverything()
{
    QFETCH(QString, text);
    House house;
    letIn(house, withPort(text, house), {});
}

void TestResistance::aWholeUrlIsTurnedAway_data()
{
    rows({"http://localhost:{port}", "http://127.0.0.1:{port}", "http://evil.com",
          "https://localhost:{port}", "http://user@localhost:{port}", "//localhost:{port}",
          "ws://localhost:{port}"});
}

void TestResistance::aWholeUrlIsTurnedAway()
{
    QFETCH(QString, text);
    House house;
    for (const Way way : {Way::Tcp, Way::Unix}) {
        for (const char *path : {"/api/v1/jobs", "/api/v1/ws"}) {
            const std::string url = withPort(text, house) + path;
            RawClient client(house, way);
            client.send(bytesOf({"", "GET", url.c_str(), upgrade}, "localhost", tokenLine()));
            const auto reply = client.reply();
            QVERIFY(reply);
            // "//host/path" is a path by RFC 9112, and one that is not there
            QCOMPARE(reply->status, url.starts_with("//") ? 404 : 403);
        }
    }
}

void TestResistance::aForeignOriginIsTurnedAwayFromEverything_data()
{
    rows({"null", "", "chrome-extension://abcdefghijklmnop", "moz-extension://1234", "file://",
          "http://localhost", "http://localhost:3000", "http://localhost:1{port}",
          "http://localhost:{port}.evil.com", "http://localhost.evil.com:{port}", "http://evil.com",
          "http://evil.com:{port}", "http://0.0.0.0:{port}", "http://127.0.0.2:{port}",
          "http://user@localhost:{port}", "ws://localhost:{port}", "localhost:{port}",
          "http://localhost:{port} http://evil.com"});
}

void TestResistance::aForeignOriginIsTurnedAwayFromEverything()
{
    QFETCH(QString, text);
    House house;
    const std::string more = "Origin: " + withPort(text, house) + "\r\n" + tokenLine();
    for (const Way way : {Way::Tcp, Way::Unix}) // a page reaches neither
        turnedAway(house, way, "localhost", more, 403, u"foreign_origin"_s);
}

void TestResistance::ourOwnOriginIsLetInToEverything()
{
    House house;
    for (const QString &origin : {u"http://localhost:{port}"_s, u"http://127.0.0.1:{port}"_s})
        letIn(house, "localhost", "Origin: " + withPort(origin, house) + "\r\n");
}

void TestResistance::aPageOfAnotherSiteIsTurnedAwayFromEverything()
{
    House house;
    turnedAway(house, Way::Tcp, "localhost", "Sec-Fetch-Site: cross-site\r\n" + tokenLine(), 403,
               u"foreign_origin"_s);
}

void TestResistance::everyRouteNeedsTheToken()
{
    House house;
    house.begin("a");
    const std::uint64_t rev = house.tracker().rev();
    for (const Route &route : routes()) {
        const std::string path = pathOf(route);
        RawClient client(house);
        client.send(bytesOf({"", nameOf(route.method).data(), path.c_str(), upgrade}, "localhost",
                            "Content-Type: application/json\r\n"));
        const auto reply = client.reply();
        QVERIFY2(reply, path.c_str());
        QVERIFY2(reply->status == 401, path.c_str());
    }
    QCOMPARE(house.tracker().rev(), rev);
}

void TestResistance::onlyTheTokenItselfWillDo_data()
{
    rows({"Authorization: Bearer wrong", "Authorization: Bearer", "Authorization: Basic {token}",
          "Authorization: {token}", "Authorization: Bearer {token}x",
          "Authorization: Bearer x{token}", "Authorization: Bearer {shorter}",
          "Authorization: Bearer {upper}", "Cookie: token={token}",
          "Cookie: Authorization=Bearer {token}", "X-Token: {token}", "X-Api-Key: {token}",
          "Sec-WebSocket-Protocol: {token}"});
}

void TestResistance::onlyTheTokenItselfWillDo()
{
    QFETCH(QString, text);
    const QString right = QString::fromLatin1(token);
    text.replace(u"{token}"_s, right);
    text.replace(u"{shorter}"_s, right.chopped(1));
    text.replace(u"{upper}"_s, right.toUpper());
    House house;
    turnedAway(house, Way::Tcp, "localhost", text.toStdString() + "\r\n", 401, u"unauthorized"_s);
}

void TestResistance::whatWritesTakesNothingThatAFormCanSend_data()
{
    rows({"Content-Type: text/plain", "Content-Type: text/plain; charset=utf-8",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: multipart/form-data; boundary=b", "Content-Type: application/octet-stream",
          "Content-Type: application/json-seq", "Content-Type: text/plain, application/json",
          "Content-Type: text/plain; application/json",
          "Content-Type: application/json\r\nContent-Type: text/plain",
          "Content-Type:", "X-No: type"});
}

void TestResistance::whatWritesTakesNothingThatAFormCanSend()
{
    QFETCH(QString, text);
    House house;
    house.begin("a");
    const std::uint64_t rev = house.tracker().rev();
    for (const Route &route : routes()) {
        const bool isText = text.contains(u"text/plain"_s) && route.body == BodyType::JsonOrText;
        if (route.body == BodyType::Unread || isText)
            continue;
        const std::string path = pathOf(route);
        RawClient client(house);
        const auto reply = client.ask(nameOf(route.method), path, R"({"id":"x","percent":5})",
                                      text.toStdString() + "\r\n");
        QVERIFY2(reply, path.c_str());
        QVERIFY2(reply->status == 415, path.c_str());
    }
    QCOMPARE(house.tracker().rev(), rev);
}

void TestResistance::noOtherOriginIsAllowedAnything()
{
    House house;
    house.begin("a");
    const std::string own = "Origin: http://localhost:" + std::to_string(house.server().port());
    for (const std::string &more : {std::string(), own + "\r\n"}) {
        for (const auto &[method, path] :
             {std::pair{"GET", "/api/v1/jobs"}, std::pair{"GET", "/nothing"},
              std::pair{"PUT", "/api/v1/jobs"}, std::pair{"GET", "/cctray.xml"},
              std::pair{"OPTIONS", "/api/v1/jobs"}, std::pair{"GET", "/api/v1/jobs/stream"}}) {
            RawClient client(house);
            const auto reply =
                client.ask(method, path, {},
                           more + "Access-Control-Request-Method: PATCH\r\n"
                                  "Access-Control-Request-Private-Network: true\r\n");
            QVERIFY2(reply && !isGenerous(*reply), path);
        }
    }
}

void TestResistance::everyAnswerIsKeptFromSniffingFramesAndCaches()
{
    House house;
    house.begin("a", "<script>alert(1)</script>");
    for (const char *path : {"/api/v1/jobs", "/api/v1/jobs/a", "/nothing", "/cctray.xml",
                             "/healthz", "/api/v1/jobs/stream", "/api/v1/history", "/api/v1/ws"}) {
        RawClient client(house);
        const auto reply = client.ask("GET", path);
        QVERIFY(reply);
        QCOMPARE(reply->header("x-content-type-options"), std::string("nosniff"));
        QCOMPARE(reply->header("content-security-policy"),
                 std::string("default-src 'none'; frame-ancestors 'none'"));
        QCOMPARE(reply->header("cache-control"), std::string("no-store"));
        QVERIFY(reply->header("content-type").find("html") == std::string::npos);
    }
}

void TestResistance::nothingThatAJobNamesIsOpened()
{
    House house;
    const int trap = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in where = {};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    QCOMPARE(::bind(trap, reinterpret_cast<sockaddr *>(&where), size), 0);
    QCOMPARE(::listen(trap, 4), 0);
    QCOMPARE(::getsockname(trap, reinterpret_cast<sockaddr *>(&where), &size), 0);
    const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(where.sin_port)) + "/";
    const std::string folder = house.unixPath().substr(0, house.unixPath().rfind('/'));
    const std::string file = folder + "/made";
    RawClient client(house);
    const auto say = [&](const char *path, const std::string &body) {
        const auto reply = client.ask("POST", path, body);
        QVERIFY(reply && reply->status < 300);
    };
    const QString command = u"touch "_s + QString::fromStdString(file);
    const QJsonObject job{{u"id"_s, u"a"_s},
                          {u"url"_s, QString::fromStdString(url)},
                          {u"title"_s, u"`%1`"_s.arg(command)},
                          {u"message"_s, u"$(%1)"_s.arg(command)},
                          {u"details"_s, QJsonObject{{u"command"_s, command}}}};
    say("/api/v1/jobs", QJsonDocument(job).toJson().toStdString());
    say("/api/v1/jobs/a/retry", "{}");
    say("/api/v1/jobs/a/cancel", "{}");
    say("/api/v1/jobs/a/complete", "{}");
    for (const char *path : {"/api/v1/jobs/a", "/cctray.xml", "/api/v1/changes"})
        QCOMPARE(client.ask("GET", path)->status, 200);
    house.settle();
    QCOMPARE(::accept4(trap, nullptr, nullptr, SOCK_CLOEXEC), -1);
    QCOMPARE(errno, EAGAIN);
    QVERIFY(::access(file.c_str(), F_OK) != 0);
    ::close(trap);
}

QTEST_GUILESS_MAIN(TestResistance)
#include "tst_resistance.moc"
