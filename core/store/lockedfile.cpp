#include "core/store/lockedfile.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

Error systemError(const std::string &what)
{
    return {Error::Code::Internal, "system", what + ": " + std::strerror(errno), {}};
}

Result<LockedFile> LockedFile::open(const std::string &path, int flags, Millis patience)
{
    constexpr int pause = 5;
    Millis waited{0};
    while (true) {
        const int fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
        if (fd < 0) {
            Error error = systemError("Cannot open " + path);
            if (errno == ENOENT)
                error.code = Error::Code::NotFound;
            return error;
        }
        LockedFile file(fd);
        while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EINTR)
                continue;
            if (errno != EWOULDBLOCK)
                return systemError("Cannot lock " + path);
            if (waited >= patience)
                return Error{Error::Code::Unavailable, "locked", path + " is in use.", {}};
            ::poll(nullptr, 0, pause);
            waited += Millis{pause};
        }
        struct stat held
        {
        };
        struct stat named
        {
        };
        if (::fstat(fd, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
            held.st_ino == named.st_ino && held.st_dev == named.st_dev)
            return file;
        if ((flags & O_CREAT) == 0 && ::access(path.c_str(), F_OK) != 0)
            return Error{Error::Code::NotFound, "gone", path + " is gone.", {}};
    }
}

LockedFile::~LockedFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

std::size_t LockedFile::size() const
{
    struct stat info
    {
    };
    return ::fstat(m_fd, &info) == 0 ? static_cast<std::size_t>(info.st_size) : 0;
}

Result<std::string> readAt(int fd, std::size_t offset, std::size_t maxBytes,
                           const std::string &name)
{
    std::string bytes(maxBytes, '\0');
    std::size_t filled = 0;
    while (filled < maxBytes) {
        const ssize_t got = ::pread(fd, bytes.data() + filled, maxBytes - filled,
                                    static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError("Cannot read " + name);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

std::optional<Error> writeAt(int fd, std::size_t offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return systemError("Cannot write");
        offset += static_cast<std::size_t>(put);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

std::optional<Error> makeFolderOf(const std::string &path)
{
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
            return systemError("Cannot make the folder " + folder);
    }
    return {};
}

} // namespace afoot
