#include "tests/support/wsclient.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

/// The telling cases of the families 1 to 7, 9 and 10 of Autobahn|Testsuite, on real sockets, in one piece, in small
/// pieces and byte by byte. Where its echo server echoes, this one says what it makes of the message.
class TestWsCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSoundIsAnswered_data();
    void whatIsSoundIsAnswered();
    void whatIsNotEndsTheConnection_data();
    void whatIsNotEndsTheConnection();
    void aCloseIsAnsweredAndIsTheLastWord_data();
    void aCloseIsAnsweredAndIsTheLastWord();
    void longMessagesAreTakenInPiecesOfAnySize_data();
    void longMessagesAreTakenInPiecesOfAnySize();
    void pingsAreAnsweredInTheirOrder();
    void nobodyGetsAFragmentOfAnotherMessage();
};

namespace {

constexpr std::size_t whole = 1U << 30U;

/// What the server said after its hello: "text" for the answer to a message, "pong …", "close CODE".
QStringList saidTo(const std::string &bytes, std::size_t piece, std::size_t count)
{
    House house;
    // TCP would gather small pieces
    WsClient client(house, "/api/v1/ws?watch=0",
                    piece < 8 ? RawClient::Way::Unix : RawClient::Way::Tcp);
    client.frames(1);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        client.send(std::string_view(bytes).substr(at, piece));
        if (piece < 8)
            house.settle(); // each piece arrives alone
    }
    client.frames(1 + count);
    house.settle();
    QStringList said;
    const auto frames = client.frames(0);
    for (std::size_t i = 1; i < frames.size(); ++i) {
        const auto &frame = frames[i];
        if (frame.opcode == 0x1)
            said << u"text"_s;
        else if (frame.opcode == 0xA)
            said << u"pong "_s + QString::fromLatin1(frame.payload.c_str());
        else if (frame.opcode == 0x8)
            said << (frame.payload.empty() ? u"close"_s : u"close %1"_s.arg(frame.closeCode()));
    }
    if (!said.isEmpty() && said.last().startsWith(u"close"_s) && !client.raw().isHungUp())
        said << u"and it stays open"_s;
    return said;
}

void check(const std::string &bytes, const QStringList &said)
{
    const auto count = static_cast<std::size_t>(said.size());
    QCOMPARE(saidTo(bytes, whole, count), said);
    if (bytes.size() < 2'000) {
        QCOMPARE(saidTo(bytes, 7, count), said);
        QCOMPARE(saidTo(bytes, 1, count), said);
    }
}

std::string text(std::string_view payload)
{
    return clientFrame(0x81, payload);
}
std::string first(std::string_view payload)
{
    return clientFrame(0x01, payload);
}
std::string next(std::string_view payload)
{
    return clientFrame(0x00, payload);
}
std::string last(std::string_view payload)
{
    return clientFrame(0x80, payload);
}
std::string ping(std::string_view payload)
{
    return clientFrame(0x89, payload);
}

std::string closing(unsigned code, std::string_view reason = {})
{
    std::string body{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
    return clientFrame(0x88, body.append(reason));
}

using Row = std::pair<std::string, QStringList>;

void rows(std::initializer_list<std::pair<const char *, Row>> all)
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QStringList>("said");
    for (const auto &[name, row] : all)
        QTest::newRow(name) << row.first << row.second;
}

} // namespace

void TestWsCases::whatIsSoundIsAnswered_data()
{
    const std::string sentence = "Hello-\xC2\xB5@\xC3\x9F\xC3\xB6\xC3\xA4\xC3\xBC-UTF-8!!";
    rows({
        {"1.1.1 empty text", {text(""), {u"text"_s}}},
        {"1.1.2 125 bytes", {text(std::string(125, '*')), {u"text"_s}}},
        {"1.1.3 126 bytes", {text(std::string(126, '*')), {u"text"_s}}},
        {"1.1.6 65,535 bytes", {text(std::string(65'535, '*')), {u"text"_s}}},
        {"1.1.7 65,536 bytes", {text(std::string(65'536, '*')), {u"text"_s}}},
        {"2.2 ping with payload", {ping("Hello, world!"), {u"pong Hello, world!"_s}}},
        {"2.4 the longest ping", {ping(std::string(125, 'p')), {u"pong "_s + QString(125, u'p')}}},
        {"2.7 pong that nobody asked for", {clientFrame(0x8A, ""), {}}},
        {"2.9 pong, then ping", {clientFrame(0x8A, "x") + ping("y"), {u"pong y"_s}}},
        {"5.3 two fragments", {first("a") + last("b"), {u"text"_s}}},
        {"5.6 a ping between fragments",
         {first("a") + ping("p") + last("b"), {u"pong p"_s, u"text"_s}}},
        {"5.19 fragments and pings in turn",
         {first("1") + next("2") + ping("p1") + next("3") + next("4") + ping("p2") + last("5"),
          {u"pong p1"_s, u"pong p2"_s, u"text"_s}}},
        {"6.1.3 empty fragments", {first("") + next("") + last(""), {u"text"_s}}},
        {"6.2.1 UTF-8", {text(sentence), {u"text"_s}}},
        {"6.2.2 UTF-8 cut between characters",
         {first(sentence.substr(0, 8)) + last(sentence.substr(8)), {u"text"_s}}},
        {"6.2.3 UTF-8 byte by byte",
         {first("\xF0") + next("\x90") + ping("p") + next("\x8D") + last("\x88"),
          {u"pong p"_s, u"text"_s}}},
        {"6.6.11 the longest of each length",
         {text("\x7F\xDF\xBF\xEF\xBF\xBF\xF4\x8F\xBF\xBF"), {u"text"_s}}},
        {"6.22 not characters, but UTF-8", {text("\xEF\xBF\xBE\xEF\xB7\x90"), {u"text"_s}}},
        {"6.9 a NUL", {text("\0"s), {u"text"_s}}},
    });
}

void TestWsCases::whatIsSoundIsAnswered()
{
    QFETCH(const std::string, bytes);
    QFETCH(const QStringList, said);
    check(bytes, said);
}

void TestWsCases::whatIsNotEndsTheConnection_data()
{
    const QStringList broken{u"close 1002"_s};
    const QStringList notUtf8{u"close 1007"_s};
    rows({
        {"2.5 a ping of 126 bytes", {ping(std::string(126, 'p')), broken}},
        {"3.2 RSV3 behind a text",
         {text("a") + clientFrame(0x91, "b") + ping(""), {u"text"_s, u"close 1002"_s}}},
        {"3.5 RSV in a ping", {clientFrame(0xD9, "x"), broken}},
        {"3.7 RSV in a close", {clientFrame(0xF8, ""), broken}},
        {"5.1 a ping in fragments", {clientFrame(0x09, "p") + last("q"), broken}},
        {"5.2 a pong in fragments", {clientFrame(0x0A, "p") + last("q"), broken}},
        {"5.9 a continuation of nothing", {last("x") + text("y"), broken}},
        {"5.10 behind a whole text", {text("x") + last("y"), {u"text"_s, u"close 1002"_s}}},
        {"5.15 continued once too often",
         {first("a") + last("b") + next("c") + text("d"), {u"text"_s, u"close 1002"_s}}},
        {"5.18 a text inside a text", {first("a") + text("b"), broken}},
        {"6.3.1 a surrogate in UTF-8",
         {text("\xCE\xBA\xED\xA0\x80"
               "edited"),
          notUtf8}},
        {"6.3.2 the same byte by byte",
         {first("\xCE") + next("\xBA") + next("\xED") + next("\xA0") + last("\x80"), notUtf8}},
        {"6.4 beyond U+10FFFF, cut inside",
         {first("\xCE\xBA\xF4") + next("\x90\x80\x80") + last("x"), notUtf8}},
        {"6.6 a character that has no end", {first("\xE2\x82") + last(""), notUtf8}},
        {"6.8 six bytes a character", {text("\xFC\x80\x80\x80\x80\x80"), notUtf8}},
        {"6.10 a continuation byte alone", {text("\x80"), notUtf8}},
        {"6.15 FE and FF", {text("\xFE\xFE\xFF\xFF"), notUtf8}},
        {"6.16 overlong", {text("\xC0\xAF\xE0\x80\xAF"), notUtf8}},
        {"not masked", {"\x81\x01x"s, broken}},
    });
    for (const unsigned bits : {1U, 2U, 3U, 4U, 5U, 6U, 7U})
        QTest::addRow("3.%u reserved bits", bits)
            << clientFrame(static_cast<std::uint8_t>(0x81U | bits << 4U), "x") << broken;
    for (const unsigned opcode : {0x3U, 0x4U, 0x5U, 0x6U, 0x7U, 0xBU, 0xCU, 0xDU, 0xEU, 0xFU})
        QTest::addRow("4 opcode %u behind a text", opcode)
            << text("a") + clientFrame(static_cast<std::uint8_t>(0x80U | opcode), "x") + ping("")
            << QStringList{u"text"_s, u"close 1002"_s};
}

void TestWsCases::whatIsNotEndsTheConnection()
{
    QFETCH(const std::string, bytes);
    QFETCH(const QStringList, said);
    check(bytes, said);
}

void TestWsCases::aCloseIsAnsweredAndIsTheLastWord_data()
{
    const QStringList broken{u"close 1002"_s};
    rows({
        {"7.1.1 behind a text", {text("a") + closing(1000), {u"text"_s, u"close 1000"_s}}},
        {"7.1.2 twice", {closing(1000) + closing(1000), {u"close 1000"_s}}},
        {"7.1.3 a ping behind it", {closing(1000) + ping("p"), {u"close 1000"_s}}},
        {"7.1.4 a text behind it", {closing(1000) + text("x"), {u"close 1000"_s}}},
        {"7.1.5 inside a text", {first("a") + closing(1000) + last("b"), {u"close 1000"_s}}},
        {"7.3.1 empty", {clientFrame(0x88, ""), {u"close"_s}}},
        {"7.3.2 one byte", {clientFrame(0x88, "\x03"), broken}},
        {"7.3.3 a code", {closing(1000), {u"close 1000"_s}}},
        {"7.3.4 with a reason", {closing(1000, "Hello"), {u"close 1000"_s}}},
        {"7.3.5 with the longest", {closing(1000, std::string(123, 'r')), {u"close 1000"_s}}},
        {"7.3.6 with one that is longer", {closing(1000, std::string(124, 'r')), broken}},
        {"7.5.1 a reason that is not UTF-8",
         {closing(1000, "\xCE\xBA\xED\xA0\x80"), {u"close 1007"_s}}},
        {"7.5 a reason cut inside a character", {closing(1000, "ok \xE2\x82"), {u"close 1007"_s}}},
    });
    for (const unsigned code : {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U,
                                3000U, 3999U, 4000U, 4999U})
        QTest::addRow("7.7 code %u", code) << closing(code) << QStringList{u"close %1"_s.arg(code)};
    for (const unsigned code :
         {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U, 5000U, 65'535U})
        QTest::addRow("7.9 code %u", code) << closing(code) << broken;
}

void TestWsCases::aCloseIsAnsweredAndIsTheLastWord()
{
    QFETCH(const std::string, bytes);
    QFETCH(const QStringList, said);
    check(bytes, said);
}

void TestWsCases::longMessagesAreTakenInPiecesOfAnySize_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<std::size_t>("fragment");
    QTest::addColumn<std::size_t>("piece");
    const auto row = [](const char *name, std::size_t size, std::size_t fragment,
                        std::size_t piece) { QTest::newRow(name) << size << fragment << piece; };
    row("9.1.1 64 KiB", 65'536, whole, whole);
    row("9.1.3 1 MiB", 1U << 20U, whole, whole);
    row("9.3.4 1 MiB in fragments of 4 KiB", 1U << 20U, 4'096, whole);
    row("9.3.7 1 MiB in fragments of 256 KiB", 1U << 20U, 262'144, whole);
    row("9.5.1 1 MiB, 64 bytes at a time", 1U << 20U, whole, 64);
    row("9.5.6 1 MiB, 2 KiB at a time", 1U << 20U, whole, 2'048);
    row("10.1.1 64 KiB in fragments of 1,300 bytes", 65'536, 1'300, whole);
}

void TestWsCases::longMessagesAreTakenInPiecesOfAnySize()
{
    QFETCH(const std::size_t, size);
    QFETCH(const std::size_t, fragment);
    QFETCH(const std::size_t, piece);
    std::string message = R"({"op":"begin","id":"a","title":"long"})";
    message.resize(size, ' ');
    std::string bytes;
    for (std::size_t at = 0; at < size; at += fragment) {
        const bool isLast = size - at <= fragment;
        const unsigned opcode = (at == 0 ? 0x01U : 0x00U) | (isLast ? 0x80U : 0x00U);
        bytes += clientFrame(static_cast<std::uint8_t>(opcode),
                             std::string_view(message).substr(at, fragment));
    }
    House house;
    WsClient client(house, "/api/v1/ws?watch=0");
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        client.send(std::string_view(bytes).substr(at, piece));
    QCOMPARE(client.event(u"done"_s)[u"id"_s].toString(), u"a"_s);
    QCOMPARE(house.tracker().job({"local", "a"})->title, std::string("long"));
}

void TestWsCases::pingsAreAnsweredInTheirOrder()
{
    std::string bytes;
    QStringList pongs;
    for (int i = 0; i < 10; ++i) {
        bytes += ping(std::to_string(i));
        pongs << u"pong %1"_s.arg(i);
    }
    check(bytes, pongs);
}

/// What one peer has begun to say is of no account to another.
void TestWsCases::nobodyGetsAFragmentOfAnotherMessage()
{
    House house;
    WsClient one(house, "/api/v1/ws?watch=0");
    WsClient two(house, "/api/v1/ws?watch=0");
    one.send(first(R"({"op":"begin",)"));
    two.send(first(R"({"op":"begin","id":"b",)"));
    house.settle();
    one.send(last(R"("id":"a","ref":"1"})"));
    two.send(last(R"("ref":"2"})"));
    QCOMPARE(one.event(u"done"_s)[u"id"_s].toString(), u"a"_s);
    QCOMPARE(two.event(u"done"_s)[u"id"_s].toString(), u"b"_s);
}

QTEST_GUILESS_MAIN(TestWsCases)
#include "tst_wscases.moc"
