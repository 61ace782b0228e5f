#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::serve {

/// What a WebSocket frame is (RFC 6455, section 5.2).
enum class WsOpcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

/// Why a connection is closed (RFC 6455, section 7.4.1); only those that we send.
enum class WsClose : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003, ///< binary, where text is spoken
    InvalidPayload = 1007,  ///< text that is not UTF-8
    PolicyViolation = 1008,
    TooBig = 1009,
};

/// A whole message or a control frame from the peer. The bytes are gone when the call returns.
struct WsMessage
{
    WsOpcode kind = WsOpcode::Text; ///< never Continuation
    std::string_view data{};        ///< of Text always UTF-8
};

/// The server's side of reading RFC 6455: frames in, however the network cuts them up, messages out.
///
/// To the letter: clients' frames are masked, reserved bits are zero (no extension is agreed on), control
/// frames are short and whole, lengths are minimal, text is UTF-8, close codes are such as may be sent. After a
/// failure nothing more is read.
/// Threads: a value; the caller's.
class WsDecoder
{
public:
    /// Runs inside push() and must not call back. False: nothing behind it matters any more.
    using Sink = std::function<bool(const WsMessage &)>;

    struct Failure
    {
        WsClose code = WsClose::ProtocolError;
        std::string_view reason{}; ///< a literal
    };

    /// @p maxFragments bounds the frames of one message: a byte each would cost more than it says.
    explicit WsDecoder(std::size_t maxMessageBytes, std::size_t maxFragments = 16'384);

    void push(std::string_view bytes, const Sink &sink);

    const std::optional<Failure> &failure() const { return m_failure; }
    /// Bytes kept for a message that is not whole yet.
    std::size_t kept() const { return m_message.capacity() + m_control.capacity(); }

private:
    std::size_t takeHeader(std::string_view bytes);
    bool onHeader();
    std::size_t takePayload(std::string_view bytes);
    bool onFrame(const Sink &sink);
    bool onClose(const Sink &sink);
    bool fail(WsClose code, std::string_view reason);

    std::size_t m_maxMessageBytes;
    std::size_t m_maxFragments;
    std::optional<Failure> m_failure{};
    bool m_over = false; ///< the sink said so

    std::uint8_t m_header[14]{};
    std::size_t m_headerBytes = 0;
    std::size_t m_headerWanted = 2;
    bool m_inPayload = false;
    bool m_final = false;
    WsOpcode m_opcode = WsOpcode::Text;
    std::uint64_t m_left = 0;     ///< of this frame's payload
    std::size_t m_maskOffset = 0; ///< into the mask, 0..3
    std::uint8_t m_mask[4]{};

    std::optional<WsOpcode> m_kind{}; ///< of the message that is being put together
    std::size_t m_fragments = 0;
    std::string m_message{};
    std::string m_control{};
};

/// One unfragmented frame as a server sends it: not masked.
std::string wsFrame(WsOpcode opcode, std::string_view payload);

/// A close frame; @p reason is cut to what fits (123 bytes).
std::string wsCloseFrame(WsClose code, std::string_view reason);

/// What Sec-WebSocket-Accept says to @p key (section 4.2.2); unset when @p key is not 16 bytes in base64.
std::optional<std::string> wsAccept(std::string_view key);

} // namespace afoot::serve
