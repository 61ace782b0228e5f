#include "core/serve/connection.h"

#include "core/serve/cctray.h"

#include <boost/asio/post.hpp>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace afoot::serve {

namespace {

/// Of answers to an upload: more than this leaves before its end.
constexpr std::size_t maxHeldAnswers = 64U << 10U;

} // namespace

Connection::Connection(Hub &hub, int fd, Door door, std::unique_ptr<TlsSession> tls)
    : m_hub(hub)
    , m_descriptor(hub.io.get_executor(), fd)
    , m_transport(fd, std::move(tls))
    , m_timer(hub.io.get_executor())
    , m_door(door)
{
    if (door != Door::Unix) {
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
}

Connection::~Connection() = default;

void Connection::start()
{
    waitReadable();
    watchClock();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    const auto self = shared_from_this(); // the hub's may be the last
    m_phase = Phase::Closed;
    endChannel();
    m_ingest.reset();
    m_parser.reset();
    m_out = {};
    m_transport.close();
    boost::system::error_code ignored;
    m_descriptor.close(ignored);
    m_timer.cancel();
    m_hub.forget(self);
}

void Connection::take(std::string_view bytes)
{
    m_isTaking = true;
    while (!bytes.empty() && m_phase == Phase::Asking &&
           m_out.bytes() < m_hub.options.limits.maxUnsentBytes) {
        if (!m_parser) {
            m_parser = std::make_unique<RequestParser>(m_hub.options.limits, takesLines);
            m_admission.reset();
            m_isContinueSent = false;
        }
        bytes.remove_prefix(m_parser->push(bytes));
        onParsed();
    }
    if (m_phase == Phase::Asking || m_phase == Phase::Answering)
        m_unread.assign(bytes);
    else if (m_phase == Phase::Streaming && !bytes.empty())
        m_channel->take(bytes, m_out); // said in one breath with the handshake
    m_isTaking = false;
    flush();
}

/// Goes on with pipelined requests in a turn of the loop of their own, so that others are served between.
void Connection::takeUnread()
{
    if (m_isTakePosted)
        return;
    m_isTakePosted = true;
    boost::asio::post(m_hub.io, [self = shared_from_this()] {
        self->m_isTakePosted = false;
        if (self->m_phase == Phase::Closed)
            return;
        const std::string bytes = std::exchange(self->m_unread, {});
        self->take(bytes);
    });
}

void Connection::onParsed()
{
    switch (m_parser->phase()) {
    case RequestParser::Phase::Head:
        return;
    case RequestParser::Phase::Failed:
        refuse(m_parser->error());
        return;
    case RequestParser::Phase::Body:
        if (letIn() && m_parser->request().expectsContinue && !m_isContinueSent) {
            m_isContinueSent = true;
            m_out.add("HTTP/1.1 100 Continue\r\n\r\n");
        }
        if (m_parser && m_phase == Phase::Asking && m_parser->isStreamed())
            takeLines();
        return;
    case RequestParser::Phase::Done:
        if (!letIn())
            return;
        if (m_ingest || (m_parser->isStreamed() && !m_parser->request().body.empty())) {
            takeLines();
            if (m_ingest)
                finishLines();
            return;
        }
        const Request request = m_parser->takeRequest();
        m_parser.reset();
        handle(request);
        return;
    }
}

/// Asks the doorkeeper, once per request; false when the connection is on its way out.
bool Connection::letIn()
{
    if (m_admission)
        return true;
    ++m_hub.counters.requests;
    const Request &head = m_parser->request();
    auto admission = admit(m_door, head, m_hub.rules);
    if (!admission) {
        ++m_hub.counters.refused;
        refuse(admission.error());
        return false;
    }
    m_admission = std::move(admission).value();
    if (head.header("expect") && !head.expectsContinue && head.http11) {
        refuse({Error::Code::BadInput,
                "expectation",
                "The only expectation met here is 100-continue.",
                {}});
        return false;
    }
    return true;
}

void Connection::handle(const Request &request)
{
    if (m_admission->isPreflight) {
        respond(preflightAnswer(request), request, BodyFraming::Length);
        return;
    }
    Answer reply = answer(request, m_hub.api);
    if (reply.isUpdate) {
        ++m_hub.counters.updates;
        m_hub.timer.check();
    }
    if (reply.stream)
        openStream(std::move(reply), request);
    else if (reply.history)
        answerWithHistory(std::move(*reply.history), request);
    else if (reply.latest && m_hub.askLatest)
        answerWithLatest(request);
    else if (reply.forget && m_hub.forgetRuns)
        answerForgotten(std::move(reply), request);
    else if (reply.socket)
        openSocket(std::move(*reply.socket), request);
    else if (reply.compat)
        openCompat(std::move(reply), request);
    else if (reply.ended && m_hub.keepEnd)
        answerWhenSafe(std::move(reply), request);
    else
        respond(std::move(reply.response), request,
                request.method == Method::Head ? BodyFraming::None : BodyFraming::Length);
}

/// Applies what has come of an upload, and lets go of it.
void Connection::takeLines()
{
    if (!m_ingest) {
        if (const auto trouble = checkLines(m_parser->request())) {
            refuse(*trouble);
            return;
        }
        m_ingest = std::make_unique<Ingest>(m_hub.tracker, m_hub.options.limits, m_hub.keepEnd);
        m_isAnswerBegun = false;
    }
    const std::uint64_t before = m_ingest->taken();
    m_ingest->push(m_parser->takeBody());
    m_hub.counters.updates += m_ingest->taken() - before;
    m_hub.timer.check();
    m_wait = Wait::Nothing; // patience is for silence here, not for the whole body
    if (m_ingest->answerBytes() < maxHeldAnswers)
        return;
    if (!std::exchange(m_isAnswerBegun, true)) {
        Response head{.contentType = "application/x-ndjson", .close = true};
        respond(std::move(head), m_parser->request(), BodyFraming::Stream);
        m_phase =
            Phase::Asking; // the end of the connection ends the answer, but the rest is read first
    }
    m_out.add(m_ingest->takeAnswers());
}

void Connection::finishLines()
{
    auto request = std::make_shared<Request>(m_parser->takeRequest());
    m_parser.reset();
    m_phase = Phase::Answering;
    m_ingest->finish([weak = weak_from_this(), request] {
        const auto self = weak.lock();
        if (!self || self->m_phase != Phase::Answering)
            return;
        self->m_phase = self->m_isAnswerBegun ? Phase::Leaving : Phase::Asking;
        std::string text = self->m_ingest->takeAnswers() + self->m_ingest->summary();
        self->m_ingest.reset();
        if (self->m_phase == Phase::Leaving)
            self->m_out.add(std::move(text));
        else
            self->respond({.body = std::move(text), .contentType = "application/x-ndjson"},
                          *request, BodyFraming::Length);
        if (!self->m_isTaking) // else take() does, once it knows what is left unread
            self->flush();
    });
}

void Connection::answerWhenSafe(Answer &&reply, const Request &request)
{
    m_phase = Phase::Answering;
    struct Held
    {
        Response response;
        Request request;
    };
    // shared with nobody: std::function wants to be copied
    auto held = std::make_shared<Held>(Held{std::move(reply.response), request});
    held->request.body.clear();
    auto proceed = [weak = weak_from_this(), held](const std::optional<Error> &trouble) {
        const auto self = weak.lock();
        if (self)
            self->answerLate(trouble ? answerWith(*trouble) : std::move(held->response),
                             held->request);
    };
    m_hub.keepEnd(reply.ended, std::move(proceed));
}

void Connection::answerWithHistory(HistoryAsk &&ask, const Request &request)
{
    m_phase = Phase::Answering;
    if (!m_hub.askHistory) {
        answerLate(answerWith({Error::Code::Unavailable,
                               "no_history",
                               "This tracker keeps no history; it said why when it started.",
                               {}}),
                   request);
        return;
    }
    auto asked = std::make_shared<Request>(request); // shared: std::function wants to be copied
    m_hub.askHistory(std::move(ask), [weak = weak_from_this(), asked](Result<std::string> body) {
        const auto self = weak.lock();
        if (self)
            self->answerLate(body ? Response{.body = std::move(body).value()}
                                  : answerWith(body.error()),
                             *asked);
    });
}

/// The projects of cctray.xml: also those whose last run is on the list no more.
void Connection::answerWithLatest(const Request &request)
{
    m_phase = Phase::Answering;
    auto asked = std::make_shared<Request>(request); // shared: std::function wants to be copied
    m_hub.askLatest([weak = weak_from_this(), asked](Result<std::vector<JobPtr>> ended) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (!ended) {
            self->answerLate(answerWith(ended.error()), *asked);
            return;
        }
        std::vector<JobPtr> jobs = std::move(ended).value();
        for (JobPtr &job : self->m_hub.tracker.jobs())
            jobs.push_back(std::move(job));
        self->answerLate({.body = cctrayXml(jobs), .contentType = std::string(cctrayType)}, *asked);
    });
}

/// Of a job that is on the list no more: whether there was anything left of it, the history says.
void Connection::answerForgotten(Answer &&reply, const Request &request)
{
    m_phase = Phase::Answering;
    // shared: std::function wants to be copied
    auto held = std::make_shared<std::pair<Response, Request>>(std::move(reply.response), request);
    m_hub.forgetRuns(*reply.forget, [weak = weak_from_this(), held](const Result<bool> &found) {
        const auto self = weak.lock();
        if (!self)
            return;
        Response response = !found   ? answerWith(found.error())
                            : *found ? Response{.status = 204}
                                     : std::move(held->first);
        self->answerLate(std::move(response), held->second);
    });
}

/// The answer that Phase::Answering waited for.
void Connection::answerLate(Response response, const Request &request)
{
    if (m_phase != Phase::Answering)
        return;
    m_phase = Phase::Asking;
    respond(std::move(response), request,
            request.method == Method::Head ? BodyFraming::None : BodyFraming::Length);
    if (!m_isTaking) // else take() does, once it knows what is left unread
        flush();
}

void Connection::respond(Response response, const Request &request, BodyFraming framing)
{
    if (!m_hub.rules.origins.empty())
        response.headers.emplace_back("Vary", "Origin");
    if (m_admission && !m_admission->corsOrigin.empty()) {
        response.headers.emplace_back("Access-Control-Allow-Origin", m_admission->corsOrigin);
        response.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Afoot-Ignored");
    }
    const bool stays = request.keepAlive && !response.close && framing != BodyFraming::Stream;
    m_out.add(serialized(response, m_hub.date(), framing, stays));
    if (!stays && m_phase == Phase::Asking)
        m_phase = Phase::Leaving;
}

/// Answers a request that will not be read any further, and hangs up.
void Connection::refuse(const Error &error)
{
    if (std::exchange(m_isAnswerBegun, false)) { // nothing more can be said in it
        m_ingest.reset();
        m_parser.reset();
        m_phase = Phase::Leaving;
        return;
    }
    m_ingest.reset();
    Response response = answerWith(error);
    response.close = true;
    const bool isHead = m_parser && m_parser->request().method == Method::Head;
    respond(std::move(response), Request{}, isHead ? BodyFraming::None : BodyFraming::Length);
    m_parser.reset();
}

} // namespace afoot::serve
