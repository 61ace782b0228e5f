#pragma once

#include <string_view>

namespace afoot {

/// How much a line of output looks like the reason of a failure.
enum class Blame {
    None,
    Hint,  ///< it speaks of failing
    Error, ///< it is an error message by its form
};
Blame blameOf(std::string_view line);

} // namespace afoot
