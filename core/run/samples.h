#pragma once

#include "core/model/clock.h"
#include "core/run/wrapper.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace afoot::run {

/// Output on its way from the thread that carries it to the one that reads it: a queue that never makes the
/// first one wait.
///
/// All of it gets through as long as it comes slower than @c perSecond, and in bursts up to @c burst. Of a flood
/// only the latest few KiB of each stream are kept between two take(), and the rest is counted, so that the last
/// words before an end are never lost.
///
/// Threads: one at a time; the owner locks.
class Samples
{
public:
    static constexpr std::size_t burst = 1U << 20U;
    static constexpr std::size_t perSecond = 1280U << 10U;
    static constexpr std::size_t grain =
        64U << 10U; ///< once the burst is spent, nothing smaller is admitted
    static constexpr std::size_t tailBytes = 16U << 10U;

    struct Piece
    {
        std::uint64_t skipped = 0; ///< bytes of this stream before these that were not kept
        std::string bytes{};
        Watcher::Heard from = Watcher::Heard::Out;

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    void add(std::string_view bytes, Watcher::Heard from, Ticks now);
    std::vector<Piece> take();
    bool empty() const;
    std::size_t size() const { return m_queued; } ///< bytes that wait

private:
    struct Tail
    {
        std::uint64_t skipped = 0; ///< the bytes in @c last included
        std::string last{};
    };
    Tail &tailOf(Watcher::Heard from) { return m_tails[static_cast<std::size_t>(from)]; }
    void moveTail(Watcher::Heard from);

    std::vector<Piece> m_pieces{};
    std::array<Tail, 3> m_tails{};
    std::size_t m_queued = 0;
    std::size_t m_allowed = burst;
    std::optional<Ticks> m_filled{};
};

} // namespace afoot::run
