#pragma once

#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// What is wrong with the address of a remote tracker, before anything is asked there: its scheme, its host or its
/// port. BadInput (field "url") with a sentence that names the address, without secrets, and what was meant, where that
/// can be told.
std::optional<Error> checkTrackerUrl(std::string_view url);

/// The URL that somebody may have meant who wrote "ci.example/x": with https://, or http:// for this machine and for bare
/// addresses. Unset when @p text does not look like a host with a path, a port or a dot in it.
std::optional<std::string> urlMeantBy(std::string_view text);

/// Scheme, host and port of a URL that checkTrackerUrl() lets pass, so that those of one server are the same text:
/// "http://nas:4680". In small letters, with the scheme that HTTP has there (ws is http) and without the port that
/// goes without saying.
std::string originOf(std::string_view url);

/// @p url as others may see it: without user and password, and with "…" for the value of every parameter.
std::string withoutSecrets(std::string_view url);

} // namespace afoot
