#include "ui/detail/ansitext.h"
#include "ui/detail/errorlook.h"

#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

SgrColour palette(std::uint8_t number)
{
    return {.kind = SgrColour::Kind::Palette, .red = number};
}

SgrColour rgb(int red, int green, int blue)
{
    return {SgrColour::Kind::Rgb, std::uint8_t(red), std::uint8_t(green), std::uint8_t(blue)};
}

const std::array schemes{Scheme::Light, Scheme::Dark};

} // namespace

/// How a log's text looks: what its sequences say, in colours that can be read, and what looks like an error.
class tst_AnsiText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequencesBecomeRuns();
    void placesAreThoseOfTheText();
    void halfASequenceDoesNoHarm();
    void theSixteenColoursAreReadable();
    void noColourIsTooFaintToRead();
    void coloursThatAreReadableStay();
    void inverseSwapsInkAndGround();
    void textWithoutAColourHasThatOfItsLevel();
    void errorsAreToldFromOtherLines_data();
    void errorsAreToldFromOtherLines();
};

void tst_AnsiText::sequencesBecomeRuns()
{
    const AnsiText text = ansiText("a\x1b[31mbc\x1b[1md\x1b[0me");
    QCOMPARE(text.text, u"abcde"_s);
    const std::vector<AnsiRun> runs{{1, 2, {.ink = palette(1)}},
                                    {3, 1, {.ink = palette(1), .bold = true}}};
    QCOMPARE(text.runs, runs);
    QVERIFY(ansiText("plain").runs.empty());
    // the same again is no other run
    const std::vector<AnsiRun> one{{0, 2, {.ink = palette(2)}}};
    QCOMPARE(ansiText("\x1b[32ma\x1b[32mb").runs, one);
}

void tst_AnsiText::placesAreThoseOfTheText()
{
    const AnsiText text = ansiText("äöü😀\x1b[4m😀€\x1b[m.");
    QCOMPARE(text.text, u"äöü😀😀€."_s);
    const std::vector<AnsiRun> runs{{5, 3, {.underline = true}}};
    QCOMPARE(text.runs, runs);
}

void tst_AnsiText::halfASequenceDoesNoHarm()
{
    QCOMPARE(ansiText("a\x1b[31").text, u"a"_s);
    QCOMPARE(ansiText("\x1b").text, QString());
    QCOMPARE(ansiText("").text, QString());
}

void tst_AnsiText::theSixteenColoursAreReadable()
{
    for (const Scheme scheme : schemes) {
        const QColor ground = logGround(theme(scheme));
        for (int i = 0; i < 16; ++i) {
            const double contrast = contrastOf(ansiColour(i, scheme), ground);
            QVERIFY2(contrast >= 4.5, qPrintable(u"%1: %2"_s.arg(i).arg(contrast)));
            for (int other = 0; other < i; ++other)
                QVERIFY2(ansiColour(i, scheme) != ansiColour(other, scheme),
                         qPrintable(QString::number(i)));
        }
    }
}

void tst_AnsiText::noColourIsTooFaintToRead()
{
    const auto holds = [](const SgrStyle &style, Scheme scheme) {
        const Theme &colours = theme(scheme);
        const AnsiInks inks = inksOf(style, colours, colours.text);
        const QColor ground = inks.ground.isValid() ? inks.ground : logGround(colours);
        return contrastOf(inks.ink, ground) >= 4.5;
    };
    for (const Scheme scheme : schemes) {
        for (int ink = 0; ink < 256; ++ink) {
            const SgrStyle style{.ink = palette(std::uint8_t(ink))};
            QVERIFY2(holds(style, scheme), qPrintable(QString::number(ink)));
            SgrStyle dim = style;
            dim.dim = true;
            QVERIFY2(holds(dim, scheme), qPrintable(QString::number(ink)));
            for (int ground = 0; ground < 256; ground += ink < 16 ? 1 : 5) {
                SgrStyle both = style;
                both.ground = palette(std::uint8_t(ground));
                both.inverse = (ink + ground) % 2 == 0;
                QVERIFY2(holds(both, scheme), qPrintable(u"%1 on %2"_s.arg(ink).arg(ground)));
            }
        }
        for (int value = 0; value < 256; value += 3) {
            QVERIFY(holds({.ink = rgb(value, 255 - value, value / 2)}, scheme));
            QVERIFY(holds({.ground = rgb(value, value, value)}, scheme));
        }
    }
}

void tst_AnsiText::coloursThatAreReadableStay()
{
    const Theme &dark = theme(Scheme::Dark);
    QCOMPARE(inksOf({.ink = rgb(255, 160, 0)}, dark, dark.text).ink, QColor(255, 160, 0));
    QCOMPARE(readableOn(Qt::white, Qt::black), QColor(Qt::black));
    // what has to change keeps as much of its hue as it can
    const QColor blue = inksOf({.ink = rgb(0, 0, 255)}, dark, dark.text).ink;
    QVERIFY(blue.blue() > blue.red() && blue.blue() > blue.green());
}

void tst_AnsiText::inverseSwapsInkAndGround()
{
    const Theme &light = theme(Scheme::Light);
    const AnsiInks inks = inksOf({.inverse = true}, light, light.text);
    QCOMPARE(inks.ground, light.text);
    QCOMPARE(inks.ink, logGround(light));
    const AnsiInks red = inksOf({.ink = palette(1), .inverse = true}, light, light.text);
    QCOMPARE(red.ground, ansiColour(1, Scheme::Light));
}

void tst_AnsiText::textWithoutAColourHasThatOfItsLevel()
{
    const Theme &light = theme(Scheme::Light);
    const QColor bad = light.of(Tone::Bad);
    QCOMPARE(inksOf({.bold = true}, light, bad).ink, bad);
    QVERIFY(!inksOf({.bold = true}, light, bad).ground.isValid());
    QCOMPARE(inksOf({.ink = palette(2)}, light, bad).ink, ansiColour(2, Scheme::Light));
}

void tst_AnsiText::errorsAreToldFromOtherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isError");
    const auto yes = [](const char *line) { QTest::newRow(line) << QByteArray(line) << true; };
    const auto no = [](const char *line) { QTest::newRow(line) << QByteArray(line) << false; };
    yes("main.cpp:3:5: error: expected ';'");
    yes("error: failed to push some refs");
    yes("error[E0308]: x\nerror: aborting");
    yes("Error: ENOENT");
    yes("ERROR: Could not find a version");
    yes("ValueError: bad");
    yes("fatal: not a git repository");
    yes("ld: fatal error: no input");
    yes("FAILED: src/main.o");
    yes("FAILED tests/test_a.py::test_b");
    yes("test_a ... FAILED");
    yes("thread 'main' panicked at src/main.rs:2:5");
    yes("Traceback (most recent call last):");
    no("");
    no("all is well");
    no("0 errors, 2 warnings");
    no("errors: 0");
    no("error: 0");
    no("FAILED: 0");
    no("FAILED=0 PASSED=12");
    no("12 passed, 0 FAILED");
    no("no error: fine");
    no("Building error.cpp.o");
    no("warning: unused");
    no("PREFAILED");
    no("see the Traceback below");
    no("non-fatal issue");
}

void tst_AnsiText::errorsAreToldFromOtherLines()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isError);
    QCOMPARE(looksLikeError(line.toStdString()), isError);
}

QTEST_GUILESS_MAIN(tst_AnsiText)
#include "tst_ansitext.moc"
