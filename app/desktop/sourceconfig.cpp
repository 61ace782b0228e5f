#include "app/desktop/sourceconfig.h"

#include "app/shared/random.h"
#include "app/shared/systemclock.h"
#include "core/follow/habits.h"
#include "core/model/text.h"

namespace afoot {

namespace {

using Shown = ui::SourceState::Link;

Shown shownOf(Link::State state)
{
    switch (state) {
    case Link::State::Idle: // its job is over: nothing is missed
        return Shown::Over;
    case Link::State::Connected:
        return Shown::Connected;
    case Link::State::Connecting:
        return Shown::Connecting;
    case Link::State::Reconnecting:
        return Shown::Reconnecting;
    case Link::State::Polling:
        return Shown::Polling;
    case Link::State::Disconnected:
        break;
    }
    return Shown::Disconnected;
}

SourceInfo::State infoStateOf(Shown link)
{
    using Told = SourceInfo::State;
    switch (link) {
    case Shown::Connected:
        return Told::Connected;
    case Shown::Connecting:
        return Told::Connecting;
    case Shown::Reconnecting:
        return Told::Reconnecting;
    case Shown::Polling:
        return Told::Polling;
    case Shown::Paused:
        return Told::Paused;
    case Shown::Over:
        return Told::Over;
    case Shown::Disconnected:
        break;
    }
    return Told::Disconnected;
}

std::string transportOf(const ui::SourceState &state)
{
    using Way = ui::SourceState::Way;
    if (state.link == Shown::Polling)
        return "poll";
    if (state.way == Way::Sse)
        return "sse";
    return state.way == Way::WebSocket ? "websocket" : "";
}

SourceInfo infoOf(const ui::SourceState &state)
{
    const auto text = [](const QString &given) {
        return cutText(cleanText(given.toStdString()), SourceInfo::maxTextBytes);
    };
    return {.name = state.name.toStdString(),
            .url = text(state.address),
            .dialect = text(state.dialect),
            .state = infoStateOf(state.link),
            .transport = transportOf(state),
            .since = state.since,
            .attempt = state.attempt,
            .nextAttempt = state.nextAttempt,
            .reason = text(state.reason),
            .badMessages = state.badMessages};
}

QString titleOf(const dialect::Dialect *dialect)
{
    if (dialect == nullptr)
        return u"Afoot"_qs;
    // what stands behind the colon explains it, where there is room for that
    const QString title =
        QString::fromStdString(dialect->title.empty() ? dialect->name : dialect->title);
    return title.section(u": "_qs, 0, 0);
}

} // namespace

Result<remote::Source::Config> configOf(const SavedSource &saved, const dialect::Dialect *spoken,
                                        const std::vector<const dialect::Dialect *> &own)
{
    auto to = destinationOf(saved.url, spoken, own);
    if (!to)
        return to.error();
    remote::Source::Config config;
    config.name = saved.name;
    const HabitWishes wishes{
        .keepTrying = true, .canPoll = !to->poll.empty(), .isList = to->isList};
    config.habits = habitsOf(to->dialect, wishes);
    config.destination = std::move(to).value();
    config.search = wishes;
    config.own = own;
    if (!saved.token.empty())
        config.headers.append(
            {"Authorization", "Bearer " + QByteArray::fromStdString(saved.token)});
    for (const auto &[name, value] : saved.headers)
        config.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    config.localOffset = localOffset(SystemClock().now());
    config.staysOn = true;
    return config;
}

std::vector<SourceInfo> infosOf(const QList<ui::SourceState> &states)
{
    std::vector<SourceInfo> infos;
    for (const ui::SourceState &state : states) {
        if (infos.size() < SourceReport::maxSources)
            infos.push_back(infoOf(state));
    }
    return infos;
}

ui::SourceState stateOf(const SavedSource &saved)
{
    ui::SourceState state{.name = QString::fromStdString(saved.name)};
    state.isRemote = true;
    state.address = QString::fromStdString(withoutSecrets(saved.url));
    state.wish = QString::fromStdString(saved.dialect);
    state.hasToken = !saved.token.empty();
    state.hasHeaders = !saved.headers.empty();
    return state;
}

ui::SourceState stateOf(const SavedSource &saved, const remote::Source &source, WallTime now,
                        Ticks ticks)
{
    const Link &link = source.link();
    ui::SourceState state = stateOf(saved);
    state.dialect = titleOf(source.dialect());
    state.isDialectFound = source.isFound();
    state.badMessages = source.counters().bad;
    state.streams = int(source.streams());
    state.link = shownOf(link.state());
    state.isFallback = !link.habits().pollOnly;
    state.wasReached = source.counters().messages > 0 || source.counters().polls > 0;
    using Way = remote::Source::Way;
    if (source.way() != Way::Poll && link.state() != Link::State::Idle)
        state.way =
            source.way() == Way::Sse ? ui::SourceState::Way::Sse : ui::SourceState::Way::WebSocket;
    if (source.isResting())
        state.pollEvery = Following::restEvery;
    if (state.link == Shown::Connected || state.link == Shown::Over)
        return state;
    // polls that fail are no contact either
    if (state.link == Shown::Polling && link.awaySince())
        state.link = Shown::Reconnecting;
    if (state.link == Shown::Polling)
        state.pollEvery = link.habits().pollEvery;
    state.attempt = link.attempt();
    if (const auto away = link.awaySince())
        state.since = now - std::chrono::duration_cast<Millis>(ticks - *away);
    if (const auto retry = link.retryAt(); retry && state.link == Shown::Reconnecting)
        state.nextAttempt = now + std::chrono::duration_cast<Millis>(*retry - ticks);
    state.reason = QString::fromStdString(link.reason());
    return state;
}

ui::SourceDetails detailsOf(const remote::Source &source)
{
    const Following::Counters &counters = source.counters();
    ui::SourceDetails details{.name = QString::fromStdString(source.config().name)};
    details.messages = counters.messages;
    details.reconnects = counters.reconnects;
    details.polls = counters.polls;
    details.bytes = source.bytesReceived();
    details.fallback = source.record().timeToFallback();
    details.answer = source.record().answerTime();
    if (const std::optional<Error> &bad = source.lastBad())
        details.lastBad = QString::fromStdString(bad->detail);
    for (const LinkRecord::Change &change : source.record().changes())
        details.changes.append({.at = change.at,
                                .link = shownOf(change.state),
                                .reason = QString::fromStdString(change.reason),
                                .times = change.times});
    return details;
}

void addTo(ui::SourceDetails &details, const ui::SourceDetails &later)
{
    details.changes += later.changes;
    constexpr auto most = qsizetype(LinkRecord::most);
    if (details.changes.size() > most)
        details.changes.remove(0, details.changes.size() - most);
    details.messages += later.messages;
    details.bytes += later.bytes;
    details.reconnects += later.reconnects;
    details.polls += later.polls;
    details.fallback = later.fallback ? later.fallback : details.fallback;
    details.answer = later.answer ? later.answer : details.answer;
    if (!later.lastBad.isEmpty())
        details.lastBad = later.lastBad;
}

} // namespace afoot
