#include "core/model/ulid.h"

namespace afoot {

std::string makeUlid(WallTime now, const std::array<std::uint8_t, 10> &random)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<std::uint8_t, 16> bytes{};
    auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 6; i-- > 0; ms >>= 8U)
        bytes[i] = static_cast<std::uint8_t>(ms & 0xffU);
    for (std::size_t i = 0; i < random.size(); ++i)
        bytes[6 + i] = random[i];

    // 128 bits as 26 groups of five, two zero bits in front
    std::string text(26, '0');
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned group = 0;
        for (std::size_t b = 0; b < 5; ++b) {
            const std::size_t position = i * 5 + b;
            unsigned bit = 0;
            if (position >= 2)
                bit = (bytes[(position - 2) / 8] >> (7 - (position - 2) % 8)) & 1U;
            group = group << 1U | bit;
        }
        text[i] = alphabet[group];
    }
    return text;
}

} // namespace afoot
