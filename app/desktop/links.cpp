#include "app/desktop/links.h"

#include "app/shared/random.h"
#include "core/follow/habits.h"

#include <QPointer>

#include <ctime>
#include <utility>

namespace afoot {

namespace {

double chance()
{
    return randomBytes()[0] / 256.0;
}

std::chrono::minutes localOffset()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (::localtime_r(&now, &local) == nullptr)
        return {};
    return std::chrono::minutes(local.tm_gmtoff / 60);
}

} // namespace

Links::Links(std::string dialects, const Clock &clock, Apply apply)
    : m_clock(clock), m_apply(std::move(apply)), m_dialects(ownDialects(dialects))
{
}

Links::~Links() = default;

void Links::follow(const std::vector<SavedSource> &list)
{
    if (!m_network)
        m_network = std::make_unique<remote::Network>(m_clock);
    std::erase_if(m_followed, [&](const auto &entry) {
        return std::find(list.begin(), list.end(), entry.second.saved) == list.end();
    });
    for (const SavedSource &saved : list) {
        if (!m_followed.contains(saved.name))
            add(saved);
    }
    tell();
}

void Links::add(const SavedSource &saved)
{
    Followed &followed = m_followed[saved.name];
    followed.saved = saved;
    followed.since = m_clock.now();
    if (saved.paused)
        return;
    const dialect::Dialect *const spoken =
        saved.dialect.empty() ? nullptr : dialectNamed(m_dialects, saved.dialect);
    if (!saved.dialect.empty() && spoken == nullptr) {
        followed.trouble = "There is no dialect \"" + saved.dialect + "\".";
        return;
    }
    const std::vector<const dialect::Dialect *> own = usableOf(m_dialects);
    auto to = destinationOf(saved.url, spoken, own);
    if (!to) {
        followed.trouble = to.error().detail;
        return;
    }
    remote::Source::Config config;
    config.name = saved.name;
    const HabitWishes wishes{.keepTrying = true, .canPoll = !to->poll.empty()};
    config.habits = habitsOf(to->dialect, wishes);
    config.destination = std::move(to).value();
    config.search = wishes;
    config.own = own;
    if (!saved.token.empty())
        config.headers.append(
            {"Authorization", "Bearer " + QByteArray::fromStdString(saved.token)});
    config.localOffset = localOffset();
    followed.source =
        std::make_unique<remote::Source>(std::move(config), *m_network, m_clock, chance);
    connectSource(followed);
    followed.source->start();
}

void Links::connectSource(Followed &followed)
{
    remote::Source *const source = followed.source.get();
    connect(source, &remote::Source::told, this,
            [this](const std::vector<Update> &updates, const std::vector<JobKey> &removed) {
                std::vector<Update> all = updates;
                for (const JobKey &key : removed)
                    all.push_back({.op = Update::Op::Clear, .key = key});
                m_apply(std::move(all));
            });
    connect(source, &remote::Source::linkChanged, this, [this, source] {
        Followed &changed = m_followed[source->config().name];
        if (std::exchange(changed.told, source->link().state()) != source->link().state())
            changed.since = m_clock.now();
        tell();
    });
    connect(source, &remote::Source::asked, this,
            [this, source](const std::string &id, Ask what, const QString &trouble) {
                if (!trouble.isEmpty()) {
                    Q_EMIT said(trouble);
                    return;
                }
                Update heard{.key = {source->config().name, id}};
                heard.acknowledged = what; // its tracker took it; what comes of it is told there
                m_apply({std::move(heard)});
            });
}

void Links::ask(const JobKey &key, Ask what)
{
    const auto found = m_followed.find(key.source);
    if (found != m_followed.end() && found->second.source)
        found->second.source->ask(key.id, what);
}

void Links::retryNow(const std::string &name)
{
    const auto found = m_followed.find(name);
    if (found != m_followed.end() && found->second.source)
        found->second.source->retryNow();
}

void Links::wokeUp()
{
    for (auto &[name, followed] : m_followed) {
        if (followed.source)
            followed.source->wokeUp();
    }
}

ui::SourceState Links::stateOf(const Followed &followed) const
{
    using Shown = ui::SourceState::Link;
    ui::SourceState state{.name = QString::fromStdString(followed.saved.name)};
    if (!followed.source) {
        state.link = followed.saved.paused ? Shown::Connected : Shown::Disconnected;
        state.reason = QString::fromStdString(followed.trouble);
        return state;
    }
    if (followed.source->isFound())
        state.dialect = QString::fromStdString(followed.source->dialect()->name);
    const Link &link = followed.source->link();
    switch (link.state()) {
    case Link::State::Idle: // its job is over: nothing is missed
    case Link::State::Connected:
        state.link = Shown::Connected;
        return state;
    case Link::State::Connecting:
        state.link = Shown::Connecting;
        break;
    case Link::State::Reconnecting:
        state.link = Shown::Reconnecting;
        break;
    case Link::State::Polling:
        // polls that fail are no contact either
        state.link = link.awaySince() ? Shown::Reconnecting : Shown::Polling;
        break;
    case Link::State::Disconnected:
        state.link = Shown::Disconnected;
        break;
    }
    const WallTime now = m_clock.now();
    const Ticks ticks = m_clock.ticks();
    if (const auto away = link.awaySince())
        state.since = now - (ticks - *away);
    if (const auto retry = link.retryAt(); retry && state.link == Shown::Reconnecting)
        state.nextAttempt = now + (*retry - ticks);
    state.reason = QString::fromStdString(link.reason());
    return state;
}

void Links::tell()
{
    QList<ui::SourceState> states;
    for (const auto &[name, followed] : m_followed)
        states.append(stateOf(followed));
    Q_EMIT changed(states);
}

} // namespace afoot
