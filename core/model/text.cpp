#include "core/model/text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

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

bool startsSequence(char32_t point)
{
    return point == 0x1B || (point >= 0x80 && point <= 0x9F);
}

/// Behind the escape sequence that starts at @p at with @p first, an ESC or a C1.
std::size_t afterSequence(std::string_view text, std::size_t at, const Decoded &first)
{
    if (first.point != 0x1B) {
        const char kind = static_cast<char>(first.point - 0x40); // C1 is ESC plus this letter
        at += first.bytes;
        return kind == '[' || isString(kind) ? skipEscape(text, at, kind) : at;
    }
    if (at + 1 >= text.size())
        return text.size();
    const char kind = text[at + 1];
    if (kind == '[' || isString(kind))
        return skipEscape(text, at + 2, kind);
    if (kind >= 0x20 && kind <= 0x2F) {
        at += 2; // such as ESC ( B: intermediate bytes, then one final byte
        while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x2F)
            ++at;
        return at + (at < text.size() ? 1 : 0);
    }
    return at + (kind >= 0x30 && kind <= 0x7E ? 2 : 1);
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
        if (startsSequence(d.point)) {
            at = afterSequence(text, at, d);
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

namespace {

/// The line that cleanLogText() makes: text, colours, and where a carriage return takes it back to.
class LogLineText
{
public:
    explicit LogLineText(std::size_t maxBytes) { m_out.reserve(maxBytes); }

    void put(std::string_view visible)
    {
        if (m_returned) {
            m_out.erase(m_start, m_back - m_start);
            m_sequences -= m_sequencesBack - m_sequencesBefore;
            m_returned = false;
        }
        m_out += visible;
        m_hasText = true;
    }
    void colour(std::string_view sequence)
    {
        const std::size_t leaving = m_returned ? m_sequencesBack - m_sequencesBefore : 0;
        if (m_sequences - leaving >= maxSgrSequences)
            return;
        m_out += sequence;
        ++m_sequences;
    }
    void goBack()
    {
        if (m_returned)
            return;
        m_returned = true;
        m_back = m_out.size();
        m_sequencesBack = m_sequences;
    }
    /// Of the line that is painted now; @p all: also what stands before the cursor.
    void erase(bool all)
    {
        if (!all && !m_returned)
            return;
        const std::size_t end = m_returned ? m_back : m_out.size();
        m_sequences -= (m_returned ? m_sequencesBack : m_sequences) - m_sequencesBefore;
        m_out.erase(m_start, end - m_start);
        m_returned = false;
        m_hasText = m_start > 0;
    }
    void endLine(bool isLast)
    {
        stay();
        if (m_hasText && !isLast)
            m_out += ' ';
        m_start = m_out.size();
        m_sequencesBefore = m_sequences;
    }
    std::string take() &&
    {
        stay();
        return std::move(m_out);
    }

private:
    /// Nothing came to paint over what is there: colours after the return are of nothing.
    void stay()
    {
        if (!m_returned)
            return;
        m_out.resize(m_back);
        m_sequences = m_sequencesBack;
        m_returned = false;
    }

    std::string m_out{};
    std::size_t m_start = 0; ///< of the line that is painted now
    std::size_t m_back = 0;  ///< what stands before it is painted over by what comes
    std::size_t m_sequences = 0;
    std::size_t m_sequencesBefore = 0; ///< those before m_start
    std::size_t m_sequencesBack = 0;   ///< those before m_back
    bool m_returned = false;
    bool m_hasText = false;
};

/// A CSI that does more than move text to where it would not be seen: colours, erasing, going to the first column.
void obey(std::string_view sequence, LogLineText &line)
{
    if (sequence.size() < 3 || !sequence.starts_with("\x1B["))
        return;
    const std::string_view parameters = sequence.substr(2, sequence.size() - 3);
    const bool isFirst = parameters.empty() || parameters == "0";
    switch (sequence.back()) {
    case 'm':
        if (isSgr(sequence))
            line.colour(sequence);
        return;
    case 'K':
        if (isFirst || parameters == "2")
            line.erase(parameters == "2");
        return;
    case 'G':
        if (isFirst || parameters == "1")
            line.goBack();
        return;
    default:
        return;
    }
}

bool isPlainAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
}

} // namespace

std::string cleanLogText(std::string_view text)
{
    if (isPlainAscii(text))
        return std::string(text);
    LogLineText line(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (!d.valid) {
            line.put(replacement);
        } else if (startsSequence(d.point)) {
            const std::size_t end = afterSequence(text, at, d);
            obey(text.substr(at, end - at), line);
            at = end;
            continue;
        } else if (d.point == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n')
                line.goBack();
        } else if (d.point == '\n') {
            line.endLine(at + 1 >= text.size());
        } else if (d.point == '\t') {
            line.put(" ");
        } else if (d.point >= 0x20 && d.point != 0x7F && !isBidiControl(d.point)) {
            line.put(text.substr(at, d.bytes));
        }
        at += d.bytes;
    }
    return std::move(line).take();
}

bool isSgr(std::string_view sequence)
{
    constexpr std::size_t maxBytes = 64;
    if (sequence.size() < 3 || sequence.size() > maxBytes || !sequence.starts_with("\x1B[") ||
        sequence.back() != 'm')
        return false;
    const std::string_view parameters = sequence.substr(2, sequence.size() - 3);
    return parameters.find_first_not_of("0123456789;:") == std::string_view::npos;
}

std::string plainLogText(std::string_view line)
{
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t escape = std::min(line.find('\x1B', at), line.size());
        out += line.substr(at, escape - at);
        at = escape == line.size() ? escape : std::min(line.find('m', escape), line.size() - 1) + 1;
    }
    return out;
}

std::string cutLogText(std::string line, std::size_t maxBytes)
{
    if (line.size() > maxBytes)
        line = cutText(plainLogText(line), maxBytes);
    return line;
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
