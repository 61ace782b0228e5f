#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QList>
#include <QString>
#include <QVariantMap>

namespace afoot {

/// The job view server of a desktop, as Plasma has it, or an older one that knows two interfaces of views.
///
/// Threads: the test's.
class JobServer : public QDBusVirtualObject
{
public:
    struct Heard
    {
        QString path{};
        QString interface {
        };
        QString method{};
        QVariantList arguments{};
    };

    QList<Heard> heard{};
    bool knowsV3 = true;
    bool refuses = false;
    bool isSlow = false;
    QList<QDBusMessage> waiting{};

    explicit JobServer(const QDBusConnection &bus, bool registered = true) : m_bus(bus)
    {
        m_bus.registerVirtualObject(QStringLiteral("/JobViewServer"), this,
                                    QDBusConnection::SubPath);
        if (registered)
            m_bus.registerService(QStringLiteral("org.kde.JobViewServer"));
    }

    QString introspect(const QString &) const override
    {
        return knowsV3 ? QStringLiteral("<interface name=\"org.kde.JobViewV3\"/>")
                       : QStringLiteral("<interface name=\"org.kde.JobViewV2\"/>");
    }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        if (message.interface().startsWith(QLatin1String("org.freedesktop.DBus")))
            return false;
        QVariantList arguments;
        for (const QVariant &each : message.arguments()) {
            const bool isMap = each.userType() == qMetaTypeId<QDBusArgument>();
            arguments << (isMap ? QVariant(qdbus_cast<QVariantMap>(each)) : each);
        }
        heard.append({message.path(), message.interface(), message.member(), arguments});
        if (message.member() == QLatin1String("requestView")) {
            if (isSlow)
                waiting.append(message);
            else
                answer(message);
        }
        return true;
    }
    void answer(const QDBusMessage &message)
    {
        if (refuses)
            m_bus.send(
                message.createErrorReply(QDBusError::LimitsExceeded, QStringLiteral("No more")));
        else
            m_bus.send(message.createReply(QVariant::fromValue(
                QDBusObjectPath(QStringLiteral("/JobViewServer/JobView_%1").arg(++m_views)))));
    }
    /// A person there asks for it.
    void ask(const QString &view, const QString &what)
    {
        m_bus.send(QDBusMessage::createSignal(view, QStringLiteral("org.kde.JobViewV3"), what));
    }
    QList<Heard> calls(const QString &method) const
    {
        QList<Heard> found;
        for (const Heard &each : heard) {
            if (each.method == method)
                found << each;
        }
        return found;
    }

private:
    QDBusConnection m_bus;
    int m_views = 0;
};

} // namespace afoot
