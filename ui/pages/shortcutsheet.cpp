#include "ui/pages/shortcutsheet.h"

#include "ui/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int capHeight = 22;
constexpr int capPadding = 7;
constexpr int capGap = 4;
constexpr int betweenKeys = 12;

/// The keys of a shortcut as caps; more than one combination stand beside each other.
class KeyCaps : public QWidget
{
public:
    KeyCaps(const QList<QKeySequence> &keys, QWidget *parent) : QWidget(parent)
    {
        setFont(faceOf(font(), Face::Small));
        QStringList spoken;
        int x = 0;
        for (const QKeySequence &key : keys) {
            spoken << key.toString(QKeySequence::NativeText);
            x += x == 0 ? 0 : betweenKeys - capGap;
            for (const QString &cap : spoken.last().split(u'+')) {
                const int wide =
                    std::max(fontMetrics().horizontalAdvance(cap) + 2 * capPadding, int(capHeight));
                m_caps.append({cap, QRect(x, 0, wide, capHeight)});
                x += wide + capGap;
            }
        }
        setFixedSize(std::max(x - capGap, 0), capHeight);
        setAccessibleName(spoken.join(u", "_s));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &colours = themeOf(palette());
        // Ctrl stands before its key in every language
        for (const auto &[text, box] : m_caps) {
            painter.setPen(colours.line);
            painter.setBrush(colours.foot);
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
            painter.setPen(colours.text);
            painter.drawText(box, Qt::AlignCenter, text);
        }
    }

private:
    QList<QPair<QString, QRect>> m_caps{};
};

} // namespace

ShortcutSheet::ShortcutSheet(const QList<Shortcut> &shortcuts, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *title = new QLabel(windowTitle(), this);
    QFont large = faceOf(font(), Face::Heading);
    large.setPixelSize(18);
    title->setFont(large);

    auto *inner = new QWidget(this);
    auto *across = new QHBoxLayout(inner);
    across->setContentsMargins(24, 4, 24, 8);
    across->setSpacing(40);
    auto *first = new QVBoxLayout;
    auto *second = new QVBoxLayout;
    for (QVBoxLayout *column : {first, second}) {
        column->setSpacing(4);
        across->addLayout(column, 1);
    }
    for (const ShortcutGroup group : {ShortcutGroup::Show, ShortcutGroup::Window})
        addGroup(*first, group, shortcuts);
    for (const ShortcutGroup group : {ShortcutGroup::List, ShortcutGroup::Job, ShortcutGroup::Log})
        addGroup(*second, group, shortcuts);
    first->addStretch(1);
    second->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto *close = new Button(tr("Close"), Button::Kind::Plain, this);
    close->setDefault(true);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 20, 0, 16);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    head->addWidget(title);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 0, 24, 0);
    foot->addStretch(1);
    foot->addWidget(close);
    column->addLayout(foot);
    const QSize whole = inner->sizeHint();
    resize(std::max(720, whole.width() + 24), std::min(whole.height() + 140, 760));
    scroll->setMinimumWidth(whole.width());
    close->setFocus();
}

void ShortcutSheet::addGroup(QVBoxLayout &column, ShortcutGroup group,
                             const QList<Shortcut> &shortcuts)
{
    bool isEmpty = true;
    for (const Shortcut &shortcut : shortcuts) {
        if (shortcut.group != group)
            continue;
        if (std::exchange(isEmpty, false)) {
            auto *title = new QLabel(nameOf(group), this);
            title->setFont(faceOf(font(), Face::SmallStrong));
            title->setForegroundRole(QPalette::PlaceholderText);
            title->setContentsMargins(0, 12, 0, 2);
            column.addWidget(title);
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(16);
        auto *text = new QLabel(shortcut.text, this);
        text->setTextFormat(Qt::PlainText);
        auto *caps = new KeyCaps(shortcut.keys, this);
        text->setBuddy(caps);
        row->addWidget(text, 1);
        row->addWidget(caps);
        column.addLayout(row);
    }
}

void ShortcutSheet::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).ground);
}

} // namespace afoot::ui
