#include "app/desktop/settingsfile.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::Settings;

namespace {

/// Nothing in it is as it would be without a person's choice.
Settings everythingElse()
{
    Settings chosen{.autostart = true,
                    .keepAwake = Settings::KeepAwake::ChosenKinds,
                    .keepAwakeKinds = {u"restic"_s, u"a, b"_s},
                    .focusKinds = {u"deploy"_s},
                    .viewDesktopJobs = false,
                    .reportToDesktop = false,
                    .language = u"zh_CN"_s,
                    .port = 0,
                    .origins = {u"http://localhost:3000"_s},
                    .hosts = {u"box.local"_s},
                    .isCompat = true,
                    .colours = Settings::Colours::Dark,
                    .motion = Settings::Motion::Reduced,
                    .isHighContrast = true};
    chosen.notifications = {.wanted = false,
                            .longerThan = 90s,
                            .started = true,
                            .completed = false,
                            .failed = false,
                            .canceled = false,
                            .needsYou = false,
                            .sources = false,
                            .mutedKinds = {u"ninja"_s},
                            .mutedSources = {u"nas-01"_s},
                            .respectDoNotDisturb = false,
                            .completedSound = u"complete"_s,
                            .failedSound = u"dialog-error"_s,
                            .needsYouSound = u"dialog-question"_s};
    return chosen;
}

} // namespace

class tst_settingsfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFileAllIsAsItComes();
    void whatIsWrittenIsReadAgain();
    void theNextStartReadsTheSame();
    void whatCannotBeIsAsItComes_data();
    void whatCannotBeIsAsItComes();
    void whatOthersKeepThereStays();
};

void tst_settingsfile::withoutAFileAllIsAsItComes()
{
    const QTemporaryDir dir;
    QCOMPARE(readSettings(QSettings(dir.filePath(u"none.ini"_s), QSettings::IniFormat)),
             Settings());
}

void tst_settingsfile::whatIsWrittenIsReadAgain()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"afoot.ini"_s);
    {
        QSettings file(path, QSettings::IniFormat);
        writeSettings(file, everythingElse());
    }
    QSettings again(path, QSettings::IniFormat);
    QCOMPARE(readSettings(again), everythingElse());
    writeSettings(again, Settings());
    QCOMPARE(readSettings(again), Settings());
}

void tst_settingsfile::theNextStartReadsTheSame()
{
    const QTemporaryDir dir;
    {
        QSettings file(dir.filePath(u"afoot.ini"_s), QSettings::IniFormat);
        writeSettings(file, everythingElse());
    }
    // by another name it is read from the disk, and not as this process remembers it
    const QString copy = dir.filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(dir.filePath(u"afoot.ini"_s), copy));
    QCOMPARE(readSettings(QSettings(copy, QSettings::IniFormat)), everythingElse());
}

void tst_settingsfile::whatCannotBeIsAsItComes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not a number") << QByteArray("[tracker]\nport=many\n");
    QTest::newRow("a port beyond all") << QByteArray("[tracker]\nport=65536\n");
    QTest::newRow("below nought") << QByteArray("[notifications]\nlonger-than-s=-3\n");
    QTest::newRow("an unknown word") << QByteArray("[appearance]\ncolours=pink\nmotion=\n");
    QTest::newRow("no settings at all") << QByteArray("\x01\x02{]garbage\n=\n");
}

void tst_settingsfile::whatCannotBeIsAsItComes()
{
    QFETCH(const QByteArray, text);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"afoot.ini"_s);
    QFile raw(path);
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write(text);
    raw.close();
    QCOMPARE(readSettings(QSettings(path, QSettings::IniFormat)), Settings());
}

void tst_settingsfile::whatOthersKeepThereStays()
{
    const QTemporaryDir dir;
    QSettings file(dir.filePath(u"afoot.ini"_s), QSettings::IniFormat);
    file.setValue(u"window/layout"_s, QByteArray("kept"));
    writeSettings(file, everythingElse());
    QCOMPARE(file.value(u"window/layout"_s).toByteArray(), QByteArray("kept"));
}

QTEST_GUILESS_MAIN(tst_settingsfile)
#include "tst_settingsfile.moc"
