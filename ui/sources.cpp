#include "ui/sources.h"

#include "ui/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::sources)
};

constexpr Millis patience = 3s;

/// "nas", "nas and ci", "nas, ci and 2 more".
QString namesOf(const QList<SourceState> &sources, const QLocale &locale)
{
    const auto name = [&](qsizetype index) {
        return sources[index].name == "local"_L1 ? Words::tr("the tracker of this computer")
                                                 : sources[index].name;
    };
    if (sources.size() == 1)
        return name(0);
    if (sources.size() == 2)
        return Words::tr("%1 and %2").arg(name(0), name(1));
    const auto more = sources.size() - 2;
    return Words::tr("%1, %2 and %3 more", nullptr, int(more))
        .arg(name(0), name(1), locale.toString(more));
}

QString asSentence(QString clause)
{
    clause[0] = clause.at(0).toUpper();
    return clause.endsWith(u'.') ? clause : clause + u'.';
}

} // namespace

bool isFine(const SourceState &source)
{
    using Link = SourceState::Link;
    return source.link == Link::Connected || source.link == Link::Over ||
           (source.link == Link::Polling && !source.isFallback);
}

bool isAway(const SourceState &source, WallTime now)
{
    if (source.link != SourceState::Link::Reconnecting &&
        source.link != SourceState::Link::Disconnected)
        return false;
    return !source.since || now - *source.since >= patience;
}

bool isStale(const SourceState &source, WallTime now)
{
    return source.link == SourceState::Link::Paused || isAway(source, now);
}

QString wordsFor(SourceState::Link link)
{
    switch (link) {
    case SourceState::Link::Connected:
        return {};
    case SourceState::Link::Connecting:
        return Words::tr("Connecting");
    case SourceState::Link::Reconnecting:
        return Words::tr("Reconnecting");
    case SourceState::Link::Polling:
        return Words::tr("Polling");
    case SourceState::Link::Disconnected:
        return Words::tr("Away");
    case SourceState::Link::Paused:
        return Words::tr("Paused");
    case SourceState::Link::Over:
        return Words::tr("Over");
    }
    return {};
}

QString sourceName(const QString &name)
{
    return name == "local"_L1 ? Words::tr("This computer") : name;
}

QString stateText(const SourceState &source, WallTime now, const QLocale &locale)
{
    using Link = SourceState::Link;
    using Way = SourceState::Way;
    switch (source.link) {
    case Link::Connected:
        return source.way == Way::Sse         ? Words::tr("Connected over SSE")
               : source.way == Way::WebSocket ? Words::tr("Connected over WebSocket")
                                              : Words::tr("Connected");
    case Link::Connecting:
        return Words::tr("Connecting");
    case Link::Polling: {
        const QString polling =
            source.pollEvery
                ? Words::tr("Polling every %1").arg(text::duration(*source.pollEvery, locale))
                : Words::tr("Polling");
        if (source.streams == 0)
            return polling;
        if (source.streams == 1)
            return Words::tr("%1, one stream open").arg(polling);
        return Words::tr("%1, %2 streams open", nullptr, source.streams)
            .arg(polling, locale.toString(source.streams));
    }
    case Link::Paused:
        return Words::tr("Paused");
    case Link::Over:
        return source.pollEvery
                   ? Words::tr("Its job has ended. Looks every %1 whether it runs again")
                         .arg(text::duration(*source.pollEvery, locale))
                   : Words::tr("Its job has ended");
    case Link::Disconnected:
    case Link::Reconnecting:
        break;
    }
    QString said;
    if (source.link == Link::Disconnected)
        said = source.since
                   ? Words::tr("Away since %1").arg(text::moment(*source.since, now, locale))
                   : Words::tr("Away");
    else if (source.nextAttempt && *source.nextAttempt - now >= 1s)
        said = Words::tr("Reconnecting in %1")
                   .arg(text::duration(*source.nextAttempt - now + 999ms, locale,
                                       text::Precision::Rough));
    else
        said = Words::tr("Reconnecting");
    if (source.link == Link::Reconnecting && source.attempt > 1)
        said = Words::tr("%1, attempt %2").arg(said, locale.toString(source.attempt));
    return source.reason.isEmpty() ? said : Words::tr("%1: %2").arg(said, source.reason);
}

QString addressText(const SourceState &source)
{
    if (source.dialect.isEmpty())
        return source.address;
    const QString dialect = source.isDialectFound
                                ? Words::tr("%1, by its messages").arg(source.dialect)
                                : source.dialect;
    return u"%1 · %2"_s.arg(dialect, source.address);
}

QString reportOf(const SourceState &source, const SourceDetails &details, WallTime now,
                 const QString &version)
{
    using Link = SourceState::Link;
    const QLocale c = QLocale::c();
    const auto utc = [](WallTime at) {
        return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
            .toString(Qt::ISODateWithMs);
    };
    const auto nameOf = [](Link link) {
        constexpr std::array names{"connected",    "connecting", "reconnecting", "polling",
                                   "disconnected", "paused",     "over"};
        return QString::fromLatin1(names.at(std::size_t(link)));
    };
    const auto span = [](const std::optional<Millis> &time) {
        return time ? u"%1 ms"_s.arg(time->count()) : u"not known"_s;
    };
    const QString way = source.way == SourceState::Way::Sse         ? u"SSE"_s
                        : source.way == SourceState::Way::WebSocket ? u"WebSocket"_s
                                                                    : u"not known"_s;
    QString out = u"Afoot %1, source \"%2\" at %3\n"_s.arg(version, source.name, utc(now));
    out += u"address: %1\ndialect: %2\ntransport: %3\nstate: %4\n"_s.arg(
        source.address,
        source.dialect + (source.isDialectFound ? u", by its messages"_s : QString()), way,
        nameOf(source.link));
    out += u"messages: %1 (%2 not readable), bytes: %3, reconnects: %4, polls: %5\n"_s.arg(
        c.toString(details.messages), c.toString(source.badMessages), c.toString(details.bytes),
        c.toString(details.reconnects), c.toString(details.polls));
    out += u"time to fallback: %1, answer after: %2\n"_s.arg(span(details.fallback),
                                                             span(details.answer));
    if (!details.lastBad.isEmpty())
        out += u"last message that was not readable: %1\n"_s.arg(details.lastBad);
    for (const LinkChange &change : details.changes) {
        out += u"%1 %2"_s.arg(utc(change.at), nameOf(change.link));
        if (!change.reason.isEmpty())
            out += u": "_s + change.reason;
        if (change.times > 1)
            out += u" (%1 times)"_s.arg(change.times);
        out += u'\n';
    }
    return out;
}

AwayText awayText(const QList<SourceState> &sources, int stale, WallTime now)
{
    QList<SourceState> away;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(away),
                 [&](const SourceState &source) { return isAway(source, now); });
    if (away.isEmpty())
        return {};
    // those that are tried next come first: what is said of the next attempt is of them
    std::stable_sort(away.begin(), away.end(), [](const SourceState &a, const SourceState &b) {
        return a.nextAttempt && (!b.nextAttempt || *a.nextAttempt < *b.nextAttempt);
    });
    const QLocale locale;
    AwayText said;
    std::optional<WallTime> next;
    std::optional<WallTime> since;
    bool trying = false;
    bool wasReached = false;
    for (const SourceState &source : away) {
        trying = trying || source.link == SourceState::Link::Reconnecting;
        wasReached = wasReached || source.wasReached || !source.isRemote;
        if (source.nextAttempt && (!next || *source.nextAttempt < *next))
            next = source.nextAttempt;
        if (source.since && (!since || *source.since < *since))
            since = source.since;
    }
    said.lead = (wasReached ? Words::tr("Lost contact with %1") : Words::tr("Cannot reach %1"))
                    .arg(namesOf(away, locale));
    if (since)
        said.rest << Words::tr("Away since %1.").arg(text::moment(*since, now, locale));
    if (next && *next - now >= 1s)
        said.rest << Words::tr("Trying again in %1.")
                         .arg(text::duration(*next - now + 999ms, locale, text::Precision::Rough));
    else if (trying)
        said.rest << Words::tr("Trying again.");
    else if (away.size() == 1 && !away.first().reason.isEmpty())
        said.rest << asSentence(away.first().reason);
    if (stale == 1)
        said.rest << Words::tr("One job may be out of date.");
    else if (stale > 1)
        said.rest
            << Words::tr("%1 jobs may be out of date.", nullptr, stale).arg(locale.toString(stale));
    return said;
}

Listening listeningText(const QString &socket, std::optional<int> port, std::optional<int> taken)
{
    Listening said{.tip = Words::tr("Socket: %1").arg(socket)};
    if (port)
        said.text = Words::tr("Listening on %1").arg(u"127.0.0.1:%1"_s.arg(*port));
    else if (taken) // a number, yet without a separator of thousands
        said.text = Words::tr("Port %1 is taken; listening on its socket only")
                        .arg(QString::number(*taken));
    else
        said.text = Words::tr("Listening on its socket only");
    return said;
}

} // namespace afoot::ui
