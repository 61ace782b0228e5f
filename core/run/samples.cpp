#include "core/run/samples.h"

#include <algorithm>

namespace afoot::run {

void Samples::add(std::string_view bytes, Watcher::Heard from, Ticks now)
{
    if (m_filled && now > *m_filled) {
        const auto passed = std::min<Millis::rep>((now - *m_filled).count(), 10'000);
        m_allowed =
            std::min(burst, m_allowed + static_cast<std::size_t>(passed) * perSecond / 1000);
    }
    if (!m_filled || now > *m_filled)
        m_filled = now;

    const bool admitted = bytes.size() <= m_allowed && m_queued + bytes.size() <= burst &&
                          (tailOf(from).skipped == 0 || m_allowed >= grain);
    if (!admitted) {
        Tail &tail = tailOf(from);
        tail.skipped += bytes.size();
        if (bytes.size() >= tailBytes) {
            tail.last.assign(bytes.substr(bytes.size() - tailBytes));
        } else {
            tail.last += bytes;
            if (tail.last.size() > 2 * tailBytes)
                tail.last.erase(0, tail.last.size() - tailBytes);
        }
        return;
    }
    m_allowed -= bytes.size();
    moveTail(from);
    m_queued += bytes.size();
    if (!m_pieces.empty() && m_pieces.back().from == from)
        m_pieces.back().bytes += bytes;
    else
        m_pieces.push_back({0, std::string(bytes), from});
}

void Samples::moveTail(Watcher::Heard from)
{
    Tail &tail = tailOf(from);
    if (tail.skipped == 0)
        return;
    m_queued += tail.last.size();
    const std::uint64_t lost = tail.skipped - tail.last.size();
    m_pieces.push_back({lost, std::move(tail.last), from});
    tail = {};
}

std::vector<Samples::Piece> Samples::take()
{
    for (const auto from : {Watcher::Heard::Out, Watcher::Heard::Err, Watcher::Heard::Terminal})
        moveTail(from);
    m_queued = 0;
    return std::exchange(m_pieces, {});
}

bool Samples::empty() const
{
    return m_pieces.empty() && std::all_of(m_tails.begin(), m_tails.end(),
                                           [](const Tail &tail) { return tail.skipped == 0; });
}

} // namespace afoot::run
