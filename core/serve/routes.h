#pragma once

#include "core/serve/compat.h"
#include "core/serve/limits.h"
#include "core/serve/query.h"
#include "core/serve/request.h"
#include "core/serve/response.h"
#include "core/serve/stream.h"
#include "core/serve/wssession.h"
#include "core/track/tracker.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace afoot::serve {

/// What the routes work on.
struct Api
{
    Tracker &tracker;
    const Limits &limits;
    std::string_view version;
    /// Unset unless the dialects' paths are answered too: then the present, as a backend writes it.
    std::function<dialect::WriteOptions()> compat{};
    std::function<std::optional<Ailment>()> ailment{};
};

/// What becomes of a request.
struct Answer
{
    Response response{};
    std::optional<StreamPlan> stream{};  ///< an event stream follows the head of @c response
    std::optional<HistoryAsk> history{}; ///< to be asked of whoever keeps it
    bool latest = false;            ///< cctray.xml, complete but for what is in the history alone
    std::optional<WsPlan> socket{}; ///< a WebSocket begins with this answer
    std::optional<CompatPlan> compat{}; ///< a stream of a dialect, over SSE or a WebSocket
    std::optional<JobKey> forget{};     ///< not on the list; its runs may be in the history
    JobPtr ended{};        ///< a reporter said that this job is over: answer once that is safe
    JobPtr begun{};        ///< the job that was begun, or begun again
    bool isUpdate = false; ///< it reached the tracker as an update
};

/// A request that found its route.
struct Call
{
    const Request &request;
    const Query &query;
    JobKey key{}; ///< the {id} of the path, decoded, and ?source=
    Api &api;
};

/// What a route takes as a body. An empty one passes everywhere.
enum class BodyType {
    Unread,     ///< nothing is read from it
    Json,       ///< application/json
    JsonOrText, ///< text/plain too
    Lines,      ///< application/x-ndjson, as long as it may be
};

/// One row of the table. A @c pattern is literal but for "{id}", which stands for one segment of the path.
struct Route
{
    Method method;
    std::string_view pattern;
    BodyType body;
    Answer (*handle)(const Call &call);
};

/// Every route of the protocol that is served. The first row that fits counts, so that /jobs/stream is not the job
/// "stream" (which /jobs/%73tream is).
std::span<const Route> routes();

/// The body of @p head is lines that are taken as they come (BodyType::Lines).
bool takesLines(const Request &head);
/// What is wrong with the type of such a body; nothing when it is right.
std::optional<Error> checkLines(const Request &head);

/// The answer that says no, and why.
Answer refused(const Error &error);

/// What a WebSocket's handshake (RFC 6455, section 4.2) is answered with: the value of Sec-WebSocket-Accept, or
/// the refusal.
std::variant<std::string, Answer> acceptedSocket(const Request &request);

/// Finds the route and answers. Changes the tracker, touches nothing else.
Answer answer(const Request &request, Api &api);

/// What a browser asks for in advance. The caller adds the origin.
Response preflightAnswer(const Request &request);

} // namespace afoot::serve
