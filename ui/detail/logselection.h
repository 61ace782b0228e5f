#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace afoot::ui {

/// Between two characters of a log; @c column is a place of the line's QString.
struct LogPlace
{
    std::uint64_t line = 0;
    int column = 0;

    friend auto operator<=>(const LogPlace &, const LogPlace &) = default;
};

/// What is selected of a log, and where the cursor is: at @c cursor, the end that moves.
struct LogSelection
{
    LogPlace anchor{};
    LogPlace cursor{};

    bool isEmpty() const { return anchor == cursor; }
    LogPlace from() const { return std::min(anchor, cursor); }
    LogPlace to() const { return std::max(anchor, cursor); }

    friend bool operator==(const LogSelection &, const LogSelection &) = default;
};

} // namespace afoot::ui
