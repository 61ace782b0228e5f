#include "ui/detail/ansitext.h"

#include "core/model/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace afoot::ui {

namespace {

using Palette = std::array<QRgb, 16>;

// black is what is seen least and white what is seen most, as on a terminal of that ground
constexpr Palette lightPalette{
    0xff3a4252, 0xffb42323, 0xff14703a, 0xff7a5000, 0xff2251c8, 0xff92289a, 0xff0b6672, 0xff565f6f,
    0xff5c6575, 0xffc02626, 0xff17743f, 0xff835000, 0xff2a5bd7, 0xffa02aa8, 0xff0a6c7c, 0xff161b26};
constexpr Palette darkPalette{
    0xff8a94a6, 0xffff857c, 0xff53c98f, 0xffefb557, 0xff7aa7ff, 0xffdf90e8, 0xff52c5d6, 0xffc9d0da,
    0xff98a2b2, 0xffffa29b, 0xff80dfae, 0xffffd07a, 0xffa5c3ff, 0xffefb1f5, 0xff8be0eb, 0xfff6f8fb};

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(from.red(), to.red()), part(from.green(), to.green()),
            part(from.blue(), to.blue())};
}

/// xterm's cube of 6 × 6 × 6 and its greys.
QColor fixedColour(int number)
{
    constexpr std::array levels{0, 95, 135, 175, 215, 255};
    if (number >= 232) {
        const int grey = 8 + (number - 232) * 10;
        return {grey, grey, grey};
    }
    const auto at = std::size_t(number - 16);
    return {levels[at / 36], levels[at / 6 % 6], levels[at % 6]};
}

QColor colourOf(const SgrColour &colour, Scheme scheme)
{
    switch (colour.kind) {
    case SgrColour::Kind::Default:
        return {};
    case SgrColour::Kind::Palette:
        return colour.red < 16 ? ansiColour(colour.red, scheme) : fixedColour(colour.red);
    case SgrColour::Kind::Rgb:
        return {colour.red, colour.green, colour.blue};
    }
    return {};
}

} // namespace

AnsiText ansiText(std::string_view line)
{
    AnsiText result;
    SgrStyle style;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '\x1b') {
            const std::size_t end = std::min(line.find('m', at), line.size() - 1) + 1;
            if (const std::string_view sequence = line.substr(at, end - at); isSgr(sequence))
                applySgr(style, sequence);
            at = end;
            continue;
        }
        const std::size_t end = std::min(line.find('\x1b', at), line.size());
        const int from = int(result.text.size());
        result.text += QString::fromUtf8(line.data() + at, qsizetype(end - at));
        at = end;
        if (style == SgrStyle{})
            continue;
        const int length = int(result.text.size()) - from;
        AnsiRun *last = result.runs.empty() ? nullptr : &result.runs.back();
        if (last && last->style == style && last->from + last->length == from)
            last->length += length;
        else
            result.runs.push_back({from, length, style});
    }
    return result;
}

QColor ansiColour(int number, Scheme scheme)
{
    return (scheme == Scheme::Dark ? darkPalette : lightPalette)[std::size_t(number)];
}

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &ground, const QColor &ink, double least)
{
    if (contrastOf(ink, ground) >= least)
        return ink;
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    const QColor &end = contrastOf(black, ground) > contrastOf(white, ground) ? black : white;
    constexpr int steps = 20;
    for (int step = 1; step < steps; ++step) {
        const QColor next = mixed(ink, end, double(step) / steps);
        if (contrastOf(next, ground) >= least)
            return next;
    }
    return end;
}

AnsiInks inksOf(const SgrStyle &style, const Theme &colours, const QColor &plain)
{
    const QColor own = logGround(colours);
    AnsiInks inks{.ink = colourOf(style.ink, colours.scheme),
                  .ground = colourOf(style.ground, colours.scheme)};
    if (!inks.ink.isValid())
        inks.ink = plain;
    if (style.inverse) {
        const QColor below = inks.ground.isValid() ? inks.ground : own;
        inks.ground = inks.ink;
        inks.ink = below;
    }
    const QColor ground = inks.ground.isValid() ? inks.ground : own;
    if (style.dim)
        inks.ink = mixed(inks.ink, ground, 0.35);
    inks.ink = readableOn(ground, inks.ink);
    return inks;
}

} // namespace afoot::ui
