#include "tests/bench/kit/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace afoot::bench {

namespace {

constexpr std::size_t whatWidth = 58;
constexpr std::size_t figureWidth = 60;
constexpr std::size_t goalWidth = 15;

/// As wide as @p width characters of UTF-8 in a terminal, none of them wide.
std::string padded(std::string_view text, std::size_t width)
{
    const auto shown = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
    return std::string(text) + std::string(shown < width ? width - shown : 1, ' ');
}

std::string verdict(const Goal &goal, double value)
{
    const bool isAtMost = goal.sense == Goal::Sense::AtMost;
    if (isAtMost ? value <= goal.bound : value >= goal.bound)
        return "reached";
    if (goal.bound == 0)
        return "not reached";
    const double off = std::abs(value / goal.bound - 1) * 100;
    return words("not reached, %.0f %% %s", off, isAtMost ? "too much" : "too little");
}

void print(std::string_view what, std::string_view figure, std::string_view goal,
           std::string_view end)
{
    std::string line = padded(what, whatWidth);
    line += padded(figure, goal.empty() ? 0 : figureWidth);
    if (!goal.empty())
        line.append(padded(goal, goalWidth)).append(end);
    std::puts(line.c_str());
    std::fflush(stdout);
}

} // namespace

Goal atMost(double bound, std::string text)
{
    return {Goal::Sense::AtMost, bound, std::move(text)};
}

Goal atLeast(double bound, std::string text)
{
    return {Goal::Sense::AtLeast, bound, std::move(text)};
}

void printFigure(std::string_view what, std::string_view figure, const Goal &goal, double value)
{
    print(what, figure, goal.text, std::isfinite(value) ? verdict(goal, value) : "unknown");
}

void printFigure(std::string_view what, std::string_view figure)
{
    print(what, figure, {}, {});
}

void printUndecided(std::string_view what, std::string_view figure, const Goal &goal,
                    std::string_view why)
{
    print(what, figure, goal.text, "unknown: " + std::string(why));
}

void printUnknown(std::string_view what, std::string_view why)
{
    print(what, "unknown: " + std::string(why), {}, {});
}

double median(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double medianRatio(const std::vector<double> &ours, const std::vector<double> &theirs)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i)
        ratios.push_back(ours[i] / theirs[i]);
    return median(ratios);
}

double percentile(std::vector<float> values, double percent)
{
    if (values.empty())
        return 0;
    const auto at =
        static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * percent / 100);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return static_cast<double>(values[static_cast<std::size_t>(at)]);
}

std::string words(const char *format, ...)
{
    std::array<char, 512> text{};
    std::va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text.data(), text.size(), format, arguments);
    va_end(arguments);
    return text.data();
}

bool isQuick()
{
    return std::getenv("AFOOT_BENCH_QUICK") != nullptr;
}

int rounds()
{
    return isQuick() ? 1 : 5;
}

double lasting(double seconds)
{
    return isQuick() ? 0.1 : seconds;
}

} // namespace afoot::bench
