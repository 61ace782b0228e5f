#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::bench {

/// What a figure should reach.
struct Goal
{
    enum class Sense { AtMost, AtLeast };
    Sense sense = Sense::AtMost;
    double bound = 0;
    std::string text{}; ///< as people read it: "≤ 1.3", "≥ 60 k/s"
};

Goal atMost(double bound, std::string text);
Goal atLeast(double bound, std::string text);

/// One line of the table: what was measured, the figure in words, the goal, and whether @p value reaches it.
void printFigure(std::string_view what, std::string_view figure, const Goal &goal, double value);
/// A figure without a goal.
void printFigure(std::string_view what, std::string_view figure);
/// The same where this machine does not let anybody reach the goal: @p why instead of a verdict.
void printUndecided(std::string_view what, std::string_view figure, const Goal &goal,
                    std::string_view why);
/// A line for what could not be measured.
void printUnknown(std::string_view what, std::string_view why);

/// The middle one of those that are numbers; NaN of none.
double median(std::vector<double> values);
/// The middle of @p ours ÷ @p theirs, round by round: what disturbs a round disturbs both.
double medianRatio(const std::vector<double> &ours, const std::vector<double> &theirs);
double percentile(std::vector<float> values, double percent);
/// printf into a string.
[[gnu::format(printf, 1, 2)]] std::string words(const char *format, ...);

/// The smoke run of ctest: as little as shows that the bench works.
bool isQuick();
/// How often each figure is taken, turn by turn with what it is compared to.
int rounds();
/// @p seconds, or next to nothing in a quick run.
double lasting(double seconds);

} // namespace afoot::bench
