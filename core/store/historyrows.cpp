#include "core/store/historyrows.h"

#include "core/wire/json.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace afoot {

using sqlite::Statement;
using sqlite::Trouble;

namespace {

std::int64_t millis(WallTime time)
{
    return time.time_since_epoch().count();
}

std::optional<std::int64_t> millis(const std::optional<WallTime> &time)
{
    return time ? std::optional(millis(*time)) : std::nullopt;
}

std::int64_t endOf(const Job &job)
{
    return millis(job.finishedAt.value_or(job.updatedAt));
}

/// What a search looks at. The lines are apart, so that a word is never found across two of them.
std::string wordsOf(const Job &job)
{
    return job.title + '\n' + job.kind + '\n' + job.error + '\n' + job.message;
}

} // namespace

Result<HistoryRows> HistoryRows::on(sqlite::Database &database, Limits limits)
{
    HistoryRows rows(database, limits);
    if (auto trouble = rows.prepare())
        return *trouble;
    if (auto trouble = rows.count())
        return *trouble;
    return rows;
}

Trouble HistoryRows::prepare()
{
    const std::array<std::pair<Statement *, const char *>, 20> statements{{
        {&m_begin, "BEGIN IMMEDIATE"},
        {&m_commit, "COMMIT"},
        {&m_rollback, "ROLLBACK"},
        {&m_findJob, "SELECT run, log_run, ended FROM jobs WHERE source = ? AND id = ?"},
        {&m_putJob, "INSERT INTO jobs(source, id, run, log_run, ended, held, json)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(source, id) DO UPDATE SET"
                    " run = excluded.run, log_run = excluded.log_run, ended = excluded.ended,"
                    " held = excluded.held, json = excluded.json"},
        {&m_putLogRun, "INSERT INTO jobs(source, id, run, log_run, ended, held)"
                       " VALUES(?, ?, ?, ?, 0, 0)"
                       " ON CONFLICT(source, id) DO UPDATE SET log_run = excluded.log_run"},
        {&m_dropJob, "DELETE FROM jobs WHERE source = ? AND id = ?"},
        {&m_findRun, "SELECT run FROM runs WHERE source = ? AND id = ? AND created_at = ?"
                     " AND ifnull(started_at, -1) = ifnull(?, -1) AND finished_at = ?"},
        {&m_hasRun, "SELECT 1 FROM runs WHERE run = ?"},
        {&m_addRun, "INSERT INTO runs(run, source, id, kind, state, created_at, started_at,"
                    " finished_at, words, json) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {&m_oldestRuns, "SELECT run FROM runs ORDER BY finished_at, run LIMIT ?"},
        {&m_dropRun, "DELETE FROM runs WHERE run = ?"},
        {&m_dropRunsOf, "DELETE FROM runs WHERE source = ? AND id = ?"},
        {&m_lastLine, "SELECT max(n) FROM log WHERE run = ?"},
        {&m_addLine, "INSERT INTO log(run, n, time, level, text) VALUES(?, ?, ?, ?, ?)"},
        {&m_trimLines, "DELETE FROM log WHERE run = ? AND n <= ?"},
        {&m_dropLog, "DELETE FROM log WHERE run = ?"},
        {&m_dropLogsOf, "DELETE FROM log WHERE run IN"
                        " (SELECT run FROM runs WHERE source = ? AND id = ?)"},
        {&m_dropEndedLog, "DELETE FROM log WHERE run = ?1"
                          " AND NOT EXISTS (SELECT 1 FROM runs WHERE run = ?1)"},
        {&m_dropUntrackedLog, "DELETE FROM log WHERE run = ?1"
                              " AND NOT EXISTS (SELECT 1 FROM jobs WHERE run = ?1)"},
    }};
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = m_db->prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(prepared).value();
    }
    return {};
}

Trouble HistoryRows::count()
{
    const auto runs = m_db->number("SELECT count(*) FROM runs");
    if (!runs)
        return runs.error();
    const auto last = m_db->number(
        "SELECT max(ifnull((SELECT max(run) FROM runs), 0),"
        " ifnull((SELECT max(run) FROM log), 0), ifnull((SELECT max(run) FROM jobs), 0),"
        " ifnull((SELECT max(log_run) FROM jobs), 0))");
    if (!last)
        return last.error();
    m_runs = *runs;
    m_nextRun = std::max(m_nextRun, *last + 1);
    m_counted = true;
    return {};
}

Trouble HistoryRows::begin(Safety safety)
{
    if (m_safety != safety) {
        m_safety.reset();
        if (auto trouble = m_db->run(safety == Safety::PowerCut ? "PRAGMA synchronous = FULL"
                                                                : "PRAGMA synchronous = NORMAL"))
            return trouble;
        m_safety = safety;
    }
    if (!m_counted) {
        if (auto trouble = count())
            return trouble;
    }
    return m_begin.run();
}

Trouble HistoryRows::commit()
{
    if (auto trouble = trimRuns())
        return trouble;
    return m_commit.run();
}

void HistoryRows::rollback()
{
    m_counted = false;
    if (m_db->inTransaction()) // SQLite itself may have taken it back, on a full disk for one
        (void)m_rollback.run();
}

Result<std::optional<HistoryRows::Head>> HistoryRows::head(const JobKey &key)
{
    m_findJob.start(key.source, key.id);
    const Result<bool> row = m_findJob.next();
    std::optional<Head> found;
    if (row && *row)
        found = Head{m_findJob.number(0), m_findJob.number(1), m_findJob.number(2) != 0};
    m_findJob.reset();
    if (!row)
        return row.error();
    return found;
}

Result<std::int64_t> HistoryRows::newRun()
{
    const std::int64_t run = m_nextRun++;
    const std::int64_t leaving = run - static_cast<std::int64_t>(m_limits.maxLogs);
    if (leaving > 0) {
        if (auto trouble = m_dropUntrackedLog.run(leaving))
            return *trouble;
    }
    return run;
}

Result<std::int64_t> HistoryRows::lastLine(std::int64_t run)
{
    m_lastLine.start(run);
    const Result<bool> row = m_lastLine.next();
    const std::int64_t last = row && *row ? m_lastLine.number(0) : 0;
    m_lastLine.reset();
    if (!row)
        return row.error();
    return last;
}

Result<bool> HistoryRows::isEnded(std::int64_t run)
{
    m_hasRun.start(run);
    Result<bool> row = m_hasRun.next();
    m_hasRun.reset();
    return row;
}

Trouble HistoryRows::dropLogUnlessEnded(std::int64_t run)
{
    return m_dropEndedLog.run(run);
}

Trouble HistoryRows::beginNextRun(Head &head)
{
    const std::int64_t before = head.run;
    if (head.logRun <= head.run) {
        const Result<std::int64_t> fresh = newRun();
        if (!fresh)
            return fresh.error();
        head.logRun = *fresh;
    }
    head.run = head.logRun;
    head.ended = false;
    if (before == 0)
        return {};
    // the log of a run that is out of the window of maxLogs stayed for its job alone
    if (before <= m_nextRun - 1 - static_cast<std::int64_t>(m_limits.maxLogs))
        return m_dropLog.run(before);
    return dropLogUnlessEnded(before);
}

Trouble HistoryRows::putHead(const Job &job, const Head &head, bool held)
{
    return m_putJob.run(job.key.source, job.key.id, head.run, head.logRun, std::int64_t{head.ended},
                        std::int64_t{held}, wire::toJson(job));
}

Trouble HistoryRows::put(const Job &job, bool held)
{
    const Result<std::optional<Head>> known = head(job.key);
    if (!known)
        return known.error();
    Head now = known->value_or(Head{});
    if (!*known || (now.ended && !isFinal(job.state))) {
        if (auto trouble = beginNextRun(now))
            return trouble;
    }
    now.ended = isFinal(job.state);
    return putHead(job, now, held);
}

Trouble HistoryRows::addLog(const JobKey &key, std::span<const LogLine> lines)
{
    const Result<std::optional<Head>> known = head(key);
    if (!known)
        return known.error();
    Head now = known->value_or(Head{});
    if (!*known) {
        if (auto trouble = beginNextRun(now))
            return trouble;
    }
    Result<std::int64_t> last = lastLine(now.logRun);
    if (!last)
        return last.error();
    const Head before = *known ? now : Head{};
    for (const LogLine &line : lines) {
        const auto n = line.n == 0 ? *last + 1 : static_cast<std::int64_t>(line.n);
        if (n <= *last) {
            if (now.logRun > now.run) { // a run that nobody told of but its log
                if (auto trouble = dropLogUnlessEnded(now.logRun))
                    return trouble;
            }
            const Result<std::int64_t> fresh = newRun();
            if (!fresh)
                return fresh.error();
            now.logRun = *fresh;
        }
        if (auto trouble = m_addLine.run(now.logRun, n, millis(line.time), line.level, line.text))
            return trouble;
        last = n;
    }
    if (now.logRun != before.logRun) {
        if (auto trouble = m_putLogRun.run(key.source, key.id, now.run, now.logRun))
            return trouble;
    }
    return m_trimLines.run(now.logRun, *last - static_cast<std::int64_t>(m_limits.tailLines));
}

Trouble HistoryRows::end(const Job &job)
{
    m_findRun.start(job.key.source, job.key.id, millis(job.createdAt), millis(job.startedAt),
                    endOf(job));
    const Result<bool> again = m_findRun.next();
    m_findRun.reset();
    if (!again)
        return again.error();
    if (*again)
        return {};

    const Result<std::optional<Head>> known = head(job.key);
    if (!known)
        return known.error();
    Head now = known->value_or(Head{});
    bool isNext = !*known;
    if (now.ended) {
        const Result<bool> other = isEnded(now.run);
        if (!other)
            return other.error();
        isNext = *other;
    }
    if (isNext) {
        if (auto trouble = beginNextRun(now))
            return trouble;
    }
    now.ended = true;
    if (auto trouble = putHead(job, now, false))
        return trouble;
    if (auto trouble = m_addRun.run(now.run, job.key.source, job.key.id, job.kind,
                                    nameOf(job.state), millis(job.createdAt), millis(job.startedAt),
                                    endOf(job), wordsOf(job), wire::toJson(job)))
        return trouble;
    ++m_runs;
    return {};
}

Trouble HistoryRows::drop(const JobKey &key)
{
    const Result<std::optional<Head>> known = head(key);
    if (!known)
        return known.error();
    if (!*known)
        return {};
    if (auto trouble = m_dropJob.run(key.source, key.id))
        return trouble;
    for (const std::int64_t run : {(*known)->run, (*known)->logRun}) {
        const bool isOld = run < m_nextRun - static_cast<std::int64_t>(m_limits.maxLogs);
        if (auto trouble = isOld ? m_dropLog.run(run) : dropLogUnlessEnded(run))
            return trouble;
    }
    return {};
}

Trouble HistoryRows::forget(const JobKey &key)
{
    if (auto trouble = m_dropLogsOf.run(key.source, key.id))
        return trouble;
    if (auto trouble = m_dropRunsOf.run(key.source, key.id))
        return trouble;
    m_runs -= m_db->changes();
    return drop(key);
}

Trouble HistoryRows::trimRuns()
{
    const std::int64_t excess = m_runs - static_cast<std::int64_t>(m_limits.maxRuns);
    if (excess <= 0)
        return {};
    std::vector<std::int64_t> oldest;
    m_oldestRuns.start(excess);
    Result<bool> row = m_oldestRuns.next();
    for (; row && *row; row = m_oldestRuns.next())
        oldest.push_back(m_oldestRuns.number(0));
    m_oldestRuns.reset();
    if (!row)
        return row.error();
    for (const std::int64_t run : oldest) {
        if (auto trouble = m_dropRun.run(run))
            return trouble;
        if (auto trouble = m_dropUntrackedLog.run(run))
            return trouble;
    }
    m_runs -= excess;
    return {};
}

} // namespace afoot
