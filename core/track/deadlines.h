#pragma once

#include "core/model/clock.h"

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace afoot {

/// At most one moment for each of many numbered things, soonest first.
///
/// Threads: a value; the caller's.
class Deadlines
{
public:
    /// Unset: never.
    void set(std::uint32_t thing, std::optional<Ticks> at)
    {
        if (thing >= m_of.size())
            m_of.resize(thing + 1);
        std::optional<Ticks> &known = m_of[thing];
        if (known == at)
            return;
        if (known)
            m_queue.erase({*known, thing});
        known = at;
        if (at)
            m_queue.insert({*at, thing});
    }
    bool has(std::uint32_t thing) const { return thing < m_of.size() && m_of[thing].has_value(); }
    std::optional<Ticks> next() const
    {
        return m_queue.empty() ? std::nullopt : std::optional(m_queue.begin()->first);
    }
    /// One that is due at @p now, which has none any more.
    std::optional<std::uint32_t> takeDue(Ticks now)
    {
        if (m_queue.empty() || m_queue.begin()->first > now)
            return std::nullopt;
        const std::uint32_t thing = m_queue.begin()->second;
        set(thing, std::nullopt);
        return thing;
    }

private:
    std::set<std::pair<Ticks, std::uint32_t>> m_queue{};
    std::vector<std::optional<Ticks>> m_of{};
};

} // namespace afoot
