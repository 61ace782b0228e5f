#include "app/remote/bridge.h"

#include "app/shared/paths.h"
#include "app/shared/random.h"
#include "app/shared/systemclock.h"
#include "core/dialect/dialectfile.h"
#include "core/follow/habits.h"
#include "core/remote/address.h"
#include "core/wire/json.h"
#include "core/wire/jsonwrite.h"

#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <poll.h>
#include <unistd.h>

namespace afoot {

namespace {

std::string_view nameOf(Link::State state)
{
    switch (state) {
    case Link::State::Idle:
    case Link::State::Disconnected:
        return "disconnected";
    case Link::State::Connecting:
        return "connecting";
    case Link::State::Connected:
        return "connected";
    case Link::State::Reconnecting:
        return "reconnecting";
    case Link::State::Polling:
        return "polling";
    }
    return {};
}

std::string_view nameOf(remote::Source::Way way)
{
    switch (way) {
    case remote::Source::Way::Sse:
        return "sse";
    case remote::Source::Way::WebSocket:
        return "websocket";
    case remote::Source::Way::Poll:
        return "poll";
    }
    return {};
}

/// The URL as it stands; the scheme says which transport.
Destination asIs(const std::string &url)
{
    return {.dialect = &dialect::fallbackDialect(), .base = url, .stream = url, .isGuess = true};
}

/// As a person, a log or a file of others may see it.
std::string shown(const std::string &url)
{
    return remote::displayUrl(QUrl(QString::fromStdString(url)));
}

} // namespace

Bridge::Bridge(RemoteRequest request, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_clock(clock)
    , m_network(clock)
    , m_tracker(
          clock, [] { return randomBytes(); }, "remote")
    , m_feed(m_tracker, {})
    , m_dialects(ownDialects(systemPaths().dialects()))
{
    m_feed.followLogs(true);
}

Bridge::~Bridge() = default;

std::optional<Error> Bridge::start()
{
    std::vector<remote::Source::Config> configs;
    for (std::size_t i = 0; i < m_request.urls.size(); ++i) {
        auto config = configFor(m_request.urls[i], i);
        if (!config)
            return config.error();
        configs.push_back(std::move(config).value());
    }
    for (std::size_t i = 0; i < configs.size(); ++i)
        add(std::move(configs[i]), m_request.urls[i].url);
    for (const auto &source : m_sources)
        source->start();
    return std::nullopt;
}

Result<remote::Source::Config> Bridge::configFor(const RemoteUrl &wanted, std::size_t number) const
{
    const std::string &url = wanted.url;
    const dialect::Dialect *spoken = nullptr;
    if (!m_request.dialect.empty()) {
        spoken = dialectNamed(m_dialects, m_request.dialect);
        if (spoken == nullptr)
            return Error{.code = Error::Code::BadInput,
                         .name = "no_such_dialect",
                         .detail = "There is no dialect \"" + m_request.dialect +
                                   "\"; \"afoot dialect list\" lists those there are.",
                         .field = "dialect"};
    }
    const std::vector<const dialect::Dialect *> own = usableOf(m_dialects);
    auto to = m_request.asIs ? Result<Destination>(asIs(url)) : destinationOf(url, spoken, own);
    if (!to)
        return to.error();
    remote::Source::Config config;
    config.name = sourceNameOf(m_request, number);
    config.destination = std::move(to).value();
    if (!m_request.pollUrl.empty())
        config.destination.poll = m_request.pollUrl;
    HabitWishes wishes{.keepTrying = m_request.keepTrying,
                       .canPoll = !config.destination.poll.empty(),
                       .isList = config.destination.isList,
                       .silence = m_request.silence,
                       .pollEvery = m_request.pollEvery,
                       .attempts = m_request.maxFailures};
    if (m_request.once && !m_request.keepTrying && !wishes.attempts)
        wishes.attempts = 0;
    config.habits = habitsOf(config.destination.dialect, wishes);
    if (!m_request.asIs)
        config.search = wishes;
    config.own = own;
    if (!wanted.token.empty())
        config.headers.append(
            {"Authorization", "Bearer " + QByteArray::fromStdString(wanted.token)});
    for (const auto &[name, value] : wanted.headers)
        config.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    config.lastEventId = m_request.lastEventId;
    config.localOffset = localOffset(SystemClock().now());
    return config;
}

void Bridge::add(remote::Source::Config config, const std::string &url)
{
    m_sources.push_back(
        std::make_unique<remote::Source>(std::move(config), m_network, m_clock, chance));
    remote::Source *const source = m_sources.back().get();
    connect(source, &remote::Source::told, this,
            [this, source, url](const std::vector<Update> &updates,
                                const std::vector<JobKey> &removed) {
                if (m_request.asIs)
                    return;
                if (isOver(*source))
                    return;
                apply(updates, removed, isHistory(*source) ? Ended::Before : Ended::Now);
                if (!m_request.once && source->config().destination.id.empty() &&
                    hasEnded(source->config().name))
                    end(*source, url, false);
            });
    connect(source, &remote::Source::pictured, this, [this, source] { m_pictured.insert(source); });
    connect(source, &remote::Source::linkChanged, this, [this, source, url] {
        const Link::State state = source->link().state();
        if (isOver(*source) && state != Link::State::Connected)
            return;
        if (state != Link::State::Idle) // stopped: its job is over
            tellLink(*source, url); // the message that ended it may have told the dialect as well
        if (state == Link::State::Disconnected ||
            (m_request.asIs && state == Link::State::Reconnecting))
            end(*source, url, true);
    });
    connect(source, &remote::Source::over, this, [this, source, url] { end(*source, url, false); });
    if (m_request.once)
        connectOnce(*source, url);
    connect(source, &remote::Source::badMessage, this, [this, source, url](const Error &error) {
        std::string data;
        wire::ObjectWriter object(data);
        object.text("source", source->config().name);
        object.text("url", shown(url));
        object.text("message", error.detail);
        object.close();
        say("bad", data);
    });
    if (!m_request.raw && !m_request.asIs)
        return;
    connect(source, &remote::Source::heard, this, [this, url](const wire::SseEvent &event) {
        std::string data;
        wire::ObjectWriter object(data);
        object.text("event", event.type);
        object.text("data", event.data);
        object.text("id", event.lastEventId);
        object.text("url", shown(url));
        object.close();
        say("raw", data);
    });
}

void Bridge::apply(const std::vector<Update> &updates, const std::vector<JobKey> &removed,
                   Ended ended)
{
    for (const Update &update : updates)
        (void)m_tracker.put(update); // what an ended job is told changes nothing
    for (const JobKey &key : removed)
        (void)m_tracker.put({.op = Update::Op::Leave, .key = key});
    const Delta delta = m_feed.take();
    for (const LogChunk &chunk : delta.logs) {
        std::string data = "{\"id\":" + wire::quoted(chunk.key.id) +
                           ",\"source\":" + wire::quoted(chunk.key.source) + ',';
        data += wire::logJson(chunk.lines, chunk.dropped).substr(1);
        say("log", data);
    }
    for (const Change &change : delta.changes) {
        const bool isOver = change.job && isFinal(change.job->state);
        if (isOver && ended == Ended::Before)
            m_past.insert(change.key);
        else if (!isOver)
            m_past.erase(change.key);
        if (change.job)
            say(m_past.contains(change.key) ? "past" : "job", wire::toJson(*change.job));
        else
            say("removed", "{\"id\":" + wire::quoted(change.key.id) +
                               ",\"source\":" + wire::quoted(change.key.source) + '}');
    }
}

/// Its jobs are many, and it is only now telling how they have been: nobody who comes to watch waited for those that
/// are over. One look shows them all the same, and who goes on behind an event has seen what was before it.
bool Bridge::isHistory(const remote::Source &source) const
{
    const Destination &to = source.config().destination;
    const bool hasPicture = to.id.empty() && (to.dialect == nullptr || to.isList);
    return hasPicture && !m_request.once && m_request.lastEventId.empty() &&
           !m_pictured.contains(&source);
}

void Bridge::connectOnce(remote::Source &source, const std::string &url)
{
    connect(&source, &remote::Source::pictured, this,
            [this, &source, url] { end(source, url, false); });
    if (m_request.keepTrying)
        return;
    connect(&source, &remote::Source::linkChanged, this, [this, &source, url] {
        if (!m_request.maxFailures && source.link().failedPolls() > 0)
            giveUp(source, url, source.link().reason());
    });
    QTimer::singleShot(onceWithin, &source, [this, &source, url] {
        const bool isUp = source.link().state() == Link::State::Connected;
        const std::string why = isUp ? std::string() : source.link().reason();
        giveUp(source, url, (why.empty() ? why : why + "; ") + "no word of a job came within 10 s");
    });
}

/// All of the source's jobs that are known are over, and one of them since it is followed.
bool Bridge::hasEnded(const std::string &sourceName) const
{
    bool any = false;
    for (const JobPtr &job : m_tracker.jobs()) {
        if (job->key.source != sourceName)
            continue;
        if (!isFinal(job->state))
            return false;
        any = any || !m_past.contains(job->key);
    }
    return any;
}

void Bridge::tellLink(const remote::Source &source, const std::string &url)
{
    const Link &link = source.link();
    sayLink(source, url, nameOf(link.state()),
            link.state() == Link::State::Connected ? std::string() : link.reason());
}

void Bridge::sayLink(const remote::Source &source, const std::string &url, std::string_view state,
                     const std::string &reason)
{
    const Link &link = source.link();
    const auto retryAt = link.retryAt();
    const Millis left = retryAt ? std::max(Millis(0), *retryAt - m_clock.ticks()) : Millis(0);
    std::string data;
    wire::ObjectWriter object(data);
    object.text("state", state);
    object.text("transport", nameOf(source.way()));
    object.integer("attempt", link.attempt());
    object.integer("retry_in_ms", static_cast<std::uint64_t>(left.count()));
    object.text("url", shown(url));
    object.textIf("reason", reason);
    object.textIf("dialect", source.isFound() ? source.dialect()->name : std::string());
    object.close();
    say("link", data);
}

void Bridge::giveUp(remote::Source &source, const std::string &url, const std::string &why)
{
    if (isOver(source))
        return;
    sayLink(source, url, "disconnected", why);
    end(source, url, true);
}

bool Bridge::isOver(const remote::Source &source) const
{
    return std::find(m_over.begin(), m_over.end(), &source) != m_over.end();
}

void Bridge::end(remote::Source &source, const std::string &url, bool gaveUp)
{
    if (isOver(source))
        return;
    m_over.push_back(&source);
    std::string data;
    wire::ObjectWriter object(data);
    object.text("url", shown(url));
    object.boolean("missing", source.isMissing());
    object.boolean("given_up", gaveUp);
    object.close();
    say("over", data);
    if (m_over.size() == m_sources.size())
        Q_EMIT finished();
}

/// Whoever started us reads; when it is gone, there is nothing left to do.
void Bridge::say(std::string_view event, std::string_view data)
{
    m_out = "{\"event\":" + wire::quoted(event) + ",\"data\":" + std::string(data) + "}\n";
    flush();
}

void Bridge::flush()
{
    std::string_view left = m_out;
    while (!left.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, left.data(), left.size());
        if (count > 0) {
            left.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EAGAIN) {
            pollfd room{STDOUT_FILENO, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (errno != EINTR) {
            std::_Exit(0);
        }
    }
}

} // namespace afoot
