#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <optional>

namespace afoot {

/// What a dock or a task bar shows on the icon of an application.
struct LauncherState
{
    std::optional<double> progress{}; ///< 0..1; unset: no bar
    qint64 count = 0;                 ///< 0: no badge
    bool urgent = false;              ///< somebody has to do something

    friend bool operator==(const LauncherState &, const LauncherState &) = default;
};

/// Tells docks and task bars of it: the broadcast com.canonical.Unity.LauncherEntry.Update, as Plasma, Ubuntu's dock,
/// Dash to Dock and Plank read it. They keep the last value of each key, and forget who leaves the bus: each signal has
/// all of it, and the last one takes it back.
///
/// Threads: any with a Qt event loop, one for its life.
class LauncherEntry : public QObject
{
    Q_OBJECT

public:
    /// @p desktopEntry: the name of the .desktop file, without its ending.
    LauncherEntry(const QDBusConnection &bus, const QString &desktopEntry,
                  QObject *parent = nullptr);
    ~LauncherEntry() override;

    /// Says nothing where that looks the same: readers show whole percents.
    void show(LauncherState state);

private:
    void send() const;

    QDBusConnection m_bus;
    QString m_uri;
    LauncherState m_state{};
};

} // namespace afoot
