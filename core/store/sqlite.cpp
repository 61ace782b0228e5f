#include "core/store/sqlite.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace afoot::sqlite {

namespace {

constexpr int busyMs = 2000;

bool isFull(int code, int systemCode)
{
    return code == SQLITE_FULL ||
           (code == SQLITE_IOERR &&
            (systemCode == ENOSPC || systemCode == EDQUOT || systemCode == EFBIG));
}

/// errno of what failed in the file or the log of changes beside it; 0 when nothing is known.
int systemCodeOf(sqlite3 *database)
{
    if (database == nullptr)
        return 0;
    if (const int known = sqlite3_system_errno(database); known != 0)
        return known;
    for (const int whichFile : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file *file = nullptr;
        int known = 0;
        if (sqlite3_file_control(database, "main", whichFile, &file) == SQLITE_OK &&
            file != nullptr && file->pMethods != nullptr &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &known) == SQLITE_OK &&
            known != 0)
            return known;
    }
    return 0;
}

Error errorOf(sqlite3 *database, int fullCode)
{
    const int code = fullCode & 0xff;
    const int systemCode =
        code == SQLITE_IOERR || code == SQLITE_CANTOPEN ? systemCodeOf(database) : 0;
    const char *file = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr;
    const std::string path = file != nullptr && *file != '\0' ? file : "the history";
    std::string why = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(fullCode);
    if (systemCode != 0)
        why += std::string(", ") + std::strerror(systemCode);
    if (isFull(code, systemCode))
        return {Error::Code::Internal,
                "disk_full",
                "There is no room for " + path + "; free some space on that disk.",
                {}};
    switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Error::Code::Internal,
                "history_damaged",
                path + " is damaged (" + why +
                    "); start Afoot again, which sets it aside and begins a new one.",
                {}};
    case SQLITE_TOOBIG:
        return {Error::Code::TooLarge, "too_large", "A row does not fit into " + path + ".", {}};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return {Error::Code::BadInput, "bad_row", path + " refuses a row (" + why + ").", {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Code::Unavailable, "history_busy", path + " is in use.", {}};
    default:
        return {Error::Code::Internal,
                "no_history",
                "Cannot use " + path + " (" + why + "); see that its folder can be written to.",
                {}};
    }
}

} // namespace

std::string version()
{
    return sqlite3_libversion();
}

bool isOfTheRow(const Error &error)
{
    return error.code == Error::Code::TooLarge || error.code == Error::Code::BadInput;
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::bind(int at, std::string_view text)
{
    // a null pointer would be NULL, which is something else than the empty text
    const int code = sqlite3_bind_text64(m_statement.get(), at, text.empty() ? "" : text.data(),
                                         text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (m_bindCode == SQLITE_OK)
        m_bindCode = code;
}

void Statement::bind(int at, std::int64_t number)
{
    const int code = sqlite3_bind_int64(m_statement.get(), at, number);
    if (m_bindCode == SQLITE_OK)
        m_bindCode = code;
}

void Statement::bind(int at, std::optional<std::int64_t> number)
{
    if (number)
        bind(at, *number); // unset stays NULL, as reset() left it
}

Result<bool> Statement::next()
{
    if (m_bindCode != SQLITE_OK)
        return errorOf(sqlite3_db_handle(m_statement.get()), m_bindCode);
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return errorOf(sqlite3_db_handle(m_statement.get()), code);
}

Trouble Statement::finish()
{
    Trouble trouble;
    while (true) {
        const Result<bool> row = next();
        if (!row)
            trouble = row.error();
        if (!row || !*row)
            break;
    }
    reset();
    return trouble;
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr)
        return {};
    return {reinterpret_cast<const char *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bindCode = SQLITE_OK;
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database); // v2: waits for statements that live longer
}

Result<Database> Database::open(const std::string &path, Access access)
{
    sqlite3 *handle = nullptr;
    const int flags = (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return errorOf(handle, code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMs);
    // the file may be anybody's: nothing in its schema is run on our behalf
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code == SQLITE_ERROR) // our SQL is right, so the tables are not
        return errorOf(m_database.get(), SQLITE_CORRUPT);
    if (code != SQLITE_OK)
        return errorOf(m_database.get(), code);
    return Statement(statement);
}

Trouble Database::run(const char *sql)
{
    const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_database.get(), code);
    return {};
}

Result<std::int64_t> Database::number(const char *sql)
{
    Result<Statement> prepared = prepare(sql);
    if (!prepared)
        return prepared.error();
    Statement &statement = prepared.value();
    const Result<bool> row = statement.next();
    if (!row)
        return row.error();
    return *row ? statement.number(0) : std::int64_t{0};
}

Result<std::string> Database::text(const char *sql)
{
    Result<Statement> prepared = prepare(sql);
    if (!prepared)
        return prepared.error();
    Statement &statement = prepared.value();
    const Result<bool> row = statement.next();
    if (!row)
        return row.error();
    return *row ? std::string(statement.text(0)) : std::string();
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_database.get()) == 0;
}

int Database::changes() const
{
    return sqlite3_changes(m_database.get());
}

void Database::tidyOnClose(bool tidy)
{
    sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, tidy ? 0 : 1, nullptr);
}

void Database::tidyOnCommit(bool tidy)
{
    constexpr int defaultPages = 1000; // SQLite's own
    sqlite3_wal_autocheckpoint(m_database.get(), tidy ? defaultPages : 0);
}

} // namespace afoot::sqlite
