#include "core/wire/sse.h"

#include <algorithm>
#include <limits>

namespace afoot::wire {

namespace {

/// Where the line ends. Two quick searches: find_first_of() asks for each byte by itself.
std::size_t endOfLine(std::string_view text, std::size_t from = 0)
{
    const std::size_t feed = text.find('\n', from);
    return std::min(text.substr(0, feed).find('\r', from), feed);
}

} // namespace

std::string sseFrame(std::string_view type, std::string_view data, std::string_view id)
{
    std::string frame;
    frame.reserve(data.size() + type.size() + id.size() + 32);
    if (!id.empty())
        frame.append("id: ").append(id).append("\n");
    if (!type.empty())
        frame.append("event: ").append(type).append("\n");
    std::size_t from = 0;
    while (true) {
        const std::size_t end = endOfLine(data, from);
        frame.append("data: ").append(data.substr(from, end - from)).append("\n");
        if (end == std::string_view::npos)
            break;
        from = end + (data.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    frame.append("\n");
    return frame;
}

bool SseParser::push(std::string_view bytes, const std::function<void(const SseEvent &)> &onEvent)
{
    static constexpr std::string_view bom = "\xEF\xBB\xBF";
    while (m_bomBytes < 3 && !bytes.empty()) {
        if (bytes.front() != bom[static_cast<std::size_t>(m_bomBytes)]) {
            m_line.assign(
                bom.substr(0, static_cast<std::size_t>(m_bomBytes))); // it was text after all
            m_bomBytes = 3;
            break;
        }
        bytes.remove_prefix(1);
        ++m_bomBytes;
    }

    bool isAllRead = true;
    while (!bytes.empty()) {
        if (m_afterCr) {
            m_afterCr = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        const std::size_t end = endOfLine(bytes);
        const std::string_view part = bytes.substr(0, end);
        if (!m_isLineTooLong && m_line.size() + m_data.size() + part.size() > m_maxEventBytes) {
            isAllRead = isAllRead && m_isEventTooLarge; // told once
            leaveOut();
        }
        if (end == std::string_view::npos) {
            if (!m_isLineTooLong)
                m_line += part;
            return isAllRead;
        }
        m_afterCr = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (m_isLineTooLong) {
            m_isLineTooLong = false;
        } else if (m_line.empty()) {
            takeLine(part, onEvent);
        } else {
            m_line += part;
            const std::string line = std::move(m_line);
            m_line.clear();
            takeLine(line, onEvent);
        }
    }
    return isAllRead;
}

/// Of the event that is being read, and of its line, nothing more is kept.
void SseParser::leaveOut()
{
    m_isEventTooLarge = m_isLineTooLong = true;
    m_hasData = false;
    std::string().swap(m_line); // an assignment would keep their memory
    std::string().swap(m_data);
}

void SseParser::takeLine(std::string_view line,
                         const std::function<void(const SseEvent &)> &onEvent)
{
    if (line.empty()) {
        m_lastEventId = m_id;
        if (m_hasData) {
            m_data.pop_back(); // the line end of its last line
            onEvent({.type = m_type.empty() ? "message" : m_type,
                     .data = std::move(m_data), // a large one leaves no memory behind
                     .lastEventId = m_id});
        }
        m_data.clear();
        m_type.clear();
        m_hasData = false;
        m_isEventTooLarge = false;
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == 0)
        return; // a comment
    const std::string_view field = line.substr(0, colon);
    std::string_view value;
    if (colon != std::string_view::npos) {
        value = line.substr(colon + 1);
        if (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
    }
    if (field == "data" && m_isEventTooLarge)
        return;
    if (field == "data") {
        m_data.append(value).append("\n");
        m_hasData = true;
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id") {
        if (value.size() <= maxIdBytes && value.find('\0') == std::string_view::npos)
            m_id = value;
    } else if (field == "retry" && !value.empty() &&
               value.find_first_not_of("0123456789") == std::string_view::npos) {
        unsigned long ms = 0;
        for (const char c : value) {
            if (ms > (std::numeric_limits<unsigned long>::max() - 9) / 10)
                return; // longer than any wait: keep the old one
            ms = ms * 10 + static_cast<unsigned long>(c - '0');
        }
        m_retryMs = ms;
    }
}

} // namespace afoot::wire
