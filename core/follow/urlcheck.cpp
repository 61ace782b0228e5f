#include "core/follow/urlcheck.h"

#include "core/model/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace afoot {

namespace {

constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "ws://", "wss://"};
constexpr std::size_t longestHost = 253; ///< RFC 1035
constexpr std::size_t longestShown = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Names as they are in use, also those that are not ASCII.
bool isHostName(std::string_view host)
{
    if (host.ends_with('.'))
        host.remove_suffix(1);
    const bool isMade = std::all_of(host.begin(), host.end(), [](char c) {
        return isDigit(c) || isLetter(c) || c == '-' || c == '_' || c == '.' ||
               static_cast<unsigned char>(c) >= 0x80U;
    });
    return isMade && !host.empty() && host.size() <= longestHost && host.front() != '.' &&
           host.find("..") == std::string_view::npos;
}

/// What stands between the brackets of an IPv6 address, with its zone or not.
bool isIpv6(std::string_view host)
{
    host = host.substr(0, host.find('%'));
    return std::count(host.begin(), host.end(), ':') >= 2 &&
           host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

bool isPort(std::string_view text)
{
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65'535;
}

/// "host:1" of a URL, and where it begins; npos for one of another scheme.
struct Authority
{
    std::size_t begin = std::string_view::npos;
    std::string_view text{}; ///< without user and password
};

Authority authorityOf(std::string_view url)
{
    const auto scheme = std::find_if(schemes.begin(), schemes.end(),
                                     [&](std::string_view one) { return url.starts_with(one); });
    if (scheme == schemes.end())
        return {};
    const std::string_view whole =
        url.substr(scheme->size(), url.find_first_of("/?#", scheme->size()) - scheme->size());
    const std::size_t at = whole.rfind('@');
    return {scheme->size(), at == std::string_view::npos ? whole : whole.substr(at + 1)};
}

/// The host and, with its colon, the port.
std::pair<std::string_view, std::string_view> cutAtPort(std::string_view authority)
{
    const std::size_t bracket = authority.rfind(']');
    const std::size_t colon =
        authority.find(':', bracket == std::string_view::npos ? 0 : bracket + 1);
    if (colon == std::string_view::npos)
        return {authority, {}};
    return {authority.substr(0, colon), authority.substr(colon)};
}

/// As a person may see it: no query, no user, no password.
std::string shown(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t slashes = url.find("//");
    const std::size_t begin = slashes == std::string_view::npos ? 0 : slashes + 2;
    const std::string_view authority = url.substr(begin, url.find('/', begin) - begin);
    std::string text(url);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
        text.erase(begin, at + 1);
    return cutText(cleanText(text), longestShown);
}

Error badUrl(std::string detail)
{
    return {.code = Error::Code::BadInput,
            .name = "bad_url",
            .detail = std::move(detail),
            .field = "url"};
}

} // namespace

std::optional<Error> urlTrouble(std::string_view url)
{
    const Authority authority = authorityOf(url);
    if (authority.begin == std::string_view::npos)
        return badUrl('"' + shown(url) +
                      "\" is no URL of a tracker: those begin with http://, https://, ws:// or "
                      "wss://.");
    const auto [host, port] = cutAtPort(authority.text);
    const std::string isNone = shown(url) + " is no address: ";
    if (host.empty())
        return badUrl(isNone + "it names no host.");
    const bool isBracketed = host.starts_with('[') && host.ends_with(']');
    if (isBracketed ? !isIpv6(host.substr(1, host.size() - 2)) : !isHostName(host))
        return badUrl(isNone + '"' + cleanText(host) + "\" is no host.");
    if (port.size() > 1 && !isPort(port.substr(1)))
        return badUrl(isNone + '"' + cleanText(port.substr(1)) +
                      "\" is no port; those are 1 to 65535.");
    return std::nullopt;
}

std::optional<std::string> urlMeantBy(std::string_view text)
{
    const std::string_view authority = text.substr(0, text.find_first_of("/?#"));
    const auto [host, port] = cutAtPort(authority);
    const bool isLoopback = host == "localhost" || host == "[::1]";
    const bool hasDot = host.find('.') != std::string_view::npos;
    const bool isNumeric =
        hasDot && host.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!isLoopback && !hasDot && port.empty() && text.find('/') == std::string_view::npos)
        return std::nullopt;
    std::string url = (isLoopback || isNumeric ? "http://" : "https://") + std::string(text);
    if (authority.size() == text.size())
        url += '/';
    if (urlTrouble(url))
        return std::nullopt;
    return url;
}

} // namespace afoot
