#pragma once

#include "core/serve/outbox.h"

#include <string_view>

namespace afoot::serve {

/// What a connection turns into when a request asks for events: one peer's side of them, which knows no sockets.
///
/// Threads: the engine's. What it was given must outlive it.
class Channel
{
public:
    Channel() = default;
    virtual ~Channel() = default;
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// The first word, and what brings the peer up to now.
    virtual void open(Outbox &out) = 0;
    /// All that came since; nothing may be in the outbox still, else a mailbox cannot conflate.
    virtual void drain(Outbox &out) = 0;
    /// After a silence.
    virtual void ping(Outbox &out) = 0;
    /// What the peer said.
    virtual void take(std::string_view /*bytes*/, Outbox & /*out*/) {}

    /// drain() would bring nothing.
    virtual bool isEmpty() const = 0;
    /// All is said: hang up once the outbox is empty.
    virtual bool isOver() const = 0;
};

} // namespace afoot::serve
