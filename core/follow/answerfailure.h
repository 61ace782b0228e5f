#pragma once

#include "core/follow/link.h"

#include <optional>

namespace afoot {

/// True for 408, 425, 429 and 5xx: the same request may succeed later.
bool isWorthRepeating(int status);

/// Whether a request carried a token or a password.
enum class Credentials { None, Sent };

/// "the server answered 403: it does not allow this", final unless it is worth repeating. Free functions; any thread.
LinkFailure answerFailure(int status, Credentials credentials = Credentials::None,
                          std::optional<Millis> retryAfter = {});

} // namespace afoot
