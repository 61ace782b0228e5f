#include "core/follow/listing.h"

#include <utility>

namespace afoot {

namespace {

bool isEnd(const Update &update)
{
    return update.op == Update::Op::Complete || update.op == Update::Op::Fail ||
           (update.state && isFinal(*update.state));
}

} // namespace

bool Listing::isOld(const Update &update, WallTime now) const
{
    return !m_isRead && isEnd(update) && update.finishedAt && now - *update.finishedAt > longAgo;
}

void Listing::closed(const std::string &id, bool gaveUp)
{
    m_open.erase(id);
    if (gaveUp)
        m_givenUp.insert(id);
}

Listing::Outcome Listing::read(std::vector<Update> updates, WallTime now)
{
    Outcome outcome;
    for (const Update &update : updates) {
        if (isOld(update, now))
            m_left.insert(update.key.id);
        if (update.state || isEnd(update))
            m_ended[update.key.id] = isEnd(update);
    }
    std::set<std::string> named;
    for (Update &update : updates) {
        const std::string &id = update.key.id;
        if (m_left.contains(id))
            continue;
        const auto ended = m_ended.find(id);
        const bool runs = ended == m_ended.end() || !ended->second;
        const bool wants = runs && !m_open.contains(id) && !m_givenUp.contains(id);
        if (wants && m_open.size() + named.size() < mostStreams && named.insert(id).second)
            outcome.open.push_back(id);
        const bool isTold = m_open.contains(id) && !isEnd(update); // its stream tells it
        if (!isTold)
            outcome.updates.push_back(std::move(update));
    }
    m_open.insert(outcome.open.begin(), outcome.open.end());
    m_isRead = true;
    return outcome;
}

} // namespace afoot
