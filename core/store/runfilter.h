#pragma once

#include "core/model/run.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

namespace afoot {

/// What a RunQuery wants, as a condition on rows of the table runs. Text is bound, never written into the SQL.
///
/// Threads: a value. What it binds must live as long as it does.
class RunFilter
{
public:
    explicit RunFilter(const RunQuery &query);

    /// "1 AND kind = ? AND …", for after WHERE.
    const std::string &sql() const { return m_sql; }
    /// Binds what the condition asks for; @p at is the number of the last parameter before it, then of its last.
    void bind(sqlite::Statement &statement, int &at) const;

private:
    void addList(const char *column, std::size_t values);

    RunQuery m_query;
    std::vector<std::string> m_states{};
    std::vector<std::string> m_patterns{}; ///< of the words
    std::string m_sql = "1";
};

} // namespace afoot
