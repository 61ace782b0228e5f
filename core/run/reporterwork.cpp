#include "core/model/merge.h"
#include "core/model/text.h"
#include "core/run/reporter.h"
#include "core/wire/json.h"

#include <algorithm>

namespace afoot::run {

namespace {

/// A command must run this long before the tracker is asked to watch over us.
constexpr Millis holdAfter{100};

} // namespace

void Reporter::work()
{
    Lock lock(m_mutex);
    while (m_phase == Phase::Running || m_phase == Phase::Ending) {
        const bool ending = m_phase == Phase::Ending;
        if (ending)
            composeEnd(lock);
        else
            readOutput(lock);
        m_delivering = true;
        deliver(lock);
        if (ending && !m_begun && !m_nextTry)
            deliver(lock); // to a tracker that was restarted, from the beginning
        m_delivering = false;
        if (ending && m_phase == Phase::Ending)
            m_phase = Phase::Ended;
        m_told.notify_all();
        if (m_phase != Phase::Running)
            continue;
        const Ticks now = m_clock.ticks();
        const auto stirred = [this] { return m_urgent || m_phase != Phase::Running; };
        if (const std::optional<Ticks> next = nextTurn(now)) {
            m_wake.wait_for(lock, *next - now,
                            [&] { return stirred() || m_samples.size() > Samples::burst / 2; });
        } else {
            m_sleeping = true;
            m_wake.wait(lock, [&] { return stirred() || !m_sleeping; });
            m_sleeping = false;
        }
    }
    m_told.notify_all();
}

/// When there is something to do; nullopt: not before somebody calls.
std::optional<Ticks> Reporter::nextTurn(Ticks now) const
{
    std::optional<Ticks> next;
    const auto at = [&](Ticks time) { next = std::max(now, next ? std::min(*next, time) : time); };
    if (!m_samples.empty())
        at(m_nextSend.value_or(now));
    const bool news = m_news || !m_lines.empty();
    if (!m_refused && m_begun && news)
        at(m_nextSend.value_or(now));
    else if (!m_refused && !m_begun)
        at(m_nextTry ? *m_nextTry + (news ? Millis{0} : m_options.seek) : now);
    if (m_quietAt)
        at(*m_quietAt);
    if (!m_question.empty() && !m_needsInput && m_questionAt)
        at(*m_questionAt + m_options.questionAfter);
    if (m_holdAt)
        at(*m_holdAt);
    return next;
}

void Reporter::readOutput(Lock &lock)
{
    const std::vector<Samples::Piece> pieces = m_samples.take();
    lock.unlock();
    std::optional<Update> change;
    {
        const std::lock_guard reading(m_reading);
        for (const Samples::Piece &piece : pieces) {
            if (piece.skipped > 0)
                m_source->skipped(piece.skipped);
            // an archive or an image on its way into a file is nothing to read
            const bool binary =
                piece.from == Watcher::Heard::Out && piece.bytes.find('\0') != std::string::npos;
            if (binary)
                m_source->skipped(piece.bytes.size());
            else
                m_source->push(piece.bytes, piece.from);
        }
        const Ticks now = m_clock.ticks();
        const bool quiet = pieces.empty() && m_quietAt && now >= *m_quietAt;
        if (quiet)
            m_source->quiet();
        if (!pieces.empty() || quiet)
            change = m_source->take();
        lock.lock();
        if (!pieces.empty())
            m_quietAt = now + m_options.quietAfter;
        else if (quiet)
            m_quietAt.reset();
        if (!change)
            change.emplace();
        lookForQuestion(*change, !pieces.empty(), now);
        note(std::move(*change));
    }
}

/// A line that looks like a question is one when the command then waits in silence.
void Reporter::lookForQuestion(Update &change, bool spoke, Ticks now)
{
    if (spoke && m_needsInput) {
        m_needsInput = false;
        change.state = change.state.value_or(State::Running);
        if (!change.question)
            change.question = std::string();
    }
    if (change.question) {
        m_question = *change.question;
        m_questionAt = now;
        if (!m_question.empty())
            change.question.reset();
    } else if (spoke) {
        m_questionAt = now;
    }
    const bool running = m_whole.state == State::Running;
    if (!m_question.empty() && !m_needsInput && running && m_questionAt &&
        now - *m_questionAt >= m_options.questionAfter) {
        m_needsInput = true;
        change.state = State::NeedsInput;
        change.question = m_question;
    }
}

void Reporter::deliver(Lock &lock)
{
    const Ticks now = m_clock.ticks();
    const bool ending = m_phase == Phase::Ending;
    const bool due = ending || m_urgent || !m_nextSend || now >= *m_nextSend;
    m_urgent = false;
    if (m_refused || !due)
        return;
    if (!m_begun) {
        // at the end one last try is worth it, unless we know better from just now
        if (m_nextTry && now < *m_nextTry)
            return;
        if (!begin(lock))
            return;
    }
    if (m_holdAt && now >= *m_holdAt && !ending) {
        m_holdAt.reset();
        m_line->hold(m_whole.key.id, [this](std::optional<Ask> ask) { heard(ask); });
    }
    if (sendRest(lock))
        m_nextSend = m_clock.ticks() + m_options.gap;
}

bool Reporter::begin(Lock &lock)
{
    m_nextTry = m_clock.ticks() + m_options.retry;
    const Update whole = m_whole;
    std::optional<Update> told = std::exchange(m_news, std::nullopt);
    const Result<std::string> answer = send(lock, whole);
    if (settle(answer)) {
        m_begun = true;
        m_holdAt = m_clock.ticks() + holdAfter;
        return true;
    }
    if (told && !m_news) // what came meanwhile is on top of it, and m_whole has both
        m_news = std::move(told);
    return false;
}

/// What a tracker that knows the job has not heard of yet. False: it could not be told.
bool Reporter::sendRest(Lock &lock)
{
    if (m_news) {
        const Update news = *std::exchange(m_news, std::nullopt);
        if (!settle(send(lock, news))) {
            Update again = news;
            if (m_news)
                merge(again, *m_news);
            m_news = std::move(again);
            return false;
        }
    }
    if (!m_lines.empty()) {
        Update log;
        log.op = Update::Op::Log;
        log.key = m_whole.key;
        log.lines = takeLines();
        if (!settle(send(lock, log))) {
            std::vector<LogLine> newer = std::exchange(m_lines, std::move(log.lines));
            addLines(std::move(newer));
            return false;
        }
    }
    return !m_end || m_phase != Phase::Ending || sendEnd(lock);
}

bool Reporter::sendEnd(Lock &lock)
{
    Result<std::string> answer = send(lock, *m_end);
    if (!answer && (answer.error().code == Error::Code::BadInput ||
                    answer.error().code == Error::Code::TooLarge)) {
        // whatever it dislikes about it, that the job is over must be known
        Update bare;
        bare.op = m_end->op;
        bare.key = m_end->key;
        bare.state = m_end->state;
        if (m_end->error)
            bare.error = cutText(cleanText(*m_end->error), 500);
        answer = send(lock, bare);
    }
    return settle(answer);
}

Result<std::string> Reporter::send(Lock &lock, const Update &update)
{
    lock.unlock();
    Result<std::string> answer = m_line->send(update);
    if (answer && update.op != Update::Op::Log) {
        if (const Result<Job> job = wire::jobFromJson(*answer))
            heard(job->asked);
    }
    lock.lock();
    return answer;
}

/// False when it has to be said again, to whoever listens next.
bool Reporter::settle(const Result<std::string> &answer)
{
    if (answer)
        return true;
    const Error &error = answer.error();
    if (isTransient(error) || error.code == Error::Code::NotFound) {
        m_begun = false; // a tracker that was restarted may know nothing of us
        m_holdAt.reset();
        if (error.code == Error::Code::NotFound)
            m_nextTry.reset();
        return false;
    }
    if (error.code == Error::Code::Conflict)
        m_refused = true; // somebody has ended the job
    return true;          // saying it again would not help
}

} // namespace afoot::run
