#pragma once

#include "ui/icons.h"
#include "ui/pages/settingssections.h"

#include <QWidget>

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace afoot::ui {

/// All that a person can choose, in sections that a list at the start leads to. What is changed counts at once, or from
/// when its row says.
///
/// Threads: main.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    enum class Section { General, Notifications, Sources, Tracker, Appearance, About };
    static constexpr int sections = 6;

    /// @p control does what is asked for in the section of sources; it must outlive the page.
    SettingsPage(const Settings &settings, const AboutFacts &about, SourceControl &control,
                 std::function<WallTime()> now, QWidget *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    void showSection(Section section);
    /// By the name that links have for it, such as "notifications"; one that is not known changes nothing.
    void showSection(const QString &name);
    Section section() const;
    void setConfirm(const Confirm &confirm) { m_tracker->setConfirm(confirm); }

public Q_SLOTS:
    /// They were changed elsewhere.
    void setSettings(const afoot::ui::Settings &settings);
    void setSources(const QList<afoot::ui::SourceState> &sources);
    void setTracker(const afoot::ui::TrackerFacts &facts);
    /// Kinds of jobs and names of sources that there are, for lists of them; those in use first.
    void setKnown(const QStringList &kinds, const QStringList &sources);

Q_SIGNALS:
    /// All settings, with what the person changed just now.
    void chosen(const afoot::ui::Settings &settings);
    /// To be heard once: a name of the sound theme.
    void soundRequested(const QString &name);
    void testRequested();
    void tokenRenewRequested();
    void folderRequested(const QString &path);
    void urlRequested(const QUrl &url);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void add(Section section, const QString &name, Icon icon, SettingsSection *page);

    Settings m_settings;
    QWidget *m_side = nullptr;
    QVBoxLayout *m_names = nullptr;
    QButtonGroup *m_choice;
    QStackedWidget *m_pages;
    GeneralSettings *m_general;
    NotificationSettings *m_notifications;
    SourceSettings *m_sources;
    TrackerSettings *m_tracker;
    AboutSection *m_about;
};

} // namespace afoot::ui
