#include "app/shared/token.h"

#include "app/shared/random.h"
#include "core/store/lockedfile.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

namespace {

constexpr std::size_t tokenBytes = 32;
constexpr std::size_t maxFileBytes = 64U << 10U;

enum class IfThere { Keep, Replace };

/// Written beside it and put into place, so that nobody ever reads half a token.
std::optional<Error> putToken(const std::string &path, const std::string &token, IfThere ifThere)
{
    if (auto trouble = makeFolderOf(path))
        return trouble;
    const std::string fresh = path + "." + randomHex(8);
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("Cannot make " + fresh);
    std::optional<Error> trouble = writeAt(fd, 0, token + "\n");
    if (!trouble && ::fsync(fd) != 0)
        trouble = systemError("Cannot write " + fresh);
    ::close(fd);
    if (!trouble && ifThere == IfThere::Replace) {
        if (::rename(fresh.c_str(), path.c_str()) == 0)
            return std::nullopt;
        trouble = systemError("Cannot replace " + path);
    } else if (!trouble && ::link(fresh.c_str(), path.c_str()) != 0 && errno != EEXIST) {
        trouble = systemError("Cannot make " + path);
    }
    ::unlink(fresh.c_str());
    return trouble;
}

/// A file that a person names. One that is a pipe is not waited for.
int openGiven(const std::string &path)
{
    return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

/// What @p fd, which is closed, has; an error when others may read it.
Result<std::string> privateText(int fd, const std::string &path, const std::string &remedy)
{
    if (fd < 0)
        return systemError("Cannot read " + path);
    struct stat info
    {
    };
    const bool known = ::fstat(fd, &info) == 0;
    if (known && !S_ISREG(info.st_mode)) {
        ::close(fd);
        return Error{
            Error::Code::BadInput,
            "no_file",
            path + (S_ISDIR(info.st_mode) ? " is a folder, not a file." : " is no ordinary file."),
            {}};
    }
    Result<std::string> content = readAt(fd, 0, maxFileBytes, path);
    ::close(fd);
    if (!content)
        return content.error();
    if (!known || (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{
            Error::Code::Refused, "token_exposed", "Others may read " + path + ": " + remedy, {}};
    return content;
}

/// The first word of it.
Result<std::string> privateWord(int fd, const std::string &path, const std::string &remedy)
{
    const Result<std::string> content = privateText(fd, path, remedy);
    if (!content)
        return content.error();
    return content->substr(0, content->find_first_of("\r\n \t"));
}

} // namespace

Result<std::string> tokenIn(const std::string &path)
{
    int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) {
        if (auto trouble = putToken(path, randomHex(tokenBytes), IfThere::Keep))
            return *trouble;
        fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    Result<std::string> token =
        privateWord(fd, path, "run chmod 600 on it, or remove it and a new token is made.");
    if (token && token->size() < tokenBytes)
        return Error{Error::Code::BadInput,
                     "bad_token",
                     path + " holds no token: remove it and a new one is made.",
                     {}};
    return token;
}

Result<std::string> renewToken(const std::string &path)
{
    std::string token = randomHex(tokenBytes);
    if (auto trouble = putToken(path, token, IfThere::Replace))
        return *trouble;
    return token;
}

Result<std::string> secretFrom(const std::string &path)
{
    Result<std::string> secret = privateWord(openGiven(path), path, "run chmod 600 on it.");
    if (secret && secret->empty())
        return Error{Error::Code::BadInput, "bad_token", path + " holds no token.", {}};
    return secret;
}

Result<std::string> privateTextFrom(const std::string &path)
{
    return privateText(openGiven(path), path, "run chmod 600 on it.");
}

} // namespace afoot
