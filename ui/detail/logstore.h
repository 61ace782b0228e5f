#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::ui {

/// The lines of one log: up to a million of them, packed in chunks of UTF-8, the oldest leave first.
///
/// A line is known by its number, which counts from 0 and stays while others leave. Copying is cheap, since whole chunks
/// never change: a copy is what a worker writes to a file while lines go on coming.
/// Threads: a value; copies may be read on others.
class LogStore
{
public:
    enum class Level : std::uint8_t { Plain, Skipped, Warning, Error };

    struct Bounds
    {
        std::size_t lines = 1'000'000;
        std::size_t bytes = 128U << 20U; ///< of text
    };
    static constexpr std::size_t maxLineBytes = 64U << 10U; ///< what is longer is cut

    LogStore() = default;
    explicit LogStore(const Bounds &bounds) : m_bounds(bounds) {}

    struct Line
    {
        std::string_view text{}; ///< with its colours; valid until the next call that is not const
        Level level = Level::Plain;
        bool isError = false; ///< its level says so, or its words do
    };

    void append(std::string_view text, Level level);
    void clear() { *this = LogStore(m_bounds); }

    bool isEmpty() const { return m_first == m_end; }
    std::uint64_t first() const { return m_first; } ///< number of the oldest line
    std::uint64_t end() const { return m_end; }     ///< number that the next line gets
    std::size_t size() const { return std::size_t(m_end - m_first); }
    std::size_t bytes() const { return m_bytes; }

    /// @p number is one of first() … end() - 1.
    Line line(std::uint64_t number) const;

    /// How many columns of a terminal the widest line takes, or one that has left of late: about so many.
    int columns() const;

    std::optional<std::uint64_t> firstError() const;

private:
    static constexpr std::size_t chunkLines = 1024;

    struct Chunk
    {
        std::string text{};
        std::vector<std::uint32_t> ends{}; ///< of each line, in @c text
        std::vector<std::uint8_t> marks{}; ///< of each line its level, and errorMark
        std::size_t errors = 0;
        int columns = 0;
    };
    static constexpr std::uint8_t errorMark = 0x80;

    static Line lineIn(const Chunk &chunk, std::size_t at);
    const Chunk &chunkAt(std::size_t at) const { return at < m_full.size() ? *m_full[at] : m_open; }
    void dropOldest();

    Bounds m_bounds{};
    std::deque<std::shared_ptr<const Chunk>>
        m_full{}; ///< shared by copies, since they never change
    Chunk m_open{};
    std::uint64_t m_base = 0; ///< number of the first line in the first chunk
    std::uint64_t m_first = 0;
    std::uint64_t m_end = 0;
    std::size_t m_bytes = 0;
};

} // namespace afoot::ui
