#pragma once

#include "app/cli/follower.h"

#include <string>

namespace afoot::cli {

/// How the connection to a tracker fares, in words: "URL: connection refused; trying again in 4 s (attempt 2)". Pure.

/// For a line that is painted anew: @p age is how long ago @p news came, which the countdown goes on from. Empty while
/// there is nothing to say: it is connected.
std::string linkLine(const LinkNews &news, Millis age);

/// For a line that stays: no count, so that each attempt at the same thing says the same.
std::string linkSentence(const LinkNews &news);

/// The URL, or "the tracker" of this machine.
std::string nameOfTracker(const LinkNews &news);

} // namespace afoot::cli
