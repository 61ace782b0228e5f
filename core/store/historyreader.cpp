#include "core/store/historyreader.h"

#include "core/store/runfilter.h"
#include "core/wire/json.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

namespace afoot {

using sqlite::Statement;

namespace {

constexpr std::size_t maxLimit = 1000;

/// Where a page ended: the time and the number of its last run.
struct Cursor
{
    std::int64_t finishedAt = 0;
    std::int64_t run = 0;
};

std::string toText(const Cursor &cursor)
{
    return std::to_string(cursor.finishedAt) + '.' + std::to_string(cursor.run);
}

Result<Cursor> cursorFrom(const std::string &text)
{
    Cursor cursor;
    const char *const end = text.data() + text.size();
    const auto time = std::from_chars(text.data(), end, cursor.finishedAt);
    if (time.ec == std::errc{} && time.ptr != end && *time.ptr == '.') {
        const auto run = std::from_chars(time.ptr + 1, end, cursor.run);
        if (run.ec == std::errc{} && run.ptr == end)
            return cursor;
    }
    return Error{Error::Code::BadInput, "bad_cursor",
                 "after must be what \"next\" of another page said.", "after"};
}

RunCounts::Named mostFrequent(const std::map<std::string, std::uint64_t, std::less<>> &byName)
{
    RunCounts::Named list(byName.begin(), byName.end());
    std::stable_sort(list.begin(), list.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    return list;
}

/// The job of a row, known by the key it was stored under.
std::optional<Job> jobOf(const Statement &row, int sourceColumn)
{
    Result<Job> job = wire::jobFromJson(row.text(sourceColumn + 2));
    if (!job)
        return std::nullopt;
    job.value().key = {.source = std::string(row.text(sourceColumn)),
                       .id = std::string(row.text(sourceColumn + 1))};
    for (Step &step : job.value().steps) {
        if (step.label == step.name)
            step.label.clear(); // the wire says it twice
    }
    return std::move(job).value();
}

Result<std::vector<LogLine>> linesOf(Statement &select, std::int64_t run, std::size_t tailLines)
{
    std::vector<LogLine> lines;
    select.start(run, static_cast<std::int64_t>(tailLines));
    Result<bool> row = select.next();
    for (; row && *row; row = select.next()) {
        lines.push_back({.n = static_cast<std::uint64_t>(select.number(0)),
                         .time = WallTime{Millis{select.number(1)}},
                         .level = std::string(select.text(2)),
                         .text = std::string(select.text(3))});
    }
    select.reset();
    if (!row)
        return row.error();
    std::reverse(lines.begin(), lines.end());
    return lines;
}

constexpr std::string_view selectLines =
    "SELECT n, time, level, text FROM log WHERE run = ? ORDER BY n DESC LIMIT ?";

} // namespace

Result<HistoryReader> HistoryReader::open(const std::string &path)
{
    Result<sqlite::Database> database =
        sqlite::Database::open(path, sqlite::Database::Access::ReadOnly);
    if (!database)
        return database.error();
    return HistoryReader(std::move(database).value());
}

Result<std::vector<StoredJob>> HistoryReader::jobs(std::size_t tailLines)
{
    Result<Statement> prepared = m_db.prepare("SELECT log_run, held, source, id, json FROM jobs"
                                              " WHERE json IS NOT NULL ORDER BY rowid");
    if (!prepared)
        return prepared.error();
    Statement &select = prepared.value();
    Result<Statement> lines = m_db.prepare(selectLines);
    if (!lines)
        return lines.error();
    std::vector<StoredJob> jobs;
    while (true) {
        const Result<bool> row = select.next();
        if (!row)
            return row.error();
        if (!*row)
            return jobs;
        std::optional<Job> job = jobOf(select, 2);
        if (!job)
            continue;
        Result<std::vector<LogLine>> log = linesOf(lines.value(), select.number(0), tailLines);
        if (!log)
            return log.error();
        jobs.push_back(
            {.job = std::move(*job), .held = select.number(1) != 0, .log = std::move(log).value()});
    }
}

Result<std::vector<LogLine>> HistoryReader::log(std::int64_t run, std::size_t tailLines)
{
    Result<Statement> lines = m_db.prepare(selectLines);
    if (!lines)
        return lines.error();
    return linesOf(lines.value(), run, tailLines);
}

Result<bool> HistoryReader::hasRuns(const JobKey &key)
{
    Result<Statement> prepared =
        m_db.prepare("SELECT 1 FROM runs WHERE source = ? AND id = ? LIMIT 1");
    if (!prepared)
        return prepared.error();
    Statement &select = prepared.value();
    select.start(key.source, key.id);
    Result<bool> found = select.next();
    select.reset();
    return found;
}

Result<std::vector<Job>> HistoryReader::latestOfKinds()
{
    // from kind to kind along the index: what it costs grows with the kinds, not with the runs
    Result<Statement> prepared =
        m_db.prepare("SELECT kind, source, id, json FROM runs WHERE kind ="
                     " (SELECT kind FROM runs WHERE kind > ? ORDER BY kind LIMIT 1)"
                     " ORDER BY finished_at DESC, run DESC LIMIT 1");
    if (!prepared)
        return prepared.error();
    Statement &select = prepared.value();
    std::vector<Job> latest;
    for (std::string kind;;) {
        select.start(kind);
        const Result<bool> row = select.next();
        if (!row)
            return row.error();
        if (!*row)
            return latest;
        std::string found(select.text(0));
        if (std::optional<Job> job = jobOf(select, 1))
            latest.push_back(std::move(*job));
        select.reset(); // it reads the kind that was bound
        kind = std::move(found);
    }
}

Result<RunPage> HistoryReader::runs(const RunQuery &query)
{
    const RunFilter filter(query);
    std::string sql = "SELECT run, finished_at, source, id, json FROM runs WHERE " + filter.sql();
    Cursor after;
    if (!query.after.empty()) {
        const Result<Cursor> cursor = cursorFrom(query.after);
        if (!cursor)
            return cursor.error();
        after = *cursor;
        sql += " AND (finished_at, run) < (?, ?)";
    }
    sql += " ORDER BY finished_at DESC, run DESC LIMIT ?";

    Result<Statement> prepared = m_db.prepare(sql);
    if (!prepared)
        return prepared.error();
    Statement &select = prepared.value();
    int at = 0;
    select.start();
    filter.bind(select, at);
    if (!query.after.empty()) {
        select.bind(++at, after.finishedAt);
        select.bind(++at, after.run);
    }
    const std::size_t limit = std::clamp(query.limit, std::size_t{1}, maxLimit);
    select.bind(++at,
                static_cast<std::int64_t>(limit + 1)); // one more says whether there are more

    RunPage page;
    Cursor last;
    for (std::size_t seen = 0;; ++seen) {
        const Result<bool> row = select.next();
        if (!row)
            return row.error();
        if (!*row)
            return page;
        if (seen == limit) {
            page.next = toText(last);
            return page;
        }
        last = {.finishedAt = select.number(1), .run = select.number(0)};
        if (std::optional<Job> job = jobOf(select, 2))
            page.runs.push_back({.number = last.run, .job = std::move(*job)});
    }
}

Result<RunCounts> HistoryReader::counts(const RunQuery &query)
{
    const RunFilter filter(query);
    Result<Statement> prepared = m_db.prepare("SELECT kind, source, count(*) FROM runs WHERE " +
                                              filter.sql() + " GROUP BY kind, source");
    if (!prepared)
        return prepared.error();
    Statement &select = prepared.value();
    int at = 0;
    select.start();
    filter.bind(select, at);
    RunCounts counts;
    std::map<std::string, std::uint64_t, std::less<>> kinds;
    std::map<std::string, std::uint64_t, std::less<>> sources;
    while (true) {
        const Result<bool> row = select.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto number = static_cast<std::uint64_t>(select.number(2));
        counts.runs += number;
        if (!select.text(0).empty())
            kinds[std::string(select.text(0))] += number;
        sources[std::string(select.text(1))] += number;
    }
    counts.kinds = mostFrequent(kinds);
    if (counts.kinds.size() > RunCounts::maxKinds)
        counts.kinds.resize(RunCounts::maxKinds);
    counts.sources = mostFrequent(sources);
    return counts;
}

} // namespace afoot
