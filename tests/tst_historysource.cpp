#include "app/desktop/historysource.h"
#include "app/shared/engine.h"
#include "core/follow/trackerclient.h"
#include "core/wire/runsjson.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <chrono>
#include <optional>

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A tracker with a history on disk, and what a window asks of it.
class Room
{
public:
    Room()
    {
        paths.data = (folder.path() + u"/data"_s).toStdString();
        paths.state = (folder.path() + u"/state"_s).toStdString();
        paths.runtime = (folder.path() + u"/run"_s).toStdString();
        paths.config = (folder.path() + u"/config"_s).toStdString();
        engine = std::make_unique<Engine>(Engine::Options{.paths = paths, .port = {}});
        if (const auto started = engine->start(); !started)
            qFatal("%s", started.error().detail.c_str());
        source = std::make_unique<HistorySource>(TrackerAddress{.unixPath = paths.socket()});
    }
    /// Runs of a kind, with two lines of log each.
    void seed(int runs, const std::string &kind, const std::string &title = "Run")
    {
        TrackerClient client(TrackerAddress{.unixPath = paths.socket()});
        std::string lines;
        for (int i = 0; i < runs; ++i) {
            const std::string id = "\"id\":\"" + kind + std::to_string(i) + "\"";
            lines += "{\"op\":\"begin\"," + id + ",\"kind\":\"" + kind + "\",\"title\":\"" + title +
                     "\"}\n";
            lines +=
                "{\"op\":\"log\"," + id + ",\"lines\":[\"first of " + kind + "\",\"second\"]}\n";
            lines += "{\"op\":\"complete\"," + id + "}\n";
        }
        const auto answer = client.request("POST", "/api/v1/ingest", lines, "application/x-ndjson");
        QVERIFY(answer && answer->status == 200);
    }
    QString file(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder{};
    Paths paths{};
    std::unique_ptr<Engine> engine{};
    std::unique_ptr<HistorySource> source{};
    QObject context{};
};

/// The answer to something that is asked, once it has come to this thread.
template <typename Found, typename Ask> std::optional<Result<Found>> answerTo(Ask ask)
{
    std::optional<Result<Found>> answer;
    QThread *where = nullptr;
    ask([&](const Result<Found> &found) {
        where = QThread::currentThread();
        answer.emplace(found);
    });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000) ||
        where != QThread::currentThread())
        return {};
    return answer;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The window's way to the runs that a tracker keeps, its own or another process's.
class TestHistorySource : public QObject
{
    Q_OBJECT

private:
    std::optional<Result<RunPage>> runs(Room &room, const RunQuery &query)
    {
        return answerTo<RunPage>(
            [&](auto answer) { room.source->runs(query, &room.context, answer); });
    }
    std::optional<Result<std::uint64_t>> exported(Room &room, const RunQuery &query,
                                                  HistorySource::Format format, const QString &path)
    {
        return answerTo<std::uint64_t>([&](auto answer) {
            room.source->exportRuns(query, format, path, &room.context, answer);
        });
    }
    std::optional<Result<std::uint64_t>> erased(Room &room, const RunQuery &query)
    {
        return answerTo<std::uint64_t>(
            [&](auto answer) { room.source->erase(query, &room.context, answer); });
    }

private Q_SLOTS:
    void runsComeInPagesWithTheirCounts()
    {
        Room room;
        room.seed(25, "ninja");
        room.seed(3, "rsync");
        RunQuery query{.kind = "ninja", .limit = 10};
        int found = 0;
        do {
            const auto page = runs(room, query);
            QVERIFY(page && page->ok());
            for (const EndedRun &run : (*page)->runs)
                QVERIFY(run.number > 0 && run.job.kind == "ninja");
            found += int((*page)->runs.size());
            query.after = (*page)->next;
        } while (!query.after.empty());
        QCOMPARE(found, 25);
        const auto counts = answerTo<RunCounts>(
            [&](auto answer) { room.source->counts({}, &room.context, answer); });
        QVERIFY(counts && counts->ok());
        QVERIFY(**counts == (RunCounts{.runs = 28,
                                       .kinds = {{"ninja", 25}, {"rsync", 3}},
                                       .sources = {{"local", 28}}}));
    }

    void aRunHasItsLog()
    {
        Room room;
        room.seed(2, "ninja");
        const std::int64_t number = (*runs(room, {}))->runs.front().number;
        const auto log = [&] {
            return answerTo<wire::LogPage>(
                [&](auto answer) { room.source->log(number, &room.context, answer); });
        };
        const auto kept = log();
        QVERIFY(kept && kept->ok());
        QCOMPARE((*kept)->lines.size(), std::size_t(2));
        QCOMPARE((*kept)->lines.front().text, std::string("first of ninja"));
        QVERIFY(erased(room, {.numbers = {number}}));
        QVERIFY((*log())->lines.empty());
    }

    void whatIsDeletedIsGoneFromTheFile()
    {
        Room room;
        room.seed(20, "xyzzy", "Secret plan");
        room.seed(20, "plugh", "Holiday");
        const auto bytes = [&] {
            const QString path = QString::fromStdString(room.paths.history());
            return contentOf(path) + contentOf(path + u"-wal"_s);
        };
        QVERIFY(bytes().contains("first of xyzzy") && bytes().contains("Secret plan"));
        const auto deleted = erased(room, {.kind = "xyzzy"});
        QVERIFY(deleted && deleted->ok());
        QCOMPARE(**deleted, std::uint64_t(20));
        // the tracker lets go of what is on its list, and that is written, too
        QTRY_VERIFY(!bytes().contains("xyzzy") && !bytes().contains("Secret plan"));
        QCOMPARE((*runs(room, {}))->runs.size(), std::size_t(20));
        QCOMPARE(**erased(room, {}), std::uint64_t(20));
        QTRY_VERIFY(!bytes().contains("plugh") && !bytes().contains("Holiday"));
        QCOMPARE((*runs(room, {}))->runs.size(), std::size_t(0));
    }

    void allThatMatchesIsExported()
    {
        Room room;
        room.seed(1200, "ninja", "=cmd()");
        room.seed(5, "rsync");
        const QString csv = room.file(u"runs.csv"_s);
        const auto written =
            exported(room, {.kind = "ninja", .limit = 3}, HistorySource::Format::Csv, csv);
        QVERIFY(written && written->ok());
        QCOMPARE(**written, std::uint64_t(1200));
        const QByteArray rows = contentOf(csv);
        QCOMPARE(rows.count("\r\n"), 1201);
        QVERIFY(rows.startsWith("id,kind,title,state,"));
        QCOMPARE(rows.count(",'=cmd(),"), 1200); // no formula
        QVERIFY(!rows.contains("rsync"));

        const QString json = room.file(u"runs.json"_s);
        QCOMPARE(**exported(room, {}, HistorySource::Format::Json, json), std::uint64_t(1205));
        const auto read = wire::runsFromJson(contentOf(json).toStdString());
        QVERIFY(read && read->runs.size() == 1205);
        QCOMPARE(**exported(room, {.kind = "nobody"}, HistorySource::Format::Json, json),
                 std::uint64_t(0));
        QVERIFY(wire::runsFromJson(contentOf(json).toStdString())->runs.empty());
    }

    void aFileThatCannotBeWrittenStaysAsItWas()
    {
        Room room;
        room.seed(1, "ninja");
        const QString away = room.file(u"no/such/folder/runs.csv"_s);
        const auto nowhere = exported(room, {}, HistorySource::Format::Csv, away);
        QVERIFY(nowhere && !nowhere->ok());
        QVERIFY(nowhere->error().detail.find("no/such/folder") != std::string::npos);
        QFile before(room.file(u"runs.csv"_s));
        QVERIFY(before.open(QFile::WriteOnly) && before.write("mine") == 4);
        before.close();
        room.engine->stop();
        const auto silent = exported(room, {}, HistorySource::Format::Csv, before.fileName());
        QVERIFY(silent && !silent->ok());
        QCOMPARE(contentOf(before.fileName()), QByteArray("mine"));
        QCOMPARE(QFileInfo(before).dir().entryList({u"runs.csv*"_s}, QDir::Files).size(), 1);
    }

    void whoAnswersNotIsTold()
    {
        Room room;
        room.engine->stop();
        const auto page = runs(room, {});
        QVERIFY(page && !page->ok());
        QVERIFY(!page->error().detail.empty());
        const auto refusedCursor = [&] {
            Room other;
            return runs(other, {.after = "nonsense"});
        }();
        QVERIFY(refusedCursor && !refusedCursor->ok());
        QCOMPARE(refusedCursor->error().name, std::string("bad_cursor"));
    }

    /// Where the tracker hangs, nobody waits for it at the end.
    void itEndsWhateverIsUnderWay()
    {
        Room room;
        room.seed(1, "ninja");
        std::atomic<bool> goOn = false;
        room.engine->post([&](Tracker &) { goOn.wait(false); });
        bool isAnswered = false;
        room.source->runs({}, &room.context, [&](const auto &) { isAnswered = true; });
        room.source->erase({}, &room.context, [&](const auto &) { isAnswered = true; });
        const auto begin = std::chrono::steady_clock::now();
        room.source.reset();
        QVERIFY(std::chrono::steady_clock::now() - begin < 5s); // of ten seconds, or five minutes
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
        goOn = true;
        goOn.notify_all();
    }

    void anAnswerIsDroppedWithWhoeverAsked()
    {
        Room room;
        bool isAnswered = false;
        auto asker = std::make_unique<QObject>();
        room.source->runs({}, asker.get(), [&](const auto &) { isAnswered = true; });
        asker.reset();
        QVERIFY(runs(room, {})); // answered after it
        QVERIFY(!isAnswered);
    }
};

QTEST_GUILESS_MAIN(TestHistorySource)
#include "tst_historysource.moc"
