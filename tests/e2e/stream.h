#pragma once

#include "tests/e2e/house.h"

#include <QHash>
#include <QList>

namespace e2e {

/// Reads the tracker's event stream with `curl -N` and remembers all that it said.
///
/// Threads: the test's; it reads while the event loop runs.
class Stream
{
public:
    /// @p house must outlive the stream. Waits for `hello`.
    explicit Stream(const House &house, const QString &query = {});
    ~Stream();

    bool said(const QString &event) const { return m_events.contains(event); }
    const QStringList &events() const { return m_events; }
    /// Each state of the jobs of that title, in the order in which they came.
    QList<QJsonObject> course(const QString &title) const { return m_courses.value(title); }
    QJsonObject latest(const QString &title) const;
    /// The most jobs that were running at one moment.
    qsizetype mostRunning() const { return m_mostRunning; }

private:
    void read();
    void take(const QString &event, const QByteArray &data);
    void takeJob(const QJsonObject &job);

    std::unique_ptr<QProcess> m_curl{};
    QByteArray m_rest{};
    QStringList m_events{};
    QHash<QString, QList<QJsonObject>> m_courses{};
    QHash<QString, QString> m_stateOf{}; ///< by id
    qsizetype m_mostRunning = 0;
};

} // namespace e2e
