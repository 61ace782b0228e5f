#pragma once

#include "ui/jobs/ratebook.h"
#include "ui/theme.h"

#include <QWidget>

namespace afoot::ui {

/// The rate of a job over time as a thin line above its ground. Where nothing is known there is no line; what was before
/// the first point is not drawn.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    /// @p until: the end of the axis; the last point when that is later.
    void show(std::vector<RateLine::Point> points, WallTime until, Tone tone);
    QSize sizeHint() const override { return {300, 44}; }
    QSize minimumSizeHint() const override { return {80, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<RateLine::Point> m_points{};
    WallTime m_until{};
    Tone m_tone = Tone::Accent;
};

/// Whether there are two points with nothing but time between them.
bool hasLine(const std::vector<RateLine::Point> &points);

} // namespace afoot::ui
