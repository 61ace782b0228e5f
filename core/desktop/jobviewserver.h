#pragma once

#include "core/desktop/jobview.h"
#include "core/desktop/peerwatch.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusVirtualObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace afoot {

/// Takes what KDE applications report of their jobs (copies of Dolphin, downloads of KIO), where nobody else does.
///
/// Spec: org.kde.JobViewServer, org.kde.JobViewServerV2 and org.kde.kuiserver on /JobViewServer, and for each job an
/// object with org.kde.JobView, org.kde.JobViewV2 and org.kde.JobViewV3 (jobview.h). The two names are waited for in the
/// queue of the bus and never taken from another; whoever wants them gets them (Plasma's shell asks so), and we get them
/// back. With the name go the views: applications report them anew to its next owner.
/// A view belongs to the program that asked for it, and is `lost` when that leaves the bus.
/// Threads: any with a Qt event loop, one for its life. What comes in is told at most once in @c gap.
/// Errors: go to the caller over the bus; past the limits a view is refused. Without a bus nothing happens.
class JobViewServer : public QDBusVirtualObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int perPeer = 100;
        int altogether = 500;
    };
    static constexpr std::chrono::milliseconds gap{20};
    /// A new id for a job.
    using NewId = std::function<std::string()>;
    /// What a person calls the application of that desktop entry; empty when nobody knows.
    using NameOf = std::function<QString(const QString &desktopEntry)>;

    JobViewServer(const QDBusConnection &bus, NewId newId, NameOf nameOf,
                  QObject *parent = nullptr);
    JobViewServer(const QDBusConnection &bus, NewId newId, NameOf nameOf, Limits limits,
                  QObject *parent = nullptr);
    ~JobViewServer() override;

    void start();
    /// Gives the names back; the jobs leave the list, since nobody reports them here any more.
    void stop();
    /// Says everything again, to a tracker that may know nothing of it.
    void sayAll();
    /// Passes on what is asked of a job, if it is one of these.
    void ask(const afoot::JobKey &key, afoot::Ask what);

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

Q_SIGNALS:
    /// In order; the first of each job begins it.
    void updates(const std::vector<afoot::Update> &updates);
    /// Who has views now: unique names on the bus and desktop entries.
    void reportersChanged(const QStringList &names);

private Q_SLOTS:
    void onNameLost(const QString &name);

private:
    struct View
    {
        QString peer{};
        QString entry{};
        JobKey key{};
        JobView now{};
        JobView told{};
        bool hasBegun = false;
    };
    using Views = std::map<QString, View>;

    void callServer(const QDBusMessage &message);
    void callView(View &view, const QDBusMessage &message);
    void requestView(const QDBusMessage &message);
    void answer(const QDBusMessage &message, const QVariantList &values) const;
    void refuse(const QDBusMessage &message, QDBusError::ErrorType type, const QString &why) const;
    void callBus(const QString &method, const QVariantList &arguments);
    void onPeerLeft(const QString &peer);
    void dropAll();
    void leaveBus();
    void say(View &view, std::vector<Update> &to);
    void wake();
    void flush();
    void tellReporters();
    QStringList urls() const;
    void tellUrls();
    void sayUrls() const;

    QDBusConnection m_bus;
    NewId m_newId;
    NameOf m_nameOf;
    Limits m_limits;
    PeerWatch m_peers;
    QTimer m_flush;
    bool m_isOn = false;
    quint64 m_lastView = 0;
    Views m_views{}; ///< by object path
    QStringList m_reporters{};
    QStringList m_urls{};
};

} // namespace afoot
