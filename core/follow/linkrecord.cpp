#include "core/follow/linkrecord.h"

#include <utility>

namespace afoot {

namespace {

/// In these the link is not what it should be, and there is a reason for it.
bool isTrouble(Link::State state)
{
    return state == Link::State::Reconnecting || state == Link::State::Polling ||
           state == Link::State::Disconnected;
}

} // namespace

void LinkRecord::note(WallTime now, Ticks ticks, const Link &link)
{
    const Link::State before = std::exchange(m_state, link.state());
    const unsigned attempt = std::exchange(m_attempt, link.attempt());
    const bool isAgain = m_state == Link::State::Reconnecting && link.attempt() > attempt;
    if (m_state == before && !isAgain)
        return;
    if (m_state == Link::State::Polling && link.awaySince())
        m_timeToFallback = std::chrono::duration_cast<Millis>(ticks - *link.awaySince());
    Change change{.at = now, .state = m_state};
    if (isTrouble(m_state))
        change.reason = link.reason();
    if (!m_changes.empty() && m_changes.back().state == change.state &&
        m_changes.back().reason == change.reason) {
        ++m_changes.back().times;
        return;
    }
    if (m_changes.size() == most)
        m_changes.pop_front();
    m_changes.push_back(std::move(change));
}

} // namespace afoot
