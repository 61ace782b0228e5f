#include "tests/support/sample.h"
#include "ui/detail/detailpane.h"
#include "ui/mainwindow.h"

#include <QDataStream>
#include <QSplitter>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;

namespace {

UiOptions options()
{
    return {.now = [] { return sample::now; }, .animated = false};
}

QByteArray layoutOf(const QVariantMap &layout, quint32 magic = 0x41464f32)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << layout;
    return bytes;
}

} // namespace

/// How the window was left is how it comes back, and what is no layout changes nothing.
class tst_layout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizeAndSplitsComeBack();
    void theGroupComesBack();
    void theOpenDetailComesBackWithItsJob();
    void aJobThatIsGoneIsNotLookedFor();
    void theDetailIsNotOpenedLater();
    void foreignBytesChangeNothing_data();
    void foreignBytesChangeNothing();
    void aPartThatCannotBeIsLeftOut();
};

void tst_layout::sizeAndSplitsComeBack()
{
    const auto eight = sample::eight();
    MainWindow first(options());
    first.resize(1300, 720);
    first.show();
    first.apply(sample::whole(eight));
    first.selectJob(eight[0].key);
    auto *split = first.findChild<QSplitter *>();
    split->setSizes({500, 590});
    Q_EMIT split->splitterMoved(500, 1); // as the hand does that moves it
    const QList<int> wanted = split->sizes();
    QVERIFY(wanted[1] > 500); // more than it has by itself
    const QByteArray kept = first.saveLayout();

    MainWindow second(options());
    QVERIFY(second.restoreLayout(kept));
    second.show();
    second.apply(sample::whole(eight));
    QCOMPARE(second.size(), first.size());
    QCOMPARE(second.findChild<QSplitter *>()->sizes(), wanted);
    QCOMPARE(second.detail().split()->sizes(), first.detail().split()->sizes());
}

void tst_layout::theGroupComesBack()
{
    MainWindow first(options());
    first.apply(sample::whole(sample::eight()));
    first.show();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    QTest::keyClick(&first, Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(first.model().filter().group, Group::Failed);
    MainWindow second(options());
    QVERIFY(second.restoreLayout(first.saveLayout()));
    QCOMPARE(second.model().filter().group, Group::Failed);
}

void tst_layout::theOpenDetailComesBackWithItsJob()
{
    const auto eight = sample::eight();
    MainWindow first(options());
    first.apply(sample::whole(eight));
    first.selectJob(eight[2].key);
    const QByteArray open = first.saveLayout();
    MainWindow second(options());
    QVERIFY(second.restoreLayout(open));
    QVERIFY(!second.detail().job());
    const QByteArray again = second.saveLayout(); // it may be left before its jobs came
    second.apply(sample::whole(eight));
    QCOMPARE(second.detail().job()->key, eight[2].key);
    MainWindow patient(options());
    QVERIFY(patient.restoreLayout(again));
    patient.apply(sample::whole(eight));
    QCOMPARE(patient.detail().job()->key, eight[2].key);
    // one that was closed stays closed
    MainWindow third(options());
    third.apply(sample::whole(eight));
    MainWindow fourth(options());
    QVERIFY(fourth.restoreLayout(third.saveLayout()));
    fourth.apply(sample::whole(eight));
    QVERIFY(!fourth.detail().job());
}

void tst_layout::aJobThatIsGoneIsNotLookedFor()
{
    const auto eight = sample::eight();
    MainWindow first(options());
    first.apply(sample::whole(eight));
    first.selectJob(eight[2].key);
    MainWindow second(options());
    QVERIFY(second.restoreLayout(first.saveLayout()));
    second.apply(sample::whole({eight[0], eight[1]}));
    QVERIFY(!second.detail().job());
    second.apply(sample::whole(eight)); // whoever chose nothing since is not interrupted
    QVERIFY(!second.detail().job());
}

void tst_layout::theDetailIsNotOpenedLater()
{
    const auto eight = sample::eight();
    MainWindow first(options());
    first.apply(sample::whole(eight));
    first.selectJob(eight[2].key);
    MainWindow second(options());
    second.apply(sample::whole(eight));
    second.selectJob(eight[0].key);
    QVERIFY(second.restoreLayout(first.saveLayout()));
    second.apply(sample::whole(eight));
    QCOMPARE(second.detail().job()->key, eight[0].key);
}

void tst_layout::foreignBytesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    MainWindow window(options());
    const QByteArray kept = window.saveLayout();
    QTest::newRow("none") << QByteArray();
    QTest::newRow("words") << QByteArray("something else");
    QTest::newRow("zeros") << QByteArray(400, '\0');
    QTest::newRow("ones") << QByteArray(400, '\xff');
    QTest::newRow("of another kind") << layoutOf({{u"group"_s, 4}}, 0x41464f31);
    QTest::newRow("without a size") << layoutOf({{u"group"_s, 4}});
    QTest::newRow("with a size that is none")
        << layoutOf({{u"group"_s, 4}, {u"geometry"_s, QByteArray("large")}});
    for (const qsizetype cut : {3, 4, 8, 30, 60})
        QTest::addRow("its first %d bytes", int(cut)) << kept.left(cut);
    QTest::newRow("all but the last byte") << kept.chopped(1);
}

void tst_layout::foreignBytesChangeNothing()
{
    QFETCH(QByteArray, bytes);
    MainWindow window(options());
    window.apply(sample::whole(sample::eight()));
    const QByteArray before = window.saveLayout();
    QVERIFY(!window.restoreLayout(bytes));
    QCOMPARE(window.saveLayout(), before);
}

void tst_layout::aPartThatCannotBeIsLeftOut()
{
    MainWindow window(options());
    const QByteArray geometry = window.saveGeometry();
    const QList<int> split = window.findChild<QSplitter *>()->sizes();
    QVERIFY(window.restoreLayout(layoutOf({{u"geometry"_s, geometry},
                                           {u"group"_s, 77},
                                           {u"beside"_s, QVariantList{-5, u"x"_s}},
                                           {u"detail"_s, u"wide"_s},
                                           {u"job"_s, QStringList{u"local"_s}},
                                           {u"of a later Afoot"_s, 3}})));
    QCOMPARE(window.model().filter().group, Group::All);
    QCOMPARE(window.findChild<QSplitter *>()->sizes(), split);
}

QTEST_MAIN(tst_layout)
#include "tst_layout.moc"
