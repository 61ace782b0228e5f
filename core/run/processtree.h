#pragma once

#include <sys/types.h>
#include <vector>

namespace afoot::run {

/// @p root and its descendants that are in @p session (0: any), parents before children, as /proc shows them now.
/// A process that has left for a session of its own (a daemon) is left alone.
std::vector<pid_t> processTree(pid_t root, pid_t session);

} // namespace afoot::run
