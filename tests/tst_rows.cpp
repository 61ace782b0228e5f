#include "ui/jobs/jobview.h"
#include "ui/jobs/rowpainter.h"
#include "ui/sidebar.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

/// Where the parts of a row stand, and what gives way when there is little room.
class tst_Rows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfARowNeverOverlap_data();
    void partsOfARowNeverOverlap();
    void theTimeIsTheLastToBeCut_data();
    void theTimeIsTheLastToBeCut();
    void aSourceKeepsItsNameAndDropsTheWordForJobs();
    void aSourceKeepsItsNameBesideAWord();
};

namespace {

QImage paintedRow(const RowLook &look, int width, Qt::LayoutDirection direction)
{
    QImage image(width, jobRowHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    RowPainter row{QFont()};
    row.paint(painter, QRectF(image.rect()), look, {.direction = direction}, theme(Scheme::Light));
    return image;
}

} // namespace

void tst_Rows::partsOfARowNeverOverlap_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {300, 439, 440, 599, 600, 692, 819, 820, 992, 1392, 2400})
        QTest::newRow(QByteArray::number(width).constData()) << width;
}

void tst_Rows::partsOfARowNeverOverlap()
{
    QFETCH(int, width);
    for (const bool steps : {false, true}) {
        const QRectF row(0, 0, width, jobRowHeight);
        const RowPlaces places = placesOf(row, steps);
        const QList<QRectF> parts{places.icon,    places.title, places.about,
                                  places.numbers, places.bar,   places.steps,
                                  places.time,    places.rate,  places.chip};
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i].isNull())
                continue;
            QVERIFY2(row.contains(parts[i]), qPrintable(u"part %1 leaves the row"_s.arg(i)));
            for (qsizetype j = i + 1; j < parts.size(); ++j) {
                // lines of text may touch the bar's ends of their line boxes by two pixels
                const QRectF common = parts[i] & parts[j];
                QVERIFY2(common.height() <= 6 || common.width() <= 0,
                         qPrintable(u"parts %1 and %2 overlap"_s.arg(i).arg(j)));
            }
        }
    }
}

void tst_Rows::theTimeIsTheLastToBeCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const int width : {300, 440, 660, 900}) {
        QTest::addRow("%d", width) << width << Qt::LeftToRight;
        QTest::addRow("%d, right to left", width) << width << Qt::RightToLeft;
    }
}

void tst_Rows::theTimeIsTheLastToBeCut()
{
    QFETCH(int, width);
    QFETCH(Qt::LayoutDirection, direction);
    const auto lookAt = [](const QString &time) {
        RowLook look;
        look.title = u"Back up Documents"_s;
        look.since = u"started "_s + time;
        look.sinceBesideChip = look.since;
        look.what = u"restic backup /srv/pictures/of/the/last/twenty/years and more"_s;
        look.about = look.what + separator + look.since;
        return look;
    };
    const QImage early = paintedRow(lookAt(u"09:17"_s), width, direction);
    const QImage late = paintedRow(lookAt(u"14:08"_s), width, direction);
    QVERIFY(early != late); // the end of the line is there to be read
}

void tst_Rows::aSourceKeepsItsNameAndDropsTheWordForJobs()
{
    const auto entryWith = [](const QString &note, const QString &brief,
                              const QString &name = u"A computer far away"_s) {
        SideEntry entry(name, nullptr);
        // room for the long name and the number, whatever the font
        const QFontMetrics body(faceOf(entry.font(), Face::Body));
        entry.resize(38 + 20 + body.horizontalAdvance(u"A computer far away1,200"_s), 32);
        entry.setNote(note, Tone::Idle, brief);
        return entry.grab().toImage();
    };
    QCOMPARE(entryWith(u"1,200 jobs"_s, u"1,200"_s), entryWith(u"1,200"_s, {}));
    QVERIFY(entryWith(u"1,200 jobs"_s, u"1,200"_s) != entryWith(u"1,200 jobs"_s, {}));
    QCOMPARE(entryWith(u"9 jobs"_s, u"9"_s, u"nas"_s), entryWith(u"9 jobs"_s, {}, u"nas"_s));
}

void tst_Rows::aSourceKeepsItsNameBesideAWord()
{
    const auto nameOf = [](const QString &note) {
        SideEntry entry(u"Workstation"_s, nullptr);
        entry.resize(188, 32);
        entry.setNote(note);
        const int name =
            QFontMetrics(faceOf(entry.font(), Face::Body)).horizontalAdvance(entry.text());
        return entry.grab(QRect(0, 0, 38 + name, 32)).toImage();
    };
    QCOMPARE(nameOf(u"Reconnecting to it"_s), nameOf({}));
}

QTEST_MAIN(tst_Rows)
#include "tst_rows.moc"
