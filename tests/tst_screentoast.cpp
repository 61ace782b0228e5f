#include "ui/controls.h"
#include "ui/presence/screentoast.h"

#include <QApplication>
#include <QCursor>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

News news(const std::string &id, News::Kind kind, Millis stays = 60s)
{
    return {.kind = kind,
            .title = text::of(id),
            .text = u"It took 6 min."_s,
            .job = {"local", id},
            .stays = stays};
}

} // namespace

/// Toasts where no notification service is, on a real screen with a window manager.
class tst_screentoast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_toasts = std::make_unique<ScreenToasts>(); }
    void theyNeverTakeTheFocus();
    void threeStandInTheCorner();
    void fromRightToLeftItIsTheOtherCorner();
    void aJobHasOneAndSoHasTheDigest();
    void whoeverAsksStaysWhenOthersCome();
    void aClickLeadsToTheJobAndEndsIt();
    void aClickOnADigestLeadsToTheWindow();
    void aClickOnWhatLeadsNowhereOnlyEndsIt();
    void oneUnderThePointerStays();
    void whatWasSeenGoes();
    void itIsOpaqueToItsEdges();

private:
    std::unique_ptr<ScreenToasts> m_toasts{};
};

void tst_screentoast::theyNeverTakeTheFocus()
{
    QLineEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    m_toasts->show(news("a", News::Kind::Failed));
    Toast *toast = m_toasts->toasts().first();
    QVERIFY(QTest::qWaitForWindowExposed(toast));
    QTest::mouseClick(toast->findChild<QLabel *>(), Qt::RightButton);
    QTest::keyClicks(QApplication::focusWidget(), u"typed"_s);
    QCOMPARE(field.text(), u"typed"_s);
    QCOMPARE(QApplication::activeWindow(), &field);
}

void tst_screentoast::threeStandInTheCorner()
{
    for (const char *id : {"a", "b", "c", "d"})
        m_toasts->show(news(id, News::Kind::Completed));
    const auto &all = m_toasts->toasts();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0]->news().title, u"b"_s);
    const QRect room = QGuiApplication::screenAt(QCursor::pos())->availableGeometry();
    QCOMPARE(all[2]->geometry().right(), room.right() - 16);
    QCOMPARE(all[2]->geometry().bottom(), room.bottom() - 16);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(all[i]->geometry().left(), all[i + 1]->geometry().left());
        QCOMPARE(all[i]->geometry().bottom() + 1 + 8, all[i + 1]->geometry().top());
    }
}

void tst_screentoast::fromRightToLeftItIsTheOtherCorner()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    m_toasts->show(news("a", News::Kind::Completed));
    const QRect room = QGuiApplication::screenAt(QCursor::pos())->availableGeometry();
    QCOMPARE(m_toasts->toasts()[0]->geometry().left(), room.left() + 16);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_screentoast::aJobHasOneAndSoHasTheDigest()
{
    m_toasts->show(news("a", News::Kind::Started));
    m_toasts->show(news("a", News::Kind::Completed));
    QCOMPARE(m_toasts->toasts().size(), 1);
    QCOMPARE(m_toasts->toasts()[0]->news().kind, News::Kind::Completed);
    m_toasts->show({.kind = News::Kind::Digest, .title = u"News of 6 jobs"_s, .stays = 60s});
    m_toasts->show({.kind = News::Kind::Digest, .title = u"News of 7 jobs"_s, .stays = 60s});
    QCOMPARE(m_toasts->toasts().size(), 2);
    QCOMPARE(m_toasts->toasts()[1]->news().title, u"News of 7 jobs"_s);
}

void tst_screentoast::whoeverAsksStaysWhenOthersCome()
{
    m_toasts->show(news("asks", News::Kind::NeedsYou, 0s));
    for (const char *id : {"a", "b", "c", "d"})
        m_toasts->show(news(id, News::Kind::Completed));
    QCOMPARE(m_toasts->toasts().size(), 3);
    QCOMPARE(m_toasts->toasts()[0]->news().title, u"asks"_s);
}

void tst_screentoast::aClickLeadsToTheJobAndEndsIt()
{
    QSignalSpy opened(&*m_toasts, &ScreenToasts::opened);
    m_toasts->show(news("a", News::Kind::Failed));
    QTest::mouseClick(m_toasts->toasts().first(), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<JobKey>(), (JobKey{"local", "a"}));
    QVERIFY(m_toasts->toasts().isEmpty());
}

void tst_screentoast::aClickOnADigestLeadsToTheWindow()
{
    QSignalSpy opened(&*m_toasts, &ScreenToasts::opened);
    m_toasts->show({.kind = News::Kind::Digest, .title = u"News of 6 jobs"_s, .stays = 60s});
    QTest::mouseClick(m_toasts->toasts().first(), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][0].value<JobKey>().id.empty());
}

void tst_screentoast::aClickOnWhatLeadsNowhereOnlyEndsIt()
{
    QSignalSpy opened(&*m_toasts, &ScreenToasts::opened);
    m_toasts->show(
        {.kind = News::Kind::SourceAway, .title = u"nas"_s, .job = {"nas", {}}, .stays = 60s});
    QTest::mouseClick(m_toasts->toasts().first(), Qt::LeftButton);
    QCOMPARE(opened.size(), 0);
    QVERIFY(m_toasts->toasts().isEmpty());
}

void tst_screentoast::oneUnderThePointerStays()
{
    m_toasts->show(news("under", News::Kind::Completed, 200ms));
    Toast *under = m_toasts->toasts()[0];
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QApplication::sendEvent(under, &enter);
    m_toasts->show(news("beside", News::Kind::Completed, 300ms));
    QTRY_COMPARE(m_toasts->toasts().size(), 1); // that lives longer than the other would have
    QCOMPARE(m_toasts->toasts()[0], under);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(under, &leave);
    QTRY_VERIFY(m_toasts->toasts().isEmpty());
}

void tst_screentoast::whatWasSeenGoes()
{
    m_toasts->show(news("a", News::Kind::Completed));
    m_toasts->show(news("b", News::Kind::Completed));
    m_toasts->show({.kind = News::Kind::Digest, .title = u"News of 6 jobs"_s, .stays = 60s});
    m_toasts->withdraw({"local", "a"});
    QCOMPARE(m_toasts->toasts().size(), 2);
    m_toasts->withdrawDigest();
    QCOMPARE(m_toasts->toasts().size(), 1);
    QCOMPARE(m_toasts->toasts()[0]->news().title, u"b"_s);
}

void tst_screentoast::itIsOpaqueToItsEdges()
{
    m_toasts->show(news("a", News::Kind::Completed));
    const Toast *toast = m_toasts->toasts().first();
    const QImage image = const_cast<Toast *>(toast)->grab().toImage();
    const QColor edge = themeOf(toast->palette()).line;
    for (const QPoint corner : {image.rect().topLeft(), image.rect().topRight(),
                                image.rect().bottomLeft(), image.rect().bottomRight()})
        QCOMPARE(image.pixelColor(corner), edge);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    dress(app, Scheme::Light);
    tst_screentoast test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screentoast.moc"
