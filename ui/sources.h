#pragma once

#include "core/model/clock.h"

#include <QList>
#include <QString>

#include <optional>

namespace afoot::ui {

/// A place that jobs come from, and how the connection to it is.
struct SourceState
{
    enum class Link { Connected, Connecting, Reconnecting, Polling, Disconnected };

    QString name{};
    Link link = Link::Connected;
    std::optional<WallTime> since{}; ///< when it became so
    std::optional<WallTime>
        nextAttempt{}; ///< unset while one is being made, and when there will be none
    QString reason{};  ///< why it is away, for a person
    QString dialect{}; ///< the one that its messages told; empty when it was known

    friend bool operator==(const SourceState &, const SourceState &) = default;
};

/// It cannot be reached, and has not been for long enough (3 s) that a person should hear of it.
bool isAway(const SourceState &source, WallTime now);

/// "Offline", "Connecting", …; empty when all is well.
QString wordsFor(SourceState::Link link);

/// What people call the source: "This computer" for `local`.
QString sourceName(const QString &name);

/// What a banner says of the sources that are away.
struct AwayText
{
    QString lead{}; ///< "Lost contact with nas-01"
    QString rest{}; ///< "Trying again in 4 s. One job may be out of date."
};
/// @p stale: how many unfinished jobs come from them. Empty when none is away.
AwayText awayText(const QList<SourceState> &sources, int stale, WallTime now);

/// What other programs can reach Afoot by, for the line at the foot of the window.
struct Listening
{
    QString text{};
    QString tip{}; ///< what would be too long for the line
};
/// @p taken: the port that was wanted instead of none, and that another program has.
Listening listeningText(const QString &socket, std::optional<int> port, std::optional<int> taken);

} // namespace afoot::ui
