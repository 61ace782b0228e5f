#pragma once

#include "core/dialect/dialect.h"

namespace afoot::dialect {

/// A job as a backend of the dialect would send it: what readMessage() makes of these messages is the same
/// state, percent and steps again, as far as the dialect can say them.
///
/// What it cannot say is told as the nearest: paused and needs_input as running, lost as failed, steps of other
/// names by percent or as the dialect's stand-in. An unknown percent is left out where the dialect may leave it
/// out, else it has the value that the skeleton of the message gives it.
/// Threads: free functions. Errors: none; what has no place in the dialect is left out.

struct WriteOptions
{
    WallTime now{};
    std::chrono::minutes localOffset{}; ///< for dialects whose times have no zone
};

/// What a new connection is greeted with; often nothing. @p id is the job of the URL.
std::vector<std::string> openingFor(const Dialect &dialect, std::string_view id,
                                    const WriteOptions &options = {});

/// The stream's messages for a job that changed from @p before, or that nobody was told of yet (null).
std::vector<std::string> messagesFor(const Dialect &dialect, const Job &job,
                                     const Job *before = nullptr, const WriteOptions &options = {});

std::vector<std::string> messagesFor(const Dialect &dialect, const JobKey &key, const LogLine &line,
                                     const WriteOptions &options = {});

/// One message that says the most of the job: the body of a poll, an entry of the list, or the stream's message of the
/// whole job. Empty where the dialect has none.
std::string messageFor(const Dialect &dialect, Route route, const Job &job,
                       const WriteOptions &options = {});

/// What is said when nothing else was for a while; often nothing.
std::vector<std::string> silenceFor(const Dialect &dialect, std::string_view id,
                                    const WriteOptions &options = {});

/// What a client wants of the list.
struct ListWish
{
    std::optional<std::uint64_t> limit{}; ///< at most so many; what the dialect says when unset
    std::string state{};                  ///< only those, in the dialect's own word; empty: all

    friend bool operator==(const ListWish &, const ListWish &) = default;
};

/// The body of the list, of the first of @p jobs that fit; empty where the dialect has none.
std::string listFor(const Dialect &dialect, const std::vector<JobPtr> &jobs,
                    const WriteOptions &options = {}, const ListWish &wish = {});

/// A body of the file with {id}, {short_id}, {now} and {random} filled in, as JSON.
std::string filledJson(std::string_view skeleton, std::string_view id, const WriteOptions &options,
                       std::string_view random = {});

/// A message as it goes over the stream: an SSE event, or the text of a WebSocket's frame.
std::string framed(const Dialect &dialect, std::string_view message);

} // namespace afoot::dialect
