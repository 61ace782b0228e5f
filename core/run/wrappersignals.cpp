#include "core/run/processtree.h"
#include "core/run/wrapper.h"

#include <cerrno>
#include <sys/ioctl.h>
#include <sys/wait.h>

namespace afoot::run {

namespace {

/// Keys wait for a stopped command to go on: a Ctrl-Z that comes first would be undone by SIGCONT.
constexpr Millis continueWithin{200};

bool endsProcesses(int signal)
{
    return signal == SIGINT || signal == SIGQUIT || signal == SIGTERM || signal == SIGHUP;
}

/// Those that kill(1) sends to one process; their default is to end it, so nobody else may get them.
bool isForOneProcess(int signal)
{
    return signal == SIGUSR1 || signal == SIGUSR2 || signal == SIGALRM;
}

} // namespace

void Wrapper::takeSignals()
{
    while (const std::optional<Signals::Taken> taken = m_signals.take())
        onSignal(*taken);
}

void Wrapper::onSignal(Signals::Taken taken)
{
    const int signal = taken.signal;
    if (signal == SIGCHLD) {
        reap();
        return;
    }
    if (signal == SIGCONT) {
        m_stopWanted = false;
        if (m_plan.session)
            continueSession();
        else if (
            !m_status) // `fg` sends it to the group; whoever sends it to us alone means the command too
            m_echoes.weGot(signal, m_clock.ticks());
        return;
    }
    if (signal == SIGWINCH) {
        if (!m_pty.slave)
            return;
        copyWindowSize(m_plan.out == Way::Terminal ? 1 : 2, m_pty.slave.number());
        if (!m_plan.session) // it got its own, maybe before the size was there to be asked for
            sendToCommand(signal);
        return;
    }
    if (endsProcesses(signal))
        m_interrupted = true;
    if (m_status) {
        // only our own writing is left, in which the command would have died
        if (endsProcesses(signal))
            m_diesOf = signal;
        return;
    }
    if (signal == SIGTTIN && (m_plan.session || !taken.byKernel))
        return;
    if (signal == SIGTSTP || signal == SIGTTIN)
        m_stopWanted = true;
    if (m_plan.session) {
        if (isForOneProcess(signal))
            sendToCommand(signal);
        else
            sendToAll(signal);
    } else if (!taken.byKernel) {
        m_echoes.weGot(signal, m_clock.ticks());
    }
}

void Wrapper::continueSession()
{
    if (m_status)
        return;
    m_keyboard->grab(m_keys);
    copyWindowSize(0, m_pty.slave.number());
    if (m_stopped) {
        m_pausedByAsk = false;
        sendToAll(SIGCONT);
        m_keysAfter = m_clock.ticks() + continueWithin;
    }
}

/// True when the command stands still because its whole job was stopped, as by Ctrl-Z, and not because
/// someone stopped just it: then we would not hear when it goes on.
bool Wrapper::mustStopToo() const
{
    if (!m_stopped || m_pausedByAsk || m_status)
        return false;
    return m_stopWanted || (m_plan.session && *m_stopped != SIGSTOP);
}

void Wrapper::stopWithCommand()
{
    carryOutput(); // such as the ^Z that its terminal has echoed
    m_watcher.paused(true);
    if (m_keyboard)
        m_keyboard->release(m_pty.master.number());
    const int signal = m_plan.session ? SIGTSTP : *m_stopped;
    m_stopWanted = false;
    m_signals.stopSelf(signal, m_plan.session);
    if (m_plan.session)
        continueSession();
    m_stopped.reset();
    m_watcher.resumed();
}

void Wrapper::takeAsks()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t n = ::read(m_wake.number(), &count, sizeof count);
    const unsigned asked = m_asked.exchange(0);
    const auto has = [&](Ask ask) { return (asked & (1U << static_cast<unsigned>(ask))) != 0; };
    if (asked == 0 || m_status || m_command <= 0)
        return;
    if (has(Ask::Cancel)) {
        m_interrupted = true;
        if (!m_escalation) {
            // what ignores SIGINT since its start would only lose us time
            m_escalation = {m_signals.ignoredBefore(SIGINT) ? SIGTERM : SIGINT, m_clock.ticks()};
            escalate();
        }
        return;
    }
    if (has(Ask::Pause)) {
        // the command first, and the rest once it stands: one that waits for the child of its vfork(2) to become a
        // program could not be stopped before that, and a child that is stopped never becomes one
        m_pausedByAsk = true;
        if (!sendToCommand(SIGSTOP)) {
            m_pausedByAsk = false;
            m_watcher.refused(Ask::Pause, "it cannot be paused: it runs as another user");
        }
    }
    if (has(Ask::Resume) && !sendToAll(SIGCONT))
        m_watcher.refused(Ask::Resume, "it cannot be continued: it runs as another user");
}

/// Sends what is next of SIGINT, SIGTERM, SIGKILL, and says when the one after it is due.
void Wrapper::escalate()
{
    const int signal = m_escalation->signal;
    const bool sent = sendToAll(signal);
    if (m_stopped) // what stands still cannot clean up
        sendToAll(SIGCONT);
    if (signal == SIGKILL) {
        m_escalation.reset();
        if (!sent)
            m_watcher.refused(Ask::Cancel, "it cannot be stopped: it runs as another user");
        return;
    }
    m_escalation = {signal == SIGINT ? SIGTERM : SIGKILL, m_clock.ticks() + m_options.grace};
}

bool Wrapper::sendToCommand(int signal)
{
    return m_command > 0 && !m_status && ::kill(m_command, signal) == 0;
}

bool Wrapper::sendToAll(int signal)
{
    if (m_command <= 0 || m_status)
        return false;
    if (!m_plan.session) {
        bool sent = false;
        for (const pid_t pid : processTree(m_command, ::getsid(0)))
            sent = ::kill(pid, signal) == 0 || sent;
        return sent;
    }
    if (signal == SIGCONT) {
        m_guard.continueSession();
        return true;
    }
    // from the terminal it reaches another user's processes too, as a key would
    const bool isKey = signal == SIGINT || signal == SIGQUIT || signal == SIGTSTP;
    if (isKey && ::ioctl(m_pty.master.number(), TIOCSIG, signal) == 0)
        return true;
    const pid_t foreground = ::tcgetpgrp(m_pty.master.number());
    bool sent = ::kill(-m_command, signal) == 0;
    if (foreground > 1 && foreground != m_command)
        sent = ::kill(-foreground, signal) == 0 || sent;
    return sent;
}

} // namespace afoot::run
