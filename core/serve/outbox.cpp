#include "core/serve/outbox.h"

namespace afoot::serve {

void Outbox::add(std::string bytes)
{
    if (bytes.empty())
        return;
    m_bytes += bytes.size();
    m_copied += bytes.size();
    const bool joins =
        m_segments.size() > m_first && !m_segments.back().frame && bytes.size() < smallBytes;
    if (joins)
        m_segments.back().own += bytes;
    else
        m_segments.push_back({nullptr, std::move(bytes)});
}

void Outbox::add(Frame frame)
{
    if (!frame || frame->empty())
        return;
    const std::size_t size = frame->size();
    m_bytes += size;
    const bool isFirst = m_segments.size() == m_first;
    if (isFirst || size >= smallBytes || m_copied + size > maxCopiedBytes) {
        m_segments.push_back({std::move(frame), {}});
        return;
    }
    m_copied += size;
    if (m_segments.back().frame)
        m_segments.push_back({nullptr, *frame});
    else
        m_segments.back().own += *frame;
}

std::string_view Outbox::onePiece() const
{
    return m_segments.size() == m_first + 1 ? m_segments[m_first].view().substr(m_offset)
                                            : std::string_view();
}

std::size_t Outbox::front(Spans &spans) const
{
    std::size_t count = 0;
    for (std::size_t i = m_first; i < m_segments.size() && count < maxSpans; ++i)
        spans[count++] = m_segments[i].view().substr(i == m_first ? m_offset : 0);
    return count;
}

void Outbox::drop(std::size_t count)
{
    m_bytes -= count;
    while (count > 0) {
        const std::size_t left = m_segments[m_first].view().size() - m_offset;
        if (count < left) {
            m_offset += count;
            return;
        }
        count -= left;
        m_offset = 0;
        m_segments[m_first] = {};
        ++m_first;
    }
    if (m_bytes > 0)
        return;
    m_first = 0;
    m_copied = 0;
    m_segments.clear();
    if (m_segments.capacity() > 4)
        m_segments = {}; // an idle reader keeps no room for its busiest moment
}

} // namespace afoot::serve
