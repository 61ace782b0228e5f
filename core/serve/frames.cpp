#include "core/serve/frames.h"

#include "core/serve/wsframes.h"
#include "core/wire/json.h"
#include "core/wire/sse.h"

namespace afoot::serve {

namespace {

constexpr std::size_t maxRecentBytes = 2U << 20U;

bool isSameChunk(const LogChunk &a, const LogChunk &b)
{
    return a.dropped == b.dropped && a.lines.size() == b.lines.size() && a.key == b.key &&
           !a.lines.empty() && a.lines == b.lines;
}

} // namespace

Frames::Frames(std::string epoch, std::string version, Millis retry, FrameFormat format)
    : m_epoch(std::move(epoch)), m_version(std::move(version)), m_retry(retry), m_format(format)
{
}

Frame Frames::make(std::string_view type, std::string_view data, const std::string &id)
{
    ++m_made;
    if (m_format == FrameFormat::Sse)
        return std::make_shared<const std::string>(wire::sseFrame(type, data, id));
    std::string object;
    object.reserve(data.size() + id.size() + 48);
    object.append("{\"event\":\"").append(type).append("\"");
    if (!id.empty())
        object.append(",\"cursor\":\"").append(id).append("\"");
    object.append(",\"data\":").append(data).append("}");
    if (m_format == FrameFormat::ListItem)
        return std::make_shared<const std::string>(std::move(object += ','));
    return std::make_shared<const std::string>(wsFrame(WsOpcode::Text, object));
}

Frame Frames::hello(std::uint64_t rev, const std::optional<Cursor> &resumed)
{
    const std::string retryMs = std::to_string(m_retry.count());
    const std::string data = "{\"protocol\":1,\"epoch\":" + wire::quoted(m_epoch) +
                             ",\"rev\":" + std::to_string(rev) + ",\"retry_ms\":" + retryMs +
                             ",\"version\":" + wire::quoted(m_version) + "}";
    const std::string id = resumed ? toText(*resumed) : std::string();
    if (m_format != FrameFormat::Sse)
        return make("hello", data, id);
    ++m_made;
    return std::make_shared<const std::string>("retry: " + retryMs + "\n" +
                                               wire::sseFrame("hello", data, id));
}

Frame Frames::snapshot(const std::vector<Change> &changes, std::uint64_t rev, bool isWhole)
{
    if (isWhole && m_snapshotRev == rev) {
        if (Frame known = m_snapshot.lock())
            return known;
    }
    std::string data = "{\"jobs\":[";
    bool isFirst = true;
    for (const Change &change : changes) {
        if (!change.job)
            continue;
        if (!isFirst)
            data += ',';
        isFirst = false;
        data += wire::toJson(*change.job);
    }
    data += "]}";
    Frame frame = make("snapshot", data, cursorText(m_epoch, rev));
    if (isWhole) {
        m_snapshot = frame;
        m_snapshotRev = rev;
    }
    return frame;
}

Frame Frames::change(const Change &change)
{
    if (const auto known = m_byRev.find(change.rev); known != m_byRev.end()) {
        if (Frame frame = known->second.lock())
            return frame;
    }
    const std::string id = cursorText(m_epoch, change.rev);
    Frame frame = change.job ? make("job", wire::toJson(*change.job), id)
                             : make("removed",
                                    "{\"id\":" + wire::quoted(change.key.id) +
                                        ",\"source\":" + wire::quoted(change.key.source) + "}",
                                    id);
    keep(change.rev, frame);
    return frame;
}

void Frames::keep(std::uint64_t rev, const Frame &frame)
{
    m_byRev[rev] = frame;
    m_recent.push_back(frame);
    m_recentBytes += frame->size();
    while (m_recentBytes > maxRecentBytes && m_recent.size() > 1) {
        m_recentBytes -= m_recent.front()->size();
        m_recent.pop_front();
    }
    if (m_byRev.size() >= m_sweepAt) {
        std::erase_if(m_byRev, [](const auto &entry) { return entry.second.expired(); });
        m_sweepAt = std::max<std::size_t>(1024, 2 * m_byRev.size());
    }
}

Frame Frames::log(const LogChunk &chunk)
{
    if (m_lastLog && isSameChunk(chunk, m_lastChunk))
        return m_lastLog;
    const std::string tail = wire::logJson(chunk.lines, chunk.dropped);
    m_lastLog = make("log",
                     "{\"id\":" + wire::quoted(chunk.key.id) +
                         ",\"source\":" + wire::quoted(chunk.key.source) + "," + tail.substr(1),
                     {});
    m_lastChunk = chunk;
    return m_lastLog;
}

Frame Frames::ping(std::uint64_t rev)
{
    if (!m_ping || m_pingRev != rev) {
        m_ping = make("ping", "{}", cursorText(m_epoch, rev));
        m_pingRev = rev;
    }
    return m_ping;
}

} // namespace afoot::serve
