#pragma once

#include "core/model/clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// How the connection to a remote tracker is, as whoever follows it tells the others.
///
/// Threads: a value. Its texts are shown as they are: whoever fills it in cleans them and leaves secrets out.
struct SourceInfo
{
    /// The first five are those of a link line (protocol 6).
    enum class State {
        Connecting,
        Connected,
        Reconnecting,
        Polling,
        Disconnected,
        Paused, ///< a person wants no contact for now
        Over,   ///< its job has ended, and there is nothing to wait for
    };

    static constexpr std::size_t maxNameBytes = 60;
    static constexpr std::size_t maxTextBytes = 500; ///< of each other text

    std::string name{};    ///< of its jobs' source
    std::string url{};     ///< without secrets
    std::string dialect{}; ///< how it speaks, in words; empty: not known yet
    State state = State::Connecting;
    std::string transport{};               ///< "sse", "websocket" or "poll"; empty: none now
    std::optional<WallTime> since{};       ///< when contact was lost; unset while there is contact
    unsigned attempt = 0;                  ///< to reach it again, since it was lost
    std::optional<WallTime> nextAttempt{}; ///< unset while one is being made
    std::string reason{};                  ///< why it is away, in a clause
    std::uint64_t badMessages = 0;         ///< that could not be read

    friend bool operator==(const SourceInfo &, const SourceInfo &) = default;
};

/// All that whoever follows sources said of them last.
struct SourceReport
{
    static constexpr std::size_t maxSources = 500;

    std::vector<SourceInfo> sources{};
    std::optional<WallTime> reportedAt{}; ///< unset: nobody follows any now

    /// Null when it says nothing of a source of that name.
    const SourceInfo *find(std::string_view name) const;

    friend bool operator==(const SourceReport &, const SourceReport &) = default;
};

/// It cannot be reached, or is not to be: what is known of its jobs may be out of date.
bool isOutOfReach(SourceInfo::State state);

/// "connecting", "connected", …, and back; nullopt for any other word.
std::string_view nameOf(SourceInfo::State state);
std::optional<SourceInfo::State> sourceStateNamed(std::string_view name);

} // namespace afoot
