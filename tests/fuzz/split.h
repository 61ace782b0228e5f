#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace afoot::fuzz {

/// The input, and where the network cuts it: the first byte says.
inline std::pair<std::string_view, std::size_t> split(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (bytes.empty())
        return {bytes, 0};
    return {bytes.substr(1), size * data[0] / 256};
}

} // namespace afoot::fuzz
