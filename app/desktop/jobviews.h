#pragma once

#include "app/desktop/updatebox.h"
#include "core/model/clock.h"
#include "core/model/delta.h"
#include "core/model/update.h"

#include <QDBusConnection>
#include <QObject>
#include <QThread>

#include <functional>
#include <set>
#include <vector>

namespace afoot {

class JobViewClient;
class JobViewServer;
class LauncherWatch;

struct JobViewsOptions
{
    bool view = true;   ///< what applications of the desktop report, where nobody else takes it
    bool report = true; ///< our jobs to whoever else takes it

    friend bool operator==(const JobViewsOptions &, const JobViewsOptions &) = default;
};

/// The jobs of the desktop's applications in the tracker, and the tracker's jobs in the desktop's own view of them.
///
/// Threads: main. Its parts live on the thread of the bus and fall silent before this ends. Needed for life: thread and clock.
class JobViews : public QObject
{
    Q_OBJECT

public:
    /// Brings what applications report to the tracker; called on the main thread.
    using Report = std::function<void(std::vector<Update> updates)>;

    /// @p thread is the one of the bus, and runs. @p desktopEntry is the name of our .desktop file, without its ending.
    JobViews(const QDBusConnection &bus, QThread &thread, const QString &desktopEntry,
             const Clock &clock, Report report, QObject *parent = nullptr);
    /// What was reported through this leaves the list: it runs on, and says so to nobody.
    ~JobViews() override;

    void setOptions(JobViewsOptions options);
    /// What is new in the tracker.
    void show(const Delta &delta);
    /// Passes on what is asked of a job, if it is one of the desktop's.
    void ask(const JobKey &key, Ask what);
    /// Says everything again, to a tracker that may know nothing of it.
    void sayAll();

Q_SIGNALS:
    /// In the desktop's own view somebody asks a job of ours for it.
    void asked(const afoot::JobKey &key, afoot::Ask what);

private:
    void take(std::vector<Update> updates);
    void passOn();

    QThread *m_thread;
    Report m_report;
    JobViewsOptions m_options{.view = false, .report = false};
    UpdateBox m_box{};
    std::set<JobKey> m_viewed{}; ///< jobs that came from the desktop
    JobViewServer *m_server;     ///< lives on m_thread
    LauncherWatch *m_watch;      ///< lives on m_thread
    JobViewClient *m_client;     ///< lives on m_thread
};

} // namespace afoot
