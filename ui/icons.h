#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace afoot::ui {

enum class Icon {
    None,
    List,
    Play,
    Busy,
    Pause,
    Clock,
    Check,
    Bang,
    Cross,
    Stale,
    Question,
    Lost,
    Search,
    Close,
    Copy,
    Down,
    Up,
    Back,
    Window, ///< one of its own
    Strip,  ///< a small one
    Sliders,
    Bell,
    Plug,
    Waves,
    Halves,
    Info,
    History,
    Groups,
};

/// Draws @p icon in the middle of @p box, made for a box of 16 × 16 and scaled with it. Paths only, so it is
/// crisp at any scale.
void drawIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color);

/// The program's mark: three lines of unequal progress on a rounded square.
void drawMark(QPainter &painter, const QRectF &box, const QColor &ground, const QColor &lines);

/// The mark as a window icon.
QIcon markIcon();

/// A focus ring around @p box, for whatever is painted by hand.
void drawFocus(QPainter &painter, const QRectF &box, double radius, const QColor &color);

} // namespace afoot::ui
