#include "ui/pages/filterbox.h"

#include "ui/controls.h"
#include "ui/theme.h"

#include <QListView>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr int inset = 12;
constexpr int arrow = 28; ///< with the room around it

} // namespace

FilterBox::FilterBox(const QString &name, const QString &all, QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(name);
    addItem(all, QString());
    setFont(faceOf(font(), Face::Body));
    setFixedHeight(34);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMaxVisibleItems(16);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus); // a wheel that passes over it changes nothing
    view()->setTextElideMode(Qt::ElideMiddle);
    connect(this, &QComboBox::currentIndexChanged, this, [this] { updateGeometry(); });
}

void FilterBox::setChoices(const QList<std::pair<QString, QString>> &choices)
{
    const QString chosen = value();
    const QString text = currentText();
    const QSignalBlocker quiet(this);
    while (count() > 1)
        removeItem(count() - 1);
    for (const auto &[name, known] : choices)
        addItem(name, known);
    if (!chosen.isEmpty() && findData(chosen) < 0)
        addItem(text, chosen);
    setCurrentIndex(std::max(0, findData(chosen)));
    updateGeometry();
}

void FilterBox::choose(const QString &wanted)
{
    if (findData(wanted) < 0)
        addItem(wanted, wanted);
    setCurrentIndex(findData(wanted));
}

QSize FilterBox::sizeHint() const
{
    const int wide = fontMetrics().horizontalAdvance(currentText());
    return {std::clamp(inset + wide + 8 + arrow, 96, 240), 34};
}

void FilterBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const bool isDark = colours.scheme == Scheme::Dark;
    const bool isSet = currentIndex() > 0;
    const QColor accent = colours.of(Tone::Accent);
    painter.setPen(isSet ? accent : isDark ? colours.line : colours.line.darker(104));
    painter.setBrush(isSet          ? colours.tint(Tone::Accent)
                     : underMouse() ? colours.hovered
                     : isDark       ? colours.ground
                                    : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()), 7, accent);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QRectF mark(flip ? 10 : width() - 24, height() / 2.0 - 6, 14, 14);
    drawIcon(painter, Icon::Down, mark, isSet ? accent : colours.secondary);
    const QRectF room(flip ? arrow : inset, 0, width() - inset - arrow, height());
    painter.setPen(isSet ? accent : colours.text);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(
        room, int(Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignRight : Qt::AlignLeft)),
        fontMetrics().elidedText(currentText(), Qt::ElideMiddle, int(room.width())));
}

} // namespace afoot::ui
