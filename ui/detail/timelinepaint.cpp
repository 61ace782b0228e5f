// How the timeline looks.
#include "ui/controls.h"
#include "ui/detail/timeline.h"
#include "ui/jobs/rowpainter.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr double barHeight = 14;
constexpr double leastBar = 4;
constexpr double markWidth = 20;
constexpr double nearNow = 12;
constexpr double tickRoom = 60; ///< for the name of one

enum class Side { Start, Middle, End };

/// Text in @p box, elided, at the side that the window's direction gives; the text itself runs as it is written.
void say(QPainter &painter, const QRectF &box, const QString &text, bool flip,
         Side side = Side::Start)
{
    const auto align = side == Side::Middle            ? Qt::AlignHCenter
                       : (side == Side::Start) != flip ? Qt::AlignLeft
                                                       : Qt::AlignRight;
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const QString shown =
        painter.fontMetrics().elidedText(text, Qt::ElideRight, int(box.width()) + 1);
    painter.drawText(box, int(align) | int(Qt::AlignAbsolute) | int(Qt::AlignVCenter), shown);
}

} // namespace

struct Timeline::Places
{
    double width = 0;
    double name = 0; ///< how wide
    double left = 0; ///< of the axis
    double axis = 0; ///< how wide; zero where there is none
    double note = 80;
    bool flip = false;

    QRectF place(const QRectF &box) const
    {
        return flip ? QRectF(width - box.right(), box.top(), box.width(), box.height()) : box;
    }
};

Timeline::Places Timeline::places() const
{
    Places places;
    places.width = width();
    places.flip = layoutDirection() == Qt::RightToLeft;
    if (!m_axis) {
        // without any times an empty axis would look like steps that took none
        places.name = std::max(40.0, places.width - markWidth - places.note - 8);
        return places;
    }
    // no wider than the widest needs, so that time has the rest
    const QFontMetricsF metrics(faceOf(font(), Face::SmallStrong));
    double widest = 60;
    for (const StepRow &row : m_rows) {
        if (row.kind == StepRow::Kind::Step)
            widest = std::max(widest,
                              metrics.horizontalAdvance(text::step(m_job->steps[row.first])) + 4);
    }
    places.name = std::min(widest, std::clamp(places.width * 0.36, 80.0, 220.0));
    places.left = markWidth + places.name + 12;
    places.axis = std::max(20.0, places.width - places.left - places.note);
    return places;
}

void Timeline::paintEvent(QPaintEvent *event)
{
    if (!m_job || m_rows.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Places where = places();
    if (m_axis)
        paintAxis(painter, where);
    const int first = std::max(0, rowAt(event->rect().top()));
    for (int row = first; row < rowCount() && m_tops[std::size_t(row)] <= event->rect().bottom();
         ++row)
        paintRow(painter, where, row);
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rectOf(m_current)), 6, themeOf(palette()).of(Tone::Accent));
}

void Timeline::paintAxis(QPainter &painter, const Places &places) const
{
    const Theme &colours = themeOf(palette());
    painter.setFont(faceOf(font(), Face::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const double high = height() - axisHeight;
    const double end = places.left + places.axis;
    const auto line = [&](double x, const QColor &ink) {
        painter.fillRect(places.place(QRectF(std::round(x), axisHeight - 2, 1, high + 2)), ink);
    };
    double room = end + places.note / 2;
    if (m_clock == Clock::Runs) {
        const QString now = tr("now");
        const double wide = metrics.horizontalAdvance(now) + 2;
        painter.setPen(colours.of(Tone::Accent));
        say(painter, places.place(QRectF(end - wide / 2, 0, wide, axisHeight - 4)), now,
            places.flip, Side::Middle);
        room = end - wide / 2 - 8;
        line(end, colours.of(Tone::Accent));
    }
    painter.setPen(colours.secondary);
    const int most = std::clamp(int(places.axis / tickRoom) + 1, 2, 7);
    for (const Tick &tick : ticksOf(*m_axis, most)) {
        const double x = places.left + tick.at * places.axis;
        // two lines side by side would say nothing
        if (m_clock == Clock::Stands || x < end - nearNow)
            line(x, colours.line);
        const QString name = nameOf(tick, QLocale());
        const double wide = metrics.horizontalAdvance(name) + 2;
        const double from = x - wide / 2;
        if (from + wide <= room)
            say(painter, places.place(QRectF(from, 0, wide, axisHeight - 4)), name, places.flip,
                Side::Middle);
    }
}

void Timeline::paintRow(QPainter &painter, const Places &places, int index) const
{
    const Theme &colours = themeOf(palette());
    const StepRow &row = m_rows[std::size_t(index)];
    const double top = m_tops[std::size_t(index)];
    const QFont small = faceOf(font(), Face::Small);
    const QRectF name(markWidth, top, places.name, lineHeight);
    if (row.kind != StepRow::Kind::Step) {
        painter.setFont(small);
        painter.setPen(colours.of(Tone::Accent));
        const bool isFewer = row.kind == StepRow::Kind::Fewer;
        QRectF arrow = places.place(QRectF(0, top + 6, 12, 14));
        if (isFewer) {
            painter.save();
            painter.translate(arrow.center());
            painter.scale(1, -1);
            painter.translate(-arrow.center());
        }
        drawIcon(painter, Icon::Down, arrow, colours.of(Tone::Accent));
        if (isFewer)
            painter.restore();
        painter.setPen(colours.of(Tone::Accent));
        // it has no bar, so it may take the room of one
        QRectF words = name;
        words.setRight(places.width);
        say(painter, places.place(words), nameOf(row, *m_job, QLocale()), places.flip);
        return;
    }
    const Step &step = m_job->steps[row.first];
    const StepSpan &span = m_spans[row.first];
    const bool runs = step.state == StepState::Running && !isFinal(m_job->state);
    const bool bad = step.state == StepState::Failed;
    const bool idle = step.state == StepState::Pending || step.state == StepState::Skipped;
    drawDots(painter, places.place(QRectF(1, top, 12, lineHeight)), {step.state},
             bad    ? Tone::Bad
             : runs ? Tone::Accent
                    : Tone::Ok,
             colours, layoutDirection());
    painter.setFont(runs || bad ? faceOf(font(), Face::SmallStrong) : small);
    painter.setPen(bad ? colours.of(Tone::Bad) : idle ? colours.secondary : colours.text);
    say(painter, places.place(name), text::step(step), places.flip);
    paintBar(painter, places, step, span, top);

    const QLocale locale;
    QString end;
    if (span.took)
        end = text::duration(*span.took, locale);
    else if (step.state == StepState::Skipped)
        end = stateOf(step);
    else if (runs && step.percent)
        end = text::percent(*step.percent, locale);
    painter.setFont(small);
    painter.setPen(colours.secondary);
    say(painter, places.place(QRectF(places.width - places.note, top, places.note, lineHeight)),
        end, places.flip, Side::End);
    if (const QString said = note(row); !said.isEmpty()) {
        painter.setPen(colours.of(Tone::Bad));
        say(painter,
            places.place(
                QRectF(markWidth, top + lineHeight - 4, places.width - markWidth, noteHeight)),
            said, places.flip);
    }
}

void Timeline::paintBar(QPainter &painter, const Places &places, const Step &step,
                        const StepSpan &span, double top) const
{
    if (!span.from)
        return;
    const Theme &colours = themeOf(palette());
    const QRectF axis(places.left, top + (lineHeight - barHeight) / 2, places.axis, barHeight);
    QRectF bar = axis;
    bar.setLeft(axis.left() + *span.from * axis.width());
    bar.setRight(std::max(axis.left() + span.to * axis.width(), bar.left() + leastBar));
    if (bar.right() > axis.right())
        bar.moveRight(axis.right());
    const bool runs = step.state == StepState::Running && !isFinal(m_job->state);
    const QColor ink = step.state == StepState::Failed      ? colours.of(Tone::Bad)
                       : step.state == StepState::Completed ? colours.of(Tone::Ok)
                       : runs                               ? colours.of(Tone::Accent)
                                                            : colours.stopped;
    const double radius = std::min(4.0, bar.width() / 2);
    if (!runs || !step.percent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawRoundedRect(places.place(bar), radius, radius);
        return;
    }
    // how long it has run is the bar's length, how far it is the part of it that is filled
    const QRectF whole = places.place(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    QRectF filled = bar;
    filled.setWidth(bar.width() * std::clamp(*step.percent, 0.0, 100.0) / 100);
    const QRectF part = places.place(filled);
    const auto half = [&](const QRectF &clip, const QColor &ground, const QColor &words) {
        painter.save();
        painter.setClipRect(clip, Qt::IntersectClip);
        painter.setPen(ink);
        painter.setBrush(ground);
        painter.drawRoundedRect(whole, radius, radius);
        QFont tiny = faceOf(font(), Face::SmallStrong);
        tiny.setPixelSize(10);
        painter.setFont(tiny);
        const QString percent = text::percent(*step.percent, QLocale());
        painter.setPen(words);
        if (painter.fontMetrics().horizontalAdvance(percent) + 8 <= whole.width())
            say(painter, whole, percent, places.flip, Side::Middle);
        painter.restore();
    };
    half(QRectF(rect()), colours.tint(Tone::Accent), ink);
    half(part, ink, colours.onAccent);
}

} // namespace afoot::ui
