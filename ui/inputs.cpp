#include "ui/inputs.h"

#include "ui/controls.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr int boxHeight = 34;
constexpr int chevronRoom = 30;

/// The box of a field, with a ring when the keyboard is in it.
void drawBox(QPainter &painter, const QWidget &widget)
{
    const Theme &colours = themeOf(widget.palette());
    const bool isFocused = widget.hasFocus();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isFocused ? QPen(colours.of(Tone::Accent), 1.5)
                             : QPen(colours.line.darker(104), 1));
    painter.setBrush(colours.field);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 7, 7);
}

QColor inkOf(const QWidget &widget)
{
    const Theme &colours = themeOf(widget.palette());
    return widget.isEnabled() ? colours.text : colours.pending;
}

} // namespace

Switch::Switch(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(Switch::sizeHint());
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const QRectF slot(2, 4, 36, 20);
    const bool isOn = isChecked();
    const bool isAtRight = isOn != (layoutDirection() == Qt::RightToLeft);
    const QColor line = isEnabled() ? colours.pending : colours.line;
    const QColor fill = isEnabled() ? colours.of(Tone::Accent) : colours.pending;
    painter.setPen(isOn ? QPen(Qt::NoPen) : QPen(line, 1.5));
    painter.setBrush(isOn ? fill : underMouse() && isEnabled() ? colours.hovered : colours.field);
    painter.drawRoundedRect(isOn ? slot : slot.adjusted(0.75, 0.75, -0.75, -0.75), 10, 10);
    const QRectF knob(isAtRight ? slot.right() - 17 : slot.left() + 3, slot.top() + 3, 14, 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isOn ? colours.onAccent : line);
    painter.drawEllipse(isOn ? knob : knob.adjusted(1, 1, -1, -1));
    if (isOn)
        drawIcon(painter, Icon::Check, knob.adjusted(1.5, 1.5, -1.5, -1.5), fill);
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()).adjusted(0, 2, 0, -2), 12, colours.of(Tone::Accent));
}

Choice::Choice(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

QSize Choice::sizeHint() const
{
    int wide = 0;
    for (int i = 0; i < count(); ++i)
        wide = std::max(wide, fontMetrics().horizontalAdvance(itemText(i)));
    return {std::min(wide + 14 + chevronRoom, 280), boxHeight};
}

void Choice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, *this);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QColor ink = inkOf(*this);
    const QRectF chevron(flip ? 10 : width() - 24, height() / 2.0 - 7, 14, 14);
    drawIcon(painter, Icon::Down, chevron, isEnabled() ? themeOf(palette()).secondary : ink);
    const QRect room =
        flip ? rect().adjusted(chevronRoom, 0, -12, 0) : rect().adjusted(12, 0, -chevronRoom, 0);
    painter.setPen(ink);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(
        room, int(Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignRight : Qt::AlignLeft)),
        fontMetrics().elidedText(currentText(), Qt::ElideRight, room.width()));
}

void Choice::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

NumberField::NumberField(QWidget *parent) : QSpinBox(parent)
{
    setFrame(false);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(boxHeight);
    lineEdit()->setTextMargins(8, 0, 0, 0);
    QPalette clear = lineEdit()->palette();
    clear.setColor(QPalette::Base, Qt::transparent); // the box is painted here
    lineEdit()->setPalette(clear);
}

void NumberField::setName(const QString &name)
{
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
}

QSize NumberField::sizeHint() const
{
    const int wide = std::max(fontMetrics().horizontalAdvance(textFromValue(maximum()) + suffix()),
                              fontMetrics().horizontalAdvance(specialValueText()));
    return {wide + 24 + chevronRoom, boxHeight};
}

void NumberField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, *this);
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const Theme &colours = themeOf(palette());
    const auto chevron = [&](QStyle::SubControl part, StepEnabledFlag step, bool isUp) {
        const QRect box = style()->subControlRect(QStyle::CC_SpinBox, &option, part, this);
        const bool can = isEnabled() && stepEnabled().testFlag(step);
        painter.save();
        const double inwards = layoutDirection() == Qt::RightToLeft ? 4 : -4;
        painter.translate(QRectF(box).center() + QPointF(inwards, isUp ? 1.5 : -1.5));
        painter.scale(1, isUp ? -1 : 1);
        drawIcon(painter, Icon::Down, QRectF(-5.5, -5.5, 11, 11),
                 can ? colours.secondary : colours.line);
        painter.restore();
    };
    chevron(QStyle::SC_SpinBoxUp, StepUpEnabled, true);
    chevron(QStyle::SC_SpinBoxDown, StepDownEnabled, false);
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace afoot::ui
