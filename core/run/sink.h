#pragma once

#include "core/run/fd.h"

#include <string_view>

namespace afoot::run {

/// Writes to a descriptor that we share with others, without ever waiting for its reader.
///
/// O_NONBLOCK belongs to the open file description, which the shell and our neighbours in the pipeline share, so
/// it is never set on it: pipes and terminals are opened once more through /proc, sockets take a flag with
/// each write, files never make one wait. Where the second opening fails, POLLOUT is asked first
/// and little is written at a time.
///
/// Threads: one. SIGPIPE must be blocked or ignored. @p fd must stay open as long as the sink lives.
class Sink
{
public:
    explicit Sink(int fd);

    enum class State {
        Ready,
        Full,  ///< wait for POLLOUT on fd()
        Gone,  ///< EPIPE: nobody reads it any more
        Broken ///< any other error; see Wrote::error
    };
    struct Wrote
    {
        std::size_t bytes = 0;
        State state = State::Ready;
        int error = 0;
    };
    Wrote write(std::string_view bytes);

    int fd() const { return m_own ? m_own.number() : m_fd; }

private:
    enum class Kind { Plain, Socket, Careful };

    int m_fd;
    Fd m_own{};
    Kind m_kind = Kind::Plain;
};

} // namespace afoot::run
