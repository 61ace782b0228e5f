#pragma once

#include <string>
#include <string_view>

namespace afoot {

/// Text from outside, made safe to show: escape sequences (CSI, OSC, DCS and the like) and control
/// characters are removed, tabs become a space, line ends become a space unless @p lines is Keep,
/// bidirectional overrides are removed, and what is not UTF-8 becomes U+FFFD.
enum class LineEnds { Fold, Keep };
std::string cleanText(std::string_view text, LineEnds lines = LineEnds::Fold);

/// A line of a log as it is kept: what cleanText() leaves of it, with its colours. Of escape sequences those of
/// isSgr() stay, at most @c maxSgrSequences of them. Of what a carriage return, ESC [ G or ESC [ K paints over the last
/// state stays, as a whole: what was longer before does not show behind it.
std::string cleanLogText(std::string_view line);

/// What cleanLogText() left, without its colours.
std::string plainLogText(std::string_view line);

/// The same in at most @p maxBytes bytes: one that is longer loses its colours first, then its end, as with cutText().
std::string cutLogText(std::string line, std::size_t maxBytes);

/// True for one whole sequence of "Select Graphic Rendition" (ECMA-48): ESC [, digits, ';' and ':', m; 64 bytes at most.
bool isSgr(std::string_view sequence);

inline constexpr std::size_t maxSgrSequences = 1000; ///< in a line of a log

/// At most @p maxBytes bytes of @p text, cut between characters; "…" marks the cut.
std::string cutText(std::string text, std::size_t maxBytes);

/// @p text, where what is not UTF-8 has become U+FFFD, and nothing else is another.
std::string validText(std::string_view text);

/// @p text in quotation marks for a sentence that names it: cleaned, and no longer than a sentence bears.
std::string quotedBriefly(std::string_view text);

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool isUtf8(std::string_view text);

} // namespace afoot
