#include "app/shared/random.h"

#include "core/model/ulid.h"

#include <sys/random.h>

namespace afoot {

namespace {

void fill(void *to, std::size_t bytes)
{
    auto *at = static_cast<std::uint8_t *>(to);
    while (bytes > 0) {
        const ssize_t got = ::getrandom(at, bytes, 0);
        if (got < 0)
            continue; // interrupted before the kernel's pool was ready
        at += got;
        bytes -= static_cast<std::size_t>(got);
    }
}

} // namespace

std::array<std::uint8_t, 10> randomBytes()
{
    std::array<std::uint8_t, 10> bytes{};
    fill(bytes.data(), bytes.size());
    return bytes;
}

double chance()
{
    return randomBytes()[0] / 256.0;
}

std::string randomHex(std::size_t bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string raw(bytes, '\0');
    fill(raw.data(), raw.size());
    std::string hex;
    hex.reserve(bytes * 2);
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xFU];
    }
    return hex;
}

std::string freshId(WallTime now)
{
    return makeUlid(now, randomBytes());
}

} // namespace afoot
