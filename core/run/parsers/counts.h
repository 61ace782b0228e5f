#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// A number in a line that may be progress.
struct Found
{
    std::size_t start = 0; ///< of the number in the line
    std::size_t end = 0;   ///< just behind it
    double percent = 0;
    bool isCount = false; ///< k/n, k of n, a/b MB; else NN%
    bool counted = false; ///< it counts something by name or position: "step 3/7", "[3/7] …"
    std::optional<double> current{};
    std::optional<double> total{};
    std::string unit{};
};

/// The first number in @p line that has the form of progress and nothing about it that says otherwise:
/// measures ("cpu 40%", "89% tests passed"), ratios ("==> 75%"), parts of names, paths, dates and versions.
std::optional<Found> findCount(std::string_view line);

/// False for what can only be a line of the log, at little cost. Progress has a digit, and a '%', a '/', an "of" or a bar beside it.
bool mayBeProgress(std::string_view line);

enum class Digits {
    All,     ///< every run of digits counts as the same
    InWords, ///< "file1.c" and "file2.c" differ, "12:01" and "12:02" do not
};
/// What lines of one series have in common before the number: no digits, bars, spinners or blanks.
std::string shapeOf(std::string_view before, Digits digits);

/// What a person would call it, from the text before the number: without bars, colons and dots.
std::string labelOf(std::string_view before);

/// Nothing but blanks and punctuation.
bool isBlankTail(std::string_view after);

} // namespace afoot
