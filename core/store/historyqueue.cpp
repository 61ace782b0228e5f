#include "core/store/historyqueue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace afoot {

bool HistoryQueue::put(JobPtr job, bool held)
{
    Places &places = m_places[job->key];
    if (places.put) {
        Entry &waiting = m_entries[*places.put];
        if (isFinal(job->state) || !isFinal(waiting.job->state)) { // else a new run has begun
            waiting.job = std::move(job);
            waiting.held = held;
            return true;
        }
    }
    places = {.put = m_entries.size()};
    const JobKey key = job->key;
    m_entries.push_back(
        {.what = Entry::What::Put, .key = key, .job = std::move(job), .held = held});
    return false;
}

void HistoryQueue::putLog(const JobKey &key, std::vector<LogLine> lines)
{
    if (lines.empty())
        return;
    Places &places = m_places[key];
    if (!places.log) {
        places.log = m_entries.size();
        m_entries.push_back({.what = Entry::What::Log, .key = key, .lines = std::move(lines)});
    } else {
        std::vector<LogLine> &waiting = m_entries[*places.log].lines;
        waiting.insert(waiting.end(), std::make_move_iterator(lines.begin()),
                       std::make_move_iterator(lines.end()));
    }
    std::vector<LogLine> &waiting = m_entries[*places.log].lines;
    // twice as many may wait, so that not every line moves all others
    if (waiting.size() > 2 * m_tailLines)
        waiting.erase(waiting.begin(), waiting.end() - static_cast<std::ptrdiff_t>(m_tailLines));
}

void HistoryQueue::end(JobPtr job, Done done)
{
    const JobKey key = job->key;
    add({.what = Entry::What::End, .key = key, .job = std::move(job), .done = std::move(done)});
}

void HistoryQueue::drop(const JobKey &key)
{
    add({.what = Entry::What::Drop, .key = key});
}

void HistoryQueue::forget(const JobKey &key)
{
    add({.what = Entry::What::Forget, .key = key});
}

void HistoryQueue::erase(std::shared_ptr<Erasure> erasure, Done done)
{
    m_places.clear(); // what comes after it must not get before it
    m_entries.push_back(
        {.what = Entry::What::Erase, .erasure = std::move(erasure), .done = std::move(done)});
    m_urgent = true;
}

void HistoryQueue::flush(Done done)
{
    m_entries.push_back({.done = std::move(done)});
    m_urgent = true;
}

void HistoryQueue::add(Entry entry)
{
    m_places.erase(entry.key); // what comes after it must not get before it
    m_urgent = m_urgent || entry.done;
    m_entries.push_back(std::move(entry));
}

std::vector<HistoryQueue::Entry> HistoryQueue::take()
{
    m_places.clear();
    m_urgent = false;
    return std::exchange(m_entries, {});
}

void HistoryQueue::giveBack(std::vector<Entry> entries, std::size_t maxEnds)
{
    std::vector<Entry> later = std::exchange(m_entries, {});
    m_places.clear();
    const bool urgent = m_urgent;
    const auto isEnd = [](const Entry &entry) { return entry.what == Entry::What::End; };
    auto tooMany =
        std::count_if(entries.begin(), entries.end(), isEnd) - static_cast<std::ptrdiff_t>(maxEnds);
    for (Entry &entry : entries) {
        entry.done = nullptr; // its caller has the answer
        if (entry.what == Entry::What::Log || entry.what == Entry::What::Erase ||
            entry.what == Entry::What::Flush)
            continue;
        if (isEnd(entry) && tooMany-- > 0)
            continue;
        if (entry.what == Entry::What::Put)
            put(std::move(entry.job), entry.held);
        else
            add(std::move(entry));
    }
    for (Entry &entry : later) {
        switch (entry.what) {
        case Entry::What::Put:
            put(std::move(entry.job), entry.held);
            break;
        case Entry::What::Log:
            putLog(entry.key, std::move(entry.lines));
            break;
        case Entry::What::Erase:
        case Entry::What::Flush:
            m_entries.push_back(std::move(entry));
            break;
        default:
            add(std::move(entry));
        }
    }
    m_urgent = urgent;
}

} // namespace afoot
