#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

namespace afoot {

/// A session bus of its own, and connections to it that are peers to each other. Nobody is started by being called.
///
/// Threads: the test's. Everything ends with it.
class PrivateBus
{
public:
    /// One program on the bus, as far as the others can tell.
    class Peer
    {
    public:
        Peer(const QString &address, const QString &name)
            : m_bus(QDBusConnection::connectToBus(address, name))
        {
        }
        ~Peer() { leave(); }
        Peer(const Peer &) = delete;
        Peer &operator=(const Peer &) = delete;

        QDBusConnection &bus() { return *m_bus; }
        QString name() const { return m_bus->baseService(); }
        /// As a program that dies.
        void leave()
        {
            if (!m_bus)
                return;
            const QString name = m_bus->name();
            m_bus.reset();
            QDBusConnection::disconnectFromBus(name);
        }
        /// Waits for the answer, while events go on.
        QDBusMessage call(const QString &service, const QString &path, const QString &interface,
                          const QString &method, const QVariantList &arguments = {})
        {
            QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
            message.setArguments(arguments);
            return m_bus->call(message, QDBus::BlockWithGui);
        }
        /// Expects no answer.
        void send(const QString &service, const QString &path, const QString &interface,
                  const QString &method, const QVariantList &arguments = {})
        {
            QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
            message.setArguments(arguments);
            m_bus->send(message);
        }
        /// An answer of the bus itself shows that it has passed on all that was said before.
        bool flush()
        {
            return call(QStringLiteral("org.freedesktop.DBus"),
                        QStringLiteral("/org/freedesktop/DBus"),
                        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"))
                       .type() == QDBusMessage::ReplyMessage;
        }

    private:
        std::optional<QDBusConnection> m_bus;
    };

    PrivateBus()
    {
        // a session's own would start whatever is installed here and called
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=" AFOOT_TEST_DATA "/bus.conf"),
                        QStringLiteral("--print-address"), QStringLiteral("--nofork")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_stays.clear();
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    bool isThere() const { return !m_address.isEmpty(); }
    const QString &address() const { return m_address; }
    std::unique_ptr<Peer> peer()
    {
        static int number = 0;
        return std::make_unique<Peer>(m_address, QStringLiteral("peer%1").arg(++number));
    }

    /// The connection of a peer that stays for as long as the bus.
    QDBusConnection connect()
    {
        m_stays.push_back(peer());
        return m_stays.back()->bus();
    }

private:
    QProcess m_daemon{};
    QString m_address{};
    std::vector<std::unique_ptr<Peer>> m_stays{};
};

} // namespace afoot
