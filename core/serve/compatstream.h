#pragma once

#include "core/serve/channel.h"
#include "core/serve/compat.h"
#include "core/serve/wsframes.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace afoot::serve {

/// One client of another backend at its stream, over SSE or a WebSocket: a feed on one side, the dialect's messages
/// on the other.
///
/// A job is told when it changed, its log where the dialect has one. A stream of one job ends behind its end where the
/// dialect's server hangs up then; one that stays open tells no ends of before it was opened, since a client
/// would take them for news. After a silence the state is repeated, which every client bears.
///
/// Threads: the engine's. What it was given must outlive it.
class CompatStream final : public Channel
{
public:
    struct House
    {
        Tracker &tracker;
        std::function<dialect::WriteOptions()> now; ///< see Api::compat
        std::size_t maxMessageBytes;                ///< of the client's
        std::function<void()> onUpdate;             ///< the tracker was changed
    };

    CompatStream(House house, CompatPlan plan, std::function<void()> onReady);

    void open(Outbox &out) override;
    void drain(Outbox &out) override;
    void ping(Outbox &out) override;
    void take(std::string_view bytes, Outbox &out) override;
    bool isEmpty() const override { return m_isOver || m_feed.empty(); }
    bool isOver() const override { return m_isOver; }

private:
    bool isSocket() const { return !m_plan.accept.empty(); }
    void tell(const JobPtr &job, Outbox &out);
    void tellLines(const LogChunk &chunk, Outbox &out);
    void tellOneLine(const JobKey &key, const LogLine &line, Outbox &out);
    void ask(Ask what, Outbox &out);
    bool onMessage(const WsMessage &message, Outbox &out);
    void put(std::string_view message, Outbox &out);
    void putAll(const std::vector<std::string> &messages, Outbox &out);
    void hangUp(std::string frame, Outbox &out);

    House m_house;
    CompatPlan m_plan;
    JobKey m_key; ///< its id is empty for all
    Feed m_feed;
    WsDecoder m_decoder;
    std::unordered_map<JobKey, JobPtr, JobKeyHash> m_told{}; ///< as the client knows them
    JobKey m_spoken{};        ///< the job that a message without an id is about
    unsigned m_silences = 0;  ///< pings in a row that nothing followed
    bool m_isOpening = false; ///< what comes now was so before
    bool m_isOver = false;
};

} // namespace afoot::serve
