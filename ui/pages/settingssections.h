#pragma once

#include "ui/pages/settingsrows.h"
#include "ui/question.h"
#include "ui/settingsfacts.h"
#include "ui/sources.h"

#include <QTimer>

class QLabel;
class QLineEdit;

namespace afoot::ui {

class Button;
class CommandBox;
class NameLines;
class NameSet;
class SourceBar;
class SourceControl;

/// What Afoot does as a whole.
class GeneralSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit GeneralSettings(QWidget *parent = nullptr);
    void setKnownKinds(const QStringList &kinds);

private:
    NameSet *addKinds(SettingsCard &card, const Member<QSet<QString>> &field);

    QList<NameSet *> m_kinds{};
};

/// Of what a person is told, and how.
class NotificationSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit NotificationSettings(QWidget *parent = nullptr);
    void setKnown(const QStringList &kinds, const QStringList &sources);

Q_SIGNALS:
    /// To be heard once: a name of the sound theme.
    void soundRequested(const QString &name);
    void testRequested();

private:
    void addOutcome(SettingsCard &card, const QString &label, const QString &why,
                    const Member<bool> &field, const Member<QString> &sound = {});
    void addLongerThan(SettingsCard &card);
    NameSet *addMuted(const QString &title, const QString &why, const QString &placeholder,
                      const Member<QSet<QString>> &field);

    QList<QWidget *> m_whileWanted{}; ///< mean nothing where nothing is told
    NameSet *m_kinds;
    NameSet *m_sources;
};

/// The remote sources, and what can be done about them.
class SourceSettings : public SettingsSection
{
    Q_OBJECT

public:
    /// @p control does what is asked for.
    SourceSettings(SourceControl &control, std::function<WallTime()> now,
                   QWidget *parent = nullptr);
    void setSources(const QList<SourceState> &sources);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();

    SourceControl *m_control;
    std::function<WallTime()> m_now;
    QList<SourceState> m_sources{};
    SettingsCard *m_card;
    QLabel *m_none;
    QList<SourceBar *> m_bars{};
    QTimer m_second{};
};

/// What the tracker listens on and whom it lets in.
class TrackerSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit TrackerSettings(QWidget *parent = nullptr);
    void setFacts(const TrackerFacts &facts);
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

Q_SIGNALS:
    void tokenRenewRequested();

private:
    void addDoors();
    void addToken();
    void showToken();

    TrackerFacts m_facts{};
    Confirm m_confirm;
    QLabel *m_notOurs;
    QLabel *m_socket = nullptr;
    QLabel *m_address = nullptr;
    QList<Button *> m_copies{}; ///< of these two
    QList<QWidget *> m_ours{};  ///< what can be changed of our own tracker alone
    QList<NameLines *> m_lines{};
    QLineEdit *m_token = nullptr;
    Button *m_show = nullptr;
    Button *m_copy = nullptr;
    CommandBox *m_curl = nullptr;
};

/// How it looks.
class AppearanceSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSettings(QWidget *parent = nullptr);
};

/// What it is.
class AboutSection : public SettingsSection
{
    Q_OBJECT

public:
    AboutSection(const AboutFacts &facts, QWidget *parent = nullptr);
    void setTracker(const TrackerFacts &tracker) { m_tracker = tracker; }

Q_SIGNALS:
    void folderRequested(const QString &path);
    void urlRequested(const QUrl &url);

private:
    AboutFacts m_facts;
    TrackerFacts m_tracker{};
};

} // namespace afoot::ui
