#include "ui/detail/logstore.h"

#include "core/model/text.h"
#include "ui/detail/errorlook.h"

#include <algorithm>
#include <utility>

namespace afoot::ui {

namespace {

/// Bytes that begin a character count one, those of wide characters (East Asian, emoji) two; colours none.
int columnsOf(std::string_view text)
{
    int columns = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<std::uint8_t>(text[at]);
        if (c == 0x1B)
            at = std::min(text.find('m', at), text.size());
        else if (c < 0x80 || c >= 0xC0)
            columns += c >= 0xE3 && c != 0xEF ? 2 : 1;
    }
    return columns;
}

bool readsAsError(std::string_view text)
{
    return text.find('\x1b') == std::string_view::npos ? looksLikeError(text)
                                                       : looksLikeError(plainLogText(text));
}

} // namespace

LogStore::Line LogStore::lineIn(const Chunk &chunk, std::size_t at)
{
    const std::size_t from = at == 0 ? 0 : chunk.ends[at - 1];
    const std::uint8_t mark = chunk.marks[at];
    return {.text = std::string_view(chunk.text).substr(from, chunk.ends[at] - from),
            .level = static_cast<Level>(mark & ~errorMark),
            .isError = (mark & errorMark) != 0};
}

LogStore::Line LogStore::line(std::uint64_t number) const
{
    const auto at = std::size_t(number - m_base);
    return lineIn(chunkAt(at / chunkLines), at % chunkLines);
}

void LogStore::append(std::string_view text, Level level)
{
    std::string shorter;
    if (text.size() > maxLineBytes)
        text = shorter = cutLogText(std::string(text), maxLineBytes);
    const bool isError = level == Level::Error || (level == Level::Plain && readsAsError(text));
    if (m_open.ends.size() == chunkLines) {
        m_open.text.shrink_to_fit();
        m_full.push_back(std::make_shared<const Chunk>(std::exchange(m_open, {})));
    }
    m_open.text += text;
    m_open.ends.push_back(static_cast<std::uint32_t>(m_open.text.size()));
    m_open.marks.push_back(
        static_cast<std::uint8_t>(static_cast<std::uint8_t>(level) | (isError ? errorMark : 0U)));
    m_open.errors += isError ? 1 : 0;
    m_open.columns = std::max(m_open.columns, columnsOf(text));
    m_bytes += text.size();
    ++m_end;
    while (size() > m_bounds.lines || (m_bytes > m_bounds.bytes && size() > 1))
        dropOldest();
}

void LogStore::dropOldest()
{
    m_bytes -= line(m_first).text.size();
    ++m_first;
    if (m_first - m_base == chunkLines && !m_full.empty()) {
        m_full.pop_front();
        m_base += chunkLines;
    }
}

int LogStore::columns() const
{
    int columns = m_open.columns;
    for (const auto &chunk : m_full)
        columns = std::max(columns, chunk->columns);
    return columns;
}

std::optional<std::uint64_t> LogStore::firstError() const
{
    for (std::size_t i = 0; i <= m_full.size(); ++i) {
        const Chunk &chunk = chunkAt(i);
        const std::uint64_t base = m_base + i * chunkLines;
        const auto from = std::size_t(std::max(m_first, base) - base);
        if (chunk.errors == 0)
            continue;
        for (std::size_t at = from; at < chunk.marks.size(); ++at) {
            if ((chunk.marks[at] & errorMark) != 0)
                return base + at;
        }
    }
    return std::nullopt;
}

} // namespace afoot::ui
