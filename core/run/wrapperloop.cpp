#include "core/run/wrapper.h"

#include <algorithm>
#include <cerrno>
#include <sys/wait.h>

namespace afoot::run {

namespace {

constexpr std::size_t turnBytes = 1U << 20U; ///< copied before signals and keys are looked at again
constexpr std::size_t terminalRest = 128U << 10U; ///< more than a terminal ever holds back
constexpr std::size_t keyBytes = 4096;

/// While a session's terminal is not ours, this is how often we look whether the shell gave it back: of
/// `fg` on a job that runs on in the background no signal tells.
constexpr Millis lookForKeyboard{400};

} // namespace

void Wrapper::loop()
{
    while (!m_status || !drained()) {
        if (m_plan.session && !m_status && m_guard.notesFd() < 0)
            onEnd(SIGHUP); // the guard was killed, and with it the session of the command
        if (m_startError != 0)
            return;
        std::vector<pollfd> fds = polled();
        if (::poll(fds.data(), fds.size(), pollTimeout()) < 0 && errno != EINTR)
            return;
        takeNotes();
        if (commandRuns())
            takeSignals();
        takeAsks();
        takeTimers();
        takeKeys();
        carryOutput();
        if (mustStopToo())
            stopWithCommand();
        if (diesNow() && !drained()) {
            leaveRestBehind();
            return;
        }
    }
    handOver();
}

/// Streams that are still open, because a background process has them, are the guard's now.
void Wrapper::handOver()
{
    // before the guard carries on: it takes the pty's output modes away, and ours are read from there
    if (m_keyboard)
        m_keyboard->release(m_pty.master.number());
    m_guard.leave(std::any_of(m_relays.begin(), m_relays.end(),
                              [](const Relay &relay) { return !relay.over(); }));
}

/// The command was told to die and did, or would have while it wrote: a reader that is slow does not hold it.
bool Wrapper::diesNow() const
{
    return m_diesOf != 0 || (m_status && m_interrupted && WIFSIGNALED(*m_status));
}

/// What the command wrote before it died still reaches its reader, from a process of its own.
void Wrapper::leaveRestBehind()
{
    if (::fork() != 0)
        return;
    sigset_t all;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
    ::close(0);
    for (Relay &relay : m_relays)
        relay.mute(); // the thread that would hear it is not in this process
    while (!drained()) {
        std::array<pollfd, 2> fds{};
        nfds_t count = 0;
        for (const Relay &relay : m_relays)
            if (relay.pending())
                fds.at(count++) = {relay.sinkFd(), POLLOUT, 0};
        if (count > 0)
            ::poll(fds.data(), count, -1);
        carryOutput();
    }
    handOver();
    ::_exit(0);
}

std::vector<pollfd> Wrapper::polled() const
{
    std::vector<pollfd> fds{{m_commandRuns ? m_signals.fd() : m_execReport.number(), POLLIN, 0},
                            {m_guard.notesFd(), POLLIN, 0},
                            {m_wake.number(), POLLIN, 0}};
    for (const Relay &relay : m_relays) {
        if (relay.pending())
            fds.push_back({relay.sinkFd(), POLLOUT, 0});
        else if (relay.open())
            fds.push_back({relay.sourceFd(), POLLIN, 0});
    }
    if (m_keysAfter || !m_commandRuns)
        return fds;
    if (!m_status && !m_keys.empty())
        fds.push_back({m_pty.master.number(), POLLOUT, 0});
    else if (!m_status && m_keyboard && m_keyboard->grabbed() && !m_keysOver)
        fds.push_back({0, POLLIN, 0});
    return fds;
}

int Wrapper::pollTimeout() const
{
    if (m_status) // poll only for what waits to be written; all else is looked at once
        return std::any_of(m_relays.begin(), m_relays.end(), [](auto &r) { return r.pending(); })
                   ? -1
                   : 0;
    std::optional<Ticks> next = m_echoes.nextDue();
    const auto sooner = [&](Ticks at) { next = next ? std::min(*next, at) : at; };
    if (m_escalation)
        sooner(m_escalation->at);
    if (m_keysAfter)
        sooner(*m_keysAfter);
    if (m_keyboard && !m_keyboard->grabbed() && !m_stopped)
        sooner(m_clock.ticks() + lookForKeyboard);
    if (!next)
        return -1;
    const Millis left = *next - m_clock.ticks();
    return static_cast<int>(std::clamp<Millis::rep>(left.count() + 1, 0, 60'000));
}

void Wrapper::carryOutput()
{
    for (std::size_t i = 0; i < m_relays.size(); ++i) {
        Relay &relay = m_relays[i];
        if (!m_status) {
            relay.pump(turnBytes);
        } else if (m_budget[i] > 0) {
            m_budget[i] -= std::min(m_budget[i], relay.pump(std::min(m_budget[i], turnBytes)));
        } else if (relay.pending()) {
            relay.pump(0);
        }
        if (relay.refused() && !m_dropped[i]) {
            m_dropped[i] = true;
            m_guard.dropped(i);
        }
    }
}

/// A background process that goes on writing has no end: at most what waits now is ours to carry.
void Wrapper::onEnd(int status)
{
    m_status = status;
    m_stopped.reset();
    m_escalation.reset();
    m_pty.slave.reset(); // so that the terminal ends when its last user leaves
    for (const Relay &relay : m_relays)
        m_budget.push_back(std::max(relay.waiting(), terminalRest));
}

/// The command has ended and all that it wrote before is passed on.
bool Wrapper::drained() const
{
    for (std::size_t i = 0; i < m_relays.size(); ++i) {
        const Relay &relay = m_relays[i];
        if (relay.pending() || (relay.open() && !relay.idle() && m_budget[i] > 0))
            return false;
    }
    return true;
}

void Wrapper::takeNotes()
{
    Note note;
    while (m_guard.takeNote(note)) {
        switch (note.kind) {
        case Note::Kind::Started:
            m_command = note.pid;
            m_watcher.started(note.pid);
            break;
        case Note::Kind::Failed:
            m_startError = note.value;
            break;
        case Note::Kind::Status:
            onStatus(note.value);
            break;
        case Note::Kind::Signal:
            m_echoes.guardGot(note.value, m_clock.ticks());
            break;
        }
    }
}

/// Keys and signals wait until it does: before, its terminal has no group to interrupt, and they would be lost.
bool Wrapper::commandRuns()
{
    if (!m_commandRuns) {
        pollfd report{m_execReport.number(), POLLIN, 0};
        m_commandRuns = ::poll(&report, 1, 0) > 0;
        if (m_commandRuns)
            takeNotes(); // its process was noted before
    }
    return m_commandRuns;
}

void Wrapper::reap()
{
    int status = 0;
    while (!m_plan.session && !m_status && m_command > 0 &&
           ::waitpid(m_command, &status, WNOHANG | WUNTRACED | WCONTINUED) == m_command)
        onStatus(status);
}

void Wrapper::onStatus(int status)
{
    m_keysAfter.reset();
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
        onEnd(status);
    } else if (WIFSTOPPED(status)) {
        m_stopped = WSTOPSIG(status);
        if (m_pausedByAsk)
            sendToAll(SIGSTOP);
        if (!mustStopToo()) // else it is told on the way
            m_watcher.paused(false);
    } else if (WIFCONTINUED(status) && m_stopped) {
        m_stopped.reset();
        m_pausedByAsk = false;
        m_watcher.resumed();
    }
}

void Wrapper::takeKeys()
{
    if (m_status || !m_keyboard || m_keysAfter || !m_commandRuns)
        return;
    sendKeys();
    if (!m_keys.empty() || !m_keyboard->grabbed() || m_keysOver)
        return;
    pollfd ready{0, POLLIN, 0};
    if (::poll(&ready, 1, 0) <= 0)
        return;
    char bytes[keyBytes];
    const ssize_t n = ::read(0, bytes, sizeof bytes);
    if (n > 0) {
        m_keys.assign(bytes, static_cast<std::size_t>(n));
        termios modes = {};
        if (::tcgetattr(m_pty.slave.number(), &modes) == 0 && (modes.c_lflag & ISIG) != 0) {
            const auto typed = [&](int key) {
                const auto c = static_cast<char>(modes.c_cc[key]);
                return c != '\0' && m_keys.find(c) != std::string::npos;
            };
            m_interrupted = m_interrupted || typed(VINTR) || typed(VQUIT);
            m_stopWanted = m_stopWanted || typed(VSUSP);
        }
        sendKeys();
    } else if (n < 0 && errno == EIO && !m_keyboard->foreground()) {
        m_keyboard->lost(); // to the shell, between poll and read
    } else if ((ready.revents & (POLLHUP | POLLERR)) != 0 ||
               (n < 0 && errno != EINTR && errno != EAGAIN)) {
        m_keysOver = true;
    }
}

void Wrapper::sendKeys()
{
    if (m_keys.empty())
        return;
    const ssize_t n = ::write(m_pty.master.number(), m_keys.data(), m_keys.size());
    if (n > 0)
        m_keys.erase(0, static_cast<std::size_t>(n));
    else if (n < 0 && errno != EAGAIN && errno != EINTR)
        m_keys.clear();
}

void Wrapper::takeTimers()
{
    const Ticks now = m_clock.ticks();
    for (const int signal : m_echoes.due(now)) {
        if (signal == SIGCONT)
            sendToAll(signal);
        else
            sendToCommand(signal);
    }
    if (m_escalation && now >= m_escalation->at)
        escalate();
    if (m_keysAfter && now >= *m_keysAfter)
        m_keysAfter.reset();
    if (m_keyboard && !m_keyboard->grabbed() && !m_stopped && !m_status && m_keyboard->grab(m_keys))
        copyWindowSize(0, m_pty.slave.number());
}

} // namespace afoot::run
