#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afoot::run {

/// What a person calls a command line: its words without secrets, the program without its folder, long paths and URLs
/// cut in the middle, 100 bytes at most. `git clone https://…/big.git`
std::string titleOf(const std::vector<std::string> &argv, std::string_view home);

/// What runs of the same work have in common: the tool and its subcommand, looked for behind
/// sudo, env, nice, time, timeout and the like. For backups also what is backed up.
/// `git clone`, `restic backup ~/docs`, `rsync`, `train.py`
std::string kindOf(const std::vector<std::string> &argv, std::string_view home);

/// The whole command line without secrets, quoted so that a shell would read it as it was.
std::string commandLine(const std::vector<std::string> &argv);

} // namespace afoot::run
