#include "core/desktop/desktopwishes.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <array>
#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;

struct Name
{
    QLatin1StringView group;
    QLatin1StringView key;

    QString whole() const { return group + u' ' + key; }
};

constexpr Name colorScheme{"org.freedesktop.appearance"_L1, "color-scheme"_L1};
constexpr Name contrast{"org.freedesktop.appearance"_L1, "contrast"_L1};
constexpr Name reducedMotion{"org.freedesktop.appearance"_L1, "reduced-motion"_L1};
constexpr Name animations{"org.gnome.desktop.interface"_L1, "enable-animations"_L1};
constexpr Name durationFactor{"org.kde.kdeglobals.KDE"_L1, "AnimationDurationFactor"_L1};
constexpr std::array allNames{colorScheme, contrast, reducedMotion, animations, durationFactor};

/// Older portals wrap the value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

DesktopWishes::Wishes wishesOf(const QMap<QString, QVariant> &heard)
{
    using Colours = DesktopWishes::Colours;
    const auto number = [&](const Name &name) { return heard.value(name.whole()).toUInt(); };
    DesktopWishes::Wishes wishes;
    wishes.colours = number(colorScheme) == 1   ? Colours::Dark
                     : number(colorScheme) == 2 ? Colours::Light
                                                : Colours::None;
    wishes.isContrastHigh = number(contrast) == 1;
    const QVariant animated = heard.value(animations.whole());
    bool isNumber = false;
    const double factor = heard.value(durationFactor.whole()).toDouble(&isNumber);
    wishes.isMotionReduced = number(reducedMotion) == 1 ||
                             (animated.isValid() && !animated.toBool()) ||
                             (isNumber && factor <= 0);
    return wishes;
}

} // namespace

DesktopWishes::DesktopWishes(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus)
{
    if (m_bus.isConnected()) {
        m_bus.connect(service, path, settings, u"SettingChanged"_s, this,
                      SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    }
}

void DesktopWishes::ask()
{
    if (!m_bus.isConnected())
        return;
    for (const Name &name : allNames) {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
        message << QString(name.group) << QString(name.key);
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this, name](QDBusPendingCallWatcher *done) {
                    done->deleteLater();
                    const QDBusPendingReply<QDBusVariant> reply = *done;
                    if (!reply.isError())
                        hear(name.whole(), QVariant::fromValue(reply.value()));
                });
    }
}

void DesktopWishes::onSettingChanged(const QString &group, const QString &key,
                                     const QDBusVariant &value)
{
    const bool matters = std::any_of(allNames.begin(), allNames.end(), [&](const Name &name) {
        return name.group == group && name.key == key;
    });
    if (matters)
        hear(group + u' ' + key, QVariant::fromValue(value));
}

void DesktopWishes::hear(const QString &name, const QVariant &value)
{
    m_heard.insert(name, unwrapped(value));
    const Wishes now = wishesOf(m_heard);
    if (std::exchange(m_said, now) != now)
        Q_EMIT said(now);
}

} // namespace afoot
