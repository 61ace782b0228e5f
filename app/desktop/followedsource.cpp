#include "app/desktop/followedsource.h"

#include "core/follow/trackerevent.h"
#include "core/wire/json.h"
#include "core/wire/sourcejson.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace afoot {

namespace {

/// Afoot's own protocol tries at once, then after these (architecture, "Remote sources").
constexpr std::array retryAfter{Millis(0),    Millis(1000),   Millis(2000),  Millis(4000),
                                Millis(8000), Millis(15'000), Millis(30'000)};

WallTime wallNow()
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

void signalFd(int fd)
{
    const std::uint64_t one = 1;
    // a full counter is as good as one: it is readable
    [[maybe_unused]] const auto written = ::write(fd, &one, sizeof one);
}

void clearFd(int fd)
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(fd, &count, sizeof count);
}

template <typename... Each> struct Overloaded : Each...
{
    using Each::operator()...;
};
template <typename... Each> Overloaded(Each...) -> Overloaded<Each...>; // clang 14 needs it said

} // namespace

FollowedSource::Reader::Reader() : m_stopFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

FollowedSource::Reader::~Reader()
{
    stop();
    ::close(m_stopFd);
}

void FollowedSource::Reader::start(std::function<void(int)> body)
{
    stop();
    clearFd(m_stopFd);
    m_thread = std::thread(std::move(body), m_stopFd);
}

void FollowedSource::Reader::stop()
{
    signalFd(m_stopFd);
    if (m_thread.joinable())
        m_thread.join();
}

FollowedSource::FollowedSource(TrackerAddress address, ui::Listening listeningOn, QObject *parent)
    : FollowedSource(std::move(address), std::move(listeningOn), Pace{}, parent)
{
}

FollowedSource::FollowedSource(TrackerAddress address, ui::Listening listeningOn, Pace pace,
                               QObject *parent)
    : JobSource(parent)
    , m_address(std::move(address))
    , m_listeningOn(std::move(listeningOn))
    , m_pace(pace)
    , m_holds(QString::fromStdString(m_address.unixPath))
    , m_retryFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

FollowedSource::~FollowedSource()
{
    {
        const std::scoped_lock lock(m_requestMutex);
        m_stopping = true;
    }
    m_requestReady.notify_all();
    if (m_sender.joinable())
        m_sender.join();
    m_log.stop();
    m_jobs.stop();
    ::close(m_retryFd);
}

void FollowedSource::start()
{
    m_jobs.start([this](int stopFd) { readJobs(stopFd); });
    m_sender = std::thread([this] { deliver(); });
}

void FollowedSource::take()
{
    const Delta delta = m_box.take();
    if (delta.empty())
        return;
    holdOurs(delta);
    Q_EMIT taken(delta);
}

void FollowedSource::send(const Update &update)
{
    {
        const std::scoped_lock lock(m_requestMutex);
        m_requests.push_back(update);
    }
    m_requestReady.notify_one();
}

void FollowedSource::reportSources(std::vector<SourceInfo> sources)
{
    {
        const std::scoped_lock lock(m_requestMutex);
        if (sources == m_report)
            return;
        m_report = std::move(sources);
        m_reportIsNew = true;
    }
    m_requestReady.notify_one();
}

/// A tracker that was away may be another one now, which has heard nothing.
void FollowedSource::setReachable(bool reachable)
{
    {
        const std::scoped_lock lock(m_requestMutex);
        m_reportIsNew = m_reportIsNew || (reachable && !m_isReachable && !m_report.empty());
        m_isReachable = reachable;
    }
    m_requestReady.notify_one();
}

void FollowedSource::followLog(const std::optional<JobKey> &key)
{
    m_log.stop();
    if (key)
        m_log.start([this, key = *key](int stopFd) { readLog(key, stopFd); });
}

void FollowedSource::retryNow()
{
    signalFd(m_retryFd);
}

void FollowedSource::readJobs(int stopFd)
{
    std::string cursor;
    int failures = 0;
    std::optional<WallTime> away;
    while (true) {
        TrackerClient client(m_address);
        const auto error =
            client.stream("/api/v1/jobs/stream", {.lastEventId = cursor, .stopFd = stopFd},
                          [&](const wire::SseEvent &event) {
                              if (event.type == "hello")
                                  setReachable(true);
                              if (away || failures > 0 || event.type == "hello")
                                  Q_EMIT linkChanged({.good = true, .listeningOn = m_listeningOn});
                              away.reset();
                              failures = 0;
                              if (!event.lastEventId.empty())
                                  cursor = event.lastEventId;
                              takeEvent(event);
                              return true;
                          });
        if (error && error->name == "stopped")
            return;
        setReachable(false);
        if (!away)
            away = wallNow();
        if (!waitToRetry(stopFd, failures++, *away))
            return;
    }
}

void FollowedSource::takeEvent(const wire::SseEvent &event)
{
    auto read = trackerEventFrom(event);
    if (!read)
        return; // one message that is not understood is no reason to leave
    std::visit(Overloaded{[&](SnapshotEvent &snapshot) {
                              std::vector<JobPtr> jobs;
                              for (Job &job : snapshot.jobs)
                                  jobs.push_back(std::make_shared<const Job>(std::move(job)));
                              wake(m_box.putSnapshot(std::move(jobs)));
                          },
                          [&](JobEvent &job) {
                              wake(m_box.putJob(std::make_shared<const Job>(std::move(job.job))));
                          },
                          [&](RemovedEvent &removed) { wake(m_box.putRemoved(removed.key)); },
                          [](auto &) {}},
               read.value());
}

/// False when the source ends.
bool FollowedSource::waitToRetry(int stopFd, int failures, WallTime since)
{
    const auto step = std::min(static_cast<std::size_t>(failures), retryAfter.size() - 1);
    const Millis delay = retryAfter[step];
    Q_EMIT linkChanged({.good = false,
                        .listeningOn = m_listeningOn,
                        .away = since,
                        .retryInMs = static_cast<int>(delay.count())});
    std::array<pollfd, 2> fds{pollfd{stopFd, POLLIN, 0}, pollfd{m_retryFd, POLLIN, 0}};
    ::poll(fds.data(), fds.size(), static_cast<int>(delay.count()));
    clearFd(m_retryFd);
    return (fds[0].revents & POLLIN) == 0;
}

void FollowedSource::readLog(const JobKey &key, int stopFd)
{
    const std::string source = "source=" + percentEncoded(key.source);
    TrackerClient client(m_address);
    constexpr std::size_t pageLines = 10'000;
    std::uint64_t last = 0;
    LogView whole;
    while (true) {
        const auto answer =
            client.request("GET", jobTarget(key.id) + "/log?limit=" + std::to_string(pageLines) +
                                      "&after=" + std::to_string(last) + "&" + source);
        if (!answer || !answer->ok())
            return;
        auto page = wire::logFromJson(answer->body);
        if (!page)
            return;
        std::vector<LogLine> &lines = page.value().lines;
        if (whole.lines.empty())
            whole.dropped = page->dropped;
        if (!lines.empty())
            last = lines.back().n;
        const bool isLast = lines.size() < pageLines;
        whole.lines.insert(whole.lines.end(), std::make_move_iterator(lines.begin()),
                           std::make_move_iterator(lines.end()));
        if (isLast)
            break;
    }
    Q_EMIT logRead(key, whole);
    TrackerClient stream(m_address);
    // a log that stops with its stream is read anew when the job is chosen again
    const auto error = stream.stream(
        "/api/v1/jobs/stream?log=1&job=" + percentEncoded(key.id) + "&" + source,
        {.stopFd = stopFd}, [&](const wire::SseEvent &event) {
            auto read = trackerEventFrom(event);
            auto *log = read ? std::get_if<LogEvent>(&read.value()) : nullptr;
            if (log == nullptr || log->key != key)
                return true;
            std::erase_if(log->page.lines, [&](const LogLine &line) { return line.n <= last; });
            if (!log->page.lines.empty()) {
                wake(m_box.putLog({.key = key,
                                   .lines = std::move(log->page.lines),
                                   .dropped = log->page.dropped}));
            }
            return true;
        });
    (void)error;
}

void FollowedSource::wake(bool first)
{
    if (first)
        Q_EMIT ready();
}

/// When how the sources are is to be said; never, while nobody would hear it. Under the mutex.
std::optional<std::chrono::steady_clock::time_point> FollowedSource::reportDue() const
{
    if (!m_isReachable || (!m_reportIsNew && m_report.empty()))
        return std::nullopt;
    if (!m_reported)
        return std::chrono::steady_clock::time_point{};
    return *m_reported + (m_reportIsNew ? m_pace.atMost : m_pace.atLeast);
}

void FollowedSource::deliver()
{
    using Steady = std::chrono::steady_clock;
    constexpr Millis farewell{500};
    TrackerClient client(m_address);
    // a tracker that does not know what this is about can do without
    const auto say = [&](std::vector<SourceInfo> sources) {
        (void)client.request("PUT", "/api/v1/sources",
                             wire::toJson(SourceReport{.sources = std::move(sources)}));
    };
    bool isSaid = false; // that there are some
    while (true) {
        std::vector<Update> requests;
        std::optional<std::vector<SourceInfo>> report;
        bool hasUpdates = false;
        {
            std::unique_lock lock(m_requestMutex);
            const auto earliest = [this] {
                const auto one = reportDue();
                const auto other = updatesDue();
                return one && other ? std::min(*one, *other) : one ? one : other;
            };
            auto due = earliest();
            while (!m_stopping && m_requests.empty() && !(due && *due <= Steady::now())) {
                if (due)
                    m_requestReady.wait_until(lock, *due);
                else
                    m_requestReady.wait(lock);
                due = earliest();
            }
            hasUpdates = m_hasUpdates && m_isReachable;
            if (m_stopping) {
                const bool isHeard = m_isReachable;
                lock.unlock();
                client.answerWithin(farewell);
                if ((!hasUpdates || sayUpdates(client)) && isHeard && isSaid)
                    say({});
                return;
            }
            const auto now = Steady::now();
            hasUpdates = hasUpdates && updatesDue() <= now;
            requests.swap(m_requests);
            if (const auto at = reportDue(); at && *at <= now) {
                report = m_report;
                m_reportIsNew = false;
                m_reported = Steady::now();
            }
        }
        for (const Update &update : requests) {
            const ReportRequest request = requestFor(update);
            const auto answer = client.request(request.method, request.target, request.body);
            const auto error = answer ? refusalIn(*answer) : std::optional(answer.error());
            if (error)
                Q_EMIT refused(QString::fromStdString(error->detail));
        }
        if (hasUpdates)
            sayUpdates(client);
        if (report) {
            isSaid = !report->empty();
            say(std::move(*report));
        }
    }
}

} // namespace afoot
