#pragma once

#include "core/dialect/dialect.h"
#include "core/dialect/write.h"

namespace afoot::dialect {

/// The compatibility side: which request of a client that was written for another backend means what, and what
/// is answered. A table and texts; the server that uses them, and who may ask, is core/serve
/// (protocol 1, section 4).
///
/// Threads: the table is made once and const; free functions.

enum class Serves { List, Job, Stream, Socket, Cancel, Pause, Resume, Retry };

/// True for what changes something, and needs the token.
bool isAction(Serves what);

struct Served
{
    std::string method{};
    std::string pattern{}; ///< path with {id}
    const Dialect *dialect = nullptr;
    Serves what = Serves::Job;

    friend bool operator==(const Served &, const Served &) = default;
};

/// All that the built-in dialects serve.
const std::vector<Served> &servedPaths();

struct ServedMatch
{
    const Served *served = nullptr;
    std::string id{}; ///< decoded; empty where the pattern has none
};

/// @p target is the request's, with its query. NotFound when no dialect has such a path; Refused, named
/// "method_not_allowed", when one has it for other methods.
Result<ServedMatch> servedAt(std::string_view method, std::string_view target);

/// To a poll: the job, or what the backend says of one that is not there (null).
Reply jobReply(const Dialect &dialect, std::string_view id, const Job *job,
               const WriteOptions &options = {});
Reply listReply(const Dialect &dialect, const std::vector<JobPtr> &jobs,
                const WriteOptions &options = {}, const ListWish &wish = {});

/// To cancel and the like. Missing: there is no such job; Refused: it cannot be asked that now.
enum class AskOutcome { Done, Refused, Missing };
Reply actionReply(const Dialect &dialect, Ask ask, AskOutcome outcome, std::string_view id,
                  const WriteOptions &options = {});

/// What a client said over an open socket.
struct SocketWord
{
    std::string answer{}; ///< text of the frame to send; empty for none
    std::optional<Ask>
        ask{}; ///< it asks for this, of the job of the socket or of the one spoken of last
};

/// Never an error: what is not understood is not answered, as the backends do.
SocketWord answerTo(const Dialect &dialect, std::string_view message,
                    const WriteOptions &options = {});

} // namespace afoot::dialect
