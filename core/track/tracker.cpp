#include "core/track/tracker.h"

#include "core/model/ulid.h"
#include "core/track/feed.h"
#include "core/track/refusals.h"
#include "core/track/rules.h"
#include "core/track/slot.h"

#include <algorithm>

namespace afoot {

Tracker::Tracker(const Clock &clock, RandomBytes random, std::string epoch)
    : Tracker(clock, std::move(random), std::move(epoch), Options{})
{
}

Tracker::Tracker(const Clock &clock, RandomBytes random, std::string epoch, Options options)
    : m_clock(&clock)
    , m_random(std::move(random))
    , m_epoch(std::move(epoch))
    , m_options(options)
    , m_slotOf([this](std::uint32_t slot) -> const JobKey & {
        fetchAhead(slot);
        return m_slots[slot]->job.key;
    })
    , m_sources(clock)
{
}

Tracker::~Tracker()
{
    for (Feed *feed : m_feeds)
        feed->m_tracker = nullptr;
}

Result<Tracker::Applied> Tracker::apply(Update update)
{
    auto outcome = dispatch(std::move(update));
    if (!outcome)
        return outcome.error();
    return Applied{.job = outcome->slot ? snapshot(*outcome->slot) : nullptr,
                   .created = outcome->created,
                   .changed = outcome->changed};
}

std::optional<Error> Tracker::put(Update update)
{
    auto outcome = dispatch(std::move(update));
    return outcome ? std::nullopt : std::optional(outcome.error());
}

Result<Tracker::Outcome> Tracker::dispatch(Update &&update)
{
    if (update.op == Update::Op::Complete)
        update.state = State::Completed;
    else if (update.op == Update::Op::Fail)
        update.state = State::Failed;

    if (update.op == Update::Op::Begin)
        return begin(std::move(update));
    const auto found = m_slotOf.find(update.key);
    if (!found)
        return refuse::unknownJob(update.key);
    const std::uint32_t slot = *found;
    switch (update.op) {
    case Update::Op::Ask:
        return ask(slot, update);
    case Update::Op::See:
        return see(slot);
    case Update::Op::Clear:
        return forget(slot, false);
    case Update::Op::Forget:
        return forget(slot, true);
    case Update::Op::Leave:
        remove(slot, false);
        return Outcome{.changed = true};
    case Update::Op::Log:
        if (auto error = whyNot(m_slots[slot]->job, update, m_options.limits))
            return *error;
        grantGrace(slot);
        if (const State state = m_slots[slot]->job.state; !isFinal(state) && listen(slot, state))
            published(slot, state, false);
        appendLog(slot, std::move(update.lines));
        return Outcome{.slot = slot};
    default:
        if (update.restart && isFinal(m_slots[slot]->job.state))
            return begin(std::move(update));
        return change(slot, std::move(update), false);
    }
}

Result<Tracker::Outcome> Tracker::begin(Update &&update)
{
    if (update.key.id.empty())
        update.key.id = makeUlid(m_clock->now(), m_random());
    if (auto error = refuse::badId(update.key, m_options.limits))
        return *error;

    const auto found = m_slotOf.find(update.key);
    if (found) {
        Slot &slot = *m_slots[*found];
        if (!isFinal(slot.job.state))
            return change(*found, std::move(update), false);
        if (!update.restart)
            return *whyNot(slot.job, update, m_options.limits);
        hideEnd(*found);
        m_ended.erase({slot.job.rev, *found});
        beginRun(slot.job, slot.facts, m_clock->now());
        slot.log = {};
        if (!update.state)
            update.state = State::Running;
        return change(*found, std::move(update), true);
    }

    if (auto error = whyNot(Job{}, update, m_options.limits);
        error && error->name != "bad_transition")
        return *error;
    if (auto error = makeRoom())
        return *error;
    const std::uint32_t index = newSlot(update.key);
    Job &job = m_slots[index]->job;
    job.title = !update.kind.value_or("").empty() ? *update.kind : update.key.id;
    job.createdAt = m_clock->now();
    if (!update.state)
        update.state = State::Running;
    return change(index, std::move(update), true);
}

Result<Tracker::Outcome> Tracker::change(std::uint32_t index, Update &&update, bool created)
{
    Slot &slot = *m_slots[index];
    const State before = slot.job.state;
    if (!created) {
        if (isFinal(before) && onlyAnswers(update)) {
            const bool told = answerAsk(slot.job, update, m_clock->now());
            if (told)
                published(index, before, false);
            return Outcome{.slot = index, .changed = told};
        }
        if (auto error = whyNot(slot.job, update, m_options.limits))
            return *error;
    }
    grantGrace(index);
    std::vector<LogLine> lines = std::move(update.lines);
    const WallTime now = m_clock->now();
    const WallTime said =
        update.time ? std::clamp(*update.time, std::min(slot.job.createdAt, now), now) : now;
    bool changed = changeJob(slot.job, slot.facts, std::move(update), said, m_clock->ticks());
    changed |= listen(index, before);
    if (isFinal(slot.job.state))
        m_graces.set(index, std::nullopt);
    if (changed || created)
        published(index, created ? std::nullopt : std::optional(before), created);
    if (!lines.empty())
        appendLog(index, std::move(lines));
    return Outcome{.slot = index, .created = created, .changed = changed || created};
}

Result<Tracker::Outcome> Tracker::ask(std::uint32_t index, const Update &update)
{
    Job &job = m_slots[index]->job;
    const Ask ask = update.ask.value_or(Ask::Cancel);
    if (auto error = refuse::ask(job, ask))
        return *error;
    const bool isSo = (ask == Ask::Pause && job.state == State::Paused) ||
                      (ask == Ask::Resume && job.state == State::Running);
    if (job.asked == ask || (isSo && !job.asked))
        return Outcome{.slot = index};
    job.asked = ask;
    job.acknowledged = false;
    job.declined.reset();
    published(index, job.state, false);
    return Outcome{.slot = index, .changed = true};
}

Result<Tracker::Outcome> Tracker::see(std::uint32_t index)
{
    Job &job = m_slots[index]->job;
    if (job.seen || !isFinal(job.state))
        return Outcome{.slot = index};
    job.seen = true;
    published(index, job.state, false);
    return Outcome{.slot = index, .changed = true};
}

Result<Tracker::Outcome> Tracker::forget(std::uint32_t index, bool wholly)
{
    const Job &job = m_slots[index]->job;
    if (!isFinal(job.state))
        return refuse::stillRunning(job);
    remove(index, wholly);
    return Outcome{.changed = true};
}

std::optional<Error> Tracker::makeRoom()
{
    if (m_slotOf.size() < m_options.limits.maxActiveJobs)
        return std::nullopt;
    if (m_ended.empty())
        return refuse::tooManyJobs(m_options.limits.maxActiveJobs);
    remove(m_ended.begin()->second, false);
    return std::nullopt;
}

std::uint32_t Tracker::newSlot(const JobKey &key)
{
    std::uint32_t index = 0;
    if (m_freeSlots.empty()) {
        index = static_cast<std::uint32_t>(m_slots.size());
        m_slots.push_back(std::make_unique<Slot>());
    } else {
        index = m_freeSlots.back();
        m_freeSlots.pop_back();
        *m_slots[index] = {};
    }
    m_slots[index]->used = true;
    m_slots[index]->job.key = key;
    m_slots[index]->job.state = State::Queued;
    m_slotOf.insert(index);
    return index;
}

/// The job in @p index is different: gives it a revision and tells the feeds.
void Tracker::published(std::uint32_t index, std::optional<State> before, bool isNew)
{
    Slot &slot = *m_slots[index];
    if (before && isFinal(*before))
        m_ended.erase({slot.job.rev, index});
    slot.job.rev = ++m_rev;
    slot.job.updatedAt = m_clock->now();
    slot.snapshot.reset();
    if (isFinal(slot.job.state))
        m_ended.insert({slot.job.rev, index});

    const bool moved = isNew || before != slot.job.state;
    for (Feed *feed : m_feeds) {
        if (!feed->wants(slot.job.key))
            continue;
        const bool wasEmpty = feed->empty();
        feed->markDirty(index);
        if (moved)
            feed->noteTransition({.job = snapshot(index), .before = before});
        feed->wake(wasEmpty);
    }
}

/// The end of a run is about to be replaced by a new run or a removal: who has not read it keeps it.
void Tracker::hideEnd(std::uint32_t index)
{
    Change end{
        .key = m_slots[index]->job.key, .job = snapshot(index), .rev = m_slots[index]->job.rev};
    for (Feed *feed : m_feeds) {
        if (feed->isDirty(index))
            feed->keepPast(end);
    }
    keepPast(std::move(end));
}

void Tracker::remove(std::uint32_t index, bool forgotten)
{
    hideEnd(index);
    Slot &slot = *m_slots[index];
    m_ended.erase({slot.job.rev, index});
    m_graces.set(index, std::nullopt);
    m_pulses.set(index, std::nullopt);
    const Change gone{.key = slot.job.key, .job = nullptr, .rev = ++m_rev, .forgotten = forgotten};
    m_slotOf.erase(index);
    slot = {};
    m_freeSlots.push_back(index);
    for (Feed *feed : m_feeds) {
        feed->clearDirty(index);
        if (!feed->wants(gone.key))
            continue;
        const bool wasEmpty = feed->empty();
        feed->keepPast(gone);
        feed->wake(wasEmpty);
    }
    keepPast(gone);
}

void Tracker::dropSource(std::string_view source)
{
    std::vector<std::uint32_t> of;
    for (std::uint32_t index = 0; index < m_slots.size(); ++index) {
        const Slot &slot = *m_slots[index];
        if (slot.job.rev != 0 && slot.job.key.source == source)
            of.push_back(index);
    }
    for (const std::uint32_t index : of)
        remove(index, false);
}

void Tracker::appendLog(std::uint32_t index, std::vector<LogLine> &&lines)
{
    Slot &slot = *m_slots[index];
    slot.log.append(lines, m_clock->now(), m_options.limits);
    for (Feed *feed : m_feeds) {
        if (!feed->wantsLog(slot.job.key))
            continue;
        const bool wasEmpty = feed->empty();
        feed->addLog(slot.job.key, lines);
        feed->wake(wasEmpty);
    }
}

void Tracker::keepPast(Change change)
{
    m_past.push_back(std::move(change));
    if (m_past.size() > m_options.maxPast) {
        m_forgottenRev = m_past.front().rev;
        m_past.pop_front();
    }
}

/// A slot is many cache lines that would be waited for one after the other.
void Tracker::fetchAhead(std::uint32_t index) const
{
    constexpr std::size_t lineBytes = 64;
    const auto *const at = reinterpret_cast<const char *>(m_slots[index].get());
    for (std::size_t i = 0; i < sizeof(Slot); i += lineBytes)
        __builtin_prefetch(at + i);
}

std::uint64_t Tracker::revOf(std::uint32_t index) const
{
    return m_slots[index]->job.rev;
}

JobPtr Tracker::snapshot(std::uint32_t index) const
{
    const Slot &slot = *m_slots[index];
    if (!slot.snapshot)
        slot.snapshot = std::make_shared<const Job>(slot.job);
    return slot.snapshot;
}

JobPtr Tracker::job(const JobKey &key) const
{
    const auto found = m_slotOf.find(key);
    return !found ? nullptr : snapshot(*found);
}

std::vector<JobPtr> Tracker::jobs() const
{
    std::vector<JobPtr> all;
    all.reserve(m_slotOf.size());
    for (std::uint32_t index = 0; index < m_slots.size(); ++index) {
        if (m_slots[index]->used)
            all.push_back(snapshot(index));
    }
    std::sort(all.begin(), all.end(), [](const JobPtr &a, const JobPtr &b) {
        return std::tie(a->createdAt, a->key) < std::tie(b->createdAt, b->key);
    });
    return all;
}

std::optional<std::vector<Change>> Tracker::since(std::uint64_t rev) const
{
    if (rev > m_rev || rev < m_forgottenRev)
        return std::nullopt;
    std::vector<Change> changes;
    for (const Change &past : m_past) {
        if (past.rev > rev)
            changes.push_back(past);
    }
    for (std::uint32_t index = 0; index < m_slots.size(); ++index) {
        const Slot &slot = *m_slots[index];
        if (slot.used && slot.job.rev > rev)
            changes.push_back({.key = slot.job.key, .job = snapshot(index), .rev = slot.job.rev});
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change &a, const Change &b) { return a.rev < b.rev; });
    return changes;
}

std::optional<LogView> Tracker::log(const JobKey &key, std::uint64_t after, std::size_t limit) const
{
    const auto found = m_slotOf.find(key);
    if (!found)
        return std::nullopt;
    return m_slots[*found]->log.after(after, limit);
}

} // namespace afoot
