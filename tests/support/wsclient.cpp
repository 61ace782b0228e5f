#include "tests/support/wsclient.h"

#include <QJsonDocument>

namespace afoot::test {

std::string clientFrame(std::uint8_t first, std::string_view payload, std::uint32_t mask)
{
    std::string frame(1, static_cast<char>(first));
    const std::size_t size = payload.size();
    const std::size_t lengthBytes = size < 126 ? 0 : size < 65'536 ? 2 : 8;
    frame += static_cast<char>(0x80U | (lengthBytes == 0 ? size : lengthBytes == 2 ? 126U : 127U));
    for (std::size_t i = lengthBytes; i > 0; --i)
        frame += static_cast<char>((static_cast<std::uint64_t>(size) >> (8 * (i - 1))) & 0xFFU);
    std::uint8_t key[4];
    for (std::size_t i = 0; i < 4; ++i) {
        key[i] = static_cast<std::uint8_t>(mask >> (24 - 8 * i));
        frame += static_cast<char>(key[i]);
    }
    for (std::size_t i = 0; i < size; ++i)
        frame += static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ key[i % 4]);
    return frame;
}

unsigned WsClient::Frame::closeCode() const
{
    if (payload.size() < 2)
        return 0;
    return static_cast<unsigned>(static_cast<std::uint8_t>(payload[0])) << 8U |
           static_cast<std::uint8_t>(payload[1]);
}

WsClient::WsClient(House &house, const std::string &path, RawClient::Way way,
                   std::unique_ptr<Wire> wire)
    : m_raw(house, way, std::move(wire))
{
    const auto head = m_raw.ask("GET", path, {},
                                "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    m_status = head ? head->status : 0;
}

void WsClient::readFrames()
{
    const std::string &raw = m_raw.raw();
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(raw[at]); };
    while (raw.size() >= m_at + 2) {
        std::uint64_t size = byte(m_at + 1);
        std::size_t head = 2;
        if (size >= 126) {
            const std::size_t count = size == 126 ? 2 : 8;
            if (raw.size() < m_at + 2 + count)
                return;
            size = 0;
            for (std::size_t i = 0; i < count; ++i)
                size = size << 8U | byte(m_at + 2 + i);
            head += count;
        }
        if (raw.size() < m_at + head + size)
            return;
        m_frames.push_back({byte(m_at) & 0x0FU, raw.substr(m_at + head, size)});
        m_at += head + size;
    }
}

const std::vector<WsClient::Frame> &WsClient::frames(std::size_t count)
{
    m_raw.pumpUntil([&] {
        readFrames();
        return m_frames.size() >= count;
    });
    return m_frames;
}

unsigned WsClient::closed()
{
    unsigned code = 0;
    m_raw.pumpUntil([&] {
        readFrames();
        for (const Frame &frame : m_frames) {
            if (frame.opcode == 0x8)
                code = frame.payload.empty() ? 1005 : frame.closeCode();
        }
        return code != 0;
    });
    return code;
}

QJsonObject WsClient::event(const QString &name)
{
    QJsonObject found;
    m_raw.pumpUntil([&] {
        readFrames();
        for (; m_asked < m_frames.size(); ++m_asked) {
            const auto event =
                QJsonDocument::fromJson(QByteArray::fromStdString(m_frames[m_asked].payload))
                    .object();
            if (m_frames[m_asked].opcode == 0x1 &&
                event[QStringLiteral("event")].toString() == name) {
                found = event[QStringLiteral("data")].toObject();
                ++m_asked;
                return true;
            }
        }
        return false;
    });
    return found;
}

} // namespace afoot::test
