#include "core/serve/transport.h"

#include "core/serve/sockets.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>

namespace afoot::serve {

namespace {

/// Of TLS: more does not fit into one (RFC 8446, section 5.1).
constexpr std::size_t maxRecordBytes = 16U << 10U;

IoOutcome outcomeOf(ssize_t count, IoState wanted)
{
    if (count > 0)
        return {IoState::Moved, static_cast<std::size_t>(count)};
    return {count < 0 && wouldBlock(errno) ? wanted : IoState::Ended};
}

/// Small pieces leave in one record: each costs a head, a tag and a system call of its own.
IoOutcome sendRecord(TlsSession &tls, const Outbox::Spans &spans, std::size_t count)
{
    if (count == 1 || spans[0].size() >= maxRecordBytes)
        return tls.write(spans[0]);
    std::array<char, maxRecordBytes> joined; // NOLINT(*-member-init): filled as far as it is read
    std::size_t size = 0;
    for (std::size_t i = 0; i < count && size < joined.size(); ++i)
        size += spans[i].copy(joined.data() + size, joined.size() - size);
    return tls.write({joined.data(), size});
}

} // namespace

Transport::Transport(int fd, std::unique_ptr<TlsSession> tls) : m_fd(fd), m_tls(std::move(tls)) {}

IoOutcome Transport::receive(std::span<char> room)
{
    if (m_tls)
        return m_tls->read(room);
    return outcomeOf(::recv(m_fd, room.data(), room.size(), MSG_DONTWAIT), IoState::WantsRead);
}

IoOutcome Transport::send(const Outbox &out)
{
    constexpr int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
    // the usual case: an event, which the kernel takes for less without a list around it
    if (const std::string_view all = out.onePiece(); !m_tls && !all.empty())
        return outcomeOf(::send(m_fd, all.data(), all.size(), flags), IoState::WantsWrite);
    Outbox::Spans spans;
    const std::size_t count = out.front(spans);
    if (m_tls)
        return sendRecord(*m_tls, spans, count);
    std::array<iovec, Outbox::maxSpans> parts;
    for (std::size_t i = 0; i < count; ++i)
        parts[i] = {const_cast<char *>(spans[i].data()), spans[i].size()};
    msghdr message = {};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    return outcomeOf(::sendmsg(m_fd, &message, flags), IoState::WantsWrite);
}

bool Transport::endSending()
{
    if (m_tls && !m_tls->sayEnd())
        return false;
    m_tls.reset();
    ::shutdown(m_fd, SHUT_WR);
    return true;
}

void Transport::close()
{
    if (m_tls)
        m_tls->sayEnd();
    m_tls.reset();
}

} // namespace afoot::serve
