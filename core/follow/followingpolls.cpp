// What is asked beside the stream, or in its place.
#include "core/follow/following.h"

#include <algorithm>
#include <utility>

namespace afoot {

namespace {

constexpr int notModified = 304;

bool isGone(int status)
{
    return status == 404 || status == 410;
}

/// The backend itself says so, in an object: a bare page is of whoever stands before it, such as while it begins anew.
bool isSaidByBackend(int status, std::string_view body)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = body.find_first_not_of(space);
    const std::size_t end = body.find_last_not_of(space);
    return status != 404 ||
           (begin != std::string_view::npos && body[begin] == '{' && body[end] == '}');
}

} // namespace

Following::Outcome Following::polled(Ticks now, int status, std::string_view body)
{
    Outcome outcome;
    m_link.polled(now);
    m_lookAt.reset();
    m_lookDelay = Millis(0);
    ++m_counters.polls;
    if (m_isOver || status == notModified)
        return outcome;
    if (m_isResting)
        return lookedWhileResting(now, status, body);
    if (m_pollsStream)
        return polledInstead(now, status, body);
    if (status >= 400 && (m_plan.isList || !isGone(status))) {
        outcome.orders = m_link.pollFailed(now, answerFailure(status, m_plan.credentials));
        return outcome;
    }
    if (m_plan.isList) {
        const std::uint64_t bad = m_counters.bad;
        read(dialect::Route::List, body, now, outcome);
        outcome.isListRead = m_counters.bad == bad || !outcome.updates.empty();
        m_hasPicture = m_hasPicture || outcome.isListRead;
        return outcome;
    }
    if (!isGone(status)) {
        read(dialect::Route::Poll, body, now, outcome);
    } else if (const auto known = m_context.jobs.find(m_plan.id); known == m_context.jobs.end()) {
        m_isMissing = true;
    } else if (!isSaidByBackend(status, body)) {
        outcome.orders = m_link.pollFailed(now, answerFailure(status, m_plan.credentials));
        lookAgain(now);
        return outcome;
    } else if (!isFinal(known->second.state)) {
        known->second.state = State::Lost;
        outcome.updates.push_back(lostUpdate(m_plan.id));
    }
    finish(now, outcome);
    return outcome;
}

Following::Outcome Following::pollFailed(Ticks now, const LinkFailure &failure)
{
    if (m_isResting)
        return {};
    if (!failure.isFinal)
        lookAgain(now);
    return {.orders = m_link.pollFailed(now, failure)};
}

/// Of a stream that is up nothing else may ever say what the look was for.
void Following::lookAgain(Ticks now)
{
    if (m_isOver || !canPoll() || m_link.state() != Link::State::Connected)
        return;
    const LinkHabits &habits = m_link.habits();
    const Millis first = habits.pollEvery.value_or(Millis(3000));
    m_lookDelay = std::clamp(2 * m_lookDelay, first, std::max(first, habits.longest));
    m_lookAt = now + m_lookDelay;
}

/// There is JSON at the URL, and nobody knows what speaks there: it is read again and again.
void Following::pollInstead(Ticks now)
{
    if (!m_plan.search || m_link.habits().pollEvery)
        return;
    HabitWishes &wishes = m_plan.search->wishes;
    wishes.canPoll = wishes.isList = true;
    m_pollsStream = true;
    m_link.adopt(habitsOf(m_plan.dialect, wishes), now);
}

Following::Outcome Following::polledInstead(Ticks now, int status, std::string_view body)
{
    Outcome outcome;
    LinkFailure no = answerFailure(status, m_plan.credentials);
    if (status < 400) {
        const std::size_t begin = body.find_first_not_of(" \t\r\n");
        const bool isList = begin != std::string_view::npos && body[begin] == '[';
        readFirst(isList ? dialect::Route::List : dialect::Route::Poll, body, now, outcome);
        no = {.reason = "the JSON there says nothing of a job", .isFinal = true};
    }
    if (!m_knowsJob || status >= 400)
        outcome.orders = m_link.pollFailed(now, no);
    return outcome;
}

Update Following::lostUpdate(const std::string &id) const
{
    Update lost{.key = {m_plan.source, id}, .state = State::Lost};
    lost.error = "The tracker that it runs at no longer knows it.";
    return lost;
}

} // namespace afoot
