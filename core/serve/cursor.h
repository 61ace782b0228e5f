#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::serve {

/// A place in the changes of one life of the tracker: "<epoch>-<rev>" on the wire.
struct Cursor
{
    std::string epoch{};
    std::uint64_t rev = 0;

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

std::string toText(const Cursor &cursor);
std::string cursorText(std::string_view epoch, std::uint64_t rev);
/// Nullopt for what is no cursor of anybody's.
std::optional<Cursor> cursorFrom(std::string_view text);

} // namespace afoot::serve
