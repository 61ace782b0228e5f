#include "ui/detail/timeline.h"

#include "ui/jobs/rowpainter.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

std::vector<StepSpan> spansOf(const Job &job, WallTime now)
{
    const WallTime end = isFinal(job.state) ? job.finishedAt.value_or(job.updatedAt) : now;
    std::optional<WallTime> start = job.startedAt;
    for (const Step &step : job.steps) {
        if (step.startedAt && (!start || *step.startedAt < *start))
            start = step.startedAt;
    }
    std::vector<StepSpan> spans(job.steps.size());
    if (!start)
        return spans;
    const double whole = std::max(1.0, double((end - *start).count()));
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Step &step = job.steps[i];
        if (!step.startedAt)
            continue;
        if (!step.finishedAt && step.state != StepState::Running)
            continue;
        // a step that was running when the job ended, ended with it
        const WallTime until = std::max(*step.startedAt, step.finishedAt.value_or(end));
        const auto at = [&](WallTime time) {
            return std::clamp(double((time - *start).count()) / whole, 0.0, 1.0);
        };
        spans[i] = {at(*step.startedAt), at(until), until - *step.startedAt};
    }
    return spans;
}

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Timeline::show(const JobPtr &job, WallTime now)
{
    const bool resized = !m_job || !job || m_job->steps.size() != job->steps.size();
    m_job = job;
    m_spans = job ? spansOf(*job, now) : std::vector<StepSpan>();
    if (resized)
        updateGeometry();
    if (job) {
        QStringList said;
        for (const Step &step : job->steps)
            said << text::step(step) + u' ' + text::stepState(step.state);
        setAccessibleName(tr("Steps: %1").arg(said.join(u", "_s)));
    }
    update();
}

QSize Timeline::sizeHint() const
{
    return {300, m_job ? int(m_job->steps.size()) * line : 0};
}

void Timeline::paintEvent(QPaintEvent *event)
{
    if (!m_job)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const QLocale locale;
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const double w = width();
    const auto place = [&](const QRectF &box) {
        return flip ? QRectF(w - box.right(), box.top(), box.width(), box.height()) : box;
    };
    const double nameWidth = std::clamp(w * 0.36, 80.0, 220.0);
    const double timeWidth = 84;
    const double axisLeft = 20 + nameWidth + 8;
    const double axis = std::max(20.0, w - axisLeft - timeWidth);
    const QFont small = faceOf(font(), Face::Small);
    const QFont strong = faceOf(font(), Face::SmallStrong);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto start =
        Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignRight : Qt::AlignLeft);
    const auto end = Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignLeft : Qt::AlignRight);
    // without any times an empty axis would look like steps that took none
    const bool timed = std::any_of(m_spans.begin(), m_spans.end(),
                                   [](const StepSpan &span) { return span.from.has_value(); });
    const int first = std::max(0, event->rect().top() / line);
    const int last = std::min(int(m_job->steps.size()) - 1, event->rect().bottom() / line);
    for (int i = first; i <= last; ++i) {
        const Step &step = m_job->steps[std::size_t(i)];
        const StepSpan &span = m_spans[std::size_t(i)];
        const double top = i * line;
        const bool now = step.state == StepState::Running && !isFinal(m_job->state);
        const bool idle = step.state == StepState::Pending || step.state == StepState::Skipped;
        const bool bad = step.state == StepState::Failed;
        const Tone tone = bad ? Tone::Bad : now ? Tone::Accent : Tone::Ok;
        drawDots(painter, place(QRectF(1, top, 12, line)), {step.state},
                 now || bad ? tone : Tone::Ok, colours, layoutDirection());
        painter.setFont(now || bad ? strong : small);
        painter.setPen(bad ? colours.of(Tone::Bad) : idle ? colours.secondary : colours.text);
        const QString name =
            painter.fontMetrics().elidedText(text::step(step), Qt::ElideRight, int(nameWidth));
        painter.drawText(place(QRectF(20, top, nameWidth, line)), int(start), name);

        const QRectF track(axisLeft, top + line / 2.0 - 3, axis, 6);
        painter.setPen(Qt::NoPen);
        if (timed) {
            painter.setBrush(colours.track);
            painter.drawRoundedRect(place(track), 3, 3);
        }
        if (span.from) {
            QRectF part = track;
            part.setLeft(track.left() + *span.from * axis);
            part.setRight(track.left() + span.to * axis);
            if (part.width() < 4)
                part.setWidth(4);
            if (part.right() > track.right())
                part.moveRight(track.right());
            painter.setBrush(colours.of(tone));
            painter.drawRoundedRect(place(part), 3, 3);
        }
        QString note;
        if (span.took)
            note = text::duration(*span.took, locale);
        else if (step.state == StepState::Skipped)
            note = text::stepState(step.state);
        painter.setFont(small);
        painter.setPen(colours.secondary);
        painter.drawText(place(QRectF(w - timeWidth, top, timeWidth, line)), int(end), note);
    }
}

} // namespace afoot::ui
