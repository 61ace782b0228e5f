#include "ui/pages/commandbox.h"

#include "ui/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace afoot::ui {

CommandBox::CommandBox(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLabel(this))
    , m_copy(new CopyButton(
          tr("Copy"), Button::Kind::Link, [this] { return m_line->text(); }, this))
{
    m_line->setTextFormat(Qt::PlainText);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_line->setFont(faceOf(font(), Face::Mono));
    m_line->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->addWidget(m_line, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
}

void CommandBox::setLine(const QString &line)
{
    m_line->setText(line);
    m_copy->setAccessibleName(tr("Copy %1").arg(line));
}

void CommandBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.setPen(colours.line);
    painter.setBrush(colours.foot);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace afoot::ui
