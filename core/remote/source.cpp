#include "core/remote/source.h"

#include "core/dialect/write.h"
#include "core/remote/answer.h"
#include "core/remote/branches.h"

#include <utility>

namespace afoot::remote {

namespace {

Following::Plan planOf(const Source::Config &config)
{
    Following::Plan plan{.dialect = config.destination.dialect,
                         .source = config.name,
                         .id = config.destination.id,
                         .habits = config.habits,
                         .localOffset = config.localOffset};
    if (config.destination.isGuess && config.search)
        plan.search = Following::Search{
            .url = config.destination.stream, .own = config.own, .wishes = *config.search};
    plan.isList = config.destination.isList;
    plan.credentials = credentialsIn(config.headers);
    plan.staysOn = config.staysOn;
    return plan;
}

QUrl urlOf(const std::string &text)
{
    return QUrl(QString::fromStdString(text));
}

/// Eight letters, for sessions.
std::string wordFrom(const std::function<double()> &random)
{
    std::string word;
    for (int i = 0; i < 8; ++i)
        word += static_cast<char>('a' + static_cast<int>(random() * 26));
    return word;
}

/// Whoever wrote ws:// meant a socket; http:// may stand for what the dialect says.
dialect::Transport kindOf(const Destination &to)
{
    if (to.dialect == nullptr) // another Afoot, which streams beside its socket
        return dialect::Transport::Sse;
    if (to.stream.starts_with("ws"))
        return dialect::Transport::WebSocket;
    return to.isGuess ? dialect::Transport::Sse : to.dialect->endpoints.transport;
}

} // namespace

Source::Source(Config config, Network &network, const Clock &clock, std::function<double()> random,
               QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_network(network)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_word(wordFrom(m_random))
    , m_following(planOf(m_config), m_random)
    , m_poller(network)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // others come up to 5 % early, and would be set again
    connect(&m_timer, &QTimer::timeout, this, [this] { obey(m_following.due(now())); });
    connect(&m_poller, &Poller::answered, this,
            [this](int status, const std::string &body, bool /*notModified*/) {
                obey(m_following.polled(now(), status, body));
            });
    connect(&m_poller, &Poller::failed, this,
            [this](const LinkFailure &failure) { obey(m_following.pollFailed(now(), failure)); });
    if (!m_config.destination.isList)
        return;
    m_branches = std::make_unique<Branches>(m_config, network, clock, m_random, this);
    connect(m_branches.get(), &Branches::told, this, &Source::told);
    connect(m_branches.get(), &Branches::heard, this, &Source::heard);
    connect(m_branches.get(), &Branches::badMessage, this, &Source::badMessage);
}

Source::~Source() = default;

Following::Counters Source::counters() const
{
    Following::Counters all = m_following.counters();
    if (m_branches) {
        const Following::Counters more = m_branches->counters();
        all.messages += more.messages;
        all.bad += more.bad;
        all.reconnects += more.reconnects;
        all.polls += more.polls;
    }
    return all;
}

std::size_t Source::streams() const
{
    return m_branches ? m_branches->streams() : 0;
}

Ticks Source::now() const
{
    return m_clock.ticks();
}

void Source::start()
{
    obey(m_following.start(now()));
}

void Source::stop()
{
    if (m_branches)
        m_branches->stop();
    obey(m_following.stop(now()));
}

void Source::retryNow()
{
    if (m_branches)
        m_branches->retryNow();
    obey(m_following.retryNow(now()));
}

void Source::wokeUp()
{
    if (m_branches)
        m_branches->wokeUp();
    obey(m_following.wokeUp(now()));
}

std::uint64_t Source::bytesReceived() const
{
    return m_bytesBefore + (m_transport ? m_transport->bytesReceived() : 0) +
           (m_branches ? m_branches->bytesReceived() : 0);
}

Source::Way Source::way() const
{
    if (link().state() == Link::State::Polling)
        return Way::Poll;
    return kindOf(m_config.destination) == dialect::Transport::Sse ? Way::Sse : Way::WebSocket;
}

void Source::obey(Following::Outcome outcome)
{
    const Link::Orders &orders = outcome.orders;
    if (orders.dropPoll)
        m_poller.drop();
    if (orders.close)
        close();
    if (orders.open)
        open();
    if (orders.ping && m_transport)
        m_transport->ping();
    if (!outcome.say.empty() && m_transport)
        m_transport->send(dialect::filledJson(outcome.say, m_config.destination.id,
                                              {.now = m_clock.now()}, m_word));
    if (orders.poll || outcome.lookUp)
        lookUp();
    if (outcome.isListRead)
        m_branches->read(outcome.updates); // which tells what its streams do not
    else if (!outcome.updates.empty() || !outcome.removed.empty())
        Q_EMIT told(outcome.updates, outcome.removed);
    if (m_following.hasPicture() && !std::exchange(m_isPictureTold, true))
        Q_EMIT pictured();
    if (outcome.bad)
        Q_EMIT badMessage(*outcome.bad);
    tellLink();
    watchClock();
    if (m_following.isOver() && !std::exchange(m_isOverTold, true))
        Q_EMIT over();
}

void Source::open()
{
    close();
    const Destination &to = m_config.destination;
    const std::string &cursor = m_following.cursor();
    m_transport = makeTransport(kindOf(to), m_network);
    connectTransport(*m_transport);
    m_askedAt = now();
    m_transport->open({.url = urlOf(to.stream),
                       .headers = m_config.headers,
                       .lastEventId = cursor.empty() ? m_config.lastEventId : cursor});
}

void Source::connectTransport(Transport &transport)
{
    connect(&transport, &Transport::opened, this, [this] {
        m_timer.stop(); // set for the answer that is here now
        m_record.answered(std::chrono::duration_cast<Millis>(now() - m_askedAt));
        obey(m_following.opened(now()));
    });
    connect(&transport, &Transport::alive, this, [this] {
        m_following.alive(now());
        watchClock();
    });
    connect(&transport, &Transport::unreadable, this,
            [this](const Error &error) { obey(m_following.unreadable(now(), error)); });
    connect(&transport, &Transport::message, this, [this](const wire::SseEvent &event) {
        Q_EMIT heard(event);
        obey(m_following.message(now(), event));
    });
    connect(&transport, &Transport::retryHint, this,
            [this](std::chrono::milliseconds delay) { m_following.retryHint(delay); });
    connect(&transport, &Transport::failed, this, [this](const LinkFailure &failure) {
        close();
        obey(m_following.failed(now(), failure));
    });
}

/// Deleted later: we may be inside one of its signals.
void Source::close()
{
    if (!m_transport)
        return;
    m_bytesBefore += m_transport->bytesReceived();
    m_transport->disconnect(this);
    m_transport->close();
    m_transport.release()->deleteLater();
}

void Source::lookUp()
{
    const Destination &to = m_config.destination;
    const std::string &url = m_following.pollsStream() ? to.stream : to.poll;
    if (!url.empty())
        m_poller.get(urlOf(url), m_config.headers);
}

void Source::ask(const std::string &id, Ask what)
{
    const Destination &to = m_config.destination;
    const dialect::Dialect *const spoken = dialect();
    const dialect::Action *const action =
        spoken != nullptr ? spoken->endpoints.find(what) : nullptr;
    if (action != nullptr && !action->request.send.empty()) {
        const bool isOpen = link().state() == Link::State::Connected && m_transport;
        if (isOpen)
            m_transport->send(
                dialect::filledJson(action->request.send, id, {.now = m_clock.now()}, m_word));
        Q_EMIT asked(id, what, isOpen ? QString() : tr("The connection is away."));
        return;
    }
    const std::string url = isFound() ? std::string() : actionUrl(to, what, id);
    if (url.empty()) {
        Q_EMIT asked(id, what, tr("This tracker cannot be asked that."));
        return;
    }
    auto *const request = new Poller(m_network, this);
    const auto done = [this, request, id, what](const QString &trouble) {
        request->deleteLater();
        Q_EMIT asked(id, what, trouble);
    };
    connect(request, &Poller::answered, this,
            [this, done](int status, const std::string &body, bool) {
                done(status < 400 ? QString()
                                  : QString::fromStdString(
                                        refusalOf(status, body, credentialsIn(m_config.headers))));
            });
    connect(request, &Poller::failed, this,
            [done](const LinkFailure &failure) { done(QString::fromStdString(failure.reason)); });
    request->request(action != nullptr ? QByteArray::fromStdString(action->request.method)
                                       : QByteArray("POST"),
                     urlOf(url), m_config.headers);
}

void Source::watchClock()
{
    const auto next = m_following.nextDeadline();
    if (!next) {
        m_timer.stop();
        return;
    }
    // each message moves the deadline away; to come too early once, and be set anew then, costs less than each time
    if (m_timer.isActive() && m_timerAt <= *next)
        return;
    m_timerAt = *next;
    m_timer.start(std::max(Millis(0), *next - now()));
}

void Source::tellLink()
{
    m_record.note(m_clock.now(), now(), link());
    const LinkState state{link().state(),
                          link().attempt(),
                          link().awaySince().has_value(),
                          link().state() == Link::State::Reconnecting ? link().retryAt()
                                                                      : std::nullopt,
                          isFound(),
                          link().failedPolls() > 0,
                          link().reason()};
    if (std::exchange(m_told, state) != state)
        Q_EMIT linkChanged();
}

} // namespace afoot::remote
