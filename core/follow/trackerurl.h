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

/// @p url as others may see it: without user and password, and with "…" for the value of every parameter.
std::string withoutSecrets(std::string_view url);

} // namespace afoot
