#pragma once

#include "core/remote/transport.h"

#include <memory>

namespace afoot::remote {

class HttpExchange;

/// A stream of server-sent events.
///
/// Spec: WHATWG HTML 9.2. A redirect is followed; 200 with text/event-stream opens it, 204 and most of 4xx end it for
/// good, 408, 425, 429, 5xx and trouble of the network do not. An event may have 16 MiB;
/// a larger one is left out while it comes, and the stream goes on.
/// Threads, Owns, Errors: as Transport says.
class SseTransport : public Transport
{
    Q_OBJECT

public:
    static constexpr std::size_t maxEventBytes = 16U << 20U;

    explicit SseTransport(Network &network, QObject *parent = nullptr);
    ~SseTransport() override;

    void open(const Target &target) override;
    void close() override;

private:
    void onHead();
    void onBytes(const QByteArray &bytes);
    void onEnded();
    void fail(const LinkFailure &failure);

    Network &m_network;
    std::unique_ptr<HttpExchange> m_exchange{};
    std::unique_ptr<wire::SseParser> m_parser{};
    std::optional<unsigned long> m_toldRetry{};
};

} // namespace afoot::remote
