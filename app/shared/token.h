#pragma once

#include "core/model/result.h"

#include <string>

namespace afoot {

/// The secret in @p path that requests over TCP carry: 256 random bits as 64 hexadecimal digits, mode 0600.
/// Made when it is missing; of two programs that make it at once both get the same. A file that others may
/// read is an error (Refused).
Result<std::string> tokenIn(const std::string &path);

/// Puts a new one in the place of the secret in @p path, whole or not at all, and returns it. What of the old one is
/// still in use is the caller's matter.
Result<std::string> renewToken(const std::string &path);

/// The first line of @p path: a secret for elsewhere. Refused when others may read the file, BadInput when it is none.
Result<std::string> secretFrom(const std::string &path);

/// All of @p path, at most 64 KiB. Refused when others may read the file.
Result<std::string> privateTextFrom(const std::string &path);

} // namespace afoot
