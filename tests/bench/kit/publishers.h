#pragma once

#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/readers.h"

namespace afoot::bench {

/// Publishes events @p first … @p first + @p count - 1 at an even pace, by turns as each of @p publishers, and notes
/// when. False when the server hung up.
bool publishEvenly(const Contestant &server, long first, long count, double perSecond,
                   SendTimes &times, int publishers = 1);

struct Load
{
    double seconds = 0;
    long requests = 0; ///< that were answered; 0 when a connection was lost
};

/// @p connections that each send a request, wait for the answer and send the next, for about @p seconds. Calls
/// next(connection, number) for each request, with numbers from @p first.
Load requestInTurns(const Address &address, int connections, double seconds, long first,
                    const std::function<std::string(int, long)> &next);

} // namespace afoot::bench
