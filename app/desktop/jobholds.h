#pragma once

#include "core/model/job.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>

class QLocalSocket;

namespace afoot {

/// Lets a tracker in another process know that whoever reports some of its jobs lives: keeps a stream of each open
/// (docs/protocol.md, "Holding a job"), so that they are lost when this process dies.
///
/// Threads: main; nothing here waits. A stream that breaks off is made again after @c pause.
/// Errors: a job that the tracker does not know is let go of.
class JobHolds : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pause{1000};

    /// @p socket: where the tracker listens.
    explicit JobHolds(const QString &socket, QObject *parent = nullptr);
    ~JobHolds() override;

    /// Does nothing for one that is held.
    void hold(const JobKey &key);
    void release(const JobKey &key);

private:
    struct Held
    {
        QLocalSocket *socket = nullptr; ///< null while it is to be made again
        bool isTaken = false;           ///< the tracker has said so
    };

    void open(const JobKey &key, Held &held);
    void readFrom(const JobKey &key, QLocalSocket *socket);

    QString m_socket;
    std::map<JobKey, Held> m_held{};
    QTimer m_again{};
};

} // namespace afoot
