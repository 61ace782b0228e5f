#include "core/serve/server.h"

#include "core/serve/hub.h"
#include "core/serve/sockets.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cerrno>
#include <sys/socket.h>

namespace afoot::serve {

namespace {

using Descriptor = boost::asio::posix::stream_descriptor;

/// Takes in whoever knocks on one listening socket.
class Listener : public std::enable_shared_from_this<Listener>
{
public:
    Listener(Hub &hub, Fd socket, Door door)
        : m_hub(hub), m_socket(hub.io, socket.release()), m_pause(hub.io), m_door(door)
    {
    }

    void wait()
    {
        m_socket.async_wait(Descriptor::wait_read,
                            [self = shared_from_this()](const boost::system::error_code &ec) {
                                if (!ec && !self->m_isStopped)
                                    self->accept();
                            });
    }

    void stop()
    {
        m_isStopped = true;
        boost::system::error_code ignored;
        m_socket.close(ignored);
        m_pause.cancel();
    }

private:
    void accept()
    {
        constexpr int maxPerTurn = 64; // those who are in must be served as well
        for (int i = 0; i < maxPerTurn; ++i) {
            const int fd =
                ::accept4(m_socket.native_handle(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (fd >= 0) {
                m_hub.adopt(fd, m_door);
                continue;
            }
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                pause();
                return;
            }
            if (errno == EAGAIN || errno == EWOULDBLOCK)
                break;
            // the rest concerns the one who knocked (accept(2)): the next may fare better
        }
        wait();
    }

    /// Out of descriptors: nobody can be let in before somebody left, and asking again at once would spin.
    void pause()
    {
        m_pause.expires_after(std::chrono::milliseconds(100));
        m_pause.async_wait([self = shared_from_this()](const boost::system::error_code &ec) {
            if (!ec && !self->m_isStopped)
                self->wait();
        });
    }

    Hub &m_hub;
    Descriptor m_socket;
    boost::asio::steady_timer m_pause;
    Door m_door;
    bool m_isStopped = false;
};

Error noToken()
{
    return {Error::Code::Refused,
            "no_token",
            "Without a token nobody may be let in over TCP; make one first.",
            {}};
}

} // namespace

struct Server::Private
{
    Private(boost::asio::io_context &io, Tracker &tracker, const Clock &clock,
            ServerOptions options)
        : hub(std::make_shared<Hub>(io, tracker, clock, std::move(options)))
    {
    }

    void listen(Fd socket, Door door)
    {
        listeners.push_back(std::make_shared<Listener>(*hub, std::move(socket), door));
        listeners.back()->wait();
    }

    std::shared_ptr<Hub> hub; ///< shared with posted work, which finds it gone after the server
    std::vector<std::shared_ptr<Listener>> listeners{};
    std::vector<SocketAddress> tlsAddresses{};
    UnixListener unixListener{};
};

Server::Server(boost::asio::io_context &io, Tracker &tracker, const Clock &clock,
               ServerOptions options)
    : m_d(std::make_unique<Private>(io, tracker, clock, std::move(options)))
{
}

Server::~Server()
{
    stop();
}

std::optional<Error> Server::listenUnix()
{
    const std::string &path = m_d->hub->options.unixPath;
    if (path.empty())
        return std::nullopt;
    auto listener = listenOnUnix(path);
    if (!listener)
        return listener.error();
    m_d->unixListener = std::move(listener).value();
    m_d->listen(std::move(m_d->unixListener.socket), Door::Unix);
    return std::nullopt;
}

std::optional<Error> Server::listenTcp()
{
    Hub &hub = *m_d->hub;
    if (!hub.options.port)
        return std::nullopt;
    if (hub.options.token.empty())
        return noToken();
    auto listeners = listenOnLoopback(*hub.options.port);
    if (!listeners)
        return listeners.error();
    hub.rules.port = listeners->port;
    m_d->listen(std::move(listeners.value().v4), Door::Tcp);
    if (listeners->v6.isOpen())
        m_d->listen(std::move(listeners.value().v6), Door::Tcp);
    return std::nullopt;
}

std::uint16_t Server::port() const
{
    return m_d->hub->rules.port.value_or(0);
}

std::optional<Error> Server::listenTls()
{
    Hub &hub = *m_d->hub;
    const TlsOptions &wanted = hub.options.tls;
    if (wanted.addresses.empty())
        return std::nullopt;
    if (hub.options.token.empty())
        return noToken();
    auto context = TlsContext::load(wanted.certificate, wanted.key);
    if (!context)
        return context.error();
    std::vector<SocketAddress> addresses = wanted.addresses;
    std::vector<Fd> sockets;
    for (SocketAddress &address : addresses) {
        auto socket = listenOnAddress(address);
        if (!socket)
            return socket.error();
        sockets.push_back(std::move(socket).value());
    }
    hub.rules.tls = {.names = context->names()};
    for (const SocketAddress &address : addresses)
        hub.rules.tls.add(address.host, address.port);
    hub.tls = std::move(context).value();
    m_d->tlsAddresses = std::move(addresses);
    for (Fd &socket : sockets)
        m_d->listen(std::move(socket), Door::Tls);
    return std::nullopt;
}

const std::vector<SocketAddress> &Server::tlsAddresses() const
{
    return m_d->tlsAddresses;
}

std::optional<WallTime> Server::certificateExpires() const
{
    const std::optional<TlsContext> &tls = m_d->hub->tls;
    return tls ? std::optional(tls->expires()) : std::nullopt;
}

void Server::keepEndsWith(KeepEnd keeper)
{
    m_d->hub->keepEnd = std::move(keeper);
}

void Server::askHistoryOf(AskHistory historian)
{
    m_d->hub->askHistory = std::move(historian);
}

void Server::forgetRunsWith(ForgetRuns forget)
{
    m_d->hub->forgetRuns = std::move(forget);
}

void Server::askLatestOf(AskLatest historian)
{
    m_d->hub->askLatest = std::move(historian);
}

void Server::askHealthOf(std::function<std::optional<Ailment>()> ailment)
{
    m_d->hub->api.ailment = std::move(ailment);
}

void Server::setToken(std::string token)
{
    m_d->hub->rules.token = std::move(token);
    m_d->hub->closeStrangers();
}

void Server::checkTime()
{
    m_d->hub->timer.check();
}

Server::Counters Server::counters() const
{
    Counters counters = m_d->hub->counters;
    counters.framesMade = m_d->hub->frames.made();
    return counters;
}

void Server::stop()
{
    for (const auto &listener : m_d->listeners)
        listener->stop();
    m_d->listeners.clear();
    // while the lock is held: whoever starts now must not find our file and lose it to us
    removeUnixSocket(m_d->unixListener);
    m_d->unixListener = {};
    m_d->hub->closeAll();
    m_d->hub->timer.stop();
    m_d->hub->rules.port.reset();
    m_d->tlsAddresses.clear();
}

} // namespace afoot::serve
