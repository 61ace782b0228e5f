#pragma once

#include "core/serve/doorkeeper.h"
#include "core/serve/frames.h"
#include "core/serve/routes.h"
#include "core/serve/server.h"
#include "core/serve/tls.h"
#include "core/serve/trackertimer.h"

#include <boost/asio/io_context.hpp>

#include <array>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace afoot::serve {

class Connection;

/// What the connections of one server have in common. Only the server's own files include this one.
///
/// Threads: the engine's.
class Hub : public std::enable_shared_from_this<Hub>
{
public:
    Hub(boost::asio::io_context &io, Tracker &tracker, const Clock &clock, ServerOptions options);

    void adopt(int fd, Door door);
    void forget(const std::shared_ptr<Connection> &connection);
    /// The stream of @p connection has something: all that are ready are served once this turn of the loop is over.
    void markReady(std::weak_ptr<Connection> connection);
    void closeAll();
    /// All that did not come by the Unix socket.
    void closeStrangers();
    /// The present, as HTTP writes it; made once a second.
    const std::string &date();

    boost::asio::io_context &io;
    Tracker &tracker;
    const Clock &clock;
    const ServerOptions options;
    HouseRules rules;
    std::optional<TlsContext> tls{}; ///< there before anyone knocks at Door::Tls
    Frames frames;
    Frames wsFrames; ///< the same events for WebSockets
    Frames wsItems;  ///< and for those that want them in lists
    Api api;
    TrackerTimer timer;
    Server::KeepEnd keepEnd{};
    Server::AskHistory askHistory{};
    Server::ForgetRuns forgetRuns{};
    Server::AskLatest askLatest{};
    Server::Counters counters{};
    std::array<char, 64U << 10U>
        scratch{}; ///< what is read lands here first: an idle connection owns no buffer

private:
    bool isFull(Door door) const;
    void serveReady();

    std::unordered_set<std::shared_ptr<Connection>>
        m_connections{}; ///< shared with their pending operations
    std::size_t m_tlsConnections = 0;
    std::vector<std::weak_ptr<Connection>> m_ready{};
    bool m_isPosted = false;
    std::string m_date{};
    std::optional<std::chrono::sys_seconds> m_dateOf{};
};

} // namespace afoot::serve
