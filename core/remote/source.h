#pragma once

#include "core/follow/destination.h"
#include "core/follow/following.h"
#include "core/follow/linkrecord.h"
#include "core/remote/poller.h"
#include "core/remote/transport.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace afoot::remote {

class Branches;

/// One remote tracker that is followed: does what its Following orders, with one transport and one timer.
///
/// Threads: one with a Qt event loop (links), that of its Network; every call and signal is there.
/// Needed for life: the network, the clock, and the dialect of its destination.
/// Errors: none that end it; what goes wrong is told by linkChanged() and badMessage().
class Source : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        std::string name{}; ///< of the source of its jobs
        Destination destination{};
        LinkHabits habits{};
        Headers headers{};         ///< such as a token; sent to this tracker alone
        std::string lastEventId{}; ///< where to go on, for the first connection
        std::chrono::minutes localOffset{};
        bool staysOn = false; ///< later runs of its job are wanted too, where the dialect has such
        /// Where the destination is a guess: whether its messages know better, and what then stays as it is.
        std::optional<HabitWishes> search{};
        std::vector<const dialect::Dialect *> own{}; ///< that are tried first; must outlive it
    };

    enum class Way { Sse, WebSocket, Poll };

    Source(Config config, Network &network, const Clock &clock, std::function<double()> random,
           QObject *parent = nullptr);
    ~Source() override;

    void start();
    void stop();
    void retryNow();
    /// The machine woke up, or its network changed.
    void wokeUp();
    /// Passes on what is asked of one of its jobs; asked() says what came of it.
    void ask(const std::string &id, Ask what);

    const Config &config() const { return m_config; }
    const Link &link() const { return m_following.link(); }
    /// Of a list with those of the streams of its jobs.
    Following::Counters counters() const;
    const LinkRecord &record() const { return m_record; }
    /// What was wrong with the last message that could not be read, and how that began.
    const std::optional<Error> &lastBad() const { return m_following.lastBad(); }
    std::uint64_t bytesReceived() const;
    Way way() const;
    bool isMissing() const { return m_following.isMissing(); }
    bool isResting() const { return m_following.isResting(); }
    /// Of a list: how many of its jobs have a stream now.
    std::size_t streams() const;
    /// What its messages are read with now; null: another Afoot.
    const dialect::Dialect *dialect() const { return m_following.dialect(); }
    /// The messages told the dialect.
    bool isFound() const { return m_following.isFound(); }

Q_SIGNALS:
    /// What a message made of the jobs; to be applied in this order.
    void told(const std::vector<afoot::Update> &updates, const std::vector<afoot::JobKey> &removed);
    /// How its jobs are is known, and told, for the first time: maybe that there are none. Once.
    void pictured();
    /// What the transport dispatched, before any dialect.
    void heard(const afoot::wire::SseEvent &event);
    void badMessage(const afoot::Error &error);
    /// State, attempt, way, dialect or the reason of the last failure of the link are others.
    void linkChanged();
    /// Its job has ended or is gone: nothing more will come.
    void over();
    void asked(const std::string &id, afoot::Ask what, const QString &trouble);

private:
    void obey(Following::Outcome outcome);
    void open();
    void close();
    void lookUp();
    void connectTransport(Transport &transport);
    void watchClock();
    void tellLink();
    Ticks now() const;

    struct LinkState
    {
        Link::State state = Link::State::Idle;
        unsigned attempt = 0;
        bool isAway = false;
        std::optional<Ticks> retryAt{};
        bool isFound = false;
        bool isUnanswered = false; ///< the last poll was
        std::string reason{};

        friend bool operator==(const LinkState &, const LinkState &) = default;
    };

    Config m_config;
    Network &m_network;
    const Clock &m_clock;
    std::function<double()> m_random;
    std::string m_word; ///< by which a backend knows our session
    Following m_following;
    LinkRecord m_record{};
    Ticks m_askedAt{}; ///< when the stream was opened last
    std::unique_ptr<Transport> m_transport{};
    std::uint64_t m_bytesBefore = 0; ///< of the transports before this one
    Poller m_poller;
    std::unique_ptr<Branches> m_branches{}; ///< of a list
    QTimer m_timer{};
    Ticks m_timerAt{}; ///< when it comes
    LinkState m_told{};
    bool m_isPictureTold = false;
    bool m_isOverTold = false;
};

} // namespace afoot::remote
