#include "core/run/wrapper.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/wait.h>

namespace afoot::run {

namespace {

constexpr int pipeBytes = 1 << 20;

/// The three standard descriptors are all taken from here on; says which ones were open.
std::array<bool, 3> fillStandardDescriptors()
{
    std::array<bool, 3> open{};
    for (int fd = 0; fd < 3; ++fd) {
        open[static_cast<std::size_t>(fd)] = ::fcntl(fd, F_GETFD) >= 0;
        if (!open[static_cast<std::size_t>(fd)])
            ::open("/dev/null", O_RDWR | O_CLOEXEC);
    }
    return open;
}

struct Pipe
{
    Fd read{};
    Fd write{};
};

std::optional<Pipe> makePipe()
{
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0)
        return std::nullopt;
    ::fcntl(fds[0], F_SETFL, O_NONBLOCK);
    ::fcntl(fds[0], F_SETPIPE_SZ, pipeBytes); // a wish: past the user's limit it stays as it is
    return Pipe{Fd(fds[0]), Fd(fds[1])};
}

} // namespace

Wrapper::Wrapper(Options options, Watcher &watcher, const Clock &clock)
    : m_open(fillStandardDescriptors())
    , m_options(std::move(options))
    , m_watcher(watcher)
    , m_clock(clock)
    , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

void Wrapper::ask(Ask ask)
{
    m_asked.fetch_or(1U << static_cast<unsigned>(ask));
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t n = ::write(m_wake.number(), &one, sizeof one);
}

Ending Wrapper::run()
{
    if (prepare())
        loop();
    return ending();
}

bool Wrapper::prepare()
{
    const std::array<bool, 3> &open = m_open;
    std::array<StreamFacts, 3> facts{};
    for (std::size_t i = 0; i < 3; ++i)
        facts[i] = open[i] ? streamFacts(static_cast<int>(i)) : StreamFacts{};
    const bool foreground = facts[0].terminal && ::tcgetpgrp(0) == ::getpgrp();
    m_plan = planStreams(facts[0], facts[1], facts[2], foreground);

    if (m_plan.needsTerminal()) {
        const int like = m_plan.out == Way::Terminal ? 1 : 2;
        if (std::optional<Pty> pty = openPty(like, !m_plan.session)) {
            m_pty = std::move(*pty);
        } else { // none left: the command gets the terminal itself, and is not read
            m_plan.session = false;
            if (m_plan.out == Way::Terminal)
                m_plan.out = Way::Pass;
            if (m_plan.err == Way::Terminal)
                m_plan.err = Way::Pass;
        }
    }

    ChildSetup setup;
    for (std::string &word : m_options.command)
        setup.argv.push_back(word.data());
    setup.argv.push_back(nullptr);
    setup.signals = &m_signals;
    setup.descriptors[0] = !open[0] ? -1 : m_plan.session ? m_pty.slave.number() : 0;

    m_relays.reserve(2);
    std::array<Pipe, 3> pipes{};
    for (const int fd : {1, 2}) {
        const auto i = static_cast<std::size_t>(fd);
        int &descriptor = setup.descriptors[i];
        switch (fd == 1 ? m_plan.out : m_plan.err) {
        case Way::Pass:
            descriptor = open[i] ? fd : -1;
            break;
        case Way::AsOut:
            descriptor = setup.descriptors[1] == 1 ? fd : setup.descriptors[1];
            break;
        case Way::Terminal:
            descriptor = m_pty.slave.number();
            addRelay(Fd(::fcntl(m_pty.master.number(), F_DUPFD_CLOEXEC, 3)),
                     Relay::Source::Terminal, fd, Watcher::Heard::Terminal);
            break;
        case Way::Pipe:
            std::optional<Pipe> pipe = makePipe();
            if (!pipe) {
                m_startError = errno;
                return false;
            }
            pipes[i] = std::move(*pipe);
            descriptor = pipes[i].write.number();
            addRelay(std::move(pipes[i].read), Relay::Source::Pipe, fd,
                     fd == 1 ? Watcher::Heard::Out : Watcher::Heard::Err);
            break;
        }
    }
    std::optional<Pipe> report = makePipe();
    if (!report) {
        m_startError = errno;
        return false;
    }
    m_execReport = std::move(report->read);
    setup.report = report->write.number();
    return m_plan.session ? startInSession(setup) : startBeside(setup);
}

void Wrapper::addRelay(Fd fd, Relay::Source source, int to, Watcher::Heard heard)
{
    m_relays.emplace_back(std::move(fd), source, to, [this, heard](std::string_view bytes) {
        m_watcher.output(bytes, heard);
    });
    m_dropped.push_back(false);
}

bool Wrapper::startInSession(ChildSetup &setup)
{
    setup.terminal = m_pty.slave.number();
    m_keyboard.emplace(0);
    const bool started = m_guard.start({.command = &setup,
                                        .relays = &m_relays,
                                        .master = m_pty.master.number(),
                                        .keyboard = 0,
                                        .typed = &m_keyboard->before()});
    if (!started) {
        m_startError = errno;
        return false;
    }
    m_keyboard->grab(m_keys);
    return true;
}

bool Wrapper::startBeside(ChildSetup &setup)
{
    const pid_t pid = ::fork();
    if (pid == 0)
        becomeCommand(setup);
    if (pid < 0) {
        m_startError = errno;
        return false;
    }
    m_command = pid;
    m_guard.start({.command = nullptr, .relays = &m_relays, .master = m_pty.master.number()});
    m_watcher.started(pid);
    return true;
}

Ending Wrapper::ending()
{
    if (m_keyboard)
        m_keyboard->release(m_pty.master.number());
    Ending ending;
    ending.interrupted = m_interrupted;
    int execError = 0;
    if (m_execReport && ::read(m_execReport.number(), &execError, sizeof execError) ==
                            static_cast<ssize_t>(sizeof execError)) {
        ending.code = exitCodeOfExec(execError);
        ending.trouble = execTrouble(m_options.command.front(), execError);
        return ending;
    }
    if (!m_status) {
        ending.code = 126;
        ending.trouble = "cannot start a process: ";
        ending.trouble += std::strerror(m_startError); // NOLINT(concurrency-mt-unsafe)
        return ending;
    }
    if (m_diesOf != 0) {
        ending.signal = m_diesOf;
    } else if (WIFSIGNALED(*m_status)) {
        ending.signal = WTERMSIG(*m_status);
    } else {
        ending.code = WEXITSTATUS(*m_status);
    }
    for (const Relay &relay : m_relays) {
        if (relay.trouble() == 0)
            continue;
        ending.trouble = "cannot write the command's output: ";
        ending.trouble += std::strerror(relay.trouble()); // NOLINT(concurrency-mt-unsafe)
        if (ending.code == 0)
            ending.code = 1; // its output was lost, which it could not know
    }
    return ending;
}

void leaveAs(const Ending &ending)
{
    std::fflush(nullptr);
    if (ending.signal) {
        dieOf(*ending.signal);
        ::_exit(128 + *ending.signal);
    }
    ::_exit(ending.code.value_or(1));
}

} // namespace afoot::run
