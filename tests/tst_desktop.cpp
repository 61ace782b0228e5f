#include "core/desktop/desktopwishes.h"
#include "core/desktop/launcherentry.h"
#include "core/desktop/notifications.h"
#include "core/desktop/sleepwatch.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

struct Notified
{
    QString app{};
    uint replaces = 0;
    QString icon{};
    QString summary{};
    QString body{};
    QStringList actions{};
    QVariantMap hints{};
    int timeout = 0;
};

/// Something that the bus itself answers.
QDBusMessage getId()
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s,
                                          u"org.freedesktop.DBus"_s, u"GetId"_s);
}

} // namespace

/// A notification service on a bus of its own, which may be slow to answer.
class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<Notified> notified{};
    QList<uint> closed{};
    bool slow = false;
    QList<QDBusMessage> waiting{};
    uint nextId = 7;
    QStringList capabilities{u"body"_s, u"body-markup"_s, u"actions"_s};

public Q_SLOTS:
    uint Notify(const QString &app, uint replaces, const QString &icon, const QString &summary,
                const QString &body, const QStringList &actions, const QVariantMap &hints,
                int timeout)
    {
        notified.append({app, replaces, icon, summary, body, actions, hints, timeout});
        if (slow) {
            setDelayedReply(true);
            waiting.append(message());
            return 0;
        }
        return replaces != 0 ? replaces : nextId++;
    }
    void CloseNotification(uint id) { closed.append(id); }
    QStringList GetCapabilities() { return capabilities; }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// A portal that knows some of the settings, and says of the others that there are none.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QMap<QString, QVariant> values{};

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const QVariant value = values.value(group + u'/' + key);
        if (!value.isValid())
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"none"_s);
        // wrapped twice, as version 1 does
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// Who says that the machine goes to sleep.
class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

/// A dock: hears who broadcasts what is to be on its icon.
class FakeDock : public QObject
{
    Q_OBJECT

public:
    QList<QPair<QString, QVariantMap>> heard{};

public Q_SLOTS:
    void onUpdate(const QString &uri, const QVariantMap &state) { heard.append({uri, state}); }
};

using Wishes = DesktopWishes::Wishes;

class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--print-address"_s, u"--nofork"_s});
        QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is needed");
        QTRY_VERIFY(m_daemon.canReadLine());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    void init()
    {
        static int n = 0;
        m_client = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(m_address, u"client%1"_s.arg(++n)));
        m_server = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(m_address, u"server%1"_s.arg(n)));
        QVERIFY(m_client->isConnected());
        m_service = std::make_unique<FakeService>();
        QVERIFY(m_server->registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(),
                                         QDBusConnection::ExportAllSlots |
                                             QDBusConnection::ExportAllSignals));
        // the bus may still be taking leave of the last server
        QTRY_VERIFY(m_server->registerService(u"org.freedesktop.Notifications"_s));
    }
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(m_client->name());
        QDBusConnection::disconnectFromBus(m_server->name());
    }

    void aNoteReachesTheServiceWithItsBodyEscaped()
    {
        Notifications notifications(*m_client, u"Afoot"_s, u"io.github.afoot.Afoot"_s);
        notifications.show({.tag = u"a"_s,
                            .summary = u"Build <main> failed"_s,
                            .body = u"<b>exit</b> & 2"_s,
                            .urgency = Note::Urgency::Critical,
                            .actions = {{u"default"_s, u"Show"_s}}});
        QTRY_COMPARE(m_service->notified.size(), 1);
        const Notified &seen = m_service->notified.first();
        QCOMPARE(seen.app, u"Afoot"_s);
        QCOMPARE(seen.summary, u"Build <main> failed"_s);
        QCOMPARE(seen.body, u"&lt;b&gt;exit&lt;/b&gt; &amp; 2"_s);
        QCOMPARE(seen.actions, (QStringList{u"default"_s, u"Show"_s}));
        QCOMPARE(seen.hints[u"urgency"_s].toInt(), 2);
        QCOMPARE(seen.hints[u"desktop-entry"_s].toString(), u"io.github.afoot.Afoot"_s);
    }

    void theNextNoteOfAJobReplacesTheLast()
    {
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(m_service->notified.size(), 1);
        // the id comes back asynchronously: only once it is known can the second replace the first
        notifications.show({.tag = u"a"_s, .summary = u"two"_s});
        QTRY_COMPARE(m_service->notified.size(), 2);
        QCOMPARE(m_service->notified[1].replaces, 7U);
        notifications.show({.tag = u"b"_s, .summary = u"other"_s});
        QTRY_COMPARE(m_service->notified.size(), 3);
        QCOMPARE(m_service->notified[2].replaces, 0U);
    }

    void aSlowServiceGetsTheLatestNoteAndNotAPile()
    {
        m_service->slow = true;
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(m_service->waiting.size(), 1);
        notifications.show({.tag = u"a"_s, .summary = u"two"_s});
        notifications.show({.tag = u"a"_s, .summary = u"three"_s});
        m_service->slow = false;
        m_server->send(m_service->waiting.first().createReply(42U));
        QTRY_COMPARE(m_service->notified.size(), 2);
        QCOMPARE(m_service->notified[1].summary, u"three"_s);
        QCOMPARE(m_service->notified[1].replaces, 42U);
    }

    void aServiceThatPlaysSoundsIsToldWhich()
    {
        m_service->capabilities.append(u"sound"_s);
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        QSignalSpy wanted(&notifications, &Notifications::soundWanted);
        notifications.show({.tag = u"a"_s, .summary = u"loud"_s, .sound = u"complete"_s});
        notifications.show({.tag = u"b"_s, .summary = u"silent"_s});
        QTRY_COMPARE(m_service->notified.size(), 2);
        QCOMPARE(m_service->notified[0].hints[u"sound-name"_s].toString(), u"complete"_s);
        QVERIFY(!m_service->notified[0].hints.contains(u"suppress-sound"_s));
        QCOMPARE(m_service->notified[1].hints[u"suppress-sound"_s], QVariant(true));
        // the second one is sent once the first answer, and with it what the service can do, is here
        notifications.show({.tag = u"a"_s, .summary = u"loud"_s, .sound = u"complete"_s});
        QTRY_COMPARE(m_service->notified.size(), 3);
        QVERIFY(m_client->call(getId()).type() ==
                QDBusMessage::ReplyMessage); // later than all answers
        QCoreApplication::processEvents();
        QCOMPARE(wanted.size(), 0);
    }

    void whereTheServicePlaysNoneSomebodyElseHasTo()
    {
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        QSignalSpy wanted(&notifications, &Notifications::soundWanted);
        notifications.show({.tag = u"a"_s, .summary = u"loud"_s, .sound = u"complete"_s});
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"complete"_s);
        notifications.show({.tag = u"b"_s, .summary = u"silent"_s});
        notifications.show({.tag = u"c"_s, .summary = u"loud"_s, .sound = u"bell"_s});
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].toString(), u"bell"_s);
    }

    void whatWouldStayForEverGoesWithUs()
    {
        {
            Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
            QSignalSpy wanted(&notifications, &Notifications::soundWanted);
            notifications.show({.tag = u"a"_s, .summary = u"done"_s});
            QTRY_COMPARE(m_service->notified.size(), 1);
            notifications.show(
                {.tag = u"b"_s, .summary = u"needs you"_s, .sound = u"bell"_s, .timeoutMs = 0});
            QTRY_COMPARE(m_service->notified.size(), 2);
            notifications.show({.tag = u"b"_s, .summary = u"still does"_s, .timeoutMs = 0});
            QTRY_COMPARE(m_service->notified.size(), 3);
        }
        QTRY_COMPARE(m_service->closed, QList<uint>{8});
    }

    void anotherServiceKnowsNothingOfTheNumbersOfTheLast()
    {
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(m_service->notified.size(), 1);
        QVERIFY(m_server->unregisterService(u"org.freedesktop.Notifications"_s));
        QTRY_VERIFY(m_server->registerService(u"org.freedesktop.Notifications"_s));
        QVERIFY(m_client->call(getId()).type() ==
                QDBusMessage::ReplyMessage); // later than that news
        QCoreApplication::processEvents();
        notifications.show({.tag = u"a"_s, .summary = u"two"_s});
        QTRY_COMPARE(m_service->notified.size(), 2);
        QCOMPARE(m_service->notified[1].replaces, 0U);
    }

    void anActionComesBackWithItsTagAndOthersActionsDoNot()
    {
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        QSignalSpy invoked(&notifications, &Notifications::actionInvoked);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(m_service->notified.size(), 1);
        Q_EMIT m_service->ActionInvoked(99, u"default"_s);
        // repeated until the id has arrived at the client
        QTRY_VERIFY((Q_EMIT m_service->ActionInvoked(7, u"default"_s), !invoked.isEmpty()));
        for (const auto &call : invoked) {
            QCOMPARE(call.at(0).toString(), u"a"_s);
            QCOMPARE(call.at(1).toString(), u"default"_s);
        }
    }

    void aNoteClosedWhileTheServiceIsSlowIsClosedOnceItAnswers()
    {
        m_service->slow = true;
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(m_service->waiting.size(), 1);
        notifications.close(u"a"_s);
        QVERIFY(m_service->closed.isEmpty());
        m_server->send(m_service->waiting.first().createReply(42U));
        QTRY_COMPARE(m_service->closed, QList<uint>{42U});
    }

    void withoutAServiceTheNoteComesBackToBeShownOtherwise()
    {
        QVERIFY(m_server->unregisterService(u"org.freedesktop.Notifications"_s));
        Notifications notifications(*m_client, u"Afoot"_s, u"x"_s);
        QSignalSpy failed(&notifications, &Notifications::failed);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Note>().summary, u"one"_s);
    }

    void withoutABusTheNoteComesBackAtOnce()
    {
        Notifications notifications(QDBusConnection(u"nobody"_s), u"Afoot"_s, u"x"_s);
        QSignalSpy failed(&notifications, &Notifications::failed);
        notifications.show({.tag = u"a"_s, .summary = u"one"_s});
        QCOMPARE(failed.size(), 1);
    }

    void theDesktopsWishForDarkIsHeardAndItsChangeToo()
    {
        FakePortal portal;
        portal.values[u"org.freedesktop.appearance/color-scheme"_s] = 1U;
        QVERIFY(serve(portal));
        DesktopWishes wishes(*m_client);
        QSignalSpy said(&wishes, &DesktopWishes::said);
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].value<Wishes>(), Wishes{.colours = DesktopWishes::Colours::Dark});
        Q_EMIT portal.SettingChanged(u"org.gnome.other"_s, u"color-scheme"_s, QDBusVariant(1U));
        Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                                     QDBusVariant(2U));
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(said[1][0].value<Wishes>(), Wishes{.colours = DesktopWishes::Colours::Light});
    }

    void lessMotionIsHeardFromEveryDesktop_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QVariant>("reduced");
        QTest::addColumn<QVariant>("full");
        QTest::newRow("portal") << u"org.freedesktop.appearance/reduced-motion"_s << QVariant(1U)
                                << QVariant(0U);
        QTest::newRow("GNOME") << u"org.gnome.desktop.interface/enable-animations"_s
                               << QVariant(false) << QVariant(true);
        QTest::newRow("KDE") << u"org.kde.kdeglobals.KDE/AnimationDurationFactor"_s
                             << QVariant(u"0"_s) << QVariant(u"0.5"_s);
        QTest::newRow("KDE, a number") << u"org.kde.kdeglobals.KDE/AnimationDurationFactor"_s
                                       << QVariant(0.0) << QVariant(1.0);
    }

    void lessMotionIsHeardFromEveryDesktop()
    {
        QFETCH(QString, setting);
        QFETCH(QVariant, reduced);
        QFETCH(QVariant, full);
        FakePortal portal;
        portal.values[setting] = reduced;
        QVERIFY(serve(portal));
        DesktopWishes wishes(*m_client);
        QSignalSpy said(&wishes, &DesktopWishes::said);
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].value<Wishes>(), Wishes{.isMotionReduced = true});
        Q_EMIT portal.SettingChanged(setting.section(u'/', 0, 0), setting.section(u'/', 1),
                                     QDBusVariant(full));
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(said[1][0].value<Wishes>(), Wishes{});
    }

    void moreContrastIsHeard()
    {
        FakePortal portal;
        portal.values[u"org.freedesktop.appearance/contrast"_s] = 1U;
        portal.values[u"org.gnome.desktop.interface/enable-animations"_s] = true;
        QVERIFY(serve(portal));
        DesktopWishes wishes(*m_client);
        QSignalSpy said(&wishes, &DesktopWishes::said);
        wishes.ask();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].value<Wishes>(), Wishes{.isContrastHigh = true});
    }

    void wakingUpIsToldAndGoingToSleepIsNot()
    {
        FakeLogin login;
        QVERIFY(m_server->registerObject(u"/org/freedesktop/login1"_s, &login,
                                         QDBusConnection::ExportAllSignals));
        QVERIFY(m_server->registerService(u"org.freedesktop.login1"_s));
        SleepWatch watch(*m_client);
        QSignalSpy woke(&watch, &SleepWatch::wokeUp);
        Q_EMIT login.PrepareForSleep(true);
        Q_EMIT login.PrepareForSleep(false);
        QTRY_COMPARE(woke.size(), 1);
        const SleepWatch nobody(QDBusConnection(u"none"_s)); // no bus: nothing comes
    }

    void withoutAPortalNothingIsWished()
    {
        DesktopWishes wishes(*m_client);
        QSignalSpy said(&wishes, &DesktopWishes::said);
        wishes.ask();
        // an answer to a later call shows that the earlier one was refused
        QCOMPARE(m_client->call(getId()).type(), QDBusMessage::ReplyMessage);
        QCoreApplication::processEvents();
        QCOMPARE(said.size(), 0);
    }

    void aDockHearsTheWholeStateWhenItLooksDifferent()
    {
        FakeDock dock;
        QVERIFY(m_server->connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
                                  &dock, SLOT(onUpdate(QString, QVariantMap))));
        {
            LauncherEntry entry(*m_client, u"io.github.afoot.Afoot"_s);
            entry.show({}); // as it was
            entry.show({.progress = 0.414, .count = 2, .urgent = true});
            QTRY_COMPARE(dock.heard.size(), 1);
            QCOMPARE(dock.heard[0].first, u"application://io.github.afoot.Afoot.desktop"_s);
            const QVariantMap all = dock.heard[0].second;
            QCOMPARE(all[u"progress"_s].toDouble(), 0.41);
            QCOMPARE(all[u"progress-visible"_s], QVariant(true));
            QCOMPARE(all[u"count"_s].toLongLong(), 2);
            QCOMPARE(all[u"count-visible"_s], QVariant(true));
            QCOMPARE(all[u"urgent"_s], QVariant(true));
            entry.show({.progress = 0.418, .count = 2, .urgent = true}); // the same picture
            entry.show({.progress = std::nan(""), .count = 2, .urgent = true});
            QTRY_COMPARE(dock.heard.size(), 2);
            QCOMPARE(dock.heard[1].second[u"progress-visible"_s], QVariant(false));
        }
        QTRY_COMPARE(dock.heard.size(), 3); // it leaves nothing behind
        QCOMPARE(dock.heard[2].second[u"count-visible"_s], QVariant(false));
        QCOMPARE(dock.heard[2].second[u"urgent"_s], QVariant(false));
    }

private:
    bool serve(FakePortal &portal)
    {
        return m_server->registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                        QDBusConnection::ExportAllSlots |
                                            QDBusConnection::ExportAllSignals) &&
               QTest::qWaitFor(
                   [&] { return m_server->registerService(u"org.freedesktop.portal.Desktop"_s); });
    }

    QProcess m_daemon{};
    QString m_address{};
    std::unique_ptr<QDBusConnection> m_client{};
    std::unique_ptr<QDBusConnection> m_server{};
    std::unique_ptr<FakeService> m_service{};
};

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
