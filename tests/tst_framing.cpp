#include "tests/support/house.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

/// Bodies whose end two parsers would see in two places (RFC 9112, sections 6 and 7), on real sockets.
class TestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framingThatCanBeReadTwoWaysHidesNoRequest_data();
    void framingThatCanBeReadTwoWaysHidesNoRequest();
};

namespace {

constexpr const char *asJson = "Content-Type: application/json\r\n";

} // namespace

void TestFraming::framingThatCanBeReadTwoWaysHidesNoRequest_data()
{
    QTest::addColumn<std::string>("framing");
    const auto row = [](const char *name, const char *framing) {
        QTest::newRow(name) << std::string(framing);
    };
    row("two lengths", "Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}");
    row("two equal lengths", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}");
    row("a list of lengths", "Content-Length: 2, 2\r\n\r\n{}");
    row("a signed length", "Content-Length: +2\r\n\r\n{}");
    row("a length with a space", "Content-Length: 2 0\r\n\r\n{}");
    row("length, then chunks", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunks, then length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
    row("unknown coding", "Transfer-Encoding: gzip\r\n\r\n");
    row("identity", "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}");
    row("several codings", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    row("chunked and more", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
    row("chunked twice",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("a look-alike", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    row("quoted", "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n");
    row("a vertical tab", "Transfer-Encoding: \x0b"
                          "chunked\r\n\r\n0\r\n\r\n");
    row("a space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
    row("a folded coding", "Transfer-Encoding: chun\r\n ked\r\n\r\n0\r\n\r\n");
    row("a semicolon", "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n");
    const auto chunk = [&](const char *name, const char *chunks) {
        QTest::newRow(name) << "Transfer-Encoding: chunked\r\n\r\n" + std::string(chunks);
    };
    chunk("no chunk size", "\r\n{}\r\n0\r\n\r\n");
    chunk("a chunk size with 0x", "0x2\r\n{}\r\n0\r\n\r\n");
    chunk("a signed chunk size", "+2\r\n{}\r\n0\r\n\r\n");
    chunk("a chunk size before a space", "2 \r\n{}\r\n0\r\n\r\n");
    chunk("a chunk size beyond 64 bits", "10000000000000002\r\n{}\r\n0\r\n\r\n");
    chunk("a chunk longer than it says", "1\r\n{}\r\n0\r\n\r\n");
    chunk("a chunk shorter than it says", "3\r\n{}\r\n0\r\n\r\n");
    chunk("a bare line feed behind the size", "2\n{}\r\n0\r\n\r\n");
    chunk("a bare line feed behind the chunk", "2\r\n{}\n0\r\n\r\n");
    chunk("a bare line feed in an extension", "2;x\ny\r\n{}\r\n0\r\n\r\n");
    chunk("a bare carriage return", "2\r{}\r\n0\r\n\r\n");
}

/// 400, and then the line is dead: what stands behind it is nobody's request.
void TestFraming::framingThatCanBeReadTwoWaysHidesNoRequest()
{
    QFETCH(const std::string, framing);
    House house;
    RawClient client(house);
    std::string first = request("POST", "/api/v1/jobs", asJson);
    first.resize(first.size() - 2); // the empty line is part of the framing
    client.send(first + framing + request("POST", "/api/v1/jobs", asJson, R"({"id":"hidden"})"));
    const auto reply = client.reply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 400);
    QCOMPARE(reply->header("connection"), std::string("close"));
    QVERIFY(client.isHungUp());
    QVERIFY(client.raw().empty()); // one answer
    QVERIFY(!house.tracker().job({"local", "hidden"}));
    QCOMPARE(house.tracker().size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestFraming)
#include "tst_framing.moc"
