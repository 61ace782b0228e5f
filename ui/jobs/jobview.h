#pragma once

#include "ui/jobs/jobdelegate.h"

#include <QTableView>
#include <QTimer>

namespace afoot::ui {

/// The list of jobs. Selection is kept by job, not by row. A heading can be current but is never selected: it opens and
/// closes its section by the mouse, by Space and Return, and by the keys to either side. Its two timers run only while a row in sight
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
    /// Of a job, or, without one, of the list.
    void menuWanted(const std::optional<afoot::JobKey> &key, const QPoint &globalPos);

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
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    enum class Need { Tick, Move };
    std::pair<int, int> rowsInSight() const;
    const RowLook *lookIn(int row) const;
    bool takesKey(const QKeyEvent &event);
    void toggle(int heading, bool open);
    void noteCurrent(int row);
    void fitHeadings();
    void chooseRow(int row);
    bool inSightNeeds(Need need) const;
    bool isExposed() const;
    void holdRows();
    void restoreSelection();
    void dropSelection();

    JobModel &m_model; ///< must outlive the view
    JobDelegate *m_delegate;
    std::optional<JobKey> m_selected{};
    std::optional<std::string> m_heading{}; ///< the section whose heading is current
    QTimer m_tick;
    QTimer m_move;
    QTimer m_release;
    bool m_animated;
    bool m_byKey = false; ///< the current row moves because a key was pressed
};

} // namespace afoot::ui
