#pragma once

#include <string_view>

namespace afoot::ui {

/// True for a line of plain text that almost surely tells of an error, by the words that compilers, shells, git, Python,
/// Rust and test runners put there. Rather says no: "0 FAILED" and "no error" are none.
bool looksLikeError(std::string_view line);

} // namespace afoot::ui
