#pragma once

#include <boost/json/fwd.hpp>

#include <string>

namespace afoot::dialect {

/// JSON for people: what fits stands on one line of at most 110 characters, the rest is indented by two spaces.
/// Inside core/dialect only.
std::string prettyJson(const boost::json::value &value);

} // namespace afoot::dialect
