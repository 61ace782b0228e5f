#pragma once

#include "ui/jobs/heading.h"
#include "ui/jobs/jobmodel.h"

#include <QStyledItemDelegate>

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

    /// Of a row with a job.
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

} // namespace afoot::ui
