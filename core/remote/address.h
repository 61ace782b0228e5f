#pragma once

#include "core/remote/transport.h"

#include <optional>
#include <string>

namespace afoot::remote {

/// A URL as a person, a log or a file of others may see it: without user and password, without the fragment, and
/// with "…" for the value of every query parameter whose name sounds like a secret (token, key, password …).
std::string displayUrl(const QUrl &url);

/// Where a request goes, taken apart: the URL without user and password, and these as a header among the rest.
struct Address
{
    QUrl url{};
    Headers headers{};
};

enum class Scheme { Http, WebSocket };

/// The scheme becomes that of @p scheme, secure or not as it was (http↔ws, https↔wss). An Authorization among
/// @p headers goes before the one made of user:password@. Unset, with @p why said (no header's value is in it),
/// when the URL has another scheme or no host, or a header is such as would break the request apart.
std::optional<Address> addressOf(const QUrl &url, const Headers &headers, Scheme scheme,
                                 std::string &why);

/// Same scheme, host and port.
bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace afoot::remote
