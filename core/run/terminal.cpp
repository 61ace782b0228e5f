#include "core/run/terminal.h"

#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>

namespace afoot::run {

namespace {

constexpr std::size_t lineBytes =
    4096; ///< the longest line of a terminal that edits lines (termios(3))

/// What a terminal that edits lines holds ready: each read gives one line, whole, and none where Ctrl-D was
/// typed at its start.
void takeLines(int fd, const termios &modes, std::string &typed)
{
    pollfd ready{fd, POLLIN, 0};
    while (::poll(&ready, 1, 0) > 0 && (ready.revents & POLLIN) != 0) {
        char bytes[lineBytes];
        const ssize_t n = ::read(fd, bytes, sizeof bytes);
        if (n < 0)
            return;
        const std::string_view line(bytes, static_cast<std::size_t>(n));
        typed += line;
        const auto ends = [&](int key) {
            const auto c = static_cast<char>(modes.c_cc[key]);
            return c != '\0' && line.back() == c;
        };
        if (line.empty() || !(line.back() == '\n' || ends(VEOL) || ends(VEOL2)))
            typed += static_cast<char>(modes.c_cc[VEOF]);
    }
}

} // namespace

std::optional<Pty> openPty(int like, bool raw)
{
    Pty pty;
    pty.master.reset(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!pty.master || ::grantpt(pty.master.number()) != 0 || ::unlockpt(pty.master.number()) != 0)
        return std::nullopt;
    // from the master, without a path: the same in a container that has another /dev/pts mounted
    pty.slave.reset(::ioctl(pty.master.number(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!pty.slave)
        return std::nullopt;
    termios modes = {};
    if (::tcgetattr(like, &modes) == 0) {
        if (raw)
            modes.c_oflag &= ~static_cast<tcflag_t>(OPOST);
        ::tcsetattr(pty.slave.number(), TCSANOW, &modes);
    }
    copyWindowSize(like, pty.slave.number());
    const int flags = ::fcntl(pty.master.number(), F_GETFL);
    if (flags < 0 || ::fcntl(pty.master.number(), F_SETFL, flags | O_NONBLOCK) != 0)
        return std::nullopt;
    return pty;
}

void copyWindowSize(int from, int to)
{
    winsize size = {};
    if (::ioctl(from, TIOCGWINSZ, &size) == 0)
        ::ioctl(to, TIOCSWINSZ, &size);
}

Keyboard::Keyboard(int fd) : m_fd(fd)
{
    ::tcgetattr(m_fd, &m_before);
}

bool Keyboard::foreground() const
{
    return ::tcgetpgrp(m_fd) == ::getpgrp();
}

bool Keyboard::grab(std::string &typed)
{
    if (!foreground())
        return m_grabbed = false;
    termios modes = {};
    if (::tcgetattr(m_fd, &modes) != 0)
        return m_grabbed = false;
    const auto cooked = static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    if (m_grabbed && (modes.c_lflag & cooked) == 0)
        return true; // nobody has changed it since
    if ((modes.c_lflag & static_cast<tcflag_t>(ICANON)) != 0)
        takeLines(m_fd, modes, typed);
    m_before = modes;
    ::cfmakeraw(&modes);
    modes.c_cc[VMIN] = 0; // a read that finds nothing, because a neighbour took it, must not wait
    modes.c_cc[VTIME] = 0;
    m_grabbed = ::tcsetattr(m_fd, TCSANOW, &modes) == 0;
    return m_grabbed;
}

void Keyboard::release(int master)
{
    if (!m_grabbed)
        return;
    m_grabbed = false;
    if (!foreground())
        return;
    termios modes = {};
    if (::tcgetattr(master, &modes) != 0)
        modes = m_before;
    ::tcsetattr(m_fd, TCSANOW, &modes);
}

} // namespace afoot::run
