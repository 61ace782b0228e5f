#pragma once

#include "core/model/clock.h"
#include "core/model/limits.h"

#include <cstddef>

namespace afoot::serve {

/// How much the server takes from anyone, and how long it waits for it (protocol 4). Each is a setting: limitsettings.h.
struct Limits
{
    std::size_t maxHeaderBytes = 16U << 10U; ///< request line and fields; more is 431
    std::size_t maxBodyBytes = 1U << 20U;    ///< more is 413
    std::size_t maxLineBytes = 64U << 10U;   ///< of an upload; a longer one is refused
    std::size_t maxMessageBytes = 1U << 20U; ///< on a WebSocket; more closes it with 1009
    std::size_t maxConnections = 2'000;      ///< more is 503
    std::size_t maxTlsConnections = 1'000;   ///< of these, from other machines
    std::size_t maxSubscribers = 1'000;      ///< open streams; more is 503
    std::size_t maxUnsentBytes =
        256U << 10U; ///< answers waiting for a client that pipelines but does not read
    Millis headerTimeout{
        10'000}; ///< from a request's first byte to its last field; also for TLS's handshake
    Millis bodyTimeout{30'000};  ///< for the whole body
    Millis idleTimeout{60'000};  ///< between requests; streams know none
    Millis writeTimeout{60'000}; ///< without a single byte of an answer taken
    /// The same of a stream, which may stop: its mailbox is bounded, and TCP notices a dead peer.
    Millis stallTimeout{86'400'000};
    Millis pingEvery{15'000}; ///< of silence on a stream
    Millis retry{1'000};      ///< what hello tells a client to wait before it comes back
    JobLimits jobs{};         ///< the tracker's own
};

} // namespace afoot::serve
