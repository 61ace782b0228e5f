#include "core/run/guard.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>

namespace afoot::run {

namespace {

constexpr char relayOn = 'r';
constexpr char quit = 'q';
constexpr char goOn = 'c';
constexpr char firstIndex = '0';

void closeAllBut(std::vector<int> kept)
{
    std::sort(kept.begin(), kept.end());
    unsigned next = 0;
    for (const int fd : kept) {
        if (fd < 0 || static_cast<unsigned>(fd) < next)
            continue;
        if (static_cast<unsigned>(fd) > next)
            ::close_range(next, static_cast<unsigned>(fd) - 1, 0);
        next = static_cast<unsigned>(fd) + 1;
    }
    ::close_range(next, UINT_MAX, 0);
}

/// The guard's own process.
class Watch
{
public:
    Watch(const Guard::Setup &setup, int control, int notes)
        : m_setup(setup), m_relays(*setup.relays), m_control(control), m_notes(notes)
    {
    }
    [[noreturn]] void run();

private:
    void startCommand();
    void tell(Note::Kind kind, int value) const;
    void takeSignals();
    void takeOrders();
    void giveKeyboardBack();
    void carryOn();
    bool anyOpen() const;

    const Guard::Setup &m_setup;
    std::vector<Relay> &m_relays;
    int m_control;
    int m_notes;
    int m_signals = -1;
    pid_t m_command = 0;
    bool m_relaying = false;
    bool m_done = false;
};

void Watch::run()
{
    sigset_t all;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
    if (m_setup.command != nullptr)
        startCommand();

    std::vector<int> kept{1, 2, m_control, m_notes, m_setup.master, m_setup.keyboard};
    for (const Relay &relay : m_relays) {
        kept.push_back(relay.sourceFd());
        kept.push_back(relay.sinkFd());
    }
    closeAllBut(kept);
    [[maybe_unused]] const int moved = ::chdir("/"); // so that no file system is kept busy

    sigset_t taken;
    sigemptyset(&taken);
    if (m_setup.command != nullptr)
        sigaddset(&taken, SIGCHLD);
    else
        for (const int signal : handledSignals)
            sigaddset(&taken, signal);
    m_signals = ::signalfd(-1, &taken, SFD_NONBLOCK | SFD_CLOEXEC);

    while (!m_done) {
        std::vector<pollfd> polled{{m_signals, POLLIN, 0}, {m_control, POLLIN, 0}};
        if (m_relaying) {
            if (!anyOpen())
                break;
            for (const Relay &relay : m_relays) {
                if (relay.pending())
                    polled.push_back({relay.sinkFd(), POLLOUT, 0});
                else if (relay.open())
                    polled.push_back({relay.sourceFd(), POLLIN, 0});
            }
        }
        if (::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR)
            break;
        takeSignals();
        if (polled[1].revents != 0)
            takeOrders();
        if (m_relaying)
            for (Relay &relay : m_relays)
                relay.pump(1U << 20U);
    }
    if (m_setup.command != nullptr) {
        // the session ends with us: whoever still runs in it must not be in the foreground group, which gets SIGHUP
        const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
        if (terminal >= 0)
            ::tcsetpgrp(terminal, ::getpgrp());
    }
    ::_exit(0);
}

void Watch::startCommand()
{
    ::setsid();
    ::ioctl(m_setup.command->terminal, TIOCSCTTY, 0);
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeCommand(*m_setup.command);
    if (pid < 0) {
        tell(Note::Kind::Failed, errno);
        return;
    }
    m_command = pid;
    ::setpgid(pid, pid);
    tell(Note::Kind::Started, 0);
}

void Watch::tell(Note::Kind kind, int value) const
{
    const Note note{kind, m_command, value};
    [[maybe_unused]] const ssize_t n = ::write(m_notes, &note, sizeof note);
}

void Watch::takeSignals()
{
    signalfd_siginfo info;
    while (::read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (m_setup.command == nullptr) {
            tell(Note::Kind::Signal, static_cast<int>(info.ssi_signo));
            continue;
        }
        int status = 0;
        while (m_command > 0 &&
               ::waitpid(m_command, &status, WNOHANG | WUNTRACED | WCONTINUED) == m_command) {
            tell(Note::Kind::Status, status);
            if (WIFEXITED(status) || WIFSIGNALED(status))
                m_command = 0;
        }
    }
}

void Watch::takeOrders()
{
    char order = 0;
    const ssize_t n = ::read(m_control, &order, 1);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (n == 1 && order == quit) {
        m_done = true;
    } else if (n == 1 && order == goOn) {
        const pid_t foreground = ::tcgetpgrp(m_setup.master);
        if (foreground > 1)
            ::kill(-foreground, SIGCONT);
        if (m_command > 0 && m_command != foreground)
            ::kill(-m_command, SIGCONT);
    } else if (n == 1 && order != relayOn) {
        const auto index = static_cast<std::size_t>(order - firstIndex);
        if (index < m_relays.size())
            m_relays[index].abandon();
    } else {
        if (n == 0)
            giveKeyboardBack();
        carryOn();
    }
}

/// We were killed. Unless the shell has set the terminal for itself already, it is as raw as we made it.
void Watch::giveKeyboardBack()
{
    termios modes = {};
    if (m_setup.typed == nullptr || ::tcgetattr(m_setup.keyboard, &modes) != 0)
        return;
    const bool raw = (modes.c_lflag & static_cast<tcflag_t>(ICANON | ECHO | ISIG)) == 0 &&
                     (modes.c_oflag & static_cast<tcflag_t>(OPOST)) == 0;
    if (raw)
        ::tcsetattr(m_setup.keyboard, TCSANOW, m_setup.typed);
}

void Watch::carryOn()
{
    ::close(m_control);
    m_control = -1;
    m_relaying = true;
    termios modes = {};
    if (m_setup.command != nullptr && ::tcgetattr(m_setup.master, &modes) == 0) {
        modes.c_oflag &=
            ~static_cast<tcflag_t>(OPOST); // the real terminal does that again from now on
        ::tcsetattr(m_setup.master, TCSANOW, &modes);
    }
}

bool Watch::anyOpen() const
{
    return std::any_of(m_relays.begin(), m_relays.end(),
                       [](const Relay &relay) { return !relay.over(); });
}

} // namespace

bool Guard::start(const Setup &setup)
{
    int control[2];
    int notes[2];
    if (::pipe2(control, O_CLOEXEC) != 0)
        return false;
    Fd controlRead(control[0]);
    m_control.reset(control[1]);
    if (::pipe2(notes, O_CLOEXEC) != 0)
        return false;
    m_notes.reset(notes[0]);
    Fd notesWrite(notes[1]);
    ::fcntl(m_notes.number(), F_SETFL, O_NONBLOCK);
    ::fcntl(notesWrite.number(), F_SETFL, O_NONBLOCK);
    const pid_t pid = ::fork();
    if (pid == 0)
        Watch(setup, controlRead.number(), notesWrite.number()).run();
    return pid > 0;
}

bool Guard::takeNote(Note &note)
{
    while (m_notes) {
        const ssize_t n = ::read(m_notes.number(), &note, sizeof note);
        if (n == static_cast<ssize_t>(sizeof note))
            return true;
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0 || (n < 0 && errno != EAGAIN))
            m_notes.reset();
        return false;
    }
    return false;
}

void Guard::dropped(std::size_t index)
{
    const char order = static_cast<char>(firstIndex + static_cast<char>(index));
    [[maybe_unused]] const ssize_t n = ::write(m_control.number(), &order, 1);
}

void Guard::continueSession()
{
    [[maybe_unused]] const ssize_t n = ::write(m_control.number(), &goOn, 1);
}

void Guard::leave(bool relay)
{
    [[maybe_unused]] const ssize_t n = ::write(m_control.number(), relay ? &relayOn : &quit, 1);
    m_control.reset();
}

} // namespace afoot::run
