#pragma once

#include "core/model/result.h"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace afoot::dialect {

/// A JSON Pointer, taken apart: "/a~1b/0" is {"a/b", "0"}; "" is {} and means the whole value.
///
/// Spec: RFC 6901; section 4 for reading. A number has no leading zero, and "-", the element behind the last
/// one of an array, can be written to but never read.
/// Threads: a value; the caller's.
struct Pointer
{
    std::vector<std::string> tokens{};

    friend bool operator==(const Pointer &, const Pointer &) = default;
};

/// BadInput when @p text neither is empty nor begins with '/', or has a '~' without 0 or 1 behind it.
Result<Pointer> pointerFrom(std::string_view text);
std::string toString(const Pointer &pointer);
/// @p tail behind @p head.
Pointer operator/(const Pointer &head, const Pointer &tail);

/// The value there; null when there is none. Lives as long as @p root is not changed.
const boost::json::value *at(const boost::json::value &root, const Pointer &pointer);

/// Puts @p value there. Objects that are missing on the way are made, and what is null on the way
/// becomes one; false, with nothing changed, when something else stands in the way.
bool put(boost::json::value &root, const Pointer &pointer, boost::json::value value);

} // namespace afoot::dialect
