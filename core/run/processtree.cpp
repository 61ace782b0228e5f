#include "core/run/processtree.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace afoot::run {

namespace {

struct Entry
{
    pid_t pid = 0;
    pid_t parent = 0;
    pid_t session = 0;
};

/// proc(5): "pid (comm) state ppid pgrp session …"; comm may hold anything, also ")".
bool readEntry(pid_t pid, Entry &entry)
{
    char path[32];
    std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    char text[512];
    const ssize_t n = ::read(fd, text, sizeof text - 1);
    ::close(fd);
    if (n <= 0)
        return false;
    text[n] = '\0';
    const char *rest = std::strrchr(text, ')');
    char state = 0;
    int parent = 0;
    int group = 0;
    int session = 0;
    if (rest == nullptr || std::sscanf(rest + 1, " %c %d %d %d", &state, &parent, &group,
                                       &session) != 4) // NOLINT(cert-err34-c)
        return false;
    entry = {pid, parent, session};
    return true;
}

} // namespace

std::vector<pid_t> processTree(pid_t root, pid_t session)
{
    std::vector<Entry> all;
    const std::unique_ptr<DIR, int (*)(DIR *)> proc(::opendir("/proc"), ::closedir);
    while (proc) {
        const dirent *item = ::readdir(proc.get());
        if (item == nullptr)
            break;
        Entry entry;
        const auto pid = static_cast<pid_t>(std::strtol(item->d_name, nullptr, 10));
        if (pid > 0 && readEntry(pid, entry))
            all.push_back(entry);
    }
    std::vector<pid_t> tree{root};
    for (std::size_t at = 0; at < tree.size(); ++at) {
        for (const Entry &entry : all) {
            if (entry.parent == tree[at] && entry.pid != root &&
                (session == 0 || entry.session == session))
                tree.push_back(entry.pid);
        }
    }
    return tree;
}

} // namespace afoot::run
