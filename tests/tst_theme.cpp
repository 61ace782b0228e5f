#include "tests/support/contrast.h"
#include "ui/controls.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

/// High contrast: that it is what it says, and that a widget finds it by its palette.
class tst_theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highContrastIsHigh_data();
    void highContrastIsHigh();
    void everyThemeIsFoundByItsPalette_data();
    void everyThemeIsFoundByItsPalette();
    void aFieldKnowsItsThemeThoughItPaintsItsOwnGround();
    void theWholeProgramIsDressed();
};

void tst_theme::highContrastIsHigh_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Theme &colours = theme(scheme, Contrast::High);
        const QByteArray name = scheme == Scheme::Dark ? "dark " : "light ";
        const auto row = [&](const QByteArray &what, const QColor &ink, const QColor &ground,
                             double least) {
            QTest::newRow((name + what).constData()) << ink << ground << least;
        };
        const std::pair<const char *, QColor> grounds[] = {
            {"ground", colours.ground},     {"side", colours.side},     {"foot", colours.foot},
            {"selected", colours.selected}, {"raised", colours.raised}, {"field", colours.field},
            {"hovered", colours.hovered}};
        for (const auto &[where, ground] : grounds) {
            row(QByteArray("text on ") + where, colours.text, ground, 7);
            row(QByteArray("secondary on ") + where, colours.secondary, ground, 7);
            row(QByteArray("line on ") + where, colours.line, ground, 3);
            row(QByteArray("rule on ") + where, colours.rule, ground, 3);
        }
        row("text on the track", colours.text, colours.track, 7);
        row("selected line", colours.selectedLine, colours.selected, 3);
        row("warning line", colours.warnLine, colours.tint(Tone::Warn), 3);
        for (int i = 0; i < 5; ++i) {
            const QByteArray tone = "tone " + QByteArray::number(i);
            row(tone, colours.of(Tone(i)), colours.ground, 7);
            row(tone + " on its tint", colours.of(Tone(i)), colours.tint(Tone(i)), 7);
            row(tone + " on the side", colours.of(Tone(i)), colours.side, 7);
            row(tone + " on what is selected", colours.of(Tone(i)), colours.selected, 7);
            row(tone + " against the track", colours.of(Tone(i)), colours.track, 4.5);
            row(tone + " under text", colours.text, colours.tint(Tone(i)), 7);
        }
        row("primary button", colours.onAccent, colours.of(Tone::Accent), 7);
        row("button of harm", colours.onAccent, colours.of(Tone::Bad), 7);
        row("what cannot be used", colours.pending, colours.ground, 4.5);
        row("stopped bar", colours.stopped, colours.track, 4.5);
    }
}

void tst_theme::highContrastIsHigh()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
}

void tst_theme::everyThemeIsFoundByItsPalette_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Contrast>("contrast");
    QTest::newRow("light") << Scheme::Light << Contrast::Normal;
    QTest::newRow("dark") << Scheme::Dark << Contrast::Normal;
    QTest::newRow("light, high contrast") << Scheme::Light << Contrast::High;
    QTest::newRow("dark, high contrast") << Scheme::Dark << Contrast::High;
}

void tst_theme::everyThemeIsFoundByItsPalette()
{
    QFETCH(Scheme, scheme);
    QFETCH(Contrast, contrast);
    const Theme &wanted = theme(scheme, contrast);
    QCOMPARE(wanted.scheme, scheme);
    QCOMPARE(wanted.contrast, contrast);
    QCOMPARE(&themeOf(paletteOf(wanted)), &wanted);
}

void tst_theme::aFieldKnowsItsThemeThoughItPaintsItsOwnGround()
{
    dress(*qApp, Scheme::Dark, Contrast::High);
    Field field(u"Name"_s);
    field.show();
    QVERIFY(!field.grab().isNull());
    QCOMPARE(&themeOf(field.palette()), &theme(Scheme::Dark, Contrast::High));
}

void tst_theme::theWholeProgramIsDressed()
{
    for (const Contrast contrast : {Contrast::High, Contrast::Normal}) {
        dress(*qApp, Scheme::Light, contrast);
        const QLabel label(u"text"_s);
        QCOMPARE(&themeOf(label.palette()), &theme(Scheme::Light, contrast));
    }
}

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
