#include "ui/icons.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace afoot::ui {

namespace {

void stroke(QPainter &painter, const QPainterPath &path, const QColor &color, double width)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void fill(QPainter &painter, const QPainterPath &path, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(path);
}

QPainterPath polyline(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF &point : points)
        path.lineTo(point);
    return path;
}

QPainterPath cross(double reach)
{
    QPainterPath path = polyline({{8 - reach, 8 - reach}, {8 + reach, 8 + reach}});
    path.addPath(polyline({{8 - reach, 8 + reach}, {8 + reach, 8 - reach}}));
    return path;
}

void dot(QPainter &painter, QPointF at, double radius, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at, radius, radius);
}

} // namespace

void drawIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color)
{
    if (icon == Icon::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min(box.width(), box.height()) / 16;
    painter.translate(box.center());
    painter.scale(scale, scale);
    painter.translate(-8, -8);
    QPainterPath path;
    switch (icon) {
    case Icon::None:
        break;
    case Icon::List:
        for (const double y : {4.0, 8.0, 12.0})
            path.addPath(polyline({{2.5, y}, {13.5, y}}));
        stroke(painter, path, color, 1.7);
        break;
    case Icon::Play: {
        path = polyline({{5, 3.8}, {12.6, 8}, {5, 12.2}});
        path.closeSubpath();
        fill(painter, path, color);
        stroke(painter, path, color, 1.2);
        break;
    }
    case Icon::Busy:
        path.arcMoveTo(3.2, 3.2, 9.6, 9.6, 40);
        path.arcTo(3.2, 3.2, 9.6, 9.6, 40, 280);
        stroke(painter, path, color, 2.1);
        break;
    case Icon::Pause:
        path = polyline({{5.8, 4}, {5.8, 12}});
        path.addPath(polyline({{10.2, 4}, {10.2, 12}}));
        stroke(painter, path, color, 2.4);
        break;
    case Icon::Clock:
        path.addEllipse(QPointF(8, 8), 5.6, 5.6);
        path.addPath(polyline({{8, 4.9}, {8, 8.2}, {10.3, 9.4}}));
        stroke(painter, path, color, 1.7);
        break;
    case Icon::Check:
        stroke(painter, polyline({{3.6, 8.4}, {6.6, 11.4}, {12.4, 5}}), color, 2.1);
        break;
    case Icon::Bang:
        stroke(painter, polyline({{8, 3.2}, {8, 8.8}}), color, 2.2);
        dot(painter, {8, 12.4}, 1.35, color);
        break;
    case Icon::Cross:
        stroke(painter, cross(3.7), color, 2);
        break;
    case Icon::Close:
        stroke(painter, cross(4.2), color, 1.5);
        break;
    case Icon::Stale:
        path.arcMoveTo(2.9, 2.9, 10.2, 10.2, 20);
        path.arcTo(2.9, 2.9, 10.2, 10.2, 20, 130);
        path.arcMoveTo(2.9, 2.9, 10.2, 10.2, 200);
        path.arcTo(2.9, 2.9, 10.2, 10.2, 200, 130);
        path.addPath(polyline({{12.8, 2.6}, {12.8, 6.2}, {9.3, 6.2}}));
        path.addPath(polyline({{3.2, 13.4}, {3.2, 9.8}, {6.7, 9.8}}));
        stroke(painter, path, color, 1.7);
        break;
    case Icon::Question:
        path.moveTo(5.3, 5.9);
        path.cubicTo(5.3, 2.1, 10.9, 2.1, 10.9, 5.7);
        path.cubicTo(10.9, 7.9, 8, 7.6, 8, 9.7);
        stroke(painter, path, color, 2);
        dot(painter, {8, 12.9}, 1.3, color);
        break;
    case Icon::Lost:
        path = polyline({{2.8, 8}, {5.6, 8}});
        path.addPath(polyline({{10.4, 8}, {13.2, 8}}));
        path.addPath(polyline({{9.6, 4.2}, {6.4, 11.8}}));
        stroke(painter, path, color, 1.9);
        break;
    case Icon::Search:
        path.addEllipse(QPointF(6.7, 6.7), 4.6, 4.6);
        path.addPath(polyline({{10.2, 10.2}, {14, 14}}));
        stroke(painter, path, color, 1.8);
        break;
    case Icon::Copy:
        path.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.6, 1.6);
        path.addPath(polyline({{3, 10.2}, {2.5, 10.2}, {2.5, 2.5}, {10.2, 2.5}, {10.2, 3}}));
        stroke(painter, path, color, 1.4);
        break;
    case Icon::Down:
        stroke(painter, polyline({{3.8, 6}, {8, 10.2}, {12.2, 6}}), color, 1.8);
        break;
    case Icon::Up:
        stroke(painter, polyline({{3.8, 10.2}, {8, 6}, {12.2, 10.2}}), color, 1.8);
        break;
    case Icon::History: // a clock that is turned back
        path.arcMoveTo(2.6, 2.6, 10.8, 10.8, 160);
        path.arcTo(2.6, 2.6, 10.8, 10.8, 160, -310);
        path.addPath(polyline({{2.2, 2.8}, {2.6, 6.2}, {6, 5.8}}));
        path.addPath(polyline({{8, 5}, {8, 8.2}, {10.2, 9.4}}));
        stroke(painter, path, color, 1.6);
        break;
    case Icon::Groups:
        // two headings, each with what is under it
        for (const double y : {3.0, 9.4}) {
            path.addPath(polyline({{2.5, y}, {9, y}}));
            path.addPath(polyline({{6, y + 3.2}, {13.5, y + 3.2}}));
        }
        stroke(painter, path, color, 1.7);
        break;
    case Icon::Back:
        stroke(painter, polyline({{10, 3.8}, {5.8, 8}, {10, 12.2}}), color, 1.8);
        break;
    case Icon::Window:
        path = polyline({{7, 3.2}, {3.2, 3.2}, {3.2, 12.8}, {12.8, 12.8}, {12.8, 9}});
        path.addPath(polyline({{9.6, 3.2}, {12.8, 3.2}, {12.8, 6.4}}));
        path.addPath(polyline({{12.6, 3.4}, {7.8, 8.2}}));
        stroke(painter, path, color, 1.5);
        break;
    case Icon::Strip:
        path.addRoundedRect(QRectF(2.2, 4.4, 11.6, 7.2), 1.6, 1.6);
        path.addPath(polyline({{4.8, 8}, {8.6, 8}}));
        stroke(painter, path, color, 1.5);
        break;
    case Icon::Sliders:
        for (const auto &[y, knob] : {std::pair(4.0, 10.4), {8.0, 5.4}, {12.0, 9.0}}) {
            path.addPath(polyline({{2.5, y}, {knob - 2, y}}));
            path.addPath(polyline({{knob + 2, y}, {13.5, y}}));
            path.addEllipse(QPointF(knob, y), 1.6, 1.6);
        }
        stroke(painter, path, color, 1.4);
        break;
    case Icon::Bell:
        path.moveTo(3, 11.4);
        path.cubicTo(4.4, 10, 4.2, 8.6, 4.3, 7.2);
        path.cubicTo(4.5, 4.6, 6, 3, 8, 3);
        path.cubicTo(10, 3, 11.5, 4.6, 11.7, 7.2);
        path.cubicTo(11.8, 8.6, 11.6, 10, 13, 11.4);
        path.closeSubpath();
        path.addPath(polyline({{6.8, 13.6}, {9.2, 13.6}}));
        stroke(painter, path, color, 1.5);
        break;
    case Icon::Plug:
        path.addPath(polyline({{5.6, 2.6}, {5.6, 5.4}}));
        path.addPath(polyline({{10.4, 2.6}, {10.4, 5.4}}));
        path.moveTo(3.8, 5.4);
        path.lineTo(12.2, 5.4);
        path.lineTo(12.2, 7.4);
        path.cubicTo(12.2, 9.8, 10.4, 11, 8, 11);
        path.cubicTo(5.6, 11, 3.8, 9.8, 3.8, 7.4);
        path.closeSubpath();
        path.addPath(polyline({{8, 11}, {8, 13.8}}));
        stroke(painter, path, color, 1.5);
        break;
    case Icon::Waves:
        dot(painter, {8, 8}, 1.6, color);
        for (const double reach : {3.6, 6.2}) {
            const QRectF round(8 - reach, 8 - reach, 2 * reach, 2 * reach);
            for (const double from : {-42.0, 138.0}) {
                path.arcMoveTo(round, from);
                path.arcTo(round, from, 84);
            }
        }
        stroke(painter, path, color, 1.5);
        break;
    case Icon::Halves: {
        path.addEllipse(QPointF(8, 8), 5.4, 5.4);
        stroke(painter, path, color, 1.5);
        QPainterPath half(QPointF(8, 2.6));
        half.arcTo(QRectF(2.6, 2.6, 10.8, 10.8), 90, 180);
        half.closeSubpath();
        fill(painter, half, color);
        break;
    }
    case Icon::Info:
        path.addEllipse(QPointF(8, 8), 5.6, 5.6);
        path.addPath(polyline({{8, 7.6}, {8, 10.8}}));
        stroke(painter, path, color, 1.5);
        dot(painter, {8, 5.3}, 0.95, color);
        break;
    }
    painter.restore();
}

void drawMark(QPainter &painter, const QRectF &box, const QColor &ground, const QColor &lines)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 28, box.height() / 28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(0, 0, 28, 28), 7, 7);
    painter.setPen(QPen(lines, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(7, 9), QPointF(21, 9));
    painter.drawLine(QPointF(7, 14), QPointF(17.5, 14));
    painter.drawLine(QPointF(7, 19), QPointF(13, 19));
    painter.restore();
}

QIcon markIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const Theme &colours = theme(Scheme::Light);
        drawMark(painter, QRectF(0, 0, size, size), colours.of(Tone::Accent), colours.onAccent);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

void drawFocus(QPainter &painter, const QRectF &box, double radius, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

} // namespace afoot::ui
