#pragma once

#include "core/model/clock.h"
#include "core/run/fd.h"

#include <array>
#include <csignal>
#include <optional>
#include <vector>

namespace afoot::run {

/// Signals that matter to a wrapped command when they are sent to us.
inline constexpr std::array handledSignals{SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2,
                                           SIGALRM, SIGTSTP, SIGTTIN, SIGCONT, SIGWINCH};

/// Takes the signals of this process out of the hands of the kernel's defaults, and remembers how they were.
///
/// From here on handledSignals and SIGCHLD arrive through fd(); SIGPIPE is held back, so that writing to a pipe without
/// a reader is an error like any other. Dispositions stay as they were inherited (but for SIGCHLD, without
/// which no one could be waited for), and the command gets them back unchanged with restore(): what
/// `nohup` or `trap '' INT` ignore, it ignores as it would without us.
///
/// Threads: made before the first thread, so that all of them hold the same signals back.
class Signals
{
public:
    Signals();

    int fd() const { return m_fd.number(); }
    bool ignoredBefore(int signal) const { return sigismember(&m_ignored, signal) == 1; }
    /// In a forked child, before exec: as if this class had never been.
    void restore() const;

    struct Taken
    {
        int signal = 0;
        bool byKernel = false; ///< from the terminal: the whole process group got it
    };
    /// The next one that waits; nullopt when none does.
    std::optional<Taken> take() const;

    /// Stops this process as @p signal does by itself; returns when it was continued.
    void stopSelf(int signal, bool wholeGroup) const;

private:
    sigset_t m_before{};
    sigset_t m_ignored{};
    struct sigaction m_child
    {
    };
    Fd m_fd{};
};

/// Dies of @p signal as if it had come now, without a core of ours. Returns only when that is impossible.
void dieOf(int signal);

/// Tells a signal that was sent to us alone, and must be passed on, from one that was sent to our whole
/// process group, where the command got its own.
///
/// The kernel does not say which. But the guard is in the same group, holds all signals back and
/// tells of what it gets: a signal that both got was for the group.
/// Threads: a value; the caller's.
class Echoes
{
public:
    static constexpr Millis patience{8};

    void weGot(int signal, Ticks now);
    void guardGot(int signal, Ticks now);
    /// Those that nobody else got, now that the guard had its time.
    std::vector<int> due(Ticks now);
    std::optional<Ticks> nextDue() const;

private:
    struct Seen
    {
        int signal = 0;
        Ticks at{};
    };
    std::vector<Seen> m_ours{};
    std::vector<Seen> m_guards{};
};

} // namespace afoot::run
