#pragma once

#include "ui/jobs/typesetter.h"
#include "ui/pages/runstats.h"

#include <QWidget>

namespace afoot::ui {

/// Where things lie in a plot of durations, left to right; mirrored when painted.
struct PlotPlaces
{
    QRectF axis{};                 ///< the ground that the runs lie on
    std::vector<QPointF> points{}; ///< of each run its own, evenly: bursts would lie on one another
    std::vector<double> marks{};   ///< heights of TimeAxis::marks
    double median = 0;             ///< height of the median, in the middle of no runs at all
};
PlotPlaces placesOf(const std::vector<TimedRun> &runs, const TimeAxis &axis, const QRectF &ground);

/// How long the last runs of a kind took, one beside the other, oldest first. What did not complete is told by shape
/// and colour. The pointer and the arrow keys go from run to run, and the line above says what it is.
class DurationPlot : public QWidget
{
    Q_OBJECT

public:
    using NowFn = std::function<WallTime()>;
    explicit DurationPlot(NowFn now, QWidget *parent = nullptr);

    /// @p runs as timed() has them.
    void show(const QString &kind, std::vector<TimedRun> runs);
    const std::vector<TimedRun> &runs() const { return m_runs; }
    /// The run that is pointed at; -1: none.
    int current() const { return m_current; }
    /// The run that the list has chosen is marked, where it is one of these.
    void mark(std::optional<std::int64_t> number);
    /// What is said of @p run, in one line.
    QString textOf(const TimedRun &run) const;

    QSize sizeHint() const override { return {400, 172}; }
    QSize minimumSizeHint() const override { return {240, 172}; }

Q_SIGNALS:
    void runChosen(std::int64_t number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF ground() const;
    int runAt(QPointF at) const;
    void setCurrent(int index);
    void describe();
    void paintHead(QPainter &painter, const Theme &colours);
    void paintAxes(QPainter &painter, const PlotPlaces &places, const Theme &colours);
    double paintTimes(QPainter &painter, const PlotPlaces &places, double top,
                      const Theme &colours);
    void paintLegend(QPainter &painter, const QRectF &axis, double top, double end,
                     const Theme &colours);
    void paintRuns(QPainter &painter, const PlotPlaces &places, const Theme &colours);

    NowFn m_now;
    QString m_kind{};
    std::vector<TimedRun> m_runs{};
    TimeAxis m_axis{};
    int m_current = -1;
    std::optional<std::int64_t> m_marked{};
    mutable Typesetter m_type;
};

} // namespace afoot::ui
