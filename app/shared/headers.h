#pragma once

#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afoot {

/// Fields that go along with each request to one remote tracker, such as an API key: secrets, as a rule.
using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// What is wrong with a field that a person wants to send: no name or value of RFC 9110 (sections 5.1 and 5.5), or one
/// that the connection itself depends on.
std::optional<Error> checkHeader(std::string_view name, std::string_view value);

/// One field a line, as "Name: value"; empty lines and those that begin with # say nothing.
/// Errors: BadInput, field "header", with the number of the line and never its value.
Result<HeaderList> headersFrom(std::string_view text);

/// Those in the file at @p path. Refused when others may read it.
Result<HeaderList> headersIn(const std::string &path);

/// The same way back.
std::string toText(const HeaderList &headers);

} // namespace afoot
