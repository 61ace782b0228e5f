#include "ui/jobs/rowpainter.h"

#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 20;
constexpr double textLeft = 66;
constexpr double chipWidth = 100;
constexpr double timeWidth = 148;
constexpr double leastName = 24; ///< no name is cut shorter than this; it is left out

QRectF mirrored(const QRectF &box, const QRectF &in, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight)
        return box;
    return {in.left() + in.right() - box.right(), box.top(), box.width(), box.height()};
}

RowPlaces mirrored(RowPlaces places, const QRectF &row, Qt::LayoutDirection direction)
{
    for (QRectF *box : {&places.icon, &places.title, &places.about, &places.numbers, &places.bar,
                        &places.steps, &places.time, &places.rate, &places.chip})
        *box = mirrored(*box, row, direction);
    return places;
}

int weightOf(StepState state)
{
    switch (state) {
    case StepState::Failed:
        return 4;
    case StepState::Running:
        return 3;
    case StepState::Pending:
        return 2;
    case StepState::Completed:
        return 1;
    case StepState::Skipped:
        return 0;
    }
    return 0;
}

QPixmap hatch(const QColor &ink, const QColor &ground, double scale)
{
    QPixmap tile(int(std::ceil(8 * scale)), int(std::ceil(8 * scale)));
    tile.setDevicePixelRatio(scale);
    tile.fill(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 2.6));
    for (const double x : {-8.0, 0.0, 8.0})
        painter.drawLine(QPointF(x - 1, 9), QPointF(x + 9, -1));
    return tile;
}

} // namespace

RowPlaces placesOf(const QRectF &row, bool hasSteps)
{
    RowPlaces places;
    using Width = RowPlaces::Width;
    const double w = row.width();
    places.width = w >= 820   ? Width::Full
                   : w >= 600 ? Width::Medium
                   : w >= 440 ? Width::Narrow
                              : Width::Slim;
    const double top = row.top();
    const double left = row.left() + textLeft;
    double right = row.right() - margin;
    places.icon = {row.left() + 23, top + 16, 30, 30};
    if (places.width == Width::Full || places.width == Width::Medium) {
        places.chip = {right - chipWidth, top + 20, chipWidth, 22};
        right -= chipWidth + (places.width == Width::Full ? 0 : 24);
    }
    if (places.width == Width::Full) {
        right -= timeWidth;
        places.time = {right, top + 12, timeWidth - 8, 20};
        places.rate = {right, top + 32, timeWidth - 8, 20};
        right -= 28;
    }
    if (places.width == Width::Slim) {
        places.title = {left, top + 6, right - left, 20};
        places.about = {left, top + 25, right - left, 18};
        places.bar = {left, top + 47, right - left, 6};
        return places;
    }
    const double share = std::clamp((right - left) * 0.444, 150.0, 440.0);
    places.title = {left, top + 11, share - 20, 20};
    places.about = {left, top + 31, share - 20, 20};
    const double lift = hasSteps ? 8 : 0;
    const double barLeft = left + share;
    places.numbers = {barLeft, top + 14 - lift, right - barLeft, 20};
    places.bar = {barLeft, top + 36.5 - lift, right - barLeft, 6};
    if (hasSteps)
        places.steps = {barLeft, top + 37.5, right - barLeft, 20};
    return places;
}

std::vector<StepState> gathered(const std::vector<StepState> &steps, std::size_t room)
{
    if (steps.size() <= room || room == 0)
        return steps;
    std::vector<StepState> dots;
    dots.reserve(room);
    for (std::size_t i = 0; i < room; ++i) {
        const auto first = steps.begin() + std::ptrdiff_t(i * steps.size() / room);
        const auto last = steps.begin() + std::ptrdiff_t((i + 1) * steps.size() / room);
        dots.push_back(*std::max_element(
            first, last, [](StepState a, StepState b) { return weightOf(a) < weightOf(b); }));
    }
    return dots;
}

void drawBar(QPainter &painter, const QRectF &box, const Bar &bar, double phase, const Theme &theme,
             Qt::LayoutDirection direction)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = box.height() / 2;
    painter.setBrush(theme.track);
    painter.drawRoundedRect(box, radius, radius);
    if (bar.kind == Bar::Kind::Empty)
        return;
    QRectF part = box;
    if (bar.kind == Bar::Kind::Busy) {
        // in from one end and out at the other
        const double length = box.width() * 0.28;
        const double at = -length + phase * (box.width() + length);
        part.setLeft(box.left() + std::max(0.0, at));
        part.setRight(box.left() + std::min(box.width(), at + length));
    } else {
        if (bar.fraction <= 0)
            return;
        // full only when it is: the last two pixels belong to the end
        const double most = bar.fraction < 1 ? box.width() - 2 : box.width();
        part.setWidth(std::min(most, std::max(box.height(), box.width() * bar.fraction)));
    }
    if (part.width() < 1)
        return;
    part = mirrored(part, box, direction);
    const QColor ink = bar.tone == Tone::Idle ? theme.stopped : theme.of(bar.tone);
    if (bar.kind == Bar::Kind::Stale) {
        const double scale = painter.device()->devicePixelRatioF();
        const QColor ground =
            theme.scheme == Scheme::Dark ? ink.darker(190) : QColor(0xd9, 0xbd, 0x8a);
        painter.setBrush(QBrush(hatch(ink, ground, scale)));
        painter.setBrushOrigin(box.topLeft());
    } else {
        painter.setBrush(ink);
    }
    painter.drawRoundedRect(part, std::min(radius, part.width() / 2), radius);
}

double drawDots(QPainter &painter, const QRectF &box, const std::vector<StepState> &steps,
                Tone tone, const Theme &theme, Qt::LayoutDirection direction)
{
    if (steps.empty())
        return 0;
    const double wanted = 18;
    const double closest = 11;
    const auto room = std::size_t(std::clamp(std::floor(box.width() / closest), 1.0, 24.0));
    const std::vector<StepState> dots = gathered(steps, room);
    const double pitch =
        dots.size() < 2 ? wanted
                        : std::clamp((box.width() - 11) / double(dots.size() - 1), closest, wanted);
    const bool joined = pitch > 15;
    const bool flip = direction == Qt::RightToLeft;
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = box.center().y();
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const double offset = 5 + pitch * double(i);
        const double x = flip ? box.right() - offset : box.left() + offset;
        const StepState state = dots[i];
        const bool over = state == StepState::Completed;
        const QColor ink = state == StepState::Failed ? theme.of(Tone::Bad)
                           : state == StepState::Pending || state == StepState::Skipped
                               ? theme.pending
                           : tone == Tone::Idle ? theme.stopped
                                                : theme.of(tone);
        if (joined && i + 1 < dots.size()) {
            painter.setPen(QPen(over ? ink : theme.pending, 1.6));
            const double sign = flip ? -1 : 1;
            painter.drawLine(QPointF(x + sign * 6.2, y), QPointF(x + sign * (pitch - 6.2), y));
        }
        const QPointF at(x, y);
        if (over) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(at, 4.4, 4.4);
        } else if (state == StepState::Failed) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(at, 5, 5);
            painter.setPen(QPen(theme.ground, 1.3, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(x - 1.8, y - 1.8), QPointF(x + 1.8, y + 1.8));
            painter.drawLine(QPointF(x - 1.8, y + 1.8), QPointF(x + 1.8, y - 1.8));
        } else if (state == StepState::Running) {
            painter.setPen(QPen(ink, 1.8));
            painter.setBrush(theme.ground);
            painter.drawEllipse(at, 4.4, 4.4);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(at, 1.9, 1.9);
        } else {
            painter.setPen(QPen(ink, 1.6));
            painter.setBrush(Qt::NoBrush);
            if (state == StepState::Skipped)
                painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y));
            else
                painter.drawEllipse(at, 3.8, 3.8);
        }
    }
    return 10 + pitch * double(dots.size() - 1);
}

void RowPainter::paint(QPainter &painter, const QRectF &row, const RowLook &look, const Mood &mood,
                       const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasSteps = !look.dots.empty();
    const RowPlaces places = mirrored(placesOf(row, hasSteps), row, mood.direction);
    const QRectF card = row.adjusted(8.5, 1.5, -8.5, -2.5);
    if (mood.selected || mood.hovered) {
        painter.setPen(mood.selected ? QPen(theme.selectedLine, 1) : QPen(Qt::NoPen));
        painter.setBrush(mood.selected ? theme.selected : theme.hovered);
        painter.drawRoundedRect(card, 8, 8);
    } else if (!mood.last) {
        const QRectF line = mirrored(QRectF(row.left() + textLeft - 2, row.bottom() - 1,
                                            row.width() - textLeft - margin + 2, 1),
                                     row, mood.direction);
        painter.fillRect(line, theme.rule);
    }
    if (mood.focused)
        drawFocus(painter, card.adjusted(-1, -1, 1, 1), 9, theme.of(Tone::Accent));

    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(look.tone));
    painter.drawEllipse(places.icon);
    drawIcon(painter, look.icon, places.icon.adjusted(7, 7, -7, -7), theme.of(look.tone));
    if (look.unseen) {
        const double x = mood.direction == Qt::RightToLeft ? places.icon.left() + 3.5
                                                           : places.icon.right() - 3.5;
        painter.setPen(QPen(mood.selected ? theme.selected : theme.ground, 2));
        painter.setBrush(theme.of(Tone::Accent));
        painter.drawEllipse(QPointF(x, places.icon.top() + 3.5), 5, 5);
    }

    m_type.draw(painter, Face::Title, places.title, look.title, theme.text, mood.direction);
    QRectF about = places.about;
    const bool leads = places.width >= RowPlaces::Width::Narrow;
    if (leads) {
        const auto take = [&](double used) {
            mood.direction == Qt::RightToLeft ? about.setRight(about.right() - used)
                                              : about.setLeft(about.left() + used);
        };
        const QColor ink = theme.of(look.chipTone);
        take(6 + m_type.draw(painter, Face::SmallStrong, about, look.chip, ink, mood.direction));
        take(6 + m_type.draw(painter, Face::Small, about, u"·"_s, theme.secondary, mood.direction));
    }
    paintAbout(painter, about, look.what, leads ? look.sinceBesideChip : look.since, mood, theme);
    paintNumbers(painter, places, look, mood, theme);
    drawBar(painter, places.bar, look.bar, mood.phase, theme, mood.direction);
    if (!places.steps.isNull())
        paintSteps(painter, places, look, mood, theme);
    if (!places.time.isNull()) {
        const QColor ink = inkOfTime(look, theme);
        m_type.draw(painter, Face::Strong, places.time, look.time, ink, mood.direction);
        m_type.draw(painter, Face::Small, places.rate, look.rate, theme.secondary, mood.direction);
    }
    if (!places.chip.isNull())
        paintChip(painter, places, look, mood, theme);
}

/// Where it is too long, what is cut is the name of the work and not the time.
void RowPainter::paintAbout(QPainter &painter, QRectF box, const QString &what,
                            const QString &since, const Mood &mood, const Theme &theme)
{
    const auto say = [&](const QRectF &place, const QString &text) {
        return m_type.draw(painter, Face::Small, place, text, theme.secondary, mood.direction);
    };
    const QString about = joined(what, since, separator);
    if (since.isEmpty() || m_type.fits(Face::Small, about, box.width())) {
        say(box, about);
        return;
    }
    const QString end = separator + since;
    const double left = box.width() - m_type.width(Face::Small, end);
    if (what.isEmpty() || left < leastName) {
        say(box, since);
        return;
    }
    const bool flip = mood.direction == Qt::RightToLeft;
    QRectF start = box;
    flip ? start.setLeft(box.right() - left) : start.setRight(box.left() + left);
    const double used = say(start, what);
    flip ? box.setRight(box.right() - used) : box.setLeft(box.left() + used);
    say(box, end);
}

void RowPainter::paintNumbers(QPainter &painter, const RowPlaces &places, const RowLook &look,
                              const Mood &mood, const Theme &theme)
{
    if (places.numbers.isNull())
        return;
    const bool flip = mood.direction == Qt::RightToLeft;
    QRectF box = places.numbers;
    const auto take = [&](double used, double gap) {
        if (used <= 0)
            return;
        flip ? box.setRight(box.right() - used - gap) : box.setLeft(box.left() + used + gap);
    };
    const bool loud = look.bar.tone == Tone::Bad;
    take(m_type.draw(painter, Face::SmallStrong, box, look.percent,
                     loud ? theme.of(Tone::Bad) : theme.text, mood.direction),
         10);
    if (places.width != RowPlaces::Width::Full && !look.time.isEmpty()) {
        // the time has no column of its own here: it takes the far end of this line
        const double wide = std::min(m_type.width(Face::SmallStrong, look.time), box.width() * 0.6);
        QRectF end = box;
        flip ? end.setRight(end.left() + wide) : end.setLeft(end.right() - wide);
        const QColor ink = inkOfTime(look, theme);
        m_type.draw(painter, Face::SmallStrong, end, look.time, ink, mood.direction);
        flip ? box.setLeft(end.right() + 10) : box.setRight(end.left() - 10);
    }
    m_type.draw(painter, Face::Small, box, look.amount,
                look.amountTakesTone ? theme.of(look.tone) : theme.secondary, mood.direction);
}

void RowPainter::paintSteps(QPainter &painter, const RowPlaces &places, const RowLook &look,
                            const Mood &mood, const Theme &theme)
{
    const bool flip = mood.direction == Qt::RightToLeft;
    const double words = m_type.width(Face::Small, look.step.place) +
                         std::min(140.0, m_type.width(Face::Small, look.step.name)) + 26;
    QRectF dots = places.steps;
    const double room = std::max(places.steps.width() * 0.3, places.steps.width() - words);
    dots.setWidth(room);
    if (flip)
        dots.moveRight(places.steps.right());
    const Tone tone = look.bar.tone;
    const double used = drawDots(painter, dots, look.dots, tone, theme, mood.direction);
    QRectF box = places.steps;
    const auto take = [&](double by) {
        flip ? box.setRight(box.right() - by) : box.setLeft(box.left() + by);
    };
    take(used + 10);
    take(m_type.draw(painter, Face::Small, box, look.step.place, theme.secondary, mood.direction) +
         8);
    m_type.draw(painter, Face::Small, box, look.step.name,
                look.step.failed ? theme.of(Tone::Bad) : theme.text, mood.direction);
}

void RowPainter::paintChip(QPainter &painter, const RowPlaces &places, const RowLook &look,
                           const Mood &mood, const Theme &theme)
{
    const double wide =
        std::min(places.chip.width(), m_type.width(Face::SmallStrong, look.chip) + 20);
    QRectF chip = places.chip;
    mood.direction == Qt::RightToLeft ? chip.setWidth(wide) : chip.setLeft(chip.right() - wide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tint(look.chipTone));
    painter.drawRoundedRect(chip, 11, 11);
    m_type.draw(painter, Face::SmallStrong, chip.adjusted(8, 0, -8, 0), look.chip,
                theme.of(look.chipTone), mood.direction, Qt::AlignHCenter);
}

QString RowPainter::hidden(const QRectF &row, const RowLook &look)
{
    const RowPlaces places = placesOf(row, !look.dots.empty());
    QStringList lines;
    const auto check = [&](Face face, const QRectF &box, const QString &text, double taken = 0) {
        if (!text.isEmpty() && (box.isNull() || !m_type.fits(face, text, box.width() - taken)))
            lines << text;
    };
    check(Face::Title, places.title, look.title);
    check(Face::Small, places.about, look.about);
    double taken = look.percent.isEmpty() ? 0 : m_type.width(Face::SmallStrong, look.percent) + 10;
    if (places.time.isNull() && !look.time.isEmpty())
        taken += m_type.width(Face::SmallStrong, look.time) + 10;
    check(Face::Small, places.numbers, look.amount, taken);
    check(Face::Strong, places.time, look.time);
    check(Face::Small, places.rate, look.rate);
    return lines.join(u'\n');
}

} // namespace afoot::ui
