#include "app/cli/textwidth.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace afoot::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr std::array noWidth{
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD},
    Range{0x05BF, 0x05BF},   Range{0x05C1, 0x05C2},   Range{0x05C4, 0x05C5},
    Range{0x0610, 0x061A},   Range{0x064B, 0x065F},   Range{0x0670, 0x0670},
    Range{0x06D6, 0x06DC},   Range{0x06DF, 0x06E4},   Range{0x06E7, 0x06E8},
    Range{0x06EA, 0x06ED},   Range{0x0711, 0x0711},   Range{0x0730, 0x074A},
    Range{0x07A6, 0x07B0},   Range{0x0900, 0x0902},   Range{0x093C, 0x093C},
    Range{0x0941, 0x0948},   Range{0x094D, 0x094D},   Range{0x0981, 0x0981},
    Range{0x09BC, 0x09BC},   Range{0x09C1, 0x09C4},   Range{0x09CD, 0x09CD},
    Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A},   Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F},
    Range{0x202A, 0x202E},   Range{0x2060, 0x2064},   Range{0x2066, 0x206F},
    Range{0x20D0, 0x20FF},   Range{0x302A, 0x302D},   Range{0x3099, 0x309A},
    Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F},   Range{0xFEFF, 0xFEFF},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0001, 0xE007F}, Range{0xE0100, 0xE01EF},
};

constexpr std::array doubleWidth{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},
    Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},
    Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
    Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},
    Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x274E, 0x274E},
    Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
    Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},
    Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18AFF},
    Range{0x1AFF0, 0x1B2FF}, Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF},
    Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F265},
    Range{0x1F300, 0x1F320}, Range{0x1F32D, 0x1F335}, Range{0x1F337, 0x1F37C},
    Range{0x1F37E, 0x1F393}, Range{0x1F3A0, 0x1F3CA}, Range{0x1F3CF, 0x1F3D3},
    Range{0x1F3E0, 0x1F3F0}, Range{0x1F3F4, 0x1F3F4}, Range{0x1F3F8, 0x1F43E},
    Range{0x1F440, 0x1F440}, Range{0x1F442, 0x1F4FC}, Range{0x1F4FF, 0x1F53D},
    Range{0x1F54B, 0x1F54E}, Range{0x1F550, 0x1F567}, Range{0x1F57A, 0x1F57A},
    Range{0x1F595, 0x1F596}, Range{0x1F5A4, 0x1F5A4}, Range{0x1F5FB, 0x1F64F},
    Range{0x1F680, 0x1F6C5}, Range{0x1F6CC, 0x1F6CC}, Range{0x1F6D0, 0x1F6D2},
    Range{0x1F6D5, 0x1F6D7}, Range{0x1F6DC, 0x1F6DF}, Range{0x1F6EB, 0x1F6EC},
    Range{0x1F6F4, 0x1F6FC}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F7F0, 0x1F7F0},
    Range{0x1F90C, 0x1F93A}, Range{0x1F93C, 0x1F945}, Range{0x1F947, 0x1F9FF},
    Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x2FFFD}, Range{0x30000, 0x3FFFD},
};

template <std::size_t Size> bool isIn(const std::array<Range, Size> &ranges, char32_t point)
{
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), point,
                         [](char32_t p, const Range &range) { return p < range.first; });
    return after != ranges.begin() && point <= std::prev(after)->last;
}

struct Character
{
    std::string_view bytes{};
    int columns = 1;
};

/// Of well-formed UTF-8, which all text in a job is; a stray byte counts as one column.
std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> characters;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<std::uint8_t>(text[at]);
        std::size_t length = first < 0x80   ? 1
                             : first < 0xC0 ? 1
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                                            : 4;
        length = std::min(length, text.size() - at);
        char32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            point = point << 6U | (static_cast<std::uint8_t>(text[at + i]) & 0x3FU);
        const int columns = isIn(noWidth, point) ? 0 : isIn(doubleWidth, point) ? 2 : 1;
        characters.push_back({text.substr(at, length), columns});
        at += length;
    }
    return characters;
}

} // namespace

int widthOf(std::string_view text)
{
    int columns = 0;
    for (const Character &character : charactersOf(text))
        columns += character.columns;
    return columns;
}

std::string fitted(std::string_view text, int columns, CutAt where, bool unicode)
{
    if (columns <= 0)
        return {};
    if (widthOf(text) <= columns)
        return std::string(text);
    const std::string_view mark = unicode ? "…" : "...";
    const int room = columns - (unicode ? 1 : 3);
    if (room < 0)
        return std::string(static_cast<std::size_t>(columns), '.');
    const std::vector<Character> characters = charactersOf(text);
    const int headRoom = where == CutAt::End ? room : (room + 1) / 2;
    std::string head;
    int used = 0;
    for (const Character &character : characters) {
        if (used + character.columns > headRoom)
            break;
        used += character.columns;
        head += character.bytes;
    }
    std::string_view tail;
    if (where == CutAt::Middle) {
        for (auto it = characters.rbegin(); it != characters.rend(); ++it) {
            if (used + it->columns > room)
                break;
            used += it->columns;
            const auto from = static_cast<std::size_t>(it->bytes.data() - text.data());
            if (it->columns > 0) // a mark belongs to the character before it
                tail = text.substr(from);
        }
    }
    return head + std::string(mark) + std::string(tail);
}

std::string padded(std::string_view text, int columns, CutAt where, bool unicode)
{
    std::string result = fitted(text, columns, where, unicode);
    const int missing = columns - widthOf(result);
    if (missing > 0)
        result.append(static_cast<std::size_t>(missing), ' ');
    return result;
}

} // namespace afoot::cli
