#pragma once

#include "core/model/job.h"
#include "core/store/sqlite.h"
#include "core/store/stored.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace afoot {

/// What the history writes, row by row, between begin() and commit().
///
/// Runs of a job follow one another: a job that had ended and no longer is, or that ends at another time, is in a new
/// run; so is a log line whose number is not higher than the one before, which may come before the job says so.
///
/// Threads: one at a time. @p database must outlive it.
/// Errors: those of sqlite.h; after one that is not of the row alone rollback() must follow.
class HistoryRows
{
public:
    struct Limits
    {
        std::size_t tailLines = 2000; ///< kept of a run's log
        std::size_t maxRuns = 50'000; ///< the oldest ends leave first
        std::size_t maxLogs = 2000;   ///< newest runs that keep their log
    };
    enum class Safety {
        Crash,   ///< survives the end of the program
        PowerCut ///< also that of the machine
    };

    static Result<HistoryRows> on(sqlite::Database &database, Limits limits);

    sqlite::Trouble begin(Safety safety);
    sqlite::Trouble commit();
    void rollback();

    sqlite::Trouble put(const Job &job, bool held);
    sqlite::Trouble addLog(const JobKey &key, std::span<const LogLine> lines);
    sqlite::Trouble end(const Job &job);
    sqlite::Trouble drop(const JobKey &key);
    sqlite::Trouble forget(const JobKey &key);
    /// The runs that @p query wants, with their logs, and ended jobs whose present run is among them.
    Result<Erased> erase(const RunQuery &query);

private:
    struct Head ///< a job's row
    {
        std::int64_t run = 0;
        std::int64_t logRun = 0;
        bool ended = false;
    };
    HistoryRows(sqlite::Database &database, Limits limits) : m_db(&database), m_limits(limits) {}
    sqlite::Trouble prepare();
    sqlite::Trouble count();

    Result<std::optional<Head>> head(const JobKey &key);
    Result<std::int64_t> newRun();
    Result<std::int64_t> lastLine(std::int64_t run);
    Result<bool> isEnded(std::int64_t run);
    sqlite::Trouble beginNextRun(Head &head);
    sqlite::Trouble putHead(const Job &job, const Head &head, bool held);
    sqlite::Trouble dropLogUnlessEnded(std::int64_t run);
    sqlite::Trouble trimRuns();

    sqlite::Database *m_db;
    Limits m_limits;
    std::optional<Safety> m_safety{};
    std::int64_t m_nextRun = 1;
    std::int64_t m_runs = 0;
    bool m_counted = false; ///< whether the two above hold; a rollback may have taken rows back

    sqlite::Statement m_begin{}, m_commit{}, m_rollback{};
    sqlite::Statement m_findJob{}, m_putJob{}, m_putLogRun{}, m_dropJob{};
    sqlite::Statement m_findRun{}, m_hasRun{}, m_addRun{}, m_oldestRuns{}, m_dropRun{},
        m_dropRunsOf{};
    sqlite::Statement m_lastLine{}, m_addLine{}, m_trimLines{}, m_dropLog{}, m_dropLogsOf{};
    sqlite::Statement m_dropEndedLog{}, m_dropUntrackedLog{};
};

} // namespace afoot
