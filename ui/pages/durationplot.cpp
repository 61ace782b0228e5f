#include "ui/pages/durationplot.h"

#include "ui/controls.h"
#include "ui/jobs/look.h"
#include "ui/text.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace afoot::ui {

namespace {

constexpr double side = 24; ///< as the rows of the list begin
constexpr double headHeight = 28;
constexpr double footHeight = 22;
constexpr double closest = 4; ///< between two runs
constexpr double widest = 28; ///< few runs are not strewn over the whole width
constexpr double reach = 24;  ///< how far off a run the pointer still means it

QRectF mirrored(const QRectF &box, double width, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return box;
    return {width - box.right(), box.top(), box.width(), box.height()};
}

QPointF mirrored(QPointF at, double width, Qt::LayoutDirection direction)
{
    return direction == Qt::LeftToRight ? at : QPointF(width - at.x(), at.y());
}

Tone toneOf(State state)
{
    Job job;
    job.state = state;
    return ui::toneOf(job, false);
}

/// A disc for what completed, a cross for what failed, a ring for what was canceled, an open square for what was lost.
void drawRun(QPainter &painter, QPointF at, State state, double size, const Theme &colours)
{
    const QColor ink = state == State::Completed  ? colours.of(Tone::Accent)
                       : state == State::Canceled ? colours.stopped
                                                  : colours.of(toneOf(state));
    const double r = size / 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap));
    switch (state) {
    case State::Failed:
        painter.drawLine(QPointF(at.x() - r, at.y() - r), QPointF(at.x() + r, at.y() + r));
        painter.drawLine(QPointF(at.x() - r, at.y() + r), QPointF(at.x() + r, at.y() - r));
        break;
    case State::Canceled:
        painter.drawEllipse(at, r, r);
        break;
    case State::Lost:
        painter.drawRect(QRectF(at.x() - r, at.y() - r, size, size));
        break;
    default:
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(at, r, r);
    }
}

} // namespace

PlotPlaces placesOf(const std::vector<TimedRun> &runs, const TimeAxis &axis, const QRectF &ground)
{
    PlotPlaces places{.axis = ground};
    const auto heightOf = [&](Millis span) {
        return ground.bottom() - axis.placeOf(span) * ground.height();
    };
    const double room = std::max(1.0, ground.width() - 12);
    const double pitch = runs.size() < 2 ? 0 : std::min(widest, room / double(runs.size() - 1));
    // the newest at the end: there is where another will be
    double x = ground.right() - 6 - pitch * double(runs.empty() ? 0 : runs.size() - 1);
    for (const TimedRun &run : runs) {
        places.points.emplace_back(x, heightOf(run.took));
        x += pitch;
    }
    for (const Millis mark : axis.marks)
        places.marks.push_back(heightOf(mark));
    places.median = heightOf(median(runs).value_or(axis.end / 2));
    return places;
}

DurationPlot::DurationPlot(NowFn now, QWidget *parent)
    : QWidget(parent), m_now(std::move(now)), m_type(font())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void DurationPlot::show(const QString &kind, std::vector<TimedRun> runs)
{
    if (kind == m_kind && runs == m_runs)
        return;
    m_kind = kind;
    m_runs = std::move(runs);
    m_axis = axisFor(m_runs);
    m_current = -1;
    describe();
    update();
}

void DurationPlot::mark(std::optional<std::int64_t> number)
{
    m_marked = number;
    update();
}

void DurationPlot::describe()
{
    setAccessibleName(m_kind.isEmpty()
                          ? tr("Durations")
                          : tr("Durations of %1: %2").arg(m_kind, summaryOf(m_runs, QLocale())));
    const QString now = m_current < 0 ? QString() : textOf(m_runs[std::size_t(m_current)]);
    if (now == accessibleDescription())
        return;
    setAccessibleDescription(now);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString DurationPlot::textOf(const TimedRun &run) const
{
    const QLocale locale;
    return tr("%1 · %2 · %3", "state, duration, when")
        .arg(text::state(run.state), fineText(run.took, locale),
             text::moment(run.ended, m_now(), locale));
}

QRectF DurationPlot::ground() const
{
    double labels = 0;
    for (const Millis mark : m_axis.marks)
        labels = std::max(labels, m_type.width(Face::Small, markText(mark, QLocale())));
    const double left = side + std::ceil(labels) + 12;
    return {left, headHeight + 8, std::max(40.0, width() - left - side),
            height() - headHeight - 8 - footHeight};
}

int DurationPlot::runAt(QPointF at) const
{
    const PlotPlaces places = placesOf(m_runs, m_axis, ground());
    const double x = mirrored(at, width(), layoutDirection()).x();
    int nearest = -1;
    double least = reach;
    for (std::size_t i = 0; i < places.points.size(); ++i) {
        const double distance = std::abs(places.points[i].x() - x);
        if (distance < least) {
            least = distance;
            nearest = int(i);
        }
    }
    return at.y() < headHeight ? -1 : nearest;
}

void DurationPlot::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    describe();
    update();
}

void DurationPlot::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(runAt(event->position()));
}

void DurationPlot::leaveEvent(QEvent *event)
{
    setCurrent(-1);
    QWidget::leaveEvent(event);
}

void DurationPlot::focusOutEvent(QFocusEvent *event)
{
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

void DurationPlot::mousePressEvent(QMouseEvent *event)
{
    const int run = event->button() == Qt::LeftButton ? runAt(event->position()) : -1;
    if (run >= 0)
        Q_EMIT runChosen(m_runs[std::size_t(run)].number);
}

void DurationPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_runs.size()) - 1;
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const int key = event->key();
    if (last < 0) {
        QWidget::keyPressEvent(event);
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int by = (key == Qt::Key_Right) == flip ? -1 : 1;
        setCurrent(m_current < 0 ? last : std::clamp(m_current + by, 0, last));
    } else if (key == Qt::Key_Home || key == Qt::Key_End) {
        setCurrent(key == Qt::Key_Home ? 0 : last);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) &&
               m_current >= 0) {
        Q_EMIT runChosen(m_runs[std::size_t(m_current)].number);
    } else if (key == Qt::Key_Escape && m_current >= 0) {
        setCurrent(-1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DurationPlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_type.setFont(font());
    QWidget::changeEvent(event);
}

void DurationPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const PlotPlaces places = placesOf(m_runs, m_axis, ground());
    paintHead(painter, colours);
    if (m_runs.empty())
        return;
    paintAxes(painter, places, colours);
    paintRuns(painter, places, colours);
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()).adjusted(8, 0, -8, 0), 8, colours.of(Tone::Accent));
}

/// The kind, and behind it the sum of all, or the run that is pointed at.
void DurationPlot::paintHead(QPainter &painter, const Theme &colours)
{
    const auto direction = layoutDirection();
    QRectF line(side, 2, width() - 2 * side, headHeight - 4);
    const QString said = m_current >= 0   ? textOf(m_runs[std::size_t(m_current)])
                         : m_runs.empty() ? QString()
                                          : summaryOf(m_runs, QLocale());
    const double wide = std::min(m_type.width(Face::Small, said), line.width() * 0.7);
    QRectF name = line;
    name.setWidth(std::max(0.0, line.width() - wide - 16));
    m_type.draw(painter, Face::SmallStrong, mirrored(name, width(), direction), m_kind,
                colours.text, direction);
    line.setLeft(line.right() - std::ceil(wide) - 1);
    m_type.draw(painter, Face::Small, mirrored(line, width(), direction), said,
                m_current >= 0 ? colours.text : colours.secondary, direction, Qt::AlignRight);
}

void DurationPlot::paintAxes(QPainter &painter, const PlotPlaces &places, const Theme &colours)
{
    const auto direction = layoutDirection();
    const QLocale locale;
    const auto across = [&](double y, const QColor &ink, Qt::PenStyle style) {
        painter.setPen(QPen(ink, 1, style));
        painter.drawLine(mirrored({places.axis.left(), y}, width(), direction),
                         mirrored({places.axis.right(), y}, width(), direction));
    };
    const auto crisp = [](double y) { return std::round(y) + 0.5; };
    across(crisp(places.axis.bottom()), colours.line, Qt::SolidLine);
    for (std::size_t i = 0; i < places.marks.size(); ++i) {
        across(crisp(places.marks[i]), colours.rule, Qt::SolidLine);
        const QRectF label(side, places.marks[i] - 9, places.axis.left() - side - 10, 18);
        m_type.draw(painter, Face::Small, mirrored(label, width(), direction),
                    markText(m_axis.marks[i], locale), colours.secondary, direction,
                    Qt::AlignRight);
    }
    across(crisp(places.median), colours.of(Tone::Accent), Qt::DashLine);

    const double foot = places.axis.bottom() + 3;
    const double lastLeft = paintTimes(painter, places, foot, colours);
    paintLegend(painter, places.axis, foot, lastLeft, colours);
}

/// Under the first and the last run when they ended. Returns where the latter begins.
double DurationPlot::paintTimes(QPainter &painter, const PlotPlaces &places, double top,
                                const Theme &colours)
{
    const auto direction = layoutDirection();
    const QLocale locale;
    const auto when = [&](const TimedRun &run) { return text::moment(run.ended, m_now(), locale); };
    const QString last = when(m_runs.back());
    const double lastWidth = std::ceil(m_type.width(Face::Small, last)) + 2;
    const QRectF end(places.axis.right() - lastWidth, top, lastWidth, 18);
    m_type.draw(painter, Face::Small, mirrored(end, width(), direction), last, colours.secondary,
                direction, Qt::AlignRight);
    const QString first = when(m_runs.front());
    const double firstWidth = std::ceil(m_type.width(Face::Small, first)) + 2;
    const double left = std::max(places.axis.left(), places.points.front().x() - 6);
    if (m_runs.size() > 1 && left + firstWidth + 16 < end.left())
        m_type.draw(painter, Face::Small,
                    mirrored(QRectF(left, top, firstWidth, 18), width(), direction), first,
                    colours.secondary, direction);
    return end.left();
}

/// What the shapes mean, those that are there and the line, between the two times where there is room.
void DurationPlot::paintLegend(QPainter &painter, const QRectF &axis, double top, double end,
                               const Theme &colours)
{
    const auto direction = layoutDirection();
    std::vector<std::pair<std::optional<State>, QString>> entries;
    for (const State state : {State::Completed, State::Failed, State::Canceled, State::Lost}) {
        if (std::any_of(m_runs.begin(), m_runs.end(),
                        [&](const TimedRun &run) { return run.state == state; }))
            entries.emplace_back(state, text::state(state));
    }
    entries.emplace_back(std::nullopt, tr("Median"));
    constexpr double sign = 18;
    constexpr double gap = 16;
    double wide = gap * double(entries.size() - 1);
    for (const auto &[state, name] : entries)
        wide += sign + m_type.width(Face::Small, name);
    double x = axis.center().x() - wide / 2;
    if (x - axis.left() < 120 || x + wide > end - gap)
        return;
    for (const auto &[state, name] : entries) {
        const QPointF at = mirrored(QPointF(x + 6, top + 9), width(), direction);
        if (state) {
            drawRun(painter, at, *state, 7, colours);
        } else {
            painter.setPen(QPen(colours.of(Tone::Accent), 1, Qt::DashLine));
            painter.drawLine(QPointF(at.x() - 6, at.y()), QPointF(at.x() + 6, at.y()));
        }
        const double words = std::ceil(m_type.width(Face::Small, name)) + 1;
        m_type.draw(painter, Face::Small,
                    mirrored(QRectF(x + sign, top, words, 18), width(), direction), name,
                    colours.secondary, direction);
        x += sign + words - 1 + gap;
    }
}

void DurationPlot::paintRuns(QPainter &painter, const PlotPlaces &places, const Theme &colours)
{
    const auto direction = layoutDirection();
    const double pitch = m_runs.size() < 2 ? widest : places.points[1].x() - places.points[0].x();
    const double size = std::clamp(pitch, closest, 7.0);
    if (m_current >= 0) {
        const double x =
            std::round(mirrored(places.points[std::size_t(m_current)], width(), direction).x());
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(QPointF(x + 0.5, places.axis.top()),
                         QPointF(x + 0.5, places.axis.bottom()));
    }
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const QPointF at = mirrored(places.points[i], width(), direction);
        const bool isCurrent = int(i) == m_current;
        if (isCurrent || m_marked == m_runs[i].number) {
            painter.setPen(QPen(colours.of(Tone::Accent), 1.5));
            painter.setBrush(isCurrent ? colours.ground : colours.tint(Tone::Accent));
            painter.drawEllipse(at, 8, 8);
        }
        drawRun(painter, at, m_runs[i].state, isCurrent ? 7 : size, colours);
    }
}

} // namespace afoot::ui
