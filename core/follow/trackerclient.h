#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"
#include "core/wire/sse.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// Where a tracker listens, as seen by a client on the same machine.
struct TrackerAddress
{
    std::string unixPath{}; ///< used when not empty
    std::string host =
        "127.0.0.1"; ///< 127.x.y.z, ::1 or localhost: the token never leaves the machine
    std::uint16_t port = 4680;
    std::string token{}; ///< sent over TCP only

    friend bool operator==(const TrackerAddress &, const TrackerAddress &) = default;
};

/// "http://127.0.0.1:4680", "http://[::1]:4680" or "unix:/path/tracker.sock". The token is left empty.
Result<TrackerAddress> trackerAddressFrom(std::string_view text);

/// A blocking HTTP/1.1 client of the tracker: one connection, kept alive, deadlines on everything.
///
/// Threads: one at a time. Raises no SIGPIPE, starts no thread, takes no signal.
/// Errors: code Unavailable when nobody answered, with the name
///   "no_tracker"     nothing listens there: nothing was sent,
///   "tracker_silent" connected, but no whole answer within the deadline,
///   "connection_lost" it closed before the answer was whole,
///   "bad_answer"     what came is not HTTP, or longer than @c maxAnswerBytes,
///   "stopped"        the stop descriptor became readable.
/// A refusal by the tracker is not an error here but an Answer with its status: see refusalIn().
class TrackerClient
{
public:
    struct Options
    {
        Millis connectWithin{100};
        Millis answerWithin{5000};
        std::size_t maxAnswerBytes = 256U << 20U;
        int stopFd = -1; ///< readable: whoever waits for an answer is to stop; left unread
    };
    struct Answer
    {
        int status = 0;
        std::string body{};

        bool ok() const { return status >= 200 && status < 300; }
    };

    explicit TrackerClient(TrackerAddress address);
    TrackerClient(TrackerAddress address, Options options);
    ~TrackerClient();
    TrackerClient(TrackerClient &&) noexcept;
    TrackerClient &operator=(TrackerClient &&) noexcept;

    /// Sends one request and waits for its answer. A connection that the tracker closed while it was idle
    /// is replaced unseen; GET, PUT, PATCH and DELETE are tried once more when it closes under them.
    Result<Answer> request(std::string_view method, std::string_view target,
                           std::string_view body = {},
                           std::string_view contentType = "application/json");

    /// Another deadline for the requests that follow.
    void answerWithin(Millis deadline);

    /// GETs @p target as text/event-stream and calls @p onEvent for each event, until it returns false or
    /// @p stopFd (-1: none) becomes readable. A readable @p stopFd is left unread.
    /// Nothing is returned when onEvent ended it. An answer other than 200 is an Error like refusalIn()'s.
    /// Silence longer than @p silence (the tracker pings every 15 s) counts as "tracker_silent"; a stream that the
    /// tracker ended in order is "stream_ended".
    struct StreamOptions
    {
        std::string lastEventId{};
        int stopFd = -1;
        Millis silence{45'000};
    };
    std::optional<Error> stream(std::string_view target, const StreamOptions &options,
                                const std::function<bool(const wire::SseEvent &)> &onEvent);

    void close();

private:
    class Connection;

    std::string head(std::string_view method, std::string_view target,
                     std::string_view fields) const;
    std::optional<Error> connect();
    Result<Answer> exchange(std::string_view bytes);

    TrackerAddress m_address;
    Options m_options{};
    std::unique_ptr<Connection> m_connection{};
};

/// The tracker's own error inside an answer that is not 2xx; nullopt for one that is.
std::optional<Error> refusalIn(const TrackerClient::Answer &answer);

/// @p text with everything but unreserved characters (RFC 3986, section 2.3) percent-encoded.
std::string percentEncoded(std::string_view text);

/// The path of a job: /api/v1/jobs/ID.
std::string jobTarget(std::string_view id);

} // namespace afoot
