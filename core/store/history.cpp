#include "core/store/history.h"

#include <algorithm>
#include <exception>
#include <future>
#include <new>
#include <utility>

namespace afoot {

namespace {

constexpr std::size_t maxWaitingEnds = 10'000; // while the disk is full
constexpr Millis lastRetry{60'000};

bool isDamage(const Error &error)
{
    return error.name == "history_damaged";
}

} // namespace

Result<std::unique_ptr<History>> History::open(const Options &options)
{
    for (bool again = false;; again = true) {
        Result<HistoryFile> file = openHistoryFile(options.path, options.now, options.maxFileBytes);
        if (!file)
            return file.error();
        std::unique_ptr<History> history(new History(options, std::move(file).value()));
        Result<HistoryRows> rows =
            HistoryRows::on(history->m_file.database, {.tailLines = options.tailLines,
                                                       .maxRuns = options.maxRuns,
                                                       .maxLogs = options.maxLogs});
        if (rows) {
            history->m_rows = std::move(rows).value();
            history->m_thread = std::thread([it = history.get()] { it->work(); });
            return history;
        }
        if (again || !isDamage(rows.error()))
            return rows.error();
        markDamaged(options.path); // the tables are not ours
    }
}

History::History(Options options, HistoryFile file)
    : m_options(std::move(options)), m_file(std::move(file)), m_queue(m_options.tailLines)
{
}

History::~History()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    leaveUntidied();
}

/// Moving what is in the log of changes into the file syncs several times, each of which takes long on a busy disk.
/// Nobody's word depends on it: ends were synced when they were answered, and the next one that opens it reads both.
void History::leaveUntidied()
{
    m_file.database.tidyOnClose(false);
    m_file.database.tidyOnCommit(false);
}

template <typename Add> void History::say(Add add)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = m_queue.empty();
        const bool wasUrgent = m_queue.isUrgent();
        add();
        if (wasEmpty)
            m_due = std::chrono::steady_clock::now() + m_options.commitEvery;
        wake = wasEmpty || (m_queue.isUrgent() && !wasUrgent);
    }
    if (wake)
        m_wake.notify_one();
}

void History::put(JobPtr job, bool held)
{
    say([&] {
        ++m_counters.puts;
        if (m_queue.put(std::move(job), held))
            ++m_counters.conflated;
    });
}

void History::putLog(const JobKey &key, std::vector<LogLine> lines)
{
    say([&] { m_queue.putLog(key, std::move(lines)); });
}

void History::end(JobPtr job, Done done)
{
    say([&] {
        ++m_counters.ends;
        m_queue.end(std::move(job), std::move(done));
    });
}

void History::drop(const JobKey &key)
{
    say([&] { m_queue.drop(key); });
}

void History::forget(const JobKey &key)
{
    say([&] { m_queue.forget(key); });
}

/// Has @p add say something of which the writer answers, and waits for that.
template <typename Add> std::optional<Error> History::await(Add add)
{
    // shared, because the writer may still be inside set_value() when the answer is here
    const auto answer = std::make_shared<std::promise<std::optional<Error>>>();
    say([&] {
        add([answer](std::optional<Error> trouble) { answer->set_value(std::move(trouble)); });
    });
    return answer->get_future().get();
}

std::optional<Error> History::flush()
{
    return await([this](Done done) { m_queue.flush(std::move(done)); });
}

Result<Erased> History::erase(const RunQuery &query)
{
    const auto erasure = std::make_shared<HistoryQueue::Erasure>();
    erasure->query = query;
    if (auto trouble = await([&](Done done) { m_queue.erase(erasure, std::move(done)); }))
        return *trouble;
    return erasure->erased;
}

History::Counters History::counters() const
{
    const std::lock_guard lock(m_mutex);
    Counters counters = m_counters;
    counters.waiting = m_queue.size();
    return counters;
}

std::optional<Error> History::trouble() const
{
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

void History::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_queue.empty()) {
            if (m_stop)
                return;
            m_wake.wait(lock);
            continue;
        }
        if (!m_stop && !m_queue.isUrgent() && std::chrono::steady_clock::now() < m_due) {
            m_wake.wait_until(lock, m_due);
            continue;
        }
        const bool isLast = m_stop;
        Entries entries = m_queue.take();
        lock.unlock();
        if (isLast)
            leaveUntidied();
        std::vector<std::optional<Error>> answers(entries.size());
        const std::optional<Error> trouble = write(entries, answers);
        std::vector<std::pair<Done, std::optional<Error>>> waiting;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].done)
                waiting.emplace_back(std::move(entries[i].done), trouble ? trouble : answers[i]);
        }
        lock.lock();
        noteAttempt(trouble, std::move(entries));
        lock.unlock();
        for (const auto &[done, answer] : waiting)
            done(answer);
        lock.lock();
    }
}

void History::noteAttempt(const std::optional<Error> &trouble, Entries entries)
{
    m_trouble = trouble;
    if (!trouble) {
        ++m_counters.commits;
        m_retry = firstRetry;
        return;
    }
    ++m_counters.failures;
    if (m_stop || isDamage(*trouble))
        return;
    try {
        m_queue.giveBack(std::move(entries), maxWaitingEnds);
    } catch (const std::bad_alloc &) {
        m_queue.take(); // what was said is lost, but not the program; ends have their answer
    }
    m_due = std::chrono::steady_clock::now() + m_retry;
    m_retry = std::min(m_retry * 2, lastRetry);
}

std::optional<Error> History::write(const Entries &entries,
                                    std::vector<std::optional<Error>> &answers)
{
    if (m_damage)
        return m_damage;
    std::optional<Error> trouble;
    try {
        const bool mustLast = std::any_of(entries.begin(), entries.end(), [](const auto &entry) {
            return entry.what == HistoryQueue::Entry::What::End;
        });
        trouble =
            m_rows->begin(mustLast ? HistoryRows::Safety::PowerCut : HistoryRows::Safety::Crash);
        for (std::size_t i = 0; i < entries.size() && !trouble; ++i) {
            answers[i] = writeEntry(entries[i]);
            if (answers[i] && !sqlite::isOfTheRow(*answers[i]))
                trouble = answers[i];
        }
        if (!trouble)
            trouble = m_rows->commit();
    } catch (const std::exception &memory) {
        trouble = Error{Error::Code::Internal,
                        "no_history",
                        "The history cannot be written now (" + std::string(memory.what()) + ").",
                        {}};
    }
    if (trouble)
        m_rows->rollback();
    else
        scrubAfter(entries, answers);
    if (trouble && isDamage(*trouble)) {
        m_damage = trouble;
        markDamaged(m_options.path);
    }
    return trouble;
}

std::optional<Error> History::writeEntry(const HistoryQueue::Entry &entry)
{
    switch (entry.what) {
    case HistoryQueue::Entry::What::Put:
        return m_rows->put(*entry.job, entry.held);
    case HistoryQueue::Entry::What::Log:
        return m_rows->addLog(entry.key, entry.lines);
    case HistoryQueue::Entry::What::End:
        return m_rows->end(*entry.job);
    case HistoryQueue::Entry::What::Drop:
        return m_rows->drop(entry.key);
    case HistoryQueue::Entry::What::Forget:
        return m_rows->forget(entry.key);
    case HistoryQueue::Entry::What::Erase: {
        Result<Erased> erased = m_rows->erase(entry.erasure->query);
        if (!erased)
            return erased.error();
        entry.erasure->erased = std::move(erased).value();
        break;
    }
    case HistoryQueue::Entry::What::Flush:
        break;
    }
    return {};
}

/// Once for all that were deleted in one commit.
void History::scrubAfter(const Entries &entries, std::vector<std::optional<Error>> &answers)
{
    const auto hasErased = [](const HistoryQueue::Entry &entry) {
        return entry.erasure && entry.erasure->erased.runs > 0;
    };
    if (std::none_of(entries.begin(), entries.end(), hasErased))
        return;
    const std::optional<Error> trouble = scrub();
    for (std::size_t i = 0; trouble && i < entries.size(); ++i) {
        if (!hasErased(entries[i]))
            continue;
        answers[i] = *trouble;
        answers[i]->detail = "The runs are deleted, but their text may still be found in " +
                             m_options.path + ": " + trouble->detail;
    }
}

/// secure_delete overwrites what is deleted where it stands, but not the copies that SQLite left behind when it moved
/// rows from page to page; and the log of changes has all of it until it is emptied.
std::optional<Error> History::scrub()
{
    const std::lock_guard lock(m_readMutex); // the log of changes is emptied while nobody reads it
    if (auto trouble = m_file.database.run("VACUUM"))
        return trouble;
    const Result<std::int64_t> busy = m_file.database.number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return busy.error();
    if (*busy != 0)
        return Error{Error::Code::Unavailable, "history_busy", m_options.path + " is in use.", {}};
    return {};
}

template <typename Ask>
auto History::read(Ask ask) const -> decltype(ask(std::declval<HistoryReader &>()))
{
    const std::lock_guard lock(m_readMutex);
    if (!m_reader) {
        Result<HistoryReader> reader = HistoryReader::open(m_options.path);
        if (!reader)
            return reader.error();
        m_reader = std::move(reader).value();
    }
    auto answer = ask(*m_reader);
    if (!answer && isDamage(answer.error()))
        markDamaged(m_options.path);
    return answer;
}

Result<std::vector<StoredJob>> History::load() const
{
    return read([&](HistoryReader &reader) { return reader.jobs(m_options.tailLines); });
}

Result<bool> History::hasRuns(const JobKey &key) const
{
    return read([&](HistoryReader &reader) { return reader.hasRuns(key); });
}

Result<std::vector<Job>> History::latestOfKinds() const
{
    return read([&](HistoryReader &reader) { return reader.latestOfKinds(); });
}

Result<RunPage> History::runs(const RunQuery &query) const
{
    return read([&](HistoryReader &reader) { return reader.runs(query); });
}

Result<RunCounts> History::counts(const RunQuery &query) const
{
    return read([&](HistoryReader &reader) { return reader.counts(query); });
}

Result<std::vector<LogLine>> History::log(std::int64_t run) const
{
    return read([&](HistoryReader &reader) { return reader.log(run, m_options.tailLines); });
}

} // namespace afoot
