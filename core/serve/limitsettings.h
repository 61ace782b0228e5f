#pragma once

#include "core/model/result.h"
#include "core/serve/limits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::serve {

/// One limit as people see it: all of it text, such as "body", "1 MiB", "1 KiB", "256 MiB".
struct LimitRow
{
    std::string name{};
    std::string value{}; ///< at present
    std::string least{};
    std::string most{};
    std::string what{}; ///< a few words, without a full stop

    friend bool operator==(const LimitRow &, const LimitRow &) = default;
};

/// Every limit that can be set, with its value in @p limits; those of connections first, those of jobs last.
std::vector<LimitRow> limitRows(const Limits &limits);

/// Sets the limit @p name. Pure. A number is digits alone; a size takes bytes, KiB or MiB behind it (none: bytes), and a
/// time must take ms, s, min or h.
/// Errors: BadInput, with @p limits as they were; the sentence names the nearest name, or the range.
[[nodiscard]] std::optional<Error> setLimit(Limits &limits, std::string_view name,
                                            std::string_view value);

} // namespace afoot::serve
