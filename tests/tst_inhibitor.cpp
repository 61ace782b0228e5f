#include "core/desktop/sleepinhibitor.h"
#include "tests/support/privatebus.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QSignalSpy>

#include <fcntl.h>
#include <unistd.h>

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who manages power on Plasma, Xfce and others; may be slow.
class FakePower : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    QStringList asked{};
    QList<uint> released{};
    bool isSlow = false;
    QList<QDBusMessage> waiting{};

public Q_SLOTS:
    uint Inhibit(const QString &application, const QString &why)
    {
        asked.append(application + u": "_s + why);
        if (isSlow) {
            setDelayedReply(true);
            waiting.append(message());
        }
        return 7;
    }
    void UnInhibit(uint cookie) { released.append(cookie); }
};

/// The portal, as on GNOME, and the request that it makes of it.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    QList<uint> flags{};
    QString why{};

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString &, uint wanted, const QVariantMap &options)
    {
        flags.append(wanted);
        why = options[u"reason"_s].toString();
        return QDBusObjectPath(u"/org/freedesktop/portal/desktop/request/1"_s);
    }
};

class FakeRequest : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

public:
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

/// logind: gives away one end of a pipe, and sees at the other whether it is held.
class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList asked{};
    int seen = -1;

    bool isHeld() const
    {
        char byte = 0;
        return seen >= 0 && ::read(seen, &byte, 1) != 0; // 0: the other end is closed
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode)
    {
        asked = {what, who, why, mode};
        int ends[2];
        if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        seen = ends[0];
        QDBusUnixFileDescriptor lock;
        lock.giveFileDescriptor(ends[1]);
        return lock;
    }
};

/// How the machine is kept awake, by whoever can.
class tst_inhibitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.isThere(), "dbus-daemon is needed"); }
    void init();
    void cleanup();
    void theSessionKeepsItAwakeUntilTheEnd();
    void whatIsOverSoonAsksNobody();
    void whereNobodyManagesPowerThePortalDoes();
    void logindIsAskedWhateverTheSessionCan();
    void anAnswerThatComesTooLateIsGivenBack();
    void theEndOfTheProgramIsTheEndOfIt();
    void whereNobodyCanNothingIsClaimed();

private:
    std::unique_ptr<SleepInhibitor> inhibitor(std::chrono::milliseconds after = 0ms)
    {
        return std::make_unique<SleepInhibitor>(m_client->bus(), m_client->bus(),
                                                u"io.github.afoot.Afoot"_s, after);
    }
    void serve(const QString &name, const QString &path, QObject *object)
    {
        QVERIFY(m_server->bus().registerObject(path, object, QDBusConnection::ExportAllSlots));
        QTRY_VERIFY(m_server->bus().registerService(name));
    }
    void servePower()
    {
        serve(u"org.freedesktop.PowerManagement"_s, u"/org/freedesktop/PowerManagement/Inhibit"_s,
              &*m_power);
    }
    void servePortal()
    {
        QVERIFY(m_server->bus().registerObject(u"/org/freedesktop/portal/desktop/request/1"_s,
                                               &*m_request, QDBusConnection::ExportAllSlots));
        serve(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
              &*m_portal);
    }

    PrivateBus m_bus{};
    std::unique_ptr<PrivateBus::Peer> m_client{};
    std::unique_ptr<PrivateBus::Peer> m_server{};
    std::unique_ptr<FakePower> m_power{};
    std::unique_ptr<FakePortal> m_portal{};
    std::unique_ptr<FakeRequest> m_request{};
};

void tst_inhibitor::init()
{
    m_client = m_bus.peer();
    m_server = m_bus.peer();
    m_power = std::make_unique<FakePower>();
    m_portal = std::make_unique<FakePortal>();
    m_request = std::make_unique<FakeRequest>();
}

void tst_inhibitor::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void tst_inhibitor::theSessionKeepsItAwakeUntilTheEnd()
{
    servePower();
    const auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    awake->want(true, u"2 jobs"_s);
    awake->want(true, u"3 jobs"_s); // one and the same wish
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), true);
    QCOMPARE(m_power->asked, QStringList{u"io.github.afoot.Afoot: 3 jobs"_s});
    awake->want(false, {});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), false);
    QTRY_COMPARE(m_power->released, QList<uint>{7});
}

void tst_inhibitor::whatIsOverSoonAsksNobody()
{
    servePower();
    const auto awake = inhibitor(SleepInhibitor::patience);
    awake->want(true, u"a job"_s);
    awake->want(false, {});
    const auto later = inhibitor();
    later->want(true, u"later"_s);
    QTRY_COMPARE(m_power->asked, QStringList{u"io.github.afoot.Afoot: later"_s});
}

void tst_inhibitor::whereNobodyManagesPowerThePortalDoes()
{
    servePortal();
    const auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    awake->want(true, u"2 jobs"_s);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_portal->flags, QList<uint>{4}); // suspend, and neither logout nor the screen
    QCOMPARE(m_portal->why, u"2 jobs"_s);
    awake->want(false, {});
    QTRY_COMPARE(m_request->closed, 1);
}

void tst_inhibitor::logindIsAskedWhateverTheSessionCan()
{
    FakeLogin login;
    serve(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, &login);
    const auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    awake->want(true, u"2 jobs"_s);
    QTRY_COMPARE(changed.size(), 1);
    // "idle" alone: who closes the lid or presses the button means it
    QCOMPARE(login.asked, (QStringList{u"idle"_s, u"Afoot"_s, u"2 jobs"_s, u"block"_s}));
    QTRY_VERIFY(login.isHeld());
    awake->want(false, {});
    QTRY_VERIFY(!login.isHeld());
    ::close(login.seen);
}

void tst_inhibitor::anAnswerThatComesTooLateIsGivenBack()
{
    servePower();
    m_power->isSlow = true;
    const auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    awake->want(true, u"a job"_s);
    QTRY_COMPARE(m_power->waiting.size(), 1);
    awake->want(false, {});
    m_server->bus().send(m_power->waiting.first().createReply(9U));
    QTRY_COMPARE(m_power->released, QList<uint>{9});
    QCOMPARE(changed.size(), 0);
}

void tst_inhibitor::theEndOfTheProgramIsTheEndOfIt()
{
    servePower();
    auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    awake->want(true, u"a job"_s);
    QTRY_COMPARE(changed.size(), 1);
    awake.reset();
    QTRY_COMPARE(m_power->released, QList<uint>{7});
}

void tst_inhibitor::whereNobodyCanNothingIsClaimed()
{
    SleepInhibitor nowhere(QDBusConnection(u"none"_s), QDBusConnection(u"none"_s), u"x"_s, 0ms);
    const auto awake = inhibitor();
    QSignalSpy changed(&*awake, &SleepInhibitor::changed);
    nowhere.want(true, u"a job"_s);
    awake->want(true, u"a job"_s);
    // somebody who comes later answers an inhibitor of later, and nobody else
    servePower();
    const auto later = inhibitor();
    QSignalSpy held(&*later, &SleepInhibitor::changed);
    later->want(true, u"later"_s);
    QTRY_COMPARE(held.size(), 1);
}

QTEST_GUILESS_MAIN(tst_inhibitor)
#include "tst_inhibitor.moc"
