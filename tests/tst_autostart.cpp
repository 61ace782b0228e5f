#include "core/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;

/// The entry that starts Afoot with the session.
class tst_autostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsWrittenAndTakenAway();
    void whatTheDesktopSaysCounts_data();
    void whatTheDesktopSaysCounts();
    void aFolderThatCannotBeWrittenIsTold();
    void aProgramIsNamedAsADesktopEntryWantsIt_data();
    void aProgramIsNamedAsADesktopEntryWantsIt();
    void whatIsInPathIsCalledByItsName();

private:
    QTemporaryDir m_room{};
    QString m_file = m_room.filePath(u"autostart/io.github.afoot.Afoot.desktop"_s);
    Autostart m_autostart{m_room.path(), u"io.github.afoot.Afoot"_s};
};

void tst_autostart::itIsWrittenAndTakenAway()
{
    QVERIFY(!m_autostart.isOn());
    QVERIFY(!m_autostart.set(false, {})); // was not there
    QVERIFY(!m_autostart.set(true, u"afoot-desktop --hidden"_s));
    QVERIFY(m_autostart.isOn());
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\nType=Application\n"));
    QVERIFY(text.contains("\nExec=afoot-desktop --hidden\n"));
    QVERIFY(!m_autostart.set(false, {}));
    QVERIFY(!m_autostart.isOn());
    QVERIFY(!QFile::exists(m_file));
}

void tst_autostart::whatTheDesktopSaysCounts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isOn");
    const auto row = [](const char *name, const char *text, bool isOn) {
        QTest::newRow(name) << QByteArray(text) << isOn;
    };
    row("as written", "[Desktop Entry]\nType=Application\nExec=x\n", true);
    row("GNOME, on", "[Desktop Entry]\nX-GNOME-Autostart-enabled=true\n", true);
    row("GNOME, off", "[Desktop Entry]\nExec=x\nX-GNOME-Autostart-enabled=false\n", false);
    row("hidden", "[Desktop Entry]\nHidden = true\n", false);
    row("not hidden", "[Desktop Entry]\nHidden=false\n", true);
    row("a comment", "[Desktop Entry]\n#Hidden=true\n", true);
    row("of an action", "[Desktop Entry]\nExec=x\n[Desktop Action a]\nHidden=true\n", true);
    row("Windows lines", "[Desktop Entry]\r\nHidden=true\r\n", false);
    row("empty", "", false);
    row("something else", "Hidden=false\n", false);
}

void tst_autostart::whatTheDesktopSaysCounts()
{
    QFETCH(QByteArray, text);
    QVERIFY(QDir(m_room.path()).mkpath(u"autostart"_s));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QTEST(m_autostart.isOn(), "isOn");
    // whatever stood there, on is on
    QVERIFY(!m_autostart.set(true, u"afoot-desktop --hidden"_s));
    QVERIFY(m_autostart.isOn());
}

void tst_autostart::aFolderThatCannotBeWrittenIsTold()
{
    const QString path = m_room.filePath(u"file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto trouble = Autostart(path, u"x"_s).set(true, u"x"_s);
    QVERIFY(trouble);
    QCOMPARE(trouble->code, Error::Code::Internal);
    QVERIFY(trouble->detail.starts_with(path.toStdString()));
}

void tst_autostart::aProgramIsNamedAsADesktopEntryWantsIt_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"/opt/afoot/bin/x-1.2"_s << u"/opt/afoot/bin/x-1.2"_s;
    QTest::newRow("a space") << u"/my dir/x"_s << u"\"/my dir/x\""_s;
    QTest::newRow("a percent sign") << u"/100%/x"_s << u"/100%%/x"_s;
    QTest::newRow("a dollar sign") << u"/a$b"_s << u"\"/a\\\\$b\""_s;
    QTest::newRow("a quote") << u"/a\"b"_s << u"\"/a\\\\\"b\""_s;
    QTest::newRow("a backslash") << u"/a\\b"_s << u"\"/a\\\\\\\\b\""_s;
    QTest::newRow("a line") << u"/a\nb"_s << u"\"/a\\nb\""_s;
    QTest::newRow("nothing") << QString() << u"\"\""_s;
}

void tst_autostart::aProgramIsNamedAsADesktopEntryWantsIt()
{
    QFETCH(QString, argument);
    QTEST(Autostart::quoted(argument), "quoted");
}

void tst_autostart::whatIsInPathIsCalledByItsName()
{
    const QString folder = m_room.filePath(u"bin dir"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString program = folder + u"/afoot-desktop"_s;
    QFile file(program);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    QCOMPARE(Autostart::commandOf(program, u"--hidden"_s), u"\"%1\" --hidden"_s.arg(program));
    qputenv("PATH", folder.toLocal8Bit());
    QCOMPARE(Autostart::commandOf(program, u"--hidden"_s), u"afoot-desktop --hidden"_s);
    qputenv("PATH", before);
}

QTEST_GUILESS_MAIN(tst_autostart)
#include "tst_autostart.moc"
