#include "ui/controls.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPainter>

namespace afoot::ui {

bool showsFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

bool askPerson(QWidget *parent, const QString &question, const QString &yes, const QString &no)
{
    QMessageBox box(QMessageBox::NoIcon, {}, question, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    QPushButton *agree = box.addButton(yes, QMessageBox::AcceptRole);
    QPushButton *keep = box.addButton(no, QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == agree;
}

Button::Button(const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent), m_kind(kind)
{
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(faceOf(font(), Face::Strong));
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int wide = metrics.horizontalAdvance(text());
    if (m_kind == Kind::Link)
        return {wide + 8, 24};
    return {wide + 2 * 4 * grid, m_kind == Kind::Warn ? 28 : 34};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ink = colours.text;
    QColor ground = colours.scheme == Scheme::Dark ? colours.ground : colours.raised;
    QColor line = colours.scheme == Scheme::Dark ? colours.line : colours.line.darker(104);
    const QColor accent = colours.of(Tone::Accent);
    if (m_kind == Kind::Primary) {
        ink = colours.onAccent;
        ground = line = isDown() ? accent.darker(115) : underMouse() ? accent.darker(107) : accent;
    } else if (m_kind == Kind::Warn) {
        ink = line = colours.of(Tone::Warn);
    } else if (m_kind == Kind::Link) {
        ink = accent;
    }
    if (m_kind == Kind::Plain || m_kind == Kind::Warn) {
        if (isDown())
            ground = colours.track;
        else if (underMouse() && isEnabled())
            ground = colours.hovered;
    }
    if (!isEnabled()) {
        ink = colours.pending;
        if (m_kind == Kind::Primary)
            ground = line = colours.track;
    }
    if (m_kind != Kind::Link) {
        painter.setPen(line);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 7, 7);
    } else if (underMouse()) {
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
    }
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()), 7, m_kind == Kind::Primary ? colours.text : accent);
    painter.setPen(ink);
    painter.drawText(rect(), int(Qt::AlignCenter) | int(Qt::TextShowMnemonic), text());
}

IconButton::IconButton(Icon icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(IconButton::sizeHint());
    setAttribute(Qt::WA_Hover);
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colours.line : colours.track);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    drawIcon(painter, m_icon, QRectF(rect()).adjusted(6, 6, -6, -6), colours.secondary);
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()), 6, colours.of(Tone::Accent));
}

Field::Field(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setFrame(false);
    setClearButtonEnabled(false);
    setTextMargins(8, 0, 8, 0);
    setFixedHeight(34);
    setAttribute(Qt::WA_MacShowFocusRect, false);
}

QSize Field::sizeHint() const
{
    return {220, 34};
}

void Field::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &colours = themeOf(palette());
        painter.setPen(hasFocus() ? QPen(colours.of(Tone::Accent), 1.5)
                                  : QPen(colours.line.darker(104), 1));
        painter.setBrush(colours.field);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    QPalette clear = palette();
    if (clear.color(QPalette::Base).alpha() != 0) {
        // what is under the text is painted here, not by the style
        clear.setColor(QPalette::Base, Qt::transparent);
        setPalette(clear);
    }
    QLineEdit::paintEvent(event);
}

SearchField::SearchField(const QString &placeholder, QWidget *parent) : Field(placeholder, parent)
{
    setTextMargins(30, 0, 8, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    Field::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QRectF icon(flip ? width() - 27 : 11, height() / 2.0 - 8, 16, 16);
    drawIcon(painter, Icon::Search, icon, themeOf(palette()).secondary);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            Q_EMIT escaped();
        else
            clear();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftDownwards();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace afoot::ui
