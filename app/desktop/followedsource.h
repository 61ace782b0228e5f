#pragma once

#include "app/desktop/deltabox.h"
#include "app/desktop/jobsource.h"
#include "core/follow/trackerclient.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace afoot {

/// The jobs of a tracker that already runs in another process of this user, such as `afoot serve`.
///
/// Threads: main. One thread of its own reads the stream of jobs, one the log on the screen, one sends what a person
/// asks for; they meet the main thread in a DeltaBox and in queued signals, and end with the source.
class FollowedSource : public JobSource
{
    Q_OBJECT

public:
    FollowedSource(TrackerAddress address, ui::Listening listeningOn, QObject *parent = nullptr);
    ~FollowedSource() override;

    void start() override;
    void take() override;
    void send(const afoot::Update &update) override;
    void followLog(const std::optional<afoot::JobKey> &key) override;
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

    TrackerAddress m_address;
    ui::Listening m_listeningOn;
    DeltaBox m_box{};
    int m_retryFd;
    Reader m_jobs{};
    Reader m_log{};
    std::mutex m_requestMutex{};
    std::condition_variable m_requestReady{};
    std::vector<Update> m_requests{};
    bool m_stopping = false;
    std::thread m_sender{};
};

} // namespace afoot
