#include "core/run/signals.h"

#include <algorithm>
#include <sys/prctl.h>
#include <sys/signalfd.h>

namespace afoot::run {

Signals::Signals()
{
    sigemptyset(&m_ignored);
    sigset_t blocked;
    sigemptyset(&blocked);
    for (const int signal : handledSignals) {
        struct sigaction action = {};
        if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN)
            sigaddset(&m_ignored, signal);
        sigaddset(&blocked, signal);
    }
    struct sigaction plain = {};
    plain.sa_handler = SIG_DFL;
    ::sigaction(SIGCHLD, &plain, &m_child);
    sigaddset(&blocked, SIGCHLD);
    m_fd.reset(::signalfd(-1, &blocked, SFD_NONBLOCK | SFD_CLOEXEC));
    sigaddset(&blocked, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &m_before);
}

void Signals::restore() const
{
    ::sigaction(SIGCHLD, &m_child, nullptr);
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

std::optional<Signals::Taken> Signals::take() const
{
    while (true) {
        signalfd_siginfo info;
        if (::read(m_fd.number(), &info, sizeof info) != static_cast<ssize_t>(sizeof info))
            return std::nullopt;
        const Taken taken{static_cast<int>(info.ssi_signo), info.ssi_code == SI_KERNEL};
        if (!ignoredBefore(taken.signal))
            return taken;
    }
}

void Signals::stopSelf(int signal, bool wholeGroup) const
{
    if (signal == SIGSTOP) {
        ::raise(SIGSTOP);
        return;
    }
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    if (wholeGroup)
        ::kill(0, signal);
    else
        ::kill(::getpid(), signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    ::pthread_sigmask(SIG_BLOCK, &only, nullptr);
}

void dieOf(int signal)
{
    ::prctl(PR_SET_DUMPABLE, 0);
    struct sigaction plain = {};
    plain.sa_handler = SIG_DFL;
    ::sigaction(signal, &plain, nullptr);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    ::raise(signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
}

void Echoes::weGot(int signal, Ticks now)
{
    const auto same = [&](const Seen &seen) {
        return seen.signal == signal && now - seen.at <= patience;
    };
    const auto twin = std::find_if(m_guards.begin(), m_guards.end(), same);
    if (twin != m_guards.end())
        m_guards.erase(twin);
    else
        m_ours.push_back({signal, now});
}

void Echoes::guardGot(int signal, Ticks now)
{
    const auto same = [&](const Seen &seen) { return seen.signal == signal; };
    const auto twin = std::find_if(m_ours.begin(), m_ours.end(), same);
    if (twin != m_ours.end()) {
        m_ours.erase(twin);
        return;
    }
    std::erase_if(m_guards, [&](const Seen &seen) { return now - seen.at > patience; });
    m_guards.push_back({signal, now});
}

std::vector<int> Echoes::due(Ticks now)
{
    std::vector<int> due;
    std::erase_if(m_ours, [&](const Seen &seen) {
        if (now - seen.at < patience)
            return false;
        due.push_back(seen.signal);
        return true;
    });
    return due;
}

std::optional<Ticks> Echoes::nextDue() const
{
    if (m_ours.empty())
        return std::nullopt;
    return m_ours.front().at + patience;
}

} // namespace afoot::run
