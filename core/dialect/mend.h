#pragma once

#include <string>
#include <string_view>

namespace afoot::dialect {

/// JSON as backends write it when they are careless, turned into JSON: bytes that are no UTF-8 and escapes of half a
/// character become U+FFFD, as a browser reads them, and Python's NaN and Infinity become null. The rest stays as it
/// is, whether it is JSON or not.
std::string mended(std::string_view json);

} // namespace afoot::dialect
