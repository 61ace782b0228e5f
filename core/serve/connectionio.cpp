#include "core/serve/connection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace afoot::serve {

namespace {

constexpr std::size_t maxDrainedBytes = 4U << 20U;

bool wouldBlock(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK || number == EINTR;
}

ssize_t sendFrom(const Outbox &out, int fd)
{
    constexpr int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
    // the usual case: an event, which the kernel takes for less without a list around it
    if (const std::string_view all = out.onePiece(); !all.empty())
        return ::send(fd, all.data(), all.size(), flags);
    Outbox::Spans spans;
    std::array<iovec, Outbox::maxSpans> parts;
    const std::size_t count = out.front(spans);
    for (std::size_t i = 0; i < count; ++i)
        parts[i] = {const_cast<char *>(spans[i].data()), spans[i].size()};
    msghdr message = {};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    return ::sendmsg(fd, &message, flags);
}

} // namespace

void Connection::waitReadable()
{
    if (m_isReadAwaited || m_phase == Phase::Closed)
        return;
    m_isReadAwaited = true;
    m_descriptor.async_wait(Descriptor::wait_read,
                            [self = shared_from_this()](const boost::system::error_code &ec) {
                                self->m_isReadAwaited = false;
                                if (self->m_phase == Phase::Closed)
                                    return;
                                if (ec)
                                    self->close();
                                else
                                    self->onReadable();
                            });
}

void Connection::onReadable()
{
    auto &scratch = m_hub.scratch;
    const auto count =
        ::recv(m_descriptor.native_handle(), scratch.data(), scratch.size(), MSG_DONTWAIT);
    if (count == 0 || (count < 0 && !wouldBlock(errno))) {
        close();
        return;
    }
    if (count < 0) {
        waitReadable();
        return;
    }
    const std::string_view bytes(scratch.data(), static_cast<std::size_t>(count));
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
        const auto sent = sendFrom(m_out, m_descriptor.native_handle());
        if (sent < 0 && !wouldBlock(errno)) {
            close();
            return false;
        }
        if (sent > 0) {
            m_hub.counters.bytesSent += static_cast<std::uint64_t>(sent);
            m_out.drop(static_cast<std::size_t>(sent));
            m_wait = Wait::Nothing; // progress: patience begins anew
            continue;
        }
        m_isWriteAwaited = true;
        m_descriptor.async_wait(Descriptor::wait_write,
                                [self = shared_from_this()](const boost::system::error_code &ec) {
                                    self->m_isWriteAwaited = false;
                                    if (self->m_phase == Phase::Closed)
                                        return;
                                    if (ec)
                                        self->close();
                                    else
                                        self->flush();
                                });
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
    endChannel();
    m_phase = Phase::Draining;
    ::shutdown(m_descriptor.native_handle(), SHUT_WR);
    waitReadable();
}

Connection::Wait Connection::waitingFor() const
{
    if (m_phase == Phase::Closed || m_phase == Phase::Answering)
        return Wait::Nothing;
    if (m_phase == Phase::Draining)
        return Wait::Drain;
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
    case Wait::Head:
        return limits.headerTimeout;
    case Wait::Body:
        return limits.bodyTimeout;
    case Wait::Write:
        return limits.writeTimeout;
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
    case Wait::Idle:
    case Wait::Drain:
    case Wait::Nothing:
        close();
        return;
    }
}

} // namespace afoot::serve
