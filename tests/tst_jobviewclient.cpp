#include "core/desktop/jobviewclient.h"
#include "core/desktop/jobviewserver.h"
#include "core/desktop/jobviewstate.h"
#include "tests/support/jobserver.h"
#include "tests/support/privatebus.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

const QString serverName = u"org.kde.JobViewServer"_s;

Job running(const std::string &id, const std::string &title = "Build")
{
    Job job{.key = {.id = id}, .title = title, .state = State::Running};
    job.can.add(Ask::Cancel);
    return job;
}

Delta deltaOf(std::initializer_list<Job> jobs)
{
    Delta delta;
    for (const Job &job : jobs)
        delta.changes.push_back({.key = job.key, .job = std::make_shared<const Job>(job)});
    return delta;
}

} // namespace

/// What a desktop's own view of jobs hears of ours, on a real bus.
class TestJobViewClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_house.isThere(), "dbus-daemon is needed"); }
    void init()
    {
        m_home = m_house.peer();
        m_plasma = m_house.peer();
        m_client = std::make_unique<JobViewClient>(m_home->bus(), u"io.github.afoot.Afoot"_s);
    }
    void cleanup()
    {
        m_client.reset();
        m_home.reset();
        m_plasma.reset();
    }

    void aJobIsKnownByWhatIsKnownOfIt()
    {
        Job job = running("a");
        job.message = "part 3";
        QVariantMap state = jobViewStateOf(job);
        QCOMPARE(state[u"title"_s].toString(), u"Build"_s);
        QCOMPARE(state[u"infoMessage"_s].toString(), u"part 3"_s);
        QCOMPARE(state[u"suspended"_s], QVariant(false));
        QVERIFY(!state.contains(u"percent"_s) && !state.contains(u"speed"_s));
        job.percent = 99.9;
        job.current = 10;
        job.total = std::nan("");
        job.rate = 5;
        job.unit = "pages";
        job.state = State::NeedsInput;
        job.question = "Overwrite?";
        job.details = {{.key = "n", .value = 3.0}, {.key = "To", .value = "/b"}};
        state = jobViewStateOf(job);
        QCOMPARE(state[u"percent"_s], QVariant(99U)); // not before it is there
        QCOMPARE(state[u"processedItems"_s], QVariant(qulonglong(10)));
        QVERIFY(!state.contains(u"totalItems"_s));
        QVERIFY(!state.contains(u"speed"_s)); // pages are no bytes
        QCOMPARE(state[u"infoMessage"_s].toString(), u"Overwrite?"_s);
        QCOMPARE(state[u"descriptionLabel1"_s].toString(), u"To"_s);
        job.unit = "bytes";
        state = jobViewStateOf(job);
        QCOMPARE(state[u"processedBytes"_s], QVariant(qulonglong(10)));
        QCOMPARE(state[u"speed"_s], QVariant(qulonglong(5)));
    }

    void aJobIsReportedFromAMomentAfterItsBeginningToItsEnd()
    {
        JobServer server(m_plasma->bus());
        m_client->setOn(true);
        Job job = running("a");
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), 1);
        const JobServer::Heard asked = server.heard.first();
        QCOMPARE(asked.interface, u"org.kde.JobViewServerV2"_s);
        QCOMPARE(asked.arguments[0].toString(), u"io.github.afoot.Afoot"_s);
        QCOMPARE(asked.arguments[1].toInt(), 1); // it may be canceled
        QCOMPARE(asked.arguments[2].toMap()[u"title"_s].toString(), u"Build"_s);
        QTRY_COMPARE(server.calls(u"update"_s).size(), 1);
        for (int i = 1; i <= 50; ++i) {
            job.percent = i;
            m_client->show(deltaOf({job}));
        }
        QTRY_COMPARE(server.calls(u"update"_s).size(), 2); // at once, and only what is new
        QCOMPARE(server.calls(u"update"_s)[1].arguments[0].toMap(),
                 (QVariantMap{{u"percent"_s, 50U}}));
        job.state = State::Completed;
        job.percent = 100;
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 1);
        const JobServer::Heard end = server.calls(u"terminate"_s)[0];
        QCOMPARE(end.path, u"/JobViewServer/JobView_1"_s);
        QCOMPARE(end.arguments[0].toUInt(), 0U);
        QCOMPARE(server.calls(u"update"_s)[2].arguments[0].toMap()[u"percent"_s], QVariant(100U));
    }

    void howItEndedIsSaid_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<uint>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("failed") << State::Failed << 100U << u"No room"_s;
        QTest::newRow("lost") << State::Lost << 100U << u"No room"_s;
        QTest::newRow("canceled") << State::Canceled << 1U << QString();
    }
    void howItEndedIsSaid()
    {
        QFETCH(State, state);
        QFETCH(uint, code);
        QFETCH(QString, words);
        JobServer server(m_plasma->bus());
        m_client->setOn(true);
        Job job = running("a");
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"update"_s).size(), 1);
        job.state = state;
        job.error = "No room";
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 1);
        QCOMPARE(server.calls(u"terminate"_s)[0].arguments[0].toUInt(), code);
        QCOMPARE(server.calls(u"terminate"_s)[0].arguments[1].toString(), words);
    }

    void whatIsOverInAMomentIsNotShown()
    {
        JobServer server(m_plasma->bus());
        m_client->setOn(true);
        Job brief = running("brief");
        m_client->show(deltaOf({brief}));
        brief.state = State::Completed;
        m_client->show(deltaOf({brief}));
        Job queued = running("queued");
        queued.state = State::Queued;
        m_client->show(deltaOf({queued, running("long", "Long")}));
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), 1);
        QCOMPARE(server.heard[0].arguments[2].toMap()[u"title"_s].toString(), u"Long"_s);
        QTRY_COMPARE(server.calls(u"update"_s).size(), 1);
        QCOMPARE(server.calls(u"requestView"_s).size(), 1);
    }

    void anEndWhileTheServerThinksIsSaidOnceItAnswers()
    {
        JobServer server(m_plasma->bus());
        server.isSlow = true;
        m_client->setOn(true);
        Job job = running("a");
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.waiting.size(), 1);
        job.state = State::Completed;
        m_client->show(deltaOf({job}));
        server.answer(server.waiting.first());
        QTRY_VERIFY(!server.calls(u"terminate"_s).isEmpty());
        QCOMPARE(server.calls(u"terminate"_s)[0].path, u"/JobViewServer/JobView_1"_s);
    }

    void anOlderServerHearsTheSameInItsOwnWords()
    {
        JobServer server(m_plasma->bus());
        server.knowsV3 = false;
        m_client->setOn(true);
        Job job = running("a");
        job.percent = 40;
        job.current = 4;
        job.total = 10;
        job.unit = "files";
        job.details = {{.key = "To", .value = "/b"}};
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"setPercent"_s).size(), 1);
        QCOMPARE(server.calls(u"setInfoMessage"_s)[0].arguments, QVariantList{u"Build"_s});
        QCOMPARE(server.calls(u"setTotalAmount"_s)[0].arguments,
                 (QVariantList{qulonglong(10), u"files"_s}));
        QCOMPARE(server.calls(u"setDescriptionField"_s)[0].arguments,
                 (QVariantList{0U, u"To"_s, u"/b"_s}));
        job.state = State::Failed;
        job.error = "No room";
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 1);
        QCOMPARE(server.calls(u"setError"_s)[0].arguments, QVariantList{100U});
        QCOMPARE(server.calls(u"terminate"_s)[0].arguments, QVariantList{u"No room"_s});
        QCOMPARE(server.calls(u"terminate"_s)[0].interface, u"org.kde.JobViewV2"_s);
        QVERIFY(server.calls(u"update"_s).isEmpty());
    }

    void whatIsAskedThereIsAskedOfTheJob()
    {
        JobServer server(m_plasma->bus());
        const auto stranger = m_house.peer();
        QSignalSpy asked(m_client.get(), &JobViewClient::asked);
        m_client->setOn(true);
        m_client->show(deltaOf({running("a")}));
        QTRY_COMPARE(server.calls(u"update"_s).size(), 1);
        const QString view = u"/JobViewServer/JobView_1"_s;
        stranger->bus().send(
            QDBusMessage::createSignal(view, u"org.kde.JobViewV3"_s, u"cancelRequested"_s));
        QVERIFY(stranger->flush());
        server.ask(u"/JobViewServer/JobView_77"_s, u"cancelRequested"_s);
        server.ask(view, u"suspendRequested"_s); // it cannot
        server.ask(view, u"cancelRequested"_s);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<JobKey>(), JobKey{.id = "a"});
        QCOMPARE(asked[0][1].value<Ask>(), Ask::Cancel);
    }

    void theNextServerHearsAllThatRuns()
    {
        m_client->setOn(true);
        m_client->show(deltaOf({running("a"), running("b")})); // nobody is there
        auto first = std::make_unique<JobServer>(m_plasma->bus());
        QTRY_COMPARE(first->calls(u"requestView"_s).size(), 2);
        m_plasma->leave();
        first.reset();
        Job ended = running("b");
        ended.state = State::Completed;
        m_client->show(deltaOf({ended}));
        const auto again = m_house.peer();
        JobServer second(again->bus(), false);
        QTRY_VERIFY(again->bus().registerService(serverName));
        QTRY_COMPARE(second.calls(u"update"_s).size(), 1);
        QCOMPARE(second.calls(u"requestView"_s).size(), 1);
    }

    void nothingIsReportedToOurselves()
    {
        JobViewServer ours(
            m_home->bus(), [] { return std::string("x"); },
            [](const QString &) { return QString(); });
        QSignalSpy told(&ours, &JobViewServer::updates);
        ours.start();
        m_client->setOn(true);
        m_client->show(deltaOf({running("a")}));
        QTRY_COMPARE(m_plasma
                         ->call(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                u"org.freedesktop.DBus"_s, u"GetNameOwner"_s, {serverName})
                         .arguments()
                         .value(0)
                         .toString(),
                     m_home->name());
        ours.stop();
        // the one who comes next is the first to hear of it
        JobServer server(m_plasma->bus(), false);
        QTRY_VERIFY(m_plasma->bus().registerService(serverName));
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), 1);
        QVERIFY(told.isEmpty());
    }

    void aServerThatRefusesIsLeftAlone()
    {
        JobServer server(m_plasma->bus());
        server.refuses = true;
        m_client->setOn(true);
        Job job = running("a");
        m_client->show(deltaOf({job}));
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), 1);
        server.refuses = false;
        job.percent = 3;
        m_client->show(deltaOf({job}));
        m_client->show(deltaOf({running("b")}));
        QTRY_COMPARE(server.calls(u"update"_s).size(), 1);
        QCOMPARE(server.calls(u"requestView"_s).size(), 2);
    }

    void notMoreThanAPersonCanReadIsShownAtATime()
    {
        JobServer server(m_plasma->bus());
        m_client->setOn(true);
        Delta many;
        for (int i = 0; i < 80; ++i)
            many.changes.push_back(
                deltaOf({running("job" + std::to_string(100 + i))}).changes.front());
        m_client->show(many);
        QTRY_COMPARE(server.calls(u"update"_s).size(), JobViewClient::maxViews);
        QCOMPARE(server.calls(u"requestView"_s).size(), JobViewClient::maxViews);
        Job ended = running("job100");
        ended.state = State::Completed;
        m_client->show(deltaOf({ended}));
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), JobViewClient::maxViews + 1);
    }

    void whatLeavesTheListOrIsNotWantedIsTakenBack()
    {
        JobServer server(m_plasma->bus());
        m_client->setOn(true);
        m_client->show(deltaOf({running("a"), running("b"), running("c")}));
        QTRY_COMPARE(server.calls(u"update"_s).size(), 3);
        Delta gone;
        gone.changes.push_back({.key = {.id = "a"}});
        m_client->show(gone);
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 1);
        Delta other = deltaOf({running("c")});
        other.reset = true;
        m_client->show(other);
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 2);
        m_client->setOn(false);
        QTRY_COMPARE(server.calls(u"terminate"_s).size(), 3);
        for (const JobServer::Heard &each : server.calls(u"terminate"_s))
            QCOMPARE(each.arguments[0].toUInt(), 1U); // taken off without a word
        m_client->setOn(true);
        QTRY_COMPARE(server.calls(u"requestView"_s).size(), 4);
    }

    void withoutABusNothingHappens()
    {
        JobViewClient nobody(QDBusConnection(u"none"_s), u"x"_s);
        nobody.setOn(true);
        nobody.show(deltaOf({running("a")}));
        nobody.setOn(false);
    }

private:
    PrivateBus m_house{};
    std::unique_ptr<PrivateBus::Peer> m_home{};
    std::unique_ptr<PrivateBus::Peer> m_plasma{};
    std::unique_ptr<JobViewClient> m_client{};
};

QTEST_GUILESS_MAIN(TestJobViewClient)
#include "tst_jobviewclient.moc"
