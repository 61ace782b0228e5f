#pragma once

#include "tests/bench/kit/contestants.h"

#include <optional>
#include <string>
#include <vector>

namespace afoot::bench {

/// Who takes part in a comparison, and who does not and why. The first is Afoot, the second the floor.
struct Field
{
    std::vector<Contestant> servers{};
    std::vector<std::string> absent{}; ///< "nchan: nginx … is not there"

    /// The place in @c servers; -1 when absent.
    int placeOf(const std::string &name) const;
};

/// Starts all of them; nothing when Afoot itself does not start.
std::optional<Field> startField(const Room &room, bool withNode);

/// What one run of a fan-out took.
struct FanoutRun
{
    double cpuMicroseconds = 0; ///< of the server for each delivered event; NaN when the run failed
    double p50 = 0;             ///< ms from the post to each reader
    double p99 = 0;
    double delivered = 0; ///< events
    double published = 0;
    double seconds = 0;
};

/// @p readers that subscribed with @p request, @p perSecond events a second in all, for @p seconds.
FanoutRun runFanout(const Contestant &server, const std::string &request, int readers,
                    double perSecond, double seconds);

/// 16 publishers that each post, wait for the answer and post again, for @p seconds.
FanoutRun runSaturated(const Contestant &server, const std::string &request, int readers,
                       double seconds);

} // namespace afoot::bench
