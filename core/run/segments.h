#pragma once

#include "core/model/sgr.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// A sequence that changes the colours of a segment's text from @c at on.
struct ColourMark
{
    std::size_t at = 0;
    std::string sequence{}; ///< one that isSgr()
};

/// One piece of what a program printed, between two of the things that end a piece: a line end, a
/// return to the start of the line, a move of the cursor.
struct Segment
{
    enum class End {
        Line, ///< LF, CR LF or CR CR LF: stays on the screen
        Redraw, ///< CR alone, backspaces, a cursor move or an erase: something else comes in its place
        Open, ///< nothing yet: the program is silent with the cursor behind it, or is over
    };
    enum class Kind {
        Text,
        Osc, ///< the inside of an operating system command, such as "9;4;1;50"
    };

    std::string_view
        text{}; ///< no escape sequences, no control characters but tabs; maybe not UTF-8
    End end = End::Line;
    Kind kind = Kind::Text;
    bool cut = false; ///< it was longer than the cap and only its start is here
    SgrStyle style{}; ///< what its text starts with, from the lines before
    std::span<const ColourMark> colours{};
    std::string_view before{}; ///< the last line of text before this one that was no progress
};

/// @p part of the text of @p segment with the colours that it has on a terminal. A part that is not of the text comes
/// back as it is.
std::string coloured(const Segment &segment, std::string_view part);

/// Turns the bytes of one stream into segments, wherever reads cut them.
///
/// Redrawing is understood as far as progress output uses it: CR, runs of backspaces and `ESC [ n D` (which
/// end a segment and take characters away from the next one), and every CSI other than SGR, `ESC [ K` and
/// modes as a break. OSC strings end at BEL, ST or C1 ST (xterm "Operating System Commands"); one that
/// never ends is given up at a line end or at 4 KiB. tmux passthrough (`ESC P tmux;`) is looked into.
/// Threads: a value; the caller's. Sink runs inside the calls and must not call back.
class Segments
{
public:
    static constexpr std::size_t maxTextBytes = 4096;
    static constexpr std::size_t maxJsonBytes = 1U << 20U; ///< for a line that starts with '{'

    /// The segment and what it points to are gone when the call returns.
    using Sink = std::function<void(const Segment &)>;

    void push(std::string_view bytes, const Sink &sink);

    /// Nothing more came for a while, or ever: gives what stands there without an end. A CR whose LF may
    /// still come counts as one that redraws. What follows goes on behind the same text.
    void flush(const Sink &sink);

    /// Some bytes were lost: forgets what stands there and everything up to the next line end.
    void resync();

    /// What stands on the current line so far.
    std::string_view pending() const { return m_text; }

private:
    enum class State { Text, Escape, EscapeMore, Csi, String, StringEscape };

    void control(unsigned char c, const Sink &sink);
    void escape(unsigned char c, const Sink &sink);
    void csi(unsigned char c, const Sink &sink);
    void string(unsigned char c, const Sink &sink);
    void append(std::string_view bytes);
    void emit(Segment::End end, const Sink &sink);
    void colour(const std::string &sequence);
    void clearLine();
    void redraw(const Sink &sink);
    void back(std::size_t count, const Sink &sink);
    void endString(const Sink &sink);
    bool insideCharacter(std::string_view text) const;

    std::string m_text{};
    SgrStyle m_style{}; ///< where m_text starts
    std::vector<ColourMark> m_colours{};
    std::string m_sequence{}; ///< parameters of a CSI, or the inside of a string
    State m_state = State::Text;
    char m_string = 0;       ///< which string: ']' 'P' 'X' '^' '_'
    bool m_returned = false; ///< a CR came, and it is not known yet whether a LF follows
    bool m_fresh = false;    ///< the text has grown since it was last given out
    bool m_cut = false;
    bool m_skipping = false; ///< after resync(), up to the next line end
};

} // namespace afoot
