#include "app/cli/runline.h"

#include "core/follow/trackerevent.h"

#include <algorithm>
#include <poll.h>
#include <sys/eventfd.h>

namespace afoot::cli {

namespace {

constexpr Millis answerWithin{2000};
constexpr Millis firstPause{500};
constexpr Millis longestPause{15'000};

/// What @p event says of the one job that is held; nullopt when it says nothing.
std::optional<std::optional<Ask>> askIn(const wire::SseEvent &event)
{
    const Result<TrackerEvent> parsed = trackerEventFrom(event);
    if (!parsed)
        return std::nullopt;
    if (const auto *job = std::get_if<JobEvent>(&*parsed))
        return job->job.asked;
    if (const auto *snapshot = std::get_if<SnapshotEvent>(&*parsed);
        snapshot && !snapshot->jobs.empty())
        return snapshot->jobs.front().asked;
    return std::nullopt;
}

} // namespace

RunLine::RunLine(Result<TrackerAddress> address) : m_address(std::move(address))
{
    if (m_address)
        m_client.emplace(*m_address, TrackerClient::Options{.answerWithin = answerWithin});
}

RunLine::~RunLine()
{
    hangUp();
}

Result<std::string> RunLine::send(const Update &update)
{
    if (!m_client)
        return Error{Error::Code::Unavailable, "no_tracker", m_address.error().detail, {}};
    ReportRequest request = requestFor(update);
    if (update.op == Update::Op::Begin)
        request.target += "?hold=1"; // ours follows as soon as the command has lasted a moment
    Result<TrackerClient::Answer> answer =
        m_client->request(request.method, request.target, request.body);
    if (!answer)
        return answer.error();
    if (std::optional<Error> refusal = refusalIn(*answer))
        return *refusal;
    return std::move(answer->body);
}

void RunLine::hold(const std::string &id, Asked onAsked)
{
    if (!m_address)
        return;
    hangUp();
    m_stop.reset(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
    m_listener =
        std::thread([this, target = "/api/v1/jobs/stream?job=" + percentEncoded(id) + "&hold=1",
                     asked = std::move(onAsked)] { listen(target, asked); });
}

/// Until it is hung up, or the tracker knows no such job (then the reporter begins it again, and holds anew).
void RunLine::listen(const std::string &target, const Asked &onAsked) const
{
    TrackerClient client(*m_address);
    TrackerClient::StreamOptions options;
    options.stopFd = m_stop.number();
    for (Millis pause = firstPause;; pause = std::min(pause * 2, longestPause)) {
        bool heard = false;
        const std::optional<Error> end =
            client.stream(target, options, [&](const wire::SseEvent &event) {
                heard = true;
                if (const auto ask = askIn(event))
                    onAsked(*ask);
                return true;
            });
        if (!end || !isTransient(*end))
            return;
        if (heard)
            pause = firstPause;
        pollfd stop{m_stop.number(), POLLIN, 0};
        if (::poll(&stop, 1, static_cast<int>(pause.count())) > 0)
            return;
    }
}

void RunLine::hangUp()
{
    if (!m_listener.joinable())
        return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t n = ::write(m_stop.number(), &one, sizeof one);
    m_listener.join();
}

} // namespace afoot::cli
