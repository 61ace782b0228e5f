#pragma once

#include "core/model/job.h"
#include "core/model/result.h"
#include "core/store/stored.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace afoot {

/// What waits to be written, in order. Of a job's states only the latest waits, of its log lines the newest; the
/// end of a run is never merged with anything, and what comes after it stays after it.
///
/// Bound: one state and @c tailLines lines for each job and each of its waiting ends.
/// Threads: a value; the caller's.
class HistoryQueue
{
public:
    using Done = std::function<void(std::optional<Error>)>;
    /// What is to be deleted, and what came of it.
    struct Erasure
    {
        RunQuery query{};
        Erased erased{};
    };
    struct Entry
    {
        enum class What { Put, Log, End, Drop, Forget, Erase, Flush };
        What what = What::Flush;
        JobKey key{};
        JobPtr job{};
        bool held = false;
        std::vector<LogLine> lines{};
        std::shared_ptr<Erasure> erasure{}; ///< shared with whoever waits for it
        Done done{};
    };

    explicit HistoryQueue(std::size_t tailLines) : m_tailLines(tailLines) {}

    bool empty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    /// Somebody waits for an answer.
    bool isUrgent() const { return m_urgent; }

    /// True when it took the place of a state that waited.
    bool put(JobPtr job, bool held);
    void putLog(const JobKey &key, std::vector<LogLine> lines);
    void end(JobPtr job, Done done);
    void drop(const JobKey &key);
    void forget(const JobKey &key);
    void erase(std::shared_ptr<Erasure> erasure, Done done);
    void flush(Done done);

    std::vector<Entry> take();
    /// Puts entries that could not be written before what came meanwhile, so that they are tried again. Their
    /// log lines and deletions are let go, and of more than @p maxEnds waiting ends the oldest: the disk may stay full for long.
    void giveBack(std::vector<Entry> entries, std::size_t maxEnds);

private:
    struct Places ///< of the entries that may still be merged with, by job
    {
        std::optional<std::size_t> put{};
        std::optional<std::size_t> log{};
    };
    void add(Entry entry);

    std::size_t m_tailLines;
    std::vector<Entry> m_entries{};
    std::unordered_map<JobKey, Places, JobKeyHash> m_places{};
    bool m_urgent = false;
};

} // namespace afoot
