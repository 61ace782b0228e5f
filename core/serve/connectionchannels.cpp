#include "core/serve/compatstream.h"
#include "core/serve/connection.h"

namespace afoot::serve {

namespace {

std::string switchingProtocols(const std::string &accept)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           accept + "\r\n\r\n";
}

} // namespace

/// The head of an event stream; false when that is all.
bool Connection::beginEvents(Response head, const Request &request)
{
    if (request.method != Method::Head && refuseSubscriber(request))
        return false;
    respond(std::move(head), request, BodyFraming::Stream);
    if (request.method != Method::Head)
        return true;
    m_phase = Phase::Leaving;
    return false;
}

void Connection::openStream(Answer &&reply, const Request &request)
{
    if (!beginEvents(std::move(reply.response), request))
        return;
    beginChannel(std::make_unique<Stream>(m_hub.tracker, m_hub.frames, std::move(*reply.stream),
                                          [this] { m_hub.markReady(weak_from_this()); }));
}

void Connection::openSocket(WsPlan &&plan, const Request &request)
{
    if (refuseSubscriber(request))
        return;
    m_out.add(switchingProtocols(plan.accept));
    beginChannel(std::make_unique<WsSession>(WsSession::House{.tracker = m_hub.tracker,
                                                              .frames = m_hub.wsFrames,
                                                              .items = m_hub.wsItems,
                                                              .limits = m_hub.options.limits,
                                                              .keepEnd = m_hub.keepEnd,
                                                              .onUpdate =
                                                                  [this] {
                                                                      ++m_hub.counters.updates;
                                                                      m_hub.timer.check();
                                                                  }},
                                             std::move(plan),
                                             [this] { m_hub.markReady(weak_from_this()); }));
}

void Connection::openCompat(Answer &&reply, const Request &request)
{
    CompatPlan plan = std::move(*reply.compat);
    if (!plan.accept.empty()) {
        if (refuseSubscriber(request))
            return;
        m_out.add(switchingProtocols(plan.accept));
    } else if (!beginEvents(std::move(reply.response), request)) {
        return;
    }
    plan.mayAsk = m_admission->mayAsk;
    beginChannel(std::make_unique<CompatStream>(
        CompatStream::House{.tracker = m_hub.tracker,
                            .now = m_hub.api.compat,
                            .maxMessageBytes = m_hub.options.limits.maxMessageBytes,
                            .onUpdate = [this] { m_hub.timer.check(); }},
        std::move(plan), [this] { m_hub.markReady(weak_from_this()); }));
}

bool Connection::refuseSubscriber(const Request &request)
{
    const std::size_t most = m_hub.options.limits.maxSubscribers;
    if (m_hub.counters.subscribers < most)
        return false;
    respond(answerWith({Error::Code::Unavailable,
                        "too_many_subscribers",
                        "All " + std::to_string(most) +
                            " places for streams are taken; poll GET /api/v1/jobs or try again "
                            "later.",
                        {}}),
            request, BodyFraming::Length);
    return true;
}

void Connection::beginChannel(std::unique_ptr<Channel> channel)
{
    m_phase = Phase::Streaming;
    ++m_hub.counters.subscribers;
    m_channel = std::move(channel);
    m_channel->open(m_out);
    m_hub.timer.check();
    waitReadable();
}

void Connection::endChannel()
{
    if (!m_channel)
        return;
    m_channel.reset();
    --m_hub.counters.subscribers;
    m_hub.timer.check(); // a held job was released
}

} // namespace afoot::serve
