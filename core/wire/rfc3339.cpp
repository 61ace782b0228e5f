#include "core/wire/rfc3339.h"

#include <algorithm>

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
    // written by hand: every event carries four of these, and printf took longer than the rest of it
    std::string text = "0000-00-00T00:00:00.000Z";
    const auto put = [&](std::size_t at, std::size_t digits, long value) {
        for (std::size_t i = digits; i-- > 0; value /= 10)
            text[at + i] = static_cast<char>('0' + value % 10);
    };
    put(0, 4, std::clamp(static_cast<int>(date.year()), 0, 9999));
    put(5, 2, static_cast<long>(static_cast<unsigned>(date.month())));
    put(8, 2, static_cast<long>(static_cast<unsigned>(date.day())));
    put(11, 2, clock.hours().count());
    put(14, 2, clock.minutes().count());
    put(17, 2, clock.seconds().count());
    put(20, 3, clock.subseconds().count());
    return text;
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
