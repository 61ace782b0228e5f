#include "core/remote/network.h"

#include <QNetworkAccessManager>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace afoot::remote {

Network::Network(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

Network::~Network() = default;

QNetworkAccessManager &Network::forRequests()
{
    if (m_requests == nullptr)
        m_requests = new QNetworkAccessManager(this);
    return *m_requests;
}

Network::Place Network::placeFor(const QUrl &url)
{
    Place place;
    place.m_network = this;
    place.m_host = url.scheme() + "://"_L1 + url.host() + u':' + QString::number(url.port(-1));
    auto crowd = std::find_if(m_crowds.begin(), m_crowds.end(), [&](const Crowd &one) {
        return one.streams.value(place.m_host) < streamsPerHost;
    });
    if (crowd == m_crowds.end())
        crowd = m_crowds.insert(crowd, Crowd{.manager = new QNetworkAccessManager(this)});
    ++crowd->streams[place.m_host];
    place.m_manager = crowd->manager;
    return place;
}

void Network::leave(QNetworkAccessManager *manager, const QString &host)
{
    const auto crowd = std::find_if(m_crowds.begin(), m_crowds.end(),
                                    [&](const Crowd &one) { return one.manager == manager; });
    if (crowd == m_crowds.end())
        return;
    if (--crowd->streams[host] == 0)
        crowd->streams.remove(host);
    if (crowd->streams.isEmpty() && m_crowds.size() > 1) {
        crowd->manager->deleteLater(); // a stream may be leaving inside one of its signals
        m_crowds.erase(crowd);
    }
}

void Network::Place::leave()
{
    if (m_network != nullptr)
        m_network->leave(m_manager, m_host);
    m_network = nullptr;
    m_manager = nullptr;
}

} // namespace afoot::remote
