#include "core/serve/chunks.h"

#include "core/serve/hex.h"

#include <algorithm>

namespace afoot::serve {

namespace {

/// A control character has no place in a line, but for the tab.
bool isLineText(char c)
{
    return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\t';
}

} // namespace

ChunkDecoder::ChunkDecoder(std::size_t maxBodyBytes, std::size_t maxLineBytes)
    : m_maxBodyBytes(maxBodyBytes), m_maxLineBytes(maxLineBytes)
{
}

std::size_t ChunkDecoder::push(std::string_view bytes, std::string &body)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state == State::More) {
        if (m_part != Part::Data) {
            takeByte(bytes[used]);
            ++used;
            continue;
        }
        const std::string_view piece = bytes.substr(
            used, static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size() - used)));
        body.append(piece);
        used += piece.size();
        m_left -= piece.size();
        if (m_left == 0)
            m_part = Part::DataCr;
    }
    return used;
}

void ChunkDecoder::expect(char byte, char wanted, Part next)
{
    if (byte == wanted)
        m_part = next;
    else
        m_state = State::Malformed;
}

void ChunkDecoder::takeSizeDigit(char byte)
{
    if (const int digit = hexValue(byte); digit >= 0) {
        // leading zeros count too: nobody needs more than sixteen digits
        if (++m_digits > 16) {
            m_state = State::Malformed;
            return;
        }
        m_left = m_left * 16 + static_cast<std::uint64_t>(digit);
        return;
    }
    if (m_digits == 0)
        m_state = State::Malformed;
    else if (byte == ';')
        m_part = Part::Extension;
    else
        expect(byte, '\r', Part::SizeEnd);
}

void ChunkDecoder::takeByte(char byte)
{
    switch (m_part) {
    case Part::Size:
        takeSizeDigit(byte);
        break;
    case Part::Extension:
        if (!isLineText(byte))
            expect(byte, '\r', Part::SizeEnd);
        else if (++m_lineBytes > m_maxLineBytes)
            m_state = State::LinesTooLong;
        break;
    case Part::SizeEnd:
        expect(byte, '\n', m_left == 0 ? Part::Trailer : Part::Data);
        if (m_left > m_maxBodyBytes - m_bodyBytes)
            m_state = State::BodyTooLong;
        else
            m_bodyBytes += static_cast<std::size_t>(m_left);
        m_digits = 0;
        break;
    case Part::DataCr:
        expect(byte, '\r', Part::DataEnd);
        break;
    case Part::DataEnd:
        expect(byte, '\n', Part::Size);
        break;
    case Part::Trailer:
    case Part::TrailerLine:
        if (!isLineText(byte))
            expect(byte, '\r', m_part == Part::Trailer ? Part::LastEnd : Part::TrailerEnd);
        else if (++m_lineBytes > m_maxLineBytes)
            m_state = State::LinesTooLong;
        else
            m_part = Part::TrailerLine;
        break;
    case Part::TrailerEnd:
        expect(byte, '\n', Part::Trailer);
        break;
    case Part::LastEnd:
        m_state = byte == '\n' ? State::Done : State::Malformed;
        break;
    case Part::Data:
        break;
    }
}

} // namespace afoot::serve
