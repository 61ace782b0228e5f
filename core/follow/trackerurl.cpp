#include "core/follow/trackerurl.h"

#include "core/model/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace afoot {

namespace {

constexpr std::array<std::string_view, 4> schemes{"http", "https", "ws", "wss"};
constexpr std::string_view allSchemes = "http://, https://, ws:// or wss://";

bool isKnown(std::string_view scheme)
{
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

/// RFC 3986, section 3.2.2, and what is no ASCII: such a name is made one by who asks for it.
bool isHostChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '%';
}

bool isAddressChar(char c)
{
    return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '.' || c == '%';
}

bool isHost(std::string_view host)
{
    if (!host.starts_with('['))
        return !host.empty() && std::all_of(host.begin(), host.end(), isHostChar) &&
               std::any_of(host.begin(), host.end(), [](char c) { return c != '.'; });
    host = host.substr(1, host.size() - 2);
    const std::string_view address = host.substr(0, host.find('%')); // a zone has any name
    return std::all_of(address.begin(), address.end(), isAddressChar) &&
           std::count(address.begin(), address.end(), ':') >= 2;
}

bool isPort(std::string_view text)
{
    unsigned port = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, port);
    return failure == std::errc() && stop == end && port > 0 && port <= 65'535;
}

/// Host and port, behind "://" and without user and password.
std::string_view placeOf(std::string_view behindScheme)
{
    const std::string_view place = behindScheme.substr(0, behindScheme.find_first_of("/?#"));
    const std::size_t user = place.rfind('@');
    return user == std::string_view::npos ? place : place.substr(user + 1);
}

/// What is wrong with host and port, in a clause; empty when they may be right.
std::string wrongWith(std::string_view place)
{
    std::size_t colon = place.rfind(':');
    if (place.starts_with('[')) {
        const std::size_t close = place.find(']');
        if (close == std::string_view::npos)
            return "the bracket before its address is not closed";
        if (close + 1 < place.size() && place[close + 1] != ':')
            return "a port begins with a colon, behind the bracket";
        colon = close + 1 < place.size() ? close + 1 : std::string_view::npos;
    }
    const std::string_view host = place.substr(0, colon);
    if (host.empty())
        return "it names no host";
    if (!isHost(host))
        return quotedBriefly(host) + " is the name of no host";
    if (colon == std::string_view::npos || colon + 1 == place.size())
        return {};
    const std::string_view port = place.substr(colon + 1);
    if (!isPort(port))
        return quotedBriefly(port) + " is no port; those are from 1 to 65535";
    return {};
}

Error wrongUrl(std::string_view url, const std::string &why, const std::string &meant)
{
    std::string sentence = quotedBriefly(withoutSecrets(url)) + ": " + why;
    if (!meant.empty())
        sentence += "; did you mean " + cleanText(withoutSecrets(meant)) + "?";
    else
        sentence += ".";
    return {.code = Error::Code::BadInput,
            .name = "bad_url",
            .detail = std::move(sentence),
            .field = "url"};
}

} // namespace

std::optional<Error> checkTrackerUrl(std::string_view url)
{
    if (url.empty())
        return Error{.code = Error::Code::BadInput,
                     .name = "bad_url",
                     .detail = "The URL of the tracker is missing; it begins with " +
                               std::string(allSchemes) + ".",
                     .field = "url"};
    if (std::any_of(url.begin(), url.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
        return wrongUrl(url, "it holds a control character", {});
    const std::size_t colon = url.find("://");
    const std::string_view before = url.substr(0, std::min(colon, url.size()));
    // in a query there may be a whole URL
    if (colon == std::string_view::npos ||
        before.find_first_of("/?#.@") != std::string_view::npos) {
        const std::string meant = urlMeantBy(url).value_or("");
        return wrongUrl(url,
                        meant.empty()
                            ? "a tracker has a URL that begins with " + std::string(allSchemes)
                            : "it does not begin with a scheme",
                        meant);
    }
    if (!isKnown(before)) {
        const std::string low = lowered(before);
        return wrongUrl(url,
                        quotedBriefly(before) + " is no way to a tracker, whose URL begins with " +
                            std::string(allSchemes),
                        isKnown(low) ? low + std::string(url.substr(colon)) : std::string());
    }
    if (const std::string why = wrongWith(placeOf(url.substr(colon + 3))); !why.empty())
        return wrongUrl(url, why, {});
    return std::nullopt;
}

std::optional<std::string> urlMeantBy(std::string_view text)
{
    const std::string_view place = placeOf(text);
    const std::string_view host = place.substr(0, place.rfind(':'));
    const bool isNone =
        place.ends_with(':') || place.data() != text.data(); // "file:/x", "mailto:me@host"
    const bool isNumeric = host.find('.') != std::string_view::npos &&
                           host.find_first_not_of("0123456789.") == std::string_view::npos;
    const bool isBare = isNumeric || host == "localhost" || host == "[::1]";
    const bool looksLikeOne = isBare || text.find_first_of(".:/") != std::string_view::npos;
    if (isNone || !looksLikeOne || !wrongWith(place).empty())
        return std::nullopt;
    return (isBare ? "http://" : "https://") + std::string(text);
}

std::string originOf(std::string_view url)
{
    const std::size_t colon = url.find("://");
    const std::string_view scheme = url.substr(0, colon);
    const bool isSecure = scheme == "https" || scheme == "wss";
    std::string place = lowered(placeOf(url.substr(colon + 3)));
    for (const std::string_view silent : {isSecure ? ":443" : ":80", ":"}) {
        if (place.ends_with(silent))
            place.resize(place.size() - silent.size());
    }
    return (isSecure ? "https://" : "http://") + place;
}

std::string withoutSecrets(std::string_view url)
{
    std::string out;
    url = url.substr(0, url.find('#'));
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) {
        out = url.substr(0, scheme + 3);
        url.remove_prefix(scheme + 3);
    }
    const std::size_t path = std::min(url.find_first_of("/?"), url.size());
    if (const std::size_t user = url.substr(0, path).rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    bool isValue = false;
    bool isQuery = false;
    for (const char c : url) {
        isQuery = isQuery || c == '?';
        if (isQuery && c == '&')
            isValue = false;
        if (!isValue)
            out += c;
        if (isQuery && c == '=' && !isValue) {
            isValue = true;
            out += "…";
        }
    }
    return out;
}

} // namespace afoot
