#pragma once

#include "core/model/delta.h"
#include "core/serve/cursor.h"
#include "core/serve/limits.h"
#include "core/serve/outbox.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace afoot::serve {

/// How an event is written.
enum class FrameFormat {
    Sse,       ///< as SSE has it
    WebSocket, ///< {"event","cursor","data"} as a text frame
    ListItem,  ///< the same object with a comma behind it, to be put into a list of several
};

/// Makes the events of protocol 3.1 as bytes, each once, however many readers there are.
///
/// Every event that brings a reader up to a revision carries it as its id: snapshot, job, removed, ping.
/// A hello before a snapshot carries none: a client cut off between the two would come back with a cursor
/// for a state that it never saw. Log lines have no revision and carry none.
///
/// Threads: the engine's.
class Frames
{
public:
    /// @p epoch is the tracker's.
    Frames(std::string epoch, std::string version, Millis retry,
           FrameFormat format = FrameFormat::Sse);

    FrameFormat format() const { return m_format; }

    /// @p resumed is the cursor that the client came back with, when what followed it is known.
    Frame hello(std::uint64_t rev, const std::optional<Cursor> &resumed);
    /// @p isWhole: of all jobs, so that other readers get the same one.
    Frame snapshot(const std::vector<Change> &changes, std::uint64_t rev, bool isWhole);
    /// A job event, or a removed event when the job is gone.
    Frame change(const Change &change);
    Frame log(const LogChunk &chunk);
    Frame ping(std::uint64_t rev);
    /// An event of a single reader, such as an answer; @p data is JSON.
    Frame own(std::string_view type, std::string_view data) { return make(type, data, {}); }

    /// How many were made, not handed out.
    std::uint64_t made() const { return m_made; }

private:
    Frame make(std::string_view type, std::string_view data, const std::string &id);
    void keep(std::uint64_t rev, const Frame &frame);

    std::string m_epoch;
    std::string m_version;
    Millis m_retry;
    FrameFormat m_format;
    std::uint64_t m_made = 0;
    std::unordered_map<std::uint64_t, std::weak_ptr<const std::string>>
        m_byRev{};                ///< as long as a reader sends it
    std::deque<Frame> m_recent{}; ///< and a while longer
    std::size_t m_recentBytes = 0;
    std::size_t m_sweepAt = 1024;
    std::weak_ptr<const std::string> m_snapshot{};
    std::uint64_t m_snapshotRev = 0;
    Frame m_ping{};
    std::uint64_t m_pingRev = 0;
    LogChunk m_lastChunk{};
    Frame m_lastLog{};
};

} // namespace afoot::serve
