#include "core/run/reporter.h"

#include "core/model/merge.h"
#include "core/wire/json.h"

#include <algorithm>

namespace afoot::run {

namespace {

bool saysNothing(const Update &update)
{
    Update empty;
    empty.op = update.op;
    empty.key = update.key;
    return update == empty;
}

} // namespace

Reporter::Reporter(Options options, std::unique_ptr<TrackerLine> line,
                   std::unique_ptr<OutputSource> source, Spool spool, const Clock &clock)
    : m_options(std::move(options))
    , m_line(std::move(line))
    , m_source(std::move(source))
    , m_spool(std::move(spool))
    , m_clock(clock)
    , m_whole(m_options.begin)
{
    m_whole.op = Update::Op::Begin;
    m_whole.can = abilities();
    m_whole.state = State::Running;
}

Reporter::~Reporter()
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_phase != Phase::Ended)
            m_phase = Phase::Abandoned;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

AskSet Reporter::abilities() const
{
    AskSet can;
    can.add(Ask::Cancel);
    can.add(Ask::Pause);
    can.add(Ask::Resume);
    return can;
}

void Reporter::start(std::function<void(Ask)> onAsk)
{
    m_onAsk = std::move(onAsk);
    m_whole.startedAt = m_clock.now();
    m_urgent = true;
    m_thread = std::thread([this] { work(); });
}

void Reporter::output(std::string_view bytes, Watcher::Heard from)
{
    const std::lock_guard guard(m_mutex);
    m_samples.add(bytes, from, m_clock.ticks());
    if (m_sleeping || m_samples.size() > Samples::burst / 2) {
        m_sleeping = false;
        m_wake.notify_one();
    }
}

void Reporter::paused(bool alsoWe)
{
    Lock lock(m_mutex);
    Update change;
    change.state = State::Paused;
    if (alsoWe) {
        change.can = AskSet{}; // we shall not hear it
        change.message = "stopped in its terminal";
    }
    note(std::move(change));
    m_urgent = true;
    m_wake.notify_one();
    if (alsoWe)
        m_told.wait_for(lock, m_options.patience, [this] { return !m_urgent && !m_delivering; });
}

void Reporter::resumed()
{
    const std::lock_guard guard(m_mutex);
    Update change;
    change.state = State::Running;
    change.can = abilities();
    if (m_whole.message == "stopped in its terminal")
        change.message = std::string();
    note(std::move(change));
    m_urgent = true;
    m_wake.notify_one();
}

void Reporter::refused(Ask ask, const std::string &why)
{
    const std::lock_guard guard(m_mutex);
    Update change;
    change.declined = Declined{.ask = ask, .why = why};
    note(std::move(change));
    m_urgent = true;
    m_wake.notify_one();
}

bool Reporter::finish(const Ending &ending)
{
    Lock lock(m_mutex);
    m_ending = ending;
    m_phase = Phase::Ending;
    m_wake.notify_one();
    m_told.wait_for(lock, m_options.patience, [this] { return m_phase == Phase::Ended; });
    if (m_phase != Phase::Ended) {
        m_phase = Phase::Abandoned;
        m_begun = false;
        composeEnd(lock);
    } else if (m_begun || m_refused) {
        return true;
    }
    std::vector<Update> rest = unheard();
    lock.unlock();
    m_spool(std::move(rest));
    return false;
}

std::vector<Update> Reporter::unheard()
{
    std::vector<Update> rest{m_whole}; // also when it was begun: the tracker may be another by then
    rest.front().time = m_clock.now();
    if (!m_lines.empty()) {
        Update log;
        log.op = Update::Op::Log;
        log.key = m_whole.key;
        log.lines = takeLines();
        rest.push_back(std::move(log));
    }
    if (m_end)
        rest.push_back(*m_end);
    return rest;
}

void Reporter::note(Update change)
{
    addLines(std::exchange(change.lines, {}));
    if (saysNothing(change))
        return;
    merge(m_whole, change);
    m_whole.acknowledged.reset(); // they answer what stands now, not what another tracker may ask
    m_whole.declined.reset();
    if (!m_news) {
        m_news.emplace();
        m_news->key = m_whole.key;
    }
    merge(*m_news, change);
}

void Reporter::addLines(std::vector<LogLine> lines)
{
    for (LogLine &line : lines) {
        if (line.time == WallTime{})
            line.time = m_clock.now();
        m_lines.push_back(std::move(line));
    }
    if (m_lines.size() > m_options.maxLines) {
        m_leftOut += m_lines.size() - m_options.maxLines;
        m_lines.erase(m_lines.begin(),
                      m_lines.end() - static_cast<std::ptrdiff_t>(m_options.maxLines));
    }
}

/// What is kept, with a word on what is not.
std::vector<LogLine> Reporter::takeLines()
{
    std::vector<LogLine> lines = std::exchange(m_lines, {});
    if (const std::size_t count = std::exchange(m_leftOut, 0); count > 0 && !lines.empty()) {
        LogLine word = lines.front();
        word.level = LogLine{}.level;
        word.text = "… " + std::to_string(count) + " lines left out …";
        lines.insert(lines.begin(), std::move(word));
    }
    return lines;
}

void Reporter::heard(std::optional<Ask> ask)
{
    {
        const std::lock_guard guard(m_mutex);
        if (std::exchange(m_lastAsk, ask) == ask)
            return;
    }
    if (!ask || !m_onAsk)
        return;
    { // before it is passed on: what comes of it may be known at once
        const std::lock_guard guard(m_mutex);
        Update change;
        change.acknowledged = ask;
        note(std::move(change));
        m_urgent = true;
        m_wake.notify_one();
    }
    m_onAsk(*ask);
}

void Reporter::composeEnd(Lock &lock)
{
    lock.unlock();
    {
        const std::lock_guard reading(m_reading);
        lock.lock();
        const bool done = m_end.has_value();
        std::vector<Samples::Piece> pieces = m_samples.take();
        lock.unlock();
        if (!done) {
            for (const Samples::Piece &piece : pieces) {
                if (piece.skipped > 0)
                    m_source->skipped(piece.skipped);
                m_source->push(piece.bytes, piece.from);
            }
            std::optional<Update> last = m_source->take();
            Update end = m_source->finish(m_ending);
            lock.lock();
            if (last)
                note(std::move(*last));
            addLines(std::exchange(end.lines, {}));
            end.key = m_whole.key;
            end.finishedAt = m_clock.now();
            if (m_ending.code)
                end.details.push_back({"exit code", static_cast<double>(*m_ending.code)});
            if (m_ending.signal)
                end.details.push_back({"signal", static_cast<double>(*m_ending.signal)});
            if (!m_ending.trouble.empty())
                end.error = m_ending.trouble;
            if (m_needsInput)
                end.question = std::string();
            m_end = std::move(end);
            return;
        }
    }
    lock.lock();
}

} // namespace afoot::run
