#include "core/store/spool.h"

#include "core/store/lockedfile.h"
#include "core/store/spoolfile.h"
#include "core/wire/json.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

namespace {

constexpr Millis lockPatience{2000}; // the file itself is only ever locked for moments

std::string lockPathOf(const std::string &path)
{
    return path + ".lock";
}

bool isEnd(const Update &update)
{
    return update.op == Update::Op::Complete || update.op == Update::Op::Fail ||
           (update.op == Update::Op::Change && update.state && isFinal(*update.state));
}

/// A crash may have left half a line at the end: the next one must not be glued to it.
Result<bool> endsInsideALine(const LockedFile &file, std::size_t size)
{
    if (size == 0)
        return false;
    Result<std::string> last = readAt(file.fd(), size - 1, 1, "the spool");
    if (!last)
        return last.error();
    return *last != "\n";
}

std::optional<Error> replaceFile(const std::string &path, std::string_view content)
{
    const std::string fresh = path + ".new";
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("Cannot open " + fresh);
    std::optional<Error> trouble = writeAt(fd, 0, content);
    if (!trouble && ::fdatasync(fd) != 0)
        trouble = systemError("Cannot write " + fresh);
    ::close(fd);
    if (!trouble && ::rename(fresh.c_str(), path.c_str()) != 0)
        trouble = systemError("Cannot replace " + path);
    if (trouble)
        ::unlink(fresh.c_str());
    return trouble;
}

/// Makes room under the bound. Leaves the file alone while somebody delivers from it: it shrinks then anyway.
std::optional<Error> makeRoom(const std::string &path, std::size_t maxBytes)
{
    const Result<LockedFile> delivering =
        LockedFile::open(lockPathOf(path), O_RDWR | O_CREAT, Millis{0});
    if (!delivering)
        return {};
    const Result<LockedFile> file = LockedFile::open(path, O_RDWR, lockPatience);
    if (!file)
        return file.error();
    const Result<std::string> content = readAt(file->fd(), 0, file->size(), "the spool");
    if (!content)
        return content.error();
    // three quarters, so that not every line after this one pays for it again
    return replaceFile(path, shrunkSpool(*content, maxBytes / 4 * 3));
}

} // namespace

Spool::Spool(std::string path) : Spool(std::move(path), Options{}) {}

Spool::Spool(std::string path, Options options) : m_path(std::move(path)), m_options(options) {}

std::optional<Error> Spool::append(const std::vector<Update> &updates) const
{
    if (updates.empty())
        return {};
    std::string lines;
    bool mustLast = false;
    for (const Update &update : updates) {
        lines += wire::toJson(update);
        lines += '\n';
        mustLast = mustLast || isEnd(update);
    }
    if (auto trouble = makeFolderOf(m_path))
        return trouble;
    std::size_t size = 0;
    {
        const Result<LockedFile> file = LockedFile::open(m_path, O_RDWR | O_CREAT, lockPatience);
        if (!file)
            return file.error();
        size = file->size();
        const Result<bool> torn = endsInsideALine(*file, size);
        if (!torn)
            return torn.error();
        if (*torn)
            lines.insert(lines.begin(), '\n');
        std::optional<Error> trouble = writeAt(file->fd(), size, lines);
        if (!trouble && mustLast && ::fdatasync(file->fd()) != 0)
            trouble = systemError("Cannot write");
        if (trouble) {
            if (::ftruncate(file->fd(), static_cast<off_t>(size)) != 0)
                trouble->detail += " (and half a line stays behind)";
            trouble->detail = m_path + ": " + trouble->detail;
            return trouble;
        }
        size += lines.size();
    }
    if (size > m_options.maxBytes)
        return makeRoom(m_path, m_options.maxBytes);
    return {};
}

bool Spool::empty() const
{
    struct stat info
    {
    };
    return ::stat(m_path.c_str(), &info) != 0 || info.st_size == 0;
}

Result<Spool::Drained> Spool::drain(const Deliver &deliver, Millis patience) const
{
    Drained done;
    if (empty())
        return done;
    Result<LockedFile> turn = LockedFile::open(lockPathOf(m_path), O_RDWR | O_CREAT, patience);
    if (!turn) {
        if (turn.error().name == "locked")
            return Error{Error::Code::Unavailable,
                         "spool_busy",
                         "Another program is delivering what was noted.",
                         {}};
        return turn.error();
    }
    SpoolReader reader;
    while (true) {
        std::optional<SpoolReader::Line> line;
        {
            // Appends and this look exclude each other, and the lock of the delivery is given up inside both:
            // whoever appends after it finds the lock free and delivers.
            const Result<LockedFile> file = LockedFile::open(m_path, O_RDWR, lockPatience);
            if (!file) {
                if (file.error().code == Error::Code::NotFound)
                    return done;
                return file.error();
            }
            Result<std::optional<SpoolReader::Line>> next = reader.next(file->fd());
            if (!next)
                return next.error();
            line = std::move(next).value();
            if (!line) {
                if (::ftruncate(file->fd(), 0) != 0)
                    return systemError("Cannot empty " + m_path);
                const LockedFile over = std::move(turn).value();
                return done;
            }
        }
        const Result<Update> update = wire::updateFromLine(line->text);
        if (!update) {
            ++done.unreadable;
        } else if (auto error = deliver(*update)) {
            if (isTransient(*error)) {
                done.stoppedBy = std::move(error);
                return done;
            }
            constexpr std::size_t maxKept = 100;
            // the tracker knows of the end, though its answer did not arrive
            const bool isKnown = isEnd(*update) && error->name == "job_finished";
            ++(isKnown ? done.delivered : done.refusedCount);
            if (!isKnown && done.refused.size() < maxKept)
                done.refused.push_back({*update, *error});
        } else {
            ++done.delivered;
        }
        const Result<LockedFile> file = LockedFile::open(m_path, O_RDWR, lockPatience);
        if (!file)
            return file.error();
        if (auto trouble = writeAt(file->fd(), line->offset, "#"))
            return *trouble;
    }
}

} // namespace afoot
