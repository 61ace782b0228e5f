#pragma once

#include "core/serve/channel.h"
#include "core/serve/limits.h"
#include "core/serve/server.h"
#include "core/serve/stream.h"
#include "core/serve/wsframes.h"
#include "core/wire/json.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace afoot::serve {

/// What a client asked of its WebSocket.
struct WsPlan
{
    std::string accept{}; ///< answers the client's key
    bool watch = true;    ///< false: it only reports, and hears of its own jobs alone
    bool batch = false;   ///< what one turn of the loop brings comes as one list
    StreamPlan events{};

    friend bool operator==(const WsPlan &, const WsPlan &) = default;
};

/// One WebSocket: the events of a stream, and a reporter's messages (protocol 2 and 3.1).
///
/// A job that was begun or changed over it is held by it: when it goes without having ended the job, the job is
/// lost after the grace. What is asked of such a job comes as an `asked` event.
///
/// Threads: the engine's. What it was given must outlive it.
class WsSession final : public Channel
{
public:
    struct House
    {
        Tracker &tracker;
        Frames &frames; ///< in WebSocket format
        Frames &items;  ///< in list format
        const Limits &limits;
        const Server::KeepEnd &keepEnd;
        std::function<void()> onUpdate; ///< the tracker was changed
    };

    WsSession(House house, WsPlan plan, std::function<void()> onReady);
    ~WsSession() override;

    void open(Outbox &out) override;
    void drain(Outbox &out) override;
    void ping(Outbox &out) override;
    void take(std::string_view bytes, Outbox &out) override;
    bool isEmpty() const override;
    bool isOver() const override { return m_isOver; }

private:
    bool onMessage(const WsMessage &message, Outbox &out);
    void onText(std::string_view text, Outbox &out);
    void report(wire::Message message, Outbox &out);
    void hold(const JobKey &key);
    void letGo(const JobKey &key);
    void tellAsks(Outbox &to);
    Frames &frames() { return m_plan.batch ? m_house.items : m_house.frames; }
    Frame done(const wire::Message &message, const JobPtr &job);
    Frame refused(const wire::Message &message, const Error &error);
    void put(Frame frame, Outbox &out);
    void putList(Outbox &items, Outbox &out);
    void hangUp(std::string frame, Outbox &out);

    House m_house;
    WsPlan m_plan;
    std::function<void()> m_onReady;
    WsDecoder m_decoder;
    std::unique_ptr<Stream> m_stream{};
    std::unique_ptr<Feed> m_own{}; ///< of the jobs that are held
    std::unordered_map<JobKey, std::optional<Ask>, JobKeyHash>
        m_held{};                ///< with the last ask that was told
    std::vector<Frame> m_late{}; ///< answers that waited for the disk
    unsigned m_silences = 0;     ///< pings in a row that nothing followed
    bool m_isOver = false;
    std::shared_ptr<int> m_life =
        std::make_shared<int>(0); ///< answers that come late look whether it is gone
};

} // namespace afoot::serve
