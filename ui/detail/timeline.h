#pragma once

#include "core/model/job.h"
#include "ui/theme.h"

#include <QLocale>
#include <QWidget>

#include <optional>
#include <vector>

namespace afoot::ui {

/// One line of the timeline: when a step ran on the axis 0..1 of the whole job.
struct StepSpan
{
    std::optional<double>
        from{}; ///< unset while it has not started, or when nobody said when it did
    double to = 0;
    std::optional<Millis> took{};

    friend bool operator==(const StepSpan &, const StepSpan &) = default;
};

/// The steps of @p job on one common axis from its start (or its first step's) to its end, or to @p now.
std::vector<StepSpan> spansOf(const Job &job, WallTime now);

/// The steps of a job, each with its duration and a bar where it lay in time.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);
    void show(const JobPtr &job, WallTime now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int line = 24;
    JobPtr m_job{};
    std::vector<StepSpan> m_spans{};
};

} // namespace afoot::ui
