#pragma once

#include "core/model/result.h"
#include "core/serve/request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::serve {

/// Which way a request came in.
enum class Door {
    Unix, ///< the person's own socket (mode 0600): no token, any Host
    Tcp,  ///< loopback, where any program and any web page can knock
    Tls, ///< any other address, where any machine can knock: always under TLS, never without the token
};

/// What this machine is called from outside.
struct TlsNames
{
    std::vector<std::string>
        names{}; ///< as Host says them: "box.lan", "192.168.1.5", "[2001:db8::1]"
    std::vector<std::uint16_t> ports{};
    bool isAny = false; ///< listens on all addresses, each of which is a name then

    /// @p host is an address without brackets.
    void add(const std::string &host, std::uint16_t port);
};

/// What the doorkeeper goes by.
struct HouseRules
{
    std::string token{};                ///< empty admits nobody over TCP
    std::vector<std::string> origins{}; ///< other origins that may, such as "https://dash.example"
    std::vector<std::string> hosts{}; ///< other names this machine goes by, with or without a port
    std::optional<std::uint16_t> port{}; ///< our own on loopback
    bool compat = false; ///< reading at the dialects' paths needs no token on loopback
    TlsNames tls{};
};

/// On what terms a request was let in.
struct Admission
{
    std::string
        corsOrigin{}; ///< the configured origin that asks, to be named in the answer; else empty
    bool isPreflight = false; ///< a browser's question in advance: answer it, do nothing
    bool mayAsk =
        true; ///< false for one that was let in without the token: it may read and no more

    friend bool operator==(const Admission &, const Admission &) = default;
};

/// Decides on the head of a request alone, before its body is read and before it is routed (protocol 4).
///
/// Against DNS rebinding, cross-site requests and other users of this machine: Host must be ours, Origin,
/// where there is one, ours with our own port or configured, Sec-Fetch-Site not cross-site, and over TCP,
/// under TLS or not, the token must be right. The token is compared in constant time and stands in no message.
/// With @c compat, who reads at a path of a dialect on loopback and shows no token does without.
[[nodiscard]] Result<Admission> admit(Door door, const Request &head, const HouseRules &rules);

/// A loopback name with @p port or none, or one of @p hosts. Look-alikes are not.
bool isOwnHost(std::string_view host, const HouseRules &rules);

/// What is wrong with @p host as one of HouseRules::hosts: no Host could ever say it. Pure; BadInput, in one sentence.
[[nodiscard]] std::optional<Error> checkHostName(std::string_view host);

/// One of our names under TLS, or one of @p hosts, with one of our ports or none. Where all addresses are listened on
/// any address is ours: a rebound name is always a name.
bool isOwnTlsHost(std::string_view host, const HouseRules &rules);

/// http or https on a loopback name with exactly our port.
bool isOwnOrigin(std::string_view origin, const HouseRules &rules);

} // namespace afoot::serve
