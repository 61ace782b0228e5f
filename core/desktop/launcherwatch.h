#pragma once

#include "core/desktop/peerwatch.h"
#include "core/model/update.h"

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

class QDBusMessage;

namespace afoot {

/// Makes jobs of the progress that applications show on their icons: the broadcast
/// com.canonical.Unity.LauncherEntry.Update (launcherentry.h), from any path. It has a percentage of the application as a whole
/// and no more: the job is called what the application is called.
///
/// An application says that it shows progress no more, and not how its work ended. So a job whose progress was full is
/// `completed`; any other leaves the list (Update::Op::Leave), as neither success nor failure would be true. One whose
/// application leaves the bus while it shows progress is `lost`. What is shown and hidden within @c gap was no job.
/// Left out: our own, what a job server repeats for others ("proxied-for"), and applications that report through job views
/// (setReporters), until they hide their progress. Counts and urgency are nothing to Afoot.
/// Threads: any with a Qt event loop, one for its life. What comes in is told at most once in @c gap.
/// Errors: what is not understood is passed over, as is what goes beyond the limits; without a bus nothing comes.
class LauncherWatch : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int perPeer = 20;
        int altogether = 200;
    };
    static constexpr std::chrono::milliseconds gap{100};
    using NewId = std::function<std::string()>;
    using NameOf = std::function<QString(const QString &desktopEntry)>;

    LauncherWatch(const QDBusConnection &bus, NewId newId, NameOf nameOf,
                  QObject *parent = nullptr);
    LauncherWatch(const QDBusConnection &bus, NewId newId, NameOf nameOf, Limits limits,
                  QObject *parent = nullptr);

    void start();
    /// Its jobs leave the list.
    void stop();
    /// Says everything again, to a tracker that may know nothing of it.
    void sayAll();
    /// Who reports through job views: unique names and desktop entries.
    void setReporters(const QStringList &names);

Q_SIGNALS:
    /// In order; the first of each job begins it.
    void updates(const std::vector<afoot::Update> &updates);

private Q_SLOTS:
    void onUpdate(const QString &uri, const QVariantMap &state, const QDBusMessage &message);

private:
    /// What one sender shows on one application's icon.
    struct Entry
    {
        std::optional<double> progress{}; ///< 0..1
        bool visible = false;
        bool covered = false; ///< reports through job views, or did when it last showed progress
        JobKey key{};         ///< while it is a job
        std::optional<double> told{};
        bool hasBegun = false;
    };
    using Name = std::pair<QString, QString>; ///< unique name, desktop file id

    bool isReporter(const Name &name) const;
    void onPeerLeft(const QString &peer);
    void say(const Name &name, Entry &entry, std::vector<Update> &to);
    void end(Entry &entry, Update &&update, std::vector<Update> &to);
    void wake();
    void flush();

    QDBusConnection m_bus;
    NewId m_newId;
    NameOf m_nameOf;
    Limits m_limits;
    PeerWatch m_peers;
    QTimer m_flush;
    bool m_isOn = false;
    std::map<Name, Entry> m_entries{};
    QStringList m_reporters{};
};

} // namespace afoot
