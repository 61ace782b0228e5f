#pragma once

#include "core/follow/link.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

namespace afoot {

/// What became of a link, for a person who looks into it: the last changes of its state, and how long things took.
///
/// Threads: a value; the caller's.
class LinkRecord
{
public:
    static constexpr std::size_t most = 50; ///< changes that are kept

    struct Change
    {
        WallTime at{}; ///< when it came to this first
        Link::State state = Link::State::Idle;
        std::string reason{}; ///< empty where all was well
        unsigned times = 1;   ///< attempts in a row that came to the same

        friend bool operator==(const Change &, const Change &) = default;
    };

    /// To be called after each event of @p link.
    void note(WallTime now, Ticks ticks, const Link &link);
    /// The server answered the request for the stream; @p took: since it was sent.
    void answered(Millis took) { m_answerTime = took; }

    const std::deque<Change> &changes() const { return m_changes; } ///< oldest first
    /// From the loss of the stream to the first poll, when that happened last.
    std::optional<Millis> timeToFallback() const { return m_timeToFallback; }
    /// What the server needed to answer the request for the stream, the last time.
    std::optional<Millis> answerTime() const { return m_answerTime; }

private:
    std::deque<Change> m_changes{};
    Link::State m_state = Link::State::Idle;
    unsigned m_attempt = 0;
    std::optional<Millis> m_timeToFallback{};
    std::optional<Millis> m_answerTime{};
};

} // namespace afoot
