#include "app/cli/follower.h"

#include "app/shared/random.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace afoot::cli {

namespace {

constexpr std::size_t maxQueued = 10'000;

double jitter()
{
    return randomBytes()[0] / 255.0;
}

/// Trouble that no later try can mend.
bool isForGood(const Error &error)
{
    return !isTransient(error);
}

} // namespace

std::string_view nameOf(LinkNews::Phase phase)
{
    switch (phase) {
    case LinkNews::Phase::Connecting:
        return "connecting";
    case LinkNews::Phase::Connected:
        return "connected";
    case LinkNews::Phase::Reconnecting:
        return "reconnecting";
    case LinkNews::Phase::Polling:
        return "polling";
    case LinkNews::Phase::Disconnected:
        return "disconnected";
    }
    return {};
}

Millis retryDelay(int failures, double jitter)
{
    constexpr std::array<int, 7> seconds{0, 1, 2, 4, 8, 15, 30};
    const auto step = static_cast<std::size_t>(std::clamp(failures - 1, 0, 6));
    const double factor = 0.8 + 0.4 * std::clamp(jitter, 0.0, 1.0);
    return Millis{static_cast<Millis::rep>(seconds[step] * 1000 * factor)};
}

Follower::Follower(TrackerAddress address, std::string target, Options options)
    : m_address(std::move(address))
    , m_target(std::move(target))
    , m_options(options)
    , m_news(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    // Signals are the main thread's: this one is born with all of them blocked.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([this] { run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Follower::~Follower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_taken.notify_all();
    ::eventfd_write(m_stop, 1);
    m_thread.join();
    ::close(m_news);
    ::close(m_stop);
}

std::vector<News> Follower::take()
{
    std::vector<News> news;
    {
        const std::lock_guard lock(m_mutex);
        news.swap(m_queue);
        eventfd_t count = 0;
        ::eventfd_read(m_news, &count);
    }
    m_taken.notify_all();
    return news;
}

bool Follower::give(News news)
{
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, [this] { return m_stopping || m_queue.size() < maxQueued; });
    if (m_stopping)
        return false;
    m_queue.push_back(std::move(news));
    ::eventfd_write(m_news, 1);
    return true;
}

bool Follower::pause(Millis delay) const
{
    pollfd stop{m_stop, POLLIN, 0};
    return ::poll(&stop, 1, static_cast<int>(delay.count())) == 0;
}

void Follower::run()
{
    using Phase = LinkNews::Phase;
    TrackerClient client(m_address);
    std::string lastEventId;
    int failures = 0;
    bool wasThere = false;
    while (give(LinkNews{Phase::Connecting, failures, {}, {}})) {
        bool greeted = false;
        const std::optional<Error> trouble = followOnce(client, lastEventId, greeted);
        if (!trouble || trouble->name == "stopped")
            return;
        wasThere = wasThere || greeted;
        failures = greeted ? 1 : failures + 1;
        const bool never = !wasThere && !m_options.keepTrying && trouble->name == "no_tracker";
        const bool enough = !m_options.keepTrying && failures > m_options.maxFailures;
        if (isForGood(*trouble) || never || enough) {
            give(LinkNews{Phase::Disconnected, failures, {}, trouble});
            return;
        }
        const Millis delay = retryDelay(failures, jitter());
        if (!give(LinkNews{Phase::Reconnecting, failures, delay, trouble}) || !pause(delay))
            return;
    }
}

std::optional<Error> Follower::followOnce(TrackerClient &client, std::string &lastEventId,
                                          bool &greeted)
{
    std::optional<Error> garbled;
    const auto onEvent = [&](const wire::SseEvent &event) {
        Result<TrackerEvent> news = trackerEventFrom(event);
        if (!news) {
            garbled = news.error();
            return false;
        }
        if (!event.lastEventId.empty())
            lastEventId = event.lastEventId;
        if (std::holds_alternative<HelloEvent>(*news)) {
            greeted = true;
            if (!give(LinkNews{LinkNews::Phase::Connected, 0, {}, {}}))
                return false;
        }
        return give(std::move(news).value());
    };
    std::optional<Error> trouble = client.stream(
        m_target, {.lastEventId = lastEventId, .stopFd = m_stop, .silence = Millis{45'000}},
        onEvent);
    return garbled ? garbled : trouble;
}

} // namespace afoot::cli
