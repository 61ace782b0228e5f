#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::serve {

/// Bytes of one event, made once. Shared because every reader of the event sends the same ones.
using Frame = std::shared_ptr<const std::string>;

/// What one connection still has to send, in order.
///
/// A lone or a large frame is kept as it is; small ones behind it are copied together, so that what one
/// turn of the loop brings leaves in one system call. Not more than @c maxCopiedBytes are copied: beyond,
/// a slow reader costs pointers into frames that others share.
class Outbox
{
public:
    static constexpr std::size_t maxCopiedBytes = 64U << 10U;
    static constexpr std::size_t maxSpans = 64;
    using Spans = std::array<std::string_view, maxSpans>;

    void add(std::string bytes);
    void add(Frame frame);

    bool empty() const { return m_bytes == 0; }
    std::size_t bytes() const { return m_bytes; }

    /// All that is to be sent, if it is in one piece; else empty.
    std::string_view onePiece() const;
    /// Fills @p spans with what is to be sent next and returns how many there are.
    std::size_t front(Spans &spans) const;
    /// @p count bytes are gone.
    void drop(std::size_t count);

private:
    struct Segment
    {
        Frame frame{}; ///< if set, the bytes; else @c own
        std::string own{};
        std::string_view view() const
        {
            return frame ? std::string_view(*frame) : std::string_view(own);
        }
    };
    static constexpr std::size_t smallBytes = 4096;

    std::vector<Segment> m_segments{};
    std::size_t m_first = 0;  ///< segments before this one are sent
    std::size_t m_offset = 0; ///< of the first one are sent
    std::size_t m_bytes = 0;
    std::size_t m_copied = 0;
};

} // namespace afoot::serve
