#pragma once

#include <string>
#include <string_view>

namespace afoot {

/// Text from outside, made safe to show: escape sequences (CSI, OSC, DCS and the like) and control
/// characters are removed, tabs become a space, line ends become a space unless @p lines is Keep,
/// bidirectional overrides are removed, and what is not UTF-8 becomes U+FFFD.
enum class LineEnds { Fold, Keep };
std::string cleanText(std::string_view text, LineEnds lines = LineEnds::Fold);

/// At most @p maxBytes bytes of @p text, cut between characters; "…" marks the cut.
std::string cutText(std::string text, std::size_t maxBytes);

/// @p text, where what is not UTF-8 has become U+FFFD, and nothing else is another.
std::string validText(std::string_view text);

/// @p text in quotation marks for a sentence that names it: cleaned, and no longer than a sentence bears.
std::string quotedBriefly(std::string_view text);

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool isUtf8(std::string_view text);

} // namespace afoot
