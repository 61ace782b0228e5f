#pragma once

#include "core/model/clock.h"
#include "ui/presence/news.h"
#include "ui/settings.h"

#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace afoot::ui {

/// Where the person is, and wants to be, when there is news.
struct Attention
{
    bool atWindow = false;       ///< Afoot's window is the active one
    bool inView = false;         ///< and shows the very job that the news is of
    bool isPaused = false;       ///< nothing is to be told for now
    bool isDoNotDisturb = false; ///< and the desktop says so

    friend bool operator==(const Attention &, const Attention &) = default;
};

/// For how long a person wants nothing told.
enum class Pause { Off, ForAnHour, UntilTurnedOn };

/// Where a piece of news goes by itself.
enum class Channel {
    None,
    Toast, ///< in the window
    Notification,
    Later, ///< nothing now, and counted in what is told when the quiet is over
};

/// What is muted or in view is not told. In the window everything else is; beyond it only what the person wants to hear
/// of, and of what has ended only what took long enough: whoever has just started something in a terminal knows how it
/// went. What needs an answer is told whatever it took.
Channel channelOf(const News &news, const NotificationRules &rules, const Attention &attention);

/// What is to be done about a piece of news.
struct Telling
{
    enum class By {
        Nothing,
        Toast,
        Notification, ///< of its own
        Digest,       ///< one for all of late: Teller::digest() has it
    };
    By by = By::Nothing;
    /// It may break through do-not-disturb and stays until somebody has seen to it.
    bool isUrgent = false;
    QString sound{};                ///< by its name; empty: none
    std::vector<JobKey> replaced{}; ///< whose notifications the digest takes the place of

    friend bool operator==(const Telling &, const Telling &) = default;
};

/// The latest news of each of many jobs, to be told in one sentence.
class NewsTally
{
public:
    void add(const News &news);
    /// Somebody has seen to it.
    void drop(const JobKey &job);
    void clear() { *this = {}; }
    bool empty() const;
    NewsCounts counts() const;

private:
    std::unordered_map<JobKey, News::Kind, JobKeyHash> m_latest{}; ///< bounded
    NewsCounts m_beyond{};                                         ///< what is past that bound
};

/// Decides what becomes of each piece of news: a value with a memory of the last seconds and of what was missed.
class Teller
{
public:
    static constexpr int many = 5; ///< more than that within @c window become one
    static constexpr Millis window{5000};
    static constexpr Millis soundGap{1000};

    Telling tell(const News &news, const NotificationRules &rules, const Attention &attention,
                 Ticks now);

    /// What there is to say of the storm that Telling::By::Digest belongs to.
    News digest(const QLocale &locale) const { return digestOf(m_storm.counts(), locale); }
    /// What was held back, once: for when the quiet is over. Unset when it was nothing.
    std::optional<News> takeMissed(const QLocale &locale);
    /// Somebody has seen to it: it is not told of any more.
    void forget(const JobKey &job);
    /// A person has looked at the window: the storm is over for them.
    void endStorm();

private:
    Telling tellAlone(const News &news, const NotificationRules &rules, bool isQuiet, Ticks now);
    Telling tellOneOfMany(const News &news, const NotificationRules &rules, Ticks now);
    QString soundFor(const News &news, const NotificationRules &rules, Ticks now);

    struct Recent
    {
        Ticks at{};
        News news{};
    };
    std::vector<Recent> m_recent{}; ///< told one by one within @c window
    NewsTally m_storm{};
    std::optional<Ticks> m_lastOfStorm{};
    NewsTally m_missed{};
    std::optional<Ticks> m_lastSound{};
};

} // namespace afoot::ui
