#pragma once

#include "core/model/delta.h"
#include "core/model/sourceinfo.h"
#include "core/model/update.h"
#include "core/track/joblog.h"
#include "ui/sources.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace afoot {

/// Where the window's jobs come from: the tracker that this process embeds, or the one that already runs.
///
/// Threads: lives on the main thread; nothing here waits.
class JobSource : public QObject
{
    Q_OBJECT

public:
    /// How things stand with the tracker.
    struct Link
    {
        bool good = false;
        ui::Listening listeningOn{};    ///< what other programs can reach it by
        std::optional<WallTime> away{}; ///< since when it is not there
        std::optional<int> retryInMs{}; ///< until the next attempt
    };

    using QObject::QObject;

    virtual void start() = 0;
    /// Asks for what is new; taken() brings it soon, unless there is nothing.
    virtual void take() = 0;
    /// Ask, See, Forget.
    virtual void send(const afoot::Update &update) = 0;
    /// What reporters in this process say. Each job that begins is held, so that it is lost when this process dies. Nobody is
    /// told of a refusal; what a tracker does not hear while it is away, it hears later.
    virtual void report(std::vector<Update> updates) = 0;
    /// Whose log is on the screen, none when unset: logRead() brings it whole, then deltas bring what is added.
    virtual void followLog(const std::optional<afoot::JobKey> &key) = 0;
    /// How the remote trackers are that the window follows, for whoever asks the tracker. The latest list counts;
    /// what was said before may never have been heard.
    virtual void reportSources(std::vector<SourceInfo> sources) = 0;
    virtual void retryNow() {}

Q_SIGNALS:
    /// There is something to take; comes once until it was taken.
    void ready();
    void taken(const afoot::Delta &delta);
    void logRead(const afoot::JobKey &key, const afoot::LogView &view);
    void refused(const QString &why);
    void linkChanged(const afoot::JobSource::Link &link);
};

} // namespace afoot
