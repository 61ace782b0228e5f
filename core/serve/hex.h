#pragma once

namespace afoot::serve {

/// 0 to 15; -1 for what is no hexadecimal digit (RFC 5234, HEXDIG, either case).
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace afoot::serve
