#include "app/shared/engine.h"
#include "core/follow/runrequests.h"
#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"
#include "core/wire/json.h"
#include "core/wire/runsjson.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

/// One person's tracker, started and stopped like `afoot serve`, with its files in a folder of their own.
class Life
{
public:
    explicit Life(const QString &folder)
    {
        paths.data = (folder + u"/data"_s).toStdString();
        paths.state = (folder + u"/state"_s).toStdString();
        paths.runtime = (folder + u"/run"_s).toStdString();
        paths.config = (folder + u"/config"_s).toStdString();
        engine = std::make_unique<Engine>(Engine::Options{.paths = paths, .port = std::nullopt});
        const auto started = engine->start();
        if (!started)
            qFatal("%s", started.error().detail.c_str());
        info = *started;
        client.emplace(TrackerAddress{.unixPath = paths.socket()});
    }
    ~Life() { engine->stop(); }

    int ask(std::string_view method, std::string_view target, std::string_view body = {})
    {
        const auto answer = client->request(method, target, std::string(body));
        last = answer ? answer->body : std::string();
        return answer ? answer->status : 0;
    }
    Job job(const std::string &id)
    {
        if (ask("GET", "/api/v1/jobs/" + id) != 200)
            return {};
        return *wire::jobFromJson(last);
    }
    std::vector<Job> runs(const std::string &query = {})
    {
        if (ask("GET", "/api/v1/history?" + query) != 200)
            return {};
        std::vector<Job> jobs;
        const Result<RunPage> page = wire::runsFromJson(last);
        for (const EndedRun &run : page->runs)
            jobs.push_back(run.job);
        return jobs;
    }

    Paths paths{};
    std::unique_ptr<Engine> engine{};
    Engine::Info info{};
    std::optional<TrackerClient> client{};
    std::string last{};
};

} // namespace

/// What outlives a tracker: jobs, their logs, and history.
class tst_Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void jobsOutliveTheirTracker()
    {
        {
            Life first(m_folder->path());
            QCOMPARE(
                first.ask("POST", "/api/v1/jobs",
                          R"({"id":"a","title":"Script","total":10,"steps":[{"name":"one"}]})"),
                201);
            QCOMPARE(first.ask("PATCH", "/api/v1/jobs/a", R"({"current":3,"step":"one"})"), 200);
            QCOMPARE(first.ask("POST", "/api/v1/jobs/a/log", R"({"lines":["x","y"]})"), 200);
            QCOMPARE(first.ask("POST", "/api/v1/jobs", R"({"id":"b","title":"Done"})"), 201);
            QCOMPARE(first.ask("POST", "/api/v1/jobs/b/fail", R"({"error":"no"})"), 200);
        }
        Life second(m_folder->path());
        QVERIFY(!second.info.historyTrouble);
        const Job a = second.job("a");
        QCOMPARE(a.title, std::string("Script"));
        QCOMPARE(a.state, State::Running);
        QCOMPARE(a.percent, std::optional(30.0));
        QCOMPARE(a.steps.front().state, StepState::Running);
        QCOMPARE(second.ask("GET", "/api/v1/jobs/a/log"), 200);
        QCOMPARE(wire::logFromJson(second.last)->lines.size(), std::size_t(2));
        QCOMPARE(second.job("b").error, std::string("no"));
        // and the script goes on as if nothing had been
        QCOMPARE(second.ask("PATCH", "/api/v1/jobs/a", R"({"current":4})"), 200);
        QCOMPARE(second.ask("POST", "/api/v1/jobs/a/complete"), 200);
        QCOMPARE(second.job("a").state, State::Completed);
    }

    /// What was said last waits to be gathered with more, which must not be waited for at the end.
    void aTrackerFullOfJobsStopsAtOnce()
    {
        qint64 shortest = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 4; ++round) {
            Life life(m_folder->path());
            std::string lines;
            for (int i = 0; i < 1'000; ++i)
                lines +=
                    "{\"op\":\"begin\",\"restart\":true,\"id\":\"j" + std::to_string(i) + "\"}\n";
            const auto begun =
                life.client->request("POST", "/api/v1/ingest", lines, "application/x-ndjson");
            QVERIFY(begun && begun->status == 200);
            const std::string percent = std::to_string(10 + round);
            QCOMPARE(life.ask("PATCH", "/api/v1/jobs/j7", "{\"percent\":" + percent + "}"), 200);
            QElapsedTimer timer;
            timer.start();
            life.engine->stop();
            shortest = std::min(shortest, timer.elapsed());
        }
        QVERIFY2(shortest < 150, qPrintable(QString::number(shortest)));
        // nor is the history tidied up, which syncs again and again
        QVERIFY(QFile(m_folder->path() + u"/data/history.db-wal"_s).size() > 0);
        Life after(m_folder->path());
        QCOMPARE(after.job("j7").percent, std::optional(13.0));
        QCOMPARE(after.job("j999").state, State::Running);
    }

    void endedRunsAreHistory()
    {
        Life life(m_folder->path());
        for (const char *id : {"a", "b", "c"}) {
            life.ask("POST", "/api/v1/jobs",
                     std::string(R"({"kind":"nightly","title":"Run","id":")") + id + "\"}");
            life.ask("POST", std::string("/api/v1/jobs/") + id + "/complete");
        }
        life.ask("POST", "/api/v1/jobs", R"({"id":"a","restart":true,"kind":"nightly"})");
        life.ask("POST", "/api/v1/jobs/a/fail", R"({"error":"disk full"})");
        QCOMPARE(life.runs().size(), std::size_t(4));                  // the run before is kept
        QCOMPARE(life.runs().front().error, std::string("disk full")); // latest first
        QCOMPARE(life.runs("q=DISK").size(), std::size_t(1));
        QCOMPARE(life.runs("kind=other").size(), std::size_t(0));
        QCOMPARE(life.runs("limit=3").size(), std::size_t(3));
        const RunPage page = *wire::runsFromJson(life.last);
        QVERIFY(!page.next.empty());
        QCOMPARE(life.runs("limit=3&after=" + percentEncoded(page.next)).size(), std::size_t(1));
        QCOMPARE(life.ask("GET", "/api/v1/history?from=yesterday"), 400);
        QCOMPARE(life.ask("GET", "/api/v1/history?limit=x"), 400);
    }

    void theLatestRunOfAKindIsShownWhenItIsOnTheListNoMore()
    {
        Life life(m_folder->path());
        const auto run = [&](const std::string &id, const std::string &kind, const char *end) {
            life.ask("POST", "/api/v1/jobs", "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\"}");
            life.ask("POST", "/api/v1/jobs/" + id + '/' + end);
        };
        run("1", "build", "complete");
        run("2", "build", "fail");
        run("3", "deploy", "complete");
        for (const char *id : {"1", "2", "3"})
            QCOMPARE(life.ask("POST", "/api/v1/jobs/" + std::string(id) + "/clear"), 204);
        life.ask("POST", "/api/v1/jobs", R"({"id":"4","kind":"deploy"})");
        QCOMPARE(life.ask("GET", "/cctray.xml"), 200);
        const auto has = [&](const std::string &text) {
            return life.last.find(text) != std::string::npos;
        };
        QVERIFY(
            has(R"(name="build" activity="Sleeping" lastBuildStatus="Failure" lastBuildLabel="2)"));
        QVERIFY(has(
            R"(name="deploy" activity="Building" lastBuildStatus="Success" lastBuildLabel="3)"));
    }

    void clearingKeepsTheHistoryAndForgettingDoesNot()
    {
        Life life(m_folder->path());
        for (const char *id : {"a", "b"}) {
            life.ask("POST", "/api/v1/jobs", std::string(R"({"id":")") + id + "\"}");
            life.ask("POST", std::string("/api/v1/jobs/") + id + "/complete");
        }
        QCOMPARE(life.ask("POST", "/api/v1/jobs/a/clear"), 204);
        QCOMPARE(life.ask("GET", "/api/v1/jobs/a"), 404);
        QTRY_COMPARE(life.runs().size(), std::size_t(2));
        QCOMPARE(life.ask("DELETE", "/api/v1/jobs/b"), 204);
        QTRY_COMPARE(life.runs().size(), std::size_t(1));
        QCOMPARE(life.runs().front().key.id, std::string("a"));
    }

    void deletedRunsLeaveHistoryListAndLog()
    {
        {
            Life life(m_folder->path());
            for (const char *id : {"a", "b", "c"}) {
                const std::string path = std::string("/api/v1/jobs/") + id;
                life.ask("POST", "/api/v1/jobs",
                         "{\"kind\":\"k" + std::string(id) + "\",\"id\":\"" + id + "\"}");
                life.ask("POST", path + "/log", R"({"lines":["one","two"]})");
                life.ask("POST", path + (*id == 'c' ? "/fail" : "/complete"));
            }
            life.ask("POST", "/api/v1/jobs", R"({"id":"goes on"})");
            QCOMPARE(life.ask("GET", "/api/v1/history?kind=kb"), 200);
            const std::int64_t b = wire::runsFromJson(life.last).value().runs.at(0).number;
            QCOMPARE(life.ask("GET", runLogTarget(b)), 200);
            QCOMPARE(wire::logFromJson(life.last)->lines.size(), std::size_t(2));
            QCOMPARE(life.ask("GET", "/api/v1/history/counts?state=completed"), 200);
            QCOMPARE(wire::runCountsFromJson(life.last)->runs, std::uint64_t(2));

            QCOMPARE(life.ask("DELETE", "/api/v1/history"), 400);
            QCOMPARE(life.ask("DELETE", "/api/v1/history?run=" + std::to_string(b)), 200);
            QCOMPARE(life.last, std::string("{\"deleted\":1}"));
            QCOMPARE(life.ask("GET", "/api/v1/jobs/b"), 404);
            QCOMPARE(life.ask("GET", "/api/v1/jobs/a"), 200);
            QCOMPARE(life.ask("GET", runLogTarget(b)), 200);
            QVERIFY(wire::logFromJson(life.last)->lines.empty());
            QCOMPARE(life.runs().size(), std::size_t(2));
            QCOMPARE(life.ask("DELETE", "/api/v1/history?all=1"), 200);
            QCOMPARE(life.last, std::string("{\"deleted\":2}"));
            QCOMPARE(life.ask("GET", "/api/v1/jobs/a"), 404);
        }
        Life after(m_folder->path());
        QCOMPARE(after.runs().size(), std::size_t(0));
        QCOMPARE(after.ask("GET", "/api/v1/jobs/c"), 404);
        QCOMPARE(after.job("goes on").state, State::Running);
    }

    void aJobThatWasForgottenStaysAway()
    {
        {
            Life first(m_folder->path());
            first.ask("POST", "/api/v1/jobs", R"({"id":"a"})");
            first.ask("POST", "/api/v1/jobs/a/complete");
            first.ask("DELETE", "/api/v1/jobs/a");
        }
        Life second(m_folder->path());
        QCOMPARE(second.ask("GET", "/api/v1/jobs/a"), 404);
        QCOMPARE(second.runs().size(), std::size_t(0));
    }

    void whatWasClearedCanStillBeForgotten()
    {
        Life life(m_folder->path());
        for (const char *id : {"a", "b"}) {
            const std::string path = std::string("/api/v1/jobs/") + id;
            const std::string body = "{\"id\":\"" + std::string(id) + "\"}";
            QCOMPARE(life.ask("POST", "/api/v1/jobs", body), 201);
            QCOMPARE(life.ask("POST", path + "/complete"), 200);
            QCOMPARE(life.ask("POST", path + "/clear"), 204);
        }
        QCOMPARE(life.runs().size(), 2U);
        QCOMPARE(life.ask("DELETE", "/api/v1/jobs/a"), 204);
        QCOMPARE(life.runs().size(), 1U);
        QCOMPARE(life.runs()[0].key.id, std::string("b"));
        QCOMPARE(life.ask("DELETE", "/api/v1/jobs/a"), 404);
        QCOMPARE(life.ask("DELETE", "/api/v1/jobs/none"), 404);
    }

    void aHistoryThatCannotBeReadIsSetAside()
    {
        {
            Life first(m_folder->path());
            first.ask("POST", "/api/v1/jobs", R"({"id":"a"})");
        }
        QFile file(QString::fromStdString(
            Paths{.data = (m_folder->path() + u"/data"_s).toStdString()}.history()));
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
        Life second(m_folder->path());
        QVERIFY(second.info.setAside);
        QVERIFY(QFile::exists(QString::fromStdString(*second.info.setAside)));
        QCOMPARE(second.ask("POST", "/api/v1/jobs", R"({"id":"b"})"), 201);
        QCOMPARE(second.ask("POST", "/api/v1/jobs/b/complete"), 200);
    }

    void withoutAHistoryTheTrackerServesAllTheSame()
    {
        const QString data = m_folder->path() + u"/data"_s;
        {
            Life first(m_folder->path()); // makes the token
        }
        QVERIFY(QDir(data).mkpath(u"history.db.away"_s));
        QFile::remove(data + u"/history.db"_s);
        QVERIFY(QDir(data).mkdir(u"history.db"_s));
        Life second(m_folder->path());
        QVERIFY(second.info.historyTrouble || second.info.setAside);
        QCOMPARE(second.ask("POST", "/api/v1/jobs", R"({"id":"b"})"), 201);
        QCOMPARE(second.ask("POST", "/api/v1/jobs/b/complete"), 200);
        QCOMPARE(second.ask("GET", "/api/v1/history"), second.info.historyTrouble ? 503 : 200);
        QCOMPARE(second.ask("GET", "/healthz"), 200); // what it is asked for most, it does
        QCOMPARE(second.last.find("\"status\":\"degraded\"") != std::string::npos,
                 second.info.historyTrouble.has_value());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
