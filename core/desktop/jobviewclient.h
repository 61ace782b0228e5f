#pragma once

#include "core/model/delta.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>
#include <QVariantMap>

#include <chrono>
#include <map>
#include <optional>

class QDBusMessage;

namespace afoot {

/// Tells the desktop's own view of jobs (Plasma's) what runs here, and asks of a job what a person asks there.
///
/// Spec: org.kde.JobViewServerV2 and the views of jobview.h; a server that knows the third interface of views hears that.
/// A job that runs for longer than @c patience is reported, its changes at most once in @c gap, its end at once; one that
/// leaves the list without an end is taken back. The next owner of the name hears all that runs then. Nothing is reported to
/// ourselves.
/// Threads: any with a Qt event loop, one for its life.
/// Errors: a server that refuses is not asked again; without one, or without a bus, nothing happens.
class JobViewClient : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{500};
    static constexpr std::chrono::milliseconds gap{100};
    static constexpr int maxViews = 50; ///< at a time

    /// @p desktopEntry: the name of our .desktop file, without its ending.
    JobViewClient(const QDBusConnection &bus, const QString &desktopEntry,
                  QObject *parent = nullptr);
    /// Takes back what is shown there.
    ~JobViewClient() override;

    void setOn(bool on);
    /// What is new of the jobs that are to be reported.
    void show(const afoot::Delta &delta);

Q_SIGNALS:
    void asked(const afoot::JobKey &key, afoot::Ask what);

private Q_SLOTS:
    void onCancelRequested(const QDBusMessage &message);
    void onSuspendRequested(const QDBusMessage &message);
    void onResumeRequested(const QDBusMessage &message);

private:
    enum class Phase {
        Waiting, ///< until it has run for a moment
        Ready,   ///< until there is room
        Asking,  ///< for a view
        Shown,
        Refused,
    };
    struct Entry
    {
        JobPtr job{};
        Phase phase = Phase::Waiting;
        QString path{};
        QVariantMap told{};
    };
    using Entries = std::map<JobKey, Entry>;

    void onOwner(const QString &owner);
    void listenTo(const QString &owner, bool listen);
    void change(const Change &change);
    void wait(const JobKey &key);
    void requestViews();
    void request(const JobKey &key, Entry &entry);
    void answered(const JobKey &key, const QString &path, const QString &owner);
    void learnInterfaces(const QString &path, const QString &owner);
    void wake();
    void flush();
    void say(Entry &entry);
    void finish(Entry &entry);
    void call(const Entry &entry, const QString &interface, const QString &method,
              const QVariantList &arguments) const;
    void pass(const QDBusMessage &message, Ask what);
    int views() const;

    QDBusConnection m_bus;
    QString m_desktopEntry;
    QDBusServiceWatcher m_watcher;
    QTimer m_flush;
    bool m_isOn = false;
    QString m_owner{};               ///< who shows jobs; empty: nobody, or ourselves
    std::optional<bool> m_knowsV3{}; ///< unset until it said
    Entries m_entries{};             ///< what runs
};

} // namespace afoot
