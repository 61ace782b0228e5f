#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace afoot {

/// A file with an advisory lock on it (flock(2)) for as long as the object lives. Close-on-exec, mode 0600.
class LockedFile
{
public:
    /// Waits up to @p patience; Unavailable ("locked") after that. What it locks is the file that has the name
    /// when the lock is got, also when it was replaced meanwhile.
    static Result<LockedFile> open(const std::string &path, int flags, Millis patience);

    ~LockedFile();
    LockedFile(LockedFile &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    LockedFile &operator=(LockedFile &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    int fd() const { return m_fd; }
    std::size_t size() const;

private:
    explicit LockedFile(int fd) : m_fd(fd) {}
    int m_fd;
};

/// Everything from @p offset on, at most @p maxBytes; shorter at the end of the file. @p name: of the file, for an error.
Result<std::string> readAt(int fd, std::size_t offset, std::size_t maxBytes,
                           const std::string &name);
/// All of @p bytes at @p offset, or an error.
std::optional<Error> writeAt(int fd, std::size_t offset, std::string_view bytes);

/// Makes the folder of @p path and what is above it; new ones get mode 0700.
std::optional<Error> makeFolderOf(const std::string &path);

/// An Internal error from errno: "WHAT: No space left on device".
Error systemError(const std::string &what);

} // namespace afoot
