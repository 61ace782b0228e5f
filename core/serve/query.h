#pragma once

#include "core/model/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afoot::serve {

/// RFC 3986, section 2.1: %XX to bytes; nullopt for a broken escape. "+" stays a plus.
std::optional<std::string> percentDecoded(std::string_view text);

/// The name=value pairs behind the "?" of a URL, decoded as application/x-www-form-urlencoded (WHATWG URL 5.1: "+" is a
/// space), but that a broken escape is an error here instead of text.
class Query
{
public:
    [[nodiscard]] static Result<Query> parse(std::string_view text);

    /// The first of that name.
    std::optional<std::string_view> value(std::string_view name) const;
    std::vector<std::string_view> values(std::string_view name) const;
    /// The first name that is not one of @p known.
    std::optional<std::string_view> unknown(std::initializer_list<std::string_view> known) const;
    /// True for "1", "true" and "yes", and for the bare name; false when absent or anything else.
    bool isOn(std::string_view name) const;
    /// A whole number of @p least or more, @p fallback when absent; the error names the field.
    [[nodiscard]] Result<std::uint64_t> number(std::string_view name, std::uint64_t fallback,
                                               std::uint64_t least = 0) const;

private:
    std::vector<std::pair<std::string, std::string>> m_pairs{};
};

} // namespace afoot::serve
