#include "core/serve/doorkeeper.h"

#include "core/model/text.h"
#include "core/serve/compat.h"
#include "core/serve/query.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>

namespace afoot::serve {

namespace {

Error refusal(std::string name, std::string detail)
{
    return {Error::Code::Refused, std::move(name), std::move(detail), {}};
}

struct HostPort
{
    std::string_view host{};
    std::optional<std::string_view> port{};
};

/// "name", "name:80", "[::1]", "[::1]:80"; nullopt when it is none of these.
std::optional<HostPort> split(std::string_view text)
{
    std::size_t end = 0;
    if (!text.empty() && text.front() == '[') {
        end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        ++end;
    } else {
        end = std::min(text.find(':'), text.size());
    }
    const std::string_view rest = text.substr(end);
    if (end == 0 || (!rest.empty() && (rest.front() != ':' || rest.size() == 1)))
        return std::nullopt;
    HostPort parts{text.substr(0, end), std::nullopt};
    if (!rest.empty())
        parts.port = rest.substr(1);
    return parts;
}

bool isLoopbackName(std::string_view host)
{
    static constexpr std::array<std::string_view, 3> names{"127.0.0.1", "localhost", "[::1]"};
    return std::any_of(names.begin(), names.end(),
                       [host](std::string_view name) { return equalsIgnoringCase(name, host); });
}

/// As in DNS (RFC 1123, section 2.1), and with the underscores that local networks like; an address passes as well.
bool isDnsName(std::string_view host)
{
    constexpr std::size_t maxName = 253;
    constexpr std::size_t maxLabel = 63;
    if (host.ends_with('.'))
        host.remove_suffix(1);
    if (host.size() > maxName)
        return false;
    bool isLast = false;
    while (!isLast) {
        const std::size_t end = host.find('.');
        isLast = end == std::string_view::npos;
        const std::string_view label = host.substr(0, end);
        host.remove_prefix(isLast ? host.size() : end + 1);
        const bool isGood = std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   c == '-' || c == '_';
        });
        if (!isGood || label.empty() || label.size() > maxLabel || label.front() == '-' ||
            label.back() == '-')
            return false;
    }
    return true;
}

bool isPort(std::string_view text)
{
    constexpr unsigned maxPort = 65'535;
    unsigned port = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, port);
    return trouble == std::errc{} && stop == end && port > 0 && port <= maxPort;
}

bool isOwnPort(std::string_view port, const HouseRules &rules)
{
    return rules.port && port == std::to_string(*rules.port);
}

bool isConfiguredHost(std::string_view host, const HostPort &parts, bool portFits,
                      const HouseRules &rules)
{
    return std::any_of(rules.hosts.begin(), rules.hosts.end(), [&](const std::string &known) {
        return equalsIgnoringCase(known, host) ||
               (portFits && equalsIgnoringCase(known, parts.host));
    });
}

/// The one spelling of an address of either family, with brackets if it has colons; nullopt for names.
std::optional<std::string> addressOf(std::string_view host)
{
    const bool isBracketed = host.starts_with('[') && host.ends_with(']');
    const int family = isBracketed ? AF_INET6 : AF_INET;
    const std::string digits(isBracketed ? host.substr(1, host.size() - 2) : host);
    in6_addr bytes = {}; // the larger of the two
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (::inet_pton(family, digits.c_str(), &bytes) != 1 ||
        ::inet_ntop(family, &bytes, text.data(), text.size()) == nullptr)
        return std::nullopt;
    return isBracketed ? '[' + std::string(text.data()) + ']' : std::string(text.data());
}

/// Under TLS a page of our own is one that was got by the name that it now asks for.
bool isOwnTlsOrigin(std::string_view origin, std::string_view host)
{
    static constexpr std::string_view scheme = "https://";
    return origin.size() > scheme.size() &&
           equalsIgnoringCase(origin.substr(0, scheme.size()), scheme) &&
           equalsIgnoringCase(origin.substr(scheme.size()), host);
}

std::optional<Error> checkHost(Door door, const Request &head, const HouseRules &rules)
{
    const auto host = head.header("host");
    if (host && (door == Door::Tls ? isOwnTlsHost(*host, rules) : isOwnHost(*host, rules)))
        return std::nullopt;
    return refusal("foreign_host",
                   door == Door::Tls
                       ? "Host names another machine than this one; call it by an address that it "
                         "listens on or a name in its certificate, or start the tracker with "
                         "--host NAME."
                       : "Host names another machine or port than this one; call it localhost or "
                         "127.0.0.1 with its port, or start the tracker with --host NAME.");
}

/// The configured spelling of @p origin; empty when it is not configured.
std::string configuredOrigin(std::string_view origin, const HouseRules &rules)
{
    for (const std::string &known : rules.origins) {
        if (equalsIgnoringCase(known, origin))
            return known;
    }
    return {};
}

bool equalsInConstantTime(std::string_view given, std::string_view wanted)
{
    unsigned difference = given.size() == wanted.size() ? 0U : 1U;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const char other = wanted.empty() ? '\0' : wanted[i % wanted.size()];
        difference |= static_cast<unsigned>(static_cast<unsigned char>(given[i]) ^
                                            static_cast<unsigned char>(other));
    }
    const volatile unsigned kept = difference;
    return kept == 0;
}

/// The token that came along; nullopt when there is none.
std::optional<std::string> tokenIn(const Request &head)
{
    if (const auto line = head.header("authorization")) {
        static constexpr std::string_view scheme = "bearer ";
        if (line->size() <= scheme.size() ||
            !equalsIgnoringCase(line->substr(0, scheme.size()), scheme))
            return std::nullopt;
        std::string_view token = line->substr(scheme.size());
        token.remove_prefix(std::min(token.find_first_not_of(' '), token.size()));
        return std::string(token);
    }
    const auto query = Query::parse(head.query());
    if (!query)
        return std::nullopt;
    const auto value = query->value("token");
    return value ? std::optional<std::string>(*value) : std::nullopt;
}

std::optional<Error> checkToken(const std::optional<std::string> &token, const HouseRules &rules)
{
    if (!token)
        return refusal(
            "unauthorized",
            "This needs \"Authorization: Bearer TOKEN\"; \"afoot token\" prints the token.");
    if (rules.token.empty() || !equalsInConstantTime(*token, rules.token))
        return refusal("unauthorized",
                       "The token is not the one of this tracker; \"afoot token\" prints it, with "
                       "--data DIR where the tracker was started with that.");
    return std::nullopt;
}

} // namespace

bool isOwnHost(std::string_view host, const HouseRules &rules)
{
    const auto parts = split(host);
    if (!parts)
        return false;
    const bool portFits = !parts->port || isOwnPort(*parts->port, rules);
    if (isLoopbackName(parts->host) && portFits)
        return true;
    return isConfiguredHost(host, *parts, portFits, rules);
}

std::optional<Error> checkHostName(std::string_view host)
{
    const auto parts = split(host);
    const bool isGood = parts && (!parts->port || isPort(*parts->port)) &&
                        (parts->host.starts_with('[') ? addressOf(parts->host).has_value()
                                                      : isDnsName(parts->host));
    if (isGood)
        return std::nullopt;
    return Error{Error::Code::BadInput,
                 "bad_host",
                 "A host is a name or an address such as nas.local, 192.168.1.5 or [fd00::5], "
                 "with a port or none, not " +
                     quotedBriefly(host) + ".",
                 {}};
}

void TlsNames::add(const std::string &host, std::uint16_t port)
{
    names.push_back(host.find(':') == std::string::npos ? host : '[' + host + ']');
    ports.push_back(port);
    isAny = isAny || host == "0.0.0.0" || host == "::";
}

bool isOwnTlsHost(std::string_view host, const HouseRules &rules)
{
    const auto parts = split(host);
    if (!parts)
        return false;
    const auto &[names, ports, isAny] = rules.tls;
    const bool portFits =
        !parts->port || std::any_of(ports.begin(), ports.end(), [&](std::uint16_t port) {
            return *parts->port == std::to_string(port);
        });
    const auto address = addressOf(parts->host);
    const std::string_view name = address ? std::string_view(*address) : parts->host;
    const bool isOwn = (isAny && address) ||
                       std::any_of(names.begin(), names.end(), [name](const std::string &known) {
                           return equalsIgnoringCase(known, name);
                       });
    return (isOwn && portFits) || isConfiguredHost(host, *parts, portFits, rules);
}

bool isOwnOrigin(std::string_view origin, const HouseRules &rules)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin.size() <= scheme.size() ||
            !equalsIgnoringCase(origin.substr(0, scheme.size()), scheme))
            continue;
        const auto parts = split(origin.substr(scheme.size()));
        return parts && parts->port && isOwnPort(*parts->port, rules) &&
               isLoopbackName(parts->host);
    }
    return false;
}

Result<Admission> admit(Door door, const Request &head, const HouseRules &rules)
{
    if (head.target.empty() || (head.target.front() != '/' && head.target != "*"))
        return refusal("foreign_host", "Ask for a path such as /api/v1/jobs, not for a whole URL.");
    if (door != Door::Unix) {
        if (auto trouble = checkHost(door, head, rules))
            return std::move(*trouble);
    }
    Admission terms;
    if (const auto origin = head.header("origin")) {
        terms.corsOrigin =
            head.countOf("origin") == 1 ? configuredOrigin(*origin, rules) : std::string();
        const bool isOwn = door == Door::Tls ? isOwnTlsOrigin(*origin, *head.header("host"))
                                             : isOwnOrigin(*origin, rules);
        if (terms.corsOrigin.empty() && (head.countOf("origin") > 1 || !isOwn))
            return refusal("foreign_origin",
                           "Pages of this origin may not talk to the tracker; if they should, "
                           "start it with --origin URL.");
    }
    const auto site = head.header("sec-fetch-site");
    if (site && equalsIgnoringCase(*site, "cross-site") && terms.corsOrigin.empty())
        return refusal("foreign_origin",
                       "A page of another site asked for this; if it should, start the tracker "
                       "with --origin URL.");
    // browsers send no token with a preflight, and nothing but the answer comes of it
    terms.isPreflight = head.method == Method::Options && !terms.corsOrigin.empty() &&
                        head.header("access-control-request-method").has_value();
    if (door != Door::Unix && !terms.isPreflight) {
        const auto token = tokenIn(head);
        if (rules.compat && door == Door::Tcp && !token && isCompatReading(head))
            terms.mayAsk = false;
        else if (auto trouble = checkToken(token, rules))
            return std::move(*trouble);
    }
    return terms;
}

} // namespace afoot::serve
