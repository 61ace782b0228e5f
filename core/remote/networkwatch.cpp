#include "core/remote/networkwatch.h"

#include <utility>

namespace afoot::remote {

namespace {

/// An address, a route and the names of servers come one after the other.
constexpr std::chrono::milliseconds settlesWithin{500};

bool isUsable(NetworkWatch::Reachability reachability)
{
    using enum QNetworkInformation::Reachability;
    return reachability == Local || reachability == Site || reachability == Online;
}

} // namespace

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlesWithin);
    connect(&m_settle, &QTimer::timeout, this, &NetworkWatch::changed);
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QNetworkInformation *const network = QNetworkInformation::instance();
    m_before = network->reachability();
    connect(network, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::note);
}

void NetworkWatch::note(Reachability reachability)
{
    const auto before = std::exchange(m_before, reachability);
    if (before == reachability)
        return;
    if (isUsable(reachability))
        m_settle.start();
    else
        m_settle.stop(); // there is nothing to try
}

} // namespace afoot::remote
