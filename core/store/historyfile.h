#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"
#include "core/store/lockedfile.h"
#include "core/store/sqlite.h"

#include <cstddef>
#include <optional>
#include <string>

namespace afoot {

/// The history's database, open, checked and of the present schema, and the lock that keeps it ours.
///
/// Format: SQLite in WAL mode, application_id "Afot", user_version 1.
///
///     jobs  what the tracker has: one row a job, with the number of its present run, and of the run that its
///           log has come to, which may be ahead by one; json is NULL while only log lines came
///     runs  what has ended: one row a run; words is what a search looks at
///     log   lines, by number of the run
///
/// Times are milliseconds since 1970; json is what wire::toJson(Job) writes.
struct HistoryFile
{
    LockedFile lock;
    sqlite::Database database;
    std::optional<std::string> setAside{};
};

/// Opens or makes the file at @p path, mode 0600, in a folder that is made with 0700. What is damaged or no history
/// is renamed to PATH.damaged-TIME, with @p now for the time, and a new one begun. At most @p maxBytes; 0: as the disk.
/// Errors: "newer_history" (Conflict; the file is untouched), "history_busy" (Unavailable), "disk_full", "no_history".
Result<HistoryFile> openHistoryFile(const std::string &path, WallTime now, std::size_t maxBytes);

/// Has the next openHistoryFile() set the file at @p path aside: for damage that is met while it is open.
void markDamaged(const std::string &path);

} // namespace afoot
