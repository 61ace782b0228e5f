// What reporters in this process say, on its way to a tracker in another one.
#include "app/desktop/followedsource.h"
#include "core/follow/trackerevent.h"

#include <iterator>

namespace afoot {

namespace {

/// Until what nobody answered is reported again.
constexpr Millis sayAgainAfter{1000};

bool ends(const Update &update)
{
    using Op = Update::Op;
    return update.op == Op::Complete || update.op == Op::Fail || update.op == Op::Leave ||
           (update.state && isFinal(*update.state));
}

} // namespace

void FollowedSource::report(std::vector<Update> updates)
{
    for (const Update &update : updates) {
        if (update.op == Update::Op::Begin)
            m_ours.insert(update.key);
        else if (ends(update) && m_ours.erase(update.key) > 0)
            m_holds.release(update.key);
    }
    {
        const std::scoped_lock lock(m_requestMutex);
        m_updates.put(std::move(updates));
        m_hasUpdates = true;
    }
    m_requestReady.notify_one();
}

/// As soon as the tracker knows them, and until they are over.
void FollowedSource::holdOurs(const Delta &delta)
{
    for (const Change &change : delta.changes) {
        if (!m_ours.contains(change.key))
            continue;
        if (change.job && !isFinal(change.job->state))
            m_holds.hold(change.key);
        else
            m_holds.release(change.key);
    }
}

/// When what is reported is to be said; never, while nobody would hear it. Under the mutex.
std::optional<std::chrono::steady_clock::time_point> FollowedSource::updatesDue() const
{
    if (!m_isReachable || !m_hasUpdates)
        return std::nullopt;
    return m_updatesNotBefore.value_or(std::chrono::steady_clock::time_point{});
}

/// False when nobody answered: what was not heard waits, before all that is newer.
bool FollowedSource::sayUpdates(TrackerClient &client)
{
    std::vector<Update> updates;
    {
        const std::scoped_lock lock(m_requestMutex);
        updates = m_updates.take();
        m_hasUpdates = false;
        m_updatesNotBefore.reset();
    }
    for (auto it = updates.begin(); it != updates.end(); ++it) {
        const ReportRequest request = requestFor(*it);
        if (client.request(request.method, request.target, request.body))
            continue; // what it refuses it knows better
        const std::scoped_lock lock(m_requestMutex);
        std::vector<Update> newer = m_updates.take();
        m_updates.put(
            std::vector<Update>(std::move_iterator(it), std::move_iterator(updates.end())));
        m_updates.put(std::move(newer));
        m_hasUpdates = true;
        m_updatesNotBefore = std::chrono::steady_clock::now() + sayAgainAfter;
        return false;
    }
    return true;
}

} // namespace afoot
