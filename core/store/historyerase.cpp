// Deleting ended runs.
#include "core/store/historyrows.h"
#include "core/store/runfilter.h"

#include <string>

namespace afoot {

using sqlite::Statement;
using sqlite::Trouble;

Result<Erased> HistoryRows::erase(const RunQuery &query)
{
    const RunFilter filter(query);
    const std::string theirs = "run IN (SELECT run FROM runs WHERE " + filter.sql() + ")";
    Erased erased;
    const auto list = [&](const Statement &row) {
        erased.listed.push_back(
            {.source = std::string(row.text(0)), .id = std::string(row.text(1))});
    };
    const auto nothing = [](const Statement &) {};
    const auto run = [&](const std::string &sql, const auto &take) -> Trouble {
        Result<Statement> prepared = m_db->prepare(sql);
        if (!prepared)
            return prepared.error();
        Statement &statement = prepared.value();
        int at = 0;
        statement.start();
        filter.bind(statement, at);
        Result<bool> row = statement.next();
        for (; row && *row; row = statement.next())
            take(statement);
        return row ? Trouble() : row.error();
    };
    if (auto trouble = run("SELECT source, id FROM jobs WHERE ended AND " + theirs, list))
        return *trouble;
    if (auto trouble = run("DELETE FROM log WHERE " + theirs, nothing))
        return *trouble;
    // lines of its next run may be there before the job says that it runs: they stay its own
    if (auto trouble =
            run("UPDATE jobs SET json = NULL WHERE ended AND log_run > run AND " + theirs, nothing))
        return *trouble;
    if (auto trouble =
            run("DELETE FROM jobs WHERE ended AND log_run <= run AND " + theirs, nothing))
        return *trouble;
    if (auto trouble = run("DELETE FROM runs WHERE " + filter.sql(), nothing))
        return *trouble;
    erased.runs = static_cast<std::uint64_t>(m_db->changes());
    m_runs -= m_db->changes();
    return erased;
}

} // namespace afoot
