#include "core/remote/proxies.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace afoot::remote {

using namespace Qt::StringLiterals;

namespace {

bool isThisMachine(const QString &host)
{
    const QHostAddress address(host);
    return host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0 ||
           host.endsWith(u".localhost"_s, Qt::CaseInsensitive) || address.isLoopback();
}

class Proxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisMachine(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

void useSystemProxies()
{
    QNetworkProxyFactory::setApplicationProxyFactory(new Proxies); // Qt owns it
}

} // namespace afoot::remote
