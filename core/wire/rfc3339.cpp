#include "core/wire/rfc3339.h"

#include <array>
#include <cstdio>

namespace afoot::wire {

namespace {

/// Takes @p count digits off the front of @p text.
std::optional<int> takeDigits(std::string_view &text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view &text, std::string_view oneOf)
{
    if (text.empty() || oneOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::minutes> takeOffset(std::string_view &text)
{
    if (take(text, "Zz"))
        return std::chrono::minutes(0);
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, "+-"))
        return std::nullopt;
    const auto hours = takeDigits(text, 2);
    if (!hours || !take(text, ":"))
        return std::nullopt;
    const auto minutes = takeDigits(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset(*hours * 60 + *minutes);
    return west ? -offset : offset;
}

} // namespace

std::string toRfc3339(WallTime time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<Millis> clock(time - day);
    std::array<char, 64> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
        static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<WallTime> fromRfc3339(std::string_view text)
{
    using namespace std::chrono;
    const auto years = takeDigits(text, 4);
    if (!years || !take(text, "-"))
        return std::nullopt;
    const auto months = takeDigits(text, 2);
    if (!months || !take(text, "-"))
        return std::nullopt;
    const auto monthDays = takeDigits(text, 2);
    if (!monthDays || !take(text, "Tt "))
        return std::nullopt;
    const auto clockHours = takeDigits(text, 2);
    if (!clockHours || !take(text, ":"))
        return std::nullopt;
    const auto clockMinutes = takeDigits(text, 2);
    if (!clockMinutes || !take(text, ":"))
        return std::nullopt;
    const auto clockSeconds = takeDigits(text, 2);
    if (!clockSeconds)
        return std::nullopt;
    int fraction = 0;
    if (take(text, ".")) {
        int scale = 100;
        bool any = false;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
            fraction += (text.front() - '0') * scale;
            scale /= 10;
            any = true;
            text.remove_prefix(1);
        }
        if (!any)
            return std::nullopt;
    }
    const auto offset = takeOffset(text);
    const year_month_day date{year(*years), month(static_cast<unsigned>(*months)),
                              day(static_cast<unsigned>(*monthDays))};
    // second 60: RFC 3339 allows leap seconds
    if (!offset || !text.empty() || !date.ok() || *clockHours > 23 || *clockMinutes > 59 ||
        *clockSeconds > 60)
        return std::nullopt;
    return WallTime(sys_days(date)) + hours(*clockHours) + minutes(*clockMinutes) +
           seconds(*clockSeconds) + Millis(fraction) - *offset;
}

} // namespace afoot::wire
