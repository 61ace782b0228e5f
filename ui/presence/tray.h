#pragma once

#include "ui/jobs/jobmodel.h"

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

/// The icon: the mark, a ring of the overall progress, a badge for what needs a person.
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

Q_SIGNALS:
    void openRequested();
    void compactRequested();
    void jobRequested(const afoot::JobKey &key);
    void pauseNotificationsRequested(bool pause);
    void quitRequested();

private:
    void refresh();
    void fillMenu();

    const JobModel &m_model;
    JobModel::NowFn m_now;
    TrayState m_state{};
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_pause;
    QTimer m_wait;
};

} // namespace afoot::ui
