#include "ui/pages/welcome.h"

#include "ui/controls.h"
#include "ui/inputs.h"
#include "ui/pages/settingsrows.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace afoot::ui {

namespace {

constexpr int beside = 24; ///< to the sides and below, to what else stands there

} // namespace

Welcome::Welcome(const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_autostart(new Switch(this))
    , m_notifications(new Switch(this))
{
    setAccessibleName(tr("Welcome to Afoot"));
    auto *box = new QGridLayout(this);
    box->setContentsMargins(beside + 20, 16, beside + 20, 16 + 8);
    box->setHorizontalSpacing(8);
    box->setVerticalSpacing(4);
    auto *title = textLabel(tr("Welcome to Afoot"), Face::Title, this);
    auto *what = textLabel(tr("Builds, backups, downloads: whatever takes long shows up here with "
                              "how far it is, and you are told when it ends."),
                           Face::Body, this);
    what->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(title, 0, 0, 1, 4);
    box->addWidget(what, 1, 0, 1, 4);
    box->setRowMinimumHeight(2, 8);
    const auto addChoice = [&](int row, Switch *choice, const QString &text, auto change) {
        auto *label = textLabel(text, Face::Body, this);
        label->setBuddy(choice);
        label->setWordWrap(false);
        choice->setAccessibleName(text);
        box->addWidget(choice, row, 0);
        box->addWidget(label, row, 1);
        connect(choice, &QAbstractButton::clicked, this, [this, change](bool on) {
            change(m_settings, on);
            Q_EMIT chosen(m_settings);
        });
    };
    addChoice(3, m_autostart, tr("Start with my session"),
              [](Settings &s, bool on) { s.autostart = on; });
    addChoice(4, m_notifications, tr("Notify me when jobs end"),
              [](Settings &s, bool on) { s.notifications.wanted = on; });
    auto *sample = new Button(tr("Run a sample job"), Button::Kind::Plain, this);
    auto *done = new Button(tr("Done"), Button::Kind::Primary, this);
    box->setColumnStretch(1, 1);
    box->addWidget(sample, 3, 2, 2, 1, Qt::AlignBottom);
    box->addWidget(done, 3, 3, 2, 1, Qt::AlignBottom);
    connect(sample, &QAbstractButton::clicked, this, &Welcome::sampleRequested);
    connect(done, &QAbstractButton::clicked, this, &Welcome::dismissed);
    show(settings);
}

void Welcome::show(const Settings &settings)
{
    m_settings = settings;
    m_autostart->setChecked(settings.autostart);
    m_notifications->setChecked(settings.notifications.wanted);
}

void Welcome::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.setPen(colours.selectedLine);
    painter.setBrush(colours.selected);
    painter.drawRoundedRect(QRectF(rect()).adjusted(beside + 0.5, 0.5, -beside - 0.5, -8.5), 9, 9);
}

} // namespace afoot::ui
