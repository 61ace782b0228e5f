#include "app/shared/headers.h"

#include "app/shared/token.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace afoot {

namespace {

/// The transports set these themselves, or would be broken by them.
constexpr std::array<std::string_view, 14> reserved{"accept",
                                                    "accept-encoding",
                                                    "cache-control",
                                                    "connection",
                                                    "content-length",
                                                    "content-type",
                                                    "expect",
                                                    "host",
                                                    "keep-alive",
                                                    "last-event-id",
                                                    "te",
                                                    "trailer",
                                                    "transfer-encoding",
                                                    "upgrade"};

bool isTokenChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isValueChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

Error wrong(std::string sentence)
{
    return {.code = Error::Code::BadInput,
            .name = "bad_header",
            .detail = std::move(sentence),
            .field = "header"};
}

} // namespace

std::optional<Error> checkHeader(std::string_view name, std::string_view value)
{
    if (name.empty() || !std::all_of(name.begin(), name.end(), isTokenChar))
        return wrong("A header's name has letters, digits and hyphens.");
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool isReserved = std::find(reserved.begin(), reserved.end(), lower) != reserved.end();
    if (isReserved || lower.starts_with("sec-websocket-"))
        return wrong("The header " + std::string(name) + " is the connection's own.");
    if (!std::all_of(value.begin(), value.end(), isValueChar))
        return wrong("The value of the header " + std::string(name) +
                     " holds a control character.");
    return std::nullopt;
}

Result<HeaderList> headersFrom(std::string_view text)
{
    HeaderList headers;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        const std::string at = "Line " + std::to_string(number) + ": ";
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            return wrong(at + "a header is written as \"Name: value\".");
        const std::string_view name = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (const auto trouble = checkHeader(name, value))
            return wrong(at + trouble->detail);
        headers.emplace_back(name, value);
    }
    return headers;
}

Result<HeaderList> headersIn(const std::string &path)
{
    const Result<std::string> text = privateTextFrom(path);
    if (!text)
        return text.error();
    auto headers = headersFrom(*text);
    if (!headers)
        return wrong(path + ": " + headers.error().detail);
    return headers;
}

std::string toText(const HeaderList &headers)
{
    std::string text;
    for (const auto &[name, value] : headers)
        text.append(name).append(": ").append(value).append("\n");
    return text;
}

} // namespace afoot
