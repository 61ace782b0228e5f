#pragma once

#include "core/model/clock.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// How a link is kept up: the dialect's own delays and number of attempts, since those are what the backends'
/// own clients promise, and Afoot's where the dialect says nothing.
struct LinkHabits
{
    std::vector<Millis> delays{Millis(0),    Millis(1000),  Millis(2000), Millis(4000),
                               Millis(8000), Millis(15000), Millis(30000)}; ///< before each attempt
    Millis longest{30'000};                                                 ///< beyond the list
    std::optional<unsigned>
        attempts{}; ///< to connect again, before it polls or gives up; unset: no end
    std::optional<Millis> pollEvery{}; ///< unset: there is nothing to poll
    Millis probeEvery{30'000};         ///< while it polls: does the stream answer again?
    Millis silence{100'000};           ///< longer than this means that the connection is dead
    Millis connectWithin{15'000};      ///< from the request to its answer
    std::optional<Millis> pingEvery{}; ///< our sign of life
    bool keepTrying =
        false;             ///< goes on at the longest delay where it would give up, but for an end
    bool pollOnly = false; ///< there is no stream; needs @c pollEvery

    friend bool operator==(const LinkHabits &, const LinkHabits &) = default;
};

/// Why a connection or a poll did not work.
struct LinkFailure
{
    std::string reason{}; ///< for a person: "connection refused"
    bool isFinal = false; ///< to ask again at once would bring the same: 204, and most 4xx
    bool isEnd = false;   ///< final, and the server wants it so: 204
    std::optional<Millis> retryAfter{}; ///< the server says: not before
    bool isDocument = false;            ///< final, and there was JSON in the place of a stream

    friend bool operator==(const LinkFailure &, const LinkFailure &) = default;
};

/// One live connection to a remote tracker, as a machine: events and the time in, orders out. It opens nothing itself.
///
/// Whoever drives it does what the orders say, reports what came of it, and calls due() at nextDeadline().
/// A connection counts as good, and the attempts begin anew, only once a message came over it that is told to
/// message(); one that was alive for a minute before it broke did not fail in a row with others either. After the attempts
/// it polls where there is something to poll, and looks every so often whether the stream is back; no poll goes
/// out once a message of the stream has come.
/// Threads: a value; the caller's.
class Link
{
public:
    enum class State {
        Idle,         ///< not begun, or stopped
        Connecting,   ///< the first attempt
        Connected,    ///< the stream is open
        Reconnecting, ///< waits for its next attempt, or makes it
        Polling,
        Disconnected, ///< has given up
    };

    /// What is to be done now, in this order.
    struct Orders
    {
        bool close = false; ///< the stream, opened or opening
        bool open = false;
        bool ping = false;
        bool poll = false;
        bool dropPoll = false; ///< forget a poll that is under way

        friend bool operator==(const Orders &, const Orders &) = default;
    };

    /// @p random gives numbers in [0, 1).
    Link(LinkHabits habits, std::function<double()> random);

    [[nodiscard]] Orders start(Ticks now);
    /// The server took the request: bytes may come.
    void opened(Ticks now);
    /// Something came, though it said nothing: a comment, a pong, what is not about a job.
    void alive(Ticks now);
    [[nodiscard]] Orders message(Ticks now);
    /// The stream could not be opened, or broke, or ended.
    [[nodiscard]] Orders failed(Ticks now, const LinkFailure &failure);
    void polled(Ticks now);
    [[nodiscard]] Orders pollFailed(Ticks now, const LinkFailure &failure);
    /// The server's own delay (SSE's retry field).
    void retryHint(Millis delay) { m_hint = delay; }
    /// From now on it is kept up so: what comes over it said how.
    void adopt(LinkHabits habits, Ticks now);
    /// The machine woke up, or its network changed: what was connected may be dead and what was away may be back.
    [[nodiscard]] Orders wokeUp(Ticks now);
    /// A person does not want to wait.
    [[nodiscard]] Orders retryNow(Ticks now);
    /// Nothing more is wanted of it.
    [[nodiscard]] Orders stop(Ticks now);

    [[nodiscard]] Orders due(Ticks now);
    std::optional<Ticks> nextDeadline() const;

    State state() const { return m_state; }
    /// Attempts to connect again since it was good.
    unsigned attempt() const { return m_attempt; }
    /// Polls without an answer, in a row.
    unsigned failedPolls() const { return m_failedPolls; }
    /// When it tries again, or polls next.
    std::optional<Ticks> retryAt() const;
    /// Since when it is away: unset while it is connected, polls with success, or has not begun.
    std::optional<Ticks> awaySince() const { return m_awaySince; }
    const std::string &reason() const { return m_reason; } ///< of the last failure
    const LinkHabits &habits() const { return m_habits; }

private:
    Orders open(Ticks now);
    Orders retryOrFallBack(Ticks now, const LinkFailure &failure);
    Orders beginPolling(Ticks now);
    Millis delayOf(unsigned attempt) const;
    Millis jittered(Millis delay) const;
    void leave(Ticks now);

    LinkHabits m_habits;
    std::function<double()> m_random;
    State m_state = State::Idle;
    unsigned m_attempt = 0;
    unsigned m_failedPolls = 0;
    bool m_isStreamUp = false;        ///< open or opening
    bool m_isOpen = false;            ///< answered
    Ticks m_tookOffAt{};              ///< when it was opened last
    std::optional<Ticks> m_heardAt{}; ///< when something came over it last
    std::string m_reason{};
    std::optional<Millis> m_hint{};
    std::optional<Ticks> m_awaySince{};
    std::optional<Ticks> m_openAt{}; ///< the next attempt or probe
    std::optional<Ticks> m_pollAt{};
    std::optional<Ticks> m_pingAt{};
    std::optional<Ticks> m_silentAt{}; ///< the connection counts as dead then
};

} // namespace afoot
