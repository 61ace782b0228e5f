#pragma once

#include "core/dialect/read.h"
#include "core/follow/answerfailure.h"
#include "core/follow/habits.h"
#include "core/model/update.h"
#include "core/wire/sse.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// One stream of a remote tracker, followed: the link, the dialect and what is remembered of the jobs, as a machine.
/// Messages and what happens to the connection come in; updates of jobs and orders come out.
///
/// What was missed while the link was away is made good by one look at the status endpoint, where the dialect has one,
/// and a stream that broke off without the end of its job is looked after there as well: nothing terminal is missed, and
/// a job that the backend no longer knows is lost only once that has said so.
///
/// A stream that breaks off and has never said anything of a job has the attempts of one that cannot be opened.
///
/// Where nothing but its messages can say which dialect is spoken, the first that speaks clearly for one decides: that
/// message and all later ones are read with it, and the link has its habits from then on. What was made of jobs before
/// is taken back, unless they had ended. Where none does, what was planned reads on. What turns out to be JSON and no
/// stream is polled then, as long as it speaks of jobs.
/// Threads: a value; the caller's. @c dialect must outlive it.
class Following
{
public:
    /// The URL said nothing of the dialect: the first messages may.
    struct Search
    {
        std::string url{};
        std::vector<const dialect::Dialect *> own{}; ///< a person's, tried first; must outlive it
        HabitWishes wishes{}; ///< what stays as it was wanted, whatever the habits of the dialect
    };

    struct Plan
    {
        const dialect::Dialect *dialect = nullptr; ///< null: another Afoot, at its own protocol
        std::string source{};                      ///< of the jobs
        std::string id{};                          ///< of the job; empty when many share the stream
        LinkHabits habits{};
        std::chrono::minutes localOffset{}; ///< of the backend's clock, where it writes no zone
        std::optional<Search> search{};
        bool staysOn = false; ///< a later run of its job is wanted too, where the dialect has such
        Credentials credentials = Credentials::None; ///< that its requests carry
        bool isList = false; ///< what is polled is a list of jobs, and there is no stream
    };

    static constexpr int maxSearched = 50; ///< messages that are asked for their dialect

    /// What is to be done, and what was learned.
    struct Outcome
    {
        Link::Orders orders{};
        bool lookUp = false; ///< ask the status endpoint once, beside the link's own polls
        std::string say{};   ///< send this over the socket
        std::vector<Update> updates{}; ///< to be applied in this order
        bool isListRead = false;       ///< the updates are what a list says now
        std::vector<JobKey> removed{}; ///< ended ones that their tracker forgot
        std::optional<Error>
            bad{}; ///< the message could not be read, or not all of it, and was counted
    };

    struct Counters
    {
        std::uint64_t messages = 0;
        std::uint64_t bad = 0;
        std::uint64_t reconnects = 0; ///< times that it was good again
        std::uint64_t polls = 0;

        friend bool operator==(const Counters &, const Counters &) = default;
    };

    Following(Plan plan, std::function<double()> random);

    [[nodiscard]] Outcome start(Ticks now);
    [[nodiscard]] Outcome opened(Ticks now);
    void alive(Ticks now) { m_link.alive(now); }
    [[nodiscard]] Outcome message(Ticks now, const wire::SseEvent &event);
    /// Something came in the place of a message that was none: too large, or no text.
    [[nodiscard]] Outcome unreadable(Ticks now, const Error &error);
    [[nodiscard]] Outcome failed(Ticks now, const LinkFailure &failure);
    /// The status endpoint answered; @p status is HTTP's, 304 for nothing new.
    [[nodiscard]] Outcome polled(Ticks now, int status, std::string_view body);
    [[nodiscard]] Outcome pollFailed(Ticks now, const LinkFailure &failure);
    [[nodiscard]] Outcome wokeUp(Ticks now);
    [[nodiscard]] Outcome retryNow(Ticks now);
    [[nodiscard]] Outcome due(Ticks now);
    [[nodiscard]] Outcome stop(Ticks now);
    void retryHint(Millis delay) { m_link.retryHint(delay); }

    const Link &link() const { return m_link; }
    const Counters &counters() const { return m_counters; }
    /// When due() is to be called.
    std::optional<Ticks> nextDeadline() const;
    /// What was wrong with the last bad message; the sentence ends with how that began, at most maxExcerptBytes of it,
    /// cleaned.
    const std::optional<Error> &lastBad() const { return m_lastBad; }
    static constexpr std::size_t maxExcerptBytes = 200;
    /// What is read with now; null: another Afoot.
    const dialect::Dialect *dialect() const { return m_plan.dialect; }
    /// It was not planned: the messages told it.
    bool isFound() const { return m_isFound; }
    /// The job that it was made for has ended, or is known to be gone: the link is stopped.
    bool isOver() const { return m_isOver; }
    /// Its job has ended, and it looks now and then whether it runs again.
    bool isResting() const { return m_isResting; }
    static constexpr Millis restEvery{30'000};
    /// Its backend says that there is no such job.
    bool isMissing() const { return m_isMissing; }
    /// It has told how its jobs are: of a list, another Afoot or a status all of it, of a stream its first word of one.
    bool hasPicture() const { return m_hasPicture; }
    /// What stands at the URL of the stream is no stream, and is what is polled.
    bool pollsStream() const { return m_pollsStream; }
    /// For Last-Event-ID, or ?after= over a WebSocket.
    const std::string &cursor() const { return m_cursor; }

private:
    void take(const dialect::Reading &reading, Ticks now, Outcome &outcome);
    void takeOwn(const wire::SseEvent &event, Outcome &outcome);
    void read(dialect::Route route, std::string_view text, Ticks now, Outcome &outcome);
    void countBad(Error error, std::string_view text, Outcome &outcome);
    void readFirst(dialect::Route route, std::string_view text, Ticks now, Outcome &outcome);
    void takeBack(const std::vector<std::string> &ids, Outcome &outcome);
    bool canPoll() const;
    void pollInstead(Ticks now);
    Outcome polledInstead(Ticks now, int status, std::string_view body);
    Update lostUpdate(const std::string &id) const;
    void lookAgain(Ticks now);
    bool mayRunAgain() const;
    void rest(Ticks now, Outcome &outcome);
    Outcome lookedWhileResting(Ticks now, int status, std::string_view body);
    void finish(Ticks now, Outcome &outcome);

    Plan m_plan;
    Link m_link;
    dialect::Context m_context{};
    std::map<JobKey, WallTime>
        m_remote{}; ///< of another Afoot: what it has, and when that was declined something last
    std::string m_cursor{};
    Counters m_counters{};
    std::optional<Error> m_lastBad{};
    std::optional<Ticks> m_lookAt{}; ///< once more, since a look that was owed had no answer
    Millis m_lookDelay{0};           ///< before that
    bool m_wasGood = false;          ///< a message came since the stream was opened
    bool m_everGood = false;
    bool m_sawJob = false;   ///< and one that was about a job
    bool m_knowsJob = false; ///< one ever was
    bool m_hasPicture = false;
    bool m_pollsStream = false;
    bool m_isOver = false;
    bool m_isResting = false;
    bool m_isMissing = false;
    int m_searched = 0;
    bool m_isFound = false;
};

} // namespace afoot
