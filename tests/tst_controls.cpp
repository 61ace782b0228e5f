#include "ui/controls.h"

#include <QTest>

using namespace afoot::ui;
using namespace Qt::StringLiterals;

/// The window's own buttons and fields.
class tst_controls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordsOfASearchKeepClearOfItsIcon_data();
    void theWordsOfASearchKeepClearOfItsIcon();
};

void tst_controls::theWordsOfASearchKeepClearOfItsIcon_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from left to right") << Qt::LeftToRight;
    QTest::newRow("from right to left") << Qt::RightToLeft;
}

void tst_controls::theWordsOfASearchKeepClearOfItsIcon()
{
    QFETCH(const Qt::LayoutDirection, direction);
    constexpr int iconEnds = 27; // as it is painted, from the side where words begin
    SearchField field(u"Search"_s);
    field.setLayoutDirection(direction);
    const QMargins margins = field.textMargins();
    const bool flip = direction == Qt::RightToLeft;
    QVERIFY((flip ? margins.right() : margins.left()) > iconEnds);
    QVERIFY((flip ? margins.left() : margins.right()) < iconEnds);
}

QTEST_MAIN(tst_controls)
#include "tst_controls.moc"
