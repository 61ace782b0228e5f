#include "core/serve/cursor.h"

#include <charconv>

namespace afoot::serve {

std::string toText(const Cursor &cursor)
{
    return cursorText(cursor.epoch, cursor.rev);
}

std::string cursorText(std::string_view epoch, std::uint64_t rev)
{
    std::string out(epoch);
    out += '-';
    out += std::to_string(rev);
    return out;
}

std::optional<Cursor> cursorFrom(std::string_view text)
{
    const std::size_t dash = text.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || dash + 1 == text.size())
        return std::nullopt;
    Cursor cursor{std::string(text.substr(0, dash)), 0};
    const char *end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data() + dash + 1, end, cursor.rev);
    if (trouble != std::errc{} || stop != end)
        return std::nullopt;
    return cursor;
}

} // namespace afoot::serve
