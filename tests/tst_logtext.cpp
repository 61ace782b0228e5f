#include "core/model/sgr.h"
#include "core/model/text.h"
#include "core/wire/json.h"

#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

SgrStyle styleOf(std::initializer_list<std::string> sequences)
{
    SgrStyle style;
    for (const std::string &sequence : sequences)
        applySgr(style, sequence);
    return style;
}

/// @p text as JSON: ' for ", ~ for an ESC.
std::string json(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '\'' ? "\"" : c == '~' ? std::string("\\") + "u001b" : std::string(1, c);
    return out;
}

SgrColour palette(std::uint8_t number)
{
    return {.kind = SgrColour::Kind::Palette, .red = number};
}

SgrColour rgb(std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    return {SgrColour::Kind::Rgb, red, green, blue};
}

} // namespace

/// The text of a log: what of a terminal's language stays in it, and what that says.
class tst_LogText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyColoursStay_data();
    void onlyColoursStay();
    void cleaningAnyBytesLeavesTextAndColours();
    void sequencesAreCounted();
    void aLineTooLongLosesItsColoursFirst();
    void linesOfJsonKeepTheirColours();
    void otherTextsKeepNone();
    void sequencesSayHowTextLooks_data();
    void sequencesSayHowTextLooks();
    void aStyleIsWrittenAsItIsRead_data();
    void aStyleIsWrittenAsItIsRead();
};

void tst_LogText::onlyColoursStay_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("plain");
    const auto row = [](const char *name, const QByteArray &raw, const QByteArray &kept,
                        const QByteArray &plain) { QTest::newRow(name) << raw << kept << plain; };
    const auto same = [&](const char *name, const QByteArray &raw, const QByteArray &plain) {
        row(name, raw, raw, plain);
    };
    same("plain", "hello [world]", "hello [world]");
    same("red", "\x1b[31mred\x1b[0m", "red");
    same("short reset", "\x1b[1mbold\x1b[m.", "bold.");
    same("truecolor", "\x1b[38;2;1;2;3;48:2::4:5:6mx", "x");
    row("title", "\x1b]0;title\aa\x1b[31mb", "a\x1b[31mb", "ab");
    row("moves and modes", "a\x1b[2Ab\x1b[?25lc\x1b(Bd\x1b[4;1He", "abcde", "abcde");
    row("not quite a colour", "a\x1b[>4;2mb\x1b[31!mc\x1b[3 md", "abcd", "abcd");
    row("broken off", "a\x1b[31", "a", "a");
    row("colour of eight bits",
        "a\xc2\x9b"
        "31mb",
        "ab", "ab");
    row("sequence without end", "a\x1b[31;" + QByteArray(80, '1') + "mb", "ab", "ab");
    row("control characters",
        "a\bb\ac\x7f"
        "d\te",
        "abcd e", "abcd e");
    row("escape inside an escape", "\x1b\x1b[31ma\x1b\x1b]b\ac", "\x1b[31mac", "ac");
    row("not UTF-8", "\x1b[32m\xff", "\x1b[32m\xef\xbf\xbd", "\xef\xbf\xbd");
    row("right to left override",
        "a\xe2\x80\xae"
        "b",
        "ab", "ab");
    row("a line end folds", "one\r\ntwo\nthree\n", "one two three", "one two three");
    // a carriage return, as a terminal shows it in the end
    row("painted over", "10%\r20%\r30%", "30%", "30%");
    row("nothing after the return", "10%\r20%\r", "20%", "20%");
    row("returns alone", "\r\r", "", "");
    row("only colours after the return", "\x1b[32mdone\r\x1b[0m", "\x1b[32mdone", "done");
    row("colours of the last state", "\x1b[31m10%\r\x1b[32m20%", "\x1b[32m20%", "20%");
    row("a longer one before", "downloading\rdone", "done", "done");
    row("erased after the return", "10%\r\x1b[K", "", "");
    row("erased, then written", "10%\r\x1b[Kdone", "done", "done");
    row("erased as a whole", "10%\x1b[2K\rdone", "done", "done");
    row("erased to the end", "10%\x1b[K", "10%", "10%");
    row("first column", "10%\x1b[1G20%\x1b[0G30%", "30%", "30%");
    row("another column", "10%\x1b[20Gx", "10%x", "10%x");
    row("returns of the second line", "one\na\rtwo", "one two", "one two");
}

void tst_LogText::onlyColoursStay()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, plain);
    const std::string line = cleanLogText(raw.toStdString());
    QCOMPARE(QByteArray::fromStdString(line), kept);
    QCOMPARE(QByteArray::fromStdString(plainLogText(line)), plain);
    QCOMPARE(cleanLogText(line), line);
}

void tst_LogText::cleaningAnyBytesLeavesTextAndColours()
{
    std::uint32_t seed = 11;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (int i = 0; i < 28; ++i) {
            seed = seed * 1'664'525U + 1'013'904'223U;
            static constexpr char favourites[] = "\x1b\x1b[[]01;:mmKG\a\\\x9b\xc2\xe2\xf0\x80\n\rA";
            bytes += favourites[(seed >> 16U) % (sizeof favourites - 1)];
        }
        const std::string line = cleanLogText(bytes);
        QVERIFY(isUtf8(line));
        QCOMPARE(cleanLogText(line), line);
        const std::string plain = plainLogText(line);
        QCOMPARE(cleanText(line), plain);
        QCOMPARE(cleanText(plain), plain);
        const std::string cut = cutLogText(line, 10);
        QVERIFY(cut.size() <= 10);
        QCOMPARE(cleanLogText(cut), cut);
    }
}

void tst_LogText::sequencesAreCounted()
{
    std::string rainbow;
    for (std::size_t i = 0; i < maxSgrSequences + 50; ++i)
        rainbow += "\x1b[31m.";
    const std::string line = cleanLogText(rainbow);
    QCOMPARE(std::size_t(std::count(line.begin(), line.end(), '\x1b')), maxSgrSequences);
    QCOMPARE(plainLogText(line), std::string(maxSgrSequences + 50, '.'));
    QCOMPARE(cleanLogText(line), line);
    // those that were painted over do not count
    const std::string again = cleanLogText(rainbow + "\r" + rainbow);
    QCOMPARE(again, line);
}

void tst_LogText::aLineTooLongLosesItsColoursFirst()
{
    QCOMPARE(cutLogText("\x1b[31mred\x1b[0m", 12), std::string("\x1b[31mred\x1b[0m"));
    QCOMPARE(cutLogText("\x1b[31mred\x1b[0m", 11), std::string("red"));
    QCOMPARE(cutLogText("\x1b[31mredredred\x1b[0m", 8), std::string("redre…"));
}

void tst_LogText::linesOfJsonKeepTheirColours()
{
    const auto update =
        wire::updateFromLine(json("{'op':'log','id':'a','lines':['~[31mred\\r~[32mgreen',"
                                  "{'text':'~[1mbold~[2J','level':'error'}]}"));
    QVERIFY(update);
    QCOMPARE(update->lines.size(), 2U);
    QCOMPARE(update->lines[0].text, std::string("\x1b[32mgreen"));
    QCOMPARE(update->lines[1].text, std::string("\x1b[1mbold"));
    const auto page = wire::logFromJson(wire::logJson(update->lines, 0));
    QVERIFY(page);
    QCOMPARE(page->lines, update->lines);
}

void tst_LogText::otherTextsKeepNone()
{
    const auto update = wire::updateFromLine(json("{'op':'update','id':'a','message':'~[31mred'}"));
    QVERIFY(update);
    QCOMPARE(update->message.value_or(""), std::string("red"));
    const auto log = wire::updateFromLine(
        json("{'op':'log','id':'a','lines':[{'text':'x','level':'~[31mwarning'}]}"));
    QVERIFY(log);
    QCOMPARE(log->lines.at(0).level, std::string("warning"));
}

void tst_LogText::sequencesSayHowTextLooks_data()
{
    QTest::addColumn<QByteArrayList>("sequences");
    QTest::addColumn<QByteArray>("same");
    const auto row = [](const char *name, const QByteArrayList &sequences, const char *same) {
        QTest::newRow(name) << sequences << QByteArray(same);
    };
    row("nothing", {"\x1b[0m"}, "");
    row("empty is reset", {"\x1b[1;31m", "\x1b[m"}, "");
    row("in one and one by one", {"\x1b[1m", "\x1b[4m", "\x1b[31m"}, "\x1b[1;4;31m");
    row("reset first", {"\x1b[3m", "\x1b[0;7m"}, "\x1b[7m");
    row("off one by one", {"\x1b[1;2;3;4;7m", "\x1b[22;23;24;27m"}, "");
    row("default colours", {"\x1b[31;42m", "\x1b[39;49m"}, "");
    row("bright", {"\x1b[94;103m"}, "\x1b[94;103m");
    row("of 256, the first 16", {"\x1b[38;5;4;48;5;12m"}, "\x1b[34;104m");
    row("of 256", {"\x1b[38;5;200m"}, "\x1b[38;5;200m");
    row("with colons", {"\x1b[38:5:200m"}, "\x1b[38;5;200m");
    row("truecolor with colons", {"\x1b[38:2::9:8:7m"}, "\x1b[38;2;9;8;7m");
    row("without a colour space", {"\x1b[38:2:9:8:7m"}, "\x1b[38;2;9;8;7m");
    row("a wave is a line", {"\x1b[4:3m"}, "\x1b[4m");
    row("no line", {"\x1b[4m", "\x1b[4:0m"}, "");
    row("colour of the line", {"\x1b[58;5;1;31m"}, "\x1b[31m");
    row("unknown", {"\x1b[5;8;9;53;73;999999m"}, "");
    row("colour that stops", {"\x1b[31m", "\x1b[38;5m"}, "\x1b[31m");
    row("no such kind of colour", {"\x1b[38;7;1m"}, "");
    row("too large", {"\x1b[38;2;300;0;999m"}, "\x1b[38;2;255;0;255m");
}

void tst_LogText::sequencesSayHowTextLooks()
{
    QFETCH(QByteArrayList, sequences);
    QFETCH(QByteArray, same);
    SgrStyle style;
    for (const QByteArray &sequence : sequences)
        applySgr(style, sequence.toStdString());
    QCOMPARE(QByteArray::fromStdString(sgrOf(style)), same);
}

void tst_LogText::aStyleIsWrittenAsItIsRead_data()
{
    QTest::addColumn<QByteArray>("sequence");
    for (const char *sequence :
         {"\x1b[1m", "\x1b[2;3;4;7m", "\x1b[38;5;16;48;5;255m", "\x1b[38;2;1;2;3;48;2;4;5;6m"})
        QTest::newRow(sequence + 1) << QByteArray(sequence);
}

void tst_LogText::aStyleIsWrittenAsItIsRead()
{
    QFETCH(QByteArray, sequence);
    const SgrStyle style = styleOf({sequence.toStdString()});
    QVERIFY(style != SgrStyle{});
    QCOMPARE(styleOf({sgrOf(style)}), style);
    QVERIFY(isSgr(sgrOf(style)));
    QCOMPARE(styleOf({"\x1b[38;5;200m"}).ink, palette(200));
    QCOMPARE(styleOf({"\x1b[48;2;1;2;3m"}).ground, rgb(1, 2, 3));
}

QTEST_GUILESS_MAIN(tst_LogText)
#include "tst_logtext.moc"
