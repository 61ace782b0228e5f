#include "ui/detail/timeline.h"

#include "ui/detail/timelineaccess.h"
#include "ui/jobs/look.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    installTimelineAccess();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Steps"));
}

void Timeline::show(const JobPtr &job, WallTime now, Clock clock)
{
    if (!m_job || !job || m_job->key != job->key) {
        m_open = false;
        m_current = 0;
    }
    m_job = job;
    m_now = now;
    m_clock = job && isFinal(job->state) ? Clock::Stands : clock;
    m_spans = job ? spansOf(*job, now) : std::vector<StepSpan>();
    m_axis = job ? axisOf(*job, now) : std::nullopt;
    layRows();
    update();
}

void Timeline::layRows()
{
    const int before = m_tops.empty() ? 0 : m_tops.back();
    m_rows = m_job ? rowsOf(*m_job, m_open) : std::vector<StepRow>();
    m_tops.clear();
    int top = m_axis ? axisHeight : 0;
    for (const StepRow &row : m_rows) {
        m_tops.push_back(top);
        top += lineHeight + (note(row).isEmpty() ? 0 : noteHeight);
    }
    m_tops.push_back(m_rows.empty() ? 0 : top);
    m_current = std::clamp(m_current, 0, std::max(0, rowCount() - 1));
    if (before != m_tops.back())
        updateGeometry();
}

QSize Timeline::sizeHint() const
{
    return {300, m_tops.empty() ? 0 : m_tops.back()};
}

QString Timeline::note(const StepRow &row) const
{
    if (row.kind != StepRow::Kind::Step)
        return {};
    const Step &step = m_job->steps[row.first];
    const QString said = text::of(step.message).trimmed();
    const bool isRepeated = text::of(m_job->error).contains(said, Qt::CaseInsensitive) ||
                            text::of(m_job->message).contains(said, Qt::CaseInsensitive);
    return step.state == StepState::Failed && !isRepeated ? said : QString();
}

QRect Timeline::rectOf(int row) const
{
    const auto i = std::size_t(row);
    return {0, m_tops[i], width(), m_tops[i + 1] - m_tops[i]};
}

int Timeline::rowAt(int y) const
{
    const auto below = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    if (below == m_tops.begin() || below == m_tops.end())
        return -1;
    return int(below - m_tops.begin()) - 1;
}

QString Timeline::spoken(int row) const
{
    const StepRow &line = m_rows[std::size_t(row)];
    if (line.kind != StepRow::Kind::Step)
        return nameOf(line, *m_job, QLocale());
    return spokenStep(*m_job, line.first, m_spans[line.first], QLocale());
}

QString Timeline::tip(int row) const
{
    const StepRow &line = m_rows[std::size_t(row)];
    if (line.kind != StepRow::Kind::Step)
        return {};
    const Step &step = m_job->steps[line.first];
    QStringList lines{text::step(step)};
    QString state = stateOf(step);
    if (const auto took = m_spans[line.first].took)
        state = joined(state, text::duration(*took, QLocale()), separator);
    lines << state;
    if (step.startedAt)
        lines << tr("started %1").arg(text::moment(*step.startedAt, m_now, QLocale()));
    lines << text::of(step.message).trimmed();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void Timeline::activate(int row)
{
    if (m_rows[std::size_t(row)].kind == StepRow::Kind::Step)
        return;
    m_open = !m_open;
    layRows();
    update();
}

void Timeline::setCurrent(int row)
{
    m_current = row;
    update();
    Q_EMIT rowEntered(rectOf(row));
    QAccessibleEvent said(this, QAccessible::Focus);
    said.setChild(row);
    QAccessible::updateAccessibility(&said);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const int last = rowCount() - 1;
    const auto go = [&](int row) {
        if (row >= 0 && row <= last)
            setCurrent(row);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(m_current - 1);
    case Qt::Key_Down:
        return go(m_current + 1);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(last);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current <= last)
            activate(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    m_current = row;
    activate(row);
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    const bool opens = row >= 0 && m_rows[std::size_t(row)].kind != StepRow::Kind::Step;
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (rowCount() > 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(m_current);
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        const QString text = row < 0 ? QString() : tip(row);
        // text from outside is text, never markup
        QToolTip::showText(help->globalPos(),
                           text.isEmpty() ? QString()
                                          : u"<p style='white-space:pre-wrap'>"_s +
                                                text.toHtmlEscaped() + u"</p>"_s,
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace afoot::ui
