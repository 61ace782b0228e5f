#include "core/desktop/donotdisturb.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString properties = u"org.freedesktop.DBus.Properties"_s;

struct Way
{
    QString interface {
    };
    QString property{};
};

const std::array ways{Way{u"org.freedesktop.Notifications"_s, u"Inhibited"_s},
                      Way{u"org.dunstproject.cmd0"_s, u"paused"_s}};

} // namespace

DoNotDisturb::DoNotDisturb(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus)
{
}

void DoNotDisturb::start()
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, properties, u"PropertiesChanged"_s, this,
                  SLOT(onPropertiesChanged(QString, QVariantMap, QStringList)));
    auto *watcher =
        new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                for (std::size_t way = 0; way < ways.size(); ++way)
                    set(way, false);
                if (!owner.isEmpty())
                    ask();
            });
    ask();
}

void DoNotDisturb::ask()
{
    for (std::size_t way = 0; way < ways.size(); ++way) {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, properties, u"Get"_s);
        message << ways[way].interface << ways[way].property;
        message.setAutoStartService(false);
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this, way](QDBusPendingCallWatcher *done) {
                    done->deleteLater();
                    const QDBusPendingReply<QDBusVariant> reply = *done;
                    if (!reply.isError())
                        set(way, reply.value().variant().toBool());
                });
    }
}

void DoNotDisturb::onPropertiesChanged(const QString &interface, const QVariantMap &changed,
                                       const QStringList &invalidated)
{
    for (std::size_t way = 0; way < ways.size(); ++way) {
        if (interface != ways[way].interface)
            continue;
        if (const auto found = changed.find(ways[way].property); found != changed.end())
            set(way, found->toBool());
        else if (invalidated.contains(ways[way].property))
            ask();
    }
}

void DoNotDisturb::set(std::size_t way, bool isOn)
{
    const auto any = [this] {
        return std::find(m_isOn.begin(), m_isOn.end(), true) != m_isOn.end();
    };
    const bool before = any();
    m_isOn[way] = isOn;
    if (any() != before)
        Q_EMIT changed(!before);
}

} // namespace afoot
