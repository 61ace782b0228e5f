#pragma once

#include "core/model/clock.h"
#include "core/model/job.h"
#include "core/model/result.h"
#include "core/store/historyfile.h"
#include "core/store/historyqueue.h"
#include "core/store/historyreader.h"
#include "core/store/historyrows.h"
#include "core/store/stored.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace afoot {

/// Jobs and ended runs on disk, so that neither a crash nor a restart of the tracker loses what was acknowledged.
/// SQLite (historyfile.h says how) on a thread of its own, which sleeps while nothing waits.
///
/// Runs of a job are told apart by what comes in, so say things in the order in which they happened: lines of a run
/// before its end, the end before the next run. Log lines are numbered from 1 in each run; after a restart they go on
/// from what load() gave.
///
/// Threads: every member from any thread. put(), putLog(), end(), drop() and forget() never wait for the disk;
/// load(), runs(), counts(), log(), erase() and flush() do.
/// Errors: "disk_full" and "no_history" (Internal) say what to do. What could not be written is tried again, seldom, but
/// for log lines; whoever waits for an answer gets the error at once. "history_damaged" lasts until the next open(),
/// which sets the file aside.
class History
{
public:
    struct Options
    {
        std::string path{};
        WallTime now{};               ///< names a file that is set aside
        Millis commitEvery{1000};     ///< the longest that a state or a log line waits
        std::size_t tailLines = 2000; ///< of each run's log
        std::size_t maxRuns = 50'000; ///< the oldest ends leave first
        std::size_t maxLogs = 2000;   ///< newest runs that keep their log; a job's present run does
        std::size_t maxFileBytes = 0; ///< "disk_full" beyond; 0: as the disk
    };
    struct Counters
    {
        std::uint64_t puts = 0;
        std::uint64_t conflated = 0; ///< puts that replaced one which waited
        std::uint64_t ends = 0;
        std::uint64_t commits = 0;
        std::uint64_t failures = 0; ///< commits that did not come about
        std::size_t waiting = 0;    ///< entries not written yet
    };
    /// Runs on the writer's thread, and must not wait for this history.
    using Done = std::function<void(std::optional<Error>)>;

    /// Opens or makes the file and starts the thread. What is damaged or no history is set aside, and a new one begun.
    /// Errors: "newer_history" (Conflict; the file is untouched), "history_busy" (Unavailable), "disk_full", "no_history".
    static Result<std::unique_ptr<History>> open(const Options &options);
    /// Writes what waits, and answers. Leaves the log of changes (PATH-wal) beside the file for the next open().
    ~History();
    History(const History &) = delete;
    History &operator=(const History &) = delete;

    /// Where the file went that could not be read, if there was one.
    const std::optional<std::string> &setAside() const { return m_file.setAside; }

    /// The jobs that the last tracker had, running and ended.
    Result<std::vector<StoredJob>> load() const;

    /// The latest state of a job, on disk within commitEvery. A crash of the program leaves it there.
    void put(JobPtr job, bool held);
    /// New lines of a job's log, numbered; on disk like put().
    void putLog(const JobKey &key, std::vector<LogLine> lines);
    /// The end of a run: the job's last state and a row among the ended runs. Once @p done is called without trouble
    /// it survives a power cut. Many that wait share one commit. The same end again (key and times) makes no second row.
    void end(JobPtr job, Done done);
    /// The tracker no longer has the job; its ended runs stay.
    void drop(const JobKey &key);
    /// Nothing of the job stays: state, log, ended runs.
    void forget(const JobKey &key);
    /// Nothing of the runs that @p query wants stays, whatever its page: rows, logs, and of an ended job whose present
    /// run is among them the job. The file is written anew then, so that none of their text is left in it, which takes
    /// a second or so for each 100 MB.
    Result<Erased> erase(const RunQuery &query);

    /// Ended runs, as of the last commit. A cursor stays good while others are added.
    Result<RunPage> runs(const RunQuery &query) const;
    Result<RunCounts> counts(const RunQuery &query) const;
    /// True when runs of the job are kept, as of the last commit.
    Result<bool> hasRuns(const JobKey &key) const;
    /// The run of each kind that ended last, as of the last commit; jobs without a kind have none.
    Result<std::vector<Job>> latestOfKinds() const;
    /// The newest lines of an ended run's log, oldest first; none when they are no longer kept.
    Result<std::vector<LogLine>> log(std::int64_t run) const;

    /// Everything that was said before is on disk when this returns without trouble.
    std::optional<Error> flush();

    /// Why the last commit did not come about; nothing once one did.
    std::optional<Error> trouble() const;
    Counters counters() const;

private:
    using Entries = std::vector<HistoryQueue::Entry>;
    History(Options options, HistoryFile file);

    template <typename Add> void say(Add add);
    template <typename Add> std::optional<Error> await(Add add);
    void leaveUntidied();
    void work();
    void noteAttempt(const std::optional<Error> &trouble, Entries entries);
    /// One transaction. What concerns a single entry is put into its place of @p answers.
    std::optional<Error> write(const Entries &entries, std::vector<std::optional<Error>> &answers);
    std::optional<Error> writeEntry(const HistoryQueue::Entry &entry);
    void scrubAfter(const Entries &entries, std::vector<std::optional<Error>> &answers);
    std::optional<Error> scrub();
    template <typename Ask>
    auto read(Ask ask) const -> decltype(ask(std::declval<HistoryReader &>()));

    const Options m_options;
    HistoryFile m_file;
    std::optional<HistoryRows> m_rows{}; ///< the writer's
    std::optional<Error> m_damage{}; ///< the writer's: met while open, nothing is written any more

    mutable std::mutex m_readMutex{};
    mutable std::optional<HistoryReader> m_reader{}; ///< made when first asked

    mutable std::mutex m_mutex{}; ///< for everything below
    std::condition_variable m_wake{};
    HistoryQueue m_queue;
    Counters m_counters{};
    std::optional<Error> m_trouble{};
    std::chrono::steady_clock::time_point m_due{}; ///< for what nobody waits for
    static constexpr Millis firstRetry{1000};
    Millis m_retry = firstRetry; ///< after the next failure
    bool m_stop = false;
    std::thread m_thread{}; ///< last: it uses all of the above
};

} // namespace afoot
