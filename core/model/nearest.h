#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// The name in @p known that @p word was probably meant to be; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string> &known);

} // namespace afoot
