#pragma once

#include <cstdint>

namespace afoot::run {

/// What one of the three standard descriptors is.
struct StreamFacts
{
    bool open = false;
    bool terminal = false;
    std::uint64_t device = 0; ///< of a terminal: the real one's, also when opened as /dev/tty
    std::uint64_t inode = 0;  ///< 0 for a terminal

    bool sameAs(const StreamFacts &other) const
    {
        return open && other.open && terminal == other.terminal && device == other.device &&
               inode == other.inode;
    }
};

/// Which way an output stream of the command takes to ours.
enum class Way {
    Pass,     ///< the command gets our own descriptor (or none, when ours is closed); not watched
    Pipe,     ///< a pipe of its own
    Terminal, ///< our pseudo-terminal
    AsOut,    ///< standard error goes where standard output goes, so that their order is kept
};

/// How the command is joined to what we were started with.
///
/// @c session: standard input and output are one terminal and we are in its foreground, so that a person
/// may type at the command. It gets a pseudo-terminal as its controlling terminal, and all keys go there.
///
/// Otherwise the command stays in our session and process group and has our standard input, so that
/// keyboard signals, job control, /dev/tty and a pager further down the pipe work without us. Streams that
/// are terminals get the pseudo-terminal as a mere output device, so that tools keep their colours
/// and bars. That is also the way with `afoot run … | less` and `afoot run … &`: a second reader of
/// the keyboard would steal what is typed at the pager, or at the shell.
struct StreamPlan
{
    bool session = false;
    Way out = Way::Pass;
    Way err = Way::Pass;

    bool needsTerminal() const { return session || out == Way::Terminal || err == Way::Terminal; }
    friend bool operator==(const StreamPlan &, const StreamPlan &) = default;
};

/// @p foreground: standard input is our controlling terminal and our process group owns it.
StreamPlan planStreams(const StreamFacts &in, const StreamFacts &out, const StreamFacts &err,
                       bool foreground);

/// The facts of descriptor @p fd of this process.
StreamFacts streamFacts(int fd);

} // namespace afoot::run
