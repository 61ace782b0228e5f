#include "app/desktop/followedsource.h"
#include "app/shared/engine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The tracker of another process, as far as a client can tell, which can be ended and started anew.
class OtherTracker
{
public:
    explicit OtherTracker(const QString &folder)
    {
        m_paths.data = (folder + u"/data"_s).toStdString();
        m_paths.state = (folder + u"/state"_s).toStdString();
        m_paths.runtime = (folder + u"/run"_s).toStdString();
        m_paths.config = (folder + u"/config"_s).toStdString();
        start();
    }
    void start()
    {
        m_engine = std::make_unique<Engine>(Engine::Options{.paths = m_paths, .port = {}});
        if (const auto started = m_engine->start(); !started)
            qFatal("%s", started.error().detail.c_str());
    }
    void stop() { m_engine.reset(); }

    TrackerAddress address() const { return {.unixPath = m_paths.socket()}; }
    SourceReport report()
    {
        SourceReport report;
        std::atomic<bool> done = false;
        m_engine->post([&](Tracker &tracker) {
            report = tracker.sources().report();
            done = true;
            done.notify_one();
        });
        done.wait(false);
        return report;
    }
    /// The job, and whether its reporter is known to live.
    std::pair<JobPtr, bool> job(const JobKey &key)
    {
        std::pair<JobPtr, bool> found;
        std::atomic<bool> done = false;
        m_engine->post([&](Tracker &tracker) {
            found = {tracker.job(key), tracker.isHeld(key)};
            done = true;
            done.notify_one();
        });
        done.wait(false);
        return found;
    }
    bool knows(const std::vector<SourceInfo> &sources) { return report().sources == sources; }

private:
    Paths m_paths{};
    std::unique_ptr<Engine> m_engine{};
};

std::vector<SourceInfo> nas(SourceInfo::State state)
{
    return {{.name = "nas", .url = "http://nas", .state = state}};
}

Update begin(const JobKey &key)
{
    return {.op = Update::Op::Begin, .key = key};
}

Update percent(const JobKey &key, double value)
{
    Update update{.key = key};
    update.percent = value;
    return update;
}

const auto up = nas(SourceInfo::State::Connected);
const auto away = nas(SourceInfo::State::Reconnecting);

} // namespace

/// The window beside a tracker of another process: what that hears of the window's sources.
class TestFollowedSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChangeIsToldAndTakenBackAtTheEnd()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        FollowedSource source(tracker.address(), {}, {.atMost = 1ms});
        source.reportSources(up);
        source.start();
        QTRY_VERIFY(tracker.knows(up));
        source.reportSources(away);
        QTRY_VERIFY(tracker.knows(away));
        source.reportSources({});
        QTRY_VERIFY(!tracker.report().reportedAt);
        {
            FollowedSource other(tracker.address(), {}, {.atMost = 1ms});
            other.start();
            other.reportSources(up);
            QTRY_VERIFY(tracker.knows(up));
        }
        QVERIFY(!tracker.report().reportedAt); // at once, not in ten minutes
    }

    void aTrackerThatIsAnotherOneHearsItToo()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        FollowedSource source(tracker.address(), {}, {.atMost = 1ms});
        QSignalSpy links(&source, &JobSource::linkChanged);
        source.start();
        source.reportSources(up);
        QTRY_VERIFY(tracker.knows(up));
        tracker.stop();
        QTRY_VERIFY(!links.isEmpty() && !links.last()[0].value<JobSource::Link>().good);
        source.reportSources(away); // nobody hears it
        tracker.start();
        QTRY_VERIFY_WITH_TIMEOUT(tracker.knows(away), 10'000);
    }

    void whatIsReportedHereIsAJobThereAndHeld()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        auto source = std::make_unique<FollowedSource>(tracker.address(), ui::Listening{});
        connect(source.get(), &JobSource::ready, source.get(), &JobSource::take);
        QSignalSpy refused(source.get(), &JobSource::refused);
        source->start();
        const JobKey key{.id = "a"};
        const JobKey other{.id = "b"};
        source->report({begin(key), percent(key, 3), percent({.id = "nobody"}, 1), begin(other)});
        QTRY_VERIFY(tracker.job(key).first && tracker.job(key).first->percent == 3.0);
        QTRY_VERIFY(tracker.job(key).second && tracker.job(other).second);
        source->report({Update{.op = Update::Op::Leave, .key = key},
                        Update{.op = Update::Op::Complete, .key = other}});
        QTRY_VERIFY(!tracker.job(key).first);
        QTRY_COMPARE(tracker.job(other).first->state, State::Completed);
        QVERIFY(refused.isEmpty());
        // what is said last is heard
        source->report({begin(key)});
        QTRY_VERIFY(tracker.job(key).second);
        source->report({Update{.op = Update::Op::Leave, .key = key}});
        source.reset();
        QVERIFY(!tracker.job(key).first);
    }

    void whatIsReportedWhileTheTrackerIsAwayIsHeardLater()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        FollowedSource source(tracker.address(), {});
        connect(&source, &JobSource::ready, &source, &JobSource::take);
        QSignalSpy links(&source, &JobSource::linkChanged);
        QSignalSpy refused(&source, &JobSource::refused);
        source.start();
        const JobKey key{.id = "a"};
        source.report({begin(key)});
        QTRY_VERIFY(tracker.job(key).second);
        tracker.stop();
        for (int i = 0; i < 100; ++i)
            source.report({percent(key, i)});
        QTRY_VERIFY(!links.isEmpty() && !links.last()[0].value<JobSource::Link>().good);
        source.report({percent(key, 77)});
        tracker.start();
        QTRY_VERIFY_WITH_TIMEOUT(tracker.job(key).first->percent == 77.0, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(tracker.job(key).second, 10'000);
        QVERIFY(refused.isEmpty());
    }

    void itIsSaidAgainBeforeItIsForgotten()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        FollowedSource source(tracker.address(), {}, {.atMost = 1ms, .atLeast = 20ms});
        source.start();
        source.reportSources(up);
        QTRY_VERIFY(tracker.knows(up));
        const auto first = tracker.report().reportedAt;
        QTRY_VERIFY(tracker.report().reportedAt > first);
        QVERIFY(FollowedSource::Pace{}.atLeast * 2 <= SourceBoard::validFor);
    }

    void aFlappingSourceIsToldOfInItsLatestState()
    {
        const QTemporaryDir folder;
        OtherTracker tracker(folder.path());
        FollowedSource source(tracker.address(), {}, {.atMost = 50ms});
        source.start();
        for (int i = 0; i < 10'000; ++i)
            source.reportSources(i % 2 == 0 ? up : away);
        QTRY_VERIFY(tracker.knows(away));
        const auto said = tracker.report().reportedAt;
        source.reportSources(up);
        QTRY_VERIFY(tracker.knows(up));
        QVERIFY(*tracker.report().reportedAt - *said >= 40ms); // not one request for each change
    }
};

QTEST_GUILESS_MAIN(TestFollowedSource)
#include "tst_followedsource.moc"
