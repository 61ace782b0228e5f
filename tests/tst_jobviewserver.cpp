#include "core/desktop/jobviewserver.h"
#include "tests/support/privatebus.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString serverName = u"org.kde.JobViewServer"_s;
const QString uiName = u"org.kde.kuiserver"_s;
const QString path = u"/JobViewServer"_s;
const QString v1 = u"org.kde.JobView"_s;
const QString v2 = u"org.kde.JobViewV2"_s;
const QString v3 = u"org.kde.JobViewV3"_s;
const QString serverV2 = u"org.kde.JobViewServerV2"_s;

/// An application that listens to what it is asked.
class Listener : public QObject
{
    Q_OBJECT

public:
    QStringList heard{};

    void listen(QDBusConnection &bus, const QString &view, const QString &interface)
    {
        for (const char *name : {"cancelRequested", "suspendRequested", "resumeRequested"}) {
            QVERIFY(bus.connect(serverName, view, interface, QString::fromLatin1(name), this,
                                SLOT(hear(QDBusMessage))));
        }
    }

public Q_SLOTS:
    void hear(const QDBusMessage &message) { heard << message.member(); }
    void hearUrls(const QStringList &urls) { heard << urls; }
};

QVariantMap titled(const QString &title)
{
    return {{u"title"_s, title}};
}

} // namespace

/// The server of job views, as applications on a real bus meet it.
class TestJobViewServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_house.isThere(), "dbus-daemon is needed"); }
    void init()
    {
        m_home = m_house.peer();
        m_app = m_house.peer();
        m_told.clear();
        m_reporters.clear();
        start({});
    }
    void cleanup()
    {
        m_server.reset();
        m_app.reset();
        m_home.reset();
    }

    void bothNamesAreTakenAndWhatKioLooksForIsThere()
    {
        QTRY_VERIFY(isOurs(serverName) && isOurs(uiName));
        const QDBusMessage needs = m_app->call(uiName, path, uiName, u"requiresJobTracker"_s);
        QCOMPARE(needs.arguments(), QVariantList{false});
        const QDBusMessage xml =
            m_app->call(uiName, path, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s);
        for (const QString &name : {serverV2, serverName, uiName})
            QVERIFY(xml.arguments().value(0).toString().contains(u"\"%1\""_s.arg(name)));
    }

    void aViewIsAJobFromItsBeginningToItsEnd()
    {
        const QString view = request(*m_app, titled(u"Copying"_s), 1);
        QVERIFY(view.startsWith(path + u'/'));
        QTRY_COMPARE(m_told.size(), 1U);
        const Update begin = m_told[0];
        QCOMPARE(begin.op, Update::Op::Begin);
        QCOMPARE(begin.key.id, "id-1");
        QCOMPARE(begin.key.source, "local");
        QCOMPARE(*begin.title, "Copying");
        QVERIFY(begin.can->has(Ask::Cancel) && !begin.can->has(Ask::Pause));
        update(*m_app, view,
               {{u"totalBytes"_s, qulonglong(1000)},
                {u"processedBytes"_s, qulonglong(250)},
                {u"percent"_s, 25U},
                {u"destUrl"_s, u"file:///tmp"_s}});
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(**m_told[1].percent, 25.0);
        QCOMPARE(*m_told[1].url, "file:///tmp");
        QCOMPARE(m_told[1].key, begin.key);
        terminate(*m_app, view, 0, {});
        QTRY_COMPARE(m_told.size(), 3U);
        QCOMPARE(*m_told[2].state, State::Completed);
        // an object that is no more answers as such
        const QDBusMessage late =
            m_app->call(serverName, view, v3, u"update"_s, {titled(u"again"_s)});
        QCOMPARE(late.errorName(), u"org.freedesktop.DBus.Error.UnknownObject"_s);
    }

    void theFirstTwoInterfacesAreTakenAsWell()
    {
        const QDBusMessage got = m_app->call(serverName, path, serverName, u"requestView"_s,
                                             {u"ark"_s, u"ark-icon"_s, 3});
        const QString view = got.arguments().value(0).value<QDBusObjectPath>().path();
        QVERIFY(!view.isEmpty());
        m_app->send(serverName, view, v1, u"setInfoMessage"_s, {u"Packing"_s});
        m_app->send(serverName, view, v2, u"setTotalAmount"_s, {qulonglong(8), u"files"_s});
        m_app->send(serverName, view, v2, u"setDestUrl"_s,
                    {QVariant::fromValue(QDBusVariant(u"https://a.example"_s))});
        const QDBusMessage set =
            m_app->call(serverName, view, v2, u"setDescriptionField"_s, {0U, u"Source"_s, u"/a"_s});
        QCOMPARE(set.arguments(), QVariantList{true});
        m_app->send(serverName, view, v2, u"setError"_s, {3U});
        m_app->send(serverName, view, v2, u"terminate"_s, {u"No room"_s});
        QTRY_VERIFY(!m_told.empty() && m_told.back().state == State::Failed);
        QCOMPARE(*m_told.front().kind, "ark");
        QCOMPARE(*m_told.back().error, "No room");
        const Update whole = m_told.size() > 1 ? m_told[m_told.size() - 2] : m_told[0];
        QCOMPARE(*whole.title, "Packing");
        QCOMPARE(**whole.total, 8.0);
        QCOMPARE(*whole.url, "https://a.example");
        QCOMPARE(whole.details, (std::vector<Detail>{{.key = "Source", .value = "/a"}}));
    }

    void anAskReachesTheApplicationAndNobodyElse()
    {
        const QString view = request(*m_app, titled(u"Copying"_s), 3);
        const auto other = m_house.peer();
        Listener app;
        Listener stranger;
        app.listen(m_app->bus(), view, v3);
        stranger.listen(other->bus(), view, v3);
        QVERIFY(m_app->flush() && other->flush());
        QTRY_COMPARE(m_told.size(), 1U);
        m_server->ask(m_told[0].key, Ask::Pause);
        m_server->ask(m_told[0].key, Ask::Resume);
        m_server->ask({.id = "nobody"}, Ask::Cancel);
        m_server->ask(m_told[0].key, Ask::Cancel);
        QTRY_COMPARE(app.heard, (QStringList{u"suspendRequested"_s, u"resumeRequested"_s,
                                             u"cancelRequested"_s}));
        QVERIFY(other->flush());
        QVERIFY(stranger.heard.isEmpty());
        terminate(*m_app, view, 1, u"Canceled"_s);
        QTRY_COMPARE(*m_told.back().state, State::Canceled);
    }

    void whatItCannotDoIsNotAskedOfIt()
    {
        const QString view = request(*m_app, titled(u"Copying"_s), 0);
        Listener app;
        app.listen(m_app->bus(), view, v2);
        QTRY_COMPARE(m_told.size(), 1U);
        m_server->ask(m_told[0].key, Ask::Cancel);
        m_server->ask(m_told[0].key, Ask::Pause);
        m_app->call(serverName, path, uiName, u"requiresJobTracker"_s); // behind any ask
        QVERIFY(app.heard.isEmpty());
    }

    void aProgramThatDiesLeavesALostJobAndNoSuccess()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        update(*m_app, view, {{u"percent"_s, 100U}});
        QVERIFY(m_app->flush());
        m_app->leave();
        QTRY_VERIFY(!m_told.empty() && m_told.back().state == State::Lost);
        QVERIFY(!m_told.back().error->empty());
    }

    void aProgramThatDiesAtOnceLeavesALostJobToo()
    {
        // it does not wait for its view, so that it may be gone before we can watch it
        m_app->send(serverName, path, serverV2, u"requestView"_s,
                    {u"org.kde.ark"_s, 0, titled(u"Packing"_s)});
        QVERIFY(m_app->flush());
        m_app->leave();
        QTRY_VERIFY(!m_told.empty() && m_told.back().state == State::Lost);
        QCOMPARE(m_told.front().op, Update::Op::Begin);
    }

    void aForeignProgramCannotTalkToAView()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        QTRY_COMPARE(m_told.size(), 1U);
        const auto stranger = m_house.peer();
        const QDBusMessage refused = stranger->call(serverName, view, v3, u"terminate"_s,
                                                    {0U, u"mine now"_s, QVariantMap()});
        QCOMPARE(refused.errorName(), u"org.freedesktop.DBus.Error.AccessDenied"_s);
        update(*m_app, view, {{u"percent"_s, 5U}});
        QTRY_COMPARE(m_told.size(), 2U);
        QVERIFY(!m_told[1].state);
    }

    void wrongTypesAreRefusedAndTheJobGoesOn()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        const auto errorOf = [&](const QString &interface, const QString &method,
                                 const QVariantList &arguments) {
            return m_app->call(serverName, view, interface, method, arguments).errorName();
        };
        const QString invalid = u"org.freedesktop.DBus.Error.InvalidArgs"_s;
        const QString unknown = u"org.freedesktop.DBus.Error.UnknownMethod"_s;
        QCOMPARE(errorOf(v2, u"setPercent"_s, {u"half"_s}), invalid);
        QCOMPARE(errorOf(v2, u"setTotalAmount"_s, {u"1"_s, 2U}), invalid);
        QCOMPARE(errorOf(v3, u"update"_s, {QStringList{u"title"_s}}), invalid);
        QCOMPARE(errorOf(v3, u"terminate"_s, {}), invalid);
        QCOMPARE(errorOf(v3, u"explode"_s, {}), unknown);
        QCOMPARE(m_app->call(serverName, path, serverV2, u"requestView"_s, {1, 2, 3}).errorName(),
                 invalid);
        QCOMPARE(m_app->call(serverName, path, serverV2, u"explode"_s).errorName(), unknown);
        QCOMPARE(
            m_app->call(serverName, path + u"/99999"_s, v3, u"update"_s, {titled({})}).errorName(),
            u"org.freedesktop.DBus.Error.UnknownObject"_s);
        update(*m_app, view,
               {{u"percent"_s, qQNaN()},
                {u"title"_s, QVariantMap{{u"deep"_s, QVariantList{1, u"two"_s}}}},
                {u"totalBytes"_s, QStringList{u"a"_s}},
                {u"infoMessage"_s, u"still here"_s}});
        QTRY_VERIFY(!m_told.empty() && m_told.back().message == "still here");
        for (const Update &each : m_told)
            QVERIFY(!each.percent && !each.total && each.title.value_or("Copying") == "Copying");
    }

    void aFloodBecomesAHandfulOfUpdates()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        constexpr int many = 100'000;
        for (int i = 1; i <= many; ++i)
            update(*m_app, view, {{u"processedFiles"_s, qulonglong(i)}});
        terminate(*m_app, view, 0, {});
        QTRY_VERIFY_WITH_TIMEOUT(!m_told.empty() && m_told.back().state == State::Completed,
                                 60'000);
        QVERIFY2(m_told.size() < many / 20, qPrintable(QString::number(m_told.size())));
        double last = 0;
        for (const Update &each : m_told) {
            if (each.current)
                last = each.current->value_or(0);
        }
        QCOMPARE(last, double(many)); // the latest is never left out
    }

    void thereIsABoundToTheViewsOfOneProgramAndOfAll()
    {
        start({.perPeer = 2, .altogether = 3});
        const auto other = m_house.peer();
        const QString limit = u"org.freedesktop.DBus.Error.LimitsExceeded"_s;
        const QString first = request(*m_app, titled(u"1"_s));
        request(*m_app, titled(u"2"_s));
        QCOMPARE(ask(*m_app, titled(u"3"_s)).errorName(), limit);
        request(*other, titled(u"4"_s));
        QCOMPARE(ask(*other, titled(u"5"_s)).errorName(), limit);
        terminate(*m_app, first, 0, {});
        QTRY_VERIFY(std::any_of(m_told.begin(), m_told.end(),
                                [](const Update &each) { return each.state == State::Completed; }));
        QVERIFY(!request(*m_app, titled(u"6"_s)).isEmpty());
    }

    void hugeTextAndMarkupArriveAsShortPlainText()
    {
        const QString view = request(*m_app, titled(QString(1'000'000, u'<')));
        QTRY_COMPARE(m_told.size(), 1U);
        QVERIFY(m_told[0].title->size() <= 500);
        update(*m_app, view, titled(u"<img src=x> & co"_s));
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(*m_told[1].title, "<img src=x> & co");
    }

    void namesThatAnotherHasAreWaitedFor()
    {
        m_server.reset();
        const auto plasma = m_house.peer();
        QTRY_VERIFY(plasma->bus().registerService(serverName));
        QTRY_VERIFY(plasma->bus().registerService(uiName));
        start({});
        QVERIFY(m_home->flush());
        QCOMPARE(ownerOf(serverName), plasma->name());
        plasma->leave();
        QTRY_VERIFY(isOurs(serverName) && isOurs(uiName));
        QVERIFY(!request(*m_app, titled(u"Copying"_s)).isEmpty());
    }

    void whoWantsTheNamesGetsThemAndOurViewsLeaveTheList()
    {
        QTRY_VERIFY(isOurs(serverName) && isOurs(uiName));
        request(*m_app, titled(u"Copying"_s));
        QTRY_COMPARE(m_told.size(), 1U);
        const auto plasma = m_house.peer();
        constexpr uint replaceExisting = 2;
        for (const QString &name : {serverName, uiName}) {
            plasma->call(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                         u"org.freedesktop.DBus"_s, u"RequestName"_s, {name, replaceExisting});
        }
        QCOMPARE(ownerOf(serverName), plasma->name());
        // how it goes on, the other one will hear
        QTRY_COMPARE(m_told.size(), 2U);
        QCOMPARE(m_told[1].op, Update::Op::Leave);
        QTRY_VERIFY(!m_reporters.isEmpty() && m_reporters.last().isEmpty());
        plasma->leave();
        QTRY_VERIFY(isOurs(serverName) && isOurs(uiName));
    }

    void stoppingGivesTheNamesBackAndLeavesNoJobBehind()
    {
        request(*m_app, titled(u"Copying"_s));
        m_server->stop();
        QTRY_VERIFY(ownerOf(serverName).isEmpty() && ownerOf(uiName).isEmpty());
        QCOMPARE(m_told.back().op, Update::Op::Leave);
        m_server->start();
        QTRY_VERIFY(isOurs(serverName));
        QVERIFY(!request(*m_app, titled(u"Copying"_s)).isEmpty());
    }

    void anotherTrackerHearsAllOfItAgain()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        update(*m_app, view, {{u"percent"_s, 50U}});
        QTRY_VERIFY(!m_told.empty() && m_told.back().percent);
        const JobKey key = m_told[0].key;
        m_told.clear();
        m_server->sayAll();
        QTRY_COMPARE(m_told.size(), 1U);
        QCOMPARE(m_told[0].op, Update::Op::Begin);
        QCOMPARE(m_told[0].key, key);
        QCOMPARE(**m_told[0].percent, 50.0);
    }

    void whoReportsIsTold()
    {
        const QString view = request(*m_app, titled(u"Copying"_s));
        QTRY_VERIFY(!m_reporters.isEmpty());
        QVERIFY(m_reporters.last().contains(m_app->name()));
        QVERIFY(m_reporters.last().contains(u"org.kde.dolphin"_s));
        terminate(*m_app, view, 0, {});
        QTRY_VERIFY(m_reporters.last().isEmpty());
    }

    void fileManagersHearWhatIsWrittenTo()
    {
        QTRY_VERIFY(isOurs(uiName));
        Listener fileManager;
        QVERIFY(m_app->bus().connect(uiName, path, uiName, u"jobUrlsChanged"_s, &fileManager,
                                     SLOT(hearUrls(QStringList))));
        QVERIFY(m_app->flush());
        const QString view = request(*m_app, {{u"destUrl"_s, u"file:///tmp/x"_s}});
        QTRY_COMPARE(fileManager.heard, QStringList{u"file:///tmp/x"_s});
        QCOMPARE(m_app->call(uiName, path, uiName, u"registeredJobContacts"_s)
                     .arguments()
                     .value(0)
                     .toStringList(),
                 QStringList{u"file:///tmp/x"_s});
        m_app->call(uiName, path, uiName, u"emitJobUrlsChanged"_s);
        QTRY_COMPARE(fileManager.heard.size(), 2);
    }

    void withoutABusNothingHappens()
    {
        JobViewServer nobody(
            QDBusConnection(u"none"_s), [] { return std::string("x"); },
            [](const QString &) { return QString(); });
        QSignalSpy told(&nobody, &JobViewServer::updates);
        nobody.start();
        nobody.sayAll();
        nobody.ask({.id = "x"}, Ask::Cancel);
        nobody.stop();
        QVERIFY(told.isEmpty());
    }

private:
    void start(JobViewServer::Limits limits)
    {
        m_server = std::make_unique<JobViewServer>(
            m_home->bus(), [this] { return "id-" + std::to_string(++m_ids); },
            [](const QString &) { return u"Dolphin"_s; }, limits);
        m_ids = 0;
        connect(m_server.get(), &JobViewServer::updates, this,
                [this](const std::vector<Update> &updates) {
                    m_told.insert(m_told.end(), updates.begin(), updates.end());
                });
        connect(m_server.get(), &JobViewServer::reportersChanged, this,
                [this](const QStringList &names) { m_reporters.append(names); });
        m_server->start();
        QVERIFY(m_home->flush());
    }
    QString ownerOf(const QString &name)
    {
        const QDBusMessage owner =
            m_home->call(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                         u"org.freedesktop.DBus"_s, u"GetNameOwner"_s, {name});
        return owner.type() == QDBusMessage::ReplyMessage ? owner.arguments()[0].toString()
                                                          : QString();
    }
    bool isOurs(const QString &name) { return ownerOf(name) == m_home->name(); }
    static QDBusMessage ask(PrivateBus::Peer &app, const QVariantMap &hints, int can = 0)
    {
        return app.call(serverName, path, serverV2, u"requestView"_s,
                        {u"org.kde.dolphin"_s, can, hints});
    }
    static QString request(PrivateBus::Peer &app, const QVariantMap &hints, int can = 0)
    {
        return ask(app, hints, can).arguments().value(0).value<QDBusObjectPath>().path();
    }
    static void update(PrivateBus::Peer &app, const QString &view, const QVariantMap &state)
    {
        app.send(serverName, view, v3, u"update"_s, {state});
    }
    static void terminate(PrivateBus::Peer &app, const QString &view, uint code,
                          const QString &words)
    {
        app.send(serverName, view, v3, u"terminate"_s, {code, words, QVariantMap()});
    }

    PrivateBus m_house{};
    std::unique_ptr<PrivateBus::Peer> m_home{};
    std::unique_ptr<PrivateBus::Peer> m_app{};
    std::unique_ptr<JobViewServer> m_server{};
    int m_ids = 0;
    std::vector<Update> m_told{};
    QList<QStringList> m_reporters{};
};

QTEST_GUILESS_MAIN(TestJobViewServer)
#include "tst_jobviewserver.moc"
