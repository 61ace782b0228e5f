#include "app/cli/listenaddress.h"

#include <charconv>
#include <string>

namespace afoot::cli {

Result<std::optional<std::uint16_t>> listenPort(std::string_view address)
{
    using Port = std::optional<std::uint16_t>;
    if (address == "none")
        return Port{};
    const std::size_t colon = address.rfind(':');
    const bool bareV6 = address.find(':') != colon && !address.starts_with('[');
    const std::string_view host =
        colon == std::string_view::npos || bareV6 ? std::string_view{} : address.substr(0, colon);
    const std::string_view digits =
        colon == std::string_view::npos ? address : address.substr(colon + 1);
    Port port = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, *port);
    if (failure != std::errc{} || stop != end || bareV6)
        return Error{Error::Code::BadInput,
                     "bad_address",
                     "\"" + std::string(address) +
                         "\" is not an address to listen on: write 4680, 127.0.0.1:4680, "
                         "[::1]:4680 or none.",
                     {}};
    const bool loopback =
        host.empty() || host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (colon != std::string_view::npos && (host.empty() || !loopback))
        return Error{
            Error::Code::Refused,
            "not_loopback",
            "\"" + std::string(address) +
                "\" can be reached from other machines, and without TLS they could read the token; "
                "listen on 127.0.0.1 and forward the port with ssh -L.",
            {}};
    return port;
}

} // namespace afoot::cli
