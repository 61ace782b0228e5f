#pragma once

#include "core/desktop/donotdisturb.h"
#include "core/desktop/notifications.h"
#include "core/desktop/soundplayer.h"
#include "core/model/clock.h"
#include "ui/jobs/jobmodel.h"
#include "ui/presence/rules.h"
#include "ui/presence/screentoast.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>

class QThread;

namespace afoot {

/// What is told of jobs beyond the window: asks the rules, and has the notification service show it, or toasts of our own
/// on the screen where there is none; with a sound where the person wants one.
///
/// Threads: main. What talks to the bus or reads the disk lives on the thread given to start().
class Notices : public QObject
{
    Q_OBJECT

public:
    /// @p model and @p clock must outlive this. A fake bus in tests.
    Notices(const ui::JobModel &model, const Clock &clock, QObject *parent = nullptr);

    /// Until then nothing is told. @p thread must run, and end before this.
    void start(const QDBusConnection &bus, QThread &thread);

    void setRules(const ui::NotificationRules &rules);

    /// @p inView: the job that the window shows, if it is the active one.
    void tell(const ui::News &news, bool atWindow, const std::optional<JobKey> &inView);
    /// A person has seen to it: what is told of it is no news any more.
    void seen(const JobKey &job);
    /// A person is back at the window.
    void windowSeen();

    void setPause(ui::Pause pause);
    ui::Pause pause() const { return m_pause; }
    /// When it ends by itself.
    std::optional<WallTime> pausedUntil() const { return m_pausedUntil; }
    /// Nothing is told for now: it is paused, or the desktop is not to disturb.
    bool isQuiet() const;

public Q_SLOTS:
    /// For a person who chooses one: at once, whatever the rules say.
    void playSound(const QString &name);
    /// One that says only what they look like.
    void showTest();

Q_SIGNALS:
    /// To be shown; without an id the window itself is meant. @p activationToken may be empty.
    void jobRequested(const afoot::JobKey &job, const QString &activationToken);
    void retryRequested(const afoot::JobKey &job);
    /// Only http, https and file.
    void urlRequested(const QUrl &url);
    void pauseChanged();
    /// There is no way to show it, other than to ask for the person's eyes.
    void alertWanted();

private:
    void show(const ui::News &news, const ui::Telling &telling);
    void post(Note note);
    void close(const QString &tag);
    void showDigest();
    void forgetAnswered();
    void setDoNotDisturb(bool isOn);
    void endQuiet();
    void onAction(const QString &tag, const QString &action, const QString &token);
    void onFailed(const Note &note);
    void openUrl(const QString &text);

    const ui::JobModel &m_model;
    const Clock &m_clock;
    ui::NotificationRules m_rules{};
    ui::Teller m_teller{};
    ui::ScreenToasts m_screen{};
    ui::Pause m_pause = ui::Pause::Off;
    std::optional<WallTime> m_pausedUntil{};
    bool m_isDoNotDisturb = false;
    QHash<QString, ui::News> m_noted{}; ///< by tag: what is shown, and its actions are about
    QTimer m_digestWait{};              ///< a storm is told of once a second
    QTimer m_pauseEnd{};
    Notifications *m_notifications = nullptr; ///< lives on the given thread, as those below
    DoNotDisturb *m_doNotDisturb = nullptr;
    SoundPlayer *m_sounds = nullptr;
};

} // namespace afoot
