#pragma once

#include "ui/jobs/jobmodel.h"
#include "ui/presence/rules.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <vector>

namespace afoot::ui {

/// All jobs in a few numbers, for whoever shows them outside of the window.
struct Overall
{
    int running = 0;
    int needsYou = 0;
    int unseen = 0;                   ///< ended, and nobody has looked
    int failed = 0;                   ///< of those, failed or lost
    std::optional<double> fraction{}; ///< of all that runs and knows how far it is, 0..1

    friend bool operator==(const Overall &, const Overall &) = default;
};

Overall overallOf(const JobModel &model);

/// What the tray shows, before it is drawn.
struct TrayState : Overall
{
    struct Line
    {
        JobKey key{};
        QString text{}; ///< "▓▓▓▓▓░░░ 62%  Nightly build"
        friend bool operator==(const Line &, const Line &) = default;
    };
    std::vector<Line> lines{}; ///< at most ten
    int more = 0;              ///< running jobs beyond those
    QString tooltip{};

    friend bool operator==(const TrayState &, const TrayState &) = default;
};

TrayState trayStateOf(const JobModel &model, WallTime now, const QLocale &locale);

/// "▓▓▓░░░░░" in @p cells cells.
QString barInText(double fraction, int cells = 8);

/// What the badge says: "?" when somebody waits for an answer, "!" when something failed, else how many ends nobody has
/// looked at, "9+" beyond nine; empty for none.
QString badgeText(const Overall &all);

/// The icon: the mark, a ring of the overall progress, and badgeText(), each sign in a shape of its own.
QPixmap trayPixmap(const TrayState &state, int size, double scale);

/// The icon in the desktop's tray. Make it only where there is a tray: Qt decides at the first one whether
/// there is any, and does not look again.
///
/// Redrawn at most once a second, and only when something changed.
class Tray : public QObject
{
    Q_OBJECT

public:
    /// @p model must outlive the tray.
    Tray(const JobModel &model, JobModel::NowFn now, QObject *parent = nullptr);
    ~Tray() override;

    /// What the icon opens; it stays the tray's own.
    QMenu *menu() const { return m_menu.get(); }
    /// What the menu says of it. @p until: when it ends by itself.
    void setPause(Pause pause, std::optional<WallTime> until);
    /// How many jobs the machine is kept awake for; the tooltip says so.
    void setKeptAwakeBy(int jobs);

Q_SIGNALS:
    void openRequested();
    void compactRequested();
    void jobRequested(const afoot::JobKey &key);
    void pauseRequested(afoot::ui::Pause pause);
    void quitRequested();

private:
    void refresh();
    void fillMenu();
    void addPause();
    /// Writes the lines that are there anew; false when there are others.
    bool renameLines();

    const JobModel &m_model;
    JobModel::NowFn m_now;
    TrayState m_state{};
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QMenu> m_pauseMenu;
    std::vector<std::pair<JobKey, QAction *>> m_lines{}; ///< of the menu as it is
    int m_more = -1;                                     ///< likewise
    Pause m_pause = Pause::Off;
    std::optional<WallTime> m_pausedUntil{};
    int m_keptAwakeBy = 0;
    QTimer m_wait;
};

} // namespace afoot::ui
