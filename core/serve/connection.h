#pragma once

#include "core/serve/channel.h"
#include "core/serve/doorkeeper.h"
#include "core/serve/hub.h"
#include "core/serve/ingest.h"
#include "core/serve/outbox.h"
#include "core/serve/requestparser.h"
#include "core/serve/routes.h"
#include "core/serve/transport.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::serve {

/// One peer: requests in, answers out in the same order, until one of them turns it into a channel of events.
///
/// Reads and writes without blocking into and out of shared memory, and waits only for readiness, so that
/// an idle connection owns neither buffers nor parser. One timer, set anew only for an earlier deadline.
///
/// Threads: the engine's. Shared, because the operations that wait for it must find it; once closed they find
/// nothing to do, and it touches the hub no more.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    /// Owns @p fd, which does not block. @p tls is null but for Door::Tls.
    Connection(Hub &hub, int fd, Door door, std::unique_ptr<TlsSession> tls = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void start();
    /// Writes what the stream has, unless it is still busy with what came before.
    void serveStream();
    void close();
    Door door() const { return m_door; }

private:
    using Executor = boost::asio::io_context::executor_type;
    using Descriptor = boost::asio::posix::basic_stream_descriptor<Executor>;
    using Timer = boost::asio::basic_waitable_timer<
        std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;
    using Moment = std::chrono::steady_clock::time_point;

    enum class Phase {
        Asking,    ///< between and within requests
        Answering, ///< the end of a job is being made safe
        Leaving,   ///< the last answer is on its way
        Streaming, ///< a channel has it until one side hangs up
        Draining,  ///< all is said; waits for the peer's end, so that it can read the answer first
        Closed,
    };
    /// What the deadline is for.
    enum class Wait { Nothing, Handshake, Idle, Head, Body, Write, Silence, Drain };

    void waitReadable();
    void waitWritable();
    void onReadable();
    void onReceived(std::string_view bytes);
    void take(std::string_view bytes);
    void takeUnread();
    void onParsed();
    bool letIn();
    void handle(const Request &request);
    void takeLines();
    void finishLines();
    void answerWhenSafe(Answer &&answer, const Request &request);
    void answerWithLatest(const Request &request);
    void answerWithHistory(HistoryAsk &&ask, const Request &request);
    void answerForgotten(Answer &&answer, const Request &request);
    void answerLate(Response response, const Request &request);
    void openStream(Answer &&answer, const Request &request);
    void openSocket(WsPlan &&plan, const Request &request);
    void openCompat(Answer &&reply, const Request &request);
    bool beginEvents(Response head, const Request &request);
    bool refuseSubscriber(const Request &request);
    void beginChannel(std::unique_ptr<Channel> channel);
    void endChannel();
    void respond(Response response, const Request &request, BodyFraming framing);
    void refuse(const Error &error);
    void flush();
    bool send();
    void drained();
    void drain();
    void watchClock();
    Wait waitingFor() const;
    Millis patience(Wait wait) const;
    void onOverdue();

    Hub &m_hub;
    Descriptor m_descriptor;
    Transport m_transport;
    Timer m_timer;
    Door m_door;
    Phase m_phase = Phase::Asking;
    bool m_isReadAwaited = false;
    bool m_isWriteAwaited = false;
    bool m_isReadingHeldUp = false; ///< TLS has to write before it can read
    bool m_isContinueSent = false;
    bool m_isTaking = false;
    bool m_isTakePosted = false;
    std::unique_ptr<RequestParser> m_parser{}; ///< null between requests
    std::optional<Admission> m_admission{};    ///< of the request being read
    std::string m_unread{};                    ///< pipelined bytes that wait for earlier answers
    Outbox m_out{};
    std::unique_ptr<Channel> m_channel{};
    std::unique_ptr<Ingest> m_ingest{}; ///< the upload being read
    bool m_isAnswerBegun = false;       ///< to the upload, because so much of it was refused
    std::size_t m_drainedBytes = 0;
    Wait m_wait = Wait::Nothing;
    Moment m_waitsSince{};
    std::optional<Moment> m_armedFor{};
};

} // namespace afoot::serve
