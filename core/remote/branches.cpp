#include "core/remote/branches.h"

#include "core/follow/habits.h"

#include <utility>

namespace afoot::remote {

namespace {

void addTo(Following::Counters &sum, const Following::Counters &more)
{
    sum.messages += more.messages;
    sum.bad += more.bad;
    sum.reconnects += more.reconnects;
    sum.polls += more.polls;
}

} // namespace

Branches::Branches(const Source::Config &list, Network &network, const Clock &clock,
                   std::function<double()> random, QObject *parent)
    : QObject(parent)
    , m_config(list)
    , m_network(network)
    , m_clock(clock)
    , m_random(std::move(random))
{
    m_config.habits = habitsOf(list.destination.dialect,
                               {.keepTrying = list.habits.keepTrying,
                                .canPoll = !list.destination.dialect->endpoints.poll.empty()});
    m_config.lastEventId.clear();
    m_config.staysOn = false; // the list says what runs again
}

Branches::~Branches() = default;

void Branches::read(const std::vector<Update> &updates)
{
    Listing::Outcome outcome = m_listing.read(updates, m_clock.now());
    Q_EMIT told(outcome.updates, {});
    for (const std::string &id : outcome.open)
        open(id);
}

void Branches::open(const std::string &id)
{
    Source::Config config = m_config;
    config.destination = jobAt(m_config.destination, id);
    auto made = std::make_unique<Source>(std::move(config), m_network, m_clock, m_random, this);
    Source *const source = made.get();
    m_sources[id] = std::move(made);
    connect(source, &Source::told, this, &Branches::told);
    connect(source, &Source::heard, this, &Branches::heard);
    connect(source, &Source::badMessage, this, &Branches::badMessage);
    connect(source, &Source::over, this, [this, id] { close(id, false); });
    connect(source, &Source::linkChanged, this, [this, id, source] {
        if (source->link().state() == Link::State::Disconnected)
            close(id, true);
    });
    source->start();
}

/// Deleted later: we are inside one of its signals, whose connection, with what it holds, goes here.
void Branches::close(std::string id, bool gaveUp) // NOLINT(performance-unnecessary-value-param)
{
    const auto found = m_sources.find(id);
    if (found == m_sources.end())
        return;
    addTo(m_before, found->second->counters());
    m_bytesBefore += found->second->bytesReceived();
    found->second->disconnect(this);
    found->second.release()->deleteLater();
    m_sources.erase(found);
    m_listing.closed(id, gaveUp);
}

void Branches::stop()
{
    while (!m_sources.empty())
        close(m_sources.begin()->first, false);
}

void Branches::retryNow()
{
    for (const auto &[id, source] : m_sources) {
        if (source->link().state() != Link::State::Connected)
            source->retryNow();
    }
}

void Branches::wokeUp()
{
    for (const auto &[id, source] : m_sources)
        source->wokeUp();
}

Following::Counters Branches::counters() const
{
    Following::Counters sum = m_before;
    for (const auto &[id, source] : m_sources)
        addTo(sum, source->counters());
    return sum;
}

std::uint64_t Branches::bytesReceived() const
{
    std::uint64_t sum = m_bytesBefore;
    for (const auto &[id, source] : m_sources)
        sum += source->bytesReceived();
    return sum;
}

} // namespace afoot::remote
