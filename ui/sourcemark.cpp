#include "ui/sourcemark.h"

#include <QPainter>

namespace afoot::ui {

Tone toneOf(const SourceState &source, WallTime now)
{
    if (source.link == SourceState::Link::Over)
        return Tone::Idle;
    return isFine(source) ? Tone::Ok : isAway(source, now) ? Tone::Warn : Tone::Idle;
}

void drawSourceMark(QPainter &painter, const QPointF &centre, MarkShape shape, const QColor &ink)
{
    const bool isDot = shape == MarkShape::Dot;
    painter.setPen(isDot ? QPen(Qt::NoPen) : QPen(ink, 2));
    painter.setBrush(isDot ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, isDot ? 4 : 3.2, isDot ? 4 : 3.2);
}

} // namespace afoot::ui
