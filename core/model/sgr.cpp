#include "core/model/sgr.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace afoot {

namespace {

/// One parameter with its sub-parameters, as in "4" or "38:2::255:0:0". What is left out is 0.
struct Parameter
{
    std::array<int, 8> values{};
    std::size_t count = 0;
};

constexpr std::size_t maxParameters = 32; // isSgr() bounds the bytes

Parameter parameterIn(std::string_view text)
{
    Parameter parameter{.count = 1};
    for (const char c : text) {
        int &value = parameter.values[parameter.count - 1];
        if (c != ':')
            value = std::min(value * 10 + (c - '0'), 9999);
        else if (parameter.count < parameter.values.size())
            ++parameter.count;
    }
    return parameter;
}

std::uint8_t byteOf(int value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

SgrColour paletteColour(int number)
{
    return {.kind = SgrColour::Kind::Palette, .red = byteOf(number)};
}

/// The colour that 38 or 48 introduces at @p at; moves @p at to the last parameter that belongs to it.
SgrColour extendedColour(std::span<const Parameter> all, std::size_t &at, SgrColour before)
{
    std::array<int, 6> values{};
    std::size_t count = 0;
    const Parameter &own = all[at];
    if (own.count > 1) {
        // with sub-parameters the third is a colour space, where there are enough of them
        for (std::size_t i = 1; i < own.count && count < values.size(); ++i) {
            if (!(i == 2 && own.values[1] == 2 && own.count > 5))
                values[count++] = own.values[i];
        }
    } else {
        const std::size_t wanted = at + 1 >= all.size() ? 0 : all[at + 1].values[0] == 2 ? 4 : 2;
        while (count < wanted && at + 1 < all.size())
            values[count++] = all[++at].values[0];
    }
    if (values[0] == 5 && count >= 2)
        return paletteColour(values[1]);
    if (values[0] == 2 && count >= 4)
        return {SgrColour::Kind::Rgb, byteOf(values[1]), byteOf(values[2]), byteOf(values[3])};
    return before;
}

void applyCode(SgrStyle &style, const Parameter &parameter)
{
    const int code = parameter.values[0];
    const auto isIn = [&](int from, int to) { return code >= from && code <= to; };
    if (code == 0)
        style = {};
    else if (code == 1)
        style.bold = true;
    else if (code == 2)
        style.dim = true;
    else if (code == 3)
        style.italic = true;
    else if (code == 4)
        style.underline =
            parameter.count == 1 || parameter.values[1] != 0; // 4:0 is none, 4:3 a wave
    else if (code == 7)
        style.inverse = true;
    else if (code == 21)
        style.underline = true; // a double one
    else if (code == 22)
        style.bold = style.dim = false;
    else if (code == 23)
        style.italic = false;
    else if (code == 24)
        style.underline = false;
    else if (code == 27)
        style.inverse = false;
    else if (isIn(30, 37))
        style.ink = paletteColour(code - 30);
    else if (code == 39)
        style.ink = {};
    else if (isIn(40, 47))
        style.ground = paletteColour(code - 40);
    else if (code == 49)
        style.ground = {};
    else if (isIn(90, 97))
        style.ink = paletteColour(code - 90 + 8);
    else if (isIn(100, 107))
        style.ground = paletteColour(code - 100 + 8);
}

void addColour(std::string &codes, const SgrColour &colour, int base)
{
    const auto number = [](int value) { return std::to_string(value); };
    if (colour.kind == SgrColour::Kind::Palette) {
        if (colour.red < 8)
            codes += ';' + number(base + colour.red);
        else if (colour.red < 16)
            codes += ';' + number(base + 60 + colour.red - 8);
        else
            codes += ';' + number(base + 8) + ";5;" + number(colour.red);
    } else if (colour.kind == SgrColour::Kind::Rgb) {
        codes += ';' + number(base + 8) + ";2;" + number(colour.red) + ';' + number(colour.green) +
                 ';' + number(colour.blue);
    }
}

} // namespace

void applySgr(SgrStyle &style, std::string_view sequence)
{
    std::string_view text = sequence.substr(2, sequence.size() - 3);
    std::array<Parameter, maxParameters> all{};
    std::size_t count = 0;
    while (count < all.size()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        all[count++] = parameterIn(text.substr(0, end));
        if (end == text.size())
            break;
        text.remove_prefix(end + 1);
    }
    const std::span<const Parameter> parameters(all.data(), count);
    for (std::size_t at = 0; at < count; ++at) {
        const int code = all[at].values[0];
        if (code == 38)
            style.ink = extendedColour(parameters, at, style.ink);
        else if (code == 48)
            style.ground = extendedColour(parameters, at, style.ground);
        else if (code == 58)
            (void)extendedColour(parameters, at, {}); // of the underline
        else
            applyCode(style, all[at]);
    }
}

std::string sgrOf(const SgrStyle &style)
{
    std::string codes;
    const auto add = [&](bool isOn, const char *code) {
        if (isOn)
            codes += code;
    };
    add(style.bold, ";1");
    add(style.dim, ";2");
    add(style.italic, ";3");
    add(style.underline, ";4");
    add(style.inverse, ";7");
    addColour(codes, style.ink, 30);
    addColour(codes, style.ground, 40);
    return codes.empty() ? codes : "\x1B[" + codes.substr(1) + 'm';
}

} // namespace afoot
