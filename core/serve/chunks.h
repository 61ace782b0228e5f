#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afoot::serve {

/// Takes the chunks of RFC 9112, section 7.1 apart, however the network cuts them up, to the letter: sizes
/// are hexadecimal digits alone, lines end with CR LF. Extensions and trailer fields are read and dropped.
///
/// Threads: none of its own.
class ChunkDecoder
{
public:
    enum class State { More, Done, Malformed, BodyTooLong, LinesTooLong };

    /// @p maxLineBytes is for extensions and trailer together.
    ChunkDecoder(std::size_t maxBodyBytes, std::size_t maxLineBytes);

    /// Appends what @p bytes hold of the body to @p body and returns how many bytes were used: all of them,
    /// or those up to the end of the body.
    std::size_t push(std::string_view bytes, std::string &body);

    State state() const { return m_state; }

private:
    enum class Part {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataCr,
        DataEnd,
        Trailer,
        TrailerLine,
        TrailerEnd,
        LastEnd
    };

    void takeByte(char byte);
    void takeSizeDigit(char byte);
    void expect(char byte, char wanted, Part next);

    std::size_t m_maxBodyBytes;
    std::size_t m_maxLineBytes;
    State m_state = State::More;
    Part m_part = Part::Size;
    std::size_t m_digits = 0;
    std::uint64_t m_left = 0; ///< of this chunk
    std::size_t m_bodyBytes = 0;
    std::size_t m_lineBytes = 0;
};

} // namespace afoot::serve
