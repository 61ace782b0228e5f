#include "core/serve/wsframes.h"
#include "tests/support/wsclient.h"

#include <QTest>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

/// Frames by the letter of RFC 6455; the cases are those of the families 1 to 7, 9 and 10 of its test suites.
class tst_WsFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreReadHoweverTheyAreCut_data();
    void messagesAreReadHoweverTheyAreCut();
    void whatBreaksTheRulesIsRefused_data();
    void whatBreaksTheRulesIsRefused();
    void closeCodes_data();
    void closeCodes();
    void nothingIsReadBehindAClose();
    void aMessageHasAnEnd();
    void randomBytesDoNoHarm();
    void framesAreWrittenInTheShortestWay();
    void theHandshakeIsAnswered();
};

namespace {

/// What a decoder makes of it: one word a message, then the failure.
QStringList readOf(const std::string &bytes, std::size_t cut, std::size_t maxBytes = 1U << 20U)
{
    QStringList found;
    WsDecoder decoder(maxBytes, 100);
    const auto sink = [&](const WsMessage &message) {
        const QString data = QString::fromUtf8(message.data.data(), qsizetype(message.data.size()));
        const QString kind = message.kind == WsOpcode::Text     ? u"text "_s
                             : message.kind == WsOpcode::Binary ? u"binary "_s
                             : message.kind == WsOpcode::Ping   ? u"ping "_s
                             : message.kind == WsOpcode::Pong   ? u"pong "_s
                                                                : u"close "_s;
        found << kind + (data.size() > 40 ? QString::number(data.size()) : data);
        return true;
    };
    decoder.push(std::string_view(bytes).substr(0, cut), sink);
    decoder.push(std::string_view(bytes).substr(cut), sink);
    if (const auto &failure = decoder.failure())
        found << QString::number(int(failure->code));
    return found;
}

std::string closeBody(unsigned code, std::string_view reason = {})
{
    std::string body{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
    return body.append(reason);
}

} // namespace

void tst_WsFrames::messagesAreReadHoweverTheyAreCut_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QStringList>("read");
    const auto row = [](const char *name, const std::string &bytes, const QStringList &read) {
        QTest::newRow(name) << bytes << read;
    };
    row("text", clientFrame(0x81, "Hello"), {u"text Hello"_s});
    row("empty text", clientFrame(0x81, ""), {u"text "_s});
    for (const std::size_t size : {125, 126, 127, 128, 65'535, 65'536})
        QTest::addRow("%zu bytes", size) << clientFrame(0x81, std::string(size, '*'))
                                         << QStringList{u"text "_s + QString::number(size)};
    row("binary", clientFrame(0x82, "ab"), {u"binary ab"_s});
    row("a mask of zeros", clientFrame(0x81, "Hello", 0), {u"text Hello"_s});
    row("two at once", clientFrame(0x81, "a") + clientFrame(0x81, "b"), {u"text a"_s, u"text b"_s});
    row("ping", clientFrame(0x89, "p"), {u"ping p"_s});
    row("the longest ping", clientFrame(0x89, std::string(125, 'p')), {u"ping 125"_s});
    row("pong that nobody asked for", clientFrame(0x8A, ""), {u"pong "_s});
    row("fragments", clientFrame(0x01, "Hel") + clientFrame(0x00, "lo") + clientFrame(0x80, "!"),
        {u"text Hello!"_s});
    row("empty fragments", clientFrame(0x01, "") + clientFrame(0x00, "") + clientFrame(0x80, ""),
        {u"text "_s});
    row("a ping between fragments",
        clientFrame(0x01, "Hel") + clientFrame(0x89, "?") + clientFrame(0x80, "lo"),
        {u"ping ?"_s, u"text Hello"_s});
    row("UTF-8 cut inside a character", clientFrame(0x01, "\xCE") + clientFrame(0x80, "\xBA"),
        {u"text κ"_s});
    row("close", clientFrame(0x88, ""), {u"close "_s});
}

void tst_WsFrames::messagesAreReadHoweverTheyAreCut()
{
    QFETCH(const std::string, bytes);
    QFETCH(const QStringList, read);
    for (std::size_t cut = 0; cut <= bytes.size(); cut += bytes.size() > 1000 ? 997 : 1)
        QCOMPARE(readOf(bytes, cut), read);
}

void tst_WsFrames::whatBreaksTheRulesIsRefused_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QStringList>("read");
    const auto row = [](const char *name, const std::string &bytes, const QStringList &read) {
        QTest::newRow(name) << bytes << read;
    };
    row("RSV1", clientFrame(0xC1, "x"), {u"1002"_s});
    row("RSV2 in a control frame", clientFrame(0xA9, "x"), {u"1002"_s});
    row("RSV3 behind a good one", clientFrame(0x81, "a") + clientFrame(0x91, "x"),
        {u"text a"_s, u"1002"_s});
    for (const unsigned opcode : {0x3U, 0x4U, 0x5U, 0x6U, 0x7U, 0xBU, 0xCU, 0xDU, 0xEU, 0xFU})
        QTest::addRow("opcode %u", opcode)
            << clientFrame(static_cast<std::uint8_t>(0x80U | opcode), "") << QStringList{u"1002"_s};
    row("not masked", std::string("\x81\x05Hello", 7), {u"1002"_s});
    row("a ping of 126 bytes", clientFrame(0x89, std::string(126, 'p')), {u"1002"_s});
    row("a ping in fragments", clientFrame(0x09, "p"), {u"1002"_s});
    row("nothing to continue", clientFrame(0x80, "x"), {u"1002"_s});
    row("text inside a text", clientFrame(0x01, "a") + clientFrame(0x81, "b"), {u"1002"_s});
    row("5 written as 126", "\x81\xFE"s + "\x00\x05"s + "\0\0\0\0Hello"s, {u"1002"_s});
    row("5 written as 127", "\x81\xFF"s + "\0\0\0\0\0\0\0\x05"s + "\0\0\0\0Hello"s, {u"1002"_s});
    row("a length of 2^63", "\x81\xFF\x80"s + "\0\0\0\0\0\0\0"s + "\0\0\0\0"s, {u"1002"_s});
    row("not UTF-8", clientFrame(0x81, "\xCE\xBA\xED\xA0\x80"), {u"1007"_s});
    row("half a character at the end", clientFrame(0x81, "\xE2\x82"), {u"1007"_s});
    row("over-long UTF-8", clientFrame(0x81, "\xC0\xAF"), {u"1007"_s});
    row("bytes that are no UTF-8, in binary", clientFrame(0x82, "\xFF"), {u"binary \uFFFD"_s});
    row("close with one byte", clientFrame(0x88, "\x03"), {u"1002"_s});
    row("a reason that is not UTF-8", clientFrame(0x88, closeBody(1000, "\xFF")), {u"1007"_s});
}

void tst_WsFrames::whatBreaksTheRulesIsRefused()
{
    QFETCH(const std::string, bytes);
    QFETCH(const QStringList, read);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
        QCOMPARE(readOf(bytes, cut), read);
}

void tst_WsFrames::closeCodes_data()
{
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<bool>("good");
    for (const unsigned code : {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U,
                                3000U, 3999U, 4000U, 4999U})
        QTest::addRow("%u", code) << code << true;
    for (const unsigned code :
         {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U, 5000U, 65'535U})
        QTest::addRow("%u", code) << code << false;
}

void tst_WsFrames::closeCodes()
{
    QFETCH(const unsigned, code);
    QFETCH(const bool, good);
    const QStringList read = readOf(clientFrame(0x88, closeBody(code, "bye")), 3);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first() != u"1002"_s, good);
}

void tst_WsFrames::nothingIsReadBehindAClose()
{
    const std::string bytes = clientFrame(0x88, closeBody(1000)) + clientFrame(0x81, "late");
    QCOMPARE(readOf(bytes, 4).size(), 1);
    QCOMPARE(readOf(clientFrame(0x80, "bad") + clientFrame(0x81, "late"), 3),
             QStringList{u"1002"_s});
}

void tst_WsFrames::aMessageHasAnEnd()
{
    QCOMPARE(readOf(clientFrame(0x81, std::string(1000, 'x')), 5, 1000),
             QStringList{u"text 1000"_s});
    QCOMPARE(readOf(clientFrame(0x81, std::string(1001, 'x')), 5, 1000), QStringList{u"1009"_s});
    // refused by its length, before a byte of it is kept
    QCOMPARE(readOf("\x81\xFF\x00\x00\x00\xFF"s + "\0\0\0\0"s + "\0\0\0\0"s, 3),
             QStringList{u"1009"_s});
    QCOMPARE(
        readOf(clientFrame(0x01, std::string(600, 'x')) + clientFrame(0x80, std::string(600, 'x')),
               5, 1000),
        QStringList{u"1009"_s});
    std::string many = clientFrame(0x01, "a");
    for (int i = 0; i < 100; ++i)
        many += clientFrame(0x00, "");
    QCOMPARE(readOf(many, 5), QStringList{u"1009"_s});
}

void tst_WsFrames::randomBytesDoNoHarm()
{
    std::uint32_t state = 7;
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (int i = 0; i < 40; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += static_cast<char>(state >> 24U);
        }
        bytes[0] = static_cast<char>(static_cast<std::uint8_t>(bytes[0]) & 0x8FU);
        bytes[1] = static_cast<char>(static_cast<std::uint8_t>(bytes[1]) | 0x80U);
        const QStringList whole = readOf(bytes, 0, 64);
        for (std::size_t cut = 1; cut < bytes.size(); cut += 7)
            QCOMPARE(readOf(bytes, cut, 64), whole);
    }
}

void tst_WsFrames::framesAreWrittenInTheShortestWay()
{
    QCOMPARE(wsFrame(WsOpcode::Text, "Hello"), "\x81\x05Hello"s);
    QCOMPARE(wsFrame(WsOpcode::Ping, {}), "\x89\x00"s);
    QCOMPARE(wsFrame(WsOpcode::Text, std::string(126, 'x')).substr(0, 4), "\x81\x7E\x00\x7E"s);
    QCOMPARE(wsFrame(WsOpcode::Text, std::string(65'536, 'x')).substr(0, 10),
             "\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00"s);
    QCOMPARE(wsCloseFrame(WsClose::TooBig, "x"), "\x88\x03\x03\xF1x"s);
    QCOMPARE(wsCloseFrame(WsClose::TooBig, std::string(500, 'x')).size(), std::size_t(127));
}

void tst_WsFrames::theHandshakeIsAnswered()
{
    // the example of RFC 6455, section 1.3
    QCOMPARE(wsAccept("dGhlIHNhbXBsZSBub25jZQ=="), std::optional("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="s));
    for (const std::string_view bad :
         {"", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ==x",
          "dGhlIHNhbXBsZSBub25j!!==", "AAAAAAAAAAAAAAAAAAAAAAAA", "AAAA"})
        QVERIFY2(!wsAccept(bad), bad.data());
}

QTEST_GUILESS_MAIN(tst_WsFrames)
#include "tst_wsframes.moc"
