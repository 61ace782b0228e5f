#include "core/serve/wssession.h"

#include "core/wire/jsonwrite.h"

namespace afoot::serve {

namespace {

constexpr unsigned maxSilences = 3;

bool holds(Update::Op op)
{
    using Op = Update::Op;
    return op == Op::Begin || op == Op::Change || op == Op::Log;
}

bool isReport(Update::Op op)
{
    using Op = Update::Op;
    return holds(op) || op == Op::Complete || op == Op::Fail;
}

} // namespace

WsSession::WsSession(House house, WsPlan plan, std::function<void()> onReady)
    : m_house(std::move(house))
    , m_plan(std::move(plan))
    , m_onReady(std::move(onReady))
    , m_decoder(m_house.limits.maxMessageBytes)
{
    if (m_plan.watch)
        m_stream =
            std::make_unique<Stream>(m_house.tracker, m_plan.batch ? m_house.items : m_house.frames,
                                     m_plan.events, m_onReady);
}

WsSession::~WsSession()
{
    for (const auto &[key, told] : m_held)
        m_house.tracker.release(key);
}

void WsSession::open(Outbox &out)
{
    if (!m_stream) {
        put(frames().hello(m_house.tracker.rev(), std::nullopt), out);
        return;
    }
    Outbox items;
    m_stream->open(m_plan.batch ? items : out);
    putList(items, out);
}

bool WsSession::isEmpty() const
{
    return (!m_stream || m_stream->isEmpty()) && (!m_own || m_own->empty()) && m_late.empty();
}

void WsSession::drain(Outbox &out)
{
    if (m_isOver)
        return;
    Outbox items;
    Outbox &to = m_plan.batch ? items : out;
    for (Frame &frame : m_late)
        to.add(std::move(frame));
    m_late.clear();
    if (m_stream && !m_stream->isEmpty())
        m_stream->drain(to);
    tellAsks(to);
    putList(items, out);
    if (m_stream && m_stream->isOver())
        hangUp(wsCloseFrame(WsClose::Normal, "the job is over"), out);
}

/// What @p items holds leaves as one message; it is empty unless we speak in lists.
void WsSession::putList(Outbox &items, Outbox &out)
{
    if (items.empty())
        return;
    std::string list = "[";
    list.reserve(items.bytes() + 2);
    while (!items.empty()) {
        Outbox::Spans spans;
        const std::size_t count = items.front(spans);
        const std::size_t from = list.size();
        for (std::size_t i = 0; i < count; ++i)
            list += spans[i];
        items.drop(list.size() - from);
    }
    list.back() = ']'; // in place of the last comma
    out.add(wsFrame(WsOpcode::Text, list));
}

void WsSession::put(Frame frame, Outbox &out)
{
    Outbox items;
    (m_plan.batch ? items : out).add(std::move(frame));
    putList(items, out);
}

void WsSession::ping(Outbox &out)
{
    if (++m_silences > maxSilences) {
        hangUp(wsCloseFrame(WsClose::GoingAway, "no pong came back"), out);
        return;
    }
    put(frames().ping(m_house.tracker.rev()), out);
    out.add(wsFrame(WsOpcode::Ping, {}));
}

void WsSession::take(std::string_view bytes, Outbox &out)
{
    if (m_isOver)
        return;
    m_silences = 0;
    m_decoder.push(bytes, [&](const WsMessage &message) { return onMessage(message, out); });
    if (const auto &failure = m_decoder.failure())
        hangUp(wsCloseFrame(failure->code, failure->reason), out);
}

bool WsSession::onMessage(const WsMessage &message, Outbox &out)
{
    switch (message.kind) {
    case WsOpcode::Text:
        onText(message.data, out);
        break;
    case WsOpcode::Binary:
        hangUp(wsCloseFrame(WsClose::UnsupportedData, "messages are JSON text"), out);
        break;
    case WsOpcode::Ping:
        out.add(wsFrame(WsOpcode::Pong, message.data));
        break;
    case WsOpcode::Close:
        hangUp(wsFrame(WsOpcode::Close, message.data.substr(0, 2)), out);
        break;
    case WsOpcode::Pong:
    case WsOpcode::Continuation:
        break;
    }
    return !m_isOver;
}

void WsSession::onText(std::string_view text, Outbox &out)
{
    wire::Message message = wire::messageFromJson(text, m_house.limits.jobs);
    if (message.update)
        report(std::move(message), out);
    else
        put(refused(message, message.update.error()), out);
}

void WsSession::report(wire::Message message, Outbox &out)
{
    const Update::Op op = message.update->op;
    const auto applied = m_house.tracker.apply(std::move(message.update).value());
    if (!applied) {
        put(refused(message, applied.error()), out);
        return;
    }
    const JobPtr job = applied->job;
    const bool isEnd = job && isFinal(job->state) && isReport(op);
    if (job && isFinal(job->state))
        letGo(job->key);
    else if (job && holds(op))
        hold(job->key);
    m_house.onUpdate();
    if (!isEnd || !m_house.keepEnd) {
        if (isEnd || message.ref || op == Update::Op::Begin)
            put(done(message, job), out);
        return;
    }
    message.update = Update{};
    const auto isInside = std::make_shared<bool>(true); // shared: std::function wants to be copied
    m_house.keepEnd(job, [this, life = std::weak_ptr<int>(m_life), isInside, job,
                          message = std::move(message), &out](const std::optional<Error> &trouble) {
        if (life.expired())
            return;
        Frame frame = trouble ? refused(message, *trouble) : done(message, job);
        if (*isInside) {
            put(std::move(frame), out);
            return;
        }
        const bool wasEmpty = isEmpty();
        m_late.push_back(std::move(frame));
        if (wasEmpty)
            m_onReady();
    });
    *isInside = false;
}

Frame WsSession::done(const wire::Message &message, const JobPtr &job)
{
    std::string data;
    wire::ObjectWriter object(data);
    if (message.ref)
        object.text("ref", *message.ref);
    if (job) {
        object.text("id", job->key.id);
        object.text("source", job->key.source);
        object.text("state", nameOf(job->state));
        object.integer("rev", job->rev);
        if (job->asked)
            object.text("asked", nameOf(*job->asked));
    } else {
        object.textIf("id", message.id);
    }
    object.close();
    return frames().own("done", data);
}

Frame WsSession::refused(const wire::Message &message, const Error &error)
{
    std::string data;
    wire::ObjectWriter object(data);
    if (message.ref)
        object.text("ref", *message.ref);
    object.textIf("id", message.id);
    const std::string inner = wire::toJson(error); // {"error":{…}}
    constexpr std::size_t keyBytes = sizeof("{\"error\":") - 1;
    object.raw("error") += std::string_view(inner).substr(keyBytes, inner.size() - keyBytes - 1);
    object.close();
    return frames().own("refused", data);
}

void WsSession::hold(const JobKey &key)
{
    if (!m_held.try_emplace(key).second)
        return;
    m_house.tracker.hold(key);
    if (m_own) {
        m_own->alsoJob(key);
    } else {
        m_own = std::make_unique<Feed>(m_house.tracker, m_onReady);
        m_own->onlyJobs({key});
    }
}

void WsSession::letGo(const JobKey &key)
{
    if (m_held.erase(key) == 0)
        return;
    m_house.tracker.release(key);
    if (m_held.empty())
        m_own.reset();
    else
        m_own->dropJob(key);
}

void WsSession::tellAsks(Outbox &to)
{
    if (!m_own || m_own->empty())
        return;
    const Delta delta = m_own->take();
    for (const Change &change : delta.changes) {
        const auto held = m_held.find(change.key);
        if (held == m_held.end())
            continue;
        if (!change.job || isFinal(change.job->state)) {
            letGo(change.key);
            continue;
        }
        if (std::exchange(held->second, change.job->asked) == change.job->asked ||
            !change.job->asked)
            continue;
        std::string data;
        wire::ObjectWriter object(data);
        object.text("id", change.key.id);
        object.text("source", change.key.source);
        object.text("asked", nameOf(*change.job->asked));
        object.close();
        to.add(frames().own("asked", data));
    }
}

void WsSession::hangUp(std::string frame, Outbox &out)
{
    m_isOver = true;
    out.add(std::move(frame));
}

} // namespace afoot::serve
