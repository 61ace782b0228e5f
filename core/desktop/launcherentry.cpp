#include "core/desktop/launcherentry.h"

#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace afoot {

using namespace Qt::StringLiterals;

LauncherEntry::LauncherEntry(const QDBusConnection &bus, const QString &desktopEntry,
                             QObject *parent)
    : QObject(parent), m_bus(bus), m_uri(u"application://%1.desktop"_s.arg(desktopEntry))
{
}

LauncherEntry::~LauncherEntry()
{
    show({});
}

void LauncherEntry::show(LauncherState state)
{
    if (state.progress && !std::isfinite(*state.progress))
        state.progress.reset();
    if (state.progress)
        state.progress = std::floor(std::clamp(*state.progress, 0.0, 1.0) * 100) / 100;
    if (state == m_state)
        return;
    m_state = state;
    send();
}

void LauncherEntry::send() const
{
    QDBusMessage update = QDBusMessage::createSignal(
        u"/io/github/afoot/Afoot"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << m_uri
           << QVariantMap{{u"progress"_s, m_state.progress.value_or(0)},
                          {u"progress-visible"_s, m_state.progress.has_value()},
                          {u"count"_s, m_state.count},
                          {u"count-visible"_s, m_state.count > 0},
                          {u"urgent"_s, m_state.urgent}};
    m_bus.send(update);
}

} // namespace afoot
