#include "core/follow/link.h"

#include <algorithm>
#include <utility>

namespace afoot {

namespace {

constexpr double spread = 0.2;
constexpr Millis mostPatience = std::chrono::hours(1); ///< whatever a server asks for
constexpr Millis patientDelay{30'000}; ///< at least, after an answer that would be the same at once
constexpr Millis leastApart{1000};     ///< two attempts, whatever came of the first
constexpr Millis wellFor{60'000};      ///< one that lived so long was no failed attempt

} // namespace

Link::Link(LinkHabits habits, std::function<double()> random)
    : m_habits(std::move(habits)), m_random(std::move(random))
{
}

Link::Orders Link::start(Ticks now)
{
    m_attempt = 0;
    if (m_habits.pollOnly)
        return beginPolling(now);
    m_state = State::Connecting;
    return open(now);
}

Link::Orders Link::open(Ticks now)
{
    m_isStreamUp = true;
    m_isOpen = false;
    m_heardAt.reset();
    m_tookOffAt = now;
    m_openAt.reset();
    m_pingAt.reset();
    m_silentAt = now + m_habits.connectWithin;
    return {.open = true};
}

void Link::opened(Ticks now)
{
    if (!m_isStreamUp)
        return;
    m_isOpen = true;
    m_silentAt = now + m_habits.silence;
    if (m_habits.pingEvery)
        m_pingAt = now + *m_habits.pingEvery;
    // a probe that says nothing yet proves nothing: it goes on polling
    if (m_state == State::Polling)
        return;
    m_state = State::Connected;
    m_awaySince.reset();
}

void Link::alive(Ticks now)
{
    if (!m_isStreamUp || !m_isOpen)
        return;
    m_heardAt = now;
    m_silentAt = now + m_habits.silence;
}

void Link::adopt(LinkHabits habits, Ticks now)
{
    if (m_state == State::Polling && !habits.pollEvery)
        habits.pollEvery = m_habits.pollEvery;
    m_habits = std::move(habits);
    m_pingAt.reset();
    if (!m_isStreamUp || !m_isOpen)
        return;
    m_silentAt = now + m_habits.silence;
    if (m_habits.pingEvery)
        m_pingAt = now + *m_habits.pingEvery;
}

Link::Orders Link::message(Ticks now)
{
    if (!m_isStreamUp)
        return {};
    if (!m_isOpen)
        opened(now);
    alive(now);
    m_attempt = 0;
    m_awaySince.reset();
    const bool wasPolling = std::exchange(m_state, State::Connected) == State::Polling;
    m_pollAt.reset();
    m_openAt.reset();
    return {.dropPoll = wasPolling};
}

/// The stream is gone.
void Link::leave(Ticks now)
{
    m_isStreamUp = false;
    m_isOpen = false;
    m_silentAt.reset();
    m_pingAt.reset();
    if (!m_awaySince && m_state != State::Polling)
        m_awaySince = now;
}

Link::Orders Link::failed(Ticks now, const LinkFailure &failure)
{
    if (!m_isStreamUp)
        return {};
    m_reason = failure.reason;
    if (m_heardAt && *m_heardAt - m_tookOffAt >= wellFor)
        m_attempt = 0;
    leave(now);
    if (m_state == State::Polling) {
        m_openAt =
            now + std::max(jittered(m_habits.probeEvery), failure.retryAfter.value_or(Millis(0)));
        return {};
    }
    return retryOrFallBack(now, failure);
}

Link::Orders Link::retryOrFallBack(Ticks now, const LinkFailure &failure)
{
    const bool isUsedUp = m_habits.attempts && m_attempt >= *m_habits.attempts;
    if (failure.isFinal || isUsedUp) {
        if (m_habits.pollEvery)
            return beginPolling(now);
        if (failure.isEnd || !m_habits.keepTrying) {
            m_state = State::Disconnected;
            m_openAt.reset();
            return {};
        }
    }
    const Millis delay = failure.isFinal ? std::max(m_habits.longest, patientDelay)
                         : isUsedUp      ? m_habits.longest
                                         : delayOf(m_attempt);
    Millis wanted =
        std::max(jittered(delay), std::min(failure.retryAfter.value_or(Millis(0)), mostPatience));
    wanted = std::max(wanted, m_tookOffAt + leastApart - now); // no loop without a pause
    ++m_attempt;
    m_state = State::Reconnecting;
    m_openAt = now + wanted;
    return wanted <= Millis(0) ? due(now) : Orders{};
}

Link::Orders Link::beginPolling(Ticks now)
{
    m_state = State::Polling;
    m_failedPolls = 0;
    m_pollAt = now + *m_habits.pollEvery;
    if (!m_habits.pollOnly)
        m_openAt = now + jittered(m_habits.probeEvery);
    return {.poll = true};
}

void Link::polled(Ticks now)
{
    if (m_state != State::Polling)
        return;
    m_awaySince.reset();
    m_failedPolls = 0;
    m_pollAt = now + *m_habits.pollEvery;
    if (m_habits.pollOnly)
        m_attempt = 0;
}

/// Errors of polls are told, and polling goes on; without a stream it has the attempts that a stream would have.
Link::Orders Link::pollFailed(Ticks now, const LinkFailure &failure)
{
    if (m_state != State::Polling)
        return {};
    m_reason = failure.reason;
    ++m_failedPolls;
    if (!m_awaySince)
        m_awaySince = now;
    m_pollAt = now + std::max(*m_habits.pollEvery,
                              std::min(failure.retryAfter.value_or(Millis(0)), mostPatience));
    if (!m_habits.pollOnly)
        return {};
    const bool isUsedUp = m_habits.attempts && m_attempt++ >= *m_habits.attempts;
    if ((failure.isFinal || isUsedUp) && !m_habits.keepTrying) {
        m_state = State::Disconnected;
        m_pollAt.reset();
    } else if (failure.isFinal || isUsedUp) {
        m_pollAt = now + m_habits.longest;
    }
    return {};
}

Link::Orders Link::wokeUp(Ticks now)
{
    if (m_state == State::Idle || (m_state == State::Disconnected && !m_habits.keepTrying))
        return {};
    return retryNow(now);
}

Link::Orders Link::retryNow(Ticks now)
{
    if (m_state == State::Polling) {
        Orders orders{.close = m_isStreamUp, .poll = true};
        m_pollAt = now + *m_habits.pollEvery;
        if (!m_habits.pollOnly)
            orders.open = open(now).open;
        return orders;
    }
    const bool wasUp = m_isStreamUp;
    const bool wasConnected = m_state == State::Connected;
    if (wasUp)
        leave(now);
    m_attempt = wasConnected ? 0 : m_attempt;
    m_state = m_awaySince ? State::Reconnecting : State::Connecting;
    Orders orders = open(now);
    orders.close = wasUp;
    return orders;
}

Link::Orders Link::stop(Ticks /*now*/)
{
    const Orders orders{.close = m_isStreamUp, .dropPoll = m_state == State::Polling};
    m_isStreamUp = m_isOpen = false;
    m_state = State::Idle;
    m_attempt = 0;
    m_openAt.reset();
    m_pollAt.reset();
    m_pingAt.reset();
    m_silentAt.reset();
    m_awaySince.reset();
    return orders;
}

Link::Orders Link::due(Ticks now)
{
    if (m_isStreamUp && m_silentAt && *m_silentAt <= now) {
        const LinkFailure silent{.reason = m_isOpen ? "nothing was heard for too long"
                                                    : "no answer came"};
        Orders orders = failed(now, silent);
        orders.close = true;
        return orders;
    }
    Orders orders;
    if (!m_isStreamUp && m_openAt && *m_openAt <= now)
        orders = open(now);
    if (m_isStreamUp && m_pingAt && *m_pingAt <= now) {
        orders.ping = true;
        m_pingAt = now + *m_habits.pingEvery;
    }
    if (m_pollAt && *m_pollAt <= now) {
        orders.poll = true;
        m_pollAt = now + *m_habits.pollEvery; // should no answer come
    }
    return orders;
}

std::optional<Ticks> Link::nextDeadline() const
{
    std::optional<Ticks> next;
    for (const auto &at : {m_isStreamUp ? m_silentAt : m_openAt, m_pingAt, m_pollAt}) {
        if (at && (!next || *at < *next))
            next = at;
    }
    return next;
}

std::optional<Ticks> Link::retryAt() const
{
    if (m_state == State::Polling)
        return m_pollAt;
    return m_state == State::Reconnecting ? m_openAt : std::nullopt;
}

Millis Link::delayOf(unsigned attempt) const
{
    const Millis own =
        attempt < m_habits.delays.size() ? m_habits.delays[attempt] : m_habits.longest;
    if (!m_hint)
        return own;
    const Millis hint = std::min(*m_hint, mostPatience);
    return attempt == 0 ? hint : std::max(own, hint);
}

Millis Link::jittered(Millis delay) const
{
    const double factor = 1 + spread * (2 * m_random() - 1);
    return Millis(static_cast<Millis::rep>(static_cast<double>(delay.count()) * factor));
}

} // namespace afoot
