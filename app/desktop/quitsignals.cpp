#include "app/desktop/quitsignals.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace afoot {

namespace {

constexpr std::array signals{SIGTERM, SIGINT, SIGHUP};

volatile std::sig_atomic_t wakeFd =
    -1; // of all that is here, only this and write(2) are safe in a handler

void onSignal(int)
{
    const int before = errno;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeFd, &one, sizeof one);
    errno = before;
}

} // namespace

QuitSignals::QuitSignals() : m_fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, qApp, [this] {
        m_notifier->setEnabled(false);
        QCoreApplication::exit(0); // no window can refuse
    });
    wakeFd = m_fd;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int signal : signals) {
        struct sigaction before = {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // as nohup(1) has it
            ::sigaction(signal, &action, nullptr);
    }
}

QuitSignals::~QuitSignals()
{
    for (const int signal : signals) {
        struct sigaction now = {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == onSignal)
            ::signal(signal, SIG_DFL);
    }
    wakeFd = -1;
    m_notifier.reset();
    ::close(m_fd);
}

} // namespace afoot
