#pragma once

#include "tests/support/house.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>

namespace afoot::test {

/// One frame as a client sends it: masked with @p mask, whatever it holds. @p first is the first byte (0x81: a
/// whole text).
std::string clientFrame(std::uint8_t first, std::string_view payload,
                        std::uint32_t mask = 0x37FA213D);

/// A WebSocket client that sends what it is told, frame for frame.
class WsClient
{
public:
    struct Frame
    {
        unsigned opcode = 0;
        std::string payload{};

        unsigned closeCode() const;
    };

    explicit WsClient(House &house, const std::string &path = "/api/v1/ws",
                      RawClient::Way way = RawClient::Way::Tcp,
                      std::unique_ptr<Wire> wire = std::make_unique<Wire>());

    int status() const { return m_status; }
    void send(std::string_view bytes) { m_raw.send(bytes); }
    void say(std::string_view text) { send(clientFrame(0x81, text)); }

    /// Waits until @p count frames in all are here, and gives all.
    const std::vector<Frame> &frames(std::size_t count);
    /// Waits for one that is a close, and gives its code; 0 when none came.
    unsigned closed();
    /// Waits for an event of this name behind those asked for before; its data, or {} when none came.
    QJsonObject event(const QString &name);
    RawClient &raw() { return m_raw; }

private:
    void readFrames();

    RawClient m_raw;
    int m_status = 0;
    std::size_t m_at = 0; ///< of the raw bytes, read
    std::vector<Frame> m_frames{};
    std::size_t m_asked = 0; ///< frames that event() has passed
};

} // namespace afoot::test
