#pragma once

#include "core/run/fd.h"

#include <optional>
#include <string>
#include <termios.h>

struct winsize;

namespace afoot::run {

/// A pseudo-terminal: what a terminal emulator has, and what a command sees. Both close on exec.
struct Pty
{
    Fd master{}; ///< does not block
    Fd slave{};
};

/// A new one with the modes and the size of the terminal @p like. @p raw: output passes unchanged, for a
/// terminal whose own modes still apply further on. Without a pty of this machine's left: none (errno says why).
std::optional<Pty> openPty(int like, bool raw);

/// Gives @p to the window size of @p from.
void copyWindowSize(int from, int to);

/// The terminal that a person types at, while the command has a pseudo-terminal in its place.
///
/// It is touched only while our process group is in the foreground: changing the modes from the
/// background would stop us with SIGTTOU.
/// Threads: one.
class Keyboard
{
public:
    /// @p fd: our controlling terminal, which stays open.
    explicit Keyboard(int fd);

    bool foreground() const;
    /// Every key goes through as it is, if we are in the foreground. True when it is so now.
    /// Whole lines typed before that are appended to @p typed as the keys that made them: the kernel (n_tty) would
    /// turn the Ctrl-D behind them into a NUL.
    bool grab(std::string &typed);
    /// Gives it the modes that the command left its own terminal (@p master) in, as it would have without us.
    void release(int master);
    bool grabbed() const { return m_grabbed; }
    /// Another process group has it now.
    void lost() { m_grabbed = false; }
    const termios &before() const { return m_before; }

private:
    int m_fd;
    bool m_grabbed = false;
    termios m_before{};
};

} // namespace afoot::run
