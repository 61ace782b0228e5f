#include "core/desktop/sleepwatch.h"

namespace afoot {

using namespace Qt::StringLiterals;

SleepWatch::SleepWatch(const QDBusConnection &bus, QObject *parent) : QObject(parent)
{
    QDBusConnection connection = bus;
    if (connection.isConnected())
        connection.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                           u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                           SLOT(onPrepareForSleep(bool)));
}

void SleepWatch::onPrepareForSleep(bool begins)
{
    if (!begins)
        Q_EMIT wokeUp();
}

} // namespace afoot
