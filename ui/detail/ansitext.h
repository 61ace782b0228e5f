#pragma once

#include "core/model/sgr.h"
#include "ui/theme.h"

#include <QString>

#include <string_view>
#include <vector>

namespace afoot::ui {

/// A stretch of text that does not look plain. Places are those of a QString.
struct AnsiRun
{
    int from = 0;
    int length = 0;
    SgrStyle style{};

    friend bool operator==(const AnsiRun &, const AnsiRun &) = default;
};

struct AnsiText
{
    QString text{};
    std::vector<AnsiRun> runs{}; ///< in order, beside each other or apart
};

/// A line of a log (core/model/text.h, cleanLogText) as text and how it looks.
AnsiText ansiText(std::string_view line);

/// What a style is drawn with.
struct AnsiInks
{
    QColor ink{};
    QColor ground{}; ///< invalid: the log's own
};

/// @p style in the colours of @p colours; text without a colour of its own is @p plain. The ink reaches a contrast of
/// 4.5 on its ground, whatever colours were asked for.
AnsiInks inksOf(const SgrStyle &style, const Theme &colours, const QColor &plain);

/// Where the log stands on.
inline QColor logGround(const Theme &colours)
{
    return colours.side;
}

/// The colour of that number, 0–15; each reaches a contrast of 4.5 on the log's ground.
QColor ansiColour(int number, Scheme scheme);

/// WCAG 2.1: 1 to 21.
double contrastOf(const QColor &a, const QColor &b);

/// @p ink, or the nearest one on the way to black or white that reaches @p least (4.5 at most) on @p ground.
QColor readableOn(const QColor &ground, const QColor &ink, double least = 4.5);

} // namespace afoot::ui
