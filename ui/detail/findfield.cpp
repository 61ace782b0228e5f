#include "ui/detail/findfield.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace afoot::ui {

namespace {

constexpr int iconRoom = 30;
constexpr int endRoom = 10;

} // namespace

FindField::FindField(const QString &placeholder, QWidget *parent) : SearchField(placeholder, parent)
{
}

void FindField::setFound(const QString &words, bool isBad)
{
    if (words == m_found && isBad == m_isBad)
        return;
    m_found = words;
    m_isBad = isBad;
    const QFontMetrics metrics(faceOf(font(), Face::Small));
    const int wide = words.isEmpty() ? 0 : metrics.horizontalAdvance(words) + endRoom;
    setTextMargins(iconRoom, 0, 8 + wide, 0);
    setAccessibleDescription(words);
    update();
}

void FindField::paintEvent(QPaintEvent *event)
{
    SearchField::paintEvent(event);
    if (m_found.isEmpty())
        return;
    QPainter painter(this);
    const Theme &colours = themeOf(palette());
    painter.setFont(faceOf(font(), Face::Small));
    painter.setPen(m_isBad ? colours.of(Tone::Bad) : colours.secondary);
    painter.drawText(rect().adjusted(endRoom, 0, -endRoom, 0),
                     int(QStyle::visualAlignment(layoutDirection(),
                                                 Qt::AlignTrailing | Qt::AlignVCenter)),
                     m_found);
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousWanted();
        else
            Q_EMIT nextWanted();
        return;
    }
    SearchField::keyPressEvent(event);
}

} // namespace afoot::ui
