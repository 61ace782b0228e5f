// afoot-remote: follows remote trackers for `afoot watch URL`, which starts it and reads what it writes.
#include "app/remote/bridge.h"
#include "app/shared/systemclock.h"
#include "core/remote/proxies.h"

#include <QCoreApplication>

#include <csignal>
#include <iostream>
#include <string>
#include <sys/prctl.h>

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::signal(SIGPIPE, SIG_IGN);
    std::string line;
    std::getline(std::cin, line);
    const auto request = afoot::remoteRequestFrom(line);
    if (!request) {
        std::cerr << "afoot-remote: " << request.error().detail << '\n';
        return 64;
    }
    QCoreApplication application(argc, argv);
    afoot::remote::useSystemProxies();
    const afoot::SystemClock clock;
    afoot::Bridge bridge(*request, clock);
    QObject::connect(&bridge, &afoot::Bridge::finished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    if (const auto trouble = bridge.start()) {
        std::cerr << "afoot: " << trouble->detail << '\n';
        return 64;
    }
    return QCoreApplication::exec();
}
