#pragma once

#include "core/model/clock.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace afoot::ui {

/// A place that jobs come from, and how the connection to it is.
struct SourceState
{
    enum class Link { Connected, Connecting, Reconnecting, Polling, Disconnected, Paused, Over };
    enum class Way { Unknown, Sse, WebSocket };

    QString name{};
    Link link = Link::Connected;
    Way way = Way::Unknown;          ///< of the stream
    std::optional<WallTime> since{}; ///< when it became so
    std::optional<WallTime>
        nextAttempt{};    ///< unset while one is being made, and when there will be none
    QString reason{};     ///< why it is away, for a person
    unsigned attempt = 0; ///< to reach it again, since it was lost
    std::optional<Millis>
        pollEvery{};             ///< while it is polled; once its job is over: for a later run
    quint64 badMessages = 0;     ///< that could not be read
    int streams = 0;             ///< of a list of jobs: how many have a stream of their own
    bool isFallback = false;     ///< it is polled since its stream fails, not because it has none
    bool wasReached = false;     ///< since it is followed
    bool isRemote = false;       ///< followed because the person said so: may be paused and removed
    QString address{};           ///< of a remote one, without secrets
    QString dialect{};           ///< how it speaks, in words
    bool isDialectFound = false; ///< its messages told how it speaks
    QString wish{}; ///< the short name of the dialect that the person chose; empty: to be found out
    bool hasToken = false;
    bool hasHeaders = false; ///< of the person's own

    friend bool operator==(const SourceState &, const SourceState &) = default;
};

/// All is as it should be: it tells what there is to tell.
bool isFine(const SourceState &source);

/// It cannot be reached, and has not been for long enough (3 s) that a person should hear of it.
bool isAway(const SourceState &source, WallTime now);

/// Its jobs may be out of date: it is away, or is not followed for now.
bool isStale(const SourceState &source, WallTime now);

/// "Away", "Connecting", …; empty for a stream that is there.
QString wordsFor(SourceState::Link link);

/// How it speaks, and where it is: "Scans over SSE · https://nas/jobs".
QString addressText(const SourceState &source);

/// What people call the source: "This computer" for `local`.
QString sourceName(const QString &name);

/// How the connection is, in a clause: "Connected over SSE", "Reconnecting in 4 s, attempt 2", "Polling every 3 s",
/// "Away since 14:02: no such host".
QString stateText(const SourceState &source, WallTime now, const QLocale &locale);

/// A remote source as a person gives it.
struct SourceDraft
{
    QString of{}; ///< the source that it changes; empty: a new one
    QString name{};
    QString url{};
    QString dialect{}; ///< its short name; empty: to be found out
    QString token{};
    QString headers{}; ///< one "Name: value" a line
    bool dropToken =
        false; ///< of a change: it has none any more; an empty one alone leaves it as it is
    bool dropHeaders = false; ///< the same of the headers

    friend bool operator==(const SourceDraft &, const SourceDraft &) = default;
};

/// What is found at the address of a draft.
struct SourceFinding
{
    QString trouble{};   ///< a sentence: why it cannot be followed; the rest is empty then
    QString name{};      ///< to call it where the person gives no name
    SourceState state{}; ///< of the connection; its dialect says how it speaks
    bool isGuess = false;
};

/// One change of a connection's state.
struct LinkChange
{
    WallTime at{};
    SourceState::Link link = SourceState::Link::Connected;
    QString reason{};
    unsigned times = 1; ///< attempts that came to the same
};

/// What can be looked up of a source.
struct SourceDetails
{
    QString name{};
    QList<LinkChange> changes{}; ///< oldest first
    quint64 messages = 0;
    quint64 bytes = 0;
    quint64 reconnects = 0;
    quint64 polls = 0;
    std::optional<Millis> fallback{}; ///< from the loss of the stream to the first poll
    std::optional<Millis> answer{};   ///< what the server needed to answer
    QString lastBad{};                ///< the last message that could not be read, and why
};

/// All of it as plain text for a bug report, in English and without secrets. @p version: Afoot's.
QString reportOf(const SourceState &source, const SourceDetails &details, WallTime now,
                 const QString &version);

/// What a banner says of the sources that are away.
struct AwayText
{
    QString lead{}; ///< "Lost contact with nas-01"
    /// "Away since 14:02.", "Trying again in 4 s.", "One job may be out of date.": what matters most comes last.
    QStringList rest{};
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
