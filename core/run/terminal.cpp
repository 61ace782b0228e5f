#include "core/run/terminal.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>

namespace afoot::run {

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

bool Keyboard::grab()
{
    if (!foreground())
        return m_grabbed = false;
    termios modes = {};
    if (::tcgetattr(m_fd, &modes) != 0)
        return m_grabbed = false;
    const auto cooked = static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    if (m_grabbed && (modes.c_lflag & cooked) == 0)
        return true; // nobody has changed it since
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
