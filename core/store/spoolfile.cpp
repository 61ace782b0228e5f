#include "core/store/spoolfile.h"

#include "core/store/lockedfile.h"
#include "core/wire/json.h"

#include <array>
#include <vector>

namespace afoot {

namespace {

enum class Worth { Log, Progress, Edge };

Worth worthOf(const Update &update)
{
    if (update.op == Update::Op::Log)
        return Worth::Log;
    if (update.op == Update::Op::Change && !(update.state && isFinal(*update.state)))
        return Worth::Progress;
    return Worth::Edge;
}

} // namespace

Result<std::optional<SpoolReader::Line>> SpoolReader::next(int fd)
{
    constexpr std::size_t piece = 256U << 10U;
    while (true) {
        const std::size_t end = m_buffer.find('\n', m_at);
        if (end == std::string::npos) {
            m_buffer.erase(0, m_at);
            m_offset += m_at;
            m_at = 0;
            const Result<std::string> more =
                readAt(fd, m_offset + m_buffer.size(), piece, "the spool");
            if (!more)
                return more.error();
            if (more->empty())
                return std::optional<Line>{};
            m_buffer += *more;
            continue;
        }
        const std::size_t start = m_at;
        m_at = end + 1;
        if (start == end || m_buffer[start] == '#')
            continue;
        return std::optional<Line>{{m_offset + start, m_buffer.substr(start, end - start)}};
    }
}

std::string shrunkSpool(std::string_view content, std::size_t maxBytes)
{
    struct Entry
    {
        std::string_view line{}; ///< with its end
        Worth worth = Worth::Edge;
    };
    std::vector<Entry> entries;
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = content.find('\n', at);
        if (end == std::string_view::npos)
            break;
        const std::string_view line = content.substr(at, end + 1 - at);
        at = end + 1;
        if (line.front() == '#' || line.front() == '\n')
            continue;
        const Result<Update> update = wire::updateFromLine(line);
        if (!update)
            continue;
        entries.push_back({line, worthOf(*update)});
        bytes += line.size();
    }
    for (const Worth worth : std::array{Worth::Log, Worth::Progress}) {
        for (Entry &entry : entries) {
            if (bytes <= maxBytes)
                break;
            if (entry.worth == worth) {
                bytes -= entry.line.size();
                entry.line = {};
            }
        }
    }
    std::string kept;
    kept.reserve(bytes);
    for (const Entry &entry : entries)
        kept += entry.line;
    return kept;
}

} // namespace afoot
