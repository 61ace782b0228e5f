#pragma once

#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// What can be said of an address before anybody is asked there. Free functions; any thread.

/// Trouble with @p url as an address: another scheme than http(s) and ws(s), a host that cannot be one, a port beyond
/// 65535. Whether anybody is there is not asked. @return BadInput, field "url", with a sentence that names the address
/// without what may be secret in it.
std::optional<Error> urlTrouble(std::string_view url);

/// The URL that somebody may have meant who wrote "ci.example/x": with https://, or http:// for this machine and plain
/// addresses. Unset when @p text does not look like a host with a path, a port or a dot in it.
std::optional<std::string> urlMeantBy(std::string_view text);

} // namespace afoot
