#pragma once

#include "ui/jobs/rowpainter.h"

#include <QWidget>

namespace afoot::ui {

/// One job, large: title, bar with its percentage, numbers, steps.
class FocusFace : public QWidget
{
    Q_OBJECT

public:
    explicit FocusFace(QWidget *parent = nullptr);

    /// @p elapsed: "after 3 min", "3 min so far"; may be empty.
    void show(const RowLook &look, const QString &elapsed);
    const RowLook &look() const { return m_look; }
    /// 0..1, where a busy bar's segment is.
    void setPhase(double phase);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {280, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintHead(QPainter &painter);
    void paintProgress(QPainter &painter);
    void paintSteps(QPainter &painter);
    QRectF place(const QRectF &box) const;

    RowLook m_look{};
    QString m_elapsed{};
    Typesetter m_type;
    double m_phase = 0.42;
};

} // namespace afoot::ui
