#include "core/serve/wsframes.h"

#include "core/model/text.h"

#include <boost/beast/core/detail/base64.hpp>
#include <boost/uuid/detail/sha1.hpp>

#include <algorithm>
#include <array>

namespace afoot::serve {

namespace {

namespace base64 = boost::beast::detail::base64;

constexpr std::size_t maxControlBytes = 125; // section 5.5
constexpr std::string_view guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

bool isControl(WsOpcode opcode)
{
    return static_cast<std::uint8_t>(opcode) >= 0x8;
}

bool isKnown(std::uint8_t opcode)
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

/// Section 7.4: those that are set aside for use inside a program, and those not defined, are never sent.
bool maySend(unsigned code)
{
    const bool isDefined = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
    return isDefined || (code >= 3000 && code <= 4999);
}

} // namespace

WsDecoder::WsDecoder(std::size_t maxMessageBytes, std::size_t maxFragments)
    : m_maxMessageBytes(maxMessageBytes), m_maxFragments(maxFragments)
{
}

bool WsDecoder::fail(WsClose code, std::string_view reason)
{
    m_failure = Failure{code, reason};
    m_message = {};
    m_control = {};
    return false;
}

void WsDecoder::push(std::string_view bytes, const Sink &sink)
{
    while (!m_failure && !m_over) {
        if (!m_inPayload) {
            bytes.remove_prefix(takeHeader(bytes));
            if (m_headerBytes < m_headerWanted || !onHeader())
                return;
            m_inPayload = true;
        }
        bytes.remove_prefix(takePayload(bytes));
        if (m_left > 0)
            return;
        m_inPayload = false;
        m_headerBytes = 0;
        m_headerWanted = 2;
        if (!onFrame(sink))
            return;
    }
}

std::size_t WsDecoder::takeHeader(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_headerBytes < m_headerWanted) {
        m_header[m_headerBytes++] = static_cast<std::uint8_t>(bytes[used++]);
        if (m_headerBytes == 2) { // the second byte says how long the header is
            const unsigned length = m_header[1] & 0x7FU;
            m_headerWanted += length == 126 ? 2 : length == 127 ? 8 : 0;
            m_headerWanted += (m_header[1] & 0x80U) != 0 ? 4 : 0;
        }
    }
    return used;
}

bool WsDecoder::onHeader()
{
    m_final = (m_header[0] & 0x80U) != 0;
    const auto opcode = static_cast<std::uint8_t>(m_header[0] & 0x0FU);
    if ((m_header[0] & 0x70U) != 0)
        return fail(WsClose::ProtocolError, "reserved bits are set and no extension was agreed on");
    if (!isKnown(opcode))
        return fail(WsClose::ProtocolError, "unknown opcode");
    if ((m_header[1] & 0x80U) == 0)
        return fail(WsClose::ProtocolError, "a client's frames are masked");
    m_opcode = static_cast<WsOpcode>(opcode);

    std::size_t at = 2;
    std::uint64_t length = m_header[1] & 0x7FU;
    if (length >= 126) {
        const std::size_t count = length == 126 ? 2 : 8;
        length = 0;
        for (; at < 2 + count; ++at)
            length = (length << 8U) | m_header[at];
        if (length < (count == 2 ? 126U : 65'536U) || (length >> 63U) != 0)
            return fail(WsClose::ProtocolError, "a length is not written in the shortest way");
    }
    std::copy_n(m_header + at, 4, m_mask);
    m_maskOffset = 0;
    m_left = length;

    if (isControl(m_opcode)) {
        if (!m_final || length > maxControlBytes)
            return fail(WsClose::ProtocolError,
                        "a control frame is whole and at most 125 bytes long");
        m_control.clear();
        return true;
    }
    if (m_opcode == WsOpcode::Continuation) {
        if (!m_kind)
            return fail(WsClose::ProtocolError, "there is nothing to continue");
    } else {
        if (m_kind)
            return fail(WsClose::ProtocolError, "a message began inside another one");
        m_kind = m_opcode;
        m_fragments = 0;
        m_message.clear();
    }
    if (length > m_maxMessageBytes - m_message.size())
        return fail(WsClose::TooBig, "the message is too long");
    if (++m_fragments > m_maxFragments)
        return fail(WsClose::TooBig, "the message comes in too many fragments");
    return true;
}

std::size_t WsDecoder::takePayload(std::string_view bytes)
{
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size()));
    std::string &to = isControl(m_opcode) ? m_control : m_message;
    const std::size_t from = to.size();
    to += bytes.substr(0, count);
    for (std::size_t i = 0; i < count; ++i)
        to[from + i] = static_cast<char>(static_cast<std::uint8_t>(to[from + i]) ^
                                         m_mask[(m_maskOffset + i) & 3U]);
    m_maskOffset = (m_maskOffset + count) & 3U;
    m_left -= count;
    return count;
}

bool WsDecoder::onFrame(const Sink &sink)
{
    if (m_opcode == WsOpcode::Close)
        return onClose(sink);
    WsMessage message{m_opcode, m_control};
    if (!isControl(m_opcode)) {
        if (!m_final)
            return true;
        message = {*m_kind, m_message};
        m_kind.reset();
        if (message.kind == WsOpcode::Text && !isUtf8(message.data))
            return fail(WsClose::InvalidPayload, "the text is not UTF-8");
    }
    if (!sink(message)) {
        m_over = true;
        return false;
    }
    if (m_message.capacity() > 4096 && !m_kind)
        m_message = {}; // an idle peer keeps no room for its longest message
    return true;
}

bool WsDecoder::onClose(const Sink &sink)
{
    const std::string_view body = m_control;
    if (body.size() == 1)
        return fail(WsClose::ProtocolError, "a close code has two bytes");
    if (body.size() >= 2) {
        const unsigned code = static_cast<unsigned>(static_cast<std::uint8_t>(body[0])) << 8U |
                              static_cast<std::uint8_t>(body[1]);
        if (!maySend(code))
            return fail(WsClose::ProtocolError, "this close code is never sent");
        if (!isUtf8(body.substr(2)))
            return fail(WsClose::InvalidPayload, "the reason is not UTF-8");
    }
    m_over = true;
    sink({WsOpcode::Close, body});
    return false;
}

std::string wsFrame(WsOpcode opcode, std::string_view payload)
{
    std::string frame;
    frame.reserve(payload.size() + 10);
    frame += static_cast<char>(0x80U | static_cast<std::uint8_t>(opcode));
    const std::size_t size = payload.size();
    const std::size_t lengthBytes = size < 126 ? 0 : size < 65'536 ? 2 : 8;
    frame += static_cast<char>(lengthBytes == 0 ? size : lengthBytes == 2 ? 126 : 127);
    for (std::size_t i = lengthBytes; i > 0; --i)
        frame += static_cast<char>((static_cast<std::uint64_t>(size) >> (8 * (i - 1))) & 0xFFU);
    frame += payload;
    return frame;
}

std::string wsCloseFrame(WsClose code, std::string_view reason)
{
    std::string body;
    body += static_cast<char>(static_cast<std::uint16_t>(code) >> 8U);
    body += static_cast<char>(static_cast<std::uint16_t>(code) & 0xFFU);
    body += reason.substr(0, maxControlBytes - 2);
    return wsFrame(WsOpcode::Close, body);
}

std::optional<std::string> wsAccept(std::string_view key)
{
    std::array<unsigned char, 32> nonce{};
    if (key.size() != 24 || !key.ends_with("=="))
        return std::nullopt;
    const auto [written, read] = base64::decode(nonce.data(), key.data(), key.size());
    if (written != 16 || read < 22)
        return std::nullopt;

    boost::uuids::detail::sha1 hash;
    hash.process_bytes(key.data(), key.size());
    hash.process_bytes(guid.data(), guid.size());
    unsigned words[5] = {};
    hash.get_digest(words);
    std::array<unsigned char, 20> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<unsigned char>(words[i / 4] >> (24 - 8 * (i % 4)));
    std::string text(base64::encoded_size(digest.size()), '\0');
    text.resize(base64::encode(text.data(), digest.data(), digest.size()));
    return text;
}

} // namespace afoot::serve
