#include "app/shared/paths.h"

#include "core/store/lockedfile.h"

#include <cerrno>
#include <cstdlib>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

Paths pathsFrom(const Environment &environment, const std::string &home, unsigned uid)
{
    const auto absolute = [&](const char *name) -> std::optional<std::string> {
        std::optional<std::string> value = environment(name);
        if (!value || !value->starts_with('/'))
            return {};
        while (value->size() > 1 && value->ends_with('/'))
            value->pop_back();
        return value;
    };
    const std::string homeFolder = absolute("HOME").value_or(home);
    Paths paths;
    paths.config = absolute("XDG_CONFIG_HOME").value_or(homeFolder + "/.config") + "/afoot";
    paths.data = absolute("XDG_DATA_HOME").value_or(homeFolder + "/.local/share") + "/afoot";
    paths.state = absolute("XDG_STATE_HOME").value_or(homeFolder + "/.local/state") + "/afoot";
    if (const auto data = absolute("AFOOT_DATA"))
        paths.data = *data;
    if (const auto runtime = absolute("XDG_RUNTIME_DIR")) {
        paths.runtime = *runtime + "/afoot";
    } else {
        paths.runtime = "/tmp/afoot-" + std::to_string(uid);
        paths.ownRuntime = true;
    }
    return paths;
}

std::optional<std::string> environmentValue(const char *name)
{
    const char *const value = std::getenv(name);
    if (!value || *value == '\0')
        return {};
    return value;
}

Paths systemPaths()
{
    std::string home = "/";
    if (!environmentValue("HOME")) { // the account database is slow to ask
        if (const passwd *const account = ::getpwuid(::getuid()); account && account->pw_dir)
            home = account->pw_dir;
    }
    return pathsFrom(environmentValue, home, ::getuid());
}

std::optional<Error> checkPrivateFolder(const std::string &folder)
{
    struct stat info
    {
    };
    if (::lstat(folder.c_str(), &info) != 0) {
        if (errno == ENOENT)
            return {};
        return systemError("Cannot look at " + folder);
    }
    const auto unsafe = [&](const char *why) {
        return Error{
            Error::Code::Refused, "unsafe_folder", folder + " cannot be trusted: " + why + ".", {}};
    };
    if (!S_ISDIR(info.st_mode))
        return unsafe("it is not a folder");
    if (info.st_uid != ::geteuid())
        return unsafe("it belongs to another user");
    if ((info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return unsafe("others may write to it");
    return {};
}

std::optional<Error> securePrivateFolder(const std::string &folder)
{
    if (auto trouble = makeFolderOf(folder))
        return trouble;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("Cannot make the folder " + folder);
    return checkPrivateFolder(folder);
}

} // namespace afoot
