#pragma once

#include "app/desktop/deltabox.h"
#include "app/desktop/jobholds.h"
#include "app/desktop/jobsource.h"
#include "app/desktop/updatebox.h"
#include "core/follow/trackerclient.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace afoot {

/// The jobs of a tracker that already runs in another process of this user, such as `afoot serve`.
///
/// Threads: main. One thread of its own reads the stream of jobs, one the log on the screen, one sends what a person
/// asks for, what is reported and how the window's sources are; they meet the main thread in a DeltaBox and in queued signals, and end with the source.
class FollowedSource : public JobSource
{
    Q_OBJECT

public:
    /// How often it is said how the window's sources are.
    struct Pace
    {
        Millis atMost{1000};     ///< between two reports, however often something changes
        Millis atLeast{300'000}; ///< said again after that, so that it stays valid (SourceBoard)
    };

    FollowedSource(TrackerAddress address, ui::Listening listeningOn, QObject *parent = nullptr);
    FollowedSource(TrackerAddress address, ui::Listening listeningOn, Pace pace,
                   QObject *parent = nullptr);
    /// Says what waits and takes the report back first, where there was one: a tenth of a second, half a one at the most
    /// for a tracker that does not answer.
    ~FollowedSource() override;

    void start() override;
    void take() override;
    void send(const afoot::Update &update) override;
    void report(std::vector<Update> updates) override;
    void followLog(const std::optional<afoot::JobKey> &key) override;
    void reportSources(std::vector<SourceInfo> sources) override;
    void retryNow() override;

private:
    /// A thread that reads until its stop descriptor says otherwise.
    class Reader
    {
    public:
        Reader();
        ~Reader();
        void start(std::function<void(int stopFd)> body);
        void stop();

    private:
        int m_stopFd;
        std::thread m_thread{};
    };

    void readJobs(int stopFd);
    void readLog(const JobKey &key, int stopFd);
    void takeEvent(const wire::SseEvent &event);
    bool waitToRetry(int stopFd, int failures, WallTime since);
    void wake(bool first);
    void deliver();
    void setReachable(bool reachable);
    void holdOurs(const Delta &delta);
    bool sayUpdates(TrackerClient &client);
    std::optional<std::chrono::steady_clock::time_point> reportDue() const;
    std::optional<std::chrono::steady_clock::time_point> updatesDue() const;

    TrackerAddress m_address;
    ui::Listening m_listeningOn;
    Pace m_pace;
    DeltaBox m_box{};
    JobHolds m_holds;
    std::set<JobKey> m_ours{}; ///< that are reported from here, until their end is
    int m_retryFd;
    Reader m_jobs{};
    Reader m_log{};
    std::mutex m_requestMutex{};
    std::condition_variable m_requestReady{};
    std::vector<Update> m_requests{};
    UpdateBox m_updates{}; ///< to be reported
    bool m_hasUpdates = false;
    std::optional<std::chrono::steady_clock::time_point> m_updatesNotBefore{};
    std::vector<SourceInfo> m_report{};
    bool m_reportIsNew = false; ///< it was not said yet as it is now
    bool m_isReachable = false; ///< the stream of jobs is up
    bool m_stopping = false;
    std::optional<std::chrono::steady_clock::time_point> m_reported{}; ///< the sender's alone
    std::thread m_sender{};
};

} // namespace afoot
