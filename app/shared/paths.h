#pragma once

#include "core/model/result.h"

#include <functional>
#include <optional>
#include <string>

namespace afoot {

/// Where Afoot keeps what, after the XDG Base Directory Specification. All paths are absolute.
struct Paths
{
    std::string config{};    ///< $XDG_CONFIG_HOME/afoot: settings, dialects
    std::string data{};      ///< $XDG_DATA_HOME/afoot, or $AFOOT_DATA: token, history
    std::string state{};     ///< $XDG_STATE_HOME/afoot: spool
    std::string runtime{};   ///< $XDG_RUNTIME_DIR/afoot; /tmp/afoot-UID without that
    bool ownRuntime = false; ///< @c runtime lies in /tmp, where others could have been first

    std::string dialects() const { return config + "/dialects"; }
    std::string trackerSettings() const { return config + "/tracker.json"; }
    std::string socket() const { return runtime + "/tracker.sock"; }
    std::string token() const { return data + "/token"; }
    std::string history() const { return data + "/history.db"; }
    std::string sources() const { return data + "/sources.json"; }
    std::string spool() const { return state + "/spool.ndjson"; }

    friend bool operator==(const Paths &, const Paths &) = default;
};

/// Pure: @p environment answers what getenv would, @p home is the home of the user's account, for when $HOME
/// is unset. Relative values are ignored, as the specification wants.
using Environment = std::function<std::optional<std::string>(const char *)>;
Paths pathsFrom(const Environment &environment, const std::string &home, unsigned uid);

/// Those of this process.
Paths systemPaths();
std::optional<std::string> environmentValue(const char *name);

/// Makes @p folder with mode 0700 if it is missing, and refuses one that belongs to somebody else, that others
/// may write to, or that is a link.
std::optional<Error> securePrivateFolder(const std::string &folder);

/// What securePrivateFolder() would refuse; a missing folder is fine. Before trusting a socket in /tmp.
std::optional<Error> checkPrivateFolder(const std::string &folder);

} // namespace afoot
