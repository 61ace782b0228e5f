#include "core/store/historyfile.h"

#include "core/wire/rfc3339.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

namespace {

constexpr std::int64_t applicationId = 0x41666f74; // "Afot"
constexpr std::int64_t schemaVersion = 1;
constexpr std::int64_t maxSaneVersion = 1000; // beyond it the number is damage, not the future
/// Looking through all of a larger file would be felt at each start; damage there shows when it is met.
constexpr std::int64_t maxCheckedBytes = 64 << 20;
constexpr std::int64_t pageBytes = 4096;
constexpr Millis lockPatience{2000};

constexpr const char *schema = R"(
BEGIN IMMEDIATE;
CREATE TABLE jobs(
    source TEXT NOT NULL, id TEXT NOT NULL, run INTEGER NOT NULL, log_run INTEGER NOT NULL,
    ended INTEGER NOT NULL, held INTEGER NOT NULL, json TEXT,
    UNIQUE(source, id));
CREATE INDEX jobs_run ON jobs(run);
CREATE TABLE runs(
    run INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
    created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER NOT NULL,
    words TEXT NOT NULL, json TEXT NOT NULL);
CREATE UNIQUE INDEX runs_once ON runs(source, id, created_at, ifnull(started_at, -1), finished_at);
CREATE INDEX runs_time ON runs(finished_at, run);
CREATE INDEX runs_kind ON runs(kind, finished_at, run);
CREATE TABLE log(
    run INTEGER NOT NULL, n INTEGER NOT NULL, time INTEGER NOT NULL, level TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY(run, n)) WITHOUT ROWID;
PRAGMA application_id = 0x41666f74;
PRAGMA user_version = 1;
COMMIT;
)";

Error noHistory(const std::string &path, const Error &why)
{
    return {Error::Code::Internal,
            "no_history",
            "Cannot keep a history in " + path + " (" + why.detail +
                "); see that its folder can be written to.",
            {}};
}

Error newerHistory(const std::string &path)
{
    return {Error::Code::Conflict,
            "newer_history",
            path + " was written by a newer Afoot; use that one, or move the file away.",
            {}};
}

Error damaged(const std::string &path)
{
    return {Error::Code::Internal, "history_damaged", path + " is no history of Afoot.", {}};
}

bool isThere(const std::string &path)
{
    return ::access(path.c_str(), F_OK) == 0;
}

std::string markOf(const std::string &path)
{
    return path + ".damaged";
}

bool isNewer(std::int64_t version)
{
    return version > schemaVersion && version <= maxSaneVersion;
}

std::int64_t bigEndian(std::string_view bytes, std::size_t at)
{
    std::int64_t number = 0;
    for (const char byte : bytes.substr(at, 4))
        number = number * 256 + static_cast<unsigned char>(byte);
    return number;
}

/// What the first bytes say (sqlite.org/fileformat2.html, 1.3), before SQLite may write to the file: merely opening
/// it would tidy up after a crash.
std::optional<Error> lookAtHeader(const std::string &path)
{
    constexpr std::size_t headerBytes = 100;
    constexpr std::string_view magic("SQLite format 3\0", 16);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? std::optional<Error>() : noHistory(path, systemError("open"));
    const Result<std::string> header = readAt(fd, 0, headerBytes, path);
    ::close(fd);
    if (!header)
        return noHistory(path, header.error());
    if (header->empty())
        return {}; // made, but nothing written before the power went
    if (header->size() < headerBytes || !header->starts_with(magic))
        return damaged(path);
    if (bigEndian(*header, 68) == applicationId && isNewer(bigEndian(*header, 60)))
        return newerHistory(path);
    return {};
}

std::optional<Error> makePrivateFile(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return noHistory(path, systemError("open"));
    std::optional<Error> trouble;
    if (::fchmod(fd, 0600) != 0)
        trouble = noHistory(path, systemError("chmod"));
    ::close(fd);
    return trouble;
}

/// The schema as it must be; a new file gets it.
std::optional<Error> bringUp(sqlite::Database &database, const std::string &path)
{
    const auto tables = database.number("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    const auto application = database.number("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*tables == 0 && *version == 0 && *application == 0)
        return database.run(schema); // before WAL, so that the version is in the file's own header
    if (*application != applicationId)
        return damaged(path);
    if (isNewer(*version))
        return newerHistory(path);
    if (*version != schemaVersion)
        return damaged(path);
    return {};
}

std::optional<Error> checkWhole(sqlite::Database &database, const std::string &path)
{
    const auto pages = database.number("PRAGMA page_count");
    if (!pages)
        return pages.error();
    if (*pages * pageBytes > maxCheckedBytes)
        return {};
    const auto verdict = database.text("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        return damaged(path);
    return {};
}

Result<sqlite::Database> openChecked(const std::string &path, std::size_t maxBytes)
{
    if (isThere(markOf(path)))
        return damaged(path);
    if (auto trouble = lookAtHeader(path))
        return *trouble;
    if (auto trouble = makePrivateFile(path))
        return *trouble;
    auto opened = sqlite::Database::open(path, sqlite::Database::Access::ReadWrite);
    if (!opened)
        return opened;
    sqlite::Database database = std::move(opened).value();
    database.tidyOnClose(false); // until we know that it is ours
    if (auto trouble = bringUp(database, path))
        return *trouble;
    if (auto trouble = checkWhole(database, path))
        return *trouble;
    database.tidyOnClose(true);
    // where there is no shared memory (some network disks) SQLite stays with its older journal, which will do
    if (const auto mode = database.text("PRAGMA journal_mode = WAL"); !mode)
        return mode.error();
    if (auto trouble = database.run("PRAGMA journal_size_limit = 4194304"))
        return *trouble;
    if (auto trouble = database.run("PRAGMA secure_delete = ON")) // zeros where something was
        return *trouble;
    if (maxBytes > 0) {
        const auto pages = static_cast<std::int64_t>(maxBytes) / pageBytes;
        const std::string bound = "PRAGMA max_page_count = " + std::to_string(pages);
        if (auto trouble = database.run(bound.c_str()))
            return *trouble;
    }
    return database;
}

Result<std::string> setAside(const std::string &path, WallTime now)
{
    std::string time = wire::toRfc3339(now);
    std::erase_if(time, [](char c) { return c == ':' || c == '-'; });
    const std::string first = path + ".damaged-" + time;
    std::string aside = first;
    for (int again = 2; isThere(aside); ++again)
        aside = first + "-" + std::to_string(again);
    // the file first: what a crash leaves of the others SQLite drops when it meets a new file
    if (isThere(path) && ::rename(path.c_str(), aside.c_str()) != 0)
        return noHistory(path, systemError("rename"));
    for (const char *beside : {"-wal", "-journal"})
        ::rename((path + beside).c_str(), (aside + beside).c_str());
    ::unlink((path + "-shm").c_str());
    ::unlink(markOf(path).c_str());
    return aside;
}

} // namespace

Result<HistoryFile> openHistoryFile(const std::string &path, WallTime now, std::size_t maxBytes)
{
    if (auto trouble = makeFolderOf(path))
        return noHistory(path, *trouble);
    Result<LockedFile> lock = LockedFile::open(path + ".lock", O_RDWR | O_CREAT, lockPatience);
    if (!lock) {
        if (lock.error().name == "locked")
            return Error{Error::Code::Unavailable,
                         "history_busy",
                         "Another Afoot keeps its history in " + path + ".",
                         {}};
        return noHistory(path, lock.error());
    }
    Result<sqlite::Database> database = openChecked(path, maxBytes);
    std::optional<std::string> aside;
    if (!database && database.error().name == "history_damaged") {
        const Result<std::string> name = setAside(path, now);
        if (!name)
            return name.error();
        aside = *name;
        database = openChecked(path, maxBytes);
    }
    if (!database)
        return database.error();
    return HistoryFile{std::move(lock).value(), std::move(database).value(), std::move(aside)};
}

void markDamaged(const std::string &path)
{
    const int fd = ::open(markOf(path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0)
        ::close(fd);
}

} // namespace afoot
