#include "core/serve/hub.h"

#include "core/serve/connection.h"

#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

#include <sys/socket.h>
#include <unistd.h>

namespace afoot::serve {

namespace {

std::function<dialect::WriteOptions()> compatOf(const ServerOptions &options, const Clock &clock)
{
    if (!options.compat)
        return {};
    return [&clock, offset = options.localOffset] {
        const WallTime now = clock.now();
        return dialect::WriteOptions{.now = now,
                                     .localOffset = offset ? offset(now) : std::chrono::minutes(0)};
    };
}

} // namespace

Hub::Hub(boost::asio::io_context &context, Tracker &theTracker, const Clock &theClock,
         ServerOptions given)
    : io(context)
    , tracker(theTracker)
    , clock(theClock)
    , options(std::move(given))
    , rules{options.token, options.origins, options.hosts, std::nullopt, options.compat, {}}
    , frames(theTracker.epoch(), options.version, options.limits.retry)
    , wsFrames(theTracker.epoch(), options.version, options.limits.retry, FrameFormat::WebSocket)
    , wsItems(theTracker.epoch(), options.version, options.limits.retry, FrameFormat::ListItem)
    , api{theTracker, options.limits, options.version, compatOf(options, theClock)}
    , timer(context, theTracker, theClock)
{
}

void Hub::adopt(int fd, Door door)
{
    ++counters.accepted;
    if (isFull(door)) {
        const std::string no =
            serialized(answerWith({Error::Code::Unavailable,
                                   "too_many_connections",
                                   "All connections are taken; close some or try again later.",
                                   {}}),
                       date(), BodyFraming::Length, false);
        // whoever does not take it at once does without, and so does who expects TLS
        if (door != Door::Tls) {
            const auto ignored = ::send(fd, no.data(), no.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
            (void)ignored;
        }
        ::close(fd);
        return;
    }
    std::unique_ptr<TlsSession> session;
    if (door == Door::Tls) {
        session = TlsSession::make(*tls, fd);
        if (!session) {
            ::close(fd);
            return;
        }
    }
    std::shared_ptr<Connection> connection;
    try {
        connection = std::make_shared<Connection>(*this, fd, door, std::move(session));
    } catch (const boost::system::system_error &) {
        ::close(fd); // the system watches no more descriptors
        return;
    }
    m_connections.insert(connection);
    m_tlsConnections += door == Door::Tls ? 1 : 0;
    counters.connections = m_connections.size();
    connection->start();
}

/// Neither other machines nor whoever knocks on a port without a word takes all places: this person's own programs
/// are let in still, by the socket.
bool Hub::isFull(Door door) const
{
    const std::size_t most = options.limits.maxConnections;
    const std::size_t kept = door == Door::Unix ? 0 : most / 20;
    return m_connections.size() + kept >= most ||
           (door == Door::Tls && m_tlsConnections >= options.limits.maxTlsConnections);
}

void Hub::forget(const std::shared_ptr<Connection> &connection)
{
    if (m_connections.erase(connection) > 0 && connection->door() == Door::Tls)
        --m_tlsConnections;
    counters.connections = m_connections.size();
}

void Hub::markReady(std::weak_ptr<Connection> connection)
{
    m_ready.push_back(std::move(connection));
    if (m_isPosted)
        return;
    m_isPosted = true;
    boost::asio::post(io, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->serveReady();
    });
}

void Hub::serveReady()
{
    m_isPosted = false;
    std::vector<std::weak_ptr<Connection>> ready;
    ready.swap(m_ready);
    for (const auto &weak : ready) {
        if (const auto connection = weak.lock())
            connection->serveStream();
    }
    if (m_ready.empty() && ready.capacity() <= 4096) {
        ready.clear();
        m_ready.swap(ready); // its room serves the next turn
    }
}

void Hub::closeAll()
{
    while (!m_connections.empty()) {
        const std::shared_ptr<Connection> connection = *m_connections.begin();
        connection->close();
    }
}

void Hub::closeStrangers()
{
    const auto all = m_connections; // each takes itself off the list
    for (const auto &connection : all) {
        if (connection->door() != Door::Unix)
            connection->close();
    }
}

const std::string &Hub::date()
{
    const WallTime now = clock.now();
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (m_dateOf != second) {
        m_dateOf = second;
        m_date = httpDate(now);
    }
    return m_date;
}

} // namespace afoot::serve
