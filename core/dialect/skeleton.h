#pragma once

#include "core/dialect/write.h"

#include <boost/json.hpp>

namespace afoot::dialect {

/// A body of the file with what stands in braces filled in (see filledJson()); an object when there is none.
/// Inside core/dialect only.
boost::json::value filledValue(std::string_view skeleton, std::string_view id,
                               const WriteOptions &options, std::string_view random = {});

} // namespace afoot::dialect
