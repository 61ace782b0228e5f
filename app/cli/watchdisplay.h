#pragma once

#include "app/cli/follower.h"
#include "app/cli/sourcenames.h"
#include "app/cli/watchstate.h"

#include <memory>
#include <optional>
#include <string>

namespace afoot::cli {

/// Where the news goes: bars in a terminal, lines elsewhere, JSON when asked.
class Display
{
public:
    virtual ~Display() = default;
    virtual void link(const LinkNews &) {}
    /// A sentence for standard error.
    virtual void say(const std::string &sentence);
    virtual void changed(const WatchState &state, const WatchState::Seen &seen) = 0;
    virtual void log(const LogEvent &) {}
    virtual void raw(const RawNews &) {}
    /// Milliseconds until tick() is due; nullopt: not before something happens.
    virtual std::optional<Millis> nextTick() const { return {}; }
    virtual void tick(const WatchState &) {}
    virtual void resized(const WatchState &) {}
    virtual void pause() {}
    virtual void resume(const WatchState &) {}
    /// The end: what has settled, and nothing live any more. What is said later stands below. Once is enough.
    virtual void finish(const WatchState &) {}
};

/// @p url is that of a tracker whose news name none; @p names of the sources, for what people read.
std::unique_ptr<Display> displayFor(bool json, const std::string &url, SourceNames names);
/// What the transports dispatch, before any dialect.
std::unique_ptr<Display> rawDisplay();

} // namespace afoot::cli
