#include "ui/detail/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace afoot::ui {

bool hasLine(const std::vector<RateLine::Point> &points)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (points[i - 1].rate && points[i].rate)
            return true;
    }
    return false;
}

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::show(std::vector<RateLine::Point> points, WallTime until, Tone tone)
{
    m_points = std::move(points);
    m_until = until;
    m_tone = tone;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.fillRect(QRectF(0, height() - 1, width(), 1), colours.line);
    if (!hasLine(m_points))
        return;
    const WallTime first = m_points.front().at;
    const double whole =
        std::max(1.0, double((std::max(m_until, m_points.back().at) - first).count()));
    double peak = 0;
    for (const RateLine::Point &point : m_points)
        peak = std::max(peak, point.rate.value_or(0));
    const double high = height() - 1 - 6;
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const double wide = width() - 8;
    const auto x = [&](WallTime at) {
        const double along = 4 + wide * double((at - first).count()) / whole;
        return flip ? width() - along : along;
    };
    const auto y = [&](double rate) { return 4 + high * (1 - (peak > 0 ? rate / peak : 0)); };
    const QColor ink = m_tone == Tone::Idle ? colours.stopped : colours.of(m_tone);
    QColor ground = colours.tint(m_tone);
    ground.setAlphaF(0.7F);
    const auto draw = [&](const QPolygonF &line) {
        if (line.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(line.first(), 1.2, 1.2);
            return;
        }
        QPolygonF under = line;
        under << QPointF(line.last().x(), height() - 1) << QPointF(line.first().x(), height() - 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPolygon(under);
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    };
    QPolygonF line;
    for (const RateLine::Point &point : m_points) {
        if (point.rate) {
            line << QPointF(x(point.at), y(*point.rate));
            continue;
        }
        if (line.isEmpty())
            continue;
        // as far as it was known
        line << QPointF(x(point.at), line.last().y());
        draw(line);
        line.clear();
    }
    if (line.isEmpty())
        return;
    draw(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(line.last(), 2.6, 2.6);
}

} // namespace afoot::ui
