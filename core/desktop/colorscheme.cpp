#include "core/desktop/colorscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

ColorScheme::Wish wishOf(QVariant value)
{
    // older portals wrap the value twice
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return ColorScheme::Wish::Dark;
    case 2:
        return ColorScheme::Wish::Light;
    default:
        return ColorScheme::Wish::None;
    }
}

} // namespace

ColorScheme::ColorScheme(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    if (m_bus.isConnected()) {
        m_bus.connect(service, path, settings, u"SettingChanged"_s, this,
                      SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    }
}

void ColorScheme::ask()
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
    message << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (!reply.isError())
                    Q_EMIT said(wishOf(QVariant::fromValue(reply.value())));
            });
}

void ColorScheme::onSettingChanged(const QString &group, const QString &key,
                                   const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        Q_EMIT said(wishOf(QVariant::fromValue(value)));
}

} // namespace afoot
