#include "ui/notice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace afoot::ui {

Notice::Notice(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_text);
    hide();
}

void Notice::show(const QString &text, Tone tone)
{
    m_tone = tone;
    m_text->setText(text);
    tint();
    setVisible(!text.isEmpty());
    update();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::tint()
{
    QPalette inked = m_text->palette();
    inked.setColor(QPalette::WindowText, themeOf(palette()).of(m_tone));
    m_text->setPalette(inked);
}

void Notice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeOf(palette()).tint(m_tone));
    painter.drawRoundedRect(QRectF(rect()), 7, 7);
}

} // namespace afoot::ui
