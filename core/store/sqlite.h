#pragma once

#include "core/model/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace afoot::sqlite {

/// What went wrong, if anything did.
using Trouble = std::optional<Error>;

/// How an error of SQLite is told, by its code:
///   TooLarge, BadInput   of the row that was written alone; others can be
///   Unavailable          somebody else has the file
///   Internal             "disk_full", "history_damaged", or "no_history" for everything else
bool isOfTheRow(const Error &error);

/// Of the library that is in use: "3.40.1".
std::string version();

/// A prepared statement. Text is bound as a parameter, always.
///
/// Threads: those of its database, one at a time. It may outlive its Database object.
class Statement
{
public:
    Statement() = default;

    /// Binds @p values in order, runs the statement to its end and lets go of everything.
    template <typename... Values> Trouble run(const Values &...values)
    {
        start(values...);
        return finish();
    }

    /// Binds; rows come from next(). What is bound must live until the last of them.
    template <typename... Values> void start(const Values &...values)
    {
        reset();
        int at = 0;
        (bind(++at, values), ...);
    }
    void bind(int at, std::string_view text);
    void bind(int at, const std::string &text) { bind(at, std::string_view(text)); }
    void bind(int at, std::int64_t number);
    void bind(int at, std::optional<std::int64_t> number);

    /// True while there is a row, which the columns below are of.
    Result<bool> next();
    std::int64_t number(int column) const;
    /// Good until the next next().
    std::string_view text(int column) const;
    bool isNull(int column) const;

    /// Ends a query early: an open one keeps the file from being tidied up.
    void reset();

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}
    Trouble finish();

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement{};
    int m_bindCode = 0; ///< of the first bind that failed
};

/// A connection to a database file.
///
/// Threads: any, one at a time; it has no lock of its own.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };
    /// Never makes the file.
    static Result<Database> open(const std::string &path, Access access);

    Result<Statement> prepare(std::string_view sql);
    /// One or more statements without parameters.
    Trouble run(const char *sql);
    /// The first column of the first row; 0 when there is no row.
    Result<std::int64_t> number(const char *sql);
    Result<std::string> text(const char *sql);

    bool inTransaction() const;
    /// Rows that the last statement changed.
    int changes() const;
    /// Whether the last connection to close moves the log of changes into the file; on at first.
    void tidyOnClose(bool tidy);
    /// Whether a commit that finds that log long does so; on at first.
    void tidyOnCommit(bool tidy);

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };
    explicit Database(sqlite3 *database) : m_database(database) {}

    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace afoot::sqlite
