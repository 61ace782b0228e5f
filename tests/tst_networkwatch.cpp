#include "core/remote/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

using afoot::remote::NetworkWatch;
using Reachability = NetworkWatch::Reachability;

/// When it is worth to try again because the network is another.
class TestNetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch = std::make_unique<NetworkWatch>();
        m_watch->note(Reachability::Unknown);
        m_watch->note(Reachability::Disconnected); // whatever this machine has
    }

    void aNetworkThatIsBackIsToldOnce()
    {
        QSignalSpy changed(m_watch.get(), &NetworkWatch::changed);
        for (const auto now : {Reachability::Local, Reachability::Site, Reachability::Online})
            m_watch->note(now);
        QCOMPARE(changed.size(), 0); // it is still coming up
        QVERIFY(changed.wait());
        QVERIFY(!changed.wait(700));
        QCOMPARE(changed.size(), 1);
    }

    void aNetworkThatIsGoneIsNoReasonToTry()
    {
        QSignalSpy changed(m_watch.get(), &NetworkWatch::changed);
        m_watch->note(Reachability::Online);
        m_watch->note(Reachability::Disconnected);
        m_watch->note(Reachability::Unknown);
        QVERIFY(!changed.wait(700));
    }

private:
    std::unique_ptr<NetworkWatch> m_watch{};
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
