#include "core/run/child.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace afoot::run {

void becomeCommand(const ChildSetup &setup)
{
    if (setup.terminal >= 0) {
        sigset_t
            background; // a group that is not in the foreground yet would be stopped for asking
        sigemptyset(&background);
        sigaddset(&background, SIGTTOU);
        ::pthread_sigmask(SIG_BLOCK, &background, nullptr);
        ::setpgid(0, 0);
        ::tcsetpgrp(setup.terminal, ::getpgrp());
    }
    for (int target = 0; target < 3; ++target) {
        const int source = setup.descriptors[static_cast<std::size_t>(target)];
        if (source < 0)
            ::close(target);
        else if (source != target)
            ::dup2(source, target);
    }
    setup.signals->restore();
    ::execvp(setup.argv.front(), setup.argv.data());
    const int error = errno;
    [[maybe_unused]] const ssize_t n = ::write(setup.report, &error, sizeof error);
    ::_exit(exitCodeOfExec(error));
}

int exitCodeOfExec(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG ? 127 : 126;
}

std::string execTrouble(const std::string &command, int error)
{
    if (error == ENOENT || error == ENOTDIR) {
        if (command.find('/') == std::string::npos)
            return "cannot run " + command + ": there is no such command in PATH";
        if (::access(command.c_str(), F_OK) == 0)
            return "cannot run " + command + ": the interpreter that it names does not exist";
        return "cannot run " + command + ": no such file";
    }
    if (error == EACCES)
        return "cannot run " + command + ": it is not an executable file, or may not be run here";
    if (error == ENOEXEC)
        return "cannot run " + command + ": not a format that this machine runs";
    return "cannot run " + command + ": " + std::strerror(error); // NOLINT(concurrency-mt-unsafe)
}

} // namespace afoot::run
