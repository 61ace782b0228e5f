#pragma once

#include <string>
#include <string_view>

namespace afoot::cli {

/// Columns that @p text takes in a terminal: wide East Asian characters and emoji count two, combining marks
/// and joiners none (Unicode 15, UAX #11 and general categories Mn, Me, Cf, as blocks).
int widthOf(std::string_view text);

enum class CutAt { Middle, End };

/// @p text in at most @p columns, cut between characters with "…" (or "..." without Unicode).
std::string fitted(std::string_view text, int columns, CutAt where, bool unicode = true);

/// The same, filled up with spaces to exactly @p columns.
std::string padded(std::string_view text, int columns, CutAt where, bool unicode = true);

} // namespace afoot::cli
