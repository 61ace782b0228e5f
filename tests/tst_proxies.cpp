#include "core/remote/proxies.h"

#include <QNetworkProxyFactory>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

/// By which way requests leave this machine.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("http_proxy", "http://proxy.example:3128");
        qputenv("https_proxy", "http://proxy.example:3129");
        qputenv("no_proxy", "intern.example");
        afoot::remote::useSystemProxies();
    }

    void theProxyOfTheEnvironmentIsTaken_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<int>("port"); // of the proxy, 0: none
        QTest::newRow("http") << QUrl(u"http://ci.example/jobs"_s) << 3128;
        QTest::newRow("https") << QUrl(u"https://ci.example/jobs"_s) << 3129;
        QTest::newRow("an exception") << QUrl(u"http://intern.example/"_s) << 0;
        QTest::newRow("this machine by name") << QUrl(u"http://LOCALHOST:4680/"_s) << 0;
        QTest::newRow("a name below") << QUrl(u"http://app.localhost/"_s) << 0;
        QTest::newRow("this machine") << QUrl(u"http://127.0.0.1:4680/"_s) << 0;
        QTest::newRow("another loopback address") << QUrl(u"http://127.9.9.9/"_s) << 0;
        QTest::newRow("by IPv6") << QUrl(u"http://[::1]:4680/"_s) << 0;
    }
    void theProxyOfTheEnvironmentIsTaken()
    {
        QFETCH(const QUrl, url);
        QFETCH(const int, port);
        const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
        QVERIFY(!proxies.isEmpty());
        QCOMPARE(int(proxies.first().port()), port);
        QCOMPARE(proxies.first().type() == QNetworkProxy::NoProxy, port == 0);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
