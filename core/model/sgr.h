#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace afoot {

/// A colour as a terminal's text names it.
struct SgrColour
{
    enum class Kind : std::uint8_t {
        Default, ///< whatever the reader's text or ground has
        Palette, ///< 0–15 the reader's own, 16–231 a cube of 6 × 6 × 6, 232–255 greys
        Rgb,
    };
    Kind kind = Kind::Default;
    std::uint8_t red = 0; ///< of a Palette colour its number
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const SgrColour &, const SgrColour &) = default;
};

/// How a stretch of a log's text looks, as far as the sequences before it say.
struct SgrStyle
{
    SgrColour ink{};
    SgrColour ground{};
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;
    bool inverse = false;

    friend bool operator==(const SgrStyle &, const SgrStyle &) = default;
};

/// What @p sequence, one that isSgr(), makes of @p style. Codes that nobody knows change nothing. Spec: ECMA-48 8.3.117
/// and, for 38 and 48, ITU-T T.416; with ';' as xterm takes it, with ':' as the standard says.
void applySgr(SgrStyle &style, std::string_view sequence);

/// A sequence that makes @p style of the plain one; empty for the plain one itself.
std::string sgrOf(const SgrStyle &style);

} // namespace afoot
