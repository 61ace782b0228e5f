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

/// A fresh id for a job that begins at @p now.
std::string freshId(WallTime now);

} // namespace afoot
