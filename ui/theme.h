#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace afoot::ui {

enum class Scheme { Light, Dark };
enum class Contrast { Normal, High };

/// What a colour says. Every tone is also said by a shape and a word.
enum class Tone { Accent, Ok, Bad, Warn, Idle };

/// Space between things, in logical pixels: all of it on a grid of four.
inline constexpr int grid = 4;

/// The colours of one scheme. Text reaches a contrast of 4.5 on every ground it is drawn on, graphics 3
/// (WCAG 2.1, 1.4.3 and 1.4.11); tst_ui holds it to that. In high contrast text reaches 7 and lines 3 (1.4.6), which
/// tst_theme checks.
struct Theme
{
    Scheme scheme{};
    Contrast contrast{};
    QColor ground, side, foot, field, raised;
    QColor line; ///< around and between parts of the window
    QColor rule; ///< between rows
    QColor text, secondary;
    QColor track;   ///< the part of a bar that is still to do
    QColor pending; ///< the dot of a step to come
    QColor stopped; ///< the bar of a canceled job
    QColor selected, selectedLine, hovered;
    QColor warnLine;
    QColor onAccent;
    QColor shadow;

    QColor of(Tone tone) const;   ///< for words, icons and bars
    QColor tint(Tone tone) const; ///< the ground of a chip or an icon of that tone
};

const Theme &theme(Scheme scheme, Contrast contrast = Contrast::Normal);

/// The scheme of the desktop as its own palette shows it: dark when its text is lighter than its ground.
Scheme schemeOf(const QPalette &palette);

/// High when the lines of the palette are those of a theme in high contrast: nothing else has them.
Contrast contrastOf(const QPalette &palette);

/// The theme that a widget was dressed in.
inline const Theme &themeOf(const QPalette &palette)
{
    return theme(schemeOf(palette), contrastOf(palette));
}

QPalette paletteOf(const Theme &theme);

/// Style, palette and font for the whole program; may be called again to change the scheme or the contrast.
void dress(QApplication &app, Scheme scheme, Contrast contrast = Contrast::Normal);

/// Inter where it is installed, else Noto Sans, else the desktop's own.
QFont uiFont();

enum class Face { Body, Strong, Small, SmallStrong, Title, Heading, Mono };

/// @p base in the size and weight of @p face.
QFont faceOf(const QFont &base, Face face);

} // namespace afoot::ui
