#include "tests/support/ptyjob.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

namespace afoot::test {

namespace {

constexpr int continued = -1; ///< no wait status: the shell has done fg or bg

[[noreturn]] void lead(int slave, int orders, int statuses, PtyJob::Streams streams,
                       bool background, char *const *argv)
{
    ::setsid();
    ::ioctl(slave, TIOCSCTTY, 0);
    for (const int fatal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM})
        ::signal(fatal, SIG_DFL); // the test framework has handlers for them
    ::signal(SIGTTOU, SIG_IGN);
    const pid_t job = ::fork();
    if (job == 0) {
        ::setpgid(0, 0);
        if (!background)
            ::tcsetpgrp(slave, ::getpgrp());
        ::signal(SIGTTOU, SIG_DFL);
        ::dup2(streams.in < 0 ? slave : streams.in, 0);
        ::dup2(streams.out < 0 ? slave : streams.out, 1);
        ::dup2(streams.err < 0 ? slave : streams.err, 2);
        ::execvp(argv[0], argv);
        ::_exit(127);
    }
    ::setpgid(job, job);
    const int number = job;
    [[maybe_unused]] ssize_t n = ::write(statuses, &number, sizeof number);
    for (const int fd : {streams.in, streams.out, streams.err})
        if (fd >= 0)
            ::close(fd);
    int status = 0;
    while (::waitpid(job, &status, WUNTRACED) == job) {
        ::tcsetpgrp(slave, ::getpgrp());
        n = ::write(statuses, &status, sizeof status);
        if (!WIFSTOPPED(status))
            break;
        char what = 0;
        if (::read(orders, &what, 1) != 1)
            break;
        if (what == 'f')
            ::tcsetpgrp(slave, job);
        ::kill(-job, SIGCONT);
        n = ::write(statuses, &continued, sizeof continued);
    }
    char what = 0;
    while (::read(orders, &what, 1) == 1) {
    }
    ::_exit(0);
}

std::string modesOf(int fd)
{
    termios modes = {};
    ::tcgetattr(fd, &modes);
    return std::to_string(modes.c_iflag) + ' ' + std::to_string(modes.c_oflag) + ' ' +
           std::to_string(modes.c_lflag) + ' ' + std::to_string(modes.c_cc[VMIN]);
}

} // namespace

PtyJob::PtyJob(const std::vector<std::string> &argv) : PtyJob(argv, Streams{}) {}

PtyJob::PtyJob(const std::vector<std::string> &argv, Streams streams, bool background)
{
    m_master.reset(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    ::grantpt(m_master.number());
    ::unlockpt(m_master.number());
    m_slave.reset(::open(::ptsname(m_master.number()), O_RDWR | O_NOCTTY | O_CLOEXEC));
    ::fcntl(m_master.number(), F_SETFL, O_RDWR | O_NONBLOCK);
    resize(30, 120);
    m_modes = modesOf(m_slave.number());
    int orders[2];
    int statuses[2];
    if (::pipe2(orders, O_CLOEXEC) != 0 || ::pipe2(statuses, O_CLOEXEC) != 0)
        std::abort();
    std::vector<char *> words;
    for (const std::string &word : argv)
        words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    m_leader = ::fork();
    if (m_leader == 0) {
        ::close(orders[1]);
        ::close(m_master.number());
        lead(m_slave.number(), orders[0], statuses[1], streams, background, words.data());
    }
    ::close(orders[0]);
    ::close(statuses[1]);
    m_orders.reset(orders[1]);
    m_statuses.reset(statuses[0]);
    int number = 0;
    if (::read(m_statuses.number(), &number, sizeof number) == static_cast<ssize_t>(sizeof number))
        m_job = number;
    ::fcntl(m_statuses.number(), F_SETFL, O_NONBLOCK);
}

PtyJob::~PtyJob()
{
    if (m_job > 0)
        ::kill(-m_job, SIGKILL);
    m_orders.reset();
    m_slave.reset();
    m_master.reset();
    ::kill(m_leader, SIGKILL);
    ::waitpid(m_leader, nullptr, 0);
}

void PtyJob::type(const std::string &keys)
{
    [[maybe_unused]] const ssize_t n = ::write(m_master.number(), keys.data(), keys.size());
}

void PtyJob::resize(unsigned short rows, unsigned short columns)
{
    const winsize size{rows, columns, 0, 0};
    ::ioctl(m_master.number(), TIOCSWINSZ, &size);
}

const std::string &PtyJob::screen()
{
    char bytes[65536];
    while (true) {
        const ssize_t n = ::read(m_master.number(), bytes, sizeof bytes);
        if (n <= 0)
            return m_screen;
        m_screen.append(bytes, static_cast<std::size_t>(n));
    }
}

std::optional<int> PtyJob::status()
{
    int status = 0;
    screen();
    if (::read(m_statuses.number(), &status, sizeof status) != static_cast<ssize_t>(sizeof status))
        return std::nullopt;
    if (status != continued && (WIFEXITED(status) || WIFSIGNALED(status)))
        m_job = -1;
    screen();
    return status;
}

std::optional<int> PtyJob::stop()
{
    const std::optional<int> seen = next();
    return seen && WIFSTOPPED(*seen) ? std::optional(WSTOPSIG(*seen)) : std::nullopt;
}

std::optional<int> PtyJob::end()
{
    const std::optional<int> seen = next();
    return seen && !WIFSTOPPED(*seen) ? seen : std::nullopt;
}

std::optional<int> PtyJob::next()
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < until) {
        if (const std::optional<int> seen = status())
            return seen;
        pollfd fds[]{{m_statuses.number(), POLLIN, 0}, {m_master.number(), POLLIN, 0}};
        ::poll(fds, 2, 200);
    }
    return std::nullopt;
}

void PtyJob::order(char what)
{
    [[maybe_unused]] const ssize_t n = ::write(m_orders.number(), &what, 1);
    next();
}

void PtyJob::foreground()
{
    order('f');
}

void PtyJob::background()
{
    order('b');
}

bool PtyJob::modesAreBack() const
{
    return modesOf(m_slave.number()) == m_modes;
}

unsigned PtyJob::localModes() const
{
    termios modes = {};
    ::tcgetattr(m_slave.number(), &modes);
    return modes.c_lflag;
}

} // namespace afoot::test
