#pragma once

#include "core/run/child.h"
#include "core/run/relay.h"

#include <sys/types.h>
#include <termios.h>
#include <vector>

namespace afoot::run {

/// What the guard tells.
struct Note
{
    enum class Kind : int {
        Started, ///< @c pid is the command
        Failed,  ///< no process could be made; @c value is errno
        Status,  ///< @c value is a wait status of the command
        Signal,  ///< the guard got the signal @c value
    };
    Kind kind = Kind::Signal;
    int pid = 0;
    int value = 0;
};

/// A second process of ours that makes sure that watching a command never harms it.
///
/// - It holds the other ends of the command's output too. When we leave while a background process of the command still
///   writes, or when we are killed, the guard carries the bytes on, instead of SIGPIPE or a hang-up.
/// - With a pseudo-terminal as controlling terminal it is the session's leader and the command's parent: so the command's
///   process group is not orphaned and can be stopped with Ctrl-Z, and when the guard leaves, the foreground belongs to
///   itself, so that no background process gets SIGHUP.
/// - Otherwise it stays in our process group with all signals held back, and tells which ones reach the group.
///
/// It is a fork without exec, made before our first thread. This class is our end of it.
class Guard
{
public:
    /// @p setup: the command, which the guard starts if it leads a session (setup.terminal ≥ 0); else null.
    /// @p relays and @p master are used by the guard's copies of them; @p typed, if not null, are
    /// modes to give back to the terminal @p keyboard when we are killed.
    struct Setup
    {
        const ChildSetup *command = nullptr;
        std::vector<Relay> *relays = nullptr;
        int master = -1;
        int keyboard = -1;
        const termios *typed = nullptr;
    };
    /// False when the machine has no process or descriptor left; errno says why.
    bool start(const Setup &setup);

    /// Readable when there is a note; -1 when it is gone.
    int notesFd() const { return m_notes.number(); }
    /// The next note that waits. False when none does; a guard that died makes notesFd() -1.
    bool takeNote(Note &note);

    /// Relay @p index was closed on our side: its reader is gone.
    void dropped(std::size_t index);
    /// Continues the stopped session. Only a process of the same session may do that to another user's (kill(2)),
    /// such as to a command behind sudo.
    void continueSession();
    /// Ours is done. @p relay: the command's streams are still open, carry them on. Else leave.
    void leave(bool relay);

private:
    Fd m_control{};
    Fd m_notes{};
};

} // namespace afoot::run
