#include "core/desktop/application.h"
#include "tests/support/privatebus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSignalSpy>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

QDBusMessage call(const QString &name, const QString &method)
{
    return QDBusMessage::createMethodCall(name, Application::pathOf(name),
                                          u"org.freedesktop.Application"_s, method);
}

} // namespace

/// What the desktop asks of Afoot over D-Bus.
class tst_application : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.isThere(), "dbus-daemon is needed"); }
    /// One of its own for each test: the bus takes leave of the last one in its own time.
    void init()
    {
        static int count = 0;
        m_name = u"io.github.afoot.Test%1"_s.arg(++count);
    }
    void thePathIsThatOfTheName();
    void itIsRaisedWithItsToken();
    void linksAreOpenedWithinBounds();
    void actionsAreRun();
    void thereIsOne();
    void withoutABusThereIsNone();

private:
    PrivateBus m_bus{};
    QString m_name{};
};

void tst_application::thePathIsThatOfTheName()
{
    QCOMPARE(Application::pathOf(u"io.github.afoot.Afoot"_s), u"/io/github/afoot/Afoot"_s);
    QCOMPARE(Application::pathOf(u"org.a-b.C"_s), u"/org/a_b/C"_s);
}

void tst_application::itIsRaisedWithItsToken()
{
    Application application(m_bus.connect(), m_name);
    QVERIFY(application.start());
    QSignalSpy activated(&application, &Application::activated);
    const QDBusConnection desktop = m_bus.connect();
    desktop.asyncCall(call(m_name, u"Activate"_s) << QVariantMap{
                          {u"activation-token"_s, u"t1"_s}, {u"desktop-startup-id"_s, u"s1"_s}});
    desktop.asyncCall(call(m_name, u"Activate"_s)
                      << QVariantMap{{u"desktop-startup-id"_s, u"s2"_s}});
    desktop.asyncCall(call(m_name, u"Activate"_s) << QVariantMap{});
    desktop.asyncCall(call(m_name, u"Activate"_s)
                      << QVariantMap{{u"activation-token"_s, QString(100'000, u'a')}});
    QTRY_COMPARE(activated.size(), 4);
    QCOMPARE(activated[0][0].toString(), u"t1"_s);
    QCOMPARE(activated[1][0].toString(), u"s2"_s);
    QCOMPARE(activated[2][0].toString(), QString());
    QCOMPARE(activated[3][0].toString(), QString());
}

void tst_application::linksAreOpenedWithinBounds()
{
    Application application(m_bus.connect(), m_name);
    QVERIFY(application.start());
    QSignalSpy opened(&application, &Application::openRequested);
    QStringList many(100, u"afoot://settings"_s);
    many[1] = QString(5000, u'a');
    const QDBusConnection desktop = m_bus.connect();
    desktop.asyncCall(call(m_name, u"Open"_s) << QStringList{u"afoot://job/a"_s}
                                              << QVariantMap{{u"activation-token"_s, u"t"_s}});
    desktop.asyncCall(call(m_name, u"Open"_s) << many << QVariantMap{});
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(opened[0][0].toStringList(), QStringList{u"afoot://job/a"_s});
    QCOMPARE(opened[0][1].toString(), u"t"_s);
    QCOMPARE(opened[1][0].toStringList().size(), Application::maxUris - 1);
}

void tst_application::actionsAreRun()
{
    Application application(m_bus.connect(), m_name);
    QVERIFY(application.start());
    QSignalSpy actions(&application, &Application::actionRequested);
    const QDBusConnection desktop = m_bus.connect();
    QDBusPendingCallWatcher answer(desktop.asyncCall(
        call(m_name, u"ActivateAction"_s)
        << u"new-source"_s << QVariantList{} << QVariantMap{{u"activation-token"_s, u"t"_s}}));
    QTRY_COMPARE(actions.size(), 1);
    QCOMPARE(actions[0][0].toString(), u"new-source"_s);
    QCOMPARE(actions[0][1].toString(), u"t"_s);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.isError());
}

void tst_application::thereIsOne()
{
    Application first(m_bus.connect(), m_name);
    Application second(m_bus.connect(), m_name);
    QVERIFY(first.start());
    QVERIFY(!second.start());
}

void tst_application::withoutABusThereIsNone()
{
    QVERIFY(!Application(QDBusConnection(u"none"_s), m_name).start());
}

QTEST_GUILESS_MAIN(tst_application)
#include "tst_application.moc"
