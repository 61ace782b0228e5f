#pragma once

#include "ui/jobs/jobmodel.h"
#include "ui/jobs/typesetter.h"

#include <QWidget>

#include <vector>

namespace afoot::ui {

/// What the strip shows, before it is drawn.
struct StripState
{
    struct Line
    {
        JobKey key{};
        RowLook look{};
        friend bool operator==(const Line &, const Line &) = default;
    };
    std::vector<Line> lines{}; ///< what needs a person first, then what runs, newest first
    int more = 0;              ///< jobs beyond those
    QString summary{};         ///< "1 needs you, 3 running"; that nothing runs
    QString failed{};          ///< "2 failed", of those that nobody has looked at
    bool ticks = false;        ///< something in here changes with the clock alone

    friend bool operator==(const StripState &, const StripState &) = default;
};

StripState stripStateOf(const JobModel &model, WallTime now, const QLocale &locale,
                        std::size_t most);

/// One job of the strip: its icon, title, bar, percentage and time left, or what it asks.
class StripLine : public QWidget
{
    Q_OBJECT

public:
    static constexpr int margin = 12;

    StripLine(Typesetter &type, QWidget *parent);
    void show(const StripState::Line &line);
    const JobKey &key() const { return m_line.key; }
    QSize sizeHint() const override { return {320, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Typesetter &m_type; ///< must outlive the line
    StripState::Line m_line{};
};

} // namespace afoot::ui
