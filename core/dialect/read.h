#pragma once

#include "core/dialect/dialect.h"
#include "core/model/update.h"

#include <map>

namespace afoot::dialect {

/// Messages of a remote tracker become updates.
///
/// Over one Context a job's percent never falls, a completed step and an ended job never change again, a
/// completed job has 100 percent (where the dialect tells percents at all) and a failure or a cancel keeps
/// the last percent. What is not said is not invented: no percent stays no percent. A message that is up to a minute
/// older than one before it tells of steps and of ends, and takes nothing else back. An end counts whatever else is wrong
/// with its message.

inline constexpr std::size_t maxMessageBytes = 1U << 20U; ///< protocol 1, section 4

/// What is remembered of a job between its messages.
struct Known
{
    State state = State::Queued;
    std::optional<double> percent{};
    std::vector<Step> steps{};
    std::vector<std::string> details{}; ///< their keys
    std::optional<WallTime> said{};     ///< the time of the newest message that has one

    friend bool operator==(const Known &, const Known &) = default;
};

/// What one followed source remembers; the caller keeps it from message to message, across reconnections and
/// from stream to poll. At most JobLimits::maxActiveJobs jobs; ended ones leave first.
struct Context
{
    std::string source = "local"; ///< of the keys of the updates
    std::string id{};             ///< of the job, out of the URL; empty when many share the stream
    std::chrono::minutes
        localOffset{};     ///< of the clock that times without a zone are of, ahead of UTC
    std::string current{}; ///< the job spoken of last
    std::map<std::string, Known, std::less<>> jobs{}; ///< by their ids

    friend bool operator==(const Context &, const Context &) = default;
};

/// What one message said.
struct Reading
{
    std::vector<Update> updates{}; ///< in the order in which they are to be applied; often none
    bool opened = false;           ///< it was the greeting, which says nothing of a job
    bool asksPong = false;         ///< send LinkRule::pong
    bool pong = false;             ///< it answers our ping
    bool lookUp =
        false; ///< ask the status endpoint: the stream does not know the job, or has trouble
    bool missing = false; ///< the backend knows no such job, and we have not seen it run either
    std::optional<Error>
        fault{}; ///< what was left out of a message that told of an end, or of a list, which count all the same

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// Reads one message: the data of an SSE event, a WebSocket's text frame, the body of a poll or of a list. Bytes that are
/// no UTF-8, escapes of half a character, NaN and Infinity are read as mended() has it.
///
/// Errors: BadInput names the value and its place (@c field is a JSON Pointer into the message); TooLarge beyond
/// maxMessageBytes; TooMany when the context is full. @p context is then as it was before.
/// Threads: free function; one thread at a time with the same context.
Result<Reading> readMessage(const Dialect &dialect, Route route, std::string_view message,
                            Context &context);

/// The updates alone.
Result<std::vector<Update>> updatesFrom(const Dialect &dialect, Route route,
                                        std::string_view message, Context &context);

} // namespace afoot::dialect
