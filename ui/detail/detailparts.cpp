#include "ui/detail/detailparts.h"

#include <QGridLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QToolTip>

namespace afoot::ui {

DetailPane::Head::Head(QWidget *parent) : QWidget(parent), m_type(parent->font())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DetailPane::Head::show(const RowLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    setAccessibleName(spoken(look));
    update();
}

void DetailPane::Head::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const auto direction = layoutDirection();
    const bool flip = direction == Qt::RightToLeft;
    const double w = width();
    const auto place = [&](const QRectF &box) {
        return flip ? QRectF(w - box.right(), box.top(), box.width(), box.height()) : box;
    };
    const QRectF icon = place(QRectF(0, 6, 30, 30));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(m_look.tone));
    painter.drawEllipse(icon);
    drawIcon(painter, m_look.icon, icon.adjusted(7, 7, -7, -7), colours.of(m_look.tone));
    m_type.draw(painter, Face::Title, place(QRectF(42, 1, w - 42 - 2 * 32, 20)), m_look.title,
                colours.text, direction);
    m_type.draw(painter, Face::Small, place(QRectF(42, 21, w - 42 - 2 * 32, 20)), m_look.about,
                colours.secondary, direction);

    const double chip = m_type.width(Face::SmallStrong, m_look.chip) + 20;
    const QRectF pill = place(QRectF(0, 54, chip, 22));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(m_look.chipTone));
    painter.drawRoundedRect(pill, 11, 11);
    m_type.draw(painter, Face::SmallStrong, pill, m_look.chip, colours.of(m_look.chipTone),
                direction, Qt::AlignHCenter);
    const QColor ink = inkOfTime(m_look, colours);
    const double rate = m_type.width(Face::Small, m_look.rate);
    m_type.draw(painter, Face::Strong, place(QRectF(chip + 12, 54, w - chip - rate - 24, 22)),
                m_look.time, ink, direction);
    m_type.draw(painter, Face::Small, place(QRectF(w - rate - 1, 54, rate + 1, 22)), m_look.rate,
                colours.secondary, direction);
    drawBar(painter, QRectF(0, 86, w, 6), m_look.bar, 0.42, colours, direction);
    QRectF numbers(0, 97, w, 20);
    const double used =
        m_type.draw(painter, Face::SmallStrong, place(numbers), m_look.percent,
                    m_look.bar.tone == Tone::Bad ? colours.of(Tone::Bad) : colours.text, direction);
    if (used > 0)
        numbers.setLeft(used + 10);
    m_type.draw(painter, Face::Small, place(numbers), m_look.amount, colours.secondary, direction);
}

bool DetailPane::Head::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString full = m_look.title + QChar(u'\n') + m_look.about;
        QToolTip::showText(help->globalPos(),
                           full.toHtmlEscaped().replace(QChar(u'\n'), QStringLiteral("<br>")),
                           this);
        return true;
    }
    if (event->type() == QEvent::FontChange)
        m_type.setFont(font());
    return QWidget::event(event);
}

DetailPane::Facts::Facts(QWidget *parent) : QWidget(parent), m_lines(new QGridLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(6);
    m_lines->setColumnStretch(1, 1);
}

void DetailPane::Facts::show(const std::vector<Detail> &details)
{
    if (details == m_shown)
        return;
    m_shown = details;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Detail &detail : m_shown) {
        auto *key = new QLabel(text::of(detail.key), this);
        auto *value = new QLabel(text::detail(detail, QLocale()), this);
        for (QLabel *label : {key, value}) {
            label->setTextFormat(Qt::PlainText);
            label->setFont(faceOf(font(), Face::Small));
            label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        }
        key->setForegroundRole(QPalette::PlaceholderText);
        key->setMaximumWidth(140);
        key->setToolTip(key->text().toHtmlEscaped());
        value->setWordWrap(true);
        value->setMinimumWidth(40);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(key->text());
        m_lines->addWidget(key, row, 0);
        m_lines->addWidget(value, row++, 1);
    }
}

} // namespace afoot::ui
