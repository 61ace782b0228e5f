#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace afoot::dialect {

/// Paths with {id} in them, such as "/jobs/{id}/rerun".
///
/// Spec: RFC 3986; an id is one segment (section 3.3), percent-encoded.
/// Threads: free functions.

/// Where a pattern fits a URL.
struct PathMatch
{
    std::string
        base{}; ///< what stands before it, to put other paths of the dialect behind: "http://host:5001/proxy"
    std::string id{};   ///< decoded; empty when the pattern has none
    bool atRoot = true; ///< nothing of the path is before it
};

/// @p url is whole ("http://host/jobs/7?x=1") or a path; its query and fragment are ignored.
/// Nullopt when the pattern does not fit its end, or when the id is empty or wrongly encoded.
std::optional<PathMatch> matchPath(std::string_view pattern, std::string_view url);

/// @p pattern with the id in it, encoded.
std::string fillPath(std::string_view pattern, std::string_view id);

} // namespace afoot::dialect
