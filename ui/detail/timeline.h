#pragma once

#include "ui/detail/stepaxis.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace afoot::ui {

/// The steps of a job as a small Gantt: a line each, with a bar where it lay in time.
///
/// Keeps no time itself: whoever shows it calls show() again while something runs. A person goes from line to line
/// with the arrows; assistive tools find one item for each line (timelineaccess.h).
class Timeline : public QWidget
{
    Q_OBJECT

public:
    /// Whether time goes on for the job, as far as anybody here knows.
    enum class Clock { Runs, Stands };

    explicit Timeline(QWidget *parent = nullptr);
    void show(const JobPtr &job, WallTime now, Clock clock = Clock::Runs);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

    int rowCount() const { return int(m_rows.size()); }
    int currentRow() const { return m_current; }
    /// In the coordinates of the widget.
    QRect rectOf(int row) const;
    /// What is said of it to those who listen.
    QString spoken(int row) const;
    /// Does what a click on the line does.
    void activate(int row);

Q_SIGNALS:
    /// The keyboard went to a line: it wants to be in sight.
    void rowEntered(const QRect &rect);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Places;
    static constexpr int lineHeight = 26;
    static constexpr int noteHeight = 18;
    static constexpr int axisHeight = 22;

    void layRows();
    int rowAt(int y) const;
    void setCurrent(int row);
    QString note(const StepRow &row) const; ///< of what failed, where nobody says it elsewhere
    QString tip(int row) const;
    Places places() const;
    void paintAxis(QPainter &painter, const Places &places) const;
    void paintRow(QPainter &painter, const Places &places, int row) const;
    void paintBar(QPainter &painter, const Places &places, const Step &step, const StepSpan &span,
                  double top) const;

    JobPtr m_job{};
    WallTime m_now{};
    Clock m_clock = Clock::Runs;
    std::vector<StepSpan> m_spans{};
    std::optional<Millis> m_axis{}; ///< unset: nobody said when any step ran
    std::vector<StepRow> m_rows{};
    std::vector<int> m_tops{}; ///< of each row, and behind the last the height of all
    int m_current = 0;
    bool m_open = false; ///< nothing is folded
};

} // namespace afoot::ui
