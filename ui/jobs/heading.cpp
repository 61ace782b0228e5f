#include "ui/jobs/heading.h"

#include <QPainterPath>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::Heading)
};

constexpr double textLeft = 66; ///< below it stand the titles of jobs
constexpr double margin = 20;
constexpr double gap = 16;
constexpr double leastTitle = 80;

/// Points down where the jobs are shown, else to where they would come out.
void drawChevron(QPainter &painter, const QPointF &at, bool isOpen, bool flip, const QColor &ink)
{
    QPainterPath path;
    if (isOpen) {
        path.moveTo(-4, -2);
        path.lineTo(0, 2);
        path.lineTo(4, -2);
    } else {
        const double side = flip ? -1 : 1;
        path.moveTo(-2 * side, -4);
        path.lineTo(2 * side, 0);
        path.lineTo(-2 * side, 4);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path.translated(at));
}

} // namespace

HeadingLook headingLookOf(const QString &title, const Section &section, const QLocale &locale)
{
    const int needs = section.count(Group::NeedsYou);
    const int failed = section.count(Group::Failed);
    HeadingLook look{.title = title,
                     .jobs = text::jobs(section.count(Group::All), locale),
                     .isOpen = section.isOpen};
    if (needs > 0)
        look.needs = (needs == 1 ? Words::tr("%1 needs you", nullptr, needs)
                                 : Words::tr("%1 need you", nullptr, needs))
                         .arg(locale.toString(needs));
    if (failed > 0)
        look.failed = Words::tr("%1 failed", nullptr, failed).arg(locale.toString(failed));
    return look;
}

QString spoken(const HeadingLook &look)
{
    QStringList parts{look.title, look.jobs, look.needs, look.failed,
                      look.isOpen ? Words::tr("expanded") : Words::tr("collapsed")};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void paintHeading(QPainter &painter, const QRectF &row, const HeadingLook &look,
                  const RowPainter::Mood &mood, const Theme &theme, Typesetter &type)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool flip = mood.direction == Qt::RightToLeft;
    const QRectF card = row.adjusted(8.5, 3.5, -8.5, -3.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mood.hovered ? theme.hovered : theme.foot);
    painter.drawRoundedRect(card, 7, 7);
    if (mood.focused)
        drawFocus(painter, card.adjusted(-1, -1, 1, 1), 8, theme.of(Tone::Accent));
    const double icon = flip ? row.right() - 38 : row.left() + 38;
    drawChevron(painter, {icon, row.center().y()}, look.isOpen, flip, theme.secondary);

    QRectF room(row.left() + textLeft, row.top(), row.width() - textLeft - margin, row.height());
    if (flip)
        room.moveLeft(row.left() + margin);
    double counts = type.width(Face::Small, look.jobs);
    for (const QString &part : {look.needs, look.failed})
        counts += part.isEmpty() ? 0 : gap + type.width(Face::SmallStrong, part);
    const auto take = [&](double used) {
        flip ? room.setRight(room.right() - used - gap) : room.setLeft(room.left() + used + gap);
    };
    QRectF title = room;
    title.setWidth(std::max(leastTitle, room.width() - counts - gap));
    if (flip)
        title.moveRight(room.right());
    take(type.draw(painter, Face::Strong, title, look.title, theme.text, mood.direction));
    const auto say = [&](Face face, const QString &part, const QColor &ink) {
        if (!part.isEmpty() && room.width() > 0)
            take(type.draw(painter, face, room, part, ink, mood.direction));
    };
    say(Face::Small, look.jobs, theme.secondary);
    say(Face::SmallStrong, look.needs, theme.of(Tone::Warn));
    say(Face::SmallStrong, look.failed, theme.of(Tone::Bad));
}

} // namespace afoot::ui
