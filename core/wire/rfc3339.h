#pragma once

#include "core/model/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace afoot::wire {

/// RFC 3339 in UTC with milliseconds: 2026-11-20T14:08:03.250Z.
std::string toRfc3339(WallTime time);

/// RFC 3339, section 5.6: any offset, any number of fractional digits (cut to milliseconds), "t", "z"
/// and a space for "T" accepted. Nullopt for anything else, and for dates that do not exist.
std::optional<WallTime> fromRfc3339(std::string_view text);

} // namespace afoot::wire
