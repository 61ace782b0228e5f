// Of a source whose job has ended and may run again.
#include "core/follow/following.h"

#include <utility>

namespace afoot {

bool Following::mayRunAgain() const
{
    return m_plan.staysOn && canPoll() && m_plan.dialect->link.repeats;
}

void Following::rest(Ticks now, Outcome &outcome)
{
    m_isResting = true;
    m_isMissing = false;
    m_lookAt = now + restEvery;
    outcome.orders = m_link.stop(now);
    outcome.lookUp = false;
}

/// Read as if nothing were known: an end that is still told is the one that we have.
Following::Outcome Following::lookedWhileResting(Ticks now, int status, std::string_view body)
{
    m_lookAt = now + restEvery;
    if (status >= 400)
        return {};
    dialect::Context fresh;
    fresh.source = m_plan.source;
    fresh.id = m_plan.id;
    fresh.localOffset = m_plan.localOffset;
    auto reading = dialect::readMessage(*m_plan.dialect, dialect::Route::Poll, body, fresh);
    if (!reading)
        return {};
    const auto job = fresh.jobs.find(m_plan.id);
    if (job == fresh.jobs.end() || isFinal(job->second.state))
        return {};
    m_isResting = false;
    m_lookAt.reset();
    m_context = std::move(fresh);
    Outcome outcome;
    take(*reading, now, outcome);
    outcome.orders = m_link.start(now);
    return outcome;
}

} // namespace afoot
