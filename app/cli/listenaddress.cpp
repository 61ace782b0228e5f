#include "app/cli/listenaddress.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <string_view>

namespace afoot::cli {

namespace {

using serve::SocketAddress;

constexpr std::uint16_t defaultPort = 4680;

Error badAddress(const std::string &text)
{
    return {Error::Code::BadInput,
            "bad_address",
            '"' + text +
                "\" is not an address to listen on: write 4680, 127.0.0.1:4680, [::1]:4680 or "
                "none; with --cert and --key also other addresses of this machine as numbers, "
                "such as 192.168.1.5:4681 or [2001:db8::1]:4681.",
            {}};
}

Error contradiction(std::string detail)
{
    return {Error::Code::BadInput, "contradiction", std::move(detail), {}};
}

/// The one spelling of an address as numbers; nullopt for anything else, and for IPv4 dressed as IPv6.
std::optional<std::string> numbersOf(std::string_view host)
{
    const bool isV6 = host.starts_with('[') && host.ends_with(']');
    const std::string digits(isV6 ? host.substr(1, host.size() - 2) : host);
    in6_addr bytes = {}; // the larger of the two
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = isV6 ? AF_INET6 : AF_INET;
    if (::inet_pton(family, digits.c_str(), &bytes) != 1 ||
        (isV6 && IN6_IS_ADDR_V4MAPPED(&bytes)) ||
        ::inet_ntop(family, &bytes, text.data(), text.size()) == nullptr)
        return std::nullopt;
    return std::string(text.data());
}

bool isLoopback(const std::string &host)
{
    return host == "127.0.0.1" || host == "::1";
}

/// A port alone is one of loopback.
Result<SocketAddress> addressIn(const std::string &text)
{
    const std::size_t colon = text.rfind(':');
    const bool isPortAlone = colon == std::string::npos;
    const std::string_view digits =
        isPortAlone ? std::string_view(text) : std::string_view(text).substr(colon + 1);
    SocketAddress address{"127.0.0.1"};
    const char *const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, address.port);
    if (failure != std::errc{} || stop != end)
        return badAddress(text);
    const std::string host = isPortAlone ? "localhost" : text.substr(0, colon);
    if (host == "localhost")
        return address;
    const auto numbers = numbersOf(host);
    if (!numbers || (numbers->starts_with("127.") && !isLoopback(*numbers)))
        return badAddress(text);
    address.host = *numbers;
    return address;
}

Error notLoopback(const std::string &text)
{
    return {Error::Code::Refused,
            "not_loopback",
            '"' + text +
                "\" can be reached from other machines, and without TLS they could read the token: "
                "give a certificate with --cert FILE and --key FILE, or listen on 127.0.0.1 and "
                "forward the port with ssh -L.",
            {}};
}

/// 0.0.0.0 takes the port of 127.0.0.1 with all others.
const SocketAddress *takerOf(std::uint16_t port, const std::vector<SocketAddress> &others)
{
    const auto taker = std::find_if(others.begin(), others.end(), [port](const SocketAddress &a) {
        return a.isAny() && a.port == port && port != 0;
    });
    return taker == others.end() ? nullptr : &*taker;
}

} // namespace

Result<Listening> listeningOn(const std::vector<std::string> &asked, HasCertificate certificate)
{
    Listening listening;
    bool isNone = false;
    for (const std::string &text : asked) {
        if (text == "none") {
            isNone = true;
            continue;
        }
        auto address = addressIn(text);
        if (!address)
            return address.error();
        if (isLoopback(address->host)) {
            if (listening.loopback.value_or(address->port) != address->port)
                return contradiction("On loopback there is one port; --listen names " +
                                     std::to_string(*listening.loopback) + " and " +
                                     std::to_string(address->port) + '.');
            listening.loopback = address->port;
            listening.isLoopbackAsked = true;
            continue;
        }
        if (certificate == HasCertificate::No)
            return notLoopback(text);
        auto &others = listening.others;
        if (std::find(others.begin(), others.end(), *address) == others.end())
            others.push_back(std::move(address).value());
    }
    if (isNone && listening.loopback)
        return contradiction("--listen none wants no port on loopback, and " +
                             std::to_string(*listening.loopback) + " is one; leave out either.");
    const SocketAddress *const taker =
        takerOf(listening.loopback.value_or(defaultPort), listening.others);
    if (listening.loopback && taker)
        return contradiction(taker->text() +
                             " takes that port on loopback as well, where HTTP stays plain; give "
                             "one of the two another port.");
    if (!listening.loopback && !isNone && !taker)
        listening.loopback = defaultPort;
    return listening;
}

} // namespace afoot::cli
