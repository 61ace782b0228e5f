#pragma once

#include "ui/detail/detailpane.h"

class QGridLayout;

namespace afoot::ui {

/// Title, state, bar and numbers of the job in the detail pane.
class DetailPane::Head : public QWidget
{
public:
    explicit Head(QWidget *parent);
    void show(const RowLook &look);
    QSize sizeHint() const override { return {320, 118}; }
    QSize minimumSizeHint() const override { return {200, 118}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    RowLook m_look{};
    Typesetter m_type;
};

/// The details that a job's reporter gave, a line each: key and value.
class DetailPane::Facts : public QWidget
{
public:
    explicit Facts(QWidget *parent);
    void show(const std::vector<Detail> &details);

private:
    QGridLayout *m_lines;
    std::vector<Detail> m_shown{}; ///< those that the lines hold, whosever they are
};

} // namespace afoot::ui
