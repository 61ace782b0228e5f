#pragma once

#include "core/model/clock.h"

#include <array>
#include <cstdint>
#include <string>

namespace afoot {

/// Ten bytes from the kernel, for a ULID.
std::array<std::uint8_t, 10> randomBytes();

/// @p bytes random bytes as lower-case hexadecimal digits.
std::string randomHex(std::size_t bytes);

/// In [0, 1), in steps of 1/256: for delays that shall not fall together, and names of sessions.
double chance();

/// A fresh id for a job that begins at @p now.
std::string freshId(WallTime now);

} // namespace afoot
