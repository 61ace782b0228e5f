#pragma once

#include "core/model/clock.h"
#include "core/model/delta.h"
#include "core/model/estimate.h"
#include "core/model/limits.h"
#include "core/model/result.h"
#include "core/model/update.h"
#include "core/track/deadlines.h"
#include "core/track/joblog.h"
#include "core/track/slotindex.h"
#include "core/track/sourceboard.h"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace afoot {

class Feed;

/// Randomness, given in so that tests choose it.
using RandomBytes = std::function<std::array<std::uint8_t, 10>()>;

/// The single place where an update changes a job.
///
/// Keeps the state machine of protocol 1, section 1, gives each change a revision, tells every feed, and
/// remembers what readers need that come back with a cursor.
///
/// Threads: one, the engine's; no lock, no thread, no timer of its own.
/// Errors: apply() returns them and then has changed nothing.
class Tracker
{
public:
    struct Options
    {
        JobLimits limits{};
        std::size_t maxPast = 10'000; ///< hidden ends and removals kept for cursors
        Millis lostGrace{10'000};     ///< from a dropped hold to `lost` (protocol 5)
    };

    /// What apply() did.
    struct Applied
    {
        JobPtr job{};         ///< as it is now; null once forgotten
        bool created = false; ///< a new job or a new run
        bool changed = false; ///< false: it said nothing new
    };

    /// @p epoch names this life of the tracker: cursors of another one are unknown here.
    /// @p clock must outlive the tracker.
    Tracker(const Clock &clock, RandomBytes random, std::string epoch);
    Tracker(const Clock &clock, RandomBytes random, std::string epoch, Options options);
    ~Tracker();
    Tracker(const Tracker &) = delete;
    Tracker &operator=(const Tracker &) = delete;

    Result<Applied> apply(Update update);

    /// The same without a snapshot of the job for the answer: for reporters that send much and read little.
    std::optional<Error> put(Update update);

    /// A reporter keeps a connection open for the job (protocol 5); once the last hold is released
    /// without an end, the job is `lost` after the grace. An update in between grants the grace anew.
    void hold(const JobKey &key);
    void release(const JobKey &key);

    /// A reporter holds it, or dropped its hold and has its grace.
    bool isHeld(const JobKey &key) const;

    /// A job as the tracker before this one had it, with the lines that were kept of its log; nothing when the key is
    /// there already. One that was @p held is lost after the grace unless its reporter comes back.
    void restore(Job job, std::vector<LogLine> log, bool held);

    /// Nobody follows @p source any more: its jobs leave the list, in whatever state they are, and readers hear that
    /// they are gone; what is kept of ended runs stays.
    void dropSource(std::string_view source);

    /// When expire() has something to do next; unset: never.
    std::optional<Ticks> nextDeadline() const;
    /// Does what is due.
    void expire();

    const std::string &epoch() const { return m_epoch; }
    std::uint64_t rev() const { return m_rev; }
    std::size_t size() const { return m_slotOf.size(); }

    JobPtr job(const JobKey &key) const;
    /// All jobs, oldest first.
    std::vector<JobPtr> jobs() const;
    /// What came after @p rev; unset when that is no longer remembered or lies in the future.
    std::optional<std::vector<Change>> since(std::uint64_t rev) const;

    /// Lines with n > @p after, at most @p limit; unset when there is no such job.
    std::optional<LogView> log(const JobKey &key, std::uint64_t after, std::size_t limit) const;

    /// How the connections to the remote trackers are that jobs come from.
    SourceBoard &sources() { return m_sources; }
    const SourceBoard &sources() const { return m_sources; }

private:
    friend class Feed;
    struct Slot;

    /// Where it happened, and what; no slot once the job is forgotten.
    struct Outcome
    {
        std::optional<std::uint32_t> slot{};
        bool created = false;
        bool changed = false;
    };

    JobPtr snapshot(std::uint32_t slot) const;
    std::uint64_t revOf(std::uint32_t slot) const;
    void fetchAhead(std::uint32_t slot) const;
    Result<Outcome> dispatch(Update &&update);
    Result<Outcome> begin(Update &&update);
    Result<Outcome> change(std::uint32_t slot, Update &&update, bool created);
    Result<Outcome> ask(std::uint32_t slot, const Update &update);
    Result<Outcome> see(std::uint32_t slot);
    Result<Outcome> forget(std::uint32_t slot, bool wholly);
    std::optional<Error> makeRoom();
    std::uint32_t newSlot(const JobKey &key);
    void published(std::uint32_t slot, std::optional<State> before, bool isNew);
    void hideEnd(std::uint32_t slot);
    void remove(std::uint32_t slot, bool forgotten);
    void appendLog(std::uint32_t slot, std::vector<LogLine> &&lines);
    void keepPast(Change change);
    void grantGrace(std::uint32_t slot);
    void lose(std::uint32_t slot);
    bool listen(std::uint32_t slot, State before);
    void feelPulse(std::uint32_t slot);

    const Clock *m_clock;
    RandomBytes m_random;
    std::string m_epoch;
    Options m_options;
    std::uint64_t m_rev = 0;
    std::vector<std::unique_ptr<Slot>> m_slots{};
    std::vector<std::uint32_t> m_freeSlots{};
    SlotIndex m_slotOf;
    std::set<std::pair<std::uint64_t, std::uint32_t>>
        m_ended{};        ///< (rev at the end, slot): oldest first
    Deadlines m_graces{}; ///< of jobs whose reporter dropped its hold
    Deadlines m_pulses{}; ///< when to look whether a job has fallen silent
    /// Hidden ends and removals in order of revision. With the revision that each job carries, this is the
    /// whole change log: whatever else came after a cursor is the present state of the jobs it touched.
    std::deque<Change> m_past{};
    std::uint64_t m_forgottenRev = 0; ///< of the last entry that left m_past
    std::vector<Feed *> m_feeds{};
    SourceBoard m_sources;
};

} // namespace afoot
