#pragma once

#include "core/model/run.h"
#include "core/store/sqlite.h"
#include "core/store/stored.h"

#include <cstdint>
#include <string>
#include <vector>

namespace afoot {

/// What the history answers, read over a connection of its own: what is committed, never half of a commit.
/// A row that cannot be read is passed over: one bad job must not cost the others.
///
/// Threads: one at a time.
/// Errors: those of sqlite.h; "bad_cursor" (BadInput, field "after").
class HistoryReader
{
public:
    static Result<HistoryReader> open(const std::string &path);

    /// With @p tailLines lines of log each; in the order in which they were first seen.
    Result<std::vector<StoredJob>> jobs(std::size_t tailLines);
    Result<RunPage> runs(const RunQuery &query);
    /// Of all that @p query wants, whatever its page.
    Result<RunCounts> counts(const RunQuery &query);
    Result<bool> hasRuns(const JobKey &key);
    /// One run of each kind that is not empty: the one that ended last, in order of the kinds.
    Result<std::vector<Job>> latestOfKinds();
    Result<std::vector<LogLine>> log(std::int64_t run, std::size_t tailLines);

private:
    explicit HistoryReader(sqlite::Database database) : m_db(std::move(database)) {}
    sqlite::Database m_db;
};

} // namespace afoot
