#include "core/store/runfilter.h"

#include <string_view>

namespace afoot {

namespace {

constexpr std::size_t maxWords = 16; // each one more looks at every row again

std::vector<std::string> patternsOf(std::string_view words)
{
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<std::string> patterns;
    while (patterns.size() < maxWords) {
        const std::size_t begin = words.find_first_not_of(blanks);
        if (begin == std::string_view::npos)
            break;
        words.remove_prefix(begin);
        const std::string_view word = words.substr(0, words.find_first_of(blanks));
        words.remove_prefix(word.size());
        std::string pattern = "%";
        for (const char c : word) {
            if (c == '%' || c == '_' || c == '\\')
                pattern += '\\';
            pattern += c;
        }
        patterns.push_back(pattern + '%');
    }
    return patterns;
}

std::int64_t millis(WallTime time)
{
    return time.time_since_epoch().count();
}

} // namespace

RunFilter::RunFilter(const RunQuery &query) : m_query(query), m_patterns(patternsOf(query.words))
{
    for (const State state : query.states)
        m_states.emplace_back(nameOf(state));
    if (!query.kind.empty())
        m_sql += " AND kind = ?";
    if (query.from)
        m_sql += " AND finished_at >= ?";
    if (query.to)
        m_sql += " AND finished_at < ?";
    addList("state", m_states.size());
    addList("source", query.sources.size());
    addList("run", query.numbers.size());
    for (std::size_t i = 0; i < m_patterns.size(); ++i)
        m_sql += " AND words LIKE ? ESCAPE '\\'";
}

void RunFilter::addList(const char *column, std::size_t values)
{
    if (values == 0)
        return;
    m_sql.append(" AND ").append(column).append(" IN (?");
    for (std::size_t i = 1; i < values; ++i)
        m_sql += ",?";
    m_sql += ')';
}

void RunFilter::bind(sqlite::Statement &statement, int &at) const
{
    if (!m_query.kind.empty())
        statement.bind(++at, m_query.kind);
    if (m_query.from)
        statement.bind(++at, millis(*m_query.from));
    if (m_query.to)
        statement.bind(++at, millis(*m_query.to));
    for (const std::string &state : m_states)
        statement.bind(++at, state);
    for (const std::string &source : m_query.sources)
        statement.bind(++at, source);
    for (const std::int64_t number : m_query.numbers)
        statement.bind(++at, number);
    for (const std::string &pattern : m_patterns)
        statement.bind(++at, pattern);
}

} // namespace afoot
