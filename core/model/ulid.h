#pragma once

#include "core/model/clock.h"

#include <array>
#include <cstdint>
#include <string>

namespace afoot {

/// A ULID (github.com/ulid/spec): 48 bits of milliseconds and 80 random bits, as 26 letters and
/// digits of Crockford's base 32. Sorts by time.
std::string makeUlid(WallTime now, const std::array<std::uint8_t, 10> &random);

} // namespace afoot
