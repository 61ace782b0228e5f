#pragma once

#include "core/model/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace afoot::cli {

/// The port of "4680", "127.0.0.1:4680", "localhost:4680" or "[::1]:4680"; "none" is no port. Any other address
/// is an error that says why.
Result<std::optional<std::uint16_t>> listenPort(std::string_view address);

} // namespace afoot::cli
