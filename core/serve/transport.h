#pragma once

#include "core/serve/outbox.h"
#include "core/serve/tls.h"

#include <memory>
#include <span>

namespace afoot::serve {

/// The bytes of one connection: as they are, or under TLS. Never blocks.
///
/// Threads: one at a time. Needed for life: the socket, which it does not own.
class Transport
{
public:
    /// @p tls is null for bytes as they are.
    Transport(int fd, std::unique_ptr<TlsSession> tls);

    IoOutcome receive(std::span<char> room);
    /// Sends of what is first in @p out, which must not be empty. What was offered once is offered again until it is
    /// gone: only more may come behind it.
    IoOutcome send(const Outbox &out);
    /// Says that nothing more comes, and gives TLS up: what is received from then on is only good to be counted.
    /// False: again once the socket can be written.
    bool endSending();
    /// Says so to a peer under TLS if that is possible at once, before the socket is closed.
    void close();
    /// The peer never spoke TLS, so nobody shall speak it.
    void giveUpTls() { m_tls.reset(); }

    bool isShakingHands() const { return m_tls && m_tls->isShakingHands(); }
    /// receive() has something that no readiness of the socket will announce.
    bool holdsUnread() const { return m_tls && m_tls->holdsUnread(); }

private:
    int m_fd;
    std::unique_ptr<TlsSession> m_tls;
};

} // namespace afoot::serve
