#include "core/desktop/donotdisturb.h"
#include "core/desktop/soundplayer.h"
#include "tests/support/privatebus.h"

#include <QDBusMessage>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

void write(const QString &file, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

} // namespace

/// The notification service of Plasma, as far as it says whether it is quiet.
class FakePlasma : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited MEMBER isInhibited)

public:
    bool isInhibited = false;
};

/// When nothing is to be heard or seen, and what is heard otherwise.
class tst_quiet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.isThere(), "dbus-daemon is needed"); }
    void whatTheServiceSaysIsHeardAtOnceAndLater();
    void aServiceThatLeavesDisturbsNobody();
    void whatDunstSaysIsHeard();
    void aSoundIsFoundByItsName_data();
    void aSoundIsFoundByItsName();
    void soundsArePlayedByWhoeverCan();

private:
    void say(const QDBusConnection &server, const QString &interface, const QString &property,
             bool value)
    {
        QDBusMessage message = QDBusMessage::createSignal(
            path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        message << interface << QVariantMap{{property, value}} << QStringList{};
        QVERIFY(server.send(message));
    }

    PrivateBus m_bus{};
};

void tst_quiet::whatTheServiceSaysIsHeardAtOnceAndLater()
{
    QDBusConnection server = m_bus.connect();
    FakePlasma plasma;
    plasma.isInhibited = true;
    QVERIFY(server.registerObject(path, &plasma, QDBusConnection::ExportAllProperties));
    QVERIFY(server.registerService(service));
    DoNotDisturb quiet(m_bus.connect());
    QSignalSpy changed(&quiet, &DoNotDisturb::changed);
    quiet.start();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), true);
    say(server, service, u"Inhibited"_s, true); // nothing new
    say(server, u"org.example.Other"_s, u"Inhibited"_s, false);
    say(server, service, u"Inhibited"_s, false);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), false);
    QVERIFY(server.unregisterService(service));
}

void tst_quiet::aServiceThatLeavesDisturbsNobody()
{
    DoNotDisturb quiet(m_bus.connect());
    QSignalSpy changed(&quiet, &DoNotDisturb::changed);
    quiet.start();
    QDBusConnection server = m_bus.connect();
    FakePlasma plasma;
    plasma.isInhibited = true;
    QVERIFY(server.registerObject(path, &plasma, QDBusConnection::ExportAllProperties));
    QTRY_VERIFY(server.registerService(service)); // comes after us, and is asked then
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(server.unregisterService(service));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), false);
}

void tst_quiet::whatDunstSaysIsHeard()
{
    QDBusConnection server = m_bus.connect();
    QTRY_VERIFY(server.registerService(service));
    DoNotDisturb quiet(m_bus.connect());
    QSignalSpy changed(&quiet, &DoNotDisturb::changed);
    quiet.start();
    // that it has no such property may be said later, and says nothing
    say(server, u"org.dunstproject.cmd0"_s, u"paused"_s, true);
    QTRY_COMPARE(changed.size(), 1);
    say(server, u"org.dunstproject.cmd0"_s, u"paused"_s, false);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(server.unregisterService(service));
}

void tst_quiet::aSoundIsFoundByItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("a sound") << u"complete"_s << u"a/complete.oga"_s;
    QTest::newRow("a less special one") << u"complete-media-burn"_s << u"a/complete.oga"_s;
    QTest::newRow("a person's own goes first") << u"bell"_s << u"a/bell.wav"_s;
    QTest::newRow("in the second folder") << u"dialog-error"_s << u"b/dialog-error.oga"_s;
    QTest::newRow("switched off") << u"message"_s << QString();
    QTest::newRow("none") << u"trash-empty"_s << QString();
    QTest::newRow("no name") << QString() << QString();
    QTest::newRow("a path") << u"../stereo/complete"_s << QString();
    QTest::newRow("an option") << u"-complete"_s << QString();
    QTest::newRow("too long") << QString(500, u'a') << QString();
}

void tst_quiet::aSoundIsFoundByItsName()
{
    QFETCH(QString, name);
    QFETCH(QString, file);
    const QTemporaryDir room;
    const auto at = [&](const QString &where) {
        return room.filePath(where.left(1)) + u"/sounds/freedesktop/stereo"_s + where.mid(1);
    };
    for (const QString &there :
         {u"a/complete.oga"_s, u"a/bell.wav"_s, u"b/bell.oga"_s, u"b/dialog-error.oga"_s,
          u"a/message.disabled"_s, u"b/message.oga"_s})
        write(at(there), {});
    const auto found = soundFile(name, {room.filePath(u"a"_s), room.filePath(u"b"_s)});
    QCOMPARE(found.value_or(QString()), file.isEmpty() ? QString() : at(file));
}

void tst_quiet::soundsArePlayedByWhoeverCan()
{
    const QTemporaryDir room;
    const QString heard = room.filePath(u"heard"_s);
    write(room.filePath(u"data/sounds/freedesktop/stereo/complete.oga"_s), {});
    const QByteArray path0 = qgetenv("PATH");
    const QByteArray data0 = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", room.filePath(u"data"_s).toLocal8Bit());
    qputenv("PATH", room.filePath(u"bin"_s).toLocal8Bit());
    SoundPlayer player;
    QVERIFY(!player.play(u"complete"_s)); // nobody can
    const QString program = room.filePath(u"bin/paplay"_s);
    write(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" >>'" + heard.toLocal8Bit() + "'\n");
    QVERIFY(QFile(program).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(!player.play(u"no-such-sound"_s));
    QVERIFY(player.play(u"complete"_s));
    QVERIFY(!player.play(u"complete"_s)); // not twice at once
    qputenv("PATH", path0);
    qputenv("XDG_DATA_HOME", data0);
    QFile file(heard);
    QTRY_VERIFY(file.exists() && file.size() > 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("data/sounds/freedesktop/stereo/complete.oga\n"));
}

QTEST_GUILESS_MAIN(tst_quiet)
#include "tst_quiet.moc"
