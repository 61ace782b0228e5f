#pragma once

#include "core/model/result.h"
#include "core/model/update.h"
#include "core/run/wrapper.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::run {

/// A reporter's line to the tracker.
class TrackerLine
{
public:
    virtual ~TrackerLine() = default;

    /// Delivers one update; the answer is the job as JSON. It may take a while, but has a deadline.
    /// Errors: a transient one means that nobody is there, and the next send() tries to connect anew;
    /// any other is the tracker's refusal.
    /// Threads: the reporter's.
    virtual Result<std::string> send(const Update &update) = 0;

    using Asked = std::function<void(std::optional<Ask>)>;
    /// From now on tells the tracker that the reporter of @p id lives, as long as this object does, and
    /// tells @p onAsked, from a thread of its own, what the job is asked for (or that nothing is). Called once more
    /// whenever the job was begun again. Does not wait.
    virtual void hold(const std::string &id, Asked onAsked) = 0;
};

/// What makes updates of a command's output: OutputReader, or a test's.
class OutputSource
{
public:
    virtual ~OutputSource() = default;
    virtual void push(std::string_view bytes, Watcher::Heard from) = 0;
    virtual void skipped(std::uint64_t bytes) = 0;
    /// Nothing came for a while: what stands at the end without a line end is whole.
    virtual void quiet() = 0;
    /// What changed since the last call; without key.
    virtual std::optional<Update> take() = 0;
    virtual Update finish(const Ending &ending) = 0;
};

} // namespace afoot::run
