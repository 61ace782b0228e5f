#pragma once

#include "ui/jobs/rowpainter.h"
#include "ui/pages/runmodel.h"

#include <QStyledItemDelegate>
#include <QTableView>

#include <optional>

namespace afoot::ui {

/// Paints ended runs as the list of jobs paints jobs.
class RunDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RunDelegate(const RunModel &model, JobModel::NowFn now, const QFont &font, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    void setFont(const QFont &font) { m_rows.type().setFont(font); }

private:
    RowLook look(int row) const;

    const RunModel &m_model; ///< must outlive the delegate
    JobModel::NowFn m_now;
    mutable RowPainter m_rows;
};

/// The list of ended runs. What is chosen is kept by the run's number, not by row, and asks for the next page well
/// before its end is in sight.
class RunView : public QTableView
{
    Q_OBJECT

public:
    RunView(RunModel &model, JobModel::NowFn now, QWidget *parent = nullptr);

    std::optional<std::int64_t> chosen() const { return m_chosen; }
    /// Marks it, where it is loaded; runChosen() is not said.
    void choose(std::int64_t number);
    void letGo();
    /// Takes the focus, visibly, and chooses the first row as the keyboard would.
    void enterByKey();

Q_SIGNALS:
    void runChosen(const std::optional<std::int64_t> &number);
    void menuWanted(std::int64_t number, const QPoint &globalPos);
    void deleteWanted(std::int64_t number);
    void copyWanted(std::int64_t number);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;

private:
    void say(std::int64_t number);
    void restore();
    void fetchAhead();

    RunModel &m_model; ///< must outlive the view
    RunDelegate *m_delegate;
    std::optional<std::int64_t> m_chosen{};
    bool m_byKey = false; ///< the current row moves because a key was pressed
};

} // namespace afoot::ui
