#include "ui/presence/rules.h"

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr std::size_t maxTallied = 10'000;

using Kind = News::Kind;

bool isMuted(const News &news, const NotificationRules &rules)
{
    return rules.mutedSources.contains(text::of(news.job.source)) ||
           (!news.kindOfJob.isEmpty() && rules.mutedKinds.contains(news.kindOfJob));
}

bool isWanted(Kind kind, const NotificationRules &rules)
{
    if (!rules.wanted)
        return false;
    switch (kind) {
    case Kind::Started:
        return rules.started;
    case Kind::Completed:
        return rules.completed;
    case Kind::Failed:
    case Kind::Lost:
        return rules.failed;
    case Kind::Canceled:
        return rules.canceled;
    case Kind::NeedsYou:
        return rules.needsYou;
    case Kind::SourceAway:
    case Kind::SourceBack:
        return rules.sources;
    case Kind::Digest:
    case Kind::Declined: // the answer to what the person asked for
        return true;
    }
    return true;
}

bool isEnd(Kind kind)
{
    return kind == Kind::Completed || kind == Kind::Failed || kind == Kind::Canceled ||
           kind == Kind::Lost;
}

/// Of an end whose beginning nobody knows it cannot be said that it was short.
bool isTooShort(const News &news, const NotificationRules &rules)
{
    return isEnd(news.kind) && news.ran && *news.ran < rules.longerThan;
}

bool belongsInDigest(const News &news)
{
    return news.isOfJob() && news.kind != Kind::NeedsYou && news.kind != Kind::Declined;
}

bool isQuiet(const NotificationRules &rules, const Attention &attention)
{
    return attention.isPaused || (attention.isDoNotDisturb && rules.respectDoNotDisturb);
}

QString soundOf(Kind kind, const NotificationRules &rules)
{
    if (kind == Kind::Completed)
        return rules.completedSound;
    if (kind == Kind::Failed || kind == Kind::Lost)
        return rules.failedSound;
    return kind == Kind::NeedsYou ? rules.needsYouSound : QString();
}

} // namespace

Channel channelOf(const News &news, const NotificationRules &rules, const Attention &attention)
{
    if (attention.inView || isMuted(news, rules))
        return Channel::None;
    if (attention.atWindow)
        return Channel::Toast;
    if (!isWanted(news.kind, rules) || isTooShort(news, rules))
        return Channel::None;
    if (!isQuiet(rules, attention))
        return Channel::Notification;
    // the desktop puts it aside where the person finds it, and shows nothing
    if (news.kind == Kind::NeedsYou && !attention.isPaused)
        return Channel::Notification;
    return Channel::Later;
}

void NewsTally::add(const News &news)
{
    if (const auto known = m_latest.find(news.job); known != m_latest.end())
        known->second = news.kind;
    else if (m_latest.size() < maxTallied)
        m_latest.emplace(news.job, news.kind);
    else
        ++m_beyond[news.kind];
}

void NewsTally::drop(const JobKey &job)
{
    m_latest.erase(job);
}

bool NewsTally::empty() const
{
    return m_latest.empty() && m_beyond.empty();
}

NewsCounts NewsTally::counts() const
{
    NewsCounts counts = m_beyond;
    for (const auto &[job, kind] : m_latest)
        ++counts[kind];
    return counts;
}

Telling Teller::tell(const News &news, const NotificationRules &rules, const Attention &attention,
                     Ticks now)
{
    switch (channelOf(news, rules, attention)) {
    case Channel::None:
        break;
    case Channel::Toast: {
        m_missed.drop(news.job);
        Telling telling{.by = Telling::By::Toast};
        if (!isQuiet(rules, attention) && isWanted(news.kind, rules) && !isTooShort(news, rules))
            telling.sound = soundFor(news, rules, now);
        return telling;
    }
    case Channel::Later:
        if (belongsInDigest(news) || news.kind == Kind::NeedsYou)
            m_missed.add(news);
        break;
    case Channel::Notification:
        m_missed.drop(news.job);
        if (belongsInDigest(news))
            return tellOneOfMany(news, rules, now);
        return tellAlone(news, rules, isQuiet(rules, attention), now);
    }
    return {};
}

Telling Teller::tellAlone(const News &news, const NotificationRules &rules, bool isQuietNow,
                          Ticks now)
{
    Telling telling{.by = Telling::By::Notification};
    if (!isQuietNow) {
        telling.isUrgent = news.kind == Kind::NeedsYou;
        telling.sound = soundFor(news, rules, now);
    }
    return telling;
}

Telling Teller::tellOneOfMany(const News &news, const NotificationRules &rules, Ticks now)
{
    if (m_lastOfStorm && now - *m_lastOfStorm > window)
        endStorm();
    if (m_lastOfStorm) {
        m_lastOfStorm = now;
        m_storm.add(news);
        return {.by = Telling::By::Digest}; // without a sound: the storm has had its own
    }
    std::erase_if(m_recent, [&](const Recent &recent) { return now - recent.at > window; });
    m_recent.push_back({now, news});
    if (m_recent.size() <= std::size_t(many))
        return tellAlone(news, rules, false, now);
    m_lastOfStorm = now;
    Telling telling{.by = Telling::By::Digest, .sound = soundFor(news, rules, now)};
    for (const Recent &recent : m_recent) {
        m_storm.add(recent.news);
        telling.replaced.push_back(recent.news.job);
    }
    m_recent.clear();
    return telling;
}

QString Teller::soundFor(const News &news, const NotificationRules &rules, Ticks now)
{
    QString sound = soundOf(news.kind, rules);
    if (sound.isEmpty() || (m_lastSound && now - *m_lastSound < soundGap))
        return {};
    m_lastSound = now;
    return sound;
}

std::optional<News> Teller::takeMissed(const QLocale &locale)
{
    if (m_missed.empty())
        return {};
    const News missed = missedOf(m_missed.counts(), locale);
    m_missed.clear();
    return missed;
}

void Teller::endStorm()
{
    m_storm.clear();
    m_lastOfStorm.reset();
}

void Teller::forget(const JobKey &job)
{
    m_missed.drop(job);
    m_storm.drop(job);
    std::erase_if(m_recent, [&](const Recent &recent) { return recent.news.job == job; });
}

} // namespace afoot::ui
