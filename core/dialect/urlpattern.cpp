#include "core/dialect/urlpattern.h"

#include <cctype>

namespace afoot::dialect {

namespace {

constexpr std::string_view hole = "{id}";

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const int lower = std::tolower(static_cast<unsigned char>(c));
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

/// Where the path begins in a URL.
std::size_t pathStart(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return 0;
    const auto slash = url.find('/', scheme + 3);
    return slash == std::string_view::npos ? url.size() : slash;
}

} // namespace

std::optional<PathMatch> matchPath(std::string_view pattern, std::string_view url)
{
    if (pattern.empty())
        return std::nullopt;
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t start = pathStart(url);
    while (url.size() > start + 1 && url.ends_with('/'))
        url.remove_suffix(1);

    const auto open = pattern.find(hole);
    const std::string_view head = pattern.substr(0, open);
    const std::string_view tail =
        open == std::string_view::npos ? std::string_view() : pattern.substr(open + hole.size());
    if (url.size() < start + tail.size() || !url.ends_with(tail))
        return std::nullopt;
    std::string_view rest = url.substr(0, url.size() - tail.size());
    PathMatch match;
    if (open != std::string_view::npos) {
        const auto slash = rest.rfind('/');
        if (slash == std::string_view::npos || slash < start || slash + 1 == rest.size())
            return std::nullopt;
        auto id = decoded(rest.substr(slash + 1));
        if (!id)
            return std::nullopt;
        match.id = std::move(*id);
        rest = rest.substr(0, slash + 1);
    }
    if (rest.size() < start + head.size() || !rest.ends_with(head))
        return std::nullopt;
    rest.remove_suffix(head.size());
    match.base = rest;
    match.atRoot = rest.size() == start;
    return match;
}

std::string fillPath(std::string_view pattern, std::string_view id)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    const auto open = pattern.find(hole);
    if (open == std::string_view::npos)
        return std::string(pattern);
    std::string path(pattern.substr(0, open));
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        // RFC 3986, section 2.3: unreserved characters stand for themselves
        if ((std::isalnum(byte) != 0 && byte < 0x80) || c == '-' || c == '.' || c == '_' ||
            c == '~') {
            path += c;
        } else {
            path += '%';
            path += hex[byte >> 4U];
            path += hex[byte & 0xFU];
        }
    }
    return path.append(pattern.substr(open + hole.size()));
}

} // namespace afoot::dialect
