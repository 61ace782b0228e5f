#include "core/run/segments.h"

#include "core/model/text.h"

#include <array>
#include <functional>
#include <utility>

namespace afoot {

namespace {

constexpr std::size_t maxSequenceBytes = 4096;

/// True for the bytes that end a run of plain text: C0, DEL, and the C1 form of OSC.
constexpr std::array<bool, 256> specialBytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = c != '\t';
    table[0x7F] = true;
    table[0x9D] = true;
    return table;
}();

bool isSpecial(char c)
{
    return specialBytes[static_cast<unsigned char>(c)];
}

std::size_t characterLength(unsigned char first)
{
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    if (first >= 0xE0)
        return first < 0xF0 ? 3 : 1;
    return first >= 0xC2 ? 2 : 1;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Drops the start of a character that the cap has cut.
void dropHalfCharacter(std::string &text)
{
    std::size_t tail = 0;
    while (tail < 3 && tail < text.size() && isContinuation(text[text.size() - 1 - tail]))
        ++tail;
    if (tail >= text.size())
        return;
    const auto first = static_cast<unsigned char>(text[text.size() - 1 - tail]);
    if (first >= 0xC2 && characterLength(first) > tail + 1)
        text.resize(text.size() - 1 - tail);
}

/// The first parameter of a CSI; @p otherwise where there is none.
std::size_t firstNumber(std::string_view parameters, std::size_t otherwise)
{
    std::size_t value = 0;
    bool any = false;
    for (const char c : parameters) {
        if (c < '0' || c > '9')
            break;
        value = value * 10 + static_cast<std::size_t>(c - '0');
        any = true;
        if (value > 100'000)
            return 100'000;
    }
    return any ? value : otherwise;
}

} // namespace

void Segments::push(std::string_view bytes, const Sink &sink)
{
    for (std::size_t at = 0; at < bytes.size();) {
        if (m_state == State::Text) {
            std::size_t end = at;
            while (end < bytes.size() && !isSpecial(bytes[end]))
                ++end;
            if (end > at) {
                if (m_returned)
                    redraw(sink);
                append(bytes.substr(at, end - at));
                at = end;
                continue;
            }
        }
        const auto c = static_cast<unsigned char>(bytes[at++]);
        switch (m_state) {
        case State::Text:
            control(c, sink);
            break;
        case State::Escape:
        case State::EscapeMore:
            escape(c, sink);
            break;
        case State::Csi:
            csi(c, sink);
            break;
        case State::String:
        case State::StringEscape:
            string(c, sink);
            break;
        }
    }
}

void Segments::flush(const Sink &sink)
{
    if (m_returned)
        redraw(sink);
    else
        emit(Segment::End::Open, sink);
}

void Segments::resync()
{
    clearLine();
    m_style = {}; // who knows what is in force now
    m_sequence.clear();
    m_state = State::Text;
    m_returned = false;
    m_fresh = false;
    m_skipping = true;
}

void Segments::control(unsigned char c, const Sink &sink)
{
    switch (c) {
    case '\n':
        m_returned = false;
        if (!std::exchange(m_skipping, false)) {
            m_fresh = true; // an empty line is a line
            emit(Segment::End::Line, sink);
        }
        clearLine();
        return;
    case '\r':
        m_returned = true;
        return;
    case '\b':
        back(1, sink);
        return;
    case 0x1B:
        m_state = State::Escape;
        return;
    case 0x9D:
        if (insideCharacter(m_text)) {
            append("\x9D");
        } else {
            m_state = State::String;
            m_string = ']';
            m_sequence.clear();
        }
        return;
    default:
        return; // BEL, NUL and the like draw nothing
    }
}

void Segments::escape(unsigned char c, const Sink &sink)
{
    if (m_state == State::EscapeMore) { // such as ESC ( B
        if (c < 0x20 || c > 0x2F)
            m_state = State::Text;
        return;
    }
    m_state = State::Text;
    if (c == '[') {
        m_state = State::Csi;
        m_sequence.clear();
    } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
        m_state = State::String;
        m_string = static_cast<char>(c);
        m_sequence.clear();
    } else if (c == '7' || c == '8' || c == 'D' || c == 'E' || c == 'M' || c == 'c') {
        redraw(sink); // the cursor goes elsewhere
    } else if (c >= 0x20 && c <= 0x2F) {
        m_state = State::EscapeMore;
    } else if (c < 0x20) {
        control(c, sink);
    }
}

void Segments::csi(unsigned char c, const Sink &sink)
{
    if (c < 0x20 || c > 0x7E) { // broken off: what follows is text again
        m_state = State::Text;
        const char byte = static_cast<char>(c);
        push(std::string_view(&byte, 1), sink);
        return;
    }
    if (c < 0x40) {
        if (m_sequence.size() < maxSequenceBytes)
            m_sequence += static_cast<char>(c);
        return;
    }
    m_state = State::Text;
    const bool isPrivate = !m_sequence.empty() && m_sequence.front() >= '<';
    switch (c) {
    case 'm':
        colour("\x1B[" + m_sequence + 'm');
        return;
    case 'h': // modes
    case 'l':
    case 'n': // questions to the terminal
    case 'c':
    case 'q':
    case 't':
    case 'p':
        return;
    case 'K':
        if (firstNumber(m_sequence, 0) == 0)
            return; // to the end of the line: what stands there stays
        redraw(sink);
        return;
    case 'D':
        back(firstNumber(m_sequence, 1), sink);
        return;
    default:
        if (!isPrivate)
            redraw(sink);
        return;
    }
}

void Segments::string(unsigned char c, const Sink &sink)
{
    if (m_state == State::StringEscape) {
        m_state = State::String;
        if (c == '\\') {
            endString(sink);
        } else if (m_string == 'P' && c == 0x1B) {
            m_sequence += '\x1B'; // tmux doubles every ESC that it passes through
        } else {                  // the string was never ended; this is another sequence
            m_state = State::Escape;
            escape(c, sink);
        }
        return;
    }
    if (c == 0x1B) {
        m_state = State::StringEscape;
        return;
    }
    const bool bellEnds = c == 0x07 && m_string != 'P';
    if (bellEnds || (c == 0x9C && !insideCharacter(m_sequence))) {
        endString(sink);
        return;
    }
    if (c == '\n' || c == '\r' || m_sequence.size() >= maxSequenceBytes) {
        m_state = State::Text;
        m_sequence.clear();
        const char byte = static_cast<char>(c);
        push(std::string_view(&byte, 1), sink);
        return;
    }
    m_sequence += static_cast<char>(c);
}

void Segments::endString(const Sink &sink)
{
    m_state = State::Text;
    std::string_view inside = m_sequence;
    if (m_string == 'P') {
        constexpr std::string_view tmux = "tmux;\x1B]";
        if (!inside.starts_with(tmux))
            return;
        inside.remove_prefix(tmux.size());
        while (!inside.empty() &&
               (inside.back() == '\\' || inside.back() == '\x1B' || inside.back() == '\a'))
            inside.remove_suffix(1);
    } else if (m_string != ']') {
        return;
    }
    if (m_skipping)
        return;
    Segment segment;
    segment.text = inside;
    segment.kind = Segment::Kind::Osc;
    sink(segment);
}

void Segments::append(std::string_view bytes)
{
    if (m_skipping || bytes.empty())
        return;
    m_fresh = true;
    const std::size_t first = m_text.find_first_not_of(" \t");
    const char start = first != std::string::npos ? m_text[first]
                       : bytes.find_first_not_of(" \t") != std::string_view::npos
                           ? bytes[bytes.find_first_not_of(" \t")]
                           : ' ';
    const std::size_t cap = start == '{' ? maxJsonBytes : maxTextBytes;
    if (m_text.size() + bytes.size() > cap) {
        m_cut = true;
        bytes = bytes.substr(0, cap > m_text.size() ? cap - m_text.size() : 0);
    }
    m_text += bytes;
    if (m_cut)
        dropHalfCharacter(m_text);
}

void Segments::emit(Segment::End end, const Sink &sink)
{
    if (!m_fresh || (m_text.empty() && end != Segment::End::Line))
        return;
    m_fresh = false;
    Segment segment;
    segment.text = m_text;
    segment.end = end;
    segment.cut = m_cut;
    segment.style = m_style;
    segment.colours = m_colours;
    sink(segment);
}

void Segments::redraw(const Sink &sink)
{
    m_returned = false;
    m_skipping = false;
    emit(Segment::End::Redraw, sink);
    clearLine();
    m_fresh = false;
}

/// Colours stay in force from one line to the next, as they do on a terminal.
void Segments::clearLine()
{
    for (const ColourMark &mark : m_colours)
        applySgr(m_style, mark.sequence);
    m_colours.clear();
    m_text.clear();
    m_cut = false;
}

void Segments::colour(const std::string &sequence)
{
    if (!isSgr(sequence))
        return;
    if (m_colours.size() < maxSgrSequences)
        m_colours.push_back({m_text.size(), sequence});
    else // too many for a line: the last one says how it goes on
        m_colours.back() = {m_text.size(), sequence};
}

void Segments::back(std::size_t count, const Sink &sink)
{
    if (m_returned) {
        redraw(sink);
        return;
    }
    emit(Segment::End::Redraw, sink);
    for (; count > 0 && !m_text.empty(); --count) {
        while (m_text.size() > 1 && isContinuation(m_text.back()))
            m_text.pop_back();
        m_text.pop_back();
    }
    for (ColourMark &mark : m_colours)
        mark.at = std::min(mark.at, m_text.size());
}

bool Segments::insideCharacter(std::string_view text) const
{
    std::size_t tail = 0;
    while (tail < 3 && tail < text.size() && isContinuation(text[text.size() - 1 - tail]))
        ++tail;
    if (tail >= text.size())
        return false;
    const auto first = static_cast<unsigned char>(text[text.size() - 1 - tail]);
    return first >= 0xC2 && characterLength(first) > tail + 1;
}

std::string coloured(const Segment &segment, std::string_view part)
{
    const std::less_equal<> isBefore;
    const bool isWithin =
        isBefore(segment.text.data(), part.data()) &&
        isBefore(part.data() + part.size(), segment.text.data() + segment.text.size());
    if (part.empty() || !isWithin || (segment.style == SgrStyle{} && segment.colours.empty()))
        return std::string(part);
    const auto from = static_cast<std::size_t>(part.data() - segment.text.data());
    auto mark = segment.colours.begin();
    SgrStyle style = segment.style;
    for (; mark != segment.colours.end() && mark->at <= from; ++mark)
        applySgr(style, mark->sequence);
    std::string out = sgrOf(style);
    std::size_t at = 0;
    for (; mark != segment.colours.end() && mark->at < from + part.size(); ++mark) {
        out += part.substr(at, mark->at - from - at);
        out += mark->sequence;
        at = mark->at - from;
    }
    return out.append(part.substr(at));
}

} // namespace afoot
