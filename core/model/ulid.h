#pragma once

#include "core/model/clock.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace afoot {

/// A ULID (github.com/ulid/spec): 48 bits of milliseconds and 80 random bits, as 26 letters and
/// digits of Crockford's base 32. Sorts by time.
std::string makeUlid(WallTime now, const std::array<std::uint8_t, 10> &random);

/// 26 letters and digits of Crockford's base 32, of either case.
bool isUlid(std::string_view id);

/// The part of @p id by which a person tells jobs apart, within it: the last six characters of a ULID and the last
/// eight digits of a UUID of version 7, which begin with the time and so alike, and the first eight characters of
/// anything else.
std::string_view shortId(std::string_view id);

} // namespace afoot
