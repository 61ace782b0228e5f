#include "core/model/text.h"

#include <cstdint>

namespace afoot {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

struct Decoded
{
    char32_t point = 0;
    std::size_t bytes = 1; ///< consumed
    bool valid = false;
};

/// One character of @p text at @p at (RFC 3629). An invalid sequence consumes its longest valid start.
Decoded decode(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(at);
    if (first < 0x80)
        return {first, 1, true};
    std::size_t length = 0;
    char32_t point = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
        point = first & 0x1FU;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        point = first & 0x0FU;
        low = first == 0xE0 ? 0xA0 : 0x80;
        high = first == 0xED ? 0x9F : 0xBF;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        point = first & 0x07U;
        low = first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xF4 ? 0x8F : 0xBF;
    } else {
        return {};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high)
            return {0, i, false};
        point = point << 6U | (byte(at + i) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {point, length, true};
}

/// Where the escape sequence that starts at @p at (an ESC, or an 8-bit C1 as U+0080–U+009F) ends.
/// ECMA-48: CSI ends at 0x40–0x7E; OSC, DCS, SOS, PM, APC end at BEL or ST.
std::size_t skipEscape(std::string_view text, std::size_t at, char kind)
{
    if (kind == '[') {
        while (at < text.size()) {
            const auto c = static_cast<std::uint8_t>(text[at]);
            if (c >= 0x40 && c <= 0x7E)
                return at + 1;
            if (c < 0x20 || c > 0x7E)
                return at; // broken off: what follows is text again
            ++at;
        }
        return at;
    }
    // a string: up to BEL or ST; one that never ends swallows at most this line
    while (at < text.size()) {
        if (text[at] == '\a')
            return at + 1;
        if (text[at] == '\n' || text[at] == '\r')
            return at;
        if (text[at] == '\x1B') {
            if (at + 1 < text.size() && text[at + 1] == '\\')
                return at + 2;
            return at;
        }
        if (text.substr(at, 2) == "\xC2\x9C")
            return at + 2;
        ++at;
    }
    return at;
}

bool isString(char kind)
{
    return kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_';
}

/// Explicit bidirectional controls can make a text show as another one (Unicode TR 36).
bool isBidiControl(char32_t point)
{
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

} // namespace

std::string cleanText(std::string_view text, LineEnds lines)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (!d.valid) {
            out += replacement;
            at += d.bytes;
            continue;
        }
        if (d.point == 0x1B) {
            if (at + 1 >= text.size())
                break;
            const char kind = text[at + 1];
            if (kind == '[' || isString(kind)) {
                at = skipEscape(text, at + 2, kind);
            } else if (kind >= 0x20 && kind <= 0x2F) {
                at += 2; // such as ESC ( B: intermediate bytes, then one final byte
                while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x2F)
                    ++at;
                at += at < text.size() ? 1 : 0;
            } else {
                at += kind >= 0x30 && kind <= 0x7E ? 2 : 1;
            }
            continue;
        }
        if (d.point >= 0x80 && d.point <= 0x9F) {
            const char kind = static_cast<char>(d.point - 0x40); // C1 is ESC plus this letter
            at += d.bytes;
            if (kind == '[' || isString(kind))
                at = skipEscape(text, at, kind);
            continue;
        }
        if (d.point == '\n' || d.point == '\r') {
            const bool pair = d.point == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
            at += pair ? 2 : 1;
            if (lines == LineEnds::Keep)
                out += '\n';
            else if (!out.empty() && at < text.size())
                out += ' ';
            continue;
        }
        if (d.point == '\t')
            out += ' ';
        else if (d.point >= 0x20 && d.point != 0x7F && !isBidiControl(d.point))
            out += text.substr(at, d.bytes);
        at += d.bytes;
    }
    return out;
}

std::string cutText(std::string text, std::size_t maxBytes)
{
    static constexpr std::string_view mark = "…";
    if (text.size() <= maxBytes)
        return text;
    std::size_t end = maxBytes > mark.size() ? maxBytes - mark.size() : 0;
    while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    if (maxBytes >= mark.size())
        text += mark;
    return text;
}

std::string validText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        out += d.valid ? text.substr(at, d.bytes) : replacement;
        at += d.bytes;
    }
    return out;
}

std::string quotedBriefly(std::string_view text)
{
    constexpr std::size_t maxShown = 60;
    return '"' + cutText(cleanText(text), maxShown) + '"';
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (!d.valid)
            return false;
        at += d.bytes;
    }
    return true;
}

} // namespace afoot
