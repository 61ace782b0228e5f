#pragma once

#include <optional>
#include <string>
#include <vector>

namespace afoot::cli {

struct RunOptions
{
    std::optional<std::string> title{}; ///< the command line, shortened, when unset
    std::optional<std::string> kind{};  ///< the tool and what it does, when unset
    bool quiet =
        false; ///< nothing of our own on standard error, but why a command could not be run
    std::vector<std::string> command{};
};

/// `afoot run`: runs the command as if nothing stood between, and reports it. Ends this process as the command
/// ended; returns, with 64, only when there is no command. Call it before any thread is made.
///
/// The command finds the id of its job in $AFOOT_JOB, so that a script can say more about itself; a
/// run within a run is reported as its part.
int run(const RunOptions &options);

} // namespace afoot::cli
