#include "core/serve/requestparser.h"

#include <QTest>

#include <random>

using namespace afoot::serve;
using Phase = RequestParser::Phase;

namespace {

struct Outcome
{
    Phase phase = Phase::Head;
    Request request{};
    std::string error{};
    std::size_t used = 0;
};

/// Feeds @p bytes in pieces of @p piece bytes until the request is whole or refused.
Outcome parse(std::string_view bytes, std::size_t piece, const Limits &limits = {})
{
    RequestParser parser(limits);
    Outcome outcome;
    while (outcome.used < bytes.size()) {
        std::string_view part = bytes.substr(outcome.used, piece);
        while (!part.empty()) {
            const std::size_t used = parser.push(part);
            outcome.used += used;
            part.remove_prefix(used);
            if (parser.phase() == Phase::Done || parser.phase() == Phase::Failed)
                break;
        }
        if (parser.phase() == Phase::Done || parser.phase() == Phase::Failed)
            break;
    }
    outcome.phase = parser.phase();
    if (outcome.phase == Phase::Failed)
        outcome.error = parser.error().name;
    outcome.request = parser.takeRequest();
    return outcome;
}

QByteArray lines(std::initializer_list<const char *> texts)
{
    QByteArray out;
    for (const char *text : texts)
        out += QByteArray(text) + "\r\n";
    return out;
}

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsTheSameWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no body") << lines({"GET /a?b=c HTTP/1.1", "Host: x", "X-Y:  z ", ""})
                                 << QByteArray();
        QTest::newRow("line feeds in the body")
            << lines({"POST /a?b=c HTTP/1.1", "Host: x", "Content-Length: 4", ""}) + "\n\na\n"
            << QByteArray("\n\na\n");
        QTest::newRow("length") << lines({"POST /a?b=c HTTP/1.1", "Host: x", "Content-Length: 5",
                                          ""}) +
                                       "hello"
                                << QByteArray("hello");
        QTest::newRow("chunks") << lines({"POST /a?b=c HTTP/1.1", "Host: x",
                                          "Transfer-Encoding: chunked", "", "5;ext=1", "hello", "6",
                                          " world", "0", ""})
                                << QByteArray("hello world");
        QTest::newRow("trailer") << lines({"POST /a?b=c HTTP/1.1", "Host: x",
                                           "Transfer-Encoding: Chunked", "", "2", "ok", "0",
                                           "Authorization: Bearer stolen", ""})
                                 << QByteArray("ok");
        QTest::newRow("empty length")
            << lines({"POST /a?b=c HTTP/1.1", "Host: x", "Content-Length: 0", ""}) << QByteArray();
    }

    void aRequestIsTheSameWhereverItIsCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, body);
        const std::string all = bytes.toStdString() + "GET /next HTTP/1.1\r\n";
        for (std::size_t piece = 1; piece <= all.size(); ++piece) {
            const Outcome outcome = parse(all, piece);
            QCOMPARE(outcome.phase, Phase::Done);
            QCOMPARE(outcome.used, static_cast<std::size_t>(bytes.size()));
            QCOMPARE(QByteArray::fromStdString(outcome.request.body), body);
            QVERIFY(outcome.request.path() == "/a");
            QVERIFY(outcome.request.query() == "b=c");
            QVERIFY(outcome.request.header("host") == "x");
            QVERIFY(!outcome.request.header("authorization"));
            QVERIFY(outcome.request.keepAlive);
        }
    }

    void theHeadIsThereBeforeTheBody()
    {
        RequestParser parser(Limits{});
        const std::string bytes = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
                                  "Expect: 100-continue\r\n\r\nabc";
        const std::size_t used = parser.push(bytes);
        QCOMPARE(parser.phase(), Phase::Body);
        QCOMPARE(used, bytes.size() - 3);
        QVERIFY(parser.request().expectsContinue);
        parser.push(std::string_view(bytes).substr(used));
        QCOMPARE(parser.phase(), Phase::Done);
    }

    void framingThatCanBeReadTwoWaysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
        const auto row = [&](const char *name, const char *rest) {
            QTest::newRow(name) << post + rest;
        };
        row("two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        row("two equal lengths", "Content-Length: 1\r\nContent-Length: 1\r\n\r\na");
        row("a list of lengths", "Content-Length: 1, 1\r\n\r\na");
        row("signed length", "Content-Length: +1\r\n\r\na");
        row("negative length", "Content-Length: -1\r\n\r\na");
        row("hexadecimal length", "Content-Length: 0x1\r\n\r\na");
        row("huge length", "Content-Length: 99999999999999999999\r\n\r\na");
        row("empty length", "Content-Length: \r\n\r\n");
        row("length, then chunks",
            "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks, then length",
            "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n");
        row("unknown coding", "Transfer-Encoding: gzip\r\n\r\n");
        row("unknown coding with chunks", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        row("chunked twice",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunked, then more", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
        row("disguised coding", "Transfer-Encoding: xchunked\r\n\r\n");
        row("quoted coding", "Transfer-Encoding: \"chunked\"\r\n\r\n");
        row("coding with a vertical tab", "Transfer-Encoding: \x0b"
                                          "chunked\r\n\r\n");
        row("space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
        row("bad chunk size", "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        row("signed chunk size", "Transfer-Encoding: chunked\r\n\r\n-1\r\na\r\n0\r\n\r\n");
        row("chunk size with 0x", "Transfer-Encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n");
        row("huge chunk size", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\na");
        row("chunk longer than said", "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n");
        row("second Host", "Host: y\r\n\r\n");
        QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("chunks in HTTP/1.0") << QByteArray(
            "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n");
        QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: x\n\n");
        QTest::newRow("bare carriage return") << QByteArray("GET / HTTP/1.1\rHost: x\r\r\n\r\n");
        QTest::newRow("NUL in a value") << QByteArray("GET / HTTP/1.1\r\nHost: x\0y\r\n\r\n", 29);
        QTest::newRow("no field name") << QByteArray("GET / HTTP/1.1\r\n: x\r\n\r\n");
        QTest::newRow("space in the target") << QByteArray("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
                                           15);
    }

    void framingThatCanBeReadTwoWaysIsRefused()
    {
        QFETCH(QByteArray, bytes);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            const Outcome outcome =
                parse({bytes.constData(), static_cast<std::size_t>(bytes.size())}, piece);
            QCOMPARE(outcome.phase, Phase::Failed);
            QCOMPARE(outcome.error, std::string("bad_request"));
        }
    }

    void sizesHaveLimits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("error");
        const QByteArray start = "POST / HTTP/1.1\r\nHost: x\r\n";
        QTest::newRow("one long field") << start + "X: " + QByteArray(300, 'a') + "\r\n\r\n"
                                        << QByteArray("header_too_large");
        QTest::newRow("many short fields") << start + QByteArray("X: a\r\n").repeated(50) + "\r\n"
                                           << QByteArray("header_too_large");
        QTest::newRow("a long target")
            << "GET /" + QByteArray(300, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"
            << QByteArray("header_too_large");
        QTest::newRow("no end of line at all")
            << QByteArray(400, 'A') << QByteArray("header_too_large");
        QTest::newRow("long body announced") << start + "Content-Length: 101\r\n\r\n"
                                             << QByteArray("too_large");
        QTest::newRow("long body in chunks")
            << start + "Transfer-Encoding: chunked\r\n\r\n" +
                   ("32\r\n" + QByteArray(50, 'a') + "\r\n").repeated(3)
            << QByteArray("too_large");
        QTest::newRow("endless chunk extension")
            << start + "Transfer-Encoding: chunked\r\n\r\n1;x=" + QByteArray(400, 'a')
            << QByteArray("header_too_large");
        QTest::newRow("endless trailer") << start + "Transfer-Encoding: chunked\r\n\r\n0\r\n" +
                                                QByteArray("X: a\r\n").repeated(80)
                                         << QByteArray("header_too_large");
    }

    void sizesHaveLimits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, error);
        const Limits limits{.maxHeaderBytes = 256, .maxBodyBytes = 100};
        for (const std::size_t piece : {std::size_t{1}, std::size_t{13}, std::size_t{1000}}) {
            const Outcome outcome = parse(bytes.toStdString(), piece, limits);
            QCOMPARE(outcome.phase, Phase::Failed);
            QCOMPARE(QByteArray::fromStdString(outcome.error), error);
        }
    }

    void exactlyTheLimitPasses()
    {
        const std::string start = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nX: ";
        const std::string head = start + std::string(256 - start.size() - 4, 'a') + "\r\n\r\n";
        const Limits limits{.maxHeaderBytes = 256, .maxBodyBytes = 100};
        for (const std::size_t piece : {std::size_t{1}, std::size_t{13}, std::size_t{1000}})
            QCOMPARE(parse(head + std::string(100, 'b'), piece, limits).phase, Phase::Done);
    }

    void garbageNeverBreaksIt()
    {
        // NOLINTNEXTLINE(cert-msc51-cpp): the same garbage each time
        std::mt19937 random(4680);
        const std::vector<std::string> seeds{
            "POST /api/v1/jobs?x=%41 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
            "chunked\r\n\r\n"
            "5;a=\"b\"\r\nhello\r\n0\r\nX: y\r\n\r\n",
            "PATCH /api/v1/jobs/a HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 5\r\nX: a\r\n "
            "b\r\n\r\nhello",
        };
        const Limits limits{.maxHeaderBytes = 512, .maxBodyBytes = 512};
        int done = 0;
        int failed = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = seeds[random() % seeds.size()];
            const auto changes = 1 + random() % 6;
            for (std::size_t i = 0; i < changes; ++i) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 4) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.erase(at, random() % 8);
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40));
                    break;
                default:
                    bytes.insert(at, 1, "\r\n :;0\xff"[random() % 7]);
                    break;
                }
                if (bytes.empty())
                    bytes = "x";
            }
            const Outcome whole = parse(bytes, bytes.size(), limits);
            const Outcome cut = parse(bytes, 1 + random() % 16, limits);
            QCOMPARE(cut.phase == Phase::Done, whole.phase == Phase::Done);
            if (whole.phase == Phase::Done)
                QVERIFY(cut.request.body == whole.request.body && cut.used == whole.used);
            done += whole.phase == Phase::Done ? 1 : 0;
            failed += whole.phase == Phase::Failed ? 1 : 0;
        }
        QVERIFY(done > 100 && failed > 100);
    }
};

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
