#include "core/remote/ssetransport.h"

#include "core/remote/answer.h"
#include "core/remote/httpexchange.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace afoot::remote {

namespace {

constexpr Millis longestRetry = std::chrono::hours(24);

} // namespace

SseTransport::SseTransport(Network &network, QObject *parent)
    : Transport(parent), m_network(network)
{
}

SseTransport::~SseTransport() = default;

void SseTransport::open(const Target &target)
{
    Q_ASSERT(!m_parser);
    m_parser = std::make_unique<wire::SseParser>(maxEventBytes, target.lastEventId);
    HttpExchange::Request request{
        .url = target.url,
        .headers = target.headers,
        .ownHeaders = {{"Accept", "text/event-stream"}, {"Cache-Control", "no-store"}},
        .isStream = true};
    // an id from a stream holds none of these; one from elsewhere must not break the request apart
    if (!target.lastEventId.empty() &&
        target.lastEventId.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos)
        request.ownHeaders.emplaceBack("Last-Event-ID",
                                       QByteArray::fromStdString(target.lastEventId));
    m_exchange = std::make_unique<HttpExchange>(m_network, std::move(request));
    connect(m_exchange.get(), &HttpExchange::headed, this, &SseTransport::onHead);
    connect(m_exchange.get(), &HttpExchange::received, this, &SseTransport::onBytes);
    connect(m_exchange.get(), &HttpExchange::ended, this, &SseTransport::onEnded);
    connect(m_exchange.get(), &HttpExchange::failed, this, &SseTransport::fail);
    m_exchange->start();
}

void SseTransport::close()
{
    m_exchange.reset();
}

void SseTransport::onHead()
{
    const int status = m_exchange->status();
    if (status == 204) {
        fail(
            {.reason = "the server has nothing more to say (204)", .isFinal = true, .isEnd = true});
    } else if (status != 200) {
        fail(m_exchange->refusal());
    } else if (const QByteArray type = mimeEssence(m_exchange->header("Content-Type"));
               type != "text/event-stream") {
        const bool isJson = type == "application/json" || type.endsWith("+json");
        fail({.reason = isJson ? "the answer is JSON and no event stream"
                               : "the answer is no event stream",
              .isFinal = true,
              .isDocument = isJson});
    } else {
        Q_EMIT opened();
    }
}

void SseTransport::onBytes(const QByteArray &bytes)
{
    m_bytesReceived += static_cast<std::uint64_t>(bytes.size());
    // collected first: whoever hears of one may throw this transport away, and the parser with it
    std::vector<wire::SseEvent> events;
    const bool isWell =
        m_parser->push({bytes.constData(), static_cast<std::size_t>(bytes.size())},
                       [&events](const wire::SseEvent &event) { events.push_back(event); });

    const QPointer<SseTransport> self(this);
    const auto isOver = [&] { return !self || !m_exchange; };
    if (m_parser->retryMs() != m_toldRetry) {
        m_toldRetry = m_parser->retryMs();
        const auto limit = static_cast<unsigned long>(longestRetry.count());
        Q_EMIT retryHint(Millis(static_cast<Millis::rep>(std::min(*m_toldRetry, limit))));
    }
    for (const wire::SseEvent &event : events) {
        if (isOver())
            return;
        Q_EMIT message(event);
    }
    if (isOver())
        return;
    if (!isWell)
        Q_EMIT unreadable({.code = Error::Code::TooLarge,
                           .name = "too_large",
                           .detail = "An event was larger than 16 MiB and was left out."});
    else if (events.empty())
        Q_EMIT alive();
}

void SseTransport::onEnded()
{
    fail({.reason = "the server ended the stream"});
}

void SseTransport::fail(const LinkFailure &failure)
{
    close();
    Q_EMIT failed(failure);
}

} // namespace afoot::remote
