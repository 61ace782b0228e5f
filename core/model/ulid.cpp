#include "core/model/ulid.h"

namespace afoot {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// RFC 9562, 5.7.
bool isTimedUuid(std::string_view id)
{
    if (id.size() != 36 || id[14] != '7')
        return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash ? id[i] != '-' : !isHexDigit(id[i]))
            return false;
    }
    return true;
}

} // namespace

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

bool isUlid(std::string_view id)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";
    return id.size() == 26 && id.find_first_not_of(letters) == std::string_view::npos;
}

std::string_view shortId(std::string_view id)
{
    if (isUlid(id))
        return id.substr(id.size() - 6);
    if (isTimedUuid(id))
        return id.substr(id.size() - 8);
    std::size_t end = 0;
    for (int characters = 0; end < id.size() && characters < 8; ++characters) {
        ++end;
        while (end < id.size() && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80U)
            ++end;
    }
    return id.substr(0, end);
}

} // namespace afoot
