#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"
#include "core/store/history.h"
#include "core/wire/json.h"
#include "core/wire/runsjson.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

using namespace afoot;
using namespace Qt::StringLiterals;

/// kill -9 on the real tracker while reporters end jobs: what was acknowledged is there afterwards, once.
class tst_Kill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedEndIsLostOrDoubled();

private:
    static constexpr int rounds = 100;
    static constexpr int roundsOfOne = 20; ///< with the same history
    static constexpr std::size_t keptRuns = History::Options{}.maxRuns;
    static constexpr int reporters = 4;

    bool start(QProcess &process) const;
    void killOnce(int round, std::vector<std::string> &ended);
    void lookFor(const std::vector<std::string> &ended);
    void report(int who, std::atomic<bool> &stop, std::vector<std::string> &acknowledged) const;

    std::unique_ptr<QTemporaryDir> m_home{};
    std::string m_socket{};
};

bool tst_Kill::start(QProcess &process) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
    for (const char *name :
         {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "AFOOT_DATA", "AFOOT_TRACKER"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(AFOOT_PROGRAM), {u"serve"_s, u"--listen"_s, u"none"_s});
    return process.waitForStarted();
}

/// Begins and ends jobs until the tracker is gone, and notes those whose end was acknowledged.
void tst_Kill::report(int who, std::atomic<bool> &stop,
                      std::vector<std::string> &acknowledged) const
{
    TrackerClient client(TrackerAddress{.unixPath = m_socket});
    for (int i = 0; !stop; ++i) {
        const std::string id = "r" + std::to_string(who) + "-" + std::to_string(i);
        const auto begun = client.request("POST", "/api/v1/jobs", "{\"id\":\"" + id + "\"}");
        if (!begun || !begun->ok())
            continue;
        const auto ended = client.request("POST", "/api/v1/jobs/" + id + "/complete");
        if (ended && ended->ok())
            acknowledged.push_back(id);
    }
}

void tst_Kill::noAcknowledgedEndIsLostOrDoubled()
{
    std::size_t acknowledged = 0;
    for (int first = 0; first < rounds; first += roundsOfOne) {
        m_home = std::make_unique<QTemporaryDir>();
        m_socket = (m_home->path() + u"/afoot/tracker.sock"_s).toStdString();
        std::vector<std::string> ended;
        for (int round = first; round < first + roundsOfOne; ++round)
            killOnce(round, ended);
        if (!QTest::currentTestFailed())
            lookFor(ended);
        if (QTest::currentTestFailed())
            return;
        acknowledged += ended.size();
    }
    QVERIFY2(acknowledged > 100, qPrintable(QString::number(acknowledged)));
}

void tst_Kill::killOnce(int round, std::vector<std::string> &ended)
{
    QProcess tracker;
    QVERIFY(start(tracker));
    std::atomic<bool> stop{false};
    std::vector<std::vector<std::string>> acknowledged(reporters);
    std::vector<std::thread> threads;
    for (int i = 0; i < reporters; ++i)
        threads.emplace_back([&, i] {
            report(round * reporters + i, stop, acknowledged[static_cast<std::size_t>(i)]);
        });
    const auto join = qScopeGuard([&] {
        stop = true;
        for (std::thread &thread : threads)
            thread.join();
        for (const auto &some : acknowledged)
            ended.insert(ended.end(), some.begin(), some.end());
    });
    // one in five dies while it starts; the others once they answer, however slow their start is here
    const int most = round % 5 == 0 ? 30 : 300;
    TrackerClient knocking(TrackerAddress{.unixPath = m_socket});
    const auto answers = [&] {
        const auto health = knocking.request("GET", "/healthz");
        return health && health->ok();
    };
    if (round % 5 != 0)
        QTRY_VERIFY_WITH_TIMEOUT(answers(), 20'000);
    std::this_thread::sleep_for(
        std::chrono::milliseconds(QRandomGenerator::global()->bounded(5, most)));
    tracker.kill();
    QVERIFY(tracker.waitForFinished());
    const QByteArray said = tracker.readAll();
    QVERIFY2(!said.contains("could not be read") && !said.contains("No history"), said.constData());
}

/// A new tracker has all of them in its history, each once.
void tst_Kill::lookFor(const std::vector<std::string> &ended)
{
    QProcess tracker;
    QVERIFY(start(tracker));
    TrackerClient client(TrackerAddress{.unixPath = m_socket});
    std::map<std::string, int> found;
    std::size_t runs = 0;
    std::string next;
    QElapsedTimer passed;
    passed.start();
    do {
        const auto answer =
            client.request("GET", "/api/v1/history?limit=1000&after=" + percentEncoded(next));
        if (!answer && passed.elapsed() < 10'000)
            continue; // it is still starting
        QVERIFY2(answer && answer->ok(), answer ? answer->body.c_str() : "no answer");
        const auto page = wire::runsFromJson(answer->body);
        QVERIFY(page);
        for (const EndedRun &run : page->runs)
            ++found[run.job.key.id];
        runs += page->runs.size();
        next = page->next;
    } while (!next.empty() || (found.empty() && !ended.empty()));
    QVERIFY2(runs < keptRuns, "so many that the oldest have left, which is no loss");
    for (const std::string &id : ended)
        QVERIFY2(found[id] == 1,
                 (id + " is there " + std::to_string(found[id]) + " times").c_str());
    tracker.terminate();
    QVERIFY(tracker.waitForFinished());
    QVERIFY2(!tracker.readAll().contains("could not be read"), "the history was damaged");
}

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
