#include "core/desktop/desktopfile.h"
#include "core/desktop/launcherentry.h"
#include "core/desktop/launcherwatch.h"
#include "tests/support/privatebus.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString chromium = u"application://chromium.desktop"_s;

QVariantMap shown(double progress)
{
    return {{u"progress"_s, progress}, {u"progress-visible"_s, true}};
}

QVariantMap hidden()
{
    return {{u"progress-visible"_s, false}};
}

} // namespace

/// Jobs out of the progress on applications' icons, on a real bus.
class TestLauncherWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_house.isThere(), "dbus-daemon is needed"); }
    void init()
    {
        m_home = m_house.peer();
        m_app = m_house.peer();
        m_told.clear();
        start({});
    }
    void cleanup()
    {
        m_watch.reset();
        m_app.reset();
        m_home.reset();
    }

    void progressIsARunningJobNamedAfterTheApplication()
    {
        say(*m_app, shown(0.25));
        QTRY_COMPARE(m_told.size(), 1U);
        QCOMPARE(m_told[0].op, Update::Op::Begin);
        QCOMPARE(*m_told[0].title, "Chromium Web Browser");
        QCOMPARE(*m_told[0].kind, "chromium");
        QCOMPARE(**m_told[0].percent, 25.0);
        QVERIFY(!m_told[0].can);
        say(*m_app, {{u"progress"_s, 0.5}}); // the other key is as it was
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(**m_told[1].percent, 50.0);
        QCOMPARE(m_told[1].key, m_told[0].key);
    }

    void fullProgressThatGoesIsCompletedAndAnyOtherLeavesTheList()
    {
        say(*m_app, shown(0.4));
        QTRY_COMPARE(m_told.size(), 1U);
        say(*m_app, hidden());
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(m_told[1].op, Update::Op::Leave); // well or not, nobody said
        QCOMPARE(m_told[1].key, m_told[0].key);
        say(*m_app, shown(0.9));
        QTRY_COMPARE(m_told.size(), 3U);
        QCOMPARE(m_told[2].op, Update::Op::Begin);
        QVERIFY(m_told[2].key != m_told[0].key); // other work
        say(*m_app, shown(1));
        say(*m_app, hidden());
        QTRY_COMPARE(m_told.back().op, Update::Op::Complete);
        QCOMPARE(m_told.back().key, m_told[2].key);
    }

    void anApplicationThatIsClosedMeanwhileLeavesALostJob()
    {
        say(*m_app, shown(1));
        QTRY_COMPARE(m_told.size(), 1U);
        m_app->leave();
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(*m_told[1].state, State::Lost);
        QVERIFY(!m_told[1].error->empty());
    }

    void whatIsNoProgressIsUnknownAndNoNumber_data()
    {
        QTest::addColumn<QVariant>("progress");
        QTest::newRow("NaN") << QVariant(std::nan(""));
        QTest::newRow("too much") << QVariant(1.5);
        QTest::newRow("below zero") << QVariant(-0.1);
        QTest::newRow("text") << QVariant(u"half"_s);
        QTest::newRow("list") << QVariant(QStringList{u"0.5"_s});
    }
    void whatIsNoProgressIsUnknownAndNoNumber()
    {
        QFETCH(QVariant, progress);
        say(*m_app, {{u"progress"_s, progress}, {u"progress-visible"_s, true}});
        QTRY_COMPARE(m_told.size(), 1U);
        QVERIFY(m_told[0].percent && !m_told[0].percent->has_value());
    }

    void countsUrgencyAndOtherSignaturesAreNothing()
    {
        say(*m_app, {{u"count"_s, qint64(4)}, {u"count-visible"_s, true}, {u"urgent"_s, true}});
        say(*m_app, hidden());
        QDBusMessage odd = signal();
        odd << 7 << u"progress"_s;
        m_app->bus().send(odd);
        QDBusMessage none = signal();
        m_app->bus().send(none);
        say(*m_app, shown(0.1), u"application://../../etc/passwd"_s);
        say(*m_app, shown(0.1), QString());
        say(*m_app, shown(0.2)); // behind all of them
        QTRY_COMPARE(m_told.size(), 1U);
        QCOMPARE(**m_told[0].percent, 20.0);
    }

    void ourOwnAndWhatIsSaidForOthersIsLeftOut()
    {
        LauncherEntry ours(m_home->bus(), u"io.github.afoot.Afoot"_s);
        ours.show({.progress = 0.5});
        QVariantMap proxied = shown(0.3);
        proxied.insert(u"proxied-for"_s, u"kuiserver"_s);
        say(*m_app, proxied);
        say(*m_app, shown(0.3), chromium, u"/org/kde/notificationmanager/jobs"_s);
        QVERIFY(m_home->flush() && m_app->flush());
        say(*m_app, shown(0.7));
        QTRY_COMPARE(m_told.size(), 1U);
        QCOMPARE(**m_told[0].percent, 70.0);
    }

    void whoReportsThroughJobViewsIsLeftOutUntilItHidesItsProgress()
    {
        say(*m_app, shown(0.3));
        QTRY_COMPARE(m_told.size(), 1U);
        m_watch->setReporters({m_app->name(), u"org.kde.dolphin"_s});
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(m_told[1].op, Update::Op::Leave);
        m_watch->setReporters({});
        say(*m_app, shown(0.9)); // the tail of the same
        say(*m_app, hidden());
        QVERIFY(m_app->flush());
        const auto other = m_house.peer();
        m_watch->setReporters({u"org.kde.dolphin"_s});
        say(*other, shown(0.1), u"application://org.kde.dolphin.desktop"_s);
        QVERIFY(other->flush());
        m_watch->setReporters({u"org.kde.dolphin"_s});
        say(*m_app, shown(0.2), u"application://firefox.desktop"_s);
        QTRY_COMPARE(m_told.size(), 3U);
        QCOMPARE(*m_told[2].kind, "firefox");
    }

    void aFloodBecomesAHandfulOfUpdates()
    {
        constexpr int many = 100'000;
        say(*m_app, shown(0));
        QTRY_COMPARE(m_told.size(), 1U);
        for (int i = 0; i <= many; ++i)
            say(*m_app, shown(double(i) / many));
        say(*m_app, hidden());
        QTRY_COMPARE_WITH_TIMEOUT(m_told.back().op, Update::Op::Complete, 60'000);
        QVERIFY2(m_told.size() < many / 20, qPrintable(QString::number(m_told.size())));
    }

    void thereIsABoundToWhatOneProgramShows()
    {
        start({.perPeer = 2, .altogether = 3});
        const auto other = m_house.peer();
        for (int i = 0; i < 100; ++i)
            say(*m_app, shown(0.1), u"application://app%1.desktop"_s.arg(i));
        QVERIFY(m_app->flush());
        for (int i = 0; i < 100; ++i)
            say(*other, shown(0.1), u"application://other%1.desktop"_s.arg(i));
        say(*m_app, hidden(), u"application://app0.desktop"_s);
        QTRY_VERIFY(std::any_of(m_told.begin(), m_told.end(),
                                [](const Update &each) { return each.kind == "other0"; }));
        QVERIFY(m_told.size() <= 4);
    }

    void stoppingAndAnotherTrackerAreAsForAnyReporter()
    {
        say(*m_app, shown(0.3));
        QTRY_COMPARE(m_told.size(), 1U);
        m_watch->sayAll();
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(m_told[1].op, Update::Op::Begin);
        QCOMPARE(m_told[1].key, m_told[0].key);
        m_watch->stop();
        QCOMPARE(m_told.back().op, Update::Op::Leave);
        LauncherWatch nobody(
            QDBusConnection(u"none"_s), [] { return std::string("x"); },
            [](const QString &) { return QString(); });
        nobody.start();
        nobody.stop();
    }

    void namesComeFromDesktopFilesInThePersonsLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("name");
        QTest::newRow("as it is") << u"en_GB"_s << u"Files"_s;
        QTest::newRow("language") << u"de_DE"_s << u"Dateien"_s;
        QTest::newRow("country") << u"de_AT"_s << u"Ordner \\ Dateien"_s;
    }
    void namesComeFromDesktopFilesInThePersonsLanguage()
    {
        QFETCH(QString, locale);
        QFETCH(QString, name);
        const QByteArray file = "# a comment\n"
                                "Name=Before any group\n"
                                "[Desktop Action new]\nName=New Window\n"
                                "[Desktop Entry]\n"
                                "Name[de_AT] = Ordner \\\\ Dateien\r\n"
                                "Name[de]=Dateien\n"
                                "GenericName=Browser\n"
                                "Name=Files\n"
                                "[Desktop Action other]\nName[de_AT]=Falsch\n";
        QCOMPARE(nameInDesktopFile(file, locale), name);
        const QTemporaryDir room;
        QVERIFY(QDir(room.path()).mkpath(u"second/applications"_s));
        QFile entry(room.filePath(u"second/applications/org.x.files.desktop"_s));
        QVERIFY(entry.open(QIODevice::WriteOnly) && entry.write(file) > 0);
        entry.close();
        DesktopNames names({room.filePath(u"first"_s), room.filePath(u"second"_s)}, locale);
        QCOMPARE(names.nameOf(u"org.x.files"_s), name);
        QCOMPARE(names.nameOf(u"application://org.x.files.desktop"_s), name);
        QCOMPARE(names.nameOf(u"org.x.other"_s), QString());
    }

    void whatIsNoDesktopFileIsNoFileToRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("uri") << u"application://a.b.desktop"_s << u"a.b"_s;
        QTest::newRow("without ending") << u"application://a.b"_s << u"a.b"_s;
        QTest::newRow("plus") << u"application://notepad++.desktop"_s << u"notepad++"_s;
        QTest::newRow("above") << u"application://../x.desktop"_s << QString();
        QTest::newRow("hidden") << u".x.desktop"_s << QString();
        QTest::newRow("long") << QString(100'000, u'x') << QString();
        QTest::newRow("control") << u"a\nb"_s << QString();
        QTest::newRow("nothing") << u"application://.desktop"_s << QString();
    }
    void whatIsNoDesktopFileIsNoFileToRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        QCOMPARE(desktopFileId(text), id);
    }

private:
    void start(LauncherWatch::Limits limits)
    {
        m_watch = std::make_unique<LauncherWatch>(
            m_home->bus(), [this] { return "id-" + std::to_string(++m_ids); },
            [](const QString &id) {
                return id == "chromium"_L1 ? u"Chromium Web Browser"_s : QString();
            },
            limits);
        connect(m_watch.get(), &LauncherWatch::updates, this,
                [this](const std::vector<Update> &updates) {
                    m_told.insert(m_told.end(), updates.begin(), updates.end());
                });
        m_watch->start();
        QVERIFY(m_home->flush());
    }
    static QDBusMessage signal(const QString &path = u"/some/where"_s)
    {
        return QDBusMessage::createSignal(path, u"com.canonical.Unity.LauncherEntry"_s,
                                          u"Update"_s);
    }
    static void say(PrivateBus::Peer &app, const QVariantMap &state, const QString &uri = chromium,
                    const QString &path = u"/some/where"_s)
    {
        QDBusMessage update = signal(path);
        update << uri << state;
        app.bus().send(update);
    }

    PrivateBus m_house{};
    std::unique_ptr<PrivateBus::Peer> m_home{};
    std::unique_ptr<PrivateBus::Peer> m_app{};
    std::unique_ptr<LauncherWatch> m_watch{};
    int m_ids = 0;
    std::vector<Update> m_told{};
};

QTEST_GUILESS_MAIN(TestLauncherWatch)
#include "tst_launcherwatch.moc"
