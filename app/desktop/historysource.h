#pragma once

#include "core/follow/trackerclient.h"
#include "core/model/run.h"
#include "core/wire/json.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace afoot {

/// The ended runs that the tracker keeps, its own process's or another's: both are asked over the Unix socket.
///
/// Every answer comes by a callback on the main thread, and is dropped with @p context.
/// Threads: main; nothing here waits. What does is on threads of two pools, which end when nothing was asked for a
/// while: one reads, one deletes and writes files, so that neither keeps a person from looking.
class HistorySource : public QObject
{
    Q_OBJECT

public:
    enum class Format { Csv, Json };
    template <typename Found> using Answer = std::function<void(const Result<Found> &found)>;

    explicit HistorySource(TrackerAddress address, QObject *parent = nullptr);
    /// What is under way is broken off; a file that is being written stays as it was before.
    ~HistorySource() override;

    void runs(const RunQuery &query, QObject *context, Answer<RunPage> answer);
    void counts(const RunQuery &query, QObject *context, Answer<RunCounts> answer);
    void log(std::int64_t run, QObject *context, Answer<wire::LogPage> answer);
    /// Answers with how many were deleted.
    void erase(const RunQuery &query, QObject *context, Answer<std::uint64_t> answer);
    /// Writes all that @p query wants, whatever its page, to the file @p path: at once and whole, or not at all.
    /// Answers with how many runs are in it.
    void exportRuns(const RunQuery &query, Format format, const QString &path, QObject *context,
                    Answer<std::uint64_t> answer);

private:
    template <typename Found, typename Ask>
    void post(QThreadPool &pool, Ask ask, QObject *context, Answer<Found> answer);

    TrackerAddress m_address;
    int m_stopFd;
    QThreadPool m_readers{};
    QThreadPool m_writers{};
};

} // namespace afoot
