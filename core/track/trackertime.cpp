#include "core/track/slot.h"
#include "core/track/tracker.h"

#include <algorithm>
#include <utility>

// What happens to jobs because time passes: holds and their grace, and silence.

namespace afoot {

void Tracker::hold(const JobKey &key)
{
    const auto found = m_slotOf.find(key);
    if (!found)
        return;
    ++m_slots[*found]->holds;
    m_graces.set(*found, std::nullopt);
    feelPulse(*found);
}

void Tracker::release(const JobKey &key)
{
    const auto found = m_slotOf.find(key);
    if (!found)
        return;
    Slot &slot = *m_slots[*found];
    slot.holds = std::max(0, slot.holds - 1);
    if (slot.holds == 0 && !isFinal(slot.job.state))
        m_graces.set(*found, m_clock->ticks() + m_options.lostGrace);
    feelPulse(*found);
}

bool Tracker::isHeld(const JobKey &key) const
{
    const auto found = m_slotOf.find(key);
    return found && (m_slots[*found]->holds > 0 || m_graces.has(*found));
}

void Tracker::restore(Job job, std::vector<LogLine> log, bool held)
{
    if (m_slotOf.find(job.key))
        return;
    const std::uint32_t index = newSlot(job.key);
    Slot &slot = *m_slots[index];
    slot.job = std::move(job);
    slot.job.liveness = Liveness::Live;
    slot.log.restore(std::move(log));
    const bool runs = slot.job.state == State::Running;
    if (runs) { // the pace of before says nothing of now
        slot.job.rate.reset();
        slot.job.etaS.reset();
    }
    slot.facts.percentGiven = slot.job.percent && !slot.job.total;
    const Ticks now = m_clock->ticks();
    slot.pulse.wake(now);
    if (runs)
        m_pulses.set(index, slot.pulse.nextChange(now, false));
    if (held && !isFinal(slot.job.state))
        m_graces.set(index, now + m_options.lostGrace);
    const WallTime said = slot.job.updatedAt;
    published(index, std::nullopt, true);
    slot.job.updatedAt = said;
    slot.snapshot.reset();
}

/// A reporter that dropped its hold and still speaks has its grace anew; only a hold ends the wait.
void Tracker::grantGrace(std::uint32_t index)
{
    if (m_graces.has(index))
        m_graces.set(index, m_clock->ticks() + m_options.lostGrace);
}

std::optional<Ticks> Tracker::nextDeadline() const
{
    const std::optional<Ticks> grace = m_graces.next();
    const std::optional<Ticks> pulse = m_pulses.next();
    return grace && pulse ? std::min(*grace, *pulse) : grace ? grace : pulse;
}

void Tracker::expire()
{
    const Ticks now = m_clock->ticks();
    while (const auto index = m_graces.takeDue(now))
        lose(*index);
    while (const auto index = m_pulses.takeDue(now))
        feelPulse(*index);
}

void Tracker::lose(std::uint32_t index)
{
    Update lost{.key = m_slots[index]->job.key, .state = State::Lost};
    lost.error = "Its reporter disappeared without saying how it ended.";
    const auto ignored = change(index, std::move(lost), false);
    (void)ignored; // an ended job has no grace: this cannot be refused
}

/// The job was just spoken of. True when it counted as silent.
bool Tracker::listen(std::uint32_t index, State before)
{
    Slot &slot = *m_slots[index];
    const Ticks now = m_clock->ticks();
    if (before == State::Running)
        slot.pulse.heard(now);
    else
        slot.pulse.wake(now);
    // looked at when it would be due: an update costs no change of the queue
    const bool runs = slot.job.state == State::Running;
    if (!runs)
        m_pulses.set(index, std::nullopt);
    else if (!m_pulses.has(index))
        m_pulses.set(index, slot.pulse.nextChange(now, slot.holds > 0));
    return std::exchange(slot.job.liveness, Liveness::Live) != Liveness::Live;
}

void Tracker::feelPulse(std::uint32_t index)
{
    Slot &slot = *m_slots[index];
    if (slot.job.state != State::Running)
        return;
    const Ticks now = m_clock->ticks();
    const bool held = slot.holds > 0;
    m_pulses.set(index, slot.pulse.nextChange(now, held));
    const Liveness liveness = slot.pulse.at(now, held);
    if (slot.job.liveness == liveness)
        return;
    slot.job.liveness = liveness;
    const WallTime heard = slot.job.updatedAt;
    published(index, slot.job.state, false);
    slot.job.updatedAt = heard; // its reporter did not speak
}

} // namespace afoot
