#include "core/serve/compatstream.h"

#include <algorithm>

namespace afoot::serve {

namespace {

constexpr unsigned maxSilences = 3;

bool hasLog(const dialect::Dialect &dialect)
{
    return std::any_of(dialect.rules.begin(), dialect.rules.end(),
                       [](const dialect::Rule &rule) { return rule.sent == dialect::Sent::Log; });
}

} // namespace

CompatStream::CompatStream(House house, CompatPlan plan, std::function<void()> onReady)
    : m_house(std::move(house))
    , m_plan(std::move(plan))
    , m_feed(m_house.tracker, std::move(onReady))
    , m_decoder(m_house.maxMessageBytes)
{
    m_key.id = m_plan.id;
    if (!m_key.id.empty()) {
        m_feed.onlyJobs({m_key});
        m_spoken = m_key;
    }
    m_feed.followLogs(hasLog(*m_plan.dialect));
}

void CompatStream::open(Outbox &out)
{
    const dialect::Dialect &dialect = *m_plan.dialect;
    const dialect::WriteOptions now = m_house.now();
    putAll(dialect::openingFor(dialect, m_plan.id, now), out);
    if (!m_key.id.empty() && !m_house.tracker.job(m_key)) {
        if (dialect.link.emptyMeansGone) {
            m_isOver = true;
            return;
        }
        if (!dialect.endpoints.absent.empty())
            put(dialect::filledJson(dialect.endpoints.absent, m_plan.id, now), out);
    }
    m_isOpening = true;
    m_feed.askSnapshot();
    drain(out);
    m_isOpening = false;
}

void CompatStream::drain(Outbox &out)
{
    Delta delta = m_feed.take();
    for (const Change &change : delta.changes) {
        if (change.key.source != m_key.source)
            continue;
        if (!change.job) {
            m_told.erase(change.key);
            continue;
        }
        // the last words come before the end: who waits for the end hangs up on it
        if (isFinal(change.job->state)) {
            const auto chunk = std::find_if(delta.logs.begin(), delta.logs.end(),
                                            [&](const LogChunk &c) { return c.key == change.key; });
            if (chunk != delta.logs.end()) {
                tellLines(*chunk, out);
                delta.logs.erase(chunk);
            }
        }
        tell(change.job, out);
        if (m_isOver)
            return;
    }
    for (const LogChunk &chunk : delta.logs) {
        if (chunk.key.source == m_key.source)
            tellLines(chunk, out);
    }
}

void CompatStream::tell(const JobPtr &job, Outbox &out)
{
    const JobPtr before = std::exchange(m_told[job->key], job);
    const bool wasOver = before && isFinal(before->state);
    const bool isOver = isFinal(job->state);
    const dialect::LinkRule &link = m_plan.dialect->link;
    if (isOver && m_isOpening && !link.endsItself)
        return;
    // nothing of an end that was told is news, such as that a person has seen it
    if (isOver && wasOver && before->startedAt == job->startedAt &&
        before->finishedAt == job->finishedAt)
        return;
    m_spoken = job->key;
    putAll(dialect::messagesFor(*m_plan.dialect, *job, wasOver ? nullptr : before.get(),
                                m_house.now()),
           out);
    if (!isOver || !link.endsItself || m_key.id.empty())
        return;
    if (isSocket())
        hangUp(wsCloseFrame(WsClose::Normal, "the job is over"), out);
    m_isOver = true;
}

void CompatStream::tellLines(const LogChunk &chunk, Outbox &out)
{
    // a line names no job in some dialects: it belongs to the one spoken of last
    if (m_spoken != chunk.key) {
        const auto told = m_told.find(chunk.key);
        const JobPtr job = told != m_told.end() ? told->second : m_house.tracker.job(chunk.key);
        if (!job)
            return;
        m_spoken = chunk.key;
        if (!isFinal(job->state))
            putAll(dialect::messagesFor(*m_plan.dialect, *job, job.get(), m_house.now()), out);
    }
    if (chunk.dropped > 0)
        tellOneLine(chunk.key,
                    {.time = m_house.now().now,
                     .level = "warning",
                     .text = std::to_string(chunk.dropped) + " lines were skipped"},
                    out);
    for (const LogLine &line : chunk.lines)
        tellOneLine(chunk.key, line, out);
}

void CompatStream::tellOneLine(const JobKey &key, const LogLine &line, Outbox &out)
{
    putAll(dialect::messagesFor(*m_plan.dialect, key, line, m_house.now()), out);
}

void CompatStream::ping(Outbox &out)
{
    const dialect::Dialect &dialect = *m_plan.dialect;
    if (isSocket()) {
        if (++m_silences > maxSilences) {
            hangUp(wsCloseFrame(WsClose::GoingAway, "no pong came back"), out);
            return;
        }
        putAll(dialect::silenceFor(dialect, m_plan.id, m_house.now()), out);
        out.add(wsFrame(WsOpcode::Ping, {}));
        return;
    }
    const auto told = m_told.find(m_key);
    if (told != m_told.end() && !isFinal(told->second->state))
        put(dialect::messageFor(dialect, dialect::Route::Stream, *told->second, m_house.now()),
            out);
    else
        out.add(std::string(":\n\n"));
}

void CompatStream::take(std::string_view bytes, Outbox &out)
{
    if (!isSocket() || m_isOver)
        return;
    m_silences = 0;
    m_decoder.push(bytes, [&](const WsMessage &message) { return onMessage(message, out); });
    if (const auto &failure = m_decoder.failure())
        hangUp(wsCloseFrame(failure->code, failure->reason), out);
}

bool CompatStream::onMessage(const WsMessage &message, Outbox &out)
{
    switch (message.kind) {
    case WsOpcode::Text: {
        const dialect::SocketWord word =
            dialect::answerTo(*m_plan.dialect, message.data, m_house.now());
        if (!word.answer.empty())
            put(word.answer, out);
        if (word.ask)
            ask(*word.ask, out);
        break;
    }
    case WsOpcode::Ping:
        out.add(wsFrame(WsOpcode::Pong, message.data));
        break;
    case WsOpcode::Close:
        hangUp(wsFrame(WsOpcode::Close, message.data.substr(0, 2)), out);
        break;
    case WsOpcode::Binary: // their backends do not look at it
    case WsOpcode::Pong:
    case WsOpcode::Continuation:
        break;
    }
    return !m_isOver;
}

/// Its outcome is told as the job's, when whoever runs it has answered.
void CompatStream::ask(Ask what, Outbox &out)
{
    if (m_plan.mayAsk && !m_spoken.id.empty()) {
        Update update{.op = Update::Op::Ask, .key = m_spoken};
        update.ask = what;
        if (m_house.tracker.apply(std::move(update))) {
            m_house.onUpdate();
            return;
        }
    }
    const dialect::Action *const action = m_plan.dialect->endpoints.find(what);
    if (action != nullptr && action->refused)
        put(dialect::filledJson(action->refused->body, m_spoken.id, m_house.now()), out);
}

void CompatStream::put(std::string_view message, Outbox &out)
{
    if (message.empty())
        return;
    out.add(isSocket() ? wsFrame(WsOpcode::Text, message)
                       : dialect::framed(*m_plan.dialect, message));
}

void CompatStream::putAll(const std::vector<std::string> &messages, Outbox &out)
{
    for (const std::string &message : messages)
        put(message, out);
}

void CompatStream::hangUp(std::string frame, Outbox &out)
{
    m_isOver = true;
    out.add(std::move(frame));
}

} // namespace afoot::serve
