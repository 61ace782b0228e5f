#include "core/follow/following.h"

#include "core/dialect/detect.h"
#include "core/follow/trackerevent.h"
#include "core/model/limits.h"
#include "core/model/text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace afoot {

namespace {

/// All of what another tracker says of a job.
Update wholeUpdate(const Job &job, const std::string &source)
{
    Update update{.op = Update::Op::Begin, .key = {source, job.key.id}};
    update.restart = !isFinal(job.state); // a new run of one that had ended here
    update.title = job.title;
    update.kind = job.kind;
    update.state = job.state;
    update.percent = job.percent;
    update.current = job.current;
    update.total = job.total;
    update.unit = job.unit;
    update.rate = job.rate;
    update.etaS = job.etaS;
    update.steps = job.steps;
    update.message = job.message;
    update.question = job.question;
    update.details = job.details;
    update.url = job.url;
    update.error = job.error;
    update.can = job.can;
    update.parent = job.parent;
    update.createdAt = job.createdAt;
    update.startedAt = job.startedAt;
    update.finishedAt = job.finishedAt;
    return update;
}

/// Only what goes over the open socket: where its paths stand nobody knows.
AskSet withoutPaths(AskSet can, const dialect::Dialect &dialect)
{
    AskSet left;
    for (const dialect::Action &action : dialect.endpoints.actions) {
        if (can.has(action.ask) && !action.request.send.empty())
            left.add(action.ask);
    }
    return left;
}

} // namespace

Following::Following(Plan plan, std::function<double()> random)
    : m_plan(std::move(plan)), m_link(m_plan.habits, std::move(random))
{
    m_context.source = m_plan.source;
    m_context.id = m_plan.id;
    m_context.localOffset = m_plan.localOffset;
}

bool Following::canPoll() const
{
    return m_plan.dialect != nullptr && !m_plan.dialect->endpoints.poll.empty() &&
           !m_plan.id.empty();
}

Following::Outcome Following::start(Ticks now)
{
    return {.orders = m_link.start(now)};
}

Following::Outcome Following::opened(Ticks now)
{
    m_link.opened(now);
    m_wasGood = m_sawJob = false;
    m_lookDelay = Millis(0);
    // a socket says only what is new; SSE tells the present state when it opens
    const bool isSocket = m_plan.dialect != nullptr &&
                          m_plan.dialect->endpoints.transport == dialect::Transport::WebSocket;
    return {.lookUp = isSocket && canPoll(),
            .say = m_plan.dialect != nullptr ? m_plan.dialect->link.hello : std::string()};
}

Following::Outcome Following::message(Ticks now, const wire::SseEvent &event)
{
    Outcome outcome;
    ++m_counters.messages;
    if (!std::exchange(m_wasGood, true) && std::exchange(m_everGood, true))
        ++m_counters.reconnects;
    if (!event.lastEventId.empty())
        m_cursor = event.lastEventId;
    if (m_plan.dialect == nullptr)
        takeOwn(event, outcome);
    else
        readFirst(dialect::Route::Stream, event.data, now, outcome);
    // who says hello and goes, over and over, is no tracker of jobs: that does not clear its attempts
    if (m_knowsJob || m_plan.dialect == nullptr)
        outcome.orders = m_link.message(now);
    else
        m_link.alive(now);
    finish(now, outcome);
    return outcome;
}

Following::Outcome Following::unreadable(Ticks now, const Error &error)
{
    Outcome outcome;
    m_link.alive(now);
    ++m_counters.messages;
    countBad(error, {}, outcome);
    return outcome;
}

void Following::countBad(Error error, std::string_view text, Outcome &outcome)
{
    constexpr std::size_t enough = 8 * maxExcerptBytes; // cleaning may take some away
    const std::string begin = cutText(cleanText(text.substr(0, enough)), maxExcerptBytes);
    if (!begin.empty())
        error.detail += " The message: " + begin;
    ++m_counters.bad;
    m_lastBad = error;
    outcome.bad = std::move(error);
}

/// As long as there is a search; else as it is read.
void Following::readFirst(dialect::Route route, std::string_view text, Ticks now, Outcome &outcome)
{
    if (!m_plan.search) {
        read(route, text, now, outcome);
        return;
    }
    const Search &search = *m_plan.search;
    const dialect::Guess guess = dialect::detect(search.url, text, search.own);
    if (guess.score > 0) {
        m_isFound = true;
        m_plan.dialect = guess.dialect;
        m_link.adopt(habitsOf(guess.dialect, search.wishes), now);
    }
    std::vector<std::string> before;
    if (m_isFound) {
        m_plan.search.reset();
        m_context.current.clear();
        for (const auto &[id, job] : m_context.jobs) {
            if (!isFinal(job.state))
                before.push_back(id);
        }
        for (const std::string &id : before)
            m_context.jobs.erase(id);
    } else if (++m_searched == maxSearched) {
        m_plan.search.reset();
    }
    read(route, text, now, outcome);
    takeBack(before, outcome);
}

/// What was made of messages before anybody knew how to read them.
void Following::takeBack(const std::vector<std::string> &ids, Outcome &outcome)
{
    for (const std::string &id : ids) {
        if (!m_context.jobs.contains(id))
            outcome.removed.push_back({m_plan.source, id});
    }
}

void Following::read(dialect::Route route, std::string_view text, Ticks now, Outcome &outcome)
{
    auto reading = dialect::readMessage(*m_plan.dialect, route, text, m_context);
    if (!reading) {
        countBad(reading.error(), text, outcome);
        return;
    }
    if (reading->fault)
        countBad(*reading->fault, text, outcome);
    take(*reading, now, outcome);
}

void Following::take(const dialect::Reading &reading, Ticks now, Outcome &outcome)
{
    m_sawJob = m_sawJob || !reading.updates.empty();
    m_knowsJob = m_knowsJob || m_sawJob;
    m_hasPicture = m_hasPicture ||
                   std::any_of(reading.updates.begin(), reading.updates.end(),
                               [](const Update &update) { return update.op != Update::Op::Log; });
    outcome.updates.insert(outcome.updates.end(), reading.updates.begin(), reading.updates.end());
    for (Update &update : outcome.updates) {
        if (m_isFound && update.can)
            update.can = withoutPaths(*update.can, *m_plan.dialect);
    }
    if (reading.asksPong)
        outcome.say = m_plan.dialect->link.pong;
    if (reading.lookUp && canPoll())
        outcome.lookUp = true;
    if (reading.pong)
        m_link.alive(now);
}

/// Events of protocol 1.
void Following::takeOwn(const wire::SseEvent &event, Outcome &outcome)
{
    auto read = trackerEventFrom(event);
    if (!read) {
        countBad(read.error(), event.data, outcome);
        return;
    }
    const auto isWanted = [this](const std::string &id) {
        return m_plan.id.empty() || m_plan.id == id;
    };
    bool isFull = false;
    const auto takeJob = [&](const Job &job) {
        if (!isWanted(job.key.id) || job.key.source != JobKey{}.source)
            return; // what it follows itself is followed better where it is
        isFull = m_remote.size() >= JobLimits{}.maxActiveJobs && !m_remote.contains(job.key);
        if (isFull)
            return; // no tracker has more
        m_sawJob = true;
        WallTime &declinedAt = m_remote[job.key];
        m_context.jobs[job.key.id].state = job.state;
        outcome.updates.push_back(wholeUpdate(job, m_plan.source));
        // once: what was asked of it since is another matter
        if (job.declined && std::exchange(declinedAt, job.declined->at) != job.declined->at)
            outcome.updates.back().declined = job.declined;
    };
    const auto remove = [&](const JobKey &key) {
        if (m_remote.erase(key) == 0)
            return;
        const auto known = m_context.jobs.find(key.id);
        if (known != m_context.jobs.end() && !isFinal(known->second.state))
            outcome.updates.push_back(lostUpdate(key.id)); // it never told an end
        else
            outcome.removed.push_back({m_plan.source, key.id});
        m_context.jobs.erase(key.id);
    };
    if (const auto *job = std::get_if<JobEvent>(&*read)) {
        takeJob(job->job);
    } else if (const auto *snapshot = std::get_if<SnapshotEvent>(&*read)) {
        m_hasPicture = true;
        std::set<JobKey> gone;
        for (const auto &[key, declinedAt] : m_remote)
            gone.insert(key);
        for (const Job &one : snapshot->jobs) {
            gone.erase(one.key);
            takeJob(one);
        }
        for (const JobKey &key : gone)
            remove(key);
        m_isMissing = !m_plan.id.empty() && !m_remote.contains({JobKey{}.source, m_plan.id});
    } else if (const auto *removed = std::get_if<RemovedEvent>(&*read)) {
        remove(removed->key);
    } else if (const auto *log = std::get_if<LogEvent>(&*read)) {
        if (!isWanted(log->key.id))
            return;
        Update update{.op = Update::Op::Log, .key = {m_plan.source, log->key.id}};
        update.lines = log->page.lines;
        outcome.updates.push_back(std::move(update));
    }
    if (isFull)
        countBad({.code = Error::Code::TooMany,
                  .name = "too_many_jobs",
                  .detail = "It tells of more jobs than a tracker has."},
                 event.data, outcome);
}

Following::Outcome Following::failed(Ticks now, const LinkFailure &failure)
{
    Outcome outcome;
    if (m_isOver)
        return outcome;
    LinkFailure why = failure;
    const bool isRepeated = m_link.attempt() > 0 || m_link.habits().attempts == 0U;
    if (isRepeated && m_wasGood && !m_knowsJob && m_plan.dialect != nullptr)
        why.reason += "; nothing that it said was about a job";
    if (why.isDocument)
        pollInstead(now);
    outcome.orders = m_link.failed(now, why);
    // what broke off may have been about to say how it ended
    outcome.lookUp = canPoll() && m_wasGood && !outcome.orders.poll;
    if (m_plan.dialect != nullptr && m_plan.dialect->link.emptyMeansGone && !m_sawJob)
        outcome.lookUp = canPoll() && !outcome.orders.poll;
    m_wasGood = m_sawJob = false;
    m_lookAt.reset(); // it tells where it is when it is back, or is looked at then
    return outcome;
}

/// Stops the link when nothing more can come of it.
void Following::finish(Ticks now, Outcome &outcome)
{
    if (m_isOver || m_plan.id.empty())
        return;
    const auto known = m_context.jobs.find(m_plan.id);
    const bool ended = known != m_context.jobs.end() && isFinal(known->second.state);
    if (!ended && !m_isMissing)
        return;
    if (mayRunAgain()) {
        rest(now, outcome);
        return;
    }
    m_isOver = true;
    m_lookAt.reset();
    outcome.orders = m_link.stop(now);
    outcome.lookUp = false;
}

std::optional<Ticks> Following::nextDeadline() const
{
    const std::optional<Ticks> next = m_link.nextDeadline();
    if (!next || !m_lookAt)
        return next ? next : m_lookAt;
    return std::min(*next, *m_lookAt);
}

Following::Outcome Following::wokeUp(Ticks now)
{
    if (m_isResting)
        return {.lookUp = true};
    return m_isOver ? Outcome{} : Outcome{.orders = m_link.wokeUp(now)};
}

Following::Outcome Following::retryNow(Ticks now)
{
    if (m_isResting)
        return {.lookUp = true};
    return m_isOver ? Outcome{} : Outcome{.orders = m_link.retryNow(now)};
}

Following::Outcome Following::due(Ticks now)
{
    Outcome outcome;
    const bool wasGood = m_wasGood;
    outcome.orders = m_link.due(now);
    if (outcome.orders.ping && m_plan.dialect != nullptr)
        outcome.say = m_plan.dialect->link.ping;
    if (outcome.orders.close) { // it had fallen silent
        outcome.lookUp = canPoll() && wasGood && !outcome.orders.poll;
        m_wasGood = m_sawJob = false;
        m_lookAt.reset();
    }
    if (m_lookAt && *m_lookAt <= now) {
        m_lookAt = m_isResting ? std::optional(now + restEvery) : std::nullopt;
        outcome.lookUp = !outcome.orders.poll;
    }
    return outcome;
}

Following::Outcome Following::stop(Ticks now)
{
    m_lookAt.reset();
    m_isResting = false;
    return {.orders = m_link.stop(now)};
}

} // namespace afoot
