// The real window on a session bus where it is the only one to view jobs, or where somebody else does, with applications
// that report: this test itself, and KDE's kioclient where that is installed.
#include "tests/e2e/house.h"
#include "tests/support/jobserver.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QFile>
#include <QJsonArray>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;
using namespace e2e;

namespace {

const QString serverName = u"org.kde.JobViewServer"_s;
const QString serverPath = u"/JobViewServer"_s;
const QString v3 = u"org.kde.JobViewV3"_s;

} // namespace

class TestWindowJobViews : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void hear(const QDBusMessage &message) { m_asked << message.member(); }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<House>();
        for (const char *name : {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM"})
            m_house->set(QString::fromLatin1(name), qEnvironmentVariable(name));
        m_asked.clear();
        m_view.clear();
    }
    void cleanup()
    {
        if (m_window && m_window->state() != QProcess::NotRunning) {
            m_window->terminate();
            m_window->waitForFinished();
        }
        m_window.reset();
        m_house.reset();
        QTRY_VERIFY(!isOwned());
    }

    void aJobOfTheDesktopIsListedAskedAndEnds()
    {
        QVERIFY(startWindow());
        QVERIFY(requestView());
        QTRY_COMPARE(job()["title"_L1].toString(), u"Copying"_s);
        QCOMPARE(job()["kind"_L1].toString(), u"filer"_s);
        update({{u"percent"_s, 40U}});
        QTRY_COMPARE(job()["percent"_L1].toDouble(), 40.0);
        const QString id = job()["id"_L1].toString();
        const Ran paused = askWhile({u"pause"_s, id}, [this] {
            QTRY_COMPARE(m_asked, QStringList{u"suspendRequested"_s});
            update({{u"suspended"_s, true}});
        });
        QCOMPARE(paused.exitCode, 0);
        QCOMPARE(job()["state"_L1].toString(), u"paused"_s);
        const Ran canceled = askWhile({u"cancel"_s, id}, [this] {
            QTRY_COMPARE(m_asked.size(), 2);
            terminate(1, u"Canceled"_s);
        });
        QCOMPARE(canceled.exitCode, 0);
        QCOMPARE(job()["state"_L1].toString(), u"canceled"_s);
    }

    void closingTheWindowLeavesNoJobOfOthersBehind()
    {
        QVERIFY(startWindow());
        QVERIFY(requestView());
        QTRY_COMPARE(job()["state"_L1].toString(), u"running"_s);
        m_window->terminate();
        QVERIFY(m_window->waitForFinished());
        QTRY_VERIFY(!isOwned());
        QVERIFY(startWindow());
        QVERIFY(job().isEmpty()); // neither running nor lost: it went on, elsewhere
    }

    void aWindowBesideATrackerReportsThere()
    {
        QVERIFY(m_house->startTracker());
        QVERIFY(startWindow());
        QVERIFY(requestView());
        QTRY_COMPARE(job()["title"_L1].toString(), u"Copying"_s);
        update({{u"percent"_s, 40U}});
        QTRY_COMPARE(job()["percent"_L1].toDouble(), 40.0);
        const Ran paused = askWhile({u"pause"_s, job()["id"_L1].toString()}, [this] {
            QTRY_COMPARE(m_asked, QStringList{u"suspendRequested"_s});
            update({{u"suspended"_s, true}});
        });
        QCOMPARE(paused.exitCode, 0);
        m_window->kill(); // who reported it is dead, and the tracker hears of it
        QVERIFY(m_window->waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(job()["state"_L1].toString(), u"lost"_s, 30'000);
    }

    void whereSomebodyElseShowsJobsOursAreShownThere()
    {
        afoot::JobServer plasma(QDBusConnection::sessionBus());
        QVERIFY(startWindow());
        const auto run =
            m_house->start(QStringLiteral(AFOOT_BINARY),
                           {u"run"_s, u"--title"_s, u"Build"_s, u"--"_s, u"sleep"_s, u"600"_s});
        QTRY_COMPARE_WITH_TIMEOUT(plasma.calls(u"requestView"_s).size(), 1, 20'000);
        QCOMPARE(plasma.heard[0].arguments[0].toString(), u"io.github.afoot.Afoot"_s);
        QTRY_COMPARE(plasma.calls(u"update"_s).size(), 1);
        QCOMPARE(plasma.calls(u"update"_s)[0].arguments[0].toMap()[u"title"_s].toString(),
                 u"Build"_s);
        plasma.ask(u"/JobViewServer/JobView_1"_s, u"cancelRequested"_s);
        QTRY_COMPARE_WITH_TIMEOUT(plasma.calls(u"terminate"_s).size(), 1, 20'000);
        QCOMPARE(plasma.calls(u"terminate"_s)[0].arguments[0].toUInt(), 1U);
        QCOMPARE(House::finish(*run).exitCode, 130);
        QVERIFY(QDBusConnection::sessionBus().unregisterService(serverName));
        QDBusConnection::sessionBus().unregisterObject(serverPath, QDBusConnection::UnregisterTree);
    }

    void progressOnAnIconIsAJob()
    {
        QVERIFY(startWindow());
        QTRY_VERIFY((sayProgress({{u"progress"_s, 0.5}, {u"progress-visible"_s, true}}),
                     job()["percent"_L1].toDouble() == 50.0));
        QCOMPARE(job()["title"_L1].toString(), u"downloader"_s);
        sayProgress({{u"progress-visible"_s, false}});
        QTRY_VERIFY(job().isEmpty());
    }

    void whatThePersonDoesNotWantIsNotViewed()
    {
        {
            QSettings settings(m_house->path(u"config/afoot/afoot.ini"_s), QSettings::IniFormat);
            settings.setValue(u"program/view-desktop-jobs"_s, false);
        }
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 20'000);
        sayProgress({{u"progress"_s, 0.5}, {u"progress-visible"_s, true}});
        // the tracker's answer to a job of ours comes behind anything of the bus that it would have heard
        QCOMPARE(m_house->afoot({u"run"_s, u"--title"_s, u"Ours"_s, u"--"_s, u"sleep"_s, u"1"_s})
                     .exitCode,
                 0);
        QCOMPARE(job()["title"_L1].toString(), u"Ours"_s);
        QVERIFY(!isOwned());
    }

    void aCopyOfKdeIsFollowedToItsEnd()
    {
        const QString kioclient = QStandardPaths::findExecutable(u"kioclient5"_s);
        if (kioclient.isEmpty())
            QSKIP("kioclient5 is not installed");
        QVERIFY(startWindow());
        QFile big(m_house->path(u"home/big"_s));
        QVERIFY(big.open(QFile::WriteOnly));
        constexpr qint64 size = 4'000'000'000; // a sparse file: no room, and some seconds to copy
        QVERIFY(big.resize(size));
        m_house->set(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        const auto copy = m_house->start(
            kioclient,
            {u"--interactive"_s, u"copy"_s, QUrl::fromLocalFile(big.fileName()).toString(),
             QUrl::fromLocalFile(m_house->path(u"home/copy"_s)).toString()});
        QTRY_VERIFY_WITH_TIMEOUT(!job().isEmpty() || copy->state() == QProcess::NotRunning, 20'000);
        if (job().isEmpty())
            QSKIP("the copy was over in less than the half second after which KDE reports it");
        QCOMPARE(job()["kind"_L1].toString(), u"kioclient"_s);
        QCOMPARE(job()["unit"_L1].toString(), u"bytes"_s);
        QCOMPARE(job()["total"_L1].toDouble(), double(size));
        House::finish(*copy);
        QTRY_COMPARE(job()["state"_L1].toString(), u"completed"_s);
    }

private:
    static bool isOwned()
    {
        return QDBusConnection::sessionBus().interface()->isServiceRegistered(serverName);
    }
    bool startWindow()
    {
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        return QTest::qWaitFor(
            [this] {
                return m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status == 200 &&
                       isOwned();
            },
            20'000);
    }
    bool requestView()
    {
        QDBusMessage ask = QDBusMessage::createMethodCall(
            serverName, serverPath, u"org.kde.JobViewServerV2"_s, u"requestView"_s);
        ask << u"org.example.filer"_s << 3 << QVariantMap{{u"title"_s, u"Copying"_s}};
        const QDBusReply<QDBusObjectPath> view = QDBusConnection::sessionBus().call(ask);
        m_view = view.isValid() ? view.value().path() : QString();
        for (const char *name : {"suspendRequested", "cancelRequested"})
            QDBusConnection::sessionBus().connect(serverName, m_view, v3, QString::fromLatin1(name),
                                                  this, SLOT(hear(QDBusMessage)));
        return !m_view.isEmpty();
    }
    void say(const QString &method, const QVariantList &arguments) const
    {
        QDBusMessage call = QDBusMessage::createMethodCall(serverName, m_view, v3, method);
        call.setArguments(arguments);
        QDBusConnection::sessionBus().send(call);
    }
    void update(const QVariantMap &state) const { say(u"update"_s, {state}); }
    void terminate(uint code, const QString &words) const
    {
        say(u"terminate"_s, {code, words, QVariantMap()});
    }
    static void sayProgress(const QVariantMap &state)
    {
        QDBusMessage update = QDBusMessage::createSignal(
            u"/any"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
        update << u"application://org.example.downloader.desktop"_s << state;
        QDBusConnection::sessionBus().send(update);
    }
    /// What the command says that waits for what comes of it, while the application answers.
    Ran askWhile(const QStringList &arguments, const std::function<void()> &answer) const
    {
        const auto command = m_house->start(QStringLiteral(AFOOT_BINARY), arguments);
        answer();
        return House::finish(*command);
    }
    /// The only one; empty when there is none.
    QJsonObject job() const
    {
        const auto answer = m_house->ask({.method = u"GET"_s, .path = u"/api/v1/jobs"_s});
        const QJsonArray jobs = answer.json()["jobs"_L1].toArray();
        return jobs.size() == 1 ? jobs[0].toObject() : QJsonObject();
    }

    std::unique_ptr<House> m_house{};
    std::unique_ptr<QProcess> m_window{};
    QString m_view{};
    QStringList m_asked{};
};

QTEST_GUILESS_MAIN(TestWindowJobViews)
#include "tst_windowjobviews.moc"
