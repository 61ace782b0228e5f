#include "ui/presence/focusface.h"

#include <QHelpEvent>
#include <QToolTip>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double icon = 40;
constexpr double words = icon + 14; ///< where those beside it begin
constexpr int plain = 154;
constexpr int withSteps = plain + 28;

} // namespace

FocusFace::FocusFace(QWidget *parent) : QWidget(parent), m_type(parent->font())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FocusFace::show(const RowLook &look, const QString &elapsed)
{
    if (look == m_look && elapsed == m_elapsed)
        return;
    const bool grows = look.dots.empty() != m_look.dots.empty();
    m_look = look;
    m_elapsed = elapsed;
    setAccessibleName(spoken(look));
    if (grows)
        updateGeometry();
    update();
}

void FocusFace::setPhase(double phase)
{
    m_phase = phase;
    update();
}

QSize FocusFace::sizeHint() const
{
    return {432, m_look.dots.empty() ? plain : withSteps};
}

QRectF FocusFace::place(const QRectF &box) const
{
    return layoutDirection() == Qt::RightToLeft
               ? QRectF(width() - box.right(), box.top(), box.width(), box.height())
               : box;
}

void FocusFace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    paintProgress(painter);
    if (!m_look.dots.empty())
        paintSteps(painter);
}

void FocusFace::paintHead(QPainter &painter)
{
    const Theme &colours = themeOf(palette());
    const QRectF round = place(QRectF(0, 2, icon, icon));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(m_look.tone));
    painter.drawEllipse(round);
    drawIcon(painter, m_look.icon, round.adjusted(10, 10, -10, -10), colours.of(m_look.tone));
    const double chip = m_type.width(Face::SmallStrong, m_look.chip) + 20;
    const double room = width() - words;
    m_type.draw(painter, Face::Title, place(QRectF(words, 1, room - chip - 12, 22)), m_look.title,
                colours.text, layoutDirection());
    m_type.draw(painter, Face::Small, place(QRectF(words, 23, room - chip - 12, 20)), m_look.about,
                colours.secondary, layoutDirection());
    const QRectF pill = place(QRectF(width() - chip, 11, chip, 22));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(m_look.chipTone));
    painter.drawRoundedRect(pill, 11, 11);
    m_type.draw(painter, Face::SmallStrong, pill, m_look.chip, colours.of(m_look.chipTone),
                layoutDirection(), Qt::AlignHCenter);
}

void FocusFace::paintProgress(QPainter &painter)
{
    const Theme &colours = themeOf(palette());
    const auto direction = layoutDirection();
    const double w = width();
    const bool bad = m_look.bar.tone == Tone::Bad;
    const double percent =
        m_type.draw(painter, Face::Heading, place(QRectF(0, 62, w / 2, 30)), m_look.percent,
                    bad ? colours.of(Tone::Bad) : colours.text, direction);
    const double left = percent > 0 ? percent + 16 : 0;
    const double rate = std::min(m_type.width(Face::Small, m_look.rate) + 1, w / 3);
    m_type.draw(painter, Face::Strong, place(QRectF(left, 67, w - left - rate - 12, 22)),
                m_look.time, inkOfTime(m_look, colours), direction);
    m_type.draw(painter, Face::Small, place(QRectF(w - rate, 67, rate, 22)), m_look.rate,
                colours.secondary, direction);
    drawBar(painter, QRectF(0, 100, w, 12), m_look.bar, m_phase, colours, direction);
    const double elapsed = m_type.width(Face::Small, m_elapsed) + 1;
    m_type.draw(painter, Face::Small, place(QRectF(0, 120, w - elapsed - 12, 20)), m_look.amount,
                colours.secondary, direction);
    m_type.draw(painter, Face::Small, place(QRectF(w - elapsed, 120, elapsed, 20)), m_elapsed,
                colours.secondary, direction);
}

void FocusFace::paintSteps(QPainter &painter)
{
    const Theme &colours = themeOf(palette());
    const double w = width();
    const double top = plain;
    const double place1 = m_type.width(Face::Small, m_look.step.place);
    const double name = std::min(m_type.width(Face::Small, m_look.step.name), w * 0.4);
    const double room = std::max(w * 0.3, w - place1 - name - 34);
    const double used = drawDots(painter, place(QRectF(0, top, room, 20)), m_look.dots,
                                 m_look.bar.tone, colours, layoutDirection());
    double at = used + 12;
    at += m_type.draw(painter, Face::Small, place(QRectF(at, top, w - at, 20)), m_look.step.place,
                      colours.secondary, layoutDirection()) +
          8;
    m_type.draw(painter, Face::Small, place(QRectF(at, top, w - at, 20)), m_look.step.name,
                m_look.step.failed ? colours.of(Tone::Bad) : colours.text, layoutDirection());
}

bool FocusFace::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString whole = m_look.title + u'\n' + m_look.about;
        // text from outside is text, never markup
        QToolTip::showText(
            static_cast<QHelpEvent *>(event)->globalPos(),
            u"<p style='white-space:pre-wrap'>"_s + whole.toHtmlEscaped() + u"</p>"_s, this);
        return true;
    }
    if (event->type() == QEvent::FontChange)
        m_type.setFont(font());
    return QWidget::event(event);
}

} // namespace afoot::ui
