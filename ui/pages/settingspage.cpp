#include "ui/pages/settingspage.h"

#include "ui/sidebar.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int namesWidth = 184;
constexpr int iconsWidth = 60;
constexpr int narrow = 600; ///< below this the names give their room to the settings

} // namespace

SettingsPage::SettingsPage(const Settings &settings, const AboutFacts &about,
                           SourceControl &control, std::function<WallTime()> now, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_choice(new QButtonGroup(this))
    , m_pages(new QStackedWidget(this))
    , m_general(new GeneralSettings)
    , m_notifications(new NotificationSettings)
    , m_sources(new SourceSettings(control, std::move(now)))
    , m_tracker(new TrackerSettings)
    , m_about(new AboutSection(about))
{
    setAccessibleName(tr("Settings"));
    m_side = new QWidget(this);
    m_side->setFixedWidth(namesWidth);
    m_names = new QVBoxLayout(m_side);
    m_names->setContentsMargins(12, 20, 12, 8);
    m_names->setSpacing(0);
    m_names->setAlignment(Qt::AlignTop);
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_side);
    across->addWidget(m_pages, 1);
    add(Section::General, tr("General"), Icon::Sliders, m_general);
    add(Section::Notifications, tr("Notifications"), Icon::Bell, m_notifications);
    add(Section::Sources, tr("Sources"), Icon::Plug, m_sources);
    add(Section::Tracker, tr("Tracker"), Icon::Waves, m_tracker);
    add(Section::Appearance, tr("Appearance"), Icon::Halves, new AppearanceSettings);
    add(Section::About, tr("About"), Icon::Info, m_about);
    showSection(Section::General);
    connect(m_notifications, &NotificationSettings::soundRequested, this,
            &SettingsPage::soundRequested);
    connect(m_notifications, &NotificationSettings::testRequested, this,
            &SettingsPage::testRequested);
    connect(m_tracker, &TrackerSettings::tokenRenewRequested, this,
            &SettingsPage::tokenRenewRequested);
    connect(m_about, &AboutSection::folderRequested, this, &SettingsPage::folderRequested);
    connect(m_about, &AboutSection::urlRequested, this, &SettingsPage::urlRequested);
    setSettings(settings);
}

void SettingsPage::add(Section section, const QString &name, Icon icon, SettingsSection *page)
{
    auto *entry = new SideEntry(name, this);
    entry->setIcon(icon, Tone::Idle);
    entry->setToolTip(name);
    m_names->addWidget(entry);
    m_choice->addButton(entry, int(section));
    m_pages->addWidget(page);
    // moving through the list by the arrow keys shows what is passed
    connect(entry, &QAbstractButton::toggled, this, [this, section](bool on) {
        if (on)
            showSection(section);
    });
    connect(page, &SettingsSection::chosen, this, [this](const Settings &settings) {
        setSettings(settings);
        Q_EMIT chosen(m_settings);
    });
}

void SettingsPage::showSection(Section section)
{
    m_pages->setCurrentIndex(int(section));
    QAbstractButton *chosen = m_choice->button(int(section));
    chosen->setChecked(true);
    // Tab stops at what is chosen, and Qt sees to that only when a person chose it
    for (QAbstractButton *entry : m_choice->buttons())
        entry->setFocusPolicy(entry == chosen ? Qt::StrongFocus : Qt::ClickFocus);
}

/// Handed on; a focus proxy would come before all else in the order of Tab.
void SettingsPage::focusInEvent(QFocusEvent *event)
{
    m_choice->checkedButton()->setFocus(event->reason());
}

void SettingsPage::showSection(const QString &name)
{
    const QStringList names{u"general"_s, u"notifications"_s, u"sources"_s,
                            u"tracker"_s, u"appearance"_s,    u"about"_s};
    if (const auto index = names.indexOf(name); index >= 0)
        showSection(Section(index));
}

SettingsPage::Section SettingsPage::section() const
{
    return Section(m_pages->currentIndex());
}

void SettingsPage::setSettings(const Settings &settings)
{
    m_settings = settings;
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<SettingsSection *>(m_pages->widget(i))->show(m_settings);
}

void SettingsPage::setSources(const QList<SourceState> &sources)
{
    m_sources->setSources(sources);
}

void SettingsPage::setTracker(const TrackerFacts &facts)
{
    m_tracker->setFacts(facts);
    m_about->setTracker(facts);
}

void SettingsPage::setKnown(const QStringList &kinds, const QStringList &sources)
{
    m_general->setKnownKinds(kinds);
    m_notifications->setKnown(kinds, sources);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(width() < narrow ? iconsWidth : namesWidth);
}

void SettingsPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QRect names = m_side->geometry();
    painter.fillRect(QRect(flip ? names.left() : names.right(), 0, 1, height()),
                     themeOf(palette()).rule);
}

} // namespace afoot::ui
