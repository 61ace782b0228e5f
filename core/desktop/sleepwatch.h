#pragma once

#include <QDBusConnection>
#include <QObject>

namespace afoot {

/// Says when the machine has woken up from sleep: PrepareForSleep(false) of org.freedesktop.login1.Manager, on the
/// system's bus. Where nobody is there to say it, nothing comes.
///
/// Threads: any with a Qt event loop, one for its life.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(const QDBusConnection &bus, QObject *parent = nullptr);

Q_SIGNALS:
    void wokeUp();

private Q_SLOTS:
    void onPrepareForSleep(bool begins);
};

} // namespace afoot
