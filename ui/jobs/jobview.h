#pragma once

#include "ui/jobs/jobmodel.h"
#include "ui/jobs/rowpainter.h"

#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>

namespace afoot::ui {

inline constexpr int jobRowHeight = 62;

/// Paints the rows of a JobModel; what a row says is remembered for as long as the job and the second last.
class JobDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    JobDelegate(const JobModel &model, JobModel::NowFn now, const QFont &font, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    const RowLook &look(int row) const;
    void forget() { m_looks.clear(); }
    void setFont(const QFont &font);
    void setPhase(double phase) { m_phase = phase; }

private:
    struct Remembered
    {
        JobPtr job{};
        bool away = false;
        bool paused = false;
        qint64 second = 0;
        RowLook look{};
    };
    const JobModel &m_model; ///< must outlive the delegate
    JobModel::NowFn m_now;
    mutable RowPainter m_rows;
    mutable std::unordered_map<JobKey, Remembered, JobKeyHash> m_looks{};
    double m_phase = 0.42;
};

/// The list of jobs. Selection is kept by job, not by row. Its two timers run only while a row in sight
/// needs them: one a second for time left, 16 a second for a bar that moves without a percentage.
class JobView : public QTableView
{
    Q_OBJECT

public:
    JobView(JobModel &model, JobModel::NowFn now, bool animated, QWidget *parent = nullptr);

    std::optional<JobKey> selected() const { return m_selected; }
    void select(const JobKey &key);
    void deselect();
    /// Takes the focus, visibly, and chooses the first row as the keyboard would.
    void enterByKey();
    void setAnimated(bool animated);

    /// What keeps time right now; for tests of how often an idle window wakes.
    bool isTicking() const { return m_tick.isActive(); }
    bool isMoving() const { return m_move.isActive(); }

Q_SIGNALS:
    void jobSelected(const std::optional<afoot::JobKey> &key);
    void jobActivated(const afoot::JobKey &key);
    void menuWanted(const afoot::JobKey &key, const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Need { Tick, Move };
    std::pair<int, int> rowsInSight() const;
    bool inSightNeeds(Need need) const;
    bool isExposed() const;
    void holdRows();
    void restoreSelection();
    void dropSelection();

    JobModel &m_model; ///< must outlive the view
    JobDelegate *m_delegate;
    std::optional<JobKey> m_selected{};
    QTimer m_tick;
    QTimer m_move;
    QTimer m_release;
    bool m_animated;
    bool m_byKey = false; ///< the current row moves because a key was pressed
};

} // namespace afoot::ui
