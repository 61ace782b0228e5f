#include "ui/controls.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QWindow>

namespace afoot::ui {

using namespace std::chrono_literals;

bool showsFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

bool isExposed(const QWidget &widget)
{
    const QWindow *handle = widget.window()->windowHandle();
    return widget.isVisible() && handle && handle->isExposed() && !widget.window()->isMinimized();
}

Button::Button(const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent), m_kind(kind)
{
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(faceOf(font(), Face::Strong));
}

CopyButton::CopyButton(const QString &label, Kind kind, std::function<QString()> text,
                       QWidget *parent)
    : Button(label, kind, parent), m_label(label)
{
    m_done.setSingleShot(true);
    m_done.setInterval(1500ms);
    connect(&m_done, &QTimer::timeout, this, [this] { say(m_label); });
    connect(this, &QAbstractButton::clicked, this, [this, text = std::move(text)] {
        QGuiApplication::clipboard()->setText(text());
        say(tr("Copied"));
        m_done.start();
    });
}

void CopyButton::say(const QString &label)
{
    setText(label);
    updateGeometry();
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
    const bool isFilled = m_kind == Kind::Primary || m_kind == Kind::Harm;
    if (isFilled) {
        const QColor fill = m_kind == Kind::Harm ? colours.of(Tone::Bad) : accent;
        ink = colours.onAccent;
        ground = line = isDown() ? fill.darker(115) : underMouse() ? fill.darker(107) : fill;
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
        if (isFilled)
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
        drawFocus(painter, QRectF(rect()), 7, isFilled ? colours.text : accent);
    painter.setPen(ink);
    painter.drawText(rect(), int(Qt::AlignCenter) | int(Qt::TextShowMnemonic), text());
}

IconButton::IconButton(Icon icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setName(name);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(IconButton::sizeHint());
    setAttribute(Qt::WA_Hover);
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::setActive(bool active)
{
    m_active = active;
    update();
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    if (m_active || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown()       ? colours.line
                         : underMouse() ? colours.track
                                        : colours.tint(Tone::Accent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    drawIcon(painter, m_icon, QRectF(rect()).adjusted(6, 6, -6, -6),
             m_active ? colours.of(Tone::Accent) : colours.secondary);
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
    makeRoom();
}

/// For the magnifier, at the end where words begin.
void SearchField::makeRoom()
{
    constexpr int forIcon = 30;
    constexpr int forWords = 8;
    const bool flip = layoutDirection() == Qt::RightToLeft;
    setTextMargins(flip ? forWords : forIcon, 0, flip ? forIcon : forWords, 0);
}

void SearchField::changeEvent(QEvent *event)
{
    Field::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
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

bool SearchField::event(QEvent *event)
{
    // Escape is a shortcut of the window where no field wants it
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return Field::event(event);
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
