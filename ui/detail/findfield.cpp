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
    makeRoom();
}

/// For the icon and the word; margins are left and right, whatever the direction.
void FindField::makeRoom()
{
    const QFontMetrics metrics(faceOf(font(), Face::Small));
    const int word = 8 + (m_found.isEmpty() ? 0 : metrics.horizontalAdvance(m_found) + endRoom);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    setTextMargins(flip ? word : iconRoom, 0, flip ? iconRoom : word, 0);
}

void FindField::changeEvent(QEvent *event)
{
    SearchField::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        makeRoom();
}

void FindField::setFound(const QString &words, bool isBad)
{
    if (words == m_found && isBad == m_isBad)
        return;
    m_found = words;
    m_isBad = isBad;
    makeRoom();
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
    painter.drawText(
        rect().adjusted(endRoom, 0, -endRoom, 0),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter)),
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
