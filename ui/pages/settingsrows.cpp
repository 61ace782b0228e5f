#include "ui/pages/settingsrows.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace afoot::ui {

namespace {

constexpr int widest = 720; ///< a longer line is hard to read

} // namespace

QLabel *textLabel(const QString &text, Face face, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(faceOf(parent->font(), face));
    label->setWordWrap(true);
    // by the window's direction, whatever language the text is in
    label->setAlignment(
        Qt::AlignAbsolute | Qt::AlignVCenter |
        (label->layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    return label;
}

SettingsCard::SettingsCard(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

QLabel *SettingsCard::addRow(const QString &label, const QString &why,
                             const QList<QWidget *> &controls)
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(16, 10, 16, 10);
    across->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    QLabel *name = textLabel(label, Face::Body, row);
    words->addWidget(name);
    QLabel *reason = textLabel(why, Face::Small, row);
    reason->setForegroundRole(QPalette::PlaceholderText);
    reason->setVisible(!why.isEmpty());
    words->addWidget(reason);
    words->addStretch(1);
    across->addLayout(words, 1);
    across->addSpacing(8);
    for (QWidget *control : controls)
        across->addWidget(control, 0, Qt::AlignVCenter);
    if (!controls.isEmpty()) {
        QWidget *last = controls.last();
        name->setBuddy(last);
        if (auto *number = qobject_cast<NumberField *>(last))
            number->setName(label);
        else
            last->setAccessibleName(label);
        last->setAccessibleDescription(why);
    }
    m_rows->addWidget(row);
    return reason;
}

void SettingsCard::addWide(QWidget *widget)
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(16, 12, 16, 12);
    across->addWidget(widget, 1);
    m_rows->addWidget(row);
}

void SettingsCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.setPen(colours.line);
    painter.setBrush(colours.scheme == Scheme::Dark ? colours.foot : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
    painter.setRenderHint(QPainter::Antialiasing, false);
    bool isFirst = true;
    for (int i = 0; i < m_rows->count(); ++i) {
        const QWidget *row = m_rows->itemAt(i)->widget();
        if (row == nullptr || row->isHidden())
            continue;
        if (!std::exchange(isFirst, false))
            painter.fillRect(QRect(1, row->y(), width() - 2, 1), colours.rule);
    }
}

void SettingsCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

SettingsSection::SettingsSection(const QString &title, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget(this);
    auto *across = new QHBoxLayout(inner);
    across->setContentsMargins(24, 0, 24, 24);
    auto *box = new QWidget(inner);
    box->setMaximumWidth(widest);
    auto *whole = new QVBoxLayout(box);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_column = new QVBoxLayout;
    whole->addLayout(m_column);
    whole->addStretch(1);
    across->addWidget(box, 100);
    across->addStretch(1);
    setWidget(inner);
    auto *heading = textLabel(title, Face::Heading, box);
    heading->setContentsMargins(0, 20, 0, 0);
    m_column->addWidget(heading);
    m_box = box;
}

SettingsCard *SettingsSection::addCard(const QString &title, const QString &why)
{
    m_column->addSpacing(20);
    if (!title.isEmpty()) {
        m_column->addWidget(textLabel(title, Face::Strong, m_box));
        m_column->addSpacing(why.isEmpty() ? 8 : 2);
    }
    if (!why.isEmpty()) {
        QLabel *reason = textLabel(why, Face::Small, m_box);
        reason->setForegroundRole(QPalette::PlaceholderText);
        m_column->addWidget(reason);
        m_column->addSpacing(8);
    }
    auto *card = new SettingsCard(m_box);
    m_column->addWidget(card);
    return card;
}

void SettingsSection::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void SettingsSection::show(const Settings &settings)
{
    m_settings = settings;
    m_isShowing = true;
    for (const auto &follow : m_followers)
        follow(m_settings);
    m_isShowing = false;
}

void SettingsSection::change(const std::function<void(Settings &)> &change)
{
    if (m_isShowing)
        return;
    Settings changed = m_settings;
    change(changed);
    if (changed == m_settings)
        return;
    show(changed);
    Q_EMIT chosen(m_settings);
}

void SettingsSection::whenShown(std::function<void(const Settings &)> follow)
{
    follow(m_settings);
    m_followers.push_back(std::move(follow));
}

Switch *SettingsSection::makeSwitch(const Member<bool> &field)
{
    auto *made = new Switch(this);
    connect(made, &QAbstractButton::toggled, this,
            [this, field](bool on) { change([&](Settings &settings) { field(settings) = on; }); });
    whenShown([made, field](Settings settings) { made->setChecked(field(settings)); });
    return made;
}

} // namespace afoot::ui
