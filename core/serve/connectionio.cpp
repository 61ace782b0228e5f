#include "core/serve/connection.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace afoot::serve {

namespace {

constexpr std::size_t maxDrainedBytes = 4U << 20U;

} // namespace

void Connection::waitReadable()
{
    if (m_isReadAwaited || m_phase == Phase::Closed)
        return;
    m_isReadAwaited = true;
    auto proceed = [self = shared_from_this()](const boost::system::error_code &ec) {
        self->m_isReadAwaited = false;
        if (self->m_phase == Phase::Closed)
            return;
        if (ec)
            self->close();
        else
            self->onReadable();
    };
    if (m_transport.holdsUnread())
        boost::asio::post(m_hub.io, [proceed] { proceed({}); });
    else
        m_descriptor.async_wait(Descriptor::wait_read, std::move(proceed));
}

void Connection::waitWritable()
{
    if (m_isWriteAwaited)
        return;
    m_isWriteAwaited = true;
    m_descriptor.async_wait(Descriptor::wait_write,
                            [self = shared_from_this()](const boost::system::error_code &ec) {
                                self->m_isWriteAwaited = false;
                                if (self->m_phase == Phase::Closed)
                                    return;
                                if (ec) {
                                    self->close();
                                    return;
                                }
                                if (std::exchange(self->m_isReadingHeldUp, false))
                                    self->onReadable();
                                self->flush();
                            });
}

void Connection::onReadable()
{
    auto &scratch = m_hub.scratch;
    const IoOutcome got = m_transport.receive(scratch);
    switch (got.state) {
    case IoState::Moved:
        onReceived({scratch.data(), got.bytes});
        break;
    case IoState::WantsRead:
        waitReadable();
        watchClock(); // a handshake may be over
        break;
    case IoState::WantsWrite:
        m_isReadingHeldUp = true;
        waitWritable();
        watchClock();
        break;
    case IoState::PlainHttp:
        ++m_hub.counters.refused;
        m_transport.giveUpTls();
        refuse({Error::Code::BadInput,
                "https_only",
                "This port speaks HTTPS; ask for https:// instead of http://.",
                {}});
        flush();
        return;
    case IoState::Ended:
        close();
        return;
    }
    if (!m_out.empty()) // TLS may have had to read before it could write
        flush();
}

void Connection::onReceived(std::string_view bytes)
{
    switch (m_phase) {
    case Phase::Asking:
        take(bytes);
        break;
    case Phase::Draining:
        m_drainedBytes += bytes.size();
        if (m_drainedBytes > maxDrainedBytes)
            close();
        else
            waitReadable();
        break;
    case Phase::Streaming: // behind an SSE stream nobody answers; only its end is awaited
        m_channel->take(bytes, m_out);
        m_wait = Wait::Nothing; // no silence
        flush();
        if (m_out.bytes() < m_hub.options.limits.maxUnsentBytes)
            waitReadable();
        break;
    default:
        waitReadable();
        break;
    }
}

void Connection::serveStream()
{
    if (m_phase != Phase::Streaming || !m_out.empty())
        return; // flush() comes back for the rest
    if (m_channel->isEmpty())
        return;
    m_channel->drain(m_out);
    flush();
}

void Connection::flush()
{
    while (m_phase != Phase::Closed && send()) {
        if (m_phase != Phase::Streaming || m_channel->isOver() || m_channel->isEmpty()) {
            drained();
            break;
        }
        m_channel->drain(m_out);
    }
    watchClock();
}

/// True once nothing is left to be sent; else waits for room.
bool Connection::send()
{
    while (!m_out.empty() && !m_isWriteAwaited) {
        const IoOutcome sent = m_transport.send(m_out);
        switch (sent.state) {
        case IoState::Moved:
            m_hub.counters.bytesSent += sent.bytes;
            m_out.drop(sent.bytes);
            m_wait = Wait::Nothing; // progress: patience begins anew
            break;
        case IoState::WantsWrite:
            waitWritable();
            break;
        case IoState::WantsRead: // tried again once something was read
            waitReadable();
            return false;
        default:
            close();
            return false;
        }
    }
    return m_out.empty();
}

/// Everything said so far is sent: what comes next?
void Connection::drained()
{
    switch (m_phase) {
    case Phase::Asking:
        if (m_unread.empty())
            waitReadable();
        else
            takeUnread();
        return;
    case Phase::Streaming:
        if (m_channel->isOver())
            drain();
        else
            waitReadable();
        return;
    case Phase::Leaving:
        drain();
        return;
    default:
        return;
    }
}

/// Closing at once with unread bytes about would make TCP throw the answer away (RFC 9112, section 9.6).
void Connection::drain()
{
    if (!m_transport.endSending()) {
        waitWritable();
        return;
    }
    endChannel();
    m_phase = Phase::Draining;
    waitReadable();
}

Connection::Wait Connection::waitingFor() const
{
    if (m_phase == Phase::Closed || m_phase == Phase::Answering)
        return Wait::Nothing;
    if (m_phase == Phase::Draining)
        return Wait::Drain;
    if (m_transport.isShakingHands())
        return Wait::Handshake;
    if (!m_out.empty())
        return Wait::Write;
    if (m_phase == Phase::Streaming)
        return Wait::Silence;
    if (!m_parser)
        return Wait::Idle;
    return m_parser->phase() == RequestParser::Phase::Head ? Wait::Head : Wait::Body;
}

Millis Connection::patience(Wait wait) const
{
    const Limits &limits = m_hub.options.limits;
    switch (wait) {
    case Wait::Idle:
        return limits.idleTimeout;
    case Wait::Handshake:
    case Wait::Head:
        return limits.headerTimeout;
    case Wait::Body:
        return limits.bodyTimeout;
    case Wait::Write:
        return m_phase == Phase::Streaming && !m_channel->isOver() ? limits.stallTimeout
                                                                   : limits.writeTimeout;
    case Wait::Silence:
        return limits.pingEvery;
    case Wait::Drain:
    case Wait::Nothing:
        break;
    }
    return Millis(2'000);
}

/// Sets the timer for what is awaited now. The time of the network, not of the jobs: no Clock.
void Connection::watchClock()
{
    const Wait wait = waitingFor();
    const Moment now = std::chrono::steady_clock::now();
    if (wait != m_wait) {
        m_wait = wait;
        m_waitsSince = now;
    }
    if (wait == Wait::Nothing)
        return;
    Moment due = m_waitsSince + patience(wait);
    if (wait == Wait::Silence) {
        // on a common grid, so that one wake-up serves many streams
        const auto grid =
            std::max(Moment::duration(m_hub.options.limits.pingEvery) / 16, Moment::duration(1));
        due = Moment(((due.time_since_epoch() + grid - Moment::duration(1)) / grid) * grid);
    }
    if (m_armedFor && *m_armedFor <= due)
        return;
    m_armedFor = due;
    m_timer.expires_at(due);
    m_timer.async_wait([self = shared_from_this(), due](const boost::system::error_code &ec) {
        if (ec || self->m_phase == Phase::Closed || self->m_armedFor != due)
            return;
        self->m_armedFor.reset();
        const bool isOverdue =
            self->m_wait != Wait::Nothing &&
            std::chrono::steady_clock::now() >= self->m_waitsSince + self->patience(self->m_wait);
        if (isOverdue)
            self->onOverdue();
        else
            self->watchClock();
    });
}

void Connection::onOverdue()
{
    switch (m_wait) {
    case Wait::Silence:
        m_channel->ping(m_out);
        flush();
        return;
    case Wait::Head:
    case Wait::Body:
        refuse({Error::Code::BadInput, "timeout", "The request took too long to arrive.", {}});
        flush();
        return;
    case Wait::Write:
        ++m_hub.counters.slowReaders;
        close();
        return;
    case Wait::Handshake:
    case Wait::Idle:
    case Wait::Drain:
    case Wait::Nothing:
        close();
        return;
    }
}

} // namespace afoot::serve
